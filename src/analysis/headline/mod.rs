//! Headlines where none was written: the best sentence of the beginning, made short by leaving words out.
//!
//! `asides` takes out what never matters, `tags` and `trees` mend what the tagger and the parser got wrong, `clause` is a
//! sentence with its tree, `spare` says what it can spare, `source` whether it can be told without whose word it is,
//! `ties` which words hold together, [`weigh`] what speaks for keeping each part, `cut` finds the best choice for every
//! length, `form` puts the kept words together and `grammar` says what stands as a headline; this file chooses. Words are
//! only left out, never added, moved or changed.

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
mod source;
mod spare;
mod tags;
#[cfg(test)]
mod tests;
mod ties;
mod trees;
mod verdict;
pub mod weigh;

use super::topics::stem_key;
use super::{Headline, HeadlineOrigin, Person, sentence_case};
use crate::model::Model;
use crate::text::parser::{Parser, Relation};
use crate::text::vectors::Vectors;
use crate::text::{BlockKind, Document, Pos, Span};
use clause::Clause;
use cut::Cut;
use parts::Parts;
use score::{Counts, weight};
use verdict::View;
use weigh::Usage;

/// Longest headline, in characters.
const MAX_CHARS: usize = 80;
/// Shortest headline that can say something, in characters.
const MIN_CHARS: usize = 15;
/// Sentences of the beginning that are tried.
const TRIED: usize = 5;
/// Verdict, in log-odds, with which the first sentence is taken without a look at the others.
const SURE: f32 = 0.4;

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

/// A sentence cut down to a headline.
struct Shortened {
    tokens: Vec<u32>,
    /// Whether its subject is a thing that only what came before says.
    points_back: bool,
    /// How likely it is to be good, in log-odds.
    verdict: f32,
}

/// The best headline from the first sentence if it is likely to be good; else the best of it and of the next that are
/// about somebody named; else what the first is about; else the first even though it points back.
fn told(doc: &Document, desk: &Desk<'_>) -> Option<Vec<u32>> {
    let mut clauses = leading(doc).take(TRIED).filter_map(|sentence| {
        let mut clause = Clause::parse(doc, sentence, desk.people, desk.parser)?;
        score::set_values(&mut clause.words, &desk.counts, desk.vectors);
        Some(clause)
    });
    let first = clauses.next()?;
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
    let others = clauses.zip(1u8..).filter(|(clause, _)| clause.is_about_a_name()).filter_map(|(clause, far)| {
        let made = shortened(&clause, &desk.usage).filter(|made| !made.points_back)?;
        let (score, made) = weighed(&clause, made);
        let brief = if clause.is_about_a_surname() { weight::SURNAME } else { 0.0 };
        Some((score - weight::FAR * f32::from(far) - brief, made))
    });
    let best = clear.map(|clear| weighed(&first, clear)).into_iter().chain(others).max_by(|a, b| a.0.total_cmp(&b.0));
    best.map(|(_, made)| made.tokens)
        .or_else(|| fallback::label(&first, &desk.usage))
        .or_else(|| back.map(|back| back.tokens))
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
        && !text.starts_with("The following ")
        && !text.contains("((")
        && !text.contains("http")
}

/// The best acceptable short form of one sentence: of what is said in it, if that can be told so.
fn shortened(clause: &Clause<'_>, usage: &Usage<'_>) -> Option<Shortened> {
    let verb = clause.main_verb()?;
    let said = source::said(clause, verb).filter(|&said| source::is_sure(clause, verb, clause.subtree(said)));
    let told = said.and_then(|said| of_clause(clause, said, spare::said(clause, verb, said, usage), usage));
    let first = told.or_else(|| of_clause(clause, verb, spare::spared(clause, verb, usage), usage));
    let second = clause
        .children(verb)
        .filter(|&child| clause.relation(child) == Relation::Conjunct && clause.is_clause(child))
        .filter_map(|child| of_clause(clause, child, spare::spared(clause, child, usage), usage))
        .map(|made| Shortened { verdict: made.verdict - weight::SECOND, ..made });
    first.into_iter().chain(second).max_by(|a, b| a.verdict.total_cmp(&b.verdict))
}

fn of_clause(clause: &Clause<'_>, verb: usize, mut parts: Parts, usage: &Usage<'_>) -> Option<Shortened> {
    if !clause.is_clause(verb) || !clause.has_whole_subject(verb) {
        return None;
    }
    weigh::weigh(clause, &mut parts, usage);
    let articles = articles::spare(clause);
    let best = best_cut(clause, verb, &parts, &articles, usage);
    if best.is_some() {
        return best;
    }
    // What the verb is complete with may be worth less than what is then left out.
    let forced = (1..parts.all.len()).filter(|&part| parts.all[part].parent == Parts::ROOT && !parts.all[part].empty);
    let with = |part: usize| {
        let mut parts = parts.clone();
        parts.join(part, Parts::ROOT);
        best_cut(clause, verb, &parts, &articles, usage)
    };
    forced.filter_map(with).max_by(|a, b| a.verdict.total_cmp(&b.verdict))
}

