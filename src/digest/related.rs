//! Which stories tell of the same event, which are related, which have nearly the same text.
//!
//! Articles are compared by their fingerprints: `space` weighs their words against all articles, `neighbours` finds
//! those with rare words in common, `events` groups what tells of one event, `shared` names the people and tags that
//! two stories have in common, `duplicates` tells the editor of texts that are there twice.

mod duplicates;
mod events;
mod neighbours;
mod shared;
mod space;

use jiff::civil::Date;
use rayon::prelude::*;

use super::{PersonEntry, PersonId, Story, StoryId, Subject};
use crate::config::RelatedSettings;
use crate::diagnostic::Diagnostic;
use events::Events;
use neighbours::Neighbour;
use shared::Things;

/// What else the digest has on a story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    /// Others of the same event, newest first, at most [`EVENT_MAX`].
    pub event: Vec<Link>,
    /// Others on the same people and subjects, nearest first, as many as the settings allow; none of the
    /// same event.
    pub related: Vec<Link>,
    /// Others with nearly the same text, when this is the newest of them: lists that show each text once name them
    /// here.
    pub copies: Vec<StoryId>,
    /// Whether it stands among the copies of another.
    pub is_copy: bool,
}

/// Another story, and why it is named.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub story: StoryId,
    /// What both stories are about, most telling first, at most [`SHARED_MAX`].
    pub shared: Vec<Shared>,
    /// Whether the two texts are nearly the same.
    pub same_text: bool,
}

/// Someone or something that two stories are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shared {
    Person(PersonId),
    /// Index into [`super::Digest::tags`].
    Tag(u32),
}

/// Most stories listed as of the same event.
pub const EVENT_MAX: usize = 6;
/// Most people and tags that are named as the reason.
pub const SHARED_MAX: usize = 3;

/// Similarity from which stories are related, people, tags and time being counted in.
const RELATED: f32 = 0.16;
/// The same where all that they share is a common noun or a name that stands everywhere: two rallies, two storms.
const RELATED_BY_NOUNS: f32 = 0.24;
/// What people and tags in common count, where the words count 1.
const THINGS: f32 = 0.4;
/// Days after which two stories are only half as near.
const HALF_LIFE: f32 = 365.0;

/// The stories of one event each, and what to link from each story.
#[derive(Debug, Default)]
pub(super) struct Relations {
    pub(super) events: Vec<Vec<StoryId>>,
    pub(super) coverage: Vec<Coverage>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Compares all stories; the work grows with their number, not with its square.
pub(super) fn find(
    stories: &[Story],
    people: &[PersonEntry],
    tags: &[Subject],
    settings: &RelatedSettings,
) -> Relations {
    let space = space::Space::of(stories);
    let neighbours = neighbours::find(&space);
    let dates: Vec<Option<Date>> =
        stories.iter().map(|story| story.article.meta.date.as_ref().map(|date| date.day())).collect();
    let copies = duplicates::find(stories, &neighbours);
    let things = Things::new(stories, people, tags);
    let events = events::group(&space, &neighbours, &dates, &copies, &things);
    let context = Context { things, dates, events, copies, max: settings.max };
    let ids = 0..stories.len() as StoryId;
    let mut coverage: Vec<Coverage> =
        ids.into_par_iter().map(|id| context.coverage(id, &neighbours[id as usize])).collect();
    for (first, copy) in context.copies.pairs() {
        coverage[first as usize].copies.push(copy);
        coverage[copy as usize].is_copy = true;
    }
    let diagnostics = duplicates::warnings(stories, &context.copies);
    Relations { events: context.events.lists(), coverage, diagnostics }
}

/// What is known of all stories when the links of one are chosen.
#[derive(Debug)]
struct Context<'s> {
    things: Things<'s>,
    dates: Vec<Option<Date>>,
    events: Events,
    copies: duplicates::Copies,
    /// Most stories listed as related; 0 lists none of the same event either.
    max: usize,
}

impl Context<'_> {
    fn coverage(&self, id: StoryId, neighbours: &[Neighbour]) -> Coverage {
        match self.max {
            0 => Coverage::default(),
            _ => Coverage {
                event: self.event(id, neighbours),
                related: self.related(id, neighbours),
                ..Coverage::default()
            },
        }
    }

    fn link(&self, id: StoryId, other: StoryId) -> Link {
        let same_text = self.copies.are_copies(id, other);
        Link { story: other, shared: self.things.reason(id, other), same_text }
    }

    /// The nearest of the same event, in the order of the digest.
    fn event(&self, id: StoryId, neighbours: &[Neighbour]) -> Vec<Link> {
        let near = neighbours.iter().map(|neighbour| neighbour.story);
        let near = near.filter(|other| self.events.same(id, *other));
        // Some of a large group are no neighbours of each other; they come after those that are.
        let rest = self.events.of(id).iter().copied().filter(|other| *other != id);
        let mut chosen: Vec<StoryId> = Vec::new();
        for other in near.chain(rest) {
            if chosen.len() < EVENT_MAX && !chosen.contains(&other) {
                chosen.push(other);
            }
        }
        chosen.sort_unstable();
        chosen.into_iter().map(|other| self.link(id, other)).collect()
    }

    /// The nearest with which the story shares somebody or something, no two of them with the same text.
    fn related(&self, id: StoryId, neighbours: &[Neighbour]) -> Vec<Link> {
        let others = neighbours.iter().filter(|neighbour| !self.events.same(id, neighbour.story));
        let mut ranked: Vec<(f32, StoryId)> = others
            .map(|neighbour| (self.nearness(id, neighbour), neighbour.story))
            .filter(|(nearness, _)| *nearness >= RELATED)
            .collect();
        ranked.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut links: Vec<Link> = Vec::new();
        for (nearness, other) in ranked {
            let is_free = links.len() < self.max && !links.iter().any(|link| self.copies.are_copies(link.story, other));
            if is_free {
                links.extend(Some(self.link(id, other)).filter(|link| self.says_enough(link, nearness)));
            }
        }
        links
    }

    fn says_enough(&self, link: &Link, nearness: f32) -> bool {
        // Telling names come first.
        let needed = link
            .shared
            .first()
            .map(|shared| if self.things.is_telling_name(*shared) { RELATED } else { RELATED_BY_NOUNS });
        needed.is_some_and(|needed| nearness >= needed)
    }

    fn nearness(&self, id: StoryId, neighbour: &Neighbour) -> f32 {
        let near = neighbour.similarity + THINGS * self.things.similarity(id, neighbour.story);
        let days = days_between(self.dates[id as usize], self.dates[neighbour.story as usize]).unwrap_or(0);
        near * (0.5 + 0.5 * (-(days as f32) / HALF_LIFE).exp2())
    }
}

/// `None` when one of them is not known.
fn days_between(a: Option<Date>, b: Option<Date>) -> Option<u32> {
    let (a, b) = (a?, b?);
    a.until(b).ok().map(|span| span.get_days().unsigned_abs())
}

#[cfg(test)]
mod tests;
