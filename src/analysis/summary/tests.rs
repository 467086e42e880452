//! What a summary may hold, on texts written for it, and on a folder of articles where one is given.

use std::path::Path;

use super::*;
use crate::analysis;
use crate::config::Settings;
use crate::model::Model;
use crate::source::{self, RawFile};
use crate::text::{Block, BlockKind, Prose, Span};

/// Blocks of the given kinds.
fn prose(blocks: &[(BlockKind, &str)]) -> Prose {
    let mut prose = Prose::default();
    for (kind, text) in blocks {
        if !prose.text.is_empty() {
            prose.text.push_str("\n\n");
        }
        let start = prose.text.len();
        prose.text.push_str(text);
        prose.blocks.push(Block { kind: *kind, span: Span::new(start, prose.text.len()) });
    }
    prose
}

fn summary_of(language: &str, headline: Option<&str>, blocks: &[(BlockKind, &str)]) -> Summary {
    let (prose, model) = (prose(blocks), Model::embedded());
    let doc = Document::analyse(&prose, language, &model);
    let people = analysis::people::find(&doc, &model.people, &Settings::default().people, None);
    let settings = SummarySettings::default();
    let summary = summarise(&doc, language, &people, headline, &model, &settings);
    assert_eq!(faults(&doc, language, &people, headline.unwrap_or_default(), &summary, &settings), []);
    summary
}

fn texts(paragraphs: &[&str]) -> Vec<String> {
    let blocks: Vec<_> = paragraphs.iter().map(|&p| (BlockKind::Paragraph, p)).collect();
    summary_of("en", None, &blocks).sentences.into_iter().map(|s| s.text).collect()
}

const BRIDGE: &[&str] = &[
    "The mayor of Larnburg opened a bridge over the river Tarn on Monday. It cost 40 million crowns.",
    "However, the bridge carries only one lane of traffic into Larnburg. They had asked for two.",
    "Who will pay for the second lane? \"We do not know.",
    "\"The council will decide in spring,\" mayor Ada Brandt said. This pleased nobody.",
    "See www.larnburg.example for more about the bridge in Larnburg. The other side of the river waits.",
];

#[test]
fn a_sentence_that_does_not_stand_alone_is_left_out() {
    let found = texts(BRIDGE);
    assert_eq!(
        found,
        [
            "The mayor of Larnburg opened a bridge over the river Tarn on Monday.",
            "The bridge carries only one lane of traffic into Larnburg.",
            "\"The council will decide in spring,\" mayor Ada Brandt said.",
        ]
    );
}

/// Whether a sentence of a short article can stand without the one before it, which is a question.
fn stands_alone(sentence: &str) -> bool {
    let rest = "Residents of the town had asked the council for a museum instead. Costs were too high for the budget.";
    texts(&[
        "The town of Barfield will tear down its old mill in the spring.",
        "What happens to the mill?",
        sentence,
        rest,
    ])
    .iter()
    .any(|s| s == sentence)
}

#[test]
fn words_that_only_look_like_pronouns_or_litter_do_no_harm() {
    for sentence in [
        "US engineers of the mill in Barfield called the costs of the old mill too high.",
        "Both Barfield and Millbrook had asked the owner of the old mill for its old machines.",
        "Subscribers to the mill fund of Barfield got copyright lessons in the old mill.",
    ] {
        assert!(stands_alone(sentence), "{sentence}");
    }
    for sentence in [
        "Both had asked the owner of the old mill in Barfield for its old machines of iron.",
        "Subscribe to the mill letter of Barfield and read of the old mill in the town.",
        "Workers of the old mill in Barfield holding a banner saying \"united in Barfield\".",
        "The old mill fell down.",
        "The mayor of Barfield has been asked for comment on the old mill of the town.",
        "- The old mill of Barfield has been the heart of the old town for many years.",
        "Mill, 3 May; Barfield, 4 May; Millbrook, 5 May; the old town, 6 May; Barfield closed 7 May.",
        "JR: The old mill of Barfield has been the heart of the old town for many years.",
        "Called the mill of Barfield by the council, it had an old wheel for the old town.",
        "\"The old mill of Barfield was the heart of the old town and its people.\"",
        "Mayor Ada Brandt disclosed this in an interview about the old mill of Barfield.",
        "22.2% belong to the old mill of Barfield and to the council of the town.",
        "Only to give the old mill of Barfield a new wheel of iron from the town.",
        "The Barfielder is a recurring column about the old mill and the people of Barfield.",
        "Within four years, the old mill of Barfield had lost the old machines of the town.",
    ] {
        assert!(!stands_alone(sentence), "{sentence}");
    }
}

