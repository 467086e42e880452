//! Parts of speech: a greedy averaged perceptron, left to right, over hashed features.

use super::hash::feature;
use super::labels::{POS_TAGS, Tag};
use super::ner::PAD;
use super::pack::Damaged;
use super::perceptron::{Perceptron, Row};
use super::word::Word;

/// Features of one token.
pub const FEATURES: usize = 30;
/// Feature template of the dictionary of words with one tag; its row holds that tag alone.
pub const DICTIONARY: u32 = 199;

/// Key of a word form in the dictionary of words with one tag.
#[inline(always)]
pub fn dictionary_key(w: &Word) -> u32 {
    feature(DICTIONARY, w.lower, w.shape)
}

/// Writes the feature keys of the token at padded index `t`, given the tags of the tokens before it.
#[inline]
pub fn features(words: &[Word], pos: &[Tag], t: usize, out: &mut [u32; FEATURES]) {
    let w = &words[t - 2..=t + 2];
    let (a, b, c, d, e) = (&w[0], &w[1], &w[2], &w[3], &w[4]);
    let (p, q) = (pos[t - 1] as u32 + 1, pos[t - 2] as u32 + 1);
    let first = u32::from(t == PAD);
    let (p, q) = if t == PAD {
        (0, 0)
    } else if t == PAD + 1 {
        (p, 0)
    } else {
        (p, q)
    };
    *out = [
        feature(100, 0, 0),
        feature(101, c.lower, 0),
        feature(102, c.lower, c.shape),
        feature(103, b.lower, 0),
        feature(104, d.lower, 0),
        feature(105, a.lower, 0),
        feature(106, e.lower, 0),
        feature(107, c.suffix[0], 0),
        feature(108, c.suffix[1], 0),
        feature(109, c.suffix[2], 0),
        feature(110, c.suffix[3], 0),
        feature(111, c.prefix[0], c.shape),
        feature(112, c.prefix[2], 0),
        feature(113, c.shape, first),
        feature(114, p, 0),
        feature(115, p, q),
        feature(116, p, c.lower),
        feature(117, b.suffix[2], 0),
        feature(118, d.suffix[2], 0),
        feature(119, d.suffix[1], d.shape),
        feature(120, p, c.suffix[2]),
        feature(121, c.lower, d.lower),
        feature(122, b.lower, c.lower),
        feature(123, p, d.lower),
        feature(124, u32::from(c.class), p),
        feature(125, u32::from(c.class), u32::from(d.class)),
        feature(126, p << 8 | q, c.suffix[1]),
        feature(127, c.cluster, p),
        feature(128, c.cluster, c.suffix[1]),
        feature(129, c.suffix[2], c.shape),
    ];
}

/// The tagger's weights.
#[derive(Debug)]
pub struct PosModel(Perceptron);

impl PosModel {
    /// Builds the table from rows with distinct keys.
    pub fn new(rows: &[Row]) -> Self {
        PosModel(Perceptron::new(rows))
    }

    /// Reads what [`pack`](super::perceptron::pack) wrote.
    pub fn unpack(bytes: &[u8]) -> Result<Self, Damaged> {
        Perceptron::unpack(bytes).map(PosModel)
    }

    /// Tags a sentence; both slices are padded by [`PAD`] on both sides, `pos` is filled in.
    pub fn tag(&self, words: &[Word], pos: &mut [Tag]) {
        let mut keys = [0; FEATURES];
        for t in PAD..words.len() - PAD {
            if let Some(tag) = self.0.sure(dictionary_key(&words[t])) {
                pos[t] = Tag::from_index(usize::from(tag));
                continue;
            }
            features(words, pos, t, &mut keys);
            pos[t] = Tag::from_index(self.0.best(&keys, POS_TAGS));
        }
    }
}
