//! Plain text: which lines belong to one paragraph, and which are items of a list.

use super::body::Chunk;
use super::clean::Manner;
use super::compose::Composer;
use super::draft::{Draft, Taken};
use super::headings::Ids;
use super::page::{Judgement, Unit, UnitKind};
use crate::text::BlockKind;
use std::collections::HashSet;
use std::ops::Range;

/// A paragraph or list item: the parts of lines of the source that it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub(super) parts: Vec<Part>,
    bullet: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) range: Range<usize>,
    /// Whether the next part follows without a space, because a word was divided between the lines.
    glued: bool,
}

/// A line that is not blank, without the spaces round it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line<'a> {
    text: &'a str,
    at: usize,
    /// In characters.
    length: usize,
    indent: usize,
    /// Whether a blank line comes before it.
    after_blank: bool,
}

/// The paragraphs of the text that begins at byte `start` of `source`.
pub(super) fn paragraphs(source: &str, start: usize) -> Vec<Paragraph> {
    let lines = lines(source, start);
    let width = wrap_width(&lines);
    let bullets = bullets(&lines);
    let mut words = None;
    let mut out: Vec<Paragraph> = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let shift = if bullets[i] { line.text.len() - after_bullet(line.text).unwrap_or(line.text).len() } else { 0 };
        let part = Part { range: line.at + shift..line.at + line.text.len(), glued: false };
        let joined = i > 0 && !bullets[i] && continues(&lines[i - 1], line, width);
        match out.last_mut().filter(|_| joined) {
            Some(paragraph) => {
                if let Some(last) = paragraph.parts.last_mut() {
                    divide(source, last, line.text, &mut words);
                }
                paragraph.parts.push(part);
            }
            None => out.push(Paragraph { parts: vec![part], bullet: bullets[i] }),
        }
    }
    out
}

fn lines(source: &str, start: usize) -> Vec<Line<'_>> {
    let mut at = start;
    let mut after_blank = true;
    let mut out = Vec::new();
    for raw in source[start..].split_inclusive('\n') {
        let text = raw.trim();
        let indent = raw.len() - raw.trim_start().len();
        if text.is_empty() {
            after_blank = true;
        } else {
            out.push(Line { text, at: at + indent, length: text.chars().count(), indent, after_blank });
            after_blank = false;
        }
        at += raw.len();
    }
    out
}

/// The width at which the lines were broken by a program, in characters; `None` when they were not.
///
/// In wrapped text a line ends where the next word would not have fitted, and mostly within a sentence. Verse, lists
/// and addresses end their lines early or begin each with a capital; one paragraph a line gives long lines.
fn wrap_width(lines: &[Line<'_>]) -> Option<usize> {
    let breaks = || lines.windows(2).filter(|pair| !pair[1].after_blank);
    let widest =
        breaks().map(|pair| pair[0].length.max(pair[1].length)).max().filter(|width| (30..=120).contains(width))?;
    let all = breaks().count();
    let full = breaks().filter(|pair| is_full(&pair[0], &pair[1], widest)).count();
    let ended = breaks().filter(|pair| ends_sentence(pair[0].text)).count();
    let capitals = breaks().filter(|pair| pair[1].text.starts_with(char::is_uppercase)).count();
    let wrapped = full * 10 >= all * 6 && ended * 10 <= all * 6 && (all < 4 || capitals * 4 <= all * 3);
    wrapped.then_some(widest)
}

/// Whether the first word of `next` would not have fitted on `line`; ragged lines get some leeway.
fn is_full(line: &Line<'_>, next: &Line<'_>, width: usize) -> bool {
    let word = next.text.split(char::is_whitespace).next().unwrap_or_default().chars().count();
    let width = if ends_sentence(line.text) { width } else { width * 3 / 4 };
    line.length + 1 + word > width
}

/// Whether `line` goes on with the paragraph of the line before it.
fn continues(before: &Line<'_>, line: &Line<'_>, width: Option<usize>) -> bool {
    if line.after_blank || is_rule(before.text) || is_rule(line.text) {
        return false;
    }
    let open = !ends_sentence(before.text) && begins_small(line.text);
    if open && before.text.ends_with(['-', '\u{AD}', '\u{2010}']) {
        return true;
    }
    match width {
        Some(width) => {
            let indented = line.indent >= before.indent + 2 && ends_sentence(before.text);
            open || (!indented && is_full(before, line, width))
        }
        None => open && before.length > 20,
    }
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '\'', ')', '»', ']']).ends_with(['.', '!', '?', '…', ':'])
}

/// Whether a text begins with a small letter, other than in names such as "iPhone".
fn begins_small(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_lowercase) && !chars.next().is_some_and(char::is_uppercase)
}

