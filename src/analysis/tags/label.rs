//! How a tag is written: in words that stand in the article, in the form that readers write.

use super::candidates::{Candidate, Place};
use crate::analysis::people::PeopleLexicon;
use crate::text::Document;
use std::collections::BTreeMap;

/// The label of a candidate: its most usual form in the article.
///
/// A singular that the article uses is preferred over its plural. Only letter case is ever changed: a common noun
/// that stands at the beginning of a sentence is written small, and a name in capitals as elsewhere in the text.
pub(super) fn label(doc: &Document, candidate: &Candidate, people: &PeopleLexicon) -> String {
    let mut forms: BTreeMap<String, usize> = BTreeMap::new();
    for place in &candidate.places {
        *forms.entry(written(doc, place, people)).or_default() += 1;
    }
    let is_small = |form: &str| candidate.kind.is_none() && form.starts_with(char::is_lowercase);
    let rank = |form: &String, count: usize| {
        (
            form.to_lowercase() == candidate.key,
            is_small(form),
            !is_shouted(form),
            count,
            std::cmp::Reverse(form.clone()),
        )
    };
    forms.iter().max_by_key(|(form, count)| rank(form, **count)).map(|(form, _)| form.clone()).unwrap_or_default()
}

/// The words of one place, single-spaced, common nouns in lower case.
fn written(doc: &Document, place: &Place, people: &PeopleLexicon) -> String {
    let text = doc.slice(place.span(doc));
    let mut words = Vec::new();
    for (i, word) in text.split_whitespace().enumerate() {
        let opens_sentence = i == 0 && place.tokens.start == doc.sentences[place.sentence as usize].tokens.start;
        let is_name = !opens_sentence
            || people.nation(word).is_some()
            || begins_name(doc, place.tokens.start)
            || is_capital_elsewhere(doc, word);
        let common = !(place.proper || is_name && word.starts_with(char::is_uppercase));
        words.push(if common && !is_shouted(word) { small(word) } else { word.to_owned() });
    }
    words.join(" ")
}

/// A common noun in small letters; the capitals of a name or acronym in it stay: "Anti-Muslim", "iPod", "MPs".
fn small(word: &str) -> String {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return String::new() };
    let inner = chars.as_str();
    match inner.split_once('-') {
        Some((prefix, _)) if prefix.contains(char::is_uppercase) => word.to_owned(),
        Some(_) if !is_shouted(word) => first.to_lowercase().chain(inner.chars()).collect(),
        None if inner.contains(char::is_uppercase) && inner.contains(char::is_lowercase) => word.to_owned(),
        _ => word.to_lowercase(),
    }
}

/// Whether a word that begins a sentence begins a name within others, and never stands there without its capital.
fn is_capital_elsewhere(doc: &Document, word: &str) -> bool {
    let mut found = false;
    for sentence in &doc.sentences {
        for token in sentence.tokens.clone().skip(1) {
            let other = doc.text_of(token);
            if other.eq_ignore_ascii_case(word) {
                if other != word {
                    return false;
                }
                found |= !doc.text_of(token - 1).starts_with(char::is_uppercase);
            }
        }
    }
    found
}

/// Whether the name of a place, an organisation or a person begins at a token.
fn begins_name(doc: &Document, token: u32) -> bool {
    doc.entities.binary_search_by_key(&token, |entity| entity.tokens.start).is_ok()
}

/// Whether a word of more than five letters is all in capitals ("WASHINGTON", but not "NATO").
fn is_shouted(form: &str) -> bool {
    form.chars().filter(|c| c.is_alphabetic()).count() > 5 && !form.chars().any(char::is_lowercase)
}

/// What a very usual acronym stands for, in lower case: all its forms are one tag.
pub(super) fn written_out(word: &str) -> Option<&'static str> {
    Some(match word {
        "US" | "U.S." | "U.S" | "USA" | "U.S.A." => "united states",
        "UK" | "U.K." | "U.K" => "united kingdom",
        "UN" | "U.N." | "U.N" => "united nations",
        "EU" | "E.U." => "european union",
        "UAE" | "U.A.E." => "united arab emirates",
        _ => return None,
    })
}

/// Turns the English noun in lower case that begins at byte `start` of `text` into its singular, by the regular rules.
///
/// Used to compare, never shown.
pub(super) fn make_singular(text: &mut String, start: usize) {
    let word = &text[start..];
    if !word.ends_with(['s', 'n']) {
        return;
    }
    let (cut, ending) = match word.as_bytes() {
        b"men" | b"women" => (2, "an"),
        b"children" => (3, ""),
        b"news" | b"series" | b"species" | b"politics" | b"economics" | b"athletics" | b"mathematics" | b"physics" => {
            return;
        }
        b"houthis" | b"iraqis" | b"israelis" | b"kiwis" | b"nazis" | b"pakistanis" | b"saudis" | b"sunnis"
        | b"taxis" => (1, ""),
        _ if word.len() < 4 || !word.is_ascii() => return,
        [.., b'i', b'e', b's'] if word.len() > 4 => (3, "y"),
        [.., b's', b's', b'e', b's'] | [.., b's' | b'c', b'h', b'e', b's'] => (2, ""),
        [.., b'x', b'e', b's'] | [.., b'z', b'z', b'e', b's'] => (2, ""),
        [.., b's' | b'u' | b'i' | b'\'', b's'] => return,
        [.., b's'] => (1, ""),
        _ => return,
    };
    text.truncate(text.len() - cut);
    text.push_str(ending);
}

#[cfg(test)]
mod tests {
    use super::make_singular;

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
            ("sizes", "size"),
            ("children", "child"),
            ("women", "woman"),
            ("gas", "gas"),
            ("cafés", "cafés"),
        ] {
            let mut text = format!("a {plural}");
            make_singular(&mut text, 2);
            assert_eq!(text, format!("a {expected}"));
        }
    }
}
