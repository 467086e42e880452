//! What each page hands to its template.
//!
//! What many pages show, the site and the story cards, is turned into template values once and shared; a page adds
//! what is its own. So the cost of an article's page does not depend on the number of articles.

use rayon::prelude::*;
use serde::Serialize;
use tera::{Context, Value};

use super::dates::DateStyle;
use super::feeds::{Feed, Feeds};
use super::groups::Group;
use super::lookup::Lookup;
use super::names::Listing;
use super::plan::{NAMES_PER_PAGE, Page, PageKind, Part, SubjectKind};
use super::template_error::Failure;
use super::theme::Theme;
use super::views::{
    FeedView, NewsBarView, PageView, SectionView, SiteView, SubjectCardView, SubjectView, TargetView, TopicLinkView,
};
use super::{across, archive, article, coverage, dates, front, groups, names, opensearch, picture, search, urls};
use crate::config::{FeedFormat, Settings};
use crate::digest::{Digest, StoryId, Subject, SubjectId};
use crate::pictures::Pictures;

/// Everything that pages are made from.
#[derive(Debug)]
pub(super) struct Contexts<'a> {
    digest: &'a Digest,
    settings: &'a Settings,
    feeds: &'a Feeds,
    pub(super) lookup: Lookup<'a>,
    site: Value,
    /// By story.
    urls: Vec<String>,
    /// The stories of the index.
    fronts: Vec<StoryId>,
    people: Listing,
    topics: Listing,
    tags: Listing,
    /// Topics right below each topic.
    narrower: Vec<Vec<SubjectId>>,
    months: Vec<Group>,
    /// By story; each may fail as templates may, and then fails the pages that show it.
    cards: Vec<Value>,
}

impl<'a> Contexts<'a> {
    pub(super) fn new(
        digest: &'a Digest,
        pictures: &'a Pictures,
        settings: &'a Settings,
        stylesheet: &str,
        feeds: &'a Feeds,
        has_opensearch: bool,
    ) -> Self {
        let lookup = Lookup::new(digest, pictures, settings);
        let urls: Vec<String> = digest.stories.iter().map(|story| format!("{}/", story.slug)).collect();
        let cards = digest.stories.par_iter().zip(&urls).enumerate().map(|(id, (story, url))| {
            let mut card = article::card(id as StoryId, story, url, &lookup, settings);
            card.copies = coverage::copies(id as StoryId, digest, &urls);
            value(&card)
        });
        let cards = cards.collect();
        Self {
            digest,
            settings,
            feeds,
            lookup,
            site: value(&site(digest, settings, stylesheet, has_opensearch)),
            urls,
            fronts: digest.fronts(),
            people: names::people(digest),
            topics: names::subjects(digest, SubjectKind::Topic),
            tags: names::subjects(digest, SubjectKind::Tag),
            narrower: names::children(&digest.topics).0,
            months: archive::months(digest, DateStyle::of(settings)),
            cards,
        }
    }

    /// Makes the page.
    ///
    /// # Errors
    /// What the template engine reports.
    pub(super) fn render(&self, page: &Page, theme: &Theme) -> Result<Vec<u8>, Failure> {
        let (template, context) = self.of(page);
        let mut bytes = Vec::with_capacity(16 * 1024);
        theme.tera.render_to(template, &context, &mut bytes).map_err(|error| Failure { template, error })?;
        Ok(bytes)
    }

    /// The template of a page and its context.
    fn of(&self, page: &Page) -> (&'static str, Context) {
        let mut context = Context::new();
        context.insert_value("site", self.site.clone());
        let template = match &page.kind {
            PageKind::Index(part) => self.index(page, part, &mut context),
            PageKind::Article(id) => self.article(page, *id, &mut context),
            PageKind::People(part) => self.people(page, part, &mut context),
            PageKind::Person(id, part) => self.person(page, *id, part, &mut context),
            PageKind::Subjects(kind, part) => self.subjects(page, *kind, part, &mut context),
            PageKind::Subject(kind, id, part) => self.subject(page, *kind, *id, part, &mut context),
            PageKind::Archive(part) => self.archive(page, part, &mut context),
            PageKind::Search => self.search(page, &mut context),
            PageKind::NotFound => self.not_found(page, &mut context),
            PageKind::Redirect(id) => self.redirect(page, *id, &mut context),
        };
        (template, context)
    }

    fn page(&self, context: &mut Context, page: &Page, kind: &'static str, title: &str, description: &str) {
        let permalink = urls::permalink(&self.settings.site.base_url, &page.url);
        let (image, feeds) = (self.image(page), self.feeds(page));
        insert(context, "page", &PageView { kind, title, description, url: &page.url, permalink, image, feeds });
        insert(context, "root", &urls::root(&page.path));
    }

    /// The picture of an article's page.
    fn image(&self, page: &Page) -> Option<String> {
        let PageKind::Article(id) = page.kind else { return None };
        let article = &self.digest.stories[id as usize].article;
        picture::permalink(article, &page.url, self.lookup.pictures, &self.settings.site.base_url)
    }

