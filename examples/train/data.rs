//! The corpora, how much each counts, and the augmented copies that the names are learnt from.

use std::collections::BTreeMap;
use std::path::Path;

use standfirst::text::tagger::{Kind, gazetteer, spans};

use crate::augment;
use crate::corpus::{self, Sentence};
use crate::lists::Lists;
use crate::names::Namer;
use crate::rng::Rng;

/// Settings by name, as `key=value` on the command line.
pub(crate) struct Settings(pub(crate) BTreeMap<String, String>);

impl Settings {
    pub(crate) fn get(&self, key: &str, default: f64) -> f64 {
        self.0.get(key).map_or(default, |v| v.parse().expect("a number"))
    }
}

/// One entity corpus: how often each document is used (as it is, and with other names), and how much it counts.
pub(crate) struct Source {
    pub(crate) name: &'static str,
    pub(crate) train: Vec<Sentence>,
    pub(crate) held: Vec<Sentence>,
    pub(crate) plain: usize,
    pub(crate) swaps: usize,
    pub(crate) weight: f32,
}

pub(crate) fn split(name: &'static str, all: Vec<Sentence>, plain: usize, swaps: usize, weight: f32) -> Source {
    let (held, train) = all.into_iter().partition(|s| s.doc % 10 == 9);
    Source { name, train, held, plain, swaps, weight }
}

pub(crate) fn sources(data: &Path, lists: &Lists, o: &Settings) -> Vec<Source> {
    let dir = data.join("train/entities");
    let swaps = o.get("swaps", 3.0) as usize;
    let gold = o.get("gold", 1.0) as f32;
    let demonym = |w: &str| lists.flags.get(&w.to_lowercase()).is_some_and(|f| f & gazetteer::DEMONYM != 0);
    let mut gmb = corpus::gmb(&dir, &demonym);
    if o.get("free", 1.0) > 0.0 {
        let has = |w: &str, f| lists.flags.get(&w.to_lowercase()).is_some_and(|x| x & f != 0);
        let title = |w: &str| {
            has(w, gazetteer::TITLE) && w != "State"
                || matches!(
                    w,
                    "Secretary-General"
                        | "Undersecretary"
                        | "Director-General"
                        | "Staff"
                        | "Lieutenant-General"
                        | "Major-General"
                )
        };
        let any = gazetteer::FIRST | gazetteer::FIRST_RARE | gazetteer::LAST | gazetteer::LAST_RARE;
        let name = |w: &str| {
            has(w, any) && !has(w, gazetteer::LOWER | gazetteer::PLACE | gazetteer::DEMONYM | gazetteer::ROLE)
        };
        gmb.iter_mut().for_each(|s| corpus::free_people(s, &title, &name));
    }
    gmb.truncate(o.get("gmb", 1e9) as usize);
    let mut re3d = corpus::entities(&dir.join("re3d-open.tsv"), 5);
    corpus::names_only(&mut re3d);
    let mut out = vec![
        split("wikigold", corpus::entities(&dir.join("wikigold.tsv"), 10), 1, swaps, gold),
        split("wnut17", corpus::entities(&dir.join("wnut17.tsv"), 1), 1, 1, 0.5),
        split(
            "gmb",
            gmb,
            o.get("gmbplain", 1.0) as usize,
            o.get("gmbswaps", 1.0) as usize,
            o.get("gmbweight", 0.5) as f32,
        ),
    ];
    if o.get("sharealike", 1.0) > 0.0 {
        out.push(split("crossner", corpus::entities(&dir.join("crossner-politics.tsv"), 1), 1, swaps, gold));
        out.push(split("uner", corpus::entities(&dir.join("uner-ewt-dev.tsv"), 5), 1, swaps, gold));
        out.push(split("re3d", re3d, 1, swaps, gold));
    }
    out
}

