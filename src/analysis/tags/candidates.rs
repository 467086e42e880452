//! Where tags come from: names of places and organisations, and noun phrases.

use super::generic;
use crate::analysis::people::PeopleLexicon;
use crate::analysis::{Person, TagKind};
use crate::text::{BlockKind, Document, EntityKind, Pos, Sentence, Span};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Longest noun phrase that reads as a tag, in words; a longer run keeps its last words.
const MAX_WORDS: usize = 3;

/// A phrase and all the places where it stands.
#[derive(Debug)]
pub(super) struct Candidate {
    /// The words in lower case, the last one singular: equal keys are the same tag.
    pub(super) key: Vec<String>,
    /// `None` for a common noun phrase.
    pub(super) kind: Option<TagKind>,
    /// In the order of the text; never empty.
    pub(super) places: Vec<Place>,
    /// Places of an acronym or full name that was joined with this one.
    pub(super) joined: Vec<Place>,
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
    pub(super) kind: Option<TagKind>,
}

impl Place {
    /// The bytes that the occurrence covers.
    pub(super) fn span(&self, doc: &Document) -> Span {
        let token = |i: u32| doc.tokens[i as usize].span;
        token(self.tokens.start).join(token(self.tokens.end - 1))
    }
}

impl Candidate {
    /// Token at which it first stands.
    pub(super) fn first(&self) -> u32 {
        self.places[0].tokens.start
    }

    /// How often it stands in the text.
    pub(super) fn count(&self) -> usize {
        self.places.len()
    }

    /// The share of places for which `is` holds, 0 to 1.
    pub(super) fn share(&self, is: impl Fn(&Place) -> bool) -> f32 {
        self.places.iter().filter(|p| is(p)).count() as f32 / self.places.len() as f32
    }
}

/// All candidates in the order of their first place.
pub(super) fn collect(doc: &Document, people: &[Person], lexicon: &PeopleLexicon) -> Vec<Candidate> {
    let blocked = person_tokens(doc, people);
    let mut found = Found { doc, lexicon, by_key: FxHashMap::default(), candidates: Vec::new() };
    for (index, sentence) in doc.sentences.iter().enumerate() {
        if !matches!(doc.prose.blocks[sentence.block as usize].kind, BlockKind::Footnote) {
            scan(doc, index as u32, sentence, &blocked, &mut found);
        }
    }
    for candidate in &mut found.candidates {
        candidate.kind = majority_kind(&candidate.places);
    }
    found.candidates
}

/// The phrases gathered so far.
struct Found<'d> {
    doc: &'d Document<'d>,
    lexicon: &'d PeopleLexicon,
    by_key: FxHashMap<Vec<String>, usize>,
    candidates: Vec<Candidate>,
}

impl Found<'_> {
    fn add(&mut self, place: Place) {
        let key = key(self.doc, &place.tokens);
        let next = self.candidates.len();
        let index = *self.by_key.entry(key.clone()).or_insert(next);
        if index == next {
            self.candidates.push(Candidate { key, kind: None, places: Vec::new(), joined: Vec::new() });
        }
        self.candidates[index].places.push(place);
    }
}

/// Whether each token belongs to a mention of a person.
fn person_tokens(doc: &Document, people: &[Person]) -> Vec<bool> {
    let mut blocked = vec![false; doc.tokens.len()];
    for mention in people.iter().flat_map(|p| &p.mentions) {
        let first = doc.tokens.partition_point(|t| t.span.end <= mention.span.start);
        for (token, blocked) in doc.tokens.iter().zip(&mut blocked).skip(first) {
            if token.span.start >= mention.span.end {
                break;
            }
            *blocked = true;
        }
    }
    for entity in doc.entities.iter().filter(|e| e.kind == EntityKind::Person) {
        blocked[entity.tokens.start as usize..entity.tokens.end as usize].fill(true);
    }
    blocked
}

/// Walks a sentence from phrase to phrase.
fn scan(doc: &Document, index: u32, sentence: &Sentence, blocked: &[bool], found: &mut Found) {
    let mut entities = doc.entities[doc.entities.partition_point(|e| e.tokens.start < sentence.tokens.start)..].iter();
    let mut entity = entities.next();
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        while entity.is_some_and(|e| e.tokens.start < at) {
            entity = entities.next();
        }
        let run_end = noun_run(doc, at..sentence.tokens.end, blocked, entity.map(|e| e.tokens.start));
        if let Some(e) = entity.filter(|e| e.tokens.start == at && e.kind != EntityKind::Person) {
            name(doc, index, e.kind, e.tokens.clone(), found);
            at = e.tokens.end.max(at + 1);
        } else if run_end > at {
            phrase(doc, index, at..run_end, found);
            at = run_end;
        } else {
            at += 1;
        }
    }
}

