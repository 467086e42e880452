//! Roles that stand after a name: "Jane Roe, 45, the ministry's spokeswoman, ...".

use super::phrase::Phrase;
use super::phrase_right::AFTER_HEADS;
use super::roles::Reader;
use crate::text::{EntityKind, Pos};

impl Reader<'_> {
    /// The token after a name and after what may follow it: a bracket, "of Narnia". `None` after a possessive.
    pub(super) fn after_place(&self, end: u32, limit: u32) -> Option<u32> {
        let words = self.scene.words;
        if words.possessive(end) {
            return None;
        }
        let mut token = end;
        if matches!(words.text(token), "(" | "[") {
            let close = (token..limit.min(token + 8)).find(|t| matches!(words.text(*t), ")" | "]"));
            let apposition = self.scene.starting_at(token + 1, limit).is_some();
            if let Some(close) = close.filter(|_| !apposition) {
                token = close + 1;
            }
        }
        if words.is(token, &["of", "from"]) {
            let doc = words.doc;
            let index = doc.entities.partition_point(|e| e.tokens.end <= token + 1);
            let named = doc.entities.get(index).filter(|e| e.tokens.start <= token + 2 && e.kind != EntityKind::Person);
            token = named.map_or(token, |entity| entity.tokens.end);
        }
        Some(token)
    }

    /// "Jane Roe, 45, the ministry's spokeswoman, ...".
    pub(super) fn apposition(&mut self, mention: usize, after: u32, limit: u32) {
        let words = self.scene.words;
        if !words.comma(after) {
            return;
        }
        let start = self.skip_age(after + 1, limit);
        if words.is(start, &["who", "whose"]) {
            return;
        }
        let Some(phrase) = self.scene.starting_at(start, limit) else { return };
        let next = phrase.tokens.end;
        let closed = next >= limit
            || (words.pos(next) == Pos::Punct && !matches!(words.text(next), "'" | "’"))
            || matches!(
                words.pos(next),
                Pos::Wp | Pos::Wdt | Pos::Vbn | Pos::Vbg | Pos::In | Pos::To | Pos::Wrb | Pos::Vbd
            )
            || words.is(next, &["and", "or", "but", "now", "then"])
            || words.is(next, AFTER_HEADS);
        let bare_noun = phrase.tokens.len() == 1 && next < limit && matches!(words.pos(next), Pos::Vbd | Pos::Vbz);
        let of_next = self.belongs_to_next(mention, start, next)
            || self.is_list(start, next)
            || self.is_bracketed_before(next, limit);
        if closed && !bare_noun && !of_next && phrase.plural.is_none() && !self.scene.person(next) {
            let second = self.second_role(&phrase, limit);
            self.state(mention, phrase, 0.5);
            second.into_iter().for_each(|phrase| self.state(mention, phrase, 0.35));
        }
    }

    /// "Speaking to Poe, the league's president, Jane Roe, said": the phrase is of the name that follows it.
    fn belongs_to_next(&self, mention: usize, start: u32, end: u32) -> bool {
        let words = self.scene.words;
        let before = self.named[mention].title.start.checked_sub(1);
        let object = before.is_some_and(|b| matches!(words.pos(b), Pos::In | Pos::To) && !words.is(b, &["by", "that"]));
        let next = self.named.get(mention + 1).filter(|next| words.comma(end) && next.title.start == end + 1);
        object && words.article(start) && next.is_some_and(|next| words.comma(next.tokens.end))
    }

    /// "Roe, his brother, and his mother": others who are named beside the person, not what the person is.
    fn is_list(&self, start: u32, end: u32) -> bool {
        let words = self.scene.words;
        let and = end + u32::from(words.text(end) == ",");
        words.pos(start) == Pos::PrpS && words.is(and, &["and"]) && words.pos(and + 1) == Pos::PrpS
    }

    /// "Roe, Labour MP (Member of Parliament) Poe": a bracket that stands between a role and the name it belongs to.
    fn is_bracketed_before(&self, open: u32, limit: u32) -> bool {
        let close = (open..limit.min(open + 8)).find(|t| self.scene.words.text(*t) == ")");
        self.scene.words.text(open) == "(" && close.is_some_and(|close| self.scene.person(close + 1))
    }

    /// Skips "45 ," and "aged 45 ,".
    pub(super) fn skip_age(&self, start: u32, limit: u32) -> u32 {
        let words = self.scene.words;
        let number = start + u32::from(words.is(start, &["aged", "age"]));
        let age = words.pos(number) == Pos::Cd && words.text(number).len() <= 3;
        if age && number + 1 < limit && words.comma(number + 1) { number + 2 } else { start }
    }

    /// "chairman of the board and head of the centre": the role after an "and".
    pub(super) fn second_role(&self, phrase: &Phrase, limit: u32) -> Option<Phrase> {
        let mut token = phrase.tokens.end;
        token += u32::from(self.scene.words.text(token) == ",");
        if !self.scene.words.is(token, &["and"]) || token + 1 >= limit {
            return None;
        }
        let second = self.scene.starting_at(token + 1, limit)?;
        let free = !self.scene.person(second.tokens.end) && second.plural.is_none() && second.qualified;
        free.then_some(second)
    }
}
