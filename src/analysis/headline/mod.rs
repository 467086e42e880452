//! Headlines where none was written: the best sentence of the beginning, made short by leaving words out.
//!
//! `asides` takes out what never matters, `tags` and `trees` mend what the tagger and the parser got wrong, `clause` is a
//! sentence with its tree, `spare` says what it can spare, `source` whether it can be told without whose word it is,
//! `ties` which words hold together, [`weigh`] what speaks for keeping each part, `cut` finds the best choice for every
//! length, `form` puts the kept words together, `grammar` says what stands as a headline and `verdict` how good it is;
//! `shorten` does all this for a sentence, and this file chooses the sentence. Words are only left out, never added, moved
//! or changed.

mod articles;
mod asides;
mod clause;
mod cut;
mod fallback;
mod form;
mod grammar;
mod left_out;
mod lexicon;
mod line;
pub mod observe;
mod parts;
mod score;
mod shorten;
mod source;
mod spare;
mod tags;
#[cfg(test)]
mod tests;
mod ties;
mod trees;
mod verdict;
pub mod weigh;

use super::summary::facts::is_furniture;
use super::topics::stem_key;
use super::{Headline, HeadlineOrigin, Person, sentence_case};
use crate::model::Model;
use crate::text::parser::Parser;
use crate::text::vectors::Vectors;
use crate::text::{BlockKind, Document, Span};
use clause::Clause;
use score::{Counts, weight};
use shorten::{Shortened, shortened};
use weigh::Usage;

/// Longest headline, in characters.
const MAX_CHARS: usize = 80;
/// Shortest headline that can say something, in characters.
const MIN_CHARS: usize = 15;
/// Sentences of the beginning that are tried.
const TRIED: usize = 5;
/// Verdict, in log-odds, with which the first sentence is taken without a look at the others.
const SURE: f32 = -0.3;
/// Longest later sentence that is tried, in tokens, and where a name must stand in it.
const SHORT: usize = 28;
const EARLY: u32 = 10;

/// What the making of a headline asks: the parser of a language, how its words go on, and the article's words and people.
struct Desk<'m> {
    people: &'m [Person],
    parser: &'m Parser,
    usage: Usage<'m>,
    vectors: Option<&'m Vectors<'static>>,
    counts: Counts,
}

/// The headline of a document in which nobody wrote one.
///
/// `people` are those that the people room found in it.
pub fn generate(doc: &Document, language: &str, people: &[Person], model: &Model) -> Headline {
    let desk = model.parser(language).zip(Usage::of(language, model)).map(|(parser, usage)| Desk {
        people,
        parser,
        usage,
        vectors: model.vectors(language),
        counts: Counts::of(doc),
    });
    let told = desk.and_then(|desk| told(doc, &desk));
    let tokens = told.or_else(|| fallback::first_words(doc, language)).unwrap_or_default();
    let (text, evidence) = written(doc, &tokens);
    Headline { text, origin: HeadlineOrigin::Generated, evidence }
}

