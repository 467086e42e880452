//! People across the stories: which of the people found in single articles are the same person.
//!
//! A wrong join would say of somebody what no article says, so a join needs a reason: the same full name, or a
//! surname that only one full name of the digest has, together with a role or a context that agrees.

use std::cell::OnceCell;

use rustc_hash::{FxHashMap, FxHashSet};

use super::fold::{fold, fold_plural};
use super::slug::{Taken, slugify};
use super::spelling::transliteration_key;
use super::{PersonEntry, PersonId, Shown, Story, StoryId, TOGETHER_MAX};
use crate::analysis::Person;
use crate::config::PeopleSettings;
use crate::source::Authored;

/// Everyone who is a key person of at least one story.
pub(super) fn join(stories: &[Story], settings: &PeopleSettings) -> Vec<PersonEntry> {
    let shown = Shown::new(&settings.ignore, &settings.aliases);
    let sightings = sightings(stories, &shown);
    let mut groups = by_full_name(&sightings);
    join_initials(&mut groups);
    join_spellings(stories, &mut groups);
    join_surnames(stories, sightings, &mut groups);
    groups.retain(|group| group.sightings.iter().any(|s| is_key(s.person(stories))));
    let mut entries = finish(groups);
    name_together(&mut entries, stories.len());
    entries
}

/// A person as one story names them.
#[derive(Clone, Debug)]
struct Sighting<'a> {
    story: StoryId,
    index: u32,
    /// The name to show.
    name: &'a str,
    folded: String,
}

/// One person, as far as can be told.
#[derive(Debug, Default)]
struct Group<'a> {
    folded: String,
    sightings: Vec<Sighting<'a>>,
}

impl Sighting<'_> {
    fn person<'s>(&self, stories: &'s [Story]) -> &'s Person {
        &stories[self.story as usize].analysis.people[self.index as usize]
    }

    fn is_full_name(&self) -> bool {
        self.folded.contains(' ')
    }
}

fn is_key(person: &Person) -> bool {
    person.key || person.authored == Authored::ByHuman
}

fn sightings<'a>(stories: &'a [Story], shown: &Shown<'a>) -> Vec<Sighting<'a>> {
    let mut sightings = Vec::new();
    for (story, found) in stories.iter().enumerate() {
        for (index, person) in found.analysis.people.iter().enumerate() {
            let Some(name) = shown.name(&person.name) else { continue };
            let folded = fold(name);
            if !folded.is_empty() {
                sightings.push(Sighting { story: story as StoryId, index: index as u32, name, folded });
            }
        }
    }
    sightings
}

/// One group for each full name, in the order in which the names are first met.
fn by_full_name<'a>(sightings: &[Sighting<'a>]) -> Vec<Group<'a>> {
    let mut groups = Grouping::default();
    sightings.iter().filter(|s| s.is_full_name()).for_each(|s| groups.add(s.clone()));
    groups.groups
}

#[derive(Debug, Default)]
struct Grouping<'a> {
    ids: FxHashMap<String, usize>,
    groups: Vec<Group<'a>>,
}

impl<'a> Grouping<'a> {
    fn add(&mut self, sighting: Sighting<'a>) {
        let id = *self.ids.entry(sighting.folded.clone()).or_insert(self.groups.len());
        if id == self.groups.len() {
            self.groups.push(Group { folded: sighting.folded.clone(), sightings: Vec::new() });
        }
        self.groups[id].sightings.push(sighting);
    }
}

/// Joins `Donald Trump` to `Donald J. Trump`, unless two different initials are there to choose from.
fn join_initials(groups: &mut Vec<Group>) {
    let mut initialled: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (id, group) in groups.iter().enumerate() {
        if let Some(bare) = without_initials(&group.folded) {
            initialled.entry(bare).or_default().push(id);
        }
    }
    for id in 0..groups.len() {
        if let Some(&[only]) = initialled.get(&groups[id].folded).map(Vec::as_slice) {
            let joined = std::mem::take(&mut groups[id].sightings);
            groups[only].sightings.extend(joined);
        }
    }
    groups.retain(|group| !group.sightings.is_empty());
    groups.iter_mut().for_each(Group::sort);
}

/// Joins `Volodymyr Zelenskyy` to `Volodymyr Zelensky`, unless their roles speak against it.
fn join_spellings(stories: &[Story], groups: &mut Vec<Group>) {
    let mut first_of: FxHashMap<String, usize> = FxHashMap::default();
    for id in 0..groups.len() {
        let Some(key) = transliteration_key(&groups[id].folded) else { continue };
        let known = *first_of.entry(key).or_insert(id);
        if known != id && !conflict(&roles_of(stories, &groups[known]), &roles_of(stories, &groups[id])) {
            let joined = std::mem::take(&mut groups[id].sightings);
            groups[known].sightings.extend(joined);
        }
    }
    groups.retain(|group| !group.sightings.is_empty());
    groups.iter_mut().for_each(Group::sort);
}

