//! What rendering comes to.

use std::collections::BTreeMap;

use super::{Theme, ThemeFile, render};
use crate::config::{IndexSettings, Settings};
use crate::diagnostic::{Diagnostic, Severity};
use crate::digest::fixture::{Draft, draft, seed};
use crate::digest::relate;
use crate::digest::{Digest, Published};
use crate::pictures::Pictures;
use crate::site::Site;

fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.site.title = "Digest".to_owned();
    settings.search.enabled = false;
    settings
}

fn theme(files: &[(&str, &str)]) -> Result<Theme, Vec<Diagnostic>> {
    let file = |(name, text): &(&str, &str)| {
        ((*name).to_owned(), ThemeFile { path: format!("templates/{name}"), text: (*text).to_owned() })
    };
    Theme::new(files.iter().map(file).collect::<BTreeMap<_, _>>())
}

fn site(drafts: Vec<Draft>, theme: &Theme, settings: &Settings) -> (Site, Vec<Diagnostic>) {
    let (digest, diagnostics) =
        relate(drafts.into_iter().map(Draft::done).collect(), &mut Published::default(), settings);
    assert_eq!(diagnostics, []);
    let (site, mut diagnostics) = render(&digest, Pictures::default(), theme, settings);
    diagnostics.retain(|diagnostic| diagnostic.severity != Severity::Note);
    (site, diagnostics)
}

fn themed(files: &[(&str, &str)]) -> Site {
    let (site, diagnostics) = site(vec![seed()], &theme(files).unwrap(), &settings());
    assert_eq!(diagnostics, []);
    site
}

fn text<'a>(site: &'a Site, path: &str) -> &'a str {
    let file = site.get(path).unwrap_or_else(|| panic!("no {path}, but {:?}", paths(site)));
    std::str::from_utf8(&file.bytes).unwrap()
}

fn paths(site: &Site) -> Vec<&str> {
    site.files().map(|(path, _)| path).collect()
}

const SEED: &str = "zelensky-discusses-security-guarantees-with-nato-secretary/index.html";

#[test]
fn the_seed_makes_these_pages() {
    let site = themed(&[]);
    let pages: Vec<&str> = paths(&site).into_iter().filter(|path| !path.starts_with("style.")).collect();
    assert_eq!(
        pages,
        [
            "404.html",
            "archive/index.html",
            "icon.svg",
            "index.html",
            "manifest.webmanifest",
            "people/index.html",
            "people/jens-stoltenberg/index.html",
            "people/rutte/index.html",
            "people/vladimir-putin/index.html",
            "people/volodymyr-zelensky/index.html",
            "tags/article-5/index.html",
            "tags/f-16-fighter-jets/index.html",
            "tags/index.html",
            "tags/nato/index.html",
            "tags/russia/index.html",
            "tags/security-guarantees/index.html",
            "tags/ukraine/index.html",
            "topics/armed-conflict/index.html",
            "topics/index.html",
            "topics/international-relations/index.html",
            SEED,
        ]
    );
}

#[test]
fn the_article_links_each_claim_to_its_words() {
    let site = themed(&[]);
    let page = text(&site, SEED);
    for expected in [
        r##"href="#s-1""##,
        r#"<span id="s-1" class="summary">"#,
        r#"<a href="../people/volodymyr-zelensky/">Volodymyr Zelensky</a>"#,
        r##"<a href="#p-volodymyr-zelensky-role-1" title="Where the article says so">Ukrainian President</a>"##,
        r#"<span id="p-volodymyr-zelensky-role-1" class="role">Ukrainian President</span>"#,
        r#"<span id="p-rutte-1" class="name">Rutte</span>"#,
        r##"<a href="#p-volodymyr-zelensky-1">Named 5 times</a>"##,
    ] {
        assert!(page.contains(expected), "{expected}\n{page}");
    }
}

#[test]
fn what_is_not_known_is_not_shown() {
    let site = themed(&[]);
    let page = text(&site, SEED);
    for absent in ["byline", "<time", "Undated", "null", "canonical", "A person wrote"] {
        assert!(!page.contains(absent), "{absent}");
    }
    assert!(page.contains("<dd>The text of the article.</dd>"), "{page}");
    assert!(page.contains("<dd>Headline, summary, key people, topics and tags, without a language model."), "{page}");
}

