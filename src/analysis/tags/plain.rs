//! Candidates where no tagger knows the language: words and pairs of words that are repeated and no function words.

use super::candidates::{Found, Place, hash, push_lower};
use crate::text::language::Language;
use crate::text::{Document, Sentence};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How often a word in small letters is said at least; one that is capitalised within a sentence, once less.
const REPEATED: u16 = 3;
/// Longest run of capitalised words that is taken for one name.
const MAX_NAME: usize = 4;

/// Whether the article has no part-of-speech tags.
pub(super) fn is_untagged(doc: &Document) -> bool {
    doc.tokens.iter().all(|token| token.pos == crate::text::Pos::Punct)
}

/// Adds the repeated words of all sentences; without a list of function words, only capitalised ones.
pub(super) fn collect(code: &str, found: &mut Found) {
    let language = Language::of(code);
    let words = classify(found.doc, language);
    let doc = found.doc;
    for (index, sentence) in doc.sentences.iter().enumerate() {
        scan(index as u32, sentence, &words, found);
    }
}

/// What a token is worth as part of a tag.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    No,
    Common,
    Name,
}

/// For each token whether its word is repeated enough, and whether it is written with a capital within sentences.
fn classify(doc: &Document, language: &Language) -> Vec<Word> {
    let mut buffer = String::new();
    let mut counts: FxHashMap<u64, (u16, u16)> = FxHashMap::default();
    let mut keys = vec![0u64; doc.tokens.len()];
    for sentence in &doc.sentences {
        for token in sentence.tokens.clone() {
            let word = doc.text_of(token);
            let Some(key) = key(word, language, &mut buffer) else { continue };
            keys[token as usize] = key;
            let count = counts.entry(key).or_default();
            count.0 = count.0.saturating_add(1);
            let is_name = token > sentence.tokens.start && word.starts_with(char::is_uppercase);
            count.1 = count.1.saturating_add(u16::from(is_name));
        }
    }
    let class = |key: &u64| match counts.get(key) {
        Some(&(all, names)) if names > 0 && 2 * names >= all && all + 1 >= REPEATED => Word::Name,
        Some(&(all, names)) if names == 0 && all >= REPEATED && !language.stopwords.is_empty() => Word::Common,
        _ => Word::No,
    };
    keys.iter().map(class).collect()
}

/// The hash of a word in small letters; `None` for what is no word, too short or a function word.
fn key(word: &str, language: &Language, buffer: &mut String) -> Option<u64> {
    buffer.clear();
    push_lower(word, buffer);
    let long_enough = word.chars().nth(if word.starts_with(char::is_uppercase) { 1 } else { 3 }).is_some();
    let is_word = long_enough && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
    if !is_word || language.is_stopword(buffer) {
        return None;
    }
    Some(hash(buffer))
}

/// Adds runs of capitalised words whole, other words one by one.
fn scan(index: u32, sentence: &Sentence, words: &[Word], found: &mut Found) {
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        let class = words[at as usize];
        let run = (at..sentence.tokens.end).take_while(|&t| words[t as usize] == Word::Name).count();
        let end = if class == Word::Name { at + run as u32 } else { at + 1 };
        if class != Word::No && run <= MAX_NAME {
            add(index, at..end, found);
        }
        at = end;
    }
}

/// Adds a word or name; a name that has a given name in it or before it is somebody's, and so is its last word.
fn add(sentence: u32, tokens: Range<u32>, found: &mut Found) {
    if tokens.clone().any(|t| found.people[t as usize]) {
        return;
    }
    let doc = found.doc;
    let is_given = |t: u32| doc.text_of(t).starts_with(char::is_uppercase) && found.lexicon.is_given(doc.text_of(t));
    let before = tokens.start.checked_sub(1).is_some_and(is_given);
    let human = before || tokens.len() > 1 && is_given(tokens.start);
    let place = |tokens| Place { tokens, sentence, whole: true, proper: true, cited: false, kind: None };
    if human && tokens.len() > 1 {
        found.add(place(tokens.end - 1..tokens.end), true);
    }
    found.add(place(tokens), human);
}
