//! The command line: one short file a command.
//!
//! The only room that knows the clock, the terminal and the exit codes. It decides nothing about content.

mod analyze;
mod build;
mod init;
mod inputs;
mod project;
#[cfg(feature = "serve")]
mod serve;
mod terminal;
mod theme;

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::diagnostic::Diagnostic;
use terminal::Terminal;

/// Turns a folder of articles into a news digest that is ready to publish.
///
/// Every article gets a headline where it has none, a summary of its own sentences, a box of key people with their
/// roles, topics and tags. It works offline and states nothing that the article does not say.
#[derive(Debug, Parser)]
#[command(version, after_help = EXIT_CODES, arg_required_else_help = true, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  an article or a template has an error, or a warning with --strict; nothing was written
  2  the command line was not understood
  3  the configuration has an error, or a folder or a port cannot be used
  4  a file could not be read or written";

/// Exit codes, as the help explains them; clap exits with 2 by itself.
const CONTENT: u8 = 1;
const CONFIG: u8 = 3;
const IO: u8 = 4;

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::BuildArgs),
    Analyze(analyze::AnalyzeArgs),
    Init(init::InitArgs),
    Theme(theme::ThemeArgs),
    #[cfg(feature = "serve")]
    Serve(serve::ServeArgs),
}

/// Where the project is, and how much is said.
#[derive(Clone, Debug, Args)]
struct Common {
    /// The project's folder [default: the nearest folder upwards with a `config.yaml` or a `seeds` folder]
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
    /// The configuration [default: `config.yaml` in the project's folder]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Work on so many threads at most [default: one for every processor]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Say more: notes, and how long each step took
    #[arg(short, long)]
    verbose: bool,
    /// Say nothing but errors
    #[arg(short, long, conflicts_with = "verbose")]
    quiet: bool,
}

/// Why a command ended without doing what it was asked to.
#[derive(Debug)]
enum Stop {
    /// The problems have been shown; this is the exit code.
    Shown(u8),
    /// The configuration or a folder.
    Config(Vec<Diagnostic>),
    Io(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Stop::Io(error)
    }
}

/// Runs the program.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let terminal = Terminal::of_process();
    let outcome = match &cli.command {
        Command::Build(args) => build::run(args, &terminal),
        Command::Analyze(args) => analyze::run(args, &terminal),
        Command::Init(args) => init::run(args, &terminal),
        Command::Theme(args) => theme::run(args, &terminal),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(args, &terminal),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Shown(code)) => ExitCode::from(code),
        Err(Stop::Config(problems)) => {
            terminal.show(&problems, false);
            ExitCode::from(CONFIG)
        }
        Err(Stop::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Stop::Io(error)) => {
            terminal.show(&[Diagnostic::error(error.to_string())], false);
            ExitCode::from(IO)
        }
    }
}

impl Common {
    /// Sets the number of threads for the whole process.
    fn start_threads(&self) -> io::Result<()> {
        let threads = self.threads.map_or(0, usize::from);
        rayon::ThreadPoolBuilder::new().num_threads(threads).build_global().map_err(io::Error::other)
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        super::Cli::command().debug_assert();
    }
}
