//! What trees come to.

use super::Relation::*;
use super::state::Sentence;
use super::{Item, Relation, Tree};
use crate::model::Model;
use crate::text::{Block, BlockKind, Document, Pos, Prose, Span};

fn tree(text: &str) -> (Vec<String>, Tree) {
    let model = Model::embedded();
    let block = Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) };
    let prose = Prose { text: text.to_owned(), blocks: vec![block] };
    let doc = Document::analyse(&prose, "en", &model);
    let tokens: Vec<(&str, Pos)> = doc.tokens_of(0).iter().map(|t| (doc.slice(t.span), t.pos)).collect();
    let words = tokens.iter().map(|token| token.0.to_owned()).collect();
    (words, model.parser("en").unwrap().parse(tokens.into_iter()).unwrap())
}

/// The head and relation of a word.
fn at(parsed: &(Vec<String>, Tree), word: &str) -> (String, Relation) {
    let (words, tree) = parsed;
    let i = words.iter().position(|w| w == word).unwrap();
    (tree.heads[i].map_or("-", |head| words[usize::from(head)].as_str()).to_owned(), tree.relations[i])
}

#[test]
fn who_does_what_is_told() {
    let parsed = tree("The mayor of Valencia opened a new bridge in the old harbour.");
    assert_eq!(at(&parsed, "opened"), ("-".into(), Root));
    assert_eq!(at(&parsed, "mayor"), ("opened".into(), Subject));
    assert_eq!(at(&parsed, "bridge"), ("opened".into(), Object));
    assert_eq!(at(&parsed, "Valencia"), ("of".into(), Complement));
    assert_eq!(at(&parsed, "of"), ("mayor".into(), Preposition));
    assert_eq!(at(&parsed, "new"), ("bridge".into(), Adjective));
}

#[test]
fn clauses_hang_on_what_they_say_more_of() {
    let parsed = tree("Ann Lee, the mayor, said that the council, which met on Monday, had not agreed.");
    assert_eq!(at(&parsed, "mayor"), ("Lee".into(), Apposition));
    assert_eq!(at(&parsed, "met"), ("council".into(), Relative));
    assert_eq!(at(&parsed, "agreed"), ("said".into(), Clause));
    assert_eq!(at(&parsed, "not"), ("agreed".into(), Negation));
}

#[test]
fn auxiliaries_and_negations_go_with_their_verb() {
    let parsed = tree("Minister Paul Reyes will not be using public money to promote The Road to the North to voters.");
    assert_eq!(at(&parsed, "using"), ("-".into(), Root));
    assert_eq!(at(&parsed, "Reyes"), ("using".into(), Subject));
    assert_eq!(at(&parsed, "be"), ("using".into(), Auxiliary));
    assert_eq!(at(&parsed, "not"), ("using".into(), Negation));
    assert_eq!(at(&parsed, "money"), ("using".into(), Object));
}

#[test]
fn an_aside_between_subject_and_verb_does_not_tear_them_apart() {
    let parsed = tree(
        "Three of the biggest banks in the region - Norda and Vesta - have blamed high rates for their poor results.",
    );
    assert_eq!(at(&parsed, "blamed"), ("-".into(), Root));
    assert_eq!(at(&parsed, "Three"), ("blamed".into(), Subject));
    assert_eq!(at(&parsed, "rates"), ("blamed".into(), Object));
    assert_eq!(at(&parsed, "for"), ("blamed".into(), Preposition));
}

#[test]
fn what_was_said_first_hangs_on_who_said_it() {
    let parsed = tree(
        "The food agency is investigating troubled meat supplier Halewood's delivery records, the company has said.",
    );
    assert_eq!(at(&parsed, "said"), ("-".into(), Root));
    assert_eq!(at(&parsed, "investigating").0, "said");
    assert_eq!(at(&parsed, "records"), ("investigating".into(), Object));
    assert_eq!(at(&parsed, "agency"), ("investigating".into(), Subject));
}

#[test]
fn a_noun_after_a_modal_is_a_verb() {
    let parsed = tree("The club will discipline striker James Beattie.");
    assert_eq!(at(&parsed, "discipline"), ("-".into(), Root));
}

#[test]
fn any_sentence_has_one_root_and_no_circle() {
    let model = Model::embedded();
    let parser = model.parser("en").unwrap();
    let words = ["a", ",", "said", "the", "(", "of", "\"", "Ann", "runs", "and"];
    for length in 1..40 {
        let item = |i: usize| {
            Item::new(words[(i * 7 + length) % words.len()], [Pos::Nn, Pos::Vbd, Pos::Punct][i % 3], &parser.lists)
        };
        let items: Vec<Item> = (0..length).map(item).collect();
        let tree = parser.tree(&Sentence::new(items));
        assert_eq!(tree.heads.iter().filter(|head| head.is_none()).count(), 1);
        for i in 0..length {
            let up = std::iter::successors(Some(i), |&at| tree.heads[at].map(usize::from));
            assert!(up.take(length + 1).count() <= length);
        }
    }
}

#[test]
fn a_sentence_that_is_too_long_has_no_tree() {
    let model = Model::embedded();
    let parser = model.parser("en").unwrap();
    let words = |count: usize| (0..count).map(|_| ("word", Pos::Nn));
    assert!(parser.parse(words(super::MAX_TOKENS)).is_some());
    assert_eq!(parser.parse(words(super::MAX_TOKENS + 1)), None);
    assert_eq!(parser.parse(words(0)), None);
}
