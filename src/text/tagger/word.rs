//! What is known of a token on its own, computed once and combined by both taggers.

use super::gazetteer::{self as gaz, Flags, Gazetteer};
use super::hash::{SEED, feature, fold, step};

/// Hashes and flags of one token; the default stands for the place before or after a sentence.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// Hash of the lower-cased token.
    pub lower: u32,
    /// Hash of the shape: runs of upper, lower, digit and other characters.
    pub shape: u32,
    /// Hashes of the first 1, 2, 3 and 4 characters.
    pub prefix: [u32; 4],
    /// Hashes of the last 1, 2, 3 and 4 characters.
    pub suffix: [u32; 4],
    /// Memberships in word lists.
    pub lists: Flags,
    /// Cluster of meaning; zero for none.
    pub cluster: u32,
    /// Word-list class, see `class`.
    pub class: u8,
    /// Whether there is an upper-case letter.
    pub capital: bool,
    /// Whether it has letters and all of them are upper case, two or more.
    pub all_caps: bool,
    /// Whether it is a hyphen or dash that stands apart.
    pub hyphen: bool,
    /// Whether it has a letter.
    pub letters: bool,
    /// Number among the [known](super::known) forms; zero for others.
    pub known: u16,
}

impl Word {
    /// Analyses a token; allocation-free, any length, any script.
    pub fn new(token: &str, lists: &Gazetteer) -> Word {
        // The mask changes nothing, but lets the compiler leave out what only other characters need.
        let mut w = if token.is_ascii() {
            Self::read(token.bytes().map(|b| char::from(b & 127)))
        } else {
            Self::read(token.chars())
        };
        w.set_lists(lists.get(w.lower));
        w
    }

    /// All but what the word lists say.
    #[inline(always)]
    fn read(chars: impl Iterator<Item = char>) -> Word {
        let mut w = Word { lower: SEED, shape: SEED, ..Word::default() };
        let (mut last, mut runs, mut n) = (['\0'; 4], '\0', 0usize);
        let (mut uppers, mut lowers) = (0, 0);
        for c in chars {
            let f = fold(c);
            w.lower = step(w.lower, f);
            if n < 4 {
                w.prefix[n] = w.lower;
            }
            last = [last[1], last[2], last[3], f];
            n += 1;
            let kind = shape_of(c);
            uppers += usize::from(kind == 'X');
            lowers += usize::from(kind == 'x');
            if kind != runs {
                w.shape = step(w.shape, if kind == '.' { f } else { kind });
                runs = kind;
            } else if n == 2 {
                // Tells "U." and "A" from "US": a second capital counts.
                w.shape = step(w.shape, '+');
            }
        }
        w.prefix[n.min(4)..].fill(w.lower);
        w.suffix = suffixes(last);
        w.capital = uppers > 0;
        w.all_caps = uppers > 1 && lowers == 0;
        w.hyphen = n == 1 && last[3] == '-';
        w.letters = uppers + lowers > 0;
        w
    }

    /// Sets the word-list flags and the class that follows from them.
    pub fn set_lists(&mut self, lists: Flags) {
        self.lists = lists & gaz::LISTS;
        self.cluster = lists >> gaz::CLUSTER_SHIFT;
        self.class = class(self);
    }
}

#[inline(always)]
fn shape_of(c: char) -> char {
    match c {
        _ if c.is_ascii() => ASCII_SHAPES[c as usize],
        _ if c.is_lowercase() => 'x',
        _ if c.is_uppercase() => 'X',
        _ if c.is_alphabetic() => 'x',
        _ => '.',
    }
}

const ASCII_SHAPES: [char; 128] = {
    let mut shapes = ['.'; 128];
    let mut c = 0;
    while c < 128 {
        shapes[c] = match c as u8 {
            b'a'..=b'z' => 'x',
            b'A'..=b'Z' => 'X',
            b'0'..=b'9' => 'd',
            _ => '.',
        };
        c += 1;
    }
    shapes
};

fn suffixes(last: [char; 4]) -> [u32; 4] {
    let (mut suffixes, mut hash) = ([0; 4], SEED);
    for (suffix, &c) in suffixes.iter_mut().zip(last.iter().rev()) {
        if c != '\0' {
            hash = step(hash, c);
        }
        *suffix = hash;
    }
    suffixes
}

/// A coarse class for conjunctions over neighbours: what a capitalised or plain word is, by the word lists.
fn class(w: &Word) -> u8 {
    let has = |f: Flags| w.lists & f != 0;
    let plain = u8::from(has(gaz::LOWER)) + u8::from(has(gaz::LOWER | gaz::LOWER_RARE));
    if !w.letters {
        return 1;
    }
    let base = match () {
        _ if has(gaz::DATE) => 2,
        _ if has(gaz::DEMONYM) => 3,
        _ if has(gaz::TITLE) => 4,
        _ if has(gaz::ROLE) => 5,
        _ if has(gaz::PLACE) && has(gaz::FIRST | gaz::LAST) => 6,
        _ if has(gaz::PLACE) => 7,
        _ if has(gaz::FIRST) && has(gaz::LAST) => 8,
        _ if has(gaz::FIRST) => 9,
        _ if has(gaz::LAST) => 10,
        _ if has(gaz::FIRST_RARE) => 11,
        _ if has(gaz::LAST_RARE) => 12,
        _ if has(gaz::ORG) => 13,
        _ => 14,
    };
    base * 8 + plain * 2 + u8::from(w.capital)
}

/// Hash of three classes in a row.
#[inline(always)]
pub fn classes(template: u32, a: &Word, b: &Word, c: &Word) -> u32 {
    feature(template, u32::from(a.class) << 8 | u32::from(b.class), u32::from(c.class))
}

#[cfg(test)]
mod tests {
    use super::super::hash;
    use super::*;

    fn word(token: &str) -> Word {
        Word::new(token, &Gazetteer::new(&[]))
    }

    #[test]
    fn affixes_are_those_of_the_lower_cased_word() {
        let w = word("Naïveté");
        assert_eq!(w.lower, hash::lower("naïveté"));
        assert_eq!(w.prefix[1], hash::lower("na"));
        assert_eq!((w.suffix[0], w.suffix[1]), (word("é").suffix[0], word("té").suffix[1]));
        assert_eq!(word("ab").prefix[3], word("ab").lower);
    }

    #[test]
    fn capitals_and_hyphens_are_seen() {
        assert!(word("Ōtsuka").capital && !word("ōtsuka").capital);
        assert!(word("NATO").all_caps && !word("N").all_caps && !word("Nato").all_caps);
        assert!(word("–").hyphen && !word("--").hyphen && !word("a-b").hyphen);
    }

    #[test]
    fn any_token_is_taken() {
        for t in ["", "\u{0}", "🦀", "ﷺ", &"x".repeat(10_000)] {
            word(t);
        }
    }
}
