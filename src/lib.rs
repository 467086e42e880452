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
    let one = |file| {
        let outcome = story(file, settings, model);
        done();
        outcome
    };
    let outcomes = inputs.files.par_iter().map(one).collect();
    join(outcomes, inputs, settings)
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

/// One file, read and analysed; `None` when it is no article, or has errors.
///
/// Should a step panic, the others go on and the file is named.
pub fn story(file: &RawFile, settings: &Settings, model: &Model) -> Outcome {
    catch_unwind(AssertUnwindSafe(|| {
        let (article, mut diagnostics) = source::parse(file, &settings.source);
        let story = article.map(|article| {
            let (analysis, problems) = analysis::analyse(&article, settings, model);
            diagnostics.extend(problems);
            (article, analysis)
        });
        (story, diagnostics)
    }))
    .unwrap_or_else(|_| {
        let problem = Diagnostic::error("this article made the program fail, which is a fault of the program");
        let problem = problem.at(Place::file(&file.path)).hint("please report it, and move the file away for now");
        (None, vec![problem])
    })
}
