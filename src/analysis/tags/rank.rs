//! How telling a candidate is.

use super::candidates::Candidate;
use super::lexicon::TagLexicon;
use super::words::{Occurrences, Title};
use crate::analysis::TagKind;
use crate::text::Document;
use crate::text::vectors::{Vectors, cosine};

/// Weights of a log-linear score. Set by hand on newspaper keyphrases and checked on them; see `models/README.md`.
mod weight {
    /// Per e-fold of the number of places.
    pub(super) const COUNT: f32 = 1.3;
    /// What a place of a joined form counts, where a place of its own counts 1.
    pub(super) const JOINED: f32 = 0.7;
    /// What is lost of a place that only names a source.
    pub(super) const CITED: f32 = 0.5;
    /// Per e-fold of the distance from the beginning, in tens of words.
    pub(super) const DISTANCE: f32 = 0.35;
    /// For a candidate that is always a whole noun phrase.
    pub(super) const WHOLE: f32 = 0.6;
    /// For standing from the first sentence to the last.
    pub(super) const SPREAD: f32 = 0.4;
    /// For the name of a place or organisation.
    pub(super) const NAME: f32 = 0.3;
    /// For the part of a phrase that stands for it.
    pub(super) const PART: f32 = -1.0;
    /// For a news agency or paper.
    pub(super) const PRESS: f32 = -1.5;
    /// Per e-fold of how often the words of a phrase are used anywhere in the article, in the mean.
    pub(super) const TOPICAL: f32 = 0.5;
    /// For standing in the headline.
    pub(super) const TITLE: f32 = 0.7;
    /// Per power of ten by which its words are rarer than a common noun.
    pub(super) const RARITY: f32 = 0.3;
    /// For meaning what the article as a whole means.
    pub(super) const CLOSENESS: f32 = 1.0;
    /// Per letter of its longest word: long nouns are more specific.
    pub(super) const LETTER: f32 = 0.2;
}

/// Longer words are not more specific.
const MAX_LETTERS: usize = 12;
/// Rarity (`-log10` of the share of running words) of a noun that is neither common nor rare.
const USUAL_RARITY: f32 = 4.3;
/// Beyond this rarity a word is a name or a misspelling, and not more telling.
const MAX_RARITY: f32 = 5.5;

/// The score of each candidate, the higher the more telling; a logarithm, without unit.
pub(super) fn score(
    doc: &Document,
    candidates: &[Candidate],
    occurrences: &Occurrences,
    title: &Title,
    words: &TagLexicon,
    vectors: Option<&Vectors>,
) -> Vec<f32> {
    let article = vectors.map(|v| v.sum(occurrences.words().map(|token| doc.text_of(token))));
    let mut sum = vec![0.0; vectors.map_or(0, Vectors::dims)];
    let mut score = |c: &Candidate| {
        let mut score = by_place(doc, c, occurrences, words);
        if let (Some(vectors), Some(article)) = (vectors, &article) {
            score += by_meaning(c, vectors, article, &mut sum);
        }
        if title.has(&c.key) { score + weight::TITLE } else { score }
    };
    candidates.iter().map(&mut score).collect()
}

/// What the places of a candidate say for it.
fn by_place(doc: &Document, candidate: &Candidate, occurrences: &Occurrences, words: &TagLexicon) -> f32 {
    let cited = candidate.places.iter().filter(|p| p.cited).count() as f32;
    let joined = candidate.joined.len() as f32;
    let count = candidate.count() as f32 - weight::CITED * cited + weight::JOINED * joined;
    let mut score = weight::COUNT * count.ln() - weight::DISTANCE * (1.0 + candidate.first() as f32 / 10.0).ln();
    score += weight::WHOLE * candidate.share(|p| p.whole) + weight::SPREAD * spread(doc, candidate);
    if candidate.is_part {
        score += weight::PART;
    }
    if candidate.kind.is_some() {
        score += weight::NAME;
    }
    if candidate.kind == Some(TagKind::Organisation) && words.is_press(&candidate.key) {
        score += weight::PRESS;
    }
    if candidate.is_phrase() {
        score += weight::TOPICAL * occurrences.mean_log(&candidate.places[0].tokens);
    }
    score
}

/// What the words of a candidate say for it; `article` is the vector of the article, `sum` room for another one.
fn by_meaning(candidate: &Candidate, vectors: &Vectors, article: &[f32], sum: &mut [f32]) -> f32 {
    sum.fill(0.0);
    let (mut rarity, mut count, mut letters) = (0.0, 0.0, 0);
    for word in candidate.words() {
        vectors.accumulate(word, 1.0, sum);
        rarity += vectors.rarity(word).min(MAX_RARITY);
        count += 1.0;
        letters = letters.max(word.len());
    }
    let closeness = cosine(sum, article).max(0.0);
    weight::RARITY * (rarity / count - USUAL_RARITY)
        + weight::CLOSENESS * closeness
        + weight::LETTER * letters.min(MAX_LETTERS) as f32
}

/// How far apart the first and last place are, as a share of the article, 0 to 1.
fn spread(doc: &Document, candidate: &Candidate) -> f32 {
    let last = candidate.places[candidate.places.len() - 1].sentence;
    (last - candidate.places[0].sentence) as f32 / doc.sentences.len() as f32
}
