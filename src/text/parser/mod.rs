//! Dependency trees: which word goes with which, and as what. Greedy, in two steps: arcs first, then their relations.
//!
//! Knows words and parts of speech; must not know what an article is. Costs some ten microseconds a sentence, so it is
//! meant for the few sentences that something is made from.

pub mod arcs;
mod relation;
pub mod relations;
#[cfg(test)]
mod tests;

pub use relation::{RELATIONS, Relation};

use super::Pos;
use super::tagger::hash;
use super::tagger::pack::Damaged;
use super::tagger::perceptron::{Perceptron, SmallPerceptron};

/// The loaded weights; shared freely between threads.
#[derive(Debug)]
pub struct Parser {
    pub arcs: SmallPerceptron<{ arcs::WIDTH }>,
    pub relations: Perceptron,
}

/// What the parser sees of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Hash of the lower-cased word.
    pub word: u32,
    /// The part of speech; marks are told apart.
    pub class: u8,
}

impl Item {
    /// Before, after and above a sentence.
    pub const NONE: Item = Item { word: 0, class: 63 };
    /// What the main verb depends on.
    pub const ROOT: Item = Item { word: 1, class: 62 };

    pub fn new(word: &str, pos: Pos) -> Item {
        let class = match (pos, word) {
            (Pos::Punct, ",") => 40,
            (Pos::Punct, "\"" | "''" | "``" | "“" | "”" | "'" | "‘" | "’") => 41,
            (Pos::Punct, ":" | ";" | "-" | "--" | "–" | "—") => 42,
            (Pos::Punct, "(" | "[") => 43,
            (Pos::Punct, ")" | "]") => 44,
            (pos, _) => pos as u8,
        };
        Item { word: hash::lower(word), class }
    }
}

/// A sentence as a tree. Indices are those of the sentence's tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// The head of each token; `None` for the root. There is one root, if there is a token.
    pub heads: Vec<Option<u16>>,
    /// What each token is to its head.
    pub relations: Vec<Relation>,
}

impl Parser {
    /// Reads the weight files.
    pub fn unpack(arcs: &[u8], relations: &[u8]) -> Result<Self, Damaged> {
        Ok(Parser { arcs: SmallPerceptron::unpack(arcs)?, relations: Perceptron::unpack(relations)? })
    }

    /// The tree of a sentence; none if it has no token or more than [`MAX_TOKENS`].
    pub fn parse<'t>(&self, tokens: impl Iterator<Item = (&'t str, Pos)>) -> Option<Tree> {
        let mut tokens: Vec<(&str, Pos)> = tokens.collect();
        for at in 0..tokens.len() {
            if is_verb_after_modal(&tokens, at) {
                tokens[at].1 = Pos::Vb;
            }
        }
        let items: Vec<Item> = tokens.iter().map(|&(word, pos)| Item::new(word, pos)).collect();
        (1..=MAX_TOKENS).contains(&items.len()).then(|| self.tree(&items))
    }

    /// The tree of a sentence of one token or more.
    pub fn tree(&self, items: &[Item]) -> Tree {
        let heads = arcs::arcs(&self.arcs, items);
        let relations = relations::relations(&self.relations, items, &heads);
        let root = items.len() as u16;
        Tree { heads: heads.into_iter().map(|head| (head != root).then_some(head)).collect(), relations }
    }
}

/// Whether a noun right after a modal and before another noun is a verb: "will discipline striker".
fn is_verb_after_modal(tokens: &[(&str, Pos)], at: usize) -> bool {
    let pos = |i: usize| tokens.get(i).map(|token| token.1);
    let modal = at > 0 && pos(at - 1) == Some(Pos::Md);
    let object = pos(at + 1).is_some_and(|next| next.is_noun() || matches!(next, Pos::Dt | Pos::PrpS | Pos::Prp));
    pos(at) == Some(Pos::Nn) && modal && object
}

/// Longest sentence that is parsed, in tokens.
pub const MAX_TOKENS: usize = 120;
