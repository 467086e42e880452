//! What was typed: the keys of `config.yaml`, each with its type checked and its problems told by line.
//!
//! Knows YAML and which keys there are; it knows no default.

mod theme;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::{FeedContent, FeedFormat};
use crate::diagnostic::Diagnostic;
use crate::yaml::{self, Entry, Node, Value, Yaml};

#[cfg(test)]
pub(super) use theme::KEYS as THEME_KEYS;
pub use theme::RawTheme;
pub(crate) use theme::date_format;

/// Everything that can be typed, in the file or as a flag; `None` was not typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawConfig {
    pub title: Option<String>,
    pub description: Option<String>,
    /// With its trailing slash.
    pub base_url: Option<String>,
    pub language: Option<String>,
    pub extra: Option<serde_json::Map<String, serde_json::Value>>,
    pub unsafe_html: Option<bool>,
    pub drafts: Option<bool>,
    pub build_date: Option<jiff::civil::Date>,
    pub search: Option<bool>,
    pub index: RawIndex,
    pub feeds: RawFeeds,
    pub summary: RawSummary,
    pub people: RawSubjects,
    pub topics: RawSubjects,
    pub tags: RawSubjects,
    pub related: RawRelated,
    pub theme: RawTheme,
}

/// The settings of the index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawIndex {
    pub paginate_by: Option<usize>,
}

/// The settings of the feeds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawFeeds {
    pub content: Option<FeedContent>,
    pub max: Option<usize>,
    pub min_articles: Option<usize>,
    pub formats: Option<Vec<FeedFormat>>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawSummary {
    pub sentences: Option<usize>,
    pub max_words: Option<usize>,
}

/// The settings of related coverage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawRelated {
    pub max: Option<usize>,
}

/// The keys of `people`, `topics` and `tags`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawSubjects {
    pub max: Option<usize>,
    pub ignore: Option<Vec<String>>,
    pub aliases: Option<BTreeMap<String, String>>,
    /// Of `tags` only.
    pub min_articles: Option<usize>,
}

pub(super) const KEYS: &[&str] = &[
    "title",
    "description",
    "base_url",
    "language",
    "build_date",
    "index",
    "feeds",
    "summary",
    "people",
    "topics",
    "tags",
    "related",
    "theme",
    "search",
    "unsafe_html",
    "drafts",
    "extra",
];
pub(super) const FEED_KEYS: &[&str] = &["content", "max", "min_articles", "formats"];
const SUBJECT_KEYS: &[&str] = &["max", "ignore", "aliases"];
pub(super) const TAG_KEYS: &[&str] = &["max", "ignore", "aliases", "min_articles"];

/// Most entries in a box of people, topics or tags.
const MOST: RangeInclusive<usize> = 0..=100;

impl RawConfig {
    /// Reads `text`, the configuration at `path`; what is wrong is left out and told.
    pub fn parse(path: &str, text: &str) -> (Self, Vec<Diagnostic>) {
        let mut config = Self::default();
        let yaml = match yaml::parse(path, text, 0..text.len()) {
            Ok(yaml) => yaml,
            Err(problem) => return (config, vec![problem]),
        };
        let mut reader = Reader { yaml: &yaml, problems: Vec::new() };
        match yaml.entries() {
            Ok(entries) => entries.iter().for_each(|entry| config.read(entry, &mut reader)),
            Err(problem) => reader.problems.push(problem),
        }
        (config, reader.problems)
    }

    fn read(&mut self, entry: &Entry, reader: &mut Reader<'_>) {
        match entry.key.as_str() {
            "title" => self.title = reader.text("title", &entry.value),
            "description" => self.description = reader.text("description", &entry.value),
            "base_url" => self.base_url = reader.parsed("base_url", &entry.value, base_url),
            "language" => self.language = reader.parsed("language", &entry.value, language),
            "search" => self.search = reader.switch("search", &entry.value),
            "unsafe_html" => self.unsafe_html = reader.switch("unsafe_html", &entry.value),
            "drafts" => self.drafts = reader.switch("drafts", &entry.value),
            "build_date" => self.build_date = reader.parsed("build_date", &entry.value, day),
            "index" => self.index = RawIndex::read(&entry.value, reader),
            "feeds" => self.feeds = RawFeeds::read(&entry.value, reader),
            "summary" => self.summary = RawSummary::read(&entry.value, reader),
            "people" => self.people = RawSubjects::read("people", SUBJECT_KEYS, &entry.value, reader),
            "topics" => self.topics = RawSubjects::read("topics", SUBJECT_KEYS, &entry.value, reader),
            "tags" => self.tags = RawSubjects::read("tags", TAG_KEYS, &entry.value, reader),
            "related" => self.related = RawRelated::read(&entry.value, reader),
            "theme" => self.theme = RawTheme::read(&entry.value, reader),
            "extra" => self.extra = reader.free_fields("extra", &entry.value),
            _ => reader.problems.push(reader.yaml.unknown_key(entry, KEYS)),
        }
    }
}

