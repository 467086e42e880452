//! What was learned offline and is embedded in the binary: loaded once, passed in, never global.
//!
//! `models/README.md` says what the weights were learned from and how well they do.

use crate::analysis::people::PeopleLexicon;
use crate::analysis::tags::lexicon::TagLexicon;
use crate::analysis::topics::Topics;
use crate::text::parser::Parser;
use crate::text::tagger::Tagger;
use crate::text::tagger::gazetteer::Gazetteer;
use crate::text::vectors::Vectors;

/// The trained models and word lists. The default one is empty: no tags, no entities, no people.
#[derive(Default)]
pub struct Model {
    english: Option<Tagger>,
    parser: Option<Parser>,
    frames: Option<Gazetteer>,
    verdicts: Option<Gazetteer>,
    vectors: Option<Vectors<'static>>,
    topics: Option<Topics<'static>>,
    pub(crate) people: PeopleLexicon,
    pub(crate) tags: TagLexicon,
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
        let (arcs, relations) = (include_bytes!("../models/arcs.bin"), include_bytes!("../models/relations.bin"));
        let parser =
            english.as_ref().ok().and_then(|english| Parser::unpack(english.lists.clone(), arcs, relations).ok());
        let frames = Gazetteer::unpack(include_bytes!("../models/frames.bin")).ok();
        let verdicts = Gazetteer::unpack(include_bytes!("../models/verdicts.bin")).ok();
        let vectors = Vectors::from_bytes(include_bytes!("../models/vectors.bin")).ok();
        let (tree, lexicon) = (include_str!("../models/iptc-topics.tsv"), include_str!("../models/topics-lexicon.tsv"));
        let topics = vectors.and_then(|vectors| Topics::load(vectors, tree, lexicon).ok());
        // A test reads the very same bytes, so a damaged file never gets into a release.
        Self {
            english: english.ok().map(|english| english.knowing(include_str!("../models/common-words.txt"))),
            parser,
            frames,
            verdicts,
            vectors,
            topics,
            people: PeopleLexicon::embedded(),
            tags: TagLexicon::embedded(),
        }
    }

    /// The word vectors of a language, given by its BCP 47 code, if there are any.
    pub fn vectors(&self, language: &str) -> Option<&Vectors<'static>> {
        self.vectors.as_ref().filter(|_| is_english(language))
    }

    /// The vocabulary of topics, whatever the language of an article.
    pub fn topics(&self) -> Option<&Topics<'static>> {
        self.topics.as_ref()
    }

    /// The topic classifier for a language, given by its BCP 47 code, if there is one.
    pub fn topics_in(&self, language: &str) -> Option<&Topics<'static>> {
        self.topics.as_ref().filter(|_| is_english(language))
    }

    /// The tagger for a language, given by its BCP 47 code, if there is one.
    pub fn tagger(&self, language: &str) -> Option<&Tagger> {
        self.english.as_ref().filter(|_| is_english(language))
    }

    /// How an editor judges headlines of a language, given by its BCP 47 code, if that is known: by feature, in units of
    /// 1/256 of a log-odds, that a part is missed in the lower sixteen bits, that a headline is good in the upper ones.
    pub fn verdicts(&self, language: &str) -> Option<&Gazetteer> {
        self.verdicts.as_ref().filter(|_| is_english(language))
    }

    /// Which prepositions the words of a language go on with, given by its BCP 47 code, if that is known; see
    /// [`frame_key`](crate::analysis::headline::weigh::frame_key).
    pub fn frames(&self, language: &str) -> Option<&Gazetteer> {
        self.frames.as_ref().filter(|_| is_english(language))
    }

    /// The parser for a language, given by its BCP 47 code, if there is one.
    pub fn parser(&self, language: &str) -> Option<&Parser> {
        self.parser.as_ref().filter(|_| is_english(language))
    }
}

fn is_english(language: &str) -> bool {
    language == "en" || language.starts_with("en-") || language.starts_with("en_")
}

impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Model").field("english", &self.english.is_some()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_models_are_whole() {
        let model = Model::embedded();
        assert!(model.tagger("en-GB").is_some());
        assert!(model.parser("en-GB").is_some());
        assert!(model.frames("en-GB").is_some());
        assert!(model.verdicts("en-GB").is_some());
        assert!(model.vectors("en").is_some());
        assert!(model.topics_in("en-US").is_some());
    }

    #[test]
    fn a_language_without_a_model_has_no_tagger() {
        assert!(Model::embedded().tagger("de").is_none());
        assert!(Model::embedded().vectors("de").is_none());
        assert!(Model::embedded().topics_in("de").is_none());
        assert!(Model::default().tagger("en").is_none());
    }
}