#[test]
fn a_quotation_of_two_paragraphs_does_not_swallow_what_follows() {
    let talk =
        "\"The mill is old,\" said Ann Field. \"It has no roof. \"Nobody wants the mill,\" said Field's brother Tom.";
    let news = "Workers of the mill in Barfield will move to a mill in Millbrook in the spring.";
    let paragraph = format!("{talk} {news}");
    let rest = "Barfield had asked for a museum. The cost of a museum was high.";
    assert!(texts(&["The town of Barfield will tear down its mill.", &paragraph, rest]).iter().any(|s| s == news));
}

#[test]
fn a_dropped_connective_is_told_and_the_span_is_whole() {
    let blocks: Vec<_> = BRIDGE.iter().map(|&p| (BlockKind::Paragraph, p)).collect();
    let text = prose(&blocks).text;
    let summary = summary_of("en", None, &blocks);
    let second = &summary.sentences[1];
    assert_eq!(second.dropped.as_deref(), Some("However,"));
    assert_eq!(
        second.span.map(|s| s.of(&text)),
        Some("However, the bridge carries only one lane of traffic into Larnburg.")
    );
}

#[test]
fn only_paragraphs_are_summed_up_and_never_all_of_them() {
    let summary = summary_of(
        "en",
        None,
        &[
            (BlockKind::Heading(2), "The ferry company has closed its line."),
            (BlockKind::Paragraph, "The ferry company closed its line to the island of Orm."),
            (BlockKind::ListItem, "The ferry company carried 300 people a day to Orm."),
            (BlockKind::Paragraph, "Passengers waited on the quay of Orm for hours."),
        ],
    );
    let found: Vec<_> = summary.sentences.iter().map(|s| s.text.as_str()).collect();
    assert_eq!(found, ["The ferry company closed its line to the island of Orm."]);
    assert_eq!(texts(&["The ferry company closed its line to the island of Orm."]), [""; 0]);
}

#[test]
fn the_headline_is_not_said_twice() {
    let summary = summary_of(
        "en",
        Some("Ferry company closes line to Orm"),
        &[
            (
                BlockKind::Paragraph,
                "The ferry company closed its line to Orm. Passengers waited on the quay for hours.",
            ),
            (BlockKind::Paragraph, "The company blamed the weather in the sound. Buses brought most passengers home."),
        ],
    );
    assert!(!summary.sentences.is_empty());
    assert!(summary.sentences.iter().all(|s| s.text != "The ferry company closed its line to Orm."));
}

#[test]
fn he_may_follow_only_the_sentence_that_names_him() {
    let found = texts(&[
        "Anders Holm, a fisherman from Orm, won the race across the sound on Sunday. He won the race in two hours.",
        "Boats of every kind may enter. A storm closed the harbour at noon. He won nothing else.",
        "The harbour opened again in the evening. Who stayed there?",
    ]);
    assert_eq!(
        found,
        [
            "Anders Holm, a fisherman from Orm, won the race across the sound on Sunday.",
            "He won the race in two hours.",
            "A storm closed the harbour at noon.",
        ]
    );
}

#[test]
fn what_points_back_follows_its_sentence_at_once_or_is_left_out() {
    let firm = "The ferry company Orm Lines closed its line to the island of Orm on Sunday.";
    let again = "It had carried the ferry passengers of the island of Orm to Larnburg for a hundred years.";
    let rest = "Snow fell on the quay of Larnburg. Shops were shut. A dog barked.";
    assert_eq!(texts(&[firm, again, rest])[..2], [firm, again]);
    assert!(!texts(&[firm, "Why so?", again, rest]).iter().any(|s| s == again));
}

