//! Front matter: the YAML between two lines of `---` at the very beginning of a file, as a [`Meta`].

use super::article::{Image, Meta, PersonNote, Title, TitleOrigin};
use super::dates::{self, DateError};
use super::{ArticleDate, addresses};
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::yaml::{self, Entry, Node, NodeId, Value, Yaml};
use std::ops::Range;

/// All keys, for suggestions and for the manual.
pub(super) const KEYS: [&str; 19] = [
    "title",
    "date",
    "updated",
    "author",
    "authors",
    "source",
    "slug",
    "summary",
    "people",
    "tags",
    "topics",
    "draft",
    "image",
    "image_alt",
    "image_caption",
    "image_credit",
    "aliases",
    "language",
    "extra",
];

/// After so many problems the rest is not looked at; finding the place of each takes a parse.
const MOST_PROBLEMS: usize = 20;

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
pub(super) fn read(path: &str, source: &str, range: Range<usize>, diagnostics: &mut Vec<Diagnostic>) -> Meta {
    let mut meta = Meta::default();
    let yaml = match yaml::parse(path, source, range) {
        Ok(yaml) => yaml,
        Err(problem) => {
            diagnostics.push(problem);
            return meta;
        }
    };
    let mut fields = Fields { yaml: &yaml, diagnostics };
    match yaml.entries() {
        Ok(entries) => {
            for entry in entries {
                fields.field(&mut meta, entry);
                if fields.diagnostics.len() >= MOST_PROBLEMS {
                    break;
                }
            }
            fields.refuse_two_kinds_of_authors(entries);
            fields.complete_image(&mut meta, entries);
        }
        Err(problem) => {
            diagnostics.push(problem.hint("close it with `---` before the text, or write `key: value` on each line"));
        }
    }
    meta
}

struct Fields<'a, 's> {
    yaml: &'a Yaml<'s>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Fields<'_, '_> {
    fn field(&mut self, meta: &mut Meta, entry: &Entry) {
        let (key, node) = (&*entry.key, &entry.value);
        if !KEYS.contains(&key) {
            return self.unknown(entry, &KEYS);
        }
        if node.value == Value::Null {
            return;
        }
        match key {
            "title" => {
                meta.title = self.text(key, node).map(|text| Title { text, origin: TitleOrigin::FrontMatter });
            }
            "date" => meta.date = self.date(key, node),
            "updated" => meta.updated = self.date(key, node),
            "author" | "authors" => meta.authors = self.text_or_list(key, node),
            "source" => meta.source = self.checked(key, node, addresses::web),
            "slug" => meta.slug = self.checked(key, node, addresses::slug),
            "summary" => meta.summary = self.text(key, node),
            "people" => meta.people = self.people(key, node),
            "tags" => meta.tags = self.list(key, node),
            "topics" => meta.topics = self.list(key, node),
            "draft" => meta.draft = self.flag(key, node),
            "image" => meta.image = self.image(key, node),
            // When all keys are known.
            "image_alt" | "image_caption" | "image_credit" => {}
            "aliases" => meta.aliases = self.aliases(key, node),
            "language" => meta.language = self.checked(key, node, addresses::language),
            _ => self.extra(key, node, meta),
        }
    }

    fn push(&mut self, problem: Diagnostic, at: NodeId, hint: &str) {
        self.diagnostics.push(problem.at(self.yaml.place(at)).hint(hint));
    }

    fn wrong(&mut self, key: &str, node: &Node, wanted: &str, hint: &str) {
        self.diagnostics.push(self.yaml.wrong_type(key, node, wanted).hint(hint));
    }

    fn unknown(&mut self, entry: &Entry, known: &[&str]) {
        let mut problem = self.yaml.unknown_key(entry, known);
        if known.len() == KEYS.len() && nearest(&entry.key, known.iter().copied()).is_none() {
            problem = problem.hint("put fields of your own under `extra`");
        }
        self.diagnostics.push(problem);
    }

    fn refuse_two_kinds_of_authors(&mut self, entries: &[Entry]) {
        let mut kinds = entries.iter().filter(|entry| matches!(&*entry.key, "author" | "authors"));
        if let (Some(_), Some(second)) = (kinds.next(), kinds.next()) {
            let problem = Diagnostic::error("both `author` and `authors` are given");
            self.push(problem, second.key_id, "keep one of them");
        }
    }

    /// A text on one line. Numbers and the like are taken as they are written.
    fn text(&mut self, key: &str, node: &Node) -> Option<String> {
        let Some(text) = self.yaml.text_of(node) else {
            self.wrong(key, node, "text", &format!("write `{}: words`", name(key)));
            return None;
        };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            self.push(Diagnostic::warning(format!("`{key}` is empty")), node.id, "fill it in or remove it");
            return None;
        }
        Some(text)
    }

