//! The characters of a text as its prose has them: single spaces, nothing invisible, in plain text no entities.

/// How a text was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// Entities such as `&amp;` are left-overs of a web page, and so are spaces that do not break.
    Plain,
    /// Entities are decoded already; a space that does not break is meant.
    Markdown,
}

/// A piece of cleaned text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// As it stands in the text; spaces within it are single ones, but it may begin with one.
    Run(&'a str),
    Char(char),
    Space,
    /// A space in the prose, which is shown by this character.
    FixedSpace(&'static str),
}

/// Gives `emit` the pieces of `text` in order, each with its place in it.
pub(super) fn pieces<'a>(text: &'a str, manner: Manner, mut emit: impl FnMut(Piece<'a>, usize)) {
    let (mut start, mut i) = (0, 0);
    let mut after_space = true;
    while let Some(&byte) = text.as_bytes().get(i) {
        let plain = |byte: &&u8| byte.is_ascii_graphic() && (**byte != b'&' || manner == Manner::Markdown);
        let run = text.as_bytes()[i..].iter().take_while(plain).count();
        if run > 0 {
            after_space = false;
            i += run;
            continue;
        }
        if byte == b' ' && !after_space {
            after_space = true;
            i += 1;
            continue;
        }
        let Some(c) = text[i..].chars().next() else { break };
        let entity = if c == '&' { entity(&text[i..]) } else { None };
        let (shown, length) = entity.unwrap_or((c, c.len_utf8()));
        let kind = kind(shown, manner);
        after_space = kind == Kind::Space;
        if kind != Kind::Visible || entity.is_some() {
            if start < i {
                emit(Piece::Run(&text[start..i]), start);
            }
            match kind {
                Kind::Visible => emit(Piece::Char(shown), i),
                Kind::Space => emit(Piece::Space, i),
                Kind::FixedSpace(html) => emit(Piece::FixedSpace(html), i),
                Kind::Nothing => {}
            }
            start = i + length;
        }
        i += length;
    }
    if start < text.len() {
        emit(Piece::Run(&text[start..]), start);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Visible,
    Space,
    FixedSpace(&'static str),
    Nothing,
}

fn kind(c: char, manner: Manner) -> Kind {
    match c {
        '!'..='~' => Kind::Visible,
        '\u{A0}' if manner == Manner::Markdown => Kind::FixedSpace("\u{A0}"),
        '\u{202F}' if manner == Manner::Markdown => Kind::FixedSpace("\u{202F}"),
        '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{FDD0}' | '\u{FDD1}' => Kind::Nothing,
        c if c.is_whitespace() || c.is_control() => Kind::Space,
        _ => Kind::Visible,
    }
}

/// The character that an entity at the beginning of `text` stands for, and the length of the entity.
fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(12).position(|b| b == b';')?;
    let name = &text[1..end];
    let Some(number) = name.strip_prefix('#') else {
        return NAMED.iter().find(|(known, _)| *known == name).map(|&(_, c)| (c, end + 1));
    };
    let number = match number {
        hex if hex.starts_with(['x', 'X']) => u32::from_str_radix(&hex[1..], 16).ok(),
        decimal => decimal.parse().ok(),
    };
    number.and_then(char::from_u32).filter(|c| !c.is_control()).map(|c| (c, end + 1))
}

/// Names of entities that scraped text has.
#[rustfmt::skip]
const NAMED: [(&str, char); 62] = [
    ("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("nbsp", '\u{A0}'), ("shy", '\u{AD}'),
    ("ndash", '–'), ("mdash", '—'), ("lsquo", '‘'), ("rsquo", '’'), ("ldquo", '“'), ("rdquo", '”'), ("sbquo", '‚'),
    ("bdquo", '„'), ("laquo", '«'), ("raquo", '»'), ("hellip", '…'), ("bull", '•'), ("middot", '·'), ("copy", '©'),
    ("reg", '®'), ("trade", '™'), ("euro", '€'), ("pound", '£'), ("yen", '¥'), ("cent", '¢'), ("sect", '§'),
    ("deg", '°'), ("frac12", '½'), ("frac14", '¼'), ("frac34", '¾'), ("times", '×'), ("minus", '−'), ("ensp", ' '),
    ("emsp", ' '), ("thinsp", ' '), ("zwnj", '\u{200C}'), ("zwj", '\u{200D}'), ("aacute", 'á'), ("agrave", 'à'),
    ("acirc", 'â'), ("auml", 'ä'), ("aring", 'å'), ("aelig", 'æ'), ("ccedil", 'ç'), ("eacute", 'é'), ("egrave", 'è'),
    ("ecirc", 'ê'), ("euml", 'ë'), ("iacute", 'í'), ("icirc", 'î'), ("iuml", 'ï'), ("ntilde", 'ñ'), ("oacute", 'ó'),
    ("ocirc", 'ô'), ("ouml", 'ö'), ("oslash", 'ø'), ("szlig", 'ß'), ("uacute", 'ú'), ("uuml", 'ü'), ("Eacute", 'É'),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(text: &str, manner: Manner) -> String {
        let mut out = String::new();
        pieces(text, manner, |piece, _| match piece {
            Piece::Run(run) => out.push_str(run),
            Piece::Char(c) => out.push(c),
            Piece::Space => out.push('_'),
            Piece::FixedSpace(_) => out.push('~'),
        });
        out
    }

    #[test]
    fn left_overs_of_web_pages_are_decoded_once_in_plain_text() {
        assert_eq!(
            cleaned("Roe &amp; Doe&rsquo;s &#8220;x&#x201D; &amp;amp; A&B; &", Manner::Plain),
            "Roe & Doe’s “x” &amp; A&B; &"
        );
        assert_eq!(cleaned("a&nbsp;b", Manner::Plain), "a_b");
        assert_eq!(cleaned("Roe &amp; Doe", Manner::Markdown), "Roe &amp; Doe");
    }

    #[test]
    fn invisible_characters_go_and_odd_spaces_are_told_apart() {
        assert_eq!(cleaned("so\u{AD}ft\u{200B} zero\u{FEFF}", Manner::Plain), "soft zero");
        assert_eq!(cleaned("5\u{A0}km", Manner::Plain), "5_km");
        assert_eq!(cleaned("5\u{A0}km", Manner::Markdown), "5~km");
        assert_eq!(cleaned("a  b\tc", Manner::Plain), "a _b_c");
        assert_eq!(cleaned("👩\u{200D}🚀", Manner::Plain), "👩\u{200D}🚀");
    }
}