impl RawIndex {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Self {
        let mut index = Self::default();
        for entry in reader.map("index", node) {
            match entry.key.as_str() {
                "paginate_by" => index.paginate_by = reader.number("index.paginate_by", &entry.value, 0..=100_000),
                _ => reader.problems.push(reader.yaml.unknown_key(entry, &["paginate_by"])),
            }
        }
        index
    }
}

impl RawFeeds {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Self {
        let mut feeds = Self::default();
        for entry in reader.map("feeds", node) {
            match entry.key.as_str() {
                "content" => feeds.content = reader.parsed("feeds.content", &entry.value, feed_content),
                "max" => feeds.max = reader.number("feeds.max", &entry.value, 1..=10_000),
                "min_articles" => feeds.min_articles = reader.number("feeds.min_articles", &entry.value, 1..=1000),
                "formats" => feeds.formats = reader.parsed_list("feeds.formats", &entry.value, feed_format),
                _ => reader.problems.push(reader.yaml.unknown_key(entry, FEED_KEYS)),
            }
        }
        feeds
    }
}

impl RawSummary {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Self {
        let mut summary = Self::default();
        for entry in reader.map("summary", node) {
            match entry.key.as_str() {
                "sentences" => summary.sentences = reader.number("summary.sentences", &entry.value, 1..=20),
                "max_words" => summary.max_words = reader.number("summary.max_words", &entry.value, 10..=1000),
                _ => reader.problems.push(reader.yaml.unknown_key(entry, &["sentences", "max_words"])),
            }
        }
        summary
    }
}

impl RawRelated {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Self {
        let mut related = Self::default();
        for entry in reader.map("related", node) {
            match entry.key.as_str() {
                "max" => related.max = reader.number("related.max", &entry.value, 0..=20),
                _ => reader.problems.push(reader.yaml.unknown_key(entry, &["max"])),
            }
        }
        related
    }
}

impl RawSubjects {
    fn read(name: &str, keys: &[&str], node: &Node, reader: &mut Reader<'_>) -> Self {
        let mut subjects = Self::default();
        for entry in reader.map(name, node) {
            let full = format!("{name}.{}", entry.key);
            match entry.key.as_str() {
                key if !keys.contains(&key) => reader.problems.push(reader.yaml.unknown_key(entry, keys)),
                "max" => subjects.max = reader.number(&full, &entry.value, MOST),
                "ignore" => subjects.ignore = reader.list(&full, &entry.value),
                "aliases" => subjects.aliases = reader.names(&full, &entry.value),
                _ => subjects.min_articles = reader.number(&full, &entry.value, 1..=1_000_000),
            }
        }
        subjects
    }
}

/// Reads typed values and collects what is wrong; a key without a value counts as not typed.
struct Reader<'y> {
    yaml: &'y Yaml<'y>,
    problems: Vec<Diagnostic>,
}

impl<'y> Reader<'y> {
    fn wrong<T>(&mut self, key: &str, node: &Node, wanted: &str) -> Option<T> {
        if node.value != Value::Null {
            self.problems.push(self.yaml.wrong_type(key, node, wanted));
        }
        None
    }

    fn text(&mut self, key: &str, node: &Node) -> Option<String> {
        match self.yaml.text_of(node) {
            Some(text) => Some(text.trim().to_owned()),
            None => self.wrong(key, node, "text"),
        }
    }

    /// Text of a shape; `parse` says what it means, or what is wanted instead.
    fn parsed<T>(&mut self, key: &str, node: &Node, parse: fn(&str) -> Result<T, String>) -> Option<T> {
        match parse(&self.text(key, node)?) {
            Ok(value) => Some(value),
            Err(wanted) => {
                let message = format!("`{key}` must be {wanted}");
                self.problems.push(Diagnostic::error(message).at(self.yaml.place(node.id)));
                None
            }
        }
    }

