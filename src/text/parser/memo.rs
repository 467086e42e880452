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

/// Sums by what they depend on; of two that want the same place the later one stays.
#[derive(Debug)]
struct Shelf<K>([(K, Sums); PLACES]);

impl<K: Copy + PartialEq> Shelf<K> {
    /// `none` is above all keys.
    const fn new(none: K) -> Self {
        Shelf([(none, [0; STEPS]); PLACES])
    }

    #[inline(always)]
    fn get(&mut self, key: K, hash: u32, make: impl FnOnce() -> Sums) -> Sums {
        let place = &mut self.0[(hash.wrapping_mul(0x9e37_79b9) >> 24) as usize % PLACES];
        if place.0 != key {
            *place = (key, make());
        }
        place.1
    }
}

/// The sums that are known in one sentence.
#[derive(Debug)]
pub(super) struct Memo {
    ahead: Shelf<u32>,
    top: Shelf<u32>,
    stack: Shelf<u32>,
    three: Shelf<u32>,
    built: Shelf<u128>,
}

impl Memo {
    pub(super) fn new() -> Self {
        // Keys have three bytes, or 127 bits.
        let new = || Shelf::new(u32::MAX);
        Memo { ahead: new(), top: new(), stack: new(), three: new(), built: Shelf::new(u128::MAX) }
    }

    /// The scores of the steps in a state of the sentence.
    #[inline]
    pub(super) fn scores(&mut self, view: &View, weights: &Weights) -> [f32; STEPS] {
        // No token has a number of 255 or more, but none.
        let [s1, s0, b0] = view.tokens().map(|token| u32::from(token as u8));
        let (three, top, stack) = (s1 << 16 | s0 << 8 | b0, s0 << 8 | b0, s1 << 8 | s0);
        let build = view.build();
        let parts = [
            self.built.get(build, fold(build), || weights.sums(&view.built())),
            self.three.get(three, three, || weights.sums(&view.three())),
            self.top.get(top, top, || weights.sums(&view.top())),
            self.stack.get(stack, stack, || weights.sums(&view.stack())),
            self.ahead.get(b0, b0, || weights.sums(&view.ahead())),
        ];
        std::array::from_fn(|step| f32::from(parts.iter().map(|part| part[step]).sum::<i16>()))
    }
}

fn fold(key: u128) -> u32 {
    let half = (key as u64 ^ (key >> 64) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (half >> 32) as u32
}
