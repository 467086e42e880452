//! Trains the taggers: `train DATA_DIR OUT_DIR [key=value ...]`.

mod augment;
mod corpus;
mod crf;
mod eval;
mod index;
mod lists;
mod names;
mod perceptron;
mod rng;

use corpus::Sentence;
use index::Index;
use lists::Lists;
use names::Namer;
use rng::Rng;
use standfirst::text::tagger::evidence::{self, Evidence, VoteModel};
use standfirst::text::tagger::gazetteer::{self, Gazetteer};
use standfirst::text::tagger::labels::LABELS;
use standfirst::text::tagger::ner::{self, NerModel, PAD, SCALE};
use standfirst::text::tagger::pos::PosModel;
use standfirst::text::tagger::{Kind, Label, Scratch, Tagger};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

struct Settings(BTreeMap<String, String>);

impl Settings {
    fn get(&self, key: &str, default: f64) -> f64 {
        self.0.get(key).map_or(default, |v| v.parse().expect("a number"))
    }
}

/// One entity corpus: how often each document is used (as it is, and with other names), and how much it counts.
struct Source {
    name: &'static str,
    train: Vec<Sentence>,
    held: Vec<Sentence>,
    plain: usize,
    swaps: usize,
    weight: f32,
}

fn split(name: &'static str, all: Vec<Sentence>, plain: usize, swaps: usize, weight: f32) -> Source {
    let (held, train) = all.into_iter().partition(|s| s.doc % 10 == 9);
    Source { name, train, held, plain, swaps, weight }
}

fn sources(data: &Path, lists: &Lists, o: &Settings) -> Vec<Source> {
    let dir = data.join("train/entities");
    let swaps = o.get("swaps", 3.0) as usize;
    let gold = o.get("gold", 1.0) as f32;
    let demonym = |w: &str| lists.flags.get(&w.to_lowercase()).is_some_and(|f| f & gazetteer::DEMONYM != 0);
    let mut gmb = corpus::gmb(&dir, &demonym);
    if o.get("free", 1.0) > 0.0 {
        let has = |w: &str, f| lists.flags.get(&w.to_lowercase()).is_some_and(|x| x & f != 0);
        let title = |w: &str| {
            has(w, gazetteer::TITLE) && w != "State"
                || matches!(
                    w,
                    "Secretary-General"
                        | "Undersecretary"
                        | "Director-General"
                        | "Staff"
                        | "Lieutenant-General"
                        | "Major-General"
                )
        };
        let any = gazetteer::FIRST | gazetteer::FIRST_RARE | gazetteer::LAST | gazetteer::LAST_RARE;
        let name = |w: &str| {
            has(w, any) && !has(w, gazetteer::LOWER | gazetteer::PLACE | gazetteer::DEMONYM | gazetteer::ROLE)
        };
        gmb.iter_mut().for_each(|s| corpus::free_people(s, &title, &name));
    }
    gmb.truncate(o.get("gmb", 1e9) as usize);
    let mut re3d = corpus::entities(&dir.join("re3d-open.tsv"), 5);
    corpus::names_only(&mut re3d);
    let mut out = vec![
        split("wikigold", corpus::entities(&dir.join("wikigold.tsv"), 10), 1, swaps, gold),
        split("wnut17", corpus::entities(&dir.join("wnut17.tsv"), 1), 1, 1, 0.5),
        split(
            "gmb",
            gmb,
            o.get("gmbplain", 1.0) as usize,
            o.get("gmbswaps", 1.0) as usize,
            o.get("gmbweight", 0.5) as f32,
        ),
    ];
    if o.get("sharealike", 1.0) > 0.0 {
        out.push(split("crossner", corpus::entities(&dir.join("crossner-politics.tsv"), 1), 1, swaps, gold));
        out.push(split("uner", corpus::entities(&dir.join("uner-ewt-dev.tsv"), 5), 1, swaps, gold));
        out.push(split("re3d", re3d, 1, swaps, gold));
    }
    out
}

fn lower_counts(texts: &[&[Sentence]]) -> BTreeMap<String, u32> {
    let mut out = BTreeMap::new();
    for w in texts.iter().flat_map(|t| t.iter()).flat_map(|s| &s.words) {
        if w.chars().all(|c| c.is_lowercase() || c == '-') && w.starts_with(char::is_alphabetic) {
            *out.entry(w.clone()).or_default() += 1;
        }
    }
    out
}

