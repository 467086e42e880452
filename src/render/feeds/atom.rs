//! Atom 1.0, RFC 4287.

use super::entry::Entry;
use super::{Channel, Feed};
use crate::config::FeedFormat;
use crate::render::dates::rfc3339;
use crate::render::xml;
use crate::source::ArticleDate;

/// The entry of an article; empty for one without a date, which Atom demands.
pub(super) fn entry(entry: &Entry<'_>, channel: &Channel<'_>) -> String {
    let mut atom = String::new();
    let Some(updated) = entry.last_change else { return atom };
    match entry.language.filter(|language| *language != channel.language) {
        Some(language) => {
            atom.push_str("<entry xml:lang=\"");
            xml::text(&mut atom, language);
            atom.push_str("\">\n");
        }
        None => atom.push_str("<entry>\n"),
    }
    xml::element(&mut atom, "id", &entry.id);
    xml::element(&mut atom, "title", entry.title);
    xml::empty(&mut atom, "link", &[("href", &entry.url)]);
    if let Some(source) = entry.source {
        xml::empty(&mut atom, "link", &[("rel", "via"), ("href", source)]);
    }
    if let Some(published) = entry.published {
        xml::element(&mut atom, "published", &rfc3339(published));
    }
    xml::element(&mut atom, "updated", &rfc3339(updated));
    entry.authors.iter().for_each(|name| author(&mut atom, name));
    entry.terms.iter().for_each(|term| xml::empty(&mut atom, "category", &[("term", term)]));
    xml::element(&mut atom, "summary", &entry.summary);
    if let Some(html) = &entry.html {
        xml::element(&mut atom, "content type=\"html\"", html);
    }
    atom.push_str("</entry>\n");
    atom
}

/// The feed; `newest` is the latest date of its entries.
pub(super) fn document<'a>(
    feed: &Feed,
    channel: &Channel<'_>,
    newest: Option<&ArticleDate>,
    entries: impl Iterator<Item = &'a str>,
) -> String {
    let own = channel.permalink(&feed.path(FeedFormat::Atom));
    let mut atom = String::from(xml::DECLARATION);
    atom.push_str("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
    xml::text(&mut atom, channel.language);
    atom.push_str("\">\n");
    xml::element(&mut atom, "id", &own);
    xml::element(&mut atom, "title", &feed.title);
    xml::element(&mut atom, "subtitle", &feed.description);
    let media_type = FeedFormat::Atom.media_type();
    xml::empty(&mut atom, "link", &[("rel", "self"), ("type", media_type), ("href", &own)]);
    xml::empty(&mut atom, "link", &[("type", "text/html"), ("href", &channel.permalink(&feed.url))]);
    if let Some(newest) = newest {
        xml::element(&mut atom, "updated", &rfc3339(newest));
    }
    // The author of every entry that names none.
    author(&mut atom, channel.site_title);
    xml::element(&mut atom, "generator", "standfirst");
    entries.for_each(|entry| atom.push_str(entry));
    atom.push_str("</feed>\n");
    atom
}

fn author(atom: &mut String, name: &str) {
    atom.push_str("<author>");
    atom.push_str("<name>");
    xml::text(atom, name);
    atom.push_str("</name></author>\n");
}
