//! Where sentences end, given the tokens of a block.

use super::Class;
use super::abbreviations::is_speech_verb;
use super::chars::{char_at, is_wordly};
use crate::text::{Sentence, Span, Token};

/// Appends the sentences of one block, whose tokens are those from `first` on. `text` ends where the block ends.
pub(super) fn split(
    text: &str,
    block: u32,
    first: usize,
    tokens: &[Token],
    classes: &[Class],
    sentences: &mut Vec<Sentence>,
) {
    let mut borders = Borders { text, tokens, classes, quoted: false };
    let mut start = first;
    let mut at = first;
    while at < tokens.len() {
        let class = classes[at];
        borders.note_quote(at);
        at += 1;
        if !matches!(class, Class::LastWord | Class::Stop | Class::Ellipsis | Class::FinalStop) {
            continue;
        }
        let end = borders.after_closers(at);
        if end < tokens.len() && borders.is_border(class, at, end) {
            sentences.push(sentence(block, tokens, start, end));
            start = end;
        }
        at = end;
    }
    if start < tokens.len() {
        sentences.push(sentence(block, tokens, start, tokens.len()));
    }
}

fn sentence(block: u32, tokens: &[Token], start: usize, end: usize) -> Sentence {
    let span = Span { start: tokens[start].span.start, end: tokens[end - 1].span.end };
    Sentence { span, block, tokens: start as u32..end as u32 }
}

/// Marks after which a sentence goes on, whatever stop stands before them.
const CONTINUES: [char; 11] = [',', ';', ':', '-', '–', '—', '/', '%', '、', '，', '：'];

struct Borders<'a> {
    text: &'a str,
    tokens: &'a [Token],
    classes: &'a [Class],
    /// Whether an odd number of `"` has been passed in this block.
    quoted: bool,
}

impl<'a> Borders<'a> {
    fn word(&self, token: usize) -> &'a str {
        self.tokens[token].span.of(self.text)
    }

    fn note_quote(&mut self, token: usize) {
        let span = self.tokens[token].span;
        self.quoted ^= span.len() == 1 && self.text.as_bytes()[span.start as usize] == b'"';
    }

    /// The token after all that belongs to the stop before `at`: more stops, closing quotes and brackets.
    fn after_closers(&mut self, mut at: usize) -> usize {
        while at < self.tokens.len() && self.belongs_to_stop(at) {
            self.note_quote(at);
            at += 1;
        }
        // What nothing follows in the block cannot open anything.
        let rest = &self.classes[at..];
        if rest.len() <= 3 && rest.iter().all(|class| *class == Class::Closer) { self.tokens.len() } else { at }
    }

    fn belongs_to_stop(&self, at: usize) -> bool {
        match self.classes[at] {
            Class::Stop | Class::Ellipsis | Class::FinalStop => true,
            Class::Closer => self.closes(at),
            _ => false,
        }
    }

    /// Whether a quotation mark or bracket closes, by what it touches, and by count where that is no help.
    fn closes(&self, at: usize) -> bool {
        let span = self.tokens[at].span;
        let glued_left = at > 0 && self.tokens[at - 1].span.end == span.start;
        let glued_right = char_at(self.text, span.end as usize).is_some_and(is_wordly);
        match (char_at(self.text, span.start as usize), glued_left, glued_right) {
            (Some(')' | ']' | '}' | '”' | '」' | '』' | '）' | '】' | '》'), ..) => true,
            (Some('"'), left, right) if left == right => self.quoted,
            (Some('»' | '›'), false, false) => true,
            (_, left, right) => left && !right,
        }
    }

    /// Whether a sentence ends before token `next`, after a stop of this class and its closers from `after` on.
    fn is_border(&self, class: Class, after: usize, next: usize) -> bool {
        if matches!(class, Class::LastWord | Class::FinalStop) {
            return true;
        }
        if self.classes[next] == Class::Mark && self.word(next).starts_with(CONTINUES) {
            return false;
        }
        // Past a few opening marks.
        let opening = self.classes[next..].iter().take(8).position(|class| *class == Class::Word).unwrap_or(0);
        let word = self.word(next + opening);
        if begins_small(word) {
            return false;
        }
        let several = class == Class::Ellipsis || (after < next && self.word(after) == ".");
        if several && (word == "I" || word.starts_with("I'")) {
            return false;
        }
        !(after < next && self.is_attribution(after, next))
    }

    /// "Why?" Mark Rutte asked: a question or exclamation in quotes, then a name and a verb of speech.
    fn is_attribution(&self, after: usize, next: usize) -> bool {
        if !self.word(after - 1).ends_with(['?', '!']) {
            return false;
        }
        for at in next..self.tokens.len().min(next + 5) {
            let word = self.word(at);
            if is_speech_verb(word) {
                return at > next;
            }
            let name = self.classes[at] == Class::Word && !begins_small(word);
            if !name || super::abbreviations::begins_sentence(word) {
                return false;
            }
        }
        false
    }
}

/// Whether the word begins with a small letter and is no brand such as `iPhone`.
fn begins_small(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_lowercase) && !chars.next().is_some_and(char::is_uppercase)
}
