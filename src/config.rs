//! `config.yaml` and flags, checked: what was typed becomes what it means.

/// Checked settings of a build; every stage gets its own part.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Settings {
    pub site: SiteSettings,
    pub summary: SummarySettings,
    pub people: PeopleSettings,
    pub topics: TopicSettings,
    pub tags: TagSettings,
    pub source: SourceSettings,
}

/// What the site says of itself.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct SiteSettings {
    pub title: String,
    pub description: String,
    /// Absolute URL with a trailing slash, e.g. `https://host/repo/`; empty when not set, then links are relative to `/`.
    pub base_url: String,
    /// BCP 47 code of the site's own words and of articles whose language cannot be told.
    pub language: String,
    /// Free fields for templates.
    pub extra: serde_json::Map<String, serde_json::Value>,
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
    pub aliases: std::collections::BTreeMap<String, String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TopicSettings {
    pub max: usize,
    /// Labels never shown.
    pub ignore: Vec<String>,
    /// Label of the vocabulary -> label to show.
    pub aliases: std::collections::BTreeMap<String, String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TagSettings {
    pub max: usize,
    pub ignore: Vec<String>,
    pub aliases: std::collections::BTreeMap<String, String>,
    /// Stories that a tag needs to have a page of its own.
    pub min_articles: usize,
}

/// How articles are read.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct SourceSettings {
    /// Keep raw HTML in Markdown as it is.
    pub unsafe_html: bool,
    /// Keep drafts.
    pub drafts: bool,
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

impl Default for TagSettings {
    fn default() -> Self {
        Self { max: 8, ignore: Vec::new(), aliases: Default::default(), min_articles: 1 }
    }
}
