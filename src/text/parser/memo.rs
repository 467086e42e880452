//! Sums of weights that are looked up once for many states of a sentence.
//!
//! The states of a beam differ little, and most of their features depend on two or three tokens: the same tokens come
//! back in other states of a step and in the next steps.

use super::features::View;
use super::state::STEPS;
use super::weights::Weights;

/// What some features add to the scores of the steps.
type Sums = [i16; STEPS];

/// Places of a [`Shelf`], a power of two.
const PLACES: usize = 256;
/// Above all keys, which have three bytes.
const EMPTY: u32 = u32::MAX;

/// Sums by the tokens that they are of; of two that want the same place the later one stays.
#[derive(Debug)]
struct Shelf([(u32, Sums); PLACES]);

impl Shelf {
    const fn new() -> Self {
        Shelf([(EMPTY, [0; STEPS]); PLACES])
    }

    #[inline(always)]
    fn get(&mut self, key: u32, make: impl FnOnce() -> Sums) -> Sums {
        let place = &mut self.0[(key.wrapping_mul(0x9e37_79b9) >> 24) as usize % PLACES];
        if place.0 != key {
            *place = (key, make());
        }
        place.1
    }
}

/// The sums that are known in one sentence.
#[derive(Debug)]
pub(super) struct Memo {
    ahead: Shelf,
    top: Shelf,
    stack: Shelf,
    three: Shelf,
}

impl Memo {
    pub(super) fn new() -> Self {
        Memo { ahead: Shelf::new(), top: Shelf::new(), stack: Shelf::new(), three: Shelf::new() }
    }

    /// The scores of the steps in a state of the sentence.
    #[inline]
    pub(super) fn scores(&mut self, view: &View, weights: &Weights) -> [f32; STEPS] {
        // No token has a number of 255 or more, but none.
        let [s1, s0, b0] = view.tokens().map(|token| u32::from(token as u8));
        let parts = [
            weights.sums(&view.built()),
            self.three.get(s1 << 16 | s0 << 8 | b0, || weights.sums(&view.three())),
            self.top.get(s0 << 8 | b0, || weights.sums(&view.top())),
            self.stack.get(s1 << 8 | s0, || weights.sums(&view.stack())),
            self.ahead.get(b0, || weights.sums(&view.ahead())),
        ];
        std::array::from_fn(|step| f32::from(parts.iter().map(|part| part[step]).sum::<i16>()))
    }
}
