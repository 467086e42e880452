//! People whom the recogniser did not mark as such: the tail of a longer entity, and what stands after a title.

use super::lexicon::{RoleClass, Title};
use super::mentions::{Finder, NOBODY, TAKEN};
use crate::text::{Entity, EntityKind, Pos};
use std::ops::Range;

/// What a minister is of, where the recogniser takes it for a part of the name: "Minister of Information Jane Roe".
#[rustfmt::skip]
const DEPARTMENTS: &[&str] = &[
    "Information", "Health", "Defence", "Defense", "Finance", "Justice", "Education", "Trade", "Transport",
    "Transportation", "Interior", "Agriculture", "Energy", "Environment", "Labour", "Labor", "Culture", "Tourism",
    "Sport", "Sports", "Commerce", "State", "Affairs", "Planning", "Development", "Technology", "Industry",
    "Communications", "Communication", "Security", "Works", "Water", "Housing", "Science", "Treasury", "Police",
];

impl Finder<'_> {
    /// "Narnia Governor Jane Roe" or "United States Jane Roe" taken for one organisation or place: the tail is a person.
    pub(super) fn read_tails(&mut self) {
        for entity in &self.words.doc.entities {
            let particle = |t: u32| self.words.text(t).starts_with("al-") && t + 1 == entity.tokens.end;
            let named = |t: u32| self.words.capital(t) || particle(t);
            if entity.kind == EntityKind::Person || !entity.tokens.clone().all(named) {
                continue;
            }
            let start =
                if self.is_doubtful_name(entity) { entity.tokens.start } else { self.tail_start(&entity.tokens) };
            let name = start..entity.tokens.end;
            if name.is_empty()
                || name.len() > 4
                || self.words.is(name.end, &["'s", "’s"]) && self.words.capital(name.end + 1)
            {
                continue;
            }
            self.free(&name);
            // A tail after an office is a name whatever the whole was taken for.
            let margin = if start > entity.tokens.start { 0 } else { -entity.margin };
            self.add(name, margin);
        }
    }

    /// An organisation or place that the recogniser hardly believed in, where the words round it want a person.
    fn is_doubtful_name(&self, entity: &Entity) -> bool {
        const LEAD: i16 = 8;
        #[rustfmt::skip]
        const FATES: &[&str] = &["killing", "death", "murder", "assassination", "arrest", "funeral", "resignation", "trial"];
        let tokens = &entity.tokens;
        let words = self.words;
        if entity.margin > LEAD || !(2..=3).contains(&tokens.len()) || tokens.clone().any(|t| words.all_caps(t)) {
            return false;
        }
        let before = tokens.start.wrapping_sub(1);
        let fate = words.is(before, &["of"]) && words.is(before.wrapping_sub(1), FATES);
        let example =
            words.is(before, &["including"]) && self.lexicon.plural_role(words.text(before.wrapping_sub(1))).is_some();
        let said = words.is(tokens.end, &["said", "says"]);
        let given = words.text(tokens.start).len() > 3 && self.lexicon.is_given(words.text(tokens.start));
        fate || example || said && given
    }

    /// Where the name of a person begins within an entity of another kind; its end when there is none.
    fn tail_start(&self, entity: &Range<u32>) -> u32 {
        let role = |t: u32| {
            let class = self.lexicon.role(self.words.text(t));
            matches!(class, Some(RoleClass::Office | RoleClass::Work)) && !self.lexicon.is_given(self.words.text(t))
        };
        let given = |t: u32| self.lexicon.is_given(self.words.text(t));
        let letters = u32::from(self.is_letters(entity.end - 1));
        let after_role = (entity.start..entity.end - letters).rev().find(|t| role(*t)).map(|t| t + 1);
        if let Some(start) = after_role {
            let vague =
                self.words.is(start - 1, &["general", "chief", "head", "secretary", "star", "model", "lead", "figure"]);
            let lettered = letters > 0 && entity.end > start + 2;
            let full = entity.end > start + 1 && (given(start) || lettered || (start > entity.start + 1 && !vague));
            return if full { start } else { entity.end };
        }
        let before = entity.start.checked_sub(1).filter(|b| self.same_sentence(*b, entity.start));
        let introduced = before.is_some_and(|b| role(b) && !self.words.verb(b));
        if introduced && entity.len() >= 2 && (given(entity.start) || !self.words.capital(entity.start - 1)) {
            return entity.start;
        }
        let of = before
            .map(|b| b.saturating_sub(u32::from(self.words.is(b, &["the"]))))
            .filter(|b| self.words.is(*b, &["of", "for", "from"]));
        let office_of = of.and_then(|of| of.checked_sub(1)).is_some_and(role);
        let department = |t: u32| self.words.is(t, DEPARTMENTS) && t + 1 < entity.end;
        let name = (entity.start + 1..entity.end)
            .find(|t| (2..=3).contains(&(entity.end - t)) && (given(*t) || department(*t - 1)));
        name.filter(|_| office_of).unwrap_or(entity.end)
    }

    /// "Mr Roe" and "President Roe" are people even where the recogniser saw nothing.
    pub(super) fn read_titles(&mut self) {
        for token in 1..self.words.doc.tokens.len() as u32 {
            let open = self.cover[token as usize] != TAKEN && self.words.capital(token);
            if open && self.same_sentence(token - 1, token) && self.opens_name(token - 1, token) {
                let mut end = token + 1;
                while end < token + 4 && self.continues_name(end) {
                    end += 1;
                }
                let margin = self.margin_of(token);
                self.free(&(token..end));
                self.add(token..end, margin);
            }
        }
    }

    fn opens_name(&self, title: u32, token: u32) -> bool {
        #[rustfmt::skip]
        const OFFICES: &[&str] = &[
            "president", "minister", "senator", "governor", "colonel", "captain", "lieutenant", "judge", "justice",
            "professor", "chancellor", "premier", "mayor", "commissioner", "chairman", "congressman", "spokesman",
            "spokeswoman", "congresswoman", "inspector", "sergeant",
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
            return role && full && self.words.noun(title) && self.lexicon.is_given(self.words.text(token));
        }
        if NO_TRIGGERS.iter().any(|word| word.eq_ignore_ascii_case(bare)) {
            return false;
        }
        let free = self.cover[token as usize] == NOBODY;
        let plain = self.words.pos(token) == Pos::Nnp
            && !self.is_title(token)
            && self.lexicon.nation(self.words.text(token)).is_none();
        match self.lexicon.title(text) {
            Some(Title::Courtesy(_)) if self.words.is(token, &["Universe", "World", "America", "Teen", "Tourism"]) => {
                false
            }
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
            && matches!(self.words.pos(token), Pos::Nnp | Pos::Nnps)
            && self.lexicon.role(self.words.text(token)).is_none()
            && self.same_sentence(token - 1, token)
    }
}