fn is_rule(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

/// Which lines are items of a list: two at least must follow each other, unless the mark is a real bullet.
fn bullets(lines: &[Line<'_>]) -> Vec<bool> {
    let marks: Vec<_> =
        lines.iter().map(|line| line.text.chars().next().filter(|_| after_bullet(line.text).is_some())).collect();
    let near = |i: usize, mark| {
        // The item before or after may go on over a few lines.
        let others = (i.saturating_sub(4)..(i + 5).min(lines.len())).filter(|&j| j != i);
        others.into_iter().any(|j| marks[j] == Some(mark))
    };
    marks
        .iter()
        .enumerate()
        .map(|(i, mark)| mark.is_some_and(|mark| !matches!(mark, '-' | '*') || near(i, mark)))
        .collect()
}

/// What follows the mark of a list item.
fn after_bullet(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['•', '‣', '◦', '▪', '●', '-', '*'])?;
    let content = rest.trim_start();
    (content.len() < rest.len() && !content.is_empty()).then_some(content)
}

/// Puts a divided word together again: "govern-" and "ment".
///
/// Only what the text itself shows is done: the hyphen goes when the whole word stands elsewhere in the text without
/// one, or when it is a soft hyphen. In any other case the hyphen stays, as in "well-known".
fn divide<'a>(source: &'a str, last: &mut Part, next: &str, words: &mut Option<HashSet<&'a str>>) {
    let text = &source[last.range.clone()];
    if text.ends_with('\u{AD}') {
        last.glued = true;
        return;
    }
    let Some(stem) = text.strip_suffix(['-', '\u{2010}']) else { return };
    let front = stem.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if front.is_empty() || !begins_small(next) {
        return;
    }
    last.glued = true;
    let back = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let words = words.get_or_insert_with(|| source.split(|c: char| !c.is_alphabetic()).collect());
    if words.contains(&*format!("{front}{back}")) {
        last.range.end = last.range.start + stem.len();
    }
}

/// Reads plain text.
pub(super) fn read(source: &str, start: usize, title: Option<&str>) -> Draft {
    let paragraphs = paragraphs(source, start);
    let units: Vec<Unit> = paragraphs.iter().map(|paragraph| unit(source, paragraph)).collect();
    let judgement = super::page::judge(&units, title, Manner::Plain);
    let places = paragraphs.iter().map(|paragraph| paragraph.parts[0].range.start);
    let taken = Taken::new(&units, places, &judgement, source);
    let (composer, chunks) = compose(source, &paragraphs, &units, &judgement);
    let (prose, source_map, chunks) = composer.finish(chunks);
    Draft { prose, source_map, chunks, taken, findings: judgement.findings, diagnostics: Vec::new() }
}

fn unit(source: &str, paragraph: &Paragraph) -> Unit {
    let mut composer = Composer::new(Manner::Plain);
    add(source, paragraph, BlockKind::Paragraph, &mut composer, &mut Vec::new());
    let (prose, ..) = composer.finish(Vec::new());
    Unit { kind: if paragraph.bullet { UnitKind::List } else { UnitKind::Paragraph }, text: prose.text }
}

fn add(source: &str, paragraph: &Paragraph, kind: BlockKind, composer: &mut Composer, chunks: &mut Vec<Chunk>) {
    for (i, part) in paragraph.parts.iter().enumerate() {
        if i > 0 && !paragraph.parts[i - 1].glued {
            composer.text(kind, " ", part.range.start.saturating_sub(1), chunks);
        }
        composer.text(kind, &source[part.range.clone()], part.range.start, chunks);
    }
    composer.end_block();
}

fn compose(source: &str, paragraphs: &[Paragraph], units: &[Unit], judgement: &Judgement) -> (Composer, Vec<Chunk>) {
    let mut composer = Composer::new(Manner::Plain);
    let mut chunks = Vec::new();
    let mut ids = Ids::default();
    let mut in_list = false;
    for (i, paragraph) in paragraphs.iter().enumerate() {
        if judgement.removed[i].is_some() || judgement.title == Some(i) {
            continue;
        }
        let html = |html: &str, chunks: &mut Vec<Chunk>| chunks.push(Chunk::Html(html.into()));
        match (in_list, paragraph.bullet) {
            (false, true) => html("<ul>\n", &mut chunks),
            (true, false) => html("</ul>\n", &mut chunks),
            _ => {}
        }
        in_list = paragraph.bullet;
        if let Some((_, start)) = judgement.credit.filter(|(unit, _)| *unit == i) {
            composer.keep(start);
        }
        if let Some((_, length)) = judgement.dateline.filter(|(unit, _)| *unit == i) {
            composer.skip(length);
        }
        let (open, close, kind) = match in_list {
            true => ("<li>".into(), "</li>\n", BlockKind::ListItem),
            false if judgement.headings.binary_search(&i).is_ok() => {
                (format!("<h2 id=\"{}\">", ids.name(None, &units[i].text)), "</h2>\n", BlockKind::Heading(2))
            }
            false => ("<p>".into(), "</p>\n", BlockKind::Paragraph),
        };
        html(&open, &mut chunks);
        add(source, paragraph, kind, &mut composer, &mut chunks);
        html(close, &mut chunks);
    }
    if in_list {
        chunks.push(Chunk::Html("</ul>\n".into()));
    }
    (composer, chunks)
}