fn pos_data(data: &Path, o: &Settings, gmb: &[Sentence]) -> Vec<Sentence> {
    let dir = data.join("train/pos");
    let mut all = Vec::new();
    for name in ["gum", "masc", "ud-ewt-train"] {
        let s = corpus::pos(&dir.join(format!("{name}.tsv")));
        all.extend(s);
    }
    all.extend(gmb.iter().take(o.get("posgmb", 12000.0) as usize).cloned());
    all
}

/// One copy of a training document after augmentation, its sentences with their weights.
struct Copies {
    /// The same for all copies of one document, so that folds never share one.
    doc: usize,
    /// Whether it is of use to the second stage: several sentences.
    votes: bool,
    sentences: Vec<(Sentence, f32)>,
}

fn expand(sources: &[Source], namer: &Namer, o: &Settings) -> Vec<Copies> {
    let mut rng = Rng(5);
    let mut out = Vec::new();
    let place = o.get("place", 0.4);
    let mut number = 0;
    for s in sources {
        for doc in s.train.chunk_by(|a, b| a.doc == b.doc) {
            number += 1;
            for i in 0..s.plain + s.swaps {
                let copy = if i < s.plain { doc.to_vec() } else { augment::swap(doc, namer, &mut rng, place) };
                let mut restyle = |mut c: Sentence| {
                    if i >= s.plain || rng.chance(0.3) {
                        augment::restyle(&mut c, &mut rng);
                    }
                    (c, s.weight)
                };
                let sentences = copy.into_iter().map(&mut restyle).collect();
                out.push(Copies { doc: number, votes: doc.len() > 3, sentences });
            }
        }
    }
    out
}

/// Entity features of a sentence, token by token, only where a name can stand.
struct Encoder<'a> {
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
                    w.set_lists(w.lists & !names);
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