pub(crate) fn lower_counts(texts: &[&[Sentence]]) -> BTreeMap<String, u32> {
    let mut out = BTreeMap::new();
    for w in texts.iter().flat_map(|t| t.iter()).flat_map(|s| &s.words) {
        if w.chars().all(|c| c.is_lowercase() || c == '-') && w.starts_with(char::is_alphabetic) {
            *out.entry(w.clone()).or_default() += 1;
        }
    }
    out
}

/// The `most` most frequent word forms, the most frequent first.
pub(crate) fn common(texts: &[&[Sentence]], most: usize) -> Vec<String> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for word in texts.iter().flat_map(|t| t.iter()).flat_map(|s| &s.words) {
        *counts.entry(word).or_default() += 1;
    }
    let mut forms: Vec<(&str, u32)> = counts.into_iter().collect();
    forms.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    forms.into_iter().take(most).map(|(form, _)| form.to_owned()).collect()
}

/// The tagging corpora in the conventions of the web treebank, which splits "to" into preposition and particle and has
/// its own tags for some marks: where older corpora differ, their tags of these words are not learnt.
pub(crate) fn pos_data(data: &Path, o: &Settings, gmb: &[Sentence]) -> Vec<Sentence> {
    let read = |name: &str| corpus::pos(&data.join(format!("train/pos/{name}.tsv")));
    let mut all = read("masc");
    all.extend(gmb.iter().take(o.get("posgmb", 12000.0) as usize).cloned());
    for s in &mut all {
        for (w, p) in s.words.iter().zip(&mut s.pos) {
            if matches!(w.as_str(), "to" | "To" | "\"" | "'" | "-" | "--" | "..." | "/" | ";") {
                *p = None;
            }
        }
    }
    all.extend(read("gum"));
    all.extend(read("ud-ewt-train"));
    all
}

/// One copy of a training document after augmentation, its sentences with their weights.
pub(crate) struct Copies {
    /// The same for all copies of one document, so that folds never share one.
    pub(crate) doc: usize,
    /// Whether it is of use to the second stage: several sentences.
    pub(crate) votes: bool,
    pub(crate) sentences: Vec<(Sentence, f32)>,
}

/// Distinct organisation names of the training sentences, the better corpora first.
pub(crate) fn organisations(sources: &[Source]) -> Vec<Vec<String>> {
    let mut out = std::collections::BTreeSet::new();
    for s in sources.iter().flat_map(|s| &s.train) {
        for (start, end, kind) in spans(&s.labels) {
            let words = &s.words[start..end];
            if kind == Kind::Organisation && words.len() < 6 && words[0].starts_with(char::is_uppercase) {
                out.insert(words.to_vec());
            }
        }
    }
    out.into_iter().collect()
}

pub(crate) fn expand(sources: &[Source], lists: &Lists, seed: u64, o: &Settings) -> Vec<Copies> {
    let namer = &Namer::new(lists);
    let mut rng = Rng(seed);
    let mut out = Vec::new();
    let orgs = organisations(sources);
    let roles: Vec<String> = lists
        .flags
        .iter()
        .filter(|(w, f)| **f & gazetteer::ROLE != 0 && **f & gazetteer::LOWER != 0 && !w.ends_with('s'))
        .map(|(w, _)| w.clone())
        .collect();
    let pool = augment::Pool { orgs: &orgs, roles: &roles, place: o.get("place", 0.4), org: o.get("org", 0.2) };
    let mut number = 0;
    for s in sources {
        for doc in s.train.chunk_by(|a, b| a.doc == b.doc) {
            number += 1;
            for i in 0..s.plain + s.swaps {
                let copy = if i < s.plain { doc.to_vec() } else { augment::swap(doc, namer, &mut rng, &pool) };
                let mut restyle = |mut c: Sentence| {
                    if i >= s.plain || rng.chance(0.3) {
                        augment::restyle(&mut c, &mut rng);
                    }
                    (c, s.weight)
                };
                let sentences = copy.into_iter().map(&mut restyle).collect();
                out.push(Copies { doc: number, votes: doc.len() > 3, sentences });
            }
        }
    }
    out
}
