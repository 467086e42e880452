//! What may stand in a slug, a link or a path.

/// Why a text is refused, and what to write.
type Refusal = (&'static str, &'static str);

/// One part of a URL that is also a safe name of a folder.
pub(super) fn slug(text: &str) -> Result<(), Refusal> {
    let safe = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '~');
    let ok = text.chars().all(safe) && !text.starts_with('.') && !text.ends_with('.') && text.len() <= 200;
    ok.then_some(()).ok_or(("is not one part of an address", "use letters, digits and `-`, as in `my-article`"))
}

/// An address on the web.
pub(super) fn web(text: &str) -> Result<(), Refusal> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    let ok = !rest.is_empty() && !rest.starts_with('/') && !text.contains([' ', '"', '<', '>']);
    ok.then_some(()).ok_or(("is not an address on the web", "write it in full, as in `https://example.org/story`"))
}

/// The address of a picture: on the web, or a path.
pub(super) fn image(text: &str) -> Result<(), Refusal> {
    let ok = match scheme(text).as_deref() {
        None => true,
        Some(scheme) => matches!(scheme, "http" | "https"),
    };
    ok.then_some(()).ok_or(("is not the address of a picture", "write a path or an address beginning with `https://`"))
}

/// An old path of the article on this site.
pub(super) fn alias(text: &str) -> Result<(), Refusal> {
    let parts = text.strip_prefix('/').unwrap_or(text);
    let parts = parts.strip_suffix('/').unwrap_or(parts);
    let safe = |part: &str| {
        !matches!(part, "" | "." | "..") && !part.contains(|c: char| c.is_control() || "\\?#:*\"<>|%".contains(c))
    };
    let ok = !parts.is_empty() && parts.split('/').all(safe);
    ok.then_some(()).ok_or(("is not a path on this site", "write it without a host, as in `2016/old-name`"))
}

/// A BCP 47 code by its shape.
pub(super) fn language(text: &str) -> Result<(), Refusal> {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    let ok = matches!(first.len(), 2 | 3)
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| matches!(part.len(), 1..=8) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    ok.then_some(()).ok_or(("is not the code of a language", "write a code such as `en` or `pt-BR`"))
}

/// Whether a link may stay: relative, or of a scheme that only leads somewhere.
pub(super) fn is_safe_link(url: &str) -> bool {
    scheme(url).is_none_or(|scheme| matches!(&*scheme, "http" | "https" | "mailto" | "tel" | "ftp" | "xmpp" | "irc"))
}

/// Whether a picture may stay.
pub(super) fn is_safe_image(url: &str) -> bool {
    const INLINE: [&str; 4] = ["data:image/png;", "data:image/jpeg;", "data:image/gif;", "data:image/webp;"];
    image(url).is_ok()
        || INLINE.iter().any(|kind| url.get(..kind.len()).is_some_and(|head| head.eq_ignore_ascii_case(kind)))
}

/// The scheme of an address in small letters, as browsers see it: without spaces and control characters.
fn scheme(url: &str) -> Option<String> {
    let end = url.find([':', '/', '?', '#'])?;
    if !url[end..].starts_with(':') {
        return None;
    }
    let seen = |c: &char| !c.is_whitespace() && !c.is_control();
    Some(url[..end].chars().filter(seen).map(|c| c.to_ascii_lowercase()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_one_safe_part() {
        for good in ["my-article", "Über_1.2", "a"] {
            assert_eq!(slug(good), Ok(()), "{good}");
        }
        for bad in ["../../x", "a/b", "a\\b", ".", "..", ".x", "a b", "a?b", "c:", "x.", "%2e"] {
            assert!(slug(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn links_that_run_code_are_not_safe() {
        for good in ["a.html", "/a:b", "#x", "?a:b", "//host/x", "https://x", "MAILTO:a@b"] {
            assert!(is_safe_link(good), "{good}");
        }
        for bad in
            ["javascript:x", "JaVaScript:x", " java\tscript:x", "\u{1}javascript:x", "data:text/html,x", "vbscript:x"]
        {
            assert!(!is_safe_link(bad), "{bad}");
        }
        assert!(is_safe_image("data:image/png;base64,AA"));
        assert!(!is_safe_image("data:image/svg+xml;base64,AA"));
    }

    #[test]
    fn aliases_languages_and_sources_have_their_shapes() {
        assert!(alias("/2016/old/").is_ok() && alias("old.html").is_ok());
        assert!(["/", "", "../x", "a//b", "https://x/y", "a?b"].iter().all(|bad| alias(bad).is_err()));
        assert!(language("pt-BR").is_ok() && language("zh-Hant-TW").is_ok());
        assert!(["english", "e", "en_US", "en-"].iter().all(|bad| language(bad).is_err()));
        assert!(web("https://example.org/a").is_ok());
        assert!(["example.org", "javascript:x", "https:///x", "https://a b"].iter().all(|bad| web(bad).is_err()));
    }
}
