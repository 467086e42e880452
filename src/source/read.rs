//! Finding and reading the files; the only part of this room that touches the disk.

use crate::diagnostic::{Diagnostic, Place};
use crate::pictures::{Found, is_picture};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// Most bytes that an article may have; the longest novels have about half of it.
pub const MAX_BYTES: u64 = 10_000_000;

const EXTENSIONS: [&str; 3] = ["txt", "md", "markdown"];

/// A file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawFile {
    /// The file as people name it.
    pub path: String,
    /// The path below the seeds folder, with `/` between the parts.
    pub key: String,
    pub bytes: Vec<u8>,
}

/// What was read, by key, and what could not be.
#[derive(Debug, Default)]
pub struct Reading {
    pub files: Vec<RawFile>,
    /// By path.
    pub diagnostics: Vec<Diagnostic>,
    /// The pictures that lie beside the articles; they are read when an article names them.
    pub pictures: BTreeMap<String, Found>,
}

/// Reads every article below `seeds`; in messages the folder is called `shown_as`.
///
/// Articles are `.txt`, `.md` and `.markdown` files; hidden files and anything else are skipped with a note.
/// Symbolic links are followed; one that leads back to a folder above it is an error diagnostic, as is a file
/// that cannot be read or that is longer than [`MAX_BYTES`].
///
/// # Errors
/// When there is no folder at `seeds`, or it cannot be listed.
pub fn read_all(seeds: &Path, shown_as: &str) -> io::Result<Reading> {
    std::fs::read_dir(seeds).map_err(|error| io::Error::new(error.kind(), missing(shown_as, &error)))?;
    let Listing { articles: found, pictures, mut problems } = find(seeds, shown_as);
    let results: Vec<_> = found.par_iter().map(|(key, found)| read(key, found)).collect();
    let mut files = Vec::with_capacity(results.len());
    for ((_, found), result) in found.iter().zip(results) {
        match result {
            Ok(file) => files.push(file),
            Err(problem) => problems.push((found.shown.clone(), problem)),
        }
    }
    problems.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(Reading { files, diagnostics: problems.into_iter().map(|(_, problem)| problem).collect(), pictures })
}

/// What is below the folder, by key.
#[derive(Default)]
struct Listing {
    articles: BTreeMap<String, Article>,
    pictures: BTreeMap<String, Found>,
    problems: Vec<Problem>,
}

struct Article {
    path: PathBuf,
    shown: String,
}

/// A problem with the path that it is sorted by.
type Problem = (String, Diagnostic);

fn missing(shown_as: &str, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => format!("there is no folder `{shown_as}`; create it and put your articles into it"),
        io::ErrorKind::NotADirectory => format!("`{shown_as}` is not a folder; articles are read from a folder"),
        _ => format!("cannot list the folder `{shown_as}`: {error}"),
    }
}

/// The articles below `seeds` by their key, and what was skipped or cannot be listed.
fn find(seeds: &Path, shown_as: &str) -> Listing {
    let mut listing = Listing::default();
    let problems = &mut listing.problems;
    let real = seeds.canonicalize().unwrap_or_else(|_| seeds.to_owned());
    let mut walk = WalkDir::new(seeds).min_depth(1).follow_links(true).into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                problems.push(unlisted(&error, seeds, shown_as));
                continue;
            }
        };
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        if entry.file_type().is_dir() {
            if hidden {
                walk.skip_current_dir();
                let shown = shown(entry.path(), seeds, shown_as);
                problems.push((shown.clone(), Diagnostic::note(format!("`{shown}` is skipped: a hidden folder"))));
            }
            continue;
        }
        if let Some((key, picture)) = picture(&entry, hidden, seeds, &real, shown_as) {
            listing.pictures.insert(key, picture);
            continue;
        }
        match admit(&entry, hidden, seeds, shown_as) {
            Ok((key, article)) => drop(listing.articles.insert(key, article)),
            Err(problem) => problems.push(problem),
        }
    }
    listing
}

