//! The best cuts of a tree of parts: which of them to keep, for every length of a headline.

use super::parts::Parts;
use super::score::weight;

/// A choice of parts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cut {
    /// Characters of the kept words, a space after each.
    pub(super) chars: usize,
    /// What speaks for it.
    pub(super) merit: f32,
    /// The kept parts, a bit each.
    pub(super) kept: u64,
}

/// The cuts of at most `most` characters that no shorter cut is better than, the best first.
///
/// `chars` and `gain` are those of each part's own words. A part is kept only with the one that it belongs to, so
/// the best cuts of a part are made of those of the parts that belong to it (a knapsack over a tree).
pub(super) fn cuts(parts: &Parts, chars: &[usize], gain: &[f32], most: usize) -> Vec<Cut> {
    let own = |part: usize| Cut { chars: chars[part], merit: parts.all[part].merit + gain[part], kept: 1 << part };
    let mut fronts: Vec<Vec<Cut>> = (0..parts.all.len()).map(|part| vec![own(part)]).collect();
    // What a part needs is missed without it, and is no reason to keep the part.
    for part in parts.all.iter().skip(1).filter(|part| !part.empty) {
        fronts[part.parent][0].merit -= weight::MISSED * part.merit.max(0.0);
    }
    for part in (1..fronts.len()).rev() {
        if parts.all[part].empty {
            continue;
        }
        let with = std::mem::take(&mut fronts[part]);
        let front = &mut fronts[parts.all[part].parent];
        *front = joined(front, &with, most);
    }
    let mut best = std::mem::take(&mut fronts[Parts::ROOT]);
    best.retain(|cut| cut.chars <= most);
    best.reverse();
    best
}

/// All cuts of one front, each also together with each of the other, as far as no shorter one is better.
fn joined(front: &[Cut], other: &[Cut], most: usize) -> Vec<Cut> {
    let both = |a: &Cut, b: &Cut| Cut { chars: a.chars + b.chars, merit: a.merit + b.merit, kept: a.kept | b.kept };
    let mut all: Vec<Cut> = front.to_vec();
    all.extend(front.iter().flat_map(|a| other.iter().map(move |b| both(a, b))).filter(|cut| cut.chars <= most));
    all.sort_by(|a, b| a.chars.cmp(&b.chars).then(b.merit.total_cmp(&a.merit)));
    let mut top = f32::NEG_INFINITY;
    all.retain(|cut| {
        let better = cut.merit > top;
        top = top.max(cut.merit);
        better
    });
    all
}
