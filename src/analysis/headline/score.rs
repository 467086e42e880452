//! How much a headline tells, and what it costs to read.

use super::clause::Clause;
use super::line::Word;
use crate::analysis::topics::stem_key;
use crate::text::vectors::Vectors;
use crate::text::{Document, Pos};

/// Weights of the choice, set by hand.
pub(super) mod weight {
    /// For a part that is kept without one that belongs to it, of what speaks for that one.
    pub(crate) const MISSED: f32 = 0.5;
    /// For what a word tells.
    pub(crate) const VALUE: f32 = 0.5;
    /// For each character.
    pub(crate) const CHAR: f32 = 0.03;
    /// For what a word tells that the first sentence has as well, where sentences are compared.
    pub(crate) const NEWS: f32 = 0.3;
    /// For each sentence that is passed over.
    pub(crate) const FAR: f32 = 0.2;
    /// For a later sentence that has only a surname.
    pub(crate) const SURNAME: f32 = 0.7;
    /// For taking the second of two clauses.
    pub(crate) const SECOND: f32 = 1.0;
    /// For how much a part is missed, in log-odds.
    pub(crate) const LOSS: f32 = 0.7;
    /// For a word that the article repeats, for each time, up to four.
    pub(crate) const REPEATED: f32 = 0.35;
}

const COUNTS: usize = 1 << 10;

/// How often the words of a document occur, by a hash of their beginnings.
#[derive(Debug)]
pub(super) struct Counts(Vec<u8>);

impl Counts {
    pub(super) fn of(doc: &Document<'_>) -> Self {
        let mut counts = vec![0u8; COUNTS];
        for token in 0..doc.tokens.len() as u32 {
            if let Some(slot) = slot(doc.text_of(token)) {
                counts[slot] = counts[slot].saturating_add(1);
            }
        }
        Self(counts)
    }

    pub(super) fn get(&self, word: &str) -> u8 {
        slot(word).map_or(0, |slot| self.0[slot])
    }
}

/// Where a word is counted: by its first letters, so that "election" and "elections" are one.
fn slot(word: &str) -> Option<usize> {
    let bytes = word.as_bytes();
    if bytes.len() < 3 {
        return None;
    }
    let stem = &bytes[..bytes.len().min(6)];
    let stem = if bytes.len() <= 6 { stem.strip_suffix(b"s").unwrap_or(stem) } else { stem };
    let hash = stem.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
    });
    Some((hash >> 32) as usize % COUNTS)
}

/// Sets what each word of a sentence tells.
pub(super) fn set_values(line: &mut [Word<'_>], counts: &Counts, vectors: Option<&Vectors<'_>>) {
    for word in line {
        let rarity = || vectors.map_or(4.0, |vectors| vectors.rarity(word.text));
        let class = match word.pos {
            pos if word.named() || pos.is_noun() => 0.8,
            Pos::Cd => 0.3,
            pos if pos.is_verb() || pos.is_adjective() => 0.5,
            _ => continue,
        };
        let rare = if word.named() { 1.0 } else { ((rarity() - 2.6) / 2.2).clamp(0.0, 1.2) };
        let repeated = f32::from(counts.get(word.text).saturating_sub(1).min(4));
        word.value = class * rare * (1.0 + weight::REPEATED * repeated);
    }
}

/// What the kept words of a sentence tell of what the first sentence does, whose words `known` has by their stems.
pub(super) fn of_choice(clause: &Clause<'_>, tokens: &[u32], known: &[u64]) -> f32 {
    let kept = clause.words.iter().filter(|word| word.value > 0.0 && tokens.binary_search(&word.token).is_ok());
    weight::NEWS * kept.filter(|word| known.contains(&stem_key(word.text))).map(|word| word.value).sum::<f32>()
}
