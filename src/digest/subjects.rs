//! Topics and tags across the stories: one subject for all spellings of a label.

use rustc_hash::FxHashMap;

use super::fold::{fold, fold_plural};
use super::slug::{Taken, slugify};
use super::{Shown, Story, StoryId, Subject};
use crate::config::{TagSettings, TopicSettings};

/// The topics of all stories.
pub(super) fn topics(stories: &[Story], settings: &TopicSettings) -> Vec<Subject> {
    let shown = Shown::new(&settings.ignore, &settings.aliases);
    let labels = stories.iter().map(|story| story.analysis.topics.iter().map(|topic| Some(topic.label.as_str())));
    merge(labels, &shown, 1)
}

/// The tags that stand in enough stories for a page of their own.
pub(super) fn tags(stories: &[Story], settings: &TagSettings) -> Vec<Subject> {
    let shown = Shown::new(&settings.ignore, &settings.aliases);
    let labels =
        stories.iter().map(|story| story.analysis.tags.iter().map(|tag| tag.shown.then_some(tag.label.as_str())));
    merge(labels, &shown, settings.min_articles)
}

/// The spellings of one label, each with the number of its stories.
#[derive(Debug, Default)]
struct Group<'a> {
    spellings: Vec<(&'a str, u32)>,
    appearances: Vec<(StoryId, u32)>,
}

/// The labels of each story by their index; `None` for one that is not shown.
fn merge<'a, Labels>(stories: impl Iterator<Item = Labels>, shown: &Shown<'a>, min_stories: usize) -> Vec<Subject>
where
    Labels: Iterator<Item = Option<&'a str>>,
{
    let mut ids: FxHashMap<String, usize> = FxHashMap::default();
    let mut groups: Vec<Group> = Vec::new();
    for (story, labels) in stories.enumerate() {
        for (index, label) in labels.enumerate() {
            let Some(label) = label.and_then(|label| shown.name(label)) else { continue };
            let id = *ids.entry(fold_plural(label)).or_insert(groups.len());
            if id == groups.len() {
                groups.push(Group::default());
            }
            groups[id].add(label, (story as StoryId, index as u32));
        }
    }
    finish(groups, min_stories)
}

impl<'a> Group<'a> {
    fn add(&mut self, label: &'a str, appearance: (StoryId, u32)) {
        self.appearances.push(appearance);
        match self.spellings.iter_mut().find(|(spelling, _)| *spelling == label) {
            Some((_, count)) => *count += 1,
            None => self.spellings.push((label, 1)),
        }
    }

    /// The most frequent spelling, the first found of several.
    fn label(&self) -> &'a str {
        let most = self.spellings.iter().map(|(_, count)| *count).max();
        self.spellings.iter().find(|(_, count)| Some(*count) == most).map_or("", |(label, _)| label)
    }
}

/// Sorts by number of stories and label, then gives out the slugs.
fn finish(groups: Vec<Group>, min_stories: usize) -> Vec<Subject> {
    let mut subjects: Vec<(Subject, String)> = groups.into_iter().map(subject).collect();
    subjects.retain(|(subject, _)| subject.stories.len() >= min_stories.max(1));
    subjects.sort_by(|(a, a_key), (b, b_key)| {
        b.stories.len().cmp(&a.stories.len()).then_with(|| a_key.cmp(b_key)).then_with(|| a.label.cmp(&b.label))
    });
    let mut taken = Taken::new(["page".to_owned()]);
    for (subject, _) in &mut subjects {
        subject.slug = taken.claim(&slugify(&subject.label));
    }
    subjects.into_iter().map(|(subject, _)| subject).collect()
}

fn subject(group: Group) -> (Subject, String) {
    let label = group.label().to_owned();
    let mut stories: Vec<StoryId> = group.appearances.iter().map(|(story, _)| *story).collect();
    stories.dedup();
    let key = fold(&label);
    (Subject { label, slug: String::new(), stories, appearances: group.appearances }, key)
}
