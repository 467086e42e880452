//! Slugs: the last part of a URL.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Published;
use super::fold::ascii;
use crate::analysis::Analysis;
use crate::diagnostic::{Diagnostic, Place};
use crate::source::Article;

/// Most characters of a slug that was made from a text.
const MAX_LEN: usize = 60;

/// First path segments that the site uses itself, so that no article gets them unasked.
const RESERVED: [&str; 11] =
    ["people", "pictures", "topics", "tags", "archive", "page", "index", "404", "feed", "search", "static"];

/// A slug for each article, which are given in the order of their keys, and errors for slugs written twice.
///
/// A written slug comes before the one under which the article was published, that before a name of a file that says
/// something, and that before the headline. Generated slugs that are taken get `-2`, `-3` …
pub(super) fn assign(stories: &[(Article, Analysis)], published: &Published) -> (Vec<String>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut slugs: Vec<Option<String>> = Vec::with_capacity(stories.len());
    let mut writers: FxHashMap<String, &str> = FxHashMap::default();
    for (article, _) in stories {
        let mut written = article.meta.slug.as_deref().map(slugify).filter(|slug| !slug.is_empty());
        if let Some(slug) = &written {
            match writers.get(slug) {
                Some(first) => {
                    diagnostics.push(written_twice(slug, first, &article.path));
                    // Told once: the page gets another path, so that it does not collide as well.
                    written = None;
                }
                None => drop(writers.insert(slug.clone(), &article.path)),
            }
        }
        slugs.push(written);
    }
    let mut taken = Taken::new(RESERVED.map(str::to_owned).into_iter().chain(writers.into_keys()));
    for (slug, (article, _)) in slugs.iter_mut().zip(stories) {
        if slug.is_none() {
            *slug = published.slug(&article.key).filter(|slug| taken.take(slug)).map(str::to_owned);
        }
    }
    let slugs = slugs
        .into_iter()
        .zip(stories)
        .map(|(slug, (article, analysis))| slug.unwrap_or_else(|| taken.claim(&generated(article, analysis))))
        .collect();
    (slugs, diagnostics)
}

/// Lower case ASCII letters and digits with single hyphens between them, cut at a word border; empty for a text
/// without any.
pub(crate) fn slugify(text: &str) -> String {
    let mut slug = String::with_capacity(text.len().min(MAX_LEN + 16));
    for c in ascii(text).chars() {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            'A'..='Z' => slug.push(c.to_ascii_lowercase()),
            '\'' | '`' => {}
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    if slug.len() > MAX_LEN {
        let cut = slug[..=MAX_LEN].rfind('-').unwrap_or(MAX_LEN);
        slug.truncate(cut);
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// The slugs in use.
#[derive(Debug)]
pub(super) struct Taken {
    slugs: FxHashSet<String>,
    /// The number to try next for a slug that was asked for more than once.
    next: FxHashMap<String, u32>,
}

impl Taken {
    pub(super) fn new(slugs: impl IntoIterator<Item = String>) -> Self {
        Self { slugs: slugs.into_iter().collect(), next: FxHashMap::default() }
    }

    /// Takes a slug if it is free.
    fn take(&mut self, slug: &str) -> bool {
        self.slugs.insert(slug.to_owned())
    }

    /// The slug itself if it is free, otherwise with the first number from 2 that is; never empty.
    pub(super) fn claim(&mut self, slug: &str) -> String {
        let slug = if slug.is_empty() { "untitled" } else { slug };
        if self.slugs.insert(slug.to_owned()) {
            return slug.to_owned();
        }
        let next = self.next.entry(slug.to_owned()).or_insert(2);
        loop {
            let numbered = format!("{slug}-{next}");
            *next += 1;
            if self.slugs.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

fn generated(article: &Article, analysis: &Analysis) -> String {
    from_file_name(&article.key).unwrap_or_else(|| slugify(&analysis.headline.text))
}

/// The slug in the name of a file, without a date in front.
///
/// A name that only numbers a file (`000_3150b277.txt`, `doc12.txt`) tells a reader nothing and makes none: it needs
/// a word of three letters, and more letters in whole words than other characters.
fn from_file_name(key: &str) -> Option<String> {
    let name = key.rsplit('/').next().unwrap_or(key);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let slug = slugify(without_date(stem));
    let words = || slug.split('-').filter(|word| word.bytes().all(|b| b.is_ascii_alphabetic()));
    let in_words: usize = words().map(str::len).sum();
    let other = slug.bytes().filter(|&b| b != b'-').count() - in_words;
    (words().any(|word| word.len() >= 3) && in_words > other).then_some(slug)
}

/// The stem without a leading `2016-09-09-`.
fn without_date(stem: &str) -> &str {
    let bytes = stem.as_bytes();
    let dated = bytes.len() > 10
        && bytes[..10].iter().enumerate().all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() });
    if dated { stem[10..].trim_start_matches(['-', '_', ' ']) } else { stem }
}

fn written_twice(slug: &str, first: &str, second: &str) -> Diagnostic {
    Diagnostic::error(format!("`{first}` and `{second}` have the same slug `{slug}`"))
        .at(Place::file(second))
        .related("first used here", Place::file(first))
        .hint("give one of them another `slug`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_short_ascii_kebab() {
        assert_eq!(slugify("Erdoğan’s “offer” — Turkey & Ukraine"), "erdogans-offer-turkey-ukraine");
        assert_eq!(slugify("  --  "), "");
        assert_eq!(slugify("F-16 jets: 10,000 euros"), "f-16-jets-10-000-euros");
        let long = slugify("Zelensky discusses security guarantees with the secretary general of the alliance");
        assert_eq!(long, "zelensky-discusses-security-guarantees-with-the-secretary");
        assert_eq!(slugify(&"a".repeat(80)).len(), 60);
    }

    #[test]
    fn a_slug_of_exactly_sixty_characters_is_whole() {
        let text = format!("{} {}", "a".repeat(30), "b".repeat(29));
        assert_eq!(slugify(&text).len(), 60);
        assert_eq!(slugify(&format!("{text} c")).len(), 60);
    }

    #[test]
    fn only_a_file_name_that_says_something_makes_a_slug() {
        assert_eq!(from_file_name("2016/2016-09-09-Talks in Kyiv.txt").as_deref(), Some("talks-in-kyiv"));
        assert_eq!(from_file_name("ukraine.md").as_deref(), Some("ukraine"));
        for unsaid in ["000_3150b277a78836b6.txt", "doc12.txt", "20190001.txt", "a.md", "2016-09-09.txt", "x-12345.txt"]
        {
            assert_eq!(from_file_name(unsaid), None, "{unsaid}");
        }
    }

    #[test]
    fn a_taken_slug_gets_the_next_free_number() {
        let mut taken = Taken::new(["news-3".to_owned()]);
        assert_eq!(taken.claim("news"), "news");
        assert_eq!(taken.claim("news"), "news-2");
        assert_eq!(taken.claim("news"), "news-4");
        assert_eq!(taken.claim(""), "untitled");
    }
}
