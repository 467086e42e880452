//! What relating stories comes to.

use super::fixture::{Draft, draft};
use super::{Digest, Published, relate};
use crate::config::Settings;
use crate::source::ArticleDate;

fn digest(drafts: Vec<Draft>) -> Digest {
    with(drafts, &Settings::default())
}

fn with(drafts: Vec<Draft>, settings: &Settings) -> Digest {
    let (digest, diagnostics) =
        relate(drafts.into_iter().map(Draft::done).collect(), &mut Published::default(), settings);
    assert_eq!(diagnostics, []);
    digest
}

fn plain(key: &str) -> Draft {
    draft(key, key, "Some text.")
}

/// Names with the keys of the stories they stand in.
fn people(digest: &Digest) -> Vec<(&str, Vec<&str>)> {
    let keys = |entry: &super::PersonEntry| {
        entry.appearances.iter().map(|(story, _)| digest.stories[*story as usize].article.key.as_str()).collect()
    };
    digest.people.iter().map(|entry| (entry.name.as_str(), keys(entry))).collect()
}

#[test]
fn stories_are_newest_first_and_undated_ones_last_by_key() {
    let moment = |day, hour| {
        let zone = jiff::tz::TimeZone::UTC;
        ArticleDate::Moment(
            zone.to_ambiguous_zoned_datetime(jiff::civil::date(2020, 1, day).at(hour, 0, 0, 0)).compatible().unwrap(),
        )
    };
    let drafts = vec![
        plain("b"),
        plain("a"),
        plain("day").day(2020, 1, 2),
        plain("morning").meta(|meta| meta.date = Some(moment(2, 8))),
        plain("evening").meta(|meta| meta.date = Some(moment(2, 20))),
        plain("old").day(2019, 12, 31),
        plain("new").day(2020, 1, 3),
    ];
    let digest = digest(drafts);
    let keys: Vec<&str> = digest.stories.iter().map(|story| story.article.key.as_str()).collect();
    assert_eq!(keys, ["new", "evening", "morning", "day", "old", "a", "b"]);
}

#[test]
fn a_written_slug_comes_before_the_file_name_and_that_before_the_headline() {
    let drafts = vec![
        draft("1.txt", "Talks in Kyiv", "Text.").meta(|meta| meta.slug = Some("My Talks".to_owned())),
        draft("kyiv-talks.txt", "Talks in Kyiv", "Text."),
        draft("3.txt", "Talks in Kyiv", "Text."),
        draft("4.txt", "!", "Text."),
    ];
    let digest = digest(drafts);
    let slugs: Vec<&str> = digest.stories.iter().map(|story| story.slug.as_str()).collect();
    assert_eq!(slugs, ["my-talks", "talks-in-kyiv", "untitled", "kyiv-talks"]);
}

#[test]
fn equal_slugs_are_numbered_by_key_however_the_files_come_in() {
    let drafts =
        || vec![draft("1.txt", "Talks", "Text."), draft("2.txt", "Talks", "Text."), draft("3.txt", "People", "Text.")];
    let mut turned = drafts();
    turned.reverse();
    for digest in [digest(drafts()), digest(turned)] {
        let slugs: Vec<&str> = digest.stories.iter().map(|story| story.slug.as_str()).collect();
        assert_eq!(slugs, ["talks", "talks-2", "people-2"]);
    }
}

#[test]
fn a_slug_written_twice_is_an_error_that_names_both() {
    let written = |key| plain(key).meta(|meta| meta.slug = Some("talks".to_owned())).done();
    let (_, diagnostics) =
        relate(vec![written("b.txt"), written("a.txt")], &mut Published::default(), &Settings::default());
    let messages: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    assert_eq!(messages, ["`seeds/a.txt` and `seeds/b.txt` have the same slug `talks`"]);
}

#[test]
fn a_published_slug_stays_and_a_former_one_is_remembered() {
    let titled = |title: &str| draft("1.txt", title, "Some text.");
    let mut published = Published::default();
    let mut slugs = |draft: Draft| {
        let (digest, _) = relate(vec![draft.done()], &mut published, &Settings::default());
        (digest.stories[0].slug.clone(), digest.stories[0].old_slugs.clone())
    };
    let slug = |slug: &str, old: &[&str]| (slug.to_owned(), old.iter().map(|&old| old.to_owned()).collect::<Vec<_>>());
    assert_eq!(slugs(titled("Talks begin")), slug("talks-begin", &[]));
    assert_eq!(slugs(titled("Other words")), slug("talks-begin", &[]));
    let renamed = titled("Other words").meta(|meta| meta.slug = Some("the-talks".to_owned()));
    assert_eq!(slugs(renamed), slug("the-talks", &["talks-begin"]));
    assert_eq!(slugs(titled("Other words")), slug("the-talks", &["talks-begin"]));
}

