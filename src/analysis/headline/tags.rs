//! Parts of speech that the tagger got wrong and whose neighbours show it.

use super::lexicon::BE;
use super::line::Word;
use crate::text::Pos;

/// All words that can be the particle of a verb.
const PARTICLES: [&str; 23] = [
    "about", "across", "ahead", "along", "apart", "around", "aside", "away", "back", "by", "down", "forth", "forward",
    "in", "off", "on", "out", "over", "past", "through", "to", "together", "up",
];

/// Puts them right.
pub(super) fn mend(words: &mut [Word<'_>]) {
    for i in 0..words.len() {
        words[i].pos = mended(words, i);
    }
}

fn mended(words: &[Word<'_>], i: usize) -> Pos {
    let word = &words[i];
    let before = i.checked_sub(1).map(|i| &words[i]);
    let next = words.get(i + 1);
    let participle = word.pos == Pos::Jj && word.text.ends_with("ed") && word.text.len() > 4;
    let passive = before.is_some_and(|word| word.any(BE)) && next.is_some_and(|next| next.is("by"));
    let relative = before.is_some_and(|word| matches!(word.pos, Pos::Wdt | Pos::Wp))
        && next.is_some_and(|next| next.noun() || matches!(next.pos, Pos::Dt | Pos::PrpS));
    match word.pos {
        Pos::Rp if !PARTICLES.iter().any(|particle| word.is(particle)) => Pos::Nn,
        // "rights advocate Doris Day died"
        Pos::Vbp if before.is_some_and(Word::noun) && next.is_some_and(Word::begins_person) => Pos::Nn,
        // "a water main broke": no adjective stands there.
        Pos::Jj if before.is_some_and(Word::noun) && next.is_some_and(Word::finite) => Pos::Nn,
        _ if participle && passive => Pos::Vbn,
        _ if participle && relative => Pos::Vbd,
        pos => pos,
    }
}
