//! Training the entity field: stochastic gradients of the conditional likelihood, regularised dual averaging with
//! per-weight step sizes (Xiao 2010; Duchi, Hazan and Singer 2011), which gives exact zeros for an L1 penalty.

use crate::rng::Rng;
use standfirst::text::tagger::labels::{LABELS, Label};

/// A stretch of scored tokens: where its features and labels lie, and how much it counts.
pub(crate) struct Chunk {
    /// First token.
    pub(crate) start: usize,
    pub(crate) len: usize,
    pub(crate) weight: f32,
}

#[derive(Default)]
pub(crate) struct Set {
    /// Feature numbers of all tokens, one after another.
    pub(crate) features: Vec<u32>,
    /// Where the features of each token begin; one more at the end.
    pub(crate) offsets: Vec<usize>,
    /// Fixed scores added to the field's own, if any (second stage).
    pub(crate) base: Vec<[f32; 8]>,
    pub(crate) labels: Vec<Label>,
    pub(crate) chunks: Vec<Chunk>,
}

#[derive(Clone, Copy, Default)]
#[repr(C, align(64))]
struct Row {
    /// Sum of gradients, then sum of their squares.
    sum: [f32; 8],
    square: [f32; 8],
}

pub(crate) struct Options {
    pub(crate) epochs: usize,
    pub(crate) l1: f32,
    pub(crate) rate: f32,
    pub(crate) seed: u64,
}

pub(crate) type Transitions = [[f32; LABELS]; LABELS];

pub(crate) struct Field {
    pub(crate) weights: Vec<[f32; 8]>,
    pub(crate) transitions: Transitions,
}

struct Trainer<'a> {
    set: &'a Set,
    rows: Vec<Row>,
    links: [Row; LABELS],
    start: Transitions,
    threshold: f32,
    rate: f32,
    // Scratch of one chunk.
    emission: Vec<[f32; 8]>,
    alpha: Vec<[f32; 8]>,
    beta: Vec<[f32; 8]>,
}

#[inline(always)]
fn weights(row: &Row, threshold: f32, rate: f32) -> [f32; 8] {
    std::array::from_fn(|i| {
        let size = (row.sum[i].abs() - threshold).max(0.0);
        -rate * size.copysign(row.sum[i]) / (row.square[i].sqrt() + 1e-3)
    })
}

