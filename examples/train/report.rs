//! How well the taggers do on articles that nothing was learnt from.

use std::path::Path;

use standfirst::text::tagger::evidence::Evidence;
use standfirst::text::tagger::{Kind, Label, Scratch, Tagger};

use crate::corpus::{self, Sentence};
use crate::data::Source;
use crate::eval;
use crate::perceptron;

/// Labels of a document after both stages.
fn label_document(tagger: &Tagger, doc: &[Sentence]) -> Vec<Vec<Label>> {
    let (mut scratch, mut out) = (Scratch::default(), Evidence::default());
    let words: Vec<&[String]> = doc.iter().map(|s| s.words.as_slice()).collect();
    tagger.tag_document(&words, &mut scratch, &mut out);
    (0..out.len()).map(|i| out.labels(i).to_vec()).collect()
}

fn label_all(tagger: &Tagger, doc: &[Sentence]) -> Vec<Vec<Label>> {
    let mut scratch = Scratch::default();
    let one = |s: &Sentence| {
        tagger.tag(&s.words, &mut scratch);
        scratch.labels().to_vec()
    };
    doc.iter().map(one).collect()
}

/// The simple rule that the second stage is compared with: the last word of a longer person name is a person wherever
/// it stands alone.
fn surname_rule(doc: &[Sentence], labels: &[Vec<Label>]) -> Vec<Vec<Label>> {
    let mut last = std::collections::BTreeSet::new();
    for (s, l) in doc.iter().zip(labels) {
        let full = standfirst::text::tagger::spans(l).filter(|x| x.2 == Kind::Person && x.1 - x.0 > 1);
        last.extend(full.map(|x| s.words[x.1 - 1].as_str()));
    }
    let one = |(s, l): (&Sentence, &Vec<Label>)| {
        let alone = |i: usize| !l[i].is_inside() && l.get(i + 1).is_none_or(|n| !n.is_inside());
        let set = |i: usize| if alone(i) && last.contains(s.words[i].as_str()) { Label::BPer } else { l[i] };
        (0..l.len()).map(set).collect()
    };
    doc.iter().zip(labels).map(one).collect()
}

const KINDS: [(Kind, &str); 3] = [(Kind::Person, "PER"), (Kind::Organisation, "ORG"), (Kind::Place, "LOC")];

pub(crate) fn names(tagger: &Tagger, data: &Path, sources: &[Source], errors: Option<&String>) {
    let docs = corpus::documents(&data.join("tune/entities/worldwide"));
    let once: Vec<_> = docs.iter().map(|d| label_all(tagger, &d.1)).collect();
    let labels: Vec<_> = docs.iter().map(|d| label_document(tagger, &d.1)).collect();
    let ruled: Vec<_> = docs.iter().zip(&once).map(|(d, l)| surname_rule(&d.1, l)).collect();
    for (stage, labels) in [("once ", &once), ("rule ", &ruled), ("twice", &labels)] {
        for (kind, name) in KINDS {
            let mut c = [eval::Counts::default(); 3];
            for (i, (d, l)) in docs.iter().zip(labels).enumerate() {
                eval::mentions(&d.1, l, kind, &mut c[2]);
                eval::mentions(&d.1, l, kind, &mut c[i % 2]);
            }
            println!("worldwide {stage} {name}: {}   halves {:.3} {:.3}", c[2], c[0].f1(), c[1].f1());
        }
    }
    for s in sources {
        let mut line = format!("held-out {:10}", s.name);
        let got: Vec<Vec<Label>> =
            s.held.chunk_by(|a, b| a.doc == b.doc).flat_map(|d| label_document(tagger, d)).collect();
        for (kind, name) in KINDS {
            let mut c = eval::Counts::default();
            s.held.iter().zip(&got).for_each(|(s, l)| eval::exact(&s.labels, l, kind, &mut c));
            line += &format!("  {name} {:.3}/{:.3} {:.3}", c.precision(), c.recall(), c.f1());
        }
        println!("{line}");
    }
    if let Some(path) = errors {
        dump(path, &docs, &labels);
    }
}

/// Writes every sentence of the even half with a wrong person span, gold and found.
fn dump(path: &str, docs: &[(String, Vec<Sentence>)], labels: &[Vec<Vec<Label>>]) {
    let mut out = String::new();
    for ((name, doc), got) in docs.iter().zip(labels).step_by(2) {
        for (s, l) in doc.iter().zip(got) {
            let all = |l: &[Label]| standfirst::text::tagger::spans(l).collect::<Vec<_>>();
            let (g, p) = (all(&s.labels), all(l));
            let show = |x: &(usize, usize, Kind)| format!("{:?}:{}", x.2, s.words[x.0..x.1].join(" "));
            let missed: Vec<_> = g.iter().filter(|x| x.2 == Kind::Person && !p.contains(x)).map(show).collect();
            let wrong: Vec<_> = p.iter().filter(|x| x.2 == Kind::Person && !g.contains(x)).map(show).collect();
            if !missed.is_empty() || !wrong.is_empty() {
                let instead: Vec<_> = p.iter().filter(|x| x.2 != Kind::Person).map(show).collect();
                out +=
                    &format!("{name}\tMISSED {missed:?}\tWRONG {wrong:?}\tOTHER {instead:?}\t{}\n", s.words.join(" "));
            }
        }
    }
    std::fs::write(path, out).unwrap();
}

/// Accuracy of the part-of-speech tags.
pub(crate) fn tags(tagger: &Tagger, data: &Path, sources: &[Source]) {
    let accuracy = |sentences: &[Sentence]| perceptron::accuracy(&tagger.pos, sentences, &tagger.lists);
    let dev = corpus::pos(&data.join("tune/pos/ud-ewt-dev.tsv"));
    println!("pos accuracy: ud-ewt-dev {:.4}, held-out gmb {:.4}", accuracy(&dev), accuracy(&sources[2].held));
}
