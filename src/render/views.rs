//! What templates see: the contract with themes.
//!
//! Plain data, made from the domain structs and never the same as them, so that a field renamed inside cannot break a
//! theme. Which page is given which of them is told in `docs/templates.md`. The comments here become its tables, so that
//! they are written for authors of templates.
//!
//! **Every `url` is relative to the front page; a link is `{{ root }}{{ story.url }}`.** A `href` that starts with `#`
//! leads to a place in the text of the same page. `permalink` is absolute, and null when the site has no `base_url`.
//! A value that is unknown is null, and a list without anything in it is empty: every field is always there.

use serde::Serialize;

/// The site as a whole, the same on every page.
#[derive(Debug, Serialize)]
pub struct SiteView<'a> {
    /// Its name.
    pub title: &'a str,
    /// One sentence about it; empty when none was written.
    pub description: &'a str,
    /// BCP 47 code.
    pub language: &'a str,
    /// Where the site stands: an absolute URL with a slash at its end.
    pub base_url: Option<&'a str>,
    /// Path of the style sheet from the front page.
    pub stylesheet: &'a str,
    /// Path of the OpenSearch description; null without a `base_url` or a search page.
    pub opensearch: Option<&'a str>,
    /// The date of the newest article, with the day of the week; null when no article has a date.
    pub latest: Option<DateView>,
    /// Number of articles.
    pub story_count: usize,
    /// Number of people with a page.
    pub people_count: usize,
    /// Number of topics.
    pub topic_count: usize,
    /// Number of tags.
    pub tag_count: usize,
    /// URL of the search page; null when there is none.
    pub search: Option<&'static str>,
    /// Free fields from `config.yaml`.
    pub extra: &'a serde_json::Map<String, serde_json::Value>,
}

/// The page that is being made.
#[derive(Debug, Serialize)]
pub struct PageView<'a> {
    /// `index`, `article`, `person`, `people`, `topic`, `topics`, `tag`, `tags`, `archive`, `search`, `404` or `redirect`.
    pub kind: &'static str,
    /// Without the title of the site.
    pub title: &'a str,
    /// For search engines; may be empty.
    pub description: &'a str,
    /// Where the page is.
    pub url: &'a str,
    /// The same, absolute.
    pub permalink: Option<String>,
    /// The picture that stands for the page, as an absolute URL.
    pub image: Option<String>,
    /// Those of the page, then those of the site; none without a `base_url`.
    pub feeds: Vec<FeedView>,
}

/// A feed, to be announced in the head of a page.
#[derive(Debug, Serialize)]
pub struct FeedView {
    /// With its format: `The Digest (RSS)`.
    pub title: String,
    /// Where it is.
    pub url: String,
    /// `application/rss+xml` or the like.
    pub media_type: &'static str,
}

/// A story in a list.
#[derive(Debug, Serialize)]
pub struct CardView<'a> {
    /// The headline.
    pub title: &'a str,
    /// Page of the article.
    pub url: &'a str,
    /// When it was published.
    pub date: Option<DateView>,
    /// BCP 47 code; null when it cannot be told.
    pub language: Option<&'a str>,
    /// Host of the original.
    pub source: Option<&'a str>,
    /// The sentences of the summary.
    pub standfirst: Vec<&'a str>,
    /// Those of the box of key people.
    pub people: Vec<CardPersonView<'a>>,
    /// The top-level topic of its first topic.
    pub section: Option<TopicLinkView>,
    /// Those with a page.
    pub topics: Vec<LinkView<'a>>,
    /// Other articles with nearly the same text, which the index does not show beside this one.
    pub copies: Vec<LinkView<'a>>,
    /// Its picture; null when it has none, or one of another host.
    pub image: Option<CardImageView<'a>>,
}

/// A key person of a story in a list.
#[derive(Debug, Serialize)]
pub struct CardPersonView<'a> {
    /// As pages show it.
    pub name: &'a str,
    /// Page of the person.
    pub url: String,
    /// The first of the roles that the story states.
    pub role: Option<&'a str>,
}

