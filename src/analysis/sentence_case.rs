//! The first letter of what was cut out of a sentence.

/// The text with a capital at its beginning, unless its first word has one further on: "iPhone" stays.
pub(super) fn capitalised(text: &str) -> String {
    let word = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if !word.chars().any(char::is_uppercase) => first.to_uppercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::capitalised;

    #[test]
    fn names_keep_their_small_letter() {
        assert_eq!(capitalised("the court rose"), "The court rose");
        assert_eq!(capitalised("iPhone sales fell"), "iPhone sales fell");
        assert_eq!(capitalised(""), "");
    }
}
