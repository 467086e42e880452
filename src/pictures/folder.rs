//! Which pictures lie beside the articles, and which of them an author means.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use percent_encoding::percent_decode_str;

use crate::diagnostic::{Diagnostic, nearest, plainly};

/// Most bytes that a picture may have.
const MAX_BYTES: u64 = 60_000_000;

/// Extensions of files that are pictures.
pub(crate) const EXTENSIONS: [&str; 7] = ["jpg", "jpeg", "png", "webp", "gif", "avif", "svg"];

/// The pictures below the folder of the articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// By their paths below it, with `/` between the parts.
    pub files: BTreeMap<String, Found>,
    /// The folder as people name it.
    pub shown_as: String,
    /// Where what was made is kept; nothing is kept when there is none.
    pub cache: Option<PathBuf>,
}

/// A picture that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub path: PathBuf,
    /// The file as people name it.
    pub shown: String,
    /// Whether it is reached over a link that leads out of the folder.
    pub is_outside: bool,
}

/// What an author's address of a picture means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// It is on another host, or in the address itself.
    Elsewhere,
    /// A path below the folder of the articles.
    Key(String),
    /// A path that leads out of that folder.
    Outside,
}

impl Folder {
    /// The picture that the article `key` names by `url`; `None` when it is on another host.
    ///
    /// # Errors
    /// When it lies outside the folder, is of another kind, or is not there.
    pub(super) fn find(&self, key: &str, url: &str) -> Result<Option<(&str, &Found)>, Diagnostic> {
        let outside = || {
            Diagnostic::error(format!("the picture `{url}` lies outside the folder of the articles"))
                .hint(format!("copy it into `{}`", self.shown_as))
        };
        let wanted = match reference(key, url) {
            Reference::Elsewhere => return Ok(None),
            Reference::Outside => return Err(outside()),
            Reference::Key(wanted) => wanted,
        };
        match self.files.get_key_value(&wanted) {
            Some((_, found)) if found.is_outside => Err(outside()),
            Some((key, found)) => Ok(Some((key, found))),
            None if !is_picture(&wanted) => {
                Err(Diagnostic::error(format!("`{url}` is not a kind of picture that can be published"))
                    .hint("use JPEG, PNG, WebP, GIF, AVIF or SVG"))
            }
            None => Err(self.missing(&wanted, url)),
        }
    }

    fn missing(&self, wanted: &str, url: &str) -> Diagnostic {
        let hint = match nearest(wanted, self.files.keys().map(String::as_str)) {
            Some(near) => format!("did you mean `{}/{near}`?", self.shown_as),
            None => format!("put it at `{}/{wanted}`, or correct the path", self.shown_as),
        };
        Diagnostic::error(format!("the picture `{url}` is not there")).hint(hint)
    }
}

/// Whether a path has the extension of a picture.
pub(crate) fn is_picture(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known))
}

/// What `url` means in the article `key`: relative to its file, or, with a `/` before it, to the folder of the articles.
pub(super) fn reference(key: &str, url: &str) -> Reference {
    let first = url.split(['/', '?', '#']).next().unwrap_or(url);
    if url.starts_with("//") || first.contains(':') {
        return Reference::Elsewhere;
    }
    let path = url.split(['?', '#']).next().unwrap_or(url);
    let path = percent_decode_str(path).decode_utf8_lossy();
    let mut parts: Vec<&str> = match path.starts_with('/') {
        true => Vec::new(),
        false => key.split('/').rev().skip(1).collect::<Vec<_>>().into_iter().rev().collect(),
    };
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.pop().is_none() => return Reference::Outside,
            ".." => {}
            part => parts.push(part),
        }
    }
    Reference::Key(parts.join("/"))
}

/// The bytes of a picture, or why there are none.
pub(super) fn read(found: &Found) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let file = File::open(&found.path).map_err(|error| plainly(&error))?;
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|error| plainly(&error))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(format!("it has more than {} MB", MAX_BYTES / 1_000_000));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_path_beside_the_article_and_never_above_the_folder() {
        let key = |text: &str| Reference::Key(text.to_owned());
        assert_eq!(reference("2024/a.md", "b.jpg"), key("2024/b.jpg"));
        assert_eq!(reference("a.md", "./my%20photo.jpg?x#y"), key("my photo.jpg"));
        assert_eq!(reference("2024/a.md", "../b.jpg"), key("b.jpg"));
        assert_eq!(reference("2024/a.md", "/b.jpg"), key("b.jpg"));
        for outside in ["../b.jpg", "../../etc/passwd", "x/../../b.jpg", "/../b.jpg", "%2e%2e/b.jpg"] {
            assert_eq!(reference("a.md", outside), Reference::Outside, "{outside}");
        }
        for elsewhere in ["https://host/b.jpg", "//host/b.jpg", "data:image/png;base64,AA"] {
            assert_eq!(reference("a.md", elsewhere), Reference::Elsewhere, "{elsewhere}");
        }
    }
}
