//! Parts of speech: a greedy averaged perceptron, left to right, over hashed features.

use super::hash::feature;
use super::labels::{POS_TAGS, Tag};
use super::ner::PAD;
use super::pack::{Damaged, Reader, write_number};
use super::word::Word;

/// Features of one token.
pub const FEATURES: usize = 27;
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
    ];
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: u32,
    /// Start in `pairs` (24 bits) and count (8 bits).
    place: u32,
}

/// The weights: sparse rows of (tag, weight).
#[derive(Debug)]
pub struct PosModel {
    slots: Box<[Slot]>,
    pairs: Box<[(u8, i8)]>,
}

/// One row of weights: the key and the tags with a weight.
pub type Row = (u32, Vec<(u8, i8)>);

impl PosModel {
    /// Builds the table from rows with distinct keys.
    pub fn new(rows: &[Row]) -> Self {
        let size = (rows.len() * 3 / 2).next_power_of_two().max(2);
        let mut slots = vec![Slot::default(); size].into_boxed_slice();
        let mut pairs = Vec::with_capacity(rows.iter().map(|r| r.1.len()).sum());
        for (key, row) in rows {
            let mut at = *key as usize & (size - 1);
            while slots[at].key != 0 {
                at = (at + 1) & (size - 1);
            }
            slots[at] = Slot { key: *key, place: (pairs.len() as u32) << 8 | row.len() as u32 };
            pairs.extend_from_slice(row);
        }
        PosModel { slots, pairs: pairs.into() }
    }

    #[inline(always)]
    fn row(&self, key: u32) -> &[(u8, i8)] {
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        loop {
            let Slot { key: found, place } = self.slots[at];
            if found == key {
                let start = (place >> 8) as usize;
                return &self.pairs[start..start + (place & 255) as usize];
            }
            if found == 0 {
                return &[];
            }
            at = (at + 1) & mask;
        }
    }

    /// Tags a sentence; both slices are padded by [`PAD`] on both sides, `pos` is filled in.
    pub fn tag(&self, words: &[Word], pos: &mut [Tag]) {
        let mut keys = [0; FEATURES];
        for t in PAD..words.len() - PAD {
            if let &[(tag, _)] = self.row(dictionary_key(&words[t])) {
                pos[t] = Tag::from_index(usize::from(tag));
                continue;
            }
            features(words, pos, t, &mut keys);
            pos[t] = self.best(&keys);
        }
    }

    #[inline]
    fn best(&self, keys: &[u32]) -> Tag {
        let mut scores = [0i16; 64];
        for &key in keys {
            for &(tag, weight) in self.row(key) {
                scores[usize::from(tag & 63)] += i16::from(weight);
            }
        }
        let mut best = 0;
        for tag in 1..POS_TAGS {
            if scores[tag] > scores[best] {
                best = tag;
            }
        }
        Tag::from_index(best)
    }

    /// Reads what [`PosModel::pack`] wrote.
    pub fn unpack(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut r = Reader::new(bytes);
        let count = r.number()? as usize;
        let mut rows = Vec::with_capacity(count);
        let mut key = 0u32;
        for _ in 0..count {
            key = key.wrapping_add(r.number()?);
            let len = usize::from(r.byte()?);
            let row = r.take(len * 2)?.chunks_exact(2).map(|p| (p[0], p[1] as i8)).collect();
            rows.push((key, row));
        }
        Ok(Self::new(&rows))
    }

    /// The file form: count, then rows by key (as differences) with their pairs.
    pub fn pack(rows: &[Row]) -> Vec<u8> {
        let mut out = Vec::new();
        write_number(&mut out, rows.len() as u32);
        let mut last = 0;
        for (key, row) in rows {
            write_number(&mut out, key - last);
            last = *key;
            out.push(row.len() as u8);
            out.extend(row.iter().flat_map(|&(tag, w)| [tag, w as u8]));
        }
        out
    }
}