/// The best headline from the first sentence if it is likely to be good, or its beginning if that makes one and nothing else
/// does; else the best of it and of the next that are about somebody named; else what the first is about; else the first
/// even though it points back.
fn told(doc: &Document, desk: &Desk<'_>) -> Option<Vec<u32>> {
    let parsed = |sentence| {
        let mut clause = Clause::parse(doc, sentence, desk.people, desk.parser)?;
        score::set_values(&mut clause.words, &desk.counts, desk.vectors);
        Some(clause)
    };
    let mut sentences = leading(doc).take(TRIED);
    let first = sentences.find_map(parsed)?;
    let leading = shortened(&first, &desk.usage);
    let (clear, back) = match leading {
        Some(leading) if leading.points_back => (None, Some(leading)),
        leading => (leading, None),
    };
    if let Some(sure) = clear.as_ref().filter(|clear| clear.verdict >= SURE) {
        return Some(sure.tokens.clone());
    }
    let known: Vec<_> = first.words.iter().filter(|word| word.value > 0.0).map(|word| stem_key(word.text)).collect();
    let weighed =
        |clause: &Clause<'_>, made: Shortened| (score::of_choice(clause, &made.tokens, &known) + made.verdict, made);
    let others = sentences.zip(1u8..).filter(|(later, _)| is_promising(doc, *later)).filter_map(|(later, far)| {
        let clause = parsed(later).filter(Clause::is_about_a_name)?;
        let made = shortened(&clause, &desk.usage).filter(|made| !made.points_back)?;
        let (score, made) = weighed(&clause, made);
        let brief = if clause.is_about_a_surname() { weight::SURNAME } else { 0.0 };
        Some((score - weight::FAR * f32::from(far) - brief, made))
    });
    let beginning = || fallback::clear_beginning(fallback::without_opening(&first.words));
    let nothing = clear.is_none() && back.is_none();
    if let Some(words) = nothing.then(beginning).flatten() {
        return fallback::tokens(words);
    }
    let best = clear.map(|clear| weighed(&first, clear)).into_iter().chain(others).max_by(|a, b| a.0.total_cmp(&b.0));
    best.map(|(_, made)| made.tokens)
        .or_else(|| fallback::label(&first, &desk.usage))
        .or_else(|| back.map(|back| back.tokens))
}

/// Whether a later sentence is short and soon names somebody or something; parsing takes more time than all the rest.
fn is_promising(doc: &Document, sentence: u32) -> bool {
    let tokens = &doc.sentences[sentence as usize].tokens;
    let next = doc.entities.partition_point(|entity| entity.tokens.start < tokens.start);
    tokens.len() <= SHORT && doc.entities.get(next).is_some_and(|entity| entity.tokens.start < tokens.start + EARLY)
}

/// The sentences from which a headline can be made.
fn leading<'d>(doc: &'d Document<'d>) -> impl Iterator<Item = u32> + 'd {
    paragraphs(doc).filter(|&sentence| can_lead(doc, sentence))
}

/// The sentences of paragraphs.
fn paragraphs<'d>(doc: &'d Document<'d>) -> impl Iterator<Item = u32> + 'd {
    let prose = |s: &u32| doc.prose.blocks[doc.sentences[*s as usize].block as usize].kind == BlockKind::Paragraph;
    (0..doc.sentences.len() as u32).filter(prose)
}

/// Whether a headline can be made from a sentence: it states something, and not in a quotation.
fn can_lead(doc: &Document, sentence: u32) -> bool {
    let text = doc.slice(doc.sentences[sentence as usize].span);
    let tokens = doc.tokens_of(sentence);
    tokens.len() >= 4
        && tokens.iter().any(|token| token.pos.is_finite())
        && text.starts_with(char::is_alphanumeric)
        && !text.ends_with(['?', ':'])
        && !text.contains("((")
        && !is_furniture(text)
}

/// The text, and the spans that it was made from. Between two kept tokens there is a space where the text has one
/// before the second.
fn written(doc: &Document, tokens: &[u32]) -> (String, Vec<Span>) {
    let mut text = String::new();
    let mut spans: Vec<Span> = Vec::new();
    let source = &doc.prose.text;
    for &token in tokens {
        let span = doc.tokens[token as usize].span;
        match spans.last_mut() {
            Some(last) if source[last.end as usize..span.start as usize].trim().is_empty() => {
                text.push_str(&source[last.end as usize..span.start as usize]);
                *last = last.join(span);
            }
            Some(_) => {
                let before = source[..span.start as usize].trim_end_matches(['"', '“', '‘', '(', '[']);
                if before.ends_with(char::is_whitespace) {
                    text.push(' ');
                }
                spans.push(span);
            }
            None => spans.push(span),
        }
        text.push_str(span.of(source));
    }
    (sentence_case::capitalised(&text), spans)
}
