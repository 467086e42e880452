//! What the YAML library complains of, in words that help.

use super::{Yaml, read};
use crate::diagnostic::{Diagnostic, Place, char_boundary};

/// The library's error as a diagnostic with its place.
pub(super) fn describe(yaml: &Yaml<'_>, error: &serde_yaml::Error) -> Diagnostic {
    let said = error.to_string();
    let (message, hint) = explain(&said);
    let text = yaml.text();
    let byte = char_boundary(text, error.location().map_or(0, |location| location.index()));
    let start = yaml.range.start + step_back_over_line_breaks(text, byte);
    let problem = Diagnostic::error(message).at(Place::in_source(yaml.path, yaml.source, start..start + 1));
    match hint {
        Some(hint) => problem.hint(hint),
        None => problem,
    }
}

/// Message and hint for what `serde_yaml` said.
fn explain(said: &str) -> (String, Option<&'static str>) {
    let table: &[(&str, &str, &str)] = &[
        (
            "mapping values are not allowed",
            "broken YAML: a second `: ` on one line",
            "put a value that contains `: ` in quotes",
        ),
        (
            "cannot start any token",
            "broken YAML: a character that cannot begin a value",
            "indent with spaces, not tabs, and put a value that begins with `@`, `%` or a back-tick in quotes",
        ),
        ("tab character", "broken YAML: a tab indents this line", "indent with spaces"),
        ("unexpected end of stream", "broken YAML: a quote is not closed", "close it, or double a quote that is meant"),
        ("unexpected document indicator", "broken YAML: a quote is not closed", "close it before the `---` line"),
        ("could not find expected ':'", "broken YAML: a line without `: `", "write `key: value`, or indent the line"),
        ("did not find expected key", "broken YAML: a key is wanted here", "check the indent and the quotes"),
        ("did not find expected '-'", "broken YAML: a list item is wanted here", "check the indent"),
        (
            "did not find expected ','",
            "broken YAML: a list in brackets is not closed",
            "separate items by `, ` and close with `]` or `}`",
        ),
        (read::TOO_LARGE, "the YAML expands too many aliases (`*name`)", "write the values out"),
        ("recursion limit exceeded", "the YAML is nested too deeply", "at most 128 levels are read"),
        (
            "unknown anchor",
            "broken YAML: no `&name` stands before this `*name`",
            "put a value that begins with `*` in quotes",
        ),
        ("more than one document", "the YAML holds a second document", "remove the second `---` line"),
        (read::TAGGED, read::TAGGED, "put a value that begins with `!` in quotes"),
        ("invalid type", "a key must be text", "put the key in quotes"),
    ];
    match table.iter().find(|(needle, ..)| said.contains(needle)) {
        Some((_, message, hint)) => ((*message).to_owned(), Some(hint)),
        None => (format!("broken YAML: {}", said.split(" at line ").next().unwrap_or(said)), None),
    }
}

/// An error at the start of a line often belongs to the end of the one before: at the end of the text it always does.
fn step_back_over_line_breaks(text: &str, byte: usize) -> usize {
    if text[byte..].trim().is_empty() { text[..byte].trim_end().len() } else { byte }
}

/// End of the scalar that begins at `start`, for the underline; never beyond its line or `limit`.
pub(super) fn scalar_end(source: &str, start: usize, limit: usize) -> usize {
    let rest = &source[start..limit.max(start)];
    let line = rest.lines().next().unwrap_or("");
    let length = match line.chars().next() {
        Some(quote @ ('"' | '\'')) => line[1..].find(quote).map_or(line.len(), |close| close + 2),
        Some('[' | '{' | '-' | '|' | '>') | None => 1,
        Some(_) => plain_length(line),
    };
    start + length.min(line.len())
}

/// Length of an unquoted scalar: up to a comment, a `: ` or the end of an item in brackets.
fn plain_length(line: &str) -> usize {
    let ends = [": ", " #", ", ", "]", "}"].iter().filter_map(|end| line.find(end)).min();
    let text = &line[..ends.unwrap_or(line.len())];
    text.trim_end().strip_suffix(':').unwrap_or(text.trim_end()).len()
}
