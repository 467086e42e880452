//! HTML with places for the prose: how the prose is marked while other programs write and clean the HTML, and how it
//! is taken apart again.
//!
//! A place is written as `U+FDD0 start : end U+FDD1`; both are noncharacters, which no text has after
//! [`decode`](super::decode).

use super::body::Chunk;
use crate::text::Span;
use std::borrow::Cow;

pub(super) const OPEN: char = '\u{FDD0}';
pub(super) const CLOSE: char = '\u{FDD1}';

/// How a chunk of prose is written in HTML that is still to be cleaned.
pub(super) fn place(chunk: &Chunk) -> String {
    match chunk {
        Chunk::Prose(span) => format!("{OPEN}{}:{}{CLOSE}", span.start, span.end),
        Chunk::Space { at, html } => format!("{OPEN}{at}:{html}{CLOSE}"),
        Chunk::Html(html) | Chunk::Url(html) => html.to_string(),
    }
}

/// An id of ours, as it is written in HTML that is still to be cleaned. All other ids are lost.
pub(super) fn own_id(id: &str) -> String {
    format!("{OPEN}{id}")
}

/// Takes HTML apart at its places and at the addresses of its links and images.
pub(super) fn take_apart(html: &str) -> Vec<Chunk> {
    let html = html.replace(&format!("id=\"{OPEN}"), "id=\"");
    let mut chunks = Vec::new();
    let mut rest = &*html;
    while let Some((before, after)) = rest.split_once(OPEN) {
        let Some((place, after)) = after.split_once(CLOSE) else { break };
        push_html(before, &mut chunks);
        chunks.extend(read_place(place));
        rest = after;
    }
    push_html(rest, &mut chunks);
    chunks
}

fn read_place(place: &str) -> Option<Chunk> {
    let (start, end) = place.split_once(':')?;
    let start: u32 = start.parse().ok()?;
    match end {
        "\u{A0}" | "&nbsp;" => Some(Chunk::Space { at: start, html: "\u{A0}" }),
        "\u{202F}" => Some(Chunk::Space { at: start, html: "\u{202F}" }),
        end => Some(Chunk::Prose(Span { start, end: end.parse().ok()? })),
    }
}

/// The chunks of prose among `chunks`, as far as their order is concerned.
pub(super) fn order(chunks: &[Chunk]) -> impl Iterator<Item = u32> {
    chunks.iter().filter_map(|chunk| match chunk {
        Chunk::Prose(span) => Some(span.start),
        Chunk::Space { at, .. } => Some(*at),
        Chunk::Html(_) | Chunk::Url(_) => None,
    })
}

fn push_html(html: &str, chunks: &mut Vec<Chunk>) {
    let mut done = 0;
    for (start, end) in addresses(html) {
        chunks.push(Chunk::Html(html[done..start].into()));
        chunks.push(Chunk::Url(unescape(&html[start..end]).into()));
        done = end;
    }
    if done < html.len() {
        chunks.push(Chunk::Html(html[done..].into()));
    }
}

/// Where the values of `href` and `src` stand that lead away from the page.
fn addresses(html: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|i| at + i) {
        let end = end_of_tag(html, open);
        for name in [" href=\"", " src=\""] {
            let Some(start) = html[open..end].find(name).map(|i| open + i + name.len()) else { continue };
            let Some(length) = html[start..end].find('"') else { continue };
            if !html[start..].starts_with('#') && length > 0 {
                found.push((start, start + length));
            }
        }
        at = end.max(open + 1);
    }
    found.sort_unstable();
    found
}

/// The end of the tag that begins at `open`; a `>` in quotes does not count.
fn end_of_tag(html: &str, open: usize) -> usize {
    let mut quoted = false;
    for (i, byte) in html.bytes().enumerate().skip(open) {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return i + 1,
            _ => {}
        }
    }
    html.len()
}

fn unescape(value: &str) -> Cow<'_, str> {
    if !value.contains('&') {
        return Cow::Borrowed(value);
    }
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    Cow::Owned(named.iter().fold(value.to_owned(), |text, (entity, c)| text.replace(entity, c)))
}

/// Cleans HTML that has raw HTML of the author in it. Ids go, but for [our own](own_id).
pub(super) fn clean(html: &str) -> String {
    let mut cleaner = ammonia::Builder::default();
    cleaner
        .add_generic_attributes(["class", "id"])
        .add_tag_attributes("td", ["style"])
        .add_tag_attributes("th", ["style"])
        .link_rel(None)
        .attribute_filter(|_, name, value| match name {
            "id" => value.starts_with(OPEN).then_some(Cow::Borrowed(value)),
            "style" => is_alignment(value).then_some(Cow::Borrowed(value)),
            _ => Some(Cow::Borrowed(value)),
        });
    cleaner.clean(html).to_string()
}

fn is_alignment(style: &str) -> bool {
    matches!(style, "text-align: left" | "text-align: center" | "text-align: right")
}

/// Raw HTML without numeric entities for the two noncharacters.
pub(super) fn defuse(raw: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut rest = raw;
    while let Some(at) = rest.find("&#") {
        let digits = &rest[at + 2..];
        let (digits, radix) = digits.strip_prefix(['x', 'X']).map_or((digits, 10), |hex| (hex, 16));
        let end = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
        let is_ours = matches!(u32::from_str_radix(&digits[..end], radix), Ok(0xFDD0 | 0xFDD1));
        out.push_str(&rest[..at]);
        out.push_str(if is_ours { "\u{FFFD}" } else { "&#" });
        rest = if is_ours { &digits[end..] } else { &rest[at + 2..] };
    }
    if out.is_empty() && rest.len() == raw.len() {
        return Cow::Borrowed(raw);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_taken_apart_at_places_and_addresses() {
        let html = format!("<p>{OPEN}0:3{CLOSE} <a title=\"a > b\" href=\"x?a=1&amp;b=2\">{OPEN}4:7{CLOSE}</a></p>");
        let chunk = |html: &str| Chunk::Html(html.into());
        assert_eq!(
            take_apart(&html),
            [
                chunk("<p>"),
                Chunk::Prose(Span::new(0, 3)),
                chunk(" <a title=\"a > b\" href=\""),
                Chunk::Url("x?a=1&b=2".into()),
                chunk("\">"),
                Chunk::Prose(Span::new(4, 7)),
                chunk("</a></p>"),
            ]
        );
    }

    #[test]
    fn places_and_own_ids_survive_cleaning_and_nothing_else_of_the_kind() {
        let html =
            format!("<h2 id=\"{OPEN}h-a\">{OPEN}0:1{CLOSE}{OPEN}1:\u{A0}{CLOSE}</h2><p id=\"s-1\" onclick=\"x\">b</p>");
        let cleaned = clean(&html);
        assert_eq!(order(&take_apart(&cleaned)).collect::<Vec<_>>(), [0, 1]);
        assert!(cleaned.ends_with("</h2><p>b</p>"), "{cleaned}");
        assert_eq!(defuse("&#xFDD0;1&#064976;&#8217;"), "\u{FFFD};1\u{FFFD};&#8217;");
    }
}