    fn checked(&mut self, key: &str, node: &Node, check: Check) -> Option<String> {
        let text = self.text(key, node)?;
        match check(&text) {
            Ok(()) => Some(text),
            Err((why, hint)) => {
                self.push(Diagnostic::error(format!("`{key}` {why}: `{text}`")), node.id, hint);
                None
            }
        }
    }

    fn items<'n>(&mut self, key: &str, node: &'n Node, wanted: &str, hint: &str) -> Option<&'n [Node]> {
        if let Value::List(items) = &node.value {
            return Some(items);
        }
        self.wrong(key, node, wanted, hint);
        None
    }

    fn list(&mut self, key: &str, node: &Node) -> Option<Vec<String>> {
        let items = self.items(key, node, "a list of text", &format!("write `{key}: [first, second]`"))?;
        let items = items.iter().enumerate();
        Some(items.filter_map(|(i, item)| self.text(&format!("{key}[{i}]"), item)).collect())
    }

    fn text_or_list(&mut self, key: &str, node: &Node) -> Vec<String> {
        match &node.value {
            Value::List(_) => self.list(key, node).unwrap_or_default(),
            _ => self.text(key, node).into_iter().collect(),
        }
    }

    fn date(&mut self, key: &str, node: &Node) -> Option<ArticleDate> {
        let text = self.text(key, node)?;
        match dates::parse(&text) {
            Ok(date) => Some(date),
            Err(DateError::NoZone(day)) => {
                let problem = Diagnostic::warning(format!("`{key}` has a time but no zone; only the day is kept"));
                self.push(problem, node.id, "add the zone, as in `+02:00` or `Z`, or remove the time");
                Some(ArticleDate::Day(day))
            }
            Err(DateError::Unreadable) => {
                self.push(Diagnostic::error(format!("`{key}` is not a date: `{text}`")), node.id, dates::FORMS);
                None
            }
        }
    }

    fn flag(&mut self, key: &str, node: &Node) -> bool {
        if let Value::Bool(flag) = node.value {
            return flag;
        }
        self.wrong(key, node, "`true` or `false`", &format!("write `{key}: true`"));
        false
    }

    fn people(&mut self, key: &str, node: &Node) -> Option<Vec<PersonNote>> {
        let hint = "write `- Jane Roe` or `- {name: Jane Roe, role: mayor}` for each person";
        let mut people = Vec::new();
        for (i, item) in self.items(key, node, "a list of people", hint)?.iter().enumerate() {
            let key = format!("{key}[{i}]");
            people.extend(match &item.value {
                Value::Map(_) => self.pair(&key, item, ["name", "role"]).map(|(name, role)| PersonNote { name, role }),
                _ => self.text(&key, item).map(|name| PersonNote { name, role: None }),
            });
        }
        Some(people)
    }

    /// The values of a map that must have the first of `known` and may have the second.
    fn pair(&mut self, key: &str, node: &Node, known: [&str; 2]) -> Option<(String, Option<String>)> {
        let Value::Map(entries) = &node.value else { return None };
        let mut found = [None, None];
        for entry in entries {
            match known.iter().position(|name| *name == entry.key) {
                Some(_) if entry.value.value == Value::Null => {}
                Some(i) => found[i] = Some(self.text(&format!("{key}.{}", entry.key), &entry.value)),
                None => self.unknown(entry, &known),
            }
        }
        let [first, second] = found;
        if first.is_none() {
            let hint = format!("add `{}: …`", known[0]);
            self.push(Diagnostic::error(format!("`{key}` has no `{}`", known[0])), node.id, &hint);
        }
        Some((first??, second.flatten()))
    }

    fn image(&mut self, key: &str, node: &Node) -> Option<Image> {
        let Value::Map(entries) = &node.value else {
            let src = self.checked(key, node, addresses::image)?;
            return Some(Image { src, ..Image::default() });
        };
        let mut image = Image::default();
        let mut has_src = false;
        for entry in entries {
            let (name, node) = (format!("{key}.{}", entry.key), &entry.value);
            match entry.key.as_str() {
                "src" => {
                    has_src = true;
                    image.src = self.checked(&name, node, addresses::image)?;
                }
                "alt" | "caption" | "credit" if node.value == Value::Null => {}
                "alt" => image.alt = self.text(&name, node),
                "caption" => image.caption = self.text(&name, node),
                "credit" => image.credit = self.text(&name, node),
                _ => self.unknown(entry, &["src", "alt", "caption", "credit"]),
            }
        }
        if !has_src {
            self.push(Diagnostic::error(format!("`{key}` has no `src`")), node.id, "add `src: …`");
        }
        has_src.then_some(image)
    }

    /// Adds what is said of the picture in keys of its own, and warns when nothing says what it shows.
    fn complete_image(&mut self, meta: &mut Meta, entries: &[Entry]) {
        let Some(at) = entries.iter().find(|entry| entry.key == "image").map(|entry| entry.value.id) else {
            for entry in entries.iter().filter(|entry| entry.key.starts_with("image_")) {
                let problem = Diagnostic::warning(format!("there is `{}`, but no `image`", entry.key));
                self.push(problem, entry.key_id, "add `image: picture.jpg`, or remove it");
            }
            return;
        };
        let Some(image) = &mut meta.image else { return };
        for entry in entries.iter().filter(|entry| entry.value.value != Value::Null) {
            let field = match entry.key.as_str() {
                "image_alt" => &mut image.alt,
                "image_caption" => &mut image.caption,
                "image_credit" => &mut image.credit,
                _ => continue,
            };
            *field = self.text(&entry.key, &entry.value).or(field.take());
        }
        if image.alt.is_none() {
            let problem = Diagnostic::warning(format!("nothing says what the picture `{}` shows", image.src));
            self.push(problem, at, "add `image_alt:` with a few words for those who do not see it");
        }
    }

    fn aliases(&mut self, key: &str, node: &Node) -> Vec<String> {
        let items = self.items(key, node, "a list of text", "write `aliases: [old/path]`").unwrap_or_default();
        let items = items.iter().enumerate();
        items.filter_map(|(i, item)| self.checked(&format!("{key}[{i}]"), item, addresses::alias)).collect()
    }

    fn extra(&mut self, key: &str, node: &Node, meta: &mut Meta) {
        match node.value.to_json() {
            serde_json::Value::Object(map) => meta.extra = map,
            _ => self.wrong(key, node, "`key: value` pairs", "indent fields of your own under `extra:`"),
        }
    }
}

/// Why a text is refused, and what to write.
type Check = fn(&str) -> Result<(), (&'static str, &'static str)>;

/// The last name of a key such as `people[1].name`.
fn name(key: &str) -> &str {
    let key = key.rsplit('.').next().unwrap_or_default();
    key.split('[').next().unwrap_or_default()
}
