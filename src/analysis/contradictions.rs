//! One office, two holders: an article that gives a single-holder office to two people without saying that time passed.
//!
//! Only offices of the same scope conflict ("NATO Secretary General" twice, "President of France" and "French President").
//! An office without any scope ("President") may be of anything and never does.

use super::people::PeopleLexicon;
use super::{HeldOffice, Person, Role};
use crate::text::{Document, Span};

/// An office that the article gives to two people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeConflict {
    /// The office as it was written first.
    pub office: String,
    /// Index into the people, and the words that give the office: the role, with the name where it stands beside it.
    pub first: (usize, Span),
    pub second: (usize, Span),
}

/// The offices of one holder that people hold now, as far as the article says so, in the order of their places.
pub fn offices_held(doc: &Document, people: &[Person], lexicon: &PeopleLexicon) -> Vec<HeldOffice> {
    let held = |(person, role): (usize, &Role)| {
        let office = office(doc, role, lexicon)?;
        let office = format!("{} of {}", office.title, office.scope.join(" "));
        let span = place(&people[person], role);
        Some(HeldOffice { office, person: person as u32, role: role.text.clone(), span })
    };
    roles_in_order(people).into_iter().filter_map(held).collect()
}

/// The offices that two people hold at once, in the order of their first holder's sentence.
pub fn single_office_conflicts(doc: &Document, people: &[Person], lexicon: &PeopleLexicon) -> Vec<OfficeConflict> {
    let mut held: Vec<Held> = Vec::new();
    let mut conflicts: Vec<OfficeConflict> = Vec::new();
    for (person, role) in roles_in_order(people) {
        let Some(office) = office(doc, role, lexicon) else { continue };
        let here = place(&people[person], role);
        let rival = held.iter().find(|(known, holder, ..)| *known == office && *holder != person);
        if let Some((_, holder, first, at)) = rival
            && first.span != role.span
            && !conflicts.iter().any(|c: &OfficeConflict| same_pair(c, *holder, person))
        {
            conflicts.push(OfficeConflict {
                office: first.text.clone(),
                first: (*holder, *at),
                second: (person, here),
            });
        }
        held.push((office, person, role, here));
    }
    conflicts.retain(|conflict| holders(&held, conflict) == 2);
    conflicts
}

/// How many people hold the office of a conflict. Three and more are a list from history, no slip of the pen.
fn holders(held: &[Held], conflict: &OfficeConflict) -> usize {
    let Some((office, ..)) =
        held.iter().find(|(_, holder, role, _)| *holder == conflict.first.0 && role.text == conflict.office)
    else {
        return 0;
    };
    let mut people: Vec<usize> =
        held.iter().filter(|(known, ..)| known == office).map(|(_, holder, ..)| *holder).collect();
    people.sort_unstable();
    people.dedup();
    people.len()
}

fn same_pair(conflict: &OfficeConflict, a: usize, b: usize) -> bool {
    let pair = (conflict.first.0, conflict.second.0);
    pair == (a, b) || pair == (b, a)
}

fn roles_in_order(people: &[Person]) -> Vec<(usize, &Role)> {
    let mut roles: Vec<(usize, &Role)> =
        people.iter().enumerate().flat_map(|(index, p)| p.roles.iter().map(move |role| (index, role))).collect();
    roles.sort_by_key(|(_, role)| role.span.map_or(u32::MAX, |span| span.start));
    roles
}

/// An office, who holds it, the role that says so, and the place of its words.
type Held<'r> = (Office, usize, &'r Role, Span);

/// An office with its scope, both folded so that two ways of saying it are equal.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Office {
    title: String,
    scope: Vec<String>,
}

/// Offices that one person holds at a time, the longest first.
#[rustfmt::skip]
const SINGLE: &[&str] = &[
    "secretary general", "director general", "governor general", "attorney general", "prime minister",
    "deputy prime minister", "vice president", "foreign minister", "finance minister", "defence minister",
    "defense minister", "interior minister", "health minister", "foreign secretary", "home secretary",
    "chief executive officer", "chief executive", "chief justice", "supreme leader", "president", "premier",
    "chancellor", "king", "queen", "pope", "emperor", "sultan", "emir", "ceo", "mayor", "taoiseach", "governor",
    "chairman", "chairwoman", "chairperson",
];

/// Words that say that the office is not held now, or not by one alone.
#[rustfmt::skip]
const NOT_NOW: &[&str] = &[
    "former", "then", "ex", "late", "outgoing", "incoming", "elect", "acting", "interim", "previous", "next",
    "first", "last", "designate", "predecessor", "successor", "candidate", "co", "would-be", "future", "onetime",
    "emeritus", "second", "third", "fourth", "current", "new", "deputy", "assistant", "regional", "honorary",
    "ousted", "deposed", "longtime", "past", "then-president", "old", "vice", "incumbent", "sitting",
];

