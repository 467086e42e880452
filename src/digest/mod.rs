//! All stories together: who and what stands in more than one of them.
//!
//! This room compares what was found in single articles; it never reads a text again and knows no template.
//! Each part of the comparison is a file of its own: order, slugs, people, subjects, related stories.

#[cfg(test)]
pub(crate) mod fixture;
mod fold;
mod offices;
mod order;
mod people;
mod published;
mod related;
mod shown;
mod slug;
mod spelling;
mod subjects;

use crate::analysis::Analysis;
use crate::config::Settings;
use crate::diagnostic::Diagnostic;
use crate::source::Article;
use rustc_hash::FxHashSet;

pub(crate) use fold::fold;
pub use published::Published;
pub use related::{Coverage, EVENT_MAX, Link, SHARED_MAX, Shared};
pub(crate) use shown::Shown;
pub(crate) use slug::slugify;

/// An article with what was found in it.
#[derive(Debug)]
pub struct Story {
    pub article: Article,
    pub analysis: Analysis,
    /// The last part of its URL, unique in the digest.
    pub slug: String,
    /// Slugs under which it was published before, none of which is in use now.
    pub old_slugs: Vec<String>,
}

/// Index of a story in [`Digest::stories`].
pub type StoryId = u32;

/// Index of a person in [`Digest::people`].
pub type PersonId = u32;

/// Index of a topic in [`Digest::topics`], or of a tag in [`Digest::tags`].
pub type SubjectId = u32;

/// The stories and what they share.
#[derive(Debug, Default)]
pub struct Digest {
    /// Newest first, then by key; undated ones after all dated ones, by key.
    pub stories: Vec<Story>,
    /// Everyone who has a page (who is a key person of at least one story): by number of stories, then by name.
    pub people: Vec<PersonEntry>,
    /// By number of stories, then by label.
    pub topics: Vec<Subject>,
    /// By number of stories, then by label.
    pub tags: Vec<Subject>,
    /// The events of which several stories tell, each with its stories in order.
    pub events: Vec<Vec<StoryId>>,
    /// What else there is on each story, by its index.
    pub coverage: Vec<Coverage>,
}

impl Digest {
    /// The stories in order, each text once: copies stand in [`Coverage::copies`] of another.
    pub fn fronts(&self) -> Vec<StoryId> {
        let coverage = (0..).zip(&self.coverage);
        coverage.filter(|(_, coverage)| !coverage.is_copy).map(|(id, _)| id).collect()
    }
}

/// A person across the stories.
#[derive(Debug, PartialEq)]
pub struct PersonEntry {
    pub name: String,
    pub slug: String,
    /// Story and index into its `analysis.people`, in the order of the stories. A story that names the person
    /// under two names is here twice.
    pub appearances: Vec<(StoryId, u32)>,
    /// Number of different stories.
    pub story_count: u32,
    /// Who is named in the same stories, with the number of those stories: most often first, at most
    /// [`TOGETHER_MAX`].
    pub together: Vec<(PersonId, u32)>,
}

/// A topic or tag across the stories.
#[derive(Debug, PartialEq)]
pub struct Subject {
    pub label: String,
    pub slug: String,
    /// The topic that it belongs to, by its index in the list; a tag has none.
    pub parent: Option<SubjectId>,
    /// In the order of the stories, each once; those of narrower topics are among them.
    pub stories: Vec<StoryId>,
    /// Story and index into its `analysis.topics` or `analysis.tags`; a story with two spellings is here twice.
    pub appearances: Vec<(StoryId, u32)>,
}

/// Most people listed as named together with somebody.
pub const TOGETHER_MAX: usize = 12;

/// Puts the stories in order, gives each its slug, and finds who and what they have in common.
///
/// The outcome depends on the contents and keys of the articles, not on the order in which they are given.
/// Two articles whose authors wrote the same slug are an error that names both; a slug that was made up gives way.
/// `published` says under which slugs articles are known; the slugs of this digest are noted in it.
pub fn relate(
    stories: Vec<(Article, Analysis)>,
    published: &mut Published,
    settings: &Settings,
) -> (Digest, Vec<Diagnostic>) {
    let mut stories = stories;
    stories.sort_by(|a, b| a.0.key.cmp(&b.0.key));
    let (slugs, mut diagnostics) = slug::assign(&stories, published);
    let mut stories: Vec<Story> = with_slugs(stories, slugs, published);
    stories.sort_by(|a, b| order::newest_first(&a.article, &b.article));

    let people = people::join(&stories, &settings.people);
    diagnostics.extend(offices::conflicts(&stories, &people));
    let topics = subjects::topics(&stories, &settings.topics);
    let tags = subjects::tags(&stories, &settings.tags);
    let related = related::find(&stories, &people, &tags, &settings.related);
    diagnostics.extend(related.diagnostics);
    let (events, coverage) = (related.events, related.coverage);
    (Digest { stories, people, topics, tags, events, coverage }, diagnostics)
}

fn with_slugs(stories: Vec<(Article, Analysis)>, slugs: Vec<String>, published: &mut Published) -> Vec<Story> {
    let in_use: FxHashSet<String> = slugs.iter().cloned().collect();
    let story = |((article, analysis), slug): ((Article, Analysis), String)| {
        let before = published.note(&article.key, &slug);
        let old_slugs = before.iter().filter(|old| !in_use.contains(*old)).cloned().collect();
        Story { article, analysis, slug, old_slugs }
    };
    stories.into_iter().zip(slugs).map(story).collect()
}

#[cfg(test)]
mod tests;
