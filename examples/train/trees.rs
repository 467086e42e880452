//! The trees of a teacher: reading them, learning the relations from them (an averaged perceptron), and how far the
//! parser agrees with them.

use crate::index::Index;
use crate::perceptron::averaged;
use crate::rng::Rng;
use standfirst::text::Pos;
use standfirst::text::parser::relations::{self, Siblings};
use standfirst::text::parser::state::Sentence;
use standfirst::text::parser::{Item, MAX_TOKENS, Parser, RELATIONS, Relation};
use standfirst::text::tagger::perceptron::Row;
use standfirst::text::tagger::{Scratch, Tag, Tagger};
use std::path::Path;

/// A sentence with the teacher's tree; the number of tokens is the head of the root.
pub(crate) struct Parsed {
    pub(crate) sentence: Sentence,
    pub(crate) heads: Vec<u16>,
    relations: Vec<Relation>,
}

/// Reads `token, head as a distance (0 for the root), relation`, and tags the tokens as the parser will see them.
pub(crate) fn read(path: &Path, tagger: &Tagger) -> Vec<Parsed> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut scratch = Scratch::default();
    text.split("\n\n").filter_map(|block| parsed(block, tagger, &mut scratch)).collect()
}

fn parsed(block: &str, tagger: &Tagger, scratch: &mut Scratch) -> Option<Parsed> {
    let rows: Vec<Vec<&str>> = block.lines().map(|line| line.split('\t').collect()).collect();
    let n = rows.len();
    if !(2..=MAX_TOKENS).contains(&n) || rows.iter().any(|row| row.len() != 3) {
        return None;
    }
    let words: Vec<&str> = rows.iter().map(|row| row[0]).collect();
    tagger.tag(&words, scratch);
    let item = |(word, &tag): (&&str, &Tag)| Item::new(word, Pos::from(tag), &tagger.lists);
    let sentence = Sentence::new(words.iter().zip(scratch.pos()).map(item).collect());
    let head = |(i, row): (usize, &Vec<&str>)| match row[1].parse::<i32>().ok()? {
        0 => Some(n as u16),
        far => Some((i as i32 + far) as u16),
    };
    let heads: Vec<u16> = rows.iter().enumerate().map(head).collect::<Option<_>>()?;
    let relations = rows.iter().map(|row| Relation::parse(row[2])).collect();
    (heads.iter().filter(|&&h| h as usize == n).count() == 1 && is_projective(&heads)).then_some(Parsed {
        sentence,
        heads,
        relations,
    })
}

fn is_projective(heads: &[u16]) -> bool {
    let ends = |i: usize| (i.min(heads[i] as usize), i.max(heads[i] as usize));
    (0..heads.len()).all(|i| {
        let (a, b) = ends(i);
        (a + 1..b).all(|k| (a..=b).contains(&(heads[k] as usize)))
    })
}

/// Weights while they are learned, with their sums over time.
struct Learner<const N: usize> {
    index: Index,
    now: Vec<[f32; N]>,
    sum: Vec<[f32; N]>,
    clock: f32,
}

impl<const N: usize> Learner<N> {
    fn new(index: Index) -> Self {
        let now = vec![[0.0; N]; index.keys.len()];
        Self { sum: now.clone(), now, index, clock: 1.0 }
    }

    fn rows(&self, keys: &[u32]) -> Vec<usize> {
        keys.iter().filter_map(|&key| self.index.get(key)).map(|i| i as usize).collect()
    }

    fn scores(&self, rows: &[usize]) -> [f32; N] {
        let mut scores = [0.0; N];
        rows.iter().for_each(|&r| scores.iter_mut().zip(&self.now[r]).for_each(|(s, w)| *s += w));
        scores
    }

    fn update(&mut self, rows: &[usize], gold: usize, got: usize) {
        for &r in rows {
            self.now[r][gold] += 1.0;
            self.sum[r][gold] += self.clock;
            self.now[r][got] -= 1.0;
            self.sum[r][got] -= self.clock;
        }
    }

