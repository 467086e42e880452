//! Links within a site that lead nowhere.
//!
//! Reads the finished pages: tags, their `id`, `href` and `src`, and nothing else of HTML.

use std::borrow::Cow;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::Site;

/// A link that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenLink {
    /// Path of the page that it is on.
    pub page: String,
    /// What that page was made from.
    pub origin: String,
    /// As it stands on the page.
    pub href: String,
    /// The path of the site that it means, with its fragment.
    pub target: String,
    pub missing: Missing,
}

/// What is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    Page,
    /// The page is there, but has no such `id`.
    Fragment,
}

/// All links to pages, files and places of the site itself that are not there, in the order of the pages.
///
/// `base_path` is where the site stands on its host (`/` or `/repo/`); what a link that starts with `/` means depends
/// on it. Links to other hosts are not looked at.
pub fn broken_links(site: &Site, base_path: &str) -> Vec<BrokenLink> {
    let files: Vec<_> = site.files().collect();
    let pages: Vec<Option<Page>> = files.par_iter().map(|(path, file)| Page::read(path, &file.bytes)).collect();
    let by_path = files.iter().zip(&pages).map(|((path, _), page)| (*path, page.as_ref())).collect();
    let checked = Checked { site, by_path, base_path };
    pages.par_iter().flatten().flat_map_iter(|page| checked.page(page)).collect()
}

/// A page with what matters here.
#[derive(Debug)]
struct Page<'a> {
    path: &'a str,
    ids: FxHashSet<&'a str>,
    links: Vec<&'a str>,
}

impl<'a> Page<'a> {
    fn read(path: &'a str, bytes: &'a [u8]) -> Option<Self> {
        let html = std::str::from_utf8(bytes).ok().filter(|_| path.ends_with(".html") || path.ends_with(".htm"))?;
        let mut page = Self { path, ids: FxHashSet::default(), links: Vec::new() };
        attributes(html, |name, value| match name {
            "id" => drop(page.ids.insert(value)),
            "href" | "src" => page.links.push(value),
            _ => {}
        });
        Some(page)
    }
}

/// What links are checked against.
struct Checked<'a> {
    site: &'a Site,
    /// Every file, and what was read in it if it is a page.
    by_path: FxHashMap<&'a str, Option<&'a Page<'a>>>,
    base_path: &'a str,
}

impl Checked<'_> {
    /// The broken links of a page, each target once.
    fn page(&self, page: &Page) -> Vec<BrokenLink> {
        let mut seen = FxHashSet::default();
        let links = page.links.iter().filter(|href| seen.insert(**href));
        links.filter_map(|href| self.link(page, href)).collect()
    }

    fn link(&self, page: &Page, href: &str) -> Option<BrokenLink> {
        let plain = decoded(href);
        let (address, fragment) = plain.split_once('#').unwrap_or((&plain, ""));
        if address.is_empty() && (fragment.is_empty() || page.ids.contains(fragment)) {
            return None;
        }
        let path = resolve(page.path, address, self.base_path)?;
        let missing = match self.served(&path) {
            None => Missing::Page,
            Some(Some(found)) if !fragment.is_empty() && !found.ids.contains(fragment) => Missing::Fragment,
            Some(_) => return None,
        };
        let target = if fragment.is_empty() { path } else { format!("{path}#{fragment}") };
        let origin = self.site.get(page.path).map(|file| file.origin.clone()).unwrap_or_default();
        Some(BrokenLink { page: page.path.to_owned(), origin, href: plain.into_owned(), target, missing })
    }

    /// What a host serves for a path: nothing, a file, or a page.
    fn served(&self, path: &str) -> Option<Option<&Page<'_>>> {
        let at = |path: &str| self.by_path.get(path).copied();
        at(path).or_else(|| {
            let slash = if path.is_empty() || path.ends_with('/') { "" } else { "/" };
            at(&format!("{path}{slash}index.html"))
        })
    }
}

/// The path in the site that an address on a page means; `None` if it means something outside.
fn resolve(page: &str, address: &str, base_path: &str) -> Option<String> {
    let address = address.split('?').next().unwrap_or(address);
    if address.starts_with("//") || address.split('/').next().is_some_and(|first| first.contains(':')) {
        return None;
    }
    if let Some(rest) = address.strip_prefix('/') {
        let rest = format!("/{rest}");
        return rest.strip_prefix(base_path).map(str::to_owned);
    }
    if address.is_empty() {
        return Some(page.to_owned());
    }
    // The folder of the page, with its slash; every `..` takes one off.
    let mut path = String::with_capacity(page.len() + address.len());
    path.push_str(&page[..page.rfind('/').map_or(0, |slash| slash + 1)]);
    let mut parts = address.split('/').peekable();
    while let Some(part) = parts.next() {
        match part {
            "." => {}
            ".." => {
                let parent = path.strip_suffix('/')?.rfind('/').map_or(0, |slash| slash + 1);
                path.truncate(parent);
            }
            _ => {
                path.push_str(part);
                path.push_str(if parts.peek().is_some() { "/" } else { "" });
            }
        }
    }
    Some(path)
}

