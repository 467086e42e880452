//! Which paths can be published: on every system, and without leaving the output folder. Pure.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::site::{File, Site};

/// Longest part of a path, in bytes, that every file system takes.
const MAX_PART: usize = 255;

/// Names that Windows keeps for devices, with any extension.
const DEVICES: &[&str] = &[
    "aux", "con", "nul", "prn", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// One error for every path that cannot be published, or that is one file with another on macOS and Windows.
pub fn check_paths(site: &Site) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut seen: BTreeMap<String, (&str, &File)> = BTreeMap::new();
    for (path, file) in site.files() {
        if let Err(reason) = check(path) {
            let message = format!("`{}` cannot be published: {reason}", path.escape_debug());
            problems.push(Diagnostic::error(message).hint(format!("it is made from {}", file.origin)));
        }
        for prefix in prefixes(path) {
            let Some((other, other_file)) = seen.get(&prefix.to_lowercase()) else { continue };
            let message = format!("`{other}` would be both a file and a folder, because of `{path}`");
            problems.push(Diagnostic::error(message).hint(made_from(other_file, file)));
        }
        if let Some((other, other_file)) = seen.insert(path.to_lowercase(), (path, file)) {
            let message = format!("`{other}` and `{path}` are one file on macOS and Windows");
            problems.push(Diagnostic::error(message).hint(made_from(other_file, file)));
        }
    }
    problems
}

fn made_from(one: &File, other: &File) -> String {
    format!("they are made from {} and {}; give one of them another `slug` or name", one.origin, other.origin)
}

/// The folders above a path, outermost first.
fn prefixes(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// Whether a path is relative, stays in its folder and has only parts that every system takes.
pub(super) fn check(path: &str) -> Result<(), &'static str> {
    path.split('/').try_for_each(check_part)
}

fn check_part(part: &str) -> Result<(), &'static str> {
    let stem = part.split('.').next().unwrap_or("").trim_end().to_ascii_lowercase();
    match part {
        "" => Err("a part of it is empty"),
        "." | ".." => Err("it must not contain `.` or `..`"),
        _ if part.len() > MAX_PART => Err("a part of it is longer than 255 bytes"),
        _ if part.chars().any(|c| c.is_control() || "<>:\"\\|?*".contains(c)) => {
            Err("it holds a character that file names cannot have")
        }
        _ if part.ends_with(['.', ' ']) => Err("a part of it ends with a full stop or a space"),
        _ if DEVICES.contains(&stem.as_str()) => Err("Windows keeps a name in it for a device"),
        super::update::TEMPORARY => Err("that name is kept for temporary files"),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(paths: &[&str]) -> Vec<String> {
        let mut site = Site::default();
        for path in paths {
            site.add((*path).to_owned(), Vec::new(), format!("seeds/{path}.md")).unwrap();
        }
        check_paths(&site).into_iter().map(|problem| problem.message).collect()
    }

    #[test]
    fn usual_paths_pass() {
        assert_eq!(
            messages(&["index.html", "a/index.html", ".nojekyll", "é/ü.html", "conference/x", "a-b/c.d.e"]),
            [""; 0]
        );
    }

    #[test]
    fn paths_that_leave_the_folder_or_that_a_system_refuses_are_named() {
        for path in [
            "/etc/x",
            "../x",
            "a/../x",
            "a//b",
            "",
            ".",
            "a\0b",
            "a\\b",
            "c:x",
            "con",
            "a/NUL.html",
            "a./b",
            "a /b",
            ".standfirst-tmp/x",
        ] {
            assert_eq!(messages(&[path]).len(), 1, "{path:?}");
        }
        assert_eq!(messages(&[&"x".repeat(256)]).len(), 1);
        assert_eq!(messages(&["../x"]), ["`../x` cannot be published: it must not contain `.` or `..`"]);
    }

    #[test]
    fn paths_that_differ_only_in_case_collide() {
        assert_eq!(
            messages(&["a/B.html", "a/b.html"]),
            ["`a/B.html` and `a/b.html` are one file on macOS and Windows"]
        );
    }

    #[test]
    fn a_file_cannot_also_be_a_folder() {
        let expected = "`Feed` would be both a file and a folder, because of `feed/index.html`";
        assert_eq!(messages(&["Feed", "feed/index.html"]), [expected]);
    }
}
