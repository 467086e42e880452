//! Making more of little gold: other names, other places, other ways of writing the same sentence.

use crate::corpus::Sentence;
use crate::lists::capitalise;
use crate::names::{Namer, Person};
use crate::rng::Rng;
use standfirst::text::tagger::{Kind, Label, spans};
use std::collections::BTreeMap;

/// Who stands for whom within one document.
#[derive(Default)]
struct Cast {
    by_last: BTreeMap<String, Person>,
    by_first: BTreeMap<String, Person>,
    singles: BTreeMap<String, Vec<String>>,
    places: BTreeMap<Vec<String>, Vec<String>>,
    orgs: BTreeMap<Vec<String>, Vec<String>>,
}

/// What else names are drawn from, and how often places and organisations are replaced.
pub(crate) struct Pool<'a> {
    pub(crate) orgs: &'a [Vec<String>],
    pub(crate) roles: &'a [String],
    pub(crate) place: f64,
    pub(crate) org: f64,
}

impl Cast {
    /// Casts the people with full names first, so that a later surname alone finds its person.
    fn new(doc: &[Sentence], namer: &Namer, rng: &mut Rng) -> Cast {
        let mut cast = Cast::default();
        for s in doc {
            for (start, end, kind) in spans(&s.labels) {
                if kind == Kind::Person && end - start > 1 {
                    let p = cast.by_last.entry(s.words[end - 1].clone()).or_insert_with(|| namer.person(rng)).clone();
                    cast.by_first.entry(s.words[start].clone()).or_insert(p);
                }
            }
        }
        cast
    }

    fn person(&mut self, words: &[String], namer: &Namer, rng: &mut Rng) -> Vec<String> {
        if words.len() > 1 {
            let p = &self.by_last[&words[words.len() - 1]];
            // A surname alone now and then, as later sentences have it.
            return if rng.chance(0.15) { p.last.clone() } else { p.full() };
        }
        if let Some(p) = self.by_last.get(&words[0]) {
            return p.last.clone();
        }
        if let Some(p) = self.by_first.get(&words[0]) {
            return p.given[..1].to_vec();
        }
        let single = |rng: &mut Rng| {
            let p = namer.person(rng);
            if rng.chance(0.8) { p.last } else { p.given[..1].to_vec() }
        };
        self.singles.entry(words[0].clone()).or_insert_with(|| single(rng)).clone()
    }
}

/// The document with every person replaced, and places and organisations now and then; consistent within it.
pub(crate) fn swap(doc: &[Sentence], namer: &Namer, rng: &mut Rng, pool: &Pool) -> Vec<Sentence> {
    let mut cast = Cast::new(doc, namer, rng);
    let mut out = Vec::with_capacity(doc.len());
    for s in doc {
        let mut n = Sentence { doc: s.doc, ..Sentence::default() };
        let mut at = 0;
        for (start, end, kind) in spans(&s.labels) {
            copy(s, at, start, &mut n);
            let words = &s.words[start..end];
            let new = match kind {
                Kind::Person => cast.person(words, namer, rng),
                Kind::Place => {
                    let draw = |rng: &mut Rng| if rng.chance(pool.place) { namer.place(rng) } else { words.to_vec() };
                    cast.places.entry(words.to_vec()).or_insert_with(|| draw(rng)).clone()
                }
                Kind::Organisation => {
                    let draw =
                        |rng: &mut Rng| if rng.chance(pool.org) { rng.pick(pool.orgs).clone() } else { words.to_vec() };
                    cast.orgs.entry(words.to_vec()).or_insert_with(|| draw(rng)).clone()
                }
            };
            if kind == Kind::Person {
                titles(&mut n, pool.orgs, rng);
            }
            name(&mut n, &new, kind);
            if kind == Kind::Person && s.words.get(end).is_some_and(|w| w != "'s" && w != ",") {
                behind(&mut n, pool.roles, rng);
            }
            at = end;
        }
        copy(s, at, s.words.len(), &mut n);
        out.push(n);
    }
    out
}

