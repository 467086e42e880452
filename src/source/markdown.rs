//! Markdown: its blocks for [`page`](super::page), then its prose and its HTML.

use super::body::Chunk;
use super::clean::Manner;
use super::compose::Composer;
use super::draft::{Draft, Taken};
use super::headings::Ids;
use super::page::{Judgement, Unit, UnitKind};
use super::{addresses, html};
use crate::diagnostic::{Diagnostic, Place};
use crate::text::BlockKind;
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeMap;
use std::ops::Range;

type Located<'a> = (Event<'a>, Range<usize>);

/// Reads Markdown that begins at byte `start` of `source`.
pub(super) fn read(path: &str, source: &str, start: usize, title: Option<&str>, unsafe_html: bool) -> Draft {
    let events = events(source, start);
    let blocks = blocks(&events);
    let units: Vec<Unit> = blocks.iter().map(|block| unit(&events[block.clone()])).collect();
    let judgement = super::page::judge(&units, title, Manner::Markdown);
    let places = blocks.iter().map(|block| events[block.start].1.start);
    let taken = Taken::new(&units, places, &judgement, source);
    let mut writer = Writer::new(path, source, &events);
    write_blocks(&mut writer, &events, &blocks, &judgement);
    let (chunks, lost) = writer.html(unsafe_html);
    let mut diagnostics = writer.diagnostics;
    if lost {
        let warning = Diagnostic::warning("HTML in the text hides a part of it and was left out");
        diagnostics.push(warning.at(Place::file(path)).hint("write it in Markdown"));
    }
    let (prose, source_map, chunks) = writer.composer.finish(chunks);
    Draft { prose, source_map, chunks, taken, findings: judgement.findings, diagnostics }
}

/// All events with their places in `source`.
fn events(source: &str, start: usize) -> Vec<Located<'_>> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let events = Parser::new_ext(&source[start..], options).into_offset_iter();
    let located = events.map(|(event, range)| (event, range.start + start..range.end + start));
    match source.contains("&#") {
        true => located.map(|(event, range)| (scrub(event), range)).collect(),
        false => located.collect(),
    }
}

/// Takes the noncharacters out that [`html`] works with; entities can make them.
fn scrub(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Html(raw) => Event::Html(html::defuse(&raw).into_owned().into()),
        Event::InlineHtml(raw) => Event::InlineHtml(html::defuse(&raw).into_owned().into()),
        Event::Text(words) => Event::Text(scrubbed(words)),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let (dest_url, title) = (scrubbed(dest_url), scrubbed(title));
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            let (dest_url, title) = (scrubbed(dest_url), scrubbed(title));
            Event::Start(Tag::Image { link_type, dest_url, title, id })
        }
        Event::Start(Tag::CodeBlock(pulldown_cmark::CodeBlockKind::Fenced(info))) => {
            Event::Start(Tag::CodeBlock(pulldown_cmark::CodeBlockKind::Fenced(scrubbed(info))))
        }
        event => event,
    }
}

fn scrubbed(text: CowStr<'_>) -> CowStr<'_> {
    match text.contains([html::OPEN, html::CLOSE]) {
        true => text.replace([html::OPEN, html::CLOSE], "\u{FFFD}").into(),
        false => text,
    }
}

/// The events of each block of the first level.
fn blocks(events: &[Located<'_>]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    for (i, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            out.push(start..i + 1);
            start = i + 1;
        }
    }
    out
}

