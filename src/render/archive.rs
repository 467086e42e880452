//! The archive: every story by year and month, those without a date in a group of their own.

use jiff::civil::Date;

use super::dates;
use super::groups::{Group, consecutive, jumps};
use super::plan::NAMES_PER_PAGE;
use super::views::{ArchiveYearView, JumpView};
use crate::digest::{Digest, Story};

/// The months of the digest, newest first, and last the undated stories.
pub(super) fn months(digest: &Digest, style: dates::DateStyle<'_>) -> Vec<Group> {
    let month = |story: &&Story| day(story).map(|day| (day.year(), day.month()));
    consecutive(&digest.stories, month, |story| match day(story) {
        Some(day) => (format!("{}-{:02}", day.year(), day.month()), dates::month_and_year(day, style)),
        None => ("undated".to_owned(), "Undated".to_owned()),
    })
}

/// The years with their months, each leading to its place.
pub(super) fn years(digest: &Digest, months: &[Group], style: dates::DateStyle<'_>) -> Vec<ArchiveYearView> {
    let mut years: Vec<ArchiveYearView> = Vec::new();
    for (group, jump) in months.iter().zip(jumps(months, "archive/", NAMES_PER_PAGE)) {
        let day = digest.stories.get(group.range.start).and_then(day);
        let label = day.map_or_else(|| jump.label.clone(), |day| day.year().to_string());
        if years.last().is_none_or(|year| year.label != label) {
            years.push(ArchiveYearView { label, url: jump.url.clone(), count: 0, months: Vec::new() });
        }
        let Some(year) = years.last_mut() else { continue };
        year.count += jump.count;
        year.months.extend(day.map(|day| JumpView { label: dates::month_alone(day, style), ..jump }));
    }
    years
}

fn day(story: &Story) -> Option<Date> {
    story.article.meta.date.as_ref().map(crate::source::ArticleDate::day)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: dates::DateStyle<'static> = dates::DateStyle { language: "en", format: None };
    use crate::config::Settings;
    use crate::digest::fixture::draft;
    use crate::digest::{Published, relate};

    #[test]
    fn stories_are_by_year_and_month_and_the_undated_are_apart() {
        let story = |key: &str| draft(key, key, "Text.");
        let stories = vec![
            story("a").day(2019, 12, 30).done(),
            story("b").day(2020, 1, 2).done(),
            story("c").day(2020, 3, 4).done(),
            story("d").day(2020, 3, 1).done(),
            story("e").done(),
        ];
        let (digest, _) = relate(stories, &mut Published::default(), &Settings::default());
        let months = months(&digest, STYLE);
        let named: Vec<_> = months.iter().map(|month| (month.id.as_str(), month.label.as_str())).collect();
        assert_eq!(
            named,
            [
                ("2020-03", "March 2020"),
                ("2020-01", "January 2020"),
                ("2019-12", "December 2019"),
                ("undated", "Undated")
            ]
        );
        let years = years(&digest, &months, STYLE);
        let listed: Vec<_> = years.iter().map(|year| (year.label.as_str(), year.count, year.months.len())).collect();
        assert_eq!(listed, [("2020", 3, 2), ("2019", 1, 1), ("Undated", 1, 0)]);
        assert_eq!((years[0].months[1].label.as_str(), years[0].months[1].count), ("January", 1));
        assert_eq!(years[2].url, "archive/#undated");
    }
}
