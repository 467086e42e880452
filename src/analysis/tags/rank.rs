//! How telling a candidate is.

use super::candidates::Candidate;
use crate::text::Document;

/// Weights of a log-linear score. Set by hand on newspaper keyphrases and checked on them; see `models/README.md`.
mod weight {
    /// Per e-fold of the number of places.
    pub(super) const COUNT: f32 = 1.0;
    /// Per e-fold of the distance from the beginning, in tens of words.
    pub(super) const DISTANCE: f32 = 0.35;
    /// For a candidate that is always a whole noun phrase.
    pub(super) const WHOLE: f32 = 0.6;
    /// For words unheard of in general text.
    pub(super) const RARITY: f32 = 1.2;
    /// For the name of a place or organisation.
    pub(super) const NAME: f32 = 0.3;
    /// For a phrase of several words that is said only once.
    pub(super) const SAID_ONCE: f32 = -0.9;
    /// Per third of the spread over the sentences of the article.
    pub(super) const SPREAD: f32 = 0.4;
}

/// The score of each candidate, the higher the more telling; a logarithm, without unit.
pub(super) fn score(doc: &Document, candidates: &[Candidate], rarity: &dyn Fn(&str) -> f32) -> Vec<f32> {
    candidates.iter().map(|c| score_one(doc, c, rarity)).collect()
}

fn score_one(doc: &Document, candidate: &Candidate, rarity: &dyn Fn(&str) -> f32) -> f32 {
    let count = candidate.count() + candidate.joined.len();
    let mut score = weight::COUNT * (count as f32).ln();
    score -= weight::DISTANCE * (1.0 + candidate.first() as f32 / 10.0).ln();
    score += weight::WHOLE * candidate.share(|p| p.whole);
    score += weight::RARITY * mean(candidate.key.iter().map(|word| rarity(word)));
    score += weight::SPREAD * spread(doc, candidate);
    if candidate.kind.is_some() {
        score += weight::NAME;
    } else if candidate.key.len() > 1 && count == 1 {
        score += weight::SAID_ONCE;
    }
    score
}

/// How far apart the first and last place are, as a share of the article, 0 to 1.
fn spread(doc: &Document, candidate: &Candidate) -> f32 {
    let last = candidate.places[candidate.places.len() - 1].sentence;
    (last - candidate.places[0].sentence) as f32 / doc.sentences.len() as f32
}

fn mean(values: impl ExactSizeIterator<Item = f32>) -> f32 {
    let n = values.len().max(1) as f32;
    values.sum::<f32>() / n
}
