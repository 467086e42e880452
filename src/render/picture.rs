//! Pictures on pages: which file browsers that know no better show, and which others they may choose.

use std::borrow::Cow;

use super::urls;
use super::views::{CardImageView, ImageView};
use crate::pictures::{Picture, PictureFile, Pictures};
use crate::source::{Article, Image, Shown};

/// How wide a picture is in the column of the article: the style sheet's measure, or the screen within its margins.
const SIZES: &str = "(min-width: 43rem) 38rem, calc(100vw - 2.5rem)";

/// The file for those who cannot choose is the widest up to this width in pixels.
const USUAL_WIDTH: u32 = 960;

/// The picture that stands before an article, on its page at `page`.
pub(super) fn lead<'a>(
    article: &'a Article,
    image: &'a Image,
    pictures: &Pictures,
    page: &str,
    base_url: &str,
) -> ImageView<'a> {
    let root = &urls::root(&urls::page_path(page));
    let picture = pictures.get(article, &image.src);
    let url = picture.and_then(|picture| picture.files.last()).map(|file| file.path.clone());
    ImageView {
        src: picture.map_or_else(|| urls::from_author(&image.src, root), |picture| src(picture, root).into()),
        alt: image.alt.as_deref().unwrap_or_default(),
        caption: image.caption.as_deref(),
        credit: image.credit.as_deref(),
        width: picture.and_then(|picture| picture.size).map(|(width, _)| width),
        height: picture.and_then(|picture| picture.size).map(|(_, height)| height),
        srcset: picture.and_then(|picture| srcset(picture, root)),
        sizes: SIZES,
        permalink: permalink(article, page, pictures, base_url),
        url,
    }
}

/// The absolute URL of the picture that stands before the article on `page`, if there is one and it has such a URL.
pub(super) fn permalink(article: &Article, page: &str, pictures: &Pictures, base_url: &str) -> Option<String> {
    let src = article.meta.image.as_ref()?.src.as_str();
    if let Some(file) = pictures.get(article, src).and_then(|picture| picture.files.last()) {
        return urls::permalink(base_url, &file.path);
    }
    let is_absolute = src.starts_with("https://") || src.starts_with("http://");
    (is_absolute || !base_url.is_empty()).then(|| urls::absolute(base_url, page, src))
}

/// The picture of an article in a list.
pub(super) fn in_card<'a>(article: &'a Article, pictures: &'a Pictures) -> Option<CardImageView<'a>> {
    let image = article.meta.image.as_ref()?;
    let picture = pictures.get(article, &image.src)?;
    let file = picture.files.first()?;
    let scaled = |(width, height): (u32, u32)| u64::from(height) * u64::from(file.width) / u64::from(width.max(1));
    Some(CardImageView {
        url: &file.path,
        alt: image.alt.as_deref().unwrap_or_default(),
        width: picture.size.map(|_| file.width),
        height: picture.size.map(|size| u32::try_from(scaled(size)).unwrap_or(u32::MAX).max(1)),
    })
}

/// A picture in the text of an article, on its page with `root`.
pub(super) fn in_text(picture: &Picture, root: &str) -> Shown {
    let mut attributes = Vec::with_capacity(6);
    if let Some((width, height)) = picture.size {
        attributes.push(("width", width.to_string()));
        attributes.push(("height", height.to_string()));
    }
    if let Some(srcset) = srcset(picture, root) {
        attributes.push(("srcset", srcset));
        attributes.push(("sizes", SIZES.to_owned()));
    }
    attributes.push(("loading", "lazy".to_owned()));
    attributes.push(("decoding", "async".to_owned()));
    Shown { src: src(picture, root), attributes }
}

/// A picture in the text of an article, in a feed: one file under its absolute URL.
pub(super) fn in_feed(picture: &Picture, base_url: &str) -> Shown {
    let size = picture.size.map(|(width, height)| [("width", width.to_string()), ("height", height.to_string())]);
    Shown { src: src(picture, base_url), attributes: size.into_iter().flatten().collect() }
}

/// The address of a link in the text of an article; a picture is linked in full.
pub(super) fn linked<'a>(article: &Article, url: &'a str, pictures: &Pictures, root: &str) -> Cow<'a, str> {
    match pictures.get(article, url).and_then(|picture| picture.files.last()) {
        Some(file) => format!("{root}{}", file.path).into(),
        None => urls::from_author(url, root),
    }
}

fn src(picture: &Picture, root: &str) -> String {
    let usual = picture.files.iter().rev().find(|file| file.width <= USUAL_WIDTH);
    let path = usual.or(picture.files.first()).map_or("", |file| file.path.as_str());
    format!("{root}{path}")
}

/// All files with their widths; `None` where there is nothing to choose.
fn srcset(picture: &Picture, root: &str) -> Option<String> {
    let entry = |file: &PictureFile| format!("{root}{} {}w", file.path, file.width);
    let entries: Vec<_> = picture.files.iter().map(entry).collect();
    (entries.len() > 1).then(|| entries.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(widths: &[u32]) -> Picture {
        let files =
            widths.iter().map(|&width| PictureFile { path: format!("pictures/a-{width}.jpg"), width }).collect();
        Picture { size: widths.last().map(|width| (*width, width / 2)), files }
    }

    #[test]
    fn browsers_that_cannot_choose_get_the_usual_width() {
        assert_eq!(src(&picture(&[480, 960, 1600]), "../"), "../pictures/a-960.jpg");
        assert_eq!(src(&picture(&[480, 1200]), ""), "pictures/a-480.jpg");
        assert_eq!(src(&picture(&[1200]), ""), "pictures/a-1200.jpg");
    }

    #[test]
    fn there_is_a_choice_only_where_there_are_several_files() {
        assert_eq!(srcset(&picture(&[300]), ""), None);
        assert_eq!(
            srcset(&picture(&[480, 800]), "../").as_deref(),
            Some("../pictures/a-480.jpg 480w, ../pictures/a-800.jpg 800w")
        );
    }
}
