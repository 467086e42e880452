//! One thing, one tag.

use super::candidates::{Candidate, Place, Standing, hash};
use super::lexicon::TagLexicon;
use super::shape::is_titled_line;
use super::words::{Occurrences, Words};
use super::{fixed, label};
use crate::analysis::TagKind;
use crate::model::Model;
use crate::text::{Document, Pos};
use rustc_hash::{FxBuildHasher, FxHashMap};

/// A repeated phrase stands for its part ("border wall" for "wall") when it has at least this share of its places.
const STANDS_FOR: f32 = 0.25;
/// The same for a phrase that stands only once.
const STANDS_FOR_ONCE: f32 = 0.5;
/// So many first sentences are the lead, whose phrases name what the article is about.
const LEAD: u32 = 2;
/// A full name longer than this, in words, gives way to its acronym.
const MAX_FULL_NAME: usize = 5;

/// Marks phrases of common nouns that came together only by chance: said once, and not of words that the article
/// is about, or with a head or owner that says nothing of them.
pub(super) fn mark_chance_phrases(
    doc: &Document,
    candidates: &mut [Candidate],
    occurrences: &Occurrences,
    headline: &Words,
    model: &Model,
) {
    let is_noun = |token: u32| doc.tokens[token as usize].pos.is_noun();
    let is_proper = |token: u32| doc.tokens[token as usize].pos.is_proper();
    let came_by_chance = |c: &Candidate| {
        let place = &c.places[0];
        let is_free = c.is_phrase() && c.kind.is_none() && !place.proper && !fixed::is_expression(&c.key);
        let is_told = || place.whole && headline.has(&c.key) && place.tokens.clone().all(is_noun);
        let is_topical = !model.tags.is_generic(doc.text_of(place.tokens.end - 1))
            && (is_told()
                || is_compound(doc, place) && occurrences.most(&place.tokens) > 1
                || occurrences.least(&place.tokens) > 1 && !is_proper(place.tokens.start));
        let head = doc.text_of(place.tokens.end - 1);
        // Names that nobody but a capitalised line knows.
        let is_titled =
            || c.is_phrase() && c.kind.is_none() && is_titled_line(doc, &doc.sentences[place.sentence as usize]);
        let is_clause = || has_plural_modifier(doc, place, &model.tags);
        is_free && (c.count() == 1 && (!is_topical || is_clause()) || model.people.is_person_noun(head))
            || c.count() == 1 && place.proper && is_titled()
    };
    for candidate in candidates {
        if came_by_chance(candidate) {
            candidate.standing = Standing::Chance;
        }
    }
}

/// Whether a noun in the plural stands before another noun, though nouns do that in the singular but for a few: what
/// follows is a verb more often than not ("partners huddle").
fn has_plural_modifier(doc: &Document, place: &Place, words: &TagLexicon) -> bool {
    let modifiers = place.tokens.start..place.tokens.end - 1;
    modifiers.clone().any(|t| doc.tokens[t as usize].pos == Pos::Nns && !words.is_plural(doc.text_of(t)))
}

/// Whether a phrase names its subject rather than describes it: it stands in the lead, or is made of nouns only.
fn is_compound(doc: &Document, place: &Place) -> bool {
    place.sentence < LEAD || place.tokens.clone().all(|token| doc.tokens[token as usize].pos.is_noun())
}

/// Joins an acronym with the name that it abbreviates: "World Health Organization (WHO)", or without the brackets
/// when it has at least three letters. The full name is kept unless it is very long.
pub(super) fn join_acronyms(doc: &Document, candidates: &mut Vec<Candidate>) {
    let by_start: FxHashMap<u32, usize> = places(candidates).map(|(i, start, _)| (start, i)).collect();
    let mut pairs: Vec<(usize, usize)> = places(candidates)
        .filter(|&(_, _, end)| (end as usize) < doc.tokens.len() && doc.text_of(end) == "(")
        .filter_map(|(long, _, end)| Some((long, *by_start.get(&(end + 1))?)))
        .filter(|&(long, short)| long != short && abbreviates(&candidates[short].key, &candidates[long].key))
        .collect();
    pairs.extend(unstated(doc, candidates));
    for (long, short) in pairs {
        let full = candidates[long].words().count() <= MAX_FULL_NAME;
        let (keep, drop) = if full { (long, short) } else { (short, long) };
        absorb(candidates, keep, drop);
    }
    candidates.retain(|c| !c.places.is_empty());
}

