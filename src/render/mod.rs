//! From [`crate::digest::Digest`] to [`crate::site::Site`]: page plan, theme, views. Pure.
//!
//! The plan says which pages there are, each page is made by itself and in parallel, and the pages are joined in the
//! order of the plan. Only [`Theme::load`] touches the disk. This room states nothing: it shows what was found.

mod across;
mod archive;
mod article;
mod context;
mod coverage;
mod dates;
mod feeds;
mod front;
mod functions;
mod groups;
mod json_ld;
mod links;
mod lint;
mod lookup;
mod manifest;
mod names;
mod opensearch;
mod picture;
mod plan;
mod schema;
mod search;
mod sections;
mod sitemap;
mod template_error;
mod theme;
mod timeline;
mod urls;
pub mod views;
mod xml;

pub use theme::{Builtin, Theme, ThemeFile, builtins, check as check_theme, read_all as read_theme};
#[cfg(feature = "serve")]
pub(crate) use urls::base_path;

use rayon::prelude::*;

use crate::config::{FeedSettings, Settings};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::digest::Digest;
use crate::pictures::Pictures;
use crate::site::{Collision, Site};
use context::Contexts;
use feeds::Feeds;

/// A file beside the pages, ready to be added to the site.
#[derive(Debug)]
struct Extra {
    path: String,
    bytes: Vec<u8>,
    /// A phrase, for messages.
    origin: String,
}

/// Makes the site: all pages, the style sheet, the pictures, the feeds, the search index, and what crawlers and browsers
/// ask for.
///
/// Errors are templates that fail, two pages for one path, and links of the site that lead nowhere; a link that an
/// author wrote and that leads nowhere is a warning.
pub fn render(digest: &Digest, mut pictures: Pictures, theme: &Theme, settings: &Settings) -> (Site, Vec<Diagnostic>) {
    let (pages, mut diagnostics) = plan::pages(digest, &settings.index, search::is_wanted(digest, settings));
    let style = theme.style_sheet(&settings.theme);
    let style_path = format!("style.{}.css", fingerprint(style.as_bytes()));
    let shown: Vec<_> = pictures.take_files().map(|(path, bytes, origin)| Extra { path, bytes, origin }).collect();
    let feeds = Feeds::plan(digest, settings);
    let has_opensearch = opensearch::is_wanted(&pages, &settings.site);
    let contexts = Contexts::new(digest, &pictures, settings, &style_path, &feeds, has_opensearch);
    let (made, index) = rayon::join(
        || pages.par_iter().map(|page| contexts.render(page, theme)).collect::<Vec<_>>(),
        || search::files(digest, settings),
    );

    let mut extras = beside(digest, &pages, &contexts, &feeds, theme, settings);
    extras.extend(shown);
    match index {
        Ok(files) => extras.extend(files),
        Err(problem) => diagnostics.push(problem),
    }
    let mut site = Site::default();
    let mut failures = template_error::Failures::default();
    let mut collisions: Vec<Collision> = Vec::new();
    collisions.extend(site.add(style_path.clone(), style.into(), "the style sheet".into()).err());
    for extra in extras {
        collisions.extend(site.add(extra.path, extra.bytes, extra.origin).err());
    }
    for (page, made) in pages.into_iter().zip(made) {
        match made {
            Ok(bytes) => collisions.extend(site.add(page.path, bytes, page.origin).err()),
            Err(failure) => failures.add(&failure, &page.origin, &theme.sources),
        }
    }
    diagnostics.extend(without_address(settings));
    diagnostics.extend(sections::check(&settings.theme.sections, digest));
    diagnostics.extend(failures.into_diagnostics(&theme.sources));
    diagnostics.extend(collisions.into_iter().map(|collision| two_pages(collision, digest)));
    if !diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        // Where pages are missing, links to them say nothing new.
        diagnostics.extend(links::check(&site, digest, &pictures, &settings.site.base_url));
    }
    (site, diagnostics)
}

/// The feeds, what crawlers and browsers ask for, and the files of the theme.
fn beside(
    digest: &Digest,
    pages: &[plan::Page],
    contexts: &Contexts<'_>,
    feeds: &Feeds,
    theme: &Theme,
    settings: &Settings,
) -> Vec<Extra> {
    let mut extras = feeds.files(digest, &contexts.lookup, settings);
    extras.extend(sitemap::files(pages, digest, &settings.site));
    if opensearch::is_wanted(pages, &settings.site) {
        extras.push(opensearch::file(&settings.site));
    }
    extras.extend(manifest::files(settings, theme.icon.as_deref()));
    let asset =
        |(path, bytes): (String, &[u8])| Extra { origin: format!("the theme's {path}"), path, bytes: bytes.to_vec() };
    extras.extend(theme.assets().map(asset));
    extras
}

/// What is not made for want of the address of the site; a warning when it was asked for.
fn without_address(settings: &Settings) -> Option<Diagnostic> {
    let feeds = &settings.feeds;
    let problem = match () {
        () if !settings.site.base_url.is_empty() => return None,
        () if settings.site.build_date.is_some() => {
            Diagnostic::warning("a build date is set, but there is no news sitemap without `base_url`")
        }
        () if *feeds != FeedSettings::default() && !feeds.formats.is_empty() => {
            Diagnostic::warning("`feeds` is set, but there are no feeds without `base_url`")
        }
        () => Diagnostic::note("no feeds, no sitemap and no `robots.txt`: they need `base_url`, which is not set"),
    };
    Some(problem.hint("set `base_url` to where the site will be published"))
}

fn two_pages(collision: Collision, digest: &Digest) -> Diagnostic {
    let Collision { path, first, second } = collision;
    let is_article = |origin: &&String| digest.stories.iter().any(|story| story.article.path == **origin);
    let place = [&second, &first].into_iter().find(is_article).map(Place::file);
    let diagnostic = Diagnostic::error(format!("`{path}` would be made twice, from {first} and from {second}"))
        .hint("give the article another `slug` or remove the alias");
    match place {
        Some(place) => diagnostic.at(place),
        None => diagnostic,
    }
}

/// A short name for contents, which changes with them (FNV-1a).
fn fingerprint(bytes: &[u8]) -> String {
    let hash = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{:08x}", (hash >> 32) as u32 ^ hash as u32)
}

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;
