//! What crawlers read first: the sitemap, the news sitemap and `robots.txt`.
//!
//! They hold absolute URLs, so there are none without a `base_url`. An article that says no date is listed without one.

use jiff::ToSpan;
use jiff::civil::Date;

use super::plan::{Page, PageKind};
use super::{Extra, dates, urls, xml};
use crate::config::SiteSettings;
use crate::digest::{Digest, Story};
use crate::render::article;

/// Most URLs in one sitemap, by the protocol.
const MAX_URLS: usize = 50_000;

/// Most articles in a news sitemap, by its own rules.
const MAX_NEWS: usize = 1_000;

const SITEMAP: &str = "sitemap.xml";
const NEWS_SITEMAP: &str = "news-sitemap.xml";
const PROTOCOL: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// All of these files; none without a `base_url`.
pub(super) fn files(pages: &[Page], digest: &Digest, site: &SiteSettings) -> Vec<Extra> {
    if site.base_url.is_empty() {
        return Vec::new();
    }
    let urls: Vec<String> = pages.iter().filter_map(|page| url(page, digest, &site.base_url)).collect();
    let mut files = sitemaps(&urls, &site.base_url, MAX_URLS);
    let news = site.build_date.and_then(|day| news_sitemap(digest, site, day));
    let mut robots = String::from("User-agent: *\nAllow: /\n\n");
    for name in [Some(SITEMAP), news.as_ref().map(|_| NEWS_SITEMAP)].into_iter().flatten() {
        robots.push_str(&format!("Sitemap: {}{name}\n", site.base_url));
    }
    files.extend(news.map(|xml| file(NEWS_SITEMAP, xml)));
    files.push(file("robots.txt", robots));
    files
}

fn file(path: &str, text: String) -> Extra {
    Extra { path: path.to_owned(), bytes: text.into_bytes(), origin: "the sitemap".to_owned() }
}

/// The `<url>` of a page; `None` for one that nobody should find.
fn url(page: &Page, digest: &Digest, base_url: &str) -> Option<String> {
    let changed = match page.kind {
        PageKind::NotFound | PageKind::Redirect(_) => return None,
        PageKind::Article(id) => dates::last_change(&digest.stories[id as usize].article.meta),
        _ => None,
    };
    let mut xml = String::from("<url>\n");
    xml::element(&mut xml, "loc", &urls::permalink(base_url, &page.url)?);
    if let Some(changed) = changed {
        xml::element(&mut xml, "lastmod", &dates::iso(changed));
    }
    xml.push_str("</url>\n");
    Some(xml)
}

/// One sitemap; where there are more than `max` URLs, several and an index of them.
fn sitemaps(urls: &[String], base_url: &str, max: usize) -> Vec<Extra> {
    let sitemap = |urls: &[String]| {
        let entries = urls.concat();
        format!("{}<urlset {PROTOCOL}>\n{entries}</urlset>\n", xml::DECLARATION)
    };
    if urls.len() <= max {
        return vec![file(SITEMAP, sitemap(urls))];
    }
    let mut index = format!("{}<sitemapindex {PROTOCOL}>\n", xml::DECLARATION);
    let mut files = Vec::new();
    for (number, part) in urls.chunks(max).enumerate() {
        let name = format!("sitemap-{}.xml", number + 1);
        index.push_str("<sitemap>");
        xml::element(&mut index, "loc", &format!("{base_url}{name}"));
        index.push_str("</sitemap>\n");
        files.push(file(&name, sitemap(part)));
    }
    index.push_str("</sitemapindex>\n");
    files.push(file(SITEMAP, index));
    files
}

/// The articles of the day and of the day before, newest first; `None` when there are none.
fn news_sitemap(digest: &Digest, site: &SiteSettings, day: Date) -> Option<String> {
    let first = day.checked_sub(1.day()).unwrap_or(day);
    let is_news =
        |story: &&Story| story.article.meta.date.as_ref().is_some_and(|date| (first..=day).contains(&date.day()));
    let news: Vec<String> =
        digest.stories.iter().filter(is_news).take(MAX_NEWS).filter_map(|story| news(story, site)).collect();
    (!news.is_empty()).then(|| {
        let namespace = "xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"";
        format!("{}<urlset {PROTOCOL} {namespace}>\n{}</urlset>\n", xml::DECLARATION, news.concat())
    })
}

