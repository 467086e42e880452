//! The dateline at the beginning of a report: "PARIS (AP) — ", "LAGOS, Nigeria, March 3 — ".

use super::dates;
use jiff::civil::Date;

/// What a dateline says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dateline {
    /// Bytes that it takes, with the dash and the spaces after it.
    pub(super) length: usize,
    /// The place as written, when there is one.
    pub(super) place: Option<String>,
    /// The date, if it is written in full.
    pub(super) day: Option<Date>,
}

/// Most bytes before the dash.
const LONGEST: usize = 90;

/// News agencies and papers that sign datelines, in small letters.
#[rustfmt::skip]
pub(super) const AGENCIES: [&str; 70] = [
    "ap", "associated press", "the associated press", "reuters", "thomson reuters", "afp", "agence france-presse", "upi",
    "cnn", "bbc", "bbc news", "abc", "abc news", "cbs", "cbs news", "nbc", "nbc news", "npr", "pbs", "xinhua", "ians",
    "pti", "ani", "uni", "dpa", "efe", "ansa", "tass", "itar-tass", "ria novosti", "interfax", "bloomberg", "kuna", "wam",
    "spa", "irna", "isna", "mena", "petra", "sana", "qna", "yonhap", "kyodo", "kyodo news", "jiji press", "cna", "nna",
    "bernama", "antara", "pna", "vna", "nan", "apa", "app", "aap", "cp", "the canadian press", "canadian press", "pa",
    "press association", "rfe/rl", "voa", "al jazeera", "anadolu", "aa", "lusa", "belga", "ips", "albawaba", "al bawaba",
];

/// Words in capitals that open a text but are no place.
#[rustfmt::skip]
const NO_PLACES: [&str; 63] = [
    "BY", "FOR", "AND", "WITH", "IN", "ON", "TO", "FROM", "AS", "AT", "NOT",
    "UPDATE", "UPDATED", "BREAKING", "EXCLUSIVE", "WATCH", "VIDEO", "PHOTO", "PHOTOS", "LIVE", "NOTE", "CORRECTION",
    "OPINION", "ANALYSIS", "EDITORIAL", "COMMENT", "REVIEW", "INTERVIEW", "FEATURE", "REPORT", "NEWS", "ALERT", "WARNING",
    "QUESTION", "ANSWER", "HOST", "INTERVIEWER", "MODERATOR", "REPORTER", "EDITOR", "CLAIM", "FACT", "VERDICT", "SUMMARY",
    "NATO", "NASA", "FIFA", "UEFA", "OPEC", "UNESCO", "UNICEF", "UNHCR", "ASEAN", "COVID", "BREXIT", "AIDS", "ISIS", "ISIL",
    "HAMAS", "OSCE", "IAEA", "INTERPOL", "ECOWAS",
];

/// Reads the dateline that `text` begins with.
///
/// Every word before the dash must be part of a place, an agency or a date, and something must give it away as a
/// dateline: a place in capitals, an agency that is known, or a date.
pub(super) fn dateline(text: &str) -> Option<Dateline> {
    let (head, length, colon) = signed(text).or_else(|| split(text))?;
    let rest = &text[length..];
    if !rest.is_empty() && !rest.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "\"“‘'«[(".contains(c))
    {
        return None;
    }
    let mut found = Found::default();
    let (outside, inside) = parentheses(head)?;
    for (i, part) in outside.split([',', '/']).map(str::trim).enumerate() {
        found.part(part, i == 0)?;
    }
    if let Some(inside) = inside.filter(|inside| !found.capitals || !found.take_date(inside)) {
        let known = inside.split([',', '/']).all(|name| is_agency(name.trim()));
        found.agency |= known;
        (known || (found.capitals && inside.split_whitespace().count() <= 3)).then_some(())?;
    }
    let evident = if colon { found.capitals } else { found.capitals || found.agency || found.dated };
    let place = (!found.place.is_empty()).then(|| found.place.join(", "));
    (evident && (place.is_some() || found.agency)).then_some(Dateline { length, place, day: found.day() })
}

/// A dateline without a dash, which ends with the agency in brackets: "(CNN)A court ruled".
fn signed(text: &str) -> Option<(&str, usize, bool)> {
    let end = text.find(')').filter(|&end| end < LONGEST)? + 1;
    let (outside, inside) = parentheses(&text[..end])?;
    let rest = text[end..].trim_start();
    let place = outside.split(',').next().unwrap_or_default();
    let evident = is_agency(inside?) && (outside.is_empty() || is_capitals(place));
    (evident && rest.starts_with(char::is_uppercase)).then_some((&text[..end], text.len() - rest.len(), false))
}

/// The words before the first dash or colon, and where the report begins after it.
fn split(text: &str) -> Option<(&str, usize, bool)> {
    let end = (0..=text.len().min(LONGEST)).rev().find(|&i| text.is_char_boundary(i))?;
    let window = &text[..end];
    let dashes = ["—", "--", " – ", " - ", ") – ", ") - ", ": "].iter().filter_map(|dash| {
        let at = window.find(dash)?;
        Some((at + usize::from(dash.starts_with(')')), at + dash.len()))
    });
    let last = [" –", " -"].iter().filter_map(|dash| window.strip_suffix(dash)).map(|head| (head.len(), end));
    let (start, end) = dashes.chain(last.filter(|_| end == text.len())).min()?;
    let rest = text[end..].trim_start_matches([' ', '-', '–', '—']);
    Some((text[..start].trim_end_matches([' ', '-', '–']), text.len() - rest.len(), text[start..].starts_with(':')))
}

