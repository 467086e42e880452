//! Where people are named: entity spans put right, titles taken off, what is no person thrown out, and a second
//! pass that finds again whoever was named once. Does not know who is who.

use super::lexicon::{PeopleLexicon, RoleClass, Sex, Title};
use super::names::Name;
use super::reject;
use super::words::Words;
use crate::text::{Document, EntityKind, Pos};
use std::ops::Range;

/// A place where somebody is named.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// The tokens of the name, without titles and possessive.
    pub tokens: Range<u32>,
    /// The titles right before it; empty when there are none.
    pub title: Range<u32>,
    /// The sex that a title tells.
    pub sex: Option<Sex>,
    pub sentence: u32,
    /// In a photo credit or byline.
    pub credit: bool,
    /// Introduced as somebody's relative: "her son Roe", "Roe, his wife".
    pub kin: bool,
    /// How sure the recogniser was of a person here, as [`crate::text::Entity::margin`]; below zero where it saw something else.
    pub margin: i16,
    pub name: Name,
}

/// Everyone named in the document, in order.
pub(super) fn collect(doc: &Document, lexicon: &PeopleLexicon) -> Vec<Named> {
    let mut finder = Finder { words: Words { doc }, lexicon, cover: cover(doc), found: Vec::new() };
    finder.read_entities();
    finder.read_tails();
    finder.read_titles();
    let known = finder.known();
    finder.spread(&known);
    finder.found.sort_by_key(|named| named.tokens.start);
    reject::outvoted(doc, lexicon, &mut finder.found);
    finder.found
}

/// What stands at each token: nobody, a person already found, or an entity (index + [`FREE_ENTITIES`]).
fn cover(doc: &Document) -> Vec<u32> {
    let mut cover = vec![NOBODY; doc.tokens.len()];
    for (index, entity) in doc.entities.iter().enumerate() {
        for token in entity.tokens.clone() {
            cover[token as usize] = index as u32 + FREE_ENTITIES;
        }
    }
    cover
}

pub(super) const NOBODY: u32 = 0;
pub(super) const TAKEN: u32 = 1;
pub(super) const FREE_ENTITIES: u32 = 2;

/// The mentions found so far, and which tokens they take.
pub(super) struct Finder<'d> {
    pub(super) words: Words<'d>,
    pub(super) lexicon: &'d PeopleLexicon,
    pub(super) cover: Vec<u32>,
    pub(super) found: Vec<Named>,
}

