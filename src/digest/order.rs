//! The order of stories.

use std::cmp::Ordering;

use crate::source::{Article, ArticleDate};

/// Newest first; undated articles after all dated ones; equal dates by key.
///
/// A day is compared by the calendar of its own place. Of one day, articles with a time come before those without.
pub(super) fn newest_first(a: &Article, b: &Article) -> Ordering {
    when(b).cmp(&when(a)).then_with(|| a.key.cmp(&b.key))
}

/// Day and moment, which order as they happened; `None` is before everything.
fn when(article: &Article) -> Option<(jiff::civil::Date, Option<jiff::Timestamp>)> {
    article.meta.date.as_ref().map(|date| match date {
        ArticleDate::Day(day) => (*day, None),
        ArticleDate::Moment(moment) => (moment.date(), Some(moment.timestamp())),
    })
}
