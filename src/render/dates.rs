//! Dates as pages and feeds show them.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::views::DateView;
use crate::source::{ArticleDate, Meta};

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

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The date for machines and for readers of the language, a BCP 47 code.
///
/// A language whose months are not known here gets the date in figures (`2016-09-09`), which is right in all.
pub(super) fn view(date: &ArticleDate, language: &str) -> DateView {
    DateView { iso: iso(date), human: human(date.day(), language), short: short(date.day(), language) }
}

/// As precise as it was stated: `2016-09-09`, or RFC 3339 with a time.
pub(super) fn iso(date: &ArticleDate) -> String {
    match date {
        ArticleDate::Day(day) => day.to_string(),
        ArticleDate::Moment(moment) => with_offset(moment),
    }
}

/// When an article last changed, or else was published, as far as it says so.
pub(super) fn last_change(meta: &Meta) -> Option<&ArticleDate> {
    meta.updated.as_ref().or(meta.date.as_ref())
}

/// The date with the day of the week, as over a newspaper: `Friday, 9 September 2016`.
pub(super) fn dateline(date: &ArticleDate, language: &str) -> DateView {
    let mut dateline = view(date, language);
    if is_english(language) {
        let weekday = WEEKDAYS[date.day().weekday().to_monday_zero_offset() as usize % 7];
        dateline.human.insert_str(0, &format!("{weekday}, "));
    }
    dateline
}

/// A day without its year.
fn short(day: jiff::civil::Date, language: &str) -> String {
    match month(day, language) {
        Some(month) => format!("{} {}", day.day(), &month[..3]),
        None => format!("{:02}-{:02}", day.month(), day.day()),
    }
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

/// A month for readers of the language, under a heading that has the year.
pub(super) fn month_alone(day: jiff::civil::Date, language: &str) -> String {
    month(day, language).map_or_else(|| format!("{:02}", day.month()), str::to_owned)
}

/// The name of the month, where it is known in the language.
fn month(day: jiff::civil::Date, language: &str) -> Option<&'static str> {
    MONTHS.get(day.month() as usize - 1).copied().filter(|_| is_english(language))
}

fn is_english(language: &str) -> bool {
    language.is_empty() || language == "en" || language.starts_with("en-")
}

/// The date with a time, as feeds demand it: a day begins at midnight UTC where no time is known.
pub(super) fn rfc3339(date: &ArticleDate) -> String {
    match date {
        ArticleDate::Day(day) => format!("{day}T00:00:00Z"),
        ArticleDate::Moment(moment) => with_offset(moment),
    }
}

/// The same for RSS: `Fri, 09 Sep 2016 00:00:00 +0000`.
pub(super) fn rfc822(date: &ArticleDate) -> String {
    match date {
        ArticleDate::Day(day) => format!("{} 00:00:00 +0000", day.strftime("%a, %d %b %Y")),
        ArticleDate::Moment(moment) => moment.strftime("%a, %d %b %Y %H:%M:%S %z").to_string(),
    }
}

/// When that was, for comparing; the times are those of [`rfc3339`].
pub(super) fn instant(date: &ArticleDate) -> Timestamp {
    match date {
        ArticleDate::Day(day) => TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).unwrap_or(Timestamp::MIN),
        ArticleDate::Moment(moment) => moment.timestamp(),
    }
}

/// With the offset that was written, without the name of a time zone.
fn with_offset(moment: &jiff::ZonedDateTime) -> String {
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
        assert_eq!(english.short, "9 Sep");
        let finnish = view(&day, "fi");
        assert_eq!((finnish.human.as_str(), finnish.short.as_str()), ("2016-09-09", "09-09"));
        assert_eq!(dateline(&day, "en").human, "Friday, 9 September 2016");
        assert_eq!(dateline(&day, "fi").human, "2016-09-09");
    }

    #[test]
    fn feeds_get_a_time_in_either_form() {
        let day = ArticleDate::Day(jiff::civil::date(2016, 9, 9));
        assert_eq!(rfc3339(&day), "2016-09-09T00:00:00Z");
        assert_eq!(rfc822(&day), "Fri, 09 Sep 2016 00:00:00 +0000");
        let local = jiff::civil::date(2016, 9, 9).at(0, 30, 0, 0);
        let zone = jiff::tz::Offset::from_seconds(2 * 3600).unwrap().to_time_zone();
        let moment = ArticleDate::Moment(zone.to_ambiguous_zoned_datetime(local).compatible().unwrap());
        assert_eq!(rfc3339(&moment), "2016-09-09T00:30:00+02:00");
        assert_eq!(rfc822(&moment), "Fri, 09 Sep 2016 00:30:00 +0200");
        assert!(instant(&moment) < instant(&day));
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
