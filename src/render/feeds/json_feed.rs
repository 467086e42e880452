//! JSON Feed 1.1.

use serde::Serialize;

use super::entry::Entry;
use super::{Channel, Feed};
use crate::config::FeedFormat;
use crate::render::dates::rfc3339;

#[derive(Serialize)]
struct Header<'a> {
    version: &'static str,
    title: &'a str,
    description: &'a str,
    home_page_url: String,
    feed_url: String,
    language: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_url: Option<&'a str>,
    title: &'a str,
    /// Beside the whole text only.
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    #[serde(flatten)]
    content: Content<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    tags: &'a [&'a str],
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
}

/// One of the two must be there.
#[derive(Serialize)]
enum Content<'a> {
    #[serde(rename = "content_text")]
    Text(&'a str),
    #[serde(rename = "content_html")]
    Html(&'a str),
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

/// The item of an article.
pub(super) fn item(entry: &Entry<'_>) -> String {
    json(&Item {
        id: &entry.id,
        url: &entry.url,
        external_url: entry.source,
        title: entry.title,
        summary: entry.html.as_ref().map(|_| entry.summary.as_str()),
        content: entry.html.as_deref().map_or(Content::Text(&entry.summary), Content::Html),
        image: entry.image.as_deref(),
        date_published: entry.published.map(rfc3339),
        date_modified: entry.updated.map(rfc3339),
        authors: entry.authors.iter().map(|name| Author { name }).collect(),
        tags: &entry.terms,
        language: entry.language,
    })
}

/// The feed.
pub(super) fn document<'a>(feed: &Feed, channel: &Channel<'_>, items: impl Iterator<Item = &'a str>) -> String {
    let mut document = json(&Header {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        description: &feed.description,
        home_page_url: channel.permalink(&feed.url),
        feed_url: channel.permalink(&feed.path(FeedFormat::Json)),
        language: channel.language,
    });
    // The items are written already: they are put in before the closing brace.
    document.truncate(document.len().saturating_sub(1));
    document.push_str(",\"items\":[");
    for (index, item) in items.enumerate() {
        document.push_str(if index == 0 { "\n" } else { ",\n" });
        document.push_str(item);
    }
    document.push_str("\n]}\n");
    document
}

/// Plain structs with text for keys can always be written.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
