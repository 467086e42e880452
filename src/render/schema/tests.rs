//! That `docs/templates.md` says of the views what is true.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use serde_json::Value;

use super::*;
use crate::diagnostic::Severity;
use crate::render::fixture;
use crate::render::theme::builtins;

const VIEWS: &str = include_str!("../views.rs");

/// Asserts that a part of the document, which is made from the sources, is up to date, or brings it up to date.
fn assert_generated(name: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/templates.md");
    // Read again, for another part may have been written just now.
    let document = std::fs::read_to_string(&path).unwrap();
    let begin = format!("<!-- {name}; written by `SNAPSHOTS=overwrite cargo test --lib schema` -->\n");
    let (before, rest) = document.split_once(&begin).unwrap_or_else(|| panic!("no {begin}"));
    let (found, after) = rest.split_once("<!-- end -->").unwrap();
    if found.trim() == expected.trim() {
        return;
    }
    let overwrite = std::env::var_os("SNAPSHOTS").is_some_and(|action| action == "overwrite");
    assert!(
        overwrite,
        "docs/templates.md is out of date: run `SNAPSHOTS=overwrite cargo test --lib schema`\n{expected}"
    );
    std::fs::write(&path, format!("{before}{begin}\n{}\n\n<!-- end -->{after}", expected.trim())).unwrap();
}

#[test]
fn the_tables_are_those_of_the_views_and_of_the_templates() {
    assert_generated("fields", &fields(VIEWS));
    assert_generated("blocks", &blocks());
}

/// The views of the source as sections with tables.
fn fields(source: &str) -> String {
    let (mut text, mut comment, mut view) = (String::new(), String::new(), String::new());
    for line in source.lines() {
        let code = line.trim();
        if let Some(words) = code.strip_prefix("///") {
            comment += words;
        } else if let Some(name) = code.strip_prefix("pub struct ") {
            view = name.split(['<', ' ']).next().unwrap().to_owned();
            let about = shown(&comment);
            assert!(!about.is_empty(), "{view} has no description in views.rs");
            write!(text, "### {view}\n\n{about}\n\n| field | type | meaning |\n|---|---|---|\n").unwrap();
            comment.clear();
        } else if let Some(field) = code.strip_prefix("pub ").filter(|_| line.starts_with("    ")) {
            let (name, of) = field.trim_end_matches(',').split_once(": ").unwrap();
            let about = shown(&comment);
            // Cards are made once and shared; the comment says what they are.
            let item = about.strip_prefix('`').and_then(|about| about.split_once("`s, ")).map(|(item, _)| item);
            let of = of.replace("tera::Value", item.unwrap_or("anything"));
            assert!(!about.is_empty(), "{view}.{name} has no description in views.rs");
            writeln!(text, "| `{name}` | {} | {about} |", type_name(&of)).unwrap();
            comment.clear();
        } else if code == "}" {
            text += "\n";
        } else if !code.starts_with("#[") {
            comment.clear();
        }
    }
    text
}

/// A comment of the source without the links of rustdoc.
fn shown(comment: &str) -> String {
    comment.trim().replace("[`", "`").replace("`]", "`").replace('|', "\\|")
}

/// A type of Rust as the document calls it.
fn type_name(of: &str) -> String {
    let inner = |of: &str, begin: &str| of.strip_prefix(begin).and_then(|rest| rest.strip_suffix('>')).map(type_name);
    if let Some(inner) = inner(of, "Option<") {
        return format!("{inner} or null");
    }
    if let Some(inner) = inner(of, "Vec<") {
        return format!("list of {inner}");
    }
    let plain = of.trim_start_matches('&').trim_start_matches("'a ").trim_start_matches("'static ");
    if let Some(item) = plain.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return format!("list of {}", type_name(item));
    }
    match plain {
        "str" | "String" | "std::borrow::Cow<'a, str>" | "Cow<'a, str>" => "text".to_owned(),
        "usize" | "u8" | "u32" | "u64" | "i32" | "f32" | "f64" => "number".to_owned(),
        "bool" => "true or false".to_owned(),
        _ if plain.starts_with("serde_json::") => "free fields".to_owned(),
        "anything" => plain.to_owned(),
        view => match view.split_once('<') {
            Some((name, kind)) if !kind.starts_with('\'') => {
                format!("`{name}` of {}", type_name(kind.strip_suffix('>').unwrap()))
            }
            _ => format!("`{}`", view.split('<').next().unwrap()),
        },
    }
}

