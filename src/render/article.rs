//! From a story to [`ArticleView`] and [`CardView`].
//!
//! What the summary, the people box and the tags claim is linked to the words of the text that they came from: those
//! words are marked in the body, and the marks and the links are made here side by side.

use super::lookup::Lookup;
use super::views::{
    ArticleView, CardPersonView, CardView, LinkView, PersonBoxView, ProvenanceView, RoleView, SentenceView, SourceView,
    TermView,
};
use super::{across, dates, json_ld, picture, urls};
use crate::analysis::{HeadlineOrigin, Person, RoleKind};
use crate::config::Settings;
use crate::digest::{PersonEntry, Story, StoryId, Subject};
use crate::source::{Authored, Mark, MarkElement};
use crate::text::Span;

/// Words read in a minute, as is usual for newspaper text.
const WORDS_PER_MINUTE: usize = 230;

/// The article with its links and marks, for the page at `url`; what else there is on it is to be added.
pub(super) fn article<'a>(
    id: StoryId,
    story: &'a Story,
    url: &'a str,
    lookup: &Lookup<'a>,
    settings: &'a Settings,
) -> ArticleView<'a> {
    let (article, analysis, meta) = (&story.article, &story.analysis, &story.article.meta);
    let mut marks = Marks::default();
    let standfirst = standfirst(story, &mut marks);
    let people = people(id, story, lookup, settings.people.max, &mut marks);
    let topics = topics(id, story, lookup, &mut marks);
    let tags = tags(id, story, lookup, &mut marks);
    let root = urls::root(&urls::page_path(url));
    let word_count = article.prose.text.split_ascii_whitespace().count();
    let style = dates::DateStyle::of(settings);
    let mut view = ArticleView {
        title: &analysis.headline.text,
        url,
        permalink: urls::permalink(&settings.site.base_url, url),
        date: meta.date.as_ref().map(|date| dates::view(date, style)),
        updated: meta.updated.as_ref().map(|date| dates::view(date, style)),
        section: across::section(id, lookup),
        authors: &meta.authors,
        source: meta.source.as_deref().map(|url| SourceView { url, host: urls::host(url).unwrap_or(url) }),
        dateline: meta.dateline.as_deref(),
        language: language_of(story),
        provenance: provenance(story, &standfirst, &people, &topics, &tags),
        standfirst,
        people,
        topics,
        tags,
        event: Vec::new(),
        related: Vec::new(),
        body_html: article.body.to_html_with_pictures(
            &article.prose,
            &marks.0,
            |url| picture::linked(article, url, lookup.pictures, &root),
            |url| lookup.pictures.get(article, url).map(|found| picture::in_text(found, &root)),
        ),
        image: meta
            .image
            .as_ref()
            .map(|image| picture::lead(article, image, lookup.pictures, url, &settings.site.base_url)),
        word_count,
        reading_minutes: word_count.div_ceil(WORDS_PER_MINUTE).max(1),
        extra: &meta.extra,
        json_ld: String::new(),
    };
    view.json_ld = json_ld::news_article(&view, story, &settings.site);
    view
}

/// The story in a list; its copies are to be added.
pub(super) fn card<'a>(
    id: StoryId,
    story: &'a Story,
    url: &'a str,
    lookup: &Lookup<'a>,
    settings: &Settings,
) -> CardView<'a> {
    let (analysis, meta) = (&story.analysis, &story.article.meta);
    let topics = analysis.topics.iter().enumerate().filter_map(|(index, _)| lookup.topic(id, index));
    CardView {
        title: &analysis.headline.text,
        url,
        date: meta.date.as_ref().map(|date| dates::view(date, dates::DateStyle::of(settings))),
        language: language_of(story),
        source: meta.source.as_deref().and_then(urls::host),
        standfirst: analysis.summary.sentences.iter().map(|sentence| sentence.text.as_str()).collect(),
        people: card_people(id, story, lookup, settings.people.max),
        section: across::section(id, lookup),
        topics: topics
            .map(|topic| LinkView { label: &topic.label, url: format!("topics/{}/", topic.slug), date: None })
            .collect(),
        copies: Vec::new(),
        image: picture::in_card(&story.article, lookup.pictures),
    }
}

