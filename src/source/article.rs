//! What was written: one article, before anything is found out about it.

use super::Body;
use super::source_map::SourceMap;
use crate::diagnostic::Place;
use crate::text::{Prose, Span};
use std::ops::Range;

/// One article as its author left it, cleaned of litter.
#[derive(Clone, Debug)]
pub struct Article {
    /// The file as people name it: relative to where the program runs or as given, with `/` between the parts.
    pub path: String,
    /// The path below the seeds folder, with `/`; the key by which stories are ordered.
    pub key: String,
    pub meta: Meta,
    pub prose: Prose,
    /// What the page shows; its text is the prose.
    pub body: Body,
    /// Lines taken out as litter, in order.
    pub removed: Vec<Removed>,
    /// The text of the file, front matter included, with `\n` between the lines.
    pub source: String,
    pub(crate) source_map: SourceMap,
}

impl Article {
    /// The place in the file that a span of the prose was made from.
    pub fn place(&self, span: Span) -> Place {
        Place::in_source(&*self.path, &self.source, self.source_range(span))
    }

    /// The bytes of [`Article::source`] that a span of the prose was made from.
    pub fn source_range(&self, span: Span) -> Range<usize> {
        self.source_map.range(span, &self.prose.text, &self.source)
    }

    /// The HTML of the article, with marks round words of its prose; see [`Body::to_html`].
    pub fn to_html(&self, marks: &[super::Mark]) -> String {
        self.body.to_html(&self.prose, marks)
    }
}

/// What the author stated about the article, in front matter, in the file name or in the text itself.
#[derive(Clone, Debug, Default)]
pub struct Meta {
    pub title: Option<Title>,
    pub date: Option<ArticleDate>,
    pub updated: Option<ArticleDate>,
    pub authors: Vec<String>,
    /// URL of the original.
    pub source: Option<String>,
    pub slug: Option<String>,
    pub summary: Option<String>,
    pub people: Option<Vec<PersonNote>>,
    pub tags: Option<Vec<String>>,
    pub topics: Option<Vec<String>>,
    pub draft: bool,
    pub image: Option<Image>,
    /// Old paths of this article, which redirect to it.
    pub aliases: Vec<String>,
    /// BCP 47 code of the language, when stated.
    pub language: Option<String>,
    /// The place of the dateline ("PARIS (AP) —"), as written.
    pub dateline: Option<String>,
    /// Free fields for templates.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// A title that was written, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    pub text: String,
    pub origin: TitleOrigin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TitleOrigin {
    FrontMatter,
    /// A Markdown heading or the title line of a plain text.
    Heading,
}

/// A day, or a moment with its offset from UTC. Never guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArticleDate {
    Day(jiff::civil::Date),
    Moment(jiff::ZonedDateTime),
}

impl ArticleDate {
    /// The day, in the zone that was written.
    pub fn day(&self) -> jiff::civil::Date {
        match self {
            Self::Day(day) => *day,
            Self::Moment(moment) => moment.date(),
        }
    }
}

/// A person that the author named in front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonNote {
    pub name: String,
    pub role: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    pub src: String,
    /// What it shows, for those who do not see it.
    pub alt: Option<String>,
    pub caption: Option<String>,
    /// Whose picture it is.
    pub credit: Option<String>,
}

/// A line that was taken out of the text, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// Line in the source file, from 1.
    pub line: u32,
    pub text: String,
    pub reason: &'static str,
}

/// Whether a human wrote a value or the program generated it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Authored {
    ByHuman,
    #[default]
    Generated,
}
