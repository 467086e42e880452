//! Short articles and the tags that they get from the embedded model.

use super::{Gist, find};
use crate::analysis::{Tag, TagKind, people};
use crate::config::{PeopleSettings, TagSettings};
use crate::model::Model;
use crate::text::{Block, BlockKind, Document, Prose, Span};

/// The tags of an article of one paragraph.
fn tags(text: &str, language: &str, title: Option<&str>) -> Vec<Tag> {
    let span = Span { start: 0, end: text.len() as u32 };
    let blocks = vec![Block { kind: BlockKind::Paragraph, span }];
    let prose = Prose { text: text.to_owned(), blocks };
    let model = Model::embedded();
    let doc = Document::analyse(&prose, language, &model);
    let people = people::find(&doc, &model.people, &PeopleSettings::default(), title);
    let gist = Gist { title, headline: title.unwrap_or_default(), summary: &[] };
    find(&doc, language, &people, gist, &model, &TagSettings::default())
}

fn labels(text: &str) -> Vec<String> {
    tags(text, "en", None).into_iter().map(|tag| tag.label).collect()
}

fn shown(text: &str) -> Vec<String> {
    tags(text, "en", None).into_iter().filter(|tag| tag.shown).map(|tag| tag.label).collect()
}

#[test]
fn a_thing_that_is_named_once_and_then_called_by_its_noun_is_tagged_by_its_name() {
    let text = "Two Kenyan botanists won the Holberg Prize on Monday. The prize is worth a million euros. Botanists \
                called the prize a surprise.";
    let found = shown(text);
    assert!(found.iter().any(|l| l == "Holberg Prize") && found.iter().all(|l| l != "prize"), "{found:?}");
    let crash = "A tram crash hurt nine pupils in Bremen. The crash closed a bridge. After the crash, pupils walked.";
    assert!(shown(crash).iter().any(|l| l == "tram crash") && shown(crash).iter().all(|l| l != "crash"));
}

#[test]
fn fixed_expressions_with_a_preposition_stay_whole() {
    let text = "Samoa ended its state of emergency on Monday. The emergency had closed schools. Judges called it an \
                abuse of power.";
    assert!(labels(text).iter().any(|l| l == "emergency"), "a part is found, too");
    let found = shown(text);
    assert!(
        found.iter().any(|l| l == "state of emergency") && found.iter().any(|l| l == "abuse of power"),
        "{found:?}"
    );
    assert!(found.iter().all(|l| l != "emergency" && l != "power"), "{found:?}");
}

#[test]
fn a_storm_is_no_person() {
    let text = "Hurricane Humberto passed Bermuda on Monday. Schools in Bermuda were closed before Humberto came.";
    assert_eq!(shown(text), ["Bermuda", "Hurricane Humberto"]);
}

#[test]
fn an_acronym_and_its_full_name_are_one_tag_with_the_full_name() {
    let text = "The World Health Organization (WHO) sent vaccines to Kenya on Monday. The WHO said cholera had spread \
                in Kenya. Vaccines are scarce, the WHO added.";
    let found = tags(text, "en", None);
    let kinds: Vec<_> = found.iter().map(|tag| (tag.label.as_str(), tag.kind, tag.shown)).collect();
    assert_eq!(
        kinds,
        [
            ("World Health Organization", TagKind::Organisation, true),
            ("Kenya", TagKind::Place, true),
            ("vaccines", TagKind::Keyphrase, true),
            ("cholera", TagKind::Keyphrase, false),
        ]
    );
}

#[test]
fn the_forms_of_a_country_are_one_tag() {
    let text = "The U.S. imposed tariffs on steel. The tariffs will hurt Canada, and the US knows it. Canada said the \
                United States broke a treaty.";
    assert_eq!(shown(text), ["United States", "tariffs", "Canada", "steel"]);
}

