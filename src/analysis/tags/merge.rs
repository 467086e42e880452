//! One thing, one tag.

use super::candidates::Candidate;
use crate::analysis::TagKind;
use crate::text::Document;
use rustc_hash::FxHashMap;

/// A longer phrase stands for its part when at least this share of the part's places lie in it.
const STANDS_FOR: f32 = 0.5;

/// Joins an acronym with the name that it abbreviates where the text says so: "World Health Organization (WHO)".
///
/// The candidate that is used more often keeps its name and takes over the places of the other.
pub(super) fn join_acronyms(doc: &Document, candidates: &mut Vec<Candidate>) {
    let by_start: FxHashMap<u32, usize> = places(candidates).map(|(i, start, _)| (start, i)).collect();
    let pairs: Vec<(usize, usize)> = places(candidates)
        .filter(|&(_, _, end)| (end as usize) < doc.tokens.len() && doc.text_of(end) == "(")
        .filter_map(|(long, _, end)| Some((long, *by_start.get(&(end + 1))?)))
        .filter(|&(long, short)| long != short && abbreviates(&candidates[short].key, &candidates[long].key))
        .collect();
    for (long, short) in pairs {
        absorb(candidates, long, short);
    }
    candidates.retain(|c| !c.places.is_empty());
}

/// Candidate, first token and end of every whole place.
fn places(candidates: &[Candidate]) -> impl Iterator<Item = (usize, u32, u32)> {
    candidates
        .iter()
        .enumerate()
        .flat_map(|(i, c)| c.places.iter().filter(|p| p.whole).map(move |p| (i, p.tokens.start, p.tokens.end)))
}

fn absorb(candidates: &mut [Candidate], a: usize, b: usize) {
    if candidates[a].places.is_empty() || candidates[b].places.is_empty() {
        return;
    }
    let (keep, drop) = if candidates[a].count() > candidates[b].count() { (a, b) } else { (b, a) };
    let mut moved = std::mem::take(&mut candidates[drop].places);
    candidates[keep].kind = candidates[keep].kind.or(candidates[drop].kind).or(Some(TagKind::Organisation));
    candidates[keep].joined.append(&mut moved);
}

/// Whether `short` is made of the initials of `long`, which may have small words between ("Bank of England").
fn abbreviates(short: &[String], long: &[String]) -> bool {
    let [short] = short else { return false };
    let initials = |small: bool| -> String {
        long.iter()
            .flat_map(|w| w.split('-'))
            .filter(|w| small || !matches!(*w, "of" | "and" | "for" | "the" | "in" | "on" | "&"))
            .filter_map(|w| w.chars().next())
            .collect()
    };
    let short: String = short.chars().filter(|c| c.is_alphanumeric()).collect();
    long.len() > 1 && short.len() > 1 && (initials(false) == short || initials(true) == short)
}

/// The indices of `order` without those that another, better or equally good one already says.
///
/// Of a phrase and its part ("security guarantees", "guarantees") one is kept: the phrase when it holds at least
/// half of the places of the part, else the part.
pub(super) fn without_near_duplicates(candidates: &[Candidate], order: &[usize]) -> Vec<usize> {
    let by_key: FxHashMap<&[String], usize> =
        candidates.iter().enumerate().map(|(i, c)| (c.key.as_slice(), i)).collect();
    let mut dropped = vec![false; candidates.len()];
    // Longest first, so that a phrase that has lost does not take its parts with it.
    let mut by_length: Vec<usize> = order.to_vec();
    by_length.sort_by_key(|&i| std::cmp::Reverse(candidates[i].key.len()));
    for whole in by_length {
        if dropped[whole] {
            continue;
        }
        for part in parts(&candidates[whole].key, &by_key) {
            let share = candidates[whole].count() as f32 / candidates[part].count() as f32;
            let loser = if share >= STANDS_FOR || is_better_name(candidates, whole, part) { part } else { whole };
            dropped[loser] = true;
        }
    }
    order.iter().copied().filter(|&i| !dropped[i]).collect()
}

/// The candidates whose key is a true part of `key`, one after another.
fn parts<'k>(key: &'k [String], by_key: &'k FxHashMap<&[String], usize>) -> impl Iterator<Item = usize> + 'k {
    let n = key.len();
    (0..n)
        .flat_map(move |start| (start + 1..=n).map(move |end| (start, end)))
        .filter(move |&(start, end)| end - start < n)
        .filter_map(move |(start, end)| by_key.get(&key[start..end]).copied())
}

/// A place within the name of an organisation is another thing; both may stay only if the part is no mere word.
fn is_better_name(candidates: &[Candidate], whole: usize, part: usize) -> bool {
    candidates[whole].kind.is_some() && candidates[part].kind.is_none()
}
