//! The weights of the steps: three bytes a feature, found in one look.

use super::state::STEPS;
use crate::text::tagger::pack::{Damaged, Reader, write_number};

/// A feature's key and its weight for each step.
pub type Row = (u32, [i8; STEPS]);

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// Zero marks an empty slot.
    key: u32,
    weights: [i8; STEPS],
}

/// A hash table from feature keys to weights.
#[derive(Debug)]
pub struct Weights {
    slots: Box<[Slot]>,
}

impl Weights {
    /// Builds the table from rows with distinct keys.
    pub fn new(rows: &[Row]) -> Self {
        let size = (rows.len() * 3 / 2).next_power_of_two().max(2);
        let mut slots = vec![Slot::default(); size].into_boxed_slice();
        for &(key, weights) in rows {
            let mut at = key as usize & (size - 1);
            while slots[at].key != 0 {
                at = (at + 1) & (size - 1);
            }
            slots[at] = Slot { key, weights };
        }
        Weights { slots }
    }

    #[inline(always)]
    fn get(&self, key: u32) -> [i8; STEPS] {
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        loop {
            let slot = self.slots[at & mask];
            if slot.key == key || slot.key == 0 {
                return slot.weights;
            }
            at += 1;
        }
    }

    /// The scores of the steps in a state with these features.
    #[inline]
    pub fn scores(&self, keys: &[u32]) -> [f32; STEPS] {
        let mut sums = [0i32; STEPS];
        for &key in keys {
            sums.iter_mut().zip(self.get(key)).for_each(|(sum, weight)| *sum += i32::from(weight));
        }
        sums.map(|sum| sum as f32)
    }

    /// Reads what [`Weights::pack`] wrote.
    pub fn unpack(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut r = Reader::new(bytes);
        let count = r.number()? as usize;
        if count > bytes.len() {
            return Err(Damaged);
        }
        let mut rows = Vec::with_capacity(count);
        let mut key = 0u32;
        for _ in 0..count {
            key = key.wrapping_add(r.number()?);
            rows.push((key, [r.byte()? as i8, r.byte()? as i8, r.byte()? as i8]));
        }
        Ok(Self::new(&rows))
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
        rows.iter().for_each(|&(key, row)| assert_eq!(weights.get(key), row));
        assert_eq!(weights.get(5), [0, 0, 0]);
        assert_eq!(weights.scores(&[3, 70_000, 9]), [128.0, -2.0, 7.0]);
    }

    #[test]
    fn damaged_weights_are_refused() {
        assert!(Weights::unpack(&[200]).is_err());
        assert!(Weights::unpack(&[2, 1, 1]).is_err());
    }
}
