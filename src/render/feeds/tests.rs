//! Which feeds there are and what stands in them; whole feeds are in `tests/cases/feeds`.

use super::Feeds;
use crate::config::{FeedContent, FeedFormat, Settings};
use crate::digest::fixture::{Draft, draft};
use crate::digest::{Published, relate};
use crate::render::lookup::Lookup;
use crate::source::ArticleDate;

fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.site.base_url = "https://host/".to_owned();
    settings
}

/// Path and text of every feed.
fn files(drafts: Vec<Draft>, settings: &Settings) -> Vec<(String, String)> {
    let drafts = drafts.into_iter().map(Draft::done).collect();
    let (digest, _) = relate(drafts, &mut Published::default(), settings);
    let files = Feeds::plan(&digest, settings).files(
        &digest,
        &Lookup::new(&digest, &crate::pictures::Pictures::default(), settings),
        settings,
    );
    files.into_iter().map(|file| (file.path, String::from_utf8(file.bytes).unwrap())).collect()
}

fn paths(drafts: Vec<Draft>, settings: &Settings) -> Vec<String> {
    files(drafts, settings).into_iter().map(|(path, _)| path).collect()
}

fn text<'a>(files: &'a [(String, String)], path: &str) -> &'a str {
    files.iter().find(|(other, _)| other == path).map_or("", |(_, text)| text)
}

fn port(number: usize) -> Draft {
    draft(&format!("{number:02}.txt"), &format!("Story {number:02}"), "Ada Byron came to port.")
}

#[test]
fn the_site_and_the_topics_and_persons_of_several_articles_have_feeds() {
    let story = |number| port(number).day(2024, 5, 1).topic("shipping").person("Ada Byron", "").tag("port");
    let other = draft("03.txt", "Story 03", "Jane Roe paid.").topic("trade").person("Jane Roe", "");
    assert_eq!(
        paths(vec![story(1), story(2), other], &settings()),
        [
            "atom.xml",
            "rss.xml",
            "feed.json",
            "topics/shipping/atom.xml",
            "topics/shipping/rss.xml",
            "topics/shipping/feed.json",
            "people/ada-byron/atom.xml",
            "people/ada-byron/rss.xml",
            "people/ada-byron/feed.json",
        ]
    );
}

#[test]
fn without_a_base_url_or_a_format_there_are_none() {
    let mut none = settings();
    none.feeds.formats.clear();
    for settings in [Settings::default(), none] {
        assert_eq!(paths(vec![port(1).day(2024, 5, 1)], &settings), [""; 0]);
    }
}

#[test]
fn an_undated_article_stands_last_in_rss_and_json_and_not_in_atom() {
    let files = files(vec![port(1), port(2).day(2024, 5, 1)], &settings());
    let titles = |path| text(&files, path).matches("Story 0").count();
    // Each stands in the title, and for want of a summary in its place.
    assert_eq!([titles("atom.xml"), titles("rss.xml"), titles("feed.json")], [2, 4, 4]);
    let rss = text(&files, "rss.xml");
    assert!(rss.find("Story 02").unwrap() < rss.find("Story 01").unwrap());
    assert_eq!(rss.matches("<pubDate>").count(), 1);
    assert!(rss.contains("<lastBuildDate>Wed, 01 May 2024 00:00:00 +0000</lastBuildDate>"));
    assert_eq!(text(&files, "feed.json").matches("date_published").count(), 1);
}

#[test]
fn where_no_article_has_a_date_there_is_no_atom_feed() {
    let files = files(vec![port(1)], &settings());
    assert_eq!(files.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(), ["rss.xml", "feed.json"]);
    assert!(!text(&files, "rss.xml").contains("Date>") && !text(&files, "feed.json").contains("date_"));
}

#[test]
fn a_feed_without_articles_is_whole() {
    let files = files(Vec::new(), &settings());
    assert!(text(&files, "rss.xml").ends_with("/rss.xml\"/>\n</channel>\n</rss>\n"));
    let json: serde_json::Value = serde_json::from_str(text(&files, "feed.json")).unwrap();
    assert_eq!((json["title"].as_str(), json["items"].as_array().map(Vec::len)), (Some("News digest"), Some(0)));
    assert_eq!(files.len(), 2);
}

