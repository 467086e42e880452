//! The nearest stories of each story, found through the rare words that they have in common.

use rayon::prelude::*;

use super::space::Space;
use crate::digest::StoryId;

/// Another story and how near it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Neighbour {
    pub(super) story: StoryId,
    /// Cosine of the words, 0 to 1.
    pub(super) similarity: f32,
}

/// Most neighbours that are kept of a story.
const KEPT: usize = 40;
/// Less is chance: a word or two.
const LEAST: f32 = 0.05;
/// Words in more stories than this find nothing.
const LONGEST: usize = 1000;
/// Places in the index that are looked at for one story, rarest words first. With [`LONGEST`], this is what keeps the
/// work from growing with the square of the number of stories.
const BUDGET: usize = 4000;

/// For each story the nearest, nearest first.
pub(super) fn find(space: &Space) -> Vec<Vec<Neighbour>> {
    let index = Index::of(space);
    let stories = space.vectors.len();
    let ids = 0..stories as StoryId;
    ids.into_par_iter().map_init(|| Sums::new(stories), |sums, id| nearest(space, &index, id, sums)).collect()
}

/// The stories that have each term, one after the other.
#[derive(Debug)]
struct Index {
    starts: Vec<u32>,
    places: Vec<(StoryId, f32)>,
}

impl Index {
    fn of(space: &Space) -> Self {
        let mut starts = vec![0u32; space.terms + 1];
        for (term, _) in space.vectors.iter().flatten() {
            starts[*term as usize + 1] += 1;
        }
        for term in 0..space.terms {
            starts[term + 1] += starts[term];
        }
        let mut next = starts.clone();
        let mut places = vec![(0, 0.0); starts[space.terms] as usize];
        for (story, vector) in space.vectors.iter().enumerate() {
            for (term, weight) in vector {
                let at = &mut next[*term as usize];
                places[*at as usize] = (story as StoryId, *weight);
                *at += 1;
            }
        }
        Self { starts, places }
    }

    fn of_term(&self, term: u32) -> &[(StoryId, f32)] {
        let (from, to) = (self.starts[term as usize], self.starts[term as usize + 1]);
        &self.places[from as usize..to as usize]
    }
}

/// A sum for every story, most of them 0.
#[derive(Debug)]
struct Sums {
    sums: Vec<f32>,
    touched: Vec<StoryId>,
}

impl Sums {
    fn new(stories: usize) -> Self {
        Self { sums: vec![0.0; stories], touched: Vec::new() }
    }

    fn add(&mut self, story: StoryId, product: f32) {
        let sum = &mut self.sums[story as usize];
        if *sum == 0.0 {
            self.touched.push(story);
        }
        *sum += product;
    }

    /// The stories with the largest sums; all are 0 again.
    fn take_largest(&mut self, count: usize) -> Vec<StoryId> {
        let mut found = std::mem::take(&mut self.touched);
        let sums = &mut self.sums;
        let larger = |a: &StoryId, b: &StoryId| sums[*b as usize].total_cmp(&sums[*a as usize]).then(a.cmp(b));
        let mut largest = found.clone();
        if largest.len() > count {
            largest.select_nth_unstable_by(count, larger);
            largest.truncate(count);
        }
        found.drain(..).for_each(|story| sums[story as usize] = 0.0);
        self.touched = found;
        largest
    }
}

fn nearest(space: &Space, index: &Index, id: StoryId, sums: &mut Sums) -> Vec<Neighbour> {
    let mut looked_at = 0;
    for (term, weight) in &space.vectors[id as usize] {
        let places = index.of_term(*term);
        looked_at += places.len();
        // Terms come rarest first.
        if places.len() > LONGEST || looked_at > BUDGET.max(places.len()) {
            break;
        }
        places.iter().for_each(|(story, other)| sums.add(*story, weight * other));
    }
    // The story itself is the first of them.
    let found = sums.take_largest(KEPT + 1).into_iter().filter(|story| *story != id);
    let mut near: Vec<Neighbour> =
        found.map(|story| Neighbour { story, similarity: space.similarity(id, story) }).collect();
    near.retain(|neighbour| neighbour.similarity >= LEAST);
    near.sort_unstable_by(|a, b| b.similarity.total_cmp(&a.similarity).then(a.story.cmp(&b.story)));
    near
}
