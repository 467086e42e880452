//! The feeds of the site, of each topic and of each person: which there are, and their files.
//!
//! Feeds need absolute URLs, so there are none without a `base_url`. No date is ever invented: what a format cannot say
//! of an undated article decides whether the article stands in it.
//!
//! - **JSON Feed** and **RSS** ask for no date: undated articles come after the dated ones, without one.
//! - **Atom** asks for one: undated articles are left out, and where no article has a date there is no Atom feed.
//!
//! Topics and persons of few articles have none: most persons are named once, and would fill a site with feeds that
//! nobody can follow. Each article is written once in every format and shared by all feeds that it stands in.

mod atom;
mod entry;
mod json_feed;
mod rss;

use rayon::prelude::*;

use super::lookup::Lookup;
use super::plan::SubjectKind;
use super::{Extra, dates, urls};
use crate::config::{FeedFormat, Settings};
use crate::digest::{Digest, PersonEntry, StoryId, Subject};
use entry::Entry;

/// All feeds; none of any kind when the site has no `base_url` or wants no format.
#[derive(Debug, Default)]
pub(super) struct Feeds {
    pub(super) site: Option<Feed>,
    /// By the index of the topic; `None` for one with too few articles.
    pub(super) topics: Vec<Option<Feed>>,
    /// By the index of the person; likewise.
    pub(super) people: Vec<Option<Feed>>,
}

/// What the feeds of one page, in all formats, have in common.
#[derive(Debug)]
pub(super) struct Feed {
    /// Of the page.
    url: String,
    pub(super) title: String,
    description: String,
    /// The newest, as many as a feed may hold; undated ones after all others.
    stories: Vec<StoryId>,
    /// The newest that can stand in Atom.
    dated: Vec<StoryId>,
    /// Those that can be made.
    pub(super) formats: Vec<FeedFormat>,
}

/// The texts that are the same in all feeds of a site.
#[derive(Debug)]
struct Channel<'a> {
    base_url: &'a str,
    site_title: &'a str,
    language: &'a str,
}

impl FeedFormat {
    /// The name of its file, beside the page.
    fn file(self) -> &'static str {
        match self {
            Self::Atom => "atom.xml",
            Self::Rss => "rss.xml",
            Self::Json => "feed.json",
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Atom => "Atom",
            Self::Rss => "RSS",
            Self::Json => "JSON Feed",
        }
    }

    pub(super) fn media_type(self) -> &'static str {
        match self {
            Self::Atom => "application/atom+xml",
            Self::Rss => "application/rss+xml",
            Self::Json => "application/feed+json",
        }
    }
}

impl Feeds {
    /// Says which feeds there are.
    pub(super) fn plan(digest: &Digest, settings: &Settings) -> Self {
        if settings.site.base_url.is_empty() || settings.feeds.formats.is_empty() {
            return Self::default();
        }
        let plan = Plan { digest, settings };
        Self {
            site: Some(plan.site()),
            topics: digest.topics.par_iter().map(|topic| plan.topic(topic)).collect(),
            people: digest.people.par_iter().map(|person| plan.person(person)).collect(),
        }
    }

    fn all(&self) -> impl Iterator<Item = &Feed> {
        self.site.iter().chain(self.topics.iter().chain(&self.people).flatten())
    }

    /// The files of all feeds.
    pub(super) fn files(&self, digest: &Digest, lookup: &Lookup<'_>, settings: &Settings) -> Vec<Extra> {
        if self.site.is_none() {
            return Vec::new();
        }
        let site = &settings.site;
        let channel = Channel { base_url: &site.base_url, site_title: &site.title, language: &site.language };
        let formats = &settings.feeds.formats;
        let feeds: Vec<&Feed> = self.all().collect();
        let is_wanted = wanted(&feeds, digest.stories.len());
        let entries: Vec<Written> = digest
            .stories
            .par_iter()
            .zip(is_wanted)
            .enumerate()
            .map(|(id, (story, is_wanted))| match is_wanted {
                true => Written::new(&Entry::new(id as StoryId, story, lookup, settings), formats, &channel),
                false => Written::default(),
            })
            .collect();
        let file = |feed: &Feed, format: FeedFormat| Extra {
            path: feed.path(format),
            bytes: feed.document(format, &entries, digest, &channel).into_bytes(),
            origin: format!("the {} of {}", format.name(), feed.title),
        };
        feeds.par_iter().flat_map_iter(|feed| feed.formats.iter().map(move |format| file(feed, *format))).collect()
    }
}

