//! What never belongs into a headline and only confuses a parser: brackets, days, thanks, and what stands between commas
//! or dashes beside the clause.

use super::lexicon::{CONDITION, DAY, NOW, PERIOD, QUALIFIER};
use super::line::{Name, Word};
use crate::text::{EntityKind, Pos};

/// The words without an opening phrase, insertions, brackets and days, and without the marks that set these off.
pub(super) fn leave_out(words: Vec<Word<'_>>) -> Vec<Word<'_>> {
    let words = without_insertions(words);
    let opening = opening(&words);
    words[opening..].to_vec()
}

fn without_insertions(words: Vec<Word<'_>>) -> Vec<Word<'_>> {
    let mut kept: Vec<Word<'_>> = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let end = bracket(&words, at)
            .or_else(|| day(&words, at))
            .or_else(|| thanks(&words, at))
            .or_else(|| larger_place(&words, at))
            .or_else(|| between_commas(&words, at))
            .or_else(|| insertion(&words, at))
            .or_else(|| dashed(&words, at))
            .unwrap_or(at);
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

/// Where "In a study published in March," ends, if the sentence begins so.
fn opening(words: &[Word<'_>]) -> usize {
    let begins = words.first().is_some_and(|word| {
        matches!(word.pos, Pos::In | Pos::Vbg) && !word.any(CONDITION | QUALIFIER)
            || word.is("acting")
            || word.is("speaking")
    });
    let comma = words.iter().take(LONGEST).position(Word::comma).filter(|_| begins);
    let plain = |comma: &usize| {
        let goes =
            |word: &Word<'_>| word.finite() || word.any(CONDITION) || word.number() || word.mark() || word.is("ago");
        let next = words.get(comma + 1).map(|word| word.pos);
        let subject = next.is_some_and(|pos| pos.is_noun() || matches!(pos, Pos::Dt | Pos::Jj | Pos::Cd));
        let list = words[comma + 1..].iter().take(4).any(|word| word.pos == Pos::Cc);
        !words[..*comma].iter().any(goes) && subject && !list
    };
    comma.filter(plain).map_or(0, |comma| comma + 1)
}

/// Most words of what stands between a subject and its verb.
const LONGEST: usize = 25;

/// Where ", the biggest of twelve" or ", who was a candidate" between a subject and its verb ends, if it begins here.
fn insertion(words: &[Word<'_>], at: usize) -> Option<usize> {
    let before = at > 1 && words[at - 1].comma() && (words[at - 2].noun() || words[at - 2].mark());
    let relative = matches!(words[at].pos, Pos::Wdt | Pos::Wp | Pos::WpS);
    if !before || !(relative || words[at].pos == Pos::Dt) || words[..at].iter().any(Word::finite) {
        return None;
    }
    let is_verb = |i: usize| {
        let next = words[i..].iter().find(|word| word.pos != Pos::Rb);
        next.is_some_and(Word::finite)
    };
    let end = (at + 1..words.len().min(at + LONGEST)).find(|&i| words[i].comma() && is_verb(i + 1))?;
    let inside = words[at..end].iter().any(Word::finite);
    (inside == relative).then_some(end)
}

/// Where what a dash sets off ends, if the dash stands here: at the next dash, else with the sentence.
fn dashed(words: &[Word<'_>], at: usize) -> Option<usize> {
    let is_dash = |i: usize| words[i].dash() && words[i].space && words.get(i + 1).is_some_and(|next| next.space);
    if !is_dash(at) {
        return None;
    }
    let told = words[..at].iter().any(Word::finite) && at > 4;
    let close = (at + 1..words.len()).find(|&i| is_dash(i)).map(|close| close + 1);
    let pair = close.filter(|&close| words.get(close).is_some());
    pair.or_else(|| told.then_some(words.len()))
}

/// Where "age 22" or "local time" ends, if it stands between marks.
fn between_commas(words: &[Word<'_>], at: usize) -> Option<usize> {
    let pair = words.get(at..at + 2).filter(|_| at > 0 && words[at - 1].comma())?;
    let age = ["age", "aged"].iter().any(|age| pair[0].is(age)) && pair[1].number();
    let aside = age || pair[0].is("local") && pair[1].is("time");
    (aside && words.get(at + 2).is_none_or(Word::mark)).then_some(at + 2)
}

/// Where ", Germany" in "in Munich, Germany" ends, if it begins here, with the comma after it before a verb.
fn larger_place(words: &[Word<'_>], at: usize) -> Option<usize> {
    let begins = |i: usize| words.get(i).is_some_and(|word| word.name == Name::First(EntityKind::Place));
    let within = at > 0 && words[at].comma() && words[at - 1].entity() == Some(EntityKind::Place) && begins(at + 1);
    let end = (at + 2..words.len()).find(|&i| !words[i].inside_name()).filter(|_| within)?;
    let (next, after) = (&words[end], words.get(end + 1));
    // "in Kenya, Uganda and Rwanda"
    let list = next.pos == Pos::Cc
        || next.possessive()
        || next.comma() && (begins(end + 1) || after.is_some_and(|word| word.pos == Pos::Cc));
    let verb = next.comma() && after.is_some_and(Word::finite);
    (!list).then_some(end + usize::from(verb))
}

/// Where "thanks to cost cuts" ends, which parsers take for something else.
fn thanks(words: &[Word<'_>], at: usize) -> Option<usize> {
    let thanks = at > 0 && words[at].is("thanks") && words.get(at + 1).is_some_and(|next| next.is("to"));
    let end = || words[at..].iter().position(Word::mark).map_or(words.len(), |far| at + far);
    thanks.then(end)
}
