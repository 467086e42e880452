//! From prose to a [`Document`]: sentences, tokens, part-of-speech tags and entities, all as spans.
//!
//! This room knows language, not articles: it never sees a file name, a date or a setting.

mod annotate;
mod document;
pub mod language;
pub mod parser;
mod prose;
mod segment;
mod span;
mod stopwords;
pub mod tagger;
#[cfg(test)]
mod tests;
pub mod vectors;
mod word_set;
pub mod words;

pub use document::{Document, Entity, EntityKind, Pos, Sentence, Token};
pub use prose::{Block, BlockKind, Prose};
pub use segment::is_space;
pub use span::Span;
