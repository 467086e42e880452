//! What is remembered of an output folder from build to build: text files beside, not inside, what is published.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{STATE, doing};

/// Longest name that an output folder has here; longer ones are shortened.
const MAX_NAME: usize = 120;

/// The file of the kind `extension` for the output folder `real` of the project `root`.
pub(super) fn path_of(root: &Path, real: &Path, extension: &str) -> PathBuf {
    root.join(STATE).join(format!("{}.{extension}", name_of(root, real)))
}

/// The text of a file; `None` when there is none.
pub(super) fn read(path: &Path) -> io::Result<Option<String>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(doing("read", path)(error)),
    }
}

/// Writes a file in one step, unless it holds the text already.
pub(super) fn save(path: &Path, text: &str) -> io::Result<()> {
    if fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes()) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(doing("create", folder))?;
    }
    let temporary = path.with_extension("tmp");
    fs::write(&temporary, text).map_err(doing("write", &temporary))?;
    fs::rename(&temporary, path).map_err(doing("write", path))
}

/// `public` for `public`; letters other than ASCII ones, and `/`, are written as `%2F`.
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
    name
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
        assert_eq!(name("/p/public"), "public");
        assert_eq!(name("/p/out/site"), "out%2Fsite");
        assert_eq!(name("/p/.x"), "%2Ex");
        assert_eq!(name("/else/where"), "%2Felse%2Fwhere");
        let long = |last: &str| name(&format!("/p/{last}{}", "x".repeat(500)));
        assert!(long("a").len() <= MAX_NAME);
        assert_ne!(long("a"), long("b"));
    }
}
