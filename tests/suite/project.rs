//! A project in a temporary folder, and runs of the program in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder that is removed at the end of the test.
pub(crate) struct Project {
    folder: tempfile::TempDir,
}

/// What a run said and how it ended.
#[derive(Debug, PartialEq)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Project {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// A copy of the files below `from`.
    pub(crate) fn copy_of(from: &Path) -> Self {
        let project = Self::new();
        for (path, bytes) in files_below(from) {
            project.put(&path, &bytes);
        }
        project
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn put(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder above")).expect("folders can be created");
        fs::write(path, bytes).expect("files can be written");
    }

    /// The program, to be run in the project, without anything of the surroundings that could change what it says.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_standfirst"));
        command.args(args).current_dir(self.folder.path());
        for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
            command.env_remove(variable);
        }
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Run {
        let output = self.command(args).output().expect("the program starts");
        self.read(output)
    }

    /// The output as text, with the time and the place of the project left out.
    pub(crate) fn read(&self, output: Output) -> Run {
        let text = |bytes: Vec<u8>| redact(&String::from_utf8(bytes).expect("UTF-8"), self.folder.path());
        Run { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// Every file below a folder of the project.
    pub(crate) fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        files_below(&self.path(folder))
    }
}

impl Run {
    pub(crate) fn assert_code(&self, code: i32) -> &Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        self
    }

    /// Asserts that the problems shown are these, in order.
    pub(crate) fn assert_problems(&self, problems: &[&str]) -> &Self {
        let is_title = |line: &&str| ["error: ", "warning: ", "note: "].iter().any(|level| line.starts_with(level));
        assert_eq!(self.stderr.lines().filter(is_title).collect::<Vec<_>>(), problems, "{}", self.stderr);
        self
    }
}

/// Every file below a folder, by its path with `/`, none if there is no folder; links are not followed.
pub(crate) fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    if !folder.exists() {
        return files;
    }
    for entry in walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("a readable folder")) {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).expect("a path below");
            let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
            files.insert(parts.join("/"), fs::read(entry.path()).expect("a readable file"));
        }
    }
    files
}

/// `in 0.41 s` becomes `in [TIME]`, the folder of the project `[ROOT]`.
fn redact(text: &str, root: &Path) -> String {
    let real = root.canonicalize().expect("the project exists");
    let text = text.replace(&*real.to_string_lossy(), "[ROOT]").replace(&*root.to_string_lossy(), "[ROOT]");
    let mut redacted = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once(" in ") {
        redacted += before;
        redacted += " in ";
        let number = after.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(after.len());
        let is_time = number > 0 && after[number..].starts_with(" s:");
        redacted += if is_time { "[TIME]" } else { "" };
        rest = &after[if is_time { number + 2 } else { 0 }..];
    }
    redacted + rest
}
