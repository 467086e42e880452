//! The article as it is shown: its HTML, in which the prose is marked by where it stands.
//!
//! This room knows nothing of what a mark means; it only keeps the page well-formed wherever marks fall.

use crate::text::{Prose, Span};
use std::borrow::Cow;
use std::fmt::Write;

/// The HTML of an article, with its prose left out: each piece of prose is a [`Span`] of [`Article::prose`](super::Article).
///
/// Cleaned when it was parsed; what is put in between is text only, so the page stays as clean as it was.
/// No `id` in it begins with `s-` or `p-`: these are free for marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    pub(crate) chunks: Vec<Chunk>,
}

/// A piece of a [`Body`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Chunk {
    Html(Box<str>),
    /// The value of a `href` or `src`, not escaped.
    Url(Box<str>),
    Prose(Span),
    /// One space of the prose, which is shown by something else.
    Space {
        at: u32,
        html: &'static str,
    },
}

/// What is shown for a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    pub src: String,
    /// Other attributes of the element and their values.
    pub attributes: Vec<(&'static str, String)>,
}

/// A stretch of prose that the page picks out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub span: Span,
    /// Written on the first piece only, when the mark has to be split.
    pub id: Option<String>,
    pub class: String,
    pub element: MarkElement,
}

/// What a mark becomes. Neither is interactive, so that a mark may lie within a link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MarkElement {
    #[default]
    Span,
    Mark,
}

impl Body {
    /// The HTML of the article with `marks` round their words; links and images as the author wrote them.
    ///
    /// Marks may nest, overlap and cross links or emphasis; they are split where they must be. The output is
    /// well-formed whatever the marks, and its text is the same as without them. Empty marks are left out.
    pub fn to_html(&self, prose: &Prose, marks: &[Mark]) -> String {
        self.to_html_with(prose, marks, Cow::Borrowed)
    }

    /// Like [`Body::to_html`]; `resolve` says what becomes of each address of a link or image.
    pub fn to_html_with<'a>(
        &'a self,
        prose: &'a Prose,
        marks: &[Mark],
        resolve: impl Fn(&'a str) -> Cow<'a, str>,
    ) -> String {
        self.to_html_with_pictures(prose, marks, resolve, |_| None)
    }

    /// Like [`Body::to_html_with`]; `picture` says what is shown for the address of a picture, unless `resolve` should.
    pub fn to_html_with_pictures<'a>(
        &'a self,
        prose: &'a Prose,
        marks: &[Mark],
        resolve: impl Fn(&'a str) -> Cow<'a, str>,
        picture: impl Fn(&'a str) -> Option<Shown>,
    ) -> String {
        let mut writer = Writer::new(&prose.text, marks);
        for (i, chunk) in self.chunks.iter().enumerate() {
            match chunk {
                Chunk::Html(html) => writer.html(html),
                Chunk::Url(url) => match self.is_picture(i).then(|| picture(url)).flatten() {
                    Some(shown) => writer.picture(&shown, self.is_bare(i)),
                    None => escape(&mut writer.out, &resolve(url)),
                },
                Chunk::Prose(span) => writer.prose(*span),
                Chunk::Space { at, html } => writer.space(*at as usize, html),
            }
        }
        writer.close(0);
        writer.out
    }

    /// The addresses of all links and images, in their order, as the author wrote them.
    pub fn urls(&self) -> impl Iterator<Item = &str> {
        self.chunks.iter().filter_map(|chunk| match chunk {
            Chunk::Url(url) => Some(&**url),
            _ => None,
        })
    }

    /// The addresses of all pictures, in their order, as the author wrote them.
    pub fn pictures(&self) -> impl Iterator<Item = &str> {
        self.chunks.iter().enumerate().filter_map(|(i, chunk)| match chunk {
            Chunk::Url(url) if self.is_picture(i) => Some(&**url),
            _ => None,
        })
    }

    /// Whether the address `i` is that of a picture.
    fn is_picture(&self, i: usize) -> bool {
        self.tag_before(i).starts_with("<img")
    }

    /// Whether the tag of the address `i` leaves its size to us.
    fn is_bare(&self, i: usize) -> bool {
        let after = match self.chunks.get(i + 1) {
            Some(Chunk::Html(html)) => html.split('>').next().unwrap_or_default(),
            _ => "",
        };
        let sizes = [" width=", " height=", " srcset=", " sizes=", " loading="];
        [self.tag_before(i), after].iter().all(|part| !sizes.iter().any(|size| part.contains(size)))
    }

    /// The beginning of the tag that the address `i` stands in.
    fn tag_before(&self, i: usize) -> &str {
        match i.checked_sub(1).and_then(|before| self.chunks.get(before)) {
            Some(Chunk::Html(html)) => html.rfind('<').map_or("", |open| &html[open..]),
            _ => "",
        }
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }
}

impl MarkElement {
    fn name(self) -> &'static str {
        match self {
            Self::Span => "span",
            Self::Mark => "mark",
        }
    }
}

