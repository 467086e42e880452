//! Tokens of a block, in the manner of the Penn Treebank.

use super::Class;
use super::abbreviations::{self, Abbreviation};
use super::chars::{CharClass, char_at, char_before, class_at, is_apostrophe, is_wordly};
use crate::text::{Pos, Span, Token};

/// Appends the tokens of `text[start..]` and their classes.
pub(super) fn scan(text: &str, start: usize, tokens: &mut Vec<Token>, classes: &mut Vec<Class>) {
    let mut scanner = Scanner { text, bytes: text.as_bytes(), start, tokens, classes };
    let mut at = start;
    while let Some((class, len)) = class_at(text, at) {
        at = match class {
            CharClass::Space => at + len,
            CharClass::Letter | CharClass::Digit => scanner.word(at),
            CharClass::Ideograph => scanner.push(at, at + len, Class::Word),
            CharClass::Mark => scanner.mark(at, len),
        };
    }
}

struct Scanner<'a, 'out> {
    text: &'a str,
    bytes: &'a [u8],
    /// Where the block begins.
    start: usize,
    tokens: &'out mut Vec<Token>,
    classes: &'out mut Vec<Class>,
}

/// What a connector inside a run of letters and digits does to the word.
enum Joint {
    /// The word goes on at this byte.
    On(usize),
    /// The word ends here.
    End(usize),
    /// The rest, up to this byte, is an address.
    Address(usize),
}

