//! Dates as people write them: in front matter, in file names and on a line of their own. Nothing is ever guessed.

use super::ArticleDate;
use jiff::civil::{Date, Weekday};
use jiff::fmt::temporal::Pieces;
use jiff::tz::TimeZone;

/// The forms that front matter may use, as a hint.
pub(super) const FORMS: &str =
    "write a day as in `2016-09-09`, or a moment with its zone as in `2016-09-09T14:30:00+02:00`";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateError {
    Unreadable,
    /// A day with a time but no zone, so that the moment is not known.
    NoZone(Date),
}

/// Reads a day or a moment in the form of ISO 8601; a space may stand for the `T` and before the zone.
pub(super) fn parse(text: &str) -> Result<ArticleDate, DateError> {
    if let Some(day) = iso_day(text) {
        return Ok(ArticleDate::Day(day));
    }
    let (day, rest) = text.split_at_checked(10).ok_or(DateError::Unreadable)?;
    let day = iso_day(day).ok_or(DateError::Unreadable)?;
    let time = rest.strip_prefix(['T', 't', ' ']).ok_or(DateError::Unreadable)?;
    let joined = format!("{day}T{}", time.replace(' ', "").to_uppercase());
    let pieces = Pieces::parse(&joined).map_err(|_| DateError::Unreadable)?;
    let time = pieces.time().ok_or(DateError::Unreadable)?;
    let offset = pieces.to_numeric_offset().ok_or(DateError::NoZone(day))?;
    let moment = day.to_datetime(time).to_zoned_datetime(TimeZone::fixed(offset));
    moment.map(ArticleDate::Moment).map_err(|_| DateError::Unreadable)
}

/// A day such as `2016-09-09`.
pub(super) fn iso_day(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let number = |range: std::ops::Range<usize>| text.get(range)?.bytes().all(|b| b.is_ascii_digit()).then_some(());
    number(0..4).and(number(5..7)).and(number(8..10))?;
    Date::new(text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?).ok()
}

/// What a line that holds a date and nothing else says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DateLine {
    /// `None` when the year is missing.
    pub(super) day: Option<Date>,
}

/// Reads a line that is a date in English or ISO 8601, with or without weekday and time, and nothing else.
///
/// There must be a month and a day; a weekday that does not fit the date makes it unreadable.
pub(super) fn date_line(line: &str) -> Option<DateLine> {
    let words: Vec<&str> = line.split([' ', ',', '|', '·', '\t']).filter(|word| !word.is_empty()).collect();
    let (weekday, rest) = match words.split_first() {
        Some((first, rest)) => weekday(first).map_or((None, &words[..]), |day| (Some(day), rest)),
        None => return None,
    };
    let (day, used) = date_words(rest)?;
    if !rest[used..].iter().all(|word| is_time(word)) {
        return None;
    }
    match (weekday, day) {
        (Some(weekday), Some(day)) if day.weekday() != weekday => None,
        (_, day) => Some(DateLine { day }),
    }
}

/// The date that `words` begin with, and how many of them it takes.
fn date_words(words: &[&str]) -> Option<(Option<Date>, usize)> {
    let first = *words.first()?;
    if let Some(day) = first.split(['T', 't']).next().and_then(iso_day) {
        return Some((Some(day), 1));
    }
    let second = *words.get(1)?;
    let (month, day) = match (month(first), month(second)) {
        (Some(month), _) => (month, day_number(second)?),
        (_, Some(month)) => (month, day_number(first)?),
        _ => return None,
    };
    match words.get(2).and_then(|word| year(word)) {
        Some(year) => Some((Some(Date::new(year, month, day).ok()?), 3)),
        None => Some((None, 2)),
    }
}

fn year(word: &str) -> Option<i16> {
    (word.len() == 4).then(|| word.parse().ok()).flatten().filter(|year| (1000..=2999).contains(year))
}

fn day_number(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th")
        .then(|| digits.parse().ok())
        .flatten()
        .filter(|day| (1..=31).contains(day))
}

/// The number of a month by its English name or its usual abbreviation.
pub(super) fn month(word: &str) -> Option<i8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let fits = |name: &str| word == name || word == name[..3] || (name == "september" && word == "sept");
    NAMES.iter().position(|name| fits(name)).map(|i| i as i8 + 1)
}

/// A day of the week by its English name or its usual abbreviation.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let fits = |name: &str| word == name || (word.len() >= 3 && word.len() <= 5 && name.starts_with(&word));
    let found = NAMES.iter().position(|name| fits(name))?;
    Weekday::from_monday_zero_offset(found as i8).ok()
}

