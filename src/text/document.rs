//! The prose with its structure. Tokens and sentences are spans; no text is copied.

use super::tagger::Tag;
use super::{Prose, Span, annotate, segment};
use crate::model::Model;

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
    /// How far the recogniser's scores for this kind lead those for anything else, in steps of 1/16 log-odds a token;
    /// negative where only the neighbours speak for it.
    pub margin: i16,
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

impl<'a> Document<'a> {
    /// The prose cut into sentences and tokens; tags are not set and there are no entities.
    ///
    /// A block whose span does not lie within the text has no sentences.
    pub fn new(prose: &'a Prose) -> Self {
        let (sentences, tokens) = segment::segment(prose);
        Self { prose, sentences, tokens, entities: Vec::new() }
    }

    /// The prose with everything that the model finds in it.
    ///
    /// `language` is a BCP 47 code. For a language without a model there are no entities and all tags are
    /// [`Pos::Punct`].
    pub fn analyse(prose: &'a Prose, language: &str, model: &Model) -> Self {
        let mut document = Self::new(prose);
        if let Some(tagger) = model.tagger(language) {
            annotate::annotate(&mut document, tagger);
        }
        document
    }

    /// The words of a token.
    #[inline]
    pub fn text_of(&self, token: u32) -> &'a str {
        self.slice(self.tokens[token as usize].span)
    }

    /// The words of a span.
    #[inline]
    pub fn slice(&self, span: Span) -> &'a str {
        span.of(&self.prose.text)
    }

    /// The tokens of a sentence, given by its index.
    pub fn tokens_of(&self, sentence: u32) -> &[Token] {
        let tokens = &self.sentences[sentence as usize].tokens;
        &self.tokens[tokens.start as usize..tokens.end as usize]
    }

    /// The index of the sentence that a token belongs to.
    pub fn sentence_of(&self, token: u32) -> u32 {
        self.sentences.partition_point(|sentence| sentence.tokens.end <= token) as u32
    }

    /// The index of the block that a token belongs to.
    pub fn block_of(&self, token: u32) -> u32 {
        self.sentences[self.sentence_of(token) as usize].block
    }

    /// The tokens that lie within a span, wholly or in part.
    pub fn tokens_in(&self, span: Span) -> std::ops::Range<u32> {
        let start = self.tokens.partition_point(|token| token.span.end <= span.start);
        let end = self.tokens.partition_point(|token| token.span.start < span.end);
        start as u32..end.max(start) as u32
    }

    /// The span from the first to the last of some tokens; empty at 0 for an empty range.
    pub fn span_of(&self, tokens: std::ops::Range<u32>) -> Span {
        match self.tokens.get(tokens.start as usize..tokens.end as usize) {
            Some([first, .., last]) => first.span.join(last.span),
            Some([only]) => only.span,
            _ => Span::default(),
        }
    }

    /// Whether a token is what a reader calls a word or a number: not a mark, and not a clitic such as `'s`.
    pub fn is_word(&self, token: u32) -> bool {
        is_word(self.text_of(token))
    }

    /// How many words a reader counts in a span.
    pub fn word_count(&self, span: Span) -> usize {
        self.tokens_in(span).filter(|&token| self.is_word(token)).count()
    }
}

/// Whether a token is a word or number; `'s` and `n't` count as part of the word before them.
pub(super) fn is_word(token: &str) -> bool {
    let mut chars = token.chars();
    let clitic = token.ends_with("n't") || token.ends_with("n’t");
    match chars.next() {
        Some('\'' | '’') => chars.next().is_some_and(|c| c.is_ascii_digit()),
        Some('@' | '#') => chars.next().is_some(),
        Some(first) => first.is_alphanumeric() && !clitic,
        None => false,
    }
}

impl Pos {
    /// Common and proper nouns.
    pub fn is_noun(self) -> bool {
        matches!(self, Pos::Nn | Pos::Nns | Pos::Nnp | Pos::Nnps)
    }

    /// Proper nouns.
    pub fn is_proper(self) -> bool {
        matches!(self, Pos::Nnp | Pos::Nnps)
    }

    /// Verbs in any form, modals not included.
    pub fn is_verb(self) -> bool {
        matches!(self, Pos::Vb | Pos::Vbd | Pos::Vbg | Pos::Vbn | Pos::Vbp | Pos::Vbz)
    }

    /// Verbs that can be the head of a clause: past, present, modal.
    pub fn is_finite(self) -> bool {
        matches!(self, Pos::Vbd | Pos::Vbp | Pos::Vbz | Pos::Md)
    }

    pub fn is_adjective(self) -> bool {
        matches!(self, Pos::Jj | Pos::Jjr | Pos::Jjs)
    }
}

/// The public tag: all punctuation is one, and the additions of the web treebank become their nearest kin.
impl From<Tag> for Pos {
    fn from(tag: Tag) -> Pos {
        match tag {
            Tag::CC => Pos::Cc,
            Tag::CD => Pos::Cd,
            Tag::DT => Pos::Dt,
            Tag::EX => Pos::Ex,
            Tag::FW => Pos::Fw,
            Tag::IN => Pos::In,
            Tag::JJ | Tag::AFX => Pos::Jj,
            Tag::JJR => Pos::Jjr,
            Tag::JJS => Pos::Jjs,
            Tag::LS => Pos::Ls,
            Tag::MD => Pos::Md,
            Tag::NN | Tag::ADD | Tag::GW => Pos::Nn,
            Tag::NNS => Pos::Nns,
            Tag::NNP => Pos::Nnp,
            Tag::NNPS => Pos::Nnps,
            Tag::PDT => Pos::Pdt,
            Tag::POS => Pos::Pos,
            Tag::PRP => Pos::Prp,
            Tag::PRPS => Pos::PrpS,
            Tag::RB => Pos::Rb,
            Tag::RBR => Pos::Rbr,
            Tag::RBS => Pos::Rbs,
            Tag::RP => Pos::Rp,
            Tag::SYM | Tag::Dollar | Tag::Hash => Pos::Sym,
            Tag::TO => Pos::To,
            Tag::UH => Pos::Uh,
            Tag::VB => Pos::Vb,
            Tag::VBD => Pos::Vbd,
            Tag::VBG => Pos::Vbg,
            Tag::VBN => Pos::Vbn,
            Tag::VBP => Pos::Vbp,
            Tag::VBZ => Pos::Vbz,
            Tag::WDT => Pos::Wdt,
            Tag::WP => Pos::Wp,
            Tag::WPS => Pos::WpS,
            Tag::WRB => Pos::Wrb,
            Tag::Comma
            | Tag::Stop
            | Tag::Colon
            | Tag::OpenQuote
            | Tag::CloseQuote
            | Tag::OpenParen
            | Tag::CloseParen => Pos::Punct,
            Tag::HYPH | Tag::NFP => Pos::Punct,
        }
    }
}
