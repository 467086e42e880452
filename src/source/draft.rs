//! What the readers of plain text and Markdown hand on.

use super::article::Removed;
use super::body::Chunk;
use super::page::{Findings, Judgement, Unit};
use super::source_map::SourceMap;
use crate::diagnostic::Diagnostic;
use crate::text::Prose;

/// An article without what front matter and file name say.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) prose: Prose,
    pub(super) source_map: SourceMap,
    pub(super) chunks: Vec<Chunk>,
    pub(super) taken: Taken,
    pub(super) findings: Findings,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// What was taken out of the text.
#[derive(Debug)]
pub(super) struct Taken {
    pub(super) title: Option<String>,
    pub(super) removed: Vec<Removed>,
}

impl Taken {
    /// `places` are the bytes at which the units begin.
    pub(super) fn new(
        units: &[Unit],
        places: impl Iterator<Item = usize>,
        judgement: &Judgement,
        source: &str,
    ) -> Self {
        let mut removed = Vec::new();
        let (mut line, mut counted) = (1, 0);
        for (i, place) in places.enumerate() {
            line += source[counted..place].bytes().filter(|&b| b == b'\n').count() as u32;
            counted = place;
            let whole = judgement.removed[i].map(|reason| (&*units[i].text, reason));
            let begins = judgement.dateline.filter(|(unit, _)| *unit == i);
            let begins = begins.map(|(_, length)| (units[i].text[..length].trim_end(), "dateline"));
            let ends = judgement.credit.filter(|(unit, _)| *unit == i && whole.is_none());
            let ends = ends.map(|(_, start)| (units[i].text[start..].trim(), "credit of an agency"));
            let taken = whole.or(begins).filter(|(text, _)| !text.is_empty());
            let taken = taken.into_iter().chain(ends);
            removed.extend(taken.map(|(text, reason)| Removed { line, text: text.to_owned(), reason }));
        }
        Self { title: judgement.title.map(|i| units[i].text.clone()), removed }
    }
}