/// Acronyms and full names that fit each other although the text does not say that they are the same.
fn unstated(doc: &Document, candidates: &[Candidate]) -> Vec<(usize, usize)> {
    let is_acronym = |c: &Candidate| {
        let word = doc.text_of(c.first());
        !c.is_phrase() && (3..=6).contains(&word.len()) && word.chars().all(|c| c.is_ascii_uppercase())
    };
    let longs: Vec<usize> = (0..candidates.len())
        .filter(|&i| {
            candidates[i].is_phrase() && candidates[i].places[0].proper && candidates[i].words().nth(1).is_some()
        })
        .collect();
    let shorts = (0..candidates.len()).filter(|&i| is_acronym(&candidates[i]));
    shorts
        .filter_map(|short| {
            let long = longs.iter().find(|&&long| abbreviates(&candidates[short].key, &candidates[long].key))?;
            Some((*long, short))
        })
        .collect()
}

/// Candidate, first token and end of every whole place.
fn places(candidates: &[Candidate]) -> impl Iterator<Item = (usize, u32, u32)> {
    candidates
        .iter()
        .enumerate()
        .flat_map(|(i, c)| c.places.iter().filter(|p| p.whole).map(move |p| (i, p.tokens.start, p.tokens.end)))
}

fn absorb(candidates: &mut [Candidate], keep: usize, drop: usize) {
    if candidates[keep].places.is_empty() || candidates[drop].places.is_empty() {
        return;
    }
    let mut moved = std::mem::take(&mut candidates[drop].places);
    candidates[keep].kind = candidates[keep].kind.or(candidates[drop].kind).or(Some(TagKind::Organisation));
    candidates[keep].joined.append(&mut moved);
}

/// Whether `short` is made of the initials of `long`, which may have small words between ("Bank of England").
fn abbreviates(short: &str, long: &str) -> bool {
    let is_small = |w: &str| matches!(w, "of" | "and" | "for" | "the" | "in" | "on" | "&");
    let initials =
        |small: bool| long.split([' ', '-']).filter(move |w| small || !is_small(w)).filter_map(|w| w.chars().next());
    let letters = || short.chars().filter(|c| c.is_alphanumeric());
    long.contains(' ') && letters().nth(1).is_some() && (initials(false).eq(letters()) || initials(true).eq(letters()))
}

/// Joins what differs only in number, in a hyphen or in being taken for a name: "Protesters" and "protesters".
pub(super) fn join_variants(candidates: &mut Vec<Candidate>) {
    let mut singular = String::new();
    let mut by_singular: FxHashMap<u64, usize> = FxHashMap::with_capacity_and_hasher(candidates.len(), FxBuildHasher);
    for index in 0..candidates.len() {
        singular.clear();
        let key = &candidates[index].key;
        singular.extend(key.split('-').flat_map(|part| [" ", part]).skip(1));
        let last = singular.rfind(' ').map_or(0, |space| space + 1);
        label::make_singular(&mut singular, last);
        let slot = by_singular.entry(hash(&singular)).or_insert(index);
        if *slot != index {
            let keep_other = candidates[*slot].count() >= candidates[index].count();
            let (keep, drop) = if keep_other { (*slot, index) } else { (index, *slot) };
            *slot = keep;
            merge(candidates, keep, drop);
        }
    }
    candidates.retain(|c| !c.places.is_empty());
}

/// Lets one candidate take the places of another as its own, in the order of the text. It is no name if the other,
/// found as often, is none.
fn merge(candidates: &mut [Candidate], keep: usize, drop: usize) {
    let moved = std::mem::take(&mut candidates[drop].places);
    if moved.len() == candidates[keep].count() && candidates[drop].kind.is_none() {
        candidates[keep].kind = None;
    }
    candidates[keep].standing = candidates[keep].standing.min(candidates[drop].standing);
    candidates[keep].places.extend(moved);
    candidates[keep].places.sort_by_key(|p| p.tokens.start);
}

