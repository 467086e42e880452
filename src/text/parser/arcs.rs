//! Which word depends on which: the arc-hybrid transition system of Kuhlmann, Gómez-Rodríguez and Satta (2011), with a
//! greedy averaged perceptron.
//!
//! The root is an item of its own after the last token. Trees are projective and every token has one head.

use super::Item;
use crate::text::tagger::hash::feature;
use crate::text::tagger::perceptron::SmallPerceptron;

/// Features of one decision.
pub const FEATURES: usize = 38;
/// Number of [`Step`]s.
pub const STEPS: usize = 3;
/// Weights of a feature: one for each step, and one to spare, so that they fill a register.
pub const WIDTH: usize = 4;

/// What can be done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Step {
    /// The next token goes onto the stack.
    Shift,
    /// The token on top of the stack depends on the next token.
    Left,
    /// The token on top of the stack depends on the one below it.
    Right,
}

impl Step {
    /// All of them, by number.
    pub const ALL: [Step; STEPS] = [Step::Shift, Step::Left, Step::Right];
}

/// How far a sentence is parsed.
#[derive(Clone, Debug)]
pub struct State {
    pub stack: Vec<u16>,
    /// The next token; the number of tokens stands for the root.
    pub next: u16,
    /// Heads as far as known; of the rest [`u16::MAX`].
    pub heads: Vec<u16>,
    first: Vec<u16>,
    last: Vec<u16>,
    children: Vec<u8>,
}

const NO: u16 = u16::MAX;

impl State {
    pub fn new(tokens: usize) -> Self {
        let none = || vec![NO; tokens + 1];
        Self {
            stack: Vec::with_capacity(16),
            next: 0,
            heads: vec![NO; tokens],
            first: none(),
            last: none(),
            children: vec![0; tokens + 1],
        }
    }

    fn root(&self) -> u16 {
        self.heads.len() as u16
    }

    /// Whether every token has its head.
    pub fn is_done(&self) -> bool {
        self.next == self.root() && self.stack.is_empty()
    }

    /// Whether a step can be taken.
    pub fn allows(&self, step: Step) -> bool {
        match step {
            Step::Shift => self.next < self.root(),
            Step::Left => !self.stack.is_empty() && (self.next < self.root() || self.stack.len() == 1),
            Step::Right => self.stack.len() > 1,
        }
    }

    pub fn take(&mut self, step: Step) {
        match step {
            Step::Shift => {
                self.stack.push(self.next);
                self.next += 1;
            }
            Step::Left => {
                let next = self.next;
                self.attach(next);
            }
            Step::Right => {
                let below = self.stack[self.stack.len() - 2];
                self.attach(below);
            }
        }
    }

    fn attach(&mut self, head: u16) {
        let Some(top) = self.stack.pop() else { return };
        self.heads[top as usize] = head;
        let h = head as usize;
        self.children[h] = self.children[h].saturating_add(1);
        if self.first[h] == NO || top < self.first[h] {
            self.first[h] = top;
        }
        if self.last[h] == NO || top > self.last[h] {
            self.last[h] = top;
        }
    }
}

