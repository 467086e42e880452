//! Training the part-of-speech tagger: averaged perceptron, greedy, on its own predictions as history.

use crate::corpus::Sentence;
use crate::index::Index;
use crate::rng::Rng;
use standfirst::text::tagger::gazetteer::Gazetteer;
use standfirst::text::tagger::ner::PAD;
use standfirst::text::tagger::perceptron::Row;
use standfirst::text::tagger::pos::{self, PosModel};
use standfirst::text::tagger::word::Word;
use standfirst::text::tagger::{POS_TAGS, Scratch, Tag};
use std::collections::BTreeMap;

/// The largest quantised weight.
const CLIP: f32 = 127.0;

type Cell = [f32; POS_TAGS];

struct Data {
    words: Vec<Word>,
    gold: Vec<Option<Tag>>,
}

fn prepare(sentences: &[Sentence], lists: &Gazetteer) -> Vec<Data> {
    let mut scratch = Scratch::default();
    let one = |s: &Sentence| {
        scratch.read(&s.words, lists);
        let mut gold = vec![None; PAD];
        gold.extend(s.pos.iter().copied());
        gold.extend([None; PAD]);
        Data { words: scratch.parts().0.to_vec(), gold }
    };
    sentences.iter().map(one).collect()
}

/// Word forms that (nearly) always have one tag; lower-case forms and punctuation only.
fn dictionary(data: &[Data]) -> BTreeMap<u32, u8> {
    let mut seen: BTreeMap<u32, BTreeMap<u8, u32>> = BTreeMap::new();
    for d in data {
        for (w, g) in d.words.iter().zip(&d.gold) {
            if let (Some(g), false) = (g, w.capital) {
                *seen.entry(pos::dictionary_key(w)).or_default().entry(*g as u8).or_default() += 1;
            }
        }
    }
    let sure = |(key, tags): (u32, BTreeMap<u8, u32>)| {
        let total: u32 = tags.values().sum();
        let (tag, n) = tags.into_iter().max_by_key(|t| t.1)?;
        (total >= 15 && n * 1000 >= total * 995).then_some((key, tag))
    };
    seen.into_iter().filter_map(sure).collect()
}

fn index(data: &[Data], least: u32, sure: &BTreeMap<u32, u8>) -> Index {
    let mut all = Index::new();
    let mut keys = [0; pos::FEATURES];
    for d in data {
        let gold: Vec<Tag> = d.gold.iter().map(|g| g.unwrap_or_default()).collect();
        for t in PAD..d.words.len() - PAD {
            if sure.contains_key(&pos::dictionary_key(&d.words[t])) {
                continue;
            }
            pos::features(&d.words, &gold, t, &mut keys);
            keys.iter().for_each(|&k| all.count(k));
        }
    }
    all.cut(least)
}

/// Trains on `sentences` (those without a gold tag at a token are skipped there) and returns quantised rows.
pub(crate) fn train(sentences: &[Sentence], lists: &Gazetteer, epochs: usize, least: u32, prune: f32) -> Vec<Row> {
    let data = prepare(sentences, lists);
    let sure = dictionary(&data);
    let index = index(&data, least, &sure);
    eprintln!("pos: {} sentences, {} features, {} sure words", data.len(), index.keys.len(), sure.len());
    let mut now = vec![[0f32; POS_TAGS]; index.keys.len()];
    let mut sum = now.clone();
    let mut order: Vec<usize> = (0..data.len()).collect();
    let mut rng = Rng(11);
    let mut clock = 1f32;
    for epoch in 0..epochs {
        rng.shuffle(&mut order);
        let (mut wrong, mut total) = (0, 0);
        for &i in &order {
            let (w, n) = learn(&data[i], &index, &sure, &mut now, &mut sum, &mut clock);
            wrong += w;
            total += n;
        }
        eprintln!("pos epoch {epoch}: {:.3}% wrong", 100.0 * f64::from(wrong) / f64::from(total));
    }
    rows(&index, &sure, &now, &sum, clock, prune)
}