#[test]
fn whoever_says_i_is_named_in_the_sentence() {
    for (sentence, fits) in [
        ("\"I gave the old mill of Barfield a new wheel,\" said the council's mayor Ada Brandt.", true),
        ("\"I gave the old mill of Barfield a new wheel,\" she said at the old mill.", false),
        ("The old mill of the town had lost its old wheel for good in the spring, she said.", false),
        ("The old mill of the town had lost its old wheel for good in the spring, Ada Brandt said.", true),
        ("I gave the old mill of Barfield a new wheel for the old town.", false),
        ("Mayor Ada Brandt would close the old mill of Barfield in the spring, he said.", false),
    ] {
        assert_eq!(stands_alone(sentence), fits, "{sentence}");
    }
}

#[test]
fn what_a_paper_did_for_its_report_is_left_out() {
    for (sentence, fits) in [
        ("The Barfield Gazette caught up with mayor Ada Brandt to learn more of the old mill.", false),
        ("Mill Tribune reporter Karl Holm reached out to the council of the old mill in Barfield.", false),
        ("Mayor Ada Brandt of Barfield told the Barfield Gazette that the old mill was too costly.", true),
        ("The Barfield Gazette reached a deal with the owner of the old mill in Barfield.", true),
        ("Jotkut vanhat myllyt kaatuivat Barfieldin kaupungin keskustassa keväällä.", false),
        ("Старая мельница города Barfield in стоит на реке.", false),
    ] {
        assert_eq!(stands_alone(sentence), fits, "{sentence}");
    }
}

#[test]
fn a_pronoun_of_an_introduction_may_point_ahead() {
    for (sentence, fits) in [
        ("During her talk to the town, Ada Brandt called the old mill of Barfield too costly.", true),
        ("More than half of all old mills of Barfield have lost their old machines of iron.", true),
        ("During the talk of the town, she called the old mill of Barfield too costly.", false),
    ] {
        assert_eq!(stands_alone(sentence), fits, "{sentence}");
    }
}

#[test]
fn what_is_so_in_general_is_background_and_news_is_not() {
    let (model, first) = (Model::embedded(), "Voters of Larnburg chose Ada Brandt as mayor on Sunday.");
    for (sentence, background) in [
        ("The nearest town to the island of Orm is Larnburg.", true),
        ("Voters use ballots of paper to choose a mayor.", true),
        ("The mayor has resigned.", false),
        ("The mayor is planning a bridge.", false),
        ("The council says the bridge is old.", false),
        ("The council met in the hall that is now a museum.", false),
    ] {
        let prose = prose(&[(BlockKind::Paragraph, &format!("{first} {sentence}"))]);
        let facts = facts::find(&Document::analyse(&prose, "en", &model), "en", &[], &model.tags);
        assert_eq!(facts[1].background, background, "{sentence}");
    }
}

#[test]
fn he_in_mid_sentence_does_not_follow_the_name_of_another() {
    let found = texts(&[
        "Karl Holm, who was mayor of Larnburg for ten years, died on Sunday.",
        "The new mayor of Larnburg, Ada Brandt, spoke of the loss to Larnburg. Bells rang.",
        "Last year the council of Larnburg wept when he left the town hall of Larnburg.",
        "Bells rang in the town. Snow fell on the town hall of Larnburg and its council. Nobody spoke.",
    ]);
    assert!(found.iter().any(|s| s.contains("Ada Brandt")), "{found:?}");
    assert!(!found.iter().any(|s| s.contains("when he left")), "{found:?}");
}

#[test]
fn it_that_stands_for_what_follows_points_nowhere() {
    for (sentence, fits) in [
        ("It was reported on Monday that the old mill of Barfield had lost its old machines.", true),
        ("It is not clear whether the old mill of Barfield will lose its old machines.", true),
        ("It was expected to lose all of its old machines to the town of Barfield.", false),
    ] {
        assert_eq!(stands_alone(sentence), fits, "{sentence}");
    }
}

#[test]
fn what_was_said_of_these_days_needs_them_and_this_week_does_not() {
    let found = texts(&[
        "Snow stopped all trains to Larnburg. For how long? On those days nobody reached Larnburg by train.",
        "This week the trains to Larnburg ran again. At this year's fair the trains were full.",
        "They ran late. Nobody minded.",
    ]);
    assert_eq!(
        found,
        [
            "Snow stopped all trains to Larnburg.",
            "This week the trains to Larnburg ran again.",
            "At this year's fair the trains were full.",
        ]
    );
}

