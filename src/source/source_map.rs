//! Where each byte of the prose stands in the file.

use crate::text::Span;
use std::ops::Range;

/// Runs of prose that stand in the source as they are, in order; what lies between two runs was left out or replaced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SourceMap {
    runs: Vec<Run>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    prose: u32,
    source: u32,
}

impl SourceMap {
    /// Notes that the prose from byte `prose` on is the source from byte `source` on. Calls come in order.
    pub(crate) fn push(&mut self, prose: usize, source: usize) {
        let run = Run { prose: prose as u32, source: source as u32 };
        match self.runs.last_mut() {
            Some(last) if last.prose == run.prose => *last = run,
            Some(last) if last.source as usize + (prose - last.prose as usize) == source => {}
            _ => self.runs.push(run),
        }
    }

    /// The bytes of the source that a span of `prose` was made from.
    pub(crate) fn range(&self, span: Span, prose: &str, source: &str) -> Range<usize> {
        let start = self.find(span.start as usize).min(source.len());
        let Some(last) = prose.get(span.range()).and_then(|text| text.chars().next_back()) else {
            return start..start;
        };
        let last_start = self.find(span.end as usize - last.len_utf8());
        let end = source
            .get(last_start..)
            .and_then(|rest| rest.chars().next())
            .map_or(last_start, |c| last_start + c.len_utf8());
        start..end.clamp(start, source.len())
    }

    fn find(&self, prose: usize) -> usize {
        let next = self.runs.partition_point(|run| run.prose as usize <= prose);
        let Some(run) = next.checked_sub(1).and_then(|i| self.runs.get(i)) else { return 0 };
        let found = run.source as usize + (prose - run.prose as usize);
        // What was left out before the next run is not part of this one.
        self.runs.get(next).map_or(found, |next| found.min(next.source as usize))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_found_across_what_was_left_out() {
        let source = "**Roe** &amp; Doe";
        let prose = "Roe & Doe";
        let mut map = SourceMap::default();
        map.push(0, 2);
        map.push(3, 7);
        map.push(4, 8);
        map.push(5, 13);
        assert_eq!(&source[map.range(Span::new(0, 3), prose, source)], "Roe");
        assert_eq!(&source[map.range(Span::new(6, 9), prose, source)], "Doe");
        assert_eq!(&source[map.range(Span::new(0, 9), prose, source)], "Roe** &amp; Doe");
    }

    #[test]
    fn an_empty_map_and_a_span_out_of_bounds_do_not_panic() {
        let map = SourceMap::default();
        assert_eq!(map.range(Span::new(3, 9), "abc", "abc"), 0..0);
    }
}
