//! Ids of headings: one of a kind, and none that marks or the page itself use.

use pulldown_cmark::{Event, Tag};
use std::collections::{BTreeMap, BTreeSet};

/// Beginnings of ids that are given to others: marks, footnotes and headings without an id of their own.
const RESERVED: [&str; 5] = ["s-", "p-", "h-", "fn-", "fnref-"];

/// The ids that are taken.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: BTreeSet<String>,
    /// The number with which to try next, for every id that was wanted twice.
    next: BTreeMap<String, usize>,
    /// What the author or other programs call a heading -> its id.
    names: BTreeMap<String, String>,
}

impl Ids {
    /// The id of a heading with the text `text`, for which the author may have written one.
    pub(super) fn name(&mut self, written: Option<&str>, text: &str) -> String {
        let written = written.filter(|id| !id.is_empty() && !id.contains(char::is_whitespace));
        let slug = written.map_or_else(|| slug(text), str::to_owned);
        let free = written.is_some() && !RESERVED.iter().any(|beginning| slug.starts_with(beginning));
        let id = self.unique(if free { slug.clone() } else { format!("h-{slug}") });
        self.names.entry(slug).or_insert_with(|| id.clone());
        id
    }

    fn unique(&mut self, id: String) -> String {
        if self.taken.insert(id.clone()) {
            return id;
        }
        let next = self.next.entry(id.clone()).or_insert(2);
        loop {
            let numbered = format!("{id}-{next}");
            *next += 1;
            if self.taken.insert(numbered.clone()) {
                return numbered;
            }
        }
    }

    /// Lets a link to a heading by its name lead to its id.
    pub(super) fn mend_link<'a>(&self, event: Event<'a>) -> Event<'a> {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let known = dest_url.strip_prefix('#').and_then(|name| self.names.get(name));
                let dest_url = known.map_or(dest_url.clone(), |id| format!("#{id}").into());
                Event::Start(Tag::Link { link_type, dest_url, title, id })
            }
            event => event,
        }
    }
}

/// Letters and digits in small, with `-` between the words, as most programs name headings.
fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-").to_lowercase();
    if slug.is_empty() { "section".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_one_of_a_kind_and_leave_those_of_marks_alone() {
        let mut ids = Ids::default();
        assert_eq!(ids.name(None, "What next?"), "h-what-next");
        assert_eq!(ids.name(None, "What next"), "h-what-next-2");
        assert_eq!(ids.name(Some("next"), "What next"), "next");
        assert_eq!(ids.name(Some("s-1"), "S"), "h-s-1");
        assert_eq!(ids.name(None, "…"), "h-section");
    }
}
