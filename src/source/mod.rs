//! From files to [`Article`]s: finding and decoding them (I/O), then parsing (pure).

mod article;

pub use article::{Article, ArticleDate, Authored, Image, Meta, PersonNote, Removed, Title, TitleOrigin};
