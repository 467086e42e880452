//! The second pass: whoever was named once is found again wherever a part of the name stands.

use super::mentions::{FREE_ENTITIES, Finder, NOBODY, TAKEN, sentence_of};
use super::names::with_folded;
use crate::text::{EntityKind, Pos};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What part of a known name a word is, as bits.
const FIRST: u8 = 1;
const LAST: u8 = 2;
const SINGLE: u8 = 4;
const INNER: u8 = 8;

impl Finder<'_> {
    /// The folded words of all names so far, and what part of a name each is.
    pub(super) fn known(&self) -> FxHashMap<String, u8> {
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
    pub(super) fn spread(&mut self, known: &FxHashMap<String, u8>) {
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
                let margin = self.margin_of(token);
                self.free(&(token..end));
                self.add(token..end, margin);
            }
            token = end;
        }
    }

    fn bits(&self, token: u32, known: &FxHashMap<String, u8>) -> Option<u8> {
        let at = token as usize;
        if at >= self.cover.len() || self.cover[at] == TAKEN || !self.words.capital(token) {
            return None;
        }
        with_folded(self.words.text(token), |folded| known.get(folded).copied())
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
        !name_like
            || begins
            || self.words.calendar(before)
            || self.is_title(before)
            || self.is_given(before)
            || self.cover[before as usize] != NOBODY
    }
}
