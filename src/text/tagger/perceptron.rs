//! The weights of a greedy classifier: sparse rows of (label, weight) by feature key, quantised to a byte.

use super::pack::{Damaged, Reader, write_number};
use super::table::{Table, Value};

/// A place for every label in the score sums; a power of two, so that a label is cut to it without a test.
pub const WIDTH: usize = 64;
/// Weights of a row stored in full: one for each label, in whole vector registers.
const LINE: usize = 56;
/// Rows with more weights than this are stored in full.
const SPARSE: usize = 6;
/// Count in [`Place`] of a row stored in full.
const FULL: u32 = 255;

/// Start in [`Perceptron::pairs`] (24 bits) and count (8 bits); or a row of [`Perceptron::full`] and the count [`FULL`].
type Place = u32;

/// The weights of a classifier with many labels: most rows have a weight for few of them.
#[derive(Debug)]
pub struct Perceptron {
    /// Zero, an empty row, where there is none.
    places: Table<Place>,
    /// Rows of (label, weight).
    pairs: Vec<Pair>,
    full: Vec<[i16; LINE]>,
}

/// One row of weights: the key and the labels with a weight.
pub type Row = (u32, Vec<(u8, i8)>);

/// A label and its weight, as in the file.
type Pair = [u8; 2];

impl Perceptron {
    /// Builds the table from rows by ascending key.
    pub fn new(rows: &[Row]) -> Self {
        Self::unpack(&pack(rows)).expect("the keys are in order")
    }

    /// Reads what [`pack`] wrote.
    pub fn unpack(bytes: &[u8]) -> Result<Self, Damaged> {
        let (mut pairs, mut full) = (Vec::with_capacity(bytes.len() / 4), Vec::new());
        let places = read(bytes, |row| {
            if row.len() > SPARSE {
                full.push(in_full(row));
                return (full.len() as u32 - 1) << 8 | FULL;
            }
            let place = (pairs.len() as u32) << 8 | row.len() as u32;
            pairs.extend_from_slice(row);
            place
        })?;
        Ok(Perceptron { places, pairs, full })
    }

    #[inline(always)]
    fn sparse(&self, place: Place) -> &[Pair] {
        let start = (place >> 8) as usize;
        &self.pairs[start..start + (place & 255) as usize]
    }

    /// The only label of a row that holds one, if there is such a row.
    #[inline(always)]
    pub fn sure(&self, key: u32) -> Option<u8> {
        let place = *self.places.get(key);
        (place != 0).then(|| self.sparse(place)[0][0])
    }

    /// The sums of the rows of some keys, a label each.
    #[inline]
    pub fn scores<const N: usize>(&self, keys: &[u32; N]) -> [i16; WIDTH] {
        let mut scores = [0i16; WIDTH];
        // All places first: the lookups do not wait for each other.
        let mut places = [0; N];
        for at in 0..N {
            places[at] = *self.places.get(keys[at]);
        }
        for place in places {
            if place & 255 == FULL {
                let row = &self.full[(place >> 8) as usize];
                add(&mut scores, row);
            } else {
                for &[label, weight] in self.sparse(place) {
                    scores[usize::from(label) % WIDTH] += i16::from(weight as i8);
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
}

/// Adds a row that is stored in full. A loop over numbers is what compilers make the least of instructions from.
#[inline(always)]
#[expect(clippy::needless_range_loop, reason = "see above")]
fn add(scores: &mut [i16; WIDTH], row: &[i16; LINE]) {
    for label in 0..LINE {
        scores[label] += row[label];
    }
}

/// The weights of a classifier with few labels, at most `N`: every row in full.
#[derive(Debug)]
pub struct SmallPerceptron<const N: usize>(Table<[i8; N]>);

impl<const N: usize> SmallPerceptron<N> {
    /// Builds the table from rows by ascending key.
    pub fn new(rows: &[Row]) -> Self {
        Self::unpack(&pack(rows)).expect("the keys are in order")
    }

    /// Reads what [`pack`] wrote.
    pub fn unpack(bytes: &[u8]) -> Result<Self, Damaged> {
        read(bytes, in_full).map(Self)
    }

    /// The sums of the rows of some keys, a label each.
    #[inline]
    pub fn scores(&self, keys: &[u32]) -> [i16; N] {
        self.0.sum(keys)
    }
}

/// The table of the rows of a file, of which `store` makes values.
fn read<V: Value>(bytes: &[u8], mut store: impl FnMut(&[Pair]) -> V) -> Result<Table<V>, Damaged> {
    let mut r = Reader::new(bytes);
    let count = r.number()? as usize;
    if count > bytes.len() {
        return Err(Damaged);
    }
    let mut key = 0u32;
    let mut row = || {
        key = key.wrapping_add(r.number()?);
        let len = usize::from(r.byte()?);
        Ok((key, store(r.take(len * 2)?.as_chunks().0)))
    };
    Table::new(count, (0..count).map(|_| row()))
}

/// A weight for every label.
fn in_full<T: Copy + Default + From<i8>, const N: usize>(row: &[Pair]) -> [T; N] {
    let mut weights = [T::default(); N];
    for &[label, weight] in row {
        weights[usize::from(label) % N] = T::from(weight as i8);
    }
    weights
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