    /// Learns from the sentences in an order of chance; `one` learns from one and counts its wrong and all decisions.
    fn learn(&mut self, data: &[Parsed], epochs: usize, seed: u64, one: fn(&Parsed, &mut Self, &mut (u32, u32))) {
        let (mut order, mut rng): (Vec<usize>, Rng) = ((0..data.len()).collect(), Rng(seed));
        for epoch in 0..epochs {
            rng.shuffle(&mut order);
            let mut wrong = (0u32, 0u32);
            order.iter().for_each(|&i| one(&data[i], self, &mut wrong));
            eprintln!("epoch {epoch}: {:.3}% wrong", 100.0 * f64::from(wrong.0) / f64::from(wrong.1));
        }
    }

    fn finish(&self, prune: f32) -> Vec<Row> {
        let mut rows = averaged(&self.index, &self.now, &self.sum, self.clock, prune);
        rows.sort();
        rows
    }
}

fn first_best<const N: usize>(scores: &[f32; N], allowed: impl Fn(usize) -> bool) -> usize {
    (0..N).filter(|&i| allowed(i)).reduce(|b, i| if scores[i] > scores[b] { i } else { b }).unwrap_or(0)
}

/// Learns the relations; `least` sightings make a feature.
pub(crate) fn train_relations(data: &[Parsed], epochs: usize, least: u32, prune: f32) -> Vec<Row> {
    let mut index = Index::new();
    let mut keys = [0; relations::FEATURES];
    for parsed in data {
        let mut siblings = Siblings::new(&parsed.heads);
        for t in (0..parsed.sentence.items.len()).filter(|&t| parsed.relations[t] != Relation::Root) {
            relations::features(&parsed.sentence.items, &parsed.heads, &siblings, t, &mut keys);
            keys.iter().for_each(|&key| index.count(key));
            siblings.label(parsed.heads[t], parsed.relations[t]);
        }
    }
    let mut learner: Learner<RELATIONS> = Learner::new(index.cut(least));
    eprintln!("relations: {} features", learner.now.len());
    learner.learn(data, epochs, 22, learn_relations);
    learner.finish(prune)
}

fn learn_relations(parsed: &Parsed, learner: &mut Learner<RELATIONS>, wrong: &mut (u32, u32)) {
    let mut siblings = Siblings::new(&parsed.heads);
    let mut keys = [0; relations::FEATURES];
    for t in (0..parsed.sentence.items.len()).filter(|&t| parsed.relations[t] != Relation::Root) {
        relations::features(&parsed.sentence.items, &parsed.heads, &siblings, t, &mut keys);
        let rows = learner.rows(&keys);
        let got = first_best(&learner.scores(&rows), |_| true);
        wrong.1 += 1;
        if got != parsed.relations[t] as usize {
            wrong.0 += 1;
            learner.update(&rows, parsed.relations[t] as usize, got);
        }
        learner.clock += 1e-4;
        siblings.label(parsed.heads[t], Relation::ALL[got]);
    }
}

/// Shares of tokens with the teacher's head, and with its head and relation; marks are not counted.
pub(crate) fn agreement(parser: &Parser, data: &[Parsed]) -> (f64, f64) {
    let (mut heads, mut both, mut all) = (0u32, 0u32, 0u32);
    for parsed in data {
        let tree = parser.tree(&parsed.sentence);
        for t in (0..parsed.sentence.items.len())
            .filter(|&t| parsed.sentence.items[t].class < 40 && parsed.sentence.items[t].class != Pos::Punct as u8)
        {
            let same = tree.heads[t].unwrap_or(parsed.sentence.items.len() as u16) == parsed.heads[t];
            all += 1;
            heads += u32::from(same);
            both += u32::from(same && tree.relations[t] == parsed.relations[t]);
        }
    }
    (f64::from(heads) / f64::from(all), f64::from(both) / f64::from(all))
}
