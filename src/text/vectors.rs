//! Word vectors and word rarity, read in place from embedded bytes.
//!
//! The vectors are distilled from all-MiniLM-L6-v2 (see `tools/distil/`): a word's vector has the
//! direction of its meaning and, as its length, how much it should count in the sum of a passage. So
//! the plain sum of its words is a fair vector of a passage, and no other weights are needed.
//!
//! Lookups hash the lower-cased word and allocate nothing. A word without an entry of its own falls
//! back to its base forms (`bases` below: "regulators" -> "regulator"), a hyphenated one to its parts.
//!
//! # Format (little-endian)
//! | bytes | what |
//! |---|---|
//! | 8 | `SFVEC001` |
//! | 4 x 3 | `u32` dimensions, words with a vector, words with a frequency only |
//! | 4 | `f32` value of one unit of a vector's scale byte |
//! | table A | index of the words with a vector |
//! | n | frequency bytes of A: `10 * 3 * -log10 p`, see [`Vectors::rarity`] |
//! | n | scale bytes of A |
//! | n x dims | `i8` components of A |
//! | table B | index of the words with a frequency only |
//! | m | frequency bytes of B |
//!
//! A table is `BUCKETS + 1` `u16` starts, then one `u16` fingerprint a word. The top bits of the hash
//! choose the bucket, the low 16 are the fingerprint: about one unknown word in 15,000 is mistaken for
//! a known one, in exchange for not storing the words.

use std::fmt;

const MAGIC: &[u8; 8] = b"SFVEC001";
const HEADER: usize = 24;
const BUCKET_BITS: u32 = 13;
const BUCKETS: usize = 1 << BUCKET_BITS;
/// Frequency bytes hold `-log10 p` in steps of one thirtieth.
const RARITY_STEPS: f32 = 30.0;
/// `-log10 p` of a word that no list knows: mostly a name, so rare, but not as rare as a rare word.
pub const UNKNOWN_RARITY: f32 = 6.8;
/// The constant of smooth inverse frequency weights (Arora, Liang & Ma 2017).
const SIF: f32 = 1e-3;

/// Why a vector file was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadVectors {
    /// The first eight bytes are not those of this format.
    NotVectors,
    /// The header promises more, or less, than the file holds.
    WrongLength,
}

impl fmt::Display for BadVectors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotVectors => "not a standfirst vector file",
            Self::WrongLength => "the vector file is cut short or damaged",
        })
    }
}

impl std::error::Error for BadVectors {}

/// Maps the hash of a word to its row.
#[derive(Debug, Clone, Copy)]
struct Table<'a> {
    starts: &'a [[u8; 2]],
    prints: &'a [[u8; 2]],
}

impl Table<'_> {
    fn find(&self, hash: u64) -> Option<usize> {
        let bucket = (hash >> (64 - BUCKET_BITS)) as usize;
        let (from, to) = (self.start(bucket), self.start(bucket + 1));
        let print = (hash as u16).to_le_bytes();
        self.prints[from..to].iter().position(|&p| p == print).map(|row| from + row)
    }

    #[inline]
    fn start(&self, bucket: usize) -> usize {
        usize::from(u16::from_le_bytes(self.starts[bucket]))
    }
}

/// The vector of one word, borrowed from the model: component `i` is `raw[i] * scale`.
#[derive(Debug, Clone, Copy)]
pub struct WordVector<'a> {
    raw: &'a [u8],
    scale: f32,
}

impl WordVector<'_> {
    /// The components as floats.
    pub fn iter(&self) -> impl Iterator<Item = f32> + '_ {
        self.raw.iter().map(|&b| f32::from(b as i8) * self.scale)
    }

    /// Adds the vector, `weight` times, to `sum`, which has at least as many dimensions.
    pub fn add_to(&self, weight: f32, sum: &mut [f32]) {
        let factor = weight * self.scale;
        let length = self.raw.len().min(sum.len());
        let (sum, raw) = (&mut sum[..length], &self.raw[..length]);
        for i in 0..length {
            sum[i] += f32::from(raw[i] as i8) * factor;
        }
    }

    /// Cosine with a float vector of the same dimensions; 0 if either is all zeros.
    pub fn cosine(&self, other: &[f32]) -> f32 {
        let (mut dot, mut ours, mut theirs) = (0.0, 0.0, 0.0);
        for (a, &b) in self.iter().zip(other) {
            dot += a * b;
            ours += a * a;
            theirs += b * b;
        }
        ratio(dot, ours, theirs)
    }
}

