//! What a judged headline shows, for the training of `models/verdicts.bin`.

use super::clause::Clause;
use super::verdict::{self, View};
use super::weigh::Usage;
use super::{left_out, source, spare};
use crate::analysis::people;
use crate::model::Model;
use crate::text::parser::Relation;
use crate::text::{Document, Span};

/// The features of a headline.
#[derive(Clone, Debug, Default)]
pub struct Observed {
    /// All features, of what is kept and of what is left out.
    pub whole: Vec<u32>,
    /// The features of each part that is left out, and where it stands in the prose.
    pub parts: Vec<(Span, Vec<u32>)>,
}

/// What is seen of a headline that keeps some words of the first sentence of a document; none if the parser does not see
/// a clause in them.
pub fn observe(doc: &Document<'_>, model: &Model, keeps: impl Fn(Span) -> bool) -> Option<Observed> {
    let usage = Usage::of("en", model)?;
    let people = people::find(doc, &model.people, &Default::default(), None);
    let clause = Clause::parse(doc, 0, &people, model.parser("en")?)?;
    let span = |i: usize| doc.tokens[clause.words[i].token as usize].span;
    let kept: Vec<bool> = (0..clause.words.len()).map(|i| keeps(span(i))).collect();
    let main = clause.main_verb()?;
    let second = clause.children(main).filter(|&child| clause.relation(child) == Relation::Conjunct);
    let verb =
        [Some(main), source::said(&clause, main)].into_iter().flatten().chain(second).find(|&verb| kept[verb])?;
    let parts = spare::spared(&clause, verb, &usage);
    let hint = |word| parts.hint(word);
    let view = View { clause: &clause, usage: &usage, verb, kept: &kept };
    let mut observed = Observed::default();
    verdict::features(&view, |key| observed.whole.push(key));
    for word in view.going() {
        let mut keys = Vec::new();
        left_out::features(&clause, &usage, verb, word, hint(word), |key| keys.push(key));
        observed.whole.extend(&keys);
        observed.parts.push((span(clause.start(word)).join(span(clause.end(word))), keys));
    }
    Some(observed)
}
