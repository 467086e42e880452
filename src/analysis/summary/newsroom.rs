//! Whether a sentence tells of the paper's own work ("The Gazette caught up with …") or is of another tongue than the article.

use crate::analysis::tags::lexicon::TagLexicon;
use crate::text::{Document, Pos, Token};
use std::ops::Range;

/// Words of the longest name of a paper.
const LONGEST_NAME: u32 = 4;
/// Sentences at the beginning that may tell what the article is about.
const TOPIC: usize = 3;
/// From so many words on, a sentence that has none of the little words of English is none.
const TELLING_WORDS: usize = 8;

/// Whether a sentence says no more than that a paper, agency or station has spoken to somebody or looked at something.
pub(super) fn tells_of_the_newsroom(doc: &Document, press: &TagLexicon, sentence: u32) -> bool {
    let tokens = doc.sentences[sentence as usize].tokens.clone();
    // What an interview is about is told by whom the paper spoke to.
    let is_topic = (sentence as usize) < TOPIC;
    let next = |t: u32| doc.tokens.get(t as usize + 1).map_or("", |next| doc.slice(next.span));
    let is_verb = |&t: &u32| doc.tokens[t as usize].pos.is_verb();
    let works = |&t: &u32| !(is_topic && interviews(doc.text_of(t))) && works(doc.text_of(t), next(t));
    let asks = |t: u32| {
        matches!(doc.tokens[t as usize].pos, Pos::Vbd | Pos::Vbn | Pos::Vbz | Pos::Nns)
            && asks_for_work(doc, &tokens, t, press)
    };
    tokens.clone().filter(is_verb).filter(works).any(|verb| is_paper(doc, press, before(doc, tokens.start..verb)))
        || !is_topic && tokens.clone().any(asks)
}

fn interviews(verb: &str) -> bool {
    matches!(verb, "interviewed" | "interviews" | "spoke" | "spoken" | "talked")
}

/// Whether a verb and the word after it tell what papers do to have something to report.
fn works(verb: &str, next: &str) -> bool {
    match verb {
        "attended" | "contacted" | "corresponded" | "examined" | "interviewed" | "interviews" | "visited" => true,
        "spoke" | "spoken" | "talked" => matches!(next, "to" | "with"),
        "caught" => next == "up",
        "discussed" | "discusses" => true,
        "got" | "gotten" => next == "in",
        "reached" => next == "out",
        "sat" => next == "down",
        _ => false,
    }
}

/// The words before a verb that may be the name of its subject: no auxiliaries, adverbs or reporters.
fn before(doc: &Document, mut tokens: Range<u32>) -> Range<u32> {
    let passed = |t: u32| {
        matches!(doc.tokens[t as usize].pos, Pos::Rb | Pos::Vbd | Pos::Vbz | Pos::Vbn)
            && matches!(doc.text_of(t), "had" | "has" | "was" | "also" | "recently" | "then" | "later" | "previously")
    };
    while tokens.end > tokens.start && passed(tokens.end - 1) {
        tokens.end -= 1;
    }
    tokens
}

/// Whether some words end with the name of a paper, or with that of its reporter after it.
fn is_paper(doc: &Document, press: &TagLexicon, words: Range<u32>) -> bool {
    let Some(start) = name_before(doc, words.clone()) else { return false };
    let is_reporter = |&t: &u32| matches!(doc.text_of(t), "reporter" | "correspondent" | "contributor");
    let office = start.checked_sub(1).filter(|t| *t > words.start).filter(is_reporter);
    let of_paper = |office: u32| {
        // "Gazette accredited reporter".
        let adjective = u32::from(doc.text_of(office - 1).starts_with(char::is_lowercase));
        let paper = words.start..office - adjective;
        name_before(doc, paper.clone()).is_some_and(|start| is_press(doc, press, start..paper.end))
    };
    is_press(doc, press, start..words.end) || office.is_some_and(of_paper)
}

/// Where the capitalised words begin that some words end with.
fn name_before(doc: &Document, words: Range<u32>) -> Option<u32> {
    words.rev().take_while(|&t| doc.text_of(t).starts_with(char::is_uppercase)).last()
}

/// "Ann Field spoke to the Gazette about …", "answered some questions from the Gazette": it tells of no answer.
fn asks_for_work(doc: &Document, tokens: &Range<u32>, verb: u32, press: &TagLexicon) -> bool {
    if !matches!(doc.text_of(verb), "spoke" | "talked" | "discussed" | "discusses" | "questions") {
        return false;
    }
    let answers = tokens.clone().any(|t| matches!(doc.text_of(t), "\"" | "“" | "that" | "said" | "saying" | "told"));
    let asked = |&t: &u32| matches!(doc.text_of(t), "with" | "With" | "to" | "from");
    !answers
        && tokens.clone().filter(asked).any(|t| {
            let article = u32::from(doc.tokens.get(t as usize + 1).is_some_and(|n| n.pos == Pos::Dt));
            let start = t + 1 + article;
            let end = (start..tokens.end).take_while(|&t| doc.tokens[t as usize].pos.is_proper()).last();
            end.is_some_and(|last| is_press(doc, press, start..last + 1))
        })
}

/// A network where everybody writes has no newsroom.
fn is_press(doc: &Document, press: &TagLexicon, name: Range<u32>) -> bool {
    let name = name.start + u32::from(doc.text_of(name.start) == "The")..name.end;
    if name.is_empty() {
        return false;
    }
    let is_network = matches!(doc.text_of(name.start), "Facebook" | "Instagram" | "Twitter" | "YouTube");
    !is_network && name.len() <= LONGEST_NAME as usize && press.is_press(&doc.slice(doc.span_of(name)).to_lowercase())
}

/// Whether an English text has a sentence of another language here: letters of another script, or none of the words that no
/// sentence goes without.
pub(super) fn is_foreign(text: &str, tokens: &[Token]) -> bool {
    let is_little = |t: &&Token| {
        matches!(
            t.pos,
            Pos::Cc | Pos::Dt | Pos::In | Pos::Md | Pos::Prp | Pos::PrpS | Pos::To | Pos::Wdt | Pos::Wp | Pos::Wrb
        )
    };
    let words = tokens.iter().filter(|t| t.pos != Pos::Punct).count();
    let little = tokens.iter().filter(is_little).count();
    words >= TELLING_WORDS && little * 40 < words || !text.is_ascii() && is_of_another_script(text)
}

/// Whether every other letter is of no script that English words are written in.
fn is_of_another_script(text: &str) -> bool {
    let (mut letters, mut others) = (0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        others += usize::from(c > '\u{24f}' && !('\u{1e00}'..='\u{1eff}').contains(&c));
    }
    others * 2 > letters
}
