//! When no sentence can be made short without harm: the beginning of the first, as far as it goes.

use super::words::Words;
use super::{MAX_CHARS, length};
use crate::text::BlockKind;
use crate::text::language::Language;

/// The first sentence up to its best border within the length of a headline.
pub(super) fn tokens(words: Words<'_, '_>, language: &str) -> Vec<u32> {
    let doc = words.doc;
    let prose = |s: &&crate::text::Sentence| doc.prose.blocks[s.block as usize].kind == BlockKind::Paragraph;
    if let Some(kept) = doc.sentences.iter().find(prose).and_then(|sentence| shortened(words, sentence.tokens.clone()))
    {
        return kept;
    }
    let Some(sentence) = doc.sentences.iter().find(prose).or(doc.sentences.first()) else { return Vec::new() };
    let all: Vec<u32> = sentence.tokens.clone().collect();
    let whole = super::cuts::without_end_marks(words, &all);
    if length(words, whole) <= MAX_CHARS {
        return whole.to_vec();
    }
    let fits = (1..=whole.len()).take_while(|&end| length(words, &whole[..end]) <= MAX_CHARS).last().unwrap_or(1);
    let mark =
        (3..fits).rev().find(|&end| words.punctuation(whole[end]) && super::cuts::is_closed(words, &whole[..end]));
    if let Some(mark) = mark.filter(|&end| length(words, &whole[..end]) >= MAX_CHARS / 3) {
        return super::cuts::without_end_marks(words, &whole[..mark]).to_vec();
    }
    let stopwords = Language::of(language);
    let ends = |end: &usize| {
        !words.punctuation(whole[end - 1]) && !stopwords.is_stopword(&words.text(whole[end - 1]).to_lowercase())
    };
    let end = (1..=fits).rev().find(ends).unwrap_or(fits);
    whole[..end].to_vec()
}

/// The longest beginning of what a sentence cannot spare that has a verb and an end.
fn shortened(words: Words<'_, '_>, sentence: std::ops::Range<u32>) -> Option<Vec<u32>> {
    let kept = super::parts::kept(words, sentence.clone(), &[], true);
    let fits = |end: &usize| {
        let tokens = super::cuts::without_end_marks(words, &kept[..*end]);
        length(words, tokens) <= MAX_CHARS
            && super::cuts::is_clause(words, tokens)
            && super::cuts::is_closed(words, tokens)
    };
    let end = (4..=kept.len()).rev().find(fits)?;
    Some(super::cuts::without_end_marks(words, &kept[..end]).to_vec())
}
