//! `standfirst` turns a folder of articles into a news digest that is ready to publish.
//!
//! # Steps
//!
//! Data flows one way, and every step has a noun for what it hands on:
//!
//! ```text
//! read      seeds/*           -> Article      what was written                       (source)
//! analyse   Article           -> Analysis     headline, summary, people, topics      (text, analysis)
//! relate    [Story]           -> Digest       people, topics and tags across stories (digest)
//! picture   Digest            -> Pictures     what articles show, in several widths  (pictures)
//! render    Digest + Theme    -> Site         path -> bytes, in memory               (render, site)
//! write     Site              -> public/      only what changed, only what is ours   (output)
//! ```
//!
//! # Invariants
//!
//! - Between [`source::read_all`] and [`output`] nothing touches the disk, the clock or the network, but for
//!   [`pictures`], which are read when articles name them. The same inputs give the same bytes, on any number of threads.
//! - A story's [`analysis::Analysis`] depends on its own article, the settings and the model, on nothing else.
//! - Every claim (a summary sentence, a person, a role, a tag) keeps the [`text::Span`] of the prose that it came from.
//! - Problems with content are [`diagnostic::Diagnostic`]s, collected over all files; `Err` is for the environment.
//! - What a human wrote in front matter wins over what is generated, field by field.

pub mod analysis;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod digest;
pub mod model;
pub mod output;
pub mod pictures;
pub mod render;
#[cfg(feature = "serve")]
mod server;
pub mod site;
pub mod source;
pub mod text;
pub mod yaml;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;

use analysis::Analysis;
use config::Settings;
use diagnostic::{Diagnostic, Place};
use digest::Published;
use model::Model;
use site::Site;
use source::{Article, RawFile};

/// Everything that a site is made from, in memory.
#[derive(Debug)]
pub struct Inputs {
    /// In the order of their keys.
    pub files: Vec<RawFile>,
    /// The slugs under which articles are known to readers.
    pub published: Published,
    pub theme: render::Theme,
    /// The pictures that lie beside the articles.
    pub pictures: pictures::Folder,
}

/// What a build makes. The site is fit to publish when no diagnostic is an error.
#[derive(Debug)]
pub struct Built {
    pub site: Site,
    /// The slugs with those of this build: to be kept for the next one.
    pub published: Published,
    /// Hashes of the pictures of this build: what is kept of others can go.
    pub pictures: BTreeSet<u128>,
    /// How many articles stand in it.
    pub articles: usize,
    pub diagnostics: Vec<Diagnostic>,
}

/// Builds the site: the one place that knows the order of the steps.
pub fn build(inputs: &Inputs, settings: &Settings, model: &Model) -> Built {
    build_with(inputs, settings, model, &|| {})
}

/// [`build`], with a call of `done` for every file that was read and analysed.
pub fn build_with(inputs: &Inputs, settings: &Settings, model: &Model, done: &(dyn Fn() + Sync)) -> Built {
    let some = |files: &[RawFile]| {
        let outcomes = stories(files, settings, model);
        files.iter().for_each(|_| done());
        outcomes
    };
    let outcomes = inputs.files.par_chunks(at_a_time(inputs.files.len())).flat_map_iter(some).collect();
    join(outcomes, inputs, settings)
}

/// Into how large parts a number of articles is best cut for [`stories`]: there must be some for every thread.
pub fn at_a_time(articles: usize) -> usize {
    const MOST: usize = 16;
    (articles / (2 * rayon::current_num_threads())).clamp(1, MOST)
}

/// What came of one file: its story, unless it is no article or has errors, and what is wrong with it.
pub type Outcome = (Option<(Article, Analysis)>, Vec<Diagnostic>);

