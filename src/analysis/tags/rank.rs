//! How telling a candidate is.

use super::Gist;
use super::candidates::{Candidate, Place, Standing};
use super::lexicon::TagLexicon;
use super::words::{Occurrences, Words};
use crate::analysis::{SummarySentence, TagKind};
use crate::text::vectors::{Vectors, cosine};
use crate::text::{Document, Span};

/// Weights of a log-linear score. Set by hand on newspaper keyphrases and checked on others; see `models/README.md`.
mod weight {
    /// Per e-fold of the number of places.
    pub(super) const COUNT: f32 = 0.8;
    /// What a place of a joined form counts, where a place of its own counts 1.
    pub(super) const JOINED: f32 = 0.7;
    /// What is lost of a place that only names a source.
    pub(super) const CITED: f32 = 0.5;
    /// Per e-fold of the distance from the beginning, in tens of words.
    pub(super) const DISTANCE: f32 = -0.45;
    /// For a candidate that is always a whole noun phrase.
    pub(super) const WHOLE: f32 = 0.9;
    /// For standing from the first sentence to the last.
    pub(super) const SPREAD: f32 = 0.15;
    /// For the name of a place or organisation.
    pub(super) const NAME: f32 = 0.5;
    /// For several words.
    pub(super) const PHRASE: f32 = 0.35;
    /// For several words all of which are used more than once in the article, be it in other phrases.
    pub(super) const TOPICAL: f32 = 0.8;
    /// For the part of a phrase that stands for it.
    pub(super) const PART: f32 = -0.5;
    /// For a phrase that has a part that stands for it.
    pub(super) const ASIDE: f32 = 0.2;
    /// For a phrase that came together by chance.
    pub(super) const CHANCE: f32 = -0.8;
    /// For a news agency or paper.
    pub(super) const PRESS: f32 = -1.3;
    /// For standing in the headline that a human wrote.
    pub(super) const TITLE: f32 = 1.0;
    /// For standing in the headline, whoever wrote it.
    pub(super) const HEADLINE: f32 = 0.5;
    /// For each sentence of the summary in which it stands.
    pub(super) const SUMMARY: f32 = 0.2;
    /// Per power of ten by which its most common word is rarer than a usual noun.
    pub(super) const RARITY: f32 = 0.3;
    /// For meaning what the article as a whole means.
    pub(super) const CLOSENESS: f32 = 0.8;
    /// Per letter of its longest word: long nouns are more specific.
    pub(super) const LETTER: f32 = 0.1;
}

/// Longer words are not more specific.
const MAX_LETTERS: usize = 12;
/// Beyond this rarity (`-log10` of the share of running words) a word is a name or a misspelling, and not more telling.
const MAX_RARITY: f32 = 5.5;

/// The score of each candidate, the higher the more telling; a logarithm, without unit.
pub(super) fn score(
    doc: &Document,
    candidates: &[Candidate],
    occurrences: &Occurrences,
    gist: Gist,
    words: &TagLexicon,
    vectors: Option<&Vectors>,
) -> Vec<f32> {
    let article = vectors.map(|v| v.sum(occurrences.words().map(|token| doc.text_of(token))));
    let mut sum = vec![0.0; vectors.map_or(0, Vectors::dims)];
    let (title, headline) = (Words::of(gist.title.unwrap_or_default()), Words::of(gist.headline));
    let mut score = |c: &Candidate| {
        let mut score = by_place(doc, c) + by_form(c, occurrences, words);
        if let (Some(vectors), Some(article)) = (vectors, &article) {
            score += by_meaning(c, vectors, article, &mut sum);
        }
        score += weight::TITLE * f32::from(u8::from(title.has(&c.key)));
        score += weight::HEADLINE * f32::from(u8::from(headline.has(&c.key)));
        score + weight::SUMMARY * sentences_with(doc, c, gist.summary) as f32
    };
    candidates.iter().map(&mut score).collect()
}

/// What the places of a candidate say for it.
fn by_place(doc: &Document, candidate: &Candidate) -> f32 {
    let cited = candidate.places.iter().filter(|p| p.cited).count() as f32;
    let joined = candidate.joined.len() as f32;
    let count = candidate.count() as f32 - weight::CITED * cited + weight::JOINED * joined;
    weight::COUNT * count.ln()
        + weight::DISTANCE * (1.0 + candidate.first() as f32 / 10.0).ln()
        + weight::WHOLE * candidate.share(|p| p.whole)
        + weight::SPREAD * spread(doc, candidate)
}

/// What a candidate is, and beside which others.
fn by_form(candidate: &Candidate, occurrences: &Occurrences, words: &TagLexicon) -> f32 {
    let mut score = match candidate.standing {
        Standing::OwnRight => 0.0,
        Standing::Part => weight::PART,
        Standing::Aside => weight::ASIDE,
        Standing::Chance => weight::CHANCE,
    };
    if candidate.is_phrase() {
        let is_topical = occurrences.least(&candidate.places[0].tokens) > 1;
        score += weight::PHRASE + if is_topical { weight::TOPICAL } else { 0.0 };
    }
    if candidate.kind.is_some() {
        score += weight::NAME;
    }
    if candidate.kind == Some(TagKind::Organisation) && words.is_press(&candidate.key) {
        score += weight::PRESS;
    }
    score
}

/// What the words of a candidate say for it; `article` is the vector of the article, `sum` room for another one.
fn by_meaning(candidate: &Candidate, vectors: &Vectors, article: &[f32], sum: &mut [f32]) -> f32 {
    sum.fill(0.0);
    let (mut rarity, mut letters) = (MAX_RARITY, 0);
    for word in candidate.words() {
        vectors.accumulate(word, 1.0, sum);
        rarity = rarity.min(vectors.rarity(word));
        letters = letters.max(word.len());
    }
    let closeness = cosine(sum, article).max(0.0);
    weight::RARITY * rarity + weight::CLOSENESS * closeness + weight::LETTER * letters.min(MAX_LETTERS) as f32
}

/// In how many sentences of the summary a candidate stands.
fn sentences_with(doc: &Document, candidate: &Candidate, summary: &[SummarySentence]) -> usize {
    let starts_in = |span: Span, place: &Place| (span.start..span.end).contains(&place.span(doc).start);
    let spans = summary.iter().filter_map(|sentence| sentence.span);
    spans.filter(|&span| candidate.places.iter().any(|place| starts_in(span, place))).count()
}

/// How far apart the first and last place are, as a share of the article, 0 to 1.
fn spread(doc: &Document, candidate: &Candidate) -> f32 {
    let last = candidate.places[candidate.places.len() - 1].sentence;
    (last - candidate.places[0].sentence) as f32 / doc.sentences.len() as f32
}
