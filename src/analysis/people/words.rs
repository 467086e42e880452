//! Small questions about the tokens of a document that every file of this room asks.

use crate::text::{Document, Pos, Span};
use std::ops::Range;

/// A document's tokens with bounds-checked look-ups; indices outside give the empty word.
#[derive(Clone, Copy)]
pub(super) struct Words<'d> {
    pub doc: &'d Document<'d>,
}

impl<'d> Words<'d> {
    pub(super) fn text(self, token: u32) -> &'d str {
        self.doc.tokens.get(token as usize).map_or("", |t| t.span.of(&self.doc.prose.text))
    }

    pub(super) fn pos(self, token: u32) -> Pos {
        self.doc.tokens.get(token as usize).map_or(Pos::Punct, |t| t.pos)
    }

    /// The bytes from the first to the last token of a range that is not empty.
    pub(super) fn span(self, tokens: &Range<u32>) -> Span {
        let (first, last) = (self.doc.tokens[tokens.start as usize], self.doc.tokens[tokens.end as usize - 1]);
        first.span.join(last.span)
    }

    pub(super) fn is(self, token: u32, words: &[&str]) -> bool {
        let text = self.text(token);
        let initial = text.as_bytes().first().map(u8::to_ascii_lowercase);
        // Nearly all differ in length or first letter, which is cheaper to see than a call.
        let may_be =
            |word: &str| word.len() == text.len() && word.as_bytes().first().map(u8::to_ascii_lowercase) == initial;
        words.iter().any(|word| may_be(word) && word.eq_ignore_ascii_case(text))
    }

    pub(super) fn capital(self, token: u32) -> bool {
        self.text(token).chars().next().is_some_and(char::is_uppercase)
    }

    /// More than one letter and no small one.
    pub(super) fn all_caps(self, token: u32) -> bool {
        let text = self.text(token);
        text.chars().filter(|c| c.is_alphabetic()).count() > 1 && !text.chars().any(char::is_lowercase)
    }

    pub(super) fn noun(self, token: u32) -> bool {
        matches!(self.pos(token), Pos::Nn | Pos::Nns | Pos::Nnp | Pos::Nnps)
    }

    pub(super) fn adjective(self, token: u32) -> bool {
        matches!(self.pos(token), Pos::Jj | Pos::Jjr | Pos::Jjs)
    }

    pub(super) fn verb(self, token: u32) -> bool {
        matches!(self.pos(token), Pos::Vb | Pos::Vbd | Pos::Vbg | Pos::Vbn | Pos::Vbp | Pos::Vbz | Pos::Md)
    }

    /// A comma, dash or bracket after a name, which may open an apposition.
    pub(super) fn comma(self, token: u32) -> bool {
        matches!(self.text(token), "," | "—" | "–" | "--" | "-" | "(" | "[")
    }

    pub(super) fn possessive(self, token: u32) -> bool {
        matches!(self.text(token), "'s" | "’s" | "'S" | "’S") || self.pos(token) == Pos::Pos
    }

    pub(super) fn article(self, token: u32) -> bool {
        self.is(token, &["a", "an", "the"])
    }

    /// Month or day of the week, full or abbreviated; "May" only where the tagger sees a name.
    pub(super) fn calendar(self, token: u32) -> bool {
        #[rustfmt::skip]
        const NAMES: &[&str] = &[
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December", "Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.", "Sep.", "Oct.", "Nov.", "Dec.",
            "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Christmas", "Easter",
        ];
        NAMES.contains(&self.text(token))
    }
}
