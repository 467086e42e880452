//! How a tag is written: in words that stand in the article, in the form that readers write.

use super::candidates::{Candidate, Place};
use crate::text::Document;
use std::collections::BTreeMap;

/// The label of a candidate: its most usual form in the article.
///
/// A singular that the article uses is preferred over its plural. Only letter case is ever changed: a common noun
/// that stands at the beginning of a sentence is written small, and a name in capitals as elsewhere in the text.
pub(super) fn label(doc: &Document, candidate: &Candidate) -> String {
    let mut forms: BTreeMap<String, usize> = BTreeMap::new();
    for place in &candidate.places {
        *forms.entry(written(doc, place)).or_default() += 1;
    }
    let singular = candidate.key.join(" ");
    let rank = |form: &String, count: usize| {
        (form.to_lowercase() == singular, !is_shouted(form), count, std::cmp::Reverse(form.clone()))
    };
    forms.iter().max_by_key(|(form, count)| rank(form, **count)).map(|(form, _)| form.clone()).unwrap_or_default()
}

/// The words of one place, single-spaced, common nouns in lower case.
fn written(doc: &Document, place: &Place) -> String {
    let text = doc.slice(place.span(doc));
    let mut words = Vec::new();
    for (i, word) in text.split_whitespace().enumerate() {
        let opens_sentence = i == 0 && place.tokens.start == doc.sentences[place.sentence as usize].tokens.start;
        let common = !place.proper && (opens_sentence || !word.starts_with(char::is_uppercase));
        words.push(if common && !is_shouted(word) { word.to_lowercase() } else { word.to_owned() });
    }
    words.join(" ")
}

/// Whether a word of more than five letters is all in capitals ("WASHINGTON", but not "NATO").
fn is_shouted(form: &str) -> bool {
    form.chars().filter(|c| c.is_alphabetic()).count() > 5 && !form.chars().any(char::is_lowercase)
}

/// The singular of an English noun in lower case, by the regular rules; used to compare, never shown.
pub(super) fn singular(word: &str) -> String {
    let cut = |n: usize, with: &str| format!("{}{with}", &word[..word.len() - n]);
    match word {
        "men" => return "man".to_owned(),
        "women" => return "woman".to_owned(),
        "children" => return "child".to_owned(),
        "people" | "news" | "series" | "species" | "politics" | "economics" | "athletics" | "mathematics"
        | "physics" => {
            return word.to_owned();
        }
        _ => {}
    }
    if word.len() < 4 || !word.is_ascii() {
        word.to_owned()
    } else if word.ends_with("ies") && word.len() > 4 {
        cut(3, "y")
    } else if ["sses", "shes", "ches", "xes", "zes"].iter().any(|end| word.ends_with(end)) {
        cut(2, "")
    } else if word.ends_with('s') && !["ss", "us", "is", "'s"].iter().any(|end| word.ends_with(end)) {
        cut(1, "")
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::singular;

    #[test]
    fn singular_follows_the_regular_rules_and_leaves_the_rest() {
        for (plural, expected) in [
            ("guarantees", "guarantee"),
            ("parties", "party"),
            ("churches", "church"),
            ("glasses", "glass"),
            ("crisis", "crisis"),
            ("virus", "virus"),
            ("politics", "politics"),
            ("women", "woman"),
            ("gas", "gas"),
            ("cafés", "cafés"),
        ] {
            assert_eq!(singular(plural), expected);
        }
    }
}
