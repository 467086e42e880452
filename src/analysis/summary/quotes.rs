//! Quotation marks: whether a sentence opens, closes or lies within a quotation.

/// The quotation marks of a stretch of text, by what they can only be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// Whether a quotation is open at the end.
    pub open: bool,
    /// Whether a quotation was closed that had not been opened.
    pub half: bool,
    /// Whether the first mark opens a quotation; `None` when there is no mark that can tell.
    pub opens_first: Option<bool>,
    /// Whether a letter stands outside of all quotations.
    pub outside: bool,
}

impl Marks {
    /// Whether every quotation that begins also ends and the other way round.
    pub(super) fn balanced(self) -> bool {
        !self.open && !self.half
    }
}

/// Reads the double marks of `text`, straight and curly, as well as guillemets; `open` says whether a quotation is
/// open at its beginning.
pub(super) fn read(text: &str, open: bool) -> Marks {
    let mut marks = Marks { open, ..Marks::default() };
    if text.is_ascii() && !text.contains('"') {
        marks.outside = !open && text.bytes().any(|b| b.is_ascii_alphabetic());
        return marks;
    }
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            // Some pages write every mark twice.
            '"' if before == '"' => {}
            '"' => marks.turn(straight_opens(before, chars.peek().copied().unwrap_or(' ')).unwrap_or(!marks.open)),
            // German closes with the English opening mark.
            '“' => marks.turn(!marks.open || !text.contains('„')),
            '«' | '„' => marks.turn(true),
            '”' | '»' => marks.turn(false),
            _ if !marks.outside => marks.outside = !marks.open && c.is_alphabetic(),
            _ => {}
        }
        before = c;
    }
    marks
}

impl Marks {
    /// Goes past a mark. A quotation that is open may open again, as it does with each of its paragraphs.
    fn turn(&mut self, opens: bool) {
        self.opens_first.get_or_insert(opens);
        self.half |= !opens && !self.open;
        self.open = opens;
    }
}

/// Whether a straight mark opens a quotation, by what stands on its two sides; `None` when they do not tell.
fn straight_opens(before: char, after: char) -> Option<bool> {
    let starts = before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–');
    let ends = after.is_whitespace() || matches!(after, '.' | ',' | ';' | ':' | ')' | ']' | '?' | '!');
    (starts != ends).then_some(starts)
}

/// Whether single quotation marks are left open or closed without having been opened.
///
/// An apostrophe within a word, before a number or after a plural ("the players' wages") is none.
pub(super) fn single_unbalanced(text: &str) -> bool {
    if text.is_ascii() && !text.bytes().any(|b| matches!(b, b'\'' | b'`')) {
        return false;
    }
    let mut depth = 0_i32;
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied().unwrap_or(' ');
        if matches!(c, '\'' | '‘' | '’' | '`') {
            let opens = !before.is_alphanumeric() && after.is_alphabetic() && !is_elision(chars.clone());
            let closes = !after.is_alphanumeric() && !before.is_whitespace();
            if c == '‘' || (opens && c != '’') {
                depth += 1;
            } else if closes && (depth > 0 || matches!(before, '.' | ',' | '!' | '?')) {
                depth -= 1;
            }
        }
        before = c;
    }
    depth != 0
}

/// Words that begin with an apostrophe: 'em, 'til, 'cause.
fn is_elision(rest: impl Iterator<Item = char>) -> bool {
    let word: String = rest.take_while(|c| c.is_alphanumeric()).take(8).collect();
    matches!(word.to_ascii_lowercase().as_str(), "em" | "til" | "tis" | "twas" | "cause" | "n" | "s" | "the90s")
}
