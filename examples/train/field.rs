//! Training the two fields that label names, and writing their weights in small integers.

use standfirst::text::tagger::evidence::{self, Evidence, VoteModel};
use standfirst::text::tagger::gazetteer::{self, Gazetteer};
use standfirst::text::tagger::known::Known;
use standfirst::text::tagger::labels::LABELS;
use standfirst::text::tagger::ner::{self, NerModel, PAD, SCALE};
use standfirst::text::tagger::pos::PosModel;
use standfirst::text::tagger::{Label, Scratch, Tagger};

use crate::corpus::Sentence;
use crate::crf;
use crate::data::{Copies, Settings};
use crate::index::Index;
use crate::rng::Rng;

/// Entity features of a sentence, token by token, only where a name can stand.
pub(crate) struct Encoder<'a> {
    lists: &'a Gazetteer,
    pos: &'a PosModel,
    scratch: Scratch,
}

impl Encoder<'_> {
    /// Calls `each(token, keys)`; with `drop`, some capitalised words are taken out of the name lists.
    fn run(&mut self, words: &[String], drop: Option<(&mut Rng, f64)>, mut each: impl FnMut(usize, &[u32])) {
        self.scratch.read(words, self.lists);
        let (w, tags) = self.scratch.parts();
        if let Some((rng, p)) = drop {
            for w in w.iter_mut().filter(|w| w.capital) {
                if rng.chance(p) {
                    let names = gazetteer::FIRST
                        | gazetteer::FIRST_RARE
                        | gazetteer::LAST
                        | gazetteer::LAST_RARE
                        | gazetteer::PLACE
                        | gazetteer::PLACE_PART
                        | gazetteer::ORG;
                    w.set_lists(w.lists & !names | w.cluster << gazetteer::CLUSTER_SHIFT);
                }
            }
        }
        self.pos.tag(w, tags);
        let view = self.scratch.view();
        let mut keys = [0; ner::FEATURES];
        for t in 0..words.len() {
            if ner::scored(view.words, t + PAD) {
                ner::features(&view, t + PAD, &mut keys);
                each(t, &keys);
            }
        }
    }
}

pub(crate) fn encode(
    data: &[&(Sentence, f32)],
    lists: &Gazetteer,
    pos: &PosModel,
    least: u32,
    o: &Settings,
) -> (crf::Set, Index) {
    let mut e = Encoder { lists, pos, scratch: Scratch::default() };
    let drop = o.get("drop", 0.3);
    let mut counts = Index::new();
    let mut rng = Rng(77);
    for (s, _) in data {
        e.run(&s.words, Some((&mut rng, drop)), |_, keys| keys.iter().for_each(|&k| counts.count(k)));
    }
    let index = counts.cut(least);
    let mut set = crf::Set { offsets: vec![0], ..crf::Set::default() };
    let mut rng = Rng(77);
    for (s, weight) in data {
        let mut last = usize::MAX - 1;
        e.run(&s.words, Some((&mut rng, drop)), |t, keys| {
            set.features.extend(keys.iter().filter_map(|&k| index.get(k)));
            set.offsets.push(set.features.len());
            push_label(&mut set, t, &mut last, s.labels[t], *weight);
        });
    }
    (set, index)
}

pub(crate) type Packed = (Vec<(u32, [i8; 8])>, [[i16; LABELS]; LABELS]);

/// Trains fields on different augmentations (`sets`) and averages their weights.
pub(crate) fn train_field(sets: &[Vec<&(Sentence, f32)>], lists: &Gazetteer, pos: &PosModel, o: &Settings) -> Packed {
    let mut keys = Index::new();
    let mut sum: Vec<[f32; 8]> = Vec::new();
    let mut links = [[0.0; LABELS]; LABELS];
    let share = 1.0 / sets.len() as f32;
    for (bag, data) in sets.iter().enumerate() {
        let (set, index) = encode(data, lists, pos, o.get("least", 3.0) as u32, o);
        println!("ner: {} sentences, {} tokens, {} features", data.len(), set.labels.len(), index.keys.len());
        let options = crf::Options {
            epochs: o.get("epochs", 8.0) as usize,
            l1: o.get("l1", 2.0) as f32,
            rate: o.get("rate", 0.1) as f32,
            seed: 3 + bag as u64,
        };
        let field = crf::train(&set, index.keys.len(), [[0.0; LABELS]; LABELS], &options);
        for (&key, w) in index.keys.iter().zip(&field.weights).filter(|(_, w)| w.iter().any(|x| *x != 0.0)) {
            keys.count(key);
            sum.resize(keys.keys.len(), [0.0; 8]);
            let row = &mut sum[keys.get(key).unwrap() as usize];
            row.iter_mut().zip(w).for_each(|(s, w)| *s += w * share);
        }
        links.iter_mut().flatten().zip(field.transitions.iter().flatten()).for_each(|(s, w)| *s += w * share);
    }
    let field = crf::Field { weights: sum, transitions: links };
    let packed = quantise(&field, &keys, o.get("prune", 1.0) as f32);
    let (same, all) = agreement(&sets[0][..2000.min(sets[0].len())], lists, pos, &field, &keys, &packed);
    println!(
        "ner: quantised labels equal unrounded ones on {same} of {all} scored tokens ({:.3}%)",
        100.0 * same as f64 / all as f64
    );
    packed
}

