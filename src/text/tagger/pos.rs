//! Parts of speech: a greedy averaged perceptron, left to right, over hashed features.

use super::hash::feature;
use super::labels::{POS_TAGS, Tag};
use super::ner::PAD;
use super::pack::{Damaged, Reader, write_number};
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

/// A place for every tag in the score sums, and then some, so that whole vector registers fit.
const WIDTH: usize = 64;
/// Rows with more weights than this are stored in full.
const SPARSE: usize = 6;
/// Count in [`Slot::place`] of a row stored in full.
const FULL: u32 = 255;

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: u32,
    /// Start in `pairs` (24 bits) and count (8 bits); or a row of `full` and the count [`FULL`].
    place: u32,
}

/// The weights: sparse rows of (tag, weight), long ones in full.
#[derive(Debug)]
pub struct PosModel {
    slots: Box<[Slot]>,
    pairs: Box<[(u8, i8)]>,
    full: Box<[[i8; WIDTH]]>,
}

/// One row of weights: the key and the tags with a weight.
pub type Row = (u32, Vec<(u8, i8)>);

impl PosModel {
    /// Builds the table from rows with distinct keys.
    pub fn new(rows: &[Row]) -> Self {
        Self::build(rows.len(), rows.iter().map(|(key, row)| Ok((*key, row.iter().copied()))))
            .expect("no row of these is damaged")
    }

    /// Builds the table row by row, without an allocation a row.
    fn build<R: ExactSizeIterator<Item = (u8, i8)>>(
        count: usize,
        rows: impl Iterator<Item = Result<(u32, R), Damaged>>,
    ) -> Result<Self, Damaged> {
        let size = (count * 3 / 2).next_power_of_two().max(2);
        let mut slots = vec![Slot::default(); size].into_boxed_slice();
        let (mut pairs, mut full) = (Vec::new(), Vec::new());
        for row in rows {
            let (key, row) = row?;
            let mut at = key as usize & (size - 1);
            while slots[at].key != 0 {
                at = (at + 1) & (size - 1);
            }
            let place = if row.len() > SPARSE {
                let mut line = [0; WIDTH];
                row.for_each(|(tag, w)| line[usize::from(tag) % WIDTH] = w);
                full.push(line);
                (full.len() as u32 - 1) << 8 | FULL
            } else {
                let place = (pairs.len() as u32) << 8 | row.len() as u32;
                pairs.extend(row);
                place
            };
            slots[at] = Slot { key, place };
        }
        Ok(PosModel { slots, pairs: pairs.into(), full: full.into() })
    }

    /// The place of a row, zero (an empty row) if there is none.
    #[inline(always)]
    fn place(&self, key: u32) -> u32 {
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        loop {
            let Slot { key: found, place } = self.slots[at];
            if found == key || found == 0 {
                return place;
            }
            at = (at + 1) & mask;
        }
    }

    #[inline(always)]
    fn sparse(&self, place: u32) -> &[(u8, i8)] {
        let start = (place >> 8) as usize;
        &self.pairs[start..start + (place & 255) as usize]
    }

    /// Tags a sentence; both slices are padded by [`PAD`] on both sides, `pos` is filled in.
    pub fn tag(&self, words: &[Word], pos: &mut [Tag]) {
        let mut keys = [0; FEATURES];
        for t in PAD..words.len() - PAD {
            let place = self.place(dictionary_key(&words[t]));
            if place != 0 {
                pos[t] = Tag::from_index(usize::from(self.sparse(place)[0].0));
                continue;
            }
            features(words, pos, t, &mut keys);
            pos[t] = self.best(&keys);
        }
    }

    #[inline]
    fn best(&self, keys: &[u32; FEATURES]) -> Tag {
        let mut scores = [0i16; WIDTH];
        for place in keys.map(|key| self.place(key)) {
            if place & 255 == FULL {
                let row = &self.full[(place >> 8) as usize];
                scores.iter_mut().zip(row).for_each(|(s, &w)| *s += i16::from(w));
            } else {
                for &(tag, weight) in self.sparse(place) {
                    scores[usize::from(tag) % WIDTH] += i16::from(weight);
                }
            }
        }
        let scores = &scores[..POS_TAGS];
        let top = scores.iter().copied().fold(i16::MIN, i16::max);
        Tag::from_index(scores.iter().position(|&s| s == top).unwrap_or(0))
    }

    /// Reads what [`PosModel::pack`] wrote.
    pub fn unpack(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut r = Reader::new(bytes);
        let count = r.number()? as usize;
        if count > bytes.len() {
            return Err(Damaged);
        }
        let mut key = 0u32;
        let mut next = || {
            key = key.wrapping_add(r.number()?);
            let len = usize::from(r.byte()?);
            Ok((key, r.take(len * 2)?.chunks_exact(2).map(|p| (p[0], p[1] as i8))))
        };
        Self::build(count, (0..count).map(|_| next()))
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
