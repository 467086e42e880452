//! Headlines where none was written: the best sentences of the beginning, made short by leaving words out.
//!
//! [`parts`] says what a sentence can spare, [`cuts`] where it can end, and this file chooses. Words are only left out,
//! never added, moved or changed; of a sentence that cannot be made short without harm no headline is made.

mod cuts;
mod fallback;
mod parts;
#[cfg(test)]
mod tests;
mod words;

use super::{Headline, HeadlineOrigin, Person};
use crate::text::vectors::Vectors;
use crate::text::{BlockKind, Document, Span};
use words::Words;

/// Longest headline, in characters.
const MAX_CHARS: usize = 80;
/// Shortest headline that can say something, in characters.
const MIN_CHARS: usize = 22;
/// Sentences of the beginning that are tried.
const TRIED: usize = 6;

/// Weights of the choice, set by hand; see `models/README.md`.
mod weight {
    /// For each sentence further from the beginning.
    pub(super) const LATER: f32 = 9.0;
    /// For each character: a headline is short, if it says as much.
    pub(super) const CHAR: f32 = 0.055;
    /// For leaving out what a person is.
    pub(super) const NO_ROLE: f32 = 0.3;
    /// For a sentence that ends in the middle of what it says.
    pub(super) const CUT: f32 = 1.0;
    /// For the name of a person, place or organisation.
    pub(super) const NAME: f32 = 1.2;
    /// For a number.
    pub(super) const NUMBER: f32 = 0.8;
}

/// The tokens of a sentence that are kept, and how well they do.
#[derive(Debug)]
struct Candidate {
    tokens: Vec<u32>,
    score: f32,
}

/// The headline of a document in which nobody wrote one.
pub fn generate(doc: &Document, language: &str, people: &[Person], vectors: Option<&Vectors<'_>>) -> Headline {
    let words = Words { doc };
    let tagged = doc.tokens.iter().any(|token| token.pos.is_verb());
    let best = if tagged { best(words, people, vectors) } else { None };
    let tokens = best.unwrap_or_else(|| fallback::tokens(words, language));
    let (text, evidence) = written(words, &tokens);
    Headline { text, origin: HeadlineOrigin::Generated, evidence }
}

fn best(words: Words<'_, '_>, people: &[Person], vectors: Option<&Vectors<'_>>) -> Option<Vec<u32>> {
    let mut best: Option<Candidate> = None;
    for (order, sentence) in sentences(words.doc).enumerate() {
        for candidate in candidates(words, sentence, people, vectors) {
            if order > 0 && !introduces(words, &candidate.tokens) {
                continue;
            }
            let score = candidate.score - weight::LATER * order as f32;
            if best.as_ref().is_none_or(|best| score > best.score) {
                best = Some(Candidate { score, ..candidate });
            }
        }
    }
    best.map(|candidate| candidate.tokens)
}

/// The sentences from which a headline can be made.
fn sentences<'d>(doc: &'d Document<'d>) -> impl Iterator<Item = u32> + 'd {
    let prose = |s: &u32| doc.prose.blocks[doc.sentences[*s as usize].block as usize].kind == BlockKind::Paragraph;
    (0..doc.sentences.len() as u32).filter(prose).take(TRIED).filter(|&s| words::can_lead(doc, s))
}

/// Whether a later sentence names whom or what it is about, rather than "the man" or "a spokesman".
fn introduces(words: Words<'_, '_>, tokens: &[u32]) -> bool {
    let subject = tokens.iter().take_while(|&&t| !words.finite(t));
    subject.into_iter().any(|&t| words.name(t))
}

/// All acceptable short forms of one sentence.
fn candidates(words: Words<'_, '_>, sentence: u32, people: &[Person], vectors: Option<&Vectors<'_>>) -> Vec<Candidate> {
    let range = words.doc.sentences[sentence as usize].tokens.clone();
    let mut found = Vec::new();
    for roles in [true, false] {
        let kept = parts::kept(words, range.clone(), people, roles);
        if !roles && kept.len() == parts::kept(words, range.clone(), people, true).len() {
            break;
        }
        for end in 1..=kept.len() {
            let whole = end == kept.len();
            if !whole && !cuts::can_end(words, &kept, end, range.end) {
                continue;
            }
            let tokens = cuts::without_end_marks(words, &kept[..end]);
            if !acceptable(words, tokens) {
                continue;
            }
            let mut score = value(words, tokens, vectors);
            score -= if roles { 0.0 } else { weight::NO_ROLE } + if whole { 0.0 } else { weight::CUT };
            found.push(Candidate { tokens: tokens.to_vec(), score });
        }
    }
    found
}

fn acceptable(words: Words<'_, '_>, tokens: &[u32]) -> bool {
    let chars = length(words, tokens);
    (MIN_CHARS..=MAX_CHARS).contains(&chars) && cuts::is_clause(words, tokens) && cuts::is_closed(words, tokens)
}

/// What a candidate tells, less what it costs to read.
fn value(words: Words<'_, '_>, tokens: &[u32], vectors: Option<&Vectors<'_>>) -> f32 {
    let word = |&token: &u32| {
        let pos = words.pos(token);
        let content = pos.is_noun() || pos.is_verb() || pos.is_adjective();
        let rarity = vectors.map_or(4.0, |v| v.rarity(words.text(token)).min(5.5));
        match pos {
            _ if words.name(token) => weight::NAME,
            crate::text::Pos::Cd => weight::NUMBER,
            _ if content => (rarity - 2.6).max(0.0) * 0.6,
            _ => 0.0,
        }
    };
    tokens.iter().map(word).sum::<f32>() - weight::CHAR * length(words, tokens) as f32
}

/// Characters of the headline.
fn length(words: Words<'_, '_>, tokens: &[u32]) -> usize {
    written(words, tokens).0.chars().count()
}

/// The text, and the spans that it was made from. Between two kept tokens there is a space where the text has one
/// after the first or before the second.
fn written(words: Words<'_, '_>, tokens: &[u32]) -> (String, Vec<Span>) {
    let mut text = String::new();
    let mut spans: Vec<Span> = Vec::new();
    for &token in tokens {
        let span = words.doc.tokens[token as usize].span;
        match spans.last_mut() {
            Some(last) if words.follows(last.end, span) => {
                text.push_str(&words.doc.prose.text[last.end as usize..span.start as usize]);
                *last = last.join(span);
            }
            Some(_) => {
                if words.space_before(token) {
                    text.push(' ');
                }
                spans.push(span);
            }
            None => spans.push(span),
        }
        text.push_str(span.of(&words.doc.prose.text));
    }
    (capitalised(&text), spans)
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
