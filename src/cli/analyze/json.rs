//! The JSON form: a contract with other programs. Fields may be added, none renamed.

use std::io::{self, Write};

use serde::Serialize;

use super::line_of;
use crate::analysis::{Analysis, HeadlineOrigin, Person, Role, SummarySentence, Tag, TagKind, Topic};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Article;
use crate::text::Span;

/// One article; all offsets are UTF-8 bytes into `text`.
#[derive(Debug, Default, Serialize)]
struct StoryView<'a> {
    source: &'a str,
    language: &'a str,
    text: &'a str,
    headline: HeadlineView<'a>,
    summary: Vec<SpanView<'a>>,
    people: Vec<PersonView<'a>>,
    topics: Vec<TopicView<'a>>,
    tags: Vec<TagView<'a>>,
    diagnostics: Vec<DiagnosticView<'a>>,
}

#[derive(Debug, Default, Serialize)]
struct HeadlineView<'a> {
    text: &'a str,
    origin: &'static str,
}

/// Words, and where they stand; no offsets when a human wrote them in front matter.
#[derive(Debug, Serialize)]
struct SpanView<'a> {
    text: &'a str,
    start: Option<u32>,
    end: Option<u32>,
}

#[derive(Debug, Serialize)]
struct PersonView<'a> {
    name: &'a str,
    role: Option<&'a str>,
    roles: Vec<SpanView<'a>>,
    key: bool,
    salience: f32,
    mentions: Vec<SpanView<'a>>,
}

#[derive(Debug, Serialize)]
struct TopicView<'a> {
    id: Option<String>,
    top: Option<String>,
    label: &'a str,
    score: f32,
    evidence: &'a [Span],
}

#[derive(Debug, Serialize)]
struct TagView<'a> {
    label: &'a str,
    kind: &'static str,
    shown: bool,
    score: f32,
    evidence: &'a [Span],
}

#[derive(Debug, Serialize)]
struct DiagnosticView<'a> {
    severity: &'static str,
    message: &'a str,
    line: u32,
}

/// Writes one article as one line.
pub(super) fn write(
    path: &str,
    story: Option<&(Article, Analysis)>,
    problems: &[Diagnostic],
    out: &mut impl Write,
) -> io::Result<()> {
    let mut view = match story {
        Some((article, analysis)) => story_view(article, analysis),
        None => StoryView { language: "und", ..StoryView::default() },
    };
    view.source = path;
    view.diagnostics = problems.iter().map(diagnostic_view).collect();
    serde_json::to_writer(&mut *out, &view)?;
    out.write_all(b"\n")
}

fn story_view<'a>(article: &'a Article, analysis: &'a Analysis) -> StoryView<'a> {
    let text = article.prose.text.as_str();
    StoryView {
        source: &article.path,
        language: &analysis.language,
        text,
        headline: HeadlineView { text: &analysis.headline.text, origin: origin(analysis.headline.origin) },
        summary: analysis.summary.sentences.iter().map(sentence_view).collect(),
        people: analysis.people.iter().map(|person| person_view(person, text)).collect(),
        topics: analysis.topics.iter().map(topic_view).collect(),
        tags: analysis.tags.iter().map(tag_view).collect(),
        diagnostics: Vec::new(),
    }
}

fn origin(origin: HeadlineOrigin) -> &'static str {
    match origin {
        HeadlineOrigin::FrontMatter => "front-matter",
        HeadlineOrigin::Heading => "heading",
        HeadlineOrigin::Generated => "generated",
    }
}

fn span_view(text: &str, span: Option<Span>) -> SpanView<'_> {
    SpanView { text, start: span.map(|span| span.start), end: span.map(|span| span.end) }
}

fn sentence_view(sentence: &SummarySentence) -> SpanView<'_> {
    span_view(&sentence.text, sentence.span)
}

fn person_view<'a>(person: &'a Person, text: &'a str) -> PersonView<'a> {
    let role_view = |role: &'a Role| span_view(&role.text, role.span);
    PersonView {
        name: &person.name,
        role: person.roles.first().map(|role| role.text.as_str()),
        roles: person.roles.iter().map(role_view).collect(),
        key: person.key,
        salience: person.salience,
        mentions: person.mentions.iter().map(|mention| span_view(mention.span.of(text), Some(mention.span))).collect(),
    }
}

fn topic_view(topic: &Topic) -> TopicView<'_> {
    let id = |number: Option<u32>| number.map(|number| format!("medtop:{number:08}"));
    TopicView {
        id: id(topic.id),
        top: id(topic.top),
        label: &topic.label,
        score: topic.score,
        evidence: &topic.evidence,
    }
}

fn tag_view(tag: &Tag) -> TagView<'_> {
    let kind = match tag.kind {
        TagKind::Keyphrase => "keyphrase",
        TagKind::Place => "place",
        TagKind::Organisation => "organisation",
    };
    TagView { label: &tag.label, kind, shown: tag.shown, score: tag.score, evidence: &tag.evidence }
}

fn diagnostic_view(problem: &Diagnostic) -> DiagnosticView<'_> {
    let severity = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    DiagnosticView { severity, message: &problem.message, line: line_of(problem) }
}
