//! What an earlier build wrote: a text file, one path a line.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use super::{paths, state};

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
    pub(super) fn load(root: &Path, real: &Path) -> io::Result<Self> {
        let path = state::path_of(root, real, "manifest");
        let text = state::read(&path)?;
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
        state::save(&self.path, &text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_lead_out_of_the_folder_are_ignored() {
        let root = tempfile::tempdir().unwrap();
        let text = "# note\n../../x\n/etc/passwd\na/b.html\n<<<<<<< HEAD\n\n";
        state::save(&root.path().join(".standfirst/public.manifest"), text).unwrap();
        let manifest = Manifest::load(root.path(), &root.path().join("public")).unwrap();
        assert_eq!(manifest.files, BTreeSet::from(["a/b.html".to_owned()]));
    }
}
