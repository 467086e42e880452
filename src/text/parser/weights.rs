//! The weights of the steps: three bytes a feature, in the table that all weights share.

use super::state::STEPS;
use crate::text::tagger::pack::{Damaged, Reader, write_number};
use crate::text::tagger::table::Table;

/// A feature's key and its weight for each step.
pub type Row = (u32, [i8; STEPS]);

/// Weights by feature.
#[derive(Debug)]
pub struct Weights(Table<[i8; STEPS]>);

impl Weights {
    /// What some features add to the scores of the steps.
    #[inline]
    pub fn sums<const N: usize>(&self, keys: &[u32; N]) -> [i16; STEPS] {
        self.0.sum_at_once(keys)
    }

    /// Reads what [`Weights::pack`] wrote.
    pub fn unpack(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut r = Reader::new(bytes);
        let count = r.number()? as usize;
        if count > bytes.len() {
            return Err(Damaged);
        }
        let mut key = 0u32;
        let mut row = || {
            key = key.wrapping_add(r.number()?);
            Ok((key, [r.byte()? as i8, r.byte()? as i8, r.byte()? as i8]))
        };
        Table::new(count, (0..count).map(|_| row())).map(Self)
    }

    /// The file form: count, then rows by key (as differences) with their weights.
    pub fn pack(rows: &[Row]) -> Vec<u8> {
        let mut out = Vec::new();
        write_number(&mut out, rows.len() as u32);
        let mut last = 0;
        for &(key, weights) in rows {
            write_number(&mut out, key - last);
            last = key;
            out.extend(weights.map(|weight| weight as u8));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_read_back() {
        let rows = [(3, [1, -2, 3]), (70_000, [127, 0, 4]), (u32::MAX, [0, -127, 5])];
        let weights = Weights::unpack(&Weights::pack(&rows)).unwrap();
        rows.iter().for_each(|&(key, row)| assert_eq!(*weights.0.get(key), row));
        assert_eq!(*weights.0.get(5), [0, 0, 0]);
        assert_eq!(weights.sums(&[3, 70_000, 9]), [128, -2, 7]);
    }

    #[test]
    fn damaged_weights_are_refused() {
        assert!(Weights::unpack(&[200]).is_err());
        assert!(Weights::unpack(&[2, 1, 1]).is_err());
    }
}