fn unit(block: &[Located<'_>]) -> Unit {
    let has_image = || block.iter().any(|(event, _)| matches!(event, Event::Start(Tag::Image { .. })));
    let kind = match &block[0].0 {
        Event::Start(Tag::Paragraph) if !has_image() => UnitKind::Paragraph,
        Event::Start(Tag::Heading { level, .. }) => UnitKind::Heading(*level as u8),
        Event::Start(Tag::List(_)) => UnitKind::List,
        _ => UnitKind::Other,
    };
    let text = match kind {
        UnitKind::Paragraph | UnitKind::Heading(_) => text_of(block),
        UnitKind::List | UnitKind::Other => String::new(),
    };
    Unit { kind, text }
}

fn text_of(block: &[Located<'_>]) -> String {
    let mut composer = Composer::new(Manner::Markdown);
    let mut chunks = Vec::new();
    for (event, range) in block {
        match event {
            Event::Text(text) | Event::Code(text) => {
                composer.text(BlockKind::Paragraph, text, range.start, &mut chunks);
            }
            Event::SoftBreak | Event::HardBreak => composer.text(BlockKind::Paragraph, " ", range.start, &mut chunks),
            _ => {}
        }
    }
    composer.finish(Vec::new()).0.text
}

fn write_blocks<'a>(writer: &mut Writer<'a>, events: &[Located<'a>], blocks: &[Range<usize>], judgement: &Judgement) {
    let mut after_picture = false;
    for (i, range) in blocks.iter().enumerate() {
        if judgement.removed[i].is_some() || judgement.title == Some(i) {
            continue;
        }
        let block = &events[range.clone()];
        let (has_picture, only_emphasis) = picture(block);
        writer.caption = only_emphasis && (has_picture || after_picture);
        after_picture = has_picture && only_emphasis;
        if let Some((_, length)) = judgement.dateline.filter(|(unit, _)| *unit == i) {
            writer.composer.skip(length);
        }
        for (event, range) in block {
            writer.event(event.clone(), range.clone());
        }
    }
}

/// Whether a block is a paragraph with a picture, and whether all its words are emphasised, as captions are.
fn picture(block: &[Located<'_>]) -> (bool, bool) {
    let (mut found, mut depth, mut image) = (false, 0, 0);
    for (event, _) in block {
        match event {
            Event::Start(Tag::Image { .. }) => (found, image) = (true, image + 1),
            Event::End(TagEnd::Image) => image -= 1,
            Event::Start(Tag::Emphasis) => depth += 1,
            Event::End(TagEnd::Emphasis) => depth -= 1,
            Event::Text(text) if image == 0 && depth == 0 && !text.trim().is_empty() => return (found, false),
            Event::Code(_) | Event::Html(_) => return (found, false),
            _ => {}
        }
    }
    let paragraph = matches!(block[0].0, Event::Start(Tag::Paragraph));
    (found && paragraph, paragraph)
}

/// Elements whose content is never shown as text.
const HIDING: [&str; 10] =
    ["script", "style", "template", "iframe", "noscript", "textarea", "title", "select", "object", "svg"];

/// Puts the events of an article together to its prose and its HTML.
struct Writer<'a> {
    path: &'a str,
    source: &'a str,
    composer: Composer,
    /// What is written, and whether it is raw HTML of the author.
    out: Vec<(Event<'a>, bool)>,
    /// Kinds of the blocks that are open.
    kinds: Vec<BlockKind>,
    /// Whether each open link is kept.
    links: Vec<bool>,
    /// How many images are open, and whether they are kept.
    images: (usize, bool),
    /// The raw element that hides what is in it.
    hidden: Option<&'static str>,
    caption: bool,
    in_code: bool,
    ids: Ids,
    /// The heading that is open: its place in `out`.
    heading: Option<usize>,
    footnotes: BTreeMap<String, Footnote>,
    diagnostics: Vec<Diagnostic>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Footnote {
    number: usize,
    referred: bool,
    anchored: bool,
}

impl<'a> Writer<'a> {
    fn new(path: &'a str, source: &'a str, events: &[Located<'a>]) -> Self {
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
            hidden: None,
            caption: false,
            in_code: false,
            ids: Ids::default(),
            heading: None,
            footnotes,
            diagnostics: Vec::new(),
        }
    }

    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
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
            Event::Html(raw) => self.out.push((Event::Html(raw), true)),
            Event::InlineHtml(raw) => self.inline_html(raw),
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
            // Its text would be numbered as if it were shown.
            Event::FootnoteReference(_) => return,
            _ => {}
        }
        if self.images.1 {
            self.push(event);
        }
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
        if !kept {
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

    /// The HTML, and whether the author's own HTML had to be left out because it hid some of the prose.
    fn html(&mut self, unsafe_html: bool) -> (Vec<Chunk>, bool) {
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
            return (html::take_apart(&render(true)), false);
        }
        let full = render(true);
        let cleaned = html::take_apart(&html::clean(&full));
        let plain = html::take_apart(&render(false));
        if html::order(&cleaned).eq(html::order(&plain)) { (cleaned, false) } else { (plain, true) }
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}
