//! One name in the spellings of two schemes of transliteration: `Zelensky` and `Zelenskyy`. Knows folded names only.

/// A key that two spellings of a name share when they differ only in how an alphabet is transliterated.
///
/// The first word must agree letter by letter: given names are short, and many differ by one letter. `None` for names
/// too short to tell.
pub(super) fn transliteration_key(folded: &str) -> Option<String> {
    const SHORTEST: usize = 5;
    let (given, rest) = folded.split_once(' ')?;
    if rest.rsplit(' ').next()?.len() < SHORTEST || given.len() < 2 {
        return None;
    }
    let mut key = String::with_capacity(folded.len());
    key.push_str(given);
    for word in rest.split(' ') {
        key.push(' ');
        push_sounds(word, &mut key);
    }
    Some(key)
}

/// Two letters that schemes write for one, longest differences first.
const PAIRS: &[(&str, char)] = &[("tz", 'c'), ("ts", 'c'), ("ph", 'f'), ("kh", 'h'), ("ck", 'k'), ("ks", 'x')];

fn push_sounds(word: &str, key: &mut String) {
    let start = key.len();
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        let pair = PAIRS.iter().find(|(pair, _)| rest.starts_with(pair));
        let (sound, used) = match (pair, letter) {
            (Some((_, sound)), _) => (*sound, 2),
            (None, 'y' | 'j') => ('i', 1),
            (None, 'w') => ('v', 1),
            (None, other) => (other, other.len_utf8()),
        };
        if key.len() == start || !key.ends_with(sound) {
            key.push(sound);
        }
        rest = &rest[used..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_scheme_and_another_have_one_key() {
        let same = |a, b| transliteration_key(a).is_some() && transliteration_key(a) == transliteration_key(b);
        assert!(same("volodymyr zelensky", "volodymyr zelenskyy"));
        assert!(same("volodymyr zelenskiy", "volodymyr zelenskyy"));
        assert!(same("anna vladimirov", "anna wladimirow"));
        assert!(same("igor kravtsov", "igor kravtzov"));
        assert!(!same("anna roeman", "hanna roeman"));
        assert!(!same("anna rossi", "anna russo"));
        assert_eq!(transliteration_key("ann lee"), None, "too short to tell");
        assert_eq!(transliteration_key("zelensky"), None, "a surname alone");
    }
}
