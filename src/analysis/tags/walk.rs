//! Reads a sentence for candidates: names of places and organisations, and noun phrases.

use super::around;
use super::candidates::{Found, Place};
use super::fixed;
use super::lexicon::TagLexicon;
use super::names::{is_dateline, is_people, is_speaker, is_titled, name, word_after};
use super::shape::{is_former, is_measure, is_perfect, is_titled_line};
use crate::analysis::TagKind;
use crate::text::{BlockKind, Document, Entity, EntityKind, Pos, Sentence};
use std::ops::Range;

/// Longest noun phrase that reads as a tag, in words; a longer run keeps its last words.
const MAX_WORDS: u32 = 3;
/// The same of a name.
const LONGEST_NAME: u32 = 5;

/// Letters from here on are of no script that English words are written in.
const OTHER_SCRIPTS: char = '\u{370}';

/// Adds the candidates of all sentences but those of footnotes. Lines that capitalise every word come last: what is a name or a
/// verb in them cannot be told, so they only count for what other sentences say.
pub(super) fn collect(found: &mut Found) {
    let doc = found.doc;
    let read = |sentence: &Sentence| doc.prose.blocks[sentence.block as usize].kind != BlockKind::Footnote;
    let titled: Vec<bool> = doc.sentences.iter().map(|sentence| is_titled_line(doc, sentence)).collect();
    let all_titled = titled.iter().all(|&titled| titled);
    for wanted in [false, true] {
        found.only_known = wanted && !all_titled;
        let sentences = doc.sentences.iter().zip(&titled).enumerate();
        for (index, (sentence, _)) in sentences.filter(|&(_, (s, &titled))| titled == wanted && read(s)) {
            scan(index as u32, sentence, found);
        }
    }
}

/// Adds the candidates of a sentence, walking from phrase to phrase.
fn scan(index: u32, sentence: &Sentence, found: &mut Found) {
    let doc = found.doc;
    let mut entities = doc.entities[doc.entities.partition_point(|e| e.tokens.start < sentence.tokens.start)..].iter();
    let mut entity = entities.next();
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        while entity.is_some_and(|e| e.tokens.start < at || is_storm(doc, e)) {
            entity = entities.next();
        }
        let from = at + u32::from(is_number_of_name(doc, sentence, at));
        let run_end = noun_run(found, from..sentence.tokens.end, entity.map(|e| e.tokens.start));
        if let Some(e) = entity.filter(|e| e.tokens.start == at && e.kind != EntityKind::Person) {
            at = e.tokens.end.max(at + 1);
            name(index, e, found);
            let next = entities.as_slice().first().map(|e| e.tokens.start);
            let end = noun_run(found, at..sentence.tokens.end, next);
            if end > at && is_noun(doc.tokens[end as usize - 1].pos) {
                phrases(index, at..end, Some(e.tokens.start), found);
                at = end;
            }
        } else if run_end > from {
            phrases(index, at..run_end, person_before(found, sentence, at), found);
            if let Some(tokens) = fixed::expression(doc, found.words, run_end - 1, sentence.tokens.end) {
                found.add(
                    Place { tokens, sentence: index, whole: true, proper: false, cited: false, kind: None },
                    false,
                );
            }
            at = run_end;
        } else {
            if let Some(tokens) = around::name(found, sentence, at) {
                let kind = around::kind_of(doc, tokens.start).or(around::kind_of(doc, at + 1));
                let kind = kind.filter(|&kind| kind == EntityKind::Organisation).map(|_| TagKind::Organisation);
                found.add(Place { tokens, sentence: index, whole: true, proper: true, cited: false, kind }, false);
            }
            at += 1;
        }
    }
}

/// Whether a name begins with a number in words: "Three Gorges Dam".
pub(super) fn is_number_of_name(doc: &Document, sentence: &Sentence, token: u32) -> bool {
    let is_number = match doc.tokens[token as usize].pos {
        Pos::Cd => doc.text_of(token).starts_with(|c: char| c.is_ascii_uppercase()),
        Pos::Nn | Pos::Nns | Pos::Nnp | Pos::Nnps | Pos::Jj => {
            matches!(doc.text_of(token), "Two" | "Three" | "Four" | "Five" | "Six" | "Seven" | "Eight" | "Nine" | "Ten")
        }
        _ => false,
    };
    let is_named = |t: u32| is_noun(doc.tokens[t as usize].pos) && doc.text_of(t).starts_with(char::is_uppercase);
    is_number && token > sentence.tokens.start && token + 1 < sentence.tokens.end && is_named(token + 1)
}

