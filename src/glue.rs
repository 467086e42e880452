//! glue
use crate::{analysis::*, config::*, diagnostic::*, digest::*, model::*, site::*, source::*, text::*};
#[derive(Debug)]
pub struct Theme;
impl Theme {
    pub fn builtin() -> Self {
        Theme
    }
    pub fn load(_: Option<&std::path::Path>) -> Result<Self, Vec<Diagnostic>> {
        Ok(Theme)
    }
}
pub fn parse(f: &RawFile, _: &SourceSettings) -> (Option<Article>, Vec<Diagnostic>) {
    let text = String::from_utf8_lossy(&f.bytes).into_owned();
    let _ = (f, text, Prose::default());
    (None, vec![])
}
pub fn analyse(_: &Article, _: &Settings, _: &Model) -> (Analysis, Vec<Diagnostic>) {
    Default::default()
}
pub fn render(d: &Digest, _: &Theme, _: &Settings) -> (Site, Vec<Diagnostic>) {
    let mut s = Site::default();
    s.add("index.html".into(), b"<meta name=\"generator\" content=\"standfirst\">".to_vec(), "the index".into())
        .unwrap();
    for x in &d.stories {
        s.add(format!("{}/index.html", x.slug), x.article.prose.text.clone().into_bytes(), x.article.path.clone())
            .unwrap();
    }
    (s, vec![])
}
