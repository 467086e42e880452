//! What is wrong with the files of a user's theme, also where no build would notice.

use std::collections::BTreeMap;

use super::builtin::{Origin, builtins};
use super::{BUILTIN, Theme, ThemeFile};
use crate::diagnostic::{Diagnostic, Place};
use crate::render::lint::lint;

/// Looks at the files of a user's theme: errors are those that a build would have, warnings are copies of built-in
/// files that have changed since, and templates that no page is made with.
pub fn check(files: BTreeMap<String, ThemeFile>) -> Vec<Diagnostic> {
    let mut problems: Vec<Diagnostic> = files.iter().filter_map(|(name, file)| outdated(name, file)).collect();
    match Theme::new(files) {
        Ok(theme) => {
            let found = lint(&theme.sources, |name| !name.starts_with(BUILTIN));
            // A copy whose original is gone is told already.
            let is_told = |found: &Diagnostic| {
                let file = found.place.as_ref().filter(|place| place.line == 0).map(|place| &place.path);
                file.is_some() && problems.iter().any(|told| told.place.as_ref().map(|place| &place.path) == file)
            };
            let found: Vec<_> = found.into_iter().filter(|found| !is_told(found)).collect();
            problems.extend(found);
        }
        Err(found) => problems.extend(found),
    }
    problems
}

/// A copy whose built-in file is another by now.
fn outdated(name: &str, file: &ThemeFile) -> Option<Diagnostic> {
    let origin = Origin::of(&file.text)?;
    let Some(builtin) = builtins().find(|builtin| builtin.name == name) else { return Some(gone(file, &origin)) };
    let hash = builtin.hash();
    if hash == origin.hash {
        return None;
    }
    let message = format!("the built-in `{name}` has changed since this copy was made, by version {}", origin.version);
    let hint = format!(
        "`standfirst theme show {name}` prints the new one; when you have taken over what you want, put `{hash}` in place \
         of `{}`",
        origin.hash
    );
    Some(Diagnostic::warning(message).at(first_line(file, origin.hash)).hint(hint))
}

fn gone(file: &ThemeFile, origin: &Origin) -> Diagnostic {
    let message =
        format!("this is the copy of a built-in file of version {}, which is no longer there", origin.version);
    Diagnostic::warning(message).at(first_line(file, origin.hash))
}

fn first_line(file: &ThemeFile, words: &str) -> Place {
    let start = file.text.find(words).unwrap_or(0);
    Place::in_source(&*file.path, &file.text, start..start + words.len())
}