/// What stands outside and inside of one pair of parentheses at the end.
fn parentheses(head: &str) -> Option<(&str, Option<&str>)> {
    match head.split_once('(') {
        None => (!head.contains(')')).then_some((head, None)),
        Some((outside, inside)) => {
            let inside = inside.strip_suffix(')')?;
            (!inside.contains(['(', ')'])).then_some((outside.trim().trim_end_matches(','), Some(inside.trim())))
        }
    }
}

#[derive(Default)]
struct Found<'a> {
    place: Vec<&'a str>,
    /// A place is written in capitals.
    capitals: bool,
    agency: bool,
    dated: bool,
    date: String,
}

impl<'a> Found<'a> {
    fn part(&mut self, part: &'a str, first: bool) -> Option<()> {
        if part.is_empty() {
            return first.then_some(());
        }
        // A date alone is none: only a place or an agency makes it one.
        if is_date(part) || (self.dated && part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit())) {
            self.dated |= dates::weekday(part).is_none();
            self.date.push_str(part);
            self.date.push(' ');
            return Some(());
        }
        if is_agency(part) {
            self.agency = true;
            return Some(());
        }
        let words = part.split(' ').count();
        if words > 4 || !part.split(' ').all(is_name_word) || part.split(' ').any(|word| NO_PLACES.contains(&word)) {
            return None;
        }
        self.capitals |= first && is_capitals(part);
        self.place.push(part);
        Some(())
    }

    /// "SINGAPORE (May 6, 2021) —"
    fn take_date(&mut self, inside: &str) -> bool {
        let is_date = dates::date_line(inside).is_some();
        if is_date {
            self.date = inside.to_owned();
        }
        is_date
    }

    fn day(&self) -> Option<Date> {
        dates::date_line(self.date.trim())?.day
    }
}

fn is_date(part: &str) -> bool {
    dates::date_line(part).is_some() || dates::weekday(part).is_some()
}

pub(super) fn is_agency(name: &str) -> bool {
    let name = name.to_lowercase();
    AGENCIES.contains(&&*name) || (name.ends_with(" news") && name.split(' ').count() == 2)
}

fn is_name_word(word: &str) -> bool {
    let letters = word.chars().all(|c| c.is_alphabetic() || ".'’-".contains(c));
    letters
        && (word.starts_with(char::is_uppercase)
            || matches!(word, "de" | "la" | "of" | "the" | "upon" | "al" | "el" | "du"))
}

fn is_capitals(part: &str) -> bool {
    let letters = part.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() >= 4 && letters.clone().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_agencies_and_dates_are_read() {
        for (text, place, rest) in [
            ("PARIS (AP) — The mayor resigned.", Some("PARIS"), "The mayor resigned."),
            ("LAGOS, Nigeria — The mayor resigned.", Some("LAGOS, Nigeria"), "The mayor resigned."),
            ("WASHINGTON, Jan 5 (Reuters) - A court ruled.", Some("WASHINGTON"), "A court ruled."),
            ("BEIJING, March 3 (Xinhua) -- A court ruled.", Some("BEIJING"), "A court ruled."),
            ("Paris (AFP) – A court ruled.", Some("Paris"), "A court ruled."),
            ("(CNN) — A court ruled.", None, "A court ruled."),
            ("(CNN)A court ruled.", None, "A court ruled."),
            ("LIMA, Peru (CNN) A court ruled.", Some("LIMA, Peru"), "A court ruled."),
            ("Oct 6 (Reuters) - A court ruled.", None, "A court ruled."),
            ("NEW DELHI: A court ruled.", Some("NEW DELHI"), "A court ruled."),
            ("RIO DE JANEIRO (Reuters)—\"No,\" she said.", Some("RIO DE JANEIRO"), "\"No,\" she said."),
            ("Roundhill News, 25 March - It is over.", None, "It is over."),
            ("ST. LOUIS —", Some("ST. LOUIS"), ""),
        ] {
            let found = dateline(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.place.as_deref(), &text[found.length..]), (place, rest));
        }
    }

    #[test]
    fn a_date_counts_only_with_its_year() {
        let day = |text: &str| dateline(text).unwrap().day.map(|day| day.to_string());
        assert_eq!(day("PARIS, September 9, 2016 (AP) — The mayor resigned."), Some("2016-09-09".to_owned()));
        assert_eq!(day("PARIS (September 9, 2016) — The mayor resigned."), Some("2016-09-09".to_owned()));
        assert_eq!(day("PARIS, September 9 (AP) — The mayor resigned."), None);
    }

    #[test]
    fn prose_that_begins_with_a_dash_or_colon_stays() {
        for text in [
            "NATO — The alliance met.",
            "London – The mayor resigned.",
            "The mayor — A lawyer by trade — resigned.",
            "UPDATE: The mayor resigned.",
            "Rooney – who scored – left.",
            "LED BY ROE - The school",
            "PARIS — the city of light — is dark.",
            "Jane Roe (left) — The mayor",
            "Jane Roe: The mayor",
            "The Associated Press (AP) Stylebook is sold out.",
            "(Left) The mayor",
            "March 3 - The day",
            "It was May 3 - The day",
            "",
            "—",
            "é—",
        ] {
            assert_eq!(dateline(text), None, "{text}");
        }
    }
}
