//! YAML as plain values, and where their keys stand. A leaf; the only place that knows which YAML library is used.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::cell::{Cell, RefCell};
use std::fmt;
use std::ops::Range;

/// Longest text that is read, in bytes.
pub(crate) const MAX_BYTES: usize = 256 * 1024;
/// Most bytes that the values may take, as counted by [`Limits::charge`]; aliases can make much of little.
const MAX_COST: usize = 4 * 1024 * 1024;
/// Deepest nesting of brackets. The scanner's time grows with it.
const MAX_BRACKETS: usize = 200;

/// What is wrong with a YAML text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) message: String,
    /// Byte in the text, when it is known.
    pub(crate) offset: Option<usize>,
}

/// One step into a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    Key(&'a str),
    Item(usize),
}

/// Reads one YAML document; an empty one is `Null`.
///
/// # Errors
/// When it is not YAML, gives a key twice, has keys that are not text, or is too long, too deep or too large.
pub(crate) fn parse(text: &str) -> Result<Value, Problem> {
    if text.len() > MAX_BYTES {
        return Err(problem(format!("is longer than {} KB", MAX_BYTES / 1024)));
    }
    if brackets(text) > MAX_BRACKETS {
        return Err(problem("is nested too deeply".to_owned()));
    }
    if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Ok(Value::Null);
    }
    let limits = Limits { left: Cell::new(MAX_COST), failure: RefCell::new(None) };
    let result = Node(&limits).deserialize(serde_yaml::Deserializer::from_str(text));
    result.map_err(|error| {
        let offset = error
            .location()
            .map(|place| (0..=place.index().min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0));
        let message = limits.failure.take().unwrap_or_else(|| without_places(&error.to_string()));
        Problem { message, offset }
    })
}

fn problem(message: String) -> Problem {
    Problem { message, offset: None }
}

/// An upper bound of how deep brackets are nested, quoted ones included.
fn brackets(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut deepest = 0;
    for byte in text.bytes() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Takes every " at line 3 column 1" out of a message; the place is shown by other means.
fn without_places(message: &str) -> String {
    let mut out = String::new();
    let mut rest = message;
    while let Some(at) = rest.find(" at line ") {
        out.push_str(&rest[..at]);
        let numbers = |c: char| c.is_ascii_digit();
        let tail = rest[at + " at line ".len()..].trim_start_matches(numbers);
        rest = tail.strip_prefix(" column ").unwrap_or(tail).trim_start_matches(numbers);
    }
    out.push_str(rest);
    match out.as_str() {
        "recursion limit exceeded" => "is nested too deeply".to_owned(),
        "repetition limit exceeded" => "repeats itself too often".to_owned(),
        _ => out,
    }
}

/// What is left to spend, and the first failure in our own words.
struct Limits {
    left: Cell<usize>,
    failure: RefCell<Option<String>>,
}

impl Limits {
    fn charge<E: Error>(&self, bytes: usize) -> Result<(), E> {
        match self.left.get().checked_sub(bytes + size_of::<Value>()) {
            Some(left) => {
                self.left.set(left);
                Ok(())
            }
            None => Err(self.fail("is too large when its aliases are put in".to_owned())),
        }
    }

    fn fail<E: Error>(&self, message: String) -> E {
        self.failure.borrow_mut().get_or_insert(message);
        E::custom("refused")
    }
}

#[derive(Clone, Copy)]
struct Node<'a>(&'a Limits);

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a plain value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        self.0.charge(0).map(|()| Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        self.0.charge(0).map(|()| value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        self.0.charge(0).map(|()| value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        self.0.charge(0)?;
        let number = serde_json::Number::from_f64(value);
        number.map(Value::Number).ok_or_else(|| self.0.fail("has a number that is not finite".to_owned()))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        self.0.charge(value.len()).map(|()| Value::String(value.to_owned()))
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        self.0.charge(0).map(|()| Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        self.0.charge(0)?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        self.0.charge(0)?;
        let mut map = Map::new();
        while let Some(key) = entries.next_key_seed(Key { limits: self.0, seen: &map })? {
            map.insert(key, entries.next_value_seed(self)?);
        }
        Ok(Value::Object(map))
    }

    fn visit_enum<A: serde::de::EnumAccess<'de>>(self, _: A) -> Result<Value, A::Error> {
        Err(self.0.fail("has a tag such as `!name`, which is not understood; put the text in quotes".to_owned()))
    }
}

/// A key that is not in `seen`; it is checked here and not in the map, because errors get the place of their value.
struct Key<'a> {
    limits: &'a Limits,
    seen: &'a Map<String, Value>,
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Key<'_> {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key that is text")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<String, E> {
        self.limits.charge(key.len())?;
        match self.seen.contains_key(key) {
            true => Err(self.limits.fail(format!("gives `{key}` twice"))),
            false => Ok(key.to_owned()),
        }
    }
}

