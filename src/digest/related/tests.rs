//! What is found of a small digest, read and analysed as a build does.

use crate::config::Settings;
use crate::diagnostic::Diagnostic;
use crate::digest::{Digest, Link, Published, Shared, relate};
use crate::model::Model;
use crate::source::RawFile;

const FLOOD: &str = "---\ntitle: Dam at Orlov gives way\ndate: 2021-03-02\ntags: [Novapower]\n---\n\
The Orlov dam in the Tarn valley gave way on Tuesday morning, and water from the reservoir flooded the town of Sedlin. \
Rescuers in boats took hundreds of people from the roofs of Sedlin. Governor Marta Hollis said that the dam had been \
inspected in January. Engineers of Novapower, which runs the reservoir, had reported cracks in the dam wall a year ago. \
Governor Hollis declared an emergency in the valley. The railway line through Sedlin was swept away.";

const FLOOD_TOO: &str = "---\ntitle: Sedlin under water\ndate: 2021-03-03\n---\n\
Hundreds of families from Sedlin spent the night in schools after the Orlov dam burst and the reservoir flooded the \
valley. Governor Marta Hollis visited a school on Wednesday and promised help. Rescuers still search the flooded town \
with boats. Novapower, the owner of the dam, said that cracks in the wall had been repaired. Governor Hollis said that \
the emergency would last for weeks.";

const TRIAL: &str = "---\ntitle: Novapower managers stand trial over power prices\ndate: 2021-11-20\ntags: [Novapower]\n---\n\
Two managers of Novapower stood before a court on Saturday, accused of having fixed the price of electricity. \
The prosecutor said that Novapower had hidden contracts for years. Governor Marta Hollis, a witness, told the judges \
that she had not known of the contracts. The managers deny the charge. Governor Hollis will be heard again in December.";

const CHESS: &str = "---\ntitle: Chess title for Ivo Brandt\ndate: 2021-03-03\n---\n\
Grandmaster Ivo Brandt won the national chess championship on Wednesday with a victory over the favourite. \
Brandt gave up a bishop in the opening and mated in forty moves. Spectators applauded for minutes. \
Brandt, nineteen, is the youngest champion in the history of the tournament.";

/// Reads, analyses and relates texts with these names.
fn digest(files: &[(&str, &str)], settings: &Settings) -> (Digest, Vec<Diagnostic>) {
    let model = Model::embedded();
    let story = |(name, text): &(&str, &str)| {
        let file = RawFile { key: (*name).into(), path: format!("seeds/{name}"), bytes: text.as_bytes().to_vec() };
        crate::story(&file, settings, &model).0
    };
    relate(files.iter().filter_map(story).collect(), &mut Published::default(), settings)
}

fn key(digest: &Digest, story: u32) -> &str {
    &digest.stories[story as usize].article.key
}

/// The keys of the stories that links lead to.
fn keys<'d>(digest: &'d Digest, links: &[Link]) -> Vec<&'d str> {
    links.iter().map(|link| key(digest, link.story)).collect()
}

fn of<'d>(digest: &'d Digest, name: &str) -> &'d super::Coverage {
    let id = digest.stories.iter().position(|story| story.article.key == name).expect(name);
    &digest.coverage[id]
}

fn labels<'d>(digest: &'d Digest, link: &Link) -> Vec<&'d str> {
    let label = |shared: &Shared| match *shared {
        Shared::Person(id) => &*digest.people[id as usize].name,
        Shared::Tag(id) => &*digest.tags[id as usize].label,
    };
    link.shared.iter().map(label).collect()
}

const FOUR: [(&str, &str); 4] =
    [("chess.txt", CHESS), ("flood.txt", FLOOD), ("flood-too.txt", FLOOD_TOO), ("trial.txt", TRIAL)];

#[test]
fn stories_of_one_event_are_grouped_and_others_are_not() {
    let (digest, problems) = digest(&FOUR, &Settings::default());
    assert_eq!(problems, []);
    let events: Vec<Vec<&str>> =
        digest.events.iter().map(|event| event.iter().map(|id| key(&digest, *id)).collect()).collect();
    assert_eq!(events, [["flood-too.txt", "flood.txt"]]);
    assert_eq!(keys(&digest, &of(&digest, "flood.txt").event), ["flood-too.txt"]);
    assert!(!of(&digest, "flood.txt").event[0].same_text);
    assert_eq!(*of(&digest, "chess.txt"), super::Coverage::default());
}

#[test]
fn a_related_story_is_named_with_what_it_shares() {
    let (digest, _) = digest(&FOUR, &Settings::default());
    let related = &of(&digest, "flood.txt").related;
    assert_eq!(keys(&digest, related), ["trial.txt"]);
    assert_eq!(labels(&digest, &related[0]), ["Marta Hollis", "Novapower"]);
}

#[test]
fn the_setting_bounds_the_list_and_zero_turns_it_off() {
    let with = |max| {
        let mut settings = Settings::default();
        settings.related.max = max;
        let (digest, _) = digest(&FOUR, &settings);
        let coverage = of(&digest, "trial.txt");
        (coverage.event.len(), coverage.related.len())
    };
    assert_eq!([with(4), with(1), with(0)], [(0, 2), (0, 1), (0, 0)]);
}

#[test]
fn a_text_that_is_there_twice_is_told_with_both_places() {
    let again = FLOOD.replace("The railway line through Sedlin was swept away.", "Trains do not run.");
    let files = [("a.txt", FLOOD), ("b.txt", &again), ("c.txt", FLOOD_TOO)];
    let (digest, problems) = digest(&files, &Settings::default());
    let [problem] = &problems[..] else { panic!("{problems:?}") };
    assert_eq!(problem.message, "`seeds/b.txt` is nearly the same text as `seeds/a.txt`");
    let place = problem.place.as_ref().map(|place| &*place.path);
    let others: Vec<&str> = problem.related.iter().map(|(_, place)| &*place.path).collect();
    assert_eq!((place, others), (Some("seeds/b.txt"), vec!["seeds/a.txt"]));
    let same: Vec<bool> = of(&digest, "a.txt").event.iter().map(|link| link.same_text).collect();
    assert_eq!((keys(&digest, &of(&digest, "a.txt").event), same), (vec!["c.txt", "b.txt"], vec![false, true]));
}
