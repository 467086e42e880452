//! Into a folder that exists: look first, refuse what is not ours, then write.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::manifest::Manifest;
use super::{Failure, Folders, Report, doing, remove_folder};
use crate::diagnostic::Diagnostic;
use crate::site::{self, Site};

/// The folder, in the output folder, that files are written to before they are renamed into place.
pub(super) const TEMPORARY: &str = ".standfirst-tmp";

/// What every page of the built-in theme says of itself, near its beginning.
const MARK: &[u8] = b"content=\"standfirst";

/// Bytes of a page in which the mark is looked for.
const MARK_WITHIN: u64 = 4096;

/// How many foreign files a refusal names.
const NAMED: usize = 3;

/// Brings the folder `real` to what the site says.
pub(super) fn update(site: &Site, folders: &Folders<'_>, real: &Path, manifest: &Manifest) -> Result<Report, Failure> {
    remove_folder(&real.join(TEMPORARY))?;
    let ours = if manifest.is_missing() { adopt(site, folders, real)? } else { manifest.files.clone() };
    let stale: BTreeSet<&str> = ours.iter().map(String::as_str).filter(|path| !site.contains(path)).collect();
    let changed = changed_files(site, folders, real, &ours, &stale)?;
    manifest.save(&ours.iter().map(String::as_str).chain(site.files().map(|(path, _)| path)).collect())?;
    let staged = stage(real, &changed)?;
    let deleted = delete_stale(real, &stale)?;
    publish(real, &changed, &staged)?;
    remove_folder(&real.join(TEMPORARY))?;
    manifest.save(&site.files().map(|(path, _)| path).collect())?;
    Ok(Report { written: changed.len(), unchanged: site.len() - changed.len(), deleted })
}

/// Without a manifest (a fresh clone): which files of the folder are ours.
///
/// When the index carries our mark, the paths of the site, names with a hash and all marked pages; else nothing may be there but files that
/// are what would be written anyway. Hidden files are never ours and never in the way.
fn adopt(site: &Site, folders: &Folders<'_>, real: &Path) -> Result<BTreeSet<String>, Failure> {
    let is_site = is_marked(&real.join("index.html"));
    let mut ours = BTreeSet::new();
    let mut foreign = Vec::new();
    for entry in WalkDir::new(real).min_depth(1).sort_by_file_name().into_iter().filter_entry(|entry| !is_hidden(entry))
    {
        let entry = entry.map_err(|error| doing("read", real)(error.into()))?;
        let path = shown(entry.path().strip_prefix(real).unwrap_or(entry.path()));
        match site.get(&path) {
            _ if entry.file_type().is_dir() => continue,
            _ if !entry.file_type().is_file() => foreign.push(path),
            Some(_) if is_site => _ = ours.insert(path),
            Some(file) if fs::read(entry.path()).is_ok_and(|bytes| bytes == file.bytes) => _ = ours.insert(path),
            None if is_site => {
                if site::is_hashed(&path) || is_marked(entry.path()) {
                    ours.insert(path);
                }
            }
            _ => foreign.push(path),
        }
    }
    if is_site || foreign.is_empty() { Ok(ours) } else { Err(not_ours(folders, &foreign)) }
}

fn is_hidden(entry: &walkdir::DirEntry) -> bool {
    entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// Whether the file is a page that bears our mark.
fn is_marked(path: &Path) -> bool {
    let mut beginning = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MARK_WITHIN).read_to_end(&mut beginning));
    let is_page = path.extension().is_some_and(|extension| extension == "html");
    is_page && read.is_ok() && beginning.windows(MARK.len()).any(|window| window == MARK)
}

fn not_ours(folders: &Folders<'_>, foreign: &[String]) -> Failure {
    let names: Vec<_> = foreign.iter().take(NAMED).map(|path| format!("`{path}`")).collect();
    let more = match foreign.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let files = if foreign.len() == 1 { "a file that is not ours" } else { "files that are not ours" };
    let message = format!("the output folder `{}` holds {files}: {}{more}", folders.output.display(), names.join(", "));
    Failure::Refused(Box::new(
        Diagnostic::error(message)
            .hint("nothing was written; move them away, or choose another folder with `--output`"),
    ))
}

/// A file of the site by its path.
type Page<'s> = (&'s str, &'s site::File);

/// The files that are not on disk as they should be.
///
/// Refuses when a file that is not ours, or a symbolic link, stands where one of them must go.
fn changed_files<'s>(
    site: &'s Site,
    folders: &Folders<'_>,
    real: &Path,
    ours: &BTreeSet<String>,
    stale: &BTreeSet<&str>,
) -> Result<Vec<Page<'s>>, Failure> {
    let in_the_way: Vec<_> = parents(site.files()).into_iter().filter(|path| is_in_the_way(real, path, ours)).collect();
    if !in_the_way.is_empty() {
        return Err(not_ours(folders, &in_the_way));
    }
    let folded: BTreeSet<String> = stale.iter().map(|path| path.to_lowercase()).collect();
    let look = |&(path, file): &Page<'s>| state(real, path, file, ours, &folded);
    let files: Vec<_> = site.files().collect();
    let states: Vec<State> = files.par_iter().map(look).collect::<io::Result<_>>()?;
    let of = |wanted| files.iter().zip(&states).filter(move |(_, state)| **state == wanted).map(|(file, _)| *file);
    let foreign: Vec<_> = of(State::Foreign).map(|(path, _)| path.to_owned()).collect();
    if foreign.is_empty() { Ok(of(State::Changed).collect()) } else { Err(not_ours(folders, &foreign)) }
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Unchanged,
    Changed,
    Foreign,
}

