//! What is said to people, on standard error.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::show::{Style, show};

/// Columns when standard error is no terminal.
const DEFAULT_WIDTH: usize = 100;

/// Work shorter than this shows no progress bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// The standard error of the process.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terminal {
    is_terminal: bool,
    pub(super) style: Style,
}

impl Terminal {
    pub(super) fn of_process() -> Self {
        let is_terminal = io::stderr().is_terminal();
        Self { is_terminal, style: Style { colour: wants_colour(is_terminal), width: columns() } }
    }

    /// Shows the problems; notes only when `notes` is set.
    pub(super) fn show(&self, problems: &[Diagnostic], notes: bool) {
        self.write(&show(problems, notes, self.style));
    }

    /// Says one line.
    pub(super) fn say(&self, line: &str) {
        self.write(&format!("{line}\n"));
    }

    fn write(&self, text: &str) {
        // Nobody is left to tell that nobody reads this.
        _ = io::stderr().lock().write_all(text.as_bytes());
    }

    /// A bar over `total` pieces of work; it stays hidden on short work and where nobody watches.
    pub(super) fn progress(&self, total: usize, label: &'static str) -> Progress {
        let bar = ProgressBar::with_draw_target(Some(total as u64), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
            bar.set_style(style);
        }
        bar.set_message(label);
        Progress { bar, start: Instant::now(), may_show: self.is_terminal }
    }
}

/// A progress bar that comes late.
#[derive(Debug)]
pub(super) struct Progress {
    bar: ProgressBar,
    start: Instant,
    may_show: bool,
}

impl Progress {
    /// One more piece is done.
    pub(super) fn step(&self) {
        if self.may_show && self.bar.is_hidden() && self.start.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(1);
    }

    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

fn columns() -> usize {
    let size = terminal_size::terminal_size_of(io::stderr());
    size.map_or(DEFAULT_WIDTH, |(width, _)| usize::from(width.0).clamp(40, 140))
}

/// As <https://no-color.org> and <https://bixense.com/clicolors> say.
pub(super) fn wants_colour(is_terminal: bool) -> bool {
    let variable = |name: &str| std::env::var(name).unwrap_or_default();
    let is_on = |name: &str| !matches!(variable(name).as_str(), "" | "0");
    if !variable("NO_COLOR").is_empty() {
        return false;
    }
    is_on("CLICOLOR_FORCE") || (is_terminal && variable("CLICOLOR") != "0" && variable("TERM") != "dumb")
}
