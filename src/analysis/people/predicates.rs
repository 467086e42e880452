//! Roles that a verb gives: "is the founder of", "was elected speaker", "appointed her as minister", "She is a painter".

use super::lexicon::{RoleClass, Sex};
use super::phrase::Phrase;
use super::roles::Reader;
use crate::text::Pos;

/// Verbs whose object leaves the office to the subject.
const REPLACES: &[&str] = &["replaced", "replaces", "replacing", "succeeded", "succeeds", "succeeding"];

impl Reader<'_> {
    /// "Roe is the founder of", "Roe, who was elected speaker".
    pub(super) fn predicate(&mut self, mention: usize, after: u32, limit: u32) {
        let words = self.scene.words;
        let mut token = after;
        if words.comma(token) && token + 1 < limit {
            token += 1;
            token = self.skip_age(token, limit);
        }
        let relative = words.is(token, &["who"]);
        if let Some(verb) = self.main_verb(after, relative, limit) {
            self.predicate_from(mention, verb, limit);
        }
        token += u32::from(relative);
        if token != after && !relative && !words.is(token, &["is", "was"]) {
            return;
        }
        self.predicate_from(mention, token, limit);
    }

    /// "is" after a clause or apposition that a comma closes: "Roe, who left in May, is the founder".
    fn main_verb(&self, comma: u32, relative: bool, limit: u32) -> Option<u32> {
        let words = self.scene.words;
        let inside = comma + 1..limit.min(comma + 14);
        let close = inside.clone().find(|t| words.text(*t) == ",").filter(|_| words.comma(comma))?;
        let other = (comma + 1..close).any(|t| self.scene.person(t)) && !relative;
        (!other && words.is(close + 1, &["is", "was", "became"])).then_some(close + 1)
    }

    fn predicate_from(&mut self, mention: usize, token: u32, limit: u32) {
        let phrase = self.predicate_at(token, limit);
        if let Some(phrase) = phrase.filter(|p| !self.scene.person(p.tokens.end)) {
            let second = self.second_role(&phrase, limit);
            self.state(mention, phrase, 0.3);
            second.into_iter().for_each(|phrase| self.state(mention, phrase, 0.25));
        }
    }

    /// The role after a verb of being, becoming or being chosen that begins at `token`.
    fn predicate_at(&self, token: u32, limit: u32) -> Option<Phrase> {
        let words = self.scene.words;
        let token = self.skip_adverbs(token, limit);
        let verb = words.text(token);
        let next = self.skip_adverbs(token + 1, limit);
        if words.is(next, &["not", "n't", "n’t", "no", "never"]) {
            return None;
        }
        let begin = match verb {
            "is" | "was" | "'s" | "’s" | "be" | "became" | "becomes" | "remains" | "remained" => {
                self.after_choice(next)
            }
            "has" | "had" => {
                let being = words.is(next, &["been", "become"]);
                being.then(|| self.after_choice(next + 1))?
            }
            _ if words.is(token + 1, &["to"]) && words.is(token + 2, &["become"]) => Some(token + 3)?,
            "held" | "holds" | "resumed" | "assumed" | "took" | "takes" | "assumes" | "left" | "won" => {
                self.post_of(next)?
            }
            "served" | "serves" | "serving" | "worked" | "works" | "acted" | "acts" | "resigned" | "retired"
            | "returned" | "continued" => words.is(next, &["as"]).then_some(next + 1)?,
            "replaced" | "replaces" | "succeeded" | "succeeds" => {
                (next..limit.min(next + 8)).find(|t| words.is(*t, &["as"]))? + 1
            }
            "stepped" => (words.is(next, &["down"]) && words.is(next + 1, &["as"])).then_some(next + 2)?,
            _ => return None,
        };
        let phrase = self.scene.starting_at(begin, limit)?;
        let marked = phrase.qualified || begin < phrase.tokens.start || phrase.class == RoleClass::Office;
        (phrase.plural.is_none() && marked).then_some(phrase)
    }

    /// "the office of": where the role begins that somebody holds.
    fn post_of(&self, token: u32) -> Option<u32> {
        let words = self.scene.words;
        let post = words.article(token) && words.is(token + 1, &["office", "post", "position", "job", "role"]);
        (post && words.is(token + 2, &["of", "as"])).then_some(token + 3)
    }

    /// "during his time as head of the bank", "in her role as minister": of the one person whom the sentence names.
    pub(super) fn tenure(&mut self, mention: usize, floor: u32, limit: u32) {
        #[rustfmt::skip]
        const TENURES: &[&str] = &[
            "time", "role", "tenure", "capacity", "job", "position", "work", "career", "stint", "term", "days", "post",
        ];
        let words = self.scene.words;
        let owner = self.owners[mention];
        let earlier = mention.checked_sub(1).is_some_and(|m| self.named[m].tokens.start >= floor);
        let later = self.named[mention + 1..].iter().zip(&self.owners[mention + 1..]);
        let alone = later.take_while(|(n, _)| n.tokens.start < limit).all(|(_, other)| *other == owner);
        if earlier || !alone {
            return;
        }
        let own = |t: u32| words.pos(t) == Pos::PrpS || words.possessive(t);
        let held = |t: u32| words.is(t, TENURES) && words.is(t + 1, &["as"]) && (own(t - 1) || own(t - 2));
        let Some(noun) = (self.named[mention].tokens.end + 2..limit).find(|t| held(*t)) else { return };
        if let Some(phrase) = self.scene.starting_at(noun + 2, limit).filter(|phrase| phrase.plural.is_none()) {
            self.state(mention, phrase, 0.2);
        }
    }

    /// "The new speaker is Jane Roe.": a role that opens its clause, a form of "be", and nothing but the name.
    pub(super) fn inverse(&mut self, mention: usize, verb: u32, floor: u32) {
        let words = self.scene.words;
        let end = self.named[mention].tokens.end;
        let closed = words.pos(end) == Pos::Punct && !words.possessive(end) || words.is(end, &["and", "who"]);
        let Some(phrase) = self.phrase_to_comma(verb, floor).filter(|_| closed) else { return };
        let opener = phrase.tokens.start.checked_sub(1).filter(|b| *b >= floor);
        let owned = words.pos(phrase.tokens.start) == Pos::PrpS || opener.is_some_and(|b| words.pos(b) == Pos::PrpS);
        let definite = owned || opener.is_some_and(|b| words.article(b));
        let begin =
            phrase.tokens.start - u32::from(opener.is_some_and(|b| words.article(b) || words.pos(b) == Pos::PrpS));
        let first = begin == floor || words.pos(begin - 1) == Pos::Punct;
        if definite && first && phrase.plural.is_none() {
            self.state(mention, phrase, 0.4);
        }
    }

    /// Skips "elected", "appointed as", "sworn in as" after a form of "be".
    fn after_choice(&self, token: u32) -> u32 {
        #[rustfmt::skip]
        const CHOSEN: &[&str] = &[
            "elected", "re-elected", "reelected", "appointed", "named", "made", "chosen", "crowned", "inaugurated",
            "promoted", "sworn", "installed", "confirmed", "ordained", "hired", "declared", "reappointed",
            "nominated",
        ];
        let words = self.scene.words;
        if !words.is(token, CHOSEN) {
            return token;
        }
        let mut next = token + 1;
        next += u32::from(words.is(next, &["in"]));
        next + u32::from(words.is(next, &["as"]))
    }

    fn skip_adverbs(&self, start: u32, limit: u32) -> u32 {
        let mut token = start;
        while token < limit
            && token < start + 2
            && self.scene.words.pos(token) == Pos::Rb
            && !self.scene.words.is(token, &["not", "n't", "n’t", "never", "no"])
        {
            token += 1;
        }
        token
    }

    /// "appointed Roe as minister", "named Roe chief executive", "the election of Roe as speaker".
    pub(super) fn appointed(&mut self, mention: usize, floor: u32, limit: u32) {
        #[rustfmt::skip]
        const VERBS: &[&str] = &[
            "appointed", "appoint", "appoints", "appointing", "named", "names", "naming", "elected", "elects",
            "electing", "elect", "nominated", "nominates", "nominating", "replaced", "replaces", "replacing",
            "succeeded", "succeeds", "succeeding", "hired", "hires", "installed", "confirmed", "promoted",
            "election", "appointment", "nomination", "inauguration", "confirmation", "swearing", "reinstated",
            "crowned", "made",
        ];
        let words = self.scene.words;
        let tokens = self.named[mention].tokens.clone();
        let from = tokens.start.saturating_sub(6).max(floor);
        let trigger = (from..tokens.start).rev().find(|t| words.is(*t, VERBS));
        let as_ = words.is(tokens.end, &["as"]);
        let direct = trigger.is_some_and(|t| t + 1 == self.named[mention].title.start);
        // "replaced Roe as minister" says what the subject is now, "replaced by Roe as minister" what Roe is.
        let first = self.named[mention].title.start;
        let displaced = trigger.is_some_and(|t| words.is(t, REPLACES)) && !words.is(first.wrapping_sub(1), &["by"]);
        if trigger.is_none() || displaced || !(as_ || direct) || tokens.end + 1 >= limit {
            return;
        }
        let Some(phrase) = self.scene.starting_at(tokens.end + u32::from(as_), limit) else { return };
        if phrase.plural.is_none() && !self.scene.person(phrase.tokens.end) {
            self.state(mention, phrase, 0.25);
        }
    }

    /// "She is the founder of": a pronoun that opens a sentence, where the sentence before speaks of one person only.
    pub(super) fn read_pronouns(&mut self) {
        let doc = self.scene.words.doc;
        let mut mention = 0;
        for index in 1..doc.sentences.len() {
            while mention < self.named.len() && (self.named[mention].sentence as usize) < index - 1 {
                mention += 1;
            }
            let sentence = &doc.sentences[index];
            let first = sentence.tokens.start;
            let sex = match self.scene.words.text(first) {
                "He" => Sex::Male,
                "She" => Sex::Female,
                _ => continue,
            };
            if sentence.block != doc.sentences[index - 1].block {
                continue;
            }
            let Some(subject) = self.only_subject(mention, index as u32 - 1, sex) else { continue };
            let phrase = self.predicate_at(first + 1, sentence.tokens.end);
            if let Some(phrase) = phrase.filter(|p| !self.scene.person(p.tokens.end)) {
                self.state(subject, phrase, 0.1);
            }
        }
    }

    fn only_subject(&self, from: usize, sentence: u32, sex: Sex) -> Option<usize> {
        let here = (from..self.named.len()).take_while(|&m| self.named[m].sentence == sentence);
        let mut subject = None;
        for mention in here.filter(|&m| self.owners[m] != usize::MAX) {
            match subject {
                None => subject = Some(mention),
                Some(known) if self.owners[known] != self.owners[mention] => return None,
                Some(_) => {}
            }
        }
        let entry = &self.entries[self.owners[subject?]];
        (entry.sex.is_none_or(|known| known == sex)).then_some(subject?)
    }
}
