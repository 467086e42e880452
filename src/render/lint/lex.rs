//! The tokens of a template: only what stands between `{{` and `}}` or `{%` and `%}`.

/// A stretch of the template.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part<'a> {
    /// `{{ … }}`
    Expression(Vec<Token<'a>>),
    /// `{% … %}`
    Tag(Vec<Token<'a>>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind,
    /// Of a string without its quotes.
    pub(super) text: &'a str,
    /// Byte in the template.
    pub(super) start: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Name,
    Text,
    Number,
    /// One sign, or `==`, `!=`, `<=`, `>=`.
    Sign,
}

impl Token<'_> {
    pub(super) fn is(&self, text: &str) -> bool {
        self.text == text && matches!(self.kind, Kind::Name | Kind::Sign)
    }

    /// Start and end in the template.
    pub(super) fn range(&self) -> (usize, usize) {
        (self.start, self.start + self.text.len())
    }
}

/// Takes a template apart. What is not well formed ends it; the engine tells of that.
pub(super) fn parts(source: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(open) = next_open(source, at) {
        let (kind, inside) = (&source[open..open + 2], open + 2);
        if kind == "{#" {
            let Some(end) = source[inside..].find("#}") else { break };
            at = inside + end + 2;
            continue;
        }
        let (tokens, end) = tokens(source, inside, if kind == "{{" { "}}" } else { "%}" });
        at = end;
        if kind == "{%" && tokens.first().is_some_and(|token| token.is("raw")) {
            at = end_of_raw(source, at);
            continue;
        }
        parts.push(if kind == "{{" { Part::Expression(tokens) } else { Part::Tag(tokens) });
    }
    parts
}

fn next_open(source: &str, from: usize) -> Option<usize> {
    let opens = source[from..].match_indices('{').map(|(i, _)| from + i);
    opens.into_iter().find(|&open| matches!(source.as_bytes().get(open + 1), Some(b'{' | b'%' | b'#')))
}

/// After the `{% endraw %}`.
fn end_of_raw(source: &str, from: usize) -> usize {
    let Some(end) = source[from..].find("endraw") else { return source.len() };
    source[from + end..].find("%}").map_or(source.len(), |close| from + end + close + 2)
}

/// The tokens up to `close`, and the byte after it.
fn tokens<'a>(source: &'a str, from: usize, close: &str) -> (Vec<Token<'a>>, usize) {
    let mut tokens = Vec::new();
    let mut at = from;
    // A minus that trims blanks is no part of the expression.
    at += usize::from(source[at..].starts_with('-'));
    while let Some(c) = source[at..].chars().next() {
        let rest = &source[at..];
        if rest.starts_with(close) {
            return (tokens, at + close.len());
        }
        if rest.strip_prefix('-').is_some_and(|rest| rest.starts_with(close)) {
            return (tokens, at + 1 + close.len());
        }
        let (kind, skipped, length, ending) = match c {
            '"' | '\'' | '`' => (Kind::Text, 1, quoted(&rest[1..], c), 1),
            _ if c.is_alphabetic() || c == '_' => (Kind::Name, 0, while_(rest, |c| c.is_alphanumeric() || c == '_'), 0),
            _ if c.is_ascii_digit() => (Kind::Number, 0, while_(rest, |c| c.is_ascii_digit()), 0),
            _ if c.is_whitespace() => {
                at += c.len_utf8();
                continue;
            }
            _ => (Kind::Sign, 0, sign(rest, c), 0),
        };
        let start = at + skipped;
        tokens.push(Token { kind, text: &source[start..start + length], start });
        at = (start + length + ending).min(source.len());
    }
    (tokens, source.len())
}

fn while_(text: &str, is_part: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is_part(c)).unwrap_or(text.len())
}

/// Length of the text before its closing quote.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (i, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return i,
            _ => {}
        }
    }
    text.len()
}

fn sign(text: &str, first: char) -> usize {
    let is_pair = ["==", "!=", "<=", ">=", "?.", "?["].iter().any(|pair| text.starts_with(pair));
    if is_pair { 2 } else { first.len_utf8() }
}
