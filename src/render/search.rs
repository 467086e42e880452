//! The search index: files that the reader's browser searches, so that no server is needed.
//!
//! The text of every article is indexed, with its title and date, and with its topics and people to filter by. This
//! file knows stories; it knows neither pages nor disk. Only `pagefind.rs` names the library, and without the feature
//! `search` it is not there.

#[cfg(feature = "search")]
mod pagefind;

use rayon::prelude::*;

use super::dates::DateStyle;
use super::views::SearchView;
use super::{Extra, dates, fingerprint};
use crate::config::Settings;
use crate::diagnostic::Diagnostic;
use crate::digest::{Digest, StoryId};

/// URL of the search page.
pub(super) const PAGE: &str = "search/";

/// Folder of the index.
pub(super) const INDEX: &str = "search/pagefind/";

/// What runs on the search page; the same file as in the folder `templates` of the repository.
const SCRIPT: &str = include_str!("../../templates/search.js");

/// What it looks like.
const STYLE: &str = include_str!("../../templates/search.css");

/// A file of the index: its name, relative to the others, and what is in it.
type IndexFile = (String, Vec<u8>);

/// What the index knows of an article.
#[derive(Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(feature = "search"), allow(dead_code, reason = "nothing is indexed"))]
struct Record<'a> {
    /// Relative to the front page.
    url: String,
    title: &'a str,
    /// As readers write it.
    date: Option<String>,
    text: &'a str,
    topics: Vec<&'a str>,
    people: Vec<&'a str>,
    /// Higher for newer articles; undated ones have the lowest.
    order: usize,
}

/// Whether the site has a search page: without articles there is nothing to find.
pub(super) fn is_wanted(digest: &Digest, settings: &Settings) -> bool {
    settings.search.enabled && !digest.stories.is_empty()
}

/// What the search page is made of.
pub(super) fn view() -> SearchView {
    let path = |text: &str, extension: &str| format!("search/search.{}.{extension}", fingerprint(text.as_bytes()));
    SearchView { script: path(SCRIPT, "js"), style: path(STYLE, "css"), index: INDEX }
}

/// Every file that the search page needs, with its path; none when there is no search page.
///
/// # Errors
/// As [`index`].
pub(super) fn files(digest: &Digest, settings: &Settings) -> Result<Vec<Extra>, Diagnostic> {
    if !is_wanted(digest, settings) {
        return Ok(Vec::new());
    }
    let SearchView { script, style, .. } = view();
    let index = index(digest, settings)?;
    let index = index.into_iter().map(|(name, bytes)| (format!("{INDEX}{name}"), bytes));
    let files = index.chain([(script, SCRIPT.into()), (style, STYLE.into())]);
    Ok(files.map(|(path, bytes)| Extra { path, bytes, origin: "the search index".into() }).collect())
}

/// Indexes all stories. The files depend on the digest alone, not on the number of threads.
///
/// The rules of the language of the site say which words are forms of one word, in all articles.
///
/// # Errors
/// When the library fails, which is a fault of the program.
#[cfg(feature = "search")]
fn index(digest: &Digest, settings: &Settings) -> Result<Vec<IndexFile>, Diagnostic> {
    pagefind::index(records(digest, settings), &settings.site.language)
}

/// A program without the feature `search` makes no index.
///
/// # Errors
/// Always.
#[cfg(not(feature = "search"))]
fn index(_: &Digest, _: &Settings) -> Result<Vec<IndexFile>, Diagnostic> {
    Err(Diagnostic::error("this program was built without search").hint("remove `search: true` from the configuration"))
}

/// The records, in the order of the stories.
#[cfg_attr(not(feature = "search"), allow(dead_code, reason = "nothing is indexed"))]
fn records<'a>(digest: &'a Digest, settings: &Settings) -> Vec<Record<'a>> {
    let style = DateStyle::of(settings);
    let mut records: Vec<_> = digest
        .stories
        .par_iter()
        .enumerate()
        .map(|(id, story)| Record {
            url: format!("{}/", story.slug),
            title: &story.analysis.headline.text,
            date: story.article.meta.date.as_ref().map(|date| dates::human(date.day(), style)),
            text: &story.article.prose.text,
            order: digest.stories.len() - id,
            ..Record::default()
        })
        .collect();
    for topic in &digest.topics {
        topic.stories.iter().for_each(|id| records[*id as usize].topics.push(&topic.label));
    }
    for person in &digest.people {
        let mut stories: Vec<StoryId> = person.appearances.iter().map(|(story, _)| *story).collect();
        stories.dedup();
        stories.iter().for_each(|id| records[*id as usize].people.push(&person.name));
    }
    for record in &mut records {
        // The digest has them by frequency, so that a change of one article would change the records of others.
        record.topics.sort_unstable();
        record.people.sort_unstable();
    }
    records
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::fixture::draft;
    use crate::digest::{Published, relate};

    #[test]
    fn a_record_has_the_text_of_the_article_and_what_it_can_be_filtered_by() {
        let old = draft("a.txt", "A bridge", "Ann Lee opened it.").person("Ann Lee", "").topic("transport");
        let new = draft("b.txt", "A road", "It is closed.").day(2024, 5, 1);
        let settings = Settings::default();
        let (digest, _) = relate(vec![old.done(), new.done()], &mut Published::default(), &settings);
        let expected = [
            Record {
                url: "a-road/".to_owned(),
                title: "A road",
                date: Some("1 May 2024".to_owned()),
                text: "It is closed.",
                order: 2,
                ..Record::default()
            },
            Record {
                url: "a-bridge/".to_owned(),
                title: "A bridge",
                text: "Ann Lee opened it.",
                topics: vec!["transport"],
                people: vec!["Ann Lee"],
                order: 1,
                ..Record::default()
            },
        ];
        assert_eq!(records(&digest, &settings), expected);
    }
}
