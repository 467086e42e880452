//! Quotation marks: whether a sentence opens, closes or lies within a quotation.

/// The quotation marks of a stretch of text, by what they can only be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// Whether a quotation is open at the end.
    pub open: bool,
    /// Whether a quotation was closed that had not been opened.
    pub half: bool,
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
    let mut marks = Marks { open, half: false };
    let mut before = ' ';
    for c in text.chars() {
        match c {
            // Some pages write every mark twice.
            '"' if before == '"' => {}
            '"' => marks.open = !marks.open,
            '“' | '«' | '„' if !marks.open => marks.open = true,
            // A new paragraph of the same quotation opens it again; German closes with the English opening mark.
            '“' | '«' => marks.open = c != '“' || !text.contains('„'),
            '”' | '»' => {
                marks.half |= !marks.open;
                marks.open = false;
            }
            _ => {}
        }
        before = c;
    }
    marks
}

/// Whether single quotation marks are left open or closed without having been opened.
///
/// An apostrophe within a word, before a number or after a plural ("the players' wages") is none.
pub(super) fn single_unbalanced(text: &str) -> bool {
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
