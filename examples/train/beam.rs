//! Training the steps of the parser: a structured averaged perceptron with beam search, updated where the best state is
//! furthest ahead of the teacher's (Huang, Fayong and Guo 2012, maximum violation).

use crate::index::Index;
use crate::rng::Rng;
use crate::trees::Parsed;
use standfirst::text::parser::search::{Beam, Search};
use standfirst::text::parser::state::{STEPS, Step};
use standfirst::text::parser::weights::Row;

/// How the steps are learned.
pub(crate) struct Options {
    pub(crate) epochs: usize,
    /// As many sightings on the teacher's way make a feature.
    pub(crate) least: u32,
    /// Weights under so many quantisation steps are dropped.
    pub(crate) prune: f32,
    pub(crate) width: usize,
    /// As many features are kept after half of the epochs, so that the others can make up for what is lost.
    pub(crate) rows: usize,
}

/// The steps to a tree; what depends on the token below is attached as soon as its own children are.
pub(crate) fn steps(heads: &[u16]) -> Vec<Step> {
    let n = heads.len() as u16;
    let mut waiting = vec![0; heads.len() + 1];
    heads.iter().for_each(|&head| waiting[head as usize] += 1);
    let (mut stack, mut next, mut steps): (Vec<u16>, u16, Vec<Step>) = (Vec::new(), 0, Vec::new());
    while next < n || !stack.is_empty() {
        let step = match stack.last() {
            Some(&top) if heads[top as usize] == next && waiting[top as usize] == 0 => Step::Left,
            Some(&top) if waiting[top as usize] == 0 && heads[top as usize] < top => Step::Right,
            _ => Step::Shift,
        };
        if step == Step::Shift {
            stack.push(next);
            next += 1;
        } else if let Some(top) = stack.pop() {
            waiting[heads[top as usize] as usize] -= 1;
        }
        steps.push(step);
    }
    steps
}

type Cell = [f32; STEPS];

struct Learner {
    index: Index,
    now: Vec<Cell>,
    /// Sums of the changes, each times the hour at which it came.
    sum: Vec<Cell>,
    hour: f32,
}

impl Learner {
    fn score(&self, keys: &[u32]) -> Cell {
        let mut scores = [0.0; STEPS];
        for row in keys.iter().filter_map(|&key| self.index.get(key)) {
            scores.iter_mut().zip(&self.now[row as usize]).for_each(|(s, w)| *s += w);
        }
        scores
    }

    fn change(&mut self, keys: &[u32], step: Step, by: f32) {
        for row in keys.iter().filter_map(|&key| self.index.get(key)) {
            self.now[row as usize][step as usize] += by;
            self.sum[row as usize][step as usize] += by * self.hour;
        }
    }

    /// Adds to the weights along a way, from the step on where the ways part.
    fn reward(&mut self, parsed: &Parsed, steps: &[Step], same: usize, by: f32, search: &mut Search) {
        let mut at = 0;
        search.follow(&parsed.sentence, steps, |keys, step| {
            if at >= same {
                self.change(keys, step, by);
            }
            at += 1;
        });
    }

    /// Whether the sentence was wrong.
    fn learn(&mut self, parsed: &Parsed, gold: &[Step], width: usize, search: &mut Search) -> bool {
        let mut scores = Vec::with_capacity(gold.len());
        let mut sum = 0.0;
        search.follow(&parsed.sentence, gold, |keys, step| {
            sum += self.score(keys)[step as usize];
            scores.push(sum);
        });
        search.run(&parsed.sentence, Beam { width, margin: f32::INFINITY }, |view| self.score(&view.keys()));
        let ahead = |steps: usize| search.best_score(steps) - scores[steps - 1];
        let worst = (1..=gold.len())
            .filter(|&steps| !search.is_best(steps, &gold[..steps]))
            .reduce(|best, steps| if ahead(steps) >= ahead(best) { steps } else { best });
        self.hour += 1e-4;
        let Some(worst) = worst else { return false };
        if ahead(worst) < 0.0 {
            return false;
        }
        let (got, gold) = (search.steps(worst), &gold[..worst]);
        let same = got.iter().zip(gold).take_while(|(a, b)| a == b).count();
        self.reward(parsed, gold, same, 1.0, search);
        self.reward(parsed, &got, same, -1.0, search);
        true
    }

    /// The averaged weights of a feature.
    fn average(&self, r: usize) -> Cell {
        std::array::from_fn(|s| self.now[r][s] - self.sum[r][s] / self.hour)
    }

    /// Keeps the features with the largest weights.
    fn thin(&mut self, rows: usize) {
        let size = |r: usize| self.average(r).into_iter().fold(0.0, |most: f32, w| most.max(w.abs()));
        let mut kept: Vec<(f32, usize)> = (0..self.now.len()).map(|r| (size(r), r)).collect();
        kept.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        kept.truncate(rows);
        let mut index = Index::new();
        kept.iter().for_each(|&(_, r)| index.count(self.index.keys[r]));
        self.now = kept.iter().map(|&(_, r)| self.now[r]).collect();
        self.sum = kept.iter().map(|&(_, r)| self.sum[r]).collect();
        self.index = index;
    }

    /// The rows with a weight, averaged and quantised so that the largest weights just clip.
    fn finish(&self, prune: f32) -> Vec<Row> {
        let mut sizes: Vec<f32> =
            (0..self.now.len()).flat_map(|r| self.average(r)).map(f32::abs).filter(|&w| w > 0.0).collect();
        sizes.sort_by(f32::total_cmp);
        let unit = sizes[sizes.len() * 9998 / 10000] / 127.0;
        let quantised = |weight: f32| (weight / unit).round().clamp(-127.0, 127.0) as i8;
        let mut rows: Vec<Row> =
            (0..self.now.len()).map(|r| (self.index.keys[r], self.average(r).map(quantised))).collect();
        rows.retain(|row| row.1.iter().any(|w| f32::from(w.unsigned_abs()) >= prune));
        rows.sort();
        rows
    }
}

/// Learns the steps from trees.
pub(crate) fn train(data: &[Parsed], options: &Options) -> Vec<Row> {
    let gold: Vec<Vec<Step>> = data.iter().map(|parsed| steps(&parsed.heads)).collect();
    let (mut index, mut search) = (Index::new(), Search::default());
    for (parsed, gold) in data.iter().zip(&gold) {
        search.follow(&parsed.sentence, gold, |keys, _| keys.iter().for_each(|&key| index.count(key)));
    }
    let index = index.cut(options.least);
    let now = vec![[0.0; STEPS]; index.keys.len()];
    eprintln!("steps: {} sentences, {} features", data.len(), now.len());
    let mut learner = Learner { sum: now.clone(), now, index, hour: 1.0 };
    let (mut order, mut rng): (Vec<usize>, Rng) = ((0..data.len()).collect(), Rng(21));
    for epoch in 0..options.epochs {
        if epoch == options.epochs.div_ceil(2) {
            learner.thin(options.rows);
        }
        rng.shuffle(&mut order);
        let wrong = order.iter().filter(|&&i| learner.learn(&data[i], &gold[i], options.width, &mut search)).count();
        eprintln!("epoch {epoch}: {:.3}% of sentences wrong", 100.0 * wrong as f64 / data.len() as f64);
    }
    learner.finish(options.prune)
}
