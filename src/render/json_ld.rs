//! What an article page says to machines: a `NewsArticle` of schema.org as JSON-LD.
//!
//! It says what the page shows and no more: a date, an author or a picture that is not known is left out.

use serde::{Serialize, Serializer};

use super::urls;
use super::views::{ArticleView, PersonBoxView};
use crate::config::SiteSettings;
use crate::digest::Story;

/// Longest headline that search engines take, in characters.
const MAX_HEADLINE: usize = 110;

/// Where the subjects of the IPTC Media Topics have their addresses.
const MEDIA_TOPICS: &str = "http://cv.iptc.org/newscodes/mediatopic/";

/// Words in the names of those authors that are no persons.
const COLLECTIVES: [&str; 9] =
    ["agency", "associated", "desk", "editors", "news", "newsroom", "reporters", "staff", "team"];

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewsArticle<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    main_entity_of_page: Option<&'a str>,
    headline: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    r#abstract: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dateline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Thing<'a>>,
    publisher: Thing<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_based_on: Option<&'a str>,
    /// The same, for those who ask for sources.
    #[serde(skip_serializing_if = "Option::is_none")]
    citation: Option<Citation<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    about: Vec<Thing<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mentions: Vec<Thing<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    keywords: Vec<&'a str>,
}

/// The original, under the host that it stands on.
#[derive(Serialize)]
struct Citation<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    url: &'a str,
}

/// A person, an organisation or whatever else has a name.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Thing<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "one_or_many")]
    job_title: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "one_or_many")]
    description: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<String>,
}

/// The article as JSON-LD, escaped for a `<script>`.
pub(super) fn news_article(view: &ArticleView<'_>, story: &Story, site: &SiteSettings) -> String {
    let sentences: Vec<&str> = view.standfirst.iter().map(|sentence| sentence.text).collect();
    let article = NewsArticle {
        context: "https://schema.org",
        kind: "NewsArticle",
        main_entity_of_page: view.permalink.as_deref(),
        headline: shortened(view.title, MAX_HEADLINE),
        r#abstract: sentences.join(" "),
        date_published: view.date.as_ref().map(|date| date.iso.as_str()),
        date_modified: view.updated.as_ref().map(|date| date.iso.as_str()),
        dateline: view.dateline,
        in_language: view.language,
        author: view.authors.iter().map(|name| author(name)).collect(),
        publisher: publisher(site),
        image: view.image.as_ref().and_then(|image| image.permalink.as_deref()),
        is_based_on: view.source.as_ref().map(|source| source.url),
        citation: view.source.as_ref().map(|source| Citation { kind: "WebPage", name: source.host, url: source.url }),
        about: view.topics.iter().map(|topic| subject(topic.label, story)).collect(),
        mentions: view.people.iter().map(|person| mention(person, site)).collect(),
        keywords: view.tags.iter().map(|tag| tag.label).collect(),
    };
    // Plain structs with text for keys can always be written.
    within_script(&serde_json::to_string(&article).unwrap_or_default())
}

/// JSON that cannot end the `<script>` that it stands in: these characters occur in its strings only.
fn within_script(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        match c {
            '<' => escaped.push_str("\\u003c"),
            '>' => escaped.push_str("\\u003e"),
            '&' => escaped.push_str("\\u0026"),
            '\u{2028}' => escaped.push_str("\\u2028"),
            '\u{2029}' => escaped.push_str("\\u2029"),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// The text within `max` characters, cut between words.
fn shortened(text: &str, max: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(max).and_then(|_| text.char_indices().nth(max - 1)) else {
        return text.to_owned();
    };
    let cut = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{}…", text[..cut].trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation()))
}

fn author(name: &str) -> Thing<'_> {
    let is_collective = |word: &str| COLLECTIVES.iter().any(|known| word.eq_ignore_ascii_case(known));
    let alone = !name.contains(char::is_whitespace);
    let kind = if alone || name.split_whitespace().any(is_collective) { "Organization" } else { "Person" };
    Thing { kind, name, ..Thing::default() }
}

fn publisher(site: &SiteSettings) -> Thing<'_> {
    Thing { kind: "Organization", name: &site.title, url: urls::permalink(&site.base_url, ""), ..Thing::default() }
}

/// A topic, with its address in the vocabulary where it goes by the name that it has there.
fn subject<'a>(label: &'a str, story: &Story) -> Thing<'a> {
    let topic = story.analysis.topics.iter().find(|topic| topic.label == label);
    let same_as = topic.and_then(|topic| topic.id).map(|id| format!("{MEDIA_TOPICS}{id}"));
    Thing { kind: "Thing", name: label, same_as, ..Thing::default() }
}

/// Says whose relation somebody is only to those who have read the sentence before.
fn is_elliptic(role: &str) -> bool {
    const POSSESSIVES: [&str; 7] = ["her", "his", "its", "my", "our", "their", "your"];
    let first = role.split_whitespace().next().unwrap_or_default();
    POSSESSIVES.iter().any(|word| first.eq_ignore_ascii_case(word))
}

/// A person with what the article calls them: an office or occupation is a job title, "brother of Jane" a description,
/// and "her brother" neither, since nothing in the data says whose.
fn mention<'a>(person: &PersonBoxView<'a>, site: &SiteSettings) -> Thing<'a> {
    let roles = |relation: bool| person.roles.iter().filter(move |role| role.relation == relation);
    Thing {
        kind: "Person",
        name: person.name,
        job_title: roles(false).map(|role| role.text).collect(),
        description: roles(true).map(|role| role.text).filter(|role| !is_elliptic(role)).collect(),
        url: person.url.as_deref().and_then(|url| urls::permalink(&site.base_url, url)),
        same_as: None,
    }
}

/// A single value stands by itself, as most readers of JSON-LD expect.
fn one_or_many<S: Serializer>(values: &[&str], serializer: S) -> Result<S::Ok, S::Error> {
    match values {
        [one] => one.serialize(serializer),
        many => many.serialize(serializer),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_headline_is_cut_between_words() {
        assert_eq!(shortened("one two, three", 14), "one two, three");
        assert_eq!(shortened("one two, three", 13), "one two…");
        assert_eq!(shortened("ééééé", 4), "ééé…");
        let long = "word ".repeat(40);
        assert!(shortened(&long, MAX_HEADLINE).chars().count() <= MAX_HEADLINE);
    }

    #[test]
    fn json_cannot_end_its_script() {
        let json = within_script(r#"{"a":"</script><!-- & "}"#);
        assert_eq!(json, r#"{"a":"\u003c/script\u003e\u003c!-- \u0026 "}"#);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap()["a"], "</script><!-- & ");
    }

    #[test]
    fn relations_are_told_by_whose_they_are() {
        let roles = ["his wife", "Her brother", "wife of Karl Brandt", "Huber’s partner"];
        assert_eq!(roles.map(is_elliptic), [true, true, false, false]);
    }

    #[test]
    fn an_agency_is_no_person() {
        let kinds =
            ["Jane Roe", "Reuters", "Associated Press", "BBC News", "Staff writers"].map(|name| author(name).kind);
        assert_eq!(kinds, ["Person", "Organization", "Organization", "Organization", "Organization"]);
    }
}
