//! Speed of the analysis of one article, as a whole and by stage: `cargo bench --bench analysis`.
//!
//! The time is that of one article (an invented report of some 470 words); the items a second are its words. The stages
//! get what the stages before have found, so that their times add up to that of `whole`, but for what it drops.

use divan::Bencher;
use divan::counter::ItemsCount;
use standfirst::analysis::people::PeopleLexicon;
use standfirst::analysis::{Person, analyse, contradictions, fingerprint, headline, people, summary, tags, topics};
use standfirst::config::Settings;
use standfirst::model::Model;
use standfirst::source::{self, Article, RawFile};
use standfirst::text::{Document, language};

const TEXT: &str = include_str!("harbour.txt");

fn main() {
    divan::main();
}

/// What all stages need.
struct Desk {
    article: Article,
    model: Model,
    lexicon: PeopleLexicon,
    settings: Settings,
}

fn file() -> RawFile {
    RawFile { path: "harbour.txt".into(), key: "harbour.txt".into(), bytes: TEXT.as_bytes().to_vec() }
}

impl Desk {
    fn new() -> Self {
        let settings = Settings::default();
        let (article, _) = source::parse(&file(), &settings.source);
        let (model, lexicon) = (Model::embedded(), PeopleLexicon::embedded());
        Self { article: article.expect("the text is an article"), model, lexicon, settings }
    }

    fn document(&self) -> Document<'_> {
        Document::analyse(&self.article.prose, "en", &self.model)
    }

    fn people(&self, document: &Document) -> Vec<Person> {
        people::find(document, &self.lexicon, &self.settings.people, None)
    }
}

/// Runs `stage` again and again, counted in words.
fn count<T>(bencher: Bencher<'_, '_>, stage: impl Fn() -> T) {
    let words = TEXT.split_whitespace().count();
    bencher.counter(ItemsCount::new(words)).bench_local(|| divan::black_box(stage()));
}

#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    let (settings, file) = (Settings::default(), file());
    count(bencher, || source::parse(&file, &settings.source));
}

/// Everything between the article and its analysis.
#[divan::bench]
fn whole(bencher: Bencher<'_, '_>) {
    let desk = Desk::new();
    count(bencher, || analyse(&desk.article, &desk.settings, &desk.model));
}

#[divan::bench]
fn stage_0_language(bencher: Bencher<'_, '_>) {
    let desk = Desk::new();
    count(bencher, || language::detect(&desk.article.prose.text));
}

#[divan::bench]
fn stage_1_document(bencher: Bencher<'_, '_>) {
    let desk = Desk::new();
    count(bencher, || desk.document().entities.len());
}

#[divan::bench]
fn stage_2_people(bencher: Bencher<'_, '_>) {
    let desk = Desk::new();
    let document = desk.document();
    count(bencher, || desk.people(&document));
}

#[divan::bench]
fn stage_3_offices(bencher: Bencher<'_, '_>) {
    let desk = Desk::new();
    let document = desk.document();
    let people = desk.people(&document);
    count(bencher, || contradictions::single_office_conflicts(&document, &people, &desk.lexicon));
}

#[divan::bench]
fn stage_4_tags(bencher: Bencher<'_, '_>) {
    let desk = Desk::new();
    let document = desk.document();
    let people = desk.people(&document);
    count(bencher, || tags::find(&document, "en", &people, tags::Gist::default(), &desk.model, &desk.settings.tags));
}

#[divan::bench]
fn stage_5_topics(bencher: Bencher<'_, '_>) {
    let desk = Desk::new();
    let document = desk.document();
    let classifier = desk.model.topics_in("en").expect("English has topics");
    count(bencher, || topics::find(&document, None, classifier, &desk.settings.topics));
}

#[divan::bench]
fn stage_6_summary(bencher: Bencher<'_, '_>) {
    let desk = Desk::new();
    let document = desk.document();
    let people = desk.people(&document);
    count(bencher, || summary::summarise(&document, "en", &people, None, &desk.model, &desk.settings.summary));
}

#[divan::bench]
fn stage_7_headline(bencher: Bencher<'_, '_>) {
    let desk = Desk::new();
    let document = desk.document();
    let people = desk.people(&document);
    count(bencher, || headline::generate(&document, "en", &people, &desk.model));
}

#[divan::bench]
fn stage_8_fingerprint(bencher: Bencher<'_, '_>) {
    let desk = Desk::new();
    let document = desk.document();
    count(bencher, || fingerprint::of(&document, "Old harbour to close", "en", desk.model.vectors("en")));
}
