//! The weights of a greedy classifier: sparse rows of (label, weight) by feature key, quantised to a byte.

use super::pack::{Damaged, Reader, write_number};

/// A place for every label in the score sums, and then some, so that whole vector registers fit.
pub const WIDTH: usize = 64;
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

/// The rows: sparse ones of (label, weight), long ones in full.
#[derive(Debug)]
pub struct Perceptron {
    slots: Box<[Slot]>,
    pairs: Box<[(u8, i8)]>,
    full: Box<[[i8; WIDTH]]>,
}

/// One row of weights: the key and the labels with a weight.
pub type Row = (u32, Vec<(u8, i8)>);

impl Perceptron {
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
                row.for_each(|(label, w)| line[usize::from(label) % WIDTH] = w);
                full.push(line);
                (full.len() as u32 - 1) << 8 | FULL
            } else {
                let place = (pairs.len() as u32) << 8 | row.len() as u32;
                pairs.extend(row);
                place
            };
            slots[at] = Slot { key, place };
        }
        Ok(Perceptron { slots, pairs: pairs.into(), full: full.into() })
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

    /// The only label of a row that holds one, if there is such a row.
    #[inline(always)]
    pub fn sure(&self, key: u32) -> Option<u8> {
        let place = self.place(key);
        (place != 0).then(|| self.sparse(place)[0].0)
    }

    /// The sums of the rows of some keys, a label each.
    #[inline]
    pub fn scores<const N: usize>(&self, keys: &[u32; N]) -> [i16; WIDTH] {
        let mut scores = [0i16; WIDTH];
        // All places first: the lookups do not wait for each other.
        let mut places = [0; N];
        places.iter_mut().zip(keys).for_each(|(place, &key)| *place = self.place(key));
        for place in places {
            if place & 255 == FULL {
                let row = &self.full[(place >> 8) as usize];
                scores.iter_mut().zip(row).for_each(|(s, &w)| *s += i16::from(w));
            } else {
                for &(label, weight) in self.sparse(place) {
                    scores[usize::from(label) % WIDTH] += i16::from(weight);
                }
            }
        }
        scores
    }

    /// The first of the best among the first `labels` labels.
    #[inline]
    pub fn best<const N: usize>(&self, keys: &[u32; N], labels: usize) -> usize {
        let scores = self.scores(keys);
        let scores = &scores[..labels];
        let top = scores.iter().copied().fold(i16::MIN, i16::max);
        scores.iter().position(|&s| s == top).unwrap_or(0)
    }

    /// Reads what [`Perceptron::pack`] wrote.
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
            out.extend(row.iter().flat_map(|&(label, w)| [label, w as u8]));
        }
        out
    }
}
