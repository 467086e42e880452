//! The words of the article and its headline: how often each stands there, whatever phrase it is part of.

use super::candidates::{hash, push_lower};
use super::label;
use crate::text::{Document, Pos};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::ops::Range;

/// For each token, how often its word is used; 0 for what is no noun or adjective.
pub(super) struct Occurrences(Vec<u16>);

impl Occurrences {
    /// Counts the nouns and adjectives of an article; singular and plural are one word.
    pub(super) fn of(doc: &Document) -> Self {
        let mut buffer = String::new();
        let mut keys = vec![0u64; doc.tokens.len()];
        let mut counts: FxHashMap<u64, u16> = FxHashMap::with_capacity_and_hasher(doc.tokens.len() / 3, FxBuildHasher);
        for (index, key) in keys.iter_mut().enumerate() {
            if matches!(doc.tokens[index].pos, Pos::Nn | Pos::Nns | Pos::Nnp | Pos::Nnps | Pos::Jj) {
                *key = word_key(doc.text_of(index as u32), &mut buffer);
                let count = counts.entry(*key).or_default();
                *count = count.saturating_add(1);
            }
        }
        Self(keys.iter().map(|key| if *key == 0 { 0 } else { counts[key] }).collect())
    }

    /// The tokens that are counted.
    pub(super) fn words(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.0.len() as u32).filter(|&token| self.0[token as usize] > 0)
    }

    /// The count of the rarest of some tokens.
    pub(super) fn least(&self, tokens: &Range<u32>) -> u16 {
        self.0[tokens.start as usize..tokens.end as usize].iter().copied().min().unwrap_or(0)
    }

    /// The count of the most frequent of some tokens.
    pub(super) fn most(&self, tokens: &Range<u32>) -> u16 {
        self.0[tokens.start as usize..tokens.end as usize].iter().copied().max().unwrap_or(0)
    }
}

/// The words of a headline, made comparable to the key of a candidate.
pub(super) struct Words {
    lower: String,
    /// Where a word can begin: at the beginning, and after what is no letter or digit.
    starts: Vec<usize>,
}

impl Words {
    pub(super) fn of(headline: &str) -> Self {
        let lower = headline.to_lowercase();
        let after = lower.char_indices().filter(|(_, c)| !c.is_alphanumeric()).map(|(at, c)| at + c.len_utf8());
        let starts = std::iter::once(0).chain(after).collect();
        Self { lower, starts }
    }

    /// Whether the headline has these words, the last one in singular or plural.
    pub(super) fn has(&self, key: &str) -> bool {
        let ends = |rest: &str| rest.trim_start_matches('s').chars().next().is_none_or(|c| !c.is_alphanumeric());
        self.starts.iter().any(|&at| self.lower[at..].strip_prefix(key).is_some_and(ends))
    }
}

fn word_key(word: &str, buffer: &mut String) -> u64 {
    buffer.clear();
    push_lower(word, buffer);
    label::make_singular(buffer, 0);
    hash(buffer).max(1)
}