/// How many scored tokens get the same label from the quantised model as from the unrounded weights.
pub(crate) fn agreement(
    data: &[&(Sentence, f32)],
    lists: &Gazetteer,
    pos: &PosModel,
    field: &crf::Field,
    keys: &Index,
    packed: &Packed,
) -> (usize, usize) {
    let model = NerModel::new(&packed.0, packed.1);
    let mut e = Encoder { lists, pos, scratch: Scratch::default() };
    let (mut same, mut all) = (0, 0);
    for (s, _) in data {
        let mut chunks: Vec<(usize, Vec<[f32; 8]>, Vec<ner::Scores>)> = Vec::new();
        e.run(&s.words, None, |t, features| {
            if chunks.last().is_none_or(|c| c.0 + c.1.len() != t) {
                chunks.push((t, Vec::new(), Vec::new()));
            }
            let chunk = chunks.last_mut().expect("just pushed");
            let rows = features.iter().filter_map(|&k| keys.get(k)).map(|i| field.weights[i as usize]);
            chunk.1.push(rows.fold([0.0; 8], |a, w| std::array::from_fn(|i| a[i] + w[i])));
            chunk.2.push(model.score(features));
        });
        for (_, exact, rounded) in &chunks {
            let mut labels = vec![Label::O; exact.len()];
            ner::viterbi(rounded, &model, &mut Vec::new(), &mut labels);
            same += crf::decode(exact, &field.transitions).iter().zip(&labels).filter(|(a, b)| a == b).count();
            all += labels.len();
        }
    }
    (same, all)
}

pub(crate) fn quantise(field: &crf::Field, index: &Index, prune: f32) -> Packed {
    let q = |w: &f32| (w * SCALE).round().clamp(-127.0, 127.0) as i8;
    let mut rows: Vec<(u32, [i8; 8])> = index
        .keys
        .iter()
        .zip(&field.weights)
        .filter(|(_, w)| w.iter().any(|x| x.abs() * SCALE >= prune))
        .map(|(&k, w)| (k, std::array::from_fn(|i| q(&w[i]))))
        .filter(|(_, w)| w.iter().any(|&x| x != 0))
        .collect();
    rows.sort();
    (rows, field.transitions.map(|r| r.map(|t| (t * SCALE).round().max(-4000.0) as i16)))
}

/// Trains the second stage: the documents are cut in `folds`, each labelled by a first stage that has not seen it.
pub(crate) fn train_votes(
    expanded: &[Copies],
    table: &[(u32, gazetteer::Flags)],
    pos: &[u8],
    folds: usize,
    o: &Settings,
) -> (crf::Set, Index) {
    let mut keyed: Vec<(usize, Vec<[u32; evidence::FEATURES]>)> = Vec::new();
    let mut set = crf::Set { offsets: vec![0], ..crf::Set::default() };
    for fold in 0..folds {
        let rest: Vec<&(Sentence, f32)> =
            expanded.iter().filter(|c| c.doc % folds != fold).flat_map(|c| &c.sentences).collect();
        let lists = Gazetteer::new(table);
        let pos = PosModel::unpack(pos).unwrap();
        let (rows, transitions) = train_field(&[rest], &lists, &pos, o);
        let ner = NerModel::new(&rows, transitions);
        let (votes, known) = (VoteModel::new(&[], Default::default()), Known::default());
        let tagger = Tagger { lists: lists.into(), pos, ner, votes, known };
        for c in expanded.iter().filter(|c| c.doc % folds == fold && c.votes) {
            keyed.push((set.labels.len(), add_document(&tagger, c, &mut set)));
        }
    }
    let mut counts = Index::new();
    keyed.iter().flat_map(|k| &k.1).flatten().filter(|&&k| k != 0).for_each(|&k| counts.count(k));
    let index = counts.cut(10);
    for keys in keyed.iter().flat_map(|k| &k.1) {
        set.features.extend(keys.iter().filter(|&&k| k != 0).filter_map(|&k| index.get(k)));
        set.offsets.push(set.features.len());
    }
    (set, index)
}

pub(crate) fn add_document(tagger: &Tagger, c: &Copies, set: &mut crf::Set) -> Vec<[u32; evidence::FEATURES]> {
    let (mut scratch, mut doc) = (Scratch::default(), Evidence::default());
    doc.clear();
    for (s, _) in &c.sentences {
        tagger.tag(&s.words, &mut scratch);
        doc.push(&mut scratch);
    }
    doc.count();
    let scored: Vec<bool> = doc.scored().collect();
    let mut out = Vec::new();
    for (i, (s, weight)) in c.sentences.iter().enumerate() {
        let (start, end) = (doc.ends()[i], doc.ends()[i + 1]);
        let mut last = usize::MAX - 1;
        for t in (start..end).filter(|&t| scored[t]) {
            let mut keys = [0; evidence::FEATURES];
            doc.features(t, start, end, &mut keys);
            out.push(keys);
            set.base.push(doc.scores()[t].map(|s| f32::from(s) / SCALE));
            push_label(set, t, &mut last, s.labels[t - start], *weight);
        }
    }
    out
}

/// Appends a token's label, beginning a chunk where the token before was not scored.
pub(crate) fn push_label(set: &mut crf::Set, t: usize, last: &mut usize, l: Label, weight: f32) {
    let follows = last.wrapping_add(1) == t;
    let before = if follows { *set.labels.last().unwrap() } else { Label::O };
    if !follows {
        set.chunks.push(crf::Chunk { start: set.labels.len(), len: 0, weight });
    }
    set.chunks.last_mut().unwrap().len += 1;
    // A span cut by an unscored token begins anew.
    set.labels.push(if before.allows(l) { l } else { Label::new(l.kind().unwrap(), true) });
    *last = t;
}
