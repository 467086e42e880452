//! Names that are right, and names that are wrong.

use std::collections::BTreeMap;

use super::*;
use crate::render::fixture::{theme, theme_files};
use crate::render::theme::check;

/// What is wrong with templates, as `line:column message ? hint`.
fn told(files: &[(&str, &str)]) -> Vec<String> {
    let show = |problem: Diagnostic| {
        let place = problem.place.expect("a place");
        let file = place.path.trim_start_matches("templates/");
        let hint = problem.hint.unwrap_or_default();
        format!("{file}:{}:{} {} ? {hint}", place.line, place.column, problem.message)
    };
    check(theme_files(files)).into_iter().map(show).collect()
}

#[test]
fn the_built_in_templates_use_nothing_that_no_page_has() {
    let sources = theme(&[]).unwrap().sources;
    assert_eq!(lint(&sources, |_| true), []);
}

#[test]
fn a_name_that_no_page_has_is_told_with_its_place_and_what_is_near() {
    let text = "{{ article.title }}\n{% for p in article.people %}{{ p.nam }}{% endfor %}\n{{ titel }} {{ title }}\n\
                {% if article.dat.iso %}{% endif %}{{ article.authors[0].name }}{{ site.extra.anything.goes }}";
    assert_eq!(
        told(&[("article.html", text)]),
        [
            "article.html:2:35 `p` has no field `nam` on any page ? did you mean `name`?",
            "article.html:3:4 no page has a variable `titel` here ? did you mean `article.title`?",
            "article.html:3:16 no page has a variable `title` here ? did you mean `article.title`?",
            "article.html:4:15 `article` has no field `dat` on any page ? did you mean `date`?",
            "article.html:4:58 `article.authors` has no field `name` on any page ? it has no fields",
        ]
    );
}

#[test]
fn a_name_is_right_where_one_of_the_pages_knows_it() {
    let base = "{% if article %}{{ article.title }}{% endif %}{{ stories | length }}{{ pager.totl }}{% block main %}{% endblock %}";
    assert_eq!(
        told(&[("base.html", base), ("head_extra.html", "{{ person.name }}{{ person.nme }}")]),
        [
            "base.html:1:78 `pager` has no field `totl` on any page ? did you mean `total`?",
            "head_extra.html:0:0 no page is made with this template ? a template of yours no longer includes it",
        ]
    );
    assert_eq!(
        told(&[("head_extra.html", "{{ person.name }}{{ person.nme }}")]),
        ["head_extra.html:1:28 `person` has no field `nme` on any page ? did you mean `name`?"]
    );
}

#[test]
fn names_are_followed_through_sets_loops_filters_blocks_and_includes() {
    let person = "{% extends \"builtin/person.html\" %}{% block stories %}{% set mine = 1 %}{{ super() }}{{ mine }}{% set first = stories | sort(attribute=\"title\") | first %}{{ first.titl }}\
        {% for year, those in stories | group_by(attribute=\"date.iso\") %}{{ year }}{% for s in those %}{{ s.urll }}\
        {% endfor %}{% else %}{{ those }}{% endfor %}{% include \"parts/x.html\" %}{{ loop.index }}{% endblock %}";
    let part = "{{ first.url }}{{ frist }}{% raw %}{{ nothing }}{% endraw %}{# {{ nothing }} #}{{- \"{{ nothing }}\" -}}\
        {{ stories[0].title | default(value=pager.number) }}{{ stories[0][\"ulr\"] }}{{ [x for x in stories] }}";
    assert_eq!(
        told(&[("person.html", person), ("parts/x.html", part)]),
        [
            "parts/x.html:1:19 no page has a variable `frist` here ? did you mean `first`?",
            "parts/x.html:1:170 `stories` has no field `ulr` on any page ? did you mean `url`?",
            "person.html:1:164 `first` has no field `titl` on any page ? did you mean `title`?",
            "person.html:1:271 `s` has no field `urll` on any page ? did you mean `url`?",
            "person.html:1:303 no page has a variable `those` here ? there are: first, mine, page, pager, person, root, site, stories",
        ]
    );
}

#[test]
fn what_is_no_variable_is_left_alone() {
    let text = "{% if article.date is defined and article.title is not containing(pat=\"x\") and not false %}{% endif %}\
        {{ url_for(to=article, absolute=true) | replace(from=\"a\", to=\"b\") }}{{ {\"a\": 1} }}{{ 1.5 + 2 }}{{ article?.title }}\
        {% filter upper %}x{% endfilter %}{% set x %}y{% endset %}{{ x }}\
        {% component Tag(label) %}{{ label }}{% endcomponent Tag %}{{ <Tag label=\"a\" /> }}";
    assert_eq!(told(&[("article.html", text)]), Vec::<String>::new());
}

#[test]
fn a_template_that_nothing_uses_is_told() {
    assert_eq!(
        told(&[("artcle.html", "x"), ("mine/card.html", "y")]),
        [
            "artcle.html:0:0 no page is made with this template ? did you mean to replace `article.html`?",
            "mine/card.html:0:0 no page is made with this template ? include it with `{% include \"mine/card.html\" %}`, or \
             remove it",
        ]
    );
}

#[test]
fn any_text_can_be_taken_apart() {
    let files =
        ["{{", "{% for", "{{ \"", "{% raw %}", "{% block x %}{% if %}", "{#", "{{ a[ }}", "{% set %}", "{{ é.ü }}"];
    for text in files {
        let file = crate::render::ThemeFile { path: "x".to_owned(), text: text.to_owned() };
        lint(&BTreeMap::from([("article.html".to_owned(), file)]), |_| true);
    }
}

/// Pieces of templates, and what can break them.
const PIECES: &str =
    "[{%#}]{1,2}|for x in |if |set y = |block b |endfor|endif|raw|endraw|é|\"|\\\\|a[.]b|[(\\[|?.=-]| ";

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]
    #[test]
    fn no_text_at_all_stops_the_check(pieces in proptest::collection::vec(PIECES, 0..40)) {
        let file = crate::render::ThemeFile { path: "x".to_owned(), text: pieces.concat() };
        lint(&BTreeMap::from([("article.html".to_owned(), file)]), |_| true);
    }
}
