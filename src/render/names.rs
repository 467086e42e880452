//! Lists of names in the order in which readers look them up.

use super::groups::{Group, consecutive};
use super::plan::SubjectKind;
use crate::digest::{Digest, PersonId, Subject, SubjectId, fold};

/// Parts of a name that follow the surname.
const SUFFIXES: [&str; 5] = ["jr", "sr", "ii", "iii", "iv"];

/// A list in its order, as indices into the digest, and its groups.
#[derive(Debug, Default)]
pub(super) struct Listing {
    pub(super) order: Vec<u32>,
    /// How far below the first of its group each entry stands; 0 throughout for people and tags.
    pub(super) depths: Vec<u8>,
    pub(super) groups: Vec<Group>,
}

/// People by the last word of their name, in groups by its first letter.
pub(super) fn people(digest: &Digest) -> Listing {
    alphabetical(digest.people.iter().map(|entry| surname_first(&entry.name)))
}

/// Topics below those that they belong to, in groups by top-level topic; tags by letter.
pub(super) fn subjects(digest: &Digest, kind: SubjectKind) -> Listing {
    match kind {
        SubjectKind::Topic => tree(&digest.topics),
        SubjectKind::Tag => alphabetical(digest.tags.iter().map(|tag| fold(&tag.label))),
    }
}

/// With a capital letter in front, as headings have it; `iPhone` stays.
pub(super) fn sentence_case(label: &str) -> String {
    let is_plain = label.split(' ').next().is_some_and(|word| !word.contains(char::is_uppercase));
    let mut chars = label.chars();
    match chars.next().filter(|_| is_plain) {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => label.to_owned(),
    }
}

/// The topics right below each, in the order of the list; and the top-level ones.
pub(super) fn children(topics: &[Subject]) -> (Vec<Vec<SubjectId>>, Vec<SubjectId>) {
    let (mut children, mut top) = (vec![Vec::new(); topics.len()], Vec::new());
    for (id, topic) in topics.iter().enumerate() {
        match topic.parent {
            Some(parent) => children[parent as usize].push(id as SubjectId),
            None => top.push(id as SubjectId),
        }
    }
    (children, top)
}

fn surname_first(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split(' ').collect();
    let after = words.iter().rev().take_while(|word| SUFFIXES.contains(word)).count();
    let surname = (words.len() - after).max(1) - 1;
    words[..=surname].rotate_right(1);
    words.join(" ")
}

fn alphabetical(keys: impl Iterator<Item = String>) -> Listing {
    let mut sorted: Vec<(String, PersonId)> = keys.zip(0..).collect();
    sorted.sort();
    // Figures come before letters and are one group.
    let initial = |(key, _): &&(String, PersonId)| key.chars().next().filter(char::is_ascii_alphabetic);
    let groups = consecutive(&sorted, initial, |entry| match initial(entry) {
        Some(letter) => (format!("letter-{letter}"), letter.to_ascii_uppercase().to_string()),
        None => ("letter-other".to_owned(), "#".to_owned()),
    });
    Listing { depths: vec![0; sorted.len()], order: sorted.into_iter().map(|(_, id)| id).collect(), groups }
}

/// Every topic before those below it.
fn tree(topics: &[Subject]) -> Listing {
    let (children, top) = children(topics);
    let mut listing = Listing::default();
    for root in top {
        let start = listing.order.len();
        let mut open = vec![(root, 0)];
        while let Some((id, depth)) = open.pop() {
            listing.order.push(id);
            listing.depths.push(depth);
            open.extend(children[id as usize].iter().rev().map(|child| (*child, depth.saturating_add(1))));
        }
        let topic = &topics[root as usize];
        listing.groups.push(Group {
            id: format!("topic-{}", topic.slug),
            label: sentence_case(&topic.label),
            url: Some(format!("topics/{}/", topic.slug)),
            range: start..listing.order.len(),
        });
    }
    listing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::digest::fixture::draft;
    use crate::digest::{Published, relate};

    #[test]
    fn people_stand_under_their_surname() {
        assert_eq!(surname_first("Volodymyr Zelensky"), "zelensky volodymyr");
        assert_eq!(surname_first("Martin Luther King Jr."), "king martin luther jr");
        assert_eq!(surname_first("Rutte"), "rutte");
        assert_eq!(surname_first("II"), "ii");
        assert_eq!(surname_first(""), "");
    }

    #[test]
    fn names_are_in_groups_by_letter_whatever_their_accents() {
        let names = ["Élan vital", "50 Cent", "émigré", "Ukraine", "2019"];
        let listing = alphabetical(names.iter().map(|name| fold(name)));
        let listed: Vec<&str> = listing.order.iter().map(|id| names[*id as usize]).collect();
        assert_eq!(listed, ["2019", "50 Cent", "Élan vital", "émigré", "Ukraine"]);
        let groups: Vec<_> = listing.groups.iter().map(|group| (group.label.as_str(), group.range.clone())).collect();
        assert_eq!(groups, [("#", 0..2), ("E", 2..4), ("U", 4..5)]);
    }

    #[test]
    fn topics_stand_below_those_that_they_belong_to() {
        let story = draft("a.txt", "A", "Text.")
            .topic_below(&["politics", "government"], "defence")
            .topic_below(&["politics"], "election")
            .topic("sport");
        let (digest, _) = relate(vec![story.done()], &mut Published::default(), &Settings::default());
        let listing = subjects(&digest, SubjectKind::Topic);
        let listed: Vec<_> = listing.order.iter().map(|id| digest.topics[*id as usize].label.as_str()).collect();
        assert_eq!(listed, ["politics", "election", "government", "defence", "sport"]);
        assert_eq!(listing.depths, [0, 1, 1, 2, 0]);
        assert_eq!(listing.groups[1].label, "Sport");
    }

    #[test]
    fn a_heading_begins_with_a_capital() {
        assert_eq!(sentence_case("armed conflict"), "Armed conflict");
        assert_eq!(sentence_case("élan"), "Élan");
        for unchanged in ["iPhone", "al-Qaeda", "NATO", "5G", ""] {
            assert_eq!(sentence_case(unchanged), unchanged);
        }
    }
}
