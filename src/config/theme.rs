//! What `theme` in the configuration means.

use std::collections::BTreeMap;

use super::colour::{Colour, DARK, LIGHT};
use super::raw::RawTheme;

/// How the built-in theme looks.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct ThemeSettings {
    /// The accent colour in a tone that can be read on the light page, and one for the dark page.
    pub accent: Option<Colour>,
    pub accent_dark: Option<Colour>,
    /// Font stacks as CSS has them.
    pub heading_font: Option<String>,
    pub body_font: Option<String>,
    /// Labels of topics in the order of the front page, each once; none leaves the order to the theme.
    pub sections: Vec<String>,
    pub date_formats: DateFormats,
}

/// Date formats by language in lower case; under `""` the one for all others.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct DateFormats(pub BTreeMap<String, String>);

impl ThemeSettings {
    pub(super) fn new(raw: RawTheme) -> Self {
        Self {
            accent: raw.accent.map(|colour| colour.readable_on(&LIGHT)),
            accent_dark: raw.accent_dark.or(raw.accent).map(|colour| colour.readable_on(&DARK)),
            heading_font: raw.heading_font,
            body_font: raw.body_font,
            sections: raw.sections.unwrap_or_default(),
            date_formats: DateFormats(raw.date_formats.unwrap_or_default()),
        }
    }
}

impl DateFormats {
    /// The format for a language: its own (`pt-BR`), that of the language without region (`pt`), or that for all.
    pub fn of(&self, language: &str) -> Option<&str> {
        let language = language.to_lowercase();
        let plain = language.split('-').next().unwrap_or_default();
        [language.as_str(), plain, ""].into_iter().find_map(|key| self.0.get(key)).map(String::as_str)
    }
}
