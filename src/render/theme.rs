//! The templates and the style sheet: those built in, and those of the user, which win.
//!
//! [`Theme::load`] reads a folder and does nothing else; [`Theme::new`] is pure. A built-in template that the user
//! replaced stays within reach as `builtin/NAME`, so that a template can extend it and override one block.

mod assets;
mod builtin;
mod overrides;
mod style;

use std::collections::BTreeMap;
use std::path::Path;

use tera::Tera;

use super::manifest::ICON;
use super::{functions, template_error};
use crate::config::ThemeSettings;
use crate::diagnostic::{Diagnostic, Place};
use assets::Assets;
pub use builtin::{Builtin, builtins};
pub use overrides::check;

/// The prefix under which the built-in templates are known.
pub(super) const BUILTIN: &str = "builtin/";

/// The built-in templates; the same files as in the folder `templates` of the repository.
const TEMPLATES: [(&str, &str); 18] = [
    ("404.html", include_str!("../../templates/404.html")),
    ("archive.html", include_str!("../../templates/archive.html")),
    ("article.html", include_str!("../../templates/article.html")),
    ("base.html", include_str!("../../templates/base.html")),
    ("brief.html", include_str!("../../templates/brief.html")),
    ("card.html", include_str!("../../templates/card.html")),
    ("headlines.html", include_str!("../../templates/headlines.html")),
    ("index.html", include_str!("../../templates/index.html")),
    ("letters.html", include_str!("../../templates/letters.html")),
    ("news.html", include_str!("../../templates/news.html")),
    ("pager.html", include_str!("../../templates/pager.html")),
    ("people.html", include_str!("../../templates/people.html")),
    ("person.html", include_str!("../../templates/person.html")),
    ("redirect.html", include_str!("../../templates/redirect.html")),
    ("search.html", include_str!("../../templates/search.html")),
    ("social.html", include_str!("../../templates/social.html")),
    ("subject.html", include_str!("../../templates/subject.html")),
    ("subjects.html", include_str!("../../templates/subjects.html")),
];

/// Empty built-in templates, which the others include: what users fill them with appears without copying anything.
const SLOTS: [(&str, &str); 4] = [
    ("article_after.html", include_str!("../../templates/article_after.html")),
    ("footer_extra.html", include_str!("../../templates/footer_extra.html")),
    ("head_extra.html", include_str!("../../templates/head_extra.html")),
    ("masthead_extra.html", include_str!("../../templates/masthead_extra.html")),
];

/// The built-in style sheet.
const STYLE: &str = include_str!("../../templates/style.css");

/// Parsed templates and the style sheet.
#[derive(Debug)]
pub struct Theme {
    pub(super) tera: Tera,
    /// The style sheet, and what the user adds to it.
    style: String,
    custom: Option<String>,
    /// An icon of the user, as SVG.
    pub(super) icon: Option<String>,
    assets: Assets,
    /// By the name that the engine knows them under.
    pub(super) sources: Sources,
}

/// Path and text of every template, by name; for messages.
pub(super) type Sources = BTreeMap<String, ThemeFile>;

/// A file of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFile {
    /// The path as people know it.
    pub path: String,
    pub text: String,
}

impl Theme {
    /// The theme that is built in.
    pub fn builtin() -> Self {
        // That the built-in templates fit together is seen to by the tests.
        Self::new(BTreeMap::new()).unwrap_or_else(|_| Self {
            tera: Tera::default(),
            style: STYLE.to_owned(),
            custom: None,
            icon: None,
            assets: Assets::new(),
            sources: Sources::new(),
        })
    }

