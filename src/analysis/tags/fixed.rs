//! Fixed expressions around a preposition, which noun phrases would cut in two: "state of emergency".

use super::candidates::push_lower;
use super::lexicon::TagLexicon;
use crate::text::Document;
use std::ops::Range;

/// Words of the shortest and of the longest expression.
const WORDS: std::ops::RangeInclusive<u32> = 3..=4;

/// Whether a word may stand second in an expression.
fn joins(word: &str) -> bool {
    matches!(word, "of" | "against" | "to" | "in")
}

/// The expression that begins at the noun `first` and ends before `end`.
pub(super) fn expression(doc: &Document, words: &TagLexicon, first: u32, end: u32) -> Option<Range<u32>> {
    if first + 1 >= end || !joins(doc.text_of(first + 1)) || !words.begins_fixed(doc.text_of(first)) {
        return None;
    }
    let mut text = String::new();
    WORDS.map(|count| first..first + count).filter(|tokens| tokens.end <= end).find(|tokens| {
        text.clear();
        for token in tokens.clone() {
            if token > first {
                text.push(' ');
            }
            let word = doc.text_of(token);
            push_lower(if token == first { word.strip_suffix('s').unwrap_or(word) } else { word }, &mut text);
        }
        words.is_fixed(&text)
    })
}

/// Whether the key of a candidate that is no name is such an expression.
pub(super) fn is_expression(key: &str) -> bool {
    key.split(' ').nth(1).is_some_and(joins)
}
