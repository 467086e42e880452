//! What an article is compared by, so that other articles on its subject are found without reading it again: its most
//! telling words, and a sketch of its wording.
//!
//! Says nothing of any other article; how words are weighed against all articles is the business of the digest.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use super::summary::terms::Keys;
use crate::text::Document;
use crate::text::vectors::Vectors;

/// The telling words of an article and a sketch of its wording.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fingerprint {
    /// At most [`KEPT`], by their key.
    pub terms: Vec<Term>,
    /// The smallest hashes of its runs of [`RUN`] words, at most [`SKETCH`], ascending: the share that two articles
    /// have in common estimates the share of common wording (Broder, "On the resemblance and containment of documents",
    /// 1997). Empty for an article too short to tell.
    pub sketch: Vec<u32>,
}

/// A word of an article, in whatever form it stands there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Term {
    /// Hash of the stem, the same in every article.
    pub key: u64,
    /// How much the article uses it: 1 for once, more for repeated words and for words of its beginning.
    pub weight: f32,
    /// `-log10` of its share of running words in general; [`USUAL_RARITY`] where that is not known.
    pub rarity: f32,
}

/// Most terms of a fingerprint; 40 and 100 do as well on clusters of news.
pub const KEPT: usize = 60;
/// Most hashes of a sketch.
pub const SKETCH: usize = 64;
/// Words of one run.
pub const RUN: usize = 4;
/// Rarity of a word in a language without word lists, and of numbers.
pub const USUAL_RARITY: f32 = 4.5;

/// Words that are more frequent tell nothing ("like" has 3.1).
const LEAST_RARITY: f32 = 3.0;
/// Beyond, a word is a name or a misspelling and not more telling.
const MAX_RARITY: f32 = 6.0;
/// Words at the beginning, which count double: news say there what happened.
const LEAD: usize = 60;
/// Shorter articles have no sketch.
const LEAST_RUNS: usize = 20;

/// The fingerprint of an article under its headline.
pub fn of(doc: &Document, headline: &str, language: &str, vectors: Option<&Vectors>) -> Fingerprint {
    let mut counter = Counter::new(language, vectors, doc.tokens.len());
    let mut runs = Runs::default();
    let headline = headline.split(|c: char| c.is_whitespace() || c == '’' || c == '\'');
    for word in headline.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())) {
        counter.see(word, hash(word), true);
    }
    let mut place = 0;
    for token in 0..doc.tokens.len() as u32 {
        let word = doc.text_of(token);
        if word.starts_with(char::is_alphanumeric) {
            let hash = hash(word);
            counter.see(word, hash, place < LEAD);
            runs.see(hash);
            place += 1;
        }
    }
    Fingerprint { terms: counter.finish(), sketch: runs.finish() }
}

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// Counts the terms, with one look-up for a word that came before.
struct Counter<'v> {
    keys: Keys,
    vectors: Option<&'v Vectors<'v>>,
    /// Index of the count by the hash of a word as written, `None` for one that does not count.
    seen: FxHashMap<u64, Option<u32>>,
    by_key: FxHashMap<u64, u32>,
    counts: Vec<Count>,
}

#[derive(Debug)]
struct Count {
    key: u64,
    rarity: f32,
    count: u32,
    lead: bool,
}

impl<'v> Counter<'v> {
    fn new(language: &str, vectors: Option<&'v Vectors<'v>>, words: usize) -> Self {
        let seen = FxHashMap::with_capacity_and_hasher(words / 2, Default::default());
        let by_key = FxHashMap::with_capacity_and_hasher(words / 4, Default::default());
        Self { keys: Keys::new(language), vectors, seen, by_key, counts: Vec::new() }
    }

    fn see(&mut self, word: &str, hash: u64, lead: bool) {
        let id = match self.seen.get(&hash) {
            Some(id) => *id,
            None => {
                let id = self.add(word);
                self.seen.insert(hash, id);
                id
            }
        };
        if let Some(count) = id.map(|id| &mut self.counts[id as usize]) {
            count.count += 1;
            count.lead |= lead;
        }
    }

    /// The index of a word that is met for the first time in this form.
    fn add(&mut self, word: &str) -> Option<u32> {
        let rarity = rarity(word, self.vectors)?;
        let key = self.keys.key(word)?;
        let next = self.counts.len() as u32;
        let id = *self.by_key.entry(key).or_insert(next);
        if id == next {
            self.counts.push(Count { key, rarity, count: 0, lead: false });
        }
        let count = &mut self.counts[id as usize];
        count.rarity = count.rarity.min(rarity);
        Some(id)
    }

    fn finish(self) -> Vec<Term> {
        let mut terms: Vec<Term> = self.counts.iter().map(Count::term).collect();
        terms.sort_unstable_by(|a, b| b.telling().total_cmp(&a.telling()).then(a.key.cmp(&b.key)));
        terms.truncate(KEPT);
        terms.sort_unstable_by_key(|term| term.key);
        terms
    }
}

impl Count {
    fn term(&self) -> Term {
        let lead = if self.lead { 2.0 } else { 1.0 };
        Term { key: self.key, weight: lead * (1.0 + (self.count as f32).ln()), rarity: self.rarity }
    }
}

impl Term {
    fn telling(&self) -> f32 {
        self.weight * (self.rarity.min(MAX_RARITY) - LEAST_RARITY + 0.5)
    }
}

/// `None` for words that are too frequent, and for short numbers.
fn rarity(word: &str, vectors: Option<&Vectors>) -> Option<f32> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return (word.len() > 2).then_some(USUAL_RARITY);
    }
    let rarity = vectors.map_or(USUAL_RARITY, |vectors| vectors.rarity(word));
    (rarity >= LEAST_RARITY).then_some(rarity)
}

/// The hashes of all runs of words.
#[derive(Debug, Default)]
struct Runs {
    last: [u64; RUN],
    words: usize,
    hashes: Vec<u32>,
}

impl Runs {
    fn see(&mut self, word: u64) {
        let [_, second, third, fourth] = self.last;
        self.last = [second, third, fourth, word];
        self.words += 1;
        if self.words >= RUN {
            let run = self
                .last
                .iter()
                .fold(0u64, |run, word| (run.rotate_left(17) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15));
            self.hashes.push((mix(run) >> 32) as u32);
        }
    }

    fn finish(mut self) -> Vec<u32> {
        if self.hashes.len() < LEAST_RUNS {
            return Vec::new();
        }
        // All small ones and some to spare, so that only these are sorted.
        let spare = 4 * SKETCH;
        if self.hashes.len() > spare {
            self.hashes.select_nth_unstable(spare);
            self.hashes.truncate(spare);
        }
        self.hashes.sort_unstable();
        self.hashes.dedup();
        self.hashes.truncate(SKETCH);
        self.hashes
    }
}

/// The finalizer of MurmurHash3: each bit of the outcome depends on every bit given.
fn mix(mut hash: u64) -> u64 {
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}
