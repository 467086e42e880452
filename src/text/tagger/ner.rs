//! Entity labels: a linear-chain conditional random field with quantised weights and exact Viterbi decoding.
//!
//! Only tokens that could belong to a name are scored: those with a capital letter and their neighbours. All others
//! are `O`, which cuts a sentence into short independent chunks and halves the work.

use super::hash::feature;
use super::labels::{LABELS, Label, Tag};
use super::pack::{Damaged, Reader, write_number};
use super::table::Table;
use super::word::{Word, classes};

/// Places of padding before and after a sentence in the scratch buffers.
pub const PAD: usize = 2;
/// Features of one token.
pub const FEATURES: usize = 54;
/// Fixed-point steps to one unit of log-odds.
pub const SCALE: f32 = 16.0;
/// Scores of the labels of one token, in steps of `1 / SCALE`.
pub type Scores = [i16; 8];

/// How a sentence is written, which changes what capitals mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Case {
    Running,
    Title,
    Upper,
}

impl Case {
    /// Judges a sentence: mostly upper case, or nearly every longer word capitalised, or plain.
    pub fn of(words: &[Word]) -> Case {
        let letters = words.iter().filter(|w| w.letters).count();
        let upper = words.iter().filter(|w| w.all_caps).count();
        let capital = words.iter().filter(|w| w.letters && w.capital).count();
        match letters {
            3.. if upper * 10 >= letters * 7 => Case::Upper,
            4.. if capital * 10 >= letters * 7 => Case::Title,
            _ => Case::Running,
        }
    }
}

/// The capitalised stretch that a token stands in: hashes of the words on either side, and the place within.
#[derive(Clone, Copy, Debug, Default)]
pub struct Run {
    left: u32,
    right: u32,
    /// Index within the run (at most 3) and length (at most 4), packed.
    place: u8,
}

impl Run {
    /// Index within the run and its length, packed; zero outside runs.
    pub fn place(&self) -> u8 {
        self.place
    }
}

/// Fills `runs` (padded like `words`) with the capitalised stretches.
pub fn find_runs(words: &[Word], runs: &mut Vec<Run>) {
    runs.clear();
    runs.resize(words.len(), Run::default());
    let mut t = 0;
    while t < words.len() {
        let start = t;
        while t < words.len() && words[t].capital {
            t += 1;
        }
        let len = t - start;
        for (i, run) in runs[start..t].iter_mut().enumerate() {
            *run =
                Run { left: words[start - 1].lower, right: words[t].lower, place: (i.min(3) * 8 + len.min(4)) as u8 };
        }
        t += usize::from(len == 0);
    }
}

/// Whether the token at `t` (padded index) can be part of a name at all: it or a neighbour has a capital, or it
/// follows a hyphen that stands apart ("Jae - myung").
#[inline(always)]
pub fn scored(words: &[Word], t: usize) -> bool {
    words[t].capital || words[t - 1].capital || words[t + 1].capital || words[t - 1].hyphen && words[t - 2].capital
}

/// One sentence as the feature function sees it; all slices are padded by [`PAD`] on both sides.
#[derive(Debug)]
pub struct View<'a> {
    pub words: &'a [Word],
    pub pos: &'a [Tag],
    pub runs: &'a [Run],
    pub case: Case,
}