#[test]
fn a_full_name_is_one_person_whatever_its_accents() {
    let drafts = vec![
        draft("a", "A", "Tayyip Erdogan").person("Tayyip Erdogan", ""),
        draft("b", "B", "Tayyip Erdoğan").person("Tayyip Erdoğan", ""),
        draft("c", "C", "Tayyip Erdoğan").person("Tayyip Erdoğan", ""),
    ];
    let digest = digest(drafts);
    assert_eq!(people(&digest), [("Tayyip Erdoğan", vec!["a", "b", "c"])]);
    assert_eq!((digest.people[0].slug.as_str(), digest.people[0].story_count), ("tayyip-erdogan", 3));
}

#[test]
fn a_middle_initial_joins_only_when_there_is_no_choice() {
    let named = |key: &str, name: &str| draft(key, key, name).person(name, "");
    let one = digest(vec![named("a", "Joan R. Doe"), named("b", "Joan Doe")]);
    assert_eq!(people(&one), [("Joan R. Doe", vec!["a", "b"])]);
    let two = digest(vec![named("a", "Joan R. Doe"), named("b", "Joan Doe"), named("c", "Joan K. Doe")]);
    assert_eq!(two.people.len(), 3);
}

#[test]
fn a_surname_joins_the_only_bearer_whose_role_agrees() {
    let drafts = || {
        vec![
            draft("a", "A", "NATO Secretary General Mark Rutte").person("Mark Rutte", "NATO Secretary General"),
            draft("b", "B", "Secretary General of NATO Rutte").person("Rutte", "Secretary General of NATO"),
        ]
    };
    assert_eq!(people(&digest(drafts())), [("Mark Rutte", vec!["a", "b"])]);

    let mut second = drafts();
    second.push(draft("c", "C", "Anna Rutte").person("Anna Rutte", ""));
    assert_eq!(people(&digest(second)).len(), 3, "two people have the surname");
}

#[test]
fn of_several_bearers_of_a_surname_the_roles_leave_one() {
    let drafts = vec![
        draft("a", "A", "President Jane Roe").person("Jane Roe", "President"),
        draft("b", "B", "model Anna Roe").person("Anna Roe", "model"),
        draft("c", "C", "Narnian President Roe").person("Roe", "Narnian President"),
        draft("d", "D", "Roe spoke").person("Roe", ""),
        draft("e", "E", "clerk Tom Doe").person("Tom Doe", "clerk"),
        draft("f", "F", "Ann Doe").person("Ann Doe", ""),
        draft("g", "G", "clerk Doe").person("Doe", "clerk"),
    ];
    assert_eq!(
        people(&digest(drafts)),
        [
            ("Jane Roe", vec!["a", "c"]),
            ("Ann Doe", vec!["f"]),
            ("Anna Roe", vec!["b"]),
            ("Doe", vec!["g"]),
            ("Roe", vec!["d"]),
            ("Tom Doe", vec!["e"])
        ]
    );
}

#[test]
fn spellings_of_another_script_are_one_person_unless_roles_differ() {
    let drafts = |role: &str| {
        vec![
            draft("a", "A", "President Oleh Poresky").person("Oleh Poresky", "President"),
            draft("b", "B", &format!("{role} Oleh Poreskyy")).person("Oleh Poreskyy", role),
        ]
    };
    assert_eq!(people(&digest(drafts("President of Narnia"))), [("Oleh Poresky", vec!["a", "b"])]);
    assert_eq!(people(&digest(drafts(""))), [("Oleh Poresky", vec!["a", "b"])]);
    assert_eq!(people(&digest(drafts("violinist"))).len(), 2);
}

#[test]
fn a_surname_with_another_role_stays_apart() {
    let drafts = vec![
        draft("a", "A", "judge Jane Roe").person("Jane Roe", "judge"),
        draft("b", "B", "striker Roe").person("Roe", "striker"),
    ];
    assert_eq!(people(&digest(drafts)), [("Jane Roe", vec!["a"]), ("Roe", vec!["b"])]);
}

#[test]
fn a_surname_without_a_role_joins_only_in_a_shared_context() {
    let drafts = |tag: &str| {
        vec![
            draft("a", "A", "judge Jane Roe in the harbour trial").person("Jane Roe", "judge").tag("harbour trial"),
            draft("b", "B", "Roe spoke").person("Roe", "").tag(tag),
        ]
    };
    assert_eq!(people(&digest(drafts("harbour trials"))), [("Jane Roe", vec!["a", "b"])]);
    assert_eq!(people(&digest(drafts("football"))).len(), 2);
}

