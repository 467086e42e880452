//! Whose word a statement is, and whether it can be told without them.

use super::clause::Clause;
use super::lexicon::{DUBIOUS, OFFICIAL, OPINION, SAYING};
use crate::text::parser::Relation::{Adverbial, Attribute, Clause as Said, Conjunct, Negation, Object, Other, Subject};
use crate::text::{EntityKind, Pos};
use std::ops::RangeInclusive;

/// Verbs of what was seen to be so.
const FACTUAL: [&str; 6] = ["reported", "announced", "confirmed", "found", "showed", "revealed"];

/// The verb of what is said, if a verb says that somebody says it; before ", police said" whatever it is taken for.
pub(super) fn said(clause: &Clause<'_>, verb: usize) -> Option<usize> {
    if !clause.words[verb].any(SAYING) {
        return None;
    }
    let speaker = clause.child(verb, Subject).filter(|&speaker| clause.set_off(speaker));
    let said = |child: &usize| {
        let before = speaker.is_some_and(|speaker| *child < speaker);
        clause.is_clause(*child) && (before || clause.relation(*child) == Said)
    };
    clause.children(verb).find(said)
}

/// Whether a word is the verb of ", police said" after what they said.
pub(super) fn is_source(clause: &Clause<'_>, verb: usize) -> bool {
    clause.words[verb].any(SAYING)
        && matches!(clause.relation(verb), Conjunct | Other | Adverbial)
        && clause.set_off(verb)
        && clause.has(verb, &[Subject])
        && !clause.has(verb, &[Said, Object])
}

/// Whether what is said in some words can be told as so: an office or organisation states it, and it is no opinion.
pub(super) fn is_sure(clause: &Clause<'_>, verb: usize, said: RangeInclusive<usize>) -> bool {
    let source = || clause.subtree(verb).filter(|i| !said.contains(i));
    let known = |i: usize| {
        let word = &clause.words[i];
        word.any(OFFICIAL)
            || word.entity() == Some(EntityKind::Organisation)
            || FACTUAL.iter().any(|verb| word.is(verb))
    };
    // A spokesman speaks for one side, but the police's for what was found.
    let known = |i: usize| known(i) && !clause.words[i].text.starts_with("spokes");
    // "is naive": a judgement.
    let judged = |i: usize| matches!(clause.relation(i), Attribute | Said) && clause.words[i].pos.is_adjective();
    let doubtful = |i: usize| clause.words[i].any(DUBIOUS) && !clause.words[i].finite();
    let opinion = |i: usize| clause.words[i].any(OPINION) && clause.words[i].pos != Pos::Nn;
    let forecast = |i: usize| ["will", "would", "could"].iter().any(|modal| clause.words[i].is(modal));
    let negated = clause.has(verb, &[Negation]);
    let person = clause.child(verb, Subject).is_some_and(|speaker| clause.is_person(speaker));
    // Whose words a quotation has must be said.
    !said.clone().any(|i| super::form::is_quote(clause.words[i].text))
        && source().any(known)
        && !source().any(doubtful)
        && !said.clone().any(|i| opinion(i) || judged(i) || forecast(i))
        && !negated
        && !person
}

/// "when a bus overturned" in "were killed when a bus overturned, police said", which hangs on "said": where it ends.
pub(super) fn end_of_said(clause: &Clause<'_>, verb: usize) -> Option<usize> {
    if !clause.words[verb].any(SAYING) || clause.relation(verb) != Adverbial {
        return None;
    }
    let speaker = clause.child(verb, Subject)?;
    let said = clause.child(verb, Said).filter(|&said| said < speaker)?;
    clause.set_off(speaker).then(|| clause.end(said))
}
