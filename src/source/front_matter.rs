//! Front matter: the YAML between two lines of `---` at the very beginning of a file, as a [`Meta`].

use super::article::{Image, Meta, PersonNote, Title, TitleOrigin};
use super::dates::{self, DateError};
use super::{ArticleDate, addresses};
use crate::diagnostic::{Diagnostic, Place};
use super::yaml::{self, Step};
use serde_json::Value;
use std::ops::Range;

/// All keys, for suggestions and for the manual.
pub(super) const KEYS: [&str; 16] = [
    "title", "date", "updated", "author", "authors", "source", "slug", "summary", "people", "tags", "topics", "draft",
    "image", "aliases", "language", "extra",
];

/// Where the front matter stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Split {
    pub(super) yaml: Range<usize>,
    /// Where the article itself begins.
    pub(super) body: usize,
}

/// Finds the front matter; `None` when there is none.
///
/// # Errors
/// When it is never closed, or is not YAML by its fence.
pub(super) fn split(path: &str, source: &str) -> Result<Option<Split>, Diagnostic> {
    let first = source.split('\n').next().unwrap_or_default();
    if first.trim_end() == "+++" && source[first.len()..].contains("\n+++") {
        let error = Diagnostic::error("front matter between `+++` is not read");
        return Err(error.at(Place::in_source(path, source, 0..3)).hint("write it as YAML between lines of `---`"));
    }
    if first.trim_end() != "---" {
        return Ok(None);
    }
    let start = (first.len() + 1).min(source.len());
    let mut at = start;
    for line in source[start..].split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return Ok(Some(Split { yaml: start..at, body: at + line.len() }));
        }
        at += line.len();
    }
    let error = Diagnostic::error("front matter is never closed").at(Place::in_source(path, source, 0..3));
    Err(error.hint("end it with a line of `---`"))
}

/// Reads the fields. What is wrong is left out of the result and said in `diagnostics`.
pub(super) fn read(path: &str, source: &str, yaml: Range<usize>, diagnostics: &mut Vec<Diagnostic>) -> Meta {
    let mut meta = Meta::default();
    let mut fields = Fields { path, source, yaml: yaml.clone(), diagnostics };
    match yaml::parse(&source[yaml.clone()]) {
        Ok(Value::Object(map)) => {
            for (key, value) in &map {
                fields.field(&mut meta, key, value);
            }
            if let (Some(_), Some(_)) = (map.get("author"), map.get("authors")) {
                fields.error(&[Step::Key("authors")], "both `author` and `authors` are given", "keep one of them");
            }
        }
        Ok(Value::Null) => {}
        Ok(other) => {
            let message = format!("front matter is {}; wanted `key: value` lines", kind(&other));
            fields.error(&[], &message, "close it with `---` before the text, or write `key: value` on each line");
        }
        Err(problem) => {
            let at = yaml.start + problem.offset.unwrap_or(0);
            let place = Place::in_source(path, source, at..at + 1);
            fields.diagnostics.push(Diagnostic::error(format!("front matter: {}", problem.message)).at(place));
        }
    }
    meta
}

