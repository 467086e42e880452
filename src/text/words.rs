//! Words made comparable: lower case, stemmed, common words left out, as numbers rather than strings.

use std::hash::Hasher;

use rust_stemmers::Stemmer;
use rustc_hash::FxHasher;

use super::language::Language;

/// Turns words of one language into keys. Keep one for many texts: it remembers stems of frequent words.
///
/// Equal keys mean words of the same stem, but for hash collisions of 64 bits. Keys are the same in every run.
pub struct Words {
    language: &'static Language,
    stemmer: Option<Stemmer>,
    /// The last word in lower case.
    lower: String,
    /// Hash of a word as written -> its key, or 0 for none; a newer word takes the place of an older one.
    remembered: Box<[(u64, u64)]>,
}

/// Slots of the memory; a power of two. Stemming takes some 500 ns a word, remembering some 10.
const REMEMBERED: usize = 1 << 14;

impl Words {
    /// For the language with this BCP 47 code; for an unknown one, words are only made lower case.
    pub fn new(code: &str) -> Self {
        let language = Language::of(code);
        let stemmer = language.stemmer.map(Stemmer::create);
        Self { language, stemmer, lower: String::new(), remembered: vec![(0, 0); REMEMBERED].into() }
    }

    /// What is known of the language.
    pub fn language(&self) -> &'static Language {
        self.language
    }

    /// The key of a word by its stem; `None` for marks, clitics and words too common to matter.
    pub fn key(&mut self, word: &str) -> Option<u64> {
        let hash = hash(word);
        let slot = hash as usize & (REMEMBERED - 1);
        if self.remembered[slot].0 != hash {
            self.remembered[slot] = (hash, self.find_key(word).unwrap_or(0));
        }
        Some(self.remembered[slot].1).filter(|&key| key != 0)
    }

    fn find_key(&mut self, word: &str) -> Option<u64> {
        self.fold(word);
        if !super::document::is_word(&self.lower) || self.language.is_stopword(&self.lower) {
            return None;
        }
        Some(self.stemmer.as_ref().map_or_else(|| hash(&self.lower), |stemmer| hash(&stemmer.stem(&self.lower))))
    }

    /// The stem of a word in lower case, to show or to group by; common words have one too.
    pub fn stem(&mut self, word: &str) -> String {
        self.fold(word);
        self.stemmer.as_ref().map_or_else(|| self.lower.clone(), |stemmer| stemmer.stem(&self.lower).into_owned())
    }

    /// Whether a word is too common to matter, in whatever case it is written.
    pub fn is_stopword(&mut self, word: &str) -> bool {
        self.fold(word);
        self.language.is_stopword(&self.lower)
    }

    /// Writes the word in lower case, with plain apostrophes and without an elided article ("l'Europe").
    fn fold(&mut self, word: &str) {
        self.lower.clear();
        if word.is_ascii() {
            self.lower.push_str(word);
            self.lower.make_ascii_lowercase();
        } else {
            let plain = word.chars().map(|c| if c == '’' { '\'' } else { c });
            self.lower.extend(plain.flat_map(char::to_lowercase));
        }
        if matches!(self.language.code, "fr" | "it") {
            self.drop_elision();
        }
    }

    fn drop_elision(&mut self) {
        let Some(at) = self.lower.find('\'') else { return };
        let elided = matches!(
            &self.lower[..at],
            "l" | "d"
                | "j"
                | "m"
                | "n"
                | "s"
                | "t"
                | "c"
                | "qu"
                | "jusqu"
                | "lorsqu"
                | "puisqu"
                | "un"
                | "dell"
                | "all"
                | "nell"
                | "sull"
                | "dall"
                | "quell"
                | "quest"
        );
        if elided && at + 1 < self.lower.len() {
            self.lower.drain(..=at);
        }
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("language", &self.language.code).finish_non_exhaustive()
    }
}

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_stem_have_one_key() {
        let mut words = Words::new("en");
        let key = words.key("guarantees");
        assert!(key.is_some());
        assert_eq!(words.key("Guaranteed"), key);
        assert_ne!(words.key("guard"), key);
        assert_eq!(words.key("guarantees"), key);
    }

    #[test]
    fn common_words_and_marks_have_no_key() {
        let mut words = Words::new("en");
        for word in ["The", "of", "'s", "n’t", "—", "", "."] {
            assert_eq!(words.key(word), None, "{word}");
        }
        assert!(words.key("2019").is_some());
    }

    #[test]
    fn elided_articles_are_left_out() {
        let mut words = Words::new("fr");
        assert_eq!(words.key("l’Europe"), words.key("Europe"));
        assert_eq!(words.key("qu'il"), None);
        assert_eq!(words.stem("D'accord"), "accord");
    }

    #[test]
    fn an_unknown_language_is_only_lower_cased() {
        let mut words = Words::new("und");
        assert_eq!(words.key("Miasta"), words.key("miasta"));
        assert_ne!(words.key("miasta"), words.key("miasto"));
        assert_eq!(words.stem("Miasta"), "miasta");
    }
}
