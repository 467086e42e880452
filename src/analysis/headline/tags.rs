//! Parts of speech that the tagger got wrong and whose neighbours show it.

use super::lexicon::{BE, SAYING};
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
    if !words.iter().any(Word::finite) {
        let past = (1..words.len()).find(|&i| is_past_tense(words, i));
        if let Some(past) = past {
            words[past].pos = Pos::Vbd;
        }
    }
    let say = words.iter().rposition(|word| !word.mark()).unwrap_or(0);
    if say > 2 && words[say - 2].comma() && words[say].any(SAYING) && words[say - 1].pos == Pos::Vbz {
        words[say - 1].pos = Pos::Nns;
        words[say].pos = Pos::Vbp;
    }
}

/// "teetered" in "Japan's economy teetered on the brink", where no other word can be the verb.
fn is_past_tense(words: &[Word<'_>], i: usize) -> bool {
    let (word, next) = (&words[i], words.get(i + 1));
    let subject = words[i - 1].noun() || words[i - 1].pos == Pos::Rb;
    let participle = word.pos == Pos::Vbn || word.pos == Pos::Jj && word.text.ends_with("ed");
    participle && subject && next.is_some_and(|next| !next.is("by") && !next.noun())
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
        // "Six penalties gave Scotland victory"
        Pos::Vbz if next.is_some_and(|next| next.pos == Pos::Vbd) && before.is_some_and(Word::noun) => Pos::Nns,
        Pos::Jj if word.is("due") && next.is_some_and(|next| next.is("to")) => Pos::In,
        // "the Flora London Marathon"
        Pos::Nn
            if i > 0 && word.text.starts_with(char::is_uppercase) && next.is_some_and(|next| next.pos.is_proper()) =>
        {
            Pos::Nnp
        }
        // "a water main broke": no adjective stands there.
        Pos::Jj if before.is_some_and(Word::noun) && next.is_some_and(Word::finite) => Pos::Nn,
        _ if participle && passive => Pos::Vbn,
        _ if participle && relative => Pos::Vbd,
        pos => pos,
    }
}
