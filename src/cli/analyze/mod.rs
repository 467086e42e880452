//! `standfirst analyze`: what was found in articles, for people and for programs.

mod card;
mod json;

use std::fs;
use std::io::{self, BufWriter, Read, Write};

use clap::{Args, ValueEnum};
use rayon::prelude::*;

use super::project::Project;
use super::terminal::{Terminal, wants_colour};
use super::{CONTENT, Common, IO, Stop};
use crate::analysis::Analysis;
use crate::config::Settings;
use crate::diagnostic::{Diagnostic, Place, Severity, plainly};
use crate::model::Model;
use crate::source::{Article, RawFile};

/// Articles that are worked on at a time; their results are printed before the next begin.
const BATCH: usize = 64;

/// Shows what is found in articles
///
/// Prints headline, summary, people, topics and tags of each file to standard output, in the order of the files.
/// `-` is standard input.
#[derive(Debug, Args)]
pub(super) struct AnalyzeArgs {
    /// Articles, `.txt` or `.md`
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
    /// For people, or one JSON object a line for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    common: Common,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// What came of one file.
struct Outcome {
    path: String,
    story: Option<(Article, Analysis)>,
    problems: Vec<Diagnostic>,
    /// Why the file could not be read.
    failure: Option<io::Error>,
}

/// # Errors
/// When a file has an error or cannot be read; the others are shown all the same.
pub(super) fn run(args: &AnalyzeArgs, terminal: &Terminal) -> Result<(), Stop> {
    args.common.start_threads()?;
    let project = Project::find(&args.common, |raw| raw.drafts = Some(true))?;
    let model = Model::embedded();
    let mut out = BufWriter::new(io::stdout().lock());
    let colour = wants_colour(io::IsTerminal::is_terminal(&io::stdout()));
    let mut stop = None;
    for batch in args.files.chunks(BATCH) {
        let some = |paths: &[String]| outcomes(paths, &project.settings, &model);
        let outcomes: Vec<_> = batch.par_chunks(crate::at_a_time(batch.len())).flat_map_iter(some).collect();
        for outcome in outcomes {
            print(&outcome, args.format, colour, &mut out)?;
            out.flush()?;
            stop = outcome.report(args, terminal).or(stop);
        }
    }
    stop.map_or(Ok(()), Err)
}

fn outcomes(paths: &[String], settings: &Settings, model: &Model) -> Vec<Outcome> {
    let mut files = Vec::with_capacity(paths.len());
    let failures: Vec<_> = paths
        .iter()
        .map(|path| {
            let bytes = read(path).map_err(|error| cannot_read(path, &error));
            bytes.map(|bytes| files.push(RawFile { path: path.clone(), key: path.clone(), bytes })).err()
        })
        .collect();
    let mut stories = crate::stories(&files, settings, model).into_iter();
    let outcome = |(path, failure): (&String, Option<io::Error>)| {
        let (story, problems) = if failure.is_none() { stories.next().unwrap_or_default() } else { Default::default() };
        Outcome { path: path.clone(), story, problems, failure }
    };
    paths.iter().zip(failures).map(outcome).collect()
}

fn cannot_read(path: &str, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("cannot read `{path}`: {}", plainly(error)))
}

fn read(path: &str) -> io::Result<Vec<u8>> {
    if path != "-" {
        return fs::read(path);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn print(outcome: &Outcome, format: Format, colour: bool, out: &mut impl Write) -> io::Result<()> {
    match (format, &outcome.story) {
        (Format::Json, story) if outcome.failure.is_none() => {
            json::write(&outcome.path, story.as_ref(), &outcome.problems, out)
        }
        (Format::Text, Some((article, analysis))) => card::write(article, analysis, colour, out),
        _ => Ok(()),
    }
}

impl Outcome {
    /// Shows what is wrong, and says with what the program must stop; in JSON the problems stand in the output.
    fn report(self, args: &AnalyzeArgs, terminal: &Terminal) -> Option<Stop> {
        if let Some(failure) = self.failure {
            terminal.show(&[Diagnostic::error(failure.to_string())], false);
            return Some(Stop::Shown(IO));
        }
        let fails = self.problems.iter().any(|problem| problem.severity == Severity::Error);
        if args.format == Format::Text {
            let least = if args.common.quiet { Severity::Error } else { Severity::Note };
            let shown: Vec<_> = self.problems.into_iter().filter(|problem| problem.severity >= least).collect();
            terminal.show(&shown, args.common.verbose);
        }
        fails.then_some(Stop::Shown(CONTENT))
    }
}

/// The line of a problem; 0 when it is the file as a whole.
fn line_of(problem: &Diagnostic) -> u32 {
    problem.place.as_ref().map_or(0, |place: &Place| place.line)
}
