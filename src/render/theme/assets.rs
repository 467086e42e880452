//! Files of a user's theme that are published as they are: fonts, logos, scripts.

use std::collections::BTreeMap;
use std::path::Path;

use tera::{Error, Kwargs, State, Tera, TeraResult};

use crate::diagnostic::{Diagnostic, nearest, plainly};
use crate::render::functions::{field, from_page};

/// The folder within the theme that holds them, and within the site.
pub(super) const FOLDER: &str = "assets/";

/// Contents by path below [`FOLDER`].
pub(super) type Assets = BTreeMap<String, Vec<u8>>;

/// Reads them; hidden files are left out.
pub(super) fn read(theme: &Path) -> Result<Assets, Vec<Diagnostic>> {
    let folder = theme.join(FOLDER);
    let (mut assets, mut problems) = (Assets::new(), Vec::new());
    let is_shown = |entry: &walkdir::DirEntry| !entry.file_name().to_string_lossy().starts_with('.');
    let entries = walkdir::WalkDir::new(&folder).follow_links(true).sort_by_file_name().into_iter();
    for entry in entries.filter_entry(is_shown).filter(|_| folder.is_dir()) {
        let bytes = match entry {
            Ok(entry) if entry.file_type().is_file() => std::fs::read(entry.path()).map(|bytes| Some((entry, bytes))),
            Ok(_) => Ok(None),
            Err(error) => Err(error.into()),
        };
        match bytes {
            Ok(Some((entry, bytes))) => {
                let parts = entry.path().strip_prefix(&folder).unwrap_or(entry.path());
                let parts: Vec<_> = parts.iter().map(|part| part.to_string_lossy()).collect();
                assets.insert(parts.join("/"), bytes);
            }
            Ok(None) => {}
            Err(error) => problems.push(Diagnostic::error(format!("cannot read the theme: {}", plainly(&error)))),
        }
    }
    if problems.is_empty() { Ok(assets) } else { Err(problems) }
}

/// Makes `asset(path="logo.svg")` known to the engine: a link to a file of the theme, or else of the site; `style.css` is
/// the style sheet by the name that it has.
pub(super) fn register(tera: &mut Tera, assets: &Assets) {
    let names: Vec<String> = assets.keys().cloned().collect();
    tera.register_function("asset", move |arguments: Kwargs, state: &State| asset(&names, &arguments, state));
}

fn asset(names: &[String], arguments: &Kwargs, state: &State) -> TeraResult<String> {
    let path = arguments.must_get::<&str>("path")?.trim_start_matches('/');
    if path == "style.css" {
        let site = state.get::<tera::Value>("site")?;
        return from_page(site.as_ref().and_then(|site| field(site, "stylesheet")).unwrap_or(path), state);
    }
    let name = path.strip_prefix(FOLDER).unwrap_or(path);
    if names.iter().any(|known| known == name) {
        return from_page(&format!("{FOLDER}{name}"), state);
    }
    let near = nearest(name, names.iter().map(String::as_str)).map(|near| format!(", but `{near}`"));
    let near = near.unwrap_or_default();
    Err(Error::message(format!("there is no file `templates/{FOLDER}{name}`{near}")))
}
