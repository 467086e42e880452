//! Checks a summary against the rules of the house, whoever made it.

use super::needs::{self, Reader};
use super::opening::Points;
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
    let reader = Reader { doc, language, named: facts::named(doc, people) };
    for (index, sentence) in summary.sentences.iter().enumerate() {
        let kinds = of_sentence(&reader, sentence, &summary.sentences[..index]);
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

fn of_sentence(reader: &Reader, sentence: &SummarySentence, before: &[SummarySentence]) -> Vec<FaultKind> {
    let (doc, text) = (reader.doc, sentence.text.as_str());
    let mut kinds = Vec::new();
    let Some(span) = sentence.span else { return vec![FaultKind::NotVerbatim] };
    if !doc.slice(span).to_lowercase().ends_with(&text.to_lowercase()) {
        kinds.push(FaultKind::NotVerbatim);
    }
    if before.last().and_then(|b| b.span).is_some_and(|b| b.end > span.start) {
        kinds.push(FaultKind::OutOfOrder);
    }
    match doc.sentences.iter().position(|s| s.span == span) {
        Some(whole) if kind(doc, doc.sentences[whole].block) == BlockKind::Paragraph => {
            kinds.extend(points_back(reader, whole, text, before).then_some(FaultKind::PointsBack));
        }
        _ => kinds.push(FaultKind::NotFromParagraph),
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

/// Whether the summary lacks what the sentence speaks of: the sentence before it in the article, and with "he" or "she" a
/// person in the unbroken run of sentences that it ends. A "he" further on must not follow the name of another.
fn points_back(reader: &Reader, index: usize, text: &str, before: &[SummarySentence]) -> bool {
    let connective = reader.doc.sentences[index].span.len().saturating_sub(text.len());
    let points = needs::points(reader, index, text, connective);
    let span = |index: usize| Some(reader.doc.sentences[index].span);
    let mut run = (0..index).rev().zip(before.iter().rev()).take_while(|&(i, b)| b.span == span(i)).map(|(i, _)| i);
    match points {
        Points::Nowhere => {
            let last = before.last().and_then(|b| reader.doc.sentences.iter().position(|s| b.span == Some(s.span)));
            let names = |last: usize| last + 1 < index && !reader.named[last].is_empty();
            reader.is_orphan(index) && last.is_some_and(names)
        }
        Points::Person => !run.any(|i| !reader.named[i].is_empty()),
        Points::Back => run.next().is_none(),
        Points::Speaker => true,
    }
}

/// Whether two texts have the same words, whatever their marks and case.
pub(super) fn same_words(a: &str, b: &str) -> bool {
    fn words(text: &str) -> impl Iterator<Item = String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase)
    }
    words(a).eq(words(b))
}
