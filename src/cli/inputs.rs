//! From the folders of a project to what a build needs, in memory.

use std::path::{Path, PathBuf};

use super::Stop;
use super::project::{Project, shown};
use crate::diagnostic::{Diagnostic, Severity};
use crate::digest::Published;
use crate::output::{self, Folders};
use crate::render::Theme;
use crate::{Inputs, pictures, source};

/// The folders of a build, as people name them.
#[derive(Clone, Debug)]
pub(super) struct Paths {
    pub(super) root: PathBuf,
    pub(super) seeds: PathBuf,
    pub(super) templates: PathBuf,
    pub(super) output: PathBuf,
}

impl Paths {
    /// The folders that flags name, and those of the project for the others.
    pub(super) fn new(
        project: &Project,
        seeds: &Option<PathBuf>,
        templates: &Option<PathBuf>,
        output: &Option<PathBuf>,
    ) -> Self {
        let or = |path: &Option<PathBuf>, name| path.clone().unwrap_or_else(|| project.root.join(name));
        Self {
            root: project.root.clone(),
            seeds: seeds.clone().unwrap_or_else(|| project.seeds()),
            templates: or(templates, "templates"),
            output: or(output, "public"),
        }
    }

    pub(super) fn folders(&self) -> Folders<'_> {
        Folders { root: &self.root, seeds: &self.seeds, templates: &self.templates, output: &self.output }
    }

    /// Finds out before the work that there are no articles.
    pub(super) fn check_seeds(&self) -> Result<(), Stop> {
        if self.seeds.is_dir() {
            return Ok(());
        }
        let problem = Diagnostic::error(format!("there is no folder `{}` with articles", shown(&self.seeds)))
            .hint("`standfirst init` begins a project, `--root` and `--seeds` name another folder");
        Err(Stop::Config(vec![problem]))
    }
}

/// Reads articles, templates and published slugs, and gives what is wrong with them.
///
/// # Errors
/// When the seeds folder cannot be listed or the slugs cannot be read.
pub(super) fn read(paths: &Paths) -> Result<(Inputs, Vec<Diagnostic>), Stop> {
    let reading = source::read_all(&paths.seeds, &shown(&paths.seeds))?;
    let mut problems = reading.diagnostics;
    if reading.files.is_empty() && !problems.iter().any(|problem| problem.severity == Severity::Error) {
        problems.push(no_articles(&paths.seeds));
    }
    let theme = Theme::load(Some(&paths.templates).filter(|folder| folder.is_dir()).map(PathBuf::as_path));
    let published = Published::parse(&output::load_slugs(&paths.folders())?);
    let theme = theme.unwrap_or_else(|found| {
        problems.extend(found);
        Theme::builtin()
    });
    let pictures = pictures::Folder {
        files: reading.pictures,
        shown_as: shown(&paths.seeds),
        cache: Some(pictures::cache_folder(&paths.root)),
    };
    Ok((Inputs { files: reading.files, published, theme, pictures }, problems))
}

fn no_articles(seeds: &Path) -> Diagnostic {
    Diagnostic::error(format!("there is no article in `{}`", shown(seeds)))
        .hint("put `.txt` or `.md` files there; the site was left as it was")
}
