//! How an editor would judge a headline: whether it can be printed, and how much a part that it leaves out is missed.
//!
//! Both are sums of weights, in log-odds, fitted by logistic regression on some thousand headlines that this room had
//! made and an editor had judged; see `models/README.md`.

use super::articles;
use super::clause::Clause;
use super::left_out::{self, TRAITS, definiteness, role};
use super::lexicon::{OPINION, SAYING, THIRD_PERSON};
use super::weigh::Usage;
use crate::text::Pos;
use crate::text::parser::Relation;
use crate::text::tagger::hash::{feature, lower};

/// How much a part is missed that a word heads, in log-odds.
pub(super) fn missed(clause: &Clause<'_>, usage: &Usage<'_>, verb: usize, word: usize, hint: Option<f32>) -> f32 {
    let mut sum = 0.0;
    left_out::features(clause, usage, verb, word, hint, |key| sum += usage.verdict(key)[0]);
    sum
}

/// A cut of a clause.
#[derive(Clone, Copy, Debug)]
pub(super) struct View<'v, 't> {
    pub(super) clause: &'v Clause<'t>,
    pub(super) usage: &'v Usage<'v>,
    /// The verb of the clause.
    pub(super) verb: usize,
    /// Which words stay; of articles and marks it says nothing.
    pub(super) kept: &'v [bool],
}

impl View<'_, '_> {
    fn counts(&self, i: usize) -> bool {
        !self.clause.words[i].mark() && !articles::is_article(&self.clause.words[i])
    }

    /// The words that stay.
    fn staying(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (0..self.kept.len()).filter(|&i| self.kept[i] && self.counts(i))
    }

    /// The words that go while what they depend on stays.
    pub(super) fn going(&self) -> impl Iterator<Item = usize> + '_ {
        let cut_off = |&i: &usize| !self.kept[i] && self.counts(i) && self.clause.head(i).is_some_and(|h| self.kept[h]);
        (0..self.kept.len()).filter(cut_off)
    }

    fn keeps(&self, word: usize, relations: &[Relation]) -> bool {
        self.clause.children(word).any(|i| self.kept[i] && relations.contains(&self.clause.relation(i)))
    }
}

/// Tells the features of what a cut keeps; those of what it leaves out are those of [`left_out::features`].
pub(super) fn features(view: &View<'_, '_>, mut tell: impl FnMut(u32)) {
    let mut say = |template, a, b| tell(feature(template, a, b));
    say(30, 0, 0);
    for i in view.staying() {
        pronoun(view, i, &mut say);
        noun(view, i, &mut say);
        verb(view, i, &mut say);
    }
    ending(view, &mut say);
    sizes(view, &mut say);
    subject(view, &mut say);
}

fn pronoun(view: &View<'_, '_>, i: usize, say: &mut impl FnMut(u32, u32, u32)) {
    let word = &view.clause.words[i];
    if word.any(THIRD_PERSON) || matches!(word.pos, Pos::Prp | Pos::PrpS) {
        let mut before = view.staying().take_while(|&other| other < i).map(|other| &view.clause.words[other]);
        let noun = before.any(|word| word.noun());
        let name = view.staying().take_while(|&other| other < i).any(|other| view.clause.words[other].named());
        say(31, lower(word.text), u32::from(noun) + u32::from(name));
    }
}

fn noun(view: &View<'_, '_>, i: usize, say: &mut impl FnMut(u32, u32, u32)) {
    let clause = view.clause;
    if !clause.words[i].noun() || clause.words[i].named() {
        return;
    }
    let told = clause.children(i).any(|child| view.kept[child] && view.counts(child));
    let (definite, role) = (definiteness(clause, i), role(clause, view.verb, i));
    say(32, definite, u32::from(told) * 16 + role);
    if definite == 1 && !told {
        say(33, view.usage.meaning(clause.words[i].text), role);
    }
}

