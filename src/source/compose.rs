//! Puts cleaned text together to the prose, and keeps where each piece of it came from.

use super::body::Chunk;
use super::clean::{Manner, Piece, pieces};
use super::source_map::SourceMap;
use crate::text::{Block, BlockKind, Prose, Span};

/// The prose as far as it was put together.
#[derive(Debug)]
pub(super) struct Composer {
    prose: Prose,
    map: SourceMap,
    /// Where the block began that is being put together; it begins with its first visible character.
    open: Option<(BlockKind, usize)>,
    /// Bytes of cleaned text that are still to be left out.
    skip: usize,
    /// Bytes of cleaned text of this block that may still come; what comes after them is left out.
    left: usize,
    /// Whether the cleaned text, what was left out included, has not begun or ends with a space.
    at_border: bool,
    manner: Manner,
}

impl Composer {
    pub(super) fn new(manner: Manner) -> Self {
        Self {
            prose: Prose::default(),
            map: SourceMap::default(),
            open: None,
            skip: 0,
            left: usize::MAX,
            at_border: true,
            manner,
        }
    }

    /// Leaves out the first `bytes` of the cleaned text that comes next.
    pub(super) fn skip(&mut self, bytes: usize) {
        self.skip = bytes;
    }

    /// Leaves out all cleaned text of the block that comes next but the first `bytes`.
    pub(super) fn keep(&mut self, bytes: usize) {
        self.left = bytes;
    }

    /// Adds text that stands at byte `source` of the file, and gives the chunks that show it.
    pub(super) fn text(&mut self, kind: BlockKind, text: &str, source: usize, chunks: &mut Vec<Chunk>) {
        pieces(text, self.manner, |piece, at| match piece {
            Piece::Run(run) => self.run(kind, run, source + at, chunks),
            Piece::Char(c) => self.run(kind, c.encode_utf8(&mut [0; 4]), source + at, chunks),
            Piece::Space => self.run(kind, " ", source + at, chunks),
            Piece::FixedSpace(html) => self.fixed_space(html, source + at, chunks),
        });
    }

    /// Whether a space that comes next is left out.
    pub(super) fn is_at_border(&self) -> bool {
        self.at_border
    }

    /// The text of the block that is open.
    pub(super) fn block_text(&self) -> &str {
        self.open.map_or("", |(_, start)| &self.prose.text[start..])
    }

    /// Ends the block, if one is open.
    pub(super) fn end_block(&mut self) {
        if !self.at_border || self.open.is_some() {
            self.skip = 0;
            self.left = usize::MAX;
        }
        self.at_border = true;
        let Some((kind, start)) = self.open.take() else { return };
        if self.prose.text.ends_with(' ') {
            self.prose.text.pop();
        }
        self.prose.blocks.push(Block { kind, span: Span::new(start, self.prose.text.len()) });
    }

    /// The prose, where it came from, and `chunks` without the spaces that the ends of blocks lost.
    pub(super) fn finish(mut self, chunks: Vec<Chunk>) -> (Prose, SourceMap, Vec<Chunk>) {
        self.end_block();
        let text = &self.prose.text;
        let lost = |at: usize| text.as_bytes().get(at).is_none_or(|&b| b == b'\n');
        let mut kept: Vec<Chunk> = Vec::with_capacity(chunks.len());
        for chunk in chunks {
            match (chunk, kept.last_mut()) {
                (Chunk::Prose(span), last) => {
                    let end = span.end - u32::from(lost(span.end as usize - 1));
                    match last {
                        Some(Chunk::Prose(last)) if last.end == span.start => last.end = end.max(last.end),
                        _ if span.start < end => kept.push(Chunk::Prose(Span { start: span.start, end })),
                        _ => {}
                    }
                }
                (Chunk::Space { at, .. }, _) if lost(at as usize) => {}
                (chunk, _) => kept.push(chunk),
            }
        }
        (self.prose, self.map, kept)
    }

    fn run(&mut self, kind: BlockKind, run: &str, source: usize, chunks: &mut Vec<Chunk>) {
        let clean = if self.at_border { run.strip_prefix(' ').unwrap_or(run) } else { run };
        let before = run.len() - clean.len();
        let clean = clean.get(..self.left).unwrap_or(clean);
        if clean.is_empty() {
            return;
        }
        self.left = self.left.saturating_sub(clean.len());
        self.at_border = clean.ends_with(' ');
        let skipped = self.skip.min(clean.len());
        self.skip -= skipped;
        let rest = clean.get(skipped..).unwrap_or_default();
        let rest = if self.open.is_none() { rest.trim_start() } else { rest };
        if rest.is_empty() {
            return;
        }
        let at = before + clean.len() - rest.len();
        self.open_block(kind);
        let start = self.prose.text.len();
        self.map.push(start, source + at);
        self.prose.text.push_str(rest);
        let span = Span::new(start, self.prose.text.len());
        match chunks.last_mut() {
            Some(Chunk::Prose(last)) if last.end == span.start => last.end = span.end,
            _ => chunks.push(Chunk::Prose(span)),
        }
    }

    fn fixed_space(&mut self, html: &'static str, source: usize, chunks: &mut Vec<Chunk>) {
        if self.at_border || self.left == 0 {
            return;
        }
        self.left -= 1;
        self.at_border = true;
        if self.skip > 0 || self.open.is_none() {
            self.skip = self.skip.saturating_sub(1);
            return;
        }
        let at = self.prose.text.len();
        self.map.push(at, source);
        self.prose.text.push(' ');
        chunks.push(Chunk::Space { at: at as u32, html });
    }

    fn open_block(&mut self, kind: BlockKind) {
        if self.open.is_some() {
            return;
        }
        if !self.prose.text.is_empty() {
            self.prose.text.push_str("\n\n");
        }
        self.open = Some((kind, self.prose.text.len()));
    }
}
