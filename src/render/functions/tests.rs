//! The examples of `docs/templates.md`, run.

use crate::render::fixture;

const DOCUMENT: &str = include_str!("../../../docs/templates.md");

/// An example: the template that it is put into, its text, and what comes of it.
type Example<'a> = (&'a str, &'a str, &'a str);

fn examples() -> Vec<Example<'static>> {
    let mut examples = Vec::new();
    let mut rest = DOCUMENT;
    while let Some((_, after)) = rest.split_once("\n```html ") {
        let (template, after) = after.split_once('\n').unwrap();
        let (text, after) = after.split_once("\n```\n").unwrap();
        let result = after.strip_prefix("\n```text result\n").unwrap_or_else(|| panic!("no result of {text}"));
        let (result, after) = result.split_once("\n```\n").unwrap();
        examples.push((template, text, result));
        rest = after;
    }
    examples
}

/// What a template makes of the newest page that it is used for.
fn made(template: &str, text: &str) -> String {
    let (site, problems) = fixture::everything(&[(template, text)]);
    let path = match template {
        "index.html" => "index.html",
        "article.html" => "bridge/index.html",
        "person.html" => "people/ann-lee/index.html",
        "redirect.html" => "old/index.html",
        other => panic!("say which page of `{other}` examples are made for"),
    };
    let page = site.get(path).unwrap_or_else(|| panic!("{text}: {problems:#?}"));
    without_fingerprint(std::str::from_utf8(&page.bytes).unwrap())
}

fn without_fingerprint(text: &str) -> String {
    match text.split_once("style.") {
        Some((before, after)) => format!("{before}style.….{}", after.split_once('.').map_or("", |(_, rest)| rest)),
        None => text.to_owned(),
    }
}

#[test]
fn every_example_of_the_document_makes_what_the_document_says() {
    let examples = examples();
    assert!(examples.len() >= 9, "{examples:?}");
    for (template, text, expected) in examples {
        assert_eq!(made(template, text).trim_end(), without_fingerprint(expected), "{text}");
    }
}

#[test]
fn every_function_and_filter_has_an_example() {
    for name in ["url_for(", "asset(", "context(", "| date", "| number", "| markdown", "| json", "| group_by("] {
        assert!(examples().iter().any(|(_, text, _)| text.contains(name)), "{name}");
    }
}

#[test]
fn markdown_cannot_run_and_json_cannot_end_its_script() {
    let text =
        r#"{{ "<b onclick='x()'>a</b> <script>x()</script>" | markdown(inline=true) }}{{ "</script>'" | json }}"#;
    assert_eq!(made("article.html", text), r#"<b>a</b> "\u003c/script\u003e\u0027""#);
}

#[test]
fn addresses_elsewhere_stay_as_they_are() {
    let links = ["https://a.example/x", "//a.example", "#top", "mailto:a@b.example"];
    let text: String = links.map(|link| format!("{{{{ url_for(to=\"{link}\") | safe }}}} ")).concat();
    assert_eq!(made("article.html", &text).trim_end(), links.join(" "));
}

#[test]
fn what_is_asked_for_wrongly_is_told() {
    let told = |text: &str| fixture::everything(&[("404.html", text)]).1.remove(0).message;
    let told = [
        "{{ page.description | date }}",
        "{{ \"2024-05-01\" | date(format=\"%Q\") }}",
        "{{ page | number }}",
        "{{ site.base_url | number }}",
        "{{ url_for(to=site.extra) }}",
        "{{ asset(path=\"logos.svg\") }}",
    ]
    .map(told);
    assert_eq!(
        told,
        [
            "`date` wants a date such as `2016-09-09`, found empty text",
            "`date` wants a date format of `%d`, `%-d`, `%m`, `%-m`, `%B`, `%b`, `%Y`, `%y`, `%A`, `%%` such as `%-d %B \
             %Y`, found `%Q`",
            "`number` wants a number, found a view",
            "`number` wants a number, found `https://example.org/news/`",
            "`url_for` wants text or a view with a `url` that is not null, found a view",
            "there is no file `templates/assets/logos.svg`, but `logo.svg`",
        ]
        .map(|message| format!("{message}, while making `the page for missing addresses`"))
    );
}
