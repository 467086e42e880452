//! The candidates: phrases and names with all their places, gathered under one key.

use super::lexicon::TagLexicon;
use super::{label, plain, walk};
use crate::analysis::people::PeopleLexicon;
use crate::analysis::{Person, TagKind};
use crate::text::{Document, EntityKind, Pos, Span};
use rustc_hash::{FxBuildHasher, FxHashMap, FxHasher};
use std::hash::Hasher;
use std::ops::Range;

/// A phrase and all the places where it stands.
#[derive(Debug)]
pub(super) struct Candidate {
    /// The words in lower case with a space between: equal keys are the same tag. The last word of a common noun
    /// phrase is singular, and an acronym of a country is written out.
    pub(super) key: String,
    /// `None` for a common noun phrase.
    pub(super) kind: Option<TagKind>,
    /// In the order of the text; never empty.
    pub(super) places: Vec<Place>,
    /// Places that were counted for a shorter or otherwise written form of the same thing.
    pub(super) joined: Vec<Place>,
    pub(super) standing: Standing,
}

/// What a candidate is beside the others; only one in its own right is ever shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    OwnRight,
    /// A longer phrase stands for it: "wall" beside "border wall".
    Part,
    /// A part of it is said so much more often that it stands for the phrase: "north wall" beside "wall".
    Aside,
    /// A phrase that came together by chance: "long wall".
    Chance,
}

/// One occurrence of a candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) tokens: Range<u32>,
    pub(super) sentence: u32,
    /// Whether it is the whole of its noun phrase or name.
    pub(super) whole: bool,
    /// Whether all its words are proper nouns.
    pub(super) proper: bool,
    /// Whether it is only named as the source of what is said ("told Reuters").
    pub(super) cited: bool,
    pub(super) kind: Option<TagKind>,
}

impl Place {
    /// The bytes that the occurrence covers.
    pub(super) fn span(&self, doc: &Document) -> Span {
        doc.span_of(self.tokens.clone())
    }
}

impl Candidate {
    /// Token at which it first stands.
    pub(super) fn first(&self) -> u32 {
        self.places[0].tokens.start
    }

    /// Its words, as in the key.
    pub(super) fn words(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.key.split(' ')
    }

    /// How often it stands in the text.
    pub(super) fn count(&self) -> usize {
        self.places.len()
    }

    /// Whether it is of several words.
    pub(super) fn is_phrase(&self) -> bool {
        self.key.contains(' ')
    }

    /// How often it stands in the text in whatever form.
    pub(super) fn total(&self) -> usize {
        self.places.len() + self.joined.len()
    }

    /// The share of places for which `is` holds, 0 to 1.
    pub(super) fn share(&self, is: impl Fn(&Place) -> bool) -> f32 {
        self.places.iter().filter(|p| is(p)).count() as f32 / self.places.len() as f32
    }
}

/// All candidates in the order of their first place.
pub(super) fn collect<'d>(
    doc: &'d Document<'d>,
    language: &str,
    people: &'d [Person],
    lexicon: &'d PeopleLexicon,
    words: &'d TagLexicon,
) -> Vec<Candidate> {
    let mut found = Found {
        doc,
        lexicon,
        words,
        people: person_tokens(doc, people),
        surnames: people.iter().filter_map(|p| p.name.rsplit(' ').next()).collect(),
        only_known: false,
        by_key: FxHashMap::with_capacity_and_hasher(doc.tokens.len() / 2, FxBuildHasher),
        key: String::new(),
        candidates: Vec::new(),
        human: Vec::new(),
    };
    if plain::is_untagged(doc) {
        plain::collect(language, &mut found);
    } else {
        walk::collect(&mut found);
    }
    for candidate in &mut found.candidates {
        candidate.kind = majority_kind(&candidate.places);
    }
    let mut human = found.human.into_iter();
    found.candidates.retain(|_| !human.next().unwrap_or(false));
    found.candidates
}