    fn switch(&mut self, key: &str, node: &Node) -> Option<bool> {
        match node.value {
            Value::Bool(value) => Some(value),
            _ => self.wrong(key, node, "`true` or `false`"),
        }
    }

    fn number(&mut self, key: &str, node: &Node, range: RangeInclusive<usize>) -> Option<usize> {
        let wanted = format!("a whole number from {} to {}", range.start(), range.end());
        match node.value {
            Value::Integer(value) => match usize::try_from(value).ok().filter(|value| range.contains(value)) {
                Some(value) => Some(value),
                None => {
                    let message = format!("`{key}` must be {wanted}, found {value}");
                    self.problems.push(Diagnostic::error(message).at(self.yaml.place(node.id)));
                    None
                }
            },
            _ => self.wrong(key, node, &wanted),
        }
    }

    fn list(&mut self, key: &str, node: &Node) -> Option<Vec<String>> {
        let Value::List(items) = &node.value else { return self.wrong(key, node, "a list, such as `[one, two]`") };
        Some(items.iter().filter_map(|item| self.text(key, item)).collect())
    }

    /// A list of texts of a shape, without repetitions.
    fn parsed_list<T: PartialEq>(
        &mut self,
        key: &str,
        node: &Node,
        parse: fn(&str) -> Result<T, String>,
    ) -> Option<Vec<T>> {
        let Value::List(items) = &node.value else { return self.wrong(key, node, "a list, such as `[one, two]`") };
        let mut values = Vec::new();
        for value in items.iter().filter_map(|item| self.parsed(key, item, parse)) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        Some(values)
    }

    fn names(&mut self, key: &str, node: &Node) -> Option<BTreeMap<String, String>> {
        let Value::Map(_) = node.value else { return self.wrong(key, node, "`other name: name` pairs") };
        let entries = self.map(key, node);
        Some(entries.iter().filter_map(|entry| Some((entry.key.clone(), self.text(key, &entry.value)?))).collect())
    }

    fn free_fields(&mut self, key: &str, node: &Node) -> Option<serde_json::Map<String, serde_json::Value>> {
        match node.value.to_json() {
            serde_json::Value::Object(fields) => Some(fields),
            _ => self.wrong(key, node, "`key: value` pairs"),
        }
    }

    fn map<'n>(&mut self, key: &str, node: &'n Node) -> &'n [Entry] {
        match &node.value {
            Value::Map(entries) => entries,
            _ => self.wrong(key, node, "`key: value` pairs").unwrap_or_default(),
        }
    }
}

/// An absolute URL with its trailing slash, or what is wanted instead.
pub(crate) fn base_url(text: &str) -> Result<String, String> {
    let wanted = || format!("an absolute URL such as `https://example.org/news/`, found `{text}`");
    let (scheme, rest) = text.split_once("://").ok_or_else(wanted)?;
    let host = rest.split('/').next().unwrap_or("");
    let known = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let forbidden = |c: char| c.is_whitespace() || c.is_control() || "?#\"<>\\^`{|}".contains(c);
    if !known || host.trim_matches([':', '.']).is_empty() || rest.contains(forbidden) {
        return Err(wanted());
    }
    Ok(format!("{}://{}/", scheme.to_lowercase(), rest.trim_end_matches('/')))
}

/// A day written as `2024-05-01`, or what is wanted instead.
pub(crate) fn day(text: &str) -> Result<jiff::civil::Date, String> {
    let shaped = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let day = if shaped { text.parse().ok() } else { None };
    day.ok_or_else(|| format!("a day such as `2024-05-01`, found `{text}`"))
}

fn feed_content(text: &str) -> Result<FeedContent, String> {
    match text {
        "summary" => Ok(FeedContent::Summary),
        "full" => Ok(FeedContent::Full),
        _ => Err(format!("`summary` or `full`, found `{text}`")),
    }
}

fn feed_format(text: &str) -> Result<FeedFormat, String> {
    match text {
        "atom" => Ok(FeedFormat::Atom),
        "rss" => Ok(FeedFormat::Rss),
        "json" => Ok(FeedFormat::Json),
        _ => Err(format!("made of `atom`, `rss` and `json`, found `{text}`")),
    }
}

/// A language code of the shape that BCP 47 wants.
fn language(text: &str) -> Result<String, String> {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or("");
    let well_formed = (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic());
    let rest = parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    if well_formed && rest {
        return Ok(text.to_owned());
    }
    Err(format!("a language code such as `en` or `pt-BR`, found `{text}`"))
}
