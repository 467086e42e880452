//! The order of the analysis of one article, and what a human wrote put in place of what was found.

use super::contradictions::{self, OfficeConflict};
use super::{Analysis, Headline, HeadlineOrigin, Person, Summary, SummarySentence, Tag, TagKind};
use super::{fingerprint, headline, people, summary, tags, topics};
use crate::config::Settings;
use crate::diagnostic::Diagnostic;
use crate::model::Model;
use crate::source::{Article, Authored, TitleOrigin};
use crate::text::{Document, language};

/// What the article says of itself, and what its editor should know.
///
/// Depends on the article, the settings and the model, on nothing else; articles can be analysed in parallel.
pub fn analyse(article: &Article, settings: &Settings, model: &Model) -> (Analysis, Vec<Diagnostic>) {
    let language = language_of(article, settings);
    let doc = Document::analyse(&article.prose, &language, model);
    let written = article.meta.title.as_ref().map(|title| title.text.as_str());

    let people = find_people(article, &doc, settings, model, written);
    let conflicts = contradictions::single_office_conflicts(&doc, &people, &model.people);
    let offices = contradictions::offices_held(&doc, &people, &model.people);
    let diagnostics = conflicts.iter().map(|conflict| told(article, &people, conflict)).collect();

    let topics = match &article.meta.topics {
        Some(labels) => labels.iter().map(|label| topics::written(label, model.topics())).collect(),
        None => model.topics_in(&language).map_or_else(Vec::new, |t| topics::find(&doc, written, t, &settings.topics)),
    };
    let summary = find_summary(article, &doc, &language, &people, settings, written);
    let headline = find_headline(article, &doc, &language, &people, model);
    // A short first sentence may have become the headline word for word; readers need not see it twice.
    let summary = match summary::repeats(&summary, &headline.text) {
        true => find_summary(article, &doc, &language, &people, settings, Some(&headline.text)),
        false => summary,
    };
    let gist = tags::Gist { title: written, headline: &headline.text, summary: &summary.sentences };
    let tags = match &article.meta.tags {
        Some(written) => written.iter().map(|label| written_tag(label)).collect(),
        None => tags::find(&doc, &language, &people, gist, model, &settings.tags),
    };
    let fingerprint = fingerprint::of(&doc, &headline.text, &language, model.vectors(&language));
    (Analysis { language, headline, summary, people, offices, topics, tags, fingerprint }, diagnostics)
}

/// What was stated, else what can be told, else the language of the site.
fn language_of(article: &Article, settings: &Settings) -> String {
    let language = language::decide(article.meta.language.as_deref(), &article.prose);
    match language.as_str() {
        language::UNDETERMINED => settings.site.language.clone(),
        _ => language,
    }
}

fn find_people(
    article: &Article,
    doc: &Document,
    settings: &Settings,
    model: &Model,
    written: Option<&str>,
) -> Vec<Person> {
    let found = people::find(doc, &model.people, &settings.people, written);
    match &article.meta.people {
        Some(notes) => people::apply_notes(doc, found, notes),
        None => found,
    }
}

fn find_summary(
    article: &Article,
    doc: &Document,
    language: &str,
    people: &[Person],
    settings: &Settings,
    written: Option<&str>,
) -> Summary {
    match &article.meta.summary {
        Some(text) => Summary {
            authored: Authored::ByHuman,
            sentences: vec![SummarySentence { text: text.clone(), span: None, dropped: None }],
        },
        None => summary::summarise(doc, language, people, written, &settings.summary),
    }
}

fn find_headline(article: &Article, doc: &Document, language: &str, people: &[Person], model: &Model) -> Headline {
    let Some(title) = &article.meta.title else {
        return headline::generate(doc, language, people, model);
    };
    let origin = match title.origin {
        TitleOrigin::FrontMatter => HeadlineOrigin::FrontMatter,
        TitleOrigin::Heading => HeadlineOrigin::Heading,
    };
    Headline { text: title.text.clone(), origin, evidence: Vec::new() }
}

fn written_tag(label: &str) -> Tag {
    let label = label.to_owned();
    Tag { label, kind: TagKind::Keyphrase, authored: Authored::ByHuman, shown: true, score: 1.0, evidence: Vec::new() }
}

/// The warning about one office with two holders, with both sentences.
fn told(article: &Article, people: &[Person], conflict: &OfficeConflict) -> Diagnostic {
    let (first, second) = (&people[conflict.first.0].name, &people[conflict.second.0].name);
    Diagnostic::warning(format!("`{}` is said of two people: {first} and {second}", conflict.office))
        .at(article.place(conflict.second.1))
        .related(format!("{first} is given the office here"), article.place(conflict.first.1))
        .hint(
            "if one of them has left the office, say so in the text (`former`), or name the `people:` in front matter",
        )
}