/// Writes the feature keys of the token at padded index `t`.
#[inline]
pub fn features(v: &View, t: usize, out: &mut [u32; FEATURES]) {
    let w = &v.words[t - 2..=t + 2];
    let (a, b, c, d, e) = (&w[0], &w[1], &w[2], &w[3], &w[4]);
    let p = |i: usize| v.pos[i] as u32;
    let run = &v.runs[t];
    let first = u32::from(t == PAD);
    let case = v.case as u32;
    let lists = c.lists;
    *out = [
        feature(0, first, case),
        feature(1, c.lower, 0),
        feature(2, b.lower, 0),
        feature(3, d.lower, 0),
        feature(4, a.lower, 0),
        feature(5, e.lower, 0),
        feature(6, b.lower, c.lower),
        feature(7, c.lower, d.lower),
        feature(8, c.shape, case),
        feature(9, b.shape, c.shape),
        feature(10, c.shape, d.shape),
        feature(11, b.shape ^ c.shape.rotate_left(16), d.shape),
        feature(12, c.prefix[1], 0),
        feature(13, c.prefix[2], 0),
        feature(14, c.prefix[3], 0),
        feature(15, c.suffix[1], 0),
        feature(16, c.suffix[2], 0),
        feature(17, c.suffix[3], 0),
        feature(18, b.suffix[2], 0),
        feature(19, d.suffix[2], 0),
        feature(20, lists, u32::from(c.capital) + 2 * first),
        feature(21, b.lists, u32::from(b.capital)),
        feature(22, d.lists, u32::from(d.capital)),
        classes(23, b, c, d),
        classes(24, a, b, c),
        classes(25, c, d, e),
        feature(26, p(t), u32::from(c.capital)),
        feature(27, p(t - 1), p(t)),
        feature(28, p(t), p(t + 1)),
        feature(29, p(t - 1) << 8 | p(t), p(t + 1)),
        feature(30, u32::from(c.class), b.lower),
        feature(31, u32::from(c.class), d.lower),
        feature(32, c.shape, case << 1 | first),
        feature(33, c.shape, b.lower),
        feature(34, c.shape, d.lower),
        feature(35, a.lower, b.lower),
        feature(36, d.lower, e.lower),
        feature(37, run.left, u32::from(run.place)),
        feature(38, run.right, u32::from(run.place)),
        feature(39, u32::from(run.place), u32::from(c.class)),
        feature(40, u32::from(run.place) << 8 | first, u32::from(c.class)),
        feature(41, run.left, run.right),
        feature(42, c.suffix[1], run.right),
        feature(43, u32::from(b.class), u32::from(c.class)),
        feature(44, u32::from(c.class), u32::from(d.class)),
        feature(45, c.suffix[2], c.prefix[1]),
        feature(46, u32::from(c.class), case << 1 | first),
        feature(47, c.cluster, u32::from(c.capital)),
        feature(48, b.cluster, u32::from(c.class)),
        feature(49, d.cluster, u32::from(c.class)),
        feature(50, b.cluster, c.cluster),
        feature(51, c.cluster, d.cluster),
        feature(52, a.cluster, b.cluster),
        feature(53, d.cluster, e.cluster),
    ];
}

/// The weights of the field.
#[derive(Debug)]
pub struct NerModel {
    /// A weight for each label, in steps of `1 / SCALE`.
    rows: Table<[i8; 8]>,
    /// `links[from][to]`; the sentence begins and every chunk is entered as from `O`.
    links: [Lanes; LABELS],
}

/// A number for each label, and one to spare, so that they fill whole vector registers.
pub type Lanes = [i32; 8];

/// Far below every sum.
const NEVER: i32 = i32::MIN / 2;

impl NerModel {
    /// Builds the table from rows by ascending key.
    pub fn new(rows: &[(u32, [i8; 8])], transitions: [[i16; LABELS]; LABELS]) -> Self {
        let rows = Table::new(rows.len(), rows.iter().copied().map(Ok)).expect("the keys are in order");
        NerModel { rows, links: links(&transitions) }
    }

    /// Adds up the weights of `keys`.
    #[inline]
    pub fn score(&self, keys: &[u32]) -> Scores {
        self.rows.sum(keys)
    }

    /// Adds up the weights of all features of a token.
    #[inline]
    pub fn score_all(&self, keys: &[u32; FEATURES]) -> Scores {
        self.rows.sum_at_once(keys)
    }

    /// Reads what [`NerModel::pack`] wrote.
    pub fn unpack(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut r = Reader::new(bytes);
        let mut transitions = [[0i16; LABELS]; LABELS];
        for cell in transitions.iter_mut().flatten() {
            *cell = i16::from_le_bytes([r.byte()?, r.byte()?]);
        }
        let count = r.number()? as usize;
        if count > bytes.len() {
            return Err(Damaged);
        }
        let mut key = 0u32;
        let mut row = || {
            key = key.wrapping_add(r.number()?);
            Ok((key, unpack_weights(&mut r)?))
        };
        let rows = Table::new(count, (0..count).map(|_| row()))?;
        Ok(NerModel { rows, links: links(&transitions) })
    }

