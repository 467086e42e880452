//! Articles, which headlines leave out: which ones can go.

use super::clause::Clause;
use super::form::is_quote;
use super::lexicon::HEAD_OF;
use super::line::Word;
use crate::text::Pos;
use crate::text::parser::Relation;

/// Units after which "a" means "each": "$5 a barrel", "twice a week".
const EACH: [&str; 17] = [
    "barrel", "day", "gallon", "head", "hour", "kilo", "litre", "minute", "month", "night", "ounce", "person",
    "second", "share", "tonne", "week", "year",
];
/// "the public", "around the world": one of a kind, and part of the phrase.
const THE: [&str; 13] = [
    "accused",
    "beginning",
    "fact",
    "future",
    "ground",
    "past",
    "public",
    "rest",
    "same",
    "time",
    "way",
    "wild",
    "world",
];
/// "such a", "what a".
const BEFORE: [&str; 9] = ["such", "half", "what", "many", "quite", "rather", "not", "once", "all"];

/// Which words of a sentence are articles that a headline does without.
pub(super) fn spare(clause: &Clause<'_>) -> Vec<bool> {
    let words = &clause.words;
    let mut quoted = false;
    let mut spare = vec![false; words.len()];
    for i in 0..words.len() {
        quoted ^= is_quote(words[i].text) && words[i].mark();
        spare[i] = !quoted && is_article(&words[i]) && !is_needed(clause, i);
    }
    spare
}

pub(super) fn is_article(word: &Word<'_>) -> bool {
    word.pos == Pos::Dt && (word.is("the") || word.is("a") || word.is("an"))
}

fn is_needed(clause: &Clause<'_>, article: usize) -> bool {
    let words = &clause.words;
    let Some(next) = words.get(article + 1) else { return true };
    let the = words[article].is("the");
    let any = |list: &[&str], word: &Word<'_>| list.iter().any(|entry| word.is(entry));
    // "The Hague", "the Beatles": the name has it, or it makes a name of a word.
    let name = words[article].inside_name() || next.inside_name() || words[article].named();
    let capital = the && article > 0 && words[article].text.starts_with('T');
    let before = article > 0 && any(&BEFORE, &words[article - 1]);
    let counted = !the && any(&EACH, next) && article > 0 && !matches!(words[article - 1].pos, Pos::In | Pos::To);
    let head = clause.head(article).map_or(next, |head| &words[head]);
    // "the poor", "the first to win"
    let lone = the && !head.noun() && !head.named();
    let predicate = !the && clause.head(article).is_some_and(|head| clause.relation(head) == Relation::Attribute);
    let idiom = if the { any(&THE, next) } else { next.any(HEAD_OF) };
    name || capital || before || counted || lone || predicate || idiom
}
