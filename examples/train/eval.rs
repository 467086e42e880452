//! Scores.

use crate::corpus::Sentence;
use standfirst::text::tagger::{Kind, Label, spans};
use std::collections::BTreeMap;

/// Hits, found and wanted.
#[derive(Clone, Copy, Default)]
pub(crate) struct Counts {
    pub(crate) hit: u32,
    pub(crate) found: u32,
    pub(crate) gold: u32,
}

impl Counts {
    pub(crate) fn f1(&self) -> f64 {
        2.0 * f64::from(self.hit) / f64::from((self.found + self.gold).max(1))
    }
    pub(crate) fn precision(&self) -> f64 {
        f64::from(self.hit) / f64::from(self.found.max(1))
    }
    pub(crate) fn recall(&self) -> f64 {
        f64::from(self.hit) / f64::from(self.gold.max(1))
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "P {:.3} R {:.3} F1 {:.3}", self.precision(), self.recall(), self.f1())
    }
}

fn forms(doc: &[Sentence], labels: &[Vec<Label>], kind: Kind) -> BTreeMap<String, u32> {
    let mut out = BTreeMap::new();
    for (s, l) in doc.iter().zip(labels) {
        for (start, end, _) in spans(l).filter(|x| x.2 == kind) {
            *out.entry(s.words[start..end].join(" ")).or_default() += 1;
        }
    }
    out
}

/// Counts over (document, surface form), of mentions.
pub(crate) fn mentions(doc: &[Sentence], got: &[Vec<Label>], kind: Kind, c: &mut Counts) {
    let gold: Vec<Vec<Label>> = doc.iter().map(|s| s.labels.clone()).collect();
    let (g, p) = (forms(doc, &gold, kind), forms(doc, got, kind));
    c.hit += g.iter().map(|(k, n)| n.min(p.get(k).unwrap_or(&0))).sum::<u32>();
    c.found += p.values().sum::<u32>();
    c.gold += g.values().sum::<u32>();
}

/// Counts of exact spans.
pub(crate) fn exact(gold: &[Label], got: &[Label], kind: Kind, c: &mut Counts) {
    let g: Vec<_> = spans(gold).filter(|x| x.2 == kind).collect();
    let p: Vec<_> = spans(got).filter(|x| x.2 == kind).collect();
    c.hit += g.iter().filter(|x| p.contains(x)).count() as u32;
    c.found += p.len() as u32;
    c.gold += g.len() as u32;
}
