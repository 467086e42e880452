//! Word lists as bit flags: which lists a lower-cased word is in.

use super::pack::{Damaged, Reader, write_number};
use super::table::Table;

/// A set of list memberships.
pub type Flags = u32;

/// Frequent first name.
pub const FIRST: Flags = 1;
/// First name in some list, rarer.
pub const FIRST_RARE: Flags = 1 << 1;
/// Frequent surname.
pub const LAST: Flags = 1 << 2;
/// Surname in some list, rarer.
pub const LAST_RARE: Flags = 1 << 3;
/// A place name of one word.
pub const PLACE: Flags = 1 << 4;
/// A word inside longer place names.
pub const PLACE_PART: Flags = 1 << 5;
/// A people or nationality ("Kenyan").
pub const DEMONYM: Flags = 1 << 6;
/// A word of organisation names.
pub const ORG: Flags = 1 << 7;
/// A title before names ("president", "Mr.").
pub const TITLE: Flags = 1 << 8;
/// A person noun ("economist").
pub const ROLE: Flags = 1 << 9;
/// A month or weekday.
pub const DATE: Flags = 1 << 10;
/// Seen now and then in lower case in running text.
pub const LOWER_RARE: Flags = 1 << 11;
/// An everyday word in lower case.
pub const LOWER: Flags = 1 << 12;

/// Above these bits stands the number of the word's cluster of meaning; zero for none.
pub const CLUSTER_SHIFT: u32 = 16;
/// The list memberships alone.
pub const LISTS: Flags = (1 << CLUSTER_SHIFT) - 1;

/// A hash table from word hashes to [`Flags`].
#[derive(Debug)]
pub struct Gazetteer(Table<Flags>);

impl Gazetteer {
    /// Builds the table from (hash of the lower-cased word, flags), each hash once, ascending.
    pub fn new(entries: &[(u32, Flags)]) -> Self {
        let table = Table::new(entries.len(), entries.iter().copied().map(Ok));
        Gazetteer(table.expect("the hashes are in order"))
    }

    /// The flags of a word by its hash (see [`super::hash::lower`]); zero for unknown words.
    #[inline]
    pub fn get(&self, hash: u32) -> Flags {
        *self.0.get(hash)
    }

    /// Reads what [`Gazetteer::pack`] wrote.
    pub fn unpack(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut r = Reader::new(bytes);
        let count = r.number()? as usize;
        if count > bytes.len() {
            return Err(Damaged);
        }
        let mut hash = 0u32;
        let mut entry = || {
            hash = hash.wrapping_add(r.number()?);
            Ok((hash, r.number()?))
        };
        Table::new(count, (0..count).map(|_| entry())).map(Gazetteer)
    }

    /// The file form: count, then sorted hashes as differences, each with its flags.
    pub fn pack(entries: &[(u32, Flags)]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut last = 0;
        write_number(&mut out, entries.len() as u32);
        for &(hash, flags) in entries {
            write_number(&mut out, hash - last);
            write_number(&mut out, flags);
            last = hash;
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::super::hash::lower;
    use super::*;

    #[test]
    fn lists_read_back_and_ignore_case() {
        let mut entries = vec![(lower("mary"), FIRST), (lower("nairobi"), PLACE | 7 << CLUSTER_SHIFT)];
        entries.sort();
        let g = Gazetteer::unpack(&Gazetteer::pack(&entries)).unwrap();
        assert_eq!(g.get(lower("MARY")), FIRST);
        assert_eq!(g.get(lower("Nairobi")) & LISTS, PLACE);
        assert_eq!(g.get(lower("Nairobi")) >> CLUSTER_SHIFT, 7);
        assert_eq!(g.get(lower("elsewhere")), 0);
    }

    #[test]
    fn damaged_lists_are_refused() {
        assert!(Gazetteer::unpack(&[200]).is_err());
        assert!(Gazetteer::unpack(&[255, 255, 3, 1]).is_err());
    }
}
