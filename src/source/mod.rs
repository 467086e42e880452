//! From files to [`Article`]s: finding and reading them (I/O), then decoding and parsing (pure).
//!
//! This room knows how articles are written, not what they say: no sentence, name or topic is found here.

mod addresses;
mod article;
mod body;
mod byline;
mod clean;
mod compose;
mod dateline;
mod dates;
mod decode;
mod draft;
mod front_matter;
mod headings;
mod html;
mod litter;
mod markdown;
mod page;
mod plain;
mod read;
mod source_map;

pub use article::{Article, ArticleDate, Authored, Image, Meta, PersonNote, Removed, Title, TitleOrigin};
#[cfg(test)]
pub(crate) use body::Chunk;
pub use body::{Body, Mark, MarkElement, Shown};
pub use read::{MAX_BYTES, RawFile, Reading, read_all};

use crate::config::SourceSettings;
use crate::diagnostic::{Diagnostic, Place};
use draft::Draft;
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
pub fn parse(file: &RawFile, settings: &SourceSettings) -> (Option<Article>, Vec<Diagnostic>) {
    let (source, warning) = match decode::decode(&file.path, &file.bytes) {
        Ok(decoded) => decoded,
        Err(error) => return (None, vec![error]),
    };
    let mut diagnostics = Vec::from_iter(warning);
    let split = match front_matter::split(&file.path, &source) {
        Ok(split) => split,
        Err(error) => {
            diagnostics.push(error);
            return (None, diagnostics);
        }
    };
    let mut meta = Meta::default();
    let start = split.as_ref().map_or(0, |split| split.body);
    if let Some(split) = split {
        meta = front_matter::read(&file.path, &source, split.yaml, &mut diagnostics);
    }
    if meta.draft && !settings.drafts {
        let note = Diagnostic::note(format!("`{}` is left out: a draft", file.path));
        diagnostics.push(note.at(Place::file(&*file.path)).hint("build with `--drafts` to keep it"));
        return (None, diagnostics);
    }
    let title = meta.title.as_ref().map(|title| &*title.text);
    let mut draft = match is_markdown(&file.key) {
        true => markdown::read(&file.path, &source, start, title, settings.unsafe_html),
        false => plain::read(&source, start, title),
    };
    diagnostics.append(&mut draft.diagnostics);
    fill_in(&mut meta, file, &mut draft, &mut diagnostics);
    if let Some(warning) = nothing_to_show(&file.path, &source[start..], &draft) {
        diagnostics.push(warning);
        return (None, diagnostics);
    }
    (Some(article(file, source, meta, draft)), diagnostics)
}

fn is_markdown(key: &str) -> bool {
    let extension = key.rsplit_once('.').map_or("", |(_, extension)| extension);
    extension.eq_ignore_ascii_case("md") || extension.eq_ignore_ascii_case("markdown")
}

/// Fills in from the file name and the text what front matter does not say.
fn fill_in(meta: &mut Meta, file: &RawFile, draft: &mut Draft, diagnostics: &mut Vec<Diagnostic>) {
    let name = dates::file_name(&file.key);
    let found = std::mem::take(&mut draft.findings);
    if let Some(text) = name.no_date {
        let warning = Diagnostic::warning(format!("`{text}` in the name of the file is not a date"));
        diagnostics
            .push(warning.at(Place::file(&*file.path)).hint("rename the file, as in `2016-09-09-my-article.txt`"));
    }
    if meta.title.is_none() {
        let text = draft.taken.title.take();
        meta.title = text.map(|text| Title { text, origin: TitleOrigin::Heading });
    }
    if meta.authors.is_empty() {
        meta.authors = found.authors;
    }
    meta.date = meta.date.take().or(name.day.or(found.day).map(ArticleDate::Day));
    meta.updated = meta.updated.take().or(found.updated.map(ArticleDate::Day));
    meta.slug = meta.slug.take().or_else(|| name.slug.map(str::to_owned));
    meta.source = meta.source.take().or(found.source);
    meta.dateline = found.place;
}

/// The warning that an article has nothing to show, if so.
fn nothing_to_show(path: &str, text: &str, draft: &Draft) -> Option<Diagnostic> {
    let shows_picture = draft.chunks.iter().any(|chunk| matches!(chunk, body::Chunk::Url(_)));
    if !draft.prose.text.is_empty() || shows_picture {
        return None;
    }
    let why = match text.trim().is_empty() {
        true => "has no text",
        false if draft.taken.removed.is_empty() => "has a title but no text",
        false => "has no text beside what web pages put round it",
    };
    let warning = Diagnostic::warning(format!("`{path}` {why}; it is left out"));
    Some(warning.at(Place::file(path)).hint("write the article or remove the file"))
}

fn article(file: &RawFile, source: String, meta: Meta, draft: Draft) -> Article {
    Article {
        path: file.path.clone(),
        key: file.key.clone(),
        meta,
        prose: draft.prose,
        body: Body { chunks: draft.chunks },
        removed: draft.taken.removed,
        source,
        source_map: draft.source_map,
    }
}
