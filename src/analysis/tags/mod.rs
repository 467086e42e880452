//! Tags: the keyphrases, places and organisations that an article is about.
//!
//! Candidates are the noun phrases between function words and the names of places and organisations (`walk`, `names`), for a
//! language without a tagger the repeated words (`plain`). What is the same thing is merged (`merge`), the rest
//! ranked by number of places, position, spread, rarity and closeness to the subject of the article (`rank`). A page
//! shows those that a reader would follow (`shown`), as the article writes them (`label`).
//! People are never tags; they have the box.

mod around;
mod candidates;
mod fixed;
mod label;
pub(crate) mod lexicon;
mod merge;
mod names;
mod plain;
mod rank;
mod shape;
mod shown;
#[cfg(test)]
mod tests;
mod walk;
mod words;

use super::people::PeopleLexicon;
use super::{Person, SummarySentence, Tag, TagKind};
use crate::config::TagSettings;
use crate::model::Model;
use crate::source::Authored;
use crate::text::Document;
use candidates::{Candidate, Standing};
use words::{Occurrences, Words};

/// How many tags are found, not counting the parts of others; a page shows the first `tags.max` of them.
const KEPT: usize = 15;
/// Most places in the text that a tag remembers as its evidence.
const MAX_EVIDENCE: usize = 5;

/// What is told of an article in a few words, which are telling as tags, too.
#[derive(Clone, Copy, Debug, Default)]
pub struct Gist<'a> {
    /// The headline, if a human wrote one.
    pub title: Option<&'a str>,
    /// The headline, whoever wrote it.
    pub headline: &'a str,
    pub summary: &'a [SummarySentence],
}

/// The tags of an article, most telling first; `people` are left out of them.
pub fn find(
    doc: &Document,
    language: &str,
    people: &[Person],
    gist: Gist,
    model: &Model,
    settings: &TagSettings,
) -> Vec<Tag> {
    let mut candidates = candidates::collect(doc, language, people, &model.people, &model.tags);
    let occurrences = Occurrences::of(doc);
    let headline = Words::of(gist.headline);
    merge::mark_chance_phrases(doc, &mut candidates, &occurrences, &headline, model);
    merge::join_variants(&mut candidates);
    merge::join_acronyms(doc, &mut candidates);
    merge::join_parts(doc, &mut candidates, &headline, &model.tags);
    let scores = rank::score(doc, &candidates, &occurrences, gist, &model.tags, model.vectors(language));
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]).then(candidates[a].first().cmp(&candidates[b].first())));
    let best = order.first().map_or(1.0, |&i| scores[i]);
    let ranked = order.into_iter().map(|i| (&candidates[i], relative(scores[i], best)));
    let title = Words::of(gist.title.unwrap_or_default());
    choose(doc, ranked, &model.people, |c| shown::is_worth_showing(c, &title, &model.tags), settings)
}

/// The first [`KEPT`] tags that are not to be ignored, no two of the same words.
fn choose<'c>(
    doc: &Document,
    ranked: impl Iterator<Item = (&'c Candidate, f32)>,
    people: &PeopleLexicon,
    is_worth_showing: impl Fn(&Candidate) -> bool,
    settings: &TagSettings,
) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    let mut shown: Vec<&Candidate> = Vec::new();
    let mut kept = 0;
    for (candidate, score) in ranked {
        let is_in_own_right = candidate.standing == Standing::OwnRight;
        if !is_in_own_right && tags.len() >= KEPT {
            continue;
        }
        let label = label::label(doc, candidate, people);
        let is_label = |other: &str| other.eq_ignore_ascii_case(&label);
        if settings.ignore.iter().any(|ignored| is_label(ignored)) || tags.iter().any(|tag| is_label(&tag.label)) {
            continue;
        }
        let show = shown.len() < settings.max && is_worth_showing(candidate) && !shown::repeats(candidate, &shown);
        if show {
            shown.push(candidate);
        }
        tags.push(Tag { shown: show, ..tag(doc, candidate, label, score) });
        kept += usize::from(is_in_own_right);
        if kept == KEPT {
            break;
        }
    }
    tags
}

fn tag(doc: &Document, candidate: &Candidate, label: String, score: f32) -> Tag {
    let evidence = candidate.places.iter().take(MAX_EVIDENCE).map(|p| p.span(doc)).collect();
    let kind = candidate.kind.unwrap_or(TagKind::Keyphrase);
    Tag { label, kind, authored: Authored::Generated, shown: false, score, evidence }
}

/// Scores are logarithms; shown is the ratio to the best, 0 to 1.
fn relative(score: f32, best: f32) -> f32 {
    (score - best).exp().clamp(0.0, 1.0)
}
