//! Tags: the keyphrases, places and organisations that an article is about.
//!
//! Candidates are the noun phrases between function words and the names of places and organisations
//! ([`candidates`]); they are ranked by spread, position, rarity and closeness to the subject of the article
//! ([`rank`]), near-duplicates are merged ([`merge`]) and shown as the article writes them ([`label`]).
//! People are never tags; they have the box.

mod candidates;
mod generic;
mod label;
mod merge;
mod rank;
mod shown;
mod walk;
mod words;

use super::{Person, Tag, TagKind};
use crate::config::TagSettings;
use crate::model::Model;
use crate::source::Authored;
use crate::text::Document;
use candidates::Candidate;
use words::Occurrences;

/// How many tags are found; a page shows the first `tags.max` of them.
const KEPT: usize = 15;
/// Most places in the text that a tag remembers as its evidence.
const MAX_EVIDENCE: usize = 5;

/// The tags of an article, most telling first; `people` are left out of them. `title` is the headline, if a human
/// wrote one.
pub fn find(
    doc: &Document,
    language: &str,
    people: &[Person],
    title: Option<&str>,
    model: &Model,
    settings: &TagSettings,
) -> Vec<Tag> {
    let mut candidates = candidates::collect(doc, people, &model.people);
    let occurrences = Occurrences::of(doc);
    merge::drop_chance_phrases(doc, &mut candidates, &occurrences);
    merge::join_variants(&mut candidates);
    merge::join_acronyms(doc, &mut candidates);
    merge::join_parts(&mut candidates);
    let scores = rank::score(doc, &candidates, &occurrences, title, model.vectors(language));
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]).then(candidates[a].first().cmp(&candidates[b].first())));
    let best = order.first().map_or(1.0, |&i| scores[i]);
    let mut tags: Vec<Tag> = Vec::new();
    for index in order {
        let candidate = &candidates[index];
        let tag = tag(doc, candidate, relative(scores[index], best));
        let ignored = settings.ignore.iter().any(|i| i.eq_ignore_ascii_case(&tag.label));
        if !ignored && !tags.iter().any(|t| t.label.eq_ignore_ascii_case(&tag.label)) {
            let shown =
                shown::is_worth_showing(candidate, title) && tags.iter().filter(|t| t.shown).count() < settings.max;
            tags.push(Tag { shown, ..tag });
        }
        if tags.len() == KEPT {
            break;
        }
    }
    tags
}

fn tag(doc: &Document, candidate: &Candidate, score: f32) -> Tag {
    let evidence = candidate.places.iter().take(MAX_EVIDENCE).map(|p| p.span(doc)).collect();
    let label = label::label(doc, candidate);
    let kind = candidate.kind.unwrap_or(TagKind::Keyphrase);
    Tag { label, kind, authored: Authored::Generated, shown: false, score, evidence }
}

/// Scores are logarithms; shown is the ratio to the best, 0 to 1.
fn relative(score: f32, best: f32) -> f32 {
    (score - best).exp().clamp(0.0, 1.0)
}