/// Where the key or item that `path` leads to stands in `text`; as far as it can be told, else what holds it.
///
/// Reads lines and indentation rather than the grammar, which is enough to point a reader to the right line.
pub(crate) fn find(text: &str, path: &[Step<'_>]) -> Range<usize> {
    let mut region = 0..text.len();
    let mut found = 0..text.find('\n').unwrap_or(text.len());
    for step in path {
        let next = match step {
            Step::Key(key) => find_key(text, &region, key),
            Step::Item(n) => find_item(text, &region, *n),
        };
        let Some((at, inner)) = next else { break };
        found = at;
        region = inner;
    }
    found
}

/// The lines of a region with the offset of their first character that is not a space, but for blanks and comments.
fn lines<'t>(text: &'t str, region: &Range<usize>) -> impl Iterator<Item = (usize, &'t str)> {
    let mut at = region.start;
    text[region.clone()].split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        let content = line.trim_start_matches(' ');
        let shown = content.trim_end();
        (!shown.is_empty() && !shown.starts_with('#')).then_some((start + line.len() - content.len(), shown))
    })
}

fn column(text: &str, at: usize) -> usize {
    at - text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

fn find_key(text: &str, region: &Range<usize>, key: &str) -> Option<(Range<usize>, Range<usize>)> {
    let in_lines = || {
        let candidates = lines(text, region).filter_map(|(at, line)| {
            let content = line.trim_start_matches("- ").trim_start();
            let at = at + (line.len() - content.len());
            key_at(content, key).map(|length| (at, length))
        });
        candidates.min_by_key(|&(at, _)| column(text, at))
    };
    let in_brackets = || {
        let starts = text[region.clone()].match_indices(key).map(|(i, _)| region.start + i);
        let mut free = starts.filter(|&i| !text[..i].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
        free.find_map(|i| key_at(&text[i..region.end], key).map(|length| (i, length)))
    };
    let (at, length) = in_lines().or_else(in_brackets)?;
    let inner_start = (at + length).min(region.end);
    Some((at..at + length, inner_start..end_of_value(text, inner_start..region.end, column(text, at))))
}

/// Length of `key` with its quotes, if `content` begins with it as a key.
fn key_at(content: &str, key: &str) -> Option<usize> {
    let quote = content.chars().next().filter(|c| matches!(c, '"' | '\''));
    let rest = content.strip_prefix(|c| Some(c) == quote).unwrap_or(content).strip_prefix(key)?;
    let rest = match quote {
        Some(quote) => rest.strip_prefix(quote)?,
        None => rest,
    };
    rest.trim_start().starts_with(':').then_some(content.len() - rest.len())
}

/// The value of a key at `indent` ends before the next line that is not indented further, but for items of a list.
fn end_of_value(text: &str, rest: Range<usize>, indent: usize) -> usize {
    let end_of_line = text[rest.clone()].find('\n').map_or(rest.end, |i| rest.start + i + 1);
    let next = lines(text, &(end_of_line..rest.end)).find(|&(at, line)| {
        let column = column(text, at);
        column < indent || (column == indent && !line.starts_with('-'))
    });
    next.map_or(rest.end, |(at, _)| at)
}

fn find_item(text: &str, region: &Range<usize>, n: usize) -> Option<(Range<usize>, Range<usize>)> {
    let is_item = |line: &str| line == "-" || line.starts_with("- ");
    let Some(indent) = lines(text, region).find(|(_, line)| is_item(line)).map(|(at, _)| column(text, at)) else {
        return find_in_brackets(text, region, n);
    };
    let mut items = lines(text, region).filter(|(at, line)| is_item(line) && column(text, *at) == indent);
    let (at, line) = items.nth(n)?;
    let content = line[1..].trim_start();
    let start = at + line.len() - content.len();
    let end = items.next().map_or(region.end, |(next, _)| next);
    Some((start..start + content.len(), start.min(end)..end))
}

/// Item `n` of `[a, b, c]`; commas in quotes or inner brackets do not count.
fn find_in_brackets(text: &str, region: &Range<usize>, n: usize) -> Option<(Range<usize>, Range<usize>)> {
    let open = region.start + text[region.clone()].find('[')? + 1;
    let (mut depth, mut quote, mut start, mut index) = (0, None, open, 0);
    for (i, c) in text[open..region.end].char_indices().map(|(i, c)| (open + i, c)) {
        match (quote, c) {
            (Some(q), c) if c == q => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '[' | '{') => depth += 1,
            (None, '}') => depth -= 1,
            (None, ']') if depth > 0 => depth -= 1,
            (None, ',' | ']') if depth == 0 => {
                if index == n {
                    let item = text[start..i].trim_start();
                    let start = i - item.len();
                    return Some((start..start + item.trim_end().len(), start..i));
                }
                index += 1;
                start = i + 1;
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, path: &[Step<'_>]) -> &'t str {
        &text[find(text, path)]
    }

    fn refused(text: &str) -> (String, Option<usize>) {
        let problem = parse(text).unwrap_err();
        (problem.message, problem.offset)
    }

    #[test]
    fn values_are_plain_and_in_order() {
        let value = parse("b: 1\na: [x, 2.5, true, ~]\ndate: 2016-09-09\nnone: no\n").unwrap();
        assert_eq!(value.to_string(), r#"{"b":1,"a":["x",2.5,true,null],"date":"2016-09-09","none":"no"}"#);
        assert_eq!(parse("# nothing\n\n"), Ok(Value::Null));
    }

    #[test]
    fn what_would_lose_or_hide_something_is_refused() {
        assert_eq!(refused("a: 1\na: 2\n"), ("gives `a` twice".to_owned(), Some(5)));
        assert_eq!(
            refused("a: !x y\n").0,
            "has a tag such as `!name`, which is not understood; put the text in quotes"
        );
        assert_eq!(refused("2016: y\n").0, "invalid type: integer `2016`, expected a key that is text");
        assert_eq!(refused("a: .nan\n").0, "has a number that is not finite");
    }

    #[test]
    fn a_syntax_error_has_its_place() {
        let (message, offset) = refused("title: x\ntags: [a, b\ndate: y\n");
        assert_eq!(message, "did not find expected ',' or ']', while parsing a flow sequence");
        assert!(offset.is_some());
        assert_eq!(
            refused("é: x\nb: @y\n"),
            ("found character that cannot start any token, while scanning for the next token".to_owned(), Some(9))
        );
    }

    #[test]
    fn aliases_cannot_make_much_of_little() {
        let items = vec!["x"; 2000].join(",");
        let aliases = vec!["*a"; 2000].join(",");
        let bomb = format!("a: &a [{items}]\nb: &b [{aliases}]\nc: [*b,*b,*b,*b]\n");
        assert_eq!(refused(&bomb).0, "is too large when its aliases are put in");
    }

    #[test]
    fn deep_and_long_texts_are_refused() {
        assert_eq!(refused(&"[".repeat(100_000)).0, "is nested too deeply");
        assert_eq!(refused(&"- ".repeat(50_000)).0, "is nested too deeply");
        assert_eq!(refused(&"x".repeat(MAX_BYTES + 1)).0, "is longer than 256 KB");
    }

    #[test]
    fn keys_and_items_are_found() {
        let text = "title: a\n'people':\n  - name: Roe\n    role: 3\n  - Doe\ntags: [x, \"a, b\", {name: y}]\nextra:\n  title: b\n";
        assert_eq!(found(text, &[Step::Key("title")]), "title");
        assert_eq!(find(text, &[Step::Key("extra"), Step::Key("title")]).start, text.rfind("title").unwrap());
        assert_eq!(found(text, &[Step::Key("people")]), "'people'");
        assert_eq!(found(text, &[Step::Key("people"), Step::Item(1)]), "Doe");
        assert_eq!(found(text, &[Step::Key("people"), Step::Item(0), Step::Key("role")]), "role");
        assert_eq!(found(text, &[Step::Key("tags"), Step::Item(1)]), "\"a, b\"");
        assert_eq!(found(text, &[Step::Key("tags"), Step::Item(2), Step::Key("name")]), "name");
        assert_eq!(found(text, &[Step::Key("nowhere")]), "title: a");
        assert_eq!(found("{title: [1]}", &[Step::Key("title"), Step::Item(0)]), "1");
    }
}