    /// The built-in theme with the files of a user, by their names below the folder (`/` between the parts).
    ///
    /// A file named as a built-in one takes its place, also where built-in templates include or extend it. Other
    /// templates are there to be included. `style.css` replaces the style sheet, `custom.css` is added to it, `icon.svg`
    /// replaces the icon.
    ///
    /// # Errors
    /// Every template that does not parse, and every reference to what is not there.
    pub fn new(mut files: BTreeMap<String, ThemeFile>) -> Result<Self, Vec<Diagnostic>> {
        let style = files.remove("style.css").map_or_else(|| STYLE.to_owned(), |file| file.text);
        let custom = files.remove("custom.css").map(|file| file.text);
        let icon = files.remove(ICON).map(|file| file.text);
        let mut problems: Vec<Diagnostic> = files.iter().filter_map(|(name, file)| reserved(name, file)).collect();
        let sources = sources(files);
        for (name, file) in &sources {
            problems.extend(template_error::syntax(name, file, &sources));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut tera = Tera::default();
        functions::register(&mut tera);
        assets::register(&mut tera, &Assets::new());
        tera.set_fallback_prefixes([BUILTIN])
            .and_then(|()| tera.add_raw_templates(sources.iter().map(|(name, file)| (name, &file.text))))
            .map_err(|error| template_error::diagnostics(&error, &sources))?;
        Ok(Self { tera, style, custom, icon, assets: Assets::new(), sources })
    }

    /// The theme with files that are published as they are.
    fn with(mut self, assets: Assets) -> Self {
        assets::register(&mut self.tera, &assets);
        Self { assets, ..self }
    }

    /// For tests: with an empty file that is published.
    #[cfg(test)]
    pub(super) fn with_asset(self, name: &str) -> Self {
        self.with(Assets::from([(name.to_owned(), Vec::new())]))
    }

    /// The files that are published as they are, by their paths in the site.
    pub(super) fn assets(&self) -> impl Iterator<Item = (String, &[u8])> {
        self.assets.iter().map(|(name, bytes)| (format!("{}{name}", assets::FOLDER), bytes.as_slice()))
    }

    /// The style sheet with what the settings say, and at the end the user's `custom.css`, which so wins.
    pub(super) fn style_sheet(&self, settings: &ThemeSettings) -> String {
        let mut style = self.style.clone() + &style::rules(settings);
        if let Some(custom) = &self.custom {
            style.push('\n');
            style.push_str(custom);
        }
        style
    }

    /// Reads the folder of a user's theme; the built-in theme when there is none.
    ///
    /// # Errors
    /// Files that cannot be read, and what [`Theme::new`] finds wrong.
    pub fn load(folder: Option<&Path>) -> Result<Self, Vec<Diagnostic>> {
        let theme = Self::new(read_all(folder)?)?;
        Ok(theme.with(folder.map(assets::read).transpose()?.unwrap_or_default()))
    }
}

/// The files of a user's theme, by their names; none when there is no folder.
///
/// # Errors
/// Files that cannot be read.
pub fn read_all(folder: Option<&Path>) -> Result<BTreeMap<String, ThemeFile>, Vec<Diagnostic>> {
    let mut files = BTreeMap::new();
    let mut problems = Vec::new();
    let Some(folder) = folder.filter(|folder| folder.exists()) else { return Ok(files) };
    for entry in walkdir::WalkDir::new(folder).follow_links(true).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_file() => match read(folder, entry.path()) {
                Ok(file) => files.extend(file),
                Err(problem) => problems.push(problem),
            },
            Ok(_) => {}
            Err(error) => problems.push(Diagnostic::error(format!("cannot read the theme: {error}"))),
        }
    }
    if problems.is_empty() { Ok(files) } else { Err(problems) }
}

/// Name and contents of a file; `None` if it is no part of a theme.
fn read(folder: &Path, path: &Path) -> Result<Option<(String, ThemeFile)>, Diagnostic> {
    let parts = path.strip_prefix(folder).unwrap_or(path).iter().map(|part| part.to_string_lossy());
    let name = parts.collect::<Vec<_>>().join("/");
    if name.starts_with(assets::FOLDER) {
        return Ok(None);
    }
    let is_template = name.ends_with(".html") || name.ends_with(".xml");
    if !is_template && !["style.css", "custom.css", ICON].contains(&name.as_str()) {
        return Ok(None);
    }
    let shown = path.to_string_lossy().replace('\\', "/");
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some((name, ThemeFile { path: shown, text }))),
        Err(error) => Err(Diagnostic::error(format!("cannot read the template: {error}")).at(Place::file(shown))),
    }
}

fn sources(files: BTreeMap<String, ThemeFile>) -> Sources {
    let builtin = TEMPLATES.iter().chain(&SLOTS).map(|(name, text)| {
        let name = format!("{BUILTIN}{name}");
        (name.clone(), ThemeFile { path: name, text: (*text).to_owned() })
    });
    builtin.chain(files.into_iter().filter(|(name, _)| !name.starts_with(BUILTIN))).collect()
}

fn reserved(name: &str, file: &ThemeFile) -> Option<Diagnostic> {
    name.starts_with(BUILTIN).then(|| {
        Diagnostic::error(format!("the names under `{BUILTIN}` belong to the built-in templates"))
            .at(Place::file(&*file.path))
            .hint(format!("move it to `{}`, which takes the place of the built-in one", &name[BUILTIN.len()..]))
    })
}
