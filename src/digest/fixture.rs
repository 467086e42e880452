//! Stories made by hand, for tests of this room and of those after it.

use crate::analysis::{
    Analysis, Headline, HeadlineOrigin, Mention, Person, Role, RoleKind, SummarySentence, Tag, TagKind, Topic,
};
use crate::source::{Article, Authored, Body, Meta};
use crate::text::{Block, BlockKind, Prose, Span};

/// A story under construction.
pub(crate) struct Draft {
    pub(crate) article: Article,
    pub(crate) analysis: Analysis,
}

/// A story with paragraphs of plain text parted by empty lines.
pub(crate) fn draft(key: &str, headline: &str, text: &str) -> Draft {
    let mut prose = Prose::default();
    for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        if !prose.text.is_empty() {
            prose.text.push_str("\n\n");
        }
        let start = prose.text.len();
        prose.text.push_str(paragraph);
        prose.blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(start, prose.text.len()) });
    }
    let body = body(&prose);
    let article = Article {
        path: format!("seeds/{key}"),
        key: key.to_owned(),
        meta: Meta::default(),
        prose,
        body,
        removed: Vec::new(),
        source: text.to_owned(),
        source_map: Default::default(),
    };
    let headline = Headline { text: headline.to_owned(), origin: HeadlineOrigin::Generated, evidence: Vec::new() };
    Draft { article, analysis: Analysis { language: "en".to_owned(), headline, ..Analysis::default() } }
}

fn body(prose: &Prose) -> Body {
    use crate::source::Chunk;
    let chunks = prose
        .blocks
        .iter()
        .flat_map(|block| [Chunk::Html("<p>".into()), Chunk::Prose(block.span), Chunk::Html("</p>\n".into())]);
    Body { chunks: chunks.collect() }
}

impl Draft {
    /// The first place of some words in the text.
    pub(crate) fn span(&self, words: &str) -> Span {
        let start = self.article.prose.text.find(words).unwrap_or_else(|| panic!("`{words}` is not in the text"));
        Span::new(start, start + words.len())
    }

    /// A key person with the role, if not empty, named wherever the last of the names stands.
    pub(crate) fn person(mut self, name: &str, role: &str) -> Self {
        let surname = name.rsplit(' ').next().unwrap_or(name);
        let text = &self.article.prose.text;
        let mentions = text.match_indices(surname).map(|(at, _)| {
            let before = name.len() - surname.len();
            let start = if at >= before && text[at - before..].starts_with(name) { at - before } else { at };
            Mention { span: Span::new(start, at + surname.len()) }
        });
        let mentions = mentions.collect();
        let span = (!role.is_empty()).then(|| self.span(role));
        self.analysis.people.push(Person {
            name: name.to_owned(),
            authored: Authored::Generated,
            roles: span
                .into_iter()
                .map(|span| Role { text: role.to_owned(), span: Some(span), kind: RoleKind::Occupation })
                .collect(),
            key: true,
            salience: 0.5,
            mentions,
        });
        self
    }

    pub(crate) fn sentence(mut self, words: &str) -> Self {
        let span = Some(self.span(words));
        let sentences = &mut self.analysis.summary.sentences;
        sentences.push(SummarySentence { text: words.to_owned(), span, dropped: None });
        self
    }

    pub(crate) fn tag(mut self, label: &str) -> Self {
        let evidence = self.article.prose.text.find(label).map(|at| Span::new(at, at + label.len()));
        self.analysis.tags.push(Tag {
            label: label.to_owned(),
            kind: TagKind::Keyphrase,
            authored: Authored::Generated,
            shown: true,
            score: 0.5,
            evidence: evidence.into_iter().collect(),
        });
        self
    }

    pub(crate) fn topic(self, label: &str) -> Self {
        self.topic_below(&[], label)
    }

    /// A topic that belongs to others, the top-level one first.
    pub(crate) fn topic_below(mut self, broader: &[&str], label: &str) -> Self {
        self.analysis.topics.push(Topic {
            id: None,
            top: None,
            label: label.to_owned(),
            broader: broader.iter().map(|label| (*label).to_owned()).collect(),
            authored: Authored::Generated,
            score: 0.5,
            evidence: Vec::new(),
        });
        self
    }

    /// Changes what the author stated.
    pub(crate) fn meta(mut self, change: impl FnOnce(&mut Meta)) -> Self {
        change(&mut self.article.meta);
        self
    }

    pub(crate) fn day(self, year: i16, month: i8, day: i8) -> Self {
        self.meta(|meta| meta.date = Some(crate::source::ArticleDate::Day(jiff::civil::date(year, month, day))))
    }

    pub(crate) fn done(self) -> (Article, Analysis) {
        (self.article, self.analysis)
    }
}

/// The seed of the repository with what an attentive reader finds in it.
pub(crate) fn seed() -> Draft {
    const SEED: &str = include_str!("../../seeds/000_3150b277a78836b6.txt");
    let text = SEED.trim_end().trim_end_matches("Leave a comment");
    let first = text.split_inclusive('.').next().unwrap_or_default();
    draft("000_3150b277a78836b6.txt", "Zelensky discusses security guarantees with NATO Secretary General", text)
        .sentence(first)
        .sentence(
            "NATO Secretary General Rutte emphasized that security guarantees will be a second layer on top of \
             building the Ukrainian armed forces, with involvement from the US and NATO.",
        )
        .person("Volodymyr Zelensky", "Ukrainian President")
        .person("Jens Stoltenberg", "NATO Secretary General")
        .person("Rutte", "NATO Secretary General")
        .person("Vladimir Putin", "Russian President")
        .topic("armed conflict")
        .topic("international relations")
        .tag("security guarantees")
        .tag("Ukraine")
        .tag("NATO")
        .tag("Russia")
        .tag("F-16 fighter jets")
        .tag("Article 5")
}
