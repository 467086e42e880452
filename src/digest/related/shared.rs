//! The people and tags that stories are about, and what two stories have in common of them.

use super::super::{PersonEntry, PersonId, Story, StoryId, Subject};
use super::space::dot;
use super::{SHARED_MAX, Shared};
use crate::source::Authored;

/// For each story the people and tags it is about.
#[derive(Debug)]
pub(super) struct Things<'d> {
    people: &'d [PersonEntry],
    tags: &'d [Subject],
    /// By number (people first, then tags), with a weight; of unit length.
    of: Vec<Vec<(u32, f32)>>,
    /// Everybody with a page whom each story names, in order.
    named: Vec<Vec<PersonId>>,
    /// The key person whom each story is most about.
    main: Vec<Option<PersonId>>,
}

/// What a tag weighs, where a person in the box weighs 1.
const TAG: f32 = 0.8;
/// A tag of more than one story in so many stands everywhere ...
const EVERYWHERE: usize = 12;
/// ... unless it is one of no more than these.
const FEW: usize = 10;

impl<'d> Things<'d> {
    pub(super) fn new(stories: &[Story], people: &'d [PersonEntry], tags: &'d [Subject]) -> Self {
        let mut of: Vec<Vec<(u32, f32)>> = vec![Vec::new(); stories.len()];
        let (named, main) = people_of(stories, people);
        for (number, entry) in (0..).zip(people) {
            let rarity = rarity(entry.story_count as usize, stories.len());
            for (story, index) in &entry.appearances {
                let person = &stories[*story as usize].analysis.people[*index as usize];
                if person.key || person.authored == Authored::ByHuman {
                    of[*story as usize].push((number, rarity * (0.5 + person.salience)));
                }
            }
        }
        for (number, tag) in (people.len() as u32..).zip(tags) {
            let rarity = rarity(tag.stories.len(), stories.len());
            for (story, index) in &tag.appearances {
                let score = stories[*story as usize].analysis.tags[*index as usize].score;
                of[*story as usize].push((number, TAG * rarity * (0.5 + score)));
            }
        }
        of.iter_mut().for_each(normalise);
        Self { people, tags, of, named, main }
    }

    /// The people and tags of a story by number, weighed; of unit length.
    pub(super) fn of(&self, story: StoryId) -> &[(u32, f32)] {
        &self.of[story as usize]
    }

    /// Whether two stories are each about somebody whom the other does not name.
    pub(super) fn are_apart(&self, a: StoryId, b: StoryId) -> bool {
        let is_missing = |main: Option<PersonId>, other: StoryId| {
            main.is_some_and(|main| self.named[other as usize].binary_search(&main).is_err())
        };
        is_missing(self.main[a as usize], b) && is_missing(self.main[b as usize], a)
    }

    /// Cosine of what two stories are about, 0 to 1.
    pub(super) fn similarity(&self, a: StoryId, b: StoryId) -> f32 {
        dot(&self.of[a as usize], &self.of[b as usize])
    }

    /// What both are about: people, names, then other words, each most telling first; none of it named by the words of
    /// another.
    pub(super) fn reason(&self, a: StoryId, b: StoryId) -> Vec<Shared> {
        let (a, b) = (&self.of[a as usize], &self.of[b as usize]);
        let weight = |number: u32| b.binary_search_by_key(&number, |(n, _)| *n).ok().map(|at| b[at].1);
        let both = a.iter().filter_map(|&(number, w)| Some((w.min(weight(number)?), number)));
        let mut both: Vec<(f32, u32)> = both.collect();
        let kind = |number: u32| match self.thing(number) {
            (Shared::Person(_), _) => 0,
            (tag, _) => 1 + u8::from(!self.is_telling_name(tag)),
        };
        both.sort_unstable_by(|x, y| kind(x.1).cmp(&kind(y.1)).then(y.0.total_cmp(&x.0)).then(x.1.cmp(&y.1)));
        let mut chosen: Vec<(Shared, &str)> = Vec::new();
        for (_, number) in both {
            let (thing, label) = self.thing(number);
            if chosen.len() < SHARED_MAX && !chosen.iter().any(|(_, other)| repeats(label, other)) {
                chosen.push((thing, label));
            }
        }
        chosen.into_iter().map(|(thing, _)| thing).collect()
    }

    /// Whether it has a name of its own that tells something: a person, or a tag that is written with a capital and does
    /// not stand everywhere, as the country of the paper does.
    pub(super) fn is_telling_name(&self, shared: Shared) -> bool {
        match shared {
            Shared::Person(_) => true,
            Shared::Tag(id) => {
                let tag = &self.tags[id as usize];
                let most = (self.of.len() / EVERYWHERE).max(FEW);
                tag.label.starts_with(char::is_uppercase) && tag.stories.len() <= most
            }
        }
    }

    fn thing(&self, number: u32) -> (Shared, &'d str) {
        match self.people.get(number as usize) {
            Some(entry) => (Shared::Person(number as PersonId), &entry.name),
            None => {
                let tag = number - self.people.len() as u32;
                (Shared::Tag(tag), &self.tags[tag as usize].label)
            }
        }
    }
}

/// For each story, whom it names, in order, and whom it is most about.
fn people_of(stories: &[Story], people: &[PersonEntry]) -> (Vec<Vec<PersonId>>, Vec<Option<PersonId>>) {
    let mut named: Vec<Vec<PersonId>> = vec![Vec::new(); stories.len()];
    let mut main: Vec<Option<(f32, PersonId)>> = vec![None; stories.len()];
    for (id, entry) in (0..).zip(people) {
        for (story, index) in &entry.appearances {
            let story = *story as usize;
            let person = &stories[story].analysis.people[*index as usize];
            named[story].push(id);
            if person.key && main[story].is_none_or(|(salience, _)| person.salience > salience) {
                main[story] = Some((person.salience, id));
            }
        }
    }
    (named, main.into_iter().map(|main| main.map(|(_, id)| id)).collect())
}

/// How much it tells that a story is about somebody or something: less, the more stories are.
fn rarity(stories: usize, all: usize) -> f32 {
    (1.0 + all as f32 / stories.max(1) as f32).ln()
}

/// Each number once, with its greatest weight, in order; unit length.
fn normalise(things: &mut Vec<(u32, f32)>) {
    things.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    things.dedup_by_key(|(number, _)| *number);
    let length = things.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    if length > 0.0 {
        things.iter_mut().for_each(|(_, weight)| *weight /= length);
    }
}

/// Whether one label says again what the other says: "Trump" beside "Trump administration".
fn repeats(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let (short, long) = (short.to_lowercase(), long.to_lowercase());
    long.match_indices(&short).any(|(at, _)| {
        let before = long[..at].chars().next_back();
        let after = long[at + short.len()..].chars().next();
        [before, after].into_iter().flatten().all(|c| !c.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_repeats_another_by_whole_words() {
        assert!(repeats("Trump administration", "trump"));
        assert!(!repeats("Niger", "Nigeria"));
        assert!(!repeats("Russia", "Ukraine"));
    }
}
