//! What a request gets, from the site in memory and nothing else. Pure.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use super::state::{State, moved_to};

/// Where the server's own files are, at the root of the host; no page of a site lies there.
pub(super) const EVENTS: &str = "/__standfirst/events";
pub(super) const SCRIPT: &str = "/__standfirst/live.js";

/// What cannot stand in the path of a URL.
const NOT_IN_PATHS: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'<').add(b'>').add(b'?').add(b'%');

/// What a request gets.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reply {
    File {
        status: u16,
        content_type: &'static str,
        bytes: Vec<u8>,
    },
    /// To another path of the same host.
    Redirect(String),
}

/// What is at a path of the host, as it stands in the request (percent-encoded); `session` names this run of the server.
pub(super) fn respond(state: &State, path: &str, session: u32) -> Reply {
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    let Some(below) = decoded.strip_prefix(state.base.as_str()) else {
        return if decoded == "/" || format!("{decoded}/") == state.base {
            Reply::Redirect(encoded(&state.base))
        } else {
            missing(state, session)
        };
    };
    let index = match below {
        "" => "index.html".to_owned(),
        _ => format!("{}/index.html", below.strip_suffix('/').unwrap_or(below)),
    };
    let is_folder = below.is_empty() || below.ends_with('/');
    match () {
        () if !is_folder && state.site.contains(below) => file(state, below, 200, session),
        () if is_folder && state.site.contains(&index) => file(state, &index, 200, session),
        () if state.site.contains(&index) => Reply::Redirect(encoded(&format!("{}{below}/", state.base))),
        () => match moved_to(state, &index) {
            Some(page) => Reply::Redirect(encoded(&format!("{}{}", state.base, page.trim_end_matches("index.html")))),
            None => missing(state, session),
        },
    }
}

/// A path that starts with one slash, whatever `path` starts with: two would lead to another host.
fn encoded(path: &str) -> String {
    format!("/{}", utf8_percent_encode(path.trim_start_matches('/'), NOT_IN_PATHS))
}

fn missing(state: &State, session: u32) -> Reply {
    match (state.site.is_empty(), state.site.contains("404.html")) {
        (true, _) => page(503, NOT_YET, state, session),
        (false, true) => file(state, "404.html", 404, session),
        (false, false) => page(404, "<!doctype html><title>Not found</title><p>Not found</p></body>", state, session),
    }
}

/// Shown until a build is good; the script lays the problems over it.
const NOT_YET: &str = "<!doctype html><html lang=\"en\"><title>Not built yet</title>\
    <body><p>The site has not been built yet.</p></body></html>";

fn file(state: &State, path: &str, status: u16, session: u32) -> Reply {
    let bytes = state.site.get(path).map(|file| file.bytes.as_slice()).unwrap_or_default();
    match content_type(path) {
        HTML => page(status, &String::from_utf8_lossy(bytes), state, session),
        content_type => Reply::File { status, content_type, bytes: bytes.to_vec() },
    }
}

fn page(status: u16, html: &str, state: &State, session: u32) -> Reply {
    Reply::File { status, content_type: HTML, bytes: with_script(html, state, session).into_bytes() }
}

/// A page with the script that reloads it, before the end of its body.
fn with_script(html: &str, state: &State, session: u32) -> String {
    let at = html.rfind("</body>").unwrap_or(html.len());
    let (version, style) = (version(state, session), &state.style);
    let script =
        format!("<script src=\"{SCRIPT}\" data-version=\"{version}\" data-style=\"{style}\" defer></script>\n");
    [&html[..at], &script, &html[at..]].concat()
}

/// What a page is told, as JSON: whenever it connects and whenever something changes.
pub(super) fn event(state: &State, session: u32) -> String {
    let version = version(state, session);
    serde_json::json!({ "version": version, "style": state.style, "problems": state.problems }).to_string()
}

/// The version of the pages, unlike that of any other run of the server.
fn version(state: &State, session: u32) -> String {
    format!("{session}.{}", state.version)
}

const HTML: &str = "text/html; charset=utf-8";

