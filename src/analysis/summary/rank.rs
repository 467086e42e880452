//! How much each sentence says of its article.
//!
//! A linear ranking of a few features with weights set by hand; `models/README.md` tells what each brings.

use super::facts::Facts;
use super::faults::same_words;
use super::needs::Need;
use super::terms::Terms;
use crate::text::Document;

/// A sentence that may stand in the summary.
#[derive(Clone, Debug)]
pub(super) struct Ranked {
    pub sentence: u32,
    /// Words of the budget that it uses.
    pub words: u32,
    /// Sum of the weights of its terms, and of its other merits.
    pub score: f32,
    /// Taken off unless the sentence before it is taken too.
    pub lean: f32,
    /// Whether it says "he" or "she" but names nobody.
    pub orphan: bool,
    /// Whether it may only follow the sentence before it.
    pub follows: bool,
    /// People whom it names, and whether a reader would know them from this sentence alone.
    pub names: Vec<(u16, bool)>,
    /// Abbreviations that it uses, and whether it writes them out.
    pub short: Vec<(u16, bool)>,
    /// Its terms, sorted, with their weights.
    pub terms: Vec<(u32, f32)>,
}

/// Candidates that the choice looks at.
const CANDIDATES: usize = 14;
/// Candidates with those that they need before them.
const MOST_CANDIDATES: usize = 18;
/// Taken off for a sentence that may only follow the one before it.
const FOLLOWS: f32 = 0.08;
/// Merit of being the lead, which tells the news.
const OPENING: f32 = 1.6;
/// Merit of standing early, and how fast it fades.
const POSITION: f32 = 0.9;
const FADE: f32 = 3.0;
/// Merit of saying what other sentences say too, above all short ones. Shares are larger in short articles, whose position tells less.
const CENTRAL: f32 = 4.0;
/// Taken off for a sentence that leans on the one before.
const LEAN: f32 = 0.04;
/// Taken off for what is so in general.
const BACKGROUND: f32 = 0.13;
/// Sentences at the beginning that may tell what is so in general: what the article is about.
const TOPIC: usize = 3;
/// Taken off for a sentence that begins with a connective.
const CONNECTIVE: f32 = 0.03;
/// From this share of shared terms, a sentence only says the headline again.
const REPEATS_HEADLINE: f32 = 0.75;

/// The best candidates, in the order of the article.
pub(super) fn rank(
    doc: &Document,
    facts: &[Facts],
    terms: &Terms,
    headline: Option<&str>,
    max_words: usize,
) -> Vec<Ranked> {
    let mut place = 0;
    let mut ranked: Vec<Ranked> = Vec::new();
    for (index, facts) in facts.iter().enumerate().filter(|(_, f)| f.prose) {
        place += 1;
        if facts.need == Need::Never || facts.words as usize > max_words {
            continue;
        }
        let tokens = doc.sentences[index].tokens.clone();
        let within = terms.within(tokens);
        let central = terms.central(&within);
        let found: Vec<(u32, f32)> = within.iter().map(|&t| (t, terms.weights[t as usize])).collect();
        let verbatim = headline.is_some_and(|h| same_words(h, doc.slice(doc.sentences[index].span)));
        if verbatim || says_headline(&found, terms) {
            continue;
        }
        ranked.push(score(index, facts, place - 1, central, found));
    }
    ranked.sort_by(|a, b| (b.score - b.lean).total_cmp(&(a.score - a.lean)).then(a.sentence.cmp(&b.sentence)));
    let rest = ranked.split_off(CANDIDATES.min(ranked.len()));
    add_what_they_need(&mut ranked, rest);
    ranked.sort_by_key(|r| r.sentence);
    ranked
}

/// Adds the sentence before to each that may only follow it.
fn add_what_they_need(ranked: &mut Vec<Ranked>, mut rest: Vec<Ranked>) {
    let needed = |rest: &[Ranked], r: &Ranked| rest.iter().position(|b| r.follows && b.sentence + 1 == r.sentence);
    let mut at = 0;
    while at < ranked.len() && ranked.len() < MOST_CANDIDATES {
        if let Some(before) = needed(&rest, &ranked[at]) {
            ranked.push(rest.swap_remove(before));
        }
        at += 1;
    }
}

fn score(index: usize, facts: &Facts, place: usize, central: f32, terms: Vec<(u32, f32)>) -> Ranked {
    let said: f32 = terms.iter().map(|(_, weight)| weight).sum();
    let length = (facts.words as f32 / 25.0).sqrt();
    let early = POSITION * (-(place as f32) / FADE).exp() * length;
    let opening = if place == 0 { OPENING } else { 0.0 };
    let connective = if facts.connective > 0 { CONNECTIVE } else { 0.0 };
    let follows = facts.need == Need::Before;
    let hanging = if follows { FOLLOWS } else { 0.0 };
    let background = if facts.background && place >= TOPIC { BACKGROUND } else { 0.0 };
    Ranked {
        sentence: index as u32,
        words: facts.words,
        score: said + CENTRAL * central + opening + early - connective - hanging - background,
        lean: if facts.leans { LEAN } else { 0.0 },
        follows,
        orphan: facts.orphan,
        names: facts.names.clone(),
        short: facts.short.clone(),
        terms,
    }
}

fn says_headline(found: &[(u32, f32)], terms: &Terms) -> bool {
    let shared = found.iter().filter(|(term, _)| terms.headline.binary_search(term).is_ok()).count();
    let all = found.len() + terms.headline_words - shared;
    shared > 0 && shared as f32 >= REPEATS_HEADLINE * all as f32
}
