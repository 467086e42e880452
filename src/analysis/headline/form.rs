//! From kept words to the words of a headline: which marks stay between them, and how it begins.

use super::MAX_CHARS;
use super::clause::Clause;
use super::lexicon::HEAD_OF;
use super::line::{self, Word};
use super::spare::{Part, Spared};
use crate::text::Pos;
use crate::text::parser::Relation;

/// The words of a headline.
#[derive(Clone, Debug)]
pub(super) struct Form<'t> {
    pub(super) words: Vec<Word<'t>>,
    /// Whether articles had to go to make it short enough.
    pub(super) terse: bool,
}

/// The kept words without some parts, in order, with the marks that belong between them; none if a name would be torn.
pub(super) fn form<'t>(clause: &Clause<'t>, spared: &Spared, left_out: &[&Part]) -> Option<Form<'t>> {
    let mut kept = spared.kept.clone();
    for part in left_out {
        part.words.clone().chain(part.conjunction).for_each(|i| kept[i] = false);
    }
    if is_torn(&clause.words, &kept) || has_loose_end(clause, &kept) {
        return None;
    }
    keep_marks(clause, &mut kept);
    if let Some(comma) = spared.source {
        kept[comma] = true;
    }
    let words: Vec<Word<'t>> = (0..kept.len()).filter(|&i| kept[i]).map(|i| clause.words[i]).collect();
    let words = line::without_end_marks(&words);
    let words = if spares_article(words) { &words[1..] } else { words };
    let terse = line::length(words) > MAX_CHARS;
    Some(Form { words: if terse { without_articles(words) } else { words.to_vec() }, terse })
}

/// Whether only a part of a name or of a compound with a hyphen is kept.
fn is_torn(words: &[Word<'_>], kept: &[bool]) -> bool {
    let name = |i: usize| words[i].inside_name() && !words[i].mark() && !words[i - 1].mark() && kept[i] != kept[i - 1];
    let hyphen = |i: usize| words[i].is("-") && i + 1 < words.len() && kept[i - 1] != kept[i + 1];
    (1..words.len()).any(|i| name(i) || hyphen(i))
}

/// Whether something is kept that hung on what is left out: what a noun goes on with after one such part is gone ("report
/// at Mānoa"), or a thing that a comma set off.
fn has_loose_end(clause: &Clause<'_>, kept: &[bool]) -> bool {
    let gone = |i: usize| !kept[i] && !clause.words[i].mark();
    let preposition = |i: usize| clause.relation(i) == Relation::Preposition;
    let follows = |i: usize| {
        let noun = clause.head(i).filter(|&noun| clause.words[noun].noun() && noun < i);
        noun.is_some_and(|noun| {
            clause.children(noun).any(|part| part > noun && part < i && preposition(part) && gone(part))
        })
    };
    let set_off = |i: usize| {
        let noun = clause.words[i].noun() || matches!(clause.words[i].pos, Pos::Dt | Pos::Jj | Pos::Cd);
        noun && i > 1 && clause.words[i - 1].comma() && gone(i - 2)
    };
    // "solution to rugby union", where "to the saga of a switch" stood between.
    let tied = |i: usize| {
        const TIED: [&str; 8] = ["to", "of", "with", "from", "against", "by", "for", "as"];
        gone(i - 1) && TIED.iter().any(|word| clause.words[i].is(word))
    };
    let dated = |i: usize| {
        let year = clause.child(i, Relation::Complement).is_some_and(|year| clause.words[year].number());
        let earlier =
            |verb: usize| clause.children(verb).any(|part| part > verb && part < i && preposition(part) && gone(part));
        year && clause.head(i).is_some_and(earlier)
    };
    let stray = |i: usize| {
        let about = matches!(clause.relation(i), Relation::Relative | Relation::Nominal | Relation::Clause);
        about && clause.words[clause.start(i)].finite() && gone(clause.start(i) - 1)
    };
    let question = |i: usize| {
        i + 1 < kept.len() && gone(i + 1) && matches!(clause.words[i + 1].pos, Pos::Wrb | Pos::Wp | Pos::Wdt)
    };
    let verb = clause.main_verb().unwrap_or(0);
    (1..kept.len()).any(|i| {
        kept[i]
            && (preposition(i) && (follows(i) || question(i) || tied(i) || dated(i))
                || clause.start(i) > 0 && stray(i)
                || i > verb && set_off(i))
    })
}

/// "the first Indian to win the prize" as headlines have it: "first Indian to win prize".
fn without_articles<'t>(words: &[Word<'t>]) -> Vec<Word<'t>> {
    let article = |word: &Word<'_>| word.pos == Pos::Dt && (word.is("the") || word.is("a") || word.is("an"));
    words.iter().filter(|word| !article(word)).copied().collect()
}

/// A mark stays if the words on both sides do; quotation marks only in pairs round words that all stay.
fn keep_marks(clause: &Clause<'_>, kept: &mut [bool]) {
    let words = &clause.words;
    let commas = |kept: &[bool]| kept.iter().zip(words).any(|(kept, word)| *kept && word.comma());
    for i in 0..words.len() {
        if words[i].mark() || words[i].is("’") {
            let sides = i > 0 && i + 1 < words.len() && kept[i - 1] && (kept[i + 1] || words[i + 1].mark());
            // "Rita Gomes, is": what the other comma belonged to has gone.
            let lone = words[i].comma() && words.get(i + 1).is_some_and(Word::finite) && !commas(&kept[..i]);
            kept[i] = sides && !is_quote(words[i].text) && !words[i].is(".") && !lone;
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

pub(super) fn is_quote(text: &str) -> bool {
    matches!(text, "\"" | "“" | "”" | "''" | "``" | "‘" | "«" | "»")
}

/// Whether an article at the beginning can go: "The bridge over the Turia" reads as well without.
fn spares_article(words: &[Word<'_>]) -> bool {
    let [first, second, ..] = words else { return false };
    first.is("the")
        && !second.any(HEAD_OF)
        && (second.noun() || second.pos == Pos::Jj || second.named())
        && !second.text.starts_with(|c: char| c.is_ascii_digit())
}