fn ratio(dot: f32, ours: f32, theirs: f32) -> f32 {
    let square = ours * theirs;
    if square > 0.0 { dot / square.sqrt() } else { 0.0 }
}

/// Cosine of two float vectors of the same length; 0 if either is all zeros.
pub fn cosine(a: &[f32], b: &[f32]) -> f32 {
    let (mut dot, mut ours, mut theirs) = (0.0, 0.0, 0.0);
    for (&x, &y) in a.iter().zip(b) {
        dot += x * y;
        ours += x * x;
        theirs += y * y;
    }
    ratio(dot, ours, theirs)
}

/// The word vectors and background frequencies of general English.
#[derive(Debug, Clone, Copy)]
pub struct Vectors<'a> {
    dims: usize,
    unit: f32,
    table: Table<'a>,
    frequencies: &'a [u8],
    scales: &'a [u8],
    components: &'a [u8],
    rare_table: Table<'a>,
    rare_frequencies: &'a [u8],
}

/// Cuts a byte slice into its parts, in order.
struct Cutter<'a>(&'a [u8]);

impl<'a> Cutter<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], BadVectors> {
        let (head, tail) = self.0.split_at_checked(count).ok_or(BadVectors::WrongLength)?;
        self.0 = tail;
        Ok(head)
    }

    fn number(&mut self) -> Result<[u8; 4], BadVectors> {
        self.take(4)?.try_into().map_err(|_| BadVectors::WrongLength)
    }

    fn table(&mut self, words: usize) -> Result<Table<'a>, BadVectors> {
        let (starts, prints) = (self.take(2 * (BUCKETS + 1))?, self.take(2 * words)?);
        let table = Table { starts: starts.as_chunks().0, prints: prints.as_chunks().0 };
        let sorted = (0..BUCKETS).all(|bucket| table.start(bucket) <= table.start(bucket + 1));
        if sorted && table.start(BUCKETS) == words { Ok(table) } else { Err(BadVectors::WrongLength) }
    }
}

impl<'a> Vectors<'a> {
    /// Reads the model in place; checks its shape, copies nothing.
    ///
    /// # Errors
    /// [`BadVectors`] if the bytes are not a whole vector file.
    pub fn from_bytes(bytes: &'a [u8]) -> Result<Self, BadVectors> {
        if !bytes.starts_with(MAGIC) || bytes.len() < HEADER {
            return Err(BadVectors::NotVectors);
        }
        let mut cut = Cutter(&bytes[MAGIC.len()..]);
        let dims = u32::from_le_bytes(cut.number()?) as usize;
        let words = u32::from_le_bytes(cut.number()?) as usize;
        let rare = u32::from_le_bytes(cut.number()?) as usize;
        let unit = f32::from_le_bytes(cut.number()?);
        let vectors = Self {
            dims,
            unit,
            table: cut.table(words)?,
            frequencies: cut.take(words)?,
            scales: cut.take(words)?,
            components: cut.take(words.saturating_mul(dims))?,
            rare_table: cut.table(rare)?,
            rare_frequencies: cut.take(rare)?,
        };
        if cut.0.is_empty() { Ok(vectors) } else { Err(BadVectors::WrongLength) }
    }

    /// Dimensions of every vector.
    pub fn dims(&self) -> usize {
        self.dims
    }

