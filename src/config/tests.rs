use super::*;

fn settings(text: &str) -> Settings {
    let (raw, problems) = RawConfig::parse("config.yaml", text);
    assert_eq!(problems, []);
    Settings::new(raw)
}

fn problems(text: &str) -> Vec<(u32, u32, String)> {
    let (_, problems) = RawConfig::parse("config.yaml", text);
    problems
        .into_iter()
        .map(|problem| {
            let place = problem.place.expect("a place");
            (place.line, place.column, problem.message)
        })
        .collect()
}

#[test]
fn an_empty_configuration_means_the_defaults() {
    assert_eq!(settings(""), Settings::default());
    assert_eq!(settings("title:\npeople:\n"), Settings::default());
    assert_eq!(Settings::default().site.title, "News digest");
}

#[test]
fn every_key_is_read() {
    let read = settings(
        "title: T\ndescription: D\nbase_url: HTTPS://example.org/news\nlanguage: pt-BR\nunsafe_html: true\ndrafts: true\nbuild_date: 2024-05-01\n\
         feeds: {content: full, max: 7, min_articles: 3, formats: [json, atom, json]}\n\
         index: {paginate_by: 20}\nsummary: {sentences: 2, max_words: 50}\npeople: {max: 1, ignore: [A], aliases: {B: C}}\n\
         topics: {max: 2, ignore: [sport], aliases: {x: y}}\n\
         tags: {max: 3, ignore: [2024], aliases: {EU: European Union}, min_articles: 2}\n\
         related: {max: 6}\nsearch: false\nextra: {a: {b: [1]}}\n\
         theme: {accent: '#036', accent_dark: '#8cf', fonts: {heading: Georgia, body: 'Inter, sans-serif'}, \
         sections: [politics, sport], date_format: {en-US: '%B %-d, %Y'}}\n",
    );
    let names = |from: &str, to: &str| BTreeMap::from([(from.to_owned(), to.to_owned())]);
    let expected = Settings {
        site: SiteSettings {
            title: "T".into(),
            description: "D".into(),
            base_url: "https://example.org/news/".into(),
            language: "pt-BR".into(),
            build_date: Some(jiff::civil::date(2024, 5, 1)),
            extra: serde_json::from_str(r#"{"a": {"b": [1]}}"#).unwrap(),
        },
        index: IndexSettings { paginate_by: 20 },
        feeds: FeedSettings {
            content: FeedContent::Full,
            max: 7,
            min_articles: 3,
            formats: vec![FeedFormat::Json, FeedFormat::Atom],
        },
        summary: SummarySettings { sentences: 2, max_words: 50 },
        people: PeopleSettings { max: 1, ignore: vec!["A".into()], aliases: names("B", "C") },
        topics: TopicSettings { max: 2, ignore: vec!["sport".into()], aliases: names("x", "y") },
        tags: TagSettings {
            max: 3,
            ignore: vec!["2024".into()],
            aliases: names("EU", "European Union"),
            min_articles: 2,
        },
        related: RelatedSettings { max: 6 },
        source: SourceSettings { unsafe_html: true, drafts: true },
        theme: ThemeSettings {
            accent: Colour::parse("#003366").ok(),
            accent_dark: Colour::parse("#88ccff").ok(),
            heading_font: Some("Georgia".into()),
            body_font: Some("Inter, sans-serif".into()),
            sections: vec!["politics".into(), "sport".into()],
            date_formats: DateFormats(names("en-us", "%B %-d, %Y")),
        },
        search: SearchSettings { enabled: false },
    };
    assert_eq!(read, expected);
}

#[test]
fn the_documented_configuration_of_the_repository_is_valid_and_names_every_key() {
    let text = include_str!("../../config.yaml");
    settings(text);
    let parts = [raw::TAG_KEYS, raw::FEED_KEYS, raw::THEME_KEYS, &["sentences", "max_words"]];
    for key in raw::KEYS.iter().chain(parts.into_iter().flatten()) {
        assert!(text.contains(&format!("{key}:")), "{key} is not explained");
    }
}

#[test]
fn wrong_types_and_ranges_are_told_by_line() {
    let text = "title: [a]\nunsafe_html: perhaps\nsummary: 3\npeople:\n  max: -1\n  ignore: Ann\n  aliases: [x]\n";
    let expected = [
        (1, 8, "`title` must be text, found a list"),
        (2, 14, "`unsafe_html` must be `true` or `false`, found text"),
        (3, 10, "`summary` must be `key: value` pairs, found a number"),
        (5, 8, "`people.max` must be a whole number from 0 to 100, found -1"),
        (6, 11, "`people.ignore` must be a list, such as `[one, two]`, found text"),
        (7, 12, "`people.aliases` must be `other name: name` pairs, found a list"),
    ];
    assert_eq!(problems(text), expected.map(|(line, column, message)| (line, column, message.to_owned())));
}

#[test]
fn values_out_of_a_few_are_told_what_they_may_be() {
    let text = "build_date: 2024-02-30\nfeeds:\n  content: all\n  max: 0\n  formats: [atom, html]\n  format: [rss]\n";
    let expected = [
        (1, 13, "`build_date` must be a day such as `2024-05-01`, found `2024-02-30`"),
        (3, 12, "`feeds.content` must be `summary` or `full`, found `all`"),
        (4, 8, "`feeds.max` must be a whole number from 1 to 10000, found 0"),
        (5, 19, "`feeds.formats` must be made of `atom`, `rss` and `json`, found `html`"),
        (6, 3, "unknown key `format`"),
    ];
    assert_eq!(problems(text), expected.map(|(line, column, message)| (line, column, message.to_owned())));
}

#[test]
fn unknown_keys_are_errors_with_a_suggestion() {
    let (_, problems) = RawConfig::parse("config.yaml", "titel: x\npeople:\n  min_articles: 2\n  ignored: []\n");
    let told: Vec<_> = problems.iter().map(|p| (p.message.as_str(), p.hint.as_deref().unwrap())).collect();
    assert_eq!(
        told,
        [
            ("unknown key `titel`", "did you mean `title`?"),
            ("unknown key `min_articles`", "known keys: `max`, `ignore`, `aliases`"),
            ("unknown key `ignored`", "did you mean `ignore`?"),
        ]
    );
}

#[test]
fn a_base_url_is_absolute_and_ends_with_a_slash() {
    for (typed, meant) in [
        ("https://example.org", "https://example.org/"),
        ("http://localhost:8080/a/b//", "http://localhost:8080/a/b/"),
        ("Https://Example.org/News/", "https://Example.org/News/"),
    ] {
        assert_eq!(base_url(typed).as_deref(), Ok(meant));
    }
    for typed in
        ["", "/news/", "example.org", "ftp://example.org", "https://", "https:///x", "https://a/?q", "https://a b"]
    {
        assert!(base_url(typed).is_err(), "{typed}");
    }
}

#[test]
fn a_language_is_a_code() {
    assert_eq!(
        problems("language: English\n")[0].2,
        "`language` must be a language code such as `en` or `pt-BR`, found `English`"
    );
}

#[test]
fn what_a_theme_is_told_is_checked() {
    let told: Vec<_> = [
        "theme: {accent: red}",
        "theme:\n  accent: #9b2c1f",
        "theme: {fonts: {body: 'x; } a { b'}}",
        "theme: {fonts: {title: x}}",
        "theme: {sections: [sport, Sport]}",
        "theme: {date_format: '%d %Q'}",
        "theme: {date_format: {english: '%d'}}",
    ]
    .iter()
    .flat_map(|text| problems(text))
    .map(|(_, _, message)| message)
    .collect();
    assert_eq!(
        told,
        [
            "`theme.accent` must be a colour such as `\"#9b2c1f\"`, found `red`",
            "`theme.accent` is empty, for `#` begins a comment",
            "`theme.fonts.body` must be names of fonts as in CSS, such as `Georgia, serif`, found `x; } a { b`",
            "unknown key `title`",
            "`theme.sections` names `Sport` twice",
            "`theme.date_format` must be a date format of `%d`, `%-d`, `%m`, `%-m`, `%B`, `%b`, `%Y`, `%y`, `%A`, `%%` such \
             as `%-d %B %Y`, found `%d %Q`",
            "a key of `theme.date_format` must be a language code such as `en` or `pt-BR`, found `english`",
        ]
    );
}

#[test]
fn an_accent_that_cannot_be_read_is_warned_of_and_replaced() {
    let (raw, problems) = RawConfig::parse("config.yaml", "theme:\n  accent: '#ffcc00'\n");
    assert_eq!(problems.len(), 1);
    assert_eq!(
        (problems[0].message.as_str(), problems[0].hint.as_deref()),
        (
            "`theme.accent` is hard to read on the light page: its contrast is 1.3:1, and text needs 4.5:1",
            Some("`\"#826800\"` is used in its place, the nearest tone that can be read")
        )
    );
    let theme = Settings::new(raw).theme;
    let tones = [theme.accent, theme.accent_dark].map(|tone| tone.unwrap().to_string());
    assert_eq!(tones, ["#826800", "#ffcc00"]);
}

#[test]
fn a_date_format_is_found_by_language_and_region() {
    let formats = settings("theme: {date_format: {pt: A, pt-BR: B}}").theme.date_formats;
    assert_eq!(["pt-br", "pt-PT", "en"].map(|code| formats.of(code)), [Some("B"), Some("A"), None]);
    assert_eq!(settings("theme: {date_format: '%Y'}").theme.date_formats.of("en"), Some("%Y"));
}
