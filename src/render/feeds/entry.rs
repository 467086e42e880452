//! What a feed says of an article, whatever its format.

use crate::config::{FeedContent, Settings};
use crate::digest::{Story, StoryId};
use crate::render::lookup::Lookup;
use crate::render::{article, dates, picture, urls};
use crate::source::ArticleDate;

/// An article as an entry of a feed; every URL is absolute.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub(super) title: &'a str,
    pub(super) url: String,
    /// The first address under which the article was published. It stays when the slug changes (there it redirects), so
    /// that readers do not show the article anew.
    pub(super) id: String,
    /// The original.
    pub(super) source: Option<&'a str>,
    /// Never empty: without a summary it is the headline.
    pub(super) summary: String,
    /// The whole text, when feeds show it.
    pub(super) html: Option<String>,
    pub(super) published: Option<&'a ArticleDate>,
    pub(super) updated: Option<&'a ArticleDate>,
    /// The later of the two, as far as stated.
    pub(super) last_change: Option<&'a ArticleDate>,
    pub(super) authors: &'a [String],
    /// Topics, then tags, each once.
    pub(super) terms: Vec<&'a str>,
    pub(super) image: Option<String>,
    pub(super) language: Option<&'a str>,
}

impl<'a> Entry<'a> {
    pub(super) fn new(id: StoryId, story: &'a Story, lookup: &Lookup<'a>, settings: &Settings) -> Self {
        let (base_url, article, meta) = (&settings.site.base_url, &story.article, &story.article.meta);
        let page = format!("{}/", story.slug);
        let absolute = |address: &str| urls::absolute(base_url, &page, address);
        let html = (settings.feeds.content == FeedContent::Full).then(|| {
            let html = article.body.to_html_with_pictures(
                &article.prose,
                &[],
                |address| absolute(&picture::linked(article, address, lookup.pictures, "/")).into(),
                |address| lookup.pictures.get(article, address).map(|found| picture::in_feed(found, base_url)),
            );
            // Quotes within the text are escaped, so this is found in tags only.
            html.replace(" href=\"#", &format!(" href=\"{}#", absolute("")))
        });
        let first_slug = story.old_slugs.last().unwrap_or(&story.slug);
        let summary = article::summary(story);
        Self {
            title: &story.analysis.headline.text,
            summary: if summary.is_empty() { story.analysis.headline.text.clone() } else { summary },
            source: meta.source.as_deref(),
            html,
            published: meta.date.as_ref(),
            updated: meta.updated.as_ref(),
            last_change: dates::last_change(meta),
            authors: &meta.authors,
            terms: article::labels(id, story, lookup),
            image: picture::permalink(article, &page, lookup.pictures, base_url),
            language: article::language_of(story),
            id: urls::absolute(base_url, &format!("{first_slug}/"), ""),
            url: absolute(""),
        }
    }
}

/// The latest of the dates at which the stories changed.
pub(super) fn newest<'a>(stories: impl Iterator<Item = &'a Story>) -> Option<&'a ArticleDate> {
    stories.filter_map(|story| dates::last_change(&story.article.meta)).max_by_key(|date| dates::instant(date))
}
