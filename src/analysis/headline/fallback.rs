//! When no sentence can be made short without harm: the beginning of the first, as far as it goes.

use super::cuts;
use super::words::Words;
use super::{MAX_CHARS, TRIED, length};
use crate::text::language::Language;
use crate::text::{BlockKind, Pos, Sentence};
use std::ops::Range;

/// The first sentence up to its best border within the length of a headline.
pub(super) fn tokens(words: Words<'_, '_>, language: &str) -> Vec<u32> {
    let doc = words.doc;
    let usable = |sentence: &&Sentence| {
        let prose = doc.prose.blocks[sentence.block as usize].kind == BlockKind::Paragraph;
        let first = sentence.tokens.start;
        prose && !doc.slice(sentence.span).contains("http") && length(words, &[first]) <= MAX_CHARS
    };
    let mut sentences = doc.sentences.iter().filter(usable).take(TRIED);
    let Some(first) = sentences.next() else { return Vec::new() };
    let start = beginning(words, first.tokens.clone(), language);
    let stands = cuts::is_clause(words, &start) && cuts::is_closed(words, &start);
    shortened(words, first.tokens.clone())
        .or_else(|| stands.then(|| start.clone()))
        .or_else(|| sentences.find_map(|sentence| shortened(words, sentence.tokens.clone())))
        .unwrap_or(start)
}

/// The sentence as far as a punctuation mark or a word that can end it.
fn beginning(words: Words<'_, '_>, sentence: Range<u32>, language: &str) -> Vec<u32> {
    let all = super::parts::kept(words, sentence, &[], true);
    let whole = cuts::without_end_marks(words, &all);
    if length(words, whole) <= MAX_CHARS {
        return whole.to_vec();
    }
    let fits = (1..=whole.len()).take_while(|&end| length(words, &whole[..end]) <= MAX_CHARS).last().unwrap_or(0);
    let mark = (3..fits).rev().find(|&end| words.punctuation(whole[end]) && cuts::is_closed(words, &whole[..end]));
    if let Some(mark) = mark.filter(|&end| length(words, &whole[..end]) >= MAX_CHARS / 3) {
        return cuts::without_end_marks(words, &whole[..mark]).to_vec();
    }
    let stopwords = Language::of(language);
    let stop = |token: u32| words.punctuation(token) || stopwords.is_stopword(&words.text(token).to_lowercase());
    let tagged = whole.iter().any(|&t| words.pos(t).is_verb());
    let ends = |end: &usize| {
        let next = whole.get(*end);
        let noun = words.pos(whole[end - 1]).is_noun() || words.pos(whole[end - 1]) == Pos::Cd;
        // Neither in the middle of a name or a compound, nor between a subject and its verb.
        let border = next.is_none_or(|&t| matches!(words.pos(t), Pos::In | Pos::Cc | Pos::To | Pos::Wdt | Pos::Punct));
        (noun && border || !tagged)
            && !stop(whole[end - 1])
            && !next.is_some_and(|&t| words.inside_name(t) || words.is(t, &["of", "to", "'s", "’s"]))
    };
    let end = (1..=fits).rev().find(ends).unwrap_or(fits);
    whole[..end].to_vec()
}

/// The longest beginning of what a sentence cannot spare that has a verb and an end.
fn shortened(words: Words<'_, '_>, sentence: Range<u32>) -> Option<Vec<u32>> {
    let kept = super::parts::kept(words, sentence.clone(), &[], true);
    let fits = |end: &usize| {
        let tokens = cuts::without_end_marks(words, &kept[..*end]);
        let ends = *end == kept.len() || cuts::can_end(words, &kept, *end, sentence.end);
        ends && length(words, tokens) <= MAX_CHARS && cuts::is_clause(words, tokens) && cuts::is_closed(words, tokens)
    };
    let end = (4..=kept.len()).rev().find(fits)?;
    Some(cuts::without_end_marks(words, &kept[..end]).to_vec())
}