/// Decides between each phrase and its parts, of which one stands for both: "security guarantees" or "guarantees".
///
/// It is the phrase when that is repeated and common enough among the places of the part, and then it counts its
/// places. The other is found, but not shown.
pub(super) fn join_parts(doc: &Document, candidates: &mut [Candidate], headline: &Words, words: &TagLexicon) {
    let in_own_right = candidates.iter().enumerate().filter(|(_, c)| c.standing == Standing::OwnRight);
    let by_key: FxHashMap<&str, usize> = in_own_right.map(|(i, c)| (c.key.as_str(), i)).collect();
    let mut dropped = vec![false; candidates.len()];
    let mut joins: Vec<(usize, usize)> = Vec::new();
    // Longest first, so that a phrase that has lost does not take its parts with it.
    let mut by_length: Vec<usize> = by_key.values().copied().filter(|&i| candidates[i].is_phrase()).collect();
    by_length.sort_unstable();
    by_length.sort_by_key(|&i| std::cmp::Reverse(candidates[i].words().count()));
    for whole in by_length {
        if dropped[whole] {
            continue;
        }
        let phrase = &candidates[whole];
        let parts = || parts(&phrase.key, &by_key).filter(|&part| !dropped[part]);
        let is_told = phrase.share(|p| p.whole) > 0.0 && headline.has(&phrase.key);
        let stands = |part: &Candidate| {
            stands_for(phrase, part, is_told) || introduces(doc, phrase, part) || words.is_dull(&part.key)
        };
        if parts().any(|part| !stands(&candidates[part])) {
            dropped[whole] = true;
            continue;
        }
        let first = joins.len();
        joins.extend(parts().filter(|&part| !is_another_thing(phrase, &candidates[part])).map(|part| (whole, part)));
        for &(_, part) in &joins[first..] {
            dropped[part] = true;
        }
    }
    for (candidate, _) in candidates.iter_mut().zip(dropped).filter(|(_, dropped)| *dropped) {
        candidate.standing = Standing::Aside;
    }
    for (whole, part) in joins {
        join_part(candidates, whole, part);
        candidates[part].standing = Standing::Part;
    }
}

/// Lets `whole` count the places of `part` that do not lie within it.
fn join_part(candidates: &mut [Candidate], whole: usize, part: usize) {
    let is_within = |end: u32| candidates[whole].places.binary_search_by_key(&end, |p| p.tokens.end).is_ok();
    let outside: Vec<Place> = candidates[part].places.iter().filter(|p| !is_within(p.tokens.end)).cloned().collect();
    candidates[whole].joined.extend(outside);
}

/// Whether a phrase may be kept beside or instead of one of its parts; one in the headline needs fewer places.
fn stands_for(whole: &Candidate, part: &Candidate, is_told: bool) -> bool {
    if is_another_thing(whole, part) || whole.kind.is_some() && part.kind.is_none() {
        return true;
    }
    let share = whole.count() as f32 / part.count() as f32;
    share >= if whole.count() > 1 || is_told { STANDS_FOR } else { STANDS_FOR_ONCE }
}

/// Whether the article names a thing in full and goes on with its noun: "the Nobel Prize … the prize", "a bus crash …
/// the crash".
fn introduces(doc: &Document, whole: &Candidate, part: &Candidate) -> bool {
    let (full, short) = (&whole.places[0], &part.places[0]);
    let is_name = full.proper && !short.proper || fixed::is_expression(&whole.key);
    let is_compound = || full.whole && full.tokens.clone().all(|t| doc.tokens[t as usize].pos.is_noun());
    (is_name || is_compound()) && whole.first() <= part.first() && full.tokens.end == short.tokens.end
}

/// A place in a longer name is another thing than what is named, and so is an organisation in a phrase of common
/// nouns ("NATO summit").
fn is_another_thing(whole: &Candidate, part: &Candidate) -> bool {
    part.kind == Some(TagKind::Place) || part.kind.is_some() && !whole.places[0].proper
}

/// The candidates whose key is a true part of `key`, one after another.
fn parts<'k>(key: &'k str, by_key: &'k FxHashMap<&str, usize>) -> impl Iterator<Item = usize> + 'k {
    let starts = move || std::iter::once(0).chain(key.match_indices(' ').map(|(i, _)| i + 1));
    let ends = move || key.match_indices(' ').map(|(i, _)| i).chain(std::iter::once(key.len()));
    starts()
        .flat_map(move |start| ends().map(move |end| (start, end)))
        .filter(move |&(start, end)| start < end && end - start < key.len())
        .filter_map(move |(start, end)| by_key.get(&key[start..end]).copied())
}
