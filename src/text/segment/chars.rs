//! What a character is to the tokeniser: space, part of a word, digit, ideograph or mark.

/// The role of a character in a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CharClass {
    /// White space, control characters and invisible format characters: never part of a token.
    Space,
    /// Letters, their combining marks and joiners, `_`.
    Letter,
    Digit,
    /// A character of a script written without spaces that is a token by itself.
    Ideograph,
    /// Punctuation or symbol.
    Mark,
}

/// The class of the character at byte `at` and its length in bytes; `None` at the end of `text`.
#[inline]
pub(super) fn class_at(text: &str, at: usize) -> Option<(CharClass, usize)> {
    let byte = *text.as_bytes().get(at)?;
    if byte < 128 {
        return Some((ASCII[byte as usize], 1));
    }
    let c = char_at(text, at)?;
    Some((class_of(c), c.len_utf8()))
}

/// The character at byte `at`, if there is one.
#[inline]
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The character that ends before byte `at`, if there is one.
#[inline]
pub(super) fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// Whether the character is white space or invisible, so that it may lie between tokens.
pub fn is_space(c: char) -> bool {
    if c.is_ascii() { ASCII[c as usize] == CharClass::Space } else { class_of(c) == CharClass::Space }
}

/// Whether the character may be part of a word.
pub(super) fn is_wordly(c: char) -> bool {
    let class = if c.is_ascii() { ASCII[c as usize] } else { class_of(c) };
    matches!(class, CharClass::Letter | CharClass::Digit | CharClass::Ideograph)
}

/// `'` and `’`, both of which serve as apostrophe and as quotation mark.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

const ASCII: [CharClass; 128] = ascii_classes();

const fn ascii_classes() -> [CharClass; 128] {
    let mut table = [CharClass::Mark; 128];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = match byte as u8 {
            0..=32 | 127 => CharClass::Space,
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => CharClass::Letter,
            b'0'..=b'9' => CharClass::Digit,
            _ => CharClass::Mark,
        };
        byte += 1;
    }
    table
}

fn class_of(c: char) -> CharClass {
    match c {
        // Most non-ASCII characters of European news: Latin, Greek, Cyrillic letters.
        '\u{C0}'..='\u{24F}' if c != '×' && c != '÷' => CharClass::Letter,
        '\u{2010}'..='\u{2027}' => CharClass::Mark,
        '\u{AD}' | '\u{200C}' | '\u{200D}' | '\u{2060}' => CharClass::Letter,
        '\u{80}'..='\u{9F}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{FEFF}' => CharClass::Space,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => CharClass::Space,
        _ if is_ideograph(c) => CharClass::Ideograph,
        _ if c.is_whitespace() => CharClass::Space,
        _ if c.is_alphanumeric() || is_combining(c) => CharClass::Letter,
        _ => CharClass::Mark,
    }
}

/// Han and hiragana; runs of katakana, Thai, Khmer … stay together, since only a dictionary could split them.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309F}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Marks that Unicode does not call alphabetic but that belong to the letter before them.
fn is_combining(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}' | '\u{0591}'..='\u{05BD}' | '\u{064B}'..='\u{065F}'
        | '\u{06D6}'..='\u{06ED}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{3099}' | '\u{309A}' | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}')
        // Viramas, nuktas and tone marks of South and South-East Asia; their punctuation stands elsewhere.
        || (matches!(c, '\u{0900}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17D3}')
            && !matches!(c, '\u{0964}' | '\u{0965}' | '\u{0970}' | '\u{0DF4}' | '\u{0E3F}' | '\u{0E4F}' | '\u{0E5A}'
                | '\u{0E5B}' | '\u{104A}'..='\u{104F}'))
}