fn verb(view: &View<'_, '_>, i: usize, say: &mut impl FnMut(u32, u32, u32)) {
    use Relation::{Agent, Attribute, Auxiliary, Clause, Object, OpenClause, Preposition, Subject};
    let word = &view.clause.words[i];
    if !word.pos.is_verb() {
        return;
    }
    let shape = [&[Object][..], &[Attribute], &[Clause, OpenClause], &[Preposition, Agent], &[Auxiliary], &[Subject]];
    let shape = shape.iter().rev().fold(0, |bits, relations| bits << 1 | u32::from(view.keeps(i, relations)));
    let main = u32::from(i == view.verb);
    say(34, shape, main + 2 * word.pos as u32);
    say(35, view.usage.meaning(word.text), shape & 15);
    let goes_on =
        view.clause.children(i).any(|child| child > i && view.kept[child] && !view.clause.words[child].mark());
    for (t, _) in TRAITS.iter().enumerate().filter(|(_, traits)| word.any(**traits)) {
        say(36, t as u32, main + 2 * u32::from(goes_on));
    }
}

/// The last word, and what followed it.
fn ending(view: &View<'_, '_>, say: &mut impl FnMut(u32, u32, u32)) {
    let clause = view.clause;
    let Some(last) = view.staying().next_back() else { return };
    let gone = (last + 1..clause.words.len()).filter(|&i| !clause.words[i].mark()).count() as u32;
    let lost = clause.children(last).find(|&i| i > last && !view.kept[i] && !clause.words[i].mark());
    say(37, clause.words[last].pos as u32, clause.relation(last) as u32);
    say(38, (gone / 3).min(6), 0);
    say(39, view.usage.meaning(clause.words[last].text), u32::from(gone > 0));
    say(40, lost.map_or(99, |lost| clause.relation(lost) as u32), clause.words[last].pos as u32);
}

/// How much of the sentence is left, and of what is said in it by whom.
fn sizes(view: &View<'_, '_>, say: &mut impl FnMut(u32, u32, u32)) {
    let words = &view.clause.words;
    let all = (0..words.len()).filter(|&i| view.counts(i)).count();
    let kept = view.staying().count();
    say(41, (kept * 8 / all.max(1)) as u32, 0);
    let finite = view.staying().filter(|&i| words[i].finite()).count();
    say(42, finite.min(4) as u32, words.iter().filter(|word| word.finite()).count().min(6) as u32);
    say(43, words.iter().filter(|word| super::form::is_quote(word.text)).count().min(4) as u32, 0);
    let said = |kept: bool| u32::from((0..words.len()).any(|i| view.kept[i] == kept && words[i].any(SAYING)));
    let sources = said(true) + 2 * said(false);
    let modal = view.staying().find(|&i| words[i].pos == Pos::Md);
    say(44, sources, modal.map_or(0, |modal| lower(words[modal].text)));
    say(45, sources, u32::from(view.staying().any(|i| words[i].any(OPINION))));
    say(46, u32::from(view.staying().any(|i| words[i].named())), 0);
    // Seams: where words come together that did not stand together.
    let after_gap = |i: usize| i > 0 && !view.kept[i - 1] && view.counts(i - 1);
    say(47, view.staying().skip(1).filter(|&i| after_gap(i)).count() as u32, 0);
}

fn subject(view: &View<'_, '_>, say: &mut impl FnMut(u32, u32, u32)) {
    let clause = view.clause;
    say(48, clause.words[view.verb].pos as u32, u32::from(clause.root() == Some(view.verb)));
    let Some(subject) = clause.child(view.verb, Relation::Subject) else { return };
    let word = &clause.words[subject];
    say(49, word.pos as u32, u32::from(word.named()) * 8 + definiteness(clause, subject));
    say(50, view.usage.meaning(word.text), 0);
    say(51, view.verb.saturating_sub(subject).min(12) as u32, 0);
}
