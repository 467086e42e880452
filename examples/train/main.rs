//! Trains the taggers: `cargo run --release --example train -- DATA_DIR OUT_DIR [key=value …]`.
//!
//! DATA_DIR holds `train/`, `gazetteers/` and, to measure, `tune/`; OUT_DIR is `models` and holds `clusters.tsv`. The same
//! inputs give the same bytes. `pos=0` and `ner=0` keep the files of an earlier run.
#![allow(clippy::needless_range_loop)] // labels are indices into several tables at once

mod augment;
mod beam;
mod corpus;
mod crf;
mod data;
mod eval;
mod field;
mod frames;
mod index;
mod lists;
mod names;
mod perceptron;
mod report;
mod rng;
mod trees;
mod verdicts;

use std::path::{Path, PathBuf};

use corpus::Sentence;
use data::{Copies, Settings, Source};
use lists::Lists;
use standfirst::text::parser::weights::Weights;
use standfirst::text::parser::{BEAM, Parser};
use standfirst::text::tagger::Tagger;
use standfirst::text::tagger::gazetteer::{Flags, Gazetteer};
use standfirst::text::tagger::ner::{NerModel, SCALE};
use standfirst::text::tagger::perceptron::{Perceptron, pack};
use standfirst::text::tagger::pos::PosModel;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [data, out, ..] = args.as_slice() else {
        eprintln!("usage: train DATA_DIR OUT_DIR [key=value ...]");
        std::process::exit(2);
    };
    let (data, out) = (PathBuf::from(data), PathBuf::from(out));
    let o = Settings(args[2..].iter().filter_map(|a| a.split_once('=')).map(|(k, v)| (k.into(), v.into())).collect());
    std::fs::create_dir_all(&out).unwrap();
    if let Some(files) = o.0.get("trees") {
        return write_parser(files, &out, &o);
    }
    if let Some(table) = o.0.get("verdicts") {
        let entries = verdicts::learn(Path::new(table), &data, &standfirst::model::Model::embedded());
        return write(&out, "verdicts.bin", entries.len(), &Gazetteer::pack(&entries));
    }
    let mut lists = Lists::read(&data.join("gazetteers"));
    let sources = data::sources(&data, &lists, &o);
    let tagged = data::pos_data(&data, &o, &sources[2].train);
    let entries = write_lists(&mut lists, &sources, &tagged, &out);
    let common = data::common(&[&sources[2].train, &tagged], o.get("common", 1000.0) as usize);
    write(&out, "common-words.txt", common.len(), (common.join("\n") + "\n").as_bytes());
    if o.get("pos", 1.0) > 0.0 {
        write_tags(&tagged, &entries, &out, &o);
    }
    if o.get("ner", 1.0) > 0.0 {
        write_names(&sources, &lists, &entries, &out, &o);
    }
    let tagger = read_tagger(&out);
    report::tags(&tagger, &data, &sources);
    report::names(&tagger, &data, &sources, o.0.get("errors"));
}

/// The word lists, with the words that the training texts have in lower case and the clusters of meaning.
fn write_lists(lists: &mut Lists, sources: &[Source], tagged: &[Sentence], out: &Path) -> Vec<(u32, Flags)> {
    lists.add_lower(&data::lower_counts(&[&sources[2].train, tagged, &sources[0].train]));
    lists.add_clusters(&out.join("clusters.tsv"));
    let entries = lists.entries();
    write(out, "lists.bin", entries.len(), &Gazetteer::pack(&entries));
    entries
}

fn write_tags(tagged: &[Sentence], entries: &[(u32, Flags)], out: &Path, o: &Settings) {
    let (epochs, least) = (o.get("posepochs", 8.0) as usize, o.get("posleast", 3.0) as u32);
    let rows = perceptron::train(tagged, &Gazetteer::new(entries), epochs, least, o.get("posprune", 3.0) as f32);
    write(out, "pos.bin", rows.len(), &pack(&rows));
}