struct Fields<'a> {
    path: &'a str,
    source: &'a str,
    yaml: Range<usize>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Fields<'_> {
    fn field(&mut self, meta: &mut Meta, key: &str, value: &Value) {
        let at = [Step::Key(key)];
        if value.is_null() && KEYS.contains(&key) {
            return;
        }
        match key {
            "title" => {
                meta.title = self.text(&at, value).map(|text| Title { text, origin: TitleOrigin::FrontMatter });
            }
            "date" => meta.date = self.date(&at, value),
            "updated" => meta.updated = self.date(&at, value),
            "author" | "authors" => meta.authors = self.text_or_list(&at, value),
            "source" => meta.source = self.checked(&at, value, addresses::web),
            "slug" => meta.slug = self.checked(&at, value, addresses::slug),
            "summary" => meta.summary = self.text(&at, value),
            "people" => meta.people = self.people(value),
            "tags" => meta.tags = self.list(&at, value),
            "topics" => meta.topics = self.list(&at, value),
            "draft" => meta.draft = self.flag(&at, value),
            "image" => meta.image = self.image(value),
            "aliases" => meta.aliases = self.aliases(value),
            "language" => meta.language = self.checked(&at, value, addresses::language),
            "extra" => self.extra(meta, value),
            _ => self.unknown(&at, key, &KEYS),
        }
    }

    fn error(&mut self, at: &[Step<'_>], message: &str, hint: &str) {
        let place = self.place(at);
        self.diagnostics.push(Diagnostic::error(message).at(place).hint(hint));
    }

    fn warning(&mut self, at: &[Step<'_>], message: &str, hint: &str) {
        let place = self.place(at);
        self.diagnostics.push(Diagnostic::warning(message).at(place).hint(hint));
    }

    fn place(&self, at: &[Step<'_>]) -> Place {
        let found = yaml::find(&self.source[self.yaml.clone()], at);
        Place::in_source(self.path, self.source, self.yaml.start + found.start..self.yaml.start + found.end)
    }

    fn unknown(&mut self, at: &[Step<'_>], key: &str, known: &[&str]) {
        let near = known.iter().map(|name| (strsim::jaro_winkler(&key.to_lowercase(), name), name));
        let near = near.filter(|(score, _)| *score > 0.8).max_by(|a, b| a.0.total_cmp(&b.0));
        let hint = match near {
            Some((_, name)) => format!("did you mean `{name}`?"),
            None if known.len() == KEYS.len() => "put fields of your own under `extra`".to_owned(),
            None => format!("known are {}", quoted(known)),
        };
        self.error(at, &format!("unknown key `{}`", dotted(at)), &hint);
    }

    fn wrong(&mut self, at: &[Step<'_>], found: &Value, wanted: &str, hint: &str) {
        self.error(at, &format!("`{}` is {}; wanted {wanted}", dotted(at), kind(found)), hint);
    }

    fn text(&mut self, at: &[Step<'_>], value: &Value) -> Option<String> {
        let Value::String(text) = value else {
            let hint = match value {
                Value::Number(_) | Value::Bool(_) => format!("put it in quotes: \"{value}\""),
                _ => format!("write `{}: words`", last(at)),
            };
            self.wrong(at, value, "text", &hint);
            return None;
        };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            self.warning(at, &format!("`{}` is empty", dotted(at)), "fill it in or remove it");
            return None;
        }
        Some(text)
    }

    fn checked(
        &mut self,
        at: &[Step<'_>],
        value: &Value,
        check: fn(&str) -> Result<(), (&'static str, &'static str)>,
    ) -> Option<String> {
        let text = self.text(at, value)?;
        match check(&text) {
            Ok(()) => Some(text),
            Err((why, hint)) => {
                self.error(at, &format!("`{}` {why}: `{text}`", dotted(at)), hint);
                None
            }
        }
    }

    fn list(&mut self, at: &[Step<'_>], value: &Value) -> Option<Vec<String>> {
        let Value::Array(items) = value else {
            self.wrong(at, value, "a list of text", &format!("write `{}: [first, second]`", last(at)));
            return None;
        };
        let items = items.iter().enumerate();
        Some(items.filter_map(|(i, item)| self.text(&[at, &[Step::Item(i)]].concat(), item)).collect())
    }

    fn text_or_list(&mut self, at: &[Step<'_>], value: &Value) -> Vec<String> {
        match value {
            Value::Array(_) => self.list(at, value).unwrap_or_default(),
            Value::String(_) => self.text(at, value).into_iter().collect(),
            _ => {
                self.wrong(at, value, "text or a list of text", &format!("write `{}: [first, second]`", last(at)));
                Vec::new()
            }
        }
    }

    fn date(&mut self, at: &[Step<'_>], value: &Value) -> Option<ArticleDate> {
        let Value::String(text) = value else {
            self.wrong(at, value, "a date", dates::FORMS);
            return None;
        };
        match dates::parse(text.trim()) {
            Ok(date) => Some(date),
            Err(DateError::NoZone(day)) => {
                let message = format!("`{}` has a time but no zone; only the day is kept", dotted(at));
                self.warning(at, &message, "add the zone, as in `+02:00` or `Z`, or remove the time");
                Some(ArticleDate::Day(day))
            }
            Err(DateError::Unreadable) => {
                self.error(at, &format!("`{}` is not a date: `{text}`", dotted(at)), dates::FORMS);
                None
            }
        }
    }

    fn flag(&mut self, at: &[Step<'_>], value: &Value) -> bool {
        value.as_bool().unwrap_or_else(|| {
            self.wrong(at, value, "true or false", &format!("write `{}: true`", last(at)));
            false
        })
    }

    fn people(&mut self, value: &Value) -> Option<Vec<PersonNote>> {
        const HINT: &str = "write `- Jane Roe` or `- {name: Jane Roe, role: mayor}` for each person";
        let key = Step::Key("people");
        let Value::Array(items) = value else {
            self.wrong(&[key], value, "a list of people", HINT);
            return None;
        };
        let mut people = Vec::new();
        for (i, item) in items.iter().enumerate() {
            let at = [key, Step::Item(i)];
            match item {
                Value::String(_) => {
                    people.extend(self.text(&at, item).map(|name| PersonNote { name, role: None }));
                }
                Value::Object(_) => {
                    people.extend(self.pair(&at, item, "name", "role").map(|(name, role)| PersonNote { name, role }))
                }
                _ => self.wrong(&at, item, "a name", HINT),
            }
        }
        Some(people)
    }

    /// The fields of an object that must have `first` and may have `second`.
    fn pair(&mut self, at: &[Step<'_>], value: &Value, first: &str, second: &str) -> Option<(String, Option<String>)> {
        let map = value.as_object()?;
        for key in map.keys().filter(|key| *key != first && *key != second) {
            self.unknown(&[at, &[Step::Key(key)]].concat(), key, &[first, second]);
        }
        let mut get = |key: &str| {
            let value = map.get(key).filter(|value| !value.is_null())?;
            Some(self.text(&[at, &[Step::Key(key)]].concat(), value))
        };
        let (one, two) = (get(first), get(second));
        if one.is_none() {
            self.error(at, &format!("`{}` has no `{first}`", dotted(at)), &format!("add `{first}: …`"));
        }
        Some((one??, two.flatten()))
    }

    fn image(&mut self, value: &Value) -> Option<Image> {
        let at = [Step::Key("image")];
        match value {
            Value::String(_) => self.checked(&at, value, addresses::image).map(|src| Image { src, alt: None }),
            Value::Object(map) => {
                let (_, alt) = self.pair(&at, value, "src", "alt")?;
                let src = self.checked(&[at[0], Step::Key("src")], map.get("src")?, addresses::image)?;
                Some(Image { src, alt })
            }
            _ => {
                self.wrong(&at, value, "an address or `src` and `alt`", "write `image: photo.jpg`");
                None
            }
        }
    }

    fn aliases(&mut self, value: &Value) -> Vec<String> {
        let key = Step::Key("aliases");
        let Value::Array(items) = value else {
            self.wrong(&[key], value, "a list of text", "write `aliases: [old/path]`");
            return Vec::new();
        };
        let items = items.iter().enumerate();
        items.filter_map(|(i, item)| self.checked(&[key, Step::Item(i)], item, addresses::alias)).collect()
    }

    fn extra(&mut self, meta: &mut Meta, value: &Value) {
        match value {
            Value::Object(map) => meta.extra = map.clone(),
            _ => self.wrong(
                &[Step::Key("extra")],
                value,
                "`key: value` lines",
                "indent fields of your own under `extra:`",
            ),
        }
    }
}

/// What a value is, for messages.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "empty",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "a group of fields",
    }
}

/// `people[1].name`
fn dotted(at: &[Step<'_>]) -> String {
    let mut out = String::new();
    for step in at {
        match step {
            Step::Key(key) if out.is_empty() => out.push_str(key),
            Step::Key(key) => out.push_str(&format!(".{key}")),
            Step::Item(i) => out.push_str(&format!("[{i}]")),
        }
    }
    out
}

fn last<'a>(at: &[Step<'a>]) -> &'a str {
    at.iter().rev().find_map(|step| if let Step::Key(key) = step { Some(*key) } else { None }).unwrap_or_default()
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" and ")
}
