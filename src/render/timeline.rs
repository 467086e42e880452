//! When a person was named: the bars of a small chart.

use jiff::civil::Date;

use super::dates::{DateStyle, human, month_and_year};
use super::views::{BarView, TimelineView};
use crate::digest::{Digest, PersonEntry};

/// Size of the drawing, in its own units.
const WIDTH: usize = 600;
const HEIGHT: usize = 60;
/// Most bars of a timeline; a longer time is told in longer steps.
const MAX_BARS: i32 = 62;
/// Least height of a bar that stands for anything.
const MIN_BAR: usize = 4;

/// The length of time that one bar stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Day,
    Month,
    Year,
}

/// The mentions of a person over time; `None` unless articles of two different steps have dates.
pub(super) fn timeline(entry: &PersonEntry, digest: &Digest, style: DateStyle<'_>) -> Option<TimelineView> {
    let mut named: Vec<(Date, usize)> = entry
        .appearances
        .iter()
        .filter_map(|&(story, person)| {
            let story = &digest.stories[story as usize];
            Some((story.article.meta.date.as_ref()?.day(), story.analysis.people[person as usize].mentions.len()))
        })
        .collect();
    named.sort_by_key(|(date, _)| *date);
    let (first, last) = (named.first()?.0, named.last()?.0);
    let step = [Step::Day, Step::Month, Step::Year].into_iter().find(|step| step.between(first, last) < MAX_BARS)?;
    let steps = step.between(first, last) as usize + 1;
    if steps < 2 {
        return None;
    }
    let mut counts = vec![(0, first); steps];
    for (date, mentions) in named {
        let (count, at) = &mut counts[step.between(first, date) as usize];
        *count += mentions;
        *at = date;
    }
    let (from, to) = (human(first, style), human(last, style));
    Some(TimelineView { width: WIDTH, height: HEIGHT, bars: bars(&counts, step, style), from, to })
}

fn bars(counts: &[(usize, Date)], step: Step, style: DateStyle<'_>) -> Vec<BarView> {
    let most = counts.iter().map(|(count, _)| *count).max().unwrap_or(0).max(1);
    let slot = WIDTH / counts.len();
    let bar = |(i, &(count, date)): (usize, &(usize, Date))| {
        let height = (HEIGHT * count / most).max(MIN_BAR);
        let times = if count == 1 { "named once".to_owned() } else { format!("named {count} times") };
        let label = format!("{}: {times}", step.name(date, style));
        BarView { x: i * slot, y: HEIGHT - height, width: (slot * 4 / 5).max(1), height, label }
    };
    counts.iter().enumerate().filter(|(_, (count, _))| *count > 0).map(bar).collect()
}

impl Step {
    /// How many steps the second date lies after the first.
    fn between(self, first: Date, last: Date) -> i32 {
        let years = i32::from(last.year()) - i32::from(first.year());
        match self {
            Self::Day => (last - first).get_days(),
            Self::Month => 12 * years + i32::from(last.month()) - i32::from(first.month()),
            Self::Year => years,
        }
    }

    fn name(self, date: Date, style: DateStyle<'_>) -> String {
        match self {
            Self::Day => human(date, style),
            Self::Month => month_and_year(date, style),
            Self::Year => date.year().to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::digest::fixture::draft;
    use crate::digest::{Published, relate};
    use crate::source::ArticleDate;

    fn of(dates: &[(i16, i8, i8)]) -> Option<TimelineView> {
        let story = |(i, &(year, month, day)): (usize, &(i16, i8, i8))| {
            let date = ArticleDate::Day(jiff::civil::date(year, month, day));
            let draft = draft(&format!("{i}.txt"), "Title", "Ann Lee spoke.").person("Ann Lee", "");
            draft.meta(|meta| meta.date = Some(date)).done()
        };
        let stories = dates.iter().enumerate().map(story).collect();
        let (digest, _) = relate(stories, &mut Published::default(), &Settings::default());
        timeline(&digest.people[0], &digest, DateStyle { language: "en", format: None })
    }

    #[test]
    fn days_become_bars_with_gaps_where_nothing_was_said() {
        let timeline = of(&[(2020, 3, 1), (2020, 3, 4), (2020, 3, 4)]).unwrap();
        let bars: Vec<_> = timeline.bars.iter().map(|bar| (bar.x, bar.y, bar.height, bar.label.as_str())).collect();
        let expected = [(0, 30, 30, "1 March 2020: named once"), (450, 0, 60, "4 March 2020: named 2 times")];
        assert_eq!(bars, expected);
        assert_eq!((timeline.from.as_str(), timeline.to.as_str()), ("1 March 2020", "4 March 2020"));
    }

    #[test]
    fn a_longer_time_is_told_in_months() {
        let timeline = of(&[(2019, 11, 30), (2020, 2, 1)]).unwrap();
        let labels: Vec<_> = timeline.bars.iter().map(|bar| bar.label.as_str()).collect();
        assert_eq!(labels, ["November 2019: named once", "February 2020: named once"]);
    }

    #[test]
    fn one_day_is_no_timeline() {
        assert!(of(&[(2020, 3, 1), (2020, 3, 1)]).is_none());
    }
}