/// Words in the sentence that say that time passed.
#[rustfmt::skip]
const SUCCESSION: &[&str] = &[
    "succeeded", "succeeds", "succeed", "succeeding", "replaced", "replaces", "replace", "replacing", "predecessor",
    "successor", "former", "formerly", "previously", "then", "until", "resigned", "elected", "appointed", "became",
    "served", "was", "were", "inaugurated", "since", "ago", "stepped", "ousted", "sworn", "late", "took", "takes",
    "handed", "resignation", "resign", "resigns", "resigning", "retires", "retirement", "departure", "died", "dies",
    "death", "impeached",
];

/// Words in the sentence that say that somebody is remembered or depicted rather than in office.
#[rustfmt::skip]
const REMEMBERED: &[&str] = &[
    "statue", "statues", "monument", "monuments", "memorial", "memorials", "portrait", "portraits", "bust", "busts",
    "plaque", "plaques", "sculpture", "sculptures", "mausoleum", "tomb", "grave", "century", "centuries",
    "historian", "historians", "biography", "biopic", "portrayed", "portrays", "portraying", "impersonator",
    "assassination", "legacy",
];

fn office(doc: &Document, role: &Role, lexicon: &PeopleLexicon) -> Option<Office> {
    let span = role.span?;
    let after = doc.sentences.partition_point(|s| s.span.end < span.end);
    // "presidents Roe and Poe" says that there are several: its singular was cut out of a plural.
    if doc.prose.text[span.end as usize..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let sentence = doc.sentences.get(after).filter(|s| s.span.contains(span))?;
    let text = words(&role.text);
    if text.iter().any(|word| NOT_NOW.contains(&word.as_str())) {
        return None;
    }
    let joined = format!(" {} ", text.join(" "));
    let (title, at) = SINGLE.iter().find_map(|title| Some((*title, whole_words(&joined, title)?)))?;
    let scope = scope(&format!("{} {}", &joined[..at], &joined[at + title.len()..]), lexicon);
    let now = !scope.is_empty() && !passes_time(doc.slice(sentence.span));
    now.then(|| Office { title: title.to_owned(), scope })
}

/// Where `part` stands in a text that begins and ends with a blank, between blanks.
fn whole_words(text: &str, part: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut after_blanks = (1..bytes.len()).filter(|&at| bytes[at - 1] == b' ');
    let whole = |at: &usize| bytes[*at..].starts_with(part.as_bytes()) && bytes.get(at + part.len()) == Some(&b' ');
    after_blanks.find(whole)
}

fn words(text: &str) -> Vec<String> {
    let pieces =
        text.split(|c: char| c.is_whitespace() || c == '-').map(|word| word.trim_matches(['\'', '’', ',', '"']));
    pieces
        .map(str::to_lowercase)
        .map(|w| w.trim_end_matches("'s").trim_end_matches("’s").to_owned())
        .filter(|w| !w.is_empty())
        .collect()
}

/// What the office is of: country names and their adjectives are one, small words are left out, order does not matter.
fn scope(rest: &str, lexicon: &PeopleLexicon) -> Vec<String> {
    const SMALL: &[&str] = &["of", "the", "for", "a", "an", "and", "at", "in"];
    let mut scope: Vec<String> = Vec::new();
    let list: Vec<&str> = rest.split_whitespace().filter(|word| !SMALL.contains(word)).collect();
    let mut index = 0;
    while index < list.len() {
        let pair = list.get(index + 1).map(|next| format!("{} {next}", list[index]));
        let nation = pair.as_deref().and_then(|pair| lexicon.nation(pair));
        let (word, used) = match nation {
            Some(nation) => (nation, 2),
            None => (lexicon.nation(list[index]).unwrap_or(list[index]), 1),
        };
        scope.push(word.to_owned());
        index += used;
    }
    scope.sort();
    scope
}

/// The role, with the person's name where only a comma or a title stands between: "Narnian President Jane Roe".
fn place(person: &Person, role: &Role) -> Span {
    const NEAR: u32 = 8;
    let Some(span) = role.span else { return Span::default() };
    let gap = |name: Span| name.start.saturating_sub(span.end) + span.start.saturating_sub(name.end);
    let near = person.mentions.iter().map(|m| m.span).filter(|name| gap(*name) <= NEAR);
    near.min_by_key(|name| gap(*name))
        .map_or(span, |name| Span { start: name.start.min(span.start), end: name.end.max(span.end) })
}

/// A year, a word of succession, or something that stands for the dead in the sentence.
fn passes_time(sentence: &str) -> bool {
    sentence.split(|c: char| !c.is_alphanumeric()).any(|word| {
        let year = word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1500..2100).contains(&year));
        let is = |known: &&str| known.eq_ignore_ascii_case(word);
        year || SUCCESSION.iter().any(is) || REMEMBERED.iter().any(is)
    })
}
