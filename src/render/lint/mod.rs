//! Finds variables in templates that no page has, without making a page.
//!
//! Templates are read apart ([`lex`], [`parse`]) and followed ([`walk`]) as the engine would follow them: from the
//! template of each kind of page through what it extends and includes, with the variables that `docs/templates.md` says
//! the page has. A name is wrong when no way that leads to it knows it. What cannot be told, such as the fields that users
//! fill in themselves, is taken to be right. The engine has checked the syntax before.

mod expression;
mod lex;
mod parse;
mod walk;

use super::schema::Schema;
use super::theme::Sources;
use crate::diagnostic::{Diagnostic, Place, nearest};
use walk::{Findings, Unknown};

/// What is wrong with the templates whose names `is_own` accepts.
pub(super) fn lint(sources: &Sources, is_own: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
    let findings = walk::all_pages(sources, &Schema::documented());
    let mut problems: Vec<Diagnostic> = unknown(&findings, sources, &is_own).collect();
    let unused = sources.keys().filter(|name| is_own(name) && !findings.visited.contains(name.as_str()));
    problems.extend(unused.map(|name| unused_template(name, sources)));
    problems
}

/// What a template extends, one after the other: template, what it extends, and where it says so.
pub(super) fn ancestors<'a>(template: &str, sources: &'a Sources) -> Vec<(&'a str, &'a str, Place)> {
    let mut chain: Vec<(&str, &str, Place)> = Vec::new();
    let mut next = resolve(template, sources);
    while let Some((name, _)) = next.filter(|(name, _)| chain.iter().all(|(known, ..)| known != name)) {
        let Some((parent, place)) = parent_of(name, sources) else { break };
        next = resolve(parent, sources);
        chain.extend(next.map(|(parent, _)| (name, parent, place)));
    }
    chain
}

/// The name that a template extends, as written, and where it says so.
pub(super) fn parent_of<'a>(template: &str, sources: &'a Sources) -> Option<(&'a str, Place)> {
    let file = sources.get(template)?;
    let parent = parse::parse(&file.text).into_iter().find_map(|node| match node {
        parse::Node::Extends(parent) => Some(parent),
        _ => None,
    })?;
    let (start, end) = parent.range();
    Some((parent.text, Place::in_source(&*file.path, &file.text, start..end)))
}

/// The names of the blocks of a template.
pub(super) fn blocks<'a>(template: &str, sources: &'a Sources) -> Vec<&'a str> {
    fn collect<'a>(nodes: &[parse::Node<'a>], names: &mut Vec<&'a str>) {
        for node in nodes {
            match node {
                parse::Node::Block(name, body) => {
                    names.push(name);
                    collect(body, names);
                }
                parse::Node::For(_, _, body, _) => collect(body, names),
                _ => {}
            }
        }
    }
    let mut names = Vec::new();
    if let Some(file) = sources.get(template) {
        collect(&parse::parse(&file.text), &mut names);
    }
    names
}

/// The template that a name means: the user's, else the built-in one.
fn resolve<'a>(name: &str, sources: &'a Sources) -> Option<(&'a str, &'a crate::render::ThemeFile)> {
    let builtin = format!("{}{name}", super::theme::BUILTIN);
    let found = [name, builtin.as_str()].into_iter().find_map(|name| sources.get_key_value(name));
    found.map(|(name, file)| (name.as_str(), file))
}

fn unknown<'a>(
    findings: &'a Findings,
    sources: &'a Sources,
    is_own: &'a impl Fn(&str) -> bool,
) -> impl Iterator<Item = Diagnostic> + 'a {
    let never_known = findings.names.iter().filter(|((template, _), _)| is_own(template));
    never_known.filter_map(|((template, range), unknown)| {
        let file = sources.get(*template)?;
        let place = Place::in_source(&*file.path, &file.text, range.0..range.1);
        Some(unknown.as_ref()?.diagnostic().at(place))
    })
}

impl Unknown {
    fn diagnostic(&self) -> Diagnostic {
        let message = match &self.of {
            Some(of) => format!("`{of}` has no field `{}` on any page", self.name),
            None => format!("no page has a variable `{}` here", self.name),
        };
        let hint = match nearest(&self.name, self.there_are.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => match (self.field.as_deref(), self.there_are.as_slice()) {
                (Some(field), _) => format!("did you mean `{field}`?"),
                (None, []) => "it has no fields".to_owned(),
                (None, names) => format!("there are: {}", names.join(", ")),
            },
        };
        Diagnostic::error(message).hint(hint)
    }
}

fn unused_template(name: &str, sources: &Sources) -> Diagnostic {
    let builtin = |name: &str| format!("{}{name}", super::theme::BUILTIN);
    let names = sources.keys().filter_map(|name| name.strip_prefix(super::theme::BUILTIN));
    let hint = match nearest(name, names.clone()) {
        _ if sources.contains_key(&builtin(name)) => "a template of yours no longer includes it".to_owned(),
        Some(near) => format!("did you mean to replace `{near}`?"),
        None => format!("include it with `{{% include \"{name}\" %}}`, or remove it"),
    };
    let path = sources.get(name).map_or(name, |file| file.path.as_str());
    Diagnostic::warning("no page is made with this template").at(Place::file(path)).hint(hint)
}

#[cfg(test)]
mod tests;
