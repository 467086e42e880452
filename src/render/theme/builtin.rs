//! The built-in files one by one: what each is for, and the copy of it that a user begins with.

use super::{SLOTS, STYLE, TEMPLATES};
use crate::render::fingerprint;

/// Begins the mark in the first line of a copy.
const MARK: &str = "standfirst ";

/// Style that is added to the built-in one; there is none built in.
const CUSTOM: &str = "/* Added to the style sheet. */\n";

/// A built-in file of the theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Builtin {
    pub name: &'static str,
    pub text: &'static str,
}

/// From which built-in file a copy was made.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Origin<'a> {
    pub(super) version: &'a str,
    pub(super) hash: &'a str,
}

/// All of them: templates, then those that are empty until they are filled, then style.
pub fn builtins() -> impl Iterator<Item = Builtin> {
    let styles = [("custom.css", CUSTOM), ("style.css", STYLE)];
    TEMPLATES.iter().chain(&SLOTS).copied().chain(styles).map(|(name, text)| Builtin { name, text })
}

impl Builtin {
    /// What it is for: the first sentence of the comment that it begins with.
    pub fn purpose(&self) -> &'static str {
        if self.name == "style.css" {
            return "The style sheet";
        }
        let comment = self.text.trim_start_matches(['{', '/', '#', '*', '-', ' ']);
        let line = comment.lines().next().unwrap_or_default();
        let end = line.find(". ").or_else(|| line.find("; included")).unwrap_or(line.len());
        line[..end].trim_end_matches(['.', '*', '/', '#', '}', '-', ' '])
    }

    /// Changes when the file does.
    pub(super) fn hash(&self) -> String {
        fingerprint(self.text.as_bytes())
    }

    /// The text with a first line that says where it came from.
    pub fn copy(&self) -> String {
        let (open, close) = if self.name.ends_with(".css") { ("/*", "*/") } else { ("{#-", "-#}") };
        let (version, hash) = (env!("CARGO_PKG_VERSION"), self.hash());
        format!("{open} {MARK}{version} {} {hash} {close}\n{}", self.name, self.text)
    }
}

impl<'a> Origin<'a> {
    /// Reads the first line of a copy; `None` for a file that was not made by [`Builtin::copy`].
    pub(super) fn of(text: &'a str) -> Option<Self> {
        let line = text.lines().next()?.trim_start_matches(['{', '/', '#', '*', '-', ' ']);
        let mut words = line.strip_prefix(MARK)?.split_whitespace();
        let (version, _name, hash) = (words.next()?, words.next()?, words.next()?);
        let is_hash = hash.len() == 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hash.then_some(Self { version, hash })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_says_where_it_came_from() {
        for builtin in builtins() {
            let copy = builtin.copy();
            let origin = Origin::of(&copy).unwrap();
            assert_eq!((origin.version, origin.hash), (env!("CARGO_PKG_VERSION"), builtin.hash().as_str()));
            assert!(copy.ends_with(builtin.text));
            assert_eq!(Origin::of(builtin.text), None);
        }
    }

    #[test]
    fn every_built_in_file_says_what_it_is_for() {
        for builtin in builtins() {
            let purpose = builtin.purpose();
            assert!(purpose.len() > 5 && purpose.starts_with(char::is_uppercase), "{}: {purpose}", builtin.name);
        }
    }
}
