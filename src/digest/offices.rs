//! One office, two holders in different articles, and no dates that explain it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::{PersonEntry, PersonId, Story, StoryId};
use crate::analysis::HeldOffice;
use crate::diagnostic::Diagnostic;

/// Where a person is said to hold an office.
#[derive(Clone, Copy, Debug)]
struct Statement<'a> {
    person: PersonId,
    story: StoryId,
    date: Option<Date>,
    held: &'a HeldOffice,
}

/// A warning for each office that exactly two people are said to hold at the same time, in different articles.
///
/// Two holders in one article have been told already. When all that is said of one is older than all that is said of the
/// other, one has followed the other; three and more holders are a history, no slip.
pub(super) fn conflicts(stories: &[Story], people: &[PersonEntry]) -> Vec<Diagnostic> {
    let statements = statements(stories, people);
    statements.values().filter_map(|said| conflict(said, stories, people)).collect()
}

fn statements<'a>(stories: &'a [Story], people: &[PersonEntry]) -> BTreeMap<&'a str, Vec<Statement<'a>>> {
    let mut entries: FxHashMap<(StoryId, u32), PersonId> = FxHashMap::default();
    for (id, entry) in people.iter().enumerate() {
        entries.extend(entry.appearances.iter().map(|appearance| (*appearance, id as PersonId)));
    }
    let mut statements: BTreeMap<&str, Vec<Statement>> = BTreeMap::new();
    for (story, told) in stories.iter().enumerate() {
        let (id, date) = (story as StoryId, told.article.meta.date.as_ref().map(|date| date.day()));
        for held in &told.analysis.offices {
            if let Some(&person) = entries.get(&(id, held.person)) {
                statements.entry(&held.office).or_default().push(Statement { person, story: id, date, held });
            }
        }
    }
    statements
}

fn conflict(said: &[Statement<'_>], stories: &[Story], people: &[PersonEntry]) -> Option<Diagnostic> {
    let first = *said.first()?;
    let second = *said.iter().find(|statement| statement.person != first.person)?;
    let of = |person: PersonId| said.iter().filter(move |statement| statement.person == person);
    let name = |statement: Statement<'_>| people[statement.person as usize].name.as_str();
    let (a, b) = (name(first), name(second));
    let others = said.iter().any(|statement| ![first.person, second.person].contains(&statement.person));
    let told = of(first.person).any(|one| of(second.person).any(|other| one.story == other.story));
    // "Trump" beside "Donald Trump": kept apart for caution, but hardly two holders.
    let short = a.ends_with(&format!(" {b}")) || b.ends_with(&format!(" {a}"));
    let dated = follows(of(first.person), of(second.person)) || follows(of(second.person), of(first.person));
    if others || told || short || dated {
        return None;
    }
    let place = |statement: Statement<'_>| stories[statement.story as usize].article.place(statement.held.span);
    let message = format!("`{}` is said of two people in different articles: {a} and {b}", second.held.role);
    let problem = Diagnostic::warning(message).at(place(second));
    let problem = problem.related(format!("{a} is given the office here"), place(first));
    Some(problem.hint("date the articles, write `former` of who has left, or join two spellings with `people.aliases`"))
}

/// Whether all of `later` is dated after all of `earlier`.
fn follows<'s>(
    mut earlier: impl Iterator<Item = &'s Statement<'s>> + Clone,
    mut later: impl Iterator<Item = &'s Statement<'s>> + Clone,
) -> bool {
    let dated = earlier.clone().chain(later.clone()).all(|statement| statement.date.is_some());
    dated && earlier.by_ref().map(|s| s.date).max() < later.by_ref().map(|s| s.date).min()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Draft, draft};
    use super::super::{Published, relate};
    use crate::analysis::HeldOffice;
    use crate::config::Settings;
    use crate::source::ArticleDate;

    fn chief(key: &str, name: &str, date: Option<(i16, i8, i8)>) -> Draft {
        let text = format!("NATO chief {name} spoke.");
        let mut draft = draft(key, key, &text).person(name, "NATO chief");
        let span = draft.span(&text);
        let office = HeldOffice { office: "chief of nato".into(), person: 0, role: "NATO chief".into(), span };
        draft.analysis.offices.push(office);
        draft.meta(|meta| meta.date = date.map(|(y, m, d)| ArticleDate::Day(jiff::civil::date(y, m, d))))
    }

    fn warnings(drafts: Vec<Draft>) -> Vec<String> {
        let stories = drafts.into_iter().map(Draft::done).collect();
        let (_, problems) = relate(stories, &mut Published::default(), &Settings::default());
        problems.into_iter().map(|problem| problem.message).collect()
    }

    #[test]
    fn two_holders_without_dates_are_a_warning() {
        let drafts = vec![chief("a.txt", "Ann Lee", None), chief("b.txt", "Bob Ray", None)];
        assert_eq!(warnings(drafts), ["`NATO chief` is said of two people in different articles: Ann Lee and Bob Ray"]);
    }

    #[test]
    fn who_is_named_later_has_followed() {
        let (early, late) = (Some((2020, 1, 1)), Some((2024, 1, 1)));
        assert!(warnings(vec![chief("a.txt", "Ann Lee", early), chief("b.txt", "Bob Ray", late)]).is_empty());
        let back = chief("c.txt", "Ann Lee", Some((2025, 1, 1)));
        let mixed = vec![chief("a.txt", "Ann Lee", early), chief("b.txt", "Bob Ray", late), back];
        assert_eq!(warnings(mixed).len(), 1);
    }

    #[test]
    fn one_holder_or_three_are_no_slip() {
        assert!(warnings(vec![chief("a.txt", "Ann Lee", None), chief("b.txt", "Ann Lee", None)]).is_empty());
        let three = ["Ann Lee", "Bob Ray", "Cy Fox"].map(|name| chief(&format!("{name}.txt"), name, None));
        assert!(warnings(three.into()).is_empty());
    }
}