/// The end of the run of nouns and their adjectives that begins at `range.start`, before the next name.
fn noun_run(doc: &Document, range: Range<u32>, blocked: &[bool], name: Option<u32>) -> u32 {
    let mut end = range.start;
    while end < range.end && Some(end) != name && !blocked[end as usize] && is_nominal(doc, end) {
        end += 1;
    }
    end
}

fn is_nominal(doc: &Document, token: u32) -> bool {
    is_noun(doc.tokens[token as usize].pos)
        || matches!(doc.tokens[token as usize].pos, Pos::Jj) && doc.text_of(token).len() > 2
}

fn is_noun(pos: Pos) -> bool {
    matches!(pos, Pos::Nn | Pos::Nns | Pos::Nnp | Pos::Nnps)
}

/// A place or organisation: the name as a whole, without article.
fn name(doc: &Document, sentence: u32, kind: EntityKind, tokens: Range<u32>, found: &mut Found) {
    let mut tokens = tokens;
    if doc.text_of(tokens.start).eq_ignore_ascii_case("the") {
        tokens.start += 1;
    }
    if tokens.is_empty() || !doc.text_of(tokens.start).starts_with(char::is_alphanumeric) {
        return;
    }
    let kind = if kind == EntityKind::Place { TagKind::Place } else { TagKind::Organisation };
    found.add(Place { tokens, sentence, whole: true, proper: true, kind: Some(kind) });
}

/// A noun phrase, its last two words when it is longer, and its head.
fn phrase(doc: &Document, sentence: u32, run: Range<u32>, found: &mut Found) {
    let Some(run) = trim(doc, run) else { return };
    let proper = |t: &Range<u32>| t.clone().all(|i| matches!(doc.tokens[i as usize].pos, Pos::Nnp | Pos::Nnps));
    let longest = run.start.max(run.end.saturating_sub(MAX_WORDS as u32));
    let mut starts = vec![longest, run.end.saturating_sub(2).max(longest), run.end - 1];
    starts.dedup();
    // A name of several words ("World Cup") is one thing; its head alone is not.
    if proper(&run) {
        starts.truncate(1);
    }
    for start in starts {
        let tokens = start..run.end;
        if is_tag(doc, &tokens) && !is_office(doc, &tokens, found.lexicon) {
            let whole = start == run.start;
            found.add(Place { proper: proper(&tokens), tokens, sentence, whole, kind: None });
        }
    }
}

/// The run without adjectives that only point ("other", "recent") and without what follows its last noun.
fn trim(doc: &Document, mut run: Range<u32>) -> Option<Range<u32>> {
    while !run.is_empty() && !is_noun(doc.tokens[run.end as usize - 1].pos) {
        run.end -= 1;
    }
    while !run.is_empty() && generic::is_weak_modifier(doc.text_of(run.start)) {
        run.start += 1;
    }
    (!run.is_empty()).then_some(run)
}

fn is_tag(doc: &Document, tokens: &Range<u32>) -> bool {
    let letters = |i: u32| doc.text_of(i).chars().filter(|c| c.is_alphabetic()).count();
    let head = doc.text_of(tokens.end - 1);
    tokens.clone().all(|i| letters(i) > 1 && doc.text_of(i).starts_with(char::is_alphanumeric))
        && !generic::is_generic_head(head)
        && !generic::is_weak_modifier(doc.text_of(tokens.start))
}

/// Whether it is the office or occupation of somebody, who has the box for it.
fn is_office(doc: &Document, tokens: &Range<u32>, lexicon: &PeopleLexicon) -> bool {
    let head = doc.text_of(tokens.end - 1);
    lexicon.is_office(head) && (tokens.len() == 1 || doc.tokens[tokens.end as usize - 1].pos == Pos::Nnp)
}

fn key(doc: &Document, tokens: &Range<u32>) -> Vec<String> {
    let mut words: Vec<String> = tokens.clone().map(|i| doc.text_of(i).to_lowercase().replace('’', "'")).collect();
    if let Some(last) = words.last_mut() {
        *last = super::label::singular(last);
    }
    words
}

/// The kind that most of the places have.
fn majority_kind(places: &[Place]) -> Option<TagKind> {
    let count = |kind| places.iter().filter(|p| p.kind == kind).count();
    let kinds = [Some(TagKind::Organisation), Some(TagKind::Place), None];
    kinds.into_iter().rev().max_by_key(|&kind| count(kind)).flatten()
}
