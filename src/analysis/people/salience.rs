//! How much an article is about each of its people.
//!
//! A logistic model of a few plain signs. The weights were fitted on a tuning set of agency and wiki news in which
//! an editor had marked whom the story is about, and rounded; see `models/README.md`.

use super::credible;
use super::identity::Entry;
use super::mentions::Named;
use super::words::Words;
use crate::analysis::Role;
use crate::text::{Document, Pos};

/// Least salience of a person who belongs in the box.
pub(super) const THRESHOLD: f32 = 0.42;

/// The signs of one person, each about 0 to 1.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Signs {
    /// Mentions: ln(n), n as a share of the most-named person's, and ln of n over the mean of all people.
    pub mentions: f32,
    pub share: f32,
    pub ratio: f32,
    /// Anywhere the first words of a sentence.
    pub opens: f32,
    /// 1 when named in the first sentence, falling with the number of sentences before.
    pub early: f32,
    /// Where the first mention stands, 0 at the beginning and 1 at the end of the text.
    pub depth: f32,
    pub role: f32,
    /// Subject of a verb, and of a verb of saying.
    pub acts: f32,
    pub speaks: f32,
    pub headline: f32,
    /// Named in a row with others, where first named.
    pub listed: f32,
    /// Only ever after a preposition or as an owner ("of Roe", "Roe's").
    pub oblique: f32,
    /// First named in a sentence about another time: with a year, "former", "late".
    pub past: f32,
    /// ln of the number of people in the article.
    pub crowd: f32,
}

/// Salience from 0 to 1 of every entry; 0 for those who are only credited for a picture or the text.
pub(super) fn score(
    doc: &Document,
    named: &[Named],
    entries: &[Entry],
    roles: &[Vec<Role>],
    headline: Option<&str>,
) -> Vec<f32> {
    let signs = signs(doc, named, entries, roles, headline);
    signs.iter().map(|signs| signs.map_or(0.0, |s| logistic(&s))).collect()
}

fn logistic(s: &Signs) -> f32 {
    let sum = 1.45 + 0.4 * s.mentions + 1.2 * s.share + 0.5 * s.ratio + 0.85 * s.early - 0.5 * s.depth
        + 1.05 * s.role
        + 0.8 * s.acts
        + 0.05 * s.speaks
        + 0.7 * s.opens
        + 2.0 * s.headline
        - 0.6 * s.listed
        - 0.5 * s.oblique
        - 0.8 * s.past
        - 1.3 * s.crowd;
    1.0 / (1.0 + (-sum).exp())
}

pub(super) fn signs(
    doc: &Document,
    named: &[Named],
    entries: &[Entry],
    roles: &[Vec<Role>],
    headline: Option<&str>,
) -> Vec<Option<Signs>> {
    let counts: Vec<usize> = entries.iter().map(|e| e.mentions.iter().filter(|&&m| !named[m].credit).count()).collect();
    let most = counts.iter().copied().max().unwrap_or(1).max(1) as f32;
    let people = counts.iter().filter(|c| **c > 0).count().max(1) as f32;
    let mean = counts.iter().sum::<usize>() as f32 / people;
    let crowd = people.ln();
    let headline = headline.map(|h| format!(" {} ", h.split(' ').map(super::fold).collect::<Vec<_>>().join(" ")));
    let one = |index: usize| {
        let entry: &Entry = &entries[index];
        let first = entry.mentions.iter().find(|&&m| !named[m].credit)?;
        let sentence = named[*first].sentence as f32;
        let verbs = entry.mentions.iter().map(|&m| verb_of(doc, &named[m]));
        let (acts, speaks) = verbs.fold((0.0f32, 0.0f32), |sum, verb| match verb {
            Verb::None => sum,
            Verb::Acts => (1.0, sum.1),
            Verb::Speaks => (1.0, 1.0),
        });
        let in_headline = headline.as_ref().is_some_and(|h| h.contains(&format!(" {} ", entry.full.last())));
        Some(Signs {
            mentions: (counts[index] as f32).ln(),
            share: counts[index] as f32 / most,
            ratio: (counts[index] as f32 / mean).ln(),
            opens: flag(entry.mentions.iter().any(|&m| opens_sentence(doc, &named[m]))),
            early: 1.0 / (1.0 + sentence),
            depth: sentence / doc.sentences.len().max(1) as f32,
            role: flag(!roles[index].is_empty()),
            acts,
            speaks,
            listed: flag(credible::is_listed(named, *first)),
            oblique: flag(entry.mentions.iter().all(|&m| is_oblique(doc, &named[m]))),
            past: flag(tells_of_past(doc, &named[*first])),
            headline: flag(in_headline),
            crowd,
        })
    };
    (0..entries.len()).map(one).collect()
}

