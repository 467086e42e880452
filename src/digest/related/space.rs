//! The words of all stories, weighed, so that the product of two vectors is their similarity.

use rustc_hash::FxHashMap;

use super::super::Story;

/// Number of a word in all stories; the rarer a word here, the lower.
type TermId = u32;

/// One vector a story, of unit length before words that no other story has were left out.
#[derive(Debug)]
pub(super) struct Space {
    /// Each in the order of the terms.
    pub(super) vectors: Vec<Vec<(TermId, f32)>>,
    /// Number of different terms in the vectors.
    pub(super) terms: usize,
}

/// Articles of general news that the stories are thought to stand among. So a word's weight is right for a digest of
/// three stories, of which all may tell of one event, and for one of thousands.
const BACKGROUND: f32 = 1000.0;
/// Running words of an article of that background.
const ARTICLE_WORDS: f32 = 300.0;

impl Space {
    pub(super) fn of(stories: &[Story]) -> Self {
        let mut ids: FxHashMap<u64, u32> = FxHashMap::default();
        let mut known: Vec<Known> = Vec::new();
        let mut vectors: Vec<Vec<(TermId, f32)>> = Vec::with_capacity(stories.len());
        for story in stories {
            let terms = story.analysis.fingerprint.terms.iter();
            let vector = terms.map(|term| {
                let next = known.len() as u32;
                let id = *ids.entry(term.key).or_insert(next);
                if id == next {
                    known.push(Known { stories: 0, rarity: term.rarity });
                }
                known[id as usize].see(term.rarity);
                (id, term.weight)
            });
            vectors.push(vector.collect());
        }
        let (numbers, terms) = by_rarity(&known);
        for vector in &mut vectors {
            weigh(vector, &known, &numbers, stories.len());
        }
        Self { vectors, terms }
    }

    /// Cosine of two stories, 0 to 1.
    pub(super) fn similarity(&self, a: u32, b: u32) -> f32 {
        dot(&self.vectors[a as usize], &self.vectors[b as usize])
    }
}

/// A word in all stories.
#[derive(Debug)]
struct Known {
    stories: u32,
    rarity: f32,
}

impl Known {
    fn see(&mut self, rarity: f32) {
        self.stories += 1;
        self.rarity = self.rarity.min(rarity);
    }

    /// The inverse document frequency over stories and background.
    fn weight(&self, stories: usize) -> f32 {
        let expected = BACKGROUND * (ARTICLE_WORDS * 10f32.powf(-self.rarity)).min(1.0);
        ((stories as f32 + BACKGROUND) / (self.stories as f32 + expected)).ln().max(0.0)
    }
}

const ALONE: TermId = TermId::MAX;

/// New numbers, the words of fewest stories first, and how many there are; [`ALONE`] for words of one story.
fn by_rarity(known: &[Known]) -> (Vec<TermId>, usize) {
    let mut order: Vec<u32> = (0..known.len() as u32).filter(|id| known[*id as usize].stories > 1).collect();
    order.sort_by_key(|id| known[*id as usize].stories);
    let mut numbers = vec![ALONE; known.len()];
    for (number, id) in order.iter().enumerate() {
        numbers[*id as usize] = number as TermId;
    }
    (numbers, order.len())
}

fn weigh(vector: &mut Vec<(TermId, f32)>, known: &[Known], numbers: &[TermId], stories: usize) {
    let mut square = 0.0;
    for (id, weight) in vector.iter_mut() {
        *weight *= known[*id as usize].weight(stories);
        square += *weight * *weight;
        *id = numbers[*id as usize];
    }
    let scale = if square > 0.0 { 1.0 / square.sqrt() } else { 0.0 };
    vector.retain(|(id, _)| *id != ALONE);
    vector.iter_mut().for_each(|(_, weight)| *weight *= scale);
    vector.sort_unstable_by_key(|(id, _)| *id);
}

/// The product of two vectors, each in the order of its numbers.
pub(super) fn dot(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some((x, v)), Some((y, w))) = (a.get(i), b.get(j)) {
        if x == y {
            sum += v * w;
        }
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    sum
}
