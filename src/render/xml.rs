//! Writing XML: text that cannot break out of its place. Knows no format.
//!
//! A crate such as `quick-xml` escapes the same five characters, but lets through the control characters that no XML
//! document may hold, not even escaped, and that stray texts do hold; and these files are too plain to gain by a writer.

use std::fmt::Write;

/// What every file begins with.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

/// Adds text, for between tags or within a quoted attribute; characters that XML forbids are left out.
pub(super) fn text(xml: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(|c| matches!(c, '&' | '<' | '>' | '"') || !is_allowed(c)) {
        xml.push_str(&rest[..at]);
        let mut after = rest[at..].chars();
        xml.push_str(match after.next() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some('"') => "&quot;",
            _ => "",
        });
        rest = after.as_str();
    }
    xml.push_str(rest);
}

/// Adds `<name>text</name>` and a line break; the name may carry attributes.
pub(super) fn element(xml: &mut String, name: &str, contents: &str) {
    let end = name.split(' ').next().unwrap_or(name);
    // Writing into a string cannot fail.
    let _ = write!(xml, "<{name}>");
    text(xml, contents);
    let _ = writeln!(xml, "</{end}>");
}

/// Adds `<name attribute="value" … />` and a line break.
pub(super) fn empty(xml: &mut String, name: &str, attributes: &[(&str, &str)]) {
    let _ = write!(xml, "<{name}");
    for (attribute, value) in attributes {
        let _ = write!(xml, " {attribute}=\"");
        text(xml, value);
        xml.push('"');
    }
    xml.push_str("/>\n");
}

/// Whether XML 1.0 allows the character.
fn is_allowed(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        let mut xml = String::new();
        text(&mut xml, "a \"b\" & <c>]]>\u{0}\u{b}\u{ffff}\té");
        assert_eq!(xml, "a &quot;b&quot; &amp; &lt;c&gt;]]&gt;\té");
    }

    #[test]
    fn elements_and_their_attributes_are_closed() {
        let mut xml = String::new();
        element(&mut xml, "content type=\"html\"", "<p>");
        empty(&mut xml, "link", &[("rel", "self"), ("href", "https://host/?a&b")]);
        assert_eq!(
            xml,
            "<content type=\"html\">&lt;p&gt;</content>\n<link rel=\"self\" href=\"https://host/?a&amp;b\"/>\n"
        );
    }
}