fn best_cut(
    clause: &Clause<'_>,
    verb: usize,
    parts: &Parts,
    articles: &[bool],
    usage: &Usage<'_>,
) -> Option<Shortened> {
    let (chars, gain) = sizes(clause, parts, articles);
    let losses = losses(clause, verb, parts, usage);
    let judged = |cut: Cut| {
        let made = headline(clause, parts, articles, cut)?;
        let kept = parts.kept(cut.kept);
        let view = View { clause, usage, verb, kept: &kept };
        let mut verdict: f32 = view.going().map(|i| losses[i]).sum();
        verdict::features(&view, |key| verdict += usage.verdict(key)[1]);
        Some((cut.merit + verdict, Shortened { verdict, ..made }))
    };
    let cuts = cut::cuts(parts, &chars, &gain, MAX_CHARS + 4);
    cuts.into_iter().filter_map(judged).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, made)| made)
}

/// What each word costs the verdict of a cut that leaves it out.
fn losses(clause: &Clause<'_>, verb: usize, parts: &Parts, usage: &Usage<'_>) -> Vec<f32> {
    let loss = |word| {
        let mut sum = 0.0;
        left_out::features(clause, usage, verb, word, parts.hint(word), |key| sum += usage.verdict(key)[1]);
        sum
    };
    (0..clause.words.len()).map(loss).collect()
}

/// Characters of the own words of each part with a space after each, and what they tell; without the articles that go.
fn sizes(clause: &Clause<'_>, parts: &Parts, articles: &[bool]) -> (Vec<usize>, Vec<f32>) {
    let (mut chars, mut gain) = (vec![0; parts.all.len()], vec![0.0; parts.all.len()]);
    for (i, word) in clause.words.iter().enumerate() {
        if let Some(part) = parts.owner[i].filter(|_| !articles[i]) {
            let length = word.text.chars().count() + usize::from(word.space);
            chars[usize::from(part)] += length;
            gain[usize::from(part)] += weight::VALUE * word.value - weight::CHAR * length as f32;
        }
    }
    (chars, gain)
}

/// What a cut comes to, if it makes a headline.
fn headline(clause: &Clause<'_>, parts: &Parts, articles: &[bool], cut: Cut) -> Option<Shortened> {
    let kept = parts.kept(cut.kept);
    if source::said(clause, parts.all[Parts::ROOT].head).is_some_and(|said| !kept[said]) {
        return None;
    }
    let complete = ends_complete(clause, &kept);
    let points_back = points_back(clause, parts.all[Parts::ROOT].head, &kept);
    let words = form::form(clause, kept, articles, parts.source)?;
    let fits = (MIN_CHARS..=MAX_CHARS).contains(&line::length(&words));
    let tokens = || words.iter().map(|word| word.token).collect();
    (fits && grammar::is_headline(&words, complete)).then(|| Shortened { tokens: tokens(), points_back, verdict: 0.0 })
}

/// Whether nothing that the last kept word goes on with is left out, but times and manner.
fn ends_complete(clause: &Clause<'_>, kept: &[bool]) -> bool {
    use Relation::{Adverb, Adverbial, Conjunct, Measure, Other, Preposition};
    let Some(last) = (0..kept.len()).rfind(|&i| kept[i] && !clause.words[i].mark()) else { return false };
    let spare = |i: usize| match clause.relation(i) {
        Preposition => clause.set_off(i) || spare::is_time_phrase(clause, i),
        Adverbial => clause.set_off(i),
        relation => matches!(relation, Adverb | Conjunct | Measure | Other) || clause.words[i].mark(),
    };
    clause.children(last).all(|i| kept[i] || spare(i))
}

/// Whether the subject is a thing that only what came before says: "the vote", "the accident".
fn points_back(clause: &Clause<'_>, verb: usize, kept: &[bool]) -> bool {
    let Some(subject) = clause.child(verb, Relation::Subject).filter(|&subject| kept[subject]) else { return false };
    let word = &clause.words[subject];
    let definite = |i: usize| ["the", "this", "that", "these", "those"].iter().any(|the| clause.words[i].is(the));
    let the = clause.child(subject, Relation::Determiner).is_some_and(definite);
    let told = clause.children(subject).any(|i| kept[i] && !clause.words[i].mark() && !definite(i));
    the && !told && matches!(word.pos, Pos::Nn | Pos::Nns) && !word.named() && !word.any(lexicon::UNIQUE)
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