/// A part of the time that may follow a date.
fn is_time(word: &str) -> bool {
    const WORDS: [&str; 24] = [
        "at", "am", "pm", "a.m.", "p.m.", "gmt", "utc", "est", "edt", "et", "pst", "pdt", "pt", "cst", "cdt", "bst",
        "cet", "cest", "ist", "eat", "wat", "sgt", "hrs", "-",
    ];
    let word = word.trim_matches(['(', ')', '–', '—']).to_ascii_lowercase();
    let digits = word.trim_end_matches("am").trim_end_matches("pm").trim_end_matches('z');
    let clock = !digits.is_empty()
        && digits.contains([':', '.'])
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b':' || b == b'.');
    word.is_empty() || WORDS.contains(&&*word) || clock
}

/// What a file name says: `2016-09-09-my-article.txt` has a date and a slug.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FileName<'a> {
    pub(super) day: Option<Date>,
    pub(super) slug: Option<&'a str>,
    /// The beginning of the name, when it has the shape of a date but is none.
    pub(super) no_date: Option<&'a str>,
}

/// Reads the date and the slug of a name; a slug counts only after a date.
pub(super) fn file_name(key: &str) -> FileName<'_> {
    let name = key.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let Some((head, rest)) = stem.split_at_checked(10) else { return FileName::default() };
    let shaped = head.bytes().enumerate().all(|(i, b)| if matches!(i, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
    if !shaped || !(rest.is_empty() || rest.starts_with(['-', '_', ' '])) {
        return FileName::default();
    }
    let slug = rest.get(1..).filter(|slug| !slug.is_empty() && super::addresses::slug(slug).is_ok());
    match iso_day(head) {
        Some(day) => FileName { day: Some(day), slug, no_date: None },
        None => FileName { no_date: Some(head), ..FileName::default() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i16, month: i8, day: i8) -> Date {
        Date::new(year, month, day).unwrap()
    }

    #[test]
    fn a_day_or_a_moment_with_its_zone_is_read() {
        assert_eq!(parse("2016-09-09"), Ok(ArticleDate::Day(day(2016, 9, 9))));
        for text in ["2016-09-09T14:30:00+02:00", "2016-09-09 14:30:00 +02:00", "2016-09-09t14:30+02:00"] {
            let Ok(ArticleDate::Moment(moment)) = parse(text) else { panic!("{text}") };
            assert_eq!(moment.timestamp().to_string(), "2016-09-09T12:30:00Z");
            assert_eq!(moment.date(), day(2016, 9, 9));
        }
        assert!(matches!(parse("2016-09-09T14:30:00Z"), Ok(ArticleDate::Moment(_))));
    }

    #[test]
    fn a_time_without_zone_is_no_moment() {
        assert_eq!(parse("2016-09-09 14:30:00"), Err(DateError::NoZone(day(2016, 9, 9))));
    }

    #[test]
    fn other_forms_are_not_guessed() {
        for text in [
            "9/9/2016",
            "2016",
            "2016-13-01",
            "2016-02-30",
            "9 September 2016",
            "2016-9-9",
            "",
            "2016-09-09x",
            "2016-09-0é",
        ] {
            assert_eq!(parse(text), Err(DateError::Unreadable), "{text}");
        }
    }

    #[test]
    fn a_line_that_is_a_date_is_read() {
        let found = |line: &str| date_line(line).map(|line| line.day);
        for line in [
            "Friday, September 9, 2016",
            "September 9, 2016",
            "Sept. 9, 2016",
            "9 September 2016",
            "Fri 9th Sep 2016",
            "2016-09-09",
            "September 9, 2016 5:30 pm ET",
            "Sep 9, 2016 at 10.15 GMT",
            "2016-09-09T10:00:00Z",
        ] {
            assert_eq!(found(line), Some(Some(day(2016, 9, 9))), "{line}");
        }
        assert_eq!(found("March 3"), Some(None));
        for line in [
            "Friday",
            "Monday, September 9, 2016",
            "September 2016",
            "September 9, 2016 was a Friday",
            "May",
            "",
            "2016",
            "In September 9 people left",
            "May 40, 2016",
            "9/9/2016",
        ] {
            assert_eq!(found(line), None, "{line}");
        }
    }

    #[test]
    fn a_file_name_has_a_slug_only_after_a_date() {
        let date = Some(day(2016, 9, 9));
        assert_eq!(file_name("a/2016-09-09-x.y.md"), FileName { day: date, slug: Some("x.y"), no_date: None });
        assert_eq!(file_name("2016-09-09.txt"), FileName { day: date, slug: None, no_date: None });
        assert_eq!(file_name("2016-09-09-two words.txt"), FileName { day: date, slug: None, no_date: None });
        assert_eq!(file_name("2016-13-09-x.txt"), FileName { day: None, slug: None, no_date: Some("2016-13-09") });
        for name in ["story.txt", "2016-09-091.txt", "20160909-x.txt", "überüber-x.txt"] {
            assert_eq!(file_name(name), FileName::default(), "{name}");
        }
    }
}
