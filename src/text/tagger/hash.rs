//! The one hash family that training and tagging share.
//!
//! Feature keys are 32 bits wide: with some 10^5 stored rows the chance that an unseen feature meets a stored key is
//! below 10^-4, so no strings are kept in the model.

/// Seed of every byte-wise hash (FNV-1a offset basis, 32 bits).
pub const SEED: u32 = 0x811c_9dc5;

/// One FNV-1a step over a character.
#[inline(always)]
pub fn step(hash: u32, c: char) -> u32 {
    (hash ^ c as u32).wrapping_mul(0x0100_0193)
}

/// Hash of a lower-cased string, the key of a word in every table.
pub fn lower(word: &str) -> u32 {
    word.chars().fold(SEED, |h, c| step(h, fold(c)))
}

/// Lower case (first character of the mapping), with typographic quotes and dashes made plain.
#[inline(always)]
pub fn fold(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    match c {
        '‘' | '’' | 'ʼ' | '`' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '–' | '—' | '‐' | '‑' => '-',
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Key of the feature `template` with the values `a` and `b`; never zero, which marks an empty slot.
#[inline(always)]
pub fn feature(template: u32, a: u32, b: u32) -> u32 {
    let x = (u64::from(a) << 32 | u64::from(b)) ^ u64::from(template + 1).wrapping_mul(0xa076_1d64_78bd_642f);
    let x = x.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let x = (x ^ (x >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    ((x >> 32) as u32).max(1)
}
