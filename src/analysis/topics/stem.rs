//! The keys by which words of the lexicon and of an article are compared.

/// Longest word that is compared by its stem, bytes; longer ones are compared as they are.
const LONGEST: usize = 32;

/// Key of a word as spelled, case and all.
pub(super) fn exact_key(word: &str) -> u64 {
    finish(fnv(plain_apostrophe(word).bytes())) | 1
}

/// Key of a word by its stem: equal for "vote", "Votes" and "voting". Never equal to an [`exact_key`].
pub(crate) fn stem_key(word: &str) -> u64 {
    let word = plain_apostrophe(word);
    // No other ending is undone.
    let inflected = word.as_bytes().last().is_some_and(|b| matches!(b | 0x20, b's' | b'd' | b'g' | b'e'));
    if !inflected && word.len() <= LONGEST {
        return finish(fnv(word.bytes().map(|b| b.to_ascii_lowercase()))) & !1;
    }
    let mut buffer = [0; LONGEST];
    let hash = match buffer.get_mut(..word.len()) {
        Some(lower) => {
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            fnv(stem(lower).iter().copied())
        }
        None => fnv(word.bytes()),
    };
    finish(hash) & !1
}

/// Key of a phrase: that of all words but the last, and the last word's. Keeps the kind of `last`.
pub(super) fn phrase_key(before: u64, last: u64) -> u64 {
    (finish(before.rotate_left(23) ^ last) & !1) | (last & 1)
}

fn plain_apostrophe(word: &str) -> &str {
    if word == "’s" { "'s" } else { word }
}

fn fnv(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

fn finish(hash: u64) -> u64 {
    (hash ^ (hash >> 29)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// A light stem, in place: plural, -ed and -ing are undone, a long word's last "e" is dropped. Word
/// classes stay apart ("elect" and "election"), so a cue means what its author thought of.
fn stem(word: &mut [u8]) -> &[u8] {
    if !word.iter().all(u8::is_ascii_alphabetic) {
        return word;
    }
    let length = without_plural(word);
    let length = without_tense(word, length);
    let silent = word[length - 1] == b'e' && length > 5;
    &word[..length - usize::from(silent)]
}

/// Length of the word without a plural or third-person "s"; "ies" becomes "y".
fn without_plural(word: &mut [u8]) -> usize {
    let n = word.len();
    match word {
        [.., b'i', b'e', b's'] if n > 4 => {
            word[n - 3] = b'y';
            n - 2
        }
        [.., b's', b's', b'e', b's'] | [.., b'x' | b'z', b'e', b's'] if n > 4 => n - 2,
        [.., b'c' | b's', b'h', b'e', b's'] if n > 4 => n - 2,
        [.., b's' | b'u' | b'i', b's'] => n,
        [.., b's'] if n > 3 => n - 1,
        _ => n,
    }
}

/// Length of the word without "ed" or "ing": "stopped" -> "stop", "voting" -> "vote", "carried" -> "carry".
fn without_tense(word: &mut [u8], n: usize) -> usize {
    let stem = match &word[..n] {
        [.., b'i', b'e', b'd'] if n > 4 => {
            word[n - 3] = b'y';
            return n - 2;
        }
        [.., b'e', b'd'] => n - 2,
        [.., b'i', b'n', b'g'] => n - 3,
        _ => return n,
    };
    if stem < 3 || !word[..stem].iter().any(|&b| is_vowel(b)) {
        return n;
    }
    match word[..stem] {
        [.., a, b] if a == b && stem > 3 && !matches!(b, b'l' | b's' | b'z' | b'f' | b'e' | b'o') => stem - 1,
        [.., c, v, d] if lost_its_e(&word[..stem], c, v, d) => {
            word[stem] = b'e';
            stem + 1
        }
        _ => stem,
    }
}

/// Whether a stem of one syllable must have ended in "e": consonant, vowel, consonant ("vot-", "strik-").
fn lost_its_e(stem: &[u8], c: u8, v: u8, d: u8) -> bool {
    let one_vowel = stem.iter().filter(|&&b| is_vowel(b)).count() == 1;
    one_vowel && stem.len() <= 4 && !is_vowel(c) && is_vowel(v) && !is_vowel(d) && !matches!(d, b'w' | b'x' | b'y')
}

fn is_vowel(b: u8) -> bool {
    matches!(b, b'a' | b'e' | b'i' | b'o' | b'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stemmed(word: &str) -> String {
        String::from_utf8(stem(&mut word.as_bytes().to_vec()).to_vec()).unwrap()
    }

    #[test]
    fn inflected_forms_share_a_stem() {
        for family in [
            &["vote", "votes", "voted", "voting"][..],
            &["strike", "strikes", "striking"],
            &["stop", "stops", "stopped", "stopping"],
            &["bury", "buries", "buried"],
            &["release", "released", "releasing"],
            &["bomb", "bombs", "bombing"],
            &["crash", "crashes", "crashed"],
        ] {
            for word in family {
                assert_eq!(stemmed(word), stemmed(family[0]), "{word}");
            }
        }
    }

    #[test]
    fn different_words_stay_apart() {
        for (a, b) in
            [("inning", "in"), ("plane", "plan"), ("pope", "pop"), ("election", "elect"), ("bus", "bu"), ("king", "k")]
        {
            assert_ne!(stemmed(a), stemmed(b));
        }
    }

    #[test]
    fn keys_know_their_kind() {
        assert_eq!(stem_key("Votes"), stem_key("voting"));
        assert_ne!(exact_key("Labour"), exact_key("labour"));
        assert_ne!(exact_key("labour"), stem_key("labour"));
        assert_eq!(stem_key("’s"), stem_key("'s"));
        assert_ne!(phrase_key(stem_key("a"), stem_key("b")), phrase_key(stem_key("b"), stem_key("a")));
        assert_eq!(stem_key("1,000"), stem_key("1,000"));
        assert_eq!(stem_key(&"x".repeat(99)), stem_key(&"x".repeat(99)));
    }
}
