//! Which language a text is in, and what is known of each language. Knows characters and words, no model.

use rust_stemmers::Algorithm;

use super::word_set::{WordSet, spread};
use super::{Prose, stopwords};

/// The code for a language that cannot be told.
pub const UNDETERMINED: &str = "und";

/// What is known of a language.
#[derive(Debug)]
pub struct Language {
    /// BCP 47 code, without region.
    pub code: &'static str,
    /// Lower-case words too common to matter, sorted by bytes; empty when there is no list.
    pub stopwords: &'static [&'static str],
    /// The same as a set.
    common: WordSet,
    pub(super) stemmer: Option<Algorithm>,
}

impl Language {
    /// The language with this BCP 47 code, whatever its region; a language without words or stemmer when unknown.
    pub fn of(code: &str) -> &'static Language {
        let primary = code.split(['-', '_']).next().unwrap_or(code);
        let same = |language: &&Language| language.code.eq_ignore_ascii_case(primary);
        let alias = if primary.eq_ignore_ascii_case("nb") || primary.eq_ignore_ascii_case("nn") { 1 } else { 0 };
        LANGUAGES.iter().find(same).unwrap_or(&LANGUAGES[alias])
    }

    /// Whether a lower-case word is too common to matter.
    pub fn is_stopword(&self, lower: &str) -> bool {
        self.common.contains(lower)
    }
}

/// The language of an article: what was stated, else what its prose is in, else [`UNDETERMINED`].
pub fn decide(stated: Option<&str>, prose: &Prose) -> String {
    let stated = stated.map(str::trim).filter(|code| !code.is_empty());
    stated.map_or_else(|| detect(&prose.text).to_owned(), str::to_owned)
}

/// The BCP 47 code of the language of a text, or [`UNDETERMINED`] when it is too short or mixed to be sure.
pub fn detect(text: &str) -> &'static str {
    let sample = head(text, SAMPLE);
    let (words, english) = count_english(sample);
    // `whatlang` takes some 300 µs a text; where function words leave no doubt it need not be asked.
    if words >= 25 && english * 8 >= words {
        return "en";
    }
    match whatlang::detect(sample) {
        Some(info) if info.is_reliable() && enough(sample, words) => bcp47(info.lang()),
        _ => UNDETERMINED,
    }
}

/// Bytes of a text that are looked at.
const SAMPLE: usize = 1200;

fn head(text: &str, len: usize) -> &str {
    let end = (0..=len.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    &text[..end.unwrap_or(0)]
}

/// A reliable guess needs some words, or some characters in a script without spaces.
fn enough(sample: &str, words: usize) -> bool {
    words >= 8 || sample.chars().filter(|c| *c >= '\u{0E00}').count() >= 16
}

/// How many words there are, and how many are function words that no other language has.
fn count_english(text: &str) -> (usize, usize) {
    let words = text.split_ascii_whitespace();
    words.fold((0, 0), |(all, english), word| (all + 1, english + usize::from(is_english(word))))
}

fn is_english(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "and"
            | "that"
            | "with"
            | "from"
            | "by"
            | "which"
            | "this"
            | "were"
            | "are"
            | "have"
            | "has"
            | "had"
            | "been"
            | "their"
            | "they"
            | "it"
            | "its"
            | "his"
            | "would"
            | "will"
            | "who"
            | "not"
            | "but"
            | "an"
            | "be"
            | "The"
            | "of"
            | "to"
            | "said"
            | "says"
            | "other"
            | "about"
            | "after"
            | "could"
            | "than"
            | "you"
    )
}

const NO: WordSet = WordSet::new(&spread::<1024>(stopwords::NO));
const EN: WordSet = WordSet::new(&spread::<1024>(stopwords::EN));
const DA: WordSet = WordSet::new(&spread::<1024>(stopwords::DA));
const DE: WordSet = WordSet::new(&spread::<1024>(stopwords::DE));
const ES: WordSet = WordSet::new(&spread::<1024>(stopwords::ES));
const FI: WordSet = WordSet::new(&spread::<1024>(stopwords::FI));
const FR: WordSet = WordSet::new(&spread::<1024>(stopwords::FR));
const IT: WordSet = WordSet::new(&spread::<1024>(stopwords::IT));
const NL: WordSet = WordSet::new(&spread::<1024>(stopwords::NL));
const PT: WordSet = WordSet::new(&spread::<1024>(stopwords::PT));
const RU: WordSet = WordSet::new(&spread::<1024>(stopwords::RU));
const SV: WordSet = WordSet::new(&spread::<1024>(stopwords::SV));

