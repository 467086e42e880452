//! The weights by which headlines are judged: logistic regression on headlines that an editor has judged.

use crate::corpus;
use standfirst::analysis::headline::observe::{Observed, observe};
use standfirst::model::Model;
use standfirst::text::tagger::gazetteer::Flags;
use standfirst::text::{Block, BlockKind, Document, Prose, Span};
use std::collections::BTreeMap;
use std::path::Path;

/// A set of features, and whether what has them is so.
type Example = (Vec<u32>, bool);

/// Weights of a byte and a half: units of this part of a log-odds.
const UNIT: f32 = 256.0;
/// Features that are rarer are left out.
const LEAST: u32 = 3;

/// What an editor has said of a headline.
struct Verdict<'t> {
    corpus: &'t str,
    /// Number of the sentence in the corpus, from zero.
    sentence: usize,
    kept: Vec<usize>,
    good: bool,
    missed: Vec<usize>,
}

/// The table of [`standfirst::model::Model::verdicts`], sorted, from `verdicts.tsv` and the sentences that it names.
pub(crate) fn learn(table: &Path, data: &Path, model: &Model) -> Vec<(u32, Flags)> {
    let text = std::fs::read_to_string(table).unwrap_or_else(|e| panic!("{}: {e}", table.display()));
    let verdicts: Vec<Verdict<'_>> = text.lines().filter(|line| !line.starts_with('#')).map(verdict).collect();
    let corpora = read_corpora(data);
    let (mut parts, mut wholes) = (Vec::new(), Vec::new());
    for verdict in &verdicts {
        let (prose, spans) = joined(&corpora[verdict.corpus][verdict.sentence]);
        let doc = Document::analyse(&prose, "en", model);
        let in_spans = |tokens: &[usize], span: Span| tokens.iter().any(|&token| spans[token].overlaps(span));
        let Some(seen) = observe(&doc, model, |span| in_spans(&verdict.kept, span)) else { continue };
        parts.extend(part_examples(&seen, verdict.good, |span| in_spans(&verdict.missed, span)));
        wholes.push((seen.whole, verdict.good));
    }
    println!("verdicts: {} headlines, {} parts", wholes.len(), parts.len());
    report(&parts, 0.1, "parts that are missed");
    report(&wholes, 0.03, "headlines that are good");
    table_of(&fit(&parts, 0.1), &fit(&wholes, 0.03))
}

fn verdict(line: &str) -> Verdict<'_> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [corpus, sentence, kept, verdict, missed] = fields[..] else { panic!("not a verdict: {line}") };
    let sentence = sentence.parse().unwrap();
    Verdict { corpus, sentence, kept: ranges(kept), good: verdict == "ok", missed: ranges(missed) }
}

/// "1-3,5" as numbers.
fn ranges(text: &str) -> Vec<usize> {
    let number = |text: &str| text.parse::<usize>().unwrap();
    let range = |range: &str| match range.split_once('-') {
        Some((from, to)) => number(from)..=number(to),
        None => number(range)..=number(range),
    };
    if text == "-" { Vec::new() } else { text.split(',').flat_map(range).collect() }
}

fn read_corpora(data: &Path) -> BTreeMap<&'static str, Vec<Vec<String>>> {
    let train = data.join("train");
    let entities = ["gmb", "wikigold", "crossner-politics", "re3d-open"];
    let words = |sentences: Vec<corpus::Sentence>| sentences.into_iter().map(|sentence| sentence.words).collect();
    let entity = |name| (name, words(corpus::entities(&train.join(format!("entities/{name}.tsv")), 1)));
    let masc = ("masc", words(corpus::pos(&train.join("pos/masc.tsv"))));
    entities.into_iter().map(entity).chain([masc]).collect()
}

/// The tokens of a corpus as running text, and where each stands in it.
fn joined(tokens: &[String]) -> (Prose, Vec<Span>) {
    let (mut text, mut spans) = (String::new(), Vec::new());
    let (mut quoted, mut glue) = (false, true);
    for token in tokens {
        let opens = token == "``" || token == "\"" && !quoted;
        let closes = token == "''" || token == "\"" && quoted;
        let before = matches!(token.as_str(), "(" | "[" | "$" | "£" | "#");
        let after = closes || sticks(token);
        if !after && !glue {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(if opens || closes { "\"" } else { token });
        spans.push(Span::new(start, text.len()));
        quoted = opens || quoted && !closes;
        glue = opens || before;
    }
    let block = Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) };
    (Prose { text, blocks: vec![block] }, spans)
}

