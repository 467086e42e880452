//! How likely somebody who was found is a person at all, judged over all mentions together.
//!
//! The recogniser decides word by word; a firm or town that is named once like a person passes. A logistic model of
//! how sure it was, of what speaks for a person (title, role, given name, acting, speaking) and of what speaks for a
//! thing ("in Roe", "the Roe", "news agency Roe"). Weights: see `models/README.md`.

use super::identity::Entry;
use super::lexicon::PeopleLexicon;
use super::mentions::Named;
use super::words::Words;
use crate::analysis::Role;
use crate::text::{Document, Pos};

/// What an entry is held to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Person,
    /// Named, linked and counted, but not shown in the box.
    Doubtful,
    Thing,
}

/// Log-odds under which an entry is no person: 0.3. Losing a person costs more than keeping a thing.
const LEAST: f32 = -0.85;
/// Log-odds from which somebody without title and role may be shown in the box: 0.6.
const SURE: f32 = 0.4;

pub(super) fn verdict(signs: &Signs) -> Verdict {
    let odds = log_odds(signs);
    match odds {
        _ if odds < LEAST => Verdict::Thing,
        _ if odds < SURE && !signs.role && !signs.titled => Verdict::Doubtful,
        _ => Verdict::Person,
    }
}

/// The signs of one entry.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Signs {
    /// The recogniser's margins, in units of log-odds.
    pub surest: f32,
    pub mean: f32,
    pub single: bool,
    /// Of four parts and more.
    pub long: bool,
    pub given: bool,
    pub titled: bool,
    pub role: bool,
    /// Anywhere before a verb; before "who" or "himself"; beside a verb of saying.
    pub acts: bool,
    pub human: bool,
    pub said: bool,
    /// In a row with other people where first named.
    pub listed: bool,
    /// Anywhere after "in", after a lone "the", after a noun for things such as "agency".
    pub placed: bool,
    pub article: bool,
    pub thing: bool,
}

/// The log-odds that an entry is a person.
fn log_odds(s: &Signs) -> f32 {
    let flag = |sign: bool, weight: f32| if sign { weight } else { 0.0 };
    0.45 + 0.4 * s.surest + 0.45 * s.mean - flag(s.single, 2.45) - flag(s.long, 0.85)
        + flag(s.given, 1.2)
        + flag(s.titled, 0.9)
        + flag(s.role, 1.5)
        + flag(s.acts, 0.35)
        + flag(s.human, 1.75)
        + flag(s.said, 0.6)
        + flag(s.listed, 0.5)
        - flag(s.placed, 1.1)
        - flag(s.article, 2.25)
        - flag(s.thing, 3.0)
}

pub(super) fn signs(doc: &Document, lexicon: &PeopleLexicon, named: &[Named], entry: &Entry, roles: &[Role]) -> Signs {
    let words = Words { doc };
    let margins = entry.mentions.iter().map(|&m| f32::from(named[m].margin) / 16.0);
    let mut signs = Signs {
        surest: margins.clone().fold(f32::MIN, f32::max),
        mean: margins.sum::<f32>() / entry.mentions.len().max(1) as f32,
        single: !entry.full.is_full(),
        long: entry.full.parts.len() > 3,
        given: lexicon.is_given(entry.full.first()),
        listed: entry.mentions.first().is_some_and(|&first| is_listed(named, first)),
        ..Signs::default()
    };
    entry.mentions.iter().for_each(|&mention| look_round(words, &named[mention], &mut signs));
    // Firms are producers and developers, too, but speak less.
    signs.role = roles.iter().any(|role| signs.said || signs.human || !is_of_firms(&role.text));
    signs
}

/// Whether firms and other things are called so, too: "gas producer", "creditor".
fn is_of_firms(role: &str) -> bool {
    #[rustfmt::skip]
    const HEADS: &[&str] = &[
        "producer", "developer", "creditor", "maker", "manufacturer", "provider", "operator", "carrier", "supplier",
        "publisher", "star", "host", "giant", "lender", "importer", "exporter", "distributor", "builder", "insurer",
        "contractor", "promoter", "rival", "competitor", "independent", "radical",
    ];
    let head = role.rsplit(' ').next().unwrap_or(role);
    HEADS.iter().any(|word| word.eq_ignore_ascii_case(head))
}

/// Adds what stands round one mention.
fn look_round(words: Words, mention: &Named, signs: &mut Signs) {
    let (before, after) = (mention.title.start.wrapping_sub(1), mention.tokens.end);
    signs.titled |= !mention.title.is_empty() && !is_of_firms(words.text(mention.title.end - 1));
    signs.acts |= matches!(words.pos(after), Pos::Vbd | Pos::Vbz | Pos::Md);
    let aside = words.text(after) == "," && words.is(after + 1, &["who", "whose"]);
    signs.human |= aside || words.is(after, &["himself", "herself", "who", "whose"]);
    signs.said |= words.is(before, &["said", "says", "added", "told", "by", "asked"])
        || words.is(after, &["said", "says", "told", "added"]);
    signs.placed |= words.is(before, &["in", "at", "near", "across", "outside", "inside", "via", "around", "on"]);
    signs.article |= words.article(before) && !words.noun(after) && !words.adjective(after);
    signs.thing |= words.is(before, THINGS);
}

/// Nouns that introduce the name of something: "the news agency Roe".
#[rustfmt::skip]
const THINGS: &[&str] = &[
    "agency", "newspaper", "magazine", "website", "site", "network", "broadcaster", "channel", "station", "company",
    "firm", "brand", "retailer", "airline", "bank", "band", "group", "app", "platform", "service", "software", "game",
    "ship", "vessel", "boat", "yacht", "tanker", "freighter", "ferry", "frigate", "satellite", "spacecraft", "rocket",
    "city", "town", "village", "suburb", "province", "district", "region", "county", "island", "river", "mountain",
    "volcano", "mosque", "church", "temple", "team", "club", "film", "movie", "album", "song", "show", "series",
    "book", "novel", "musical", "opera", "journal", "daily", "weekly", "tabloid", "publisher", "startup", "carmaker",
    "hurricane", "storm", "typhoon", "cyclone", "party", "tribe", "virus", "software", "language", "hotel",
    "restaurant", "capital", "neighbourhood", "neighborhood", "municipality", "port", "comet", "asteroid", "planet",
    "dog", "cat", "horse",
];

/// Whether only a comma or "and" stands between this mention and the next or the one before.
pub(super) fn is_listed(named: &[Named], mention: usize) -> bool {
    let near = |a: Option<&Named>, b: Option<&Named>| {
        a.zip(b).is_some_and(|(a, b)| a.sentence == b.sentence && b.title.start.saturating_sub(a.tokens.end) <= 2)
    };
    let here = named.get(mention);
    near(here, named.get(mention + 1)) || near(mention.checked_sub(1).and_then(|before| named.get(before)), here)
}