#[test]
fn what_the_author_stated_is_shown() {
    let stated = seed().day(2016, 9, 9).meta(|meta| {
        meta.authors = vec!["Jane Roe".to_owned()];
        meta.source = Some("https://www.example.org/a?b=1&c=2".to_owned());
    });
    let mut settings = settings();
    settings.site.base_url = "https://host/repo/".to_owned();
    let (site, diagnostics) = site(vec![stated], &Theme::builtin(), &settings);
    assert_eq!(diagnostics, []);
    let page = text(&site, SEED);
    for expected in [
        "<span>By Jane Roe</span>",
        r#"<time datetime="2016-09-09">9 September 2016</time>"#,
        r#"<a href="https://www.example.org/a?b=1&amp;c=2" rel="external">example.org</a>"#,
        r#"<link rel="canonical" href="https://host/repo/zelensky-discusses-security-guarantees-with-nato-secretary/">"#,
    ] {
        assert!(page.contains(expected), "{expected}\n{page}");
    }
    assert!(text(&site, "404.html").contains(r#"<a href="/repo/archive/">The archive</a>"#));
}

#[test]
fn text_cannot_break_out_of_its_place() {
    let evil = draft("evil.txt", "<script>alert(1)</script> & \"co\"", "Text.").tag("<b>\"");
    let (site, diagnostics) = site(vec![evil], &Theme::builtin(), &settings());
    assert_eq!(diagnostics, []);
    for (path, file) in site.files().filter(|(path, _)| path.ends_with(".html")) {
        let page = std::str::from_utf8(&file.bytes).unwrap();
        let data = page.matches("<script type=\"application/ld+json\">{").count();
        assert_eq!((page.matches("<script").count(), page.matches("</script").count()), (data, data), "{path}\n{page}");
        assert!(!page.contains("<b>"), "{path}\n{page}");
    }
    assert!(
        text(&site, "evil/index.html")
            .contains("<h1 data-generated>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;</h1>")
    );
}

#[test]
fn the_pages_are_small() {
    let site = themed(&[]);
    assert!(text(&site, SEED).len() < 30_000);
    let style = site.files().find(|(path, _)| path.starts_with("style.")).unwrap();
    assert!(style.1.bytes.len() < 15_000);
}

#[test]
fn an_empty_digest_is_a_site_too() {
    let (site, diagnostics) = site(Vec::new(), &Theme::builtin(), &settings());
    assert_eq!(diagnostics, []);
    assert_eq!(paths(&site)[..4], ["404.html", "icon.svg", "index.html", "manifest.webmanifest"]);
    assert!(text(&site, "index.html").contains("There are no articles yet."));
}

#[test]
fn long_lists_go_on_on_further_pages() {
    let drafts =
        || (0..120).map(|i| draft(&format!("{i:03}.txt"), &format!("Story {i:03}"), "Port.").tag("Port")).collect();
    let (whole, _) = site(drafts(), &Theme::builtin(), &settings());
    assert!(text(&whole, "index.html").contains("Story 119") && whole.get("page/2/index.html").is_none());
    let settings = Settings { index: IndexSettings { paginate_by: 50 }, ..settings() };
    let (site, diagnostics) = site(drafts(), &Theme::builtin(), &settings);
    assert_eq!(diagnostics, []);
    for page in ["index.html", "page/2/index.html", "page/3/index.html", "tags/port/page/3/index.html"] {
        assert!(site.get(page).is_some(), "{page}");
    }
    assert!(text(&site, "page/2/index.html").contains(r#"<a href="../../story-050/">Story 050</a>"#));
    assert!(text(&site, "page/2/index.html").contains(r#"<a rel="prev" href="../../">"#));
    assert!(site.get("page/4/index.html").is_none());
}

#[test]
fn a_person_page_says_which_articles_state_a_role_and_where() {
    let rutte =
        |key: &str, role: &str| draft(key, key, &format!("{role} Mark Rutte spoke.")).person("Mark Rutte", role);
    let drafts = vec![
        rutte("first story.txt", "U.S. guest"),
        rutte("second story.txt", "US guest"),
        rutte("third story.txt", "NATO chief"),
        rutte("fourth story.txt", "U.S. guest"),
    ];
    let (site, diagnostics) = site(drafts, &Theme::builtin(), &settings());
    assert_eq!(diagnostics, []);
    let page = text(&site, "people/mark-rutte/index.html");
    let roles = page.split("<strong>").skip(1).map(|role| role.split("</li>").next().unwrap());
    let link = |slug: &str| format!("<a href=\"../../{slug}/#p-mark-rutte-role-1\">{}.txt</a>", slug.replace('-', " "));
    let said = |role: &str, links: String| format!("{role}</strong>\n<span class=\"said\">said in {links}</span>");
    assert_eq!(
        roles.collect::<Vec<_>>(),
        [
            said("U.S. guest", format!("{}; {} and 1 more", link("first-story"), link("fourth-story"))),
            said("NATO chief", link("third-story")),
        ]
    );
}

#[test]
fn links_are_relative_so_that_the_site_works_in_any_folder() {
    let mut settings = settings();
    for base_url in ["", "https://host/repo/"] {
        settings.site.base_url = base_url.to_owned();
        let (site, diagnostics) = site(vec![seed()], &Theme::builtin(), &settings);
        assert_eq!(diagnostics, []);
        for (path, file) in site.files().filter(|(path, _)| path.ends_with(".html") && *path != "404.html") {
            let page = std::str::from_utf8(&file.bytes).unwrap();
            assert!(!page.contains("href=\"/") && !page.contains("src=\"/"), "{path}");
        }
    }
}

#[test]
fn a_link_that_an_author_wrote_is_only_warned_about() {
    let mut draft = seed();
    let html = |html: &str| crate::source::Chunk::Html(html.into());
    let link = [html("<a href=\""), crate::source::Chunk::Url("/gone.pdf".into()), html("\">gone</a>")];
    draft.article.body.chunks.extend(link);
    let (_, diagnostics) = site(vec![draft], &Theme::builtin(), &settings());
    assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
    assert_eq!(diagnostics[0].severity, Severity::Warning);
    assert_eq!(
        diagnostics[0].message,
        format!("the link `../gone.pdf` leads to no page or file of the site, on `{SEED}`")
    );
}

#[test]
fn a_folder_of_templates_is_read_and_nothing_else_in_it() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("parts")).unwrap();
    for (name, text) in [
        ("card.html", "{% include \"parts/x.html\" %}"),
        ("parts/x.html", "[{{ story.title }}]"),
        ("README.md", "{{ not a template"),
        ("custom.css", "a{}"),
    ] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    std::fs::create_dir_all(folder.path().join("assets/fonts")).unwrap();
    for name in ["assets/fonts/a.woff2", "assets/.hidden", "assets/page.html"] {
        std::fs::write(folder.path().join(name), "{{ as it is").unwrap();
    }
    let theme = Theme::load(Some(folder.path())).unwrap();
    let published: Vec<_> = theme.assets().map(|(path, _)| path).collect();
    assert_eq!(published, ["assets/fonts/a.woff2", "assets/page.html"]);
    let made = site(vec![seed()], &theme, &settings()).0;
    assert_eq!(text(&made, "assets/fonts/a.woff2"), "{{ as it is");
    assert!(theme.style_sheet(&settings().theme).ends_with("\na{}"));
    assert!(text(&site(vec![seed()], &theme, &settings()).0, "index.html").contains("[Zelensky"));

    std::fs::write(folder.path().join("bad.html"), [0xff, 0xfe]).unwrap();
    let problems = Theme::load(Some(folder.path())).unwrap_err();
    assert!(problems[0].message.starts_with("cannot read the template: "), "{problems:?}");
    assert!(problems[0].place.as_ref().unwrap().path.ends_with("/bad.html"));
    assert!(Theme::load(Some(&folder.path().join("none"))).is_ok());
}

#[test]
fn an_alias_leads_to_the_article() {
    let moved = seed().meta(|meta| meta.aliases = vec!["/2016/old/".to_owned(), "old.html".to_owned()]);
    let (site, diagnostics) = site(vec![moved], &Theme::builtin(), &settings());
    assert_eq!(diagnostics, []);
    let target = "zelensky-discusses-security-guarantees-with-nato-secretary/";
    assert!(text(&site, "2016/old/index.html").contains(&format!("content=\"0; url=../../{target}\"")));
    assert!(text(&site, "old.html").contains(&format!("content=\"0; url=./{target}\"")));
}

#[test]
fn two_pages_for_one_path_are_an_error_that_names_both() {
    let taken = draft("a.txt", "A", "Text.").meta(|meta| meta.slug = Some("people".to_owned()));
    let aliased = draft("b.txt", "B", "Text.").meta(|meta| meta.aliases = vec!["/people/".to_owned()]);
    let (_, diagnostics) = site(vec![taken, aliased, seed()], &Theme::builtin(), &settings());
    let messages: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "`people/index.html` would be made twice, from seeds/a.txt and from the list of people",
            "`people/index.html` would be made twice, from seeds/a.txt and from the alias `/people/` of seeds/b.txt",
        ]
    );
    assert_eq!(diagnostics[0].place.as_ref().unwrap().path, "seeds/a.txt");
}

#[test]
fn an_alias_off_the_site_is_an_error() {
    let moved = draft("a.txt", "A", "Text.").meta(|meta| meta.aliases = vec!["https://host/a".to_owned()]);
    let (_, diagnostics) = site(vec![moved], &Theme::builtin(), &settings());
    assert_eq!(diagnostics[0].message, "the alias `https://host/a` is not a path of this site");
}

#[test]
fn the_built_in_theme_is_whole() {
    assert!(Theme::new(BTreeMap::new()).is_ok());
}

#[test]
fn a_base_of_the_user_frames_built_in_pages() {
    let site =
        themed(&[("base.html", "mine: {% block main %}{% endblock main %}{% block title %}{% endblock title %}")]);
    assert!(text(&site, SEED).starts_with("mine: <article"), "{}", text(&site, SEED));
}

#[test]
fn one_block_is_overridden_through_the_built_in_name() {
    let own = "{% extends \"builtin/article.html\" %}\n{% block byline %}<p>mine</p>{% endblock byline %}";
    let site = themed(&[("article.html", own)]);
    let page = text(&site, SEED);
    assert!(page.contains("<p>mine</p>") && page.contains("Key people") && page.contains("skip"), "{page}");
}

#[test]
fn a_block_of_the_frame_is_overridden_for_all_pages() {
    let own = "{% extends \"builtin/base.html\" %}{% block footer %}<footer>mine</footer>{% endblock footer %}";
    let site = themed(&[("base.html", own)]);
    for page in ["index.html", SEED, "404.html", "people/index.html"] {
        assert!(text(&site, page).contains("<footer>mine</footer>"), "{page}");
    }
}

#[test]
fn a_user_file_is_included_by_built_in_templates_and_may_include_others() {
    let site = themed(&[("card.html", "{% include \"parts/x.html\" %}"), ("parts/x.html", "[{{ story.title }}]")]);
    assert!(text(&site, "index.html").contains("[Zelensky discusses"));
}

#[test]
fn custom_css_is_added_and_changes_the_name_of_the_style_sheet() {
    let style = |files| {
        let site = themed(files);
        let (path, file) = site.files().find(|(path, _)| path.starts_with("style.")).unwrap();
        (path.to_owned(), String::from_utf8(file.bytes.clone()).unwrap())
    };
    let (builtin, custom) = (style(&[]), style(&[("custom.css", "a{}")]));
    assert_ne!(builtin.0, custom.0);
    assert_eq!(custom.1, format!("{}\na{{}}", builtin.1));
    assert_eq!(style(&[("style.css", "b{}"), ("custom.css", "a{}")]).1, "b{}\na{}");
}

/// A diagnostic as people see it, in short.
fn shown(diagnostic: &Diagnostic) -> String {
    let place = diagnostic
        .place
        .as_ref()
        .map(|p| format!("{}:{}:{} |{}| {}", p.path, p.line, p.column, p.source_line, p.width));
    format!(
        "{} @ {} ? {}",
        diagnostic.message,
        place.unwrap_or_default(),
        diagnostic.hint.as_deref().unwrap_or_default()
    )
}

#[test]
fn all_templates_that_do_not_parse_are_listed() {
    let problems =
        theme(&[("a.html", "x\n{{ a b }}"), ("fine.html", "{{ a }}"), ("z/b.html", "{% if %}")]).unwrap_err();
    assert_eq!(
        problems.iter().map(shown).collect::<Vec<_>>(),
        [
            "found identifier but expected }} @ templates/a.html:2:6 |{{ a b }}| 1 ? ",
            "found `%}` but expected one of: integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(` @ templates/z/b.html:1:7 |{% if %}| 2 ? "
        ]
    );
}

#[test]
fn references_to_what_is_not_there_are_listed() {
    let problems = theme(&[("a.html", "{{ a | dat }}\n{% include \"no.html\" %}")]).unwrap_err();
    assert_eq!(
        problems.iter().map(shown).collect::<Vec<_>>(),
        [
            "unknown filter `dat` @ templates/a.html:1:8 |{{ a | dat }}| 3 ? did you mean `date`?",
            "unknown template `no.html` @ templates/a.html:2:12 |{% include \"no.html\" %}| 9 ? `standfirst theme list` shows the built-in templates"
        ]
    );
    let problems = theme(&[("article.html", "{% extends \"article.html\" %}")]).unwrap_err();
    assert_eq!(
        problems.iter().map(shown).collect::<Vec<_>>(),
        [
            "the template extends itself, through `article.html` @ templates/article.html:1:13 |{% extends \"article.html\" %}| 12 ? to change one block of the built-in template, extend `builtin/article.html`"
        ]
    );
    let problems = theme(&[("a.html", "{% extends \"no.html\" %}")]).unwrap_err();
    assert_eq!(
        problems.iter().map(shown).collect::<Vec<_>>(),
        [
            "the template extends `no.html`, which does not exist @ templates/a.html:1:13 |{% extends \"no.html\" %}| 7 ? `standfirst theme list` shows the built-in templates"
        ]
    );
}

#[test]
fn a_template_that_fails_for_many_pages_says_so_once() {
    let theme = theme(&[("article.html", "<h1>{{ article.title }}</h1>\n{{ article.titel }}")]).unwrap();
    let drafts = (0..30).map(|i| draft(&format!("{i:02}.txt"), "Port", "Text.")).collect();
    let (_, diagnostics) = site(drafts, &theme, &settings());
    assert_eq!(
        diagnostics.iter().map(shown).collect::<Vec<_>>(),
        [
            "field `titel` is not defined, while making `seeds/00.txt` and 29 more pages @ templates/article.html:2:12 |{{ article.titel }}| 5 ? did you mean `title`?"
        ]
    );
}

#[test]
fn an_error_in_an_included_template_says_who_included_it() {
    let theme = theme(&[("card.html", "{{ nonsense }}")]).unwrap();
    let (_, diagnostics) = site(vec![draft("a.txt", "A", "Text.")], &theme, &settings());
    assert_eq!(
        diagnostics.iter().map(shown).collect::<Vec<_>>(),
        [
            "variable `nonsense` is not defined, while making `the index` @ templates/card.html:1:4 |{{ nonsense }}| 8 ? there are: beside, lead, news, page, pager, root, sections, site, stories"
        ]
    );
    let (label, place) = &diagnostics[0].related[0];
    assert_eq!((label.as_str(), place.path.as_str(), place.line > 0), ("included here", "builtin/index.html", true));
}

#[test]
fn copies_of_all_templates_make_the_same_site() {
    let copies: Vec<(&str, String)> = super::builtins().map(|builtin| (builtin.name, builtin.copy())).collect();
    let templates = copies.iter().filter(|(name, _)| name.ends_with(".html"));
    let files: Vec<(&str, &str)> = templates.map(|(name, text)| (*name, text.as_str())).collect();
    let copied = super::fixture::everything(&files).0;
    assert!(copied.files().eq(super::fixture::everything(&[]).0.files()));
    assert_eq!(super::check_theme(super::fixture::theme_files(&files)), []);
}

#[test]
fn what_is_null_is_told_from_what_has_no_fields() {
    let told = |text: &str| {
        let theme = theme(&[("article.html", text)]).unwrap();
        shown(&site(vec![draft("a.txt", "A", "Text.")], &theme, &settings()).1[0])
    };
    assert_eq!(
        ["{{ article.date.iso }}", "{{ article.title.short }}", "{{ article.titel | upper }}"].map(told),
        [
            "`article.date` is null here, and has no field `iso`, while making `seeds/a.txt` @ templates/article.html:1:17 \
             |{{ article.date.iso }}| 3 ? write this within `{% if article.date %}`",
            "`article.title` has no field `short` on any page, while making `seeds/a.txt` @ templates/article.html:1:18 \
             |{{ article.title.short }}| 5 ? it has no fields",
            "`article` has no field `titel` on any page, while making `seeds/a.txt` @ templates/article.html:1:12 \
             |{{ article.titel | upper }}| 5 ? did you mean `title`?",
        ]
    );
}

#[test]
fn a_link_of_a_template_that_leads_nowhere_is_an_error() {
    let theme = theme(&[("404.html", "<a href=\"/nowhere/\">x</a>")]).unwrap();
    let (_, diagnostics) = site(vec![seed()], &theme, &settings());
    assert_eq!(diagnostics[0].message, "the link `/nowhere/` leads to no page or file of the site, on `404.html`");
    assert_eq!(diagnostics[0].severity, Severity::Error);
}

#[test]
fn the_same_stories_make_the_same_bytes() {
    let drafts = || vec![seed(), draft("b.txt", "B", "Jane Roe at the port").person("Jane Roe", "").tag("port")];
    let mut turned = drafts();
    turned.reverse();
    let (one, two) = (site(drafts(), &Theme::builtin(), &settings()).0, site(turned, &Theme::builtin(), &settings()).0);
    assert!(one.files().eq(two.files()));
}

#[test]
fn what_is_not_made_without_a_base_url_is_said() {
    let said = |change: fn(&mut Settings)| {
        let mut settings = Settings::default();
        change(&mut settings);
        let (_, diagnostics) = render(&Digest::default(), Pictures::default(), &Theme::builtin(), &settings);
        diagnostics.into_iter().map(|problem| (problem.severity, problem.message)).collect::<Vec<_>>()
    };
    let note = "no feeds, no sitemap and no `robots.txt`: they need `base_url`, which is not set";
    assert_eq!(said(|_| {}), [(Severity::Note, note.to_owned())]);
    assert_eq!(said(|settings| settings.site.base_url = "https://host/".into()), []);
    let warning = "`feeds` is set, but there are no feeds without `base_url`";
    assert_eq!(said(|settings| settings.feeds.max = 7), [(Severity::Warning, warning.to_owned())]);
    assert_eq!(said(|settings| settings.feeds.formats.clear()), [(Severity::Note, note.to_owned())]);
    let warning = "a build date is set, but there is no news sitemap without `base_url`";
    let dated = said(|settings| settings.site.build_date = Some(jiff::civil::date(2024, 5, 1)));
    assert_eq!(dated, [(Severity::Warning, warning.to_owned())]);
}

/// Twelve dated stories, of which every second is about politics, and an undated one.
fn newspaper() -> Vec<Draft> {
    let story = |i: i8| {
        let story = draft(&format!("{i}.txt"), &format!("Story {i}"), "Ann Lee spoke. Bob Roe and Cy Poe heard it.");
        let story = story.day(2020, 1 + i % 2, 1 + i).sentence("Ann Lee spoke.");
        let story = story.person("Ann Lee", "").person("Bob Roe", "").person("Cy Poe", "");
        if i % 2 == 0 { story.topic_below(&["politics"], "election") } else { story.topic("sport") }
    };
    (0..12).map(story).chain([draft("old.txt", "An old story", "Text.")]).collect()
}

#[test]
fn the_front_page_has_a_lead_and_sections_and_links_every_article_once_as_a_headline() {
    let (site, diagnostics) = site(newspaper(), &Theme::builtin(), &settings());
    assert_eq!(diagnostics, []);
    let page = text(&site, "index.html");
    assert!(page.contains(r#"<time datetime="2020-02-12">Wednesday, 12 February 2020</time>"#), "{page}");
    let headline = |i: usize| format!(r#"<a href="./story-{i}/">Story {i}</a>"#);
    for i in 0..12 {
        assert_eq!(page.matches(&headline(i)).count(), 1, "{i}\n{page}");
    }
    assert!(page.contains(r#"<a href="./old/">An old story</a>"#), "{page}");
    let place = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}\n{page}"));
    let lead = place(r#"<div class="lead">"#);
    let sections = [r##"<h2 id="section-politics"><a href="./topics/politics/">Politics</a></h2>"##, "More news</h2>"];
    assert!(lead < place(&headline(11)) && place(&headline(11)) < place(sections[0]));
    assert!(place(sections[0]) < place(sections[1]));
}

#[test]
fn who_is_in_the_news_is_told_in_words_beside_the_bars() {
    let (site, _) = site(newspaper(), &Theme::builtin(), &settings());
    for (page, root) in [("index.html", "./"), ("people/index.html", "../")] {
        let page = text(&site, page);
        let first =
            format!("<li><a href=\"{root}people/ann-lee/\">Ann Lee</a> <span class=\"count\">12 articles</span>");
        assert!(page.contains(&first), "{page}");
        assert!(page.contains(r#"<svg aria-hidden="true"><rect width="100%" height="100%"/></svg>"#), "{page}");
    }
    assert!(!themed(&[]).files().any(|(_, file)| String::from_utf8_lossy(&file.bytes).contains("Who is in the news")));
}

#[test]
fn people_are_listed_by_surname_with_a_way_to_each_letter() {
    let (site, _) = site(newspaper(), &Theme::builtin(), &settings());
    let page = text(&site, "people/index.html");
    for letter in ["l", "p", "r"] {
        let upper = letter.to_uppercase();
        assert!(page.contains(&format!(r##"<a href="../people/#letter-{letter}">{upper}</a>"##)), "{page}");
        assert!(page.contains(&format!(r#"<h2 id="letter-{letter}">{upper}</h2>"#)), "{page}");
    }
    let list = page.split("</nav>").last().unwrap();
    let place = |name: &str| list.find(name).unwrap();
    assert!(place("Ann Lee") < place("Cy Poe") && place("Cy Poe") < place("Bob Roe"));
}

#[test]
fn the_archive_links_all_by_month_and_the_undated_apart() {
    let (site, _) = site(newspaper(), &Theme::builtin(), &settings());
    let page = text(&site, "archive/index.html");
    let headings: Vec<_> = page.split("<h2 id=").skip(1).map(|rest| rest.split("</h2>").next().unwrap()).collect();
    assert_eq!(headings, [r#""2020-02">February 2020"#, r#""2020-01">January 2020"#, r#""undated">Undated"#]);
    for i in 0..12 {
        assert!(page.contains(&format!(r#"<a href="../story-{i}/">Story {i}</a>"#)), "{i}\n{page}");
    }
    assert!(page.contains(r#"<time datetime="2020-02-12">12 Feb</time>"#), "{page}");
    assert!(page.contains(r##"<dt><a href="../archive/#undated">Undated</a></dt>"##), "{page}");
}

#[test]
fn a_topic_has_the_stories_of_those_below_it_and_links_both_ways() {
    let (site, _) = site(newspaper(), &Theme::builtin(), &settings());
    let politics = text(&site, "topics/politics/index.html");
    assert!(politics.contains("<h1>Politics</h1>") && politics.contains("6 articles"), "{politics}");
    assert!(politics.contains(r#"<li><a href="../../topics/election/">election</a>"#), "{politics}");
    assert!(politics.contains("Story 10") && !politics.contains("Story 11"));
    let election = text(&site, "topics/election/index.html");
    assert!(election.contains(r#"<a href="../../topics/politics/">Politics</a>"#), "{election}");
}
