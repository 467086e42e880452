//! What was learned offline and is embedded in the binary: loaded once, passed in, never global.

/// The trained models.
#[derive(Debug, Default)]
pub struct Model {}

impl Model {
    /// The models that are embedded in the binary.
    pub fn embedded() -> Self {
        Self {}
    }
}