/// Both stages of the names; the first as the mean of several fields, each on an augmentation of its own.
fn write_names(sources: &[Source], lists: &Lists, entries: &[(u32, Flags)], out: &Path, o: &Settings) {
    let pos = std::fs::read(out.join("pos.bin")).unwrap();
    let bags: Vec<Vec<Copies>> =
        (0..o.get("bags", 3.0) as u64).map(|bag| data::expand(sources, lists, 5 + bag, o)).collect();
    let all: Vec<Vec<&(Sentence, f32)>> =
        bags.iter().map(|bag| bag.iter().flat_map(|copies| &copies.sentences).collect()).collect();
    let tagger = PosModel::unpack(&pos).unwrap();
    let (rows, transitions) = field::train_field(&all, &Gazetteer::new(entries), &tagger, o);
    write(out, "ner.bin", rows.len(), &NerModel::pack(&rows, &transitions));
    let folds = o.get("folds", 3.0) as usize;
    if folds == 0 {
        return write(out, "votes.bin", 0, &NerModel::pack(&[], &transitions));
    }
    let base = transitions.map(|row| row.map(|weight| f32::from(weight) / SCALE));
    let (set, index) = field::train_votes(&bags[0], entries, &pos, folds, o);
    let options = crf::Options {
        epochs: o.get("vepochs", 5.0) as usize,
        l1: o.get("vl1", 5.0) as f32,
        rate: o.get("vrate", 0.05) as f32,
        seed: 4,
    };
    let votes = crf::train(&set, index.keys.len(), base, &options);
    let (rows, transitions) = field::quantise(&votes, &index, 1.0);
    write(out, "votes.bin", rows.len(), &NerModel::pack(&rows, &transitions));
}

/// The parser and the frames of words alone, from files of trees (with commas between them) and with the tags of an earlier run.
/// `treeepochs=0` keeps the arcs of an earlier run.
fn write_parser(files: &str, out: &Path, o: &Settings) {
    let tagger = read_tagger(out);
    let entries = frames::count(files, &tagger);
    write(out, "frames.bin", entries.len(), &Gazetteer::pack(&entries));
    let mut data: Vec<_> = files.split(',').flat_map(|file| trees::read(Path::new(file), &tagger)).collect();
    let kept = data.split_off(data.len() - data.len() / 50);
    let more = o.0.get("moretrees").into_iter().flat_map(|files| files.split(','));
    data.extend(more.flat_map(|file| trees::read(Path::new(file), &tagger)));
    let least = o.get("relleast", 30.0) as u32;
    let relations = trees::train_relations(&data, 4, least, o.get("relprune", 16.0) as f32);
    write(out, "relations.bin", relations.len(), &pack(&relations));
    let options = beam::Options {
        epochs: o.get("treeepochs", 6.0) as usize,
        least: o.get("treeleast", 16.0) as u32,
        prune: o.get("treeprune", 2.0) as f32,
        width: o.get("treewidth", 6.0) as usize,
        rows: o.get("treerows", 400_000.0) as usize,
    };
    if options.epochs > 0 {
        let steps = beam::train(&data, &options);
        write(out, "arcs.bin", steps.len(), &Weights::pack(&steps));
    }
    let arcs = Weights::unpack(&std::fs::read(out.join("arcs.bin")).unwrap()).unwrap();
    let relations = Perceptron::new(&relations);
    let parser = Parser { lists: tagger.lists.clone(), arcs, relations, beam: BEAM };
    let (heads, both) = trees::agreement(&parser, &kept);
    println!("agreement with the teacher: {heads:.4} heads, {both:.4} heads and relations");
}

fn read_tagger(out: &Path) -> Tagger {
    let read = |name: &str| std::fs::read(out.join(name)).unwrap();
    Tagger::unpack(&read("lists.bin"), &read("pos.bin"), &read("ner.bin"), &read("votes.bin")).unwrap()
}

fn write(out: &Path, name: &str, rows: usize, bytes: &[u8]) {
    println!("{name}: {rows} rows, {} KB", bytes.len() / 1000);
    std::fs::write(out.join(name), bytes).unwrap();
}