/// Titles as newspapers of the world put them before names, more common ones more often.
const TITLES: &[&str] = &[
    "Mr",
    "Mr",
    "Mr",
    "Mr",
    "Mr.",
    "Mr.",
    "Mrs",
    "Mrs.",
    "Ms",
    "Ms",
    "Ms.",
    "Dr",
    "Dr",
    "Dr",
    "Dr.",
    "Prof",
    "Prof",
    "Prof.",
    "Professor",
    "Justice",
    "Chief Justice",
    "Judge",
    "Sheikh",
    "Maulana",
    "Mufti",
    "Madam",
    "Sir",
    "Lord",
    "Lt Gen",
    "Lt. Gen.",
    "Lieutenant General",
    "Maj Gen",
    "Brigadier",
    "Brig Gen",
    "Brig .",
    "Col",
    "Col.",
    "Colonel",
    "Major",
    "Capt",
    "Captain",
    "Inspector",
    "Superintendent",
    "Sergeant",
    "Hon",
    "Hon.",
    "Honourable",
    "Chief",
    "Alhaji",
    "Hajj",
    "Imam",
    "Pastor",
    "Rev",
    "Rev.",
    "Reverend",
    "Bishop",
    "Archbishop",
    "Father",
    "Datuk",
    "Datuk Seri",
    "Tan Sri",
    "Senator",
    "Sen.",
    "Rep.",
    "Representative",
    "Governor",
    "Gov.",
    "Minister",
    "President",
    "Prime Minister",
    "Chancellor",
    "King",
    "Queen",
    "Prince",
    "Princess",
    "Ambassador",
    "Deputy Minister",
    "Secretary",
    "Chairman",
    "Chairperson",
    "Engineer",
    "Engr",
    "Advocate",
    "Barrister",
    "Lawmaker",
    "Coach",
    "Lecturer",
    "Director",
    "Comrade",
    "Shri",
    "Smt",
    "Sri",
    "PM",
    "MP",
    "CEO",
    "Mayor",
    "Commissioner",
    "Spokesman",
    "Speaker",
    "former President",
    "Vice President",
    "Foreign Minister",
    "Finance Minister",
    "Chief Minister",
    "Health Minister",
    "DC",
    "SP",
    "Major General",
];

/// Offices that stand between an organisation and a name ("UN spokesman NAME", "NAME, head of ORG").
const OFFICES: &[&str] = &[
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "Spokesperson",
    "President",
    "president",
    "Chairman",
    "chairman",
    "CEO",
    "chief executive",
    "director",
    "Director",
    "Secretary General",
    "Commissioner",
    "coach",
    "captain",
    "striker",
    "midfielder",
    "international",
    "Managing Director",
    "Chief Executive Officer",
    "General Secretary",
    "correspondent",
    "analyst",
    "leader",
    "MP",
    "lawmaker",
    "Convener",
    "Coordinator",
    "Deputy Director",
    "Executive Director",
    "MD",
];

/// What ministers and the like are "of".
const CHARGES: &[&str] = &[
    "Health",
    "Finance",
    "Foreign Affairs",
    "Defence",
    "Education",
    "Justice",
    "Police",
    "State",
    "Staff",
    "Agriculture",
    "the Interior",
    "Energy",
    "Trade and Industry",
    "Communications",
    "Information",
    "Labour",
    "Home Affairs",
    "Tourism",
    "Economic Development",
    "Transport",
    "Environment",
    "Science and Technology",
    "Youth and Sports",
    "Local Government",
];

/// Puts a title before a name now and then, and varies the one that is there.
#[allow(clippy::collapsible_match)] // a guard would fall through to the next arm
fn titles(s: &mut Sentence, orgs: &[Vec<String>], rng: &mut Rng) {
    match s.words.last().map(String::as_str) {
        Some("Mr." | "Mrs." | "Ms." | "Dr.") if s.words.len() > 1 || rng.chance(0.5) => {
            if rng.chance(0.6) {
                let w = s.words.last_mut().expect("not empty");
                *w = rng.pick(&["Mr", "Mr", "Ms", "Mrs", "Dr", "Prof", "Justice", "Mr."]).to_string();
            }
        }
        last if last.is_none_or(|w| !w.starts_with(char::is_uppercase)) => match rng.below(100) {
            0..18 => plain(s, rng.pick(TITLES)),
            18..21 => {
                plain(
                    s,
                    rng.pick(&[
                        "Minister of",
                        "Minister of",
                        "Deputy Minister of",
                        "Superintendent of",
                        "Secretary of",
                        "Minister for",
                        "Chief of",
                    ]),
                );
                plain(s, rng.pick(CHARGES));
            }
            21..26 => {
                name(s, rng.pick(orgs), Kind::Organisation);
                plain(s, rng.pick(OFFICES));
            }
            26..30 => {
                plain(s, rng.pick(OFFICES));
                plain(s, rng.pick(&["of", "of", "of the", "for the", "at"]));
                name(s, rng.pick(orgs), Kind::Organisation);
                if rng.chance(0.4) {
                    plain(s, ",");
                }
            }
            _ => {}
        },
        _ => {}
    }
}