fn encode(data: &[&(Sentence, f32)], lists: &Gazetteer, pos: &PosModel, least: u32, o: &Settings) -> (crf::Set, Index) {
    let mut e = Encoder { lists, pos, scratch: Scratch::default() };
    let drop = o.get("drop", 0.2);
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

type Packed = (Vec<(u32, [i8; 8])>, [[i16; LABELS]; LABELS]);

fn train_field(data: &[&(Sentence, f32)], lists: &Gazetteer, pos: &PosModel, o: &Settings) -> (NerModel, Packed) {
    let (set, index) = encode(data, lists, pos, o.get("least", 3.0) as u32, o);
    println!(
        "ner: {} sentences, {} chunks, {} tokens, {} features",
        data.len(),
        set.chunks.len(),
        set.labels.len(),
        index.keys.len()
    );
    let options = crf::Options {
        epochs: o.get("epochs", 8.0) as usize,
        l1: o.get("l1", 2.0) as f32,
        rate: o.get("rate", 0.1) as f32,
        seed: 3,
    };
    let field = crf::train(&set, index.keys.len(), [[0.0; LABELS]; LABELS], &options);
    let packed = quantise(&field, &index, o.get("prune", 1.0) as f32);
    (NerModel::new(&packed.0, packed.1), packed)
}

fn quantise(field: &crf::Field, index: &Index, prune: f32) -> Packed {
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

/// Labels of a document after both stages.
fn label_document(tagger: &Tagger, doc: &[Sentence]) -> Vec<Vec<Label>> {
    let (mut scratch, mut out) = (Scratch::default(), Evidence::default());
    let words: Vec<&[String]> = doc.iter().map(|s| s.words.as_slice()).collect();
    tagger.tag_document(&words, &mut scratch, &mut out);
    (0..out.len()).map(|i| out.labels(i).to_vec()).collect()
}

/// Trains the second stage: the documents are cut in `folds`, each labelled by a first stage that has not seen it.
fn train_votes(
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
        let (ner, _) = train_field(&rest, &lists, &pos, o);
        let tagger = Tagger { lists, pos, ner, votes: VoteModel::new(&[], Default::default()) };
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

fn add_document(tagger: &Tagger, c: &Copies, set: &mut crf::Set) -> Vec<[u32; evidence::FEATURES]> {
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
fn push_label(set: &mut crf::Set, t: usize, last: &mut usize, l: Label, weight: f32) {
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

fn label_all(tagger: &Tagger, doc: &[Sentence]) -> Vec<Vec<Label>> {
    let mut scratch = Scratch::default();
    let one = |s: &Sentence| {
        tagger.tag(&s.words, &mut scratch);
        scratch.labels().to_vec()
    };
    doc.iter().map(one).collect()
}

const KINDS: [(Kind, &str); 3] = [(Kind::Person, "PER"), (Kind::Organisation, "ORG"), (Kind::Place, "LOC")];

fn report(tagger: &Tagger, data: &Path, sources: &[Source], errors: Option<&String>) {
    let docs = corpus::documents(&data.join("tune/entities/worldwide"));
    let once: Vec<_> = docs.iter().map(|d| label_all(tagger, &d.1)).collect();
    let labels: Vec<_> = docs.iter().map(|d| label_document(tagger, &d.1)).collect();
    for (stage, labels) in [("once ", &once), ("twice", &labels)] {
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

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (data, out) = (PathBuf::from(&args[0]), PathBuf::from(&args[1]));
    let o = Settings(args[2..].iter().filter_map(|a| a.split_once('=')).map(|(k, v)| (k.into(), v.into())).collect());
    std::fs::create_dir_all(&out).unwrap();
    let clock = Instant::now();
    let mut lists = Lists::read(&data.join("gazetteers"));
    let sources = sources(&data, &lists, &o);
    let gmb = &sources[2].train;
    let tagged = pos_data(&data, &o, gmb);
    lists.add_lower(&lower_counts(&[gmb, &tagged, &sources[0].train]));
    let entries = lists.entries();
    let packed = Gazetteer::pack(&entries);
    println!("lists: {} words, {} KB", entries.len(), packed.len() / 1000);
    std::fs::write(out.join("lists.bin"), &packed).unwrap();
    let table = Gazetteer::new(&entries);

    let pos_file = out.join("pos.bin");
    if o.get("pos", 1.0) > 0.0 {
        let rows = perceptron::train(
            &tagged,
            &table,
            o.get("posepochs", 6.0) as usize,
            o.get("posleast", 3.0) as u32,
            o.get("posprune", 2.0) as f32,
        );
        let packed = PosModel::pack(&rows);
        println!("pos: {} rows, {} KB, {:?}", rows.len(), packed.len() / 1000, clock.elapsed());
        std::fs::write(&pos_file, packed).unwrap();
    }
    let pos = PosModel::unpack(&std::fs::read(&pos_file).unwrap()).unwrap();
    let dev = corpus::pos(&data.join("tune/pos/ud-ewt-dev.tsv"));
    println!(
        "pos accuracy: ud-ewt-dev {:.4}, held-out gmb {:.4}",
        perceptron::accuracy(&pos, &dev, &table),
        perceptron::accuracy(&pos, &sources[2].held, &table)
    );

    let ner_file = out.join("ner.bin");
    let votes_file = out.join("votes.bin");
    if o.get("ner", 1.0) > 0.0 {
        let namer = Namer::new(&lists);
        let expanded = expand(&sources, &namer, &o);
        let all: Vec<&(Sentence, f32)> = expanded.iter().flat_map(|c| &c.sentences).collect();
        let (_, (rows, transitions)) = train_field(&all, &table, &pos, &o);
        let packed = NerModel::pack(&rows, &transitions);
        println!("ner: {} rows, {} KB, {:?}", rows.len(), packed.len() / 1000, clock.elapsed());
        std::fs::write(&ner_file, packed).unwrap();
        let folds = o.get("folds", 3.0) as usize;
        if folds > 0 {
            let base = transitions.map(|r| r.map(|t| f32::from(t) / SCALE));
            let (set, index) = train_votes(&expanded, &entries, &std::fs::read(&pos_file).unwrap(), folds, &o);
            let options = crf::Options {
                epochs: o.get("vepochs", 5.0) as usize,
                l1: o.get("vl1", 5.0) as f32,
                rate: o.get("vrate", 0.05) as f32,
                seed: 4,
            };
            let field = crf::train(&set, index.keys.len(), base, &options);
            let (rows, transitions) = quantise(&field, &index, 1.0);
            let packed = NerModel::pack(&rows, &transitions);
            println!("votes: {} rows, {} KB, {:?}", rows.len(), packed.len() / 1000, clock.elapsed());
            std::fs::write(&votes_file, packed).unwrap();
        } else {
            std::fs::write(&votes_file, NerModel::pack(&[], &transitions)).unwrap();
        }
    }
    let ner = NerModel::unpack(&std::fs::read(&ner_file).unwrap()).unwrap();
    let votes = NerModel::unpack(&std::fs::read(&votes_file).unwrap()).unwrap();
    let tagger = Tagger { lists: table, pos, ner, votes };
    report(&tagger, &data, &sources, o.0.get("errors"));
}