#[test]
fn a_repeated_phrase_stands_for_its_head() {
    let text = "Cigarette smuggling costs Zimbabwe millions. Police stopped cigarette smuggling at two bridges in May. \
                The smuggling goes on at night.";
    assert_eq!(shown(text), ["cigarette smuggling", "Zimbabwe"]);
}

#[test]
fn people_and_what_they_are_to_each_other_are_no_tags() {
    let text = "Maria Keller, the mayor of Bremen, opened a tram line on Friday. Keller said the tram line cost little. \
                Her wife cut a ribbon. Bremen wants two more tram lines.";
    assert_eq!(shown(text), ["Bremen", "tram line"]);
    assert!(labels(text).iter().all(|label| !label.contains("Keller") && label != "wife" && label != "mayor"));
}

#[test]
fn who_is_only_cited_is_not_shown() {
    let text = "An earthquake hit Chile on Sunday, officials told Reuters. The earthquake damaged a hospital in \
                Valparaiso, according to Reuters.";
    assert_eq!(shown(text), ["earthquake", "Valparaiso", "Chile"]);
}

#[test]
fn empty_words_verbs_and_times_are_no_tags() {
    assert!(
        labels("The couple had to postpone a try. It was the best way to get things done on Monday at 9 a.m.")
            .is_empty()
    );
}

#[test]
fn evidence_is_where_the_words_stand() {
    let text = "Lisbon froze rents last year. Now Lisbon has a rent strike.";
    let tag = tags(text, "en", None).into_iter().find(|tag| tag.label == "Lisbon").expect("Lisbon is found");
    assert_eq!(tag.evidence.iter().map(|span| span.of(text)).collect::<Vec<_>>(), ["Lisbon", "Lisbon"]);
}

#[test]
fn words_of_the_headline_come_first() {
    let text = "The river burst into a factory on Sunday. The factory stood deep in the river.";
    assert_eq!(tags(text, "en", None)[0].label, "factory");
    assert_eq!(tags(text, "en", Some("A river rises"))[0].label, "river");
}

#[test]
fn the_seed_is_about_guarantees_for_ukraine() {
    let seed = include_str!("../../../seeds/000_3150b277a78836b6.txt");
    assert_eq!(shown(seed)[..4], ["security guarantees", "Ukraine", "NATO", "Russia"]);
}

#[test]
fn repeated_words_are_tags_where_no_tagger_knows_the_language() {
    let german = "Der Hafen von Kiel wird teurer. Die Stadt baut den Hafen um, und der Hafen braucht neue Kräne. Für Kräne \
                  fehlt der Stadt das Geld. In Kiel sagte Olaf Brandt, Geld sei genug da. Brandt leitet den Hafen.";
    let found: Vec<_> = tags(german, "de", None).into_iter().map(|tag| tag.label).collect();
    assert_eq!(found, ["Hafen", "Kiel", "Stadt", "Kräne", "Geld"]);
    assert_eq!(tags("Stadt Hafen Kiel", "de", None), []);
    assert_eq!(tags("港口将扩建。港口需要新的起重机。港口的费用将上涨。", "zh", None), []);
}

#[test]
fn a_name_before_a_noun_is_what_happened_and_no_person() {
    let text = "The Anna Keller verdict came on Monday. Crowds in Bremen had waited for the Anna Keller verdict. Keller \
                smiled.";
    let found = shown(text);
    assert!(found.iter().any(|l| l == "Anna Keller verdict") && found.iter().all(|l| l != "Anna Keller"), "{found:?}");
}

#[test]
fn phrases_that_came_together_by_chance_are_found_but_not_shown() {
    let text =
        "Turbines stood still in Husum on Monday. The turbines need wind, said a quiet engineer with a woollen hat.";
    assert!(labels(text).iter().any(|label| label == "woollen hat"));
    assert_eq!(shown(text), ["turbines", "Husum"]);
}

