//! All stories together: who and what stands in more than one of them.

use crate::analysis::Analysis;
use crate::source::Article;

/// An article with what was found in it.
#[derive(Debug)]
pub struct Story {
    pub article: Article,
    pub analysis: Analysis,
    /// The last part of its URL, unique in the digest.
    pub slug: String,
}

/// Index of a story in [`Digest::stories`].
pub type StoryId = u32;

/// The stories and what they share.
#[derive(Debug, Default)]
pub struct Digest {
    /// Newest first, then by key; undated ones after all dated ones, by key.
    pub stories: Vec<Story>,
    /// Everyone who has a page: by number of stories, then by name.
    pub people: Vec<PersonEntry>,
    /// By number of stories, then by label.
    pub topics: Vec<Subject>,
    pub tags: Vec<Subject>,
}

/// A person across the stories.
#[derive(Debug, PartialEq)]
pub struct PersonEntry {
    pub name: String,
    pub slug: String,
    /// Story and index into its `analysis.people`, in the order of the stories.
    pub appearances: Vec<(StoryId, u32)>,
}

/// A topic or tag across the stories.
#[derive(Debug, PartialEq)]
pub struct Subject {
    pub label: String,
    pub slug: String,
    /// In the order of the stories.
    pub stories: Vec<StoryId>,
}