/// The steps of [`build`] that need all stories; `outcomes` are in the order of the keys of their files, which are not
/// looked at again.
pub fn join(outcomes: Vec<Outcome>, inputs: &Inputs, settings: &Settings) -> Built {
    let mut diagnostics = Vec::new();
    let mut stories = Vec::with_capacity(outcomes.len());
    for (story, problems) in outcomes {
        stories.extend(story);
        diagnostics.extend(problems);
    }
    let articles = stories.len();
    let mut published = inputs.published.clone();
    let (digest, problems) = digest::relate(stories, &mut published, settings);
    diagnostics.extend(problems);
    let (pictures, problems) = pictures::make(&digest, &inputs.pictures);
    let hashes = pictures.hashes();
    diagnostics.extend(problems);
    let (site, problems) = render::render(&digest, pictures, &inputs.theme, settings);
    diagnostics.extend(problems);
    diagnostics.extend(output::check_paths(&site));
    Built { site, published, pictures: hashes, articles, diagnostics }
}

/// One file, read and analysed; see [`stories`].
pub fn story(file: &RawFile, settings: &Settings, model: &Model) -> Outcome {
    stories(std::slice::from_ref(file), settings, model).pop().unwrap_or_default()
}

/// Some files, read and analysed, step by step: what comes of one does not depend on the others, but together they take
/// less time. An article is `None` when the file is none, or has errors.
///
/// Should a step panic, the others go on and the file is named.
pub fn stories(files: &[RawFile], settings: &Settings, model: &Model) -> Vec<Outcome> {
    match (catch_unwind(AssertUnwindSafe(|| try_stories(files, settings, model))), files) {
        (Ok(outcomes), _) => outcomes,
        (Err(_), [file]) => vec![(None, vec![failure(file)])],
        (Err(_), files) => files.iter().map(|file| story(file, settings, model)).collect(),
    }
}

fn try_stories(files: &[RawFile], settings: &Settings, model: &Model) -> Vec<Outcome> {
    let mut articles = Vec::with_capacity(files.len());
    let parsed: Vec<(bool, Vec<Diagnostic>)> = files
        .iter()
        .map(|file| {
            let (article, diagnostics) = source::parse(file, &settings.source);
            let is_article = article.is_some();
            articles.extend(article);
            (is_article, diagnostics)
        })
        .collect();
    let analyses = analysis::analyse_all(&articles, settings, model);
    let mut analysed = articles.into_iter().zip(analyses).peekable();
    let outcome = |(is_article, mut diagnostics): (bool, Vec<Diagnostic>)| {
        let story = analysed.next_if(|_| is_article).map(|(article, (analysis, problems))| {
            diagnostics.extend(problems);
            (article, analysis)
        });
        (story, diagnostics)
    };
    parsed.into_iter().map(outcome).collect()
}

fn failure(file: &RawFile) -> Diagnostic {
    Diagnostic::error("this article made the program fail, which is a fault of the program")
        .at(Place::file(&file.path))
        .hint("please report it, and move the file away for now")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_told_the_same_together_and_alone() {
        let model = Model::embedded();
        let settings = Settings::default();
        let file = |name: &str, text: &str| RawFile { path: name.into(), key: name.into(), bytes: text.into() };
        let files = [
            file("a.txt", "The mayor of Valencia, Ann Lee, opened a new bridge in the old harbour on Monday.\n"),
            file("b.txt", "\n"),
            file("c.txt", "The council said that the ferry from Norda to Vesta would stop in May.\n"),
        ];
        let together = stories(&files, &settings, &model);
        assert!(together[0].0.is_some() && together[1].0.is_none() && together[2].0.is_some());
        for (file, outcome) in files.iter().zip(&together) {
            assert_eq!(format!("{:?}", story(file, &settings, &model)), format!("{outcome:?}"));
        }
    }

    #[test]
    fn parts_are_no_larger_than_what_each_thread_can_have() {
        assert_eq!(at_a_time(0), 1);
        assert_eq!(at_a_time(1), 1);
        assert!((1..=16).contains(&at_a_time(1_000_000)));
    }
}
