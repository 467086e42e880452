//! Says which links of the finished site lead nowhere.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::urls;
use crate::diagnostic::{Diagnostic, Place};
use crate::digest::{Digest, Story};
use crate::pictures::Pictures;
use crate::site::{self, BrokenLink, Missing, Site};

/// One diagnostic for each target that is missing: an error where a template made the link, a warning where an author
/// wrote it.
pub(super) fn check(site: &Site, digest: &Digest, pictures: &Pictures, base_url: &str) -> Vec<Diagnostic> {
    let mut broken = site::broken_links(site, &urls::base_path(base_url));
    if broken.is_empty() {
        return Vec::new();
    }
    let stories: FxHashMap<&str, &Story> = digest.stories.iter().map(|s| (s.article.path.as_str(), s)).collect();
    broken.retain(|link| !stories.get(link.origin.as_str()).is_some_and(|story| is_told(story, link, pictures)));
    let mut by_target: BTreeMap<(bool, &str), Vec<&BrokenLink>> = BTreeMap::new();
    for link in &broken {
        let by_author = stories.get(link.origin.as_str()).is_some_and(|story| is_written(story, link));
        by_target.entry((by_author, &link.target)).or_default().push(link);
    }
    by_target.into_iter().map(|((by_author, _), links)| diagnostic(by_author, &links, &stories)).collect()
}

/// Whether it is a picture that is missing, which is an error already.
fn is_told(story: &Story, link: &BrokenLink, pictures: &Pictures) -> bool {
    let root = urls::root(&link.page);
    pictures.missing(&story.article).any(|url| urls::from_author(url, &root) == link.href)
}

/// Whether the author of the story wrote the link.
fn is_written(story: &Story, link: &BrokenLink) -> bool {
    let root = urls::root(&link.page);
    let image = story.article.meta.image.iter().map(|image| image.src.as_str());
    story.article.body.urls().chain(image).any(|url| urls::from_author(url, &root) == link.href)
}

fn diagnostic(by_author: bool, links: &[&BrokenLink], stories: &FxHashMap<&str, &Story>) -> Diagnostic {
    let Some(first) = links.first() else { return Diagnostic::note("no broken links") };
    let what = match first.missing {
        Missing::Page => "leads to no page or file of the site",
        Missing::Fragment => "leads to a place that the page does not have",
    };
    let more = match links.len() {
        1 => String::new(),
        n => format!(" and on {} more", n - 1),
    };
    let message = format!("the link `{}` {what}, on `{}`{more}", first.href, first.page);
    let diagnostic = if by_author {
        Diagnostic::warning(message).hint("correct the link in the article")
    } else {
        Diagnostic::error(message).hint("a link in a template is `{{ root }}` followed by the `url` of a page")
    };
    match stories.get(first.origin.as_str()) {
        Some(story) => diagnostic.at(place(by_author, story, &first.href)),
        None => diagnostic,
    }
}

/// Where the author wrote the link, as far as the text of the file shows it.
fn place(by_author: bool, story: &Story, href: &str) -> Place {
    let (path, source) = (&story.article.path, &story.article.source);
    let written = href.trim_start_matches("../").trim_start_matches("./");
    match source.find(written).filter(|_| by_author && !written.is_empty()) {
        Some(start) => Place::in_source(&**path, source, start..start + written.len()),
        None => Place::file(&**path),
    }
}
