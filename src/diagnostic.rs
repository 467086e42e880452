//! One problem with content or configuration, with its place and its remedy.
//!
//! A leaf that every room may use. Problems are data: they are collected over all files and shown together.

pub mod show;

/// How bad it is: an error fails the build, a warning only with `--strict`, a note never.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Said only at `-v`.
    Note,
    Warning,
    Error,
}

/// One problem: lower-case message without a full stop, back-ticks round names, the remedy in `hint`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub severity: Severity,
    pub message: String,
    pub place: Option<Place>,
    /// Other places that belong to the problem, each with a word of explanation.
    pub related: Vec<(String, Place)>,
    pub hint: Option<String>,
}

/// Where it is, with the line itself, so that it can be shown without opening the file again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub path: String,
    /// From 1; 0 when the problem is the file as a whole.
    pub line: u32,
    /// In characters, from 1.
    pub column: u32,
    /// The text of the line, without its line break.
    pub source_line: String,
    /// Characters to underline, at least 1.
    pub width: u32,
}

impl Diagnostic {
    fn new(severity: Severity, message: impl Into<String>) -> Self {
        Self { severity, message: message.into(), place: None, related: Vec::new(), hint: None }
    }

    pub fn error(message: impl Into<String>) -> Self {
        Self::new(Severity::Error, message)
    }

    pub fn warning(message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, message)
    }

    pub fn note(message: impl Into<String>) -> Self {
        Self::new(Severity::Note, message)
    }

    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    pub fn related(mut self, label: impl Into<String>, place: Place) -> Self {
        self.related.push((label.into(), place));
        self
    }
}

impl Place {
    /// The file as a whole.
    pub fn file(path: impl Into<String>) -> Self {
        Self { path: path.into(), line: 0, column: 0, source_line: String::new(), width: 0 }
    }

    /// The bytes `range` of `source`, which is the whole text of the file.
    ///
    /// A range over several lines is shown by its first.
    pub fn in_source(path: impl Into<String>, source: &str, range: std::ops::Range<usize>) -> Self {
        let start = char_boundary(source, range.start);
        let line_start = source[..start].rfind('\n').map_or(0, |i| i + 1);
        let line_end = source[start..].find('\n').map_or(source.len(), |i| start + i);
        let end = char_boundary(source, range.end.clamp(start, line_end.max(start)));
        Self {
            path: path.into(),
            line: source[..start].bytes().filter(|&b| b == b'\n').count() as u32 + 1,
            column: source[line_start..start].chars().count() as u32 + 1,
            source_line: source[line_start..line_end].trim_end_matches('\r').to_owned(),
            width: (source[start..end].chars().count() as u32).max(1),
        }
    }
}

/// An error of the system in the words of these messages.
pub(crate) fn plainly(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        ErrorKind::IsADirectory => "it is a folder".to_owned(),
        ErrorKind::NotADirectory => "a part of its path is not a folder".to_owned(),
        _ => {
            let text = error.to_string();
            text.split(" (os error").next().unwrap_or(&text).to_owned()
        }
    }
}

/// The last character boundary at or before byte `index`; the end when `index` lies beyond it.
pub(crate) fn char_boundary(text: &str, index: usize) -> usize {
    (0..=index.min(text.len())).rev().find(|&byte| text.is_char_boundary(byte)).unwrap_or(0)
}

/// The candidate that `name` was most likely meant to be, if any is near enough.
///
/// Damerau-Levenshtein distance of at most a third of the length; of equals the first.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase();
    let limit = (name.chars().count().max(3) / 3).min(3);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&name, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}