    fn row(&self, row: usize) -> WordVector<'a> {
        let from = row * self.dims;
        WordVector { raw: &self.components[from..from + self.dims], scale: f32::from(self.scales[row]) * self.unit }
    }

    /// The vector of a word in any case, or of its base form if only that is known.
    pub fn get(&self, word: &str) -> Option<WordVector<'a>> {
        let word = word.as_bytes();
        let row = self
            .table
            .find(hash(word, b""))
            .or_else(|| bases(word).find_map(|(stem, ending)| self.table.find(hash(stem, ending))));
        row.map(|r| self.row(r))
    }

    /// Adds the word's vector, `weight` times, to `sum` (`dims` floats), a hyphenated word part by part.
    /// Returns whether anything was known.
    pub fn accumulate(&self, word: &str, weight: f32, sum: &mut [f32]) -> bool {
        if let Some(v) = self.get(word) {
            v.add_to(weight, sum);
            return true;
        }
        let mut known = false;
        if word.contains('-') {
            for part in word.split('-').filter_map(|p| self.get(p)) {
                part.add_to(weight, sum);
                known = true;
            }
        }
        known
    }

    /// The vector of a passage: the sum of its words, `dims` floats long, not made unit length.
    pub fn sum<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> Vec<f32> {
        let mut sum = vec![0.0; self.dims];
        for word in words {
            self.accumulate(word, 1.0, &mut sum);
        }
        sum
    }

    /// How rare a word is in general English: `-log10` of its share of running words. "the" has 1.3,
    /// "like" 3.1, "website" 3.5, "striker" 5.5; a word that no list knows has 6.8.
    /// An inflected form without an entry of its own takes the base form's.
    pub fn rarity(&self, word: &str) -> f32 {
        let word = word.as_bytes();
        let step = self
            .frequency(hash(word, b""))
            .or_else(|| bases(word).find_map(|(stem, ending)| self.frequency(hash(stem, ending))));
        step.map_or(UNKNOWN_RARITY, |s| f32::from(s) / RARITY_STEPS)
    }

    /// Whether the word lists know the word, or a base form of it: a name or a misspelling is not.
    pub fn knows(&self, word: &str) -> bool {
        let word = word.as_bytes();
        self.frequency(hash(word, b"")).is_some()
            || bases(word).any(|(stem, ending)| self.frequency(hash(stem, ending)).is_some())
    }

    fn frequency(&self, hash: u64) -> Option<u8> {
        let common = self.table.find(hash).map(|r| self.frequencies[r]);
        common.or_else(|| self.rare_table.find(hash).map(|r| self.rare_frequencies[r]))
    }

    /// Smooth inverse frequency weight of a word, 0..1: small for "the", near 1 for a rare word.
    pub fn sif(&self, word: &str) -> f32 {
        SIF / (SIF + 10f32.powf(-self.rarity(word)))
    }
}

