//! Key people: from the entity spans of a document to the box with names, mentions and roles.
//!
//! Five steps, a file each: `mentions` says where somebody is named, `identity` who is who, `roles` what the
//! article says they are, `credible` who is no person after all, `salience` who matters. `authored` puts what a human wrote in its place. Nothing here knows
//! files, other articles or pages.
//!
//! "The Trump administration" counts as a mention of Trump: the man is named, though he is not the one who acts.

mod appositions;
mod authored;
mod credible;
mod discover;
mod identity;
mod lexicon;
mod mentions;
mod names;
mod phrase;
mod phrase_left;
mod phrase_right;
mod predicates;
mod reject;
mod roles;
mod salience;
mod spread;
#[cfg(test)]
mod tests;
mod words;

pub use authored::apply_notes;
pub use lexicon::PeopleLexicon;
use names::fold;

use super::{Mention, Person};
use crate::config::PeopleSettings;
use crate::source::Authored;
use crate::text::Document;
use credible::Verdict;
use identity::Entry;
use words::Words;

/// Everyone whom the document names, most salient first; those for the box have `key` set.
///
/// `headline` is the headline that a human wrote, if any: who is named in it matters.
pub fn find(doc: &Document, lexicon: &PeopleLexicon, settings: &PeopleSettings, headline: Option<&str>) -> Vec<Person> {
    let named = mentions::collect(doc, lexicon);
    let entries = identity::join(doc, lexicon, &named);
    let roles = roles::find(doc, lexicon, &named, &entries);
    let judged = entries.into_iter().zip(roles).map(|(entry, roles)| {
        let signs = credible::signs(doc, lexicon, &named, &entry, &roles);
        (credible::verdict(&signs), (entry, roles))
    });
    let believed = judged.filter(|(verdict, _)| *verdict != Verdict::Thing);
    let (verdicts, told): (Vec<Verdict>, Vec<_>) = believed.unzip();
    let (entries, roles): (Vec<Entry>, Vec<_>) = told.into_iter().unzip();
    let scores = salience::score(doc, &named, &entries, &roles, headline);
    let words = Words { doc };
    let mut people: Vec<Person> = Vec::with_capacity(entries.len());
    for (((entry, roles), salience), verdict) in entries.into_iter().zip(roles).zip(scores).zip(verdicts) {
        let mentions = entry.mentions.iter().map(|&i| Mention { span: words.span(&named[i].tokens) }).collect();
        let key = salience >= salience::THRESHOLD && verdict == Verdict::Person;
        people.push(Person { name: entry.shown, authored: Authored::Generated, roles, key, salience, mentions });
    }
    people.retain(|person| !is_ignored(person, settings));
    people.sort_by(|a, b| b.salience.total_cmp(&a.salience));
    for person in people.iter_mut().filter(|person| person.key).skip(settings.max) {
        person.key = false;
    }
    people
}

fn is_ignored(person: &Person, settings: &PeopleSettings) -> bool {
    !settings.ignore.is_empty() && settings.ignore.iter().any(|name| name.to_lowercase() == person.name.to_lowercase())
}
