//! What an earlier build wrote: a text file, one path a line.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{doing, paths};

/// Longest file name that a manifest is given; the names of output folders beyond it are shortened.
const MAX_NAME: usize = 120;

/// The files that are ours.
#[derive(Debug)]
pub(super) struct Manifest {
    path: PathBuf,
    text: Option<String>,
    pub(super) files: BTreeSet<String>,
}

impl Manifest {
    /// Loads the manifest of the output folder `real`; one that is missing lists nothing.
    ///
    /// Lines that are no paths inside the folder are ignored, whoever wrote them.
    pub(super) fn load(state: &Path, root: &Path, real: &Path) -> io::Result<Self> {
        let path = state.join(name_of(root, real));
        let text = match fs::read(&path) {
            Ok(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(doing("read", &path)(error)),
        };
        let lines = text.as_deref().unwrap_or("").lines();
        let files =
            lines.filter(|line| !line.starts_with('#') && paths::check(line).is_ok()).map(str::to_owned).collect();
        Ok(Self { path, text, files })
    }

    /// Whether no earlier build left a manifest.
    pub(super) fn is_missing(&self) -> bool {
        self.text.is_none()
    }

    /// Writes a manifest that lists `files`, unless it does already.
    pub(super) fn save(&self, files: &BTreeSet<&str>) -> io::Result<()> {
        let mut text = String::from("# Files that standfirst wrote; it deletes no others.\n");
        for file in files {
            text += file;
            text.push('\n');
        }
        if fs::read(&self.path).is_ok_and(|bytes| bytes == text.as_bytes()) {
            return Ok(());
        }
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder).map_err(doing("create", folder))?;
        }
        let temporary = self.path.with_extension("tmp");
        fs::write(&temporary, text).map_err(doing("write", &temporary))?;
        fs::rename(&temporary, &self.path).map_err(doing("write", &self.path))
    }
}

/// `public.manifest` for `public`; letters other than ASCII ones, and `/`, are written as `%2F`.
fn name_of(root: &Path, real: &Path) -> String {
    let relative = real.strip_prefix(root).unwrap_or(real).to_string_lossy();
    let mut name = String::new();
    for byte in relative.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => name.push(char::from(byte)),
            b'.' if !name.is_empty() => name.push('.'),
            _ => name += &format!("%{byte:02X}"),
        }
    }
    if name.len() > MAX_NAME {
        let kept = name.split_off(name.len() - (MAX_NAME - 16));
        name = format!("{:016x}{kept}", fnv1a(relative.as_bytes()));
    }
    name + ".manifest"
}

/// The hash of Fowler, Noll and Vo, variant 1a, 64 bits: stable over versions of the compiler.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_readable_distinct_and_short() {
        let name = |path: &str| name_of(Path::new("/p"), Path::new(path));
        assert_eq!(name("/p/public"), "public.manifest");
        assert_eq!(name("/p/out/site"), "out%2Fsite.manifest");
        assert_eq!(name("/p/.x"), "%2Ex.manifest");
        assert_eq!(name("/else/where"), "%2Felse%2Fwhere.manifest");
        let long = |last: &str| name(&format!("/p/{last}{}", "x".repeat(500)));
        assert!(long("a").len() <= MAX_NAME + ".manifest".len());
        assert_ne!(long("a"), long("b"));
    }

    #[test]
    fn lines_that_lead_out_of_the_folder_are_ignored() {
        let state = tempfile::tempdir().unwrap();
        let text = "# note\n../../x\n/etc/passwd\na/b.html\n<<<<<<< HEAD\n\n";
        fs::write(state.path().join("public.manifest"), text).unwrap();
        let manifest = Manifest::load(state.path(), Path::new("/p"), Path::new("/p/public")).unwrap();
        assert_eq!(manifest.files, BTreeSet::from(["a/b.html".to_owned()]));
    }
}
