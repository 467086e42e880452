//! Texts that are there twice, such as one agency story in two papers: found by the sketches of their wording, told to
//! the editor, and grouped.

use std::collections::BTreeMap;

use super::neighbours::Neighbour;
use crate::diagnostic::{Diagnostic, Place};
use crate::digest::{Story, StoryId};

/// Share of common wording from which two texts are nearly the same.
const SAME_TEXT: f32 = 0.6;
/// Similarity of words below which wording is not looked at.
const LEAST_SIMILARITY: f32 = 0.5;
/// Most warnings; what is left is told in one more.
const MAX_WARNINGS: usize = 20;
/// Most files that one warning names as copies.
const MAX_NAMED: usize = 4;

/// Which stories have nearly the same text.
#[derive(Debug)]
pub(super) struct Copies {
    /// The first story of the group of each; itself when it has no copy.
    first: Vec<StoryId>,
}

impl Copies {
    /// Whether two stories have nearly the same text, be it by way of a third.
    pub(super) fn are_copies(&self, a: StoryId, b: StoryId) -> bool {
        self.first[a as usize] == self.first[b as usize]
    }

    /// Each copy, with the first of its group.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (StoryId, StoryId)> + '_ {
        (0..).zip(&self.first).map(|(id, first)| (*first, id)).filter(|(first, id)| first != id)
    }

    fn join(&mut self, a: StoryId, b: StoryId) {
        let (a, b) = (self.root(a), self.root(b));
        self.first[a.max(b) as usize] = a.min(b);
    }

    fn root(&self, mut id: StoryId) -> StoryId {
        while self.first[id as usize] != id {
            id = self.first[id as usize];
        }
        id
    }
}

/// Compares the sketches of those that are near.
pub(super) fn find(stories: &[Story], neighbours: &[Vec<Neighbour>]) -> Copies {
    let sketch = |id: StoryId| &*stories[id as usize].analysis.fingerprint.sketch;
    let mut copies = Copies { first: (0..stories.len() as StoryId).collect() };
    for (id, near) in (0..).zip(neighbours) {
        for other in near.iter().take_while(|neighbour| neighbour.similarity >= LEAST_SIMILARITY) {
            if other.story > id && resemblance(sketch(id), sketch(other.story)) >= SAME_TEXT {
                copies.join(id, other.story);
            }
        }
    }
    for id in 0..stories.len() as StoryId {
        copies.first[id as usize] = copies.root(id);
    }
    copies
}

/// The estimated share of runs of words that two texts have in common, 0 to 1: of the smallest hashes of both
/// together, as many as the shorter sketch has, the share that stands in both.
fn resemblance(a: &[u32], b: &[u32]) -> f32 {
    let taken = a.len().min(b.len());
    let (mut i, mut j, mut both) = (0, 0, 0);
    for _ in 0..taken {
        // There are more in each than are taken of both together.
        let (x, y) = (a.get(i), b.get(j));
        both += usize::from(x.is_some() && x == y);
        let (left, right) = (y.is_none_or(|y| x <= Some(y)), x.is_none_or(|x| y <= Some(x)));
        i += usize::from(left && x.is_some());
        j += usize::from(right && y.is_some());
    }
    if taken == 0 { 0.0 } else { both as f32 / taken as f32 }
}

/// One warning for each group, at most [`MAX_WARNINGS`] and one that counts what is left.
pub(super) fn warnings(stories: &[Story], copies: &Copies) -> Vec<Diagnostic> {
    let mut groups: BTreeMap<StoryId, Vec<&str>> = BTreeMap::new();
    for (first, copy) in copies.pairs() {
        let path = |id: StoryId| stories[id as usize].article.path.as_str();
        groups.entry(first).or_insert_with(|| vec![path(first)]).push(path(copy));
    }
    let mut groups: Vec<Vec<&str>> = groups.into_values().collect();
    groups.iter_mut().for_each(|paths| paths.sort_unstable());
    groups.sort_unstable();
    let mut warnings: Vec<Diagnostic> = groups.iter().take(MAX_WARNINGS).filter_map(|paths| warning(paths)).collect();
    let more: usize = groups.iter().skip(MAX_WARNINGS).map(|paths| paths.len() - 1).sum();
    match more {
        0 => {}
        1 => warnings.push(Diagnostic::warning("and 1 more article is nearly the same as another")),
        _ => warnings.push(Diagnostic::warning(format!("and {more} more articles are nearly the same as others"))),
    }
    warnings
}

/// The first of the paths is taken for the original.
fn warning(paths: &[&str]) -> Option<Diagnostic> {
    let [first, second, more @ ..] = paths else { return None };
    let message = match more.len() {
        0 => format!("`{second}` is nearly the same text as `{first}`"),
        count => format!("`{second}` and {count} more are nearly the same text as `{first}`"),
    };
    let mut problem =
        Diagnostic::warning(message).at(Place::file(*second)).related("the other text", Place::file(*first));
    for path in more.iter().take(MAX_NAMED - 1) {
        problem = problem.related("another one", Place::file(*path));
    }
    Some(problem.hint("keep one of them, or leave the others out with `draft: true` in their front matter"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resemblance_is_the_share_of_the_smallest_of_both() {
        assert_eq!(resemblance(&[1, 2, 3, 4], &[1, 2, 3, 4]), 1.0);
        assert_eq!(resemblance(&[1, 2, 3, 4], &[1, 3, 5, 6]), 0.5);
        assert_eq!(resemblance(&[1, 2], &[3, 4]), 0.0);
        assert_eq!(resemblance(&[], &[]), 0.0);
    }
}
