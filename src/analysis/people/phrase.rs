//! Noun phrases whose head is a person noun: how far a role reaches to the left and to the right.
//!
//! "the company's former chief executive" is read from its last word back, "a professor of law at Narnia University"
//! from its first word on. Knows tokens, not people: where a role belongs is decided in [`super::roles`].

use super::lexicon::{PeopleLexicon, RoleClass, Title};
use super::words::Words;
use crate::text::{EntityKind, Pos};
use std::ops::Range;

/// Most tokens in a role.
pub(super) const LONGEST: u32 = 11;

/// What the phrase reader sees: tokens, word lists, and where people and other names stand.
#[derive(Clone, Copy)]
pub(super) struct Scene<'d> {
    pub words: Words<'d>,
    pub lexicon: &'d PeopleLexicon,
    /// For every token the end of the mention that begins or goes on there, 0 where nobody is named.
    pub people: &'d [u32],
}

/// A role as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub tokens: Range<u32>,
    pub class: RoleClass,
    /// The head is a plural: it belongs to several people. Holds how many bytes to cut to get the singular.
    pub plural: Option<usize>,
    /// Says more than the bare noun.
    pub qualified: bool,
}

impl Scene<'_> {
    pub(super) fn person(self, token: u32) -> bool {
        self.people.get(token as usize).is_some_and(|end| *end > 0)
    }

    /// The class of the person noun at a token; for a plural with the bytes to cut for its singular.
    pub(super) fn head(self, token: u32) -> Option<(RoleClass, Option<usize>)> {
        let text = self.words.text(token);
        let nominal = self.words.noun(token) || self.words.adjective(token) || self.is_caps_head(token);
        if self.person(token) || !(nominal || self.is_mistagged_head(token)) {
            return None;
        }
        if let Some(Title::Office(_)) = self.lexicon.title(text)
            && self.words.capital(token)
        {
            return Some((RoleClass::Office, None));
        }
        if let Some(class) = self.lexicon.role(text) {
            let lady = class == RoleClass::Plain
                && text.eq_ignore_ascii_case("lady")
                && self.words.is(token.wrapping_sub(1), &["first"]);
            // "Tamer" of "Tell Tamer"
            let placed = class != RoleClass::Office && self.ends_place(token);
            return (!placed).then_some((if lady { RoleClass::Office } else { class }, None));
        }
        if self.words.is(token, &["emeritus", "emerita", "elect", "designate", "general", "laureate"]) {
            let class = self.lexicon.role(self.words.text(token.checked_sub(1)?))?;
            return Some((class, None));
        }
        let (class, singular) = self.lexicon.plural_role(text)?;
        // "sons" of "Roe & Sons", "wins" tagged as verbs: only nouns in the plural.
        let plural = matches!(self.words.pos(token), Pos::Nns | Pos::Nnps) || self.words.capital(token);
        plural.then_some((class, Some(singular.map_or(0, |length| text.len() - length))))
    }

    /// A capitalised person noun that the tagger took for something else.
    pub(super) fn is_caps_head(self, token: u32) -> bool {
        self.words.capital(token) && !self.words.verb(token) && self.words.pos(token) != Pos::In
    }

    /// "ecologist" in "according to ecologist Jane Roe": right before a name taggers take a person noun for all sorts of words.
    fn is_mistagged_head(self, token: u32) -> bool {
        let words = self.words;
        if !self.person(token + 1)
            || matches!(words.pos(token), Pos::Vbd | Pos::Vbz | Pos::Vbg | Pos::Vbn | Pos::Punct | Pos::Pos)
        {
            return false;
        }
        let (text, before) = (words.text(token), token.wrapping_sub(1));
        let agent = ["ist", "er", "or"].iter().any(|ending| text.ends_with(ending))
            && !words.is(token, &["minister", "monitor", "doctor", "pioneer", "master", "mentor", "author"]);
        let modified = words.is(before, &["rights", "sports", "affairs", "news", "arts", "games", "communications"]);
        let clause = matches!(words.pos(before), Pos::To | Pos::Md | Pos::Prp | Pos::Nns | Pos::Rb);
        !clause || agent || modified
    }

    pub(super) fn in_entity(self, token: u32) -> Option<usize> {
        let entities = &self.words.doc.entities;
        let index = entities.partition_point(|e| e.tokens.end <= token);
        entities.get(index).filter(|e| e.tokens.start <= token && e.kind != EntityKind::Person).map(|_| index)
    }

    fn ends_place(self, token: u32) -> bool {
        let Some(entity) = self.in_entity(token).map(|index| &self.words.doc.entities[index]) else { return false };
        entity.kind == EntityKind::Place && entity.tokens.len() > 1 && entity.tokens.end == token + 1
    }

    /// Participles that stand before an office: "retired", "award-winning".
    pub(super) fn is_participle(self, token: u32) -> bool {
        #[rustfmt::skip]
        const BEFORE_OFFICES: &[&str] = &[
            "retired", "elected", "ousted", "acting", "outgoing", "incoming", "ruling", "exiled", "jailed",
            "deposed", "disgraced", "renowned", "respected", "leading", "founding", "retiring", "departing",
            "visiting", "sitting", "reigning", "defending", "convicted", "appointed", "impeached", "disputed",
            "opposing", "managing", "operating", "named", "celebrated", "acclaimed", "noted", "suspended", "sacked",
            "veteran", "self-styled", "self-proclaimed",
        ];
        let verbal = matches!(self.words.pos(token), Pos::Vbn | Pos::Vbg | Pos::Vbd);
        let compound = self.words.is(token, &["running"]) && self.head(token + 1).is_some();
        verbal && (compound || self.words.is(token, BEFORE_OFFICES) || self.words.text(token).contains('-'))
    }

    pub(super) fn is_age(self, token: u32) -> bool {
        let text = self.words.text(token);
        text.contains("-year-old") || (text.len() <= 3 && text.parse::<u8>().is_ok())
    }

    /// Skips ages, quantities and the like at the front.
    pub(super) fn without_leading_chaff(self, mut start: u32, head: u32) -> u32 {
        #[rustfmt::skip]
        const CHAFF: &[&str] = &[
            "other", "another", "same", "several", "many", "two", "three", "four", "five", "some", "both", "such",
            "own", "more", "most", "one", "said", "certain", "controversial", "popular", "opposite", "alongside",
            "majesty", "highness", "highnesses", "royal", "excellency", "excellencies", "however", "fellow",
            "year-old", "old",
        ];
        while start < head {
            let chaff = self.words.is(start, CHAFF)
                || self.words.text(start).contains("-year-old")
                || self.words.possessive(start)
                || self.words.is(start, &["and", "&", "of", "then,"]);
            if !chaff {
                break;
            }
            start += 1;
        }
        start
    }

    pub(super) fn phrase(
        self,
        tokens: Range<u32>,
        head: u32,
        class: RoleClass,
        plural: Option<usize>,
    ) -> Option<Phrase> {
        if class == RoleClass::Plain || tokens.is_empty() {
            return None;
        }
        let more = tokens.len() > 1;
        let bare = tokens.start == head && tokens.end == head + 1;
        let fitting = tokens.len() as u32 <= LONGEST + 3;
        let owned = more && !bare;
        if class == RoleClass::Relation && !owned {
            return None;
        }
        fitting.then_some(Phrase { tokens, class, plural, qualified: owned })
    }
}