/// An article in full.
#[derive(Debug, Serialize)]
pub struct ArticleView<'a> {
    /// The headline.
    pub title: &'a str,
    /// Where the page is.
    pub url: &'a str,
    /// The same, absolute.
    pub permalink: Option<String>,
    /// When it was published.
    pub date: Option<DateView>,
    /// When it was changed.
    pub updated: Option<DateView>,
    /// The top-level topic of its first topic.
    pub section: Option<TopicLinkView>,
    /// Their names, as written.
    pub authors: &'a [String],
    /// Where it was first published.
    pub source: Option<SourceView<'a>>,
    /// The place that it was reported from, as written.
    pub dateline: Option<&'a str>,
    /// BCP 47 code; null when it cannot be told.
    pub language: Option<&'a str>,
    /// The summary.
    pub standfirst: Vec<SentenceView<'a>>,
    /// The box of key people, most important first.
    pub people: Vec<PersonBoxView<'a>>,
    /// What it is about, from the vocabulary or as written.
    pub topics: Vec<TermView<'a>>,
    /// Names and phrases that matter in it.
    pub tags: Vec<TermView<'a>>,
    /// Other articles that tell of the same event, newest first.
    pub event: Vec<RelatedView<'a>>,
    /// Others on the same people and subjects, nearest first.
    pub related: Vec<RelatedView<'a>>,
    /// The text of the article: safe HTML, with the ids that `href`s lead to.
    pub body_html: String,
    /// The picture.
    pub image: Option<ImageView<'a>>,
    /// Words of the text.
    pub word_count: usize,
    /// At 230 words a minute, at least one.
    pub reading_minutes: usize,
    /// What was generated, and what a human wrote.
    pub provenance: ProvenanceView,
    /// What the page says to machines: a `NewsArticle` of schema.org, ready to stand in a `<script>`; mark it `safe`.
    pub json_ld: String,
    /// Free fields from front matter.
    pub extra: &'a serde_json::Map<String, serde_json::Value>,
}

/// A date, for machines and for readers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DateView {
    /// `2016-09-09`, or RFC 3339 when a time was stated.
    pub iso: String,
    /// `9 September 2016`; in figures in a language whose months are not known.
    pub human: String,
    /// `9 Sep`, where the year is known.
    pub short: String,
}

/// Where an article was first published.
#[derive(Debug, Serialize)]
pub struct SourceView<'a> {
    /// Address of the original.
    pub url: &'a str,
    /// The host without `www.`; the whole address when it has none.
    pub host: &'a str,
}

/// A sentence of the standfirst.
#[derive(Debug, Serialize)]
pub struct SentenceView<'a> {
    /// The sentence.
    pub text: &'a str,
    /// To the sentence in the text; null when a human wrote the summary.
    pub href: Option<String>,
    /// False when a human wrote the summary.
    pub generated: bool,
    /// The connective that was taken off its beginning, as written.
    pub dropped: Option<&'a str>,
}

/// A person in the box of an article.
#[derive(Debug, Serialize)]
pub struct PersonBoxView<'a> {
    /// As pages show it.
    pub name: &'a str,
    /// Page of the person.
    pub url: Option<String>,
    /// The first of the roles.
    pub role: Option<&'a str>,
    /// All of them, in the words of the article.
    pub roles: Vec<RoleView<'a>>,
    /// How often the text names the person.
    pub mention_count: usize,
    /// To where the text first names the person.
    pub first_mention: Option<String>,
    /// False when a human named the person.
    pub generated: bool,
}

/// A role in the words of the article.
#[derive(Debug, Serialize)]
pub struct RoleView<'a> {
    /// The role.
    pub text: &'a str,
    /// To where it is stated; null when a human wrote it.
    pub href: Option<String>,
    /// Whether it says what the person is to somebody else ("her brother"), and no office or occupation.
    pub relation: bool,
}

/// A topic or tag of an article.
#[derive(Debug, Serialize)]
pub struct TermView<'a> {
    /// Its words.
    pub label: &'a str,
    /// Page of the topic or tag; null when it has none.
    pub url: Option<String>,
    /// To the first words in the text that speak for it.
    pub href: Option<String>,
    /// False when a human wrote it.
    pub generated: bool,
}

/// Another article that a page leads to.
#[derive(Debug, Serialize)]
pub struct RelatedView<'a> {
    /// The headline.
    pub title: &'a str,
    /// Page of the article.
    pub url: &'a str,
    /// When it was published.
    pub date: Option<DateView>,
    /// Host of the original.
    pub source: Option<&'a str>,
    /// Where it differs from that of the page.
    pub language: Option<&'a str>,
    /// The people and tags that both articles are about, at most three.
    pub shared: Vec<LinkView<'a>>,
    /// Whether the two texts are nearly the same.
    pub same_text: bool,
}