fn roles_of(stories: &[Story], group: &Group) -> FxHashSet<String> {
    group.sightings.iter().flat_map(|s| role_heads(s.person(stories))).collect()
}

/// Whether roles are known of both and none is of both.
fn conflict(a: &FxHashSet<String>, b: &FxHashSet<String>) -> bool {
    !a.is_empty() && !b.is_empty() && a.is_disjoint(b)
}

impl Group<'_> {
    fn sort(&mut self) {
        self.sightings.sort_by_key(|s| (s.story, s.index));
    }
}

/// The name without single letters in the middle; `None` if it has none, or if less than two words remain.
fn without_initials(folded: &str) -> Option<String> {
    let words: Vec<&str> = folded.split(' ').collect();
    let kept: Vec<&str> =
        words.iter().enumerate().filter(|(i, word)| *i == 0 || word.len() > 1).map(|(_, word)| *word).collect();
    (kept.len() >= 2 && kept.len() < words.len()).then(|| kept.join(" "))
}

/// Adds those named by one word: to the only person with that surname if something speaks for it, of several to the
/// only one who can be meant, otherwise to a group of their own.
fn join_surnames<'a>(stories: &[Story], sightings: Vec<Sighting<'a>>, groups: &mut Vec<Group<'a>>) {
    let mut by_surname: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (id, group) in groups.iter().enumerate() {
        by_surname.entry(surname(&group.folded)).or_default().push(id);
    }
    let known = Known { stories, groups, roles: groups.iter().map(|_| OnceCell::new()).collect() };
    let mut joins: Vec<(usize, Sighting)> = Vec::new();
    let mut apart = Grouping::default();
    for sighting in sightings.into_iter().filter(|s| !s.is_full_name()) {
        let bearers = by_surname.get(sighting.folded.as_str()).map_or(&[][..], Vec::as_slice);
        match known.the_one(&sighting, bearers) {
            Some(bearer) => joins.push((bearer, sighting)),
            None => apart.add(sighting),
        }
    }
    for (id, sighting) in joins {
        groups[id].sightings.push(sighting);
    }
    groups.iter_mut().for_each(Group::sort);
    groups.extend(apart.groups);
}

/// The groups with the heads of their roles, which are asked for again and again and so gathered once.
struct Known<'k, 'a> {
    stories: &'k [Story],
    groups: &'k [Group<'a>],
    roles: Vec<OnceCell<FxHashSet<String>>>,
}

impl Known<'_, '_> {
    fn roles(&self, group: usize) -> &FxHashSet<String> {
        self.roles[group].get_or_init(|| roles_of(self.stories, &self.groups[group]))
    }

    /// Which of the bearers of a surname it means: the only one, if something speaks for it; or the only one whose
    /// roles agree, who is also named far oftener than those whom the roles do not exclude.
    fn the_one(&self, sighting: &Sighting, bearers: &[usize]) -> Option<usize> {
        let heads: FxHashSet<String> = role_heads(sighting.person(self.stories)).into_iter().collect();
        if let &[only] = bearers {
            return self.speaks_for(sighting, &heads, only).then_some(only);
        }
        let mut agreeing = bearers.iter().filter(|&&bearer| !self.roles(bearer).is_disjoint(&heads));
        let bearer = *agreeing.next().filter(|_| agreeing.next().is_none())?;
        let rivals = bearers.iter().filter(|&&rival| rival != bearer && !conflict(self.roles(rival), &heads));
        let most = rivals.map(|&rival| self.groups[rival].sightings.len()).max().unwrap_or(0);
        (self.groups[bearer].sightings.len() >= FAR_OFTENER * most).then_some(bearer)
    }

    /// Whether a surname is likely to mean this person: where roles are known on both sides they must agree; where
    /// not, the stories must share a tag or another person.
    fn speaks_for(&self, sighting: &Sighting, heads: &FxHashSet<String>, bearer: usize) -> bool {
        let known = self.roles(bearer);
        if !heads.is_empty() && !known.is_empty() {
            return !known.is_disjoint(heads);
        }
        let context = context(self.stories, sighting);
        let theirs = |s: &Sighting| self::context(self.stories, s).iter().any(|word| context.contains(word));
        self.groups[bearer].sightings.iter().any(theirs)
    }
}

/// How much oftener than all others of a surname somebody must be named to be meant by it, roles agreeing.
const FAR_OFTENER: usize = 3;

/// The last word of a name, leaving out what follows a surname.
fn surname(folded: &str) -> &str {
    let mut words = folded.rsplit(' ');
    words.find(|word| !matches!(*word, "jr" | "sr" | "ii" | "iii" | "iv")).unwrap_or(folded)
}

