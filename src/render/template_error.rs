//! From an error of the template engine to diagnostics with their places.
//!
//! The engine shows its errors in one form, also where it finds several at once:
//!
//! ```text
//! error: Field `titel` is not defined. Available fields: date, title
//!  --> article.html:2:8
//!   |
//! 2 | {{ article.titel }}
//!   |            ^^^^^
//!
//! note: called from base.html:9:4
//! ```
//!
//! That form is read here, for not all of it can be had in another way.

mod near;

use std::collections::BTreeMap;

use tera::Tera;

use super::lint::{ancestors, lint, parent_of};
use super::theme::{Sources, ThemeFile};
use crate::diagnostic::{Diagnostic, Place};

/// What is wrong with the syntax of one template, looked at by itself.
pub(super) fn syntax(name: &str, file: &ThemeFile, sources: &Sources) -> Vec<Diagnostic> {
    match Tera::default().add_raw_template(name, &file.text) {
        Err(error) if matches!(error.kind(), tera::ErrorKind::SyntaxError(_)) => diagnostics(&error, sources),
        // What it refers to may stand in another template; that is seen when all are together.
        _ => Vec::new(),
    }
}

/// All that an error reports.
pub(super) fn diagnostics(error: &tera::Error, sources: &Sources) -> Vec<Diagnostic> {
    let text = error.to_string();
    let reports: Vec<Report> = reports(&text);
    if reports.is_empty() {
        return vec![without_report(error, &text, sources)];
    }
    reports.into_iter().map(|report| report.diagnostic(sources)).collect()
}

/// A page that could not be made.
#[derive(Debug)]
pub(super) struct Failure {
    /// The template of the page.
    pub(super) template: &'static str,
    pub(super) error: tera::Error,
}

/// Errors met while making many pages: each is said once, with the first page and the number of the others.
#[derive(Debug, Default)]
pub(super) struct Failures {
    order: Vec<(Diagnostic, String, usize)>,
    known: BTreeMap<String, usize>,
}

impl Failures {
    /// Notes that the page made from `origin` failed.
    pub(super) fn add(&mut self, failure: &Failure, origin: &str, sources: &Sources) {
        let text = failure.error.to_string();
        // The same mistake lists other fields when the data differ.
        let key = text.split(". Available ").next().unwrap_or(&text).to_owned()
            + text.lines().find(|line| line.trim_start().starts_with("-->")).unwrap_or_default();
        if let Some(id) = self.known.get(&key) {
            self.order[*id].2 += 1;
            return;
        }
        self.known.insert(key, self.order.len());
        let diagnostic = diagnostics(&failure.error, sources).into_iter().next();
        let outermost = reports(&text).into_iter().next().map(|report| report.outermost().to_owned());
        let diagnostic = diagnostic.map(|diagnostic| match outermost {
            Some(outermost) => extended(diagnostic, failure.template, &outermost, sources),
            None => diagnostic,
        });
        self.order.extend(diagnostic.map(|diagnostic| (diagnostic, origin.to_owned(), 1)));
    }

    pub(super) fn into_diagnostics(self, sources: &Sources) -> Vec<Diagnostic> {
        if self.order.is_empty() {
            return Vec::new();
        }
        // What no page has is told better by those who know what pages have.
        let unknown = lint(sources, |_| true);
        let told = self.order.into_iter().map(|(diagnostic, origin, count)| {
            let mut diagnostic = explained(diagnostic, &unknown);
            let more = match count {
                1 => String::new(),
                2 => " and 1 more page".to_owned(),
                _ => format!(" and {} more pages", count - 1),
            };
            diagnostic.message = format!("{}, while making `{origin}`{more}", diagnostic.message);
            diagnostic
        });
        told.collect()
    }
}

/// Adds how the page came to a template that its own one extends: where each is extended, the nearest first.
fn extended(mut diagnostic: Diagnostic, template: &str, outermost: &str, sources: &Sources) -> Diagnostic {
    let mut steps = Vec::new();
    for (name, parent, place) in ancestors(template, sources) {
        if name == outermost {
            break;
        }
        steps.push(place);
        if parent == outermost {
            steps.into_iter().rev().for_each(|place| diagnostic.related.push(("extended here".to_owned(), place)));
            return diagnostic;
        }
    }
    diagnostic
}

/// The error with what is known of the names in its line; those are told only where the engine itself says too little.
fn explained(mut diagnostic: Diagnostic, unknown: &[Diagnostic]) -> Diagnostic {
    let Some(place) = &diagnostic.place else { return diagnostic };
    let is_vague = diagnostic.message.contains("`undefined`") || diagnostic.message.contains("is null here");
    let mut in_line = unknown.iter().filter(|found| {
        let there = found.place.as_ref();
        there
            .is_some_and(|there| (&there.path, there.line) == (&place.path, place.line) && there.column >= place.column)
    });
    if let Some(found) = is_vague.then(|| in_line.next()).flatten() {
        return Diagnostic { related: diagnostic.related, ..found.clone() };
    }
    let same = in_line.find(|found| found.place.as_ref().is_some_and(|there| there.column == place.column));
    let says_near = |hint: &Option<String>| hint.as_deref().is_some_and(|hint| hint.starts_with("did you mean"));
    if let Some(found) = same.filter(|found| says_near(&found.hint) && !says_near(&diagnostic.hint)) {
        diagnostic.hint = found.hint.clone();
    }
    diagnostic
}

