//! Which folders may be written to.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::doing;
use crate::diagnostic::Diagnostic;

/// The folders of a project, as they were named; all but the output folder exist.
#[derive(Clone, Copy, Debug)]
pub struct Folders<'a> {
    pub root: &'a Path,
    pub seeds: &'a Path,
    pub templates: &'a Path,
    pub output: &'a Path,
}

/// Refuses output folders that hold, or lie in, what a person made.
///
/// # Errors
/// When the folder is the root folder, the home folder, the project or around it, or is, contains or lies in the seeds
/// or the templates; or when it is no folder.
pub fn check_folder(folders: &Folders<'_>) -> Result<(), Diagnostic> {
    match reason_against(folders) {
        Ok(None) => Ok(()),
        Ok(Some(reason)) => Err(refusal(folders.output, &reason)),
        Err(error) => Err(refusal(folders.output, &error.to_string())),
    }
}

fn refusal(output: &Path, reason: &str) -> Diagnostic {
    Diagnostic::error(format!("`{}` cannot be the output folder: {reason}", output.display()))
        .hint("choose another folder with `--output`")
}

fn reason_against(folders: &Folders<'_>) -> io::Result<Option<String>> {
    let output = resolve(folders.output)?;
    let kept = [(folders.seeds, "seeds"), (folders.templates, "templates")];
    for (folder, name) in kept {
        let real = resolve(folder)?;
        let relation = match () {
            () if output == real => "is",
            () if output.starts_with(&real) => "lies in",
            () if real.starts_with(&output) => "contains",
            () => continue,
        };
        return Ok(Some(format!("it {relation} the {name} folder `{}`", folder.display())));
    }
    let root = resolve(folders.root)?;
    Ok(match () {
        () if output.parent().is_none() => Some("it is the root folder of the system".to_owned()),
        () if output == root => Some("it is the folder of the project".to_owned()),
        () if root.starts_with(&output) => Some("it contains the project".to_owned()),
        () if home().is_some_and(|home| home.starts_with(&output)) => {
            Some("it is, or contains, your home folder".to_owned())
        }
        () if output.starts_with(root.join(super::STATE)) => {
            Some("that name is kept for what a build remembers".to_owned())
        }
        () if output.exists() && !output.is_dir() => Some("it is not a folder".to_owned()),
        () => None,
    })
}

fn home() -> Option<PathBuf> {
    std::env::home_dir().filter(|home| !home.as_os_str().is_empty()).and_then(|home| fs::canonicalize(home).ok())
}

/// The absolute path without links and dots; the last parts need not exist.
pub(super) fn resolve(path: &Path) -> io::Result<PathBuf> {
    let here = Path::new(".");
    let path = if path.as_os_str().is_empty() { here } else { path };
    let absolute = std::path::absolute(path).map_err(doing("find", path))?;
    let mut missing: Vec<OsString> = Vec::new();
    let mut existing = absolute.as_path();
    let mut real = loop {
        match fs::canonicalize(existing) {
            Ok(real) => break real,
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(doing("open", existing)(error)),
            Err(_) if fs::symlink_metadata(existing).is_ok() => {
                return Err(io::Error::other(format!("`{}` is a symbolic link to nowhere", existing.display())));
            }
            Err(error) => {
                let Some(last) = existing.components().next_back() else { return Err(error) };
                missing.push(last.as_os_str().to_owned());
                existing = existing.parent().ok_or(error)?;
            }
        }
    };
    for part in missing.iter().rev() {
        match Path::new(part).components().next() {
            Some(Component::ParentDir) => _ = real.pop(),
            _ => real.push(part),
        }
    }
    Ok(real)
}
