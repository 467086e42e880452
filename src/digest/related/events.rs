//! Stories of one event: groups whose members are near to each other in the mean.
//!
//! Pairs are taken nearest first, and the groups of the two are joined when the mean similarity between them is high
//! enough and their dates allow it (average linkage, which does not chain through stories that stand between two
//! events). The mean is the product of the sums of the vectors, so no table of pairs is needed.

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use super::days_between;
use super::duplicates::Copies;
use super::neighbours::Neighbour;
use super::shared::Things;
use super::space::{Space, dot};
use crate::digest::StoryId;

/// Mean similarity from which two groups are one; twice as much when [`MAX_DAYS`] lie between.
const SAME_EVENT: f32 = 0.34;
/// What people and tags in common count, where the words count 1: two plane crashes of one month have words in common.
const THINGS: f32 = 0.3;
/// Similarity of words that joins even two stories of which neither names the main person of the other: with less, two
/// obituaries or two interviews would be one event.
const SAME_WORDS: f32 = 0.5;
/// Similarity of words below which two stories are not looked at.
const LEAST_WORDS: f32 = 0.15;
/// Most days between the first and the last story of an event.
const MAX_DAYS: u32 = 30;

/// Who is in which group.
#[derive(Debug)]
pub(super) struct Events {
    /// Index into `groups` for each story.
    of: Vec<u32>,
    groups: Vec<Group>,
}

#[derive(Clone, Debug, Default)]
struct Group {
    /// In order; empty when it was joined to another.
    members: Vec<StoryId>,
    /// The sum of the vectors of words.
    words: Vec<(u32, f32)>,
    /// The sum of the vectors of people and tags.
    things: Vec<(u32, f32)>,
    /// Of those that are dated.
    first: Option<Date>,
    last: Option<Date>,
}

/// Copies of one text are of one event; all others are joined by their words.
pub(super) fn group(
    space: &Space,
    neighbours: &[Vec<Neighbour>],
    dates: &[Option<Date>],
    copies: &Copies,
    things: &Things,
) -> Events {
    let mut events = Events::single(space, dates, things);
    copies.pairs().for_each(|(a, b)| events.join(a, b));
    let mut refused: FxHashSet<(u32, u32, usize)> = FxHashSet::default();
    for (a, b) in pairs(neighbours, things) {
        let (x, y) = (events.of[a as usize], events.of[b as usize]);
        let (one, other) = (&events.groups[x as usize], &events.groups[y as usize]);
        let key = (x.min(y), x.max(y), one.members.len() + other.members.len());
        if x != y && !refused.contains(&key) {
            if one.is_of_event(other) {
                events.join(a, b);
            } else {
                refused.insert(key);
            }
        }
    }
    events
}

/// Pairs that are near enough, nearest first, each once.
fn pairs(neighbours: &[Vec<Neighbour>], things: &Things) -> Vec<(StoryId, StoryId)> {
    let mut pairs: Vec<(f32, StoryId, StoryId)> = Vec::new();
    for (id, near) in (0..).zip(neighbours) {
        let near = near.iter().filter(|neighbour| neighbour.similarity >= LEAST_WORDS);
        pairs.extend(near.map(|n| (n.similarity, n.story.min(id), n.story.max(id))));
    }
    pairs.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    pairs.dedup();
    pairs.retain(|(similarity, a, b)| *similarity >= SAME_WORDS || !things.are_apart(*a, *b));
    pairs.into_iter().map(|(_, a, b)| (a, b)).collect()
}

impl Events {
    fn single(space: &Space, dates: &[Option<Date>], things: &Things) -> Self {
        let group = |(id, date): (StoryId, &Option<Date>)| Group {
            members: vec![id],
            words: space.vectors[id as usize].clone(),
            things: things.of(id).to_vec(),
            first: *date,
            last: *date,
        };
        Self { of: (0..dates.len() as u32).collect(), groups: (0..).zip(dates).map(group).collect() }
    }

    /// Joins the groups of two stories, the smaller one to the larger.
    fn join(&mut self, a: StoryId, b: StoryId) {
        let (x, y) = (self.of[a as usize], self.of[b as usize]);
        if x == y {
            return;
        }
        let size = |group: u32| self.groups[group as usize].members.len();
        let (large, small) = if size(x) >= size(y) { (x, y) } else { (y, x) };
        let joined = std::mem::take(&mut self.groups[small as usize]);
        joined.members.iter().for_each(|story| self.of[*story as usize] = large);
        self.groups[large as usize].add(joined);
    }

    /// Whether two stories are of one event.
    pub(super) fn same(&self, a: StoryId, b: StoryId) -> bool {
        self.of[a as usize] == self.of[b as usize]
    }

    /// The stories of the event of a story, with itself, in order.
    pub(super) fn of(&self, story: StoryId) -> &[StoryId] {
        &self.groups[self.of[story as usize] as usize].members
    }

    /// The events of several stories, by their first one.
    pub(super) fn lists(self) -> Vec<Vec<StoryId>> {
        let groups = self.groups.into_iter().map(|group| group.members);
        let mut lists: Vec<Vec<StoryId>> = groups.filter(|members| members.len() > 1).collect();
        lists.sort_unstable();
        lists
    }
}

impl Group {
    fn is_of_event(&self, other: &Group) -> bool {
        let first = self.first.into_iter().chain(other.first).min();
        let days = days_between(first, self.last.max(other.last));
        let pairs = (self.members.len() * other.members.len()) as f32;
        let days = days.unwrap_or(0);
        let needed = SAME_EVENT * (1.0 + days as f32 / MAX_DAYS as f32);
        let found = dot(&self.words, &other.words) + THINGS * dot(&self.things, &other.things);
        days <= MAX_DAYS && found >= needed * pairs
    }

    fn add(&mut self, other: Group) {
        self.members.extend(other.members);
        self.members.sort_unstable();
        self.words = sum(&self.words, &other.words);
        self.things = sum(&self.things, &other.things);
        self.first = self.first.into_iter().chain(other.first).min();
        self.last = self.last.max(other.last);
    }
}

/// The sum of two vectors, each in the order of its numbers.
fn sum(a: &[(u32, f32)], b: &[(u32, f32)]) -> Vec<(u32, f32)> {
    let mut sum = Vec::with_capacity(a.len() + b.len());
    let (mut i, mut j) = (0, 0);
    loop {
        match (a.get(i), b.get(j)) {
            (Some(&(x, v)), Some(&(y, w))) if x == y => {
                sum.push((x, v + w));
                (i, j) = (i + 1, j + 1);
            }
            (Some(&x), y) if y.is_none_or(|y| x.0 < y.0) => {
                sum.push(x);
                i += 1;
            }
            (_, Some(&y)) => {
                sum.push(y);
                j += 1;
            }
            (_, None) => return sum,
        }
    }
}
