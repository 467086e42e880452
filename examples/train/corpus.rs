//! Reading the annotated corpora.

use standfirst::text::tagger::{Kind, Label, Tag, spans};
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Clone, Default)]
pub(crate) struct Sentence {
    pub(crate) words: Vec<String>,
    /// Gold tags where the corpus has them.
    pub(crate) pos: Vec<Option<Tag>>,
    pub(crate) labels: Vec<Label>,
    /// Sentences with the same number (within a corpus) stand together in a document, or are taken to.
    pub(crate) doc: usize,
}

fn blocks(path: &Path) -> Vec<Vec<Vec<String>>> {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut out = vec![Vec::new()];
    for line in text.lines() {
        if line.trim().is_empty() {
            out.push(Vec::new());
        } else {
            out.last_mut().unwrap().push(line.split('\t').map(str::to_owned).collect());
        }
    }
    out.retain(|b: &Vec<_>| !b.is_empty());
    out
}

/// A part-of-speech corpus: token, universal tag, Penn tag.
pub(crate) fn pos(path: &Path) -> Vec<Sentence> {
    let sentence = |b: Vec<Vec<String>>| Sentence {
        pos: b.iter().map(|c| Tag::parse(c.get(2).map_or("", |s| s))).collect(),
        labels: vec![Label::O; b.len()],
        words: b.into_iter().map(|mut c| std::mem::take(&mut c[0])).collect(),
        doc: 0,
    };
    blocks(path).into_iter().map(sentence).collect()
}

fn label(tag: &str, last: Label) -> Label {
    let Some((prefix, kind)) = tag.split_once('-') else { return Label::O };
    let kind = match kind {
        "PER" => Kind::Person,
        "ORG" => Kind::Organisation,
        "LOC" => Kind::Place,
        _ => return Label::O,
    };
    Label::new(kind, !(prefix == "I" && last.kind() == Some(kind)))
}

fn repair(tags: impl Iterator<Item = String>) -> Vec<Label> {
    let mut last = Label::O;
    tags.map(|t| {
        last = label(&t, last);
        last
    })
    .collect()
}

/// An entity corpus: token and tag; runs of `run` sentences count as a document.
pub(crate) fn entities(path: &Path, run: usize) -> Vec<Sentence> {
    let sentence = |(i, b): (usize, Vec<Vec<String>>)| Sentence {
        pos: vec![None; b.len()],
        labels: repair(b.iter().map(|c| c.last().unwrap().clone())),
        words: b.into_iter().map(|mut c| std::mem::take(&mut c[0])).collect(),
        doc: i / run,
    };
    blocks(path).into_iter().enumerate().map(sentence).collect()
}

/// re3d marks nominal mentions too ("a tunnel entrance"); only names are kept, without the article.
pub(crate) fn names_only(sentences: &mut [Sentence]) {
    let capital = |w: &str| w.starts_with(char::is_uppercase);
    for s in sentences {
        let found: Vec<_> = spans(&s.labels).collect();
        for (start, end, kind) in found {
            let skip = usize::from(matches!(s.words[start].as_str(), "the" | "The" | "a" | "A" | "an"));
            let keep = start + skip < end && capital(&s.words[start + skip]) && capital(&s.words[end - 1]);
            for i in start..end {
                s.labels[i] = if keep && i >= start + skip { Label::new(kind, i == start + skip) } else { Label::O };
            }
        }
    }
}

/// The Groningen Meaning Bank: persons from the cleaned file, the rest from the original, worst sentences left out.
pub(crate) fn gmb(dir: &Path, demonym: &dyn Fn(&str) -> bool) -> Vec<Sentence> {
    let cleaned = blocks(&dir.join("gmb-persons-cleaned.tsv"));
    let mut raw = blocks(&dir.join("gmb.tsv")).into_iter();
    let same = |a: &[Vec<String>], b: &[Vec<String>]| a.len() == b.len() && a.iter().zip(b).all(|(x, y)| x[0] == y[0]);
    let mut out = Vec::new();
    for (i, c) in cleaned.iter().enumerate() {
        let Some(r) = raw.by_ref().find(|r| same(r, c)) else {
            eprintln!("gmb: no match for sentence {i}");
            break;
        };
        out.push(merge(c, &r, i / 10, demonym));
    }
    out
}

/// Splits spans such as "United Nations Secretary-General Ban Ki-moon", which the Meaning Bank calls one organisation:
/// the person behind the title is a person, the title is outside, what stands before stays.
pub(crate) fn free_people(s: &mut Sentence, title: &dyn Fn(&str) -> bool, name: &dyn Fn(&str) -> bool) {
    let found: Vec<_> = spans(&s.labels).filter(|x| x.2 == Kind::Organisation).collect();
    for (start, end, _) in found {
        let Some(k) = (start..end).rev().find(|&i| title(&s.words[i])) else { continue };
        let person = k + 1..end;
        let capital = |i: usize| s.words[i].starts_with(char::is_uppercase);
        let fits = person.clone().all(capital) && person.clone().any(|i| name(&s.words[i]));
        if !fits || person.len() > 4 {
            continue;
        }
        let first = (start..=k).find(|&i| title(&s.words[i])).unwrap_or(k);
        s.labels[first..=k].fill(Label::O);
        person.clone().for_each(|i| s.labels[i] = Label::new(Kind::Person, i == k + 1));
    }
}

fn merge(cleaned: &[Vec<String>], raw: &[Vec<String>], doc: usize, demonym: &dyn Fn(&str) -> bool) -> Sentence {
    let tag = |(c, r): (&Vec<String>, &Vec<String>)| {
        if c[2] != "O" {
            return c[2].clone();
        }
        let plain = r[1] == "JJ" || r[1] == "NNS" || r[1] == "NNPS" || demonym(&r[0]);
        match r[2].split_once('-') {
            Some((p, "org")) => format!("{p}-ORG"),
            Some((p, "geo")) => format!("{p}-LOC"),
            Some((p, "gpe")) if !plain || p == "I" => format!("{p}-LOC"),
            _ => "O".into(),
        }
    };
    Sentence {
        words: cleaned.iter().map(|c| c[0].clone()).collect(),
        pos: cleaned.iter().map(|c| Tag::parse(&c[1])).collect(),
        labels: repair(cleaned.iter().zip(raw).map(tag)),
        doc,
    }
}

/// A document of gold articles: name and sentences (paragraphs cut after full stops).
pub(crate) fn documents(dir: &Path) -> Vec<(String, Vec<Sentence>)> {
    let mut files: Vec<PathBuf> = fs::read_dir(dir).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    let read = |f: &PathBuf| {
        let sentences = entities(f, usize::MAX).iter().flat_map(cut).collect();
        (f.file_stem().unwrap().to_string_lossy().into_owned(), sentences)
    };
    files.iter().map(read).collect()
}

/// Cuts a paragraph after sentence ends.
fn cut(s: &Sentence) -> Vec<Sentence> {
    let mut out = vec![Sentence::default()];
    for i in 0..s.words.len() {
        let last = out.last_mut().unwrap();
        last.words.push(s.words[i].clone());
        last.pos.push(s.pos[i]);
        last.labels.push(s.labels[i]);
        let quote = |j: usize| s.words.get(j).is_some_and(|w| w == "\"" || w == "”");
        let stop = |j: usize| matches!(s.words[j].as_str(), "." | "!" | "?");
        let end = stop(i) && !quote(i + 1) || quote(i) && i > 0 && stop(i - 1);
        if end && i + 1 < s.words.len() && s.labels[i] == Label::O && last.words.len() > 2 {
            out.push(Sentence::default());
        }
    }
    out
}