/// The whole summary in one line.
pub(super) fn summary(story: &Story) -> String {
    let sentences: Vec<&str> = story.analysis.summary.sentences.iter().map(|sentence| &*sentence.text).collect();
    sentences.join(" ")
}

/// The topics and then the tags that the page shows, each once.
pub(super) fn labels<'a>(id: StoryId, story: &'a Story, lookup: &Lookup<'a>) -> Vec<&'a str> {
    let marks = &mut Marks::default();
    let mut labels: Vec<&str> = topics(id, story, lookup, marks).into_iter().map(|topic| topic.label).collect();
    for tag in tags(id, story, lookup, marks) {
        if !labels.contains(&tag.label) {
            labels.push(tag.label);
        }
    }
    labels
}

fn card_people<'a>(id: StoryId, story: &'a Story, lookup: &Lookup<'a>, max: usize) -> Vec<CardPersonView<'a>> {
    let key = with_page(id, story, lookup).into_iter().map(|(index, entry)| (&story.analysis.people[index], entry));
    key.filter(|(person, _)| person.key)
        .take(max)
        .map(|(person, entry)| CardPersonView {
            name: lookup.shown_people.name(&person.name).unwrap_or(&entry.name),
            url: format!("people/{}/", entry.slug),
            role: person.roles.first().map(|role| role.text.as_str()),
        })
        .collect()
}

/// What the page says of itself to search engines: whole sentences of the summary, about 300 characters.
pub(super) fn description(story: &Story) -> String {
    let mut text = String::new();
    for sentence in &story.analysis.summary.sentences {
        if !text.is_empty() {
            if text.len() + sentence.text.len() > 300 {
                break;
            }
            text.push(' ');
        }
        text.push_str(&sentence.text);
    }
    text
}

/// The URL fragment, without `#`, of the place where a story states a role of a person with a page.
pub(super) fn role_anchor(slug: &str, role: usize) -> String {
    format!("p-{slug}-role-{}", role + 1)
}

fn mention_anchor(slug: &str, mention: usize) -> String {
    format!("p-{slug}-{}", mention + 1)
}

/// BCP 47 code, when it can be told.
pub(super) fn language_of(story: &Story) -> Option<&str> {
    let stated = story.article.meta.language.as_deref();
    stated.or(Some(story.analysis.language.as_str())).filter(|code| !code.is_empty() && *code != "und")
}

/// The words of the body that links lead to.
#[derive(Debug, Default)]
struct Marks(Vec<Mark>);

impl Marks {
    /// Marks the words and gives the link to them.
    fn link(&mut self, span: Span, id: String, class: &str) -> String {
        let href = format!("#{id}");
        self.0.push(Mark { span, id: Some(id), class: class.to_owned(), element: MarkElement::Span });
        href
    }
}

fn standfirst<'a>(story: &'a Story, marks: &mut Marks) -> Vec<SentenceView<'a>> {
    let summary = &story.analysis.summary;
    let sentences = summary.sentences.iter().enumerate();
    sentences
        .map(|(i, sentence)| SentenceView {
            text: &sentence.text,
            href: sentence.span.map(|span| marks.link(span, format!("s-{}", i + 1), "summary")),
            generated: summary.authored == Authored::Generated,
            dropped: sentence.dropped.as_deref(),
        })
        .collect()
}

/// The people of a story who have a page, each once: index into its `analysis.people`, and entry.
pub(super) fn with_page<'a>(id: StoryId, story: &Story, lookup: &Lookup<'a>) -> Vec<(usize, &'a PersonEntry)> {
    let mut people: Vec<(usize, &PersonEntry)> = Vec::new();
    for index in 0..story.analysis.people.len() {
        if let Some(entry) =
            lookup.person(id, index).filter(|new| people.iter().all(|(_, old)| !std::ptr::eq(*old, *new)))
        {
            people.push((index, entry));
        }
    }
    people
}

/// The box of key people; everybody with a page is marked in the text, in the box or not.
fn people<'a>(
    id: StoryId,
    story: &'a Story,
    lookup: &Lookup<'a>,
    max: usize,
    marks: &mut Marks,
) -> Vec<PersonBoxView<'a>> {
    let mut shown = Vec::new();
    for (index, entry) in with_page(id, story, lookup) {
        let person = &story.analysis.people[index];
        let name = lookup.shown_people.name(&person.name).unwrap_or(&entry.name);
        let view = person_box(name, person, entry, marks);
        if person.key && shown.len() < max {
            shown.push(view);
        }
    }
    shown
}

