//! The structure of a template, as far as names depend on it.

use std::iter::Peekable;

use super::lex::{Kind, Part, Token, parts};

/// A piece of a template.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Node<'a> {
    /// Whatever is only read: an expression, a condition, the arguments of a filter.
    Read(Vec<Token<'a>>),
    Set(Token<'a>, Vec<Token<'a>>),
    /// Names, what they run over, what is done for each, and what is done when there are none.
    For(Vec<Token<'a>>, Vec<Token<'a>>, Vec<Node<'a>>, Vec<Node<'a>>),
    Block(&'a str, Vec<Node<'a>>),
    Include(&'a str),
    Extends(Token<'a>),
}

type Parts<'a> = Peekable<std::vec::IntoIter<Part<'a>>>;

/// Reads a whole template.
pub(super) fn parse(source: &str) -> Vec<Node<'_>> {
    let mut parts = parts(source).into_iter().peekable();
    let mut nodes = Vec::new();
    while parts.peek().is_some() {
        nodes.extend(until(&mut parts, &[]));
        // An end without a beginning; the engine tells of it.
        parts.next();
    }
    nodes
}

/// The nodes up to one of the tags, which stays.
fn until<'a>(parts: &mut Parts<'a>, ends: &[&str]) -> Vec<Node<'a>> {
    let mut nodes = Vec::new();
    while let Some(part) = parts.peek() {
        if matches!(part, Part::Tag(tokens) if tokens.first().is_some_and(|tag| ends.iter().any(|end| tag.is(end)))) {
            break;
        }
        match parts.next() {
            Some(Part::Expression(tokens)) => nodes.push(Node::Read(tokens)),
            Some(Part::Tag(tokens)) => tag(tokens, parts, &mut nodes),
            None => break,
        }
    }
    nodes
}

fn tag<'a>(tokens: Vec<Token<'a>>, parts: &mut Parts<'a>, nodes: &mut Vec<Node<'a>>) {
    let Some((name, rest)) = tokens.split_first() else { return };
    match name.text {
        "for" => nodes.push(for_loop(rest, parts)),
        "if" => condition(rest, parts, nodes),
        "set" | "set_global" => set(rest, parts, nodes),
        "block" => {
            let body = until(parts, &["endblock"]);
            parts.next();
            nodes.extend(rest.first().map(|name| Node::Block(name.text, body)));
        }
        "include" => nodes.extend(rest.first().map(|name| Node::Include(name.text))),
        "extends" => nodes.extend(rest.first().map(|name| Node::Extends(*name))),
        "filter" => {
            // The filter itself is no name of a variable; what it is given may be.
            nodes.push(Node::Read(rest.get(1..).unwrap_or_default().to_vec()));
            nodes.extend(until(parts, &["endfilter"]));
            parts.next();
        }
        "component" => {
            // Its names are its own.
            until(parts, &["endcomponent"]);
            parts.next();
        }
        _ => nodes.push(Node::Read(rest.to_vec())),
    }
}

fn for_loop<'a>(tokens: &[Token<'a>], parts: &mut Parts<'a>) -> Node<'a> {
    let border = tokens.iter().position(|token| token.is("in")).unwrap_or(tokens.len());
    let names = tokens[..border].iter().filter(|token| token.kind == Kind::Name).copied().collect();
    let over = tokens.get(border + 1..).unwrap_or_default().to_vec();
    let body = until(parts, &["else", "endfor"]);
    let is_else = matches!(parts.next(), Some(Part::Tag(tokens)) if tokens.first().is_some_and(|tag| tag.is("else")));
    let mut otherwise = Vec::new();
    if is_else {
        otherwise = until(parts, &["endfor"]);
        parts.next();
    }
    Node::For(names, over, body, otherwise)
}

fn condition<'a>(tokens: &[Token<'a>], parts: &mut Parts<'a>, nodes: &mut Vec<Node<'a>>) {
    nodes.push(Node::Read(tokens.to_vec()));
    loop {
        nodes.extend(until(parts, &["elif", "else", "endif"]));
        let Some(Part::Tag(tokens)) = parts.next() else { return };
        match tokens.split_first() {
            Some((tag, rest)) if !tag.is("endif") => nodes.push(Node::Read(rest.to_vec())),
            _ => return,
        }
    }
}

/// `set x = y`, or `set x` with what comes up to `endset`.
fn set<'a>(tokens: &[Token<'a>], parts: &mut Parts<'a>, nodes: &mut Vec<Node<'a>>) {
    let Some((name, rest)) = tokens.split_first() else { return };
    match rest.split_first() {
        Some((sign, value)) if sign.is("=") => nodes.push(Node::Set(*name, value.to_vec())),
        _ => {
            nodes.push(Node::Read(rest.to_vec()));
            nodes.extend(until(parts, &["endset"]));
            parts.next();
            nodes.push(Node::Set(*name, Vec::new()));
        }
    }
}
