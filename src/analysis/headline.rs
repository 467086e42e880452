//! Interim: the beginning of the first sentence.

use super::{Headline, HeadlineOrigin, Person, Summary};
use crate::text::Document;

/// The first words of the article.
pub fn generate(doc: &Document, _people: &[Person], _summary: &Summary) -> Headline {
    let Some(first) = doc.sentences.first() else { return Headline::default() };
    let sentence = doc.slice(first.span);
    let end = sentence.char_indices().take_while(|(i, _)| *i <= 80).filter(|(_, c)| *c == ' ').last();
    let cut = if sentence.len() <= 80 { sentence.len() } else { end.map_or(0, |(i, _)| i) };
    let text = sentence[..cut].trim_end_matches('.').to_owned();
    Headline { text, origin: HeadlineOrigin::Generated, evidence: vec![first.span] }
}
