//! From prose to sentences and tokens. Pure; knows characters and abbreviations, no language model.
//!
//! One pass over the bytes finds the tokens of a block, a second one over the tokens finds the sentence borders.
//! `unicode-segmentation` is not used here: UAX #29 breaks words at hyphens and sentences after "U.S." and "Gen.", and
//! its words and sentences together take over four times as long (see `benches/text.rs`).

mod abbreviations;
mod borders;
mod chars;
mod scan;
#[cfg(test)]
mod tests;

use super::{Prose, Sentence, Token};

pub use chars::is_space;

/// The sentences and tokens of the prose, both in order; tags are not yet set.
pub(super) fn segment(prose: &Prose) -> (Vec<Sentence>, Vec<Token>) {
    // About 5.5 bytes a token and 120 a sentence in English news.
    let mut tokens = Vec::with_capacity(prose.text.len() / 5 + 8);
    let mut classes = Vec::with_capacity(tokens.capacity());
    let mut sentences = Vec::with_capacity(prose.text.len() / 80 + prose.blocks.len());
    for (index, block) in prose.blocks.iter().enumerate() {
        let Some(text) = prose.text.get(..block.span.end as usize) else { continue };
        let first = tokens.len();
        scan::scan(text, block.span.start as usize, &mut tokens, &mut classes);
        borders::split(text, index as u32, first, &tokens, &classes, &mut sentences);
    }
    (sentences, tokens)
}

/// What a token is to the search for sentence borders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// Words, numbers, abbreviations within a sentence, addresses.
    Word,
    /// An abbreviation whose full stop also ends the sentence.
    LastWord,
    /// `.`, `!`, `?`, or several.
    Stop,
    /// `...`, `…`
    Ellipsis,
    /// A full stop of a script in which nothing else looks like it: always ends the sentence.
    FinalStop,
    /// Quotation marks and brackets that close or may close, and glued references such as `[1]`.
    Closer,
    /// Any other mark.
    Mark,
}
