//! Words made comparable: without case, accents, punctuation and, where asked, without the plural.

use std::borrow::Cow;

/// Lower case ASCII words with one blank between them: `Jean-Claude Juncker` and `JEAN CLAUDE JUNCKER` are equal.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in ascii(text).chars() {
        match c {
            'a'..='z' | '0'..='9' => folded.push(c),
            'A'..='Z' => folded.push(c.to_ascii_lowercase()),
            // An apostrophe or full stop does not part words: `O'Brien`, `U.S.`
            '\'' | '.' | '`' => {}
            _ if folded.is_empty() || folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// [`fold`], with every word in the singular.
pub(super) fn fold_plural(text: &str) -> String {
    let folded = fold(text);
    let mut singular = String::with_capacity(folded.len());
    for word in folded.split(' ') {
        if !singular.is_empty() {
            singular.push(' ');
        }
        let (stem, ending) = without_plural(word);
        singular.push_str(stem);
        singular.push_str(ending);
    }
    singular
}

/// The text in ASCII, accents and other scripts written out.
pub(super) fn ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(deunicode::deunicode(text)) }
}

/// The S stemmer of Harman ("How effective is suffixing?", 1991): takes off an English plural and nothing else.
fn without_plural(word: &str) -> (&str, &'static str) {
    let ends = |endings: &[&str]| endings.iter().any(|e| word.ends_with(e));
    if word.len() <= 3 {
        (word, "")
    } else if word.ends_with("ies") && !ends(&["eies", "aies"]) {
        (&word[..word.len() - 3], "y")
    } else if word.ends_with('s') && !ends(&["us", "ss", "is"]) {
        (&word[..word.len() - 1], "")
    } else {
        (word, "")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_forgets_case_accents_and_punctuation() {
        assert_eq!(fold("Recep Tayyip Erdoğan"), "recep tayyip erdogan");
        assert_eq!(fold("Jean-Claude  JUNCKER "), "jean claude juncker");
        assert_eq!(fold("Conan O’Brien"), fold("Conan O'Brien"));
        assert_eq!(fold("U.S."), "us");
        assert_eq!(fold(" — "), "");
    }

    #[test]
    fn the_plural_is_forgotten_and_nothing_else() {
        assert_eq!(fold_plural("Security guarantees"), "security guarantee");
        assert_eq!(fold_plural("air bases"), fold_plural("air base"));
        assert_eq!(fold_plural("Policies"), "policy");
        for unchanged in ["crisis", "virus", "congress", "gas", "nato"] {
            assert_eq!(fold_plural(unchanged), unchanged);
        }
        assert_ne!(fold_plural("university"), fold_plural("universe"));
    }
}
