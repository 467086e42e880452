//! What each sentence is, as far as a summary or a headline is concerned.

use super::needs::{self, Need, Reader, is_time};
use super::newsroom;
use super::opening;
use super::quotes::{self, Marks};
use crate::analysis::Person;
use crate::analysis::tags::lexicon::TagLexicon;
use crate::text::{BlockKind, Document, Pos, Token};

/// Letters of the longest abbreviation.
const LONGEST_SHORT: usize = 6;

/// What is known of one sentence.
#[derive(Clone, Debug)]
pub(in crate::analysis) struct Facts {
    /// Whether it is a sentence of a paragraph, not a heading, a caption or a list.
    pub prose: bool,
    pub need: Need,
    /// Bytes of a leading connective that is left out.
    pub connective: u32,
    /// Words as a reader counts them, without the connective.
    pub words: u32,
    /// Whether it refers to something said before, though not in its first words ("The singer", "this decision").
    pub leans: bool,
    /// Whether it says "he" or "she" but names nobody.
    pub orphan: bool,
    /// Whether it tells how things are in general ("The island is a barren place") rather than what happened.
    pub background: bool,
    /// People whom it names, by their index, and whether it names them fully enough for a first mention.
    pub names: Vec<(u16, bool)>,
    /// Abbreviations that the article writes out somewhere, by their number, and whether it does so here.
    pub short: Vec<(u16, bool)>,
}

/// The facts of every sentence, in order.
pub(in crate::analysis) fn find(doc: &Document, language: &str, people: &[Person], press: &TagLexicon) -> Vec<Facts> {
    let tagged = doc.tokens.iter().any(|t| t.pos != Pos::Punct);
    let short = abbreviations(doc);
    let finder = Finder { doc, tagged, press, short, reader: Reader { doc, language, named: named(doc, people) } };
    let mut facts = Vec::with_capacity(doc.sentences.len());
    let mut open = false;
    let mut block = u32::MAX;
    for index in 0..doc.sentences.len() {
        let first = doc.sentences[index].block != block;
        block = doc.sentences[index].block;
        open &= !first;
        let text = doc.slice(doc.sentences[index].span);
        let mut marks = quotes::read(text, open);
        // A quotation that begins here shows that the one before had ended, or goes on as one that can be taken alone.
        if open && marks.opens_first == Some(true) {
            open = false;
            marks = quotes::read(text, false);
        }
        facts.push(finder.look(index, open, marks, facts.last()));
        open = marks.open;
    }
    facts
}

/// The abbreviations that stand alone in brackets: "the Office for Standards (OFS)".
fn abbreviations<'d>(doc: &'d Document) -> Vec<&'d str> {
    let mut found: Vec<&str> = Vec::new();
    for window in doc.tokens.windows(3).filter(|w| w[1].span.len() <= LONGEST_SHORT && w[1].span.len() > 1) {
        let [open, word, close] = [&window[0], &window[1], &window[2]].map(|t| doc.slice(t.span));
        let is_short = open == "(" && close == ")" && word.bytes().all(|b| b.is_ascii_uppercase());
        if is_short && !found.contains(&word) {
            found.push(word);
        }
    }
    found
}

/// The people whom each sentence names, and whether by more than the surname that other sentences go on with.
pub(super) fn named(doc: &Document, people: &[Person]) -> Vec<Vec<(u16, bool)>> {
    let mut named: Vec<Vec<(u16, bool)>> = vec![Vec::new(); doc.sentences.len()];
    for (index, person) in people.iter().enumerate() {
        let longest = person.mentions.iter().map(|m| m.span.len()).max().unwrap_or(0);
        for mention in &person.mentions {
            let sentence = doc.sentences.partition_point(|s| s.span.end <= mention.span.start);
            let Some(list) = named.get_mut(sentence) else { continue };
            let full = doc.slice(mention.span).contains(' ') || mention.span.len() == longest;
            match list.iter_mut().find(|(known, _)| *known == index as u16) {
                Some((_, known)) => *known |= full,
                None => list.push((index as u16, full)),
            }
        }
    }
    named
}

struct Finder<'d> {
    doc: &'d Document<'d>,
    tagged: bool,
    press: &'d TagLexicon,
    /// What stands in brackets for the name before it.
    short: Vec<&'d str>,
    reader: Reader<'d>,
}

