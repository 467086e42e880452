//! What a token is, for the files of this room.

use crate::text::{Document, Pos, Span};

/// A document, asked by token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'d, 't> {
    pub(super) doc: &'d Document<'t>,
}

pub(super) const DAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
pub(super) const MONTHS: &[&str] = &[
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
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
];

impl<'d> Words<'d, '_> {
    pub(super) fn text(self, token: u32) -> &'d str {
        self.doc.tokens[token as usize].span.of(&self.doc.prose.text)
    }

    pub(super) fn pos(self, token: u32) -> Pos {
        self.doc.tokens[token as usize].pos
    }

    /// Whether a token is one of some words in lower case.
    pub(super) fn is(self, token: u32, any: &[&str]) -> bool {
        let text = self.text(token).trim_end_matches('.');
        any.iter().any(|word| word.eq_ignore_ascii_case(text))
    }

    /// Whether a token is part of the name of a person, place or organisation.
    pub(super) fn name(self, token: u32) -> bool {
        let entities = &self.doc.entities;
        let next = entities.partition_point(|entity| entity.tokens.end <= token);
        entities.get(next).is_some_and(|entity| entity.tokens.contains(&token))
    }

    /// Whether a token goes on with the name of the one before.
    pub(super) fn inside_name(self, token: u32) -> bool {
        let entities = &self.doc.entities;
        let next = entities.partition_point(|entity| entity.tokens.end <= token);
        entities.get(next).is_some_and(|entity| entity.tokens.start < token)
    }

    pub(super) fn comma(self, token: u32) -> bool {
        self.text(token) == ","
    }

    pub(super) fn punctuation(self, token: u32) -> bool {
        self.pos(token) == Pos::Punct && !self.text(token).starts_with(char::is_alphanumeric)
    }

    /// A verb that carries a sentence: a finite form or a modal.
    pub(super) fn finite(self, token: u32) -> bool {
        self.pos(token).is_finite() || self.pos(token) == Pos::Md
    }

    /// Whether a span begins right after byte `end`, but for white space.
    pub(super) fn follows(self, end: u32, span: Span) -> bool {
        self.doc.prose.text[end as usize..span.start as usize].trim().is_empty()
    }

    /// Whether there is white space before a token in the text.
    pub(super) fn space_before(self, token: u32) -> bool {
        let start = self.doc.tokens[token as usize].span.start as usize;
        self.doc.prose.text[..start].ends_with(char::is_whitespace)
    }
}

/// Whether a headline can be made from a sentence: it states something, and not in a quotation.
pub(super) fn can_lead(doc: &Document, sentence: u32) -> bool {
    let words = Words { doc };
    let span = doc.sentences[sentence as usize].span;
    let tokens = doc.sentences[sentence as usize].tokens.clone();
    let text = span.of(&doc.prose.text);
    let states = tokens.clone().any(|token| words.finite(token)) && tokens.len() >= 4;
    let quoted = text.starts_with(['"', '“', '\'', '‘', '(', '[']);
    states
        && words.text(tokens.start).starts_with(char::is_alphanumeric)
        && !quoted
        && !text.ends_with(['?', ':'])
        && !text.contains("((")
        && !text.contains("http")
}
