//! The pictures that articles show: found beside the articles, made in several widths, and kept from build to build.
//!
//! Pictures are read after the articles, because only the articles say which ones are wanted. What comes out depends on
//! the bytes of the pictures alone: the cache saves time and nothing else. This room knows articles and pictures; it
//! knows neither pages nor the output folder.

mod cache;
mod encode;
mod folder;
mod jpeg;

use std::collections::{BTreeMap, BTreeSet};
use std::panic::catch_unwind;
use std::path::PathBuf;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Place};
use crate::digest::{Digest, Story};
use crate::source::Article;
use folder::Reference;

pub use cache::forget_others;
pub(crate) use folder::is_picture;
pub use folder::{Folder, Found};

/// A picture as the site shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Width and height of the widest file in pixels; unknown for drawings (SVG) and for AVIF.
    pub size: Option<(u32, u32)>,
    /// The same picture in several widths, the narrowest first; never none.
    pub files: Vec<PictureFile>,
}

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureFile {
    /// From the front page.
    pub path: String,
    /// In pixels; 0 when unknown.
    pub width: u32,
}

/// All pictures of a site.
#[derive(Debug, Default)]
pub struct Pictures {
    /// By the key of the file in the folder of the articles.
    by_key: BTreeMap<String, Picture>,
    files: BTreeMap<String, Made>,
    /// Of the bytes of every picture.
    hashes: BTreeSet<u128>,
}

/// Contents of a file of the site.
#[derive(Debug)]
struct Made {
    bytes: Vec<u8>,
    /// The picture that it was made from.
    origin: String,
}

impl Pictures {
    /// A picture without contents, for tests of pages.
    #[cfg(test)]
    pub(crate) fn example(key: &str) -> Self {
        let files = [480, 800].map(|width| PictureFile { path: format!("pictures/example-{width}.jpg"), width });
        let made = |file: &PictureFile| (file.path.clone(), Made { bytes: Vec::new(), origin: key.to_owned() });
        Self {
            files: files.iter().map(made).collect(),
            by_key: [(key.to_owned(), Picture { size: Some((800, 400)), files: files.into() })].into(),
            hashes: BTreeSet::new(),
        }
    }

    /// The picture that an article names by `url`; `None` for those of other hosts and those that could not be made.
    pub fn get(&self, article: &Article, url: &str) -> Option<&Picture> {
        match folder::reference(&article.key, url) {
            Reference::Key(key) => self.by_key.get(&key),
            _ => None,
        }
    }

    /// The pictures that an article shows and that could not be made, as its author named them; each is an error already.
    pub fn missing<'a>(&self, article: &'a Article) -> impl Iterator<Item = &'a str> {
        let is_missing = |url: &&str| match folder::reference(&article.key, url) {
            Reference::Elsewhere => false,
            Reference::Outside => true,
            Reference::Key(key) => !self.by_key.contains_key(&key),
        };
        shown(article).filter(is_missing)
    }

    /// Hashes of the bytes of all pictures, by which they are kept.
    pub fn hashes(&self) -> BTreeSet<u128> {
        self.hashes.clone()
    }

    /// Path, contents and origin of every file, which are given away.
    pub fn take_files(&mut self) -> impl Iterator<Item = (String, Vec<u8>, String)> + use<> {
        std::mem::take(&mut self.files).into_iter().map(|(path, made)| (path, made.bytes, made.origin))
    }
}