/// The first token of somebody's name right before a common noun: "Rodney King verdict".
fn person_before(found: &Found, sentence: &Sentence, noun: u32) -> Option<u32> {
    let doc = found.doc;
    let is_name = |t: u32| found.people[t as usize] && doc.tokens[t as usize].pos.is_proper();
    let is_common = matches!(doc.tokens[noun as usize].pos, Pos::Nn | Pos::Nns);
    let name = (sentence.tokens.start..noun).rev().take_while(|&t| is_name(t)).last();
    name.filter(|_| {
        is_common && doc.text_of(noun).starts_with(char::is_lowercase) && !doc.text_of(noun).ends_with("ing")
    })
}

/// Whether the name of a person is the name of a storm: "Hurricane Humberto".
pub(super) fn is_storm(doc: &Document, entity: &Entity) -> bool {
    let kind = entity.tokens.start.checked_sub(1).map_or("", |token| doc.text_of(token));
    entity.tokens.len() == 1 && matches!(kind, "Hurricane" | "Cyclone" | "Typhoon" | "Storm")
}

/// The end of the run of nouns and their adjectives that begins at `range.start`, before the next name.
fn noun_run(found: &Found, range: Range<u32>, name: Option<u32>) -> u32 {
    let is_in_run = |t: u32| !found.people[t as usize] && is_nominal(found.doc, found.words, t);
    let mut end = range.start;
    while end < range.end && Some(end) != name && is_in_run(end) {
        end += 1;
    }
    end
}

fn is_nominal(doc: &Document, words: &TagLexicon, token: u32) -> bool {
    let word = doc.text_of(token);
    match doc.tokens[token as usize].pos {
        Pos::Nn | Pos::Nns | Pos::Nnp | Pos::Nnps => !words.is_border(word),
        Pos::Pos => is_day_of(doc, token),
        Pos::Jj => word.len() > 2 && !words.is_border(word) && !is_perfect(doc, token),
        Pos::Vbn | Pos::Vbg => is_attribute(doc, token),
        _ => false,
    }
}

/// Whether a participle stands between an article, possessive or adjective and a noun: "the stolen sandwich".
fn is_attribute(doc: &Document, token: u32) -> bool {
    let pos = |t: u32| doc.tokens.get(t as usize).map(|token| token.pos);
    let before = token.checked_sub(1).and_then(pos);
    matches!(before, Some(Pos::Dt | Pos::PrpS | Pos::Jj | Pos::Pos))
        && matches!(pos(token + 1), Some(Pos::Nn | Pos::Nns))
}

/// Whether a possessive stands within a name such as "International Women's Day".
pub(super) fn is_day_of(doc: &Document, token: u32) -> bool {
    const OWNERS: &[&str] =
        &["Children", "Father", "Men", "Mother", "People", "Valentine", "Veterans", "Women", "Year"];
    let next = token as usize + 1;
    let is_possessive = doc.tokens.get(token as usize).is_some_and(|t| t.pos == Pos::Pos);
    is_possessive
        && token > 0
        && OWNERS.contains(&doc.text_of(token - 1))
        && doc.tokens.get(next).is_some_and(|t| matches!(t.pos, Pos::Nnp | Pos::Nnps))
}

fn is_noun(pos: Pos) -> bool {
    matches!(pos, Pos::Nn | Pos::Nns | Pos::Nnp | Pos::Nnps)
}

pub(super) fn is_proper(doc: &Document, token: u32) -> bool {
    matches!(doc.tokens[token as usize].pos, Pos::Nnp | Pos::Nnps | Pos::Pos)
}

/// Noun phrases of a run of nouns and adjectives: a name after common nouns ("the album Songs") is one of its own.
fn phrases(sentence: u32, run: Range<u32>, name: Option<u32>, found: &mut Found) {
    let doc = found.doc;
    let is_common = |t: u32| is_noun(doc.tokens[t as usize].pos) && !is_proper(doc, t);
    match run.clone().skip(1).find(|&t| is_proper(doc, t) && is_common(t - 1)) {
        Some(border) => {
            phrase(sentence, run.start..border, name, found);
            phrases(sentence, border..run.end, None, found);
        }
        None => phrase(sentence, run, name, found),
    }
}