#[test]
fn only_who_is_a_key_person_somewhere_has_a_page() {
    let mut minor = draft("b", "B", "Jane Roe and John Doe").person("Jane Roe", "").person("John Doe", "");
    minor.analysis.people.iter_mut().for_each(|person| person.key = false);
    let digest = digest(vec![draft("a", "A", "Jane Roe").person("Jane Roe", ""), minor]);
    assert_eq!(people(&digest), [("Jane Roe", vec!["a", "b"])]);
}

#[test]
fn settings_rename_and_leave_out_people() {
    let mut settings = Settings::default();
    settings.people.aliases.insert("Zelenskyy".to_owned(), "Volodymyr Zelensky".to_owned());
    settings.people.ignore.push("jane roe".to_owned());
    let drafts = vec![
        draft("a", "A", "Volodymyr Zelensky").person("Volodymyr Zelensky", ""),
        draft("b", "B", "Zelenskyy met Jane Roe").person("Zelenskyy", "").person("Jane Roe", ""),
    ];
    assert_eq!(people(&with(drafts, &settings)), [("Volodymyr Zelensky", vec!["a", "b"])]);
}

#[test]
fn people_named_together_are_counted_by_story() {
    let both = |key: &str| draft(key, key, "Jane Roe, John Doe").person("Jane Roe", "").person("John Doe", "");
    let third = draft("c", "C", "Jane Roe, Ann Poe").person("Jane Roe", "").person("Ann Poe", "");
    let digest = digest(vec![both("a"), both("b"), third]);
    let names: Vec<&str> = digest.people.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["Jane Roe", "John Doe", "Ann Poe"]);
    assert_eq!(digest.people[0].together, [(1, 2), (2, 1)]);
    assert_eq!(digest.people[2].together, [(0, 1)]);
}

#[test]
fn spellings_of_a_tag_are_one_subject_under_the_most_frequent() {
    let drafts = vec![
        plain("a").tag("Fighter jet"),
        plain("b").tag("fighter jets").tag("Fighter Jets"),
        plain("c").tag("fighter jets").tag("NATO"),
    ];
    let digest = digest(drafts);
    let tags: Vec<_> = digest.tags.iter().map(|tag| (tag.label.as_str(), tag.slug.as_str(), &*tag.stories)).collect();
    assert_eq!(tags, [("fighter jets", "fighter-jets", &[0, 1, 2][..]), ("NATO", "nato", &[2])]);
    assert_eq!(digest.tags[0].appearances, [(0, 0), (1, 0), (1, 1), (2, 0)]);
}

#[test]
fn a_tag_needs_its_number_of_stories() {
    let mut settings = Settings::default();
    settings.tags.min_articles = 2;
    let drafts = vec![plain("a").tag("port").tag("ship"), plain("b").tag("ports")];
    let digest = with(drafts, &settings);
    assert_eq!(digest.tags.iter().map(|tag| tag.label.as_str()).collect::<Vec<_>>(), ["port"]);
}

/// Label, label of the topic above, and stories.
fn topics(digest: &super::Digest) -> Vec<(&str, Option<&str>, &[u32])> {
    let label = |id: u32| digest.topics[id as usize].label.as_str();
    digest.topics.iter().map(|topic| (topic.label.as_str(), topic.parent.map(label), &*topic.stories)).collect()
}

#[test]
fn a_topic_counts_for_those_that_it_belongs_to() {
    let drafts = || {
        vec![
            plain("a").topic_below(&["politics", "government"], "defence"),
            plain("b").topic_below(&["politics"], "election").topic_below(&["politics", "government"], "defence"),
            plain("c").topic("politics"),
        ]
    };
    assert_eq!(
        topics(&digest(drafts())),
        [
            ("politics", None, &[0, 1, 2][..]),
            ("defence", Some("government"), &[0, 1]),
            ("government", Some("politics"), &[0, 1]),
            ("election", Some("politics"), &[1]),
        ]
    );
    let mut settings = Settings::default();
    settings.topics.ignore.push("government".to_owned());
    settings.topics.aliases.insert("politics".to_owned(), "election".to_owned());
    assert_eq!(
        topics(&with(drafts(), &settings)),
        [("election", None, &[0, 1, 2][..]), ("defence", Some("election"), &[0, 1])]
    );
}
