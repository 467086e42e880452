//! Checks a summary against the rules of the house, whoever made it.

use super::opening::{self, Points};
use super::{facts, quotes};
use crate::analysis::{Person, Summary, SummarySentence};
use crate::config::SummarySettings;
use crate::text::{BlockKind, Document};

/// A rule that a summary breaks, and the sentence that breaks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub kind: FaultKind,
    /// The sentence, or empty when it is the summary as a whole.
    pub sentence: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FaultKind {
    /// More sentences or words than the settings allow.
    TooLong,
    /// Every sentence of the article is in the summary.
    WholeArticle,
    /// Not in the order of the article.
    OutOfOrder,
    /// The words are not those of the article at that place.
    NotVerbatim,
    /// From a heading, a list, a table, a caption …
    NotFromParagraph,
    /// Opens with a word that points to something that the summary does not say.
    PointsBack,
    /// A quotation that does not begin or does not end.
    HalfQuotation,
    Question,
    /// An address, a dateline, a line of the page.
    Litter,
    /// Says again what another sentence or the headline says.
    Repeats,
}

/// The rules that a generated summary breaks; none for a good one. A summary by a human is not judged.
pub fn faults(
    doc: &Document,
    language: &str,
    people: &[Person],
    headline: &str,
    summary: &Summary,
    settings: &SummarySettings,
) -> Vec<Fault> {
    let mut found = Vec::new();
    if summary.authored == crate::source::Authored::ByHuman {
        return found;
    }
    let words: usize = summary.sentences.iter().map(|s| s.text.split_whitespace().count()).sum();
    if words > settings.max_words || summary.sentences.len() > settings.sentences {
        found.push(Fault { kind: FaultKind::TooLong, sentence: String::new() });
    }
    let paragraphs = doc.sentences.iter().filter(|s| kind(doc, s.block) == BlockKind::Paragraph).count();
    if paragraphs > 0 && summary.sentences.len() >= paragraphs {
        found.push(Fault { kind: FaultKind::WholeArticle, sentence: String::new() });
    }
    for (index, sentence) in summary.sentences.iter().enumerate() {
        let before = index.checked_sub(1).map(|i| &summary.sentences[i]);
        let kinds = of_sentence(doc, language, people, sentence, before);
        let again = summary.sentences[..index].iter().any(|other| same_words(&other.text, &sentence.text))
            || same_words(headline, &sentence.text);
        let kinds = kinds.into_iter().chain(again.then_some(FaultKind::Repeats));
        found.extend(kinds.map(|kind| Fault { kind, sentence: sentence.text.clone() }));
    }
    found
}

fn kind(doc: &Document, block: u32) -> BlockKind {
    doc.prose.blocks[block as usize].kind
}

fn of_sentence(
    doc: &Document,
    language: &str,
    people: &[Person],
    sentence: &SummarySentence,
    before: Option<&SummarySentence>,
) -> Vec<FaultKind> {
    let mut kinds = Vec::new();
    let text = sentence.text.as_str();
    let Some(span) = sentence.span else { return vec![FaultKind::NotVerbatim] };
    if !doc.slice(span).to_lowercase().ends_with(&text.to_lowercase()) {
        kinds.push(FaultKind::NotVerbatim);
    }
    if before.and_then(|b| b.span).is_some_and(|b| b.end > span.start) {
        kinds.push(FaultKind::OutOfOrder);
    }
    let whole = doc.sentences.iter().find(|s| s.span == span);
    if whole.is_none_or(|s| kind(doc, s.block) != BlockKind::Paragraph) {
        kinds.push(FaultKind::NotFromParagraph);
    }
    let person_before = before.is_some_and(|b| {
        people.iter().flat_map(|p| &p.mentions).any(|m| b.span.is_some_and(|span| span.contains(m.span)))
    });
    match opening::points(text, language) {
        Points::Nowhere => {}
        Points::Person if person_before => {}
        _ => kinds.push(FaultKind::PointsBack),
    }
    if !quotes::read(text, false).balanced() {
        kinds.push(FaultKind::HalfQuotation);
    }
    if text.trim_end_matches(['"', '”', '\'', '’', ')', ' ']).ends_with('?') {
        kinds.push(FaultKind::Question);
    }
    if facts::is_furniture(text) || facts::has_dateline(text) {
        kinds.push(FaultKind::Litter);
    }
    kinds
}

/// Whether two texts have the same words, whatever their marks and case.
pub(super) fn same_words(a: &str, b: &str) -> bool {
    fn words(text: &str) -> impl Iterator<Item = String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase)
    }
    words(a).eq(words(b))
}
