//! The names in an expression, and what the expression comes to.

use super::lex::{Kind, Token};

/// A variable with the fields that are asked of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Path<'a> {
    pub(super) root: Token<'a>,
    pub(super) steps: Vec<Step<'a>>,
    /// Index of the token after it.
    end: usize,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step<'a> {
    Field(Token<'a>),
    /// `[0]` or `.0`
    Item,
    /// `[name]`: anything.
    Unknown,
}

/// What comes of a path by the filters after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Same,
    /// One of its items.
    Item,
    /// A map from values to lists such as it is.
    Groups,
    Unknown,
}

const KEYWORDS: [&str; 14] =
    ["and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "None", "null", "True", "False"];

/// All variables that the expression reads.
pub(super) fn paths<'a>(tokens: &[Token<'a>]) -> Vec<Path<'a>> {
    // The names of a comprehension are its own, and of a component its arguments'.
    let is_own = |token: &Token| token.is("for") && token.kind == Kind::Name;
    if tokens.iter().any(is_own) || tokens.first().is_some_and(|token| token.is("<")) {
        return Vec::new();
    }
    let mut paths = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match path(tokens, at) {
            Some(path) => {
                at = path.end;
                paths.push(path);
            }
            None => at += 1,
        }
    }
    paths
}

/// The variable that begins at a token.
fn path<'a>(tokens: &[Token<'a>], at: usize) -> Option<Path<'a>> {
    let root = tokens[at];
    let before = |i: usize| at.checked_sub(i).map(|index| tokens[index]);
    let after = tokens.get(at + 1);
    let is_filter_or_field = before(1).is_some_and(|token| token.is("|") || token.is(".") || token.is("?."));
    let is_test = before(1).is_some_and(|token| token.is("is"))
        || (before(1).is_some_and(|token| token.is("not")) && before(2).is_some_and(|token| token.is("is")));
    let is_argument = after.is_some_and(|token| token.is("=") || token.is("(") || token.is(":"));
    let is_keyword = KEYWORDS.contains(&root.text);
    if root.kind != Kind::Name || is_filter_or_field || is_test || is_argument || is_keyword {
        return None;
    }
    let (steps, end) = steps(tokens, at + 1);
    Some(Path { root, steps, end })
}

/// The fields and items after a variable, and the index of the token after them.
fn steps<'a>(tokens: &[Token<'a>], mut at: usize) -> (Vec<Step<'a>>, usize) {
    let mut steps = Vec::new();
    loop {
        let (sign, name, close) = (tokens.get(at), tokens.get(at + 1), tokens.get(at + 2));
        let (Some(sign), Some(name)) = (sign, name) else { return (steps, at) };
        if sign.is(".") || sign.is("?.") {
            steps.push(if name.kind == Kind::Name { Step::Field(*name) } else { Step::Item });
            at += 2;
        } else if sign.is("[") || sign.is("?[") {
            let is_closed = close.is_some_and(|token| token.is("]"));
            match name.kind {
                Kind::Text if is_closed => steps.push(Step::Field(*name)),
                Kind::Number if is_closed => steps.push(Step::Item),
                _ => {
                    // What is within the brackets is read like any other expression.
                    steps.push(Step::Unknown);
                    return (steps, at + 1);
                }
            }
            at += 3;
        } else {
            return (steps, at);
        }
    }
}

/// The path that the expression comes from, and what its filters make of it; `None` when it is anything else.
pub(super) fn outcome<'a>(tokens: &[Token<'a>]) -> Option<(Path<'a>, Outcome)> {
    let path = tokens.first().and_then(|_| path(tokens, 0))?;
    let mut rest = &tokens[path.end..];
    let mut outcome = Outcome::Same;
    while let Some((pipe, after)) = rest.split_first() {
        let (filter, after) = after.split_first().filter(|_| pipe.is("|"))?;
        outcome = match (filter.text, outcome) {
            ("sort" | "unique" | "reverse" | "default", outcome) => outcome,
            ("first" | "last" | "nth", Outcome::Same) => Outcome::Item,
            ("group_by", Outcome::Same) => Outcome::Groups,
            _ => Outcome::Unknown,
        };
        rest = without_arguments(after);
    }
    Some((path, outcome))
}

fn without_arguments<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    let mut depth = 0;
    for (i, token) in tokens.iter().enumerate() {
        match token.text {
            "(" | "[" | "{" if token.kind == Kind::Sign => depth += 1,
            ")" | "]" | "}" if token.kind == Kind::Sign => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return if token.is(")") { &tokens[i + 1..] } else { &tokens[i..] };
        }
    }
    &[]
}
