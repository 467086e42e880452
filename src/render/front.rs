//! The front page: which story leads, and which section each of the others stands in.

use super::lookup::Lookup;
use crate::digest::{Digest, StoryId, Subject, SubjectId};

/// Stories that stand beside the lead.
const BESIDE: usize = 4;

/// The stories of the front page; each stands in it once.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Front {
    pub(super) lead: Option<StoryId>,
    /// The next newest.
    pub(super) beside: Vec<StoryId>,
    /// By topic: those that the settings name, in their order, then top-level topics, those with most stories first; last
    /// stories without a topic.
    pub(super) sections: Vec<(Option<SubjectId>, Vec<StoryId>)>,
}

/// Lays out the stories; `order` has labels of topics that stand first.
pub(super) fn front(stories: &[StoryId], digest: &Digest, lookup: &Lookup, order: &[String]) -> Front {
    let named = named(order, digest);
    let mut stories = stories.iter().copied();
    let (lead, beside) = (stories.next(), stories.by_ref().take(BESIDE).collect());
    let mut by_topic: Vec<Vec<StoryId>> = vec![Vec::new(); digest.topics.len()];
    let mut others = Vec::new();
    for id in stories {
        match named_section(id, &named, digest, lookup).or_else(|| section(id, digest, lookup)) {
            Some(topic) => by_topic[topic as usize].push(id),
            None => others.push(id),
        }
    }
    let mut sections: Vec<_> = by_topic.into_iter().enumerate().map(|(i, ids)| (Some(i as SubjectId), ids)).collect();
    sections.retain(|(_, stories)| !stories.is_empty());
    let place = |topic: &Option<SubjectId>| named.iter().position(|id| Some(*id) == *topic).unwrap_or(named.len());
    sections.sort_by_key(|(topic, stories)| (place(topic), std::cmp::Reverse(stories.len())));
    sections.extend((!others.is_empty()).then_some((None, others)));
    Front { lead, beside, sections }
}

/// The topics with these labels; labels that no topic has are left out.
fn named(labels: &[String], digest: &Digest) -> Vec<SubjectId> {
    let id = |label: &String| digest.topics.iter().position(|topic| topic.label.eq_ignore_ascii_case(label));
    labels.iter().filter_map(id).map(|id| id as SubjectId).collect()
}

/// The first of the named topics that the first topic of a story is, or belongs to.
fn named_section(id: StoryId, named: &[SubjectId], digest: &Digest, lookup: &Lookup) -> Option<SubjectId> {
    let first = first_topic(id, digest, lookup)?;
    let above: Vec<SubjectId> = upwards(first, &digest.topics).collect();
    named.iter().copied().find(|topic| above.contains(topic))
}

/// The top-level topic of a story: that of the first of its topics.
pub(super) fn section(id: StoryId, digest: &Digest, lookup: &Lookup) -> Option<SubjectId> {
    upwards(first_topic(id, digest, lookup)?, &digest.topics).last()
}

fn first_topic(id: StoryId, digest: &Digest, lookup: &Lookup) -> Option<SubjectId> {
    let topics = digest.stories.get(id as usize)?.analysis.topics.len();
    (0..topics).find_map(|index| lookup.topic_id(id, index))
}

/// A topic and those that it belongs to, from itself upwards.
pub(super) fn upwards(topic: SubjectId, topics: &[Subject]) -> impl Iterator<Item = SubjectId> {
    std::iter::successors(Some(topic), |id| topics.get(*id as usize).and_then(|topic| topic.parent))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::digest::fixture::{Draft, draft};
    use crate::digest::{Published, relate};

    #[test]
    fn the_newest_leads_and_the_others_stand_in_sections_once() {
        let story = |key: &str| draft(key, key, "Text.");
        let drafts = vec![
            story("0").day(2020, 1, 9).topic("sport"),
            story("1").topic("sport"),
            story("2").topic("sport"),
            story("3").topic("sport"),
            story("4").topic("sport"),
            story("5").topic_below(&["politics"], "election").topic("sport"),
            story("6"),
            story("7").topic("sport"),
            story("8").topic_below(&["politics", "government"], "defence"),
        ];
        let settings = Settings::default();
        let stories = drafts.into_iter().map(Draft::done).collect();
        let (digest, _) = relate(stories, &mut Published::default(), &settings);
        let pictures = crate::pictures::Pictures::default();
        let lookup = Lookup::new(&digest, &pictures, &settings);
        let front = |order: &[String]| front(&digest.fronts(), &digest, &lookup, order);
        let first = front(&[]);
        assert_eq!((first.lead, first.beside), (Some(0), vec![1, 2, 3, 4]));
        let label = |id: Option<SubjectId>| id.map(|id| digest.topics[id as usize].label.as_str());
        let sections = |front: Front| -> Vec<_> {
            front.sections.into_iter().map(|(topic, stories)| (label(topic), stories)).collect()
        };
        let by_size = [(Some("politics"), vec![5, 8]), (Some("sport"), vec![7]), (None, vec![6])];
        assert_eq!(sections(front(&[])), by_size);
        let order = ["Sport".to_owned(), "government".to_owned(), "music".to_owned()];
        let in_order =
            [(Some("sport"), vec![7]), (Some("government"), vec![8]), (Some("politics"), vec![5]), (None, vec![6])];
        assert_eq!(sections(front(&order)), in_order);
    }
}