/// Writes pieces in the order of the prose and keeps the marks open that cover the current place.
struct Writer<'a> {
    out: String,
    text: &'a str,
    marks: &'a [Mark],
    /// Mark and its bounds, by start, the longer first.
    waiting: Vec<(usize, usize, usize)>,
    next: usize,
    /// Marks over the current place, outermost first, with their ends.
    active: Vec<(usize, usize)>,
    /// How many of `active` are open in the HTML.
    open: usize,
    named: Vec<bool>,
}

impl<'a> Writer<'a> {
    fn new(text: &'a str, marks: &'a [Mark]) -> Self {
        let bounds = |(i, mark): (usize, &Mark)| (floor(text, mark.span.start), floor(text, mark.span.end), i);
        let mut waiting: Vec<_> = marks.iter().enumerate().map(bounds).filter(|(start, end, _)| start < end).collect();
        waiting.sort_by_key(|&(start, end, i)| (start, std::cmp::Reverse(end), i));
        Self {
            out: String::with_capacity(text.len() * 2 + marks.len() * 64),
            text,
            marks,
            waiting,
            next: 0,
            active: Vec::new(),
            open: 0,
            named: vec![false; marks.len()],
        }
    }

    fn html(&mut self, html: &str) {
        self.close(0);
        self.out.push_str(html);
    }

    /// Writes the address of a picture and, if `with_attributes`, the other attributes; the HTML after it closes the last.
    fn picture(&mut self, shown: &Shown, with_attributes: bool) {
        escape(&mut self.out, &shown.src);
        for (name, value) in shown.attributes.iter().filter(|_| with_attributes) {
            let _ = write!(self.out, "\" {name}=\"");
            escape(&mut self.out, value);
        }
    }

    fn prose(&mut self, span: Span) {
        let (mut at, end) = (span.start as usize, span.end as usize);
        while at < end {
            self.settle(at);
            let stop = self.active.iter().map(|&(_, end)| end).chain(self.waiting.get(self.next).map(|w| w.0));
            let stop = stop.fold(end, usize::min);
            escape(&mut self.out, self.text.get(at..stop).unwrap_or_default());
            at = stop;
        }
    }

    fn space(&mut self, at: usize, html: &str) {
        self.settle(at);
        self.out.push_str(html);
    }

    /// Opens and closes marks, so that exactly those over `at` are open.
    fn settle(&mut self, at: usize) {
        if let Some(ended) = self.active.iter().position(|&(_, end)| end <= at) {
            self.close(ended);
            self.active.retain(|&(_, end)| end > at);
        }
        while let Some(&(start, end, mark)) = self.waiting.get(self.next).filter(|w| w.0 <= at) {
            debug_assert!(start <= at);
            self.next += 1;
            if end > at {
                self.active.push((mark, end));
            }
        }
        while let Some(&(mark, _)) = self.active.get(self.open) {
            self.open_tag(mark);
            self.open += 1;
        }
    }

    fn open_tag(&mut self, index: usize) {
        let mark = &self.marks[index];
        let _ = write!(self.out, "<{}", mark.element.name());
        if let Some(id) = mark.id.as_deref().filter(|_| !self.named[index]) {
            attribute(&mut self.out, "id", id);
        }
        self.named[index] = true;
        if !mark.class.is_empty() {
            attribute(&mut self.out, "class", &mark.class);
        }
        self.out.push('>');
    }

    /// Closes all open marks but the `keep` outermost.
    fn close(&mut self, keep: usize) {
        while self.open > keep {
            self.open -= 1;
            let _ = write!(self.out, "</{}>", self.marks[self.active[self.open].0].element.name());
        }
    }
}

fn attribute(out: &mut String, name: &str, value: &str) {
    let _ = write!(out, " {name}=\"");
    escape(out, value);
    out.push('"');
}

/// Writes text so that it is safe as text and as the value of an attribute.
pub(super) fn escape(out: &mut String, text: &str) {
    let mut done = 0;
    for (i, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        out.push_str(&text[done..i]);
        out.push_str(entity);
        done = i + 1;
    }
    out.push_str(&text[done..]);
}

/// The nearest character boundary at or before `at`.
fn floor(text: &str, at: u32) -> usize {
    let at = (at as usize).min(text.len());
    (0..=at).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}
