//! The most common word forms, which are analysed once, when the models are loaded, and not each time that they stand
//! in a text. Two of three tokens of a newspaper are among them.
//!
//! Changes nothing but the time that it takes: the list is `models/common-words.txt`, and any list gives the same tags.

use super::gazetteer::Gazetteer;
use super::word::Word;

/// Longest form that is known, in bytes.
const LONGEST: usize = 16;

/// A form of 1 to [`LONGEST`] bytes as numbers: its first bytes, its last bytes (which may be the same ones), its length.
type Key = (u64, u64, u8);

/// The known forms, by their text.
#[derive(Debug, Default)]
pub struct Known {
    /// [Numbers](Word::known) by hash, twice as many places as forms or more, a power of two; zero is none.
    places: Box<[u16]>,
    keys: Vec<Key>,
    words: Vec<Word>,
}

impl Known {
    /// Analyses a list of forms, one a line.
    pub fn new(list: &str, lists: &Gazetteer) -> Self {
        let most = usize::from(u16::MAX) / 2;
        let forms = || list.lines().filter(|form| key(form.as_bytes()).is_some()).take(most);
        let places = vec![0; (2 * forms().count()).next_power_of_two()].into();
        let mut known = Known { places, keys: vec![(0, 0, 0)], words: vec![Word::default()] };
        for form in forms() {
            known.add(form, lists);
        }
        known
    }

    fn add(&mut self, form: &str, lists: &Gazetteer) {
        let Some(key) = key(form.as_bytes()) else { return };
        let (place, number) = self.place(key);
        if number == 0 {
            let known = self.words.len() as u16;
            self.places[place] = known;
            self.keys.push(key);
            self.words.push(Word { known, ..Word::new(form, lists) });
        }
    }

    /// All forms by their number; the first is none.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// What is known of a token, if it is a common form, or else what its letters and the lists say.
    #[inline]
    pub fn word(&self, token: &str, lists: &Gazetteer) -> Word {
        let known = key(token.as_bytes()).map_or(0, |key| self.place(key).1);
        if known == 0 { Word::new(token, lists) } else { self.words[usize::from(known)] }
    }

    /// Where a form stands or would stand, and its number.
    #[inline(always)]
    fn place(&self, key: Key) -> (usize, u16) {
        let hash = (key.0 ^ key.1.rotate_left(29) ^ u64::from(key.2) << 56).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut place = (hash >> 32) as usize;
        loop {
            place &= self.places.len().wrapping_sub(1);
            match self.places.get(place) {
                Some(&number) if number > 0 && self.keys[usize::from(number)] != key => place += 1,
                number => return (place, number.map_or(0, |&number| number)),
            }
        }
    }
}

/// The key of a form that is neither empty nor too long.
#[inline(always)]
fn key(form: &[u8]) -> Option<Key> {
    let n = form.len();
    let (first, last) = match (form.first_chunk::<8>(), form.last_chunk::<8>()) {
        (Some(first), Some(last)) if n <= LONGEST => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        (Some(_), _) => return None,
        _ => match (form.first_chunk::<4>(), form.last_chunk::<4>()) {
            (Some(first), Some(last)) => (u32::from_le_bytes(*first).into(), u32::from_le_bytes(*last).into()),
            _ => (u64::from(*form.first()?) << 8 | u64::from(form[n / 2]), u64::from(form[n - 1])),
        },
    };
    Some((first, last, n as u8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_forms_are_what_they_are_without_the_list() {
        let lists = Gazetteer::new(&[]);
        let forms = ["a", "I", "of", "the", "The", "said", "their", "minister", "international", "1234567890123456"];
        let known = Known::new(&forms.join("\n"), &lists);
        for (i, form) in forms.iter().enumerate() {
            let word = known.word(form, &lists);
            assert_eq!(usize::from(word.known), i + 1);
            assert_eq!(format!("{:?}", Word { known: 0, ..word }), format!("{:?}", Word::new(form, &lists)));
        }
    }

    #[test]
    fn other_forms_are_not_known() {
        let lists = Gazetteer::new(&[]);
        let known = Known::new("a\nthe\nthe\nthat\nminister\n\n12345678901234567", &lists);
        assert_eq!(known.words().len(), 5);
        for form in ["", "b", "aa", "THE", "thhat", "minster", "mministers", "12345678901234567"] {
            assert_eq!(known.word(form, &lists).known, 0, "{form}");
        }
        assert_eq!(Known::default().word("the", &lists).known, 0);
    }
}
