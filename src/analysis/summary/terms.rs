//! What the article is about: its content words, each with a weight.
//!
//! A word counts by the number of sentences that repeat it, more when it is a name:
//! the document-frequency centrality of SumBasic (Nenkova & Vanderwende 2005) without its multiplication.

use rustc_hash::FxHashMap;

use super::facts::Facts;
use crate::text::Document;
use crate::text::words::Words;

/// Content words, numbered, with what they weigh and where they stand.
#[derive(Debug)]
pub(in crate::analysis) struct Terms {
    /// Weight of each term; the heaviest [`HEAVIEST`] of an article sum up to 1.
    pub weights: Vec<f32>,
    /// What the sentences that say each term weigh together, the longer the less.
    echoes: Vec<f32>,
    /// The similarities of all sentences with all others, summed up.
    all_echoes: f32,
    /// Term of each token, [`NONE`] for marks and common words.
    pub of_token: Vec<u32>,
    /// Terms of the headline, sorted.
    pub headline: Vec<u32>,
    /// Number of different content words in the headline, also those that the article lacks.
    pub headline_words: usize,
}

/// No term.
pub(in crate::analysis) const NONE: u32 = u32::MAX;

const HEAVIEST: usize = 25;
/// What a word counts that no other sentence repeats; a repetition counts 1.
const UNREPEATED: f32 = 0.1;
/// More weight for names.
const NAME: f32 = 0.5;
/// More weight for words of a written headline.
const HEADLINE: f32 = 0.5;

impl Terms {
    pub(super) fn of<'t>(doc: &'t Document, language: &str, facts: &[Facts], headline: Option<&'t str>) -> Self {
        let mut numbers = Numbers::new(language, doc.tokens.len() / 2);
        let mut counts: Vec<Count> = Vec::new();
        let mut of_token = vec![NONE; doc.tokens.len()];
        let mut lengths: Vec<u32> = vec![0];
        let sentences = doc.sentences.iter().zip(facts).filter(|(_, f)| f.prose).map(|(sentence, _)| sentence);
        for (place, sentence) in (1..).zip(sentences) {
            lengths.push(0);
            for token in sentence.tokens.clone() {
                let Some(number) = numbers.of(doc.text_of(token)) else { continue };
                if number as usize == counts.len() {
                    counts.push(Count::default());
                }
                of_token[token as usize] = number;
                let is_new = counts[number as usize].see(place, doc.tokens[token as usize].pos.is_proper());
                lengths[place as usize] += u32::from(is_new);
            }
        }
        let words = headline.unwrap_or_default().split_whitespace();
        let words = words.filter_map(|word| numbers.of(word.trim_matches(|c: char| !c.is_alphanumeric())));
        let mut headline: Vec<u32> = words.collect();
        headline.sort_unstable();
        headline.dedup();
        let headline_words = headline.len();
        headline.retain(|&number| (number as usize) < counts.len());
        let weights = weights(&counts, &headline);
        let mut terms =
            Self { weights, echoes: vec![0.0; counts.len()], all_echoes: 0.0, of_token, headline, headline_words };
        terms.listen(doc, facts, &lengths);
        terms
    }

    /// Adds up what the sentences that say each term weigh.
    fn listen(&mut self, doc: &Document, facts: &[Facts], lengths: &[u32]) {
        let mut last = vec![0_u32; self.echoes.len()];
        let sentences = doc.sentences.iter().zip(facts).filter(|(_, f)| f.prose).map(|(sentence, _)| sentence);
        for (place, sentence) in (1_u32..).zip(sentences) {
            let weight = 1.0 / (lengths[place as usize].max(1) as f32).sqrt();
            for token in sentence.tokens.clone() {
                let term = self.of_token[token as usize];
                if term != NONE && last[term as usize] != place {
                    last[term as usize] = place;
                    self.echoes[term as usize] += weight;
                    self.all_echoes -= weight * weight;
                }
            }
        }
        self.all_echoes += self.echoes.iter().map(|echo| echo * echo).sum::<f32>();
    }

    /// How much of what other sentences say a sentence of these different terms says too: its degree in the graph whose edges
    /// are the cosines of the sentences' terms (Erkan and Radev 2004), over the sum of all degrees, without building the
    /// graph. Its own length is not divided out, so that long sentences keep their merit.
    pub(super) fn central(&self, terms: &[u32]) -> f32 {
        let own = 1.0 / (terms.len().max(1) as f32).sqrt();
        let echoes: f32 = terms.iter().map(|&term| self.echoes[term as usize] - own).sum();
        echoes / self.all_echoes.max(f32::MIN_POSITIVE)
    }

    /// The different terms of a token range, sorted.
    pub(super) fn within(&self, tokens: std::ops::Range<u32>) -> Vec<u32> {
        let range = tokens.start as usize..tokens.end as usize;
        let mut terms: Vec<u32> = self.of_token[range].iter().copied().filter(|&term| term != NONE).collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }
}

