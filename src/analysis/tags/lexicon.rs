//! Words that tell a reader nothing as a tag, whatever the article. The list is `models/tag-words.txt`.

use rustc_hash::FxHashMap;

/// The classes of the words that tags leave out or hold back. The default one knows none.
#[derive(Default)]
pub(crate) struct TagLexicon {
    classes: FxHashMap<&'static str, Class>,
}

/// A set of classes, one bit each.
type Class = u8;

/// A noun that is no subject by itself.
const GENERIC: Class = 1;
/// A word that adds nothing at the beginning of a tag.
const WEAK: Class = 1 << 1;
/// A noun that says too little to be shown by itself.
const DULL: Class = 1 << 2;
/// A word that cannot stand within a noun phrase.
const BORDER: Class = 1 << 3;
/// The name of a news agency, paper, station or network.
const PRESS: Class = 1 << 4;
/// What the name of a paper or station ends with.
const PRESS_END: Class = 1 << 5;

/// An expression of several words around "of", "against" or "to" that is one subject.
const FIXED: Class = 1 << 6;

/// A noun that stands before others in the plural: "sales tax".
const PLURAL: Class = 1 << 7;

/// Longest word that is looked up, in bytes.
const LONGEST: usize = 24;

impl TagLexicon {
    /// The list that is embedded in the binary.
    pub(crate) fn embedded() -> Self {
        let mut classes: FxHashMap<&str, Class> = FxHashMap::default();
        let lines = include_str!("../../../models/tag-words.txt").lines().filter(|line| !line.starts_with('#'));
        for (class, word) in lines.filter_map(|line| line.split_once('\t')) {
            *classes.entry(word).or_default() |= class_of(class);
            if class == "fixed" {
                let first = word.split(' ').next().unwrap_or(word);
                *classes.entry(first).or_default() |= FIXED;
            }
        }
        Self { classes }
    }

    /// Whether a noun, in any case and number, tells nothing as the head of a tag.
    pub(super) fn is_generic(&self, word: &str) -> bool {
        self.lowered(word, |lower| {
            self.is(lower, GENERIC)
                || lower.strip_suffix('s').is_some_and(|stem| self.is(stem, GENERIC))
                || lower.strip_suffix("es").is_some_and(|stem| self.is(stem, GENERIC))
        }) || self.is_generic_in_y(word)
    }

    /// Whether a word, in any case, adds nothing at the beginning of a tag.
    pub(super) fn is_weak(&self, word: &str) -> bool {
        self.lowered(word, |lower| self.is(lower, WEAK)) || word.ends_with("year-old")
    }

    /// Whether a noun, in any case, stands before others in the plural.
    pub(super) fn is_plural(&self, word: &str) -> bool {
        self.lowered(word, |lower| self.is(lower.rsplit('-').next().unwrap_or(lower), PLURAL))
    }

    /// Whether a word, in any case, cannot stand within a noun phrase.
    pub(super) fn is_border(&self, word: &str) -> bool {
        self.lowered(word, |lower| self.is(lower, BORDER))
    }

    /// Whether a noun in lower case and singular says too little to be shown.
    pub(super) fn is_dull(&self, key: &str) -> bool {
        self.is(key, DULL)
    }

    /// Whether a name in lower case is that of a news agency, paper, station or social network.
    pub(crate) fn is_press(&self, key: &str) -> bool {
        self.is(key, PRESS) || key.rsplit_once(' ').is_some_and(|(_, last)| self.is(last, PRESS_END))
    }

    /// Whether a noun, in any case and number, begins a fixed expression.
    pub(super) fn begins_fixed(&self, word: &str) -> bool {
        self.lowered(word, |lower| self.is(lower.strip_suffix('s').unwrap_or(lower), FIXED))
    }

    /// Whether words in lower case, with a space between, are a fixed expression: "state of emergency".
    pub(super) fn is_fixed(&self, words: &str) -> bool {
        self.is(words, FIXED)
    }

    /// Whether the plural of a generic noun that ends in "y".
    fn is_generic_in_y(&self, word: &str) -> bool {
        let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.is_ascii() && stem.len() < LONGEST) else {
            return false;
        };
        let mut buffer = [b'y'; LONGEST];
        buffer[..stem.len()].copy_from_slice(stem.as_bytes());
        let lower = &mut buffer[..=stem.len()];
        lower.make_ascii_lowercase();
        std::str::from_utf8(lower).is_ok_and(|lower| self.is(lower, GENERIC))
    }

    fn is(&self, lower: &str, class: Class) -> bool {
        self.classes.get(lower).is_some_and(|classes| classes & class != 0)
    }

    /// Calls `test` with an ASCII word in lower case, without allocating; other words and very long ones fail it.
    fn lowered(&self, word: &str, test: impl FnOnce(&str) -> bool) -> bool {
        if word.len() <= LONGEST && word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
            return test(word);
        }
        let mut buffer = [0u8; LONGEST];
        let Some(lower) = buffer.get_mut(..word.len()).filter(|_| word.is_ascii()) else { return false };
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        std::str::from_utf8(lower).is_ok_and(test)
    }
}

fn class_of(name: &str) -> Class {
    match name {
        "generic" => GENERIC,
        "weak" => WEAK,
        "dull" => DULL,
        "border" => BORDER,
        "press" => PRESS,
        "press-end" => PRESS_END,
        "fixed" => FIXED,
        "plural" => PLURAL,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_list_has_no_line_that_is_not_understood() {
        let lines = include_str!("../../../models/tag-words.txt").lines().filter(|line| !line.starts_with('#'));
        for line in lines {
            assert!(
                line.split_once('\t').is_some_and(|(class, word)| class_of(class) > 0 && !word.is_empty()),
                "{line}"
            );
        }
    }

    #[test]
    fn empty_words_are_known_in_any_case_and_number() {
        let lexicon = TagLexicon::embedded();
        assert!(
            ["Solutions", "issue", "parties", "Boxes"].map(|word| lexicon.is_generic(word))
                == [true, true, true, false]
        );
        assert!(!lexicon.is_generic("earthquake"));
        assert!(lexicon.is_weak("Recent") && lexicon.is_weak("33-year-old") && !lexicon.is_weak("nuclear"));
    }

    #[test]
    fn papers_are_known_by_name_or_by_its_last_word() {
        let lexicon = TagLexicon::embedded();
        assert!(lexicon.is_press("reuters") && lexicon.is_press("springfield gazette") && !lexicon.is_press("gazette"));
    }
}