/// A noun phrase, its last two words when it is longer, and its head; `name` is the first token of a place or
/// organisation right before it ("NATO summit").
fn phrase(sentence: u32, run: Range<u32>, name: Option<u32>, found: &mut Found) {
    let Some(run) = trim(found, run) else { return };
    let head = run.end - 1;
    if is_somebody(found, head) && (run.len() < 2 || is_proper(found.doc, head)) {
        return;
    }
    if let Some(start) = name.filter(|&start| run.end - start <= MAX_WORDS) {
        add_phrase(sentence, start..run.end, true, found);
    }
    let is_name = run.clone().all(|t| is_proper(found.doc, t));
    let longest = match is_name {
        true if run.end - run.start <= LONGEST_NAME => run.start,
        true => run.end - MAX_WORDS,
        false => whole_words(found.doc, &run),
    };
    let starts = [longest, run.end.saturating_sub(2).max(longest), head];
    for (i, start) in starts.into_iter().enumerate() {
        // A name of several words ("World Cup") is one thing; its head alone is not.
        if i == 0 || starts[i - 1] != start && !is_name && !is_within_name(found.doc, start) {
            add_phrase(sentence, start..run.end, start == run.start && name.is_none(), found);
        }
    }
}

/// Where the last [`MAX_WORDS`] words of a run begin, or later, so that no name is cut: not "States presidential election".
fn whole_words(doc: &Document, run: &Range<u32>) -> u32 {
    let start = run.start.max(run.end.saturating_sub(MAX_WORDS));
    if start > run.start && (is_within_name(doc, start) || is_torn(doc, start)) {
        (start..run.end - 1).find(|&t| !is_proper(doc, t)).unwrap_or(run.end - 1)
    } else {
        start
    }
}

/// Whether a word of a name stands before this one.
fn is_within_name(doc: &Document, token: u32) -> bool {
    is_proper(doc, token) && is_proper(doc, token - 1)
}

/// Whether a phrase cannot begin here because the word before belongs to it: "Children|'s Hospital", "War II|-era wreck",
/// "Six|Nations game", "Larnburg–|Barfield line".
fn is_torn(doc: &Document, token: u32) -> bool {
    let word = doc.text_of(token);
    let Some(before) = token.checked_sub(1) else { return false };
    let is_name = |t: u32| doc.text_of(t).starts_with(|c: char| c.is_ascii_uppercase());
    let is_first = |t: u32| doc.sentences[doc.sentence_of(t) as usize].tokens.start == t;
    let joins = |t: u32| {
        matches!(doc.text_of(t), "–" | "-") && doc.tokens[t as usize].span.end == doc.tokens[token as usize].span.start
    };
    doc.tokens[token as usize].pos == Pos::Pos
        || joins(before)
        || word.contains('-') && is_name(token) && is_name(before) && !is_first(before)
        || is_number(doc, before)
}

/// Whether a token is the number in a name of its sentence.
fn is_number(doc: &Document, token: u32) -> bool {
    let pos = doc.tokens[token as usize].pos;
    (pos == Pos::Cd || pos.is_noun() || pos == Pos::Jj)
        && doc.text_of(token).starts_with(|c: char| c.is_ascii_uppercase())
        && is_number_of_name(doc, &doc.sentences[doc.sentence_of(token) as usize], token)
}

fn add_phrase(sentence: u32, tokens: Range<u32>, whole: bool, found: &mut Found) {
    if !is_tag(found, &tokens) || is_torn(found.doc, tokens.start) {
        return;
    }
    let proper = tokens.clone().all(|t| is_proper(found.doc, t));
    if tokens.len() == 1 && is_former(found.doc.text_of(tokens.start)) {
        return;
    }
    if proper && tokens.len() == 1 && is_opening_participle(found.doc, sentence, tokens.start) {
        return;
    }
    if proper && is_dateline(found.doc, tokens.start) {
        return;
    }
    if proper && (is_speaker(found.doc, &tokens) || tokens.len() == 1 && is_people(found, tokens.start)) {
        return;
    }
    let human = proper && is_human(found, &tokens);
    found.add(Place { proper, tokens, sentence, whole, cited: false, kind: None }, human);
}