fn content_type(path: &str) -> &'static str {
    match path.rsplit('/').next() {
        Some("atom.xml") => return "application/atom+xml; charset=utf-8",
        Some("rss.xml") => return "application/rss+xml; charset=utf-8",
        Some("feed.json") => return "application/feed+json",
        Some("opensearch.xml") => return "application/opensearchdescription+xml; charset=utf-8",
        _ => {}
    }
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension.to_ascii_lowercase().as_str() {
        "html" | "htm" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "xml" | "atom" | "rss" => "application/xml; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "wasm" => "application/wasm",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::site::Site;

    fn state(base: &str, paths: &[&str]) -> State {
        let mut site = Site::default();
        for path in paths {
            site.add((*path).to_owned(), format!("<body>{path}</body>").into(), String::new()).unwrap();
        }
        State { site: Arc::new(site), base: base.to_owned(), style: "s.css".to_owned(), ..State::default() }
    }

    fn status(reply: &Reply) -> u16 {
        match reply {
            Reply::File { status, .. } => *status,
            Reply::Redirect(_) => 307,
        }
    }

    #[test]
    fn pages_have_clean_addresses_below_the_base() {
        let state = state("/news/", &["index.html", "a/index.html", "style.css", "é/index.html"]);
        let to = |path: &str| respond(&state, path, 1);
        assert_eq!(to("/"), Reply::Redirect("/news/".to_owned()));
        assert_eq!(to("/news"), Reply::Redirect("/news/".to_owned()));
        assert_eq!(to("/news/a"), Reply::Redirect("/news/a/".to_owned()));
        assert_eq!(to("/news/%C3%A9"), Reply::Redirect("/news/%C3%A9/".to_owned()));
        for (path, expected) in [
            ("/news/", 200),
            ("/news/a/", 200),
            ("/news/a/index.html", 200),
            ("/news/%C3%A9/", 200),
            ("/news/style.css", 200),
            ("/news/style.css/", 404),
            ("/a/", 404),
            ("/newspaper", 404),
        ] {
            assert_eq!(status(&to(path)), expected, "{path}");
        }
    }

    #[test]
    fn what_machines_read_is_named_as_it_is_registered() {
        for (path, expected) in [
            ("people/x/atom.xml", "application/atom+xml; charset=utf-8"),
            ("rss.xml", "application/rss+xml; charset=utf-8"),
            ("topics/x/feed.json", "application/feed+json"),
            ("opensearch.xml", "application/opensearchdescription+xml; charset=utf-8"),
            ("sitemap.xml", "application/xml; charset=utf-8"),
            ("news-sitemap.xml", "application/xml; charset=utf-8"),
            ("robots.txt", "text/plain; charset=utf-8"),
            ("manifest.webmanifest", "application/manifest+json"),
            ("icon.svg", "image/svg+xml"),
            ("other.json", "application/json"),
        ] {
            assert_eq!(content_type(path), expected, "{path}");
        }
    }

    #[test]
    fn nothing_but_the_site_is_reachable() {
        let state = state("/", &["index.html", "a/index.html", "404.html"]);
        for path in
            ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/a/../../x", "/etc/passwd", "//host/", "/a//", "/%ff", "/\\x"]
        {
            assert_ne!(status(&respond(&state, path, 1)), 200, "{path}");
        }
        assert_eq!(status(&respond(&state, "//a", 1)), 404);
    }

    #[test]
    fn the_script_stands_at_the_end_of_pages_and_nowhere_else() {
        let state = state("/", &["index.html", "a.txt"]);
        let Reply::File { bytes, .. } = respond(&state, "/", 7) else { panic!("a redirect") };
        let script = r#"<script src="/__standfirst/live.js" data-version="7.0" data-style="s.css" defer></script>"#;
        assert_eq!(String::from_utf8(bytes).unwrap(), format!("<body>index.html{script}\n</body>"));
        let plain = Reply::File {
            status: 200,
            content_type: "text/plain; charset=utf-8",
            bytes: b"<body>a.txt</body>".to_vec(),
        };
        assert_eq!(respond(&state, "/a.txt", 7), plain);
    }

    #[test]
    fn before_the_first_good_build_every_address_says_so() {
        assert_eq!(status(&respond(&State { base: "/".to_owned(), ..State::default() }, "/a/", 1)), 503);
    }
}
