//! Which pages there are: where each is, what it is made from and what it shows.

use super::views::PagerView;
use super::{search, urls};
use crate::config::IndexSettings;
use crate::diagnostic::{Diagnostic, Place};
use crate::digest::{Digest, StoryId, Subject};

/// Stories on one page of a person, topic or tag.
const STORIES_PER_PAGE: usize = 50;

/// Entries on one page of a list of people, topics or tags, and of the archive.
pub(super) const NAMES_PER_PAGE: usize = 500;

/// A page to be made.
#[derive(Debug)]
pub(super) struct Page {
    /// Path of the file in the site.
    pub(super) path: String,
    pub(super) url: String,
    /// The source file, or a phrase.
    pub(super) origin: String,
    pub(super) kind: PageKind,
}

/// What a page shows; numbers are indices into the digest.
#[derive(Debug)]
pub(super) enum PageKind {
    Index(Part),
    Article(StoryId),
    People(Part),
    Person(usize, Part),
    Subjects(SubjectKind, Part),
    Subject(SubjectKind, usize, Part),
    Archive(Part),
    NotFound,
    Search,
    /// An old address of a story.
    Redirect(StoryId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SubjectKind {
    Topic,
    Tag,
}

/// A stretch of a list that fills one page.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) range: std::ops::Range<usize>,
    pub(super) pager: PagerView,
}

impl SubjectKind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Tag => "tag",
        }
    }

    pub(super) fn plural(self) -> &'static str {
        match self {
            Self::Topic => "topics",
            Self::Tag => "tags",
        }
    }

    pub(super) fn of(self, digest: &Digest) -> &[Subject] {
        match self {
            Self::Topic => &digest.topics,
            Self::Tag => &digest.tags,
        }
    }
}

/// All pages; the diagnostics are about aliases that are no path.
pub(super) fn pages(digest: &Digest, settings: &IndexSettings, has_search: bool) -> (Vec<Page>, Vec<Diagnostic>) {
    let mut pages = Vec::new();
    pages.push(Page {
        path: "404.html".into(),
        url: "404.html".into(),
        origin: "the page for missing addresses".into(),
        kind: PageKind::NotFound,
    });
    let on_index = if settings.paginate_by == 0 { usize::MAX } else { settings.paginate_by };
    list(&mut pages, "", digest.fronts().len(), on_index, "the index", PageKind::Index);
    for (id, story) in digest.stories.iter().enumerate() {
        let kind = PageKind::Article(id as StoryId);
        pages.push(page(format!("{}/", story.slug), story.article.path.clone(), kind));
    }
    people(&mut pages, digest);
    subjects(&mut pages, SubjectKind::Topic, digest);
    subjects(&mut pages, SubjectKind::Tag, digest);
    if !digest.stories.is_empty() {
        list(&mut pages, "archive/", digest.stories.len(), NAMES_PER_PAGE, "the archive", PageKind::Archive);
    }
    if has_search {
        pages.push(page(search::PAGE.into(), "the search page".into(), PageKind::Search));
    }
    let diagnostics = redirects(&mut pages, digest);
    (pages, diagnostics)
}

fn page(url: String, origin: String, kind: PageKind) -> Page {
    Page { path: urls::page_path(&url), url, origin, kind }
}

/// Adds the pages of a list, the first at `url`, the others at `url` + `page/2/` and so on.
fn list(pages: &mut Vec<Page>, url: &str, len: usize, per_page: usize, origin: &str, kind: impl Fn(Part) -> PageKind) {
    let total = len.div_ceil(per_page).max(1);
    let url_of = |number: usize| if number == 1 { url.to_owned() } else { format!("{url}page/{number}/") };
    for number in 1..=total {
        let pager = PagerView {
            number,
            total,
            previous: (number > 1).then(|| url_of(number - 1)),
            next: (number < total).then(|| url_of(number + 1)),
        };
        let range = (number - 1) * per_page..number.saturating_mul(per_page).min(len);
        pages.push(page(url_of(number), origin.to_owned(), kind(Part { range, pager })));
    }
}

/// The pages of people; without any people there is no list of them.
fn people(pages: &mut Vec<Page>, digest: &Digest) {
    if !digest.people.is_empty() {
        list(pages, "people/", digest.people.len(), NAMES_PER_PAGE, "the list of people", PageKind::People);
    }
    for (id, person) in digest.people.iter().enumerate() {
        let (url, origin) = (format!("people/{}/", person.slug), format!("the page of {}", person.name));
        list(pages, &url, person.story_count as usize, STORIES_PER_PAGE, &origin, |part| PageKind::Person(id, part));
    }
}

fn subjects(pages: &mut Vec<Page>, kind: SubjectKind, digest: &Digest) {
    let (subjects, plural) = (kind.of(digest), kind.plural());
    if !subjects.is_empty() {
        let (url, origin) = (format!("{plural}/"), format!("the list of {plural}"));
        list(pages, &url, subjects.len(), NAMES_PER_PAGE, &origin, |part| PageKind::Subjects(kind, part));
    }
    for (id, subject) in subjects.iter().enumerate() {
        let (url, origin) = (format!("{plural}/{}/", subject.slug), format!("the {} {}", kind.name(), subject.label));
        list(pages, &url, subject.stories.len(), STORIES_PER_PAGE, &origin, |part| PageKind::Subject(kind, id, part));
    }
}

fn redirects(pages: &mut Vec<Page>, digest: &Digest) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (id, story) in digest.stories.iter().enumerate() {
        for slug in &story.old_slugs {
            let url = format!("{slug}/");
            let (path, origin) = (urls::page_path(&url), format!("the former slug of {}", story.article.path));
            pages.push(Page { path, url, origin, kind: PageKind::Redirect(id as StoryId) });
        }
        for alias in &story.article.meta.aliases {
            let origin = &story.article.path;
            match urls::alias_path(alias) {
                Some(path) => {
                    let url = path.strip_suffix("index.html").unwrap_or(&path).to_owned();
                    let kind = PageKind::Redirect(id as StoryId);
                    pages.push(Page { path, url, origin: format!("the alias `{alias}` of {origin}"), kind });
                }
                None => diagnostics.push(bad_alias(alias, origin)),
            }
        }
    }
    diagnostics
}

fn bad_alias(alias: &str, path: &str) -> Diagnostic {
    Diagnostic::error(format!("the alias `{alias}` is not a path of this site"))
        .at(Place::file(path))
        .hint("write the old path without the host, as in `/old/path/`")
}
