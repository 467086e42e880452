//! `standfirst build`: reads, builds, shows what is wrong, writes.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::Args;

use super::inputs::{self, Paths};
use super::project::Project;
use super::terminal::Terminal;
use super::{CONTENT, Common, Stop};
use crate::diagnostic::show::count;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Model;
use crate::output::{self, Report};
use crate::site::Site;
use crate::{Built, config, pictures};

/// Builds the site
///
/// Reads the articles of the seeds folder and writes the site into the output folder: only files that changed are
/// written, and only files of an earlier build are deleted. When an article or a template has an error, every problem is
/// shown and the site stays as it was.
#[derive(Debug, Args)]
pub(super) struct BuildArgs {
    /// The articles [default: `seeds` in the project's folder]
    #[arg(long, value_name = "DIR")]
    seeds: Option<PathBuf>,
    /// Templates that replace built-in ones [default: `templates` in the project's folder]
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
    /// Where the site goes [default: `public` in the project's folder]
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Absolute URL of the site, instead of `base_url` in the configuration
    #[arg(short = 'u', long, value_name = "URL", value_parser = config::base_url)]
    base_url: Option<String>,
    /// Day of publication, for the news sitemap: articles of this day and the one before stand in it
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = config::day)]
    build_date: Option<jiff::civil::Date>,
    /// Publish drafts, too
    #[arg(long)]
    drafts: bool,
    /// Treat warnings as errors
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    common: Common,
}

/// # Errors
/// As the exit codes in the help say.
pub(super) fn run(args: &BuildArgs, terminal: &Terminal) -> Result<(), Stop> {
    let start = Instant::now();
    args.common.start_threads()?;
    let project = Project::find(&args.common, |raw| {
        raw.base_url = args.base_url.clone().or(raw.base_url.take());
        raw.build_date = args.build_date.or(raw.build_date);
        raw.drafts = raw.drafts.or(Some(false)).map(|drafts| drafts || args.drafts);
    })?;
    let paths = Paths::new(&project, &args.seeds, &args.templates, &args.output);
    paths.check_seeds()?;
    output::check_folder(&paths.folders()).map_err(|problem| Stop::Config(vec![problem]))?;
    let mut clock = Clock { last: start, lines: Vec::new() };
    let built = build(&paths, &project, terminal, &mut clock)?;
    let problems = [built.diagnostics, project.problems].concat();
    report_problems(&problems, args, terminal)?;
    let report = write(&built.site, &paths)?;
    output::save_slugs(&paths.folders(), &built.published.to_text())?;
    pictures::forget_others(&pictures::cache_folder(&paths.root), &built.pictures);
    clock.step("write");
    if args.common.verbose {
        clock.lines.iter().for_each(|line| terminal.say(line));
    }
    if !args.common.quiet {
        terminal.say(&summary(built.articles, built.site.len(), start.elapsed(), report));
    }
    Ok(())
}

/// From the files to the site, in memory, with all problems.
fn build(paths: &Paths, project: &Project, terminal: &Terminal, clock: &mut Clock) -> Result<Built, Stop> {
    let (inputs, problems) = inputs::read(paths)?;
    clock.step("read");
    let progress = terminal.progress(inputs.files.len(), "reading articles");
    let mut built = crate::build_with(&inputs, &project.settings, &Model::embedded(), &|| progress.step());
    progress.finish();
    clock.step("build");
    built.diagnostics.extend(problems);
    Ok(built)
}

fn report_problems(problems: &[Diagnostic], args: &BuildArgs, terminal: &Terminal) -> Result<(), Stop> {
    let (errors, warnings) = count(problems);
    let fails = errors > 0 || (args.strict && warnings > 0);
    let least = match () {
        () if args.common.quiet && !fails => Severity::Error,
        () if args.common.verbose => Severity::Note,
        () => Severity::Warning,
    };
    let shown: Vec<_> = problems.iter().filter(|problem| problem.severity >= least).cloned().collect();
    terminal.show(&shown, true);
    if !fails {
        return Ok(());
    }
    let strict = if errors == 0 { " (--strict)" } else { "" };
    terminal.say(&format!("{} found{strict}; nothing was written", counted(errors, warnings)));
    Err(Stop::Shown(CONTENT))
}

pub(super) fn counted(errors: usize, warnings: usize) -> String {
    match (errors, warnings) {
        (errors, 0) => number_of(errors, "error"),
        (0, warnings) => number_of(warnings, "warning"),
        _ => format!("{} and {}", number_of(errors, "error"), number_of(warnings, "warning")),
    }
}

pub(super) fn number_of(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

fn write(site: &Site, paths: &Paths) -> Result<Report, Stop> {
    output::write(site, &paths.folders()).map_err(|failure| match failure {
        output::Failure::Refused(problem) => Stop::Config(vec![*problem]),
        output::Failure::Io(error) => Stop::Io(error),
    })
}

fn summary(articles: usize, files: usize, time: Duration, report: Report) -> String {
    format!(
        "built {}, {} in {:.2} s: {} written, {} unchanged, {} removed",
        number_of(articles, "article"),
        number_of(files, "file"),
        time.as_secs_f64(),
        report.written,
        report.unchanged,
        report.deleted
    )
}

/// How long each step took, for `--verbose`.
struct Clock {
    last: Instant,
    lines: Vec<String>,
}

impl Clock {
    fn step(&mut self, name: &str) {
        let now = Instant::now();
        self.lines.push(format!("{name:>8} {:>8.3} s", (now - self.last).as_secs_f64()));
        self.last = now;
    }
}
