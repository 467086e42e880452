//! What never belongs into a headline and only confuses a parser: brackets, the day on which something happened, thanks.

use super::lexicon::{DAY, NOW, PERIOD};
use super::line::Word;
use crate::text::Pos;

/// The words without brackets and days, and without the marks that set these off.
pub(super) fn leave_out(words: Vec<Word<'_>>) -> Vec<Word<'_>> {
    let mut kept: Vec<Word<'_>> = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let end = bracket(&words, at).or_else(|| day(&words, at)).or_else(|| thanks(&words, at)).unwrap_or(at);
        if end == at {
            kept.push(words[at]);
            at += 1;
            continue;
        }
        let next_comma = words.get(end).is_some_and(Word::comma);
        let set_off = kept.last().is_none_or(Word::comma);
        if next_comma && set_off {
            kept.pop();
        }
        at = end + usize::from(next_comma && set_off);
    }
    kept
}

/// Where the bracket that opens here ends, if it ends.
fn bracket(words: &[Word<'_>], at: usize) -> Option<usize> {
    let close = match words[at].text {
        "(" => ")",
        "[" => "]",
        _ => return None,
    };
    words[at..].iter().position(|word| word.text == close).map(|far| at + far + 1)
}

/// Where "on Tuesday afternoon", "yesterday" or "last Friday" ends, if it begins here.
fn day(words: &[Word<'_>], at: usize) -> Option<usize> {
    let on = usize::from(
        ["on", "last", "this", "next", "late", "early", "earlier", "later"].iter().any(|before| words[at].is(before)),
    );
    let day = words.get(at + on).filter(|word| word.any(DAY) || word.any(NOW) && (on == 0 || !words[at].is("on")))?;
    let governed = on == 0 && at > 0 && matches!(words[at - 1].pos, Pos::In | Pos::To | Pos::Dt | Pos::Cc);
    let mut end = at + on + 1;
    while words.get(end).is_some_and(|word| word.any(PERIOD)) {
        end += 1;
    }
    let goes_on = words.get(end).is_some_and(|next| {
        next.possessive() || next.pos == Pos::Cc || day.any(DAY) && next.noun() && next.pos != Pos::Nns || next.number()
    });
    (!governed && !goes_on).then_some(end)
}

/// Where "thanks to cost cuts" ends, which parsers take for something else.
fn thanks(words: &[Word<'_>], at: usize) -> Option<usize> {
    let thanks = at > 0 && words[at].is("thanks") && words.get(at + 1).is_some_and(|next| next.is("to"));
    let end = || words[at..].iter().position(Word::mark).map_or(words.len(), |far| at + far);
    thanks.then(end)
}