/// Writes the feature keys of a state.
#[inline]
pub fn features(items: &[Item], state: &State, out: &mut [u32; FEATURES]) {
    let n = items.len() as u16;
    let at = |i: u16| match i {
        NO => Item::NONE,
        i if i == n => Item::ROOT,
        i => items.get(i as usize).copied().unwrap_or(Item::NONE),
    };
    let deep = |d: usize| state.stack.len().checked_sub(d + 1).map_or(NO, |i| state.stack[i]);
    let (i0, i1, i2) = (deep(0), deep(1), deep(2));
    let ahead = |d: u16| if state.next + d <= n { state.next + d } else { NO };
    let (s0, s1, s2) = (at(i0), at(i1), at(i2));
    let (b0, b1, b2) = (at(state.next), at(ahead(1)), at(ahead(2)));
    let child = |of: &[u16], i: u16| if i == NO { NO } else { of[i as usize] };
    let s0l = at(child(&state.first, i0)).class;
    let s0r = at(child(&state.last, i0));
    let s1l = at(child(&state.first, i1)).class;
    let s1r = at(child(&state.last, i1));
    let b0l = at(child(&state.first, state.next));
    let gap = |a: u16, b: u16| if a == NO || b == NO { 0 } else { u32::from(b - a).min(7) };
    let kids = if i0 == NO { 0 } else { u32::from(state.children[i0 as usize].min(3)) };
    let comma = |a: u16, b: u16| a != NO && b != NO && (a..b).any(|i| items[i as usize].class == 40);
    let between = u32::from(comma(i0, state.next)) | u32::from(comma(i1, i0)) << 1;
    let two = |a: Item, b: Item| u32::from(a.class) << 8 | u32::from(b.class);
    let three = |a: u8, b: u8, c: u8| u32::from(a) << 16 | u32::from(b) << 8 | u32::from(c);
    let one = |a: Item| u32::from(a.class);
    *out = [
        feature(300, 0, 0),
        feature(301, s0.word, one(s0)),
        feature(302, one(s0), one(s1)),
        feature(303, b0.word, one(b0)),
        feature(304, one(b0), one(b1)),
        feature(305, s1.word, one(s1)),
        feature(306, b1.word, one(b0)),
        feature(307, two(s0, b0), 0),
        feature(308, s0.word, b0.word),
        feature(309, s0.word, one(b0)),
        feature(310, one(s0), b0.word),
        feature(311, two(s0, b0), one(b1)),
        feature(312, two(s1, s0), one(b0)),
        feature(313, two(s2, s1), two(s0, b0)),
        feature(314, two(b0, b1), one(b2)),
        feature(315, two(s0, b0), two(b1, b2)),
        feature(316, two(s1, s0), two(b0, b1)),
        feature(317, three(s0.class, s0r.class, b0.class), 0),
        feature(318, three(s0.class, s0l, b0.class), 0),
        feature(319, three(s0.class, b0.class, b0l.class), 0),
        feature(320, three(s1.class, s1r.class, s0.class), one(b0)),
        feature(321, three(s1.class, s1l, s0.class), one(b0)),
        feature(322, s1.word, s0.word),
        feature(323, s1.word, two(s0, b0)),
        feature(324, s0.word, two(s1, b0)),
        feature(325, b0.word, two(s1, s0)),
        feature(326, s1.word, b0.word),
        feature(327, two(s0, b0), gap(i0, state.next)),
        feature(328, two(s1, s0), gap(i1, i0) << 8 | u32::from(b0.class)),
        feature(329, two(s0, b0), kids << 8 | 1),
        feature(330, two(s0, b0), between),
        feature(331, two(s1, s0), between << 8 | u32::from(b0.class)),
        feature(332, s0r.word, two(s0, b0)),
        feature(333, s0.word, s1r.word),
        feature(334, b0l.word, two(s0, b0)),
        feature(335, s0.word, two(b0, b1)),
        feature(336, s1r.word, two(s1, s0)),
        feature(337, two(s0, s1), between << 16 | u32::from(s0l) << 8 | u32::from(s1l)),
    ];
}

/// The head of every token; the number of tokens stands for the root.
pub(super) fn arcs(model: &SmallPerceptron<WIDTH>, items: &[Item]) -> Vec<u16> {
    let mut state = State::new(items.len());
    let mut keys = [0; FEATURES];
    while !state.is_done() {
        features(items, &state, &mut keys);
        let scores = model.scores(&keys);
        let best = Step::ALL
            .into_iter()
            .filter(|&step| state.allows(step))
            .reduce(|best, step| if scores[step as usize] > scores[best as usize] { step } else { best });
        match best {
            Some(step) => state.take(step),
            // Cannot be: with a token on the stack there is always a step.
            None => break,
        }
    }
    state.heads
}
