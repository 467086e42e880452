//! What a sentence needs so that a reader knows whom and what it speaks of: nothing, or the sentence before it.
//!
//! A pronoun is not resolved: right after the sentence that it follows in the article, a reader resolves it as well as there.

use super::opening::{self, Points};
use crate::text::{Document, Pos, Token};

/// What a sentence needs from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::analysis) enum Need {
    Nothing,
    /// It speaks of "he", "it" or "this", for which the sentence before stands.
    Before,
    /// It may not stand in a summary.
    Never,
}

/// What sentence `index` needs when the one before it needs `before`. `rest` is its text without the connective.
pub(super) fn of(reader: &Reader, index: usize, rest: &str, connective: usize, before: Option<Need>) -> Need {
    if reader.speaks_to_the_reader(index) {
        return Need::Never;
    }
    let near = before.is_some_and(|before| before != Need::Never);
    match points(reader, index, rest, connective) {
        Points::Nowhere => Need::Nothing,
        Points::Person if near && reader.names_a_person_until(index - 1, before) => Need::Before,
        Points::Back if near && !opening::counts(rest) => Need::Before,
        _ => Need::Never,
    }
}

/// What the beginning of a sentence and its subject refer to.
pub(super) fn points(reader: &Reader, index: usize, rest: &str, connective: usize) -> Points {
    if opening::is_expletive(rest) {
        return Points::Nowhere;
    }
    let subject = reader.subject_points(index, connective);
    match opening::points(rest, reader.language) {
        // What a quotation says of "I" is clear when the sentence tells who speaks.
        Points::Speaker if is_quote(rest) && subject == Points::Nowhere => reader.quotation_points(index),
        Points::Speaker if is_quote(rest) => subject,
        Points::Back if subject == Points::Person => Points::Person,
        Points::Nowhere if subject == Points::Nowhere && reader.says_this(index) => Points::Back,
        Points::Nowhere if subject == Points::Nowhere => reader.speaker_points(index),
        Points::Nowhere => subject,
        points => points,
    }
}

fn is_quote(text: &str) -> bool {
    text.starts_with(['"', '“'])
}

/// Reads the sentences of one document.
pub(super) struct Reader<'d> {
    pub doc: &'d Document<'d>,
    pub language: &'d str,
    /// For each sentence, the people it names, and whether fully.
    pub named: Vec<Vec<(u16, bool)>>,
}