/// Whether no space stands before a token.
fn sticks(token: &str) -> bool {
    let clitic = |rest: &str| matches!(rest, "s" | "S" | "re" | "ve" | "ll" | "d" | "m");
    matches!(token, "," | "." | ";" | ":" | "?" | "!" | "%" | ")" | "]" | "n't" | "’")
        || token.strip_prefix(['\'', '’']).is_some_and(clitic)
}

/// Of a good headline no part is missed; of another the one that the editor names, and of the rest nothing is known.
fn part_examples(seen: &Observed, good: bool, missed: impl Fn(Span) -> bool) -> Vec<Example> {
    let parts = seen.parts.iter();
    match good {
        true => parts.map(|(_, keys)| (keys.clone(), false)).collect(),
        false => parts.filter(|(span, _)| missed(*span)).take(1).map(|(_, keys)| (keys.clone(), true)).collect(),
    }
}

/// Minimises half the squared weights plus `cost` times the logistic loss, by gradients with a step for each weight.
fn fit(examples: &[Example], cost: f32) -> BTreeMap<u32, f32> {
    const ROUNDS: usize = 400;
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for (keys, _) in examples {
        let mut keys = keys.clone();
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter().for_each(|key| *counts.entry(key).or_default() += 1);
    }
    let index: BTreeMap<u32, usize> =
        counts.iter().filter(|(_, count)| **count >= LEAST).enumerate().map(|(i, (&key, _))| (key, i)).collect();
    let rows: Vec<(Vec<usize>, f32)> = examples
        .iter()
        .map(|(keys, so)| (keys.iter().filter_map(|key| index.get(key).copied()).collect(), f32::from(u8::from(*so))))
        .collect();
    let (mut weights, mut squares) = (vec![0f32; index.len()], vec![1e-6f32; index.len()]);
    for _ in 0..ROUNDS {
        let mut gradient = weights.clone();
        for (row, so) in &rows {
            let score: f32 = row.iter().map(|&i| weights[i]).sum();
            let error = 1.0 / (1.0 + (-score).exp()) - so;
            row.iter().for_each(|&i| gradient[i] += cost * error);
        }
        for i in 0..weights.len() {
            squares[i] += gradient[i] * gradient[i];
            weights[i] -= 0.3 * gradient[i] / squares[i].sqrt();
        }
    }
    index.into_iter().map(|(key, i)| (key, weights[i])).collect()
}

/// How well eight-fold fits tell examples apart that they have not seen (the area under the curve). Neighbours, which
/// may come from one sentence, are in one fold.
fn report(examples: &[Example], cost: f32, what: &str) {
    const FOLDS: usize = 8;
    let mut scored: Vec<(f32, bool)> = Vec::new();
    for fold in 0..FOLDS {
        let range = examples.len() * fold / FOLDS..examples.len() * (fold + 1) / FOLDS;
        let others = [&examples[..range.start], &examples[range.end..]].concat();
        let weights = fit(&others, cost);
        let score = |keys: &[u32]| keys.iter().filter_map(|key| weights.get(key)).sum::<f32>();
        scored.extend(examples[range].iter().map(|(keys, so)| (score(keys), *so)));
    }
    scored.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut below, mut area) = (0usize, 0usize);
    for &(_, so) in &scored {
        if so { area += below } else { below += 1 }
    }
    let pairs = below * (scored.len() - below);
    println!(
        "{what}: {} of {}, area under the curve {:.3}",
        scored.len() - below,
        scored.len(),
        area as f64 / pairs as f64
    );
}

/// Both weights of a key in one number: that a part is missed below, that a headline is good above.
fn table_of(missed: &BTreeMap<u32, f32>, good: &BTreeMap<u32, f32>) -> Vec<(u32, Flags)> {
    let packed = |weights: &BTreeMap<u32, f32>, key| {
        let weight = weights.get(&key).copied().unwrap_or(0.0) * UNIT;
        u32::from(weight.round().clamp(f32::from(i16::MIN), f32::from(i16::MAX)) as i16 as u16)
    };
    let mut keys: Vec<u32> = missed.keys().chain(good.keys()).copied().collect();
    keys.sort_unstable();
    keys.dedup();
    let entry = |key| (key, packed(good, key) << 16 | packed(missed, key));
    keys.into_iter().map(entry).filter(|(_, weights)| *weights != 0).collect()
}
