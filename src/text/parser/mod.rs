//! Dependency trees: which word goes with which, and as what. In two steps: arcs first, by beam search, then their
//! relations, greedily.
//!
//! Knows words and parts of speech; must not know what an article is. Meant for the few sentences that something is
//! made from.

mod features;
mod memo;
mod relation;
pub mod relations;
pub mod search;
pub mod state;
#[cfg(test)]
mod tests;
pub mod weights;

pub use features::{FEATURES, View};
pub use relation::{RELATIONS, Relation};

use super::Pos;
use super::tagger::gazetteer::{CLUSTER_SHIFT, Gazetteer};
use super::tagger::hash;
use super::tagger::pack::Damaged;
use super::tagger::perceptron::Perceptron;
use memo::Memo;
use search::{Beam, Search};
use state::Sentence;
use std::sync::Arc;
use weights::Weights;

/// The loaded weights; shared freely between threads.
#[derive(Debug)]
pub struct Parser {
    /// Gives the meanings of words.
    pub lists: Arc<Gazetteer>,
    pub arcs: Weights,
    pub relations: Perceptron,
    pub beam: Beam,
}

/// How wide the arcs are searched.
pub const BEAM: Beam = Beam { width: 4, margin: 300.0 };

/// What the parser sees of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Hash of the lower-cased word.
    pub word: u32,
    /// The word's cluster of meaning, or else a hash of how it ends.
    pub kind: u32,
    /// The part of speech; marks are told apart.
    pub class: u8,
}

impl Item {
    /// Before, after and above a sentence.
    pub const NONE: Item = Item { word: 0, kind: 0, class: 63 };
    /// What the main verb depends on.
    pub const ROOT: Item = Item { word: 1, kind: 1, class: 62 };

    pub fn new(word: &str, pos: Pos, lists: &Gazetteer) -> Item {
        let class = match (pos, word) {
            (Pos::Punct, ",") => 40,
            (Pos::Punct, "\"" | "''" | "``" | "“" | "”" | "'" | "‘" | "’") => 41,
            (Pos::Punct, ":" | ";" | "-" | "--" | "–" | "—") => 42,
            (Pos::Punct, "(" | "[") => 43,
            (Pos::Punct, ")" | "]") => 44,
            (pos, _) => pos as u8,
        };
        let hash = hash::lower(word);
        let kind = match lists.get(hash) >> CLUSTER_SHIFT {
            0 => ending(word),
            cluster => cluster,
        };
        Item { word: hash, kind, class }
    }

    /// Whether it is a verb that can be a main verb or stands before one.
    fn is_finite(self) -> bool {
        [Pos::Vbd, Pos::Vbz, Pos::Vbp, Pos::Md].iter().any(|&pos| self.class == pos as u8)
    }
}

/// A hash of the last three letters.
fn ending(word: &str) -> u32 {
    word.chars().rev().take(3).fold(hash::SEED, |h, c| hash::step(h, hash::fold(c)))
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
    pub fn unpack(lists: Arc<Gazetteer>, arcs: &[u8], relations: &[u8]) -> Result<Self, Damaged> {
        Ok(Parser { lists, arcs: Weights::unpack(arcs)?, relations: Perceptron::unpack(relations)?, beam: BEAM })
    }

    /// The tree of a sentence; none if it has no token or more than [`MAX_TOKENS`].
    pub fn parse<'t>(&self, tokens: impl Iterator<Item = (&'t str, Pos)>) -> Option<Tree> {
        let mut tokens: Vec<(&str, Pos)> = tokens.collect();
        for at in 0..tokens.len() {
            if is_verb_after_modal(&tokens, at) {
                tokens[at].1 = Pos::Vb;
            }
        }
        let items: Vec<Item> = tokens.iter().map(|&(word, pos)| Item::new(word, pos, &self.lists)).collect();
        (1..=MAX_TOKENS).contains(&items.len()).then(|| self.tree(&Sentence::new(items)))
    }

    /// The tree of a sentence of one token or more.
    pub fn tree(&self, sentence: &Sentence) -> Tree {
        let mut search = Search::default();
        let mut memo = Memo::new();
        search.run(sentence, self.beam, |view| memo.scores(view, &self.arcs));
        let heads = search.heads(sentence);
        let relations = relations::relations(&self.relations, &sentence.items, &heads);
        let root = sentence.len();
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
