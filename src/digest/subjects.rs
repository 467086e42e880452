//! Topics and tags across the stories: one subject for all spellings of a label, each topic below the one it belongs to.

use rustc_hash::FxHashMap;

use super::fold::{fold, fold_plural};
use super::slug::{Taken, slugify};
use super::{Shown, Story, StoryId, Subject, SubjectId};
use crate::config::{TagSettings, TopicSettings};

/// The topics of all stories, and those that they belong to.
pub(super) fn topics(stories: &[Story], settings: &TopicSettings) -> Vec<Subject> {
    let mut groups = Groups::new(Shown::new(&settings.ignore, &settings.aliases));
    for (story, topics) in stories.iter().map(|story| &story.analysis.topics).enumerate() {
        for (index, topic) in topics.iter().enumerate() {
            groups.add(&topic.label, &topic.broader, (story as StoryId, index as u32));
        }
    }
    finish(groups.groups, 1)
}

/// The tags that stand in enough stories for a page of their own.
pub(super) fn tags(stories: &[Story], settings: &TagSettings) -> Vec<Subject> {
    let mut groups = Groups::new(Shown::new(&settings.ignore, &settings.aliases));
    for (story, tags) in stories.iter().map(|story| &story.analysis.tags).enumerate() {
        for (index, tag) in tags.iter().enumerate().filter(|(_, tag)| tag.shown) {
            groups.add(&tag.label, &[], (story as StoryId, index as u32));
        }
    }
    finish(groups.groups, settings.min_articles)
}

/// The spellings of one label, each with the number of its stories.
#[derive(Debug, Default)]
struct Group<'a> {
    spellings: Vec<(&'a str, u32)>,
    /// Index of the group that it belongs to.
    parent: Option<usize>,
    stories: Vec<StoryId>,
    appearances: Vec<(StoryId, u32)>,
}

/// All groups, in the order in which they were found.
#[derive(Debug)]
struct Groups<'a> {
    shown: Shown<'a>,
    ids: FxHashMap<String, usize>,
    groups: Vec<Group<'a>>,
}

impl<'a> Groups<'a> {
    fn new(shown: Shown<'a>) -> Self {
        Self { shown, ids: FxHashMap::default(), groups: Vec::new() }
    }

    /// Adds a label as found in a story, unless it is ignored, and what it belongs to, from the top downwards.
    fn add(&mut self, label: &'a str, broader: &'a [String], appearance: (StoryId, u32)) {
        let Some(own) = self.group(label, appearance.0) else { return };
        self.groups[own].appearances.push(appearance);
        let mut parent = None;
        for label in broader {
            let Some(above) = self.group(label, appearance.0) else { continue };
            self.put_below(above, parent);
            parent = Some(above);
        }
        self.put_below(own, parent);
    }

    /// The group of a label, with the story in it; `None` if the label is ignored.
    fn group(&mut self, label: &'a str, story: StoryId) -> Option<usize> {
        let label = self.shown.name(label)?;
        let id = *self.ids.entry(fold_plural(label)).or_insert(self.groups.len());
        if id == self.groups.len() {
            self.groups.push(Group::default());
        }
        let group = &mut self.groups[id];
        if group.stories.last() != Some(&story) {
            group.stories.push(story);
        }
        match group.spellings.iter_mut().find(|(spelling, _)| *spelling == label) {
            Some((_, count)) => *count += 1,
            None => group.spellings.push((label, 1)),
        }
        Some(id)
    }

    /// Notes what a group belongs to. The first word counts, and aliases can make no circle.
    fn put_below(&mut self, child: usize, parent: Option<usize>) {
        let mut above = std::iter::successors(parent, |id| self.groups[*id].parent);
        if self.groups[child].parent.is_none() && above.all(|id| id != child) {
            self.groups[child].parent = parent;
        }
    }
}

impl<'a> Group<'a> {
    /// The most frequent spelling, the first found of several.
    fn label(&self) -> &'a str {
        let most = self.spellings.iter().map(|(_, count)| *count).max();
        self.spellings.iter().find(|(_, count)| Some(*count) == most).map_or("", |(label, _)| label)
    }
}

/// Sorts by number of stories and label, then gives out the slugs.
fn finish(groups: Vec<Group>, min_stories: usize) -> Vec<Subject> {
    let mut sorted: Vec<(usize, String, Group)> =
        groups.into_iter().enumerate().map(|(id, group)| (id, fold(group.label()), group)).collect();
    sorted.retain(|(_, _, group)| group.stories.len() >= min_stories.max(1));
    sorted.sort_by(|(_, a_key, a), (_, b_key, b)| {
        b.stories.len().cmp(&a.stories.len()).then_with(|| a_key.cmp(b_key)).then_with(|| a.label().cmp(b.label()))
    });
    let places: FxHashMap<usize, SubjectId> =
        sorted.iter().enumerate().map(|(place, (id, ..))| (*id, place as SubjectId)).collect();
    let mut taken = Taken::new(["page".to_owned()]);
    let subject = |(_, _, group): (usize, String, Group)| {
        let label = group.label().to_owned();
        let slug = taken.claim(&slugify(&label));
        let parent = group.parent.and_then(|id| places.get(&id).copied());
        Subject { label, slug, parent, stories: group.stories, appearances: group.appearances }
    };
    sorted.into_iter().map(subject).collect()
}
