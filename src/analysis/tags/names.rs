//! The names of places and organisations as candidates: where one ends, and what only looks like one.

use super::candidates::{Found, Place};
use super::label;
use super::walk::{is_day_of, is_number_of_name, is_party_mark};
use crate::analysis::TagKind;
use crate::text::{Document, Entity, EntityKind, Pos};
use std::ops::Range;

/// A place or organisation: the name without what stands before it.
pub(super) fn name(sentence: u32, entity: &Entity, found: &mut Found) {
    let mut rest = entity.tokens.clone();
    while let Some(border) = border_in_name(found, entity.kind, &rest) {
        // Of "the UN's Food and Agriculture Organisation" only the last is the organisation.
        if found.doc.tokens[border as usize].pos != Pos::Pos {
            add_name(sentence, entity.kind, rest.start..border, found);
        }
        rest.start = border + 1;
    }
    add_name(sentence, entity.kind, rest, found);
}

/// The comma or "and" between two places ("Martinsville, Virginia"), or the possessive after whom a part of it belongs to.
fn border_in_name(found: &Found, kind: EntityKind, tokens: &Range<u32>) -> Option<u32> {
    let doc = found.doc;
    let mut inner = tokens.clone().skip(1);
    match kind {
        EntityKind::Place if found.lexicon.nation(doc.slice(doc.span_of(tokens.clone()))).is_none() => {
            inner.find(|&t| matches!(doc.text_of(t), "," | "and"))
        }
        EntityKind::Organisation if is_list(doc, tokens) => inner.find(|&t| matches!(doc.text_of(t), "," | "and")),
        EntityKind::Organisation if inner.clone().any(|t| is_between_bodies(doc, tokens, t)) => {
            inner.find(|&t| is_between_bodies(doc, tokens, t))
        }
        EntityKind::Organisation => inner.find(|&t| {
            let owner = doc.text_of(t - 1);
            let is_big = found.lexicon.nation(owner).is_some()
                || label::written_out(owner).is_some()
                || matches!(owner, "Union" | "Nations");
            doc.tokens[t as usize].pos == Pos::Pos && t + 1 < tokens.end && (is_big || t > tokens.start + 2)
        }),
        _ => None,
    }
}

/// Whether a name begins a word earlier: "Sri Lanka", "Three Gorges".
fn begins_before(doc: &Document, sentence: u32, token: u32) -> bool {
    let sentence = &doc.sentences[sentence as usize];
    token > sentence.tokens.start
        && (doc.text_of(token - 1) == "Sri" && doc.text_of(token) == "Lanka"
            || is_number_of_name(doc, sentence, token - 1))
}

/// Whether it is one name after another, of a word each: "Lindemans, Penfolds and Rosemount".
fn is_list(doc: &Document, tokens: &Range<u32>) -> bool {
    let separates = |t: u32| matches!(doc.text_of(t), "," | "and");
    let alternates = tokens.clone().all(|t| separates(t) == ((t - tokens.start) % 2 == 1));
    tokens.len() > 3 && alternates && tokens.clone().any(|t| doc.text_of(t) == ",")
}

/// Whether an "and" stands between two names: "the University of Larnburg and Barfield Shipping", but "the Food and Drug
/// Administration".
fn is_between_bodies(doc: &Document, tokens: &Range<u32>, and: u32) -> bool {
    let left = tokens.start..and;
    doc.text_of(and) == "and"
        && left.len() > 1
        && tokens.end > and + 2
        && (is_body(doc.text_of(and - 1))
            || left.clone().any(|t| is_of_a_place(doc.text_of(t)) && doc.text_of(t + 1) == "of"))
}

/// What stands before the name of a place, not before what a body is for ("Institute of Allergy and Infectious Diseases").
fn is_of_a_place(word: &str) -> bool {
    matches!(word, "College" | "Union" | "University")
}

/// What the name of a body ends with.
fn is_body(word: &str) -> bool {
    #[rustfmt::skip]
    const BODIES: &[&str] = &[
        "Association", "Bank", "Club", "College", "Committee", "Company", "Corporation", "Council", "Federation", "Foundation",
        "Fund", "Guard", "Hospital", "Institute", "League", "Museum", "Party", "Society", "Union", "University",
    ];
    BODIES.contains(&word)
}

fn add_name(sentence: u32, kind: EntityKind, mut tokens: Range<u32>, found: &mut Found) {
    let doc = found.doc;
    while tokens.start < tokens.end && is_before_name(doc, tokens.start) {
        tokens.start += 1;
    }
    if begins_before(doc, sentence, tokens.start) {
        tokens.start -= 1;
    }
    if is_day_of(doc, tokens.end) {
        tokens.end += 2;
    }
    if tokens.is_empty() || !is_name(found, &tokens) || is_gloss(doc, tokens.start) || is_speaker(doc, &tokens) {
        return;
    }
    if is_dateline(doc, tokens.start) {
        return;
    }
    let surname =
        (tokens.len() > 1 || kind == EntityKind::Organisation) && found.surnames.contains(&doc.text_of(tokens.end - 1));
    // "United States District Court Judge" is what somebody is.
    let is_office = kind == EntityKind::Organisation
        && tokens.len() > 1
        && found.people.get(tokens.end as usize) == Some(&true)
        && found.lexicon.is_office(doc.text_of(tokens.end - 1));
    if is_office {
        return;
    }
    let human = surname || kind == EntityKind::Organisation && is_titled(found, &tokens);
    let cited = is_cited(doc, &tokens);
    let kind = if kind == EntityKind::Place { TagKind::Place } else { TagKind::Organisation };
    found.add(Place { tokens, sentence, whole: true, proper: true, cited, kind: Some(kind) }, human);
}