    /// The file form: transitions, then rows by key (as differences), each with a mask of its non-zero weights.
    pub fn pack(rows: &[(u32, [i8; 8])], transitions: &[[i16; LABELS]; LABELS]) -> Vec<u8> {
        let mut out: Vec<u8> = transitions.iter().flatten().flat_map(|t| t.to_le_bytes()).collect();
        write_number(&mut out, rows.len() as u32);
        let mut last = 0;
        for (key, weights) in rows {
            write_number(&mut out, key - last);
            last = *key;
            out.push(weights.iter().enumerate().fold(0, |m, (i, &w)| m | u8::from(w != 0) << i));
            out.extend(weights.iter().filter(|&&w| w != 0).map(|&w| w as u8));
        }
        out
    }
}

/// A mask of the labels with a weight, and these weights.
fn unpack_weights(r: &mut Reader<'_>) -> Result<[i8; 8], Damaged> {
    let mask = r.byte()?;
    let mut weights = [0; 8];
    for (label, weight) in weights.iter_mut().enumerate() {
        if mask >> label & 1 == 1 {
            *weight = r.byte()? as i8;
        }
    }
    Ok(weights)
}

fn links(transitions: &[[i16; LABELS]; LABELS]) -> [Lanes; LABELS] {
    transitions.map(|row| {
        let mut lanes = [NEVER; 8];
        lanes.iter_mut().zip(row).for_each(|(lane, weight)| *lane = weight.into());
        lanes
    })
}

/// The best label sequence of one chunk, written over `labels`. `back` is scratch.
pub fn viterbi(scores: &[Scores], model: &NerModel, back: &mut Vec<Lanes>, labels: &mut [Label]) {
    back.clear();
    let mut best = [NEVER; 8];
    for (at, emission) in scores.iter().enumerate() {
        let (mut next, from) = if at == 0 { (model.links[0], [0; 8]) } else { step(&best, &model.links) };
        for label in 0..8 {
            next[label] += i32::from(emission[label]);
        }
        best = next;
        back.push(from);
    }
    let ended = |l: usize| best[l] + model.links[l][0];
    let mut at = (0..LABELS).max_by_key(|&l| (ended(l), LABELS - l)).unwrap_or(0);
    for (label, from) in labels.iter_mut().zip(back.iter()).rev() {
        *label = Label::ALL[at];
        at = from[at] as usize;
    }
}

/// For every label the best sum with which a token can be entered, and the label before that gives it.
#[inline(always)]
fn step(best: &Lanes, links: &[Lanes; LABELS]) -> (Lanes, Lanes) {
    let (mut next, mut from) = ([NEVER; 8], [0; 8]);
    for source in 0..LABELS {
        for to in 0..8 {
            let value = best[source] + links[source][to];
            let better = value > next[to];
            next[to] = if better { value } else { next[to] };
            from[to] = if better { source as i32 } else { from[to] };
        }
    }
    (next, from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn transitions() -> [[i16; LABELS]; LABELS] {
        let mut transitions = [[0; LABELS]; LABELS];
        for (from, row) in transitions.iter_mut().enumerate() {
            for (to, cell) in row.iter_mut().enumerate() {
                *cell = if Label::ALL[from].allows(Label::ALL[to]) { 0 } else { -1000 };
            }
        }
        transitions
    }

    fn model() -> NerModel {
        NerModel::new(&[(7, [0, 5, 0, 0, 0, 0, 0, 0]), (9, [0, 0, -3, 0, 0, 0, 120, 0])], transitions())
    }

    #[test]
    fn weights_of_known_keys_add_up_and_others_count_nothing() {
        assert_eq!(model().score(&[7, 7, 9, 1234]), [0, 10, -3, 0, 0, 0, 120, 0]);
    }

    #[test]
    fn decoding_never_starts_a_span_inside() {
        let m = model();
        let mut labels = [Label::O; 2];
        let scores = [[0, 0, 0, 0, 0, 10, 0, 0], [0, 0, 40, 0, 0, 0, 35, 0]];
        viterbi(&scores, &m, &mut Vec::new(), &mut labels);
        assert_eq!(labels, [Label::BLoc, Label::ILoc]);
    }

    #[test]
    fn a_model_reads_back() {
        let m = model();
        let bytes = NerModel::pack(&[(7, [0, 5, 0, 0, 0, 0, 0, 0]), (9, [0, 0, -3, 0, 0, 0, 120, 0])], &transitions());
        let back = NerModel::unpack(&bytes).unwrap();
        assert_eq!(back.links, m.links);
        assert_eq!(back.score(&[7, 9]), m.score(&[7, 9]));
        assert!(NerModel::unpack(&bytes[..bytes.len() - 1]).is_err());
    }
}
