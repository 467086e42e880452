//! Paths and URLs of pages.
//!
//! A *path* is a file of the site (`talks/index.html`), a *URL* what a link to it says, relative to the front page
//! (`talks/`, and nothing for the front page itself).
//!
//! Links are relative: a page puts its own `root` (`../`) before the URL of another. So the site works in any folder
//! of any host, without being told which, and most of it from disk. The one exception is `404.html`, which a host
//! serves under any address and which therefore starts from the path of `base_url`.

use std::borrow::Cow;
use std::fmt::Write;

/// What leads from the page at `path` to the front page; ends in `/`.
pub(super) fn root(path: &str) -> String {
    match path.matches('/').count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

/// The path within its host at which the site stands, with a slash at both ends: `/repo/` of `https://host/repo/`.
pub(crate) fn base_path(base_url: &str) -> String {
    let after_scheme = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let path = after_scheme.find('/').map_or("", |slash| &after_scheme[slash..]);
    format!("{}/", path.trim_end_matches('/'))
}

/// The absolute URL, when the site knows where it will stand; letters beyond ASCII are percent-encoded.
pub(super) fn permalink(base_url: &str, url: &str) -> Option<String> {
    (!base_url.is_empty()).then(|| format!("{}/{}", base_url.trim_end_matches('/'), encoded(url)))
}

/// The text with everything percent-encoded that no URI may hold; what is encoded already stays.
fn encoded(text: &str) -> Cow<'_, str> {
    let is_allowed = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
    if text.bytes().all(is_allowed) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for byte in text.bytes() {
        if is_allowed(byte) {
            out.push(char::from(byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    Cow::Owned(out)
}

/// What an address that an author wrote on a page means to those who read it elsewhere: an absolute URL.
///
/// `page` is the URL of the page, which lies in a folder; an empty address is the page itself. As on pages, what starts
/// with `/` is seen from the front page.
pub(super) fn absolute(base_url: &str, page: &str, address: &str) -> String {
    let (scheme, after_scheme) = base_url.split_once("://").unwrap_or(("https", base_url));
    if address.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':')) {
        return address.to_owned();
    }
    if address.starts_with("//") {
        return format!("{scheme}:{address}");
    }
    let (path, rest) = address.split_at(address.find(['?', '#']).unwrap_or(address.len()));
    let host = after_scheme.split('/').next().unwrap_or(after_scheme);
    let folder = if path.starts_with('/') { "" } else { page };
    let mut parts: Vec<&str> = Vec::new();
    let whole = format!("{}{folder}{}", base_path(base_url), path.trim_start_matches('/'));
    for part in whole.trim_start_matches('/').split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    let slash = if path.ends_with("..") || path.ends_with("/.") { "/" } else { "" };
    format!("{scheme}://{host}/{}{slash}{}", encoded(&parts.join("/")), encoded(rest))
}

/// The path of the page with a URL.
pub(super) fn page_path(url: &str) -> String {
    format!("{url}index.html")
}

/// The path of an old address of an article, as written in `aliases`; `None` for an address that cannot be one of
/// this site.
pub(super) fn alias_path(alias: &str) -> Option<String> {
    let path = alias.trim().trim_start_matches('/');
    let plain = !path.is_empty() && !path.contains(['?', '#', '\\', ':']) && !path.contains(char::is_control);
    let within = !path.trim_end_matches('/').split('/').any(|part| matches!(part, "" | "." | ".."));
    if !plain || !within {
        return None;
    }
    let is_file = path.ends_with(".html") || path.ends_with(".htm");
    Some(if is_file { path.to_owned() } else { format!("{}/index.html", path.trim_end_matches('/')) })
}

/// An address that an author wrote, for the page with `root`: what starts at the root of the site is made relative.
pub(super) fn from_author<'a>(url: &'a str, root: &str) -> Cow<'a, str> {
    match url.strip_prefix('/') {
        Some(rest) if !rest.starts_with('/') => format!("{root}{rest}").into(),
        _ => url.into(),
    }
}

/// The host of a URL without `www.`, for showing it; `None` for what is no web address.
pub(super) fn host(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_as_far_up_as_the_page_is_deep() {
        assert_eq!(root("index.html"), "./");
        assert_eq!(root("talks/index.html"), "../");
        assert_eq!(root("people/mark-rutte/index.html"), "../../");
    }

    #[test]
    fn the_base_path_is_that_of_the_base_url() {
        assert_eq!(base_path(""), "/");
        assert_eq!(base_path("https://host"), "/");
        assert_eq!(base_path("https://host/"), "/");
        assert_eq!(base_path("https://host/repo/"), "/repo/");
        assert_eq!(base_path("https://host/a/b"), "/a/b/");
    }

    #[test]
    fn a_permalink_needs_a_base_url() {
        assert_eq!(permalink("", "talks/"), None);
        assert_eq!(permalink("https://host/repo/", "talks/").as_deref(), Some("https://host/repo/talks/"));
        assert_eq!(permalink("https://host/", "fähre/").as_deref(), Some("https://host/f%C3%A4hre/"));
        assert_eq!(permalink("https://host", "").as_deref(), Some("https://host/"));
    }

    #[test]
    fn an_alias_stays_within_the_site() {
        assert_eq!(alias_path("/old/path/").as_deref(), Some("old/path/index.html"));
        assert_eq!(alias_path("old.html").as_deref(), Some("old.html"));
        for bad in ["", "/", "../up", "/a/../b", "https://other/", "/a?b", "a//b", "a\\b"] {
            assert_eq!(alias_path(bad), None, "{bad}");
        }
    }

    #[test]
    fn links_of_authors_to_the_root_of_the_site_are_made_relative() {
        assert_eq!(from_author("/talks/", "../"), "../talks/");
        assert_eq!(from_author("//host/x", "../"), "//host/x");
        assert_eq!(from_author("#note", "../"), "#note");
        assert_eq!(from_author("https://host/", "../"), "https://host/");
    }

    #[test]
    fn addresses_are_made_absolute_as_they_stand_on_the_page() {
        let absolute = |address| absolute("https://host/repo/", "talks/", address);
        for (address, expected) in [
            ("", "https://host/repo/talks/"),
            ("#fn-1", "https://host/repo/talks/#fn-1"),
            ("a.png?x=../y", "https://host/repo/talks/a.png?x=../y"),
            ("./b/", "https://host/repo/talks/b/"),
            ("../other/", "https://host/repo/other/"),
            ("..", "https://host/repo/"),
            ("../../../../x", "https://host/x"),
            ("/images/a.png", "https://host/repo/images/a.png"),
            ("//cdn/x", "https://cdn/x"),
            ("https://else/", "https://else/"),
            ("mailto:a@b", "mailto:a@b"),
            ("né \"x\".png", "https://host/repo/talks/n%C3%A9%20%22x%22.png"),
            ("a%20b.png", "https://host/repo/talks/a%20b.png"),
        ] {
            assert_eq!(absolute(address), expected, "{address}");
        }
        assert_eq!(super::absolute("http://host/", "", ""), "http://host/");
    }

    #[test]
    fn the_host_is_shown_bare() {
        assert_eq!(host("https://www.example.org:8080/a?b"), Some("example.org"));
        assert_eq!(host("http://user@example.org"), Some("example.org"));
        assert_eq!(host("mailto:a@b"), None);
    }
}