fn flag(sign: bool) -> f32 {
    f32::from(u8::from(sign))
}

fn opens_sentence(doc: &Document, named: &Named) -> bool {
    doc.sentences.get(named.sentence as usize).is_some_and(|sentence| sentence.tokens.start == named.title.start)
}

fn is_oblique(doc: &Document, named: &Named) -> bool {
    let words = Words { doc };
    let before = named.title.start.checked_sub(1);
    let preposition =
        before.is_some_and(|b| matches!(words.pos(b), Pos::In | Pos::To) && !words.is(b, &["by", "that", "as"]));
    preposition || words.possessive(named.tokens.end)
}

fn tells_of_past(doc: &Document, named: &Named) -> bool {
    let words = Words { doc };
    let Some(sentence) = doc.sentences.get(named.sentence as usize) else { return false };
    sentence.tokens.clone().any(|t| {
        let text = words.text(t);
        let year = text.len() == 4 && text.parse::<u16>().is_ok_and(|year| (1500..2100).contains(&year));
        year || words.is(t, &["former", "late", "formerly", "previously"])
    })
}

enum Verb {
    None,
    Acts,
    Speaks,
}

#[rustfmt::skip]
const SAYING: &[&str] = &[
    "said", "says", "told", "tells", "stated", "states", "added", "adds", "announced", "announces", "claimed",
    "claims", "argued", "argues", "warned", "warns", "explained", "explains", "wrote", "writes", "tweeted",
    "remarked", "noted", "notes", "insisted", "insists", "denied", "denies", "called", "urged", "urges", "vowed",
    "admitted", "replied", "declared", "confirmed", "reported", "recalled", "commented", "responded", "asked",
    "suggested", "indicated",
];

/// What the person does where named: the verb whose subject the name is, or a verb of saying before it.
fn verb_of(doc: &Document, named: &Named) -> Verb {
    let words = Words { doc };
    let Some(sentence) = doc.sentences.get(named.sentence as usize) else { return Verb::None };
    let next = verb_after(words, named.tokens.end, sentence.tokens.end);
    if words.is(next, SAYING) || is_said_by(words, named.title.start, sentence.tokens.start) {
        return Verb::Speaks;
    }
    let acts = matches!(words.pos(next), Pos::Vbd | Pos::Vbz | Pos::Vbp | Pos::Md);
    if acts { Verb::Acts } else { Verb::None }
}

/// The token where the verb would stand: after adverbs, "of Narnia", a bracket, or an aside between commas.
fn verb_after(words: Words, end: u32, limit: u32) -> u32 {
    const ASIDE: u32 = 14;
    let adverbs = |from: u32| (from..from + 2).find(|t| words.pos(*t) != Pos::Rb).unwrap_or(from);
    let closing = |open: u32, marks: &[&str]| (open + 1..limit.min(open + ASIDE)).find(|t| words.is(*t, marks));
    let after = match words.text(end) {
        "," => closing(end, &[","]),
        "(" | "[" => closing(end, &[")", "]"]),
        "of" | "from" => (end + 1..limit.min(end + 8))
            .find(|t| !words.noun(*t) && !words.adjective(*t) && !words.article(*t) && words.text(*t) != "of")
            .map(|t| t - 1),
        _ => None,
    };
    adverbs(after.map_or(end, |last| last + 1))
}

/// `said Roe`, `said study author Jane Roe`: a verb of saying before the name and the words that introduce it.
fn is_said_by(words: Words, name: u32, floor: u32) -> bool {
    let introduces =
        |t: &u32| words.noun(*t) || words.adjective(*t) || words.article(*t) || words.is(*t, &["of", "and", "'s"]);
    let before = (floor.max(name.saturating_sub(10))..name).rev().find(|t| !introduces(t));
    before.is_some_and(|t| words.is(t, SAYING) && words.pos(t) != Pos::Vbn)
}
