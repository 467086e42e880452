//! From a person, topic or tag of one story to its page.

use rustc_hash::FxHashMap;

use crate::config::Settings;
use crate::digest::{Digest, PersonEntry, Shown, StoryId, Subject, SubjectId};
use crate::pictures::Pictures;

type Places = FxHashMap<(StoryId, u32), u32>;

/// Finds the entries of the digest by story and index, and knows what to call those without one.
#[derive(Debug)]
pub(super) struct Lookup<'a> {
    pub(super) digest: &'a Digest,
    pub(super) pictures: &'a Pictures,
    people: Places,
    topics: Places,
    tags: Places,
    pub(super) shown_people: Shown<'a>,
    pub(super) shown_topics: Shown<'a>,
    pub(super) shown_tags: Shown<'a>,
}

impl<'a> Lookup<'a> {
    pub(super) fn new(digest: &'a Digest, pictures: &'a Pictures, settings: &'a Settings) -> Self {
        Self {
            digest,
            pictures,
            people: places(digest.people.iter().map(|entry| &entry.appearances)),
            topics: places(digest.topics.iter().map(|subject| &subject.appearances)),
            tags: places(digest.tags.iter().map(|subject| &subject.appearances)),
            shown_people: Shown::new(&settings.people.ignore, &settings.people.aliases),
            shown_topics: Shown::new(&settings.topics.ignore, &settings.topics.aliases),
            shown_tags: Shown::new(&settings.tags.ignore, &settings.tags.aliases),
        }
    }

    pub(super) fn person(&self, story: StoryId, index: usize) -> Option<&'a PersonEntry> {
        self.people.get(&(story, index as u32)).map(|id| &self.digest.people[*id as usize])
    }

    pub(super) fn topic(&self, story: StoryId, index: usize) -> Option<&'a Subject> {
        self.topic_id(story, index).map(|id| &self.digest.topics[id as usize])
    }

    pub(super) fn topic_id(&self, story: StoryId, index: usize) -> Option<SubjectId> {
        self.topics.get(&(story, index as u32)).copied()
    }

    pub(super) fn tag(&self, story: StoryId, index: usize) -> Option<&'a Subject> {
        self.tags.get(&(story, index as u32)).map(|id| &self.digest.tags[*id as usize])
    }
}

fn places<'a>(entries: impl Iterator<Item = &'a Vec<(StoryId, u32)>>) -> Places {
    let mut places = Places::default();
    for (id, appearances) in entries.enumerate() {
        places.extend(appearances.iter().map(|place| (*place, id as u32)));
    }
    places
}
