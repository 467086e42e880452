//! People whom a human named in front matter: they replace those who were found.

use super::names::{Name, fold};
use super::{Mention, Person};
use crate::analysis::{Role, RoleKind};
use crate::source::{Authored, PersonNote};
use crate::text::{Document, Span};

/// The people of the notes, in their order, with the mentions and roles that were found for them.
///
/// All are key. A role in the note stands alone; without one the roles that the article states are kept. Whoever was found
/// but is not in the notes stays in the list, not key: the mentions are still people.
pub fn apply_notes(doc: &Document, found: Vec<Person>, notes: &[PersonNote]) -> Vec<Person> {
    let mut rest: Vec<Option<Person>> = found.into_iter().map(Some).collect();
    let mut people: Vec<Person> = notes.iter().map(|note| noted(doc, note, &mut rest)).collect();
    for mut person in rest.into_iter().flatten() {
        person.key = false;
        people.push(person);
    }
    people
}

fn noted(doc: &Document, note: &PersonNote, found: &mut [Option<Person>]) -> Person {
    let name = Name::new(note.name.split_whitespace());
    let best = found.iter().enumerate().filter_map(|(index, person)| {
        let other = Name::new(person.as_ref()?.name.split_whitespace());
        let fit = if other.parts.len() > name.parts.len() { name.fit(&other) } else { other.fit(&name) }?;
        Some((fit, std::cmp::Reverse(index)))
    });
    let matched = best.max().and_then(|(_, std::cmp::Reverse(index))| found[index].take());
    let (mentions, roles, salience) = match matched {
        Some(person) => (person.mentions, person.roles, person.salience),
        None => (mentions_of(doc, &name), Vec::new(), 0.0),
    };
    let roles = note
        .role
        .as_ref()
        .map_or(roles, |role| vec![Role { text: role.clone(), span: None, kind: RoleKind::Occupation }]);
    let salience = salience.max(super::salience::THRESHOLD);
    Person { name: note.name.clone(), authored: Authored::ByHuman, roles, key: true, salience, mentions }
}

/// Where the whole name stands, or its last part when that is capitalised.
fn mentions_of(doc: &Document, name: &Name) -> Vec<Mention> {
    let folded: Vec<String> = doc.tokens.iter().map(|token| fold(doc.slice(token.span))).collect();
    let mut mentions = Vec::new();
    let mut token = 0;
    while token < folded.len() {
        let whole = !name.parts.is_empty() && folded[token..].starts_with(&name.parts);
        let capital = doc.slice(doc.tokens[token].span).starts_with(char::is_uppercase);
        let length = if whole { name.parts.len() } else { usize::from(capital && folded[token] == name.last()) };
        if length > 0 {
            let span: Span = doc.tokens[token].span.join(doc.tokens[token + length - 1].span);
            mentions.push(Mention { span });
        }
        token += length.max(1);
    }
    mentions
}