impl Finder<'_> {
    fn look(&self, index: usize, open: bool, marks: Marks, before: Option<&Facts>) -> Facts {
        let sentence = &self.doc.sentences[index];
        let text = self.doc.slice(sentence.span);
        let prose = self.doc.prose.blocks[sentence.block as usize].kind == BlockKind::Paragraph;
        let connective = opening::connective(text);
        let rest = &text[connective..];
        let words = count_words(rest);
        let block = self.doc.slice(self.doc.prose.blocks[sentence.block as usize].span);
        let sound = prose
            && !is_interview(block)
            && !open
            && marks.balanced()
            // What is said needs to be told who says it.
            && marks.outside
            && is_sentence(rest, words)
            && !self.is_litter(index, rest)
            && !(self.tagged && newsroom::is_foreign(rest, self.doc.tokens_of(index as u32)))
            && !newsroom::tells_of_the_newsroom(self.doc, self.press, index as u32);
        let need = match sound {
            true => needs::of(&self.reader, index, rest, connective, before.map(|b| b.need)),
            false => Need::Never,
        };
        let leans = need != Need::Never && self.tagged && index > 0 && self.leans(index);
        let names = self.reader.named[index].clone();
        let orphan = need == Need::Nothing && self.reader.is_orphan(index);
        let background = need != Need::Never && self.tagged && index > 0 && self.is_background(index);
        Facts {
            prose,
            need,
            connective: connective as u32,
            words,
            leans,
            orphan,
            background,
            names,
            short: self.short_in(index),
        }
    }

    /// The abbreviations in a sentence, and whether they stand in brackets behind what they are short for.
    fn short_in(&self, index: usize) -> Vec<(u16, bool)> {
        let mut found: Vec<(u16, bool)> = Vec::new();
        if self.short.is_empty() {
            return found;
        }
        let tokens = self.doc.tokens_of(index as u32);
        for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.span.len() <= LONGEST_SHORT) {
            let Some(number) = self.short.iter().position(|short| *short == self.doc.slice(token.span)) else {
                continue;
            };
            let told = i > 0 && self.doc.slice(tokens[i - 1].span) == "(";
            match found.iter_mut().find(|(known, _)| usize::from(*known) == number) {
                Some((_, known)) => *known |= told,
                None => found.push((number as u16, told)),
            }
        }
        found
    }

    /// No verb, no end, an address, a line of the page rather than of the article.
    fn is_litter(&self, index: usize, text: &str) -> bool {
        let tokens = self.doc.tokens_of(index as u32);
        // The tagger takes some past tenses for participles or adjectives.
        let is_verb = |t: &Token| {
            t.pos.is_finite() || matches!(t.pos, Pos::Vbn | Pos::Vb | Pos::Md) || self.doc.slice(t.span).ends_with("ed")
        };
        let (mut quoted, mut before) = (false, Pos::Punct);
        let is_own_verb = |t: &Token| {
            quoted ^= matches!(self.doc.slice(t.span), "\"" | "“" | "”");
            // "Only to enrich a few." tells who does nothing.
            let infinitive = t.pos == Pos::Vb && before == Pos::To;
            before = t.pos;
            !quoted && !infinitive && is_verb(t)
        };
        let verbless = self.tagged && !tokens.iter().any(is_own_verb);
        // After a connective that was left out the sentence begins in lower case.
        let start = self.doc.slice(self.doc.sentences[index].span);
        let lower_start = start.chars().next().is_some_and(char::is_lowercase) && !starts_like_a_brand(start);
        let capitals = tokens.iter().filter(|t| is_capitals(self.doc.slice(t.span))).count();
        verbless || lower_start || is_furniture(text) || has_dateline(text) || capitals * 2 > tokens.len()
    }

    /// "The singer …", "this decision", "is also tipped": a reader would ask which, or besides what.
    fn leans(&self, index: usize) -> bool {
        let tokens = self.doc.tokens_of(index as u32);
        let word = |i: usize| tokens.get(i).map_or("", |t| self.doc.slice(t.span));
        let pointing = (1..tokens.len()).any(|i| {
            tokens[i].pos == Pos::Dt
                && matches!(word(i), "this" | "these" | "those" | "that" | "such")
                && tokens.get(i + 1).is_some_and(|t| t.pos.is_noun())
                && !is_time(word(i + 1))
        });
        // "… did not suggest this."
        let bare = (1..tokens.len()).any(|i| {
            matches!(word(i), "this" | "these" | "those")
                && tokens
                    .get(i + 1)
                    .is_none_or(|t| t.pos.is_finite() || matches!(self.doc.slice(t.span), "." | "," | "\""))
        });
        let besides = (1..tokens.len().min(10)).any(|i| word(i) == "also");
        // What somebody said needs to be told what it was said of.
        let quotation = matches!(word(0), "\"" | "“" | "'" | "‘");
        pointing || bare || besides || quotation || self.is_bare_noun(index)
    }

    /// Whether all that it says is in the simple present, and nobody says, plans or wants it.
    fn is_background(&self, index: usize) -> bool {
        let tokens = self.doc.tokens_of(index as u32);
        let mut general = false;
        for (i, token) in tokens.iter().enumerate() {
            let word = self.doc.slice(token.span);
            let goes_on = tokens.get(i + 1).is_some_and(|t| matches!(t.pos, Pos::Vbn | Pos::Vbg | Pos::Rb | Pos::To));
            match token.pos {
                Pos::Vbd | Pos::Md => return false,
                // "has won", "is planning", "are expected to": news.
                Pos::Vbz | Pos::Vbp if goes_on || is_of_the_moment(word) => return false,
                Pos::Vbz | Pos::Vbp => general = true,
                _ if word == "\"" => return false,
                _ => {}
            }
        }
        general
    }

    /// "The" + common noun + verb, where nothing says which one.
    fn is_bare_noun(&self, index: usize) -> bool {
        let tokens = self.doc.tokens_of(index as u32);
        if tokens.first().is_none_or(|t| self.doc.slice(t.span) != "The") {
            return false;
        }
        let end = tokens
            .iter()
            .skip(1)
            .position(|t| !(t.pos.is_adjective() || matches!(t.pos, Pos::Nn | Pos::Nns | Pos::Cd)));
        let next = end.map(|e| tokens[e + 1].pos);
        end.is_some_and(|e| e > 0) && next.is_some_and(|p| p.is_finite() || p == Pos::Rb)
    }
}

