//! Writes the events of an article: its prose to the composer, all else as it is.

use super::super::body::Chunk;
use super::super::clean::Manner;
use super::super::compose::Composer;
use super::super::headings::Ids;
use super::super::{addresses, html};
use super::Located;
use crate::diagnostic::{Diagnostic, Place};
use crate::text::BlockKind;
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use std::collections::BTreeMap;
use std::ops::Range;

/// Elements whose content is never shown as text.
const HIDING: [&str; 10] =
    ["script", "style", "template", "iframe", "noscript", "textarea", "title", "select", "object", "svg"];

/// Links of one article that are warned of; all unsafe ones are left out.
const MOST_WARNINGS: usize = 20;

/// Elements of the author's own HTML that may be open at once; cleaning takes time with the square of it.
const DEEPEST: usize = 500;

/// Beginnings of tags that open nothing, or nothing that is not closed by the next of its kind.
const EMPTY: [&str; 8] = ["<br", "<hr", "<img", "<wbr", "<input", "<!", "<p", "<li"];

/// Why the author's own HTML was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lost {
    /// It hid some of the prose.
    Hiding,
    TooDeep,
}

/// Puts the events of an article together to its prose and its HTML.
pub(super) struct Writer<'a> {
    path: &'a str,
    source: &'a str,
    pub(super) composer: Composer,
    /// What is written, and whether it is raw HTML of the author.
    out: Vec<(Event<'a>, bool)>,
    /// Kinds of the blocks that are open.
    kinds: Vec<BlockKind>,
    /// Whether each open link is kept.
    links: Vec<bool>,
    /// How many images are open, and whether they are kept.
    images: (usize, bool),
    /// Where the image that is open stands, with its address, until words say what it shows.
    unsaid: Option<(Range<usize>, String)>,
    /// The raw element that hides what is in it.
    hidden: Option<&'static str>,
    pub(super) caption: bool,
    in_code: bool,
    ids: Ids,
    /// The heading that is open: its place in `out`.
    heading: Option<usize>,
    footnotes: BTreeMap<String, Footnote>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Footnote {
    number: usize,
    referred: bool,
    anchored: bool,
}

impl<'a> Writer<'a> {
    pub(super) fn new(path: &'a str, source: &'a str, events: &[Located<'a>]) -> Self {
        let mut footnotes: BTreeMap<String, Footnote> = BTreeMap::new();
        for (event, _) in events {
            let (name, referred) = match event {
                Event::FootnoteReference(name) => (name, true),
                Event::Start(Tag::FootnoteDefinition(name)) => (name, false),
                _ => continue,
            };
            let number = footnotes.len() + 1;
            let footnote = footnotes.entry(name.to_string()).or_insert(Footnote { number, ..Footnote::default() });
            footnote.referred |= referred;
        }
        Self {
            path,
            source,
            composer: Composer::new(Manner::Markdown),
            out: Vec::with_capacity(events.len()),
            kinds: Vec::new(),
            links: Vec::new(),
            images: (0, true),
            unsaid: None,
            hidden: None,
            caption: false,
            in_code: false,
            ids: Ids::default(),
            heading: None,
            footnotes,
            diagnostics: Vec::new(),
        }
    }

    pub(super) fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        if self.images.0 > 0 {
            return self.in_image(event);
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.is_prose() => self.text(&text, range.start),
            Event::Code(text) if self.is_prose() => self.code(&text, range),
            Event::SoftBreak if self.is_prose() => self.text(" ", range.start),
            Event::HardBreak if self.is_prose() => {
                self.composer.text(self.kind(), " ", range.start, &mut Vec::new());
                self.push(Event::HardBreak);
            }
            Event::Html(raw) => {
                self.look_for_unsaid(&raw, &range);
                self.out.push((Event::Html(raw), true));
            }
            Event::InlineHtml(raw) => {
                self.look_for_unsaid(&raw, &range);
                self.inline_html(raw);
            }
            Event::FootnoteReference(name) => self.footnote_reference(&name),
            event => self.out.push((event, self.hidden.is_some())),
        }
    }

    fn push(&mut self, event: Event<'a>) {
        self.out.push((event, false));
    }

    fn is_prose(&self) -> bool {
        self.hidden.is_none() && !self.in_code
    }

    fn kind(&self) -> BlockKind {
        match self.kinds.last() {
            Some(kind) => *kind,
            None if self.caption => BlockKind::Caption,
            None => BlockKind::Paragraph,
        }
    }

    fn text(&mut self, text: &str, source: usize) {
        let mut chunks = Vec::new();
        let after_element = matches!(self.out.last(), Some((Event::InlineHtml(_) | Event::End(TagEnd::Image), _)));
        if after_element && self.composer.is_at_border() && text.starts_with(char::is_whitespace) {
            // The prose has its space already, before the element.
            self.push(Event::Text(" ".into()));
        }
        self.composer.text(self.kind(), text, source, &mut chunks);
        for chunk in &chunks {
            self.push(Event::Text(html::place(chunk).into()));
        }
    }

    fn code(&mut self, text: &str, range: Range<usize>) {
        let ticks = self.source[range.clone()].bytes().take_while(|&b| b == b'`').count();
        self.push(Event::InlineHtml("<code>".into()));
        self.text(text, range.start + ticks);
        self.push(Event::InlineHtml("</code>".into()));
    }

    fn inline_html(&mut self, raw: CowStr<'a>) {
        let lower = raw.to_ascii_lowercase();
        let name = lower.trim_start_matches(['<', '/']);
        let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
        match self.hidden {
            Some(hiding) if lower.starts_with("</") && name == hiding => self.hidden = None,
            None if !lower.starts_with("</") && !lower.ends_with("/>") => {
                self.hidden = HIDING.iter().find(|hiding| **hiding == name).copied();
            }
            _ => {}
        }
        self.out.push((Event::InlineHtml(raw), true));
    }

    fn in_image(&mut self, event: Event<'a>) {
        match event {
            Event::Start(Tag::Image { .. }) => self.images.0 += 1,
            Event::End(TagEnd::Image) => self.images.0 -= 1,
            Event::Text(ref text) | Event::Code(ref text) if !text.trim().is_empty() => self.unsaid = None,
            // Its text would be numbered as if it were shown.
            Event::FootnoteReference(_) => return,
            _ => {}
        }
        if self.images.1 {
            self.push(event);
        }
        if let Some((range, url)) = self.unsaid.take_if(|_| self.images.0 == 0) {
            let hint = "write a few words for those who do not see it between the brackets: `![words](…)`";
            self.warn_of_unsaid(&url, hint, &range);
        }
    }

    /// An empty `alt` in the author's own HTML says that the picture is an ornament; none at all says nothing.
    fn look_for_unsaid(&mut self, raw: &str, range: &Range<usize>) {
        let lower = raw.to_ascii_lowercase();
        for (at, _) in lower.match_indices("<img") {
            let tag = lower[at..].split('>').next().unwrap_or_default();
            let src = tag.find("src=").map_or("", |src| &raw[at + src + 4..at + tag.len()]);
            let src = src.trim_start_matches(['"', '\'']).split(['"', '\'', ' ']).next().unwrap_or_default();
            if !tag.contains("alt=") {
                let hint = "add `alt=` with a few words for those who do not see it";
                self.warn_of_unsaid(src, hint, &(range.start + at..range.start + at + tag.len()));
            }
        }
    }

    fn warn_of_unsaid(&mut self, url: &str, hint: &str, range: &Range<usize>) {
        if self.diagnostics.len() >= MOST_WARNINGS {
            return;
        }
        let url: String = url.chars().take(80).collect();
        let warning = Diagnostic::warning(format!("nothing says what the picture `{url}` shows"));
        self.diagnostics.push(warning.at(Place::in_source(self.path, self.source, range.clone())).hint(hint));
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        if is_block(&tag) {
            self.end_block();
        }
        match tag {
            Tag::Heading { level, id, classes, .. } => {
                self.kinds.push(BlockKind::Heading(level as u8));
                self.heading = Some(self.out.len());
                self.push(Event::Start(Tag::Heading { level, id, classes, attrs: Vec::new() }));
            }
            Tag::BlockQuote(_) => self.open(BlockKind::Quote, tag),
            Tag::Item => self.open(BlockKind::ListItem, tag),
            Tag::TableCell => self.open(BlockKind::TableCell, tag),
            Tag::FootnoteDefinition(name) => self.footnote(&name),
            Tag::Link { ref dest_url, .. } => {
                let kept = addresses::is_safe_link(dest_url);
                self.links.push(kept);
                self.address(kept, "link", dest_url, &range);
                if kept {
                    self.push(Event::Start(tag));
                }
            }
            Tag::Image { ref dest_url, .. } => {
                let kept = addresses::is_safe_image(dest_url);
                self.images = (1, kept);
                self.unsaid = kept.then(|| (range.clone(), dest_url.to_string()));
                self.address(kept, "picture", dest_url, &range);
                if kept {
                    self.push(Event::Start(tag));
                }
            }
            tag => {
                self.in_code = matches!(tag, Tag::CodeBlock(_));
                self.push(Event::Start(tag));
            }
        }
    }

    fn open(&mut self, kind: BlockKind, tag: Tag<'a>) {
        self.kinds.push(kind);
        self.push(Event::Start(tag));
    }

    fn address(&mut self, kept: bool, what: &str, url: &str, range: &Range<usize>) {
        if !kept && self.diagnostics.len() < MOST_WARNINGS {
            let url: String = url.chars().take(40).collect();
            let warning = Diagnostic::warning(format!("the {what} to `{url}` was left out: it is not safe"));
            let place = Place::in_source(self.path, self.source, range.clone());
            self.diagnostics.push(warning.at(place).hint("link to an address on the web or a path"));
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if let TagEnd::Heading(_) = tag {
            self.name_heading();
        }
        self.in_code = false;
        if !matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) {
            self.end_block();
        }
        match tag {
            TagEnd::Heading(_) | TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::TableCell => {
                self.kinds.pop();
            }
            TagEnd::FootnoteDefinition => {
                self.kinds.pop();
                return self.push(Event::Html("</div>\n".into()));
            }
            TagEnd::Link if !self.links.pop().unwrap_or(true) => return,
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough if self.is_empty_inline() => {
                self.out.pop();
                return;
            }
            _ => {}
        }
        self.push(Event::End(tag));
    }

    /// Whether all words of the emphasis that is open were left out.
    fn is_empty_inline(&self) -> bool {
        matches!(self.out.last(), Some((Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough), _)))
    }

    fn end_block(&mut self) {
        // What a raw element hides ends with the block at the latest.
        self.hidden = None;
        self.composer.end_block();
    }

    fn name_heading(&mut self) {
        let Some(at) = self.heading.take() else { return };
        if let Some((Event::Start(Tag::Heading { id, .. }), _)) = self.out.get_mut(at) {
            *id = Some(html::own_id(&self.ids.name(id.as_deref(), self.composer.block_text())).into());
        }
    }

    fn footnote_reference(&mut self, name: &str) {
        let Some(footnote) = self.footnotes.get_mut(name) else { return };
        let n = footnote.number;
        let id =
            if footnote.anchored { String::new() } else { format!(" id=\"{}\"", html::own_id(&format!("fnref-{n}"))) };
        footnote.anchored = true;
        let html = format!("<sup class=\"footnote-reference\"{id}><a href=\"#fn-{n}\">{n}</a></sup>");
        self.push(Event::InlineHtml(html.into()));
    }

    fn footnote(&mut self, name: &str) {
        self.kinds.push(BlockKind::Footnote);
        let footnote = self.footnotes.get(name).copied().unwrap_or_default();
        let n = footnote.number;
        let label = if footnote.referred { format!("<a href=\"#fnref-{n}\">{n}</a>") } else { n.to_string() };
        let id = html::own_id(&format!("fn-{n}"));
        let html = format!(
            "<div class=\"footnote-definition\" id=\"{id}\"><sup class=\"footnote-definition-label\">{label}</sup>\n"
        );
        self.push(Event::Html(html.into()));
    }

    /// The HTML, and why the author's own HTML had to be left out, if so.
    pub(super) fn html(&mut self, unsafe_html: bool) -> (Vec<Chunk>, Option<Lost>) {
        let events = std::mem::take(&mut self.out);
        let raw = events.iter().any(|(_, raw)| *raw);
        let ids = &self.ids;
        let render = |with_raw: bool| {
            let kept = events.iter().filter(|(_, raw)| with_raw || !raw);
            let mut html = String::with_capacity(self.source.len() * 3 / 2);
            pulldown_cmark::html::push_html(&mut html, kept.map(|(event, _)| ids.mend_link(event.clone())));
            html
        };
        if !raw || unsafe_html {
            return (html::take_apart(&render(true)), None);
        }
        let plain = html::take_apart(&render(false));
        if depth(&events) > DEEPEST {
            return (plain, Some(Lost::TooDeep));
        }
        let cleaned = html::take_apart(&html::clean(&render(true)));
        if html::order(&cleaned).eq(html::order(&plain)) { (cleaned, None) } else { (plain, Some(Lost::Hiding)) }
    }
}

/// How many elements of the author's own HTML are open at once, at most.
fn depth(events: &[(Event<'_>, bool)]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for (event, _) in events.iter().filter(|(_, raw)| *raw) {
        let (Event::Html(html) | Event::InlineHtml(html)) = event else { continue };
        let closed = html.matches("</").count();
        let empty: usize = EMPTY.iter().map(|tag| html.matches(tag).count()).sum();
        depth = (depth + html.matches('<').count()).saturating_sub(2 * closed + empty);
        deepest = deepest.max(depth);
    }
    deepest
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}