/// Numbers the terms in the order in which they come.
struct Numbers<'t> {
    keys: Keys,
    /// Term of each word as written; most words of a text come more than once.
    seen: FxHashMap<&'t str, Option<u32>>,
    terms: FxHashMap<u64, u32>,
}

impl<'t> Numbers<'t> {
    fn new(language: &str, words: usize) -> Self {
        let seen = FxHashMap::with_capacity_and_hasher(words, Default::default());
        let terms = FxHashMap::with_capacity_and_hasher(words, Default::default());
        Self { keys: Keys::new(language), seen, terms }
    }

    fn of(&mut self, word: &'t str) -> Option<u32> {
        let Self { keys, seen, terms } = self;
        *seen.entry(word).or_insert_with(|| {
            let next = terms.len() as u32;
            keys.key(word).map(|key| *terms.entry(key).or_insert(next))
        })
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    sentences: u32,
    last: u32,
    proper: bool,
}

impl Count {
    /// Notes that a sentence says the term; whether it does so for the first time.
    fn see(&mut self, sentence: u32, proper: bool) -> bool {
        let is_new = self.last != sentence;
        self.sentences += u32::from(is_new);
        self.last = sentence;
        self.proper |= proper;
        is_new
    }
}

fn weights(counts: &[Count], headline: &[u32]) -> Vec<f32> {
    let weight = |(number, count): (usize, &Count)| {
        let repeated = (count.sentences as f32 - 1.0) + UNREPEATED;
        let headline = headline.binary_search(&(number as u32)).is_ok();
        repeated * (1.0 + NAME * f32::from(count.proper)) * (1.0 + HEADLINE * f32::from(headline))
    };
    let mut weights: Vec<f32> = counts.iter().enumerate().map(weight).collect();
    let mut sorted = weights.clone();
    sorted.sort_unstable_by(|a, b| b.total_cmp(a));
    let sum: f32 = sorted.iter().take(HEAVIEST).sum();
    weights.iter_mut().for_each(|w| *w /= sum.max(f32::MIN_POSITIVE));
    weights
}

/// Words made comparable: a light stemmer for English, which is ten times faster than Porter's and as good for
/// counting repetitions; the stemmer of the language for others.
pub(in crate::analysis) enum Keys {
    English { lower: String, language: &'static crate::text::language::Language },
    Other(Box<Words>),
}

impl Keys {
    /// For the language with this BCP 47 code.
    pub(in crate::analysis) fn new(code: &str) -> Self {
        let language = crate::text::language::Language::of(code);
        match language.code {
            "en" => Keys::English { lower: String::new(), language },
            _ => Keys::Other(Box::new(Words::new(code))),
        }
    }

    /// The key of a word by its stem; `None` for marks and common words.
    pub(in crate::analysis) fn key(&mut self, word: &str) -> Option<u64> {
        match self {
            Keys::Other(words) => words.key(word),
            Keys::English { lower, language } => english_key(word, lower, language),
        }
    }
}

fn english_key(word: &str, lower: &mut String, language: &crate::text::language::Language) -> Option<u64> {
    if !word.starts_with(char::is_alphanumeric) || word.ends_with("n't") || word.ends_with("n’t") {
        return None;
    }
    lower.clear();
    lower.push_str(word);
    lower.make_ascii_lowercase();
    // The country is no pronoun.
    if word != "US" && language.is_stopword(lower) {
        return None;
    }
    use std::hash::Hasher;
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(light_stem(lower).as_bytes());
    Some(hasher.finish())
}

/// The endings that a word with this last letter may have, in the order in which they are tried.
fn endings(lower: &str) -> &'static [&'static str] {
    match lower.as_bytes().last() {
        Some(b's') => &["ations", "ments", "ings", "ies", "ers", "es", "s"],
        Some(b'n') => &["ation"],
        Some(b't') => &["ment"],
        Some(b'g') => &["ing"],
        Some(b'd') => &["ied", "ed"],
        Some(b'r') => &["er"],
        Some(b'y') => &["ly"],
        _ => &[],
    }
}

/// Cuts one ending, never below four letters, and a final "e" or "y"/"i".
fn light_stem(lower: &str) -> &str {
    let long = |stem: &&str| stem.len() >= 3 && stem.is_ascii();
    let stem = endings(lower).iter().find_map(|end| lower.strip_suffix(end).filter(long)).unwrap_or(lower);
    stem.strip_suffix(['e', 'y', 'i']).filter(long).unwrap_or(stem)
}