/// Verbs whose simple present tells what somebody does now, not what is so in general.
fn is_of_the_moment(verb: &str) -> bool {
    #[rustfmt::skip]
    const VERBS: &[&str] = &[
        "say", "think", "believe", "want", "hope", "plan", "claim", "warn", "expect", "insist", "argue", "suggest", "show", "face",
        "remain", "continue", "need", "fear", "mean", "come", "aim", "hold", "call", "seek", "intend", "report", "win", "begin",
    ];
    let plain = verb.strip_suffix('s').unwrap_or(verb);
    VERBS.contains(&plain) || VERBS.contains(&verb)
}

/// What stands between white space; a lone dash counts too, so that no way of counting finds more words than the budget.
pub(super) fn count_words(text: &str) -> u32 {
    text.split_whitespace().count() as u32
}

/// Words of the shortest sentence that says anything to a reader who has not read the article.
const SHORTEST: u32 = 6;

/// Ends like a sentence, is no question, and is neither a scrap nor a monster.
fn is_sentence(text: &str, words: u32) -> bool {
    let bare = text.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', ' ']);
    let dense = || text.chars().any(|c| ('\u{3040}'..='\u{9fff}').contains(&c));
    let ends = bare.ends_with(['.', '!', '。', '！', '।', '؟']) && !bare.ends_with("..");
    ends && (words >= SHORTEST || text.len() > 30 && dense())
        && has_marks_of_a_statement(text)
        && !text.starts_with(['.', '…', '-', '–', '—', '_', '•', '·', '(', ':', ';', ',', '~', '>', '='])
        // A list of dates, results or names, and a note of the page.
        && text.bytes().filter(|&b| b == b';').count() < 4
        && !text.contains("((")
        && (text.is_ascii() || !text.contains('？'))
        && !quotes::single_unbalanced(text)
}

/// No question, no bar, star or line end, and as many brackets that open as that close.
fn has_marks_of_a_statement(text: &str) -> bool {
    let (mut round, mut square) = (0, 0);
    for byte in text.bytes() {
        match byte {
            b'?' | b'|' | b'*' | b'\n' => return false,
            b'(' => round += 1,
            b')' => round -= 1,
            b'[' => square += 1,
            b']' => square -= 1,
            _ => {}
        }
    }
    round == 0 && square == 0
}

/// Addresses, and what pages say of themselves.
pub(in crate::analysis) fn is_furniture(text: &str) -> bool {
    const LABELS: &[&str] =
        &["Note:", "Editor", "Photo", "Image", "Source:", "By ", "Updated", "Published", "Correction", "Related"];
    let label = |label: &&str| text.starts_with(*label) && (!label.ends_with(' ') || text.contains(" Reporter"));
    text.contains('@')
        || text.contains('©')
        || speaks_of_the_page(text)
        || LABELS.iter().any(label)
        || asks_the_reader(text)
}

