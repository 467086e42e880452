//! What the article says that people are, in its own words: before the name, after it, and by "is", "became",
//! "was elected". Every role keeps its place.

use super::identity::Entry;
use super::lexicon::{PeopleLexicon, RoleClass, Title};
use super::mentions::Named;
use super::phrase::{Phrase, Scene};
use super::words::Words;
use crate::analysis::{Role, RoleKind};
use crate::text::{Document, Pos, Span};

/// Most roles of a person.
const MOST: usize = 3;

/// A role and how well it is attested.
struct Stated {
    person: usize,
    phrase: Phrase,
    weight: f32,
}

/// The roles of every entry, best first.
pub(super) fn find(doc: &Document, lexicon: &PeopleLexicon, named: &[Named], entries: &[Entry]) -> Vec<Vec<Role>> {
    let people = people_by_token(doc, named);
    let scene = Scene { words: Words { doc }, lexicon, people: &people };
    let mut owners = vec![usize::MAX; named.len()];
    for (index, entry) in entries.iter().enumerate() {
        entry.mentions.iter().for_each(|&mention| owners[mention] = index);
    }
    let mut reader = Reader { scene, named, owners: &owners, entries, stated: Vec::new() };
    for (mention, _) in owners.iter().enumerate().filter(|(_, owner)| **owner != usize::MAX) {
        reader.read(mention);
    }
    reader.read_pronouns();
    let mut stated: Vec<Vec<Stated>> = entries.iter().map(|_| Vec::new()).collect();
    reader.stated.into_iter().for_each(|s| stated[s.person].push(s));
    stated.iter().map(|stated| best(scene, stated)).collect()
}

/// For every token the end of the mention there, 0 where nobody is named.
fn people_by_token(doc: &Document, named: &[Named]) -> Vec<u32> {
    let mut people = vec![0; doc.tokens.len()];
    for mention in named {
        people[mention.tokens.start as usize..mention.tokens.end as usize].fill(mention.tokens.end);
    }
    people
}

/// Reads the roles of one document.
pub(super) struct Reader<'d> {
    pub(super) scene: Scene<'d>,
    pub(super) named: &'d [Named],
    pub(super) owners: &'d [usize],
    pub(super) entries: &'d [Entry],
    stated: Vec<Stated>,
}

