//! Headlines where none was written: the best sentence of the beginning, made short by leaving words out.
//!
//! [`asides`] takes out what never matters, [`clause`] is a sentence with its tree, [`spare`] says what it can spare,
//! [`source`] whether it can be told without whose word it is, [`form`] puts the kept words together, [`grammar`] says
//! what stands as a headline and [`score`] which of them tells most; this file chooses. Words are only left out, never
//! added, moved or changed.

mod asides;
mod clause;
mod fallback;
mod form;
mod grammar;
mod lexicon;
mod line;
mod score;
mod source;
mod spare;
#[cfg(test)]
mod tests;

use super::{Headline, HeadlineOrigin};
use crate::model::Model;
use crate::text::parser::Parser;
use crate::text::vectors::Vectors;
use crate::text::{BlockKind, Document, Span};
use clause::Clause;
use form::Form;
use line::Word;
use score::{Counts, weight};
use spare::{Part, Spared};

/// Longest headline, in characters.
const MAX_CHARS: usize = 80;
/// Shortest headline that can say something, in characters.
const MIN_CHARS: usize = 20;
/// Sentences of the beginning that are tried.
const TRIED: usize = 3;

/// Words of a sentence that make a headline, and how well they do.
#[derive(Debug)]
struct Candidate {
    tokens: Vec<u32>,
    score: f32,
}

/// The headline of a document in which nobody wrote one.
pub fn generate(doc: &Document, language: &str, model: &Model) -> Headline {
    let told = model.parser(language).and_then(|parser| told(doc, parser, model.vectors(language)));
    let tokens = told.or_else(|| fallback::first_words(doc, language)).unwrap_or_default();
    let (text, evidence) = written(doc, &tokens);
    Headline { text, origin: HeadlineOrigin::Generated, evidence }
}

/// The best headline from the first sentence; else from the first that is about somebody named; else what the first is
/// about.
fn told(doc: &Document, parser: &Parser, vectors: Option<&Vectors<'_>>) -> Option<Vec<u32>> {
    let counts = Counts::of(doc);
    let mut clauses = leading(doc).take(TRIED).filter_map(|sentence| Clause::parse(doc, sentence, parser));
    let best = |clause: &mut Clause<'_>| {
        score::set_values(&mut clause.words, &counts, vectors);
        let best =
            candidates(clause).into_iter().reduce(|best, next| if next.score > best.score { next } else { best });
        best.map(|best| best.tokens)
    };
    let mut first = clauses.next()?;
    best(&mut first)
        .or_else(|| clauses.filter(Clause::is_about_a_name).find_map(|mut clause| best(&mut clause)))
        .or_else(|| fallback::label(&first))
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
        && !text.contains("http")
}

/// All acceptable short forms of one sentence; without whose word it is, if it can be told so.
fn candidates(clause: &Clause<'_>) -> Vec<Candidate> {
    let Some(verb) = clause.main_verb() else { return Vec::new() };
    let said = source::said(clause, verb).filter(|&said| source::is_sure(clause, verb, clause.subtree(said)));
    let told = said.map(|said| of_clause(clause, said, spare::said(clause, verb, said))).unwrap_or_default();
    if told.is_empty() { of_clause(clause, verb, spare::spared(clause, verb)) } else { told }
}

fn of_clause(clause: &Clause<'_>, verb: usize, spared: Spared) -> Vec<Candidate> {
    let whole = clause.is_clause(verb) && clause.has_whole_subject(verb);
    if whole { shortened(clause, &spared) } else { Vec::new() }
}

/// The clause with fewer and fewer parts, those that tell least for their length first; each time also with one of
/// those before put back.
fn shortened(clause: &Clause<'_>, spared: &Spared) -> Vec<Candidate> {
    let mut parts: Vec<(f32, &Part)> = spared.parts.iter().map(|part| (worth(clause, spared, part), part)).collect();
    parts.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.words.start().cmp(a.1.words.start())));
    let mut left_out: Vec<&Part> = Vec::new();
    let mut found: Vec<Candidate> = candidate(clause, spared, &left_out).into_iter().collect();
    for (_, part) in parts {
        left_out.push(part);
        found.extend(candidate(clause, spared, &left_out));
        for back in 0..left_out.len() - 1 {
            let mut fewer = left_out.clone();
            fewer.remove(back);
            found.extend(candidate(clause, spared, &fewer));
        }
    }
    found
}

/// What a part tells and what is lost without it, for each of its characters.
fn worth(clause: &Clause<'_>, spared: &Spared, part: &Part) -> f32 {
    let words: Vec<Word<'_>> = part.words.clone().filter(|&i| spared.kept[i]).map(|i| clause.words[i]).collect();
    let told: f32 = words.iter().map(|word| word.value).sum();
    (told + part.loss) / (line::length(&words) + 1) as f32
}

fn candidate(clause: &Clause<'_>, spared: &Spared, left_out: &[&Part]) -> Option<Candidate> {
    let Form { words, terse } = form::form(clause, spared, left_out)?;
    let chars = line::length(&words);
    if !(MIN_CHARS..=MAX_CHARS).contains(&chars) || !grammar::is_headline(&words) {
        return None;
    }
    let outermost = |part: &&&Part| !left_out.iter().any(|other| other.words != part.words && other.contains(part));
    let lost: f32 = left_out.iter().filter(outermost).map(|part| part.loss).sum();
    let score = score::score(&words, chars) - lost - if terse { weight::TERSE } else { 0.0 };
    Some(Candidate { tokens: words.iter().map(|word| word.token).collect(), score })
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
    (capitalised(&text), spans)
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
