//! Runs Pagefind in this process: records in, files out.
//!
//! The library is written for a program of its own: it is asynchronous, keeps its state behind a lock and unwraps where
//! it sees no other way. It is kept in here, and a panic in it is an error like others.

use std::collections::BTreeMap;
use std::panic::catch_unwind;

use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;

use super::{IndexFile, Record};
use crate::diagnostic::Diagnostic;

/// Files of Pagefind's own interfaces, which the search page does not use.
const UNUSED: [&str; 3] = ["pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui."];

/// Words without rules for their language.
const ANY_LANGUAGE: &str = "wasm.unknown.pagefind";

/// The files of the index, by name.
pub(super) fn index(records: Vec<Record<'_>>, language: &str) -> Result<Vec<IndexFile>, Diagnostic> {
    let records: Vec<Entry> = records.into_iter().map(Entry::new).collect();
    // The page asks for the index of its own language in lower case.
    let language = language.to_lowercase();
    let outcome = catch_unwind(|| run(records, &language));
    let files = outcome.unwrap_or_else(|_| Err("it panicked".to_owned())).map_err(failed)?;
    Ok(wanted(files))
}

fn failed(reason: String) -> Diagnostic {
    Diagnostic::error(format!("the search index cannot be made: {reason}"))
        .hint("please report it, and set `search: false` in the configuration for now")
}

/// A record in the shape that the library takes.
struct Entry {
    url: String,
    text: String,
    meta: BTreeMap<String, String>,
    filters: BTreeMap<String, Vec<String>>,
    sort: BTreeMap<String, String>,
}

impl Entry {
    fn new(record: Record<'_>) -> Self {
        let owned = |values: Vec<&str>| values.into_iter().map(str::to_owned).collect::<Vec<_>>();
        let filters = [("topic", owned(record.topics)), ("person", owned(record.people))];
        let date = record.date.map(|date| ("date".to_owned(), date));
        Self {
            url: record.url,
            text: record.text.to_owned(),
            meta: [("title".to_owned(), record.title.to_owned())].into_iter().chain(date).collect(),
            filters: filters
                .into_iter()
                .filter(|(_, values)| !values.is_empty())
                .map(|(name, values)| (name.to_owned(), values))
                .collect(),
            sort: [("date".to_owned(), record.order.to_string())].into(),
        }
    }
}

/// Name and contents of every file that the library makes.
fn run(entries: Vec<Entry>, language: &str) -> Result<Vec<IndexFile>, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    runtime.block_on(async {
        let options = PagefindServiceConfig::builder().force_language(language.to_owned()).build();
        let mut index = PagefindIndex::new(Some(options)).map_err(|error| error.to_string())?;
        for entry in entries {
            let Entry { url, text, meta, filters, sort } = entry;
            index
                .add_custom_record(url, text, language.to_owned(), Some(meta), Some(filters), Some(sort))
                .await
                .map_err(|error| error.to_string())?;
        }
        let files = index.get_files().await.map_err(|error| error.to_string())?;
        let name = |path: &std::path::Path| path.to_string_lossy().replace('\\', "/");
        Ok(files.into_iter().map(|file| (name(&file.filename), file.contents)).collect())
    })
}

/// Leaves out what the search page never asks for, and puts the rest in order.
fn wanted(mut files: Vec<IndexFile>) -> Vec<IndexFile> {
    let has_rules = files.iter().any(|(name, _)| name.starts_with("wasm.") && name != ANY_LANGUAGE);
    let unused = |name: &str| {
        name == "pagefind-highlight.js"
            || UNUSED.iter().any(|prefix| name.starts_with(prefix))
            || has_rules && name == ANY_LANGUAGE
    };
    files.retain(|(name, _)| !unused(name));
    files.sort();
    // Articles with the same words share a file.
    files.dedup_by(|a, b| a.0 == b.0);
    files
}