/// Without the entities and percent signs that may stand in an address.
fn decoded(href: &str) -> Cow<'_, str> {
    if !href.contains(['&', '%']) {
        return href.into();
    }
    let text = href.replace("&amp;", "&").replace("&#x2F;", "/").replace("&#39;", "'").replace("&quot;", "\"");
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = (*first == b'%').then(|| tail.get(..2)).flatten().and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).map_or_else(|_| text.into(), Cow::Owned)
}

/// Calls `found` with name and value of every quoted attribute of every tag; comments are left out.
fn attributes<'a>(html: &'a str, mut found: impl FnMut(&'a str, &'a str)) {
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            rest = tag(rest, &mut found);
        }
    }
}

/// Reads the attributes of a tag and gives what comes after it.
fn tag<'a>(mut rest: &'a str, found: &mut impl FnMut(&'a str, &'a str)) -> &'a str {
    loop {
        let Some(at) = rest.bytes().position(|b| matches!(b, b'=' | b'>')) else { return "" };
        if rest.as_bytes()[at] == b'>' {
            return &rest[at + 1..];
        }
        let before = rest[..at].trim_ascii_end();
        let name = before.bytes().rposition(|b| b.is_ascii_whitespace() || b == b'"').map_or(0, |space| space + 1);
        let name = &before[name..];
        let value = rest[at + 1..].trim_ascii_start();
        let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
            rest = value;
            continue;
        };
        let Some(len) = value[1..].find(quote) else { return "" };
        found(name, &value[1..=len]);
        rest = &value[len + 2..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(pages: &[(&str, &str)]) -> Site {
        let mut site = Site::default();
        for (path, html) in pages {
            site.add((*path).to_owned(), html.as_bytes().to_vec(), format!("source of {path}")).unwrap();
        }
        site
    }

    fn broken(pages: &[(&str, &str)], base_path: &str) -> Vec<(String, Missing)> {
        broken_links(&site(pages), base_path).into_iter().map(|link| (link.target, link.missing)).collect()
    }

    #[test]
    fn links_are_followed_from_where_they_stand() {
        let pages = [
            ("index.html", r#"<a href="./a/">a</a><a href="">here</a><a href='a'>a</a>"#),
            (
                "a/index.html",
                r##"<a href="../">up</a><a href="..">up</a><p id="x"><a href="#x">x</a><a href="../b/c.html#y">"##,
            ),
            (
                "b/c.html",
                r#"<i id="y"></i><a href="../a/?q=1#x">x</a><a href="//other/">o</a><a href="mailto:a@b">m</a>"#,
            ),
        ];
        assert_eq!(broken(&pages, "/"), []);
    }

    #[test]
    fn what_is_missing_is_said_with_its_page() {
        let pages = [
            ("a/index.html", r#"<img class="x" src="../p.png"><a href="../b/#z">z</a><a href="../../out/">o</a>"#),
            ("b/index.html", r##"<!-- <a href="gone/"> --><a href="#none">n</a><script>a < b</script>"##),
        ];
        assert_eq!(
            broken(&pages, "/"),
            [
                ("p.png".to_owned(), Missing::Page),
                ("b/#z".to_owned(), Missing::Fragment),
                ("b/index.html#none".to_owned(), Missing::Fragment)
            ]
        );
        let links = broken_links(&site(&pages), "/");
        assert_eq!((links[0].page.as_str(), links[0].origin.as_str()), ("a/index.html", "source of a/index.html"));
    }

    #[test]
    fn links_from_the_root_of_the_host_respect_the_base_path() {
        let pages = [
            ("404.html", r#"<a href="/repo/">home</a><a href="/repo/x/">x</a><a href="/elsewhere/">e</a>"#),
            ("index.html", ""),
        ];
        assert_eq!(broken(&pages, "/repo/"), [("x/".to_owned(), Missing::Page)]);
    }

    #[test]
    fn addresses_are_read_without_their_escapes() {
        let pages = [("index.html", r#"<a href="a%20b.html?x=1&amp;y=2">"#), ("a b.html", "")];
        assert_eq!(broken(&pages, "/"), []);
    }

    #[test]
    fn torn_html_is_read_as_far_as_it_goes() {
        for html in ["<", "<a", "<a href", "<a href=", "<a href=\"x", "<!-- ", "<a href=x>", "<a\u{a0}=\"y\">", "a<é"]
        {
            assert_eq!(broken(&[("index.html", html)], "/"), [], "{html}");
        }
    }
}
