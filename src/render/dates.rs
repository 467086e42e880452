//! Dates as pages show them.

use super::views::DateView;
use crate::source::ArticleDate;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The date for machines and for readers of the language, a BCP 47 code.
///
/// A language whose months are not known here gets the date in figures (`2016-09-09`), which is right in all.
pub(super) fn view(date: &ArticleDate, language: &str) -> DateView {
    let (day, iso) = match date {
        ArticleDate::Day(day) => (*day, day.to_string()),
        ArticleDate::Moment(moment) => (moment.date(), rfc3339(moment)),
    };
    DateView { iso, human: human(day, language) }
}

/// A day for readers of the language.
pub(super) fn human(day: jiff::civil::Date, language: &str) -> String {
    match month(day, language) {
        Some(month) => format!("{} {month} {}", day.day(), day.year()),
        None => day.to_string(),
    }
}

/// A month for readers of the language.
pub(super) fn month_and_year(day: jiff::civil::Date, language: &str) -> String {
    match month(day, language) {
        Some(month) => format!("{month} {}", day.year()),
        None => format!("{}-{:02}", day.year(), day.month()),
    }
}

/// The name of the month, where it is known in the language.
fn month(day: jiff::civil::Date, language: &str) -> Option<&'static str> {
    let is_english = language.is_empty() || language == "en" || language.starts_with("en-");
    MONTHS.get(day.month() as usize - 1).copied().filter(|_| is_english)
}

/// With the offset that was written, without the name of a time zone.
fn rfc3339(moment: &jiff::ZonedDateTime) -> String {
    let seconds = moment.offset().seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    let local = moment.datetime();
    let (date, time) = (local.date(), local.time());
    let (hour, minute, second) = (time.hour(), time.minute(), time.second());
    format!("{date}T{hour:02}:{minute:02}:{second:02}{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_out_in_english_and_in_figures_elsewhere() {
        let day = ArticleDate::Day(jiff::civil::date(2016, 9, 9));
        let english = view(&day, "en-GB");
        assert_eq!((english.iso.as_str(), english.human.as_str()), ("2016-09-09", "9 September 2016"));
        assert_eq!(view(&day, "").human, "9 September 2016");
        assert_eq!(view(&day, "fi").human, "2016-09-09");
    }

    #[test]
    fn a_moment_keeps_its_own_day_and_offset() {
        let offset = jiff::tz::Offset::from_seconds(-9 * 3600 - 1800).unwrap();
        let local = jiff::civil::date(2016, 9, 9).at(23, 5, 0, 0);
        let moment = offset.to_time_zone().to_ambiguous_zoned_datetime(local).compatible().unwrap();
        let shown = view(&ArticleDate::Moment(moment), "en");
        assert_eq!((shown.iso.as_str(), shown.human.as_str()), ("2016-09-09T23:05:00-09:30", "9 September 2016"));
    }
}