fn person_box<'a>(name: &'a str, person: &'a Person, entry: &PersonEntry, marks: &mut Marks) -> PersonBoxView<'a> {
    let slug = &entry.slug;
    let mut mentions = Vec::with_capacity(person.mentions.len());
    for (i, mention) in person.mentions.iter().enumerate() {
        mentions.push(marks.link(mention.span, mention_anchor(slug, i), "name"));
    }
    let roles = person.roles.iter().enumerate().map(|(i, role)| RoleView {
        text: &role.text,
        href: role.span.map(|span| marks.link(span, role_anchor(slug, i), "role")),
        relation: role.kind == RoleKind::Relation,
    });
    PersonBoxView {
        name,
        url: Some(format!("people/{slug}/")),
        role: person.roles.first().map(|role| role.text.as_str()),
        roles: roles.collect(),
        mention_count: person.mentions.len(),
        first_mention: mentions.into_iter().next(),
        generated: person.authored == Authored::Generated,
    }
}

fn topics<'a>(id: StoryId, story: &'a Story, lookup: &Lookup<'a>, marks: &mut Marks) -> Vec<TermView<'a>> {
    let topics = story.analysis.topics.iter().enumerate().map(|(index, topic)| Term {
        label: lookup.shown_topics.name(&topic.label),
        subject: lookup.topic(id, index),
        authored: topic.authored,
        evidence: topic.evidence.first().copied(),
    });
    terms("topic", topics, marks)
}

fn tags<'a>(id: StoryId, story: &'a Story, lookup: &Lookup<'a>, marks: &mut Marks) -> Vec<TermView<'a>> {
    let tags = story.analysis.tags.iter().enumerate().filter(|(_, tag)| tag.shown).map(|(index, tag)| Term {
        label: lookup.shown_tags.name(&tag.label),
        subject: lookup.tag(id, index),
        authored: tag.authored,
        evidence: tag.evidence.first().copied(),
    });
    terms("tag", tags, marks)
}

/// A topic or tag before it is shown.
struct Term<'a> {
    /// `None` when it is ignored.
    label: Option<&'a str>,
    subject: Option<&'a Subject>,
    authored: Authored,
    evidence: Option<Span>,
}

fn terms<'a>(kind: &str, terms: impl Iterator<Item = Term<'a>>, marks: &mut Marks) -> Vec<TermView<'a>> {
    let mut views: Vec<TermView> = Vec::new();
    for term in terms {
        let Some(label) = term.subject.map(|subject| subject.label.as_str()).or(term.label) else { continue };
        if views.iter().any(|view| view.label == label) {
            continue;
        }
        let id = format!("s-{kind}-{}", views.len() + 1);
        views.push(TermView {
            label,
            url: term.subject.map(|subject| format!("{kind}s/{}/", subject.slug)),
            href: term.evidence.map(|span| marks.link(span, id, kind)),
            generated: term.authored == Authored::Generated,
        });
    }
    views
}

fn provenance(
    story: &Story,
    standfirst: &[SentenceView],
    people: &[PersonBoxView],
    topics: &[TermView],
    tags: &[TermView],
) -> ProvenanceView {
    let headline = [story.analysis.headline.origin == HeadlineOrigin::Generated];
    let mut view = ProvenanceView { left_out: story.article.removed.len(), ..ProvenanceView::default() };
    view.note("headline", headline.into_iter());
    view.note("summary", standfirst.iter().map(|sentence| sentence.generated));
    view.note("key people", people.iter().map(|person| person.generated));
    view.note("topics", topics.iter().map(|topic| topic.generated));
    view.note("tags", tags.iter().map(|tag| tag.generated));
    view
}

impl ProvenanceView {
    /// Notes a part of the page, by whether each of its items was generated.
    fn note(&mut self, part: &'static str, generated: impl Iterator<Item = bool> + Clone) {
        if generated.clone().any(|generated| generated) {
            self.generated.push(part);
        }
        if generated.clone().any(|generated| !generated) {
            self.written.push(part);
        }
    }
}
