//! Names around a preposition, which noun phrases would cut in two: "European Convention on Human Rights".

use super::candidates::Found;
use super::walk::is_proper;
use crate::text::{Document, Entity, EntityKind, Pos, Sentence};
use std::ops::Range;

/// Longest name around a preposition, in words.
const MAX_NAME: u32 = 7;

/// The name that goes on after a preposition, which would cut it in two: "European Convention on Human Rights".
pub(super) fn name(found: &Found, sentence: &Sentence, preposition: u32) -> Option<Range<u32>> {
    let doc = found.doc;
    if doc.tokens[preposition as usize].pos != Pos::In || !matches!(doc.text_of(preposition), "of" | "on") {
        return None;
    }
    let of_name = |&t: &u32| {
        let is_adjective = doc.tokens[t as usize].pos == Pos::Jj && t > sentence.tokens.start;
        (is_proper(doc, t) || is_adjective && doc.text_of(t).starts_with(|c: char| c.is_ascii_uppercase()))
            && !found.people[t as usize]
    };
    let second =
        preposition + 1 + u32::from(doc.tokens.get(preposition as usize + 1).is_some_and(|t| t.pos == Pos::Dt));
    let start = (sentence.tokens.start..preposition).rev().take_while(of_name).last()?;
    let end = (second..sentence.tokens.end).take_while(of_name).last()? + 1;
    let is_long = preposition - start > 1 && end - second > 1 && end - start <= MAX_NAME;
    let last = doc.text_of(preposition - 1);
    let is_whose =
        || found.lexicon.is_office(last) || found.words.is_weak(last) || found.words.is_weak(doc.text_of(start));
    let is_place = |at: u32| kind_of(doc, at) == Some(EntityKind::Place) || is_street(doc.text_of(end - 1));
    let is_name =
        || is_long && !is_whose() && !is_place(start) && !is_place(second) && !found.words.is_weak(doc.text_of(second));
    let is_known = || entity_at(doc, start).is_some_and(|e| e.tokens.end >= end);
    (is_name() && !is_known()).then_some(start..end)
}

fn is_street(word: &str) -> bool {
    matches!(word, "Avenue" | "Road" | "Square" | "Street")
}

fn entity_at<'d>(doc: &'d Document, token: u32) -> Option<&'d Entity> {
    let next = doc.entities.partition_point(|e| e.tokens.end <= token);
    doc.entities.get(next).filter(|e| e.tokens.contains(&token))
}

pub(super) fn kind_of(doc: &Document, token: u32) -> Option<EntityKind> {
    entity_at(doc, token).map(|entity| entity.kind)
}