/// A picture.
#[derive(Debug, Serialize)]
pub struct ImageView<'a> {
    /// Ready to use on the page of the article, without `root`.
    pub src: std::borrow::Cow<'a, str>,
    /// Empty when none was written.
    pub alt: &'a str,
    /// Words below it; null when none were written.
    pub caption: Option<&'a str>,
    /// Whose picture it is.
    pub credit: Option<&'a str>,
    /// In pixels; null for pictures of other hosts and drawings.
    pub width: Option<u32>,
    /// Likewise.
    pub height: Option<u32>,
    /// The same picture in several widths; null where there is one only.
    pub srcset: Option<String>,
    /// How wide it is in the column of the article, as `sizes` wants it.
    pub sizes: &'static str,
    /// The widest file, relative to the front page; null for pictures of other hosts.
    pub url: Option<String>,
    /// The absolute URL of the widest file; null when it is relative and the site has no `base_url`.
    pub permalink: Option<String>,
}

/// The picture of a story in a list: the narrowest file.
#[derive(Debug, Serialize)]
pub struct CardImageView<'a> {
    /// The file, relative to the front page.
    pub url: &'a str,
    /// Empty when none was written.
    pub alt: &'a str,
    /// In pixels; null for drawings.
    pub width: Option<u32>,
    /// Likewise.
    pub height: Option<u32>,
}

/// What was generated from the text, and what a human wrote; each a list out of `headline`, `summary`, `key people`,
/// `topics` and `tags`. What the article does not have is in neither.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct ProvenanceView {
    /// What was generated from the text.
    pub generated: Vec<&'static str>,
    /// What a human wrote.
    pub written: Vec<&'static str>,
    /// Lines of the file that were left out because they are no part of the article, such as "Share this".
    pub left_out: usize,
}

/// A person across all stories.
#[derive(Debug, Serialize)]
pub struct PersonView<'a> {
    /// As pages show it.
    pub name: &'a str,
    /// Page of the person.
    pub url: &'a str,
    /// Number of articles that name the person.
    pub story_count: u32,
    /// In the words of the articles, the most frequent first, at most six.
    pub roles: Vec<StatedRoleView<'a>>,
    /// Others named in the same stories, most often first.
    pub together: Vec<TogetherView<'a>>,
    /// When they were named; only when articles of different days have dates.
    pub timeline: Option<TimelineView>,
}

/// A chart of mentions over time, to be drawn as SVG.
#[derive(Debug, Serialize)]
pub struct TimelineView {
    /// Width of the drawing, in units of the view box.
    pub width: usize,
    /// Its height.
    pub height: usize,
    /// In the order of time; a time without mentions has none.
    pub bars: Vec<BarView>,
    /// The first day, as readers write it.
    pub from: String,
    /// The last day.
    pub to: String,
}

/// One bar, in units of the view box.
#[derive(Debug, Serialize)]
pub struct BarView {
    /// Left edge.
    pub x: usize,
    /// Upper edge.
    pub y: usize,
    /// Its width.
    pub width: usize,
    /// Its height.
    pub height: usize,
    /// What it stands for: "March 2020: named 5 times".
    pub label: String,
}

/// A role, and the articles that state it.
#[derive(Debug, Serialize)]
pub struct StatedRoleView<'a> {
    /// The role.
    pub text: &'a str,
    /// Number of articles that state it.
    pub count: usize,
    /// The newest of them, at most two; each `url` leads to the words themselves.
    pub stated_in: Vec<LinkView<'a>>,
}

/// A link with its words.
#[derive(Clone, Debug, Serialize)]
pub struct LinkView<'a> {
    /// Its words.
    pub label: &'a str,
    /// Where it leads.
    pub url: String,
    /// The date of the article, where it is known.
    pub date: Option<DateView>,
}

/// Somebody named in the same stories.
#[derive(Debug, Serialize)]
pub struct TogetherView<'a> {
    /// As pages show it.
    pub name: &'a str,
    /// Page of the person.
    pub url: String,
    /// Number of stories that name both.
    pub count: u32,
}

