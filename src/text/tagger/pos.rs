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
    /// First of its cells (24 bits) and how many (8 bits); at least one.
    place: u32,
}

/// Four tags and their weights; unused places hold a tag beyond the last one.
type Cell = ([u8; 4], [i8; 4]);

const EMPTY: Cell = ([63; 4], [0; 4]);

/// The weights: sparse rows of (tag, weight), in cells of four so that most rows are one load.
#[derive(Debug)]
pub struct PosModel {
    slots: Box<[Slot]>,
    cells: Box<[Cell]>,
}

/// One row of weights: the key and the tags with a weight.
pub type Row = (u32, Vec<(u8, i8)>);

impl PosModel {
    /// Builds the table from rows with distinct keys.
    pub fn new(rows: &[Row]) -> Self {
        let mut model = Self::with_capacity(rows.len());
        let mut cells = Vec::with_capacity(rows.len() * 3 / 2);
        for (key, row) in rows {
            model.insert(*key, row.iter().copied(), &mut cells);
        }
        model.cells = cells.into();
        model
    }

    /// An empty table for this many rows.
    fn with_capacity(rows: usize) -> Self {
        let size = (rows * 3 / 2).next_power_of_two().max(2);
        Self { slots: vec![Slot::default(); size].into_boxed_slice(), cells: Box::default() }
    }

    fn insert(&mut self, key: u32, row: impl Iterator<Item = (u8, i8)>, cells: &mut Vec<Cell>) {
        let start = cells.len();
        for (i, (tag, weight)) in row.enumerate() {
            if i % 4 == 0 {
                cells.push(EMPTY);
            }
            let last = cells.len() - 1;
            (cells[last].0[i % 4], cells[last].1[i % 4]) = (tag & 63, weight);
        }
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        while self.slots[at].key != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = Slot { key, place: (start as u32) << 8 | (cells.len() - start) as u32 };
    }

    /// The cells of a row as `place`, or 0 if there is none.
    #[inline(always)]
    fn place(&self, key: u32, mut at: usize) -> u32 {
        let mask = self.slots.len() - 1;
        loop {
            let slot = self.slots[at & mask];
            if slot.key == key {
                return slot.place;
            }
            if slot.key == 0 {
                return 0;
            }
            at += 1;
        }
    }

    #[inline(always)]
    fn cells(&self, place: u32) -> &[Cell] {
        let start = (place >> 8) as usize;
        &self.cells[start..start + (place & 255) as usize]
    }

    /// The tag of a word that has only one.
    #[inline(always)]
    fn only_tag(&self, word: &Word) -> Option<Tag> {
        let key = dictionary_key(word);
        match self.cells(self.place(key, key as usize)) {
            [([tag, 63, _, _], _)] => Some(Tag::from_index(usize::from(*tag))),
            _ => None,
        }
    }

    /// Tags a sentence; both slices are padded by [`PAD`] on both sides, `pos` is filled in.
    pub fn tag(&self, words: &[Word], pos: &mut [Tag]) {
        let mut keys = [0; FEATURES];
        for t in PAD..words.len() - PAD {
            pos[t] = self.only_tag(&words[t]).unwrap_or_else(|| {
                features(words, pos, t, &mut keys);
                self.best(&keys)
            });
        }
    }

    /// The tag with the greatest sum; the first of equals.
    ///
    /// The table does not fit the cache, so all slots are fetched before any is looked at, then all cells.
    #[inline]
    fn best(&self, keys: &[u32; FEATURES]) -> Tag {
        let mask = self.slots.len() - 1;
        let slots = keys.map(|key| self.slots[key as usize & mask]);
        let (mut places, mut found) = ([0; FEATURES], 0);
        for (&key, slot) in keys.iter().zip(slots) {
            let place = match slot.key {
                own if own == key => slot.place,
                0 => 0,
                _ => self.place(key, key as usize + 1),
            };
            places[found] = place;
            found += usize::from(place != 0);
        }
        let mut scores = [0i16; 64];
        for &place in &places[..found] {
            for (tags, weights) in self.cells(place) {
                for (tag, weight) in tags.iter().zip(weights) {
                    scores[usize::from(tag & 63)] += i16::from(*weight);
                }
            }
        }
        let scores = &scores[..POS_TAGS];
        let greatest = scores.iter().copied().max().unwrap_or(0);
        Tag::from_index(scores.iter().position(|&score| score == greatest).unwrap_or(0))
    }

    /// Reads what [`PosModel::pack`] wrote.
    pub fn unpack(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut r = Reader::new(bytes);
        let count = r.number()? as usize;
        let mut model = Self::with_capacity(count.min(bytes.len()));
        let mut cells = Vec::with_capacity(count.min(bytes.len()) * 3 / 2);
        let mut key = 0u32;
        for _ in 0..count {
            key = key.wrapping_add(r.number()?);
            let len = usize::from(r.byte()?);
            let pairs = r.take(len * 2)?.chunks_exact(2).map(|pair| (pair[0], pair[1] as i8));
            model.insert(key, pairs, &mut cells);
        }
        model.cells = cells.into();
        Ok(model)
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
