//! Speed of everything between prose and document: `cargo bench --bench text`.
//!
//! By default the texts are the articles under `seeds/`. One article alone keeps the models' tables in the cache and so
//! flatters the taggers; `TEXTS=some/folder` measures on a folder of `.txt` files instead.

use divan::Bencher;
use divan::counter::BytesCount;
use standfirst::model::Model;
use standfirst::text::{Block, BlockKind, Document, Prose, Span, language, words::Words};
use unicode_segmentation::UnicodeSegmentation;

fn main() {
    divan::main();
}

/// The texts with one block a paragraph.
fn texts() -> Vec<Prose> {
    let folder = std::env::var("TEXTS").unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/seeds").to_owned());
    let files = std::fs::read_dir(&folder).expect("the folder of texts").flatten().map(|entry| entry.path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|e| e == "txt")).collect();
    files.sort();
    files.iter().map(|path| prose(&std::fs::read_to_string(path).unwrap_or_default())).collect()
}

fn prose(text: &str) -> Prose {
    let mut prose = Prose::default();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !prose.text.is_empty() {
            prose.text.push_str("\n\n");
        }
        let start = prose.text.len();
        prose.text.push_str(line);
        prose.blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(start, prose.text.len()) });
    }
    prose
}

/// Runs `each` over all texts, counted in bytes.
fn over<T>(bencher: Bencher<'_, '_>, mut each: impl FnMut(&Prose) -> T) {
    let texts = texts();
    let bytes: usize = texts.iter().map(|prose| prose.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        for prose in &texts {
            divan::black_box(each(divan::black_box(prose)));
        }
    });
}

#[divan::bench]
fn segment(bencher: Bencher<'_, '_>) {
    over(bencher, |prose| Document::new(prose).tokens.len());
}

/// What the segmentation is compared with: UAX #29 words and sentences.
#[divan::bench]
fn segment_uax29(bencher: Bencher<'_, '_>) {
    over(bencher, |prose| (prose.text.split_word_bounds().count(), prose.text.unicode_sentences().count()));
}

#[divan::bench]
fn detect_language(bencher: Bencher<'_, '_>) {
    over(bencher, |prose| language::detect(&prose.text));
}

#[divan::bench]
fn analyse(bencher: Bencher<'_, '_>) {
    let model = Model::embedded();
    over(bencher, |prose| Document::analyse(prose, "en", &model).entities.len());
}

#[divan::bench]
fn word_keys(bencher: Bencher<'_, '_>) {
    let mut words = Words::new("en");
    over(bencher, |prose| prose.text.split_ascii_whitespace().filter_map(|word| words.key(word)).fold(0, |a, b| a ^ b));
}

#[divan::bench]
fn load_models() -> Model {
    Model::embedded()
}