impl Trainer<'_> {
    fn transitions(&self) -> Transitions {
        std::array::from_fn(|from| {
            let w = weights(&self.links[from], 0.0, self.rate);
            std::array::from_fn(|to| {
                let legal = Label::ALL[from].allows(Label::ALL[to]);
                if legal { self.start[from][to] + w[to] } else { -60.0 }
            })
        })
    }

    fn score(&mut self, c: &Chunk) {
        self.emission.clear();
        for t in c.start..c.start + c.len {
            let mut sum = self.set.base.get(t).copied().unwrap_or_default();
            for &f in &self.set.features[self.set.offsets[t]..self.set.offsets[t + 1]] {
                let w = weights(&self.rows[f as usize], self.threshold, self.rate);
                sum.iter_mut().zip(w).for_each(|(s, w)| *s += w);
            }
            self.emission.push(sum);
        }
    }

    /// Forward and backward sums, scaled at each step; emissions become exponentials.
    fn sums(&mut self, links: &Transitions) {
        let n = self.emission.len();
        for e in &mut self.emission {
            let top = e[..LABELS].iter().copied().fold(f32::MIN, f32::max);
            e.iter_mut().for_each(|x| *x = (*x - top).exp());
        }
        self.alpha.clear();
        self.beta.clear();
        self.beta.resize(n, [0.0; 8]);
        let mut last = [0f32; 8];
        last[0] = 1.0;
        for e in &self.emission {
            let mut next = [0f32; 8];
            for from in 0..LABELS {
                (0..LABELS).for_each(|to| next[to] += last[from] * links[from][to]);
            }
            let total: f32 = (0..LABELS).map(|l| next[l] * e[l]).sum::<f32>().max(f32::MIN_POSITIVE);
            last = std::array::from_fn(|l| next[l] * e[l] / total);
            self.alpha.push(last);
        }
        let mut after: [f32; 8] = std::array::from_fn(|l| if l < LABELS { links[l][0] } else { 0.0 });
        for t in (0..n).rev() {
            self.beta[t] = after;
            let e = &self.emission[t];
            let back: [f32; 8] = std::array::from_fn(|from| {
                if from < LABELS { (0..LABELS).map(|to| links[from][to] * e[to] * after[to]).sum() } else { 0.0 }
            });
            let total: f32 = back.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            after = back.map(|b| b / total);
        }
    }

    fn learn(&mut self, c: &Chunk) {
        self.score(c);
        let links = self.transitions().map(|r| r.map(f32::exp));
        self.sums(&links);
        let mut last = [0f32; 8];
        last[0] = 1.0;
        let mut before = Label::O;
        for i in 0..c.len {
            let gold = self.set.labels[c.start + i];
            self.link(&links, &last, i, before, gold, c.weight);
            self.node(c, i, gold);
            last = self.alpha[i];
            before = gold;
        }
        self.end(&links, before, c.weight);
    }

    fn node(&mut self, c: &Chunk, i: usize, gold: Label) {
        let product: [f32; 8] = std::array::from_fn(|l| self.alpha[i][l] * self.beta[i][l]);
        let total: f32 = product.iter().sum::<f32>().max(f32::MIN_POSITIVE);
        let mut gradient = product.map(|p| p / total * c.weight);
        gradient[gold as usize] -= c.weight;
        let t = c.start + i;
        for &f in &self.set.features[self.set.offsets[t]..self.set.offsets[t + 1]] {
            let row = &mut self.rows[f as usize];
            for l in 0..8 {
                row.sum[l] += gradient[l];
                row.square[l] += gradient[l] * gradient[l];
            }
        }
    }

    fn link(&mut self, links: &Transitions, last: &[f32; 8], i: usize, before: Label, gold: Label, weight: f32) {
        let mut joint = [[0f32; LABELS]; LABELS];
        let mut total = 0.0;
        for from in 0..LABELS {
            for to in 0..LABELS {
                joint[from][to] = last[from] * links[from][to] * self.emission[i][to] * self.beta[i][to];
                total += joint[from][to];
            }
        }
        self.update_links(&joint, total, before, gold, weight);
    }

    fn end(&mut self, links: &Transitions, before: Label, weight: f32) {
        let last = *self.alpha.last().expect("chunks are not empty");
        let mut joint = [[0f32; LABELS]; LABELS];
        (0..LABELS).for_each(|from| joint[from][0] = last[from] * links[from][0]);
        let total = joint.iter().map(|r| r[0]).sum();
        self.update_links(&joint, total, before, Label::O, weight);
    }

    fn update_links(&mut self, joint: &Transitions, total: f32, before: Label, gold: Label, weight: f32) {
        for from in 0..LABELS {
            for to in 0..LABELS {
                let hit = f32::from(before as usize == from && gold as usize == to);
                let g = (joint[from][to] / total.max(f32::MIN_POSITIVE) - hit) * weight;
                self.links[from].sum[to] += g;
                self.links[from].square[to] += g * g;
            }
        }
    }
}

/// Trains a field over `features` numbered features; `start` gives initial transitions.
pub(crate) fn train(set: &Set, features: usize, start: Transitions, o: &Options) -> Field {
    let mut t = Trainer {
        set,
        rows: vec![Row::default(); features],
        links: [Row::default(); LABELS],
        start,
        threshold: 0.0,
        rate: o.rate,
        emission: Vec::new(),
        alpha: Vec::new(),
        beta: Vec::new(),
    };
    let mut order: Vec<usize> = (0..set.chunks.len()).collect();
    let mut rng = Rng(o.seed);
    let step = o.l1 / set.chunks.len().max(1) as f32;
    for _ in 0..o.epochs {
        rng.shuffle(&mut order);
        for &i in &order {
            t.learn(&set.chunks[i]);
            t.threshold += step;
        }
    }
    let transitions = t.transitions();
    Field { weights: t.rows.iter().map(|r| weights(r, t.threshold, o.rate)).collect(), transitions }
}

/// The best labels of one chunk by the unrounded weights: what the quantised tagger is checked against.
pub(crate) fn decode(emission: &[[f32; 8]], links: &Transitions) -> Vec<Label> {
    let mut best = [f32::MIN / 4.0; LABELS];
    best[0] = 0.0;
    let mut back = Vec::with_capacity(emission.len());
    for e in emission {
        let from: [usize; LABELS] = std::array::from_fn(|to| {
            (0..LABELS).fold(0, |b, f| if best[f] + links[f][to] > best[b] + links[b][to] { f } else { b })
        });
        best = std::array::from_fn(|to| best[from[to]] + links[from[to]][to] + e[to]);
        back.push(from);
    }
    let mut at = (0..LABELS).fold(0, |b, l| if best[l] + links[l][0] > best[b] + links[b][0] { l } else { b });
    let mut out = vec![Label::O; emission.len()];
    for (label, from) in out.iter_mut().zip(&back).rev() {
        *label = Label::ALL[at];
        at = from[at];
    }
    out
}