impl Reader<'_> {
    fn read(&mut self, mention: usize) {
        let sentence = &self.scene.words.doc.sentences[self.named[mention].sentence as usize];
        let bounds = sentence.tokens.clone();
        self.before(mention, bounds.start);
        let after = self.after_place(self.named[mention].tokens.end, bounds.end);
        if let Some(after) = after {
            self.apposition(mention, after, bounds.end);
            self.predicate(mention, after, bounds.end);
            self.appointed(mention, bounds.start, bounds.end);
        }
        self.tenure(mention, bounds.start, bounds.end);
    }

    pub(super) fn state(&mut self, mention: usize, phrase: Phrase, weight: f32) {
        let tokens = self.named[mention].tokens.clone();
        if phrase.tokens.start < tokens.end && tokens.start < phrase.tokens.end {
            return;
        }
        self.stated.push(Stated { person: self.owners[mention], phrase, weight });
    }

    /// "Ukrainian President Roe", "The minister, Roe,", "a teacher named Roe", "Presidents Roe and Poe".
    fn before(&mut self, mention: usize, floor: u32) {
        let scene = self.scene;
        let mut end = self.named[mention].tokens.start;
        let courtesy = |t: u32| matches!(scene.lexicon.title(scene.words.text(t)), Some(Title::Courtesy(_)));
        while end > floor && (courtesy(end - 1) || scene.words.text(end - 1).contains("-year-old")) {
            end -= 1;
        }
        if end == floor {
            return;
        }
        if scene.words.is(end - 1, &["including", "like", "as"]) {
            return self.example(mention, end - 1, floor);
        }
        if scene.words.comma(end - 1) && end - 1 > floor {
            return self.reversed(mention, end - 1, floor);
        }
        if scene.words.is(end - 1, &["is", "was"]) && end - 1 > floor {
            return self.inverse(mention, end - 1, floor);
        }
        let named = scene.words.is(end - 1, &["named", "called"]);
        let end = if named { end - 1 } else { self.before_bracket(end, floor) };
        let Some(phrase) = scene.ending_at(end, floor) else { return };
        if phrase.plural.is_some() { self.shared(mention, phrase) } else { self.state(mention, phrase, 0.5) }
    }

    /// "Labour MP (Member of Parliament) Roe": where a short bracket that stands right before `end` opens.
    fn before_bracket(&self, end: u32, floor: u32) -> u32 {
        let words = self.scene.words;
        if end <= floor + 3 || words.text(end - 1) != ")" {
            return end;
        }
        (floor..end - 1).rev().take(6).find(|t| words.text(*t) == "(").unwrap_or(end)
    }

    /// "designers including Roe", "critics such as Roe", "identified the suspect as Roe".
    fn example(&mut self, mention: usize, word: u32, floor: u32) {
        let words = self.scene.words;
        let mut end = word;
        end -= u32::from(words.is(word, &["as"]) && end > floor && words.is(end - 1, &["such"]));
        let identified = end == word && words.is(word, &["as"]);
        let named =
            (floor..end).rev().take(10).any(|t| words.is(t, &["identified", "named", "identify", "identifies"]));
        let Some(phrase) = self.scene.ending_at(end, floor) else { return };
        if identified == phrase.plural.is_none() && (!identified || named) {
            self.state(mention, phrase, 0.3);
        }
    }

    /// A plural before a list of names belongs to all of them.
    fn shared(&mut self, first: usize, mut phrase: Phrase) {
        let last = self.last_listed(first);
        // "members of the club" cannot be cut to a singular: anything that is said of one of them is better.
        let weight = if phrase.plural == Some(0) { 0.0 } else { 0.45 };
        // "Roe's two sons": each of them is no "two son".
        let number = phrase.tokens.clone().rev().find(|t| self.scene.words.pos(*t) == Pos::Cd);
        phrase.tokens.start = number.map_or(phrase.tokens.start, |number| number + 1);
        if last > first && !phrase.tokens.is_empty() {
            (first..=last).for_each(|mention| self.state(mention, phrase.clone(), weight));
        }
    }

    /// The last of the names that follow a name with nothing but commas and "and" between them.
    fn last_listed(&self, first: usize) -> usize {
        let words = self.scene.words;
        let mut last = first;
        while let Some(next) = self.named.get(last + 1) {
            let gap = self.named[last].tokens.end..next.title.start;
            let listed = gap.len() <= 2 && !gap.is_empty() && gap.clone().all(|t| words.is(t, &[",", "and", "&"]));
            if !listed {
                break;
            }
            last += 1;
        }
        last
    }

    /// "The club's founder, Jane Roe, ...": a phrase with an article or owner, closed on both sides.
    fn reversed(&mut self, mention: usize, comma: u32, floor: u32) {
        let scene = self.scene;
        let end = self.named[mention].tokens.end;
        let closed = end as usize >= scene.words.doc.tokens.len()
            || scene.words.pos(end) == Pos::Punct
            || scene.words.is(end, &["and"]);
        if scene.person(comma - 1) {
            return;
        }
        let Some(mut phrase) = self.phrase_to_comma(comma, floor) else { return };
        let start = phrase.tokens.start;
        let opener = start.checked_sub(1).filter(|b| *b >= floor);
        // "A member of parliament, Jane Roe said ...": the second comma is missing, but the phrase opens the sentence.
        let opening = start == floor || opener == Some(floor) && scene.words.article(floor);
        if !(closed || opening && scene.words.verb(end)) {
            return;
        }
        let definite = opener
            .is_none_or(|b| scene.words.article(b) || scene.words.is(b, &["another", "fellow", "one"]))
            || scene.words.pos(start) == Pos::PrpS
            || phrase.tokens.clone().any(|t| scene.words.possessive(t));
        let counted = phrase.plural.is_some() && opener.is_some_and(|b| scene.words.pos(b) == Pos::Cd);
        if (definite || counted) && phrase.plural.is_some() {
            // "the owners of the club, Jane Roe and Bob Poe", "two sons, Jim and Bob"
            self.shared(mention, phrase);
        } else if definite {
            phrase.qualified |= phrase.tokens.len() > 1;
            self.state(mention, phrase, 0.45);
        }
    }

    /// The role that ends at a comma: a forward reading from an article that comes out exactly there.
    pub(super) fn phrase_to_comma(&self, comma: u32, floor: u32) -> Option<Phrase> {
        let scene = self.scene;
        let mut best = scene.ending_at(comma, floor);
        for start in (floor..comma).rev().take(14) {
            if scene.words.verb(start) && !scene.words.noun(start + 1) || scene.words.comma(start) {
                break;
            }
            let counted = scene.words.pos(start) == Pos::Cd && scene.words.pos(start + 1) == Pos::Nns;
            let opens = scene.words.article(start) || scene.words.pos(start) == Pos::PrpS || start == floor || counted;
            if !opens {
                continue;
            }
            let read = scene.starting_at(start, comma).and_then(|phrase| self.closed_by(phrase, comma));
            let half =
                best.as_ref().is_some_and(|b| b.tokens.start > floor && scene.words.is(b.tokens.start - 1, &["and"]));
            let several = best.as_ref().is_some_and(|b| b.plural.is_some());
            let single = read.as_ref().is_some_and(|r| r.plural.is_none());
            if read.is_some()
                && (best.is_none() || half || several && single || start > floor && scene.words.is(start - 1, &["of"]))
            {
                best = read;
            }
        }
        best
    }

    /// A phrase that ends at the comma, or does so together with a second role joined by "and".
    fn closed_by(&self, mut phrase: Phrase, comma: u32) -> Option<Phrase> {
        if phrase.tokens.end < comma {
            let second = self.second_role(&phrase, comma)?;
            phrase.tokens.end = second.tokens.end;
        }
        (phrase.tokens.end == comma).then_some(phrase)
    }
}

