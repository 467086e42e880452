//! Analysing again only the articles that changed: an outcome depends on its file, the settings and the model alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Settings;
use crate::model::Model;
use crate::source::RawFile;
use crate::{Built, Inputs, Outcome};

/// The outcomes of the last build, by the keys of their files.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    settings: Settings,
    entries: BTreeMap<String, Entry>,
}

#[derive(Debug)]
struct Entry {
    /// What the outcome was made from. Compared byte for byte: a hash could be wrong, and an article is small.
    file: RawFile,
    outcome: Arc<Outcome>,
}

/// As [`crate::build`], with the same result; only new and changed files are analysed. Their number is given, too.
///
/// The cache is that of the build before, and afterwards that of this one.
pub(crate) fn build(cache: &mut Cache, mut inputs: Inputs, settings: &Settings, model: &Model) -> (Built, usize) {
    // How pages look is nothing to an outcome.
    let settings_of_outcomes = Settings { theme: Default::default(), ..settings.clone() };
    if cache.settings != settings_of_outcomes {
        *cache = Cache { settings: settings_of_outcomes, entries: BTreeMap::new() };
    }
    let known = std::mem::take(&mut cache.entries);
    let files = std::mem::take(&mut inputs.files);
    let made: Vec<_> = files.into_par_iter().map(|file| entry(file, &known, settings, model)).collect();
    let analysed = made.iter().filter(|(_, is_new)| *is_new).count();
    let outcomes = made.par_iter().map(|(entry, _)| Outcome::clone(&entry.outcome)).collect();
    cache.entries = made.into_iter().map(|(entry, _)| (entry.file.key.clone(), entry)).collect();
    (crate::join(outcomes, &inputs, settings), analysed)
}

/// The entry of a file, and whether it had to be analysed.
fn entry(file: RawFile, known: &BTreeMap<String, Entry>, settings: &Settings, model: &Model) -> (Entry, bool) {
    match known.get(&file.key).filter(|entry| entry.file == file) {
        Some(entry) => (Entry { file, outcome: entry.outcome.clone() }, false),
        None => {
            let outcome = Arc::new(crate::story(&file, settings, model));
            (Entry { file, outcome }, true)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::Published;
    use crate::render::Theme;
    use crate::site::Site;

    fn file(name: &str, text: &str) -> RawFile {
        RawFile { path: format!("seeds/{name}"), key: name.to_owned(), bytes: text.into() }
    }

    fn inputs(files: &[RawFile]) -> Inputs {
        Inputs {
            files: files.to_vec(),
            published: Published::default(),
            theme: Theme::builtin(),
            pictures: Default::default(),
        }
    }

    fn files_of(site: &Site) -> Vec<(String, Vec<u8>)> {
        site.files().map(|(path, file)| (path.to_owned(), file.bytes.clone())).collect()
    }

    /// Builds with the cache and without, asserts that both agree, and gives the number of files analysed.
    fn analysed(cache: &mut Cache, files: &[RawFile], settings: &Settings, model: &Model) -> usize {
        let (built, analysed) = build(cache, inputs(files), settings, model);
        let full = crate::build(&inputs(files), settings, model);
        assert!(files_of(&built.site) == files_of(&full.site), "the site is not that of a full build");
        assert_eq!(built.diagnostics, full.diagnostics);
        assert_eq!(built.published, full.published);
        analysed
    }

    #[test]
    fn what_is_built_after_an_edit_is_what_a_full_build_makes_and_one_article_is_analysed() {
        let (model, settings, mut cache) = (Model::embedded(), Settings::default(), Cache::default());
        let mut files = vec![
            file("a.txt", "Mayor Ada Lovelace opened a library in Springfield on Monday. Alan Turing praised it.\n"),
            file("b.md", "# Bridges\n\nThe engineer Alan Turing closed the bridge in Springfield on Tuesday.\n"),
            file("c.txt", "---\ntitel: typo\n---\nA text with an error in its front matter.\n"),
        ];
        assert_eq!(analysed(&mut cache, &files, &settings, &model), 3);
        assert_eq!(analysed(&mut cache, &files, &settings, &model), 0);
        files[1].bytes.extend(b"\nThe architect Grace Hopper complained to Ada Lovelace on Wednesday.\n");
        assert_eq!(analysed(&mut cache, &files, &settings, &model), 1);
        files[2] = file("c.txt", "A text that is mended now.\n");
        assert_eq!(analysed(&mut cache, &files, &settings, &model), 1);
        files.remove(0);
        assert_eq!(analysed(&mut cache, &files, &settings, &model), 0);
        files[0].key = "moved.md".to_owned();
        assert_eq!(analysed(&mut cache, &files, &settings, &model), 1);
    }

    #[test]
    fn other_settings_analyse_everything_again() {
        let (model, mut settings, mut cache) = (Model::default(), Settings::default(), Cache::default());
        let files = [file("a.txt", "One sentence is here. A second one is here. A third one is here.\n")];
        assert_eq!(analysed(&mut cache, &files, &settings, &model), 1);
        settings.summary.sentences = 1;
        assert_eq!(analysed(&mut cache, &files, &settings, &model), 1);
    }

    #[test]
    fn other_templates_analyse_nothing() {
        let (model, settings, mut cache) = (Model::default(), Settings::default(), Cache::default());
        let files = [file("a.txt", "One sentence is here.\n")];
        analysed(&mut cache, &files, &settings, &model);
        let theme = crate::render::ThemeFile { path: "templates/custom.css".to_owned(), text: "p { }".to_owned() };
        let theme = Theme::new([("custom.css".to_owned(), theme)].into()).unwrap();
        let inputs = Inputs { theme, ..inputs(&files) };
        assert_eq!(build(&mut cache, inputs, &settings, &model).1, 0);
    }
}