/// Puts an age or a description behind a name now and then.
fn behind(s: &mut Sentence, roles: &[String], rng: &mut Rng) {
    match rng.below(100) {
        0..2 => plain(s, format!("( {} )", 18 + rng.below(70))),
        2..4 => plain(s, format!(", {} ,", 18 + rng.below(70))),
        4..8 => plain(s, format!(", a {} ,", rng.pick(roles))),
        8..10 => plain(s, format!(", the {} ,", rng.pick(roles))),
        _ => {}
    }
}

fn plain(s: &mut Sentence, words: impl AsRef<str>) {
    let words = words.as_ref();
    words.split(' ').for_each(|w| push(s, w.to_owned(), Label::O));
}

fn name(s: &mut Sentence, words: impl AsRef<[String]>, kind: Kind) {
    let words = words.as_ref();
    words.iter().enumerate().for_each(|(i, w)| push(s, w.clone(), Label::new(kind, i == 0)));
}

fn push(s: &mut Sentence, word: String, label: Label) {
    s.words.push(word);
    s.pos.push(None);
    s.labels.push(label);
}

fn copy(s: &Sentence, from: usize, to: usize, out: &mut Sentence) {
    for i in from..to {
        push(out, s.words[i].clone(), s.labels[i]);
    }
}

/// Other ways of writing: all capitals, a headline, split hyphens, typographic quotes.
pub(crate) fn restyle(s: &mut Sentence, rng: &mut Rng) {
    match rng.below(100) {
        0..2 => s.words.iter_mut().for_each(|w| *w = w.to_uppercase()),
        2..5 => s.words.iter_mut().for_each(|w| {
            if w.len() > 3 && w.chars().all(char::is_lowercase) {
                *w = capitalise(w);
            }
        }),
        5..8 => upper_names(s),
        _ => {}
    }
    if rng.chance(0.3) {
        split_words(s);
    }
    if rng.chance(0.05) && s.words.last().is_some_and(|w| w == ".") {
        s.words.pop();
        s.pos.pop();
        s.labels.pop();
    }
}

/// Writes persons in capitals, as some agencies do.
fn upper_names(s: &mut Sentence) {
    let found: Vec<_> = spans(&s.labels).collect();
    for (start, end, kind) in found {
        if kind != Kind::Organisation {
            s.words[start..end].iter_mut().for_each(|w| *w = w.to_uppercase());
        }
    }
}

/// Splits hyphenated words and typographic clitics ("'s" as "’" and "s"), as some newspapers' files have them.
fn split_words(s: &mut Sentence) {
    let mut n = Sentence { doc: s.doc, ..Sentence::default() };
    for (w, &l) in s.words.iter().zip(&s.labels) {
        let inside = l.kind().map_or(Label::O, |k| Label::new(k, false));
        if w == "'s" {
            push(&mut n, "’".into(), l);
            push(&mut n, "s".into(), inside);
            continue;
        }
        if w.len() > 1
            && w.ends_with('.')
            && w[..w.len() - 1].chars().all(char::is_alphabetic)
            && l.kind() != Some(Kind::Organisation)
        {
            push(&mut n, w[..w.len() - 1].to_owned(), l);
            push(&mut n, ".".into(), inside);
            continue;
        }
        let plain = w.split('-').all(|p| !p.is_empty() && p.chars().all(char::is_alphabetic));
        for (i, part) in if plain { w.split('-').collect() } else { vec![w.as_str()] }.into_iter().enumerate() {
            if i > 0 {
                push(&mut n, "-".into(), inside);
            }
            push(&mut n, part.to_owned(), if i == 0 { l } else { inside });
        }
    }
    *s = n;
}
