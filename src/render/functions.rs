//! What templates can call beside the filters and functions of the engine.
//!
//! Everything here is pure and takes what it needs from the page's own variables, such as `root` and `site.language`.
//! `docs/templates.md` documents each with an example, and the examples are run as tests.

mod numbers;
mod text;

use rustc_hash::FxHashMap;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::dates::{self, DateStyle};
use super::{schema, urls};
use crate::config::date_format;
use crate::source::ArticleDate;

/// Makes them known to the engine; `asset` comes from the theme, which knows its files.
pub(super) fn register(tera: &mut Tera) {
    tera.register_function("url_for", url_for);
    tera.register_function("context", context);
    tera.register_filter("date", date);
    tera.register_filter("group_by", group_by);
    tera.register_filter("number", numbers::number);
    tera.register_filter("markdown", text::markdown);
    tera.register_filter("json", text::json);
}

/// `url_for(to=story)`, `url_for(to="people/", absolute=true)`: a link that works on this page, in any folder.
fn url_for(arguments: Kwargs, state: &State) -> TeraResult<String> {
    let to = arguments.must_get::<&Value>("to")?;
    let Some(url) = field(to, "url").or(to.as_str()) else {
        return Err(Error::message(format!(
            "`url_for` wants text or a view with a `url` that is not null, found {}",
            named(to)
        )));
    };
    if arguments.get::<bool>("absolute")?.unwrap_or(false) {
        let site = state.get::<Value>("site")?.unwrap_or_else(Value::none);
        let Some(base_url) = field(&site, "base_url") else {
            return Err(Error::message("an absolute link needs `base_url` in `config.yaml`"));
        };
        return Ok(if leads_away(url) { url.to_owned() } else { format!("{base_url}{}", url.trim_start_matches('/')) });
    }
    from_page(url, state)
}

/// The link from the page that is being made to a URL of the site; links to other places stay as they are.
pub(super) fn from_page(url: &str, state: &State) -> TeraResult<String> {
    if leads_away(url) {
        return Ok(url.to_owned());
    }
    let root = state.get::<String>("root")?.unwrap_or_else(|| "./".to_owned());
    Ok(root + url.trim_start_matches('/'))
}

fn leads_away(url: &str) -> bool {
    let has_scheme = url.split(['/', '?', '#']).next().is_some_and(|start| start.contains(':'));
    has_scheme || url.starts_with("//") || url.starts_with('#')
}

/// `context()`: everything that the page gets, as JSON to be read by people.
fn context(_: Kwargs, state: &State) -> TeraResult<Value> {
    let mut all = tera::Map::new();
    for name in schema::Schema::documented().variable_names() {
        all.extend(state.get::<Value>(name)?.map(|value| (name.to_owned().into(), value)));
    }
    let json = text::to_json(&Value::from(all), true)?;
    let style = "white-space: pre-wrap; overflow-wrap: anywhere";
    Ok(Value::safe_string(&format!("<pre style=\"{style}\">{}</pre>", state.escape(&json)?)))
}

/// `article.date | date(format="%-d %b %Y")`: a date of a view, or one as text (`2016-09-09`), for readers.
fn date(value: &Value, arguments: Kwargs, state: &State) -> TeraResult<String> {
    let site = state.get::<Value>("site")?.unwrap_or_else(Value::none);
    let language = arguments.get::<&str>("language")?.or(field(&site, "language")).unwrap_or_default();
    let format = arguments.get::<&str>("format")?;
    if let Some(Err(wanted)) = format.map(date_format) {
        return Err(Error::message(format!("`date` wants {wanted}")));
    }
    let day = field(value, "iso").or(value.as_str()).and_then(|text| text.get(..10)?.parse().ok());
    let Some(day) = day else {
        return Err(Error::message(format!("`date` wants a date such as `2016-09-09`, found {}", named(value))));
    };
    Ok(dates::view(&ArticleDate::Day(day), DateStyle { language, format }).human)
}

/// `stories | group_by(attribute="date.iso", first=4)`: items by the value of a field, or by its first characters, in the
/// order in which they come. The filter of the engine that this replaces gives the groups in an order of chance.
fn group_by(items: &[Value], arguments: Kwargs, _: &State) -> TeraResult<tera::Map> {
    let attribute = arguments.must_get::<&str>("attribute")?;
    let length = arguments.get::<usize>("first")?.unwrap_or(usize::MAX);
    let mut groups: Vec<(String, Vec<Value>)> = Vec::new();
    let mut numbers: FxHashMap<String, usize> = FxHashMap::default();
    for item in items {
        let Some(value) = item.get_from_path(attribute).filter(|value| !value.is_none()) else { continue };
        let key: String = value.to_string().chars().take(length).collect();
        let number = *numbers.entry(key.clone()).or_insert(groups.len());
        if number == groups.len() {
            groups.push((key, Vec::new()));
        }
        groups[number].1.push(item.clone());
    }
    Ok(groups.into_iter().map(|(key, items)| (key.into(), items.into())).collect())
}

/// A field of a view that is text.
pub(super) fn field<'a>(value: &'a Value, name: &'static str) -> Option<&'a str> {
    value.as_map().and_then(|_| value.get_from_path(name))?.as_str()
}

/// A value in a message.
fn named(value: &Value) -> String {
    match value.as_str() {
        Some("") => "empty text".to_owned(),
        Some(text) => format!("`{text}`"),
        None if value.is_none() || value.is_undefined() => "nothing".to_owned(),
        None if value.is_map() => "a view".to_owned(),
        None if value.is_array() => "a list".to_owned(),
        None => format!("`{value}`"),
    }
}

#[cfg(test)]
mod tests;
