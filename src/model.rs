//! What was learned offline and is embedded in the binary: loaded once, passed in, never global.

use crate::text::{Document, tagger};

/// The trained models.
#[derive(Debug, Default)]
pub struct Model {}

impl Model {
    /// The models that are embedded in the binary.
    pub fn embedded() -> Self {
        Self {}
    }

    /// Sets the tags and entities of a document, if there is a model for its language.
    pub(crate) fn tag(&self, document: &mut Document<'_>, language: &str) {
        if language == "en" || language.starts_with("en-") {
            tagger::tag(document);
        }
    }
}