fn news(story: &Story, site: &SiteSettings) -> Option<String> {
    let date = story.article.meta.date.as_ref()?;
    let mut xml = String::from("<url>\n");
    xml::element(&mut xml, "loc", &urls::permalink(&site.base_url, &format!("{}/", story.slug))?);
    xml.push_str("<news:news>\n<news:publication>\n");
    xml::element(&mut xml, "news:name", &site.title);
    xml::element(&mut xml, "news:language", news_language(article::language_of(story).unwrap_or(&site.language)));
    xml.push_str("</news:publication>\n");
    xml::element(&mut xml, "news:publication_date", &dates::iso(date));
    xml::element(&mut xml, "news:title", &story.analysis.headline.text);
    xml.push_str("</news:news>\n</url>\n");
    Some(xml)
}

/// The language as the news sitemap wants it: without a region, but for the two of Chinese.
fn news_language(code: &str) -> &str {
    match code.to_ascii_lowercase().as_str() {
        "zh" | "zh-cn" | "zh-hans" | "zh-hans-cn" | "zh-sg" => "zh-cn",
        "zh-tw" | "zh-hant" | "zh-hant-tw" | "zh-hk" => "zh-tw",
        _ => code.split('-').next().unwrap_or(code),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::config::Settings;
    use crate::digest::fixture::{Draft, draft};
    use crate::digest::{Published, relate};

    #[test]
    fn more_urls_than_fit_are_split_and_indexed() {
        let urls: Vec<String> = ["a", "b", "c"].map(str::to_owned).to_vec();
        let files = sitemaps(&urls, "https://host/", 2);
        let texts: Vec<_> =
            files.iter().map(|file| (file.path.as_str(), std::str::from_utf8(&file.bytes).unwrap())).collect();
        let start = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
        let of = |urls| format!("{start}<urlset {PROTOCOL}>\n{urls}</urlset>\n");
        let entry = |name| format!("<sitemap><loc>https://host/{name}</loc>\n</sitemap>\n");
        let index = format!(
            "{start}<sitemapindex {PROTOCOL}>\n{}{}</sitemapindex>\n",
            entry("sitemap-1.xml"),
            entry("sitemap-2.xml")
        );
        assert_eq!(texts, [("sitemap-1.xml", of("ab").as_str()), ("sitemap-2.xml", &of("c")), ("sitemap.xml", &index)]);
        assert_eq!(sitemaps(&urls, "https://host/", 3).len(), 1);
    }

    #[test]
    fn the_news_sitemap_holds_the_articles_of_two_days_and_no_more_than_it_may() {
        let site = SiteSettings { base_url: "https://host/".into(), ..SiteSettings::default() };
        let news = |drafts: Vec<Draft>, day| {
            let drafts = drafts.into_iter().map(Draft::done).collect();
            let (digest, _) = relate(drafts, &mut Published::default(), &Settings::default());
            news_sitemap(&digest, &site, day)
        };
        let on = |day| draft(&format!("{day}.txt"), &format!("On day {day}"), "Text.").day(2024, 5, day);
        let undated = draft("a.txt", "On no day", "Text.");
        let xml = news(vec![on(2), on(3), on(4), on(5), undated], date(2024, 5, 4)).unwrap();
        let titles: Vec<&str> = xml.split("<news:title>").skip(1).map(|rest| &rest[..8]).collect();
        assert_eq!(titles, ["On day 4", "On day 3"]);
        assert_eq!(news(vec![on(2)], date(2024, 5, 4)), None);
        let many = (0..=MAX_NEWS).map(|number| draft(&format!("{number}.txt"), "News", "Text.").day(2024, 5, 4));
        assert_eq!(news(many.collect(), date(2024, 5, 4)).unwrap().matches("<loc>").count(), MAX_NEWS);
    }

    #[test]
    fn the_news_sitemap_has_its_own_names_for_languages() {
        assert_eq!(["en-GB", "fi", "zh-Hant", "zh"].map(news_language), ["en", "fi", "zh-tw", "zh-cn"]);
    }
}
