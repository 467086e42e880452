//! The order of the analysis of one article, and what a human wrote put in place of what was found.

use super::contradictions::{self, OfficeConflict};
use super::{Analysis, Headline, HeadlineOrigin, Person, Summary, SummarySentence, Tag, TagKind};
use super::{fingerprint, headline, people, summary, tags, topics};
use crate::config::Settings;
use crate::diagnostic::Diagnostic;
use crate::model::Model;
use crate::source::{Article, Authored, TitleOrigin};
use crate::text::{Document, language};

/// What an article says of itself, and what its editor should know; see [`analyse_all`].
pub fn analyse(article: &Article, settings: &Settings, model: &Model) -> (Analysis, Vec<Diagnostic>) {
    analyse_all(std::slice::from_ref(article), settings, model).pop().unwrap_or_default()
}

/// What each article says of itself, and what its editor should know.
///
/// Depends on the article, the settings and the model, on nothing else; articles can be analysed in parallel, and alone or
/// with others. Each step is taken for all of them before the next: it needs the same tables again and again, and they
/// are larger together than the caches of a processor.
pub fn analyse_all(articles: &[Article], settings: &Settings, model: &Model) -> Vec<(Analysis, Vec<Diagnostic>)> {
    let mut drafts: Vec<Draft> = articles.iter().map(|article| Draft::of(article, settings, model)).collect();
    let steps = [find_people, find_topics, find_summary, find_headline, find_tags, find_fingerprint];
    for step in steps {
        drafts.iter_mut().for_each(|draft| step(draft, settings, model));
    }
    drafts.into_iter().map(|draft| (draft.found, draft.diagnostics)).collect()
}

/// An article whose analysis is not complete.
struct Draft<'a> {
    article: &'a Article,
    doc: Document<'a>,
    found: Analysis,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Draft<'a> {
    fn of(article: &'a Article, settings: &Settings, model: &Model) -> Self {
        let language = language_of(article, settings);
        let doc = Document::analyse(&article.prose, &language, model);
        Draft { article, doc, found: Analysis { language, ..Analysis::default() }, diagnostics: Vec::new() }
    }

    /// The headline that a human wrote.
    fn written(&self) -> Option<&'a str> {
        self.article.meta.title.as_ref().map(|title| title.text.as_str())
    }
}

/// What was stated, else what can be told, else the language of the site.
fn language_of(article: &Article, settings: &Settings) -> String {
    let language = language::decide(article.meta.language.as_deref(), &article.prose);
    match language.as_str() {
        language::UNDETERMINED => settings.site.language.clone(),
        _ => language,
    }
}

fn find_people(draft: &mut Draft, settings: &Settings, model: &Model) {
    let found = people::find(&draft.doc, &model.people, &settings.people, draft.written());
    let people = match &draft.article.meta.people {
        Some(notes) => people::apply_notes(&draft.doc, found, notes),
        None => found,
    };
    let conflicts = contradictions::single_office_conflicts(&draft.doc, &people, &model.people);
    draft.diagnostics = conflicts.iter().map(|conflict| told(draft.article, &people, conflict)).collect();
    draft.found.offices = contradictions::offices_held(&draft.doc, &people, &model.people);
    draft.found.people = people;
}

fn find_topics(draft: &mut Draft, settings: &Settings, model: &Model) {
    let find = |topics| topics::find(&draft.doc, draft.written(), topics, &settings.topics);
    draft.found.topics = match &draft.article.meta.topics {
        Some(labels) => labels.iter().map(|label| topics::written(label, model.topics())).collect(),
        None => model.topics_in(&draft.found.language).map_or_else(Vec::new, find),
    };
}

fn find_summary(draft: &mut Draft, settings: &Settings, model: &Model) {
    draft.found.summary = summary_beside(draft, draft.written(), settings, model);
}

/// The summary that stands beside a headline.
fn summary_beside(draft: &Draft, headline: Option<&str>, settings: &Settings, model: &Model) -> Summary {
    match &draft.article.meta.summary {
        Some(text) => Summary {
            authored: Authored::ByHuman,
            sentences: vec![SummarySentence { text: text.clone(), span: None, dropped: None }],
        },
        None => {
            let Analysis { language, people, .. } = &draft.found;
            summary::summarise(&draft.doc, language, people, headline, model, &settings.summary)
        }
    }
}

fn find_headline(draft: &mut Draft, settings: &Settings, model: &Model) {
    draft.found.headline = headline_of(draft, model);
    // A short first sentence may have become the headline word for word; readers need not see it twice.
    if summary::repeats(&draft.found.summary, &draft.found.headline.text) {
        draft.found.summary = summary_beside(draft, Some(&draft.found.headline.text), settings, model);
    }
}

fn headline_of(draft: &Draft, model: &Model) -> Headline {
    let Some(title) = &draft.article.meta.title else {
        return headline::generate(&draft.doc, &draft.found.language, &draft.found.people, model);
    };
    let origin = match title.origin {
        TitleOrigin::FrontMatter => HeadlineOrigin::FrontMatter,
        TitleOrigin::Heading => HeadlineOrigin::Heading,
    };
    Headline { text: title.text.clone(), origin, evidence: Vec::new() }
}

fn find_tags(draft: &mut Draft, settings: &Settings, model: &Model) {
    let Analysis { language, people, headline, summary, .. } = &draft.found;
    let gist = tags::Gist { title: draft.written(), headline: &headline.text, summary: &summary.sentences };
    draft.found.tags = match &draft.article.meta.tags {
        Some(written) => written.iter().map(|label| written_tag(label)).collect(),
        None => tags::find(&draft.doc, language, people, gist, model, &settings.tags),
    };
}

fn find_fingerprint(draft: &mut Draft, _: &Settings, model: &Model) {
    let Analysis { language, headline, .. } = &draft.found;
    draft.found.fingerprint = fingerprint::of(&draft.doc, &headline.text, language, model.vectors(language));
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
