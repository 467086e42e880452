//! Dates as pages and feeds show them.

use jiff::Timestamp;
use jiff::tz::TimeZone;

mod names;

use jiff::civil::Date;

use super::views::DateView;
use crate::config::Settings;
use crate::source::{ArticleDate, Meta};
use names::{LANGUAGES, Names};

/// How dates are written for readers: the language, a BCP 47 code, and a format instead of the usual one of the language.
#[derive(Clone, Copy, Debug)]
pub(super) struct DateStyle<'a> {
    pub(super) language: &'a str,
    pub(super) format: Option<&'a str>,
}

impl<'a> DateStyle<'a> {
    pub(super) fn of(settings: &'a Settings) -> Self {
        let language = settings.site.language.as_str();
        Self { language, format: settings.theme.date_formats.of(language) }
    }
}

/// The date for machines and for readers.
///
/// A language whose months are not known here gets the date in figures (`2016-09-09`), which is right in all.
pub(super) fn view(date: &ArticleDate, style: DateStyle<'_>) -> DateView {
    DateView { iso: iso(date), human: human(date.day(), style), short: short(date.day(), style.language) }
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
pub(super) fn dateline(date: &ArticleDate, style: DateStyle<'_>) -> DateView {
    let mut dateline = view(date, style);
    // A format of the settings says itself whether it has the day of the week.
    let names = names(style.language).filter(|_| style.format.is_none());
    if let Some(weekday) = names.and_then(|names| formatted(date.day(), "%A, ", Some(names))) {
        dateline.human.insert_str(0, &weekday);
    }
    dateline
}

/// A day without its year.
fn short(day: Date, language: &str) -> String {
    let names = names(language);
    names
        .and_then(|names| formatted(day, names.short_day, Some(names)))
        .unwrap_or_else(|| format!("{:02}-{:02}", day.month(), day.day()))
}

/// A day for readers.
pub(super) fn human(day: Date, style: DateStyle<'_>) -> String {
    let names = names(style.language);
    let format = style.format.or(names.map(|names| names.day));
    format.and_then(|format| formatted(day, format, names)).unwrap_or_else(|| day.to_string())
}

/// A month for readers.
pub(super) fn month_and_year(day: Date, style: DateStyle<'_>) -> String {
    let names = names(style.language);
    let written = names.and_then(|names| formatted(day, names.month, Some(names)));
    written.unwrap_or_else(|| format!("{}-{:02}", day.year(), day.month()))
}

/// A month for readers, under a heading that has the year.
pub(super) fn month_alone(day: Date, style: DateStyle<'_>) -> String {
    let names = names(style.language);
    names.and_then(|names| formatted(day, "%B", Some(names))).unwrap_or_else(|| format!("{:02}", day.month()))
}

/// A day in a format of the configuration; `None` where it wants names that are not known in the language.
fn formatted(day: Date, format: &str, names: Option<&Names>) -> Option<String> {
    let with_day = format.contains("%d") || format.contains("%-d");
    let month = day.month() as usize - 1;
    let mut text = String::with_capacity(format.len() + 8);
    let mut parts = format.split('%');
    text.push_str(parts.next()?);
    while let Some(part) = parts.next() {
        let (field, rest) = match part.strip_prefix('-') {
            Some(part) => (format!("-{}", part.get(..1)?), part.get(1..)?),
            None if part.is_empty() => (String::new(), parts.next().unwrap_or_default()),
            None => (part.get(..1)?.to_owned(), part.get(1..)?),
        };
        match field.as_str() {
            "d" => text.push_str(&format!("{:02}", day.day())),
            "-d" => text.push_str(&day.day().to_string()),
            "m" => text.push_str(&format!("{:02}", day.month())),
            "-m" => text.push_str(&day.month().to_string()),
            "B" if with_day => text.push_str(names?.months[month]),
            "B" => text.push_str(names?.months[month].strip_suffix(names?.ending)?),
            "b" => text.push_str(names?.short_months[month]),
            "A" => text.push_str(names?.weekdays[day.weekday().to_monday_zero_offset() as usize]),
            "Y" => text.push_str(&day.year().to_string()),
            "y" => text.push_str(&format!("{:02}", day.year().rem_euclid(100))),
            _ => text.push('%'),
        }
        text.push_str(rest);
    }
    Some(text)
}

/// The names of a language; those of English where no language is stated.
fn names(language: &str) -> Option<&'static Names> {
    let code = language.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let code = match code.as_str() {
        "" => "en",
        "no" => "nb",
        code => code,
    };
    LANGUAGES.iter().find(|names| names.code == code)
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

    fn style(language: &str) -> DateStyle<'_> {
        DateStyle { language, format: None }
    }

    #[test]
    fn a_day_is_written_as_the_language_does_and_in_figures_where_that_is_not_known() {
        let day = ArticleDate::Day(jiff::civil::date(2016, 9, 9));
        let english = view(&day, style("en-GB"));
        assert_eq!((english.iso.as_str(), english.human.as_str()), ("2016-09-09", "9 September 2016"));
        assert_eq!(english.short, "9 Sep");
        let others = ["de", "es", "cy"].map(|language| view(&day, style(language)).short);
        assert_eq!(others, ["9. Sept.", "9 de sept", "09-09"]);
        assert_eq!(dateline(&day, style("en")).human, "Friday, 9 September 2016");
        assert_eq!(dateline(&day, style("cy")).human, "2016-09-09");
        let format = DateStyle { language: "en", format: Some("%Y") };
        assert_eq!(dateline(&day, format).human, "2016");
        for (language, expected) in [
            ("", "9 September 2016"),
            ("de-AT", "9. September 2016"),
            ("fr", "9 septembre 2016"),
            ("pt-BR", "9 de setembro de 2016"),
            ("no", "9. september 2016"),
            ("fi", "9. syyskuuta 2016"),
            ("cy", "2016-09-09"),
        ] {
            assert_eq!(view(&day, style(language)).human, expected, "{language}");
        }
    }

    #[test]
    fn a_month_is_written_as_the_language_does() {
        let day = jiff::civil::date(2016, 9, 9);
        let written = ["en", "es", "fi", "cy"].map(|language| month_and_year(day, style(language)));
        assert_eq!(written, ["September 2016", "septiembre de 2016", "syyskuu 2016", "2016-09"]);
    }

    #[test]
    fn a_format_says_what_stands_where() {
        let day = jiff::civil::date(2016, 9, 5);
        let written = |format, language| human(day, DateStyle { language, format: Some(format) });
        assert_eq!(written("%A, %d.%m.%y", "de"), "Montag, 05.09.16");
        assert_eq!(written("%b %-d, %Y", "en"), "Sep 5, 2016");
        assert_eq!(written("%-m/%-d", "cy"), "9/5");
        assert_eq!(written("100%% %Y", "en"), "100% 2016");
        assert_eq!(written("%B", "cy"), "2016-09-05");
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
        let shown = view(&ArticleDate::Moment(moment), style("en"));
        assert_eq!((shown.iso.as_str(), shown.human.as_str()), ("2016-09-09T23:05:00-09:30", "9 September 2016"));
    }
}