/// Whether a sentence begins with a word such as "Acting" or "Reportedly" that only its capital makes a name.
fn is_opening_participle(doc: &Document, sentence: u32, token: u32) -> bool {
    let word = doc.text_of(token);
    doc.sentences[sentence as usize].tokens.start == token && (word.ends_with("ing") || word.ends_with("ly"))
}

/// The run without adjectives that only point ("other", "recent") and without what follows its last noun.
fn trim(found: &Found, mut run: Range<u32>) -> Option<Range<u32>> {
    let doc = found.doc;
    while !run.is_empty() && !is_noun(doc.tokens[run.end as usize - 1].pos) {
        run.end -= 1;
    }
    let is_article = |t: u32| doc.text_of(t).eq_ignore_ascii_case("the");
    let adds_nothing = |t: u32| {
        found.words.is_weak(doc.text_of(t)) && !is_number(doc, t)
            || is_infinitive(doc, t)
            || is_article(t)
            || is_torn(doc, t)
    };
    while !run.is_empty() && (adds_nothing(run.start) || run.len() > 1 && is_measure(doc, run.start)) {
        run.start += 1;
    }
    (!run.is_empty()).then_some(run)
}

/// Whether a token after "to" may as well be a verb: "to postpone".
fn is_infinitive(doc: &Document, token: u32) -> bool {
    doc.tokens[token as usize].pos == Pos::Nn && token > 0 && matches!(doc.text_of(token - 1), "to" | "To")
}

/// Whether it reads as a tag; a phrase may have a head that alone tells nothing ("peace talks").
fn is_tag(found: &Found, tokens: &Range<u32>) -> bool {
    let doc = found.doc;
    let first = doc.text_of(tokens.start);
    tokens.clone().all(|i| is_word(doc.text_of(i)) || doc.tokens[i as usize].pos == Pos::Pos)
        && (!found.words.is_weak(first) || is_number(doc, tokens.start))
        && (tokens.len() > 1 || !is_plural_office(found, tokens.start) && !found.words.is_generic(first))
}

/// At least three letters, or two capitals, and no abbreviation such as "a.m." or amount such as "US$".
fn is_word(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    (letters > 2 || letters == 2 && word.starts_with(char::is_uppercase))
        && word.starts_with(|c: char| c.is_alphanumeric() && c < OTHER_SCRIPTS)
        && !word.contains(['@', '/', '_'])
        && !is_party_mark(word)
        && word.ends_with(|c: char| c.is_alphanumeric() || c == '.' && is_acronym(word))
        && !is_code(word)
}

/// A word of a program or an address, such as "document.head".
fn is_code(word: &str) -> bool {
    word.split_once('.').is_some_and(|(head, rest)| head.len() > 1 && rest.len() > 1)
}

/// The party and state of a member of Congress: "R-Mich", "D-N.Y.".
pub(super) fn is_party_mark(word: &str) -> bool {
    word.strip_prefix(['R', 'D', 'I'])
        .and_then(|rest| rest.strip_prefix('-'))
        .is_some_and(|state| state.starts_with(|c: char| c.is_ascii_uppercase()) && state.len() < 7)
}

/// "U.S.", but not "Sen." or "a.m.".
fn is_acronym(word: &str) -> bool {
    word.chars().filter(|&c| c == '.').count() > 1 && word.starts_with(char::is_uppercase)
}

/// Whether the head of a phrase is what somebody is ("senator", "his wife"), who has the box for it.
fn is_somebody(found: &Found, head: u32) -> bool {
    let word = found.doc.text_of(head);
    match found.doc.tokens[head as usize].pos {
        Pos::Nns => false,
        Pos::Nn => found.lexicon.is_person_noun(word),
        _ => found.lexicon.is_office(word),
    }
}

/// Whether a single word tells of several people what they are: "senators".
fn is_plural_office(found: &Found, token: u32) -> bool {
    found.doc.tokens[token as usize].pos == Pos::Nns && found.lexicon.is_office(found.doc.text_of(token))
}

/// Whether a name that is no known person, place or organisation is somebody's: it speaks, or has an office before it.
fn is_human(found: &Found, tokens: &Range<u32>) -> bool {
    let doc = found.doc;
    let speaks = matches!(word_after(doc, tokens), "said" | "says" | "told" | "added" | "wrote" | "tweeted" | "who");
    let shares_name = found.surnames.contains(&doc.text_of(tokens.end - 1));
    speaks || shares_name || is_titled(found, tokens)
}
