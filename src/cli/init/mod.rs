//! `standfirst init`: the beginnings of a project.

mod demo;

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::Stop;
use super::project::shown;
use super::terminal::Terminal;
use crate::diagnostic::{Diagnostic, plainly};

/// Begins a project
///
/// Creates `config.yaml`, a sample article in `seeds` and an empty `templates` folder, or with `--demo` a whole digest.
/// Nothing is overwritten.
#[derive(Debug, Args)]
pub(super) struct InitArgs {
    /// The folder of the project
    #[arg(default_value = ".", value_name = "DIR")]
    folder: PathBuf,

    /// Write a digest of reports on events of the last century, to see what a site looks like
    #[arg(long)]
    demo: bool,
}

/// Every file of a new project: where it goes and what it holds.
const FILES: &[(&str, &str)] = &[("config.yaml", include_str!("config.yaml")), demo::SAMPLE, TEMPLATES];

const TEMPLATES: (&str, &str) = ("templates/README.md", include_str!("README.md"));

/// # Errors
/// When one of the files exists, or cannot be written.
pub(super) fn run(args: &InitArgs, terminal: &Terminal) -> Result<(), Stop> {
    let files = if args.demo { [demo::FILES, &[TEMPLATES]].concat() } else { FILES.to_vec() };
    let paths: Vec<_> = files.iter().map(|(name, text)| (join(&args.folder, name), *text)).collect();
    let taken: Vec<_> = paths.iter().filter(|(path, _)| fs::symlink_metadata(path).is_ok()).collect();
    if !taken.is_empty() {
        return Err(Stop::Config(taken.iter().map(|(path, _)| exists(path)).collect()));
    }
    for (path, text) in &paths {
        create(path, text).map_err(|error| {
            io::Error::new(error.kind(), format!("cannot write `{}`: {}", shown(path), plainly(&error)))
        })?;
        terminal.say(&format!("created {}", shown(path)));
    }
    let root = if args.folder == Path::new(".") { String::new() } else { format!(" --root {}", shown(&args.folder)) };
    let first = if args.demo { "Now" } else { "Put articles into `seeds`, then" };
    terminal.say(&format!("\n{first} run: standfirst build{root}"));
    Ok(())
}

fn join(folder: &Path, name: &str) -> PathBuf {
    if folder == Path::new(".") { PathBuf::from(name) } else { folder.join(name) }
}

fn exists(path: &Path) -> Diagnostic {
    Diagnostic::error(format!("`{}` exists already", shown(path)))
        .hint("nothing was written; choose another folder: `standfirst init DIR`")
}

/// Creates a file and the folders above it; never replaces one.
fn create(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}
