//! The views of what stands in more than one story: people, topics, tags.

use rustc_hash::FxHashMap;

use super::article::{role_anchor, with_page};
use super::dates::{self, DateStyle};
use super::front;
use super::lookup::Lookup;
use super::names::sentence_case;
use super::timeline::timeline;
use super::views::{
    LinkView, NewsBarView, PersonCardView, PersonView, StatedRoleView, SubjectCardView, TogetherView, TopicLinkView,
};
use crate::digest::{Digest, PersonEntry, StoryId, Subject, fold};

/// Most roles on the page of a person.
const MAX_ROLES: usize = 6;

/// Most articles named for a role.
const MAX_STATED_IN: usize = 2;

/// Most people, and fewest, in the chart of who is in the news.
const MAX_NEWS: usize = 12;
const MIN_NEWS: usize = 3;

pub(super) fn person<'a>(
    entry: &'a PersonEntry,
    url: &'a str,
    digest: &'a Digest,
    lookup: &Lookup<'a>,
    style: DateStyle<'_>,
) -> PersonView<'a> {
    let together = entry.together.iter().map(|(id, count)| {
        let other = &digest.people[*id as usize];
        TogetherView { name: &other.name, url: person_url(other), count: *count }
    });
    PersonView {
        name: &entry.name,
        url,
        story_count: entry.story_count,
        roles: roles(entry, digest, lookup, style),
        together: together.collect(),
        timeline: timeline(entry, digest, style),
    }
}

pub(super) fn person_card<'a>(entry: &'a PersonEntry, digest: &'a Digest) -> PersonCardView<'a> {
    PersonCardView {
        name: &entry.name,
        url: person_url(entry),
        role: usual_role(entry, digest),
        count: entry.story_count,
    }
}

/// The people with most articles, of those with two at least; too few to compare are none.
pub(super) fn news<'a>(digest: &'a Digest) -> Vec<NewsBarView<'a>> {
    let most = digest.people.first().map_or(1, |entry| entry.story_count.max(1));
    let entries: Vec<&'a PersonEntry> =
        digest.people.iter().take(MAX_NEWS).take_while(|entry| entry.story_count > 1).collect();
    let view = |entry: &'a PersonEntry| NewsBarView {
        name: &entry.name,
        url: person_url(entry),
        role: usual_role(entry, digest),
        count: entry.story_count,
        percent: (entry.story_count * 100 / most).max(1),
    };
    if entries.len() < MIN_NEWS { Vec::new() } else { entries.into_iter().map(view).collect() }
}

/// The top-level topic of a story.
pub(super) fn section(id: StoryId, lookup: &Lookup) -> Option<TopicLinkView> {
    let digest = lookup.digest;
    front::section(id, digest, lookup).map(|topic| topic_link(&digest.topics[topic as usize]))
}

pub(super) fn topic_link(topic: &Subject) -> TopicLinkView {
    TopicLinkView { label: sentence_case(&topic.label), url: format!("topics/{}/", topic.slug) }
}

pub(super) fn subject_card<'a>(kind: &str, subject: &'a Subject, depth: u8) -> SubjectCardView<'a> {
    let url = format!("{kind}s/{}/", subject.slug);
    SubjectCardView { label: &subject.label, url, count: subject.stories.len(), depth }
}

fn person_url(entry: &PersonEntry) -> String {
    format!("people/{}/", entry.slug)
}

/// A role as a story states it: its words, and the place.
type Stated<'a> = (&'a str, StoryId, usize);

/// The roles of a person by how many stories state them; of equal ones the newest first.
fn roles<'a>(
    entry: &'a PersonEntry,
    digest: &'a Digest,
    lookup: &Lookup<'a>,
    style: DateStyle<'_>,
) -> Vec<StatedRoleView<'a>> {
    let link = |place: &Stated<'a>| stated_in(entry, place, digest, lookup, style);
    let mut order: Vec<Vec<Stated>> = Vec::new();
    let mut ids: FxHashMap<String, usize> = FxHashMap::default();
    for stated in stated_roles(entry, digest) {
        let id = *ids.entry(fold(stated.0)).or_insert(order.len());
        if id == order.len() {
            order.push(Vec::new());
        }
        order[id].push(stated);
    }
    order.sort_by_key(|places| std::cmp::Reverse(places.len()));
    order.truncate(MAX_ROLES);
    order
        .into_iter()
        .map(|places| StatedRoleView {
            text: places[0].0,
            count: places.len(),
            stated_in: places.iter().take(MAX_STATED_IN).map(link).collect(),
        })
        .collect()
}

fn stated_roles<'a>(entry: &'a PersonEntry, digest: &'a Digest) -> impl Iterator<Item = Stated<'a>> {
    entry.appearances.iter().flat_map(|(story, index)| {
        let roles = &digest.stories[*story as usize].analysis.people[*index as usize].roles;
        roles.iter().enumerate().map(|(i, role)| (role.text.as_str(), *story, i))
    })
}

fn stated_in<'a>(
    entry: &PersonEntry,
    &(text, id, role): &Stated,
    digest: &'a Digest,
    lookup: &Lookup<'a>,
    style: DateStyle<'_>,
) -> LinkView<'a> {
    let story = &digest.stories[id as usize];
    let named = with_page(id, story, lookup);
    // The words are marked only if they stand in the text, and only under the first name the story has for the person.
    let index = named.iter().find(|(_, other)| std::ptr::eq(*other, entry)).map(|(index, _)| *index);
    let found = index.and_then(|index| story.analysis.people[index].roles.get(role));
    let fragment = match found.filter(|role| role.text == text && role.span.is_some()) {
        Some(_) => format!("#{}", role_anchor(&entry.slug, role)),
        None => String::new(),
    };
    let date = story.article.meta.date.as_ref().map(|date| dates::view(date, style));
    LinkView { label: &story.analysis.headline.text, url: format!("{}/{fragment}", story.slug), date }
}

/// The role that most stories put first.
fn usual_role<'a>(entry: &'a PersonEntry, digest: &'a Digest) -> Option<&'a str> {
    let mut counts: Vec<(&str, u32)> = Vec::new();
    for (text, ..) in stated_roles(entry, digest).filter(|(_, _, i)| *i == 0) {
        match counts.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(text)) {
            Some((_, count)) => *count += 1,
            None => counts.push((text, 1)),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max();
    counts.into_iter().find(|(_, count)| Some(*count) == most).map(|(text, _)| text)
}
