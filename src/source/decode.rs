//! From bytes to text: encodings, line ends and characters that no text should have.

use crate::diagnostic::{Diagnostic, Place};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

const SAVE_AS_UTF_8: &str = "save the file as UTF-8";

/// The text of a file with `\n` between its lines, and a warning when its encoding had to be guessed.
///
/// UTF-8 with or without a byte order mark and UTF-16 with one are taken as they are. In a text that is UTF-8 but for
/// a few bytes these become `�`; any other encoding is told from the bytes themselves.
///
/// # Errors
/// When the file is no text.
pub(super) fn decode(path: &str, bytes: &[u8]) -> Result<(String, Option<Diagnostic>), Diagnostic> {
    if let Some((encoding, bom)) = Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding != UTF_8) {
        let (text, damaged) = encoding.decode_without_bom_handling(&bytes[bom..]);
        if text.contains('\0') {
            return Err(binary(path));
        }
        let warning = damaged.then(|| not_quite(path, encoding.name(), &text, text.find('\u{FFFD}').unwrap_or(0)));
        return Ok((tidy(&text), warning));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if is_binary(bytes) {
        return Err(binary(path));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((tidy(text), None)),
        Err(error) => Ok(guess(path, bytes, error.valid_up_to())),
    }
}

fn binary(path: &str) -> Diagnostic {
    Diagnostic::error(format!("`{path}` is not a text file"))
        .at(Place::file(path))
        .hint("save the article as plain text in UTF-8, or move the file out of the folder")
}

/// Whether the bytes have a NUL, or more than one control character in a hundred bytes.
fn is_binary(bytes: &[u8]) -> bool {
    let controls = bytes.iter().filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0C)).count();
    controls * 100 > bytes.len() || bytes.contains(&0)
}

/// Decodes what is not UTF-8; `bad` is the place of its first byte that cannot be.
fn guess(path: &str, bytes: &[u8], bad: usize) -> (String, Option<Diagnostic>) {
    if is_mostly_utf_8(bytes) {
        let text = String::from_utf8_lossy(bytes);
        let warning = not_quite(path, "UTF-8", &text, bad);
        return (tidy(&text), Some(warning));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let at = encoding.decode_without_bom_handling(&bytes[..bad]).0.len();
    let message = format!("not UTF-8 (byte 0x{:02X}); it was read as {}", bytes[bad], encoding.name());
    let warning = Diagnostic::warning(message).at(place(path, &text, at)).hint(SAVE_AS_UTF_8);
    (tidy(&text), Some(warning))
}

/// Whether characters of several bytes are more often right than wrong.
fn is_mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    right > wrong
}

fn not_quite(path: &str, encoding: &str, text: &str, at: usize) -> Diagnostic {
    Diagnostic::warning(format!("bytes that are not {encoding}; they are shown as `\u{FFFD}`"))
        .at(place(path, text, at))
        .hint("write the character again and save the file as UTF-8")
}

fn place(path: &str, text: &str, at: usize) -> Place {
    let end = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
    Place::in_source(path, text, at..end)
}

/// Makes `\n` of every line end, and blanks out control characters and the two noncharacters that
/// `html` works with.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let plain = rest.bytes().position(|b| !matches!(b, b' '..=b'~' | b'\n' | b'\t')).unwrap_or(rest.len());
        out.push_str(&rest[..plain]);
        let mut chars = rest[plain..].chars();
        let Some(c) = chars.next() else { return out };
        rest = chars.as_str();
        match c {
            '\r' if rest.starts_with('\n') => {}
            '\r' | '\x0C' => out.push('\n'),
            '\u{FDD0}' | '\u{FDD1}' => out.push('\u{FFFD}'),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn warning(bytes: &[u8]) -> (String, String, u32, u32) {
        let (text, warning) = decode("a.txt", bytes).unwrap();
        let warning = warning.unwrap();
        let place = warning.place.unwrap();
        (text, warning.message, place.line, place.column)
    }

    #[test]
    fn byte_order_marks_and_line_ends_are_no_part_of_the_text() {
        let utf_16: Vec<u8> = "\u{FEFF}Zoë\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf_16_be: Vec<u8> = "\u{FEFF}Zoë\r\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in ["\u{FEFF}Zoë\r\n".as_bytes(), "Zoë\r".as_bytes(), &utf_16, &utf_16_be] {
            assert_eq!(decode("a.txt", bytes), Ok(("Zoë\n".to_owned(), None)));
        }
    }

    #[test]
    fn other_encodings_are_named_with_the_first_byte_that_gave_them_away() {
        let (text, message, line, column) = warning(b"The mayor\nof the caf\xE9 resigned on Monday.\n");
        assert_eq!(text, "The mayor\nof the café resigned on Monday.\n");
        assert_eq!(message, "not UTF-8 (byte 0xE9); it was read as windows-1252");
        assert_eq!((line, column), (2, 11));
    }

    #[test]
    fn a_damaged_byte_does_not_spoil_a_text_in_utf_8() {
        let (text, message, line, column) = warning(b"Zo\xC3\xAB and Ren\xC3\xA9\nleft\xC3 early");
        assert_eq!(text, "Zoë and René\nleft\u{FFFD} early");
        assert_eq!(message, "bytes that are not UTF-8; they are shown as `\u{FFFD}`");
        assert_eq!((line, column), (2, 5));
    }

    #[test]
    fn what_is_no_text_is_an_error() {
        for bytes in [&b"PK\x03\x04\0\0"[..], &b"\x7FELF\x01\x02"[..], &b"\xFF\xFE\0\0a\0"[..]] {
            assert_eq!(decode("a.txt", bytes).unwrap_err().message, "`a.txt` is not a text file");
        }
    }

    #[test]
    fn control_characters_become_spaces() {
        let text = format!("a\x1Bb\u{85}c{}", "d".repeat(100));
        assert_eq!(decode("a.txt", text.as_bytes()).unwrap().0[..5], *"a b c");
    }
}
