//! Where people are named: entity spans put right, titles taken off, what is no person thrown out, and a second
//! pass that finds again whoever was named once. Does not know who is who.

use super::lexicon::{PeopleLexicon, RoleClass, Sex, Title};
use super::names::{Name, fold};
use super::reject;
use super::words::Words;
use crate::text::{Document, EntityKind, Pos};
use rustc_hash::FxHashMap;
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
    pub name: Name,
}

/// Everyone named in the document, in order.
pub(super) fn collect(doc: &Document, lexicon: &PeopleLexicon) -> Vec<Named> {
    let mut finder = Finder { words: Words { doc }, lexicon, cover: cover(doc), found: Vec::new() };
    finder.from_entities();
    finder.from_tails();
    finder.from_titles();
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

const NOBODY: u32 = 0;
const TAKEN: u32 = 1;
const FREE_ENTITIES: u32 = 2;

/// What part of a known name a word is, as bits.
const FIRST: u8 = 1;
const LAST: u8 = 2;
const SINGLE: u8 = 4;
const INNER: u8 = 8;

struct Finder<'d> {
    words: Words<'d>,
    lexicon: &'d PeopleLexicon,
    cover: Vec<u32>,
    found: Vec<Named>,
}

impl Finder<'_> {
    fn from_entities(&mut self) {
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
            self.add(tokens);
        }
    }

    /// "Narnia Governor Jane Roe" or "United States Jane Roe" taken for one organisation or place: the tail is a person.
    fn from_tails(&mut self) {
        for entity in &self.words.doc.entities {
            if entity.kind == EntityKind::Person || !entity.tokens.clone().all(|t| self.words.capital(t)) {
                continue;
            }
            let name = self.tail_start(&entity.tokens)..entity.tokens.end;
            if name.is_empty()
                || name.len() > 4
                || self.words.is(name.end, &["'s", "’s"]) && self.words.capital(name.end + 1)
            {
                continue;
            }
            self.free(&name);
            self.add(name);
        }
    }

    /// Where the name of a person begins within an entity of another kind; its end when there is none.
    fn tail_start(&self, entity: &Range<u32>) -> u32 {
        let role = |t: u32| {
            let class = self.lexicon.role(self.words.text(t));
            matches!(class, Some(RoleClass::Office | RoleClass::Work)) && !self.lexicon.is_given(self.words.text(t))
        };
        let given = |t: u32| self.lexicon.is_given(self.words.text(t));
        let after_role = entity.clone().rev().find(|t| role(*t)).map(|t| t + 1);
        if let Some(start) = after_role {
            let vague =
                self.words.is(start - 1, &["general", "chief", "head", "secretary", "star", "model", "lead", "figure"]);
            let full = entity.end > start + 1 && (given(start) || (start > entity.start + 1 && !vague));
            return if full { start } else { entity.end };
        }
        let before = entity.start.checked_sub(1).filter(|b| self.same_sentence(*b, entity.start));
        let introduced = before.is_some_and(|b| role(b) && !self.words.verb(b));
        if introduced && entity.len() >= 2 && (given(entity.start) || !self.words.capital(entity.start - 1)) {
            return entity.start;
        }
        let of = before
            .map(|b| b - u32::from(self.words.is(b, &["the"])))
            .filter(|b| self.words.is(*b, &["of", "for", "from"]));
        let office_of = of.and_then(|of| of.checked_sub(1)).is_some_and(role);
        let name = (entity.start + 1..entity.end).find(|t| (2..=3).contains(&(entity.end - t)) && given(*t));
        name.filter(|_| office_of).unwrap_or(entity.end)
    }

    /// "Jane" and "Roe" as two person spans without anything between them are one name.
    fn splits_one_name(&self, left: &Range<u32>, right: &Range<u32>, kind: EntityKind) -> bool {
        kind == EntityKind::Person
            && left.end == right.start
            && left.len() == 1
            && self.same_sentence(left.start, right.start)
    }

    fn same_sentence(&self, a: u32, b: u32) -> bool {
        sentence_of(self.words.doc, a) == sentence_of(self.words.doc, b)
    }

    fn free(&mut self, tokens: &Range<u32>) {
        self.cover[tokens.start as usize..tokens.end as usize].fill(NOBODY);
    }

    /// Adds the name in `tokens` after putting its borders right, unless it is no person.
    fn add(&mut self, tokens: Range<u32>) {
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
        self.found.push(Named { tokens, title, sex, sentence, credit, kin, name });
    }

    fn is_kin(&self, title: &Range<u32>, tokens: &Range<u32>) -> bool {
        let family = |t: u32| self.lexicon.role(self.words.text(t)) == Some(RoleClass::Family);
        let before = title.start.saturating_sub(2)..title.start;
        let after = tokens.end + 1..tokens.end + 4;
        let same = |t: &u32| self.same_sentence(*t, tokens.start);
        before.filter(same).any(family) || (self.words.comma(tokens.end) && after.filter(same).any(family))
    }

    /// Without punctuation, possessives, titles and letters after the name.
    fn trimmed(&self, mut tokens: Range<u32>) -> Range<u32> {
        let words = self.words;
        let no_letters = |t: u32| !words.text(t).chars().any(char::is_alphabetic);
        while !tokens.is_empty() && (words.possessive(tokens.end - 1) || self.is_tail(&tokens, no_letters)) {
            tokens.end -= 1;
        }
        let role_within = tokens.clone().rev().skip(1).find(|t| !words.capital(*t) && self.is_title(*t));
        tokens.start = role_within.map_or(tokens.start, |role| role + 1);
        while !tokens.is_empty() && (no_letters(tokens.start) || words.article(tokens.start)) {
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

    /// "NPR" in "told NPR Jane Roe": capitals before a name in small letters.
    fn is_acronym(&self, token: u32) -> bool {
        let long = self.words.text(token).chars().count() >= 3;
        let given = self.lexicon.sex(self.words.text(token + 1)).is_some();
        long && given && self.words.all_caps(token) && !self.words.all_caps(token + 1)
    }

    fn is_tail(&self, tokens: &Range<u32>, no_letters: impl Fn(u32) -> bool) -> bool {
        const LETTERS: &[&str] =
            &["MP", "QC", "KC", "PhD", "Ph.D.", "M.D.", "MD", "OBE", "MBE", "CBE", "MEP", "SC", "SAN"];
        let last = tokens.end - 1;
        let closing_quote = matches!(self.words.text(last), "\"" | "”" | "''") && tokens.len() > 2;
        (no_letters(last) && !closing_quote) || (tokens.len() > 2 && LETTERS.contains(&self.words.text(last)))
    }

    /// A courtesy or office before a name, or an adjective that only offices have.
    fn is_title(&self, token: u32) -> bool {
        const MODIFIERS: &[&str] =
            &["prime", "vice", "deputy", "former", "foreign", "acting", "late", "first", "interim"];
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

    fn is_given(&self, token: u32) -> bool {
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

    /// "Mr Roe" and "President Roe" are people even where the recogniser saw nothing.
    fn from_titles(&mut self) {
        for token in 1..self.words.doc.tokens.len() as u32 {
            let open = self.cover[token as usize] != TAKEN && self.words.capital(token);
            if open && self.same_sentence(token - 1, token) && self.opens_name(token - 1, token) {
                let mut end = token + 1;
                while end < token + 4 && self.continues_name(end) {
                    end += 1;
                }
                self.free(&(token..end));
                self.add(token..end);
            }
        }
    }

    fn opens_name(&self, title: u32, token: u32) -> bool {
        const OFFICES: &[&str] = &[
            "president",
            "minister",
            "senator",
            "governor",
            "colonel",
            "captain",
            "lieutenant",
            "judge",
            "justice",
            "professor",
            "chancellor",
            "premier",
            "mayor",
            "commissioner",
            "chairman",
            "congressman",
            "spokesman",
            "spokeswoman",
            "congresswoman",
            "inspector",
            "sergeant",
        ];
        const NO_TRIGGERS: &[&str] =
            &["king", "queen", "father", "sister", "prince", "princess", "det", "adv", "tun", "fr"];
        let text = self.words.text(title);
        let bare = text.trim_end_matches('.');
        if !self.words.capital(title) {
            let role = matches!(self.lexicon.role(text), Some(RoleClass::Office | RoleClass::Work | RoleClass::Family));
            let full = self.cover[token as usize] == NOBODY
                && self.continues_name(token + 1)
                && self.cover[token as usize + 1] == NOBODY;
            return role
                && full
                && self.words.noun(title)
                && self.words.pos(token) == Pos::Nnp
                && self.lexicon.is_given(self.words.text(token));
        }
        if NO_TRIGGERS.iter().any(|word| word.eq_ignore_ascii_case(bare)) {
            return false;
        }
        let free = self.cover[token as usize] == NOBODY;
        let plain = self.words.pos(token) == Pos::Nnp
            && !self.is_title(token)
            && self.lexicon.nation(self.words.text(token)).is_none();
        match self.lexicon.title(text) {
            Some(Title::Courtesy(_)) if self.words.is(token, &["Universe", "World", "America", "Teen"]) => false,
            Some(Title::Courtesy(_)) => plain || !free,
            Some(Title::Office(_)) => plain && free,
            None => plain && free && self.words.is(title, OFFICES),
        }
    }

    fn continues_name(&self, token: u32) -> bool {
        let at = token as usize;
        at < self.cover.len()
            && self.cover[at] != TAKEN
            && self.words.capital(token)
            && self.words.pos(token) == Pos::Nnp
            && self.lexicon.role(self.words.text(token)).is_none()
            && self.same_sentence(token - 1, token)
    }

    /// The folded words of all names so far, and what part of a name each is.
    fn known(&self) -> FxHashMap<String, u8> {
        let mut known = FxHashMap::default();
        for named in &self.found {
            let parts = &named.name.parts;
            for (place, part) in parts.iter().enumerate().filter(|(_, part)| part.len() > 1) {
                let bit = match (place, parts.len()) {
                    (_, 1) => SINGLE,
                    (0, _) => FIRST,
                    (p, n) if p + 1 == n => LAST,
                    _ => INNER,
                };
                *known.entry(part.clone()).or_insert(0) |= bit;
            }
        }
        known
    }

    /// Finds the known names again wherever they stand.
    fn spread(&mut self, known: &FxHashMap<String, u8>) {
        let mut token = 0;
        while (token as usize) < self.cover.len() {
            let Some(bits) = self.bits(token, known) else {
                token += 1;
                continue;
            };
            let mut end = token + 1;
            while self.bits(end, known).is_some() && self.same_sentence(token, end) {
                end += 1;
            }
            if self.is_name_again(token..end, bits) {
                self.free(&(token..end));
                self.add(token..end);
            }
            token = end;
        }
    }

    fn bits(&self, token: u32, known: &FxHashMap<String, u8>) -> Option<u8> {
        let at = token as usize;
        if at >= self.cover.len() || self.cover[at] == TAKEN || !self.words.capital(token) {
            return None;
        }
        known.get(&fold(self.words.text(token))).copied()
    }

    fn is_name_again(&self, run: Range<u32>, bits: u8) -> bool {
        let at = self.cover[run.start as usize];
        if at >= FREE_ENTITIES {
            return self.entity_is_name((at - FREE_ENTITIES) as usize, &run, bits);
        }
        let bounded = !self.is_part_of_more(run.end) && self.left_is_free(run.start);
        let nominal = self.words.noun(run.start) && !self.words.calendar(run.start);
        if run.len() > 1 {
            return nominal && bounded;
        }
        let proper = matches!(self.words.pos(run.start), Pos::Nnp | Pos::Nnps) || self.words.possessive(run.end);
        bits & (LAST | SINGLE | FIRST) != 0 && nominal && proper && bounded
    }

    /// An organisation or place that is nothing but a surname of this document.
    fn entity_is_name(&self, entity: usize, run: &Range<u32>, bits: u8) -> bool {
        let entity = &self.words.doc.entities[entity];
        let whole = entity.tokens == *run;
        let located = entity.kind == EntityKind::Place
            && self.words.is(run.start.wrapping_sub(1), &["in", "at", "from", "near", "to"]);
        let nation = self.lexicon.nation(self.words.text(run.start)).is_some();
        whole && bits & LAST != 0 && !located && !nation && !self.is_part_of_more(run.end)
    }

    /// Whether a capitalised word follows, so that the name is part of another.
    fn is_part_of_more(&self, next: u32) -> bool {
        let more = matches!(self.words.pos(next), Pos::Nnp | Pos::Nnps) && self.words.capital(next);
        more && self.same_sentence(next - 1, next) && self.cover[next as usize] != TAKEN
    }

    fn left_is_free(&self, start: u32) -> bool {
        let Some(before) = start.checked_sub(1).filter(|before| self.same_sentence(*before, start)) else {
            return true;
        };
        let begins = self.words.doc.sentences[sentence_of(self.words.doc, start) as usize].tokens.start == before;
        let name_like = self.words.pos(before) == Pos::Nnp && self.words.capital(before);
        !name_like || begins || self.is_title(before) || self.is_given(before) || self.cover[before as usize] != NOBODY
    }
}

/// The sentence that a token is in.
pub(super) fn sentence_of(doc: &Document, token: u32) -> u32 {
    doc.sentences.partition_point(|sentence| sentence.tokens.end <= token) as u32
}
