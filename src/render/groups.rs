//! A long list in groups under headings: people and tags by letter, topics by top-level topic, stories by month.
//!
//! The list may go on over several pages; a group that does stands on each of them.

use std::ops::Range;

use super::views::{GroupView, JumpView};

/// A group of a list: consecutive entries under one heading.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// The fragment of its heading, without `#`.
    pub(super) id: String,
    pub(super) label: String,
    /// The page that the heading leads to, if any.
    pub(super) url: Option<String>,
    pub(super) range: Range<usize>,
}

/// Groups entries that follow each other and have the same key; `group` names a new one.
pub(super) fn consecutive<T, K: PartialEq>(
    entries: impl IntoIterator<Item = T>,
    key: impl Fn(&T) -> K,
    group: impl Fn(&T) -> (String, String),
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut current = None;
    for (at, entry) in entries.into_iter().enumerate() {
        let this = Some(key(&entry));
        if this != current {
            let (id, label) = group(&entry);
            groups.push(Group { id, label, url: None, range: at..at });
            current = this;
        }
        if let Some(last) = groups.last_mut() {
            last.range.end = at + 1;
        }
    }
    groups
}

/// The groups of the entries in `shown`; `entry` makes the view of each.
pub(super) fn shown<T>(groups: &[Group], shown: &Range<usize>, entry: impl Fn(usize) -> T) -> Vec<GroupView<T>> {
    let within = |group: &Group| group.range.start.max(shown.start)..group.range.end.min(shown.end);
    let view = |group: &Group| GroupView {
        id: group.id.clone(),
        label: group.label.clone(),
        url: group.url.clone(),
        entries: within(group).map(&entry).collect(),
    };
    groups.iter().filter(|group| !within(group).is_empty()).map(view).collect()
}

/// Where each group begins, for a list of `per_page` entries a page whose first page is at `url`.
pub(super) fn jumps(groups: &[Group], url: &str, per_page: usize) -> Vec<JumpView> {
    let jump = |group: &Group| JumpView {
        label: group.label.clone(),
        url: match group.range.start / per_page.max(1) {
            0 => format!("{url}#{}", group.id),
            page => format!("{url}page/{}/#{}", page + 1, group.id),
        },
        count: group.range.len(),
    };
    groups.iter().map(jump).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_initial(names: &[&str]) -> Vec<Group> {
        let initial = |name: &&str| name[..1].to_owned();
        consecutive(names.iter().copied(), initial, |name| (initial(name).to_lowercase(), initial(name)))
    }

    #[test]
    fn a_group_that_goes_on_stands_on_both_pages_and_is_jumped_to_where_it_begins() {
        let names = ["Ann", "Bea", "Bob", "Cy"];
        let groups = by_initial(&names);
        let page = |range| {
            let views = shown(&groups, &range, |at| names[at]);
            views.into_iter().map(|group| (group.label, group.entries)).collect::<Vec<_>>()
        };
        assert_eq!(page(0..2), [("A".to_owned(), vec!["Ann"]), ("B".to_owned(), vec!["Bea"])]);
        assert_eq!(page(2..4), [("B".to_owned(), vec!["Bob"]), ("C".to_owned(), vec!["Cy"])]);
        let jumps = jumps(&groups, "people/", 2);
        let jumps: Vec<_> = jumps.iter().map(|jump| (jump.label.as_str(), jump.url.as_str(), jump.count)).collect();
        assert_eq!(jumps, [("A", "people/#a", 1), ("B", "people/#b", 2), ("C", "people/page/2/#c", 1)]);
    }

    #[test]
    fn nothing_has_no_groups() {
        assert_eq!(by_initial(&[]), []);
    }
}