/// The phrases gathered so far, and what is needed to judge the next one.
pub(super) struct Found<'d> {
    pub(super) doc: &'d Document<'d>,
    pub(super) lexicon: &'d PeopleLexicon,
    pub(super) words: &'d TagLexicon,
    /// Whether each token belongs to a mention of a person.
    pub(super) people: Vec<bool>,
    /// The last words of the people's names.
    pub(super) surnames: Vec<&'d str>,
    /// Whether places are only added to candidates that there are, or to names of one word.
    pub(super) only_known: bool,
    /// Hash of a key -> index of its candidate.
    by_key: FxHashMap<u64, usize>,
    /// The key of the place at hand; reused, so that only a new candidate allocates.
    key: String,
    candidates: Vec<Candidate>,
    /// Whether each candidate turned out to be somebody.
    human: Vec<bool>,
}

impl Found<'_> {
    /// Adds a place; `human` tells that it is somebody, which makes all its other places somebody too.
    pub(super) fn add(&mut self, place: Place, human: bool) {
        write_key(self.doc, &place.tokens, place.proper, &mut self.key);
        let is_new_name =
            || place.kind.is_some() && place.tokens.len() == 1 && !self.by_key.contains_key(&hash(&self.key));
        if self.only_known && !is_new_name() {
            return self.add_known(place);
        }
        let index = *self.by_key.entry(hash(&self.key)).or_insert(self.candidates.len());
        if index == self.candidates.len() {
            let key = self.key.clone();
            self.candidates.push(Candidate {
                key,
                kind: None,
                places: Vec::new(),
                joined: Vec::new(),
                standing: Standing::OwnRight,
            });
            self.human.push(false);
        }
        self.candidates[index].places.push(place);
        self.human[index] |= human;
    }

    /// Adds a place where every word has a capital to the candidate of these words, be it a name or a common noun.
    fn add_known(&mut self, mut place: Place) {
        let mut index = self.by_key.get(&hash(&self.key));
        if index.is_none() && place.proper {
            write_key(self.doc, &place.tokens, false, &mut self.key);
            index = self.by_key.get(&hash(&self.key));
        }
        let Some(&index) = index else { return };
        let places = &mut self.candidates[index].places;
        place.proper = places[0].proper;
        place.kind = places[0].kind;
        let at = places.partition_point(|other| other.tokens.start < place.tokens.start);
        places.insert(at, place);
    }
}

/// Whether each token belongs to a mention of a person.
fn person_tokens(doc: &Document, people: &[Person]) -> Vec<bool> {
    let mut blocked = vec![false; doc.tokens.len()];
    for mention in people.iter().flat_map(|p| &p.mentions) {
        let tokens = doc.tokens_in(mention.span);
        blocked[tokens.start as usize..tokens.end as usize].fill(true);
    }
    for entity in doc.entities.iter().filter(|e| e.kind == EntityKind::Person && !walk::is_storm(doc, e)) {
        blocked[entity.tokens.start as usize..entity.tokens.end as usize].fill(true);
    }
    blocked
}

fn write_key(doc: &Document, tokens: &Range<u32>, proper: bool, key: &mut String) {
    key.clear();
    let mut last = 0;
    for token in tokens.clone() {
        if !key.is_empty() && doc.tokens[token as usize].pos != Pos::Pos {
            key.push(' ');
        }
        last = key.len();
        let word = doc.text_of(token);
        match label::written_out(word) {
            Some(name) => key.push_str(name),
            None => push_lower(word, key),
        }
    }
    if !proper {
        label::make_singular(key, last);
    } else if key == "united states of america" {
        key.truncate("united states".len());
    }
}

/// The same for equal keys in every run.
pub(super) fn hash(key: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(key.as_bytes());
    hasher.finish()
}

/// Appends a word in lower case and with plain apostrophes.
pub(super) fn push_lower(word: &str, key: &mut String) {
    if word.is_ascii() {
        let start = key.len();
        key.push_str(word);
        key[start..].make_ascii_lowercase();
    } else {
        key.extend(word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }));
    }
}

/// The kind that most of the places have.
fn majority_kind(places: &[Place]) -> Option<TagKind> {
    let count = |kind| places.iter().filter(|p| p.kind == kind).count();
    let kinds = [Some(TagKind::Organisation), Some(TagKind::Place), None];
    kinds.into_iter().rev().max_by_key(|&kind| count(kind)).flatten()
}
