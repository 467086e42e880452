//! The prose with its structure. Tokens and sentences are spans; no text is copied.

use super::{Prose, Span};

/// The prose with its sentences, tokens, part-of-speech tags and entities.
///
/// Sentences lie within one block each and tile it: every token belongs to exactly one sentence, and only
/// white space lies between sentences of a block.
#[derive(Debug)]
pub struct Document<'a> {
    pub prose: &'a Prose,
    pub sentences: Vec<Sentence>,
    pub tokens: Vec<Token>,
    /// In order of their start; they never overlap and never cross a sentence border.
    pub entities: Vec<Entity>,
}

/// A sentence, or a heading, list item or table cell without a full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub span: Span,
    /// Index into [`Prose::blocks`].
    pub block: u32,
    /// Index range into [`Document::tokens`].
    pub tokens: std::ops::Range<u32>,
}

/// A word, number or punctuation mark, split as in the Penn Treebank: `'s` and `n't` are tokens of their own,
/// a hyphenated word is one token, an abbreviation keeps its full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub span: Span,
    pub pos: Pos,
}

/// A name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    pub kind: EntityKind,
    /// Index range into [`Document::tokens`].
    pub tokens: std::ops::Range<u32>,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntityKind {
    Person,
    Organisation,
    Place,
}

/// A part of speech of the Penn Treebank tag set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[rustfmt::skip]
pub enum Pos {
    Cc, Cd, Dt, Ex, Fw, In, Jj, Jjr, Jjs, Ls, Md, Nn, Nns, Nnp, Nnps, Pdt, Pos, Prp, PrpS, Rb, Rbr, Rbs, Rp, Sym, To,
    Uh, Vb, Vbd, Vbg, Vbn, Vbp, Vbz, Wdt, Wp, WpS, Wrb,
    /// Any punctuation.
    #[default]
    Punct,
}

impl Document<'_> {
    /// The words of a token.
    pub fn text_of(&self, token: u32) -> &str {
        self.tokens[token as usize].span.of(&self.prose.text)
    }

    /// The words of a span.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.prose.text)
    }
}
