//! What a state looks like to the weights: words, parts of speech and meanings around the stack and the next tokens,
//! after Zhang and Nivre (2011).

use super::Item;
use super::state::{Cell, NO, Sentence, State};
use crate::text::tagger::hash::feature;

/// Features of one state.
pub const FEATURES: usize = 72;

fn one(a: Item) -> u32 {
    u32::from(a.class)
}

fn two(a: Item, b: Item) -> u32 {
    u32::from(a.class) << 8 | u32::from(b.class)
}

fn three(a: Item, b: Item, c: Item) -> u32 {
    u32::from(a.class) << 16 | two(b, c)
}

fn gap(a: u16, b: u16) -> u32 {
    match b.wrapping_sub(a) {
        _ if a == NO || b == NO => 0,
        far @ 0..=5 => u32::from(far),
        6..=9 => 6,
        _ => 7,
    }
}

/// What the features of a state are made of.
#[derive(Debug)]
pub struct View {
    s: [Item; 4],
    b: [Item; 4],
    s0: Cell,
    s1: Cell,
    next: Cell,
    /// The third and fourth token of the stack.
    deep: [u16; 2],
    /// Outermost children of the two upper tokens of the stack and of the next token, and the second ones.
    s0l: [Item; 2],
    s0r: [Item; 2],
    s1l: [Item; 2],
    s1r: [Item; 2],
    b0l: [Item; 2],
    /// Distances, and what lies between: of the top and the next token, of the second and the top.
    gap0: u32,
    gap1: u32,
    between0: u32,
    between1: u32,
    /// Finite verbs on the stack below the top, and ahead.
    verbs: u32,
}

/// Numbers of features by what they depend on; see the functions of the same names.
pub(super) const AHEAD: usize = 6;
pub(super) const TOP: usize = 15;
pub(super) const STACK: usize = 6;
pub(super) const THREE: usize = 16;
pub(super) const BUILT: usize = FEATURES - AHEAD - TOP - STACK - THREE;

impl View {
    pub(super) fn new(sentence: &Sentence, state: &State, cells: &[Cell]) -> Self {
        let below = |cell: &Cell| cells.get(cell.below as usize).copied().unwrap_or(Cell::NONE);
        let s0 = cells.get(state.top as usize).copied().unwrap_or(Cell::NONE);
        let s1 = below(&s0);
        let s2 = below(&s1);
        let s3 = below(&s2);
        let item = |token: u16| sentence.item(token);
        let pair = |tokens: [u16; 2]| tokens.map(item);
        let next = state.front.token;
        View {
            s: [s0, s1, s2, s3].map(|cell| item(cell.token)),
            b: [next, next + 1, next + 2, next + 3].map(item),
            s0l: pair(s0.left),
            s0r: pair(s0.right),
            s1l: pair(s1.left),
            s1r: pair(s1.right),
            b0l: pair(state.front.left),
            gap0: gap(s0.token, next),
            gap1: gap(s1.token, s0.token),
            between0: sentence.between(s0.token, next),
            between1: sentence.between(s1.token, s0.token),
            verbs: u32::from(s1.verbs.min(2)) << 2 | sentence.verbs_from(next + 1),
            s0,
            s1,
            next: state.front,
            deep: [s2.token, s3.token],
        }
    }

    /// The keys of all features.
    pub fn keys(&self) -> [u32; FEATURES] {
        let parts: [&[u32]; 5] = [&self.ahead(), &self.top(), &self.stack(), &self.three(), &self.built()];
        let mut keys = [0; FEATURES];
        keys.iter_mut().zip(parts.into_iter().flatten()).for_each(|(key, &part)| *key = part);
        keys
    }

    /// The second and the top token of the stack and the next token; [`NO`] where there is none.
    pub(super) fn tokens(&self) -> [u16; 3] {
        [self.s1.token, self.s0.token, self.next.token]
    }

    /// All that [`built`](View::built) depends on, in 127 bits; tokens have a byte each.
    pub(super) fn build(&self) -> u128 {
        let (s0, s1, next) = (&self.s0, &self.s1, &self.next);
        let stack = [self.deep[1], self.deep[0], s1.token, s0.token, next.token];
        let children = [s0.left, s0.right, s1.left, s1.right, next.left];
        let tokens = stack.iter().chain(children.as_flattened());
        let key = tokens.fold(0, |key, &token| key << 8 | u128::from(token as u8));
        // Whether there are one or two children their tokens say, and the next token says how many verbs are ahead.
        let many = [s0.lefts, s0.rights, s1.lefts, s1.rights, next.lefts];
        let key = many.iter().fold(key, |key, &children| key << 1 | u128::from(children > 2));
        key << 2 | u128::from(s1.verbs.min(2))
    }

    /// Features of the next tokens alone.
    pub(super) fn ahead(&self) -> [u32; AHEAD] {
        let [b0, b1, b2, _] = self.b;
        [
            feature(303, b0.word, one(b0)),
            feature(304, one(b0), one(b1)),
            feature(306, b1.word, one(b0)),
            feature(314, two(b0, b1), one(b2)),
            feature(324, b0.kind, one(b0)),
            feature(331, b0.word, b1.kind),
        ]
    }

