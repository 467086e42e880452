//! A sentence as the other files of this room see it: its words, each with what is known of it.

use super::lexicon::{self, Traits};
use crate::analysis::Person;
use crate::text::{Document, EntityKind, Pos};

/// A token with all that the grammar asks of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'t> {
    /// Index into [`Document::tokens`].
    pub(super) token: u32,
    pub(super) text: &'t str,
    pub(super) pos: Pos,
    pub(super) traits: Traits,
    pub(super) name: Name,
    /// Whether there is white space before it in the text.
    pub(super) space: bool,
    /// How much it tells.
    pub(super) value: f32,
}

/// Whether a word is part of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    No,
    First(EntityKind),
    Inside(EntityKind),
}

impl Word<'_> {
    pub(super) fn any(&self, traits: u64) -> bool {
        self.traits.any(traits)
    }

    pub(super) fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    pub(super) fn noun(&self) -> bool {
        self.pos.is_noun()
    }

    pub(super) fn finite(&self) -> bool {
        self.pos.is_finite()
    }

    pub(super) fn number(&self) -> bool {
        self.pos == Pos::Cd
    }

    pub(super) fn comma(&self) -> bool {
        self.text == ","
    }

    /// A dash, or another mark between clauses.
    pub(super) fn dash(&self) -> bool {
        matches!(self.text, "-" | "–" | "—" | "--")
    }

    /// Any mark; an unknown word of another language is none.
    pub(super) fn mark(&self) -> bool {
        self.pos == Pos::Punct && !self.text.starts_with(char::is_alphanumeric)
    }

    /// A mark that may stand at the end of a headline.
    pub(super) fn closing(&self) -> bool {
        matches!(self.text, "\"" | "”" | ")" | "%" | "''" | "’" | "'")
    }

    pub(super) fn named(&self) -> bool {
        self.name != Name::No
    }

    pub(super) fn inside_name(&self) -> bool {
        matches!(self.name, Name::Inside(_))
    }

    pub(super) fn entity(&self) -> Option<EntityKind> {
        match self.name {
            Name::No => None,
            Name::First(kind) | Name::Inside(kind) => Some(kind),
        }
    }

    /// The first word of a person's name.
    pub(super) fn begins_person(&self) -> bool {
        self.name == Name::First(EntityKind::Person)
    }

    /// A clitic such as the possessive.
    pub(super) fn possessive(&self) -> bool {
        self.pos == Pos::Pos || matches!(self.text, "'s" | "’s")
    }
}

/// The words of a sentence, given by its index; what the people room took for a person is one.
pub(super) fn line<'d>(doc: &'d Document<'d>, sentence: u32, people: &[Person]) -> Vec<Word<'d>> {
    let mut words = recognised(doc, sentence);
    split_country(&mut words);
    let first = doc.sentences[sentence as usize].tokens.start;
    let within = doc.sentences[sentence as usize].span;
    let mentions = people.iter().flat_map(|person| &person.mentions).filter(|mention| within.contains(mention.span));
    for mention in mentions {
        for (i, token) in doc.tokens_in(mention.span).enumerate() {
            let word = &mut words[(token - first) as usize];
            if word.pos != Pos::Prp && word.pos != Pos::PrpS {
                word.name = if i == 0 { Name::First(EntityKind::Person) } else { Name::Inside(EntityKind::Person) };
            }
        }
    }
    words
}

/// Tells "United States" from the rest of an organisation's name, which says the same without it.
fn split_country(words: &mut [Word<'_>]) {
    for i in 2..words.len() {
        let starts = words[i - 2].name == Name::First(EntityKind::Organisation)
            && words[i - 2].is("United")
            && words[i - 1].is("States");
        let long = words[i].pos.is_proper() && words.get(i + 1).is_some_and(Word::inside_name);
        if starts && words[i].inside_name() && long {
            words[i].name = Name::First(EntityKind::Organisation);
        }
    }
}

/// The words with the names that the recogniser found.
fn recognised<'d>(doc: &'d Document<'d>, sentence: u32) -> Vec<Word<'d>> {
    let tokens = doc.sentences[sentence as usize].tokens.clone();
    let mut next = doc.entities.partition_point(|entity| entity.tokens.end <= tokens.start);
    let mut words = Vec::with_capacity(tokens.len());
    for token in tokens {
        while doc.entities.get(next).is_some_and(|entity| entity.tokens.end <= token) {
            next += 1;
        }
        let name = match doc.entities.get(next) {
            Some(entity) if entity.tokens.start == token => Name::First(entity.kind),
            Some(entity) if entity.tokens.contains(&token) => Name::Inside(entity.kind),
            _ => Name::No,
        };
        words.push(word(doc, token, name));
    }
    words
}

fn word<'d>(doc: &'d Document<'d>, token: u32, name: Name) -> Word<'d> {
    let text = doc.text_of(token);
    let start = doc.tokens[token as usize].span.start as usize;
    let space = doc.prose.text[..start].ends_with(char::is_whitespace);
    let traits = lexicon::Traits::of(text);
    Word { token, text, pos: doc.tokens[token as usize].pos, traits, name, space, value: 0.0 }
}

/// Characters of the words as they would be written.
pub(super) fn length(words: &[Word<'_>]) -> usize {
    let spaces = words.iter().skip(1).filter(|word| word.space).count();
    spaces + words.iter().map(|word| word.text.chars().count()).sum::<usize>()
}

/// The words without marks at the end.
pub(super) fn without_end_marks<'w, 't>(words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    let last = words.iter().rposition(|word| !word.mark() || word.closing());
    &words[..last.map_or(0, |last| last + 1)]
}
