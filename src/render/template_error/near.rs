//! What may have been meant by a name that the engine does not know.

use crate::diagnostic::{Place, nearest};
use crate::render::lint::{ancestors, blocks};
use crate::render::theme::{BUILTIN, Sources};

/// What the engine and this program know, in the order of the alphabet; the engine does not list them.
const FILTERS: [&str; 41] = [
    "abs",
    "capitalize",
    "date",
    "default",
    "escape",
    "escape_html",
    "escape_xml",
    "first",
    "float",
    "get",
    "group_by",
    "indent",
    "int",
    "join",
    "json",
    "keys",
    "last",
    "length",
    "lower",
    "markdown",
    "newlines_to_br",
    "nth",
    "number",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "safe",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
    "wordcount",
];
const FUNCTIONS: [&str; 5] = ["asset", "context", "range", "throw", "url_for"];
const TESTS: [&str; 17] = [
    "array",
    "bool",
    "containing",
    "defined",
    "divisible_by",
    "ending_with",
    "even",
    "float",
    "integer",
    "iterable",
    "map",
    "none",
    "number",
    "odd",
    "starting_with",
    "string",
    "undefined",
];

/// What to do about an error in a template: a name that is nearly the one written, or those that there are.
pub(super) fn hint(message: &str, known: Option<&str>, template: &str, sources: &Sources) -> Option<String> {
    let written = message.split('`').nth(1)?;
    if let Some(known) = known {
        return Some(of_known(written, known));
    }
    let kind = message.split('`').next()?.trim();
    let near = |names: &[&'static str]| nearest(written, names.iter().copied()).map(did_you_mean);
    let or_list =
        |near: Option<String>, names: &[&str]| near.or_else(|| Some(format!("there are: {}", names.join(", "))));
    match kind {
        "Unknown filter" => or_list(near(&FILTERS), &FILTERS),
        "Unknown function" => or_list(near(&FUNCTIONS), &FUNCTIONS),
        "Unknown test" => or_list(near(&TESTS), &TESTS),
        "Unknown template" => Some(self::template(written, sources)),
        "Block" if message.contains("is not defined in any parent template") => {
            let parents = ancestors(template, sources);
            let names: Vec<&str> = parents.iter().flat_map(|(_, parent, _)| blocks(parent, sources)).collect();
            let near = nearest(written, names.iter().copied()).map(did_you_mean);
            or_list(near, &names)
        }
        _ => None,
    }
}

fn of_known(written: &str, known: &str) -> String {
    let known: Vec<&str> = known.split(", ").collect();
    let near = known.iter().map(|name| (strsim::jaro_winkler(written, name), *name));
    match near.max_by(|a, b| a.0.total_cmp(&b.0)) {
        Some((likeness, name)) if likeness >= 0.8 => did_you_mean(name),
        _ => format!("there are: {}", known.join(", ")),
    }
}

fn did_you_mean(name: &str) -> String {
    format!("did you mean `{name}`?")
}

/// A template whose name is near, or how to find one.
pub(super) fn template(written: &str, sources: &Sources) -> String {
    // The ending is the same for all, and would make any two names alike.
    fn stem(name: &str) -> &str {
        name.strip_prefix(BUILTIN).unwrap_or(name).trim_end_matches(".html")
    }
    // Who names a built-in template means one; it may be the user's own that asks.
    let is_builtin = written.starts_with(BUILTIN);
    let names = || sources.keys().filter(|name| !is_builtin || name.starts_with(BUILTIN));
    let near = nearest(stem(written), names().map(|name| stem(name)));
    match names().find(|name| Some(stem(name)) == near) {
        Some(near) if is_builtin => did_you_mean(near),
        Some(near) => did_you_mean(near.strip_prefix(BUILTIN).unwrap_or(near)),
        None => "`standfirst theme list` shows the built-in templates".to_owned(),
    }
}

/// What is null on this page, when a field is asked of it: the engine then knows of no other field.
pub(super) fn null(message: &str, place: &Place) -> Option<String> {
    if !message.starts_with("Field `") || !message.trim_end_matches('.').ends_with("is not defined") {
        return None;
    }
    let before: String = place.source_line.chars().take(place.column as usize - 1).collect();
    let before = before.trim_end_matches(['.', '?']);
    let start = before.rfind(|c: char| !c.is_alphanumeric() && !"_.?[]".contains(c)).map_or(0, |i| i + 1);
    before.get(start..).filter(|path| !path.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::fixture::theme;

    #[test]
    fn every_name_that_is_listed_is_known_to_the_engine() {
        let filters = FILTERS.map(|name| format!("{{{{ x | {name} }}}}")).concat();
        let functions = FUNCTIONS.map(|name| format!("{{{{ {name}() }}}}")).concat();
        let tests = TESTS.map(|name| format!("{{{{ x is {name} }}}}")).concat();
        for text in [filters, functions, tests] {
            assert!(theme(&[("head_extra.html", &text)]).is_ok(), "{text}");
        }
    }

    #[test]
    fn a_name_that_is_near_is_offered() {
        let told = |text: &str| theme(&[("article.html", text)]).unwrap_err().remove(0).hint;
        let told = [
            "{{ x | markdwon }}",
            "{{ aset() }}",
            "{{ x is defind }}",
            "{% include \"pagers.html\" %}",
            "{% extends \"builtin/artikle.html\" %}",
            "{% extends \"builtin/article.html\" %}{% block fotter %}{% endblock %}",
        ]
        .map(|text| told(text).unwrap());
        let names = ["markdown", "asset", "defined", "pager.html", "builtin/article.html", "footer"];
        assert_eq!(told, names.map(did_you_mean));
    }
}
