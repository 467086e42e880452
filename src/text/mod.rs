//! From prose to a [`Document`]: sentences, tokens, part-of-speech tags and entities, all as spans.
//!
//! This room knows language, not articles: it never sees a file name, a date or a setting.

mod document;
mod prose;
mod span;

pub use document::{Document, Entity, EntityKind, Pos, Sentence, Token};
pub use prose::{Block, BlockKind, Prose};
pub use span::Span;
