//! What a sentence can spare: words that say when, asides, and what a person is besides being named.
//!
//! Nothing that bears on the truth of the rest is ever left out: no negation, condition, quantity or hedge.

use std::ops::Range;

use super::words::{DAYS, MONTHS, Words};
use crate::analysis::Person;
use crate::text::Pos;

/// Longest opening before a comma that is left out, in tokens.
const MAX_OPENING: u32 = 22;
/// Words with which an opening begins that can be left out.
const OPENINGS: &[&str] = &[
    "on",
    "in",
    "at",
    "after",
    "before",
    "during",
    "early",
    "late",
    "earlier",
    "later",
    "last",
    "this",
    "following",
    "from",
    "amid",
    "over",
    "throughout",
    "as",
    "speaking",
    "meanwhile",
    "however",
    "also",
    "recently",
    "today",
    "yesterday",
    "tonight",
    "around",
    "about",
    "very",
    "just",
    "between",
    "for",
    "to",
    "according",
    "under",
    "with",
    "despite",
    "separately",
    "previously",
    "since",
    "next",
    "two",
    "three",
    "several",
    "a",
    "the",
    "shortly",
    "moreover",
    "furthermore",
    "additionally",
    "but",
    "and",
    "yet",
    "while",
    "although",
];
/// Words in an opening on which the rest depends.
const CONDITIONS: &[&str] = &[
    "if",
    "unless",
    "without",
    "not",
    "never",
    "no",
    "until",
    "according",
    "provided",
    "alleged",
    "allegedly",
    "reported",
    "reportedly",
    "poll",
    "polls",
    "rumours",
    "rumors",
    "unlikely",
    "contrary",
];
const ADVERBS: &[&str] = &["recently", "also", "meanwhile", "however", "today", "yesterday", "tonight", "tomorrow"];
const RELATIVE: &[&str] = &["who", "which", "whose", "where", "whom"];

/// The tokens of a sentence that are left when all that it can spare is gone; without the roles of persons that stand
/// before their names unless `roles`.
pub(super) fn kept(words: Words<'_, '_>, sentence: Range<u32>, people: &[Person], roles: bool) -> Vec<u32> {
    let mut spare = vec![false; sentence.len()];
    let mut mark = |range: Range<u32>| {
        for token in range {
            spare[(token - sentence.start) as usize] = true;
        }
    };
    let mut start = sentence.start;
    loop {
        let next = opening(words, start..sentence.end);
        if next == start {
            break;
        }
        start = next;
    }
    mark(sentence.start..start);
    let mut token = start;
    while token < sentence.end {
        let end =
            aside(words, start..sentence.end, token).or_else(|| time(words, sentence.clone(), token)).unwrap_or(token);
        mark(token..end);
        token = end.max(token + 1);
    }
    if let Some(comma) = attribution(words, start..sentence.end) {
        mark(comma..sentence.end);
    }
    if !roles {
        people.iter().flat_map(|person| role_before(words, &sentence, person)).for_each(mark);
    }
    sentence.clone().filter(|token| !spare[(token - sentence.start) as usize]).collect()
}

/// Where an attribution begins that ends the sentence: ", police said". One that makes the news less sure stays.
fn attribution(words: Words<'_, '_>, sentence: Range<u32>) -> Option<u32> {
    const SAID: &[&str] =
        &["said", "says", "say", "announced", "confirmed", "stated", "reported", "told", "adds", "added"];
    let comma = sentence.clone().rev().find(|&t| {
        let near = t + 1..sentence.end.min(t + 7);
        words.comma(t) && near.into_iter().any(|t| words.is(t, SAID) && words.finite(t))
    })?;
    let complete = (sentence.start..comma).any(|t| words.finite(t));
    let rest = comma + 1..sentence.end;
    let relative = words.is(rest.start, RELATIVE) || words.is(rest.start, &["and", "but", "as", "after", "when"]);
    let unsure = rest.clone().any(|t| words.is(t, super::cuts::BINDING));
    (complete && !relative && !unsure && rest.len() < 14).then_some(comma)
}

/// Where the sentence begins when its opening is left out: "On Thursday, " or "However, ".
fn opening(words: Words<'_, '_>, sentence: Range<u32>) -> u32 {
    let first = sentence.start;
    if let Some(end) = time(words, sentence.clone(), first)
        && end < sentence.end
    {
        return if words.comma(end) { end + 1 } else { end };
    }
    let known = words.is(first, OPENINGS) || matches!(words.pos(first), Pos::Rb | Pos::Vbg | Pos::Vbn);
    let comma = (first..sentence.end.min(first + MAX_OPENING)).filter(|&t| words.comma(t)).find(|&t| {
        let rest = t + 1..sentence.end;
        begins_clause(words, rest)
    });
    let Some(comma) = comma.filter(|_| known) else { return first };
    let inside = first..comma;
    let depends = inside.clone().any(|t| words.is(t, CONDITIONS));
    let clause = inside.clone().any(|t| words.finite(t)) && !words.is(first, &["after", "while", "although", "as"]);
    if depends || clause { first } else { comma + 1 }
}

/// Whether a clause begins: a subject that is no pronoun, then its verb, before the next comma or after an aside.
fn begins_clause(words: Words<'_, '_>, range: Range<u32>) -> bool {
    let subject = matches!(
        words.pos(range.start),
        Pos::Dt
            | Pos::Nn
            | Pos::Nns
            | Pos::Nnp
            | Pos::Nnps
            | Pos::Cd
            | Pos::Jj
            | Pos::Prp
            | Pos::PrpS
            | Pos::Jjr
            | Pos::Vbn
    );
    if !subject {
        return false;
    }
    let mut nouns = false;
    for token in range.clone() {
        match words.pos(token) {
            _ if words.finite(token) => return nouns,
            Pos::Cc if !nouns => return false,
            pos if pos.is_noun() || pos == Pos::Prp => nouns = true,
            _ if words.comma(token) => return aside(words, range.clone(), token).is_some(),
            _ => {}
        }
    }
    false
}