#[test]
fn what_the_headline_tells_stands_for_its_part() {
    let text = "Bremen will test brakes. Tram brakes failed in May, and brakes are old. Brakes cost little in Bremen.";
    assert!(shown(text).iter().any(|label| label == "brakes"), "{:?}", shown(text));
    let told = tags(text, "en", Some("Tram brakes to be tested"));
    assert!(told.iter().any(|tag| tag.label == "tram brakes" && tag.shown));
}

#[test]
fn a_shorter_form_of_a_name_that_is_shown_is_not_shown() {
    let text = "Fire closed Marlow International Airport in Ghana on Monday. Marlow Airport opens again in May. Ghana has \
                no other than Marlow Airport and Marlow International Airport.";
    let found = shown(text);
    assert_eq!(found.iter().filter(|label| label.contains("Marlow")).count(), 1, "{found:?}");
}

#[test]
fn datelines_agencies_and_party_marks_are_not_shown() {
    let text = "KABUL (AP) — A bridge fell in Herat, said Rep. Ann Poe, R-Ohio. The bridge in Herat was new.";
    assert_eq!(shown(text), ["Herat", "bridge"]);
}

#[test]
fn names_are_not_torn() {
    let text = "Divers found a World War II-era submarine wreck off Samoa. Judges cited the European Convention on Human \
                Rights. England played a Six Nations match. The Six Nations match was in Cardiff. A nurse works at \
                Larnburg Children's Hospital. The European Convention on Human Rights is old. Nurses \
                watched the 2020 United States presidential election at the Three Gorges Dam.";
    let found = labels(text);
    assert!(found.iter().any(|l| l == "European Convention on Human Rights"), "{found:?}");
    assert!(found.iter().any(|l| l == "Six Nations match"), "{found:?}");
    for torn in ["II-era", "Nations match", "'s Hospital", "States presidential", "Gorges"] {
        assert!(found.iter().all(|l| !l.starts_with(torn)), "{torn}: {found:?}");
    }
}

#[test]
fn two_bodies_are_two_tags() {
    let found = labels(
        "The Army National Guard and Air National Guard met in Samoa. The Food and Drug Administration did not.",
    );
    assert!(found.iter().any(|l| l == "Food and Drug Administration"), "{found:?}");
    assert!(found.iter().all(|l| !l.contains("Guard and")), "{found:?}");
}

#[test]
fn verbs_that_look_like_nouns_are_no_tags() {
    let text = "Ferries have long perplexed physicists in Samoa. Several brands launch collections in the harbour. The \
                plan is a way companies save on ferries.";
    let found = shown(text);
    for wrong in ["perplexed physicists", "brands launch collections", "way companies"] {
        assert!(found.iter().all(|l| l != wrong), "{found:?}");
    }
}

#[test]
fn a_line_in_capitals_tells_no_names() {
    let (model, text) =
        (Model::embedded(), "The ferry line of Samoa absorbs rising costs. Samoa wants a new ferry line.");
    let mut prose = Prose { text: "Ferry Line Absorbs Cost Rises\n\n".to_owned(), blocks: Vec::new() };
    prose.blocks.push(Block { kind: BlockKind::Paragraph, span: Span { start: 0, end: 29 } });
    prose.blocks.push(Block { kind: BlockKind::Paragraph, span: Span { start: 31, end: 31 + text.len() as u32 } });
    prose.text.push_str(text);
    let doc = Document::analyse(&prose, "en", &model);
    let found = find(&doc, "en", &[], Gist::default(), &model, &TagSettings::default());
    assert!(found.iter().any(|tag| tag.label == "ferry line"), "{found:?}");
    assert!(found.iter().all(|tag| !tag.label.contains("Absorbs")), "{found:?}");
}

#[test]
fn capitals_within_common_nouns_stay() {
    let found = labels("Anti-Muslim slogans stood on a wall. The wall had anti-Muslim slogans for years, MPs said.");
    assert!(found.iter().any(|l| l == "anti-Muslim slogans"), "{found:?}");
}
