//! How problems are shown to people: as `rustc` does, sorted and without repetition. Pure: text in, text out.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Place, Severity};

/// Longest underline, in characters.
const MAX_UNDERLINE: u32 = 60;

/// How to draw.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    pub colour: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// The problems as text, by path and line, each once; notes only when `notes` is set.
pub fn show(diagnostics: &[Diagnostic], notes: bool, style: Style) -> String {
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() }.term_width(style.width);
    let mut text = String::new();
    for diagnostic in in_order(diagnostics) {
        if notes || diagnostic.severity != Severity::Note {
            text += &renderer.render(&[group(diagnostic)]);
            text += "\n\n";
        }
    }
    text
}

/// How many errors and how many warnings there are, each counted once.
pub fn count(diagnostics: &[Diagnostic]) -> (usize, usize) {
    let ordered = in_order(diagnostics);
    let of = |severity| ordered.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    (of(Severity::Error), of(Severity::Warning))
}

/// By place, those without a place last; equal ones once.
fn in_order(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut ordered: Vec<_> = diagnostics.iter().collect();
    ordered.sort_by(|a, b| sort_key(a).cmp(&sort_key(b)));
    ordered.dedup();
    ordered
}

fn sort_key(diagnostic: &Diagnostic) -> impl Ord + '_ {
    let place = diagnostic.place.as_ref();
    (
        place.is_none(),
        place.map(|place| (place.path.as_str(), place.line, place.column)),
        std::cmp::Reverse(diagnostic.severity),
        diagnostic.message.as_str(),
    )
}

fn group(diagnostic: &Diagnostic) -> Group<'_> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let mut group = level.primary_title(diagnostic.message.as_str()).elements(Vec::<Element<'_>>::new());
    if let Some(place) = &diagnostic.place {
        group = group.element(picture(place, AnnotationKind::Primary, ""));
    }
    for (label, place) in &diagnostic.related {
        group = group.element(picture(place, AnnotationKind::Context, label));
    }
    match &diagnostic.hint {
        Some(hint) => group.element(Level::HELP.message(hint.as_str())),
        None => group,
    }
}

/// The line with its underline, below its path; for a whole file the path alone.
fn picture<'a>(place: &'a Place, kind: AnnotationKind, label: &'a str) -> Element<'a> {
    let path = printable(&place.path);
    if place.line == 0 {
        return Origin::path(path).into();
    }
    let annotation = kind.span(underline(place));
    let annotation = if label.is_empty() { annotation } else { annotation.label(label) };
    Snippet::source(place.source_line.as_str()).line_start(place.line as usize).path(path).annotation(annotation).into()
}

/// The byte range of the source line to underline.
fn underline(place: &Place) -> Range<usize> {
    let line = &place.source_line;
    let byte_at = |index: u32| line.char_indices().nth(index as usize).map_or(line.len(), |(byte, _)| byte);
    let column = place.column.saturating_sub(1);
    byte_at(column)..byte_at(column.saturating_add(place.width.clamp(1, MAX_UNDERLINE)))
}

/// A path without control characters, which could do harm in a terminal.
fn printable(path: &str) -> String {
    path.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Style = Style { colour: false, width: 80 };

    fn shown(diagnostics: &[Diagnostic]) -> String {
        show(diagnostics, false, PLAIN)
    }

    #[test]
    fn a_problem_shows_its_line_a_caret_related_places_and_a_hint() {
        let source = "title: x\nmax: five\n";
        let problem = Diagnostic::error("`max` must be a whole number")
            .at(Place::in_source("config.yaml", source, 14..18))
            .related("the title", Place::in_source("other.yaml", source, 0..5))
            .hint("write `5`");
        insta::assert_snapshot!(shown(&[problem]));
    }

    #[test]
    fn problems_stand_in_the_order_of_their_places_each_once() {
        let at = |path: &str, line| Diagnostic::warning("w").at(Place { line, ..Place::in_source(path, "x", 0..1) });
        let problems = [Diagnostic::error("no place"), at("b", 1), at("a", 2), at("a", 1), at("a", 2)];
        let places: Vec<_> = in_order(&problems).iter().map(|d| d.place.as_ref().map(|p| (&*p.path, p.line))).collect();
        assert_eq!(places, [Some(("a", 1)), Some(("a", 2)), Some(("b", 1)), None]);
        assert_eq!(count(&problems), (1, 3));
    }

    #[test]
    fn a_line_of_a_megabyte_is_cut_round_the_caret() {
        let source = format!("{}HERE{}", "é".repeat(500_000), "ü".repeat(500_000));
        let start = source.find("HERE").unwrap();
        let problem = Diagnostic::error("long").at(Place::in_source("a.txt", &source, start..start + 4));
        insta::assert_snapshot!(shown(&[problem]));
    }

    #[test]
    fn control_characters_never_reach_the_terminal() {
        let source = "a\u{1b}[31mred";
        let problem = Diagnostic::error("odd \u{1b}[2J name").at(Place::in_source("a\u{1b}c.txt", source, 2..5));
        assert!(!shown(&[problem]).contains('\u{1b}'));
    }

    #[test]
    fn a_whole_file_is_shown_by_its_path() {
        insta::assert_snapshot!(shown(&[Diagnostic::warning("`a.bin` is not text").at(Place::file("seeds/a.bin"))]));
    }

    #[test]
    fn notes_are_shown_only_on_demand() {
        assert_eq!(shown(&[Diagnostic::note("n")]), "");
        assert_eq!(show(&[Diagnostic::note("n")], true, PLAIN), "note: n\n\n");
    }
}
