//! One sentence made a headline: of the cuts of its clauses that are grammatical, the one that tells most and is likeliest to
//! be good.

use super::clause::Clause;
use super::cut::{self, Cut};
use super::parts::Parts;
use super::score::weight;
use super::verdict::{self, View};
use super::weigh::{self, Usage};
use super::{MAX_CHARS, MIN_CHARS, articles, form, grammar, left_out, lexicon, line, source, spare};
use crate::text::Pos;
use crate::text::parser::Relation;
use std::cell::OnceCell;

/// A sentence cut down to a headline.
pub(super) struct Shortened {
    pub(super) tokens: Vec<u32>,
    /// Whether its subject is a thing that only what came before says.
    pub(super) points_back: bool,
    /// How likely it is to be good, in log-odds.
    pub(super) verdict: f32,
}

/// The best acceptable short form of a sentence: of what is said in it, if that can be told so; or of its second clause.
pub(super) fn shortened(sentence: &Clause<'_>, usage: &Usage<'_>) -> Option<Shortened> {
    let verb = sentence.main_verb()?;
    let said = source::said(sentence, verb).filter(|&said| source::is_sure(sentence, verb, sentence.subtree(said)));
    let told =
        said.and_then(|said| Shortening::of(sentence, said, usage)?.best_of(spare::said(sentence, verb, said, usage)));
    let clause = |verb| Shortening::of(sentence, verb, usage)?.best_of(spare::spared(sentence, verb, usage));
    let second = sentence
        .children(verb)
        .filter(|&child| sentence.relation(child) == Relation::Conjunct)
        .filter_map(clause)
        .map(|made| Shortened { verdict: made.verdict - weight::SECOND, ..made });
    let first = told.or_else(|| clause(verb));
    first.into_iter().chain(second).max_by(|a, b| a.verdict.total_cmp(&b.verdict))
}

/// A clause of a sentence that is to be cut.
struct Shortening<'s, 't> {
    sentence: &'s Clause<'t>,
    verb: usize,
    usage: &'s Usage<'s>,
    /// Which words are articles that go.
    articles: Vec<bool>,
}

impl<'s, 't> Shortening<'s, 't> {
    fn of(sentence: &'s Clause<'t>, verb: usize, usage: &'s Usage<'s>) -> Option<Self> {
        let whole = sentence.is_clause(verb) && sentence.has_whole_subject(verb);
        whole.then(|| Self { sentence, verb, usage, articles: articles::spare(sentence) })
    }

    fn best_of(&self, mut parts: Parts) -> Option<Shortened> {
        weigh::weigh(self.sentence, &mut parts, self.usage);
        self.best_cut(&parts).or_else(|| {
            // What the verb is complete with may be worth less than what is then left out.
            let own = (1..parts.all.len()).filter(|&i| parts.all[i].parent == Parts::ROOT && !parts.all[i].empty);
            let forced = own.filter_map(|part| {
                let mut parts = parts.clone();
                parts.join(part, Parts::ROOT);
                self.best_cut(&parts)
            });
            forced.max_by(|a, b| a.verdict.total_cmp(&b.verdict))
        })
    }

    fn best_cut(&self, parts: &Parts) -> Option<Shortened> {
        let (chars, gain) = self.sizes(parts);
        let losses = OnceCell::new();
        let judged = |cut: Cut| {
            let made = self.headline(parts, cut)?;
            let kept = parts.kept(cut.kept);
            let view = View { clause: self.sentence, usage: self.usage, verb: self.verb, kept: &kept };
            let losses: &Vec<f32> = losses.get_or_init(|| self.losses(parts));
            let mut verdict: f32 = view.going().map(|i| losses[i]).sum();
            verdict::features(&view, |key| verdict += self.usage.verdict(key)[1]);
            Some((cut.merit + verdict, Shortened { verdict, ..made }))
        };
        let cuts = cut::cuts(parts, &chars, &gain, MAX_CHARS + 4);
        cuts.into_iter().filter_map(judged).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, made)| made)
    }

    /// What each word costs the verdict of a cut that leaves it out.
    fn losses(&self, parts: &Parts) -> Vec<f32> {
        let loss = |word| {
            let mut sum = 0.0;
            let add = |key| sum += self.usage.verdict(key)[1];
            left_out::features(self.sentence, self.usage, self.verb, word, parts.hint(word), add);
            sum
        };
        (0..self.sentence.words.len()).map(loss).collect()
    }

    /// Characters of the own words of each part with a space after each, and what they tell; without the articles that go.
    fn sizes(&self, parts: &Parts) -> (Vec<usize>, Vec<f32>) {
        let (mut chars, mut gain) = (vec![0; parts.all.len()], vec![0.0; parts.all.len()]);
        for (i, word) in self.sentence.words.iter().enumerate() {
            if let Some(part) = parts.owner[i].filter(|_| !self.articles[i]) {
                let length = word.text.chars().count() + usize::from(word.space);
                chars[usize::from(part)] += length;
                gain[usize::from(part)] += weight::VALUE * word.value - weight::CHAR * length as f32;
            }
        }
        (chars, gain)
    }

    /// What a cut comes to, if it makes a headline.
    fn headline(&self, parts: &Parts, cut: Cut) -> Option<Shortened> {
        let kept = parts.kept(cut.kept);
        if source::said(self.sentence, self.verb).is_some_and(|said| !kept[said]) {
            return None;
        }
        let complete = ends_complete(self.sentence, &kept);
        let points_back = points_back(self.sentence, self.verb, &kept);
        let words = form::form(self.sentence, kept, &self.articles, parts.source)?;
        let fits = (MIN_CHARS..=MAX_CHARS).contains(&line::length(&words));
        let tokens = || words.iter().map(|word| word.token).collect();
        let made = || Shortened { tokens: tokens(), points_back, verdict: 0.0 };
        (fits && grammar::is_headline(&words, complete)).then(made)
    }
}

/// Whether nothing that the last kept word goes on with is left out, but times and manner.
fn ends_complete(clause: &Clause<'_>, kept: &[bool]) -> bool {
    use Relation::{Adverb, Adverbial, Conjunct, Measure, Other, Preposition};
    let Some(last) = (0..kept.len()).rfind(|&i| kept[i] && !clause.words[i].mark()) else { return false };
    let spare = |i: usize| match clause.relation(i) {
        Preposition => clause.set_off(i) || spare::is_time_phrase(clause, i),
        Adverbial => clause.set_off(i),
        relation => matches!(relation, Adverb | Conjunct | Measure | Other) || clause.words[i].mark(),
    };
    clause.children(last).all(|i| kept[i] || spare(i))
}

/// Whether the subject is a thing that only what came before says: "the vote", "the accident".
fn points_back(clause: &Clause<'_>, verb: usize, kept: &[bool]) -> bool {
    let Some(subject) = clause.child(verb, Relation::Subject).filter(|&subject| kept[subject]) else { return false };
    let word = &clause.words[subject];
    let definite = |i: usize| ["the", "this", "that", "these", "those"].iter().any(|the| clause.words[i].is(the));
    let the = clause.child(subject, Relation::Determiner).is_some_and(definite);
    let told = clause.children(subject).any(|i| kept[i] && !clause.words[i].mark() && !definite(i));
    the && !told && matches!(word.pos, Pos::Nn | Pos::Nns) && !word.named() && !word.any(lexicon::UNIQUE)
}
