//! Under which slugs articles have been published: a URL that readers have must go on working.
//!
//! Kept from build to build as a small text file that can be committed: a line an article, the parts separated by tabs:
//! its key, its slug, and the slugs that it had before.

use std::collections::BTreeMap;

use super::slug::slugify;

/// The slugs of all articles that were ever published, by their keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// The present slug first, then older ones, the latest first; never empty.
    slugs: BTreeMap<String, Vec<String>>,
}

impl Published {
    /// Reads the text file. What is no slug is ignored, whoever wrote it.
    pub fn parse(text: &str) -> Self {
        let line = |line: &str| {
            let mut parts = line.split('\t');
            let key = parts.next().filter(|key| !key.is_empty() && !key.starts_with('#'))?.to_owned();
            let slugs: Vec<String> = parts.filter(|slug| is_slug(slug)).map(str::to_owned).collect();
            (!slugs.is_empty()).then_some((key, slugs))
        };
        Self { slugs: text.lines().filter_map(line).collect() }
    }

    /// The text file.
    pub fn to_text(&self) -> String {
        let mut text = String::from("# Published slugs of the articles, so that their URLs stay; commit this file.\n");
        for (key, slugs) in self.slugs.iter().filter(|(key, _)| !key.contains(['\t', '\n'])) {
            text += &format!("{key}\t{}\n", slugs.join("\t"));
        }
        text
    }

    /// The slug under which an article was published last.
    pub(super) fn slug(&self, key: &str) -> Option<&str> {
        self.slugs.get(key).map(|slugs| slugs[0].as_str())
    }

    /// Notes the slug of an article and gives those that it had before.
    pub(super) fn note(&mut self, key: &str, slug: &str) -> &[String] {
        let slugs = self.slugs.entry(key.to_owned()).or_default();
        slugs.retain(|old| old != slug);
        slugs.insert(0, slug.to_owned());
        &slugs[1..]
    }
}

fn is_slug(text: &str) -> bool {
    !text.is_empty() && slugify(text) == text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_file_comes_back_as_it_went() {
        let mut published = Published::default();
        assert!(published.note("a.txt", "first-words").is_empty());
        assert_eq!(published.note("a.txt", "better-words"), ["first-words"]);
        assert_eq!(published.note("a.txt", "first-words"), ["better-words"]);
        assert_eq!(Published::parse(&published.to_text()), published);
        assert_eq!(published.slug("a.txt"), Some("first-words"));
    }

    #[test]
    fn lines_without_a_slug_are_ignored() {
        let published = Published::parse("# note\na.txt\nb.txt\t../../x\nc.txt\tgood\tBad Slug\n<<<<<<< HEAD\n");
        assert_eq!(published.to_text().lines().skip(1).collect::<Vec<_>>(), ["c.txt\tgood"]);
    }
}