impl Finder<'_> {
    pub(super) fn read_entities(&mut self) {
        let doc = self.words.doc;
        let mut index = 0;
        while let Some(entity) = doc.entities.get(index) {
            index += 1;
            if entity.kind != EntityKind::Person {
                continue;
            }
            let mut tokens = entity.tokens.clone();
            while let Some(next) = doc.entities.get(index).filter(|n| self.splits_one_name(&tokens, &n.tokens, n.kind))
            {
                tokens.end = next.tokens.end;
                index += 1;
            }
            self.free(&tokens);
            self.add(tokens, entity.margin);
        }
    }

    /// "Jane" and "Roe" as two person spans without anything between them are one name.
    fn splits_one_name(&self, left: &Range<u32>, right: &Range<u32>, kind: EntityKind) -> bool {
        kind == EntityKind::Person
            && left.end == right.start
            && left.len() == 1
            && self.same_sentence(left.start, right.start)
    }

    pub(super) fn same_sentence(&self, a: u32, b: u32) -> bool {
        sentence_of(self.words.doc, a) == sentence_of(self.words.doc, b)
    }

    /// What the margin of a person is who is found at a token that the recogniser took for something else, or nothing.
    pub(super) fn margin_of(&self, token: u32) -> i16 {
        match self.cover[token as usize] {
            at if at >= FREE_ENTITIES => -self.words.doc.entities[(at - FREE_ENTITIES) as usize].margin,
            _ => 0,
        }
    }

    pub(super) fn free(&mut self, tokens: &Range<u32>) {
        self.cover[tokens.start as usize..tokens.end as usize].fill(NOBODY);
    }

    /// Adds the name in `tokens` after putting its borders right, unless it is no person.
    pub(super) fn add(&mut self, tokens: Range<u32>, margin: i16) {
        let tokens = self.widened(self.trimmed(tokens));
        let tokens = self.trimmed(tokens);
        if tokens.is_empty() || reject::no_person(self.words, self.lexicon, &tokens) {
            return;
        }
        let title = self.title_before(tokens.start);
        let sex = title.clone().find_map(|t| match self.lexicon.title(self.words.text(t)) {
            Some(Title::Courtesy(sex) | Title::Office(sex)) => sex,
            None => None,
        });
        let name = Name::new(tokens.clone().map(|t| self.words.text(t)));
        if name.parts.is_empty() {
            return;
        }
        self.cover[tokens.start as usize..tokens.end as usize].fill(TAKEN);
        let sentence = sentence_of(self.words.doc, tokens.start);
        let credit = reject::credit(self.words, sentence, &tokens);
        let kin = self.is_kin(&title, &tokens);
        self.found.push(Named { tokens, title, sex, sentence, credit, kin, margin, name });
    }

    fn is_kin(&self, title: &Range<u32>, tokens: &Range<u32>) -> bool {
        let family = |t: u32| self.lexicon.role(self.words.text(t)) == Some(RoleClass::Family);
        let before = title.start.saturating_sub(2)..title.start;
        let after = tokens.end + 1..tokens.end + 4;
        let same = |t: &u32| self.same_sentence(*t, tokens.start);
        before.filter(same).any(family)
            || (self.words.comma(tokens.end) && after.filter(same).any(family))
            || self.is_listed_kin(title.start)
    }

    /// "his parents, John Roe and Ann Roe": whether a list of names leads back to relatives in the plural.
    fn is_listed_kin(&self, name: u32) -> bool {
        let listed = |t: &u32| self.words.capital(*t) || self.words.is(*t, &[",", "and"]);
        let opener = (name.saturating_sub(8)..name).rev().find(|t| !listed(t));
        opener
            .filter(|t| self.same_sentence(*t, name))
            .is_some_and(|t| matches!(self.lexicon.plural_role(self.words.text(t)), Some((RoleClass::Family, _))))
    }

    /// Without punctuation, possessives, titles and letters after the name.
    fn trimmed(&self, mut tokens: Range<u32>) -> Range<u32> {
        let words = self.words;
        let no_letters = |t: u32| !words.text(t).chars().any(char::is_alphabetic);
        while !tokens.is_empty() && (words.possessive(tokens.end - 1) || self.is_tail(&tokens, no_letters)) {
            tokens.end -= 1;
        }
        let breaks = |t: &u32| {
            let small = !words.capital(*t) && (words.verb(*t) || words.is(*t, &["for"]));
            matches!(words.text(*t), ";" | "/") || small
        };
        tokens.end = tokens.clone().skip(1).find(breaks).unwrap_or(tokens.end);
        // "Wikinews' Jane Roe"
        let owns = |t: u32| {
            words.is(t, &["'s", "’s"]) || words.is(t, &["'", "’"]) && t > 0 && words.text(t - 1).ends_with('s')
        };
        let owner = tokens.clone().rev().skip(1).find(|t| owns(*t));
        tokens.start = owner.map_or(tokens.start, |owner| owner + 1);
        let role_within = tokens.clone().rev().skip(1).find(|t| !words.capital(*t) && self.is_title(*t));
        tokens.start = role_within.map_or(tokens.start, |role| role + 1);
        while !tokens.is_empty() && self.is_front(tokens.start) {
            tokens.start += 1;
        }
        // "Enrolling Jane Roe, the club ...": a verb that owes its capital to the beginning of the sentence.
        let doing =
            matches!(words.pos(tokens.start), Pos::Vbg | Pos::Vb) && !self.lexicon.is_given(words.text(tokens.start));
        if tokens.len() > 1
            && doing
            && self.words.doc.sentences[sentence_of(words.doc, tokens.start) as usize].tokens.start == tokens.start
        {
            tokens.start += 1;
        }
        while tokens.len() > 1 && self.is_title(tokens.start) && !words.is(tokens.start + 1, &["of"]) {
            tokens.start += 1;
        }
        if tokens.len() > 2 && self.is_acronym(tokens.start) {
            tokens.start += 1;
        }
        tokens
    }

    /// What an entity may begin with and no name does: a mark, an article, an age.
    fn is_front(&self, token: u32) -> bool {
        let text = self.words.text(token);
        !text.contains(char::is_alphabetic) || self.words.article(token) || text.ends_with("-year-old")
    }

    /// "NPR" in "told NPR Jane Roe": capitals before a name in small letters.
    fn is_acronym(&self, token: u32) -> bool {
        let long = self.words.text(token).chars().count() >= 3;
        let given = self.lexicon.sex(self.words.text(token + 1)).is_some();
        long && given && self.words.all_caps(token) && !self.words.all_caps(token + 1)
    }

    /// What stands after a name and belongs to the person, not to the name.
    pub(super) fn is_letters(&self, token: u32) -> bool {
        #[rustfmt::skip]
        const LETTERS: &[&str] = &["MP", "QC", "KC", "PhD", "Ph.D.", "M.D.", "MD", "OBE", "MBE", "CBE", "MEP", "SC", "SAN"];
        LETTERS.contains(&self.words.text(token))
    }

    fn is_tail(&self, tokens: &Range<u32>, no_letters: impl Fn(u32) -> bool) -> bool {
        let last = tokens.end - 1;
        let closing_quote = matches!(self.words.text(last), "\"" | "”" | "''") && tokens.len() > 2;
        (no_letters(last) && !closing_quote) || (tokens.len() > 2 && self.is_letters(last))
    }

    /// A courtesy or office before a name, or an adjective that only offices have.
    pub(super) fn is_title(&self, token: u32) -> bool {
        const MODIFIERS: &[&str] =
            &["prime", "vice", "deputy", "former", "foreign", "acting", "late", "first", "interim", "staff"];
        let text = self.words.text(token);
        if self.lexicon.title(text).is_some() {
            return true;
        }
        let office = matches!(self.lexicon.role(text), Some(RoleClass::Office | RoleClass::Work));
        (office && !self.lexicon.is_given(text)) || self.words.is(token, MODIFIERS)
    }

    /// Takes in a given name or initial on the left that the recogniser left out.
    fn widened(&self, mut tokens: Range<u32>) -> Range<u32> {
        if tokens.len() != 1 {
            return tokens;
        }
        let after = tokens.end;
        let surname = self.cover.get(after as usize) == Some(&NOBODY)
            && self.words.pos(after) == Pos::Nnp
            && self.words.capital(after)
            && !self.words.calendar(after)
            && self.same_sentence(after, tokens.start)
            && !self.words.all_caps(after);
        if surname && self.lexicon.is_given(self.words.text(tokens.start)) {
            tokens.end += 1;
            return tokens;
        }
        let before = tokens.start.wrapping_sub(1);
        let free = self.cover.get(before as usize) == Some(&NOBODY) && self.same_sentence(before, tokens.start);
        if free && self.words.capital(before) && self.is_given(before) {
            tokens.start -= 1;
        }
        tokens
    }

    pub(super) fn is_given(&self, token: u32) -> bool {
        let text = self.words.text(token);
        let initial = text.len() == 2 && text.ends_with('.');
        initial || (self.words.pos(token) == Pos::Nnp && self.lexicon.is_given(text) && !self.words.calendar(token))
    }

    /// The titles right before a name: "Secretary General", "Sen.", "Mr".
    fn title_before(&self, name: u32) -> Range<u32> {
        let sentence = sentence_of(self.words.doc, name);
        let floor = self.words.doc.sentences.get(sentence as usize).map_or(name, |s| s.tokens.start);
        let mut start = name;
        while start > floor && name - start < 3 && self.is_title(start - 1) && self.cover[start as usize - 1] != TAKEN {
            start -= 1;
        }
        start..name
    }
}

/// The sentence that a token is in.
pub(super) fn sentence_of(doc: &Document, token: u32) -> u32 {
    doc.sentences.partition_point(|sentence| sentence.tokens.end <= token) as u32
}
