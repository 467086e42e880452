//! The cleaned text of an article, which all spans refer to.

use super::Span;

/// Cleaned text, and the blocks that it is made of.
///
/// `text` holds the blocks in reading order with `"\n\n"` between them; within a block there is no line break
/// (a hard break of the source is a space). Every block's span is non-empty and trimmed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    pub text: String,
    pub blocks: Vec<Block>,
}

/// One block of the text: a paragraph, a heading, a list item …
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    pub span: Span,
}

/// What kind of block it is; a summary, for one, is taken from paragraphs only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    Paragraph,
    /// A heading in the body, with its level (1 to 6). The headline of the article is not part of the prose.
    Heading(u8),
    ListItem,
    Quote,
    TableCell,
    Footnote,
    /// The caption of a picture.
    Caption,
}
