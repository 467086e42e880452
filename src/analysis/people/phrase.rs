//! Noun phrases whose head is a person noun: how far a role reaches to the left and to the right.
//!
//! "the company's former chief executive" is read from its last word back, "a professor of law at Narnia University"
//! from its first word on. Knows tokens, not people: where a role belongs is decided in [`super::roles`].

use super::lexicon::{PeopleLexicon, RoleClass, Title};
use super::words::Words;
use crate::text::{EntityKind, Pos};
use std::ops::Range;

/// Most tokens in a role.
const LONGEST: u32 = 11;

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
    fn head(self, token: u32) -> Option<(RoleClass, Option<usize>)> {
        let text = self.words.text(token);
        if self.person(token) || !(self.words.noun(token) || self.words.adjective(token) || self.is_caps_head(token)) {
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
            return Some((if lady { RoleClass::Office } else { class }, None));
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
    fn is_caps_head(self, token: u32) -> bool {
        self.words.capital(token) && !self.words.verb(token) && self.words.pos(token) != Pos::In
    }

    /// The role that ends right before token `end`, looking back to `floor` at most.
    pub(super) fn ending_at(self, end: u32, floor: u32) -> Option<Phrase> {
        let last = end.checked_sub(1).filter(|last| *last >= floor)?;
        if let Some((class, plural)) = self.head(last) {
            let start = self.left_edge(last, floor, class);
            return self.phrase(start..end, last, class, plural);
        }
        let head = self.head_before_of(last, floor)?;
        let (class, plural) = self.head(head)?;
        let start = self.left_edge(head, floor, class);
        self.phrase(start..end, head, class, plural.map(|_| 0))
    }

    /// "chief of staff", "Minister of Health", "director of the agency": the head before the "of" phrase that ends at `last`.
    fn head_before_of(self, last: u32, floor: u32) -> Option<u32> {
        let mut token = last;
        while token > floor && last - token < 7 {
            let object = self.words.noun(token)
                || self.words.adjective(token)
                || self.words.article(token)
                || self.words.possessive(token)
                || self.words.is(token, &["and", "&", "for"]);
            if self.words.is(token, &["of", "for", "from"]) {
                let head = self.head(token - 1).map(|_| token - 1);
                if head.is_some() || token == last || !self.words.is(token, &["of", "for"]) {
                    return head.filter(|_| token != last);
                }
            } else if !object || self.person(token) {
                return None;
            }
            token -= 1;
        }
        None
    }

    /// The first token of the phrase whose head is `head`.
    fn left_edge(self, head: u32, floor: u32, class: RoleClass) -> u32 {
        let mut start = head;
        while start > floor && head - start < LONGEST {
            let before = start - 1;
            let with = match self.reach(before, start, floor) {
                Some(with) => with,
                None => break,
            };
            start = with;
        }
        let owned = start > floor && self.words.pos(start - 1) == Pos::PrpS;
        if owned && matches!(class, RoleClass::Family | RoleClass::Relation | RoleClass::Work) {
            return start - 1;
        }
        self.without_leading_chaff(start, head)
    }

    /// Where the phrase begins if the token `before` belongs to it; `None` when it does not.
    fn reach(self, before: u32, start: u32, floor: u32) -> Option<u32> {
        let words = self.words;
        if words.calendar(before) || words.article(before) {
            return None;
        }
        if self.person(before) {
            let person = self.whole_person(before, floor)?;
            let titled = person > floor && words.capital(person - 1) && self.head(person - 1).is_some();
            return (!titled).then_some(person);
        }
        if words.possessive(before) {
            let owner = before.checked_sub(1).filter(|o| *o >= floor && words.noun(*o))?;
            return if self.person(owner) { self.whole_person(owner, floor) } else { Some(owner) };
        }
        if words.is(before, &["and", "&"]) {
            return self.joined(before, start, floor);
        }
        if words.is(before, &["of"]) {
            return before.checked_sub(1).filter(|h| *h >= floor && self.head(*h).is_some());
        }
        let number = words.pos(before) == Pos::Cd && !self.is_age(before);
        let adverb = words.is(
            before,
            &["newly", "then", "now", "once", "recently", "formerly", "currently", "longtime", "former", "late", "ex"],
        );
        let located = self.is_place_after_in(before, floor);
        let nominal = (words.noun(before) || words.adjective(before) || number || adverb || self.is_participle(before))
            && !located;
        nominal.then_some(before)
    }

    fn whole_person(self, token: u32, floor: u32) -> Option<u32> {
        let end = self.people[token as usize];
        let mut start = token;
        while start > floor && self.people[start as usize - 1] == end {
            start -= 1;
        }
        Some(start)
    }

    /// "actor and producer", "Trade and Industry Minister": whether the words round "and" are one phrase.
    fn joined(self, and: u32, right: u32, floor: u32) -> Option<u32> {
        let left = and.checked_sub(1).filter(|l| *l >= floor)?;
        if self.person(left) || self.words.possessive(left) {
            return None;
        }
        let heads = self.head(left).is_some_and(|(class, plural)| class != RoleClass::Plain && plural.is_none());
        let named = self.words.capital(left)
            && self.words.capital(right)
            && self.words.noun(left)
            && self.in_entity(left).is_none();
        (heads || named).then_some(left)
    }

    /// "In Moscow President Roe": a place that says where, not of what.
    fn is_place_after_in(self, token: u32, floor: u32) -> bool {
        let Some(entity) = self.in_entity(token) else { return false };
        let entity = &self.words.doc.entities[entity];
        let before = entity.tokens.start.checked_sub(1).filter(|b| *b >= floor);
        entity.kind == EntityKind::Place && before.is_some_and(|b| self.words.is(b, &["in", "at", "near", "from"]))
    }

    fn in_entity(self, token: u32) -> Option<usize> {
        let entities = &self.words.doc.entities;
        let index = entities.partition_point(|e| e.tokens.end <= token);
        entities.get(index).filter(|e| e.tokens.start <= token && e.kind != EntityKind::Person).map(|_| index)
    }

    /// Participles that stand before an office: "retired", "award-winning".
    fn is_participle(self, token: u32) -> bool {
        const BEFORE_OFFICES: &[&str] = &[
            "retired",
            "elected",
            "ousted",
            "acting",
            "outgoing",
            "incoming",
            "ruling",
            "exiled",
            "jailed",
            "deposed",
            "disgraced",
            "renowned",
            "respected",
            "leading",
            "founding",
            "retiring",
            "departing",
            "visiting",
            "sitting",
            "reigning",
            "defending",
            "convicted",
            "appointed",
            "impeached",
            "disputed",
            "opposing",
            "managing",
            "operating",
            "named",
            "celebrated",
            "acclaimed",
            "noted",
            "suspended",
            "sacked",
            "veteran",
            "self-styled",
            "self-proclaimed",
        ];
        let verbal = matches!(self.words.pos(token), Pos::Vbn | Pos::Vbg | Pos::Vbd);
        verbal && (self.words.is(token, BEFORE_OFFICES) || self.words.text(token).contains('-'))
    }

    fn is_age(self, token: u32) -> bool {
        let text = self.words.text(token);
        text.contains("-year-old") || (text.len() <= 3 && text.parse::<u8>().is_ok())
    }

    /// Skips ages, quantities and the like at the front.
    fn without_leading_chaff(self, mut start: u32, head: u32) -> u32 {
        const CHAFF: &[&str] = &[
            "other",
            "another",
            "same",
            "several",
            "many",
            "two",
            "three",
            "four",
            "five",
            "some",
            "both",
            "such",
            "own",
            "more",
            "most",
            "one",
            "said",
            "certain",
            "controversial",
            "popular",
            "however",
            "fellow",
            "year-old",
            "old",
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

    /// The role that begins at `start`, an article or adverb in front of it left out, and ends before `limit`.
    pub(super) fn starting_at(self, start: u32, limit: u32) -> Option<Phrase> {
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
        self.phrase(first..end, head, class, plural)
    }

    fn skip_openers(self, start: u32, limit: u32) -> u32 {
        const OPENERS: &[&str] = &[
            "also",
            "currently",
            "now",
            "formerly",
            "once",
            "previously",
            "still",
            "both",
            "either",
            "later",
            "eventually",
            "already",
            "officially",
            "simply",
            "just",
            "today",
            "himself",
            "herself",
            "perhaps",
            "probably",
            "originally",
            "initially",
            "briefly",
            "simultaneously",
            "long",
            "variously",
            "technically",
            "widely",
            "in",
            "effect",
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
            let inside = if self.person(token) {
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
            if object_end - first > LONGEST + 2 {
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

    fn phrase(self, tokens: Range<u32>, head: u32, class: RoleClass, plural: Option<usize>) -> Option<Phrase> {
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
