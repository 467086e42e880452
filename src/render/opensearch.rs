//! The OpenSearch description, by which a browser can search the site from its address bar.
//!
//! It holds absolute URLs, so there is none without a `base_url`; and there is none without a search page. Who makes the
//! page keeps to its address: the words stand in `q`, as in `search/index.html?q=two+words`.

use super::plan::{Page, PageKind};
use super::{Extra, manifest, urls, xml};
use crate::config::SiteSettings;

/// The path of the file, beside the front page.
pub(super) const OPENSEARCH: &str = "opensearch.xml";

const SEARCH_PAGE: &str = "search/index.html";

/// Longest short name, by the specification, in characters.
const MAX_SHORT_NAME: usize = 16;

/// Whether the site has such a file; an article or a redirect that lies where the search page would be is none.
pub(super) fn is_wanted(pages: &[Page], site: &SiteSettings) -> bool {
    let is_search =
        |page: &Page| page.path == SEARCH_PAGE && !matches!(page.kind, PageKind::Article(_) | PageKind::Redirect(_));
    !site.base_url.is_empty() && pages.iter().any(is_search)
}

/// The file.
pub(super) fn file(site: &SiteSettings) -> Extra {
    let permalink = |url: &str| urls::permalink(&site.base_url, url).unwrap_or_default();
    let results = format!("{}?q={{searchTerms}}", permalink(SEARCH_PAGE));
    let mut xml = String::from(xml::DECLARATION);
    xml.push_str("<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n");
    xml::element(&mut xml, "ShortName", short_name(&site.title));
    xml::element(&mut xml, "Description", &format!("Search {}", site.title));
    xml::element(&mut xml, "Image width=\"16\" height=\"16\" type=\"image/svg+xml\"", &permalink(manifest::ICON));
    xml::empty(&mut xml, "Url", &[("type", "text/html"), ("template", &results)]);
    xml::element(&mut xml, "Language", &site.language);
    xml::element(&mut xml, "InputEncoding", "UTF-8");
    xml.push_str("</OpenSearchDescription>\n");
    Extra { path: OPENSEARCH.into(), bytes: xml.into_bytes(), origin: "the description of the search".into() }
}

/// As many whole words as fit.
fn short_name(title: &str) -> &str {
    let Some((end, _)) = title.char_indices().nth(MAX_SHORT_NAME) else { return title };
    let cut =
        if title[end..].starts_with(char::is_whitespace) { Some(end) } else { title[..end].rfind(char::is_whitespace) };
    title[..cut.unwrap_or(end)].trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(path: &str, kind: PageKind) -> Page {
        Page { path: path.to_owned(), url: String::new(), origin: String::new(), kind }
    }

    fn site(base_url: &str) -> SiteSettings {
        SiteSettings { title: "Town & Country Mail".into(), base_url: base_url.into(), ..SiteSettings::default() }
    }

    #[test]
    fn there_is_none_without_a_search_page_or_a_base_url() {
        let (here, nowhere) = (site("https://host/"), site(""));
        let search = || page(SEARCH_PAGE, PageKind::NotFound);
        assert!(is_wanted(&[page("index.html", PageKind::NotFound), search()], &here));
        assert!(!is_wanted(&[search()], &nowhere));
        assert!(!is_wanted(&[page(SEARCH_PAGE, PageKind::Article(0))], &here));
        assert!(!is_wanted(&[page(SEARCH_PAGE, PageKind::Redirect(0))], &here));
        assert!(!is_wanted(&[], &here));
    }

    #[test]
    fn a_short_name_is_made_of_whole_words() {
        let names =
            ["The Daily", "Sixteen letters!", "Sixteen letters! More", "A town and country", "Ääääääääääääääääää"];
        let short = ["The Daily", "Sixteen letters!", "Sixteen letters!", "A town and", "Ääääääääääääääää"];
        assert_eq!(names.map(short_name), short);
    }

    #[test]
    fn the_description_leads_to_the_search_page() {
        let xml = String::from_utf8(file(&site("https://host/news/")).bytes).unwrap();
        assert!(xml.contains("<ShortName>Town &amp; Country</ShortName>"), "{xml}");
        let template = "template=\"https://host/news/search/index.html?q={searchTerms}\"";
        assert!(xml.contains(&format!("<Url type=\"text/html\" {template}/>")), "{xml}");
        assert!(xml.contains("type=\"image/svg+xml\">https://host/news/icon.svg</Image>"), "{xml}");
    }
}
