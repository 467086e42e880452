//! What headlines come to.

use super::generate;
use crate::analysis::people;
use crate::config::PeopleSettings;
use crate::model::Model;
use crate::text::{Block, BlockKind, Document, Prose, Span};

fn prose(text: &str) -> Prose {
    let block = Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) };
    Prose { text: text.to_owned(), blocks: vec![block] }
}

fn headline(model: &Model, text: &str) -> String {
    let prose = prose(text);
    let doc = Document::analyse(&prose, "en", model);
    let people = people::find(&doc, &model.people, &PeopleSettings::default(), None);
    let headline = generate(&doc, "en", &people, model.vectors("en"));
    let kept: Vec<&str> = headline.evidence.iter().map(|span| span.of(&prose.text)).collect();
    assert_eq!(kept.join(" ").to_lowercase().replace(' ', ""), headline.text.to_lowercase().replace(' ', ""));
    headline.text
}

#[test]
fn what_a_sentence_can_spare_is_left_out() {
    let model = Model::embedded();
    for (text, expected) in [
        (
            "On Thursday, Maria Lopez, the mayor of Valencia, opened a bridge over the river Turia, officials said.",
            "Maria Lopez opened a bridge over the river Turia",
        ),
        (
            "The central bank of Norway raised interest rates to 4.5 percent yesterday (1000 UTC) after a long meeting.",
            "The central bank of Norway raised interest rates to 4.5 percent",
        ),
        (
            "However, a court in Lisbon has not allowed the sale of the old harbour to a foreign company.",
            "A court in Lisbon has not allowed the sale of the old harbour",
        ),
    ] {
        assert_eq!(headline(&model, text), expected);
    }
}

#[test]
fn what_the_rest_depends_on_stays() {
    let model = Model::embedded();
    let text =
        "Kenya may close its border with Somalia if the talks between the two governments fail this week in Nairobi.";
    let headline = headline(&model, text);
    assert!(headline.contains("may") && (!headline.ends_with("Somalia") || headline.contains(" if ")), "{headline}");
}

#[test]
fn a_headline_is_never_too_long() {
    let model = Model::embedded();
    let text = "Extraordinarily ".repeat(40);
    assert!(headline(&model, &text).chars().count() <= 80);
    assert_eq!(headline(&model, "Rain."), "Rain");
    let prose = Prose::default();
    assert_eq!(generate(&Document::new(&prose), "en", &[], None).text, "");
}

#[test]
fn a_text_in_another_language_gets_its_first_words() {
    let prose =
        prose("Der Bundestag hat am Freitag ein Gesetz beschlossen, das die Preise für Strom und Gas begrenzen soll.");
    let doc = Document::new(&prose);
    assert_eq!(generate(&doc, "de", &[], None).text, "Der Bundestag hat am Freitag ein Gesetz beschlossen");
}