/// The key of a file that is a picture.
fn picture(entry: &DirEntry, hidden: bool, seeds: &Path, real: &Path, shown_as: &str) -> Option<(String, Found)> {
    let path = entry.path();
    let key = key(path, seeds).filter(|key| !hidden && entry.file_type().is_file() && is_picture(key))?;
    let is_outside = path.canonicalize().is_ok_and(|path| !path.starts_with(real));
    Some((key, Found { path: path.to_owned(), shown: shown(path, seeds, shown_as), is_outside }))
}

/// The key of a file that is an article; else the note that it is not.
fn admit(entry: &DirEntry, hidden: bool, seeds: &Path, shown_as: &str) -> Result<(String, Article), Problem> {
    let shown = shown(entry.path(), seeds, shown_as);
    let skip = |why: &str| Err((shown.clone(), Diagnostic::note(format!("`{shown}` is skipped: {why}"))));
    let extension = entry.path().extension().unwrap_or_default();
    if hidden {
        return skip("a hidden file");
    }
    if !EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known)) {
        return skip("articles are `.txt`, `.md` or `.markdown` files");
    }
    if !entry.file_type().is_file() {
        return skip("not a file");
    }
    match key(entry.path(), seeds) {
        Some(key) => Ok((key, Article { path: entry.path().to_owned(), shown })),
        None => {
            let problem = Diagnostic::error(format!("the name of `{shown}` is not valid UTF-8"));
            Err((shown.clone(), problem.at(Place::file(shown)).hint("rename the file")))
        }
    }
}

fn key(path: &Path, seeds: &Path) -> Option<String> {
    let parts: Option<Vec<_>> = path.strip_prefix(seeds).ok()?.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/"))
}

/// The path as people name it.
fn shown(path: &Path, seeds: &Path, shown_as: &str) -> String {
    let below = path.strip_prefix(seeds).unwrap_or(path);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    match shown_as.trim_end_matches('/') {
        "" if shown_as.is_empty() => parts.join("/"),
        folder => format!("{folder}/{}", parts.join("/")),
    }
}

fn unlisted(error: &walkdir::Error, seeds: &Path, shown_as: &str) -> Problem {
    let name = |path: Option<&Path>| path.map_or_else(|| shown_as.to_owned(), |path| shown(path, seeds, shown_as));
    let path = name(error.path());
    let problem = match error.loop_ancestor() {
        Some(ancestor) if ancestor == seeds => loops(&path, shown_as),
        Some(ancestor) => loops(&path, &name(Some(ancestor))),
        None => unreadable(&path, error.io_error()),
    };
    (path, problem)
}

fn loops(link: &str, ancestor: &str) -> Diagnostic {
    Diagnostic::error(format!("the link `{link}` leads back to `{ancestor}`, which it lies in"))
        .at(Place::file(link))
        .hint("remove the link")
}

fn unreadable(path: &str, error: Option<&io::Error>) -> Diagnostic {
    let (why, hint) = match error.map(io::Error::kind) {
        Some(io::ErrorKind::NotFound) => ("it is a link that leads nowhere".to_owned(), "mend or remove the link"),
        Some(io::ErrorKind::PermissionDenied) => {
            ("permission denied".to_owned(), "give yourself the right to read it, or move it out of the folder")
        }
        _ => (error.map_or_else(|| "unknown error".to_owned(), ToString::to_string), "move it out of the folder"),
    };
    Diagnostic::error(format!("cannot read `{path}`: {why}")).at(Place::file(path)).hint(hint)
}

fn read(key: &str, found: &Article) -> Result<RawFile, Diagnostic> {
    let failed = |error: io::Error| unreadable(&found.shown, Some(&error));
    let file = File::open(&found.path).map_err(failed)?;
    let length = file.metadata().map_err(failed)?.len();
    if length > MAX_BYTES {
        return Err(too_long(&found.shown, length));
    }
    let mut bytes = Vec::with_capacity(length as usize + 1);
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(too_long(&found.shown, bytes.len() as u64));
    }
    Ok(RawFile { path: found.shown.clone(), key: key.to_owned(), bytes })
}

fn too_long(path: &str, length: u64) -> Diagnostic {
    let megabytes = length.div_ceil(1_000_000);
    Diagnostic::error(format!("`{path}` is {megabytes} MB; an article is at most {} MB", MAX_BYTES / 1_000_000))
        .at(Place::file(path))
        .hint("split it, or move it out of the folder")
}
