//! What speaks for keeping each part of a clause: what a rule of thumb thinks of it, and how often its head goes on so.

use super::clause::Clause;
use super::parts::{Part, Parts};
use super::score::weight;
use crate::analysis::topics::stem_key;
use crate::model::Model;
use crate::text::parser::Relation::{Agent, Auxiliary, Nominal, OpenClause, Preposition};
use crate::text::tagger::gazetteer::{CLUSTER_SHIFT, Gazetteer};
use crate::text::tagger::hash::{feature, lower};

/// In place of a preposition: "to leave" in "a plan to leave".
pub const INFINITIVE: &str = "to +";

/// Key of a word with a preposition after it in the table of frames; of the word alone without one.
pub fn frame_key(head: &str, is_verb: bool, preposition: &str) -> u32 {
    let after = if preposition.is_empty() { 0 } else { lower(preposition) };
    feature(500 + u32::from(is_verb), stem_key(head) as u32, after)
}

/// What is known of how words are used in headlines.
#[derive(Clone, Copy, Debug)]
pub(super) struct Usage<'m> {
    /// How words go on.
    frames: &'m Gazetteer,
    /// What editors say of cuts.
    verdicts: &'m Gazetteer,
    /// Meanings of words.
    lists: &'m Gazetteer,
}

impl<'m> Usage<'m> {
    pub(super) fn of(language: &str, model: &'m Model) -> Option<Self> {
        let (frames, verdicts) = model.frames(language).zip(model.verdicts(language))?;
        Some(Usage { frames, verdicts, lists: &model.parser(language)?.lists })
    }

    /// The cluster of meaning of a word; zero for none.
    pub(super) fn meaning(&self, word: &str) -> u32 {
        self.lists.get(lower(word)) >> CLUSTER_SHIFT
    }

    /// Weights of a feature: that a part is missed, that a headline is good.
    pub(super) fn verdict(&self, key: u32) -> [f32; 2] {
        let packed = self.verdicts.get(key);
        [packed as u16, (packed >> 16) as u16].map(|weight| f32::from(weight as i16) / 256.0)
    }
}

/// Sets the merit of all parts but the root.
pub(super) fn weigh(clause: &Clause<'_>, parts: &mut Parts, usage: &Usage<'_>) {
    for part in parts.all.iter_mut().skip(1) {
        part.merit = merit(part, frame(clause, part.head, usage));
    }
}

/// What speaks for keeping a part: one too many does no harm, one too few does.
fn merit(part: &Part, frame: u32) -> f32 {
    let (share, lift) = (frame & 7, frame >> 3);
    let frame = match share {
        7 if lift >= 3 => 4.0,
        6 if lift >= 3 => 2.0,
        _ => 0.0,
    };
    let rule = |hint: f32| 1.0 + 0.4 * hint + if hint > 4.5 { 3.0 } else { 0.0 } + frame;
    let loss = weight::LOSS * part.missed.unwrap_or(0.0);
    part.hint.map_or(loss, |hint| rule(hint) + loss)
}

/// What is known of a preposition after a word: how large a share of the word's uses has it (three bits), and how much
/// more often it follows this word than others of its class (three bits); zero if the word is hardly known.
pub(super) fn frame(clause: &Clause<'_>, child: usize, usage: &Usage<'_>) -> u32 {
    let Some(head) = clause.head(child).filter(|&head| head < child) else { return 0 };
    let Some(with) = goes_on(clause, child) else { return 0 };
    let governor = &clause.words[head];
    let verb = governor.pos.is_verb();
    match usage.frames.get(frame_key(governor.text, verb, with)) {
        0 if usage.frames.get(frame_key(governor.text, verb, "")) == 0 => 0,
        0 => 1,
        known => known,
    }
}

/// The preposition with which a dependent begins, or [`INFINITIVE`].
fn goes_on<'t>(clause: &Clause<'t>, child: usize) -> Option<&'t str> {
    let infinitive = || clause.children(child).any(|i| clause.relation(i) == Auxiliary && clause.words[i].is("to"));
    match clause.relation(child) {
        Preposition | Agent => Some(clause.words[child].text),
        Nominal | OpenClause if infinitive() => Some(INFINITIVE),
        _ => None,
    }
}
