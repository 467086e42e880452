//! From kept words to the words of a headline: which marks stay between them, and how it begins.

use super::articles;
use super::clause::Clause;
use super::lexicon::SAYING;
use super::line::{self, Word};
use crate::text::Pos;
use crate::text::parser::Relation;

/// The kept words in order, with the marks that belong between them and without the articles that go (see
/// [`articles::spare`]); none if a name would be torn.
pub(super) fn form<'t>(
    clause: &Clause<'t>,
    mut kept: Vec<bool>,
    spare: &[bool],
    source: Option<usize>,
) -> Option<Vec<Word<'t>>> {
    if is_torn(&clause.words, &kept) || has_loose_end(clause, &kept) {
        return None;
    }
    keep_marks(clause, &mut kept);
    if let Some(comma) = source {
        kept[comma] = true;
    }
    // "an enigmatic poet" is no "an poet".
    let goes =
        |i: usize| spare[i] || articles::is_article(&clause.words[i]) && !kept.get(i + 1).is_some_and(|&kept| kept);
    let words: Vec<Word<'t>> = (0..kept.len()).filter(|&i| kept[i] && !goes(i)).map(|i| clause.words[i]).collect();
    Some(line::without_end_marks(&words).to_vec())
}

/// Whether only a part of a name is kept.
fn is_torn(words: &[Word<'_>], kept: &[bool]) -> bool {
    let name = |i: usize| words[i].inside_name() && !words[i].mark() && !words[i - 1].mark() && kept[i] != kept[i - 1];
    (1..words.len()).any(name)
}

/// Whether something is kept that hung on what is left out: what a noun goes on with after one such part is gone ("report
/// at Mānoa"), or a thing that a comma set off.
fn has_loose_end(clause: &Clause<'_>, kept: &[bool]) -> bool {
    let gone = |i: usize| !kept[i] && !clause.words[i].mark();
    let preposition = |i: usize| clause.relation(i) == Relation::Preposition;
    let set_off = |i: usize| {
        let noun = clause.words[i].noun() || matches!(clause.words[i].pos, Pos::Dt | Pos::Jj | Pos::Cd);
        noun && i > 1 && clause.words[i - 1].comma() && gone(i - 2)
    };
    let dated = |i: usize| {
        let year = clause.child(i, Relation::Complement).is_some_and(|year| clause.words[year].number());
        let earlier =
            |verb: usize| clause.children(verb).any(|part| part > verb && part < i && preposition(part) && gone(part));
        year && clause.head(i).is_some_and(earlier)
    };
    let in_phrase = |i: usize| matches!(clause.words[i].pos, Pos::Dt | Pos::Jj | Pos::Cd | Pos::Vbn) && gone(i);
    let ungoverned = |i: usize| {
        let before = (0..i).rfind(|&before| !in_phrase(before));
        !clause.words[i].mark() && before.is_some_and(|before| gone(before) && preposition(before))
    };
    let stray = |i: usize| {
        let about = matches!(clause.relation(i), Relation::Relative | Relation::Nominal | Relation::Clause);
        let nominal = clause.relation(i) == Relation::Nominal;
        about && (nominal || clause.words[clause.start(i)].finite()) && gone(clause.start(i) - 1)
    };
    let question = |i: usize| {
        i + 1 < kept.len() && gone(i + 1) && matches!(clause.words[i + 1].pos, Pos::Wrb | Pos::Wp | Pos::Wdt)
    };
    let verb = clause.main_verb().unwrap_or(0);
    (1..kept.len()).any(|i| {
        kept[i]
            && (preposition(i) && (question(i) || dated(i))
                || ungoverned(i)
                || clause.start(i) > 0 && stray(i)
                || i > verb && set_off(i))
    })
}

/// A mark stays if the words on both sides do; quotation marks only in pairs round words that all stay.
fn keep_marks(clause: &Clause<'_>, kept: &mut [bool]) {
    let words = &clause.words;
    let commas = |kept: &[bool]| kept.iter().zip(words).any(|(kept, word)| *kept && word.comma());
    for i in 0..words.len() {
        if words[i].mark() || words[i].is("’") {
            let sides = i > 0 && i + 1 < words.len() && kept[i - 1] && (kept[i + 1] || words[i + 1].mark());
            // "Rita Gomes, is": what the other comma belonged to has gone.
            let after = words[i + 1..].iter().find(|word| word.pos != Pos::Rb);
            let lone = words[i].comma() && after.is_some_and(Word::finite) && !commas(&kept[..i]);
            let speaker = words[i].comma() && i > 2 && is_speaker(&words[i + 1..], &kept[i + 1..]);
            kept[i] = (sides || speaker) && !is_quote(words[i].text) && !words[i].is(".") && !lone;
        }
    }
    let quotes: Vec<usize> = (0..words.len()).filter(|&i| is_quote(words[i].text) && words[i].mark()).collect();
    for pair in quotes.chunks_exact(2) {
        let inside = pair[0] + 1..pair[1];
        if !inside.is_empty() && inside.clone().all(|i| kept[i] || words[i].mark()) && inside.clone().any(|i| kept[i]) {
            kept[pair[0]] = true;
            kept[pair[1]] = true;
        }
    }
}

/// Whether the kept words are no more than who said it: "his family reported".
fn is_speaker(words: &[Word<'_>], kept: &[bool]) -> bool {
    let who: Vec<&Word<'_>> =
        words.iter().zip(kept).filter(|(word, kept)| **kept && !word.mark()).map(|it| it.0).collect();
    let starts = kept.first().is_some_and(|first| *first);
    let Some((said, before)) = who.split_last() else { return false };
    let plain = !before.iter().any(|word| word.finite() || matches!(word.pos, Pos::In | Pos::To));
    starts && (1..=6).contains(&before.len()) && plain && said.finite() && said.any(SAYING)
}

pub(super) fn is_quote(text: &str) -> bool {
    matches!(text, "\"" | "“" | "”" | "''" | "``" | "‘" | "«" | "»")
}
