//! When no sentence can be made a shorter clause without harm: what the first one is about, or its beginning.

use super::clause::Clause;
use super::lexicon::{CONDITION, NEEDS_MORE, NOW, SAYING};
use super::line::{self, Word};
use super::weigh::Usage;
use super::{MAX_CHARS, MIN_CHARS, TRIED, articles, form, grammar, leading, paragraphs, spare};
use crate::text::language::Language;
use crate::text::parser::Relation;
use crate::text::{Document, Pos};

/// What a sentence is about: "Cold weather across the United States".
pub(super) fn label(clause: &Clause<'_>, usage: &Usage<'_>) -> Option<Vec<u32>> {
    let subject = clause.child(clause.root()?, Relation::Subject)?;
    let parts = spare::spared(clause, subject, usage);
    let words = form::form(clause, parts.kept(u64::MAX), &articles::spare(clause), None)?;
    let fits = (MIN_CHARS..=MAX_CHARS).contains(&line::length(&words));
    let telling = words.len() >= 5
        && clause.has(subject, &[Relation::Preposition])
        && !clause.has(subject, &[Relation::Relative]);
    // "Researchers of two universities": who, without what they did.
    let thing = clause.words[subject].pos == Pos::Nn;
    (fits && telling && thing && grammar::is_label(&words)).then(|| words.iter().map(|word| word.token).collect())
}

/// The first sentence up to its best border within the length of a headline; of the next ones, if only there words end
/// that can be a headline.
pub(super) fn first_words(doc: &Document, language: &str) -> Option<Vec<u32>> {
    let usable = |sentence: &u32| {
        let text = doc.slice(doc.sentences[*sentence as usize].span);
        let first = doc.tokens_of(*sentence).first();
        !text.contains("http") && first.is_some_and(|token| doc.slice(token.span).chars().count() <= MAX_CHARS)
    };
    let lines = || leading(doc).take(TRIED).filter(usable).map(|sentence| line::line(doc, sentence, &[]));
    let clear = lines().find_map(|line| tokens(clear_beginning(without_opening(&line))?));
    let told = || {
        lines().find_map(|line| {
            let whole = without_opening(&line);
            let words = beginning(whole, language);
            let told = words.iter().any(Word::finite) && !has_source_after(whole, words.len());
            told.then(|| tokens(words))?
        })
    };
    clear.or_else(told).or_else(|| {
        let sentence = leading(doc).next().filter(usable).or_else(|| paragraphs(doc).find(usable))?;
        let line = line::line(doc, sentence, &[]);
        tokens(beginning(without_opening(&line), language))
    })
}

fn tokens(words: &[Word<'_>]) -> Option<Vec<u32>> {
    Some(words.iter().map(|word| word.token).collect())
}

/// The sentence without "On Monday morning," before it.
fn without_opening<'w, 't>(line: &'w [Word<'t>]) -> &'w [Word<'t>] {
    let opens = line.first().is_some_and(|word| word.pos == Pos::In || word.any(NOW));
    let comma = line.iter().position(Word::comma).filter(|_| opens);
    let plain = |comma: &usize| !line[..*comma].iter().any(|word| word.finite() || word.any(CONDITION));
    comma.filter(plain).map_or(line, |comma| &line[comma + 1..])
}

/// The sentence as far as it makes a headline by itself, before a mark or what goes on in another phrase.
fn clear_beginning<'w, 't>(line: &'w [Word<'t>]) -> Option<&'w [Word<'t>]> {
    let whole = line::without_end_marks(line);
    let ends = |end: usize| {
        let next = whole.get(end).is_none_or(|next| next.mark() || matches!(next.pos, Pos::In | Pos::Wdt | Pos::Wp));
        let of = whole.get(end).is_some_and(|next| next.is("of") || next.is("that"));
        next && !of
            && !has_source_after(whole, end)
            && line::length(&whole[..end]) <= MAX_CHARS
            && grammar::is_headline(&whole[..end], end == whole.len())
    };
    let verb = |end: &usize| whole[..*end].iter().any(Word::finite) && line::length(&whole[..*end]) >= MIN_CHARS;
    (1..=whole.len()).rev().filter(|&end| ends(end)).find(verb).map(|end| &whole[..end])
}

/// Whether who said it only follows after some words: ", says a study".
fn has_source_after(whole: &[Word<'_>], end: usize) -> bool {
    let source = |word: &Word<'_>| word.any(SAYING) || word.is("according");
    (end..whole.len()).any(|i| whole[i].comma() && whole[i + 1..].iter().take(4).any(source))
}

/// The sentence as far as a punctuation mark or a word that can end it.
fn beginning<'w, 't>(line: &'w [Word<'t>], language: &str) -> &'w [Word<'t>] {
    let whole = line::without_end_marks(line);
    if line::length(whole) <= MAX_CHARS {
        return whole;
    }
    let fits = (1..=whole.len()).take_while(|&end| line::length(&whole[..end]) <= MAX_CHARS).last().unwrap_or(0);
    let border = |word: &Word<'_>| word.mark() && !word.dash();
    let tagged = whole.iter().any(|word| word.pos.is_verb());
    let tells = |end: usize| !tagged || whole[..end].iter().any(Word::finite);
    let mark = (3..fits).rev().find(|&end| border(&whole[end]) && grammar::is_closed(&whole[..end]) && tells(end));
    if let Some(mark) = mark.filter(|&end| line::length(&whole[..end]) >= MAX_CHARS / 3) {
        return line::without_end_marks(&whole[..mark]);
    }
    let stopwords = Language::of(language);
    let stop = |word: &Word<'_>| word.mark() || stopwords.is_stopword(&word.text.to_lowercase());
    let ends = |end: usize, loose: bool| {
        let noun = whole[end - 1].noun() || whole[end - 1].number();
        let goes_on = |word: &Word<'_>| {
            word.inside_name()
                || word.possessive()
                || tagged && word.noun()
                || word.pos == Pos::Cc
                || !loose && matches!(word.pos, Pos::Jj | Pos::Vbg | Pos::Vbn | Pos::Cd)
                || (!loose || whole[end - 1].pos.is_proper()) && (word.is("of") || word.is("to"))
        };
        let verb = whole[..end].iter().rposition(|word| word.pos.is_verb());
        let open =
            verb.is_some_and(|verb| whole[verb].any(NEEDS_MORE) && !whole[verb..end].iter().any(|w| w.pos == Pos::In));
        (noun || !tagged)
            && (loose || !open)
            && grammar::is_closed(&whole[..end])
            && !stop(&whole[end - 1])
            && !whole.get(end).is_some_and(goes_on)
    };
    let best = |loose: bool, told: bool| (1..=fits).rev().find(|&end| ends(end, loose) && (!told || tells(end)));
    let end = best(false, true).or_else(|| best(true, true)).or_else(|| best(false, false));
    &whole[..end.unwrap_or(fits)]
}
