//! When no sentence can be made a shorter clause without harm: what the first one is about, or its beginning.

use super::clause::Clause;
use super::lexicon::{CONDITION, FIRST_PERSON, NEEDS_MORE, NOW, SAYING, THIRD_PERSON};
use super::line::{self, Word};
use super::weigh::Usage;
use super::{MAX_CHARS, MIN_CHARS, TRIED, articles, asides, form, grammar, leading, paragraphs, spare};
use crate::text::language::Language;
use crate::text::parser::Relation;
use crate::text::{Document, Pos};

/// Shortest beginning of a sentence that can say something, in characters.
const MIN_BEGINNING: usize = 25;

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

/// The beginning of a sentence that makes a headline by itself: of the first one, else of a later one about somebody named,
/// else of any; else as far as it has a verb; else the first words.
pub(super) fn first_words(doc: &Document, language: &str) -> Option<Vec<u32>> {
    let usable = |sentence: &u32| {
        let text = doc.slice(doc.sentences[*sentence as usize].span);
        let first = doc.tokens_of(*sentence).first();
        !text.contains("http") && first.is_some_and(|token| doc.slice(token.span).chars().count() <= MAX_CHARS)
    };
    let line = |sentence| asides::leave_out(line::line(doc, sentence, &[]));
    let lines: Vec<_> = leading(doc).take(TRIED).filter(usable).map(line).collect();
    let all = || lines.iter().map(|line| without_opening(line));
    let named = || all().enumerate().filter(|(i, line)| *i == 0 || is_about_a_name(line)).map(|(_, line)| line);
    let verbal = |whole| {
        let words = beginning(whole, language);
        let told = words.iter().any(Word::finite) && !has_source_after(whole, words.len());
        let says = words.last().is_some_and(|last| last.any(SAYING));
        (told && !says && !words[0].any(FIRST_PERSON | THIRD_PERSON)).then_some(words)
    };
    let words = named().find_map(clear_beginning).or_else(|| named().find_map(verbal));
    if let Some(words) = words.or_else(|| all().find_map(clear_beginning)).or_else(|| all().find_map(verbal)) {
        return tokens(words);
    }
    let sentence = leading(doc).next().filter(usable).or_else(|| paragraphs(doc).find(usable))?;
    tokens(beginning(without_opening(&line::line(doc, sentence, &[])), language))
}

pub(super) fn tokens(words: &[Word<'_>]) -> Option<Vec<u32>> {
    Some(words.iter().map(|word| word.token).collect())
}

/// The sentence without "On Monday morning," before it.
pub(super) fn without_opening<'w, 't>(line: &'w [Word<'t>]) -> &'w [Word<'t>] {
    let opens = line.first().is_some_and(|word| word.pos == Pos::In || word.any(NOW));
    let comma = line.iter().position(Word::comma).filter(|_| opens);
    let plain = |comma: &usize| !line[..*comma].iter().any(|word| word.finite() || word.any(CONDITION));
    comma.filter(plain).map_or(line, |comma| &line[comma + 1..])
}

/// The sentence as far as it makes a headline by itself, before a mark or what goes on in another phrase.
pub(super) fn clear_beginning<'w, 't>(line: &'w [Word<'t>]) -> Option<&'w [Word<'t>]> {
    let whole = line::without_end_marks(line);
    let ends = |end: usize| {
        let next = whole.get(end).is_none_or(|next| next.mark() || matches!(next.pos, Pos::In | Pos::Wdt | Pos::Wp));
        let of = whole.get(end).is_some_and(|next| next.is("of") || next.is("that"));
        // "limited to"
        let open = whole.get(end).is_some_and(|next| next.pos == Pos::In) && !whole[end - 1].noun();
        next && !of
            && !open
            && !is_open_clause(&whole[..end])
            && !has_source_after(whole, end)
            && !whole[end - 1].any(SAYING)
            && line::length(&whole[..end]) <= MAX_CHARS
            && grammar::is_headline(&whole[..end], end == whole.len())
    };
    let verb = |end: &usize| whole[..*end].iter().any(Word::finite) && line::length(&whole[..*end]) >= MIN_BEGINNING;
    (1..=whole.len()).rev().filter(|&end| ends(end)).find(verb).map(|end| &whole[..end])
}

/// Whether a name stands before the first verb.
fn is_about_a_name(line: &[Word<'_>]) -> bool {
    line.iter().take_while(|word| !word.finite()).any(Word::named)
}

/// "a mechanism whereby the bar": a clause that has not come to its verb.
fn is_open_clause(words: &[Word<'_>]) -> bool {
    const OPENING: [&str; 6] = ["while", "although", "because", "whether", "if", "whereby"];
    let opens = |word: &Word<'_>| {
        matches!(word.pos, Pos::Wdt | Pos::Wp | Pos::WpS | Pos::Wrb) || OPENING.iter().any(|open| word.is(open))
    };
    words.iter().rposition(opens).is_some_and(|open| !words[open..].iter().any(Word::finite))
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
            && !is_open_clause(&whole[..end])
            && !stop(&whole[end - 1])
            && !whole.get(end).is_some_and(goes_on)
    };
    let best = |loose: bool, told: bool| (1..=fits).rev().find(|&end| ends(end, loose) && (!told || tells(end)));
    let end = best(false, true).or_else(|| best(true, true)).or_else(|| best(false, false));
    &whole[..end.unwrap_or(fits)]
}
