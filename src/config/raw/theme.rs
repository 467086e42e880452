//! The keys of `theme`.

use std::collections::BTreeMap;

use super::{Node, Reader, Value, language};
use crate::config::colour::{Colour, DARK, ENOUGH, LIGHT};
use crate::diagnostic::Diagnostic;

/// What was typed under `theme`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawTheme {
    pub accent: Option<Colour>,
    pub accent_dark: Option<Colour>,
    pub heading_font: Option<String>,
    pub body_font: Option<String>,
    pub sections: Option<Vec<String>>,
    /// By language, or under `""` for all.
    pub date_formats: Option<BTreeMap<String, String>>,
}

pub(crate) const KEYS: &[&str] = &["accent", "accent_dark", "fonts", "sections", "date_format"];
const FONTS: &[&str] = &["heading", "body"];

/// What a date format may hold after `%`: day, month as a number, its name, its short name, year, weekday.
const DATE_FIELDS: &[&str] = &["d", "-d", "m", "-m", "B", "b", "Y", "y", "A", "%"];

impl RawTheme {
    pub(super) fn read(node: &Node, reader: &mut Reader<'_>) -> Self {
        let mut theme = Self::default();
        for entry in reader.map("theme", node) {
            let value = &entry.value;
            match entry.key.as_str() {
                "accent" => theme.accent = accent("accent", value, &LIGHT, "light", reader),
                "accent_dark" => theme.accent_dark = accent("accent_dark", value, &DARK, "dark", reader),
                "fonts" => theme.fonts(value, reader),
                "sections" => theme.sections = sections(value, reader),
                "date_format" => theme.date_formats = date_formats(value, reader),
                _ => reader.problems.push(reader.yaml.unknown_key(entry, KEYS)),
            }
        }
        theme
    }

    fn fonts(&mut self, node: &Node, reader: &mut Reader<'_>) {
        for entry in reader.map("theme.fonts", node) {
            match entry.key.as_str() {
                "heading" => self.heading_font = reader.parsed("theme.fonts.heading", &entry.value, font),
                "body" => self.body_font = reader.parsed("theme.fonts.body", &entry.value, font),
                _ => reader.problems.push(reader.yaml.unknown_key(entry, FONTS)),
            }
        }
    }
}

/// A colour; one that cannot be read on its page gets a warning that says what is used instead.
fn accent(key: &str, node: &Node, page: &[Colour], name: &str, reader: &mut Reader<'_>) -> Option<Colour> {
    if node.value == Value::Null && reader.yaml.place(node.id).source_line.contains('#') {
        let message = format!("`theme.{key}` is empty, for `#` begins a comment");
        let hint = format!("put quotes round the colour, as in `{key}: \"#9b2c1f\"`");
        reader.problems.push(Diagnostic::error(message).at(reader.yaml.place(node.id)).hint(hint));
    }
    let text = reader.parsed(&format!("theme.{key}"), node, |text| Colour::parse(text).map(|_| text.to_owned()))?;
    let colour = Colour::parse(&text).ok()?;
    let contrast = colour.least_contrast(page);
    if contrast < ENOUGH {
        let message = format!(
            "`theme.{key}` is hard to read on the {name} page: its contrast is {:.1}:1, and text needs {ENOUGH}:1",
            (contrast * 10.0).floor() / 10.0
        );
        let hint =
            format!("`\"{}\"` is used in its place, the nearest tone that can be read", colour.readable_on(page));
        reader.problems.push(Diagnostic::warning(message).at(reader.yaml.place(node.id)).hint(hint));
    }
    Some(colour)
}

/// A font stack that cannot break out of its place in the style sheet.
fn font(text: &str) -> Result<String, String> {
    let is_name = |c: char| c.is_alphanumeric() || " ,-_.'\"".contains(c);
    let even = |quote: char| text.matches(quote).count().is_multiple_of(2);
    if !text.is_empty() && text.chars().all(is_name) && even('"') && even('\'') {
        return Ok(text.to_owned());
    }
    Err(format!("names of fonts as in CSS, such as `Georgia, serif`, found `{text}`"))
}

fn sections(node: &Node, reader: &mut Reader<'_>) -> Option<Vec<String>> {
    let sections = reader.list("theme.sections", node)?;
    let again = (1..sections.len()).find(|i| sections[..*i].iter().any(|s| s.eq_ignore_ascii_case(&sections[*i])));
    let message = match again {
        Some(again) => format!("`theme.sections` names `{}` twice", sections[again]),
        None if sections.iter().any(String::is_empty) => "`theme.sections` holds an empty label".to_owned(),
        None => return Some(sections),
    };
    reader.problems.push(Diagnostic::error(message).at(reader.yaml.place(node.id)));
    None
}

/// One format for all languages, or one by language.
fn date_formats(node: &Node, reader: &mut Reader<'_>) -> Option<BTreeMap<String, String>> {
    let key = "theme.date_format";
    let Value::Map(entries) = &node.value else {
        return Some(BTreeMap::from([(String::new(), reader.parsed(key, node, date_format)?)]));
    };
    let mut formats = BTreeMap::new();
    for entry in entries {
        match language(&entry.key) {
            Ok(code) => {
                let format = reader.parsed(&format!("{key}.{code}"), &entry.value, date_format);
                formats.extend(format.map(|format| (code.to_lowercase(), format)));
            }
            Err(wanted) => {
                let message = format!("a key of `{key}` must be {wanted}");
                reader.problems.push(Diagnostic::error(message).at(reader.yaml.place(entry.value.id)));
            }
        }
    }
    Some(formats)
}

/// A date format that holds nothing unknown.
pub(crate) fn date_format(text: &str) -> Result<String, String> {
    let wanted = |found: &str| {
        let fields = DATE_FIELDS.iter().map(|field| format!("`%{field}`")).collect::<Vec<_>>().join(", ");
        format!("a date format of {fields} such as `%-d %B %Y`, found `{found}`")
    };
    let mut rest = text;
    while let Some(percent) = rest.find('%') {
        rest = &rest[percent + 1..];
        let field = DATE_FIELDS.iter().find(|field| rest.starts_with(**field));
        rest = &rest[field.ok_or_else(|| wanted(text))?.len()..];
    }
    if text.is_empty() { Err(wanted(text)) } else { Ok(text.to_owned()) }
}
