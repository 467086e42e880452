//! Markdown: its blocks for [`page`](super::page), then its prose and its HTML.

use super::clean::Manner;
use super::compose::Composer;
use super::draft::{Draft, Taken};
use super::html;
use super::page::{Judgement, Unit, UnitKind};
use crate::diagnostic::{Diagnostic, Place};
use crate::text::BlockKind;
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

mod writer;

use writer::{Lost, Writer};

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
    if let Some(lost) = lost {
        let why = match lost {
            Lost::Hiding => "hides a part of it",
            Lost::TooDeep => "is nested too deeply",
        };
        let warning = Diagnostic::warning(format!("HTML in the text {why} and was left out"));
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
        if let Some((_, start)) = judgement.credit.filter(|(unit, _)| *unit == i) {
            writer.composer.keep(start);
        }
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
