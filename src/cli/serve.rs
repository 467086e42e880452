//! `standfirst serve`: builds in memory, serves, and builds again when files change.

use std::io;
use std::net::{IpAddr, TcpListener};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

use clap::Args;

use super::build::{counted, number_of};
use super::inputs::{self, Paths};
use super::project::Project;
use super::terminal::Terminal;
use super::{Common, Stop};
use crate::diagnostic::show::{Style, count, show};
use crate::diagnostic::{Diagnostic, Severity, plainly};
use crate::model::Model;
use crate::render::base_path;
use crate::server::cache::{self, Cache};
use crate::server::{self, Rebuilt, Watched};

/// Serves the site while you write
///
/// Builds the site in memory, never into the output folder, and serves it on this machine. When an article, a template
/// or the configuration changes, what changed is built anew and open pages reload. While there is an error, the last
/// good page stays and shows it.
#[derive(Clone, Debug, Args)]
pub(super) struct ServeArgs {
    /// The articles [default: `seeds` in the project's folder]
    #[arg(long, value_name = "DIR")]
    seeds: Option<PathBuf>,
    /// Templates that replace built-in ones [default: `templates` in the project's folder]
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
    /// The port; when it is taken, the next free one
    #[arg(short, long, default_value_t = 8000)]
    port: u16,
    /// The address to listen on; `0.0.0.0` lets other machines in
    #[arg(short, long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    interface: IpAddr,
    /// Show the site in the browser
    #[arg(long)]
    open: bool,
    /// Show drafts, too
    #[arg(long)]
    drafts: bool,
    #[command(flatten)]
    common: Common,
}

/// What is kept from build to build.
struct Session {
    args: ServeArgs,
    terminal: Terminal,
    model: Model,
    cache: Cache,
    /// The problems that were shown last: the same ones are not shown again.
    problems: Vec<Diagnostic>,
}

/// # Errors
/// As the exit codes in the help say.
pub(super) fn run(args: &ServeArgs, terminal: &Terminal) -> Result<(), Stop> {
    args.common.start_threads()?;
    let project = find(args)?;
    let paths = paths(args, &project);
    paths.check_seeds()?;
    let listener = listen(args, terminal)?;
    // Before the first build, so that no change is missed.
    let watched = watch(&paths, &project.config(&args.common))?;
    let mut session = Session {
        args: args.clone(),
        terminal: *terminal,
        model: Model::embedded(),
        cache: Cache::default(),
        problems: Vec::new(),
    };
    let first = rebuild(&mut session);
    let url = url(&listener, &base_path(&project.settings.site.base_url))?;
    terminal.say(&format!("serving {url} (Ctrl-C ends)"));
    if args.open {
        open(&url, terminal);
    }
    server::serve(listener, first, watched, move || rebuild(&mut session))?;
    Ok(())
}

fn find(args: &ServeArgs) -> Result<Project, Stop> {
    Project::find(&args.common, |raw| raw.drafts = Some(args.drafts || raw.drafts.unwrap_or(false)))
}

/// The output folder is only asked for its slugs.
fn paths(args: &ServeArgs, project: &Project) -> Paths {
    Paths::new(project, &args.seeds, &args.templates, &None)
}

fn listen(args: &ServeArgs, terminal: &Terminal) -> Result<TcpListener, Stop> {
    let listener = server::listen(args.interface, args.port).map_err(|error| {
        let problem = format!("cannot listen on port {} of `{}`: {}", args.port, args.interface, plainly(&error));
        Stop::Config(vec![Diagnostic::error(problem).hint("choose others with `--port` and `--interface`")])
    })?;
    let port = listener.local_addr()?.port();
    if args.port != 0 && port != args.port {
        terminal.say(&format!("port {} is taken; {port} is used instead", args.port));
    }
    Ok(listener)
}

fn watch(paths: &Paths, config: &std::path::Path) -> Result<Watched, Stop> {
    server::watch(&[&paths.seeds, &paths.templates], &[config]).map_err(|error| {
        let problem = Diagnostic::error(format!("the files cannot be watched: {error}"));
        Stop::Config(vec![
            problem.hint("the system may allow too few watches, as `fs.inotify.max_user_watches` of Linux"),
        ])
    })
}

/// Builds, and tells the terminal how it went.
fn rebuild(session: &mut Session) -> Rebuilt {
    let start = Instant::now();
    let (rebuilt, problems) = match build(session) {
        Ok((rebuilt, done, problems)) => (Some((rebuilt, done)), problems),
        Err(stop) => (None, problems_of(stop)),
    };
    report(session, &problems);
    let (errors, warnings) = count(&problems);
    match rebuilt {
        Some((rebuilt, done)) if errors == 0 => {
            if !session.args.common.quiet {
                let time = start.elapsed().as_secs_f64();
                session
                    .terminal
                    .say(&format!("built {} in {time:.2} s, {} analysed anew", done.articles, done.analysed));
            }
            rebuilt
        }
        _ => {
            session.terminal.say(&format!("{} found; the site stays as it was", counted(errors, warnings)));
            Rebuilt::Bad { problems: plain(&problems) }
        }
    }
}

/// What a build did.
struct Done {
    articles: String,
    analysed: usize,
}

/// The site, what was done, and all problems, of which an error means that the site is not fit to be shown.
fn build(session: &mut Session) -> Result<(Rebuilt, Done, Vec<Diagnostic>), Stop> {
    let project = find(&session.args)?;
    let (inputs, mut problems) = inputs::read(&paths(&session.args, &project))?;
    problems.extend(project.problems);
    let (built, analysed) = cache::build(&mut session.cache, inputs, &project.settings, &session.model);
    problems.extend(built.diagnostics);
    let base = base_path(&project.settings.site.base_url);
    let done = Done { articles: number_of(built.articles, "article"), analysed };
    Ok((Rebuilt::Good { site: built.site, base }, done, problems))
}

fn problems_of(stop: Stop) -> Vec<Diagnostic> {
    match stop {
        Stop::Config(problems) => problems,
        Stop::Io(error) => vec![Diagnostic::error(error.to_string())],
        Stop::Shown(_) => Vec::new(),
    }
}

/// Shows the problems, unless they are those that were shown last.
fn report(session: &mut Session, problems: &[Diagnostic]) {
    let common = &session.args.common;
    let least = match () {
        () if common.quiet => Severity::Error,
        () if common.verbose => Severity::Note,
        () => Severity::Warning,
    };
    let wanted: Vec<_> = problems.iter().filter(|problem| problem.severity >= least).cloned().collect();
    if wanted != session.problems {
        session.terminal.show(&wanted, true);
        session.problems = wanted;
    }
}

/// The errors as they are laid over the page.
fn plain(problems: &[Diagnostic]) -> String {
    let errors: Vec<_> = problems.iter().filter(|problem| problem.severity == Severity::Error).cloned().collect();
    show(&errors, false, Style { colour: false, width: 100 }).trim_end().to_owned()
}

/// The address of the front page, as a browser on this machine takes it.
fn url(listener: &TcpListener, base: &str) -> io::Result<String> {
    let mut address = listener.local_addr()?;
    match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => address.set_ip(std::net::Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(ip) if ip.is_unspecified() => address.set_ip(std::net::Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    Ok(format!("http://{address}{base}"))
}

/// Asks the system to show an address.
fn open(url: &str, terminal: &Terminal) {
    let (program, args): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/c", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    let mut command = Command::new(program);
    command.args(args).arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Err(error) = command.spawn() {
        terminal.say(&format!("no browser could be started (`{program}`: {}); open {url} yourself", plainly(&error)));
    }
}
