//! `config.yaml` and flags, checked: what was typed becomes what it means.
//!
//! [`RawConfig`] is what was typed, [`Settings`] what it means; no stage below sees anything but its part of [`Settings`].

pub(crate) mod colour;
mod raw;
mod theme;

use std::collections::BTreeMap;

pub use colour::Colour;
pub use raw::{RawConfig, RawFeeds, RawIndex, RawRelated, RawSubjects, RawSummary, RawTheme};
pub(crate) use raw::{base_url, date_format, day};
pub use theme::{DateFormats, ThemeSettings};

/// Checked settings of a build; every stage gets its own part.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Settings {
    pub site: SiteSettings,
    pub index: IndexSettings,
    pub feeds: FeedSettings,
    pub summary: SummarySettings,
    pub people: PeopleSettings,
    pub topics: TopicSettings,
    pub tags: TagSettings,
    pub related: RelatedSettings,
    pub source: SourceSettings,
    pub theme: ThemeSettings,
    /// Whether the site can be searched.
    pub search: SearchSettings,
}

/// What the site says of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteSettings {
    pub title: String,
    pub description: String,
    /// Absolute URL with a trailing slash, e.g. `https://host/repo/`; empty when not set. Links between pages are relative
    /// either way.
    pub base_url: String,
    /// BCP 47 code of the site's own words and of articles whose language cannot be told.
    pub language: String,
    /// The day on which the site is published, as it was told; a build reads no clock.
    pub build_date: Option<jiff::civil::Date>,
    /// Free fields for templates.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// The front page.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct IndexSettings {
    /// Articles on one page of the index; 0 puts all on one.
    pub paginate_by: usize,
}

/// The feeds of the site, of each topic and of each person; made only when the site has a `base_url`.
#[derive(Clone, Debug, PartialEq)]
pub struct FeedSettings {
    pub content: FeedContent,
    /// Most articles in one feed.
    pub max: usize,
    /// Articles that a topic or person needs to have feeds of its own.
    pub min_articles: usize,
    /// Each once; none makes no feed.
    pub formats: Vec<FeedFormat>,
}

/// What a feed shows of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FeedContent {
    #[default]
    Summary,
    /// The summary, and the whole text.
    Full,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedFormat {
    Atom,
    Rss,
    Json,
}

/// How long a summary is.
#[derive(Clone, Debug, PartialEq)]
pub struct SummarySettings {
    pub sentences: usize,
    pub max_words: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PeopleSettings {
    /// Most people in a box.
    pub max: usize,
    /// Names never shown.
    pub ignore: Vec<String>,
    /// Other name -> name to show.
    pub aliases: BTreeMap<String, String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TopicSettings {
    pub max: usize,
    /// Labels never shown.
    pub ignore: Vec<String>,
    /// Label of the vocabulary -> label to show.
    pub aliases: BTreeMap<String, String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TagSettings {
    pub max: usize,
    pub ignore: Vec<String>,
    pub aliases: BTreeMap<String, String>,
    /// Stories that a tag needs to have a page of its own.
    pub min_articles: usize,
}

/// What else there is on the subject of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct RelatedSettings {
    /// Most related articles on a page; 0 lists none, of the same event neither.
    pub max: usize,
}

/// The search page and its index.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchSettings {
    pub enabled: bool,
}

/// How articles are read.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct SourceSettings {
    /// Keep raw HTML in Markdown as it is.
    pub unsafe_html: bool,
    /// Keep drafts.
    pub drafts: bool,
}

impl Settings {
    /// What was typed, with defaults for the rest.
    pub fn new(raw: RawConfig) -> Self {
        let site = SiteSettings::default();
        let feeds = FeedSettings::default();
        let summary = SummarySettings::default();
        let people = PeopleSettings::default();
        let topics = TopicSettings::default();
        let tags = TagSettings::default();
        let related = RelatedSettings::default();
        Self {
            site: SiteSettings {
                title: raw.title.filter(|title| !title.is_empty()).unwrap_or(site.title),
                description: raw.description.unwrap_or(site.description),
                base_url: raw.base_url.unwrap_or(site.base_url),
                language: raw.language.unwrap_or(site.language),
                build_date: raw.build_date.or(site.build_date),
                extra: raw.extra.unwrap_or(site.extra),
            },
            index: IndexSettings { paginate_by: raw.index.paginate_by.unwrap_or_default() },
            feeds: FeedSettings {
                content: raw.feeds.content.unwrap_or(feeds.content),
                max: raw.feeds.max.unwrap_or(feeds.max),
                min_articles: raw.feeds.min_articles.unwrap_or(feeds.min_articles),
                formats: raw.feeds.formats.unwrap_or(feeds.formats),
            },
            summary: SummarySettings {
                sentences: raw.summary.sentences.unwrap_or(summary.sentences),
                max_words: raw.summary.max_words.unwrap_or(summary.max_words),
            },
            people: PeopleSettings {
                max: raw.people.max.unwrap_or(people.max),
                ignore: raw.people.ignore.unwrap_or_default(),
                aliases: raw.people.aliases.unwrap_or_default(),
            },
            topics: TopicSettings {
                max: raw.topics.max.unwrap_or(topics.max),
                ignore: raw.topics.ignore.unwrap_or_default(),
                aliases: raw.topics.aliases.unwrap_or_default(),
            },
            tags: TagSettings {
                max: raw.tags.max.unwrap_or(tags.max),
                ignore: raw.tags.ignore.unwrap_or_default(),
                aliases: raw.tags.aliases.unwrap_or_default(),
                min_articles: raw.tags.min_articles.unwrap_or(tags.min_articles),
            },
            related: RelatedSettings { max: raw.related.max.unwrap_or(related.max) },
            source: SourceSettings {
                unsafe_html: raw.unsafe_html.unwrap_or(false),
                drafts: raw.drafts.unwrap_or(false),
            },
            theme: ThemeSettings::new(raw.theme),
            search: SearchSettings { enabled: raw.search.unwrap_or(SearchSettings::default().enabled) },
        }
    }
}

impl Default for SiteSettings {
    fn default() -> Self {
        Self {
            title: "News digest".to_owned(),
            description: String::new(),
            base_url: String::new(),
            language: "en".to_owned(),
            build_date: None,
            extra: serde_json::Map::new(),
        }
    }
}

impl Default for FeedSettings {
    fn default() -> Self {
        Self {
            content: FeedContent::default(),
            max: 20,
            min_articles: 2,
            formats: vec![FeedFormat::Atom, FeedFormat::Rss, FeedFormat::Json],
        }
    }
}

impl Default for SummarySettings {
    fn default() -> Self {
        Self { sentences: 3, max_words: 75 }
    }
}

impl Default for PeopleSettings {
    fn default() -> Self {
        Self { max: 5, ignore: Vec::new(), aliases: Default::default() }
    }
}

impl Default for TopicSettings {
    fn default() -> Self {
        Self { max: 3, ignore: Vec::new(), aliases: Default::default() }
    }
}

impl Default for SearchSettings {
    /// On, unless the program was built without it.
    fn default() -> Self {
        Self { enabled: cfg!(feature = "search") }
    }
}

impl Default for TagSettings {
    fn default() -> Self {
        Self { max: 8, ignore: Vec::new(), aliases: Default::default(), min_articles: 1 }
    }
}

impl Default for RelatedSettings {
    fn default() -> Self {
        Self { max: 4 }
    }
}

#[cfg(test)]
mod tests;
