//! Which project is meant: its folders and its settings.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Common, Stop};
use crate::config::{RawConfig, Settings};
use crate::diagnostic::{Diagnostic, Place, Severity, plainly};

const CONFIG: &str = "config.yaml";
const SEEDS: &str = "seeds";

/// A project as it was found; paths are as people name them.
#[derive(Debug)]
pub(super) struct Project {
    pub(super) root: PathBuf,
    pub(super) settings: Settings,
    pub(super) problems: Vec<Diagnostic>,
}

impl Project {
    /// Finds the project and reads its configuration; `flags` win over the file.
    ///
    /// # Errors
    /// When the configuration has an error or cannot be read.
    pub(super) fn find(common: &Common, flags: impl FnOnce(&mut RawConfig)) -> Result<Self, Stop> {
        let root = find_root(common.root.as_deref())?;
        let (mut raw, problems) = match &common.config {
            Some(file) => read(file).map_err(|error| Stop::Config(vec![unreadable(file, &error)]))?,
            None => read_if_present(&root.join(CONFIG))?,
        };
        if problems.iter().any(|problem| problem.severity == Severity::Error) {
            return Err(Stop::Config(problems));
        }
        flags(&mut raw);
        Ok(Self { root, settings: Settings::new(raw), problems })
    }

    /// The configuration of the project, whether it is there or not.
    #[cfg(feature = "serve")]
    pub(super) fn config(&self, common: &Common) -> PathBuf {
        common.config.clone().unwrap_or_else(|| self.root.join(CONFIG))
    }

    /// The seeds folder of the project.
    pub(super) fn seeds(&self) -> PathBuf {
        self.root.join(SEEDS)
    }
}

/// The folder of the project: the one that was named, or else the nearest.
pub(super) fn find_root(named: Option<&Path>) -> Result<PathBuf, Stop> {
    match named {
        Some(root) if !root.is_dir() => Err(Stop::Config(vec![no_root(root)])),
        Some(root) => Ok(root.to_owned()),
        None => Ok(nearest_root(&std::env::current_dir()?)),
    }
}

/// The nearest folder upwards that has a `config.yaml` or a `seeds` folder, as a path relative to `current`; else the
/// empty path, which is `current` itself.
fn nearest_root(current: &Path) -> PathBuf {
    let is_root = |folder: &Path| folder.join(CONFIG).is_file() || folder.join(SEEDS).is_dir();
    let steps = current.ancestors().position(is_root).unwrap_or(0);
    std::iter::repeat_n("..", steps).collect()
}

fn read_if_present(file: &Path) -> Result<(RawConfig, Vec<Diagnostic>), Stop> {
    match read(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let note = Diagnostic::note(format!("there is no `{}`; the defaults are used", shown(file)));
            Ok((RawConfig::default(), vec![note]))
        }
        other => other.map_err(|error| Stop::Config(vec![unreadable(file, &error)])),
    }
}

fn read(file: &Path) -> io::Result<(RawConfig, Vec<Diagnostic>)> {
    let bytes = fs::read(file)?;
    let text = String::from_utf8(bytes).map_err(|_| io::Error::other("it is not UTF-8 text"))?;
    Ok(RawConfig::parse(&shown(file), text.trim_start_matches('\u{feff}')))
}

fn unreadable(file: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::error(format!("the configuration cannot be read: {}", plainly(error))).at(Place::file(shown(file)))
}

fn no_root(root: &Path) -> Diagnostic {
    Diagnostic::error(format!("there is no folder `{}`", shown(root))).hint("`--root` names the folder of the project")
}

/// A path as people name it, with `/` between its parts.
pub(super) fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_the_nearest_folder_with_a_configuration_or_seeds() {
        let top = tempfile::tempdir().unwrap();
        fs::create_dir_all(top.path().join("a/seeds/2024")).unwrap();
        fs::create_dir_all(top.path().join("a/other")).unwrap();
        assert_eq!(nearest_root(&top.path().join("a")), PathBuf::new());
        assert_eq!(nearest_root(&top.path().join("a/seeds/2024")), PathBuf::from("../.."));
        fs::write(top.path().join("a/other/config.yaml"), "").unwrap();
        assert_eq!(nearest_root(&top.path().join("a/other")), PathBuf::new());
    }
}
