//! A folder a case, in `tests/cases`:
//!
//! - `cmd`: what is run, one command line after the other, without quotes
//! - `input/`: the project before it
//! - `session`: what was said, and the exit codes
//! - `output/`: optional; every file of `public` afterwards, byte for byte: a file that is expected and not there fails,
//!   and so does one that is there and not expected
//!
//! `SNAPSHOTS=overwrite cargo test --test suite` makes expectations of what is.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use snapbox::Assert;
use snapbox::Data;

use crate::project::{Project, files_below};

const PARTS: [&str; 4] = ["cmd", "input", "session", "output"];

// A lean program has fewer commands in its help, and writes fewer files.
#[test]
#[cfg_attr(not(all(feature = "search", feature = "serve")), ignore)]
fn every_case_says_and_leaves_what_it_should() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<_> = fs::read_dir(&folder).expect("tests/cases").map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    let failed: Vec<_> = cases.iter().filter(|case| std::panic::catch_unwind(|| check(case)).is_err()).collect();
    assert!(failed.is_empty(), "failed: {failed:#?}");
}

fn check(case: &Path) {
    for entry in fs::read_dir(case).unwrap() {
        let name = entry.unwrap().file_name();
        assert!(PARTS.iter().any(|part| name == *part), "{case:?} holds {name:?}, which nothing looks at");
    }
    let input = case.join("input");
    let project = if input.is_dir() { Project::copy_of(&input) } else { Project::new() };
    let session = session(case, &project);
    let assert = Assert::new().action_env("SNAPSHOTS");
    let expected = Data::read_from(&case.join("session"), Some(snapbox::data::DataFormat::Text));
    assert.eq(session, expected);
    check_output(&case.join("output"), &project);
}

/// Runs the commands and writes down what they say.
fn session(case: &Path, project: &Project) -> String {
    let commands = fs::read_to_string(case.join("cmd")).expect("a `cmd` file");
    let mut session = String::new();
    for line in commands.lines() {
        let words: Vec<_> = line.split_whitespace().collect();
        let run = project.run(&words[1..]);
        assert_eq!(words[0], "standfirst", "only this program is run");
        session += &format!("$ {line}\n{}", run.stdout);
        session += &run.stderr;
        session += &format!("exit {}\n", run.code.expect("an exit code"));
    }
    session
}

fn check_output(expected: &PathBuf, project: &Project) {
    if !expected.is_dir() {
        return;
    }
    let found = project.files("public");
    if std::env::var_os("SNAPSHOTS").is_some_and(|action| action == "overwrite") {
        fs::remove_dir_all(expected).unwrap();
        for (path, bytes) in &found {
            let path = expected.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }
    assert_eq!(texts(found), texts(files_below(expected)), "{expected:?}");
}

fn texts(files: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    files.into_iter().map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned())).collect()
}