/// The best roles of a person: offices before relations, the more telling before the bare, each said once.
fn best(scene: Scene, stated: &[Stated]) -> Vec<Role> {
    let mut ranked: Vec<(f32, &Stated)> = Vec::new();
    for (order, stated) in stated.iter().enumerate() {
        let class = match stated.phrase.class {
            RoleClass::Office => 1.0,
            RoleClass::Work => 0.8,
            RoleClass::Family => 0.3,
            RoleClass::Relation => 0.2,
            RoleClass::Plain => 0.0,
        };
        let early = 0.3 / (1.0 + order as f32);
        let score = class + stated.weight + early + if stated.phrase.qualified { 0.4 } else { 0.0 };
        ranked.push((score, stated));
    }
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut roles: Vec<Role> = Vec::new();
    for (_, stated) in ranked {
        let kind = match stated.phrase.class {
            RoleClass::Office | RoleClass::Work => RoleKind::Occupation,
            RoleClass::Family | RoleClass::Relation | RoleClass::Plain => RoleKind::Relation,
        };
        let span = span_of(scene.words, &stated.phrase);
        let text = scene.words.doc.slice(span);
        if roles.len() < MOST && !roles.iter().any(|role| says_same(&role.text, text)) {
            roles.push(Role { text: text.to_owned(), span: Some(span), kind });
        }
    }
    roles
}

/// The bytes of a role; a plural is cut to its singular ("Senators" -> "Senator"), which is still the article's own word.
fn span_of(words: Words, phrase: &Phrase) -> Span {
    let mut span = words.span(&phrase.tokens);
    if let Some(cut) = phrase.plural {
        span.end -= cut as u32;
    }
    span
}

/// Whether the words of one role are all in the other, which stands for both.
fn says_same(known: &str, new: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(' ').map(|w| w.to_lowercase()).filter(|w| !matches!(w.as_str(), "the" | "of" | "a" | "'s")).collect()
    };
    let (known, new) = (words(known), words(new));
    let limits = |w: &Vec<String>| w.iter().any(|w| matches!(w.as_str(), "vice" | "deputy" | "former" | "assistant"));
    if limits(&known) != limits(&new) {
        return false;
    }
    new.iter().all(|word| known.contains(word)) || known.iter().all(|word| new.contains(word))
}
