//! What the settings of the theme come to in the style sheet: values of its custom properties.

use crate::config::{Colour, ThemeSettings};

/// Rules that come after the style sheet; nothing when nothing is set.
///
/// The accent is for screens alone, as paper has its own.
pub(super) fn rules(settings: &ThemeSettings) -> String {
    let property = |name: &str, value: &str| format!("  --{name}: {value};\n");
    let colour = |colour: Option<Colour>| colour.map(|colour| property("accent", &colour.to_string()));
    let font = |name: &str, font: &Option<String>| font.as_deref().map(|font| property(name, font));
    let fonts: String =
        [font("heading", &settings.heading_font), font("body", &settings.body_font)].into_iter().flatten().collect();
    let blocks = [
        ("", Some(fonts).filter(|fonts| !fonts.is_empty())),
        ("@media screen", colour(settings.accent)),
        ("@media screen and (prefers-color-scheme: dark)", colour(settings.accent_dark)),
    ];
    let block = |(media, properties): (&str, Option<String>)| match properties {
        None => String::new(),
        Some(properties) if media.is_empty() => format!("\n:root {{\n{properties}}}\n"),
        Some(properties) => format!("\n{media} {{\n:root {{\n{properties}}}\n}}\n"),
    };
    blocks.into_iter().map(block).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::colour::{DARK, LIGHT};
    use crate::config::{RawConfig, Settings};
    use crate::render::theme::STYLE;

    fn of(config: &str) -> String {
        let (raw, problems) = RawConfig::parse("config.yaml", config);
        assert_eq!(problems, []);
        rules(&Settings::new(raw).theme)
    }

    #[test]
    fn settings_become_values_of_properties() {
        assert_eq!(of(""), "");
        assert_eq!(
            of("theme: {accent: '#00557f', fonts: {heading: 'Georgia, serif', body: system-ui}}"),
            "\n:root {\n  --heading: Georgia, serif;\n  --body: system-ui;\n}\n\
             \n@media screen {\n:root {\n  --accent: #00557f;\n}\n}\n\
             \n@media screen and (prefers-color-scheme: dark) {\n:root {\n  --accent: #548da9;\n}\n}\n"
        );
        assert!(!of("theme: {accent_dark: '#8fc1f0'}").contains("@media screen {"));
    }

    #[test]
    fn the_style_sheet_uses_the_properties_that_are_set() {
        for used in ["var(--accent)", "var(--heading", "var(--body"] {
            assert!(STYLE.contains(used), "nothing in style.css uses {used}");
        }
    }

    #[test]
    fn contrast_is_measured_against_the_colours_of_the_style_sheet() {
        let values = |name: &str| -> Vec<Colour> {
            let property = format!("--{name}: ");
            let declared = STYLE.split(&property).skip(1);
            declared.filter_map(|rest| Colour::parse(rest.split(';').next()?).ok()).take(2).collect()
        };
        let (paper, tint) = (values("paper"), values("tint"));
        assert_eq!(([paper[0], tint[0]], [paper[1], tint[1]]), (LIGHT, DARK), "change them in config/colour.rs, too");
    }
}
