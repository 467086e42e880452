//! The output as data: path -> bytes, in order. A leaf; it knows neither disk nor templates.

mod links;
mod names;

use std::collections::BTreeMap;

pub use links::{BrokenLink, Missing, broken_links};
pub use names::is_hashed;

/// Every file of the site, by its path relative to the output folder (`/` between parts, no leading `/`).
#[derive(Debug, Default)]
pub struct Site {
    files: BTreeMap<String, File>,
}

/// One file of the site.
#[derive(Debug, PartialEq, Eq)]
pub struct File {
    pub bytes: Vec<u8>,
    /// What it was made from, for messages: a source file, or a phrase such as "the index".
    pub origin: String,
}

/// Two sources want the same path.
#[derive(Debug, PartialEq, Eq)]
pub struct Collision {
    pub path: String,
    pub first: String,
    pub second: String,
}

impl Site {
    /// Adds a file.
    ///
    /// # Errors
    /// When the path is taken; the first file stays.
    pub fn add(&mut self, path: String, bytes: Vec<u8>, origin: String) -> Result<(), Collision> {
        if let Some(first) = self.files.get(&path) {
            return Err(Collision { path, first: first.origin.clone(), second: origin });
        }
        self.files.insert(path, File { bytes, origin });
        Ok(())
    }

    /// The files in the order of their paths.
    pub fn files(&self) -> impl Iterator<Item = (&str, &File)> {
        self.files.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// The file at a path.
    pub fn get(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }

    /// Whether there is a file at a path.
    pub fn contains(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    pub fn len(&self) -> usize {
        self.files.len()
    }

    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}
