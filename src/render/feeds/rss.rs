//! RSS 2.0, with `content:encoded` for whole texts, `dc:creator` for authors and `atom:link` for its own address.

use super::entry::Entry;
use super::{Channel, Feed};
use crate::config::FeedFormat;
use crate::render::dates::rfc822;
use crate::render::xml;
use crate::source::ArticleDate;

const OPENING: &str = "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" \
    xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n";

/// The item of an article; `author` of RSS would want an e-mail address.
pub(super) fn item(entry: &Entry<'_>) -> String {
    let mut rss = String::from("<item>\n");
    xml::element(&mut rss, "title", entry.title);
    xml::element(&mut rss, "link", &entry.url);
    xml::element(&mut rss, "guid", &entry.id);
    if let Some(published) = entry.published {
        xml::element(&mut rss, "pubDate", &rfc822(published));
    }
    entry.authors.iter().for_each(|name| xml::element(&mut rss, "dc:creator", name));
    entry.terms.iter().for_each(|term| xml::element(&mut rss, "category", term));
    // A description is read as HTML, so what is plain text is escaped as such first.
    let mut summary = String::new();
    xml::text(&mut summary, &entry.summary);
    xml::element(&mut rss, "description", &summary);
    if let Some(html) = &entry.html {
        xml::element(&mut rss, "content:encoded", html);
    }
    rss.push_str("</item>\n");
    rss
}

/// The feed; `newest` is the latest date of its articles, if any has one.
pub(super) fn document<'a>(
    feed: &Feed,
    channel: &Channel<'_>,
    newest: Option<&ArticleDate>,
    items: impl Iterator<Item = &'a str>,
) -> String {
    let own = channel.permalink(&feed.path(FeedFormat::Rss));
    let mut rss = String::from(xml::DECLARATION);
    rss.push_str(OPENING);
    xml::element(&mut rss, "title", &feed.title);
    xml::element(&mut rss, "link", &channel.permalink(&feed.url));
    xml::element(&mut rss, "description", &feed.description);
    xml::element(&mut rss, "language", channel.language);
    if let Some(newest) = newest {
        xml::element(&mut rss, "lastBuildDate", &rfc822(newest));
    }
    xml::element(&mut rss, "generator", "standfirst");
    let media_type = FeedFormat::Rss.media_type();
    xml::empty(&mut rss, "atom:link", &[("rel", "self"), ("type", media_type), ("href", &own)]);
    items.for_each(|item| rss.push_str(item));
    rss.push_str("</channel>\n</rss>\n");
    rss
}
