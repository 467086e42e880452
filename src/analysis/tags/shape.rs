//! What the look of a line or of the words around shows: a capital that is none, an adjective that is a verb.

use crate::text::{Document, Pos, Sentence};

/// Capitalised words that a line has at least when its capitals tell nothing.
const TITLED: usize = 4;
/// Whether all words of a line that are no function words begin with a capital, as in the headlines of some papers.
pub(super) fn is_titled_line(doc: &Document, sentence: &Sentence) -> bool {
    let tokens = doc.tokens_of(doc.sentence_of(sentence.tokens.start));
    if tokens.last().is_some_and(|last| doc.slice(last.span) == ".") {
        return false;
    }
    let (mut capital, mut small) = (0, 0);
    for word in tokens.iter().map(|t| doc.slice(t.span)).filter(|word| word.len() > 3) {
        let initial = word.as_bytes()[0];
        capital += usize::from(initial.is_ascii_uppercase());
        small += usize::from(initial.is_ascii_lowercase());
    }
    capital >= TITLED && small == 0
}

/// Whether what is taken for an adjective is the participle of a perfect tense: "have long perplexed physicists".
pub(super) fn is_perfect(doc: &Document, token: u32) -> bool {
    let has = |back: u32| {
        token.checked_sub(back).is_some_and(|t| matches!(doc.text_of(t), "have" | "has" | "had" | "having" | "'ve"))
    };
    doc.text_of(token).ends_with("ed") && (has(1) || has(2))
}

/// Whether a word tells how much of it there is ("fifty minute team"), what somebody was ("ex-chat show host"), or
/// begins a clause of its own ("a way companies …").
pub(super) fn is_measure(doc: &Document, token: u32) -> bool {
    let word = doc.text_of(token);
    let is_counted = || token > 0 && doc.tokens[token as usize - 1].pos == Pos::Cd && is_unit(word);
    doc.tokens[token as usize].pos == Pos::Nn && (word == "way" || is_counted())
        || is_former(word)
        || is_qualified(doc, token)
}

/// Whether a participle has an adverb, without which it tells little: "politically motivated traffic chaos".
fn is_qualified(doc: &Document, token: u32) -> bool {
    let is_participle = doc.tokens[token as usize].pos.is_adjective() || doc.tokens[token as usize].pos == Pos::Vbn;
    let adverb = token.checked_sub(1).filter(|&t| doc.tokens[t as usize].pos == Pos::Rb);
    is_participle && doc.text_of(token).ends_with("ed") && adverb.is_some_and(|t| doc.text_of(t).ends_with("ly"))
}

/// "ex-chat", but not "ex-Muslim".
pub(super) fn is_former(word: &str) -> bool {
    word.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("ex-")) && !word[3..].starts_with(char::is_uppercase)
}

fn is_unit(word: &str) -> bool {
    #[rustfmt::skip]
    const UNITS: &[&str] = &[
        "day", "dollar", "euro", "foot", "gigabyte", "hour", "inch", "kilometer", "kilometre", "megabit", "megabyte", "megapixel",
        "meter", "metre", "mile", "minute", "month", "pence", "point", "pound", "seat", "second", "ton", "tonne", "week", "year",
    ];
    UNITS.contains(&word)
}