/// How a file stands on disk.
///
/// A file whose name differs from a stale one only in case counts as changed: on some systems deleting the stale one
/// deletes it.
fn state(
    real: &Path,
    path: &str,
    file: &site::File,
    ours: &BTreeSet<String>,
    folded: &BTreeSet<String>,
) -> io::Result<State> {
    let full = real.join(path);
    let metadata = match fs::symlink_metadata(&full) {
        Ok(metadata) => metadata,
        Err(error) if is_absent(&error) => return Ok(State::Changed),
        Err(error) => return Err(doing("read", &full)(error)),
    };
    if metadata.is_dir() {
        let only_ours = files_below(real, &full).iter().all(|path| ours.contains(path));
        return Ok(if only_ours { State::Changed } else { State::Foreign });
    }
    if !metadata.is_file() {
        return Ok(State::Foreign);
    }
    let same =
        metadata.len() == file.bytes.len() as u64 && fs::read(&full).map_err(doing("read", &full))? == file.bytes;
    Ok(match () {
        () if same && !folded.contains(&path.to_lowercase()) => State::Unchanged,
        () if same || ours.contains(path) => State::Changed,
        () => State::Foreign,
    })
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// Whether something other than a folder of files, or a file of ours, stands where a folder must be.
fn is_in_the_way(real: &Path, path: &str, ours: &BTreeSet<String>) -> bool {
    match fs::symlink_metadata(real.join(path)) {
        Ok(metadata) => !(metadata.is_dir() || metadata.is_file() && ours.contains(path)),
        Err(_) => false,
    }
}

/// Everything below a folder that is not itself a folder, relative to `real`.
fn files_below(real: &Path, folder: &Path) -> Vec<String> {
    let entries = WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| !entry.file_type().is_dir());
    entries.map(|entry| shown(entry.path().strip_prefix(real).unwrap_or(entry.path()))).collect()
}

fn shown(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The folders above the files, outer ones before inner ones.
fn parents<'s>(files: impl Iterator<Item = Page<'s>>) -> BTreeSet<String> {
    files.flat_map(|(path, _)| path.match_indices('/').map(|(at, _)| path[..at].to_owned())).collect()
}

/// Writes the files under numbers into the temporary folder; whatever fails here leaves the site as it was.
fn stage(real: &Path, changed: &[Page<'_>]) -> io::Result<Vec<PathBuf>> {
    if changed.is_empty() {
        return Ok(Vec::new());
    }
    let temporary = real.join(TEMPORARY);
    fs::create_dir(&temporary).map_err(doing("create", &temporary))?;
    let write = |(number, (_, file)): (usize, &Page<'_>)| {
        let path = temporary.join(number.to_string());
        fs::write(&path, &file.bytes).map_err(doing("write", &path))?;
        Ok(path)
    };
    changed.par_iter().enumerate().map(write).collect()
}

/// Deletes what earlier builds wrote and this one does not, and the folders that it leaves empty.
fn delete_stale(real: &Path, stale: &BTreeSet<&str>) -> io::Result<usize> {
    let mut deleted = 0;
    let mut emptied = BTreeSet::new();
    for path in stale {
        let above: Vec<_> = path.match_indices('/').map(|(at, _)| &path[..at]).collect();
        let is_dir = |path: &&str| fs::symlink_metadata(real.join(path)).is_ok_and(|metadata| metadata.is_dir());
        let full = real.join(path);
        if above.iter().all(is_dir) && fs::symlink_metadata(&full).is_ok_and(|metadata| metadata.is_file()) {
            fs::remove_file(&full).map_err(doing("delete", &full))?;
            deleted += 1;
            emptied.extend(above);
        }
    }
    for folder in emptied.iter().rev() {
        // Fails, as it should, when the folder still holds something.
        _ = fs::remove_dir(real.join(folder));
    }
    Ok(deleted)
}

/// Renames the staged files into place.
fn publish(real: &Path, changed: &[Page<'_>], staged: &[PathBuf]) -> io::Result<()> {
    for parent in parents(changed.iter().copied()) {
        let parent = real.join(parent);
        fs::create_dir_all(&parent).map_err(doing("create", &parent))?;
    }
    changed.par_iter().zip(staged).try_for_each(|((path, _), staged)| {
        let target = real.join(path);
        if target.is_dir() {
            fs::remove_dir(&target).map_err(doing("replace", &target))?;
        }
        fs::rename(staged, &target).map_err(doing("write", &target))
    })
}