/// The head words of a person's roles: `secretary general` of `NATO Secretary General` and `Secretary-General of NATO`
/// both end in `general`.
fn role_heads(person: &Person) -> Vec<String> {
    person.roles.iter().filter_map(|role| head(&role.text)).collect()
}

fn head(role: &str) -> Option<String> {
    let before_comma = role.split(',').next().unwrap_or(role);
    let folded = fold(before_comma);
    let words = folded.split(' ').take_while(|word| !matches!(*word, "of" | "for" | "at" | "in" | "to" | "from"));
    words.last().filter(|word| !word.is_empty()).map(str::to_owned)
}

/// What a story is about besides this person: its tags and the other people with full names.
fn context(stories: &[Story], sighting: &Sighting) -> FxHashSet<String> {
    let analysis = &stories[sighting.story as usize].analysis;
    let tags = analysis.tags.iter().map(|tag| fold_plural(&tag.label));
    let others = analysis.people.iter().enumerate().filter(|(i, _)| *i != sighting.index as usize);
    let names = others.map(|(_, person)| fold(&person.name)).filter(|name| name.contains(' '));
    let own = surname(&sighting.folded);
    tags.chain(names).filter(|word| surname(word) != own).collect()
}

/// Names, orders and slugs.
fn finish(groups: Vec<Group>) -> Vec<PersonEntry> {
    let mut entries: Vec<(String, PersonEntry)> = groups.iter().map(entry).collect();
    entries.sort_by(|(a_key, a), (b_key, b)| {
        b.story_count.cmp(&a.story_count).then_with(|| a_key.cmp(b_key)).then_with(|| a.name.cmp(&b.name))
    });
    let mut taken = Taken::new(["page".to_owned()]);
    for (_, entry) in &mut entries {
        entry.slug = taken.claim(&slugify(&entry.name));
    }
    entries.into_iter().map(|(_, entry)| entry).collect()
}

fn entry(group: &Group) -> (String, PersonEntry) {
    let name = usual_name(group);
    let mut stories: Vec<StoryId> = group.sightings.iter().map(|s| s.story).collect();
    stories.dedup();
    let entry = PersonEntry {
        name: name.to_owned(),
        slug: String::new(),
        appearances: group.sightings.iter().map(|s| (s.story, s.index)).collect(),
        story_count: stories.len() as u32,
        together: Vec::new(),
    };
    (fold(name), entry)
}

/// The most frequent spelling of the full name, the first met of several.
fn usual_name<'a>(group: &Group<'a>) -> &'a str {
    let mut spellings: Vec<(&str, u32)> = Vec::new();
    let full = group.sightings.iter().any(Sighting::is_full_name);
    for sighting in group.sightings.iter().filter(|s| s.is_full_name() == full) {
        match spellings.iter_mut().find(|(name, _)| *name == sighting.name) {
            Some((_, count)) => *count += 1,
            None => spellings.push((sighting.name, 1)),
        }
    }
    let most = spellings.iter().map(|(_, count)| *count).max();
    spellings.iter().find(|(_, count)| Some(*count) == most).map_or("", |(name, _)| name)
}

/// Counts for each person the stories that name another one as well.
fn name_together(entries: &mut [PersonEntry], stories: usize) {
    let mut named: Vec<Vec<PersonId>> = vec![Vec::new(); stories];
    for (id, entry) in entries.iter().enumerate() {
        for (story, _) in &entry.appearances {
            let people = &mut named[*story as usize];
            if people.last() != Some(&(id as PersonId)) {
                people.push(id as PersonId);
            }
        }
    }
    let mut counts: Vec<u32> = vec![0; entries.len()];
    for (id, entry) in entries.iter_mut().enumerate() {
        entry.together = together(id as PersonId, &entry.appearances, &named, &mut counts);
    }
}

/// `counts` is all zero before and after.
fn together(
    own: PersonId,
    appearances: &[(StoryId, u32)],
    named: &[Vec<PersonId>],
    counts: &mut [u32],
) -> Vec<(PersonId, u32)> {
    let mut met: Vec<PersonId> = Vec::new();
    let mut last = None;
    for (story, _) in appearances {
        if last.replace(story) == Some(story) {
            continue;
        }
        for &other in named[*story as usize].iter().filter(|other| **other != own) {
            if counts[other as usize] == 0 {
                met.push(other);
            }
            counts[other as usize] += 1;
        }
    }
    let mut pairs: Vec<(PersonId, u32)> =
        met.into_iter().map(|other| (other, std::mem::take(&mut counts[other as usize]))).collect();
    pairs.sort_by_key(|(other, count)| (std::cmp::Reverse(*count), *other));
    pairs.truncate(TOGETHER_MAX);
    pairs
}