#[test]
fn the_budget_holds_for_any_length_of_sentence() {
    let long = format!("The council of Larnburg {} met on Monday.", "of the northern province ".repeat(25).trim());
    let found =
        texts(&[&long, "The council chose Ada Brandt as mayor of Larnburg.", "Snow fell on the town hall all day."]);
    assert_eq!(found, ["The council chose Ada Brandt as mayor of Larnburg."]);
}

#[test]
fn a_language_without_a_tagger_has_a_summary_too() {
    let summary = summary_of(
        "de",
        None,
        &[
            (
                BlockKind::Paragraph,
                "Der Stadtrat von Larnburg hat am Montag den Bau einer Brücke beschlossen. Sie kostet viel Geld.",
            ),
            (
                BlockKind::Paragraph,
                "Die Brücke soll den Stadtrat vierzig Millionen Kronen kosten. Wer soll das bezahlen?",
            ),
        ],
    );
    let found: Vec<_> = summary.sentences.iter().map(|s| s.text.as_str()).collect();
    assert_eq!(
        found,
        [
            "Der Stadtrat von Larnburg hat am Montag den Bau einer Brücke beschlossen.",
            "Die Brücke soll den Stadtrat vierzig Millionen Kronen kosten."
        ]
    );
}

#[test]
fn every_rule_has_its_fault() {
    let (prose, settings) =
        (prose(&[(BlockKind::Paragraph, "It rained. \"Go home, she said. Who knows?")]), SummarySettings::default());
    let doc = Document::new(&prose);
    let sentences = doc.sentences.iter().map(|s| SummarySentence {
        text: doc.slice(s.span).to_owned(),
        span: Some(s.span),
        dropped: None,
    });
    let summary = Summary { authored: Authored::Generated, sentences: sentences.collect() };
    let kinds: Vec<_> = faults(&doc, "en", &[], "it rained", &summary, &settings).iter().map(|f| f.kind).collect();
    for kind in [
        FaultKind::WholeArticle,
        FaultKind::PointsBack,
        FaultKind::HalfQuotation,
        FaultKind::Question,
        FaultKind::Repeats,
    ] {
        assert!(kinds.contains(&kind), "{kind:?} in {kinds:?}");
    }
}

#[test]
fn an_empty_article_has_no_summary() {
    let prose = Prose::default();
    let doc = Document::new(&prose);
    assert_eq!(summarise(&doc, "en", &[], None, &Model::default(), &SummarySettings::default()), Summary::default());
}

#[test]
fn an_abbreviation_comes_after_what_it_is_short_for() {
    let found = texts(&[
        "The mayor of Larnburg opened a bridge over the river Tarn on Monday. Snow fell on the town.",
        "The Bridge Office of Larnburg (BOL) had planned the bridge of Larnburg for years. Bells rang.",
        "The BOL bridge plan of Larnburg won a prize of the river council. Nobody spoke. A dog barked.",
    ]);
    let place = |part: &str| found.iter().position(|s| s.contains(part));
    assert!(place("The BOL").is_none() || place("(BOL)") < place("The BOL") && place("(BOL)").is_some(), "{found:?}");
}

/// Set `STANDFIRST_CORPUS` to folders of articles (`:` between them) to judge the summary of each.
#[test]
fn no_summary_of_a_corpus_breaks_a_rule() {
    let Ok(folders) = std::env::var("STANDFIRST_CORPUS") else { return };
    let (settings, model) = (Settings::default(), Model::embedded());
    let files = folders.split(':').flat_map(|folder| source::read_all(Path::new(folder), folder).unwrap().files);
    let faulty: Vec<String> = files.filter_map(|file| judged(&file, &settings, &model)).collect();
    assert_eq!(faulty, [""; 0]);
}

/// The path and the faults of an article's summary, if it has any.
fn judged(file: &RawFile, settings: &Settings, model: &Model) -> Option<String> {
    let article = source::parse(file, &settings.source).0?;
    let (found, _) = analysis::analyse(&article, settings, model);
    let doc = Document::analyse(&article.prose, &found.language, model);
    let faults = faults(&doc, &found.language, &found.people, &found.headline.text, &found.summary, &settings.summary);
    (!faults.is_empty()).then(|| format!("{}: {faults:?}", file.path))
}
