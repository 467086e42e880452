//! How well stories of one event are grouped: `cargo run --release --example clusters -- FOLDER`.
//!
//! FOLDER (or the environment variable `STANDFIRST_CLUSTERS`) holds `competition_test_bodies.csv`, the columns `Body ID`
//! and `articleBody` of the Fake News Challenge (FNC-1), and `event_clusters_from_test.jsonl` with the ids of the bodies
//! of one event each: `{"cluster": 0, "body_ids": ["64", "122"]}`. Prints B-cubed precision, recall and F1 (Bagga and
//! Baldwin, "Entity-based cross-document coreferencing using the vector space model", 1998); without a folder it says
//! that it is skipped.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;
use standfirst::config::Settings;
use standfirst::digest::{Published, relate};
use standfirst::model::Model;
use standfirst::source::RawFile;

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).or_else(|| std::env::var("STANDFIRST_CLUSTERS").ok());
    let Some(folder) = folder.filter(|folder| Path::new(folder).is_dir()) else {
        println!("skipped: name a folder with clusters of articles, or set STANDFIRST_CLUSTERS");
        return Ok(());
    };
    let folder = Path::new(&folder);
    let gold = gold(&std::fs::read_to_string(folder.join("event_clusters_from_test.jsonl"))?);
    let bodies = std::fs::read_to_string(folder.join("competition_test_bodies.csv"))?;
    let bodies: Vec<(String, String)> = rows(&bodies).into_iter().filter(|(id, _)| gold.contains_key(id)).collect();
    let found = events(&bodies);
    let (precision, recall) = b_cubed(&found, &gold);
    let f1 = 2.0 * precision * recall / (precision + recall);
    println!("{} articles, {} groups of several", bodies.len(), found.groups);
    println!("B-cubed precision {precision:.3}, recall {recall:.3}, F1 {f1:.3}");
    Ok(())
}

/// The number of the event of each article.
fn gold(text: &str) -> BTreeMap<String, usize> {
    let events = text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let ids = |(event, value): (usize, serde_json::Value)| {
        let ids = value["body_ids"].as_array().cloned().unwrap_or_default();
        ids.into_iter().filter_map(move |id| Some((id.as_str()?.to_owned(), event)))
    };
    events.enumerate().flat_map(ids).collect()
}

/// The first two fields of each row of a CSV file, quoted or not.
fn rows(text: &str) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    let mut fields = vec![String::new()];
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let field = fields.last_mut().expect("there always is one");
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => field.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            '\n' if !quoted => rows.push(std::mem::replace(&mut fields, vec![String::new()])),
            _ => field.push(c),
        }
    }
    let two = |row: Vec<String>| Some((row.first()?.clone(), row.get(1)?.clone()));
    rows.into_iter().filter_map(two).collect()
}

/// What the program finds: the event of each article, those of one story being events of their own.
struct Found {
    event_of: BTreeMap<String, usize>,
    groups: usize,
}

fn events(bodies: &[(String, String)]) -> Found {
    let (settings, model) = (Settings::default(), Model::embedded());
    let story = |(id, text): &(String, String)| {
        let file = RawFile { key: id.clone(), path: format!("{id}.txt"), bytes: text.clone().into_bytes() };
        standfirst::story(&file, &settings, &model).0
    };
    let stories = bodies.par_iter().filter_map(story).collect();
    let (digest, _) = relate(stories, &mut Published::default(), &settings);
    let mut event_of = BTreeMap::new();
    for (event, stories) in digest.events.iter().enumerate() {
        for story in stories {
            event_of.insert(digest.stories[*story as usize].article.key.clone(), event);
        }
    }
    let groups = digest.events.len();
    for (id, _) in bodies {
        let next = groups + event_of.len();
        event_of.entry(id.clone()).or_insert(next);
    }
    Found { event_of, groups }
}

/// The mean over all articles of the share of its group that is of its event, and of its event that is in its group.
fn b_cubed(found: &Found, gold: &BTreeMap<String, usize>) -> (f64, f64) {
    let count = |key: &dyn Fn(&str) -> (usize, usize)| {
        let mut counts = BTreeMap::new();
        found.event_of.keys().for_each(|id| *counts.entry(key(id)).or_insert(0usize) += 1);
        counts
    };
    let groups = count(&|id| (found.event_of[id], 0));
    let events = count(&|id| (gold[id], 0));
    let both = count(&|id| (found.event_of[id], gold[id]));
    let (mut precision, mut recall) = (0.0, 0.0);
    for (id, group) in &found.event_of {
        let common = both[&(*group, gold[id])] as f64;
        precision += common / groups[&(*group, 0)] as f64;
        recall += common / events[&(gold[id], 0)] as f64;
    }
    let all = found.event_of.len().max(1) as f64;
    (precision / all, recall / all)
}
