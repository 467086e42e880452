//! What a state looks like to the weights: words, parts of speech and meanings around the stack and the next tokens,
//! after Zhang and Nivre (2011).

use super::Item;
use super::state::{Cell, NO, Sentence, State};
use crate::text::tagger::hash::feature;

/// Features of one state.
pub const FEATURES: usize = 72;

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

/// What the features are made of.
struct View {
    s: [Item; 4],
    b: [Item; 4],
    s0: Cell,
    s1: Cell,
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

impl View {
    fn new(sentence: &Sentence, state: &State, cells: &[Cell]) -> Self {
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
        }
    }
}

/// Writes the feature keys of a state.
#[inline]
pub(super) fn features(sentence: &Sentence, state: &State, cells: &[Cell], out: &mut [u32; FEATURES]) {
    let v = View::new(sentence, state, cells);
    let (near, far) = out.split_at_mut(38);
    words(&v, near);
    structure(&v, state, far);
}

/// Features of the tokens alone.
fn words(v: &View, out: &mut [u32]) {
    let ([s0, s1, s2, _], [b0, b1, b2, b3]) = (v.s, v.b);
    let one = |a: Item| u32::from(a.class);
    let keys: [u32; 38] = [
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
        feature(317, s1.word, s0.word),
        feature(318, s1.word, two(s0, b0)),
        feature(319, s0.word, two(s1, b0)),
        feature(320, b0.word, two(s1, s0)),
        feature(321, s1.word, b0.word),
        feature(322, s0.word, two(b0, b1)),
        feature(323, s0.kind, one(s0)),
        feature(324, b0.kind, one(b0)),
        feature(325, s0.kind, b0.kind),
        feature(326, s1.kind, s0.kind),
        feature(327, s0.kind, two(s1, b0)),
        feature(328, s1.kind, two(s0, b0)),
        feature(329, s0.kind, b0.word),
        feature(330, s1.kind, b0.word),
        feature(331, b0.word, b1.kind),
        feature(332, b0.word, three(s1, s0, b1)),
        feature(333, s1.kind, s0.word),
        feature(334, s1.word, three(s0, b0, b1)),
        feature(335, b0.kind, three(s1, s0, b1)),
        feature(336, b1.word, three(s1, s0, b0)),
        feature(337, two(s1, s0), three(b0, b1, b2)),
        feature(338, three(s0, b0, b1), two(b2, b3)),
    ];
    out.copy_from_slice(&keys);
}

/// Features of what is built: children, distances, what lies between.
fn structure(v: &View, state: &State, out: &mut [u32]) {
    let ([s0, s1, s2, s3], [b0, b1, ..]) = (v.s, v.b);
    let pair = |a: [Item; 2]| two(a[0], a[1]);
    let kids = |left: u8, right: u8| u32::from(left.min(3)) << 2 | u32::from(right.min(3));
    let (k0, k1, kb) =
        (kids(v.s0.lefts, v.s0.rights), kids(v.s1.lefts, v.s1.rights), u32::from(state.front.lefts.min(3)));
    let depth = u32::from(v.s0.depth.min(3));
    let keys: [u32; 34] = [
        feature(350, three(s0, v.s0r[0], b0), 0),
        feature(351, three(s0, v.s0l[0], b0), 0),
        feature(352, three(s0, b0, v.b0l[0]), 0),
        feature(353, three(s1, v.s1r[0], s0), u32::from(b0.class)),
        feature(354, three(s1, v.s1l[0], s0), u32::from(b0.class)),
        feature(355, two(s0, b0), v.gap0),
        feature(356, three(s1, s0, b0), v.gap1),
        feature(357, two(s0, b0), v.between0),
        feature(358, three(s1, s0, b0), v.between1),
        feature(359, v.s0r[0].word, two(s0, b0)),
        feature(360, s0.word, v.s1r[0].word),
        feature(361, v.b0l[0].word, two(s0, b0)),
        feature(362, v.s1r[0].word, two(s1, s0)),
        feature(363, s0.word, k0),
        feature(364, three(s1, s0, b0), k0 << 4 | k1),
        feature(365, s1.word, k1 << 8 | u32::from(s0.class)),
        feature(366, b0.word, kb << 8 | u32::from(s0.class)),
        feature(367, two(s0, b0), kb << 4 | k0),
        feature(368, three(s0, v.s0l[0], v.s0l[1]), u32::from(b0.class)),
        feature(369, three(s0, v.s0r[0], v.s0r[1]), two(s1, b0)),
        feature(370, three(b0, v.b0l[0], v.b0l[1]), u32::from(s0.class)),
        feature(371, three(s1, v.s1r[0], v.s1r[1]), two(s0, b0)),
        feature(372, three(s1, s0, b0), v.verbs << 2 | depth),
        feature(373, two(s0, b0), v.verbs << 2 | depth),
        feature(374, three(s0, v.s0l[0], v.s0r[0]), two(s1, b0)),
        feature(375, three(s1, v.s1l[0], v.s1r[0]), two(s0, b0)),
        feature(376, s0.word, v.gap0 << 8 | u32::from(b0.class)),
        feature(377, s1.word, v.gap1 << 8 | u32::from(s0.class)),
        feature(378, v.s0r[0].word, three(s1, s0, b0)),
        feature(379, three(s3, s2, s1), two(s0, b0)),
        feature(380, two(s1, s0), v.between1 << 16 | pair(v.s1r)),
        feature(381, three(s1, s0, b0), two(v.s0l[0], v.b0l[0]) << 8 | u32::from(b1.class)),
        feature(382, s2.word, three(s1, s0, b0)),
        feature(383, v.s0l[0].word, three(s1, s0, b0)),
    ];
    out.copy_from_slice(&keys);
}