#[test]
fn a_feed_holds_the_newest_up_to_its_limit() {
    let mut settings = settings();
    settings.feeds.max = 3;
    settings.feeds.formats = vec![FeedFormat::Atom];
    settings.feeds.min_articles = 1;
    let drafts = (1..=9).map(|number| port(number).day(2024, 5, number as i8).topic("shipping")).collect();
    let files = files(drafts, &settings);
    for path in ["atom.xml", "topics/shipping/atom.xml"] {
        let titles: Vec<&str> = text(&files, path).split("<title>Story ").skip(1).map(|rest| &rest[..2]).collect();
        assert_eq!(titles, ["09", "08", "07"], "{path}");
    }
}

#[test]
fn a_feed_changed_when_its_last_changed_article_did() {
    let moment = "2024-06-01T01:00:00+02:00[+02:00]".parse().unwrap();
    let changed = port(1).day(2024, 5, 1).meta(|meta| meta.updated = Some(ArticleDate::Moment(moment)));
    let files = files(vec![changed, port(2).day(2024, 5, 31)], &settings());
    let updated: Vec<&str> = text(&files, "atom.xml").split("<updated>").skip(1).map(|rest| &rest[..25]).collect();
    let changed = "2024-06-01T01:00:00+02:00";
    assert_eq!(updated, [changed, "2024-05-31T00:00:00Z</upd", changed]);
}

#[test]
fn an_article_keeps_its_id_when_its_slug_changes() {
    let settings = settings();
    let (mut published, story) = (Published::default(), |headline| draft("a.txt", headline, "Text.").day(2024, 5, 1));
    for headline in ["First words", "Better words", "Best words"] {
        let drafts =
            vec![story(headline).meta(|meta| meta.slug = Some(headline.to_lowercase().replace(' ', "-"))).done()];
        let (digest, _) = relate(drafts, &mut published, &settings);
        let files = Feeds::plan(&digest, &settings).files(
            &digest,
            &Lookup::new(&digest, &crate::pictures::Pictures::default(), &settings),
            &settings,
        );
        for file in files {
            let text = String::from_utf8(file.bytes).unwrap();
            let ids =
                ["<id>", "<guid>", "\"id\":\""].map(|id| text.contains(&format!("{id}https://host/first-words/")));
            assert!(ids.contains(&true), "{headline}: {text}");
        }
    }
}

#[test]
fn a_whole_text_has_no_address_that_means_nothing_elsewhere() {
    use crate::source::{Body, Chunk};
    let mut settings = settings();
    settings.feeds.content = FeedContent::Full;
    let html = ["<a href=\"#fn-1\">1</a><a href=\"", "\">x</a>"];
    let mut story = draft("a.txt", "Links", "Text.").day(2024, 5, 1);
    let chunks = vec![Chunk::Html(html[0].into()), Chunk::Url("../b/?x&y".into()), Chunk::Html(html[1].into())];
    story.article.body = Body { chunks };
    let files = files(vec![story], &settings);
    let json: serde_json::Value = serde_json::from_str(text(&files, "feed.json")).unwrap();
    assert_eq!(
        json["items"][0]["content_html"],
        "<a href=\"https://host/links/#fn-1\">1</a><a href=\"https://host/b/?x&amp;y\">x</a>"
    );
    assert!(
        text(&files, "rss.xml").contains("<content:encoded>&lt;a href=&quot;https://host/links/#fn-1&quot;&gt;1&lt;/a")
    );
    assert!(
        text(&files, "atom.xml").contains("<content type=\"html\">&lt;a href=&quot;https://host/links/#fn-1&quot;")
    );
}

#[test]
fn what_xml_forbids_does_not_reach_it() {
    let evil = draft("a.txt", "Bell \u{7} & <b> ]]>", "Text.").day(2024, 5, 1);
    let files = files(vec![evil], &settings());
    for path in ["atom.xml", "rss.xml"] {
        assert!(text(&files, path).contains("<title>Bell  &amp; &lt;b&gt; ]]&gt;</title>"), "{path}");
    }
    assert!(text(&files, "rss.xml").contains("<description>Bell  &amp;amp; &amp;lt;b&amp;gt;"));
}
