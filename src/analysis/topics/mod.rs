//! Topics of an article, out of the IPTC Media Topics, each with the words that decided for it.
//!
//! [`Topics`] classifies a list of words; here it meets documents, settings and what a human wrote.

mod classify;
mod lead;
mod lexicon;
mod stem;
mod tree;

pub use classify::{BadLexicon, TopicHit, Topics};
pub use lexicon::Lexicon;
pub(crate) use stem::stem_key;
pub use tree::{Node, Tree};

use super::Topic;
use crate::config::TopicSettings;
use crate::source::Authored;
use crate::text::Document;

/// The topics of an article, surest first; none when nothing speaks for any.
///
/// `written` is the headline that a human wrote, if any. Its words count as the first of the article but are no
/// evidence, since they do not stand in the prose.
pub fn find(doc: &Document, written: Option<&str>, topics: &Topics<'_>, settings: &TopicSettings) -> Vec<Topic> {
    let mut words: Vec<&str> = written.unwrap_or_default().split_whitespace().collect();
    let before = words.len() as u32;
    words.extend((0..doc.tokens.len() as u32).map(|token| doc.text_of(token)));
    let hits = topics.classify(&words).into_iter().map(|hit| topic(doc, topics, hit, before));
    let shown = |topic: &Topic| !settings.ignore.iter().any(|label| label.eq_ignore_ascii_case(&topic.label));
    hits.filter(shown).take(settings.max).collect()
}

fn topic(doc: &Document, topics: &Topics<'_>, hit: TopicHit, before: u32) -> Topic {
    let in_prose = hit.evidence.iter().filter(|words| words.start >= before);
    let evidence = in_prose.map(|words| doc.span_of(words.start - before..words.end - before)).collect();
    Topic { score: hit.score, evidence, ..of_vocabulary(topics, hit.id).unwrap_or_default() }
}

/// A topic that a human named, by its label; the vocabulary may lack it.
pub(super) fn written(label: &str, topics: Option<&Topics<'_>>) -> Topic {
    let known = topics.and_then(|topics| of_vocabulary(topics, topics.tree().find_label(label)?));
    let topic = known.unwrap_or_else(|| Topic { label: label.to_owned(), ..Topic::default() });
    Topic { authored: Authored::ByHuman, score: 1.0, ..topic }
}

fn of_vocabulary(topics: &Topics<'_>, id: u32) -> Option<Topic> {
    let tree = topics.tree();
    let node = tree.find(id)?;
    let (label, top) = (tree[node].label.to_owned(), tree[tree.top(node)].id);
    let above = tree.upwards(node).skip(1).filter(|above| !classify::NEVER_SHOWN.contains(&tree[*above].id));
    let mut broader: Vec<String> = above.map(|above| tree[above].label.to_owned()).collect();
    broader.reverse();
    Some(Topic { id: Some(id), top: Some(top), label, broader, ..Topic::default() })
}
