//! The weights of a greedy classifier: sparse rows of (label, weight) by feature key, quantised to a byte.

use super::pack::{Damaged, Reader, write_number};
use super::table::{Table, Value};

/// A place for every label in the score sums; a power of two, so that a label is cut to it without a test.
pub const WIDTH: usize = 64;
/// Sums of weights, one for each label.
pub type Scores = [i16; WIDTH];

/// Weights of a row stored in full: one for each label, in whole vector registers.
const LINE: usize = 56;
/// Weights of a row that is not stored in full.
const FEW: usize = 6;

/// Weights of zero for labels that there are not, each its own, so that no addition waits for the one before.
const NO_PAIRS: [Pair; FEW] = [[58, 0], [59, 0], [60, 0], [61, 0], [62, 0], [63, 0]];

/// Index in [`Perceptron::few`], times two; or index in [`Perceptron::full`], times two and one more. Zero is no row.
type Place = u32;

/// The weights of a classifier with many labels: most rows have a weight for few of them.
#[derive(Debug)]
pub struct Perceptron {
    places: Table<Place>,
    /// Rows of few labels, filled up with weights of zero: as many for each, so that no branch depends on their number.
    few: Vec<[Pair; FEW]>,
    full: Vec<Line>,
}

/// A weight for each label, in cache lines of its own and as wide as the sums.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
pub struct Line([i16; LINE]);

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
        let (mut few, mut full) = (vec![NO_PAIRS], Vec::new());
        let places = read(bytes, |row| {
            if row.len() > FEW {
                full.push(Line(in_full(row)));
                return (full.len() as u32 - 1) << 1 | 1;
            }
            let mut pairs = NO_PAIRS;
            pairs[..row.len()].copy_from_slice(row);
            few.push(pairs);
            (few.len() as u32 - 1) << 1
        })?;
        Ok(Perceptron { places, few, full })
    }

    /// The only label of a row that holds one, if there is such a row. A full row is none: its key is the same by chance.
    #[inline(always)]
    pub fn sure(&self, key: u32) -> Option<u8> {
        let place = *self.places.get(key);
        (place != 0 && place & 1 == 0).then(|| self.few[(place >> 1) as usize][0][0])
    }

    /// Adds the rows of some keys to scores, a label each.
    #[inline]
    pub fn add_rows<const N: usize>(&self, keys: &[u32; N], scores: &mut Scores) {
        // All look-ups first, then rows of one kind after the other: what is next is known before the last one has come.
        let (mut rows, mut full) = ([0; N], 0);
        for (i, &key) in keys.iter().enumerate() {
            let place = *self.places.get(key);
            let is_full = place & 1 == 1;
            // Full rows from the front, others from the back.
            rows[if is_full { full } else { N - 1 + full - i }] = place >> 1;
            full += usize::from(is_full);
        }
        let (full, few) = rows.split_at(full);
        for &at in full {
            self.full[at as usize].add_to(scores);
        }
        for &at in few {
            for [label, weight] in self.few[at as usize] {
                scores[usize::from(label) % WIDTH] += i16::from(weight as i8);
            }
        }
    }

    /// The sum of the rows of some keys, as a line of its own.
    pub fn line<const N: usize>(&self, keys: &[u32; N]) -> Line {
        let mut scores = [0; WIDTH];
        self.add_rows(keys, &mut scores);
        Line(std::array::from_fn(|label| scores[label]))
    }

    /// The first of the best among the first `labels` labels by the rows of some keys.
    #[inline]
    pub fn best<const N: usize>(&self, keys: &[u32; N], labels: usize) -> usize {
        let mut scores = [0; WIDTH];
        self.add_rows(keys, &mut scores);
        best(&scores, labels)
    }
}

/// The first of the best among the first `labels` labels.
#[inline(always)]
pub fn best(scores: &Scores, labels: usize) -> usize {
    // A label's place in the number decides between equals, so that no branch depends on which label is the best.
    let rank = |(label, &score): (usize, &i16)| i32::from(score) * WIDTH as i32 + (WIDTH - 1 - label) as i32;
    let top = scores[..labels].iter().enumerate().map(rank).fold(i32::MIN, i32::max);
    WIDTH - 1 - top.rem_euclid(WIDTH as i32) as usize
}

impl Line {
    /// Adds the weights to scores. A loop over numbers is what compilers make the least of instructions from.
    #[inline(always)]
    pub fn add_to(&self, scores: &mut Scores) {
        let row = &self.0;
        for label in 0..LINE {
            scores[label] += row[label];
        }
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
