//! From [`Site`] to disk: only what changed, only what is ours, never a torn file.
//!
//! Knows paths and bytes; it knows nothing of articles, templates or settings.
//!
//! - A new output folder is written aside and renamed into place in one step.
//! - Into an existing one only changed files go, each written to a temporary file first and renamed when all are there.
//! - What an earlier build wrote is remembered in a manifest in the project's `.standfirst` folder, beside and not inside
//!   what is published. Only files listed there are ever deleted.
//! - A build that is killed leaves temporary files and a manifest that lists old and new files: the next build completes it.

mod folder;
mod manifest;
mod paths;
mod slugs;
mod state;
mod update;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, plainly};
use crate::site::Site;

pub use folder::{Folders, check_folder};
pub use paths::check_paths;
pub use slugs::{load_slugs, save_slugs};

/// Folder in the project root for what is remembered from build to build.
const STATE: &str = ".standfirst";

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub written: usize,
    pub unchanged: usize,
    pub deleted: usize,
}

/// Why nothing, or not all, was written.
#[derive(Debug)]
pub enum Failure {
    /// The output folder must not be written to; it is as it was.
    Refused(Box<Diagnostic>),
    /// The disk failed; the next build completes the work.
    Io(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Io(error)
    }
}

/// Writes the site into `folders.output`.
///
/// The paths of the site must have passed [`check_paths`].
///
/// # Errors
/// When the folder is refused (see [`check_folder`]; also when it holds files that are not ours) or the disk fails.
pub fn write(site: &Site, folders: &Folders<'_>) -> Result<Report, Failure> {
    check_folder(folders).map_err(|problem| Failure::Refused(Box::new(problem)))?;
    let real = folder::resolve(folders.output)?;
    let aside = aside_of(&real);
    remove_folder(&aside)?;
    let root = folder::resolve(folders.root)?;
    let manifest = manifest::Manifest::load(&root, &real)?;
    if real.exists() {
        return update::update(site, folders, &real, &manifest);
    }
    manifest.save(&manifest.files.iter().map(String::as_str).chain(site.files().map(|(path, _)| path)).collect())?;
    write_new(site, &real, &aside)?;
    manifest.save(&site.files().map(|(path, _)| path).collect())?;
    Ok(Report { written: site.len(), ..Report::default() })
}

/// Writes a whole folder aside and renames it into place.
fn write_new(site: &Site, real: &Path, aside: &Path) -> io::Result<()> {
    let parents: BTreeSet<PathBuf> =
        site.files().filter_map(|(path, _)| Some(aside.join(path).parent()?.to_owned())).collect();
    fs::create_dir_all(aside).map_err(doing("create", aside))?;
    for parent in &parents {
        fs::create_dir_all(parent).map_err(doing("create", parent))?;
    }
    let files: Vec<_> = site.files().collect();
    files.par_iter().try_for_each(|(path, file)| {
        let path = aside.join(path);
        fs::write(&path, &file.bytes).map_err(doing("write", &path))
    })?;
    fs::rename(aside, real).map_err(doing("create", real))
}

/// The temporary folder beside a new output folder.
fn aside_of(real: &Path) -> PathBuf {
    let name = real.file_name().unwrap_or_default().to_string_lossy();
    real.with_file_name(format!(".{name}.standfirst-tmp"))
}

/// Removes a folder of ours, if there is one.
fn remove_folder(path: &Path) -> io::Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other.map_err(doing("remove", path)),
    }
}

/// Adds what was being done, and to what, to an error.
fn doing<'a>(action: &'a str, path: &'a Path) -> impl FnOnce(io::Error) -> io::Error + 'a {
    move |error| io::Error::new(error.kind(), format!("cannot {action} `{}`: {}", path.display(), plainly(&error)))
}

#[cfg(test)]
mod tests;