/// A person in the list of people.
#[derive(Debug, Serialize)]
pub struct PersonCardView<'a> {
    /// As pages show it.
    pub name: &'a str,
    /// Page of the person.
    pub url: String,
    /// The role that most stories state.
    pub role: Option<&'a str>,
    /// Number of articles that name the person.
    pub count: u32,
}

/// A topic or tag across all stories.
#[derive(Debug, Serialize)]
pub struct SubjectView<'a> {
    /// `topic` or `tag`.
    pub kind: &'static str,
    /// With a capital letter in front, unless the first word has one within, as `iPhone`.
    pub label: &'a str,
    /// Page of the topic or tag.
    pub url: &'a str,
    /// Number of articles; of a topic with those of the topics below it.
    pub count: usize,
    /// The topics that it belongs to, the top-level one first; empty for a tag.
    pub broader: Vec<TopicLinkView>,
    /// The topics right below it, by number of articles; empty for a tag.
    pub narrower: Vec<SubjectCardView<'a>>,
}

/// A topic or tag in a list.
#[derive(Debug, Serialize)]
pub struct SubjectCardView<'a> {
    /// Its words.
    pub label: &'a str,
    /// Page of the topic or tag.
    pub url: String,
    /// Number of articles.
    pub count: usize,
    /// How far below a top-level topic it is; 0 for these and for tags.
    pub depth: u8,
}

/// A link to a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TopicLinkView {
    /// With a capital letter in front.
    pub label: String,
    /// Page of the topic.
    pub url: String,
}

/// A section of the front page. No story stands in two, or in one and above.
#[derive(Debug, Serialize)]
pub struct SectionView {
    /// Fragment of its heading, without `#`.
    pub id: String,
    /// With a capital letter in front; "More news" for stories without a topic.
    pub label: String,
    /// The page of its topic; null for stories without one.
    pub url: Option<String>,
    /// Articles on the page of its topic; null without one.
    pub count: Option<usize>,
    /// [`CardView`]s, newest first.
    pub stories: Vec<tera::Value>,
}

/// Entries of a list under one heading.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct GroupView<T> {
    /// Fragment of its heading, without `#`.
    pub id: String,
    /// A letter, a month, or a top-level topic.
    pub label: String,
    /// The page of the topic; null otherwise.
    pub url: Option<String>,
    /// What stands under it.
    pub entries: Vec<T>,
}

/// A link to a group, on whichever page of the list it begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct JumpView {
    /// Its heading.
    pub label: String,
    /// Where it begins.
    pub url: String,
    /// Entries in the group.
    pub count: usize,
}

/// A year of the archive, newest first.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct ArchiveYearView {
    /// `2016`, or "Undated".
    pub label: String,
    /// To where it begins.
    pub url: String,
    /// Number of articles.
    pub count: usize,
    /// Newest first; without the year in their labels. None for undated articles.
    pub months: Vec<JumpView>,
}

/// A bar of the chart "Who is in the news": one of the twelve people with most articles, if they have two at least.
#[derive(Debug, Serialize)]
pub struct NewsBarView<'a> {
    /// As pages show it.
    pub name: &'a str,
    /// Page of the person.
    pub url: String,
    /// The role that most stories state.
    pub role: Option<&'a str>,
    /// Number of articles that name the person.
    pub count: u32,
    /// Of the first one's number of articles, from 1 to 100.
    pub percent: u32,
}

/// Which part of a list this is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PagerView {
    /// From 1.
    pub number: usize,
    /// Number of pages.
    pub total: usize,
    /// The page before; null on the first.
    pub previous: Option<String>,
    /// The page after; null on the last.
    pub next: Option<String>,
}

/// What the search page is made of; the paths are relative to the front page.
#[derive(Debug, Serialize)]
pub struct SearchView {
    /// Path of the script.
    pub script: String,
    /// Path of its style sheet.
    pub style: String,
    /// Folder of the index.
    pub index: &'static str,
}

/// Where an old address leads.
#[derive(Debug, Serialize)]
pub struct TargetView<'a> {
    /// Headline of the article.
    pub title: &'a str,
    /// Page of the article.
    pub url: &'a str,
    /// The same, absolute.
    pub permalink: Option<String>,
}