fn blocks() -> String {
    let mut text = "| template | blocks |\n|---|---|\n".to_owned();
    for builtin in builtins() {
        let tags = builtin.text.split("{%").skip(1);
        let names = tags.filter_map(|tag| tag.trim_start_matches('-').trim().strip_prefix("block "));
        let blocks: Vec<_> = names.map(|name| format!("`{}`", name.split([' ', '%', '-']).next().unwrap())).collect();
        if !blocks.is_empty() {
            writeln!(text, "| `{}` | {} |", builtin.name, blocks.join(", ")).unwrap();
        }
    }
    text
}

/// Every view with every field, as pages have them.
#[test]
fn every_page_is_given_what_the_document_says_and_nothing_else() {
    let schema = Schema::documented();
    let mut seen = Seen::default();
    for (template, variables) in contexts() {
        let documented = schema.pages.get(&template).unwrap_or_else(|| panic!("`{template}` is not under `## Pages`"));
        let given = keys(&variables);
        let told: BTreeSet<&str> = documented.keys().map(String::as_str).collect();
        assert_eq!(given, told, "variables of `{template}`: given, and documented");
        for (name, of) in documented {
            seen.look(&schema, of, &variables[name], &format!("{template}: {name}"));
        }
        seen.pages.insert(template);
    }
    let told: BTreeSet<String> = schema.pages.keys().cloned().collect();
    assert_eq!(seen.pages, told, "pages: made of the fixture, and documented");
    let told: BTreeSet<String> = schema.views.keys().cloned().collect();
    assert_eq!(seen.views, told, "views: seen in pages of the fixture, and documented");
}

/// What came up in the pages.
#[derive(Default)]
struct Seen {
    pages: BTreeSet<String>,
    views: BTreeSet<String>,
}

impl Seen {
    fn look(&mut self, schema: &Schema, of: &Type, value: &Value, at: &str) {
        match (of, value) {
            (_, Value::Null) | (Type::Any, _) => {}
            (Type::Plain, Value::String(_) | Value::Number(_) | Value::Bool(_)) => {}
            (Type::List(of), Value::Array(items)) => {
                items.iter().for_each(|item| self.look(schema, of, item, &format!("{at}[]")));
            }
            (Type::View(name, _), Value::Object(_)) => {
                let fields = schema.views.get(name).unwrap_or_else(|| panic!("`{name}` ({at}) is not documented"));
                let told: BTreeSet<&str> = fields.keys().map(String::as_str).collect();
                assert_eq!(keys(value), told, "fields of `{name}` ({at}): given, and documented");
                self.views.insert(name.clone());
                for field in fields.keys() {
                    let of = schema.field(of, field).unwrap();
                    self.look(schema, &of, &value[field], &format!("{at}.{field}"));
                }
            }
            _ => panic!("{at} is documented as {of:?} and is {value}"),
        }
    }
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// The template and the variables of every page of a site that has everything.
fn contexts() -> Vec<(String, Value)> {
    let pages = Schema::documented().pages.into_keys();
    let dumps: BTreeMap<String, String> =
        pages.map(|name| (name.clone(), format!("{name}\n{{{{ __tera_context | json }}}}"))).collect();
    let files: Vec<(&str, &str)> = dumps.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let (site, problems) = fixture::everything(&files);
    assert!(problems.iter().all(|problem| problem.severity < Severity::Error), "{problems:#?}");
    let html = site.files().filter(|(path, _)| path.ends_with(".html"));
    let page = |(path, file): (&str, &crate::site::File)| {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        let (template, json) = text.split_once('\n').unwrap();
        assert!(dumps.contains_key(template), "the template of {path} is not under `## Pages` in docs/templates.md");
        (template.to_owned(), serde_json::from_str(json).unwrap())
    };
    html.map(page).collect()
}

#[test]
fn types_are_read_as_they_are_written() {
    let view = |name: &str, kind: Option<Type>| Type::View(name.to_owned(), kind.map(Box::new));
    assert_eq!(Type::read("list of text or null"), Type::List(Box::new(Type::Plain)));
    assert_eq!(Type::read("`AView` or null"), view("AView", None));
    assert_eq!(
        Type::read("list of `AView` of `BView`"),
        Type::List(Box::new(view("AView", Some(view("BView", None)))))
    );
    assert_eq!(Type::read("free fields"), Type::Any);
    assert_eq!(type_name("Vec<AView<BView<'a>>>"), "list of `AView` of `BView`");
    assert_eq!(type_name("&'a [String]"), "list of text");
    let document = "### AView\n\n| `entries` | list of `T` | x |\n\n### BView\n\n| `name` | text | x |\n";
    let schema = Schema::read(document);
    let entries = schema.field(&Type::read("`AView` of `BView`"), "entries");
    assert_eq!(entries, Some(Type::List(Box::new(view("BView", None)))));
}
