//! What one file becomes: its prose, its page and what is said of it.

use standfirst::config::SourceSettings;
use standfirst::diagnostic::{Diagnostic, Severity};
use standfirst::source::{Article, ArticleDate, RawFile, TitleOrigin, parse};
use standfirst::text::{BlockKind, Span};

const LEAD: &str = "The mayor of Roundhill resigned on Monday after the bridge over the river had to be closed.";

fn raw(key: &str, text: &str) -> RawFile {
    RawFile { path: format!("seeds/{key}"), key: key.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn read(key: &str, text: &str) -> Article {
    let (article, diagnostics) = parse(&raw(key, text), &SourceSettings::default());
    assert_eq!(diagnostics, [], "{text}");
    article.unwrap()
}

fn problems(key: &str, text: &str) -> Vec<String> {
    let (_, diagnostics) = parse(&raw(key, text), &SourceSettings::default());
    diagnostics.iter().map(shown).collect()
}

fn shown(diagnostic: &Diagnostic) -> String {
    let place = diagnostic.place.as_ref();
    let place = place.map_or(String::new(), |place| format!("{}:{}:{} ", place.path, place.line, place.column));
    let hint = diagnostic.hint.as_ref().map_or(String::new(), |hint| format!(" [{hint}]"));
    format!("{place}{}{hint}", diagnostic.message)
}

fn blocks(article: &Article) -> Vec<(BlockKind, &str)> {
    article.prose.blocks.iter().map(|block| (block.kind, block.span.of(&article.prose.text))).collect()
}

fn removed(article: &Article) -> Vec<(u32, &str, &str)> {
    article.removed.iter().map(|removed| (removed.line, &*removed.text, removed.reason)).collect()
}

fn day(year: i16, month: i8, day: i8) -> Option<ArticleDate> {
    Some(ArticleDate::Day(jiff::civil::Date::new(year, month, day).unwrap()))
}

#[test]
fn scraped_text_loses_its_litter_and_keeps_what_it_states() {
    let text = format!(
        "https://example.org/bridge\n\nBridge closes, mayor goes\n\nBy JANE ROE and John Doe | The Standard\n\
         Friday, September 9, 2016\n\nROUNDHILL, England (AP) — {LEAD}\n\nPhoto: Jane Roe\n\n“It is over,” she said on \
         Monday evening to a small crowd.\n\nRelated articles\n\nOld bridge\nNew bridge\n\nLeave a comment\n"
    );
    let article = read("a.txt", &text);
    let title = article.meta.title.as_ref().unwrap();
    assert_eq!((&*title.text, title.origin), ("Bridge closes, mayor goes", TitleOrigin::Heading));
    assert_eq!(article.meta.authors, ["Jane Roe", "John Doe"]);
    assert_eq!(article.meta.date, day(2016, 9, 9));
    assert_eq!(article.meta.dateline.as_deref(), Some("ROUNDHILL, England"));
    assert_eq!(article.meta.source.as_deref(), Some("https://example.org/bridge"));
    assert_eq!(article.prose.text, format!("{LEAD}\n\n“It is over,” she said on Monday evening to a small crowd."));
    assert_eq!(
        removed(&article),
        [
            (1, "https://example.org/bridge", "address"),
            (5, "By JANE ROE and John Doe | The Standard", "byline"),
            (6, "Friday, September 9, 2016", "date"),
            (8, "ROUNDHILL, England (AP) —", "dateline"),
            (10, "Photo: Jane Roe", "credit of a picture"),
            (14, "Related articles", "heading of a list of other articles"),
            (16, "Old bridge", "list of other articles"),
            (17, "New bridge", "list of other articles"),
            (19, "Leave a comment", "invitation to comment"),
        ]
    );
}

#[test]
fn a_date_without_its_year_is_nothing() {
    let article = read("a.txt", &format!("Friday\n\nMarch 3\n\n{LEAD}\n"));
    assert_eq!(article.meta.date, None);
    assert_eq!(article.prose.text, format!("Friday\n\nMarch 3\n\n{LEAD}"));
}

#[test]
fn a_first_sentence_is_no_title_but_a_question_is() {
    let article = read("a.txt", &format!("The mayor is gone.\n\n{LEAD}"));
    assert_eq!((article.meta.title, article.prose.blocks.len()), (None, 2));
    let article = read("a.txt", &format!("Who will be the mayor of Roundhill after the end of the bridge?\n{LEAD}"));
    assert_eq!(article.meta.title.unwrap().text, "Who will be the mayor of Roundhill after the end of the bridge?");
}

#[test]
fn wrapped_lines_are_joined_again() {
    let wrapped = "The mayor of Roundhill resigned on Monday after the\r\nbridge over the river had to be closed for good. \
                   She\r\nhad been in office for only two years.\r\n\r\nHer deputy will follow her until a new mayor has \
                   been\r\nelected in spring.\r\n";
    assert_eq!(
        read("a.txt", wrapped).prose.text,
        "The mayor of Roundhill resigned on Monday after the bridge over the river had to be closed for good. She had \
         been in office for only two years.\n\nHer deputy will follow her until a new mayor has been elected in spring."
    );
}

#[test]
fn one_paragraph_a_line_stays_one_paragraph_a_line() {
    let article = read("a.txt", &format!("{LEAD}\nHer deputy will follow her.\n{LEAD}\n"));
    assert_eq!(article.prose.blocks.len(), 3);
}

#[test]
fn verse_and_addresses_keep_their_lines() {
    let text = format!("{LEAD}\n\nRoses are red\nViolets are blue\nSugar is sweet\nAnd so are you\n");
    assert_eq!(read("a.txt", &text).prose.blocks.len(), 5);
}

#[test]
fn a_divided_word_is_joined_only_when_the_text_shows_how() {
    let text = "The government of the town fell on Monday. A new govern-\nment of well-\nknown people and of hard-\nliners \
                will be\nformed in the coming days, the mayor of the town told\nus over a cup of tea in the garden of her \
                house.";
    let prose = read("a.txt", text).prose.text;
    assert!(prose.contains("A new government of well-known people and of hard-liners will"), "{prose}");
}

#[test]
fn lists_and_headings_of_plain_text_are_told() {
    let text = format!("{LEAD}\n\nWhat the plan says\n\n{LEAD}\n\n- Close the bridge\n- Build a new one\n");
    let article = read("a.txt", &text);
    assert_eq!(
        blocks(&article),
        [
            (BlockKind::Paragraph, LEAD),
            (BlockKind::Heading(2), "What the plan says"),
            (BlockKind::Paragraph, LEAD),
            (BlockKind::ListItem, "Close the bridge"),
            (BlockKind::ListItem, "Build a new one"),
        ]
    );
    let html = article.to_html(&[]);
    assert!(html.contains("<h2 id=\"h-what-the-plan-says\">What the plan says</h2>\n<p>"), "{html}");
    assert!(html.ends_with("<ul>\n<li>Close the bridge</li>\n<li>Build a new one</li>\n</ul>\n"), "{html}");
}

#[test]
fn left_overs_of_web_pages_are_made_good() {
    let article = read("a.txt", "Roe &amp; Doe&rsquo;s\u{A0}shop  is\u{200B} <closed> on Mon\u{AD}days.");
    assert_eq!(article.prose.text, "Roe & Doe’s shop is <closed> on Mondays.");
    assert_eq!(article.to_html(&[]), "<p>Roe &amp; Doe’s shop is &lt;closed&gt; on Mondays.</p>\n");
}

#[test]
fn markdown_has_blocks_of_all_kinds() {
    let text = "# Bridge closes\n\nFirst *paragraph* with [a link](x.html)\nand `code`.[^1]\n\n## What next\n\n> A quote.\n\n\
                - one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n\n```\nno prose\n```\n\n![alt](pic.jpg)\n\n*The bridge.*\n\n\
                <div>raw</div>\n\n[^1]: A note.\n";
    let article = read("a.md", text);
    assert_eq!(article.meta.title.as_ref().unwrap().text, "Bridge closes");
    assert_eq!(
        blocks(&article),
        [
            (BlockKind::Paragraph, "First paragraph with a link and code."),
            (BlockKind::Heading(2), "What next"),
            (BlockKind::Quote, "A quote."),
            (BlockKind::ListItem, "one"),
            (BlockKind::ListItem, "two"),
            (BlockKind::TableCell, "a"),
            (BlockKind::TableCell, "b"),
            (BlockKind::TableCell, "c"),
            (BlockKind::TableCell, "d"),
            (BlockKind::Caption, "The bridge."),
            (BlockKind::Footnote, "A note."),
        ]
    );
    assert_eq!(article.body.urls().collect::<Vec<_>>(), ["x.html", "pic.jpg"]);
}

#[test]
fn a_heading_that_differs_from_the_title_of_the_front_matter_stays() {
    let article = read("a.md", "---\ntitle: One\n---\n# Two\n\nText.\n");
    assert_eq!(article.meta.title.as_ref().unwrap().text, "One");
    assert_eq!(blocks(&article)[0], (BlockKind::Heading(1), "Two"));
    let article = read("a.md", "---\ntitle: One\n---\n# One\n\nText.\n");
    assert_eq!(blocks(&article), [(BlockKind::Paragraph, "Text.")]);
}

#[test]
fn litter_and_dateline_leave_markdown_too() {
    let article = read("a.md", &format!("**PARIS (AP)** — {LEAD}\n\n**Share this article**\n\nTwo.\n"));
    assert_eq!(article.prose.text, format!("{LEAD}\n\nTwo."));
    assert_eq!(removed(&article), [(1, "PARIS (AP) —", "dateline"), (3, "Share this article", "buttons to share")]);
    assert_eq!(article.to_html(&[]), format!("<p>{LEAD}</p>\n<p>Two.</p>\n"));
}

#[test]
fn the_credit_of_an_agency_at_the_end_leaves_the_last_paragraph() {
    let credit = "(Reporting by Jane Roe in Roundhill; Editing by John Doe)";
    for key in ["a.txt", "a.md"] {
        let article = read(key, &format!("PARIS (AP) — {LEAD} *{LEAD}* {credit}\n"));
        assert_eq!(removed(&article), [(1, "PARIS (AP) —", "dateline"), (1, credit, "credit of an agency")]);
        assert!(
            article.prose.text.starts_with("The mayor")
                && article.prose.text.ends_with(if key == "a.md" { "closed." } else { "*" })
        );
    }
}

#[test]
fn places_lead_back_to_the_line_and_column() {
    let article = read("a.md", "---\ntitle: x\n---\n\nThe *mayor* of\nRound\\*hill &amp; Doe\n");
    let find = |words: &str| {
        let start = article.prose.text.find(words).unwrap();
        let place = article.place(Span::new(start, start + words.len()));
        (place.line, place.column, place.width, place.source_line)
    };
    assert_eq!(find("mayor"), (5, 6, 5, "The *mayor* of".to_owned()));
    assert_eq!(find("Doe"), (6, 19, 3, "Round\\*hill &amp; Doe".to_owned()));
    assert_eq!(find("*hill"), (6, 7, 5, "Round\\*hill &amp; Doe".to_owned()));
}

#[test]
fn raw_html_is_cleaned_and_is_no_prose() {
    let text = "Some <b onclick=\"x\">bold</b> <script>alert(1)</script>words.\n\n\
                <p id=\"s-1\">raw <a href=\"javascript:x\">text</a></p>\n\n## Head\n";
    let article = read("a.md", text);
    assert_eq!(article.prose.text, "Some bold words.\n\nHead");
    assert_eq!(
        article.to_html(&[]),
        "<p>Some <b>bold</b> words.</p>\n<p>raw <a>text</a></p>\n<h2 id=\"h-head\">Head</h2>\n"
    );
    let settings = SourceSettings { unsafe_html: true, ..SourceSettings::default() };
    let (article, _) = parse(&raw("a.md", "<p onclick=\"x\">raw</p>\n\nText.\n"), &settings);
    assert_eq!(article.unwrap().to_html(&[]), "<p onclick=\"x\">raw</p>\n<p>Text.</p>\n");
}

#[test]
fn html_that_hides_prose_or_is_nested_too_deeply_is_left_out_with_a_warning() {
    let many = |tag: &str| format!("{}Text.\n", tag.repeat(600));
    assert_eq!(problems("a.md", &many("a<br>")), [""; 0]);
    assert_eq!(
        problems("a.md", &many("a<b>")),
        ["seeds/a.md:0:0 HTML in the text is nested too deeply and was left out [write it in Markdown]"]
    );
    assert_eq!(
        problems("a.md", "One.\n\n<table><tr>\n\nTwo.\n\n<td>\n\nThree.\n\n</td></tr></table>\n\nFour.\n").len(),
        0
    );
}

#[test]
fn links_that_run_code_are_left_out_with_a_warning() {
    let text = "A [link](javascript:alert(1)) and ![picture](javascript:x).\n";
    let (article, diagnostics) = parse(&raw("a.md", text), &SourceSettings::default());
    assert_eq!(article.unwrap().to_html(&[]), "<p>A link and .</p>\n");
    assert_eq!(
        diagnostics.iter().map(shown).collect::<Vec<_>>(),
        [
            "seeds/a.md:1:3 the link to `javascript:alert(1)` was left out: it is not safe \
             [link to an address on the web or a path]",
            "seeds/a.md:1:35 the picture to `javascript:x` was left out: it is not safe \
             [link to an address on the web or a path]",
        ]
    );
}

#[test]
fn ids_of_headings_and_footnotes_are_not_those_of_marks() {
    let text = "## S 1 {#s-1}\n\nText.[^s-1] [Up](#s-1)\n\n## S 1\n\n## S 1\n\n[^s-1]: Note.\n";
    let html = read("a.md", text).to_html(&[]);
    for part in
        ["<h2 id=\"h-s-1\">", "<h2 id=\"h-s-1-2\">", "<h2 id=\"h-s-1-3\">", "id=\"fn-1\"", "<a href=\"#h-s-1\">Up</a>"]
    {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn front_matter_is_read_in_full() {
    let text = "---\ntitle: \"A: b\"\ndate: 2016-09-09T10:00:00+02:00\nupdated: 2016-09-10\nauthor: Jane Roe\n\
                source: https://example.org/x\nslug: a-b\nsummary: >\n  Two\n  lines\npeople:\n  - Jane Roe\n  \
                - {name: John Doe, role: mayor}\ntags: [x, 2016]\ntopics: [politics]\ndraft: false\n\
                image: {src: p.jpg, alt: The bridge}\naliases: [/old/path/]\nlanguage: en-GB\nextra:\n  weight: 3\n---\nText.\n";
    let meta = read("a.txt", text).meta;
    assert_eq!(meta.title.unwrap().text, "A: b");
    let Some(ArticleDate::Moment(moment)) = meta.date else { panic!("a moment") };
    assert_eq!(moment.timestamp().to_string(), "2016-09-09T08:00:00Z");
    assert_eq!(meta.updated, day(2016, 9, 10));
    assert_eq!((meta.authors, meta.slug.as_deref()), (vec!["Jane Roe".to_owned()], Some("a-b")));
    assert_eq!(meta.summary.as_deref(), Some("Two lines"));
    let people: Vec<_> = meta.people.unwrap().into_iter().map(|person| (person.name, person.role)).collect();
    assert_eq!(people, [("Jane Roe".to_owned(), None), ("John Doe".to_owned(), Some("mayor".to_owned()))]);
    assert_eq!(meta.tags.unwrap(), ["x", "2016"]);
    assert_eq!(meta.image.unwrap().alt.as_deref(), Some("The bridge"));
    assert_eq!((meta.aliases, meta.language.as_deref()), (vec!["/old/path/".to_owned()], Some("en-GB")));
    assert_eq!(meta.extra["weight"], 3);
}

#[test]
fn wrong_front_matter_is_said_with_its_place_and_remedy() {
    const FORMS: &str = "write a day as in `2016-09-09`, or a moment with its zone as in `2016-09-09T14:30:00+02:00`";
    let not_a_date = format!("2:7 `date` is not a date: `9/9/2016` [{FORMS}]");
    let cases = [
        ("titel: x", "2:1 unknown key `titel` [did you mean `title`?]"),
        ("weather: x", "2:1 unknown key `weather` [put fields of your own under `extra`]"),
        ("title: [a]", "2:8 `title` must be text, found a list [write `title: words`]"),
        ("tags: a, b", "2:7 `tags` must be a list of text, found text [write `tags: [first, second]`]"),
        ("tags:\n  - a\n  - [b]", "4:5 `tags[1]` must be text, found a list [write `tags: words`]"),
        ("draft: maybe", "2:8 `draft` must be `true` or `false`, found text [write `draft: true`]"),
        ("date: 9/9/2016", &*not_a_date),
        (
            "date: 2016-09-09 10:00:00",
            "2:7 `date` has a time but no zone; only the day is kept \
             [add the zone, as in `+02:00` or `Z`, or remove the time]",
        ),
        (
            "slug: ../../x",
            "2:7 `slug` is not one part of an address: `../../x` [use letters, digits and `-`, as in `my-article`]",
        ),
        (
            "source: javascript:x",
            "2:9 `source` is not an address on the web: `javascript:x` \
             [write it in full, as in `https://example.org/story`]",
        ),
        ("people:\n  - nam: Roe", "3:5 unknown key `nam` [did you mean `name`?]"),
        ("title: x\ntitle: y", "3:1 `title` is given twice [remove one of the two]"),
        ("title: 'x", "2:10 broken YAML: a quote is not closed [close it, or double a quote that is meant]"),
        (
            "aliases: [../x]",
            "2:11 `aliases[0]` is not a path on this site: `../x` [write it without a host, as in `2016/old-name`]",
        ),
        ("author: a\nauthors: [b]", "3:1 both `author` and `authors` are given [keep one of them]"),
        (
            "just words",
            "2:1 found text, but `key: value` lines are wanted \
             [close it with `---` before the text, or write `key: value` on each line]",
        ),
        ("title: ''", "2:8 `title` is empty [fill it in or remove it]"),
        (
            "language: english",
            "2:11 `language` is not the code of a language: `english` [write a code such as `en` or `pt-BR`]",
        ),
    ];
    for (yaml, wanted) in cases {
        let found = problems("a.md", &format!("---\n{yaml}\n---\n\nText.\n"));
        assert_eq!(found.first().map(|found| found.trim_start_matches("seeds/a.md:")), Some(wanted), "{yaml}");
    }
}

#[test]
fn front_matter_that_is_never_closed_is_an_error() {
    assert_eq!(
        problems("a.md", "---\ntitle: x\n\nText.\n"),
        ["seeds/a.md:1:1 front matter is never closed [end it with a line of `---`]"]
    );
    assert_eq!(
        problems("a.md", "+++\ntitle = 1\n+++\nText.\n"),
        ["seeds/a.md:1:1 front matter between `+++` is not read [write it as YAML between lines of `---`]"]
    );
}

#[test]
fn front_matter_cannot_fill_the_memory() {
    let items = vec!["x"; 2000].join(",");
    let aliases = vec!["*a"; 2000].join(",");
    let bomb = format!("---\nextra:\n  a: &a [{items}]\n  b: &b [{aliases}]\n  c: [*b,*b,*b,*b]\n---\nText.\n");
    assert_eq!(problems("a.md", &bomb).len(), 1);
    assert_eq!(problems("a.md", &format!("---\nextra: {}\n---\nText.\n", "[".repeat(100_000))).len(), 1);
}

#[test]
fn the_name_of_the_file_gives_date_and_slug_unless_front_matter_does() {
    let meta = read("news/2016-09-09-bridge.txt", LEAD).meta;
    assert_eq!((meta.slug.as_deref(), meta.date), (Some("bridge"), day(2016, 9, 9)));
    let meta = read("2016-09-09-bridge.md", "---\nslug: other\ndate: 2017-01-01\n---\nText.").meta;
    assert_eq!((meta.slug.as_deref(), meta.date), (Some("other"), day(2017, 1, 1)));
    assert_eq!(
        problems("2016-13-09-x.txt", LEAD),
        ["seeds/2016-13-09-x.txt:0:0 `2016-13-09` in the name of the file is not a date \
          [rename the file, as in `2016-09-09-my-article.txt`]"]
    );
}

#[test]
fn what_has_no_text_is_left_out_with_a_warning() {
    for (key, text, why) in [
        ("a.txt", " \n\n", "has no text"),
        ("a.txt", "---\ntitle: x\n---\n", "has no text"),
        ("a.md", "# Only a title\n", "has a title but no text"),
        ("a.txt", "Leave a comment\n\nAdvertisement\n", "has no text beside what web pages put round it"),
    ] {
        let (article, diagnostics) = parse(&raw(key, text), &SourceSettings::default());
        assert!(article.is_none());
        assert_eq!(diagnostics[0].severity, Severity::Warning);
        assert_eq!(diagnostics[0].message, format!("`seeds/{key}` {why}; it is left out"));
    }
    assert!(read("a.md", "![The bridge](bridge.jpg)\n").prose.text.is_empty());
}

#[test]
fn drafts_are_left_out_unless_wanted() {
    let file = raw("a.md", "---\ndraft: true\n---\nText.\n");
    let (article, diagnostics) = parse(&file, &SourceSettings::default());
    assert!(article.is_none());
    assert_eq!(
        (diagnostics[0].severity, &*diagnostics[0].message),
        (Severity::Note, "`seeds/a.md` is left out: a draft")
    );
    let settings = SourceSettings { drafts: true, ..SourceSettings::default() };
    assert!(parse(&file, &settings).0.unwrap().meta.draft);
}
