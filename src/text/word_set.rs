//! Sets of words that are known when the program is built: a hash table made by the compiler.

/// A set of words; the empty word is in none.
#[derive(Clone, Copy, Debug)]
pub(super) struct WordSet {
    /// Each word stands at its [`place`] or, where that was taken, after it; the others are empty. A power of two, with
    /// some empty ones, or the search for an unknown word would not end.
    slots: &'static [&'static str],
}

impl WordSet {
    /// The set without words.
    pub(super) const EMPTY: WordSet = WordSet::new(&[""]);

    /// The set in these slots, which [`spread`] has filled.
    pub(super) const fn new(slots: &'static [&'static str]) -> Self {
        assert!(slots.len().is_power_of_two());
        WordSet { slots }
    }

    /// Whether the word is in the set, spelled just so.
    pub(super) fn contains(&self, word: &str) -> bool {
        let mask = self.slots.len() - 1;
        let mut at = place(word.as_bytes()) & mask;
        loop {
            match self.slots[at] {
                "" => return false,
                known if known == word => return true,
                _ => at = (at + 1) & mask,
            }
        }
    }
}

/// Spreads words over `N` slots, of which half must stay empty.
pub(super) const fn spread<const N: usize>(words: &[&'static str]) -> [&'static str; N] {
    assert!(words.len() * 2 <= N);
    let mut slots = [""; N];
    let mut next = 0;
    while next < words.len() {
        let mut at = place(words[next].as_bytes()) % N;
        while !slots[at].is_empty() {
            at = (at + 1) % N;
        }
        slots[at] = words[next];
        next += 1;
    }
    slots
}

/// Tells most words apart by their length and a few of their bytes.
const fn place(word: &[u8]) -> usize {
    if word.is_empty() {
        return 0;
    }
    let (first, middle, last) = (word[0] as usize, word[word.len() / 2] as usize, word[word.len() - 1] as usize);
    word.len() + 23 * first + 101 * middle + 379 * last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_its_words_and_no_others() {
        const SET: WordSet = WordSet::new(&spread::<8>(&["on", "no", "one", "été"]));
        assert!(["on", "no", "one", "été"].iter().all(|word| SET.contains(word)));
        assert!(["", "n", "neo", "One", "onone"].iter().all(|word| !SET.contains(word)));
        assert!(!WordSet::EMPTY.contains("") && !WordSet::EMPTY.contains("a"));
    }
}
