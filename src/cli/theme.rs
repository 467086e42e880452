//! `standfirst theme`: which templates there are, copies of them to change, and what is wrong with those.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::build::counted;
use super::project::{find_root, shown};
use super::terminal::Terminal;
use super::{CONTENT, Stop};
use crate::diagnostic::show::count;
use crate::diagnostic::{Diagnostic, nearest, plainly};
use crate::render::{Builtin, builtins, check_theme, read_theme};

/// Shows the built-in templates, copies them to be changed, and checks what you changed
#[derive(Debug, Args)]
pub(super) struct ThemeArgs {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Lists the built-in files, what each is for and which of them you have replaced
    List(Folders),
    /// Prints a built-in file
    Show {
        /// Its name, such as `article.html`
        name: String,
    },
    /// Copies built-in files into your `templates` folder, to be changed there
    Eject(EjectArgs),
    /// Finds mistakes in your templates, and copies of built-in files that have changed since
    Check {
        /// Treat warnings as errors
        #[arg(long)]
        strict: bool,
        #[command(flatten)]
        folders: Folders,
    },
}

#[derive(Debug, Args)]
struct EjectArgs {
    /// The names of the files, such as `article.html`
    #[arg(required = true, value_name = "NAME")]
    names: Vec<String>,
    /// Overwrite files that are there
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    folders: Folders,
}

/// Where the user's templates are.
#[derive(Debug, Args)]
struct Folders {
    /// The project's folder [default: the nearest folder upwards with a `config.yaml` or a `seeds` folder]
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
    /// Your templates [default: `templates` in the project's folder]
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
}

/// # Errors
/// As the exit codes in the help say.
pub(super) fn run(args: &ThemeArgs, terminal: &Terminal) -> Result<(), Stop> {
    match &args.action {
        Action::List(folders) => list(&folders.templates()?),
        Action::Show { name } => show(name),
        Action::Eject(args) => eject(args, terminal),
        Action::Check { strict, folders } => check(&folders.templates()?, *strict, terminal),
    }
}

impl Folders {
    fn templates(&self) -> Result<PathBuf, Stop> {
        let root = find_root(self.root.as_deref())?;
        Ok(self.templates.clone().unwrap_or_else(|| root.join("templates")))
    }
}

fn list(folder: &Path) -> Result<(), Stop> {
    let files: Vec<Builtin> = builtins().collect();
    let width = files.iter().map(|file| file.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for file in files {
        let own = folder.join(file.name);
        let replaced = if own.is_file() { format!(" [yours: {}]", shown(&own)) } else { String::new() };
        text += &format!("{:width$}  {}{replaced}\n", file.name, file.purpose());
    }
    print(&text)
}

fn show(name: &str) -> Result<(), Stop> {
    print(builtin(name)?.text)
}

fn print(text: &str) -> Result<(), Stop> {
    Ok(io::stdout().lock().write_all(text.as_bytes())?)
}

fn eject(args: &EjectArgs, terminal: &Terminal) -> Result<(), Stop> {
    let folder = args.folders.templates()?;
    let files: Vec<Builtin> = args.names.iter().map(|name| builtin(name)).collect::<Result<_, _>>()?;
    let paths: Vec<PathBuf> = files.iter().map(|file| folder.join(file.name)).collect();
    let taken: Vec<_> = paths.iter().filter(|path| !args.force && fs::symlink_metadata(path).is_ok()).collect();
    if !taken.is_empty() {
        return Err(Stop::Config(taken.iter().map(|path| exists(path)).collect()));
    }
    for (file, path) in files.iter().zip(&paths) {
        fs::create_dir_all(&folder).and_then(|()| fs::write(path, file.copy())).map_err(|error| {
            io::Error::new(error.kind(), format!("cannot write `{}`: {}", shown(path), plainly(&error)))
        })?;
        terminal.say(&format!("created {}", shown(path)));
    }
    Ok(())
}

fn exists(path: &Path) -> Diagnostic {
    Diagnostic::error(format!("`{}` exists already", shown(path)))
        .hint("nothing was written; `--force` overwrites it, and what you changed in it is lost")
}

fn check(folder: &Path, strict: bool, terminal: &Terminal) -> Result<(), Stop> {
    let problems = read_theme(Some(folder)).map_or_else(|problems| problems, check_theme);
    let (errors, warnings) = count(&problems);
    terminal.show(&problems, true);
    if errors + warnings == 0 {
        terminal.say("no mistakes found");
        return Ok(());
    }
    terminal.say(&format!("{} found", counted(errors, warnings)));
    if errors > 0 || strict { Err(Stop::Shown(CONTENT)) } else { Ok(()) }
}

/// The built-in file of that name.
fn builtin(name: &str) -> Result<Builtin, Stop> {
    let plain = name.strip_prefix("builtin/").unwrap_or(name);
    if let Some(file) = builtins().find(|file| file.name == plain) {
        return Ok(file);
    }
    let near = nearest(plain, builtins().map(|file| file.name));
    let hint = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`standfirst theme list` shows their names".to_owned(),
    };
    Err(Stop::Config(vec![Diagnostic::error(format!("there is no built-in file `{name}`")).hint(hint)]))
}