/// Reads and makes the pictures that the stories name.
///
/// Errors are pictures that are not there, lie outside the folder of the articles, or cannot be read.
pub fn make(digest: &Digest, folder: &Folder) -> (Pictures, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let mut wanted: BTreeMap<&str, (&Found, Place)> = BTreeMap::new();
    for story in &digest.stories {
        for (url, is_shown) in urls(story) {
            match folder.find(&story.article.key, url) {
                Ok(Some((key, found))) => _ = wanted.entry(key).or_insert_with(|| (found, place(&story.article, url))),
                // A link that leads nowhere is told with all others.
                Err(problem) if is_shown => problems.push(problem.at(place(&story.article, url))),
                Ok(None) | Err(_) => {}
            }
        }
    }
    let made: Vec<_> =
        wanted.into_par_iter().map(|(key, (found, place))| (key, found, one(key, found, folder, place))).collect();
    let mut pictures = Pictures::default();
    for (key, found, made) in made {
        match made {
            Ok((picture, files, hash)) => {
                pictures.hashes.insert(hash);
                let made = |bytes| Made { bytes, origin: found.shown.clone() };
                pictures
                    .files
                    .extend(picture.files.iter().map(|file| file.path.clone()).zip(files.into_iter().map(made)));
                pictures.by_key.insert(key.to_owned(), picture);
            }
            Err(problem) => problems.push(*problem),
        }
    }
    (pictures, problems)
}

/// The pictures that a story shows or links to, as its author named them, and whether it shows them.
fn urls(story: &Story) -> impl Iterator<Item = (&str, bool)> {
    let shown = shown(&story.article).map(|url| (url, true));
    let linked = story.article.body.urls().filter(|url| folder::is_picture(url)).map(|url| (url, false));
    shown.chain(linked)
}

fn shown(article: &Article) -> impl Iterator<Item = &str> {
    let lead = article.meta.image.iter().map(|image| image.src.as_str());
    lead.chain(article.body.pictures())
}

/// Where the author named the picture, as far as the text of the file shows it.
fn place(article: &Article, url: &str) -> Place {
    match article.source.find(url) {
        Some(start) => Place::in_source(&*article.path, &article.source, start..start + url.len()),
        None => Place::file(&*article.path),
    }
}

/// A picture, the contents of its files, and the hash of its own bytes.
type One = (Picture, Vec<Vec<u8>>, u128);

/// Makes one picture.
fn one(key: &str, found: &Found, folder: &Folder, place: Place) -> Result<One, Box<Diagnostic>> {
    let failed = |reason: String| {
        let problem = Diagnostic::error(format!("the picture `{}` cannot be read: {reason}", found.shown));
        Box::new(problem.at(place.clone()).hint("save it anew with another program, or leave it out"))
    };
    let bytes = folder::read(found).map_err(&failed)?;
    let hash = cache::hash(&bytes);
    let cached = folder.cache.as_ref().and_then(|cache| cache::load(cache, hash));
    let encoded = match cached {
        Some(encoded) => encoded,
        None => {
            let encoded = catch_unwind(|| encode::encode(bytes, key))
                .unwrap_or_else(|_| Err("it made the program fail".to_owned()))
                .map_err(&failed)?;
            if let Some(cache) = folder.cache.as_ref().filter(|_| encoded.is_worth_keeping) {
                // Without a cache the next build takes longer, and that is all.
                _ = cache::save(cache, hash, &encoded);
            }
            encoded
        }
    };
    let name = name(key, hash);
    let path = |width: u32, extension: &str| match width {
        0 => format!("pictures/{name}.{extension}"),
        _ => format!("pictures/{name}-{width}.{extension}"),
    };
    let (files, contents) = encoded
        .variants
        .into_iter()
        .map(|it| (PictureFile { path: path(it.width, &it.extension), width: it.width }, it.bytes))
        .unzip();
    Ok((Picture { size: encoded.size, files }, contents, hash))
}

/// The name of a picture in the site: that of its file, and what changes with its contents.
fn name(key: &str, hash: u128) -> String {
    let file = key.rsplit('/').next().unwrap_or(key);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let slug = crate::digest::slugify(stem);
    let short = (hash >> 64) as u64 ^ hash as u64;
    format!("{}-{:010x}", if slug.is_empty() { "picture" } else { &slug }, short >> 24)
}

/// The folder for what is kept of pictures, below that for all that is kept.
pub fn cache_folder(root: &std::path::Path) -> PathBuf {
    root.join(".standfirst").join("pictures")
}
