//! How far a sentence is parsed: the arc-hybrid transition system of Kuhlmann, Gómez-Rodríguez and Satta (2011).
//!
//! The root is an item of its own after the last token. Trees are projective, every token has one head, and every
//! sentence of n tokens takes 2n steps. Stacks share their cells, so a step costs the same however long the sentence is.

use super::Item;
use crate::text::Pos;

/// Number of [`Step`]s.
pub const STEPS: usize = 3;

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

/// No token, no cell.
pub(super) const NO: u16 = u16::MAX;
pub(super) const NOWHERE: u32 = u32::MAX;

/// A token with the children that it has so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub token: u16,
    /// The cell below on the stack.
    pub below: u32,
    /// The two outermost children on each side, the outer one first.
    pub left: [u16; 2],
    pub right: [u16; 2],
    pub lefts: u8,
    pub rights: u8,
    /// Finite verbs on the stack up to here, and its height.
    pub verbs: u8,
    pub depth: u8,
}

impl Cell {
    pub(super) const NONE: Cell = Cell::new(NO);

    pub(super) const fn new(token: u16) -> Self {
        Cell { token, below: NOWHERE, left: [NO; 2], right: [NO; 2], lefts: 0, rights: 0, verbs: 0, depth: 0 }
    }
}

/// A state of the parser, one step after the state `from`.
#[derive(Clone, Copy, Debug)]
pub struct State {
    pub score: f32,
    pub from: u32,
    pub step: Step,
    pub(super) top: u32,
    /// The next token with its children to the left; the number of tokens stands for the root.
    pub(super) front: Cell,
}

impl State {
    pub(super) const START: State =
        State { score: 0.0, from: NOWHERE, step: Step::Shift, top: NOWHERE, front: Cell::new(0) };

    /// Whether a step can be taken; `n` is the number of tokens.
    pub(super) fn allows(&self, cells: &[Cell], n: u16, step: Step) -> bool {
        let depth = cells.get(self.top as usize).map_or(0, |cell| cell.depth);
        match step {
            Step::Shift => self.front.token < n,
            Step::Left => depth > 0 && (self.front.token < n || depth == 1),
            Step::Right => depth > 1,
        }
    }

    /// The state after a step that is [allowed](State::allows); new cells go to the end of `cells`.
    pub(super) fn after(&self, step: Step, items: &[Item], cells: &mut Vec<Cell>) -> State {
        let mut next = State { step, ..*self };
        let top = cells.get(self.top as usize).copied().unwrap_or(Cell::NONE);
        match step {
            Step::Shift => {
                let verb = items.get(self.front.token as usize).is_some_and(|item| item.is_finite());
                let verbs = top.verbs + u8::from(verb);
                cells.push(Cell { below: self.top, verbs, depth: top.depth + 1, ..self.front });
                next.top = cells.len() as u32 - 1;
                next.front = Cell::new(self.front.token + 1);
            }
            Step::Left => {
                next.top = top.below;
                next.front.left = [top.token, self.front.left[0]];
                // Children come from near to far on this side.
                next.front.lefts = self.front.lefts.saturating_add(1);
            }
            Step::Right => {
                let mut below = cells.get(top.below as usize).copied().unwrap_or(Cell::NONE);
                below.right = [top.token, below.right[0]];
                below.rights = below.rights.saturating_add(1);
                cells.push(below);
                next.top = cells.len() as u32 - 1;
            }
        }
        next
    }

    /// The arc (token, head) that the step made which came from `before`.
    pub(super) fn arc(&self, before: &State, cells: &[Cell]) -> Option<(u16, u16)> {
        let top = cells.get(before.top as usize)?;
        match self.step {
            Step::Shift => None,
            Step::Left => Some((top.token, before.front.token)),
            Step::Right => Some((top.token, cells.get(top.below as usize)?.token)),
        }
    }
}

/// A sentence with what can be asked of any of its stretches.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    pub items: Vec<Item>,
    /// How many tokens of each of eight groups stand before a token, a byte a group.
    before: Vec<u64>,
}

impl Sentence {
    pub fn new(items: Vec<Item>) -> Self {
        let mut before = Vec::with_capacity(items.len() + 1);
        let mut sum = 0;
        before.push(sum);
        before.extend(items.iter().map(|item| {
            sum += group(item.class).map_or(0, |group| 1 << (8 * group));
            sum
        }));
        Sentence { items, before }
    }

    /// Number of tokens.
    pub fn len(&self) -> u16 {
        self.items.len() as u16
    }

    /// Whether it has no token.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    pub(super) fn item(&self, token: u16) -> Item {
        match self.items.get(token as usize) {
            Some(&item) => item,
            None if token == self.len() => Item::ROOT,
            None => Item::NONE,
        }
    }

    /// Which groups (bits) have a token between two tokens.
    pub(super) fn between(&self, a: u16, b: u16) -> u32 {
        let (Some(&to), Some(&from)) = (self.before.get(b as usize), self.before.get(a as usize + 1)) else { return 0 };
        if a >= b {
            return 0;
        }
        // A byte is at most 120 by the longest sentence, so that no sum runs into the next byte.
        let some = ((to - from) + 0x7f7f_7f7f_7f7f_7f7f) & 0x8080_8080_8080_8080;
        ((some >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u32
    }

    /// Finite verbs from a token on, at most three.
    pub(super) fn verbs_from(&self, token: u16) -> u32 {
        let all = self.before.last().copied().unwrap_or(0);
        let before = self.before.get(token as usize).copied().unwrap_or(all);
        (((all - before) >> 8) as u32 & 255).min(3)
    }
}

/// The group of a class of words.
fn group(class: u8) -> Option<u32> {
    const fn is(class: u8, pos: Pos) -> bool {
        class == pos as u8
    }
    Some(match class {
        40 => 0,
        c if is(c, Pos::Vbd) || is(c, Pos::Vbz) || is(c, Pos::Vbp) || is(c, Pos::Md) => 1,
        c if is(c, Pos::Vb) || is(c, Pos::Vbg) || is(c, Pos::Vbn) => 2,
        c if is(c, Pos::Cc) => 3,
        c if is(c, Pos::Wdt) || is(c, Pos::Wp) || is(c, Pos::WpS) || is(c, Pos::Wrb) => 4,
        c if is(c, Pos::Nn) || is(c, Pos::Nns) || is(c, Pos::Nnp) || is(c, Pos::Nnps) || is(c, Pos::Prp) => 5,
        c if is(c, Pos::In) || is(c, Pos::To) => 6,
        41..=44 => 7,
        _ => return None,
    })
}
