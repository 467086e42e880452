//! Parts of speech: a greedy averaged perceptron, left to right, over hashed features.

use super::hash::feature;
use super::labels::{POS_TAGS, Tag};
use super::ner::PAD;
use super::pack::Damaged;
use super::perceptron::{Line, Perceptron, Row, Scores, WIDTH, best};
use super::word::Word;

/// Features of one token.
pub const FEATURES: usize = 30;
/// Feature template of the dictionary of words with one tag; its row holds that tag alone.
pub const DICTIONARY: u32 = 199;

/// Key of a word form in the dictionary of words with one tag.
#[inline(always)]
pub fn dictionary_key(w: &Word) -> u32 {
    feature(DICTIONARY, w.lower, w.shape)
}

/// Writes the feature keys of the token at padded index `t`, given the tags of the tokens before it.
#[inline]
pub fn features(words: &[Word], pos: &[Tag], t: usize, out: &mut [u32; FEATURES]) {
    let w = &words[t - 2..=t + 2];
    let (a, b, c, d, e) = (&w[0], &w[1], &w[2], &w[3], &w[4]);
    let (p, q) = (pos[t - 1] as u32 + 1, pos[t - 2] as u32 + 1);
    let first = u32::from(t == PAD);
    let (p, q) = if t == PAD {
        (0, 0)
    } else if t == PAD + 1 {
        (p, 0)
    } else {
        (p, q)
    };
    *out = [
        feature(100, 0, 0),
        feature(101, c.lower, 0),
        feature(102, c.lower, c.shape),
        feature(103, b.lower, 0),
        feature(104, d.lower, 0),
        feature(105, a.lower, 0),
        feature(106, e.lower, 0),
        feature(107, c.suffix[0], 0),
        feature(108, c.suffix[1], 0),
        feature(109, c.suffix[2], 0),
        feature(110, c.suffix[3], 0),
        feature(111, c.prefix[0], c.shape),
        feature(112, c.prefix[2], 0),
        feature(113, c.shape, first),
        feature(114, p, 0),
        feature(115, p, q),
        feature(116, p, c.lower),
        feature(117, b.suffix[2], 0),
        feature(118, d.suffix[2], 0),
        feature(119, d.suffix[1], d.shape),
        feature(120, p, c.suffix[2]),
        feature(121, c.lower, d.lower),
        feature(122, b.lower, c.lower),
        feature(123, p, d.lower),
        feature(124, u32::from(c.class), p),
        feature(125, u32::from(c.class), u32::from(d.class)),
        feature(126, p << 8 | q, c.suffix[1]),
        feature(127, c.cluster, p),
        feature(128, c.cluster, c.suffix[1]),
        feature(129, c.suffix[2], c.shape),
    ];
}

/// Features of a token that is not the first of its sentence and whose word is [`Word::known`]: those that its word alone
/// decides, those that the word before it and the one after it decide, and all others.
const OWN: usize = 12;
const BEFORE: usize = 2;
const AFTER: usize = 3;
const REST: usize = FEATURES - OWN - BEFORE - AFTER;

fn own(c: &Word) -> [u32; OWN] {
    [
        feature(100, 0, 0),
        feature(101, c.lower, 0),
        feature(102, c.lower, c.shape),
        feature(107, c.suffix[0], 0),
        feature(108, c.suffix[1], 0),
        feature(109, c.suffix[2], 0),
        feature(110, c.suffix[3], 0),
        feature(111, c.prefix[0], c.shape),
        feature(112, c.prefix[2], 0),
        feature(113, c.shape, 0),
        feature(128, c.cluster, c.suffix[1]),
        feature(129, c.suffix[2], c.shape),
    ]
}

fn before(b: &Word) -> [u32; BEFORE] {
    [feature(103, b.lower, 0), feature(117, b.suffix[2], 0)]
}

fn after(d: &Word) -> [u32; AFTER] {
    [feature(104, d.lower, 0), feature(118, d.suffix[2], 0), feature(119, d.suffix[1], d.shape)]
}

