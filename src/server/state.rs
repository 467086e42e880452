//! What is served at a moment: the last good site, and what is wrong since. Pure.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Rebuilt;
use crate::site::{File, Site};

/// What is served; never changed, but replaced as a whole.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    /// Empty until a build is good.
    pub(super) site: Arc<Site>,
    /// The path within the host at which the site stands, with a slash at both ends.
    pub(super) base: String,
    /// The path of the style sheet in the site.
    pub(super) style: String,
    /// Changes whenever a page is not what it was, but for the name of its style sheet.
    pub(super) version: u32,
    /// The problems that keep the site from being built, as text.
    pub(super) problems: Option<String>,
    /// Pages that are at another path now, with the source that they were made from.
    pub(super) moved: BTreeMap<String, String>,
}

/// What is served after a build.
pub(super) fn next(state: &State, rebuilt: Rebuilt) -> State {
    let (site, base) = match rebuilt {
        Rebuilt::Bad { problems } => return State { problems: Some(problems), ..state.clone() },
        Rebuilt::Good { site, base } => (site, base),
    };
    let style = style_of(&site).unwrap_or_default().to_owned();
    let same = base == state.base && same_but_for_style(&state.site, &site, &state.style, &style);
    State {
        version: if same { state.version } else { state.version.wrapping_add(1) },
        moved: moved(state, &site),
        problems: None,
        site: Arc::new(site),
        base,
        style,
    }
}

fn style_of(site: &Site) -> Option<&str> {
    let is_style = |path: &str| path.ends_with(".css") && !path.contains('/');
    site.files().map(|(path, _)| path).find(|path| is_style(path))
}

/// Whether nothing but the style sheet changed: its text, and its name wherever pages link it.
fn same_but_for_style(old: &Site, new: &Site, old_style: &str, new_style: &str) -> bool {
    let pages = |site, style| Site::files(site).filter(move |(path, _)| *path != style);
    old.len() == new.len()
        && pages(old, old_style).zip(pages(new, new_style)).all(|(old, new)| {
            old.0 == new.0 && same_page(&old.1.bytes, &new.1.bytes, old_style.as_bytes(), new_style.as_bytes())
        })
}

fn same_page(mut old: &[u8], mut new: &[u8], old_style: &[u8], new_style: &[u8]) -> bool {
    if old == new {
        return true;
    }
    while !old.is_empty() && !old_style.is_empty() {
        // Up to the first difference, which must lie within the name.
        let same = old.iter().zip(new).take_while(|(a, b)| a == b).count();
        let common = old_style.iter().zip(new_style).take_while(|(a, b)| a == b).count();
        let start = same.saturating_sub(common);
        match (old[start..].strip_prefix(old_style), new[start..].strip_prefix(new_style)) {
            (Some(rest_old), Some(rest_new)) => (old, new) = (rest_old, rest_new),
            _ => return old == new,
        }
    }
    old == new
}

/// The paths that pages were at before, and no page is at now.
fn moved(state: &State, site: &Site) -> BTreeMap<String, String> {
    let before = state.site.files().map(|(path, file)| (path.to_owned(), file.origin.clone()));
    let origins: BTreeSet<&str> = site.files().map(|(_, file)| file.origin.as_str()).collect();
    let lasting = |(path, origin): &(String, String)| !site.contains(path) && origins.contains(origin.as_str());
    state.moved.clone().into_iter().chain(before).filter(lasting).collect()
}

/// The path of the page that took the place of the one at `path`.
pub(super) fn moved_to<'a>(state: &'a State, path: &str) -> Option<&'a str> {
    let origin = state.moved.get(path)?;
    let is_it = |file: &File| file.origin == *origin;
    state.site.files().find(|(path, file)| is_it(file) && path.ends_with("/index.html")).map(|(path, _)| path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good(files: &[(&str, &str)]) -> Rebuilt {
        let mut site = Site::default();
        for (path, text) in files {
            let origin = if path.starts_with("a-") { "seeds/a.txt" } else { path };
            site.add((*path).to_owned(), (*text).into(), origin.to_owned()).unwrap();
        }
        Rebuilt::Good { site, base: "/".to_owned() }
    }

    fn after(builds: Vec<Rebuilt>) -> State {
        builds.into_iter().fold(State::default(), |state, rebuilt| next(&state, rebuilt))
    }

    const ONE: [(&str, &str); 2] = [("index.html", "<link style.12.css><b>"), ("style.12.css", "p")];

    #[test]
    fn a_bad_build_keeps_the_site_and_a_good_one_clears_the_problems() {
        let bad = || Rebuilt::Bad { problems: "no".to_owned() };
        let state = after(vec![good(&ONE), bad()]);
        assert!(state.site.contains("index.html"));
        assert_eq!((state.problems.as_deref(), state.version), (Some("no"), 1));
        let state = after(vec![good(&ONE), bad(), good(&ONE)]);
        assert_eq!((state.problems, state.version), (None, 1));
    }

    #[test]
    fn a_new_style_sheet_is_no_new_version_of_the_pages() {
        let restyled = good(&[("index.html", "<link style.13.css><b>"), ("style.13.css", "q")]);
        let state = after(vec![good(&ONE), restyled]);
        assert_eq!((state.version, state.style.as_str()), (1, "style.13.css"));
        let rewritten = good(&[("index.html", "<link style.13.css><i>"), ("style.13.css", "q")]);
        assert_eq!(after(vec![good(&ONE), rewritten]).version, 2);
        let more = good(&[ONE[0], ONE[1], ("x.html", "")]);
        assert_eq!(after(vec![good(&ONE), more]).version, 2);
    }

    #[test]
    fn a_page_is_found_at_its_new_path() {
        let at = |path| good(&[(path, "text")]);
        let state = after(vec![at("a-1/index.html"), at("a-2/index.html"), at("a-3/index.html")]);
        assert_eq!(moved_to(&state, "a-1/index.html"), Some("a-3/index.html"));
        assert_eq!(moved_to(&state, "a-2/index.html"), Some("a-3/index.html"));
        assert_eq!(moved_to(&state, "a-3/index.html"), None);
        assert_eq!(moved_to(&state, "other"), None);
        let back = after(vec![at("a-1/index.html"), at("a-2/index.html"), at("a-1/index.html")]);
        assert_eq!(moved_to(&back, "a-1/index.html"), None);
    }
}