/// Which stories stand in any feed.
fn wanted(feeds: &[&Feed], len: usize) -> Vec<bool> {
    let mut is_wanted = vec![false; len];
    for id in feeds.iter().flat_map(|feed| feed.stories.iter().chain(&feed.dated)) {
        is_wanted[*id as usize] = true;
    }
    is_wanted
}

/// Makes the plan.
struct Plan<'a> {
    digest: &'a Digest,
    settings: &'a Settings,
}

impl Plan<'_> {
    fn site(&self) -> Feed {
        let site = &self.settings.site;
        self.feed(String::new(), site.title.clone(), site.description.clone(), 0..self.digest.stories.len() as StoryId)
    }

    fn topic(&self, topic: &Subject) -> Option<Feed> {
        if topic.stories.len() < self.settings.feeds.min_articles {
            return None;
        }
        let (url, title) = (format!("{}/{}/", SubjectKind::Topic.plural(), topic.slug), self.title(&topic.label));
        Some(self.feed(url, title, format!("Articles about {}", topic.label), topic.stories.iter().copied()))
    }

    fn person(&self, person: &PersonEntry) -> Option<Feed> {
        if (person.story_count as usize) < self.settings.feeds.min_articles {
            return None;
        }
        let mut stories: Vec<StoryId> = person.appearances.iter().map(|(story, _)| *story).collect();
        stories.dedup();
        let (url, description) = (format!("people/{}/", person.slug), format!("Articles that name {}", person.name));
        Some(self.feed(url, self.title(&person.name), description, stories.into_iter()))
    }

    /// The title of a part of the site.
    fn title(&self, part: &str) -> String {
        format!("{part} – {}", self.settings.site.title)
    }

    fn feed(
        &self,
        url: String,
        title: String,
        description: String,
        stories: impl Iterator<Item = StoryId> + Clone,
    ) -> Feed {
        let is_dated = |id: &StoryId| dates::last_change(&self.digest.stories[*id as usize].article.meta).is_some();
        let feeds = &self.settings.feeds;
        let dated: Vec<StoryId> = stories.clone().filter(is_dated).take(feeds.max).collect();
        let can_be = |format: &FeedFormat| *format != FeedFormat::Atom || !dated.is_empty();
        let formats = feeds.formats.iter().copied().filter(can_be).collect();
        let description = if description.is_empty() { title.clone() } else { description };
        Feed { url, title, description, stories: stories.take(feeds.max).collect(), dated, formats }
    }
}

impl Feed {
    /// The path of the file from the front page.
    pub(super) fn path(&self, format: FeedFormat) -> String {
        format!("{}{}", self.url, format.file())
    }

    fn document(&self, format: FeedFormat, entries: &[Written], digest: &Digest, channel: &Channel<'_>) -> String {
        let written = |id: &StoryId| &entries[*id as usize];
        let stories = &self.stories;
        match format {
            FeedFormat::Atom => {
                let newest = entry::newest(self.dated.iter().map(|id| &digest.stories[*id as usize]));
                atom::document(self, channel, newest, self.dated.iter().map(|id| written(id).atom.as_str()))
            }
            FeedFormat::Rss => {
                let newest = entry::newest(stories.iter().map(|id| &digest.stories[*id as usize]));
                rss::document(self, channel, newest, stories.iter().map(|id| written(id).rss.as_str()))
            }
            FeedFormat::Json => json_feed::document(self, channel, stories.iter().map(|id| written(id).json.as_str())),
        }
    }
}

impl Channel<'_> {
    fn permalink(&self, url: &str) -> String {
        urls::permalink(self.base_url, url).unwrap_or_default()
    }
}

/// An article in each format; empty in those that are not wanted or cannot be.
#[derive(Debug, Default)]
struct Written {
    atom: String,
    rss: String,
    json: String,
}

impl Written {
    fn new(entry: &Entry<'_>, formats: &[FeedFormat], channel: &Channel<'_>) -> Self {
        let mut written = Self::default();
        for format in formats {
            match format {
                FeedFormat::Atom => written.atom = atom::entry(entry, channel),
                FeedFormat::Rss => written.rss = rss::item(entry),
                FeedFormat::Json => written.json = json_feed::item(entry),
            }
        }
        written
    }
}

#[cfg(test)]
mod tests;