#[rustfmt::skip]
const LANGUAGES: &[Language] = &[
    Language { code: UNDETERMINED, stopwords: &[], common: WordSet::EMPTY, stemmer: None },
    Language { code: "no", stopwords: stopwords::NO, common: NO, stemmer: Some(Algorithm::Norwegian) },
    Language { code: "en", stopwords: stopwords::EN, common: EN, stemmer: Some(Algorithm::English) },
    Language { code: "da", stopwords: stopwords::DA, common: DA, stemmer: Some(Algorithm::Danish) },
    Language { code: "de", stopwords: stopwords::DE, common: DE, stemmer: Some(Algorithm::German) },
    Language { code: "es", stopwords: stopwords::ES, common: ES, stemmer: Some(Algorithm::Spanish) },
    Language { code: "fi", stopwords: stopwords::FI, common: FI, stemmer: Some(Algorithm::Finnish) },
    Language { code: "fr", stopwords: stopwords::FR, common: FR, stemmer: Some(Algorithm::French) },
    Language { code: "it", stopwords: stopwords::IT, common: IT, stemmer: Some(Algorithm::Italian) },
    Language { code: "nl", stopwords: stopwords::NL, common: NL, stemmer: Some(Algorithm::Dutch) },
    Language { code: "pt", stopwords: stopwords::PT, common: PT, stemmer: Some(Algorithm::Portuguese) },
    Language { code: "ru", stopwords: stopwords::RU, common: RU, stemmer: Some(Algorithm::Russian) },
    Language { code: "sv", stopwords: stopwords::SV, common: SV, stemmer: Some(Algorithm::Swedish) },
    Language { code: "ar", stopwords: &[], common: WordSet::EMPTY, stemmer: Some(Algorithm::Arabic) },
    Language { code: "el", stopwords: &[], common: WordSet::EMPTY, stemmer: Some(Algorithm::Greek) },
    Language { code: "hu", stopwords: &[], common: WordSet::EMPTY, stemmer: Some(Algorithm::Hungarian) },
    Language { code: "ro", stopwords: &[], common: WordSet::EMPTY, stemmer: Some(Algorithm::Romanian) },
    Language { code: "ta", stopwords: &[], common: WordSet::EMPTY, stemmer: Some(Algorithm::Tamil) },
    Language { code: "tr", stopwords: &[], common: WordSet::EMPTY, stemmer: Some(Algorithm::Turkish) },
];

/// The two-letter code where there is one; all languages of `whatlang` but one have it.
#[rustfmt::skip]
fn bcp47(lang: whatlang::Lang) -> &'static str {
    use whatlang::Lang::*;
    match lang {
        Afr => "af", Aka => "ak", Amh => "am", Ara => "ar", Aze => "az", Bel => "be", Ben => "bn", Bul => "bg",
        Cat => "ca", Ces => "cs", Cmn => "zh", Cym => "cy", Dan => "da", Deu => "de", Ell => "el", Eng => "en",
        Epo => "eo", Est => "et", Fin => "fi", Fra => "fr", Guj => "gu", Heb => "he", Hin => "hi", Hrv => "hr",
        Hun => "hu", Hye => "hy", Ind => "id", Ita => "it", Jav => "jv", Jpn => "ja", Kan => "kn", Kat => "ka",
        Khm => "km", Kor => "ko", Lat => "la", Lav => "lv", Lit => "lt", Mal => "ml", Mar => "mr", Mkd => "mk",
        Mya => "my", Nep => "ne", Nld => "nl", Nob => "no", Ori => "or", Pan => "pa", Pes => "fa", Pol => "pl",
        Por => "pt", Ron => "ro", Rus => "ru", Sin => "si", Slk => "sk", Slv => "sl", Sna => "sn", Spa => "es",
        Srp => "sr", Swe => "sv", Tam => "ta", Tel => "te", Tgl => "tl", Tha => "th", Tuk => "tk", Tur => "tr",
        Ukr => "uk", Urd => "ur", Uzb => "uz", Vie => "vi", Yid => "yi", Zul => "zu",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stopword_lists_are_sorted_and_lower_case() {
        for language in LANGUAGES {
            assert!(language.stopwords.is_sorted(), "{}", language.code);
            assert!(language.stopwords.iter().all(|word| word.to_lowercase() == *word), "{}", language.code);
            assert!(language.stopwords.iter().all(|word| language.is_stopword(word)), "{}", language.code);
        }
    }

    #[test]
    fn a_region_does_not_matter_and_an_unknown_language_has_nothing() {
        assert_eq!(Language::of("en-GB").code, "en");
        assert_eq!(Language::of("nb").code, "no");
        assert_eq!(Language::of("tlh").code, UNDETERMINED);
        assert!(Language::of("de").is_stopword("über"));
    }

    #[test]
    fn what_was_stated_wins() {
        assert_eq!(decide(Some("de-CH"), &Prose::default()), "de-CH");
        assert_eq!(decide(None, &Prose::default()), UNDETERMINED);
    }

    #[test]
    fn texts_of_some_length_are_told_apart() {
        let english = "The council said on Monday that it would not sell the old mill, which has stood by the river for \
            two hundred years and is loved by the people of the town.";
        let german = "Der Gemeinderat teilte am Montag mit, dass die alte Mühle, die seit zweihundert Jahren am Fluss \
            steht und von den Bürgern geliebt wird, nicht verkauft werden soll.";
        let japanese = "町議会は月曜日、川のほとりに二百年前から建つ古い水車小屋を売らないと発表した。";
        assert_eq!([english, german, japanese].map(detect), ["en", "de", "ja"]);
    }

    #[test]
    fn a_short_text_is_in_no_certain_language() {
        assert_eq!(detect("Leave a comment"), UNDETERMINED);
        assert_eq!(detect(""), UNDETERMINED);
    }
}