    /// The feeds of the page and of the site.
    fn feeds(&self, page: &Page) -> Vec<FeedView> {
        let own = match page.kind {
            PageKind::Person(id, _) => self.feeds.people.get(id),
            PageKind::Subject(SubjectKind::Topic, id, _) => self.feeds.topics.get(id),
            _ => None,
        };
        let feeds = own.into_iter().flatten().chain(&self.feeds.site);
        feeds.flat_map(|feed| feed.formats.iter().map(|format| feed_view(feed, *format))).collect()
    }

    fn index(&self, page: &Page, part: &Part, context: &mut Context) -> &'static str {
        let site = &self.settings.site;
        self.page(context, page, "index", "", &site.description);
        let stories = &self.fronts[part.range.clone()];
        self.stories(part, stories.iter().copied(), context);
        let first = if part.pager.number == 1 { stories } else { &[] };
        let front = front::front(first, self.digest, &self.lookup, &self.settings.theme.sections);
        context.insert_value("lead", front.lead.map_or_else(Value::none, |id| self.card(id)));
        context.insert_value("beside", self.cards(front.beside.iter().copied()));
        let sections = front.sections.iter().map(|(topic, stories)| self.section(*topic, stories));
        insert(context, "sections", &sections.collect::<Vec<_>>());
        insert(context, "news", &self.news(part));
        "index.html"
    }

    /// The chart of who is in the news, on the first page of a list.
    fn news(&self, part: &Part) -> Vec<NewsBarView<'a>> {
        if part.pager.number == 1 { across::news(self.digest) } else { Vec::new() }
    }

    fn section(&self, topic: Option<SubjectId>, stories: &[StoryId]) -> SectionView {
        let topic = topic.map(|id| &self.digest.topics[id as usize]);
        SectionView {
            id: topic.map_or_else(|| "more-news".to_owned(), |topic| format!("section-{}", topic.slug)),
            label: topic.map_or_else(|| "More news".to_owned(), |topic| names::sentence_case(&topic.label)),
            url: topic.map(|topic| format!("topics/{}/", topic.slug)),
            count: topic.map(|topic| topic.stories.len()),
            stories: stories.iter().map(|id| self.card(*id)).collect(),
        }
    }

    fn article(&self, page: &Page, id: StoryId, context: &mut Context) -> &'static str {
        let story = &self.digest.stories[id as usize];
        self.page(context, page, "article", &story.analysis.headline.text, &article::description(story));
        let mut view = article::article(id, story, &self.urls[id as usize], &self.lookup, self.settings);
        let others = |links| coverage::views(links, id, self.digest, &self.urls, DateStyle::of(self.settings));
        let coverage = &self.digest.coverage[id as usize];
        (view.event, view.related) = (others(&coverage.event), others(&coverage.related));
        insert(context, "article", &view);
        "article.html"
    }

    fn people(&self, page: &Page, part: &Part, context: &mut Context) -> &'static str {
        self.page(context, page, "people", "People", "Everyone who plays a part in the articles.");
        let card = |at: usize| {
            let entry = &self.digest.people[self.people.order[at] as usize];
            across::person_card(entry, self.digest)
        };
        self.groups(part, "people", &self.people.groups, card, context);
        insert(context, "news", &self.news(part));
        "people.html"
    }

    fn person(&self, page: &Page, id: usize, part: &Part, context: &mut Context) -> &'static str {
        let entry = &self.digest.people[id];
        let view = across::person(entry, &page.url, self.digest, &self.lookup, DateStyle::of(self.settings));
        let description = match view.roles.first() {
            Some(role) => format!("{}, {}: what the articles say.", entry.name, role.text),
            None => format!("{}: what the articles say.", entry.name),
        };
        self.page(context, page, "person", &entry.name, &description);
        insert(context, "person", &view);
        let mut stories: Vec<StoryId> = entry.appearances.iter().map(|(story, _)| *story).collect();
        stories.dedup();
        self.stories(part, stories[part.range.clone()].iter().copied(), context);
        "person.html"
    }

    fn subjects(&self, page: &Page, kind: SubjectKind, part: &Part, context: &mut Context) -> &'static str {
        let (title, description) = match kind {
            SubjectKind::Topic => ("Topics", "What the articles are about."),
            SubjectKind::Tag => ("Tags", "Words that recur in the articles."),
        };
        self.page(context, page, kind.plural(), title, description);
        let listing = match kind {
            SubjectKind::Topic => &self.topics,
            SubjectKind::Tag => &self.tags,
        };
        let card = |at: usize| {
            let (id, depth) = (listing.order[at], listing.depths[at]);
            across::subject_card(kind.name(), &kind.of(self.digest)[id as usize], depth)
        };
        self.groups(part, kind.plural(), &listing.groups, card, context);
        insert(context, "kind", kind.name());
        "subjects.html"
    }

    fn subject(&self, page: &Page, kind: SubjectKind, id: usize, part: &Part, context: &mut Context) -> &'static str {
        let subject = &kind.of(self.digest)[id];
        let label = names::sentence_case(&subject.label);
        self.page(context, page, kind.name(), &label, &format!("Articles about {}.", subject.label));
        let (broader, narrower) = match kind {
            SubjectKind::Topic => (self.broader(subject), self.narrower(id)),
            SubjectKind::Tag => (Vec::new(), Vec::new()),
        };
        let (label, count) = (&*label, subject.stories.len());
        let view = SubjectView { kind: kind.name(), label, url: &page.url, count, broader, narrower };
        insert(context, "subject", &view);
        self.stories(part, subject.stories[part.range.clone()].iter().copied(), context);
        "subject.html"
    }

    /// The topics that a topic belongs to, the top-level one first.
    fn broader(&self, topic: &Subject) -> Vec<TopicLinkView> {
        let topics = &self.digest.topics;
        let above = topic.parent.into_iter().flat_map(|id| front::upwards(id, topics));
        let mut links: Vec<_> = above.map(|id| across::topic_link(&topics[id as usize])).collect();
        links.reverse();
        links
    }

    fn narrower(&self, id: usize) -> Vec<SubjectCardView<'a>> {
        let depth = |id: SubjectId| front::upwards(id, &self.digest.topics).count() as u8 - 1;
        let card = |id: &SubjectId| across::subject_card("topic", &self.digest.topics[*id as usize], depth(*id));
        self.narrower[id].iter().map(card).collect()
    }

    fn archive(&self, page: &Page, part: &Part, context: &mut Context) -> &'static str {
        self.page(context, page, "archive", "Archive", "Every article, by year and month.");
        self.groups(part, "archive", &self.months, |at| self.card(at as StoryId), context);
        insert(context, "years", &archive::years(self.digest, &self.months, DateStyle::of(self.settings)));
        "archive.html"
    }

    /// A part of a list in groups, and the way to each of them.
    fn groups<T: Serialize>(
        &self,
        part: &Part,
        list: &str,
        groups: &[Group],
        entry: impl Fn(usize) -> T,
        context: &mut Context,
    ) {
        insert(context, "groups", &groups::shown(groups, &part.range, entry));
        insert(context, "jumps", &groups::jumps(groups, &format!("{list}/"), NAMES_PER_PAGE));
        insert(context, "pager", &part.pager);
    }

    fn search(&self, page: &Page, context: &mut Context) -> &'static str {
        self.page(context, page, "search", "Search", "Find articles by their words, topics and people.");
        insert(context, "search", &search::view());
        "search.html"
    }

    fn not_found(&self, page: &Page, context: &mut Context) -> &'static str {
        self.page(context, page, "404", "Page not found", "");
        insert(context, "root", &urls::base_path(&self.settings.site.base_url));
        "404.html"
    }

    fn redirect(&self, page: &Page, id: StoryId, context: &mut Context) -> &'static str {
        let (title, url) = (&self.digest.stories[id as usize].analysis.headline.text, &self.urls[id as usize]);
        self.page(context, page, "redirect", title, "");
        let permalink = urls::permalink(&self.settings.site.base_url, url);
        insert(context, "target", &TargetView { title, url, permalink });
        "redirect.html"
    }

    /// The cards of a part of a list of stories.
    fn stories(&self, part: &Part, stories: impl Iterator<Item = StoryId>, context: &mut Context) {
        context.insert_value("stories", self.cards(stories));
        insert(context, "pager", &part.pager);
    }

    fn cards(&self, stories: impl Iterator<Item = StoryId>) -> Value {
        Value::from(stories.map(|id| self.card(id)).collect::<Vec<_>>())
    }

    fn card(&self, id: StoryId) -> Value {
        self.cards[id as usize].clone()
    }
}

