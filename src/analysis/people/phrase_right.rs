//! Role phrases read from their first word on: heads, further heads, and what belongs to them.

use super::lexicon::RoleClass;
use super::phrase::{LONGEST, Phrase, Scene};
use crate::text::Pos;
use std::ops::Range;

/// Adjectives that follow a head and belong to it no more: "the commissioner responsible for trade".
pub(super) const AFTER_HEADS: &[&str] = &["responsible", "famous", "known", "best", "based", "available"];

impl Scene<'_> {
    /// The role that begins at `start`, an article or adverb in front of it left out, and ends before `limit`.
    pub(super) fn starting_at(self, start: u32, limit: u32) -> Option<Phrase> {
        if !self.words.is(start, &["one"]) || !self.words.is(start + 1, &["of"]) || start + 2 >= limit {
            return self.phrase_from(start, limit);
        }
        // "one of the founders of the club" is said of one.
        let among = self.phrase_from(start + 2, limit).filter(|phrase| phrase.plural.is_some())?;
        Some(Phrase { tokens: start..among.tokens.end, plural: None, qualified: true, ..among })
    }

    fn phrase_from(self, start: u32, limit: u32) -> Option<Phrase> {
        let mut first = self.skip_openers(start, limit);
        let owned = self.words.pos(first) == Pos::PrpS;
        let run = first + u32::from(owned)..self.run_end(first + u32::from(owned), limit);
        let head = self.head_of_run(&run)?;
        let (class, plural) = self.head(head)?;
        if !owned {
            first = self.without_leading_chaff(first, head);
        } else if !matches!(class, RoleClass::Family | RoleClass::Relation) {
            first += 1;
        }
        let mut end = head + 1;
        end = self.more_heads(first, end, limit);
        end = self.complements(first, end, limit);
        // Only a head that ends the phrase can be cut to its singular.
        let plural = plural.map(|cut| if end > head + 1 { 0 } else { cut });
        self.phrase(first..end, head, class, plural)
    }

    fn skip_openers(self, start: u32, limit: u32) -> u32 {
        #[rustfmt::skip]
        const OPENERS: &[&str] = &[
            "also", "currently", "now", "formerly", "once", "previously", "still", "both", "either", "later",
            "eventually", "already", "officially", "simply", "just", "today", "himself", "herself", "perhaps",
            "probably", "originally", "initially", "briefly", "simultaneously", "long", "variously", "technically",
            "widely", "in", "effect", "then",
        ];
        let mut token = start;
        while token < limit && (self.words.is(token, OPENERS) || self.words.article(token)) && token < start + 4 {
            if self.words.is(token, &["in"]) && !self.words.is(token + 1, &["effect"]) {
                break;
            }
            let done = self.words.article(token);
            token += 1;
            if done {
                break;
            }
        }
        token
    }

    /// Where the run of nouns and their modifiers that begins at `start` ends.
    fn run_end(self, start: u32, limit: u32) -> u32 {
        let words = self.words;
        let mut token = start;
        while token < limit && token - start < LONGEST {
            let inside = if token > start && words.is(token, AFTER_HEADS) {
                false
            } else if self.person(token) {
                let end = self.people[token as usize];
                words.possessive(end) || words.noun(end) || words.adjective(end)
            } else {
                words.noun(token)
                    || words.adjective(token)
                    || words.possessive(token)
                    || words.pos(token) == Pos::Cd
                    || self.is_participle(token)
                    || self.is_caps_head(token) && !words.is(token, &["and"])
                    || words.is(token, &["then", "former", "newly", "most", "senior", "longtime", "ex", "first"])
                    || self.joins_modifiers(token, limit)
            };
            if !inside {
                break;
            }
            token += 1;
        }
        token
    }

    /// "Foreign and Commonwealth Secretary", "second-biggest, fastest-growing": an "and" or comma between modifiers.
    fn joins_modifiers(self, token: u32, limit: u32) -> bool {
        let next = token + 1;
        let modifiers =
            token > 0 && self.words.adjective(token - 1) && (self.words.adjective(next) || self.words.noun(next));
        let capitals = token > 0 && self.words.capital(token - 1) && self.words.capital(next) && self.words.noun(next);
        let heads = token > 0 && self.head(token - 1).is_some();
        next < limit && self.words.is(token, &["and", "&"]) && (modifiers || capitals) && !heads && !self.person(next)
    }

    fn head_of_run(self, run: &Range<u32>) -> Option<u32> {
        let last = run.clone().rev().find(|t| self.words.noun(*t) || self.head(*t).is_some())?;
        let trailing = run.end - last;
        (trailing == 1 && self.head(last).is_some()).then_some(last)
    }

    /// "founder and director", "painter, writer and designer": further heads joined to the first.
    fn more_heads(self, first: u32, mut end: u32, limit: u32) -> u32 {
        loop {
            let mut next = end;
            if self.words.text(next) == "," {
                next += 1;
            }
            let and = self.words.is(next, &["and"]);
            next += u32::from(and);
            if next == end || next >= limit {
                return end;
            }
            let begin = next + u32::from(self.words.article(next));
            let run = begin..self.run_end(begin, limit);
            let Some(head) = self.head_of_run(&run) else { return end };
            let singular = self.head(head).is_some_and(|(class, plural)| class != RoleClass::Plain && plural.is_none());
            let short = head + 1 - first <= LONGEST && head - begin < 4;
            let continues = and || self.words.text(head + 1) == "," || self.words.is(head + 1, &["and"]);
            if !singular || !short || !continues || self.person(head + 1) || self.words.verb(head + 1) && !and {
                return end;
            }
            end = head + 1;
        }
    }

    /// "of the agency", "at Narnia University": what follows a head and belongs to it.
    fn complements(self, first: u32, mut end: u32, limit: u32) -> u32 {
        let mut others = 0;
        loop {
            let of = self.words.is(end, &["of", "for"]);
            let other = self.words.is(end, &["at", "in", "with", "from", "to", "on", "under", "behind"]);
            if !(of || (other && others == 0)) {
                return end;
            }
            let Some(object_end) = self.object_end(end + 1, limit) else { return end };
            // "a player with current world ranking 27" says what he has, not what he is.
            let having = self.words.is(end, &["with"]) && (end + 1..object_end).all(|t| !self.words.capital(t));
            let hour = self.words.is(end, &["at", "on"]) && self.words.pos(end + 1) == Pos::Cd;
            let term = (end + 1..object_end)
                .any(|t| self.words.is(t, &["term", "terms", "year", "years", "months", "decades", "time", "period"]));
            if having || hour || term || object_end - first > LONGEST + 2 {
                return end;
            }
            others += u32::from(!of);
            end = object_end;
        }
    }

    /// Where the object of a preposition ends.
    fn object_end(self, start: u32, limit: u32) -> Option<u32> {
        let words = self.words;
        let mut token = start;
        if words.article(token) || words.pos(token) == Pos::PrpS || words.is(token, &["this", "that", "both", "all"]) {
            token += 1;
        }
        let mut last = None;
        while token < limit && !words.calendar(token) {
            let year =
                words.pos(token) == Pos::Cd && last.is_none() && words.text(token).len() == 4 && !words.noun(token + 1);
            let modifier = words.adjective(token)
                || words.possessive(token)
                || words.pos(token) == Pos::Cd
                || matches!(words.pos(token), Pos::Vbg | Pos::Vbn) && words.noun(token + 1)
                || words.text(token) == "&";
            let noun = words.noun(token)
                || (words.capital(token) && !words.verb(token) && words.pos(token) != Pos::Prp)
                || self.person(token);
            if year || !(noun || modifier || self.joins_objects(token, last, limit)) {
                break;
            }
            token += 1;
            if noun {
                last = Some(token);
            }
        }
        last
    }

    /// "surgery and anatomy", "the EU and the UK": whether an "and" joins objects rather than begins a new thing.
    fn joins_objects(self, token: u32, last: Option<u32>, limit: u32) -> bool {
        let next = token + 1 + u32::from(self.words.article(token + 1));
        if !self.words.is(token, &["and"]) || last != Some(token) || next >= limit || self.person(next) {
            return self.words.article(token) && token > 0 && self.words.is(token - 1, &["and"]);
        }
        let run = next..self.run_end(next, limit);
        let new_role = run.clone().any(|t| self.head(t).is_some()) || self.person(run.end);
        !run.is_empty() && !new_role && !self.words.verb(run.end)
    }
}