/// FNV-1a of the lower-cased stem and ending, with a final mix so that the top bits are good too.
/// `tools/distil/pack.py` has the same function.
pub fn hash(stem: &[u8], ending: &[u8]) -> u64 {
    let step = |h: u64, b: &u8| (h ^ u64::from(b.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3);
    let h = ending.iter().fold(stem.iter().fold(0xcbf2_9ce4_8422_2325, step), step);
    (h ^ (h >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// One way to undo an inflection.
struct Rule {
    suffix: &'static [u8],
    /// Shortest word it applies to, bytes.
    shortest: usize,
    ending: &'static [u8],
    /// Also drop one of two like letters before the suffix ("running" -> "run").
    undouble: bool,
}

const fn rule(suffix: &'static str, shortest: usize, ending: &'static str, undouble: bool) -> Rule {
    Rule { suffix: suffix.as_bytes(), shortest, ending: ending.as_bytes(), undouble }
}

/// Likeliest first. `tools/distil/stems.py` has the same rules; the two must agree.
const RULES: [Rule; 12] = [
    rule("ies", 6, "y", false),
    rule("es", 5, "e", false),
    rule("es", 5, "", false),
    rule("s", 4, "", false),
    rule("ied", 6, "y", false),
    rule("ed", 5, "", false),
    rule("ed", 5, "e", false),
    rule("ed", 5, "", true),
    rule("ing", 6, "", false),
    rule("ing", 6, "e", false),
    rule("ing", 6, "", true),
    rule("ly", 6, "", false),
];

impl Rule {
    fn undo<'w>(&self, word: &'w [u8]) -> Option<(&'w [u8], &'static [u8])> {
        let cut = word.len().checked_sub(self.suffix.len())?;
        let (stem, suffix) = word.split_at(cut);
        if word.len() < self.shortest || !suffix.eq_ignore_ascii_case(self.suffix) {
            return None;
        }
        match (self.undouble, stem) {
            (false, _) => Some((stem, self.ending)),
            (true, [.., a, b]) if a.eq_ignore_ascii_case(b) => Some((&stem[..stem.len() - 1], self.ending)),
            (true, _) => None,
        }
    }
}

/// Possible base forms of an inflected word, likeliest first, each as a stem and an ending.
fn bases(word: &[u8]) -> impl Iterator<Item = (&[u8], &'static [u8])> {
    let inflected = matches!(word.last().map(u8::to_ascii_lowercase), Some(b's' | b'd' | b'g' | b'y'));
    let rules = if inflected { &RULES[..] } else { &[] };
    rules.iter().filter_map(|rule| rule.undo(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    static MODEL: &[u8] = include_bytes!("../../models/vectors.bin");

    fn model() -> Vectors<'static> {
        Vectors::from_bytes(MODEL).expect("the shipped model is whole")
    }

    fn likeness(a: &str, b: &str) -> f32 {
        let m = model();
        cosine(&m.sum(a.split(' ')), &m.sum(b.split(' ')))
    }

    #[test]
    fn meaning_is_nearer_than_chance() {
        assert!(likeness("parliament", "legislature") > 0.4);
        assert!(likeness("parliament", "legislature") > likeness("parliament", "goalkeeper") + 0.3);
        assert!(
            likeness("the bank raised rates", "banks and interest")
                > likeness("the bank raised rates", "a football match")
        );
    }

    #[test]
    fn case_and_inflection_do_not_matter() {
        let m = model();
        let sum = |w| m.sum([w]);
        assert_eq!(sum("Parliament"), sum("parliament"));
        assert!(m.get("yachtswomen's").is_none());
        assert!(cosine(&sum("regulators"), &sum("regulator")) > 0.75);
    }

    #[test]
    fn hyphenated_words_count_by_parts() {
        let m = model();
        assert_eq!(m.sum(["bank-parliament"]), m.sum(["bank", "parliament"]));
        assert!(!m.accumulate("qzx-xqz", 1.0, &mut m.sum([])));
    }

    #[test]
    fn rarity_orders_words() {
        let m = model();
        assert!(m.rarity("the") < 2.0 && m.rarity("The") == m.rarity("the"));
        assert!(m.rarity("website") < m.rarity("goalkeeper"));
        assert_eq!(m.rarity("zzyqx"), UNKNOWN_RARITY);
        assert!(m.sif("the") < 0.1 && m.sif("goalkeeper") > 0.9);
        assert!(m.knows("walked") && !m.knows("zzyqx"));
    }

    #[test]
    fn bases_undo_inflection() {
        let all = |w: &str| -> Vec<String> {
            let join = |(s, e): (&[u8], &[u8])| String::from_utf8([s, e].concat()).unwrap();
            bases(w.as_bytes()).map(join).collect()
        };
        assert_eq!(all("parties"), ["party", "partie", "parti", "partie"]);
        assert_eq!(all("running"), ["runn", "runne", "run"]);
        assert!(all("was").is_empty());
    }

    #[test]
    fn damaged_files_are_refused() {
        assert_eq!(Vectors::from_bytes(b"x").err(), Some(BadVectors::NotVectors));
        assert_eq!(Vectors::from_bytes(&MODEL[..MODEL.len() - 1]).err(), Some(BadVectors::WrongLength));
        let mut long = MODEL.to_vec();
        long.push(0);
        assert_eq!(Vectors::from_bytes(&long).err(), Some(BadVectors::WrongLength));
    }
}
