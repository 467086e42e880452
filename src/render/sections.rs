//! The topics that the settings put in order on the front page.

use crate::diagnostic::{Diagnostic, nearest};
use crate::digest::Digest;

/// What is wrong with the labels: a name that is nearly that of a topic is a warning, and one that no article has yet a
/// note.
pub(super) fn check(sections: &[String], digest: &Digest) -> Vec<Diagnostic> {
    let labels = || digest.topics.iter().map(|topic| topic.label.as_str());
    let missing = sections.iter().filter(|section| !labels().any(|label| label.eq_ignore_ascii_case(section)));
    let problem = |section: &String| {
        let message = format!("`theme.sections` names `{section}`, and no article has that topic");
        match nearest(section, labels()) {
            Some(near) => Diagnostic::warning(message).hint(format!("did you mean `{near}`?")),
            None => Diagnostic::note(message),
        }
    };
    missing.map(problem).collect()
}