/// Whether it begins by telling the reader what to do with the page.
fn asks_the_reader(text: &str) -> bool {
    const REQUESTS: &[&str] = &[
        "check out",
        "jump past",
        "listen to",
        "more information",
        "read a full",
        "read more",
        "read our",
        "read the full",
        "scroll down",
        "see also",
        "sign up",
        "subscribe to",
        "transcript:",
    ];
    let text = text.as_bytes();
    let begins = |request: &&str| text.get(..request.len()).is_some_and(|t| t.eq_ignore_ascii_case(request.as_bytes()));
    REQUESTS.iter().any(begins)
}

/// Whether a word of `text` begins one of the phrases, in whatever case.
fn speaks_of_the_page(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut within = false;
    bytes.iter().enumerate().any(|(at, byte)| {
        let letter = byte.is_ascii_alphabetic();
        let begins = letter && !within;
        within = letter;
        begins && begins_with_a_page_phrase(&bytes[at..])
    })
}

fn begins_with_a_page_phrase(bytes: &[u8]) -> bool {
    let [initial, second, ..] = bytes else { return false };
    page_phrases(initial.to_ascii_lowercase()).iter().map(|phrase| phrase.as_bytes()).any(|phrase| {
        // Nearly all differ in the second letter, which is cheaper to see than a call.
        phrase[1] == second.to_ascii_lowercase()
            && bytes.get(..phrase.len()).is_some_and(|start| start.eq_ignore_ascii_case(phrase))
    })
}

/// What pages say of themselves, by its first letter.
fn page_phrases(initial: u8) -> &'static [&'static str] {
    match initial {
        b'a' => &["all rights reserved", "awaiting a response", "awaiting response"],
        b'b' => &["below is"],
        b'c' => {
            &["click here", "contributed to this report", "cookies on", "copyright 1", "copyright 2", "copyright (c"]
        }
        b'e' => &["editing by", "email us"],
        b'f' => &["file photo", "follow us", "for comment", "for more on"],
        b'h' => &["http"],
        b'o' => &["our newsletter", "our cookie"],
        b'p' => &["photo by", "pictured"],
        b'r' => &["recurring column", "recurring feature", "recurring profile", "recurring series", "reporting by"],
        b's' => &["see below", "sign up for our", "sign up for the newsletter", "subscribe to our", "subscribe now"],
        b't' => &[
            "the following is",
            "this article",
            "this column",
            "this page",
            "this post",
            "this story",
            "this transcript",
        ],
        b'u' => &["use cookies", "uses cookies"],
        b'w' => &["watch the video", "www."],
        _ => &[],
    }
}

/// "PARIS (AP) — …", "LONDON, March 3 - …", "afrol News, 27 January - …".
pub(super) fn has_dateline(text: &str) -> bool {
    // Most have no dash at all; those of several bytes begin with this one.
    if !text.bytes().any(|b| b == b'-' || b == "—".as_bytes()[0]) {
        return false;
    }
    let first = |chars| text.char_indices().nth(chars).map_or(text, |(at, _)| &text[..at]);
    let head = first(60);
    if first(120).contains("(AP) —") || first(120).contains("(Reuters) —") {
        return true;
    }
    let dash = [" — ", " – ", " -- ", " - ", "—"].iter().filter_map(|dash| head.find(dash)).min();
    dash.is_some_and(|at| {
        // "Yili - full name Inner Mongolia Yili - said …" goes on in lower case.
        if text[at..].trim_start_matches([' ', '-', '–', '—']).starts_with(char::is_lowercase) {
            return false;
        }
        let place = &head[..at];
        let first = place.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        // "April 1, 2011 - …".
        let dated = is_time(first) && place.ends_with(|c: char| c.is_ascii_digit());
        let lone = !place.contains(' ') && head[at..].starts_with(' ');
        lone || dated || (is_capitals(first) && first.len() > 3) || place.ends_with(')') || place.contains(" News,")
    })
}

/// A turn of an interview: "((Jane Roe)) …", "Q: …", "JR: …".
fn is_interview(block: &str) -> bool {
    let colon = (0..=3).find(|&at| block.as_bytes().get(at..at + 2) == Some(b": "));
    let initials = colon.is_some_and(|at| is_initials(&block[..at]));
    block.starts_with("((") || block.starts_with("Q. ") || initials
}

fn is_initials(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_uppercase())
}

fn is_capitals(word: &str) -> bool {
    word.len() > 2 && word.chars().all(|c| c.is_uppercase()) && word.chars().count() > 2
}

/// "iPhone", "eBay", "7-year-old": no sentence begins in lower case but with such a word.
fn starts_like_a_brand(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(|word| word.chars().any(|c| c.is_uppercase()))
}
