//! The one hash table of all weights and word lists: from 32-bit keys, which are hashes, to small values.
//!
//! Keys stand in ascending order (Amble and Knuth, "Ordered hash tables", 1974). So a table is filled in one pass over
//! sorted rows, which touches memory in order, and a search for a key that is not there ends as soon as one that is.

use super::pack::Damaged;

/// Key of an empty place, above all others. A row with this key would not be found.
const EMPTY: u32 = u32::MAX;
/// Places that are looked at together.
const WINDOW: usize = 4;

/// What stands in a table.
pub(in crate::text) trait Value: Copy + 'static {
    /// The value of a key that is not there.
    const NONE: &'static Self;
}

impl Value for u32 {
    const NONE: &'static u32 = &0;
}

impl<const N: usize> Value for [i8; N] {
    const NONE: &'static [i8; N] = &[0; N];
}

/// Values by key.
#[derive(Debug)]
pub(in crate::text) struct Table<V> {
    slots: Box<[(u32, V)]>,
    /// Places in which a search begins; the slots are some more.
    size: u64,
}

impl<V: Value> Table<V> {
    /// Fills a table with `count` rows, by ascending key.
    ///
    /// # Errors
    /// What reading a row gives, or [`Damaged`] when a key is not greater than the one before.
    pub(in crate::text) fn new(
        count: usize,
        rows: impl Iterator<Item = Result<(u32, V), Damaged>>,
    ) -> Result<Self, Damaged> {
        let size = count + count / 2 + 1;
        let mut slots: Vec<(u32, V)> = Vec::with_capacity(size + 64);
        let mut last = None;
        for row in rows {
            let (key, value) = row?;
            if last.is_some_and(|last| key <= last) {
                return Err(Damaged);
            }
            last = Some(key);
            let place = place(key, size as u64);
            if slots.len() < place {
                slots.resize(place, (EMPTY, *V::NONE));
            }
            slots.push((key, value));
        }
        slots.resize(slots.len().max(size) + WINDOW, (EMPTY, *V::NONE));
        Ok(Table { slots: slots.into(), size: size as u64 })
    }

    /// The value of a key.
    ///
    /// Nearly every key is found, or found missing, within a window, whose keys are counted rather than compared one
    /// after another: no branch depends on where it stands, so that many look-ups go on at the same time.
    #[inline(always)]
    pub(in crate::text) fn get(&self, key: u32) -> &V {
        let mut at = place(key, self.size);
        let Some(window) = self.slots.get(at..at + WINDOW) else { return V::NONE };
        for (smaller, _) in window {
            at += usize::from(*smaller < key);
        }
        while let Some((found, value)) = self.slots.get(at) {
            if *found >= key {
                return if *found == key { value } else { V::NONE };
            }
            at += 1;
        }
        V::NONE
    }
}

impl<const N: usize> Table<[i8; N]> {
    /// The sum of the values of some keys.
    #[inline(always)]
    pub(in crate::text) fn sum(&self, keys: &[u32]) -> [i16; N] {
        add_up(keys.iter().map(|&key| self.get(key)))
    }

    /// [`sum`](Table::sum) of as many keys as there always are. All are looked up before the first value is read, so that
    /// what is far away in memory is waited for at the same time.
    #[inline(always)]
    pub(in crate::text) fn sum_at_once<const KEYS: usize>(&self, keys: &[u32; KEYS]) -> [i16; N] {
        let mut values = [<[i8; N]>::NONE; KEYS];
        for (value, &key) in values.iter_mut().zip(keys) {
            *value = self.get(key);
        }
        add_up(values.into_iter())
    }
}

#[inline(always)]
fn add_up<'v, const N: usize>(values: impl Iterator<Item = &'v [i8; N]>) -> [i16; N] {
    let mut sum = [0; N];
    for weights in values {
        for i in 0..N {
            sum[i] += i16::from(weights[i]);
        }
    }
    sum
}

/// Where the search for a key begins: places are in the order of the keys.
#[inline(always)]
fn place(key: u32, size: u64) -> usize {
    ((u64::from(key) * size) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(keys: &[u32]) -> Result<Table<u32>, Damaged> {
        Table::new(keys.len(), keys.iter().map(|&key| Ok((key, key ^ 1))))
    }

    #[test]
    fn every_key_is_found_and_no_other() {
        let keys = [0, 1, 2, 3, 70, 1 << 31, u32::MAX - 2, u32::MAX - 1];
        let table = table(&keys).unwrap();
        keys.iter().for_each(|&key| assert_eq!(*table.get(key), key ^ 1));
        [4, 69, 71, 1 << 30, u32::MAX].iter().for_each(|&key| assert_eq!(*table.get(key), 0));
    }

    #[test]
    fn an_empty_table_has_nothing() {
        assert_eq!(table(&[]).unwrap().get(7), &0);
        assert_eq!(table(&[]).unwrap().get(u32::MAX), &0);
    }

    #[test]
    fn keys_out_of_order_are_refused() {
        assert!(table(&[2, 1]).is_err());
        assert!(table(&[1, 1]).is_err());
    }
}
