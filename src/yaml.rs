//! YAML read into typed values that know where they stand: for `config.yaml` and for front matter.
//!
//! The only file that knows which YAML library is used. It knows no key and no setting.
//!
//! `serde_yaml` keeps no positions for values that are well-formed. Every node therefore gets a number, and the place of
//! a node is found when a problem must be shown: the text is parsed once more and that parse is made to fail at the node.

mod problem;
mod read;

use std::cell::Cell;
use std::ops::Range;

use serde::de::DeserializeSeed;

use crate::diagnostic::{Diagnostic, Place, char_boundary, nearest};

/// Longest YAML text that is read, in bytes; no configuration and no front matter comes near it.
const MAX_BYTES: usize = 1 << 20;

/// Deepest nesting of brackets; the scanner's time grows with its square.
const MAX_BRACKETS: i32 = 128;

/// A parsed YAML text with its file.
#[derive(Debug)]
pub struct Yaml<'s> {
    path: &'s str,
    source: &'s str,
    range: Range<usize>,
    pub root: Node,
}

/// A value and its number, by which its place can be asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub id: NodeId,
    pub value: Value,
}

/// The number of a node or key, in the order of the text; aliases count each time they are expanded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeId(u32);

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    Integer(i64),
    Float(f64),
    Text(String),
    List(Vec<Node>),
    Map(Vec<Entry>),
}

/// One `key: value`; keys are unique within their map.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub key: String,
    pub key_id: NodeId,
    pub value: Node,
}

/// Parses the bytes `range` of `source`, the whole text of the file at `path`.
///
/// An empty text is [`Value::Null`].
///
/// # Errors
/// One diagnostic with its place for text that is not YAML, repeats a key, nests too deeply, expands too many aliases or
/// is longer than a mebibyte.
pub fn parse<'s>(path: &'s str, source: &'s str, range: Range<usize>) -> Result<Yaml<'s>, Diagnostic> {
    let mut yaml = Yaml { path, source, range, root: Node { id: NodeId(0), value: Value::Null } };
    yaml.check_size()?;
    let root = read::Seed { spent: &read::Spent::default(), text_of: None }
        .deserialize(serde_yaml::Deserializer::from_str(yaml.text()));
    match root {
        Ok(root) => yaml.root = root,
        Err(_) if is_blank(yaml.text()) => {}
        Err(error) => return Err(problem::describe(&yaml, &error)),
    }
    match read::first_repeated_key(&yaml.root) {
        Some((first, second, key)) => Err(Diagnostic::error(format!("`{key}` is given twice"))
            .at(yaml.place(second))
            .related("first given here", yaml.place(first))
            .hint("remove one of the two")),
        None => Ok(yaml),
    }
}

impl<'s> Yaml<'s> {
    /// The entries of the outermost map; none when the text is empty.
    ///
    /// # Errors
    /// When the text is anything else than a map.
    pub fn entries(&self) -> Result<&[Entry], Diagnostic> {
        match &self.root.value {
            Value::Map(entries) => Ok(entries),
            Value::Null => Ok(&[]),
            _ => Err(Diagnostic::error(format!("found {}, but `key: value` lines are wanted", self.root.value.kind()))
                .at(self.place(self.root.id))),
        }
    }

    /// Where a node or key stands in the file.
    pub fn place(&self, id: NodeId) -> Place {
        let start = self.offset_of(id).unwrap_or(self.range.start);
        Place::in_source(self.path, self.source, start..problem::scalar_end(self.source, start, self.range.end))
    }

    /// The text of a scalar as it was written: `1.10` and `007` stay what they are.
    ///
    /// `None` for lists, maps and null.
    pub fn text_of(&self, node: &Node) -> Option<String> {
        match &node.value {
            Value::Text(text) => Some(text.clone()),
            Value::Bool(_) | Value::Integer(_) | Value::Float(_) => self.fail_at(node.id, true).map(|(text, _)| text),
            Value::Null | Value::List(_) | Value::Map(_) => None,
        }
    }

    /// The problem that `key` has a value of another type than `wanted` ("a whole number", "a list of names").
    pub fn wrong_type(&self, key: &str, node: &Node, wanted: &str) -> Diagnostic {
        Diagnostic::error(format!("`{key}` must be {wanted}, found {}", node.value.kind())).at(self.place(node.id))
    }

    /// The problem that no such key exists, with the nearest of the `known` ones.
    pub fn unknown_key(&self, entry: &Entry, known: &[&str]) -> Diagnostic {
        let problem = Diagnostic::error(format!("unknown key `{}`", entry.key)).at(self.place(entry.key_id));
        match nearest(&entry.key, known.iter().copied()) {
            Some(near) => problem.hint(format!("did you mean `{near}`?")),
            None => problem.hint(format!("known keys: {}", quoted(known))),
        }
    }

    fn text(&self) -> &'s str {
        &self.source[self.range.clone()]
    }

    fn check_size(&self) -> Result<(), Diagnostic> {
        let start = Place::in_source(self.path, self.source, self.range.start..self.range.start);
        if self.range.len() > MAX_BYTES {
            return Err(Diagnostic::error("the YAML is longer than a mebibyte").at(start));
        }
        if deepest_bracket(self.text()) > MAX_BRACKETS {
            return Err(Diagnostic::error("the YAML is nested too deeply").at(start));
        }
        Ok(())
    }

    /// Byte offset of a node in the source.
    fn offset_of(&self, id: NodeId) -> Option<usize> {
        let (_, distance) = self.fail_at(id, false)?;
        Some(self.range.start + char_boundary(self.text(), distance))
    }

    /// Parses again up to node `id`: its text if asked for, and its distance from the start, in bytes.
    fn fail_at(&self, id: NodeId, as_text: bool) -> Option<(String, usize)> {
        let text = Cell::new(None);
        let spent = read::Spent::default();
        let seed = read::Seed { spent: &spent, text_of: Some(read::Target { id, as_text, text: &text }) };
        let error = seed.deserialize(serde_yaml::Deserializer::from_str(self.text())).err()?;
        Some((text.take().unwrap_or_default(), error.location()?.index()))
    }
}

impl Value {
    /// What a person would call it, with an article.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Null => "nothing",
            Value::Bool(true) => "`true`",
            Value::Bool(false) => "`false`",
            Value::Integer(_) | Value::Float(_) => "a number",
            Value::Text(_) => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "`key: value` pairs",
        }
    }

    /// The same value for templates. A float that JSON cannot hold becomes null.
    pub fn to_json(&self) -> serde_json::Value {
        use serde_json::Value as Json;
        match self {
            Value::Null => Json::Null,
            Value::Bool(value) => Json::Bool(*value),
            Value::Integer(value) => Json::from(*value),
            Value::Float(value) => Json::from(*value),
            Value::Text(text) => Json::String(text.clone()),
            Value::List(items) => Json::Array(items.iter().map(|item| item.value.to_json()).collect()),
            Value::Map(entries) => {
                Json::Object(entries.iter().map(|entry| (entry.key.clone(), entry.value.value.to_json())).collect())
            }
        }
    }
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// Whether the text holds nothing but white space, comments and document marks.
fn is_blank(text: &str) -> bool {
    text.lines().map(str::trim).all(|line| line.is_empty() || line.starts_with('#') || line == "---" || line == "...")
}

fn deepest_bracket(text: &str) -> i32 {
    let mut depth = 0;
    let mut deepest = 0;
    for byte in text.bytes() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth -= 1,
            _ => continue,
        }
        deepest = deepest.max(depth);
    }
    deepest
}

#[cfg(test)]
mod tests;