/// The end of an aside that begins here: in brackets, between dashes, or between commas after a noun.
fn aside(words: Words<'_, '_>, within: Range<u32>, at: u32) -> Option<u32> {
    let closing = match words.text(at) {
        "(" => Some(")"),
        "[" => Some("]"),
        _ => None,
    };
    if let Some(closing) = closing {
        return (at..within.end).find(|&t| words.text(t) == closing).map(|t| t + 1);
    }
    if at == within.start {
        return None;
    }
    let dash = |t: u32| matches!(words.text(t), "-" | "–" | "—" | "--");
    if dash(at) {
        let close = (at + 2..within.end.min(at + 28)).find(|&t| dash(t))?;
        return (close + 1 < within.end && words.finite(close + 1)).then_some(close + 1);
    }
    if !words.comma(at) {
        return None;
    }
    let close =
        (at + 1..within.end.min(at + 28)).filter(|&t| words.comma(t)).find(|&t| closes(words, &within, at, t))?;
    Some(close + 1)
}

/// Whether the words between two commas are an aside: a verb follows, and between them stands no clause of its own but a
/// relative one.
fn closes(words: Words<'_, '_>, within: &Range<u32>, open: u32, close: u32) -> bool {
    let after = close + 1;
    if after >= within.end || !words.pos(open - 1).is_noun() && words.pos(open - 1) != Pos::Cd {
        return false;
    }
    let verb = words.finite(after) || words.pos(after) == Pos::Rb && after + 1 < within.end && words.finite(after + 1);
    let relative = (open + 1..close.min(open + 4)).any(|t| words.is(t, RELATIVE));
    let clause = (open + 1..close).any(|t| words.finite(t));
    let verb_before = (within.start..open).any(|t| words.finite(t));
    let negated = words.is(open + 1, &["not", "but", "and", "or"]);
    verb && !verb_before && (relative || !clause) && !negated
}

/// The end of an expression of time that begins here and can be left out.
fn time(words: Words<'_, '_>, sentence: Range<u32>, at: u32) -> Option<u32> {
    let end = sentence.end;
    let day = |t: u32| t < end && (words.is(t, DAYS) || words.is(t, &["yesterday", "today", "tonight", "tomorrow"]));
    let part = |t: u32| {
        t < end && words.is(t, &["morning", "afternoon", "evening", "night", "week", "month", "year", "weekend"])
    };
    let month = |t: u32| t < end && words.is(t, MONTHS) && words.text(t).starts_with(char::is_uppercase);
    let number = |t: u32| t < end && words.pos(t) == Pos::Cd;
    let mut t = at;
    while t < end && words.is(t, &["very", "early", "late", "earlier", "later", "on", "in", "at", "around", "about"]) {
        t += 1;
    }
    let bare = t == at;
    if t >= end || words.inside_name(at) {
        return None;
    }
    let mut found = None;
    if day(t) && !(t + 1 < end && words.text(t + 1) == "'s") {
        t += 1;
        t += u32::from(part(t));
        found = Some(t);
    } else if words.is(t, &["last", "this", "next"]) && (part(t + 1) || day(t + 1) || month(t + 1)) {
        found = Some(t + 2);
    } else if month(t) && (!bare || number(t + 1)) {
        t += 1;
        t += u32::from(number(t));
        found = Some(if t + 1 < end && words.comma(t) && number(t + 1) { t + 2 } else { t });
    } else if !bare && number(t) && t + 1 < end && words.is(t + 1, &["a.m", "p.m", "am", "pm"]) {
        t += 2;
        t += if t + 1 < end && words.is(t, &["local"]) { 2 } else { 0 };
        found = Some(t);
    } else if bare && words.is(t, ADVERBS) {
        found = Some(t + 1);
    }
    // ", yesterday,": the commas go as well.
    if let Some(t) = found
        && at > sentence.start
        && words.comma(at - 1)
        && t < end
        && words.comma(t)
    {
        return Some(t + 1);
    }
    // "Sunday's", "Monday night football", "since Monday", "Friday prayers": part of something else.
    let follows = found.filter(|&t| t < end).is_some_and(|t| words.pos(t).is_noun() && !day(t) && !words.comma(t));
    let after = at > sentence.start
        && words.is(at - 1, &["since", "until", "by", "before", "after", "the", "of", "from", "to", "for"]);
    let possessive = found.filter(|&t| t < end).is_some_and(|t| words.pos(t) == Pos::Pos);
    found.filter(|_| !(possessive || follows && at > sentence.start || bare && after))
}

/// The words before the name of a person that only say what the person is.
fn role_before(words: Words<'_, '_>, sentence: &Range<u32>, person: &Person) -> Option<Range<u32>> {
    if !person.name.contains(' ') {
        return None;
    }
    let mention = person.mentions.first()?.span;
    let name = words.doc.tokens_in(mention).start;
    let role = person.roles.iter().filter_map(|role| role.span).find(|span| span.end <= mention.start)?;
    let tokens = words.doc.tokens_in(role);
    let inside = sentence.start <= tokens.start && name < sentence.end;
    let before = (tokens.end..name).all(|t| words.punctuation(t) && !words.comma(t));
    let mut start = tokens.start;
    if start > sentence.start && words.is(start - 1, &["the", "a", "an"]) {
        start -= 1;
    }
    let part_of_verb = start > sentence.start && words.pos(start - 1) == Pos::To;
    (inside && before && !part_of_verb).then_some(start..name)
}
