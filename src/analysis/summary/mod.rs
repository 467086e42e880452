//! The standfirst: a few sentences of the article, verbatim and in its order, that stand alone.
//!
//! `facts` finds out what a sentence needs and whether it may stand in a summary at all, `terms` what the
//! article is about, `rank` how much each sentence says of it, `choose` the best few within the budget.
//! `faults` checks a finished summary against the rules, without knowing how it was made.
//!
//! Knows one document; no topics, no tags, no other article.

mod choose;
pub(super) mod facts;
mod faults;
mod needs;
mod newsroom;
mod opening;
mod quotes;
mod rank;
pub(super) mod terms;
#[cfg(test)]
mod tests;

pub use faults::{Fault, FaultKind, faults};

use super::{Person, Summary, SummarySentence, sentence_case};
use crate::config::SummarySettings;
use crate::model::Model;
use crate::source::Authored;
use crate::text::Document;
use facts::Facts;
use terms::Terms;

/// The sentences that say most of the article within the limits; none when no sentence may stand alone.
///
/// `headline` is the headline that readers see above the summary, if it is known: it is not said twice.
pub fn summarise(
    doc: &Document,
    language: &str,
    people: &[Person],
    headline: Option<&str>,
    model: &Model,
    settings: &SummarySettings,
) -> Summary {
    let facts = facts::find(doc, language, people, &model.tags);
    let terms = Terms::of(doc, language, &facts, headline);
    let limit = settings.sentences.min(most_sentences(&facts));
    let ranked = rank::rank(doc, &facts, &terms, headline, settings.max_words);
    let chosen = choose::choose(&ranked, limit, settings.max_words);
    let sentences = chosen.iter().map(|&sentence| quote(doc, &facts[sentence as usize], sentence)).collect();
    Summary { authored: Authored::Generated, sentences }
}

/// Whether a generated summary has a sentence that is the headline, word for word.
pub fn repeats(summary: &Summary, headline: &str) -> bool {
    summary.authored == Authored::Generated && summary.sentences.iter().any(|s| faults::same_words(&s.text, headline))
}

/// Half of the sentences at most: a summary is never the whole article.
fn most_sentences(facts: &[Facts]) -> usize {
    facts.iter().filter(|f| f.prose).count() / 2
}

/// The sentence without its leading connective.
fn quote(doc: &Document, facts: &Facts, sentence: u32) -> SummarySentence {
    let span = doc.sentences[sentence as usize].span;
    let text = doc.slice(span);
    let (dropped, rest) = text.split_at(facts.connective as usize);
    let text = if dropped.is_empty() { rest.to_owned() } else { sentence_case::capitalised(rest) };
    let dropped = Some(dropped.trim_end().to_owned()).filter(|d| !d.is_empty());
    SummarySentence { text, span: Some(span), dropped }
}
