//! A site for tests in which every page and every field of every view comes up.

use std::collections::BTreeMap;

use super::{Theme, ThemeFile, render};
use crate::config::{IndexSettings, Settings};
use crate::diagnostic::Diagnostic;
use crate::digest::fixture::{Draft, draft};
use crate::digest::{Coverage, Link, Published, Shared, relate};
use crate::site::Site;
use crate::source::Image;

/// The theme with these files of a user.
pub(super) fn theme(files: &[(&str, &str)]) -> Result<Theme, Vec<Diagnostic>> {
    Theme::new(theme_files(files)).map(|theme| theme.with_asset("logo.svg"))
}

pub(super) fn theme_files(files: &[(&str, &str)]) -> BTreeMap<String, ThemeFile> {
    let file = |(name, text): &(&str, &str)| {
        ((*name).to_owned(), ThemeFile { path: format!("templates/{name}"), text: (*text).to_owned() })
    };
    files.iter().map(file).collect()
}

/// The site with these templates, and what is wrong with it.
pub(super) fn everything(files: &[(&str, &str)]) -> (Site, Vec<Diagnostic>) {
    let theme = theme(files).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let stories = drafts().into_iter().map(Draft::done).collect();
    let (mut digest, _) = relate(stories, &mut Published::default(), &settings());
    // Texts as short as these have nothing in common.
    let link = || Link { story: 0, shared: vec![Shared::Person(0)], same_text: false };
    let coverage = |_| Coverage { event: vec![link()], related: vec![link()], copies: vec![0], is_copy: false };
    digest.coverage = digest.stories.iter().map(coverage).collect();
    render(&digest, crate::pictures::Pictures::example("bridge.jpg"), &theme, &settings())
}

fn settings() -> Settings {
    let mut settings = Settings { index: IndexSettings { paginate_by: 8 }, ..Settings::default() };
    settings.site.title = "Digest".to_owned();
    settings.site.base_url = "https://example.org/news/".to_owned();
    settings.site.extra.insert("about".to_owned(), "About *us*".into());
    settings
}

fn drafts() -> Vec<Draft> {
    let bridge =
        draft("bridge.txt", "The bridge is open", "Mayor Ann Lee opened the bridge with John Doe. It is long.");
    let bridge = bridge.sentence("Mayor Ann Lee opened the bridge with John Doe.").person("Ann Lee", "Mayor");
    let bridge = bridge.person("John Doe", "").topic("transport").tag("bridge").day(2024, 5, 1).meta(|meta| {
        meta.authors = vec!["Jane Roe".to_owned()];
        meta.source = Some("https://www.example.com/bridge".to_owned());
        meta.image = Some(Image {
            src: "bridge.jpg".to_owned(),
            alt: Some("The bridge".to_owned()),
            caption: Some("The bridge at dusk.".to_owned()),
            credit: Some("Jane Roe".to_owned()),
        });
        meta.aliases = vec!["/old/".to_owned()];
    });
    let port = draft("port.txt", "The port is closed", "Mayor Ann Lee closed the port with John Doe.");
    let port = port.sentence("Mayor Ann Lee closed the port with John Doe.").person("Ann Lee", "Mayor");
    let port = port.person("John Doe", "").topic("transport").tag("port").day(2024, 5, 9);
    let more = (0..8).map(|i| {
        let story = draft(&format!("match-{i}.txt"), &format!("Match {i}"), "Eve Fox met Max Orr.").topic("sport");
        story.person("Eve Fox", "").person("Max Orr", "")
    });
    [bridge, port].into_iter().chain(more).collect()
}
