//! What each word is to its head, once the heads are known.

use super::{Item, RELATIONS, Relation};
use crate::text::tagger::hash::feature;
use crate::text::tagger::perceptron::Perceptron;

/// Features of one decision.
pub const FEATURES: usize = 34;

/// What is known of the children of the tokens while they are labelled from left to right.
#[derive(Clone, Debug)]
pub struct Siblings {
    /// Relation of the last labelled child of each token and of the root, as a number from 1; 0 for none.
    last: Vec<u8>,
    /// The relations of all labelled children, a bit each.
    all: Vec<u32>,
    /// First and last child.
    first: Vec<u16>,
    end: Vec<u16>,
}

impl Siblings {
    pub fn new(heads: &[u16]) -> Self {
        let mut siblings = Siblings {
            last: vec![0; heads.len() + 1],
            all: vec![0; heads.len() + 1],
            first: vec![u16::MAX; heads.len() + 1],
            end: vec![u16::MAX; heads.len() + 1],
        };
        for (child, &head) in heads.iter().enumerate() {
            let head = head as usize;
            if siblings.first[head] == u16::MAX {
                siblings.first[head] = child as u16;
            }
            siblings.end[head] = child as u16;
        }
        siblings
    }

    /// Notes the relation of a token to its head.
    pub fn label(&mut self, head: u16, relation: Relation) {
        self.last[head as usize] = relation as u8 + 1;
        self.all[head as usize] |= 1 << relation as u8;
    }
}

/// Writes the feature keys of a token.
#[inline]
pub fn features(items: &[Item], heads: &[u16], siblings: &Siblings, token: usize, out: &mut [u32; FEATURES]) {
    let n = items.len();
    let at = |i: usize| if i == n { Item::ROOT } else { items.get(i).copied().unwrap_or(Item::NONE) };
    let head = heads[token] as usize;
    let (d, h) = (items[token], at(head));
    let before = if token == 0 { Item::NONE } else { items[token - 1] };
    let after = if token + 1 == n { Item::NONE } else { items[token + 1] };
    let first = at(siblings.first[token] as usize);
    let end = at(siblings.end[token] as usize);
    let grand = if head == n { Item::NONE } else { at(heads[head] as usize) };
    let left = u32::from(token < head);
    let last = u32::from(siblings.last[head]);
    let gap = (head.abs_diff(token) as u32).min(5);
    let (all, own) = (siblings.all[head], siblings.all[token]);
    let role = all & (1 << Relation::Subject as u8 | 1 << Relation::Object as u8 | 1 << Relation::Attribute as u8);
    let two = |a: Item, b: Item| u32::from(a.class) << 8 | u32::from(b.class);
    let pair = two(d, h) << 1 | left;
    *out = [
        feature(400, pair, 0),
        feature(401, d.word, u32::from(h.class) << 1 | left),
        feature(402, h.word, u32::from(d.class) << 1 | left),
        feature(403, d.word, h.word),
        feature(404, pair, gap),
        feature(405, pair, last),
        feature(406, pair, u32::from(before.class)),
        feature(407, pair, u32::from(after.class)),
        feature(408, pair, u32::from(first.class)),
        feature(409, pair, first.word),
        feature(410, pair, u32::from(end.class)),
        feature(411, pair, u32::from(grand.class)),
        feature(412, h.word, last << 1 | left),
        feature(413, pair, last << 8 | u32::from(first.class)),
        feature(414, d.word, left),
        feature(415, before.word, pair),
        feature(416, after.word, pair),
        feature(417, pair, u32::from(first.class) << 8 | u32::from(end.class)),
        feature(418, h.word, last << 8 | u32::from(d.class)),
        feature(419, d.word, last << 1 | left),
        feature(420, grand.word, pair),
        feature(421, h.word, u32::from(first.class) << 8 | u32::from(d.class)),
        feature(422, d.kind, u32::from(h.class) << 1 | left),
        feature(423, h.kind, u32::from(d.class) << 1 | left),
        feature(424, d.kind, h.kind << 1 | left),
        feature(425, d.kind, h.word),
        feature(426, all, pair),
        feature(427, h.word, role << 8 | u32::from(d.class)),
        feature(428, first.kind, pair),
        feature(429, role, pair << 8 | u32::from(first.class)),
        feature(430, first.word, h.word),
        feature(431, own, pair),
        feature(432, own, h.word),
        feature(433, own, pair << 5 | last),
    ];
}

/// The relation of every token to its head.
pub(super) fn relations(model: &Perceptron, items: &[Item], heads: &[u16]) -> Vec<Relation> {
    let mut siblings = Siblings::new(heads);
    let mut keys = [0; FEATURES];
    (0..items.len())
        .map(|token| {
            if heads[token] as usize == items.len() {
                return Relation::Root;
            }
            features(items, heads, &siblings, token, &mut keys);
            let relation = Relation::ALL[model.best(&keys, RELATIONS)];
            siblings.label(heads[token], relation);
            relation
        })
        .collect()
}
