//! Role phrases read from their last word back: how far a role before a name reaches to the left.

use super::lexicon::RoleClass;
use super::phrase::{LONGEST, Phrase, Scene};
use crate::text::{EntityKind, Pos};

impl Scene<'_> {
    /// The role that ends right before token `end`, looking back to `floor` at most.
    pub(super) fn ending_at(self, end: u32, floor: u32) -> Option<Phrase> {
        let last = end.checked_sub(1).filter(|last| *last >= floor && !self.words.article(*last))?;
        // "members of the House of Representatives": the last word belongs to a name, though it could be a head.
        let named_of = last > floor
            && self.words.capital(last)
            && self.words.is(last - 1, &["of"])
            && self.head(last).is_some_and(|(_, plural)| plural.is_some());
        let outer = named_of.then(|| self.head_before_of(last, floor)).flatten();
        if let Some((class, plural)) = self.head(last).filter(|_| outer.is_none()) {
            let start = self.left_edge(last, floor, class);
            return self.phrase(start..end, last, class, plural);
        }
        if self.words.adjective(last) && !self.words.capital(last) {
            return None;
        }
        let head = outer.or_else(|| self.head_before_of(last, floor))?;
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
        if words.calendar(before) || words.article(before) || self.speaks_after_quote(before, floor) {
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
        if let Some(first) = self.name_around(before, start).filter(|first| *first >= floor) {
            return Some(first);
        }
        // "Ministry of Health spokesman", where the recogniser saw no name.
        if words.is(before, &["of"]) && before > floor && words.capital(start) && words.capital(before - 1) {
            return (words.noun(before - 1) && self.head(before - 1).is_none()).then_some(before - 1);
        }
        if self.begins_anew(before, start) {
            return None;
        }
        if words.is(before, &["first"]) && words.is(start, &["minister", "lady", "secretary", "vice", "deputy"]) {
            return Some(before);
        }
        if self.is_verb_of_clause(before, floor) {
            return None;
        }
        let number = words.pos(before) == Pos::Cd && !self.is_age(before);
        let opening_adverb = before == floor && words.pos(before) == Pos::Rb;
        let adverb = !opening_adverb
            && words.is(
                before,
                &[
                    "newly",
                    "then",
                    "now",
                    "once",
                    "recently",
                    "formerly",
                    "currently",
                    "longtime",
                    "former",
                    "late",
                    "ex",
                ],
            );
        let located = self.is_place_after_in(before, floor);
        // "Roe named Senator Poe", "lawyers defending chief Poe": a verb whose subject stands before it.
        let verbal = matches!(words.pos(before), Pos::Vbn | Pos::Vbg | Pos::Vbd) && before > floor;
        if verbal && (self.person(before - 1) || words.pos(before - 1) == Pos::Nns) {
            return None;
        }
        let nominal = (words.noun(before) || words.adjective(before) || number || adverb || self.is_participle(before))
            && !located;
        nominal.then_some(before)
    }

    /// "Roe, from Narnia, opposed Senator Poe" and "he opposed Senator Poe": no adjective, whatever its tag.
    fn is_verb_of_clause(self, token: u32, floor: u32) -> bool {
        let words = self.words;
        let opens = token > floor && (words.text(token - 1) == "," || words.pos(token - 1) == Pos::Prp);
        opens && !words.capital(token) && words.text(token).ends_with("ed") && !self.is_participle(token)
    }

    /// `" quipped editor Roe`: a verb after a quotation, which the tagger may take for a noun; and the quotation mark.
    fn speaks_after_quote(self, token: u32, floor: u32) -> bool {
        let quote = |t: u32| matches!(self.words.text(t), "\"" | "”" | "“" | "''" | "``");
        quote(token) || token > floor && quote(token - 1) && self.words.text(token).ends_with("ed")
    }

    /// "a state of emergency US President Roe declared": a small noun does not modify a country.
    fn begins_anew(self, before: u32, start: u32) -> bool {
        let country = self.lexicon.nation(self.words.text(start)).is_some()
            || self.in_entity(start).is_some_and(|e| {
                let entity = &self.words.doc.entities[e];
                entity.kind == EntityKind::Place || self.lexicon.nation(self.words.doc.slice(entity.span)).is_some()
            });
        let small = matches!(self.words.pos(before), Pos::Nn | Pos::Nns) && !self.words.capital(before);
        country && small && self.head(before).is_none()
    }

    fn whole_person(self, token: u32, floor: u32) -> Option<u32> {
        let end = self.people[token as usize];
        let mut start = token;
        while start > floor && self.people[start as usize - 1] == end {
            start -= 1;
        }
        Some(start)
    }

    /// Where the name of an organisation or place begins that goes from `before` on into the phrase: "Department of State".
    fn name_around(self, before: u32, start: u32) -> Option<u32> {
        let entity = &self.words.doc.entities[self.in_entity(before)?];
        let within = entity.tokens.end > start && !self.person(entity.tokens.end - 1);
        within.then_some(entity.tokens.start)
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
        // "for president and former governor Roe": the first is what somebody runs for.
        let wanted = left.checked_sub(1).is_some_and(|l| self.words.is(l, &["for"]));
        ((heads && !wanted) || named).then_some(left)
    }

    /// "In Moscow President Roe": a place that says where, not of what.
    fn is_place_after_in(self, token: u32, floor: u32) -> bool {
        let Some(entity) = self.in_entity(token) else { return false };
        let entity = &self.words.doc.entities[entity];
        let before = entity.tokens.start.checked_sub(1).filter(|b| *b >= floor);
        entity.kind == EntityKind::Place && before.is_some_and(|b| self.words.is(b, &["in", "at", "near", "from"]))
    }
}
