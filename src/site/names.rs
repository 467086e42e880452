//! Names of files that carry a hash of their contents, which nobody but this program gives.

/// Whether a path is that of a style sheet, a picture or a part of the search index, of this build or of another.
pub fn is_hashed(path: &str) -> bool {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let mut parts = name.split('.');
    let (stem, rest) = (parts.next().unwrap_or_default(), parts.collect::<Vec<_>>());
    match (folder, &rest[..]) {
        ("", [hash, "css"]) => stem == "style" && is_hash(hash, 8),
        ("search", [hash, "css" | "js"]) => stem == "search" && is_hash(hash, 8),
        ("pictures", [_]) => is_picture(stem),
        ("search/pagefind", [_, "pf_meta"]) => stem == "pagefind",
        ("search/pagefind/fragment" | "search/pagefind/index" | "search/pagefind/filter", [kind]) => {
            kind.starts_with("pf_")
        }
        _ => false,
    }
}

/// `name-0123456789` or `name-0123456789-480`.
fn is_picture(stem: &str) -> bool {
    let mut parts = stem.rsplit('-');
    let last = parts.next().unwrap_or_default();
    is_hash(last, 10) || last.bytes().all(|b| b.is_ascii_digit()) && parts.next().is_some_and(|hash| is_hash(hash, 10))
}

fn is_hash(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_taken_for_ours() {
        for ours in [
            "style.8041890f.css",
            "search/search.47a29f2c.js",
            "pictures/bridge-80d2e60805-1600.jpg",
            "pictures/plan-80d2e60805.svg",
            "search/pagefind/pagefind.en_8c6858702e.pf_meta",
            "search/pagefind/fragment/en_3ac87bf.pf_fragment",
        ] {
            assert!(is_hashed(ours), "{ours}");
        }
        for other in [
            "style.css",
            "style.mine.css",
            "pictures/bridge.jpg",
            "pictures/bridge-2024.jpg",
            "pictures/a/plan-80d2e60805.svg",
            "search/own.js",
            "index.html",
            "",
        ] {
            assert!(!is_hashed(other), "{other}");
        }
    }
}