impl<'a> Scanner<'a, '_> {
    #[inline]
    fn push(&mut self, start: usize, end: usize, class: Class) -> usize {
        self.tokens.push(Token { span: Span::new(start, end), pos: Pos::default() });
        self.classes.push(class);
        end
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    fn wordly_at(&self, at: usize) -> bool {
        char_at(self.text, at).is_some_and(is_wordly)
    }

    /// Pushes the token or tokens of the word that starts here.
    fn word(&mut self, start: usize) -> usize {
        if let Some(end) = self.address(start) {
            return self.push(start, end, Class::Word);
        }
        let mut apostrophe = None;
        let mut at = start;
        let end = loop {
            match class_at(self.text, at) {
                Some((CharClass::Letter | CharClass::Digit, len)) => at += len,
                Some((CharClass::Mark, len)) => match self.joint(start, at, len, &mut apostrophe) {
                    Joint::On(next) => at = next,
                    Joint::End(end) => break end,
                    Joint::Address(end) => return self.push(start, end, Class::Word),
                },
                _ => break at,
            }
        };
        self.finish_word(start, end, apostrophe)
    }

    /// Pushes `start..end`, with its clitic as a token of its own and a full stop that belongs to it.
    fn finish_word(&mut self, start: usize, end: usize, apostrophe: Option<usize>) -> usize {
        if let Some(split) = apostrophe.and_then(|at| self.clitic(start, at, end)) {
            self.push(start, split, Class::Word);
            return self.push(split, end, Class::Word);
        }
        let stop = self.byte(end) == b'.' && self.byte(end + 1) != b'.';
        if let Some(class) = stop.then(|| self.stop_belongs(start, end)).flatten() {
            return self.push(start, end + 1, class);
        }
        self.push(start, end, Class::Word)
    }

    /// Where the clitic begins, if the letters after the last apostrophe are one.
    fn clitic(&self, start: usize, apostrophe: usize, end: usize) -> Option<usize> {
        let mark = char_at(self.text, apostrophe)?.len_utf8();
        let tail = self.text.get(apostrophe + mark..end)?;
        if is_clitic(tail) {
            return Some(apostrophe);
        }
        let before = self.byte(apostrophe.wrapping_sub(1));
        (tail.eq_ignore_ascii_case("t") && matches!(before, b'n' | b'N') && apostrophe > start + 1)
            .then(|| apostrophe - 1)
    }

    /// What the mark at `at` inside the word from `start` means.
    #[inline]
    fn joint(&self, start: usize, at: usize, len: usize, apostrophe: &mut Option<usize>) -> Joint {
        let after = at + len;
        let (before, next) = (self.byte(at - 1), self.byte(after));
        let digits = before.is_ascii_digit() && next.is_ascii_digit();
        let joins = match self.bytes[at] {
            b'.' => return self.inner_stop(start, at),
            b'\'' => self.apostrophe(at, after, apostrophe),
            b'-' => self.wordly_at(after),
            b',' | b':' => digits,
            b'/' if self.ends_in_domain(start, at) => return Joint::Address(self.address_end(at)),
            b'/' => digits,
            b'&' => before.is_ascii_uppercase() && next.is_ascii_uppercase(),
            b'@' if next.is_ascii_alphanumeric() => return Joint::Address(self.address_end(at)),
            b'$' if before.is_ascii_uppercase() && next.is_ascii_digit() => return Joint::End(after),
            byte if byte < 128 => false,
            _ => match char_at(self.text, at) {
                Some('’') => self.apostrophe(at, after, apostrophe),
                Some('‐' | '‑' | '·') => self.wordly_at(after),
                _ => false,
            },
        };
        if joins { Joint::On(after) } else { Joint::End(at) }
    }

    fn apostrophe(&self, at: usize, after: usize, last: &mut Option<usize>) -> bool {
        let joins = self.wordly_at(after);
        if joins {
            *last = Some(at);
        }
        joins
    }

    /// A full stop with no white space after it: part of a number, an acronym or a name such as `example.com`,
    /// or the end of a sentence whose space was lost.
    fn inner_stop(&self, start: usize, at: usize) -> Joint {
        let after = at + 1;
        let word = &self.text[start..at];
        let segment = word.rsplit(['.', '-']).next().unwrap_or(word);
        let single = segment.chars().nth(1).is_none();
        let Some(next) = char_at(self.text, after) else { return Joint::End(at) };
        if next == '-' && (single || abbreviations::is_acronym(word)) && self.wordly_at(after + 1) {
            return Joint::On(after);
        }
        if !is_wordly(next) {
            return Joint::End(at);
        }
        let numeric = segment.ends_with(|c: char| c.is_ascii_digit());
        let capitalised = next.is_uppercase() && !self.is_capital_or_mark(after + next.len_utf8());
        if next.is_ascii_digit() {
            return if numeric { Joint::On(after) } else { Joint::End(at) };
        }
        if !capitalised {
            // "U.S", "example.com", "Ph.D"; but "end.A man" is two sentences.
            let article = next.is_uppercase() && !single && self.byte(after + 1) == b' ';
            return if article { Joint::End(at) } else { Joint::On(after) };
        }
        // "J.Smith" and "p.m.The" keep the stop (see `stop_belongs`), "end.Next" does not.
        Joint::End(at)
    }

    /// Whether what stands at `at` is a capital, a full stop or anything else but a small letter.
    fn is_capital_or_mark(&self, at: usize) -> bool {
        !char_at(self.text, at).is_some_and(char::is_lowercase)
    }

    /// Whether the full stop at `end` is part of the word, and then its class.
    fn stop_belongs(&self, start: usize, end: usize) -> Option<Class> {
        let word = &self.text[start..end];
        let next = self.following(end + 1);
        let letters = word.chars().take(2).count();
        if word.as_bytes()[0].is_ascii_digit() {
            return self.number_stop(start, word, &next).then_some(Class::Word);
        }
        let kind = if letters == 1 && word.starts_with(char::is_uppercase) {
            return (next.word.starts_with(char::is_alphabetic) && !self.ends_initial(start, &next))
                .then_some(Class::Word);
        } else if word.len() > 2 && word.contains('.') {
            let last = word.rsplit('-').next().unwrap_or(word);
            abbreviations::is_acronym(last).then(|| abbreviations::acronym_kind(last))
        } else if word.len() > abbreviations::LONGEST {
            None
        } else {
            abbreviations::lookup(word)
        };
        let kind = kind?;
        if kind == Abbreviation::Closing && self.names_time(end + 1) {
            return Some(Class::Word);
        }
        stop_class(kind, &next)
    }

    /// Whether a time of day goes on after byte `at`: "Tongan time", "Central European Time".
    fn names_time(&self, at: usize) -> bool {
        let rest = &self.text[at..];
        let end = rest.find([',', '.', ';', '\n']).unwrap_or(rest.len());
        rest[..end].split_whitespace().take(4).any(|word| matches!(word, "time" | "Time"))
            && rest.trim_start().starts_with(char::is_uppercase)
            && !abbreviations::begins_sentence(rest.split_whitespace().next().unwrap_or_default())
    }

    /// "Plan B. The …" and "World War I. He …": a single capital that is no initial of a name.
    fn ends_initial(&self, start: usize, next: &Following<'a>) -> bool {
        let first = start == self.start;
        !first && abbreviations::begins_sentence(next.word) && next.word.chars().count() > 1
    }

    /// Numbers keep their stop at the head of a list item ("1. First") and before a month ("5. Mai").
    fn number_stop(&self, start: usize, word: &str, next: &Following<'a>) -> bool {
        let digits = word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
        digits && next.spaced && (start == self.start && !next.word.is_empty() || abbreviations::is_month(next.word))
    }

    /// The word that follows byte `at`, past white space and opening marks.
    fn following(&self, mut at: usize) -> Following<'a> {
        let mut spaced = false;
        while let Some((class, len)) = class_at(self.text, at) {
            match class {
                CharClass::Space => spaced = true,
                CharClass::Mark if is_opening(char_at(self.text, at)) => {}
                _ => break,
            }
            at += len;
        }
        let rest = &self.text[at..];
        let end = rest.find(|c| !is_wordly(c)).unwrap_or(rest.len());
        Following { word: &rest[..end], spaced }
    }

    /// The end of the URL that starts here, if one does.
    #[inline]
    fn address(&self, at: usize) -> Option<usize> {
        if !matches!(self.bytes[at] | 0x20, b'h' | b'f' | b'w') {
            return None;
        }
        let starts = |prefix: &str| {
            self.bytes.get(at..at + prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes()))
        };
        ["http://", "https://", "ftp://", "www."].iter().any(|p| starts(p)).then(|| self.address_end(at))
    }

    /// `example.com` before a slash.
    fn ends_in_domain(&self, start: usize, at: usize) -> bool {
        let word = &self.bytes[start..at];
        if word.len() > MAX_DOMAIN {
            return false;
        }
        let domain = word.rsplit(|&b| b == b'.').next().filter(|domain| domain.len() < word.len());
        domain.is_some_and(|d| d.len() >= 2 && d.iter().all(u8::is_ascii_lowercase))
    }

    /// The end of the address that `at` lies in: up to white space or a quotation mark, without final punctuation.
    fn address_end(&self, at: usize) -> usize {
        let rest = &self.text[at..];
        let stops = |c: char| super::is_space(c) || matches!(c, '"' | '<' | '>' | '“' | '”' | '‘' | '’' | '«' | '»');
        let mut address = &rest[..rest.find(stops).unwrap_or(rest.len())];
        let opens = address.contains('(');
        address = address.trim_end_matches(|c: char| {
            matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | ']' | '}' | '…') || (c == ')' && !opens)
        });
        at + address.len().max(1)
    }

    /// Pushes the token that starts with a mark.
    fn mark(&mut self, at: usize, len: usize) -> usize {
        let end = at + len;
        match self.bytes[at] {
            b'.' => self.stops(at),
            b'!' | b'?' => {
                let end = self.run(at, |b| matches!(b, b'!' | b'?'));
                self.push(at, end, Class::Stop)
            }
            b'\'' | b'`' => self.single_quote(at, end),
            b'"' | b')' | b']' | b'}' => self.push(at, end, Class::Closer),
            b'[' => self.bracket(at),
            b'-' => {
                let end = self.run(at, |b| b == b'-');
                self.push(at, end, Class::Mark)
            }
            b'@' | b'#' => self.handle(at),
            byte if byte < 128 => self.push(at, end, Class::Mark),
            _ => self.wide_mark(at, end),
        }
    }

    fn wide_mark(&mut self, at: usize, end: usize) -> usize {
        let class = match char_at(self.text, at) {
            Some('’') => return self.single_quote(at, end),
            Some('”' | '“' | '‘' | '»' | '«' | '›' | '‹' | '」' | '』' | '）' | '】' | '》') => {
                Class::Closer
            }
            Some('…') => Class::Ellipsis,
            Some(
                '。' | '！' | '？' | '．' | '؟' | '۔' | '।' | '॥' | '።' | '։' | '។' | '။' | '｡' | '‼' | '⁇' | '⁈' | '⁉',
            ) => Class::FinalStop,
            _ => Class::Mark,
        };
        self.push(at, end, class)
    }

    /// The end of a run of ASCII marks.
    fn run(&self, at: usize, same: impl Fn(u8) -> bool) -> usize {
        at + self.bytes[at..].iter().take_while(|&&b| same(b)).count()
    }

    fn stops(&mut self, at: usize) -> usize {
        let end = self.run(at, |b| b == b'.');
        let class = if end - at > 1 { Class::Ellipsis } else { Class::Stop };
        self.push(at, end, class)
    }

    /// A clitic, a decade (`'90s`), or a quotation mark.
    fn single_quote(&mut self, at: usize, end: usize) -> usize {
        let mark = self.bytes[at];
        if matches!(mark, b'\'' | b'`') && self.byte(end) == mark {
            return self.push(at, end + 1, Class::Closer);
        }
        let rest = &self.text[end..];
        let tail = &rest[..rest.find(|c| !is_wordly(c)).unwrap_or(rest.len())];
        let apostrophe = char_at(self.text, at).is_some_and(is_apostrophe);
        let decade = tail.len() == 3 && tail.ends_with('s') && tail.as_bytes()[..2].iter().all(u8::is_ascii_digit);
        if apostrophe && (is_clitic(tail) || decade) && !rest[tail.len()..].starts_with(is_apostrophe) {
            return self.push(at, end + tail.len(), Class::Word);
        }
        self.push(at, end, Class::Closer)
    }

    /// `[...]`, `[…]`, a reference such as `[12]`, or a plain bracket.
    fn bracket(&mut self, at: usize) -> usize {
        let rest = &self.text[at + 1..];
        let close = rest.bytes().take(8).position(|b| b == b']').unwrap_or(0);
        let inner = rest.get(..close).unwrap_or("");
        let glued = char_before(self.text, at).is_some_and(|c| at > self.start && !super::is_space(c));
        match inner {
            "..." | "…" => self.push(at, at + close + 2, Class::Word),
            _ if glued && close > 0 && inner.bytes().all(|b| b.is_ascii_digit()) => {
                self.push(at, at + close + 2, Class::Closer)
            }
            _ => self.push(at, at + 1, Class::Mark),
        }
    }

    /// `@name` and `#tag`.
    fn handle(&mut self, at: usize) -> usize {
        let end = self.run(at + 1, |b| b.is_ascii_alphanumeric() || b == b'_');
        let named = self.bytes[at + 1..end].iter().any(u8::is_ascii_alphabetic);
        let class = if named { Class::Word } else { Class::Mark };
        self.push(at, if named { end } else { at + 1 }, class)
    }
}