    /// Features of the top of the stack and the next tokens.
    pub(super) fn top(&self) -> [u32; TOP] {
        let ([s0, ..], [b0, b1, b2, b3]) = (self.s, self.b);
        [
            feature(301, s0.word, one(s0)),
            feature(307, two(s0, b0), 0),
            feature(308, s0.word, b0.word),
            feature(309, s0.word, one(b0)),
            feature(310, one(s0), b0.word),
            feature(311, two(s0, b0), one(b1)),
            feature(315, two(s0, b0), two(b1, b2)),
            feature(322, s0.word, two(b0, b1)),
            feature(323, s0.kind, one(s0)),
            feature(325, s0.kind, b0.kind),
            feature(329, s0.kind, b0.word),
            feature(338, three(s0, b0, b1), two(b2, b3)),
            feature(355, two(s0, b0), self.gap0),
            feature(357, two(s0, b0), self.between0),
            feature(376, s0.word, self.gap0 << 8 | one(b0)),
        ]
    }

    /// Features of the two upper tokens of the stack.
    pub(super) fn stack(&self) -> [u32; STACK] {
        let [s0, s1, ..] = self.s;
        [
            feature(302, one(s0), one(s1)),
            feature(305, s1.word, one(s1)),
            feature(317, s1.word, s0.word),
            feature(326, s1.kind, s0.kind),
            feature(333, s1.kind, s0.word),
            feature(377, s1.word, self.gap1 << 8 | one(s0)),
        ]
    }

    /// Features of the two upper tokens of the stack and the next tokens.
    pub(super) fn three(&self) -> [u32; THREE] {
        let ([s0, s1, ..], [b0, b1, b2, _]) = (self.s, self.b);
        [
            feature(312, two(s1, s0), one(b0)),
            feature(316, two(s1, s0), two(b0, b1)),
            feature(318, s1.word, two(s0, b0)),
            feature(319, s0.word, two(s1, b0)),
            feature(320, b0.word, two(s1, s0)),
            feature(321, s1.word, b0.word),
            feature(327, s0.kind, two(s1, b0)),
            feature(328, s1.kind, two(s0, b0)),
            feature(330, s1.kind, b0.word),
            feature(332, b0.word, three(s1, s0, b1)),
            feature(334, s1.word, three(s0, b0, b1)),
            feature(335, b0.kind, three(s1, s0, b1)),
            feature(336, b1.word, three(s1, s0, b0)),
            feature(337, two(s1, s0), three(b0, b1, b2)),
            feature(356, three(s1, s0, b0), self.gap1),
            feature(358, three(s1, s0, b0), self.between1),
        ]
    }

    /// Features of what is built: children, verbs, what lies deeper in the stack.
    pub(super) fn built(&self) -> [u32; BUILT] {
        let v = self;
        let ([s0, s1, s2, s3], [b0, b1, ..]) = (v.s, v.b);
        let pair = |a: [Item; 2]| two(a[0], a[1]);
        let kids = |left: u8, right: u8| u32::from(left.min(3)) << 2 | u32::from(right.min(3));
        let (k0, k1) = (kids(v.s0.lefts, v.s0.rights), kids(v.s1.lefts, v.s1.rights));
        let kb = u32::from(v.next.lefts.min(3));
        let depth = u32::from(v.s0.depth.min(3));
        [
            feature(313, two(s2, s1), two(s0, b0)),
            feature(350, three(s0, v.s0r[0], b0), 0),
            feature(351, three(s0, v.s0l[0], b0), 0),
            feature(352, three(s0, b0, v.b0l[0]), 0),
            feature(353, three(s1, v.s1r[0], s0), one(b0)),
            feature(354, three(s1, v.s1l[0], s0), one(b0)),
            feature(359, v.s0r[0].word, two(s0, b0)),
            feature(360, s0.word, v.s1r[0].word),
            feature(361, v.b0l[0].word, two(s0, b0)),
            feature(362, v.s1r[0].word, two(s1, s0)),
            feature(363, s0.word, k0),
            feature(364, three(s1, s0, b0), k0 << 4 | k1),
            feature(365, s1.word, k1 << 8 | one(s0)),
            feature(366, b0.word, kb << 8 | one(s0)),
            feature(367, two(s0, b0), kb << 4 | k0),
            feature(368, three(s0, v.s0l[0], v.s0l[1]), one(b0)),
            feature(369, three(s0, v.s0r[0], v.s0r[1]), two(s1, b0)),
            feature(370, three(b0, v.b0l[0], v.b0l[1]), one(s0)),
            feature(371, three(s1, v.s1r[0], v.s1r[1]), two(s0, b0)),
            feature(372, three(s1, s0, b0), v.verbs << 2 | depth),
            feature(373, two(s0, b0), v.verbs << 2 | depth),
            feature(374, three(s0, v.s0l[0], v.s0r[0]), two(s1, b0)),
            feature(375, three(s1, v.s1l[0], v.s1r[0]), two(s0, b0)),
            feature(378, v.s0r[0].word, three(s1, s0, b0)),
            feature(379, three(s3, s2, s1), two(s0, b0)),
            feature(380, two(s1, s0), v.between1 << 16 | pair(v.s1r)),
            feature(381, three(s1, s0, b0), two(v.s0l[0], v.b0l[0]) << 8 | one(b1)),
            feature(382, s2.word, three(s1, s0, b0)),
            feature(383, v.s0l[0].word, three(s1, s0, b0)),
        ]
    }
}
