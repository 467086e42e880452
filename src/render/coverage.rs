//! From what the digest found on a story to the lists of other stories on its page.

use super::article::language_of;
use super::dates::{self, DateStyle};
use super::urls;
use super::views::{LinkView, RelatedView};
use crate::digest::{Digest, Link, Shared, StoryId};

/// The other stories, for the page of the story `from`; `story_urls` are by story.
pub(super) fn views<'a>(
    links: &[Link],
    from: StoryId,
    digest: &'a Digest,
    story_urls: &'a [String],
    style: DateStyle<'_>,
) -> Vec<RelatedView<'a>> {
    let own = language_of(&digest.stories[from as usize]);
    let view = |link: &Link| {
        let story = &digest.stories[link.story as usize];
        let meta = &story.article.meta;
        RelatedView {
            title: &story.analysis.headline.text,
            url: &story_urls[link.story as usize],
            date: meta.date.as_ref().map(|date| dates::view(date, style)),
            source: meta.source.as_deref().and_then(urls::host),
            language: language_of(story).filter(|other| Some(*other) != own),
            shared: link.shared.iter().map(|shared| shared_link(*shared, digest)).collect(),
            same_text: link.same_text,
        }
    };
    links.iter().map(view).collect()
}

/// Links to the stories that have nearly the same text as `of`, which the index names with it: by their headlines, or
/// by where they come from when those are the same.
pub(super) fn copies<'a>(of: StoryId, digest: &'a Digest, story_urls: &[String]) -> Vec<LinkView<'a>> {
    let title = &digest.stories[of as usize].analysis.headline.text;
    let link = |id: &StoryId| {
        let story = &digest.stories[*id as usize];
        let own = &*story.analysis.headline.text;
        let host = story.article.meta.source.as_deref().and_then(urls::host).filter(|_| own == title);
        LinkView { label: host.unwrap_or(own), url: story_urls[*id as usize].clone(), date: None }
    };
    digest.coverage[of as usize].copies.iter().map(link).collect()
}

fn shared_link(shared: Shared, digest: &Digest) -> LinkView<'_> {
    let (label, url) = match shared {
        Shared::Person(id) => {
            let person = &digest.people[id as usize];
            (&person.name, format!("people/{}/", person.slug))
        }
        Shared::Tag(id) => {
            let tag = &digest.tags[id as usize];
            (&tag.label, format!("tags/{}/", tag.slug))
        }
    };
    LinkView { label, url, date: None }
}