fn feed_view(feed: &Feed, format: FeedFormat) -> FeedView {
    FeedView {
        title: format!("{} ({})", feed.title, format.name()),
        url: feed.path(format),
        media_type: format.media_type(),
    }
}

fn site<'a>(digest: &Digest, settings: &'a Settings, stylesheet: &'a str, has_opensearch: bool) -> SiteView<'a> {
    let site = &settings.site;
    let latest = digest.stories.first().and_then(|story| story.article.meta.date.as_ref());
    SiteView {
        title: &site.title,
        opensearch: has_opensearch.then_some(opensearch::OPENSEARCH),
        description: &site.description,
        language: if site.language.is_empty() { "en" } else { &site.language },
        base_url: (!site.base_url.is_empty()).then_some(site.base_url.as_str()),
        stylesheet,
        latest: latest.map(|date| dates::dateline(date, DateStyle::of(settings))),
        story_count: digest.stories.len(),
        people_count: digest.people.len(),
        topic_count: digest.topics.len(),
        tag_count: digest.tags.len(),
        search: search::is_wanted(digest, settings).then_some(search::PAGE),
        extra: &site.extra,
    }
}

/// The view as a template value. Views are plain data, which always can be turned into one; should that ever fail,
/// the template reports the value as missing.
fn value<T: Serialize + ?Sized>(view: &T) -> Value {
    Value::try_from_serializable(view).unwrap_or_else(|_| Value::undefined())
}

fn insert<T: Serialize + ?Sized>(context: &mut Context, name: &'static str, view: &T) {
    context.insert_value(name, value(view));
}
