//! Annotated texts, readable: the source on one line, what was found in it below.

use std::fmt::Write;

use super::{Block, BlockKind, Document, Prose, Span};
use crate::model::Model;

const TEXT: &str = "Former U.S. Secretary of State Hillary Clinton met Chancellor Angela Merkel in Berlin on Jan. 5, two weeks after \
    the European Union's summit. “We didn't agree on everything,” Mrs Clinton said. Merkel's spokesman, Steffen Seibert, \
    wouldn't comment.";

fn paragraph(text: &str) -> Prose {
    let span = Span::new(0, text.len());
    Prose { text: text.to_owned(), blocks: vec![Block { kind: BlockKind::Paragraph, span }] }
}

/// Each sentence as written, then its tokens with tags, then its entities.
fn annotated(document: &Document<'_>) -> String {
    let mut out = String::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        writeln!(out, "> {}", document.slice(sentence.span)).unwrap();
        for token in document.tokens_of(index as u32) {
            write!(out, "{}/{:?} ", document.slice(token.span), token.pos).unwrap();
        }
        out.push('\n');
        for entity in document.entities.iter().filter(|entity| sentence.span.contains(entity.span)) {
            writeln!(out, "  {:?}: {}", entity.kind, document.slice(entity.span)).unwrap();
        }
    }
    out
}

#[test]
fn a_text_in_english_is_tagged_and_its_names_are_found() {
    let prose = paragraph(TEXT);
    insta::assert_snapshot!(annotated(&Document::analyse(&prose, "en", &Model::embedded())));
}

#[test]
fn a_text_in_another_language_is_only_cut() {
    let prose = paragraph(TEXT);
    let document = Document::analyse(&prose, "fr", &Model::embedded());
    assert_eq!(document.tokens, Document::new(&prose).tokens);
    assert!(document.entities.is_empty());
}

#[test]
fn long_odd_texts_take_linear_time() {
    for piece in ["?(", "1/1", "a.", "'", "\"", "U.S.-", "[1]", "http://", "@a", "n't", "...", "A. "] {
        let text = piece.repeat(200_000);
        let document = Document::new(&paragraph(&text)).tokens.len();
        assert!(document > 0, "{piece}");
    }
}

#[test]
fn odd_texts_do_no_harm() {
    let model = Model::embedded();
    let long = "Na ".repeat(5000);
    for text in [
        "",
        " ",
        "\u{200b}",
        "’s",
        "A",
        "— — —",
        "ABC DEF GHI.",
        "日本語。",
        long.as_str(),
        "\u{301}\u{301}",
        "- A - B -",
    ] {
        let prose = paragraph(text);
        let document = Document::analyse(&prose, "en", &model);
        assert!(document.entities.iter().all(|entity| document.span_of(entity.tokens.clone()) == entity.span));
    }
}
