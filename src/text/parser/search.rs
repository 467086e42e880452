//! Beam search for the best steps of a sentence (Zhang and Clark 2008).
//!
//! Knows states and scores; must not know where the scores come from, so that training searches as parsing does.

use super::features::{FEATURES, View};
use super::state::{Cell, NOWHERE, STEPS, Sentence, State, Step};
use std::ops::Range;

/// How wide is searched.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beam {
    /// The most states that are kept at a step.
    pub width: usize,
    /// States that are further behind the best one are dropped.
    pub margin: f32,
}

/// The widest beam.
pub const WIDEST: usize = 16;

/// Everything that a search has seen; reusable.
#[derive(Debug, Default)]
pub struct Search {
    states: Vec<State>,
    cells: Vec<Cell>,
    /// Where the states of each step end.
    ends: Vec<usize>,
}

/// A possible state: score, the state before, the step.
type Candidate = (f32, u32, Step);

impl Search {
    fn start(&mut self) {
        self.states.clear();
        self.cells.clear();
        self.ends.clear();
        self.states.push(State::START);
        self.ends.push(1);
    }

    /// Searches a sentence; `score` gives the scores of the steps in a state.
    pub fn run(&mut self, sentence: &Sentence, beam: Beam, mut score: impl FnMut(&View) -> [f32; STEPS]) {
        self.start();
        let mut last = 0..1;
        for _ in 0..2 * sentence.items.len() {
            let mut best = Best { kept: [(0.0, 0, Step::Shift); WIDEST], count: 0, width: beam.width.min(WIDEST) };
            for at in last.clone() {
                let state = self.states[at];
                let allowed = Step::ALL.map(|step| state.allows(&self.cells, sentence.len(), step));
                let scores = if allowed.iter().filter(|&&a| a).count() > 1 || beam.width > 1 {
                    score(&View::new(sentence, &state, &self.cells))
                } else {
                    [0.0; STEPS]
                };
                for step in Step::ALL.into_iter().filter(|&step| allowed[step as usize]) {
                    best.offer((state.score + scores[step as usize], at as u32, step));
                }
            }
            last = self.keep(sentence, &best, beam.margin);
        }
    }

    fn keep(&mut self, sentence: &Sentence, best: &Best, margin: f32) -> Range<usize> {
        let start = self.states.len();
        let kept = &best.kept[..best.count];
        for &(score, from, step) in kept.iter().filter(|c| c.0 + margin >= kept[0].0) {
            let state = self.states[from as usize].after(step, &sentence.items, &mut self.cells);
            self.states.push(State { score, from, ..state });
        }
        self.ends.push(self.states.len());
        start..self.states.len()
    }

    /// Takes given steps, to see the features of each state on the way with the step that follows.
    pub fn follow(&mut self, sentence: &Sentence, steps: &[Step], mut see: impl FnMut(&[u32; FEATURES], Step)) {
        self.start();
        let mut state = State::START;
        for &step in steps {
            see(&View::new(sentence, &state, &self.cells).keys(), step);
            state = state.after(step, &sentence.items, &mut self.cells);
        }
    }

    /// The score of the best state after some steps, and of the last step if these are all.
    pub fn best_score(&self, steps: usize) -> f32 {
        self.states[self.best(steps)].score
    }

    /// Whether the best way after some steps is this one.
    pub fn is_best(&self, steps: usize, way: &[Step]) -> bool {
        self.back(self.best(steps)).zip(way.iter().rev()).all(|((state, _), &step)| state.step == step)
    }

    fn best(&self, steps: usize) -> usize {
        steps.checked_sub(1).map_or(0, |before| self.ends[before])
    }

    /// The first steps of the best way to the best state after `steps` steps.
    pub fn steps(&self, steps: usize) -> Vec<Step> {
        let mut found: Vec<Step> = self.back(self.best(steps)).map(|(state, _)| state.step).collect();
        found.reverse();
        found
    }

    /// The states before a state, the last first, each with the one before it.
    fn back(&self, at: usize) -> impl Iterator<Item = (&State, &State)> {
        let mut at = at;
        std::iter::from_fn(move || {
            let state = &self.states[at];
            (state.from != NOWHERE).then(|| {
                at = state.from as usize;
                (state, &self.states[at])
            })
        })
    }

    /// The heads that the best way through the sentence gives; its length stands for the root.
    pub fn heads(&self, sentence: &Sentence) -> Vec<u16> {
        let mut heads = vec![sentence.len(); sentence.items.len()];
        for (state, before) in self.back(self.best(2 * sentence.items.len())) {
            if let Some((token, head)) = state.arc(before, &self.cells) {
                heads[token as usize] = head;
            }
        }
        heads
    }
}

/// The best candidates, the best first; of equals the first one offered.
struct Best {
    kept: [Candidate; WIDEST],
    count: usize,
    width: usize,
}

impl Best {
    fn offer(&mut self, candidate: Candidate) {
        let mut at = self.count;
        while at > 0 && self.kept[at - 1].0 < candidate.0 {
            at -= 1;
        }
        if at == self.width {
            return;
        }
        self.count = (self.count + 1).min(self.width);
        self.kept[at..self.count].rotate_right(1);
        self.kept[at] = candidate;
    }
}