fn learn(
    d: &Data,
    index: &Index,
    sure: &BTreeMap<u32, u8>,
    now: &mut [Cell],
    sum: &mut [Cell],
    clock: &mut f32,
) -> (u32, u32) {
    let mut tags = vec![Tag::default(); d.words.len()];
    let mut keys = [0; pos::FEATURES];
    let (mut wrong, mut total) = (0, 0);
    for t in PAD..d.words.len() - PAD {
        if let Some(&tag) = sure.get(&pos::dictionary_key(&d.words[t])) {
            tags[t] = Tag::from_index(tag.into());
            continue;
        }
        pos::features(&d.words, &tags, t, &mut keys);
        let rows: Vec<usize> = keys.iter().filter_map(|&k| index.get(k)).map(|i| i as usize).collect();
        let mut scores = [0f32; POS_TAGS];
        for &r in &rows {
            scores.iter_mut().zip(&now[r]).for_each(|(s, w)| *s += w);
        }
        let best = (0..POS_TAGS).fold(0, |b, i| if scores[i] > scores[b] { i } else { b });
        tags[t] = Tag::from_index(best);
        let Some(gold) = d.gold[t] else { continue };
        total += 1;
        if gold as usize != best {
            wrong += 1;
            for r in rows {
                now[r][gold as usize] += 1.0;
                sum[r][gold as usize] += *clock;
                now[r][best] -= 1.0;
                sum[r][best] -= *clock;
            }
        }
        *clock += 1e-4;
    }
    (wrong, total)
}

fn rows(index: &Index, sure: &BTreeMap<u32, u8>, now: &[Cell], sum: &[Cell], clock: f32, prune: f32) -> Vec<Row> {
    let mut out: Vec<Row> = sure.iter().map(|(&k, &t)| (k, vec![(t, 127)])).collect();
    out.extend(averaged(index, now, sum, clock, prune));
    out.sort();
    out.dedup_by_key(|r| r.0);
    out
}

/// The rows with a weight, averaged over time and quantised so that the largest weights just clip; weights under `prune`
/// steps are dropped.
pub(crate) fn averaged<const N: usize>(
    index: &Index,
    now: &[[f32; N]],
    sum: &[[f32; N]],
    clock: f32,
    prune: f32,
) -> Vec<Row> {
    let average = |r: usize, t: usize| now[r][t] - sum[r][t] / clock;
    let mut sizes: Vec<f32> =
        (0..now.len()).flat_map(|r| (0..N).map(move |t| average(r, t).abs())).filter(|w| *w > 0.0).collect();
    sizes.sort_by(f32::total_cmp);
    let step = sizes[sizes.len() * 9995 / 10000] / CLIP;
    let quantised = |r: usize, t: usize| {
        let q = (average(r, t) / step).round().clamp(-CLIP, CLIP) as i8;
        (f32::from(q.unsigned_abs()) >= prune).then_some((t as u8, q))
    };
    let row = |(r, &key): (usize, &u32)| {
        let row: Vec<(u8, i8)> = (0..N).filter_map(|t| quantised(r, t)).collect();
        (!row.is_empty()).then_some((key, row))
    };
    index.keys.iter().enumerate().filter_map(row).collect()
}

/// Accuracy on gold sentences.
pub(crate) fn accuracy(model: &PosModel, sentences: &[Sentence], lists: &Gazetteer) -> f64 {
    let mut scratch = Scratch::default();
    let (mut right, mut total) = (0u32, 0u32);
    for s in sentences {
        scratch.read(&s.words, lists);
        let (words, tags) = scratch.parts();
        model.tag(words, tags);
        for (got, want) in scratch.pos().iter().zip(&s.pos) {
            if let Some(want) = want {
                total += 1;
                right += u32::from(got == want);
            }
        }
    }
    f64::from(right) / f64::from(total)
}