/// One error as the engine shows it.
#[derive(Debug, PartialEq, Eq)]
struct Report<'a> {
    message: &'a str,
    locus: Locus<'a>,
    width: u32,
    /// What led there: label and place.
    notes: Vec<(&'a str, Locus<'a>)>,
}

/// `article.html:2:8`
#[derive(Debug, PartialEq, Eq)]
struct Locus<'a> {
    name: &'a str,
    line: u32,
    column: u32,
}

fn reports(text: &str) -> Vec<Report<'_>> {
    let mut reports: Vec<Report> = Vec::new();
    let mut message = None;
    for line in text.lines() {
        if let Some(found) = line.strip_prefix("error: ") {
            message = Some(found);
        } else if let Some(locus) = line.trim_start().strip_prefix("--> ").and_then(locus) {
            let message = message.take();
            reports.extend(message.map(|message| Report { message, locus, width: 1, notes: Vec::new() }));
        } else if let Some((report, note)) = reports.last_mut().zip(line.strip_prefix("note: ")) {
            report.notes.extend(note.rsplit_once(' ').and_then(|(label, at)| Some((label, locus(at)?))));
        } else if let Some(report) = reports.last_mut().filter(|report| report.notes.is_empty()) {
            let underline = line.trim_start_matches([' ', '|']);
            if !underline.is_empty() && underline.bytes().all(|b| b == b'^') {
                report.width = underline.len() as u32;
            }
        }
    }
    reports
}

fn locus(text: &str) -> Option<Locus<'_>> {
    let (rest, column) = text.rsplit_once(':')?;
    let (name, line) = rest.rsplit_once(':')?;
    Some(Locus { name, line: line.parse().ok()?, column: column.parse().ok()? })
}

impl Report<'_> {
    /// The template that the page itself was in.
    fn outermost(&self) -> &str {
        self.notes.last().map_or(self.locus.name, |(_, locus)| locus.name)
    }

    fn diagnostic(&self, sources: &Sources) -> Diagnostic {
        let (message, known) = match self.message.split_once(". Available ") {
            Some((message, list)) => (message, list.split_once(": ").map(|(_, names)| names)),
            None => (self.message, None),
        };
        let mut diagnostic = Diagnostic::error(lower_first(message)).at(self.locus.place(self.width, sources));
        for (_, locus) in &self.notes {
            let place = locus.place(1, sources);
            let label = if place.source_line.contains("include") { "included here" } else { "used here" };
            diagnostic = diagnostic.related(label, place);
        }
        let null = diagnostic.place.as_ref().filter(|_| known.is_none()).and_then(|place| near::null(message, place));
        if let Some(path) = null {
            diagnostic.message =
                format!("`{path}` is null here, and has no {}", lower_first(message).replace(" is not defined", ""));
            return diagnostic.hint(format!("write this within `{{% if {path} %}}`"));
        }
        match near::hint(message, known, self.locus.name, sources) {
            Some(hint) => diagnostic.hint(hint),
            None => diagnostic,
        }
    }
}

impl Locus<'_> {
    fn place(&self, width: u32, sources: &Sources) -> Place {
        let Some(file) = sources.get(self.name) else { return Place::file(self.name) };
        let source_line = file.text.lines().nth(self.line as usize - 1).unwrap_or_default().to_owned();
        Place { path: file.path.clone(), line: self.line, column: self.column, source_line, width }
    }
}

fn without_report(error: &tera::Error, text: &str, sources: &Sources) -> Diagnostic {
    let place = |name: &str| Place::file(sources.get(name).map_or(name, |file| file.path.as_str()));
    match error.kind() {
        tera::ErrorKind::MissingParent { current, parent } => {
            let problem = Diagnostic::error(format!("the template extends `{parent}`, which does not exist"));
            let at = parent_of(current, sources).map(|(_, place)| place);
            problem.at(at.unwrap_or_else(|| place(current))).hint(near::template(parent, sources))
        }
        tera::ErrorKind::CircularExtend { tpl, inheritance_chain } => {
            Diagnostic::error(format!("the template extends itself, through `{}`", inheritance_chain.join("`, `")))
                .at(parent_of(tpl, sources).map_or_else(|| place(tpl), |(_, place)| place))
                .hint(format!("to change one block of the built-in template, extend `builtin/{tpl}`"))
        }
        tera::ErrorKind::CircularInclude { tpl, include_chain } => {
            Diagnostic::error(format!("the template includes itself, through `{}`", include_chain.join("`, `")))
                .at(place(tpl))
        }
        _ => Diagnostic::error(lower_first(text)),
    }
}

fn lower_first(message: &str) -> String {
    let mut chars = message.trim_end_matches('.').chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