/// An article, or a word such as "state-owned" that the name does not begin with.
fn is_before_name(doc: &Document, token: u32) -> bool {
    let word = doc.text_of(token);
    let common = matches!(doc.tokens[token as usize].pos, Pos::Dt | Pos::Jj | Pos::Nn | Pos::Nns | Pos::Vbn | Pos::Vbd)
        && !word.contains(|c: char| c.is_uppercase() || c.is_ascii_digit());
    word.eq_ignore_ascii_case("the")
        || doc.tokens[token as usize].pos == Pos::Pos
        || common && word.len() > 2
        || !word.starts_with(char::is_alphanumeric)
}

/// Whether it looks like a name, and not like a nationality, a code or the name of a day.
fn is_name(found: &Found, tokens: &Range<u32>) -> bool {
    let doc = found.doc;
    let first = doc.text_of(tokens.start);
    let has_capital = tokens.clone().any(|t| doc.text_of(t).contains(char::is_uppercase));
    let long_enough = tokens.clone().any(|t| doc.text_of(t).chars().nth(1).is_some());
    let alone = tokens.len() == 1;
    let nationality = alone && is_nationality(found, first);
    has_capital
        && long_enough
        && !nationality
        && !(alone && is_party_mark(first))
        && !(alone && found.words.is_generic(first))
}

/// Whether a word is the adjective of a country, or its people: "Cuban", "Saudis".
fn is_nationality(found: &Found, word: &str) -> bool {
    let is = |word: &str| found.lexicon.nation(word).is_some_and(|adjective| adjective.eq_ignore_ascii_case(word));
    is(word) || word.strip_suffix('s').is_some_and(is)
}

/// Whether a word in the plural is the people of a country: "Serbians".
pub(super) fn is_people(found: &Found, token: u32) -> bool {
    found.doc.tokens[token as usize].pos == Pos::Nnps && is_nationality(found, found.doc.text_of(token))
}

/// Whether it stands right behind a bracket, as the name of a language does in a gloss.
fn is_gloss(doc: &Document, first: u32) -> bool {
    first > 0
        && doc.text_of(first - 1) == ")"
        && doc.tokens[first as usize - 1].span.end == doc.tokens[first as usize].span.start
}

/// Whether it is the name of who speaks in an interview: before a colon at the beginning of a sentence, or in two
/// pairs of brackets.
pub(super) fn is_speaker(doc: &Document, tokens: &Range<u32>) -> bool {
    let sentence = &doc.sentences[doc.sentence_of(tokens.start) as usize];
    let bracketed = tokens.start > 1 && (1..3).all(|back| doc.text_of(tokens.start - back) == "(");
    tokens.start <= sentence.tokens.start + 1 && word_after(doc, tokens) == ":" || bracketed
}

/// Whether a place in capitals opens an agency's copy: "KABUL (AP)", "PARIS: ".
pub(super) fn is_dateline(doc: &Document, token: u32) -> bool {
    let word = doc.text_of(token);
    let shouted = word.len() > 3 && word.chars().all(|c| c.is_ascii_uppercase());
    shouted && (1..6).any(|on| matches!(word_at(doc, token + on), "(" | "•" | ":" | "-" | "—" | "–" | "--"))
}

/// Whether an office stands right before it: "Director-General Tedros".
pub(super) fn is_titled(found: &Found, tokens: &Range<u32>) -> bool {
    let before = |token: u32| {
        let word = found.doc.text_of(token);
        word.starts_with(char::is_uppercase) && found.lexicon.is_office(word)
    };
    tokens.len() <= 3 && tokens.start > 0 && before(tokens.start - 1)
}

/// Whether it is only named as a source: "told Reuters", "according to the BBC", "CNN reported".
fn is_cited(doc: &Document, tokens: &Range<u32>) -> bool {
    let before = |back: u32| tokens.start.checked_sub(back).map_or("", |t| doc.text_of(t));
    let article = u32::from(before(1).eq_ignore_ascii_case("the"));
    let (last, last_but_one) = (before(1 + article), before(2 + article));
    last == "told"
        || last == "("
        || matches!(last, "to" | "by" | "with") && is_citing(last_but_one)
        || matches!(word_after(doc, tokens), "reported" | "reports" | "said" | "says" | "noted" | "wrote")
}

fn is_citing(word: &str) -> bool {
    matches!(
        word,
        "According"
            | "according"
            | "Speaking"
            | "speaking"
            | "spoke"
            | "reported"
            | "interview"
            | "quoted"
            | "published"
    )
}

pub(super) fn word_after<'d>(doc: &Document<'d>, tokens: &Range<u32>) -> &'d str {
    word_at(doc, tokens.end)
}

/// A word, or nothing behind the last.
fn word_at<'d>(doc: &Document<'d>, token: u32) -> &'d str {
    doc.tokens.get(token as usize).map_or("", |_| doc.text_of(token))
}
