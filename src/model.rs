//! What was learned offline and is embedded in the binary: loaded once, passed in, never global.
//!
//! `models/README.md` says what the weights were learned from and how well they do.

use crate::analysis::people::PeopleLexicon;
use crate::text::Vectors;
use crate::text::tagger::Tagger;

/// The trained models and word lists. The default one is empty: no tags, no entities, no people.
#[derive(Default)]
pub struct Model {
    english: Option<Tagger>,
    pub(crate) people: PeopleLexicon,
    vectors: Option<Vectors<'static>>,
}

impl Model {
    /// The models that are embedded in the binary. Takes some milliseconds: load them once.
    pub fn embedded() -> Self {
        let english = Tagger::unpack(
            include_bytes!("../models/lists.bin"),
            include_bytes!("../models/pos.bin"),
            include_bytes!("../models/ner.bin"),
            include_bytes!("../models/votes.bin"),
        );
        // A test reads the very same bytes, so a damaged file never gets into a release.
        let vectors = Vectors::from_bytes(include_bytes!("../models/vectors.bin"));
        Self { english: english.ok(), people: PeopleLexicon::embedded(), vectors: vectors.ok() }
    }

    /// The tagger for a language, given by its BCP 47 code, if there is one.
    pub fn tagger(&self, language: &str) -> Option<&Tagger> {
        self.english.as_ref().filter(|_| is_english(language))
    }

    /// The word vectors and word frequencies for a language, if there are any.
    pub fn vectors(&self, language: &str) -> Option<&Vectors<'static>> {
        self.vectors.as_ref().filter(|_| is_english(language))
    }
}

fn is_english(code: &str) -> bool {
    code == "en" || code.starts_with("en-") || code.starts_with("en_")
}

impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Model").field("english", &self.english.is_some()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_models_are_whole() {
        let model = Model::embedded();
        assert!(model.tagger("en-GB").is_some());
        assert!(model.vectors("en-GB").is_some());
    }

    #[test]
    fn a_language_without_a_model_has_no_tagger() {
        assert!(Model::embedded().tagger("de").is_none());
        assert!(Model::default().tagger("en").is_none());
    }
}
