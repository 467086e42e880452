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
//! render    Digest + Theme    -> Site         path -> bytes, in memory               (render, site)
//! write     Site              -> public/      only what changed, only what is ours   (output)
//! ```
//!
//! # Invariants
//!
//! - Between [`source::read_all`] and [`output`] nothing touches the disk, the clock or the network:
//!   the same inputs give the same bytes, on any number of threads.
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
pub mod render;
pub mod site;
pub mod source;
pub mod text;
mod yaml;