#[inline(always)]
fn rest([a, b, c, d, e]: &[Word; 5], p: u32, q: u32) -> [u32; REST] {
    [
        feature(105, a.lower, 0),
        feature(106, e.lower, 0),
        feature(114, p, 0),
        feature(115, p, q),
        feature(116, p, c.lower),
        feature(120, p, c.suffix[2]),
        feature(121, c.lower, d.lower),
        feature(122, b.lower, c.lower),
        feature(123, p, d.lower),
        feature(124, u32::from(c.class), p),
        feature(125, u32::from(c.class), u32::from(d.class)),
        feature(126, p << 8 | q, c.suffix[1]),
        feature(127, c.cluster, p),
    ]
}

/// What is known of a word beforehand.
#[derive(Debug)]
struct Sums {
    /// What it adds to the scores of its own tags, of those of the token after it and of those of the token before it.
    own: Line,
    before: Line,
    after: Line,
    /// Its only tag, if it has one.
    sure: Option<u8>,
}

/// The tagger's weights.
#[derive(Debug)]
pub struct PosModel {
    weights: Perceptron,
    /// By [`Word::known`].
    known: Vec<Sums>,
}

impl PosModel {
    /// Builds the table from rows with distinct keys.
    pub fn new(rows: &[Row]) -> Self {
        PosModel { weights: Perceptron::new(rows), known: Vec::new() }
    }

    /// Reads what [`pack`](super::perceptron::pack) wrote.
    pub fn unpack(bytes: &[u8]) -> Result<Self, Damaged> {
        Ok(PosModel { weights: Perceptron::unpack(bytes)?, known: Vec::new() })
    }

    /// Adds up what can be added up beforehand of words, which are given by [`Word::known`].
    pub fn learn(&mut self, words: &[Word]) {
        let sums = |word: &Word| Sums {
            own: self.weights.line(&own(word)),
            before: self.weights.line(&before(word)),
            after: self.weights.line(&after(word)),
            sure: self.weights.sure(dictionary_key(word)),
        };
        self.known = words.iter().map(sums).collect();
    }

    /// Tags a sentence; both slices are padded by [`PAD`] on both sides, `pos` is filled in.
    pub fn tag(&self, words: &[Word], pos: &mut [Tag]) {
        for t in PAD..words.len() - PAD {
            let known = self.known_of(&words[t]);
            let sure = known.map_or_else(|| self.weights.sure(dictionary_key(&words[t])), |known| known.sure);
            let tag = match sure {
                Some(tag) => usize::from(tag),
                None => best(&self.scores(words, pos, t, known), POS_TAGS),
            };
            pos[t] = Tag::from_index(tag);
        }
    }

    #[inline(always)]
    fn known_of(&self, word: &Word) -> Option<&Sums> {
        if word.known == 0 { None } else { self.known.get(usize::from(word.known)) }
    }

    /// The scores of the tags of the token at padded index `t`.
    #[inline(always)]
    fn scores(&self, words: &[Word], pos: &[Tag], t: usize, known: Option<&Sums>) -> Scores {
        let mut scores = [0; WIDTH];
        let weights = &self.weights;
        let around = words[t - PAD..].first_chunk::<5>().filter(|_| t > PAD);
        let (Some(known), Some(around)) = (known, around) else {
            let mut keys = [0; FEATURES];
            features(words, pos, t, &mut keys);
            weights.add_rows(&keys, &mut scores);
            return scores;
        };
        known.own.add_to(&mut scores);
        match self.known_of(&around[1]) {
            Some(known) => known.before.add_to(&mut scores),
            None => weights.add_rows(&before(&around[1]), &mut scores),
        }
        match self.known_of(&around[3]) {
            Some(known) => known.after.add_to(&mut scores),
            None => weights.add_rows(&after(&around[3]), &mut scores),
        }
        let q = if t == PAD + 1 { 0 } else { pos[t - 2] as u32 + 1 };
        weights.add_rows(&rest(around, pos[t - 1] as u32 + 1, q), &mut scores);
        scores
    }
}
