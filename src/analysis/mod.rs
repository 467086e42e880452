//! What an article says of itself: headline, summary, people, topics and tags, each with its evidence.
//!
//! Everything here looks at one article at a time. What needs other articles belongs to [`crate::digest`].

mod analyse;
pub mod contradictions;
pub mod fingerprint;
pub mod headline;
pub mod people;
mod sentence_case;
pub mod summary;
pub mod tags;
pub mod topics;

pub use analyse::{analyse, analyse_all};
pub use fingerprint::Fingerprint;

use crate::source::Authored;
use crate::text::Span;

/// What was found in one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// BCP 47 code of the language, `und` when it cannot be told.
    pub language: String,
    pub headline: Headline,
    pub summary: Summary,
    /// Everyone found, most salient first.
    pub people: Vec<Person>,
    /// The offices that only one person holds at a time and that people are said to hold now.
    pub offices: Vec<HeldOffice>,
    /// Most certain first.
    pub topics: Vec<Topic>,
    /// Most telling first.
    pub tags: Vec<Tag>,
    /// What the article is compared with others by.
    pub fingerprint: Fingerprint,
}

/// The headline, and the words that it was made from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Headline {
    pub text: String,
    pub origin: HeadlineOrigin,
    /// Where its words stand in the prose, in order; empty unless it was generated.
    pub evidence: Vec<Span>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HeadlineOrigin {
    FrontMatter,
    Heading,
    #[default]
    Generated,
}

/// The standfirst.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    pub authored: Authored,
    pub sentences: Vec<SummarySentence>,
}

/// One sentence of the summary, verbatim but for a leading connective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummarySentence {
    pub text: String,
    /// The whole sentence in the prose; `None` when a human wrote the summary.
    pub span: Option<Span>,
    /// A connective that was dropped from the beginning ("However,"), as written.
    pub dropped: Option<String>,
}

/// A person whom the article names.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The fullest name that the article gives, without titles.
    pub name: String,
    pub authored: Authored,
    /// Best first, at most three; empty when the article states none.
    pub roles: Vec<Role>,
    /// Whether the person belongs in the box.
    pub key: bool,
    /// How much the article is about this person, 0 to 1.
    pub salience: f32,
    /// In order of their place; spans leave out titles and possessives.
    pub mentions: Vec<Mention>,
}

/// An office, occupation, membership or relation, in the article's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    pub text: String,
    /// Where it is stated; `None` when a human wrote it in front matter.
    pub span: Option<Span>,
    pub kind: RoleKind,
}

/// What a role says of a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RoleKind {
    /// An office, occupation or membership, or what a human wrote.
    #[default]
    Occupation,
    /// What the person is to somebody else: "her brother", "his rival".
    Relation,
}

/// An office of which there is one holder at a time, held by a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldOffice {
    /// The office, folded so that "President of France" and "French President" are the same.
    pub office: String,
    /// Index into [`Analysis::people`].
    pub person: u32,
    /// As the article writes it.
    pub role: String,
    /// The words that say so: the role, with the name where it stands beside it.
    pub span: Span,
}

/// A place where a person is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    pub span: Span,
}

/// A subject of the IPTC Media Topics vocabulary.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Topic {
    /// The number of the topic, as in `medtop:20000002`; `None` for a topic that a human named and the vocabulary lacks.
    pub id: Option<u32>,
    /// Number of its top-level subject.
    pub top: Option<u32>,
    pub label: String,
    /// Labels of the topics that it belongs to, from the top-level one downwards.
    pub broader: Vec<String>,
    pub authored: Authored,
    /// Confidence, 0 to 1.
    pub score: f32,
    /// The words that decided for it.
    pub evidence: Vec<Span>,
}

/// A keyphrase, place, organisation or event that the article is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// Normalised for readers: singular, without article, acronym or name as usually written.
    pub label: String,
    pub kind: TagKind,
    pub authored: Authored,
    /// Whether it is among those that a page shows, and so may have a page of its own.
    pub shown: bool,
    /// Relative to the best tag of the article, 0 to 1.
    pub score: f32,
    /// Where it stands; empty when a human wrote it.
    pub evidence: Vec<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TagKind {
    Keyphrase,
    Place,
    Organisation,
}

impl Default for Summary {
    fn default() -> Self {
        Self { authored: Authored::Generated, sentences: Vec::new() }
    }
}