impl Reader<'_> {
    /// Whether the sentence names a person, or the one before it does on which it hangs.
    fn names_a_person_until(&self, index: usize, need: Option<Need>) -> bool {
        let hangs = need == Some(Need::Before) && index > 0;
        !self.named[index].is_empty() || (hangs && !self.named[index - 1].is_empty())
    }

    /// Whether the first noun or pronoun after an introduction ("On Monday, he …", "In 2004 they …") points back.
    fn subject_points(&self, index: usize, connective: usize) -> Points {
        let start = self.doc.sentences[index].span.start as usize + connective;
        let (mut intro, mut quoted, mut noun) = (false, false, false);
        // Whether a clause begins here: "of" in "More than half of their exports" introduces nothing.
        let mut fresh = true;
        // Where a pronoun of the introduction points, until the subject shows that it pointed ahead.
        let mut pending = Points::Nowhere;
        for token in self.doc.sentences[index].tokens.clone() {
            let at = self.doc.tokens[token as usize];
            let word = self.doc.text_of(token);
            quoted ^= matches!(word, "\"" | "“" | "”");
            if (at.span.start as usize) < start || quoted {
                continue;
            }
            match at.pos {
                // "During his speech, Ann Field …" and "In their plan, the ministers …" say whose.
                Pos::Nnp | Pos::Nnps if !intro && !is_time(word) => return Points::Nowhere,
                Pos::Nn | Pos::Nns if !intro && !is_time(word) => return pending,
                Pos::Nn | Pos::Nns | Pos::Nnp | Pos::Nnps => noun |= !is_time(word),
                // "For 43 countries, half of their exports …".
                Pos::PrpS if !intro && noun => return pending,
                Pos::Prp | Pos::PrpS if !intro => return pronoun(word),
                Pos::Prp | Pos::PrpS => pending = pronoun(word),
                Pos::In | Pos::To | Pos::Vbg | Pos::Vbn | Pos::Wrb if fresh => intro = true,
                // "Called the Trial, it featured …": the tagger takes a participle at the beginning for a past tense.
                Pos::Vbd if at.span.start as usize == start => intro = true,
                Pos::Vbd | Pos::Vbz | Pos::Vbp | Pos::Md if !intro => return pending,
                _ if word == "," && intro => intro = false,
                _ => {}
            }
            fresh = word == "," || (fresh && at.pos == Pos::Rb);
        }
        pending
    }

    /// Whether the words of a speaker are of something that only the sentence before tells ("I am happy with that").
    fn quotation_points(&self, index: usize) -> Points {
        let tokens = self.doc.tokens_of(index as u32);
        let far = |(i, token): (usize, &Token)| match self.doc.slice(token.span) {
            "it" | "they" | "them" | "he" | "she" | "him" | "this" => true,
            "that" | "these" | "those" => tokens.get(i + 1).is_none_or(|t| t.pos == Pos::Punct || t.pos.is_finite()),
            _ => false,
        };
        if tokens.iter().enumerate().any(far) { Points::Back } else { Points::Nowhere }
    }

    /// Where "…, he said" points: to somebody other than those whom the sentence names.
    fn speaker_points(&self, index: usize) -> Points {
        let tokens = self.doc.tokens_of(index as u32);
        let word = |i: usize| tokens.get(i).map_or("", |t| self.doc.slice(t.span));
        let said = |i: usize| matches!(word(i), "said" | "says" | "added" | "adds" | "told" | "wrote" | "explained");
        let after_mark = |i: usize| i > 0 && matches!(word(i - 1), "," | "\"" | "”");
        let spoken = |&i: &usize| after_mark(i) && said(i + 1) && tokens[i].pos == Pos::Prp;
        match (0..tokens.len()).find(spoken) {
            Some(i) => pronoun(word(i)),
            None => Points::Nowhere,
        }
    }

    /// "The mayor disclosed this in an interview", "22.2% belong to …": of what, the sentence before says.
    fn says_this(&self, index: usize) -> bool {
        let tokens = self.doc.tokens_of(index as u32);
        let word = |i: usize| tokens.get(i).map_or("", |t| self.doc.slice(t.span));
        let share = tokens.first().is_some_and(|t| t.pos == Pos::Cd)
            && matches!(word(1), "%" | "percent")
            && tokens.get(2).is_some_and(|t| t.pos.is_finite());
        let told =
            |i: usize| matches!(word(i), "announced" | "disclosed" | "made" | "noted" | "revealed" | "said" | "stated");
        let ends = |i: usize| tokens.get(i).is_none_or(|t| matches!(t.pos, Pos::In | Pos::Punct | Pos::Rb | Pos::Wrb));
        let this = |i: usize| word(i) == "this" && ends(i + 1) || word(i) == "the" && word(i + 1) == "disclosure";
        share || (1..tokens.len()).any(|i| this(i) && told(i - 1))
    }

    /// Whether it says "he" or "she" but names nobody: after the name of another it would speak of the wrong person.
    pub(super) fn is_orphan(&self, index: usize) -> bool {
        let mut quoted = false;
        let personal = |token: &Token| {
            let word = self.doc.slice(token.span);
            quoted ^= matches!(word, "\"" | "“" | "”");
            !quoted && matches!(word, "he" | "she" | "him")
        };
        self.named[index].is_empty() && self.doc.tokens_of(index as u32).iter().any(personal)
    }

    /// "I", "we" and "you" outside quotation marks.
    fn speaks_to_the_reader(&self, index: usize) -> bool {
        let mut quoted = false;
        self.doc.sentences[index].tokens.clone().any(|token| {
            let word = self.doc.text_of(token);
            quoted ^= matches!(word, "\"" | "“" | "”");
            let personal =
                self.language.starts_with("en") && matches!(self.doc.tokens[token as usize].pos, Pos::Prp | Pos::PrpS);
            personal && !quoted && ["i", "we", "my", "our", "me"].iter().any(|p| word.eq_ignore_ascii_case(p))
        })
    }
}

fn pronoun(word: &str) -> Points {
    match word.to_ascii_lowercase().as_str() {
        "he" | "she" | "his" | "her" | "him" => Points::Person,
        "it" | "its" | "they" | "their" | "them" => Points::Back,
        "i" | "we" | "you" | "my" | "our" | "your" | "me" | "us" => Points::Speaker,
        _ => Points::Nowhere,
    }
}

/// Nouns that say when, not who.
pub(super) fn is_time(word: &str) -> bool {
    const TIMES: &[&str] = &[
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "today",
        "yesterday",
        "tomorrow",
        "week",
        "month",
        "year",
        "season",
        "morning",
        "afternoon",
        "evening",
        "night",
        "weekend",
        "time",
        "summer",
        "winter",
        "spring",
        "autumn",
        "decade",
        "century",
        "addition",
        "statement",
        "interview",
        "weeks",
        "months",
        "years",
        "day",
        "days",
    ];
    TIMES.iter().any(|time| word.eq_ignore_ascii_case(time))
}
