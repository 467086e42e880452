//! How telling a candidate is.

use super::candidates::Candidate;
use crate::text::Document;
use crate::text::vectors::{Vectors, cosine};

/// Weights of a log-linear score. Set by hand on newspaper keyphrases and checked on them; see `models/README.md`.
mod weight {
    /// Per e-fold of the number of places.
    pub(super) const COUNT: f32 = 1.0;
    /// Per e-fold of the distance from the beginning, in tens of words.
    pub(super) const DISTANCE: f32 = 0.35;
    /// For a candidate that is always a whole noun phrase.
    pub(super) const WHOLE: f32 = 0.6;
    /// Per power of ten by which its words are rarer than a common noun.
    pub(super) const RARITY: f32 = 0.5;
    /// For meaning what the article as a whole means.
    pub(super) const CLOSENESS: f32 = 1.5;
    /// For the name of a place or organisation.
    pub(super) const NAME: f32 = 0.3;
    /// For a phrase of several words that is said only once.
    pub(super) const SAID_ONCE: f32 = -0.5;
    /// For standing from the first sentence to the last.
    pub(super) const SPREAD: f32 = 0.4;
}

/// Rarity (`-log10` of the share of running words) of a noun that is neither common nor rare.
const USUAL_RARITY: f32 = 4.3;
/// Beyond this rarity a word is a name or a misspelling, and not more telling.
const MAX_RARITY: f32 = 5.5;

/// The score of each candidate, the higher the more telling; a logarithm, without unit.
pub(super) fn score(doc: &Document, candidates: &[Candidate], vectors: Option<&Vectors>) -> Vec<f32> {
    let article = vectors.map(|v| v.sum((0..doc.tokens.len() as u32).map(|t| doc.text_of(t))));
    let meaning = vectors.zip(article.as_deref());
    candidates.iter().map(|c| by_place(doc, c) + meaning.map_or(0.0, |(v, a)| by_meaning(c, v, a))).collect()
}

/// What the places of a candidate say for it.
fn by_place(doc: &Document, candidate: &Candidate) -> f32 {
    let count = candidate.count() + candidate.joined.len();
    let mut score = weight::COUNT * (count as f32).ln();
    score -= weight::DISTANCE * (1.0 + candidate.first() as f32 / 10.0).ln();
    score += weight::WHOLE * candidate.share(|p| p.whole);
    score += weight::SPREAD * spread(doc, candidate);
    if candidate.kind.is_some() {
        score += weight::NAME;
    } else if candidate.key.len() > 1 && count == 1 {
        score += weight::SAID_ONCE;
    }
    score
}

/// What the words of a candidate say for it; `article` is the vector of the article.
fn by_meaning(candidate: &Candidate, vectors: &Vectors, article: &[f32]) -> f32 {
    let words = || candidate.key.iter().map(String::as_str);
    let rarity = words().map(|word| vectors.rarity(word).min(MAX_RARITY)).sum::<f32>() / candidate.key.len() as f32;
    let closeness = cosine(&vectors.sum(words()), article).max(0.0);
    weight::RARITY * (rarity - USUAL_RARITY) + weight::CLOSENESS * closeness
}

/// How far apart the first and last place are, as a share of the article, 0 to 1.
fn spread(doc: &Document, candidate: &Candidate) -> f32 {
    let last = candidate.places[candidate.places.len() - 1].sentence;
    (last - candidate.places[0].sentence) as f32 / doc.sentences.len() as f32
}