/// No domain name is longer, in bytes; the bound keeps odd input from costing quadratic time.
const MAX_DOMAIN: usize = 253;

/// What comes after a full stop.
struct Following<'a> {
    /// Empty when a mark or the end of the block follows.
    word: &'a str,
    spaced: bool,
}

/// Whether the stop of an abbreviation belongs to it, and whether it also ends the sentence.
fn stop_class(kind: Abbreviation, next: &Following<'_>) -> Option<Class> {
    let capital = next.word.starts_with(char::is_uppercase);
    let ends = match kind {
        Abbreviation::Numbered if next.word.starts_with(|c: char| c.is_ascii_digit()) => false,
        Abbreviation::Numbered => return None,
        Abbreviation::Title | Abbreviation::Never => false,
        Abbreviation::Either => capital && abbreviations::begins_sentence(next.word),
        Abbreviation::Closing => capital && !abbreviations::continues_time(next.word),
    };
    Some(if ends { Class::LastWord } else { Class::Word })
}

fn is_clitic(tail: &str) -> bool {
    match tail.as_bytes() {
        [a] => matches!(a | 0x20, b's' | b'd' | b'm'),
        [a, b] => matches!([a | 0x20, b | 0x20], [b'l', b'l'] | [b'r', b'e'] | [b'v', b'e']),
        _ => false,
    }
}

fn is_opening(c: Option<char>) -> bool {
    matches!(c, Some('"' | '“' | '‘' | '\'' | '«' | '„' | '(' | '[' | '`'))
}
