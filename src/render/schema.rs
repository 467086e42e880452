//! What templates are given, as `docs/templates.md` documents it: which variables each page has, and the fields of each
//! view.
//!
//! The document is the one place that says it; tests hold it to the views themselves, both ways.

use std::collections::BTreeMap;

/// The document.
const DOCUMENT: &str = include_str!("../../docs/templates.md");

/// What every page has.
const EVERYWHERE: [(&str, &str); 3] = [("site", "`SiteView`"), ("page", "`PageView`"), ("root", "text")];

/// What views with entries of any kind call that kind.
const KIND: &str = "T";

/// What a value can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Type {
    /// Not known, or free for users to fill: anything goes.
    Any,
    /// Text, a number, true or false: without fields.
    Plain,
    List(Box<Type>),
    /// A view by its name; one with entries of any kind has the kind, too.
    View(String, Option<Box<Type>>),
}

#[derive(Debug, Default)]
pub(super) struct Schema {
    /// By template: what its page is given.
    pub(super) pages: BTreeMap<String, BTreeMap<String, Type>>,
    /// By view: its fields.
    pub(super) views: BTreeMap<String, BTreeMap<String, Type>>,
}

impl Schema {
    /// As the document has it.
    pub(super) fn documented() -> Self {
        Self::read(DOCUMENT)
    }

    /// Reads the tables whose rows begin with a name in back-ticks: those under `## Pages` list variables in their last
    /// column, those under the name of a view its fields with their types.
    fn read(document: &str) -> Self {
        let mut schema = Self::default();
        let mut section = "";
        let mut view = None;
        for line in document.lines() {
            if let Some(title) = line.strip_prefix("## ") {
                (section, view) = (title, None);
            } else if let Some(title) = line.strip_prefix("### ") {
                view = title.ends_with("View").then(|| title.to_owned());
            } else if let Some((name, columns)) = row(line) {
                match &view {
                    Some(view) => {
                        let field = (name.to_owned(), Type::read(columns.first().copied().unwrap_or_default()));
                        schema.views.entry(view.clone()).or_default().extend([field]);
                    }
                    None if section == "Pages" => {
                        schema.pages.insert(name.to_owned(), variables(columns.last().copied().unwrap_or_default()));
                    }
                    None => {}
                }
            }
        }
        schema
    }

    /// The fields of a value; `None` when they cannot be told.
    pub(super) fn fields(&self, of: &Type) -> Option<&BTreeMap<String, Type>> {
        match of {
            Type::View(name, _) => self.views.get(name),
            _ => None,
        }
    }

    /// A field of a value; `None` when it has none of that name or it cannot be told.
    pub(super) fn field(&self, of: &Type, name: &str) -> Option<Type> {
        let Type::View(_, kind) = of else { return None };
        let field = self.fields(of)?.get(name)?.clone();
        Some(match kind {
            Some(kind) => field.with(kind),
            None => field,
        })
    }

    /// The names of everything that any page is given, each once.
    pub(super) fn variable_names(&self) -> Vec<&str> {
        let mut names: Vec<&str> =
            self.pages.values().flat_map(|variables| variables.keys().map(String::as_str)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

impl Type {
    /// `text`, ``list of `CardView` or null`` and the like.
    fn read(text: &str) -> Self {
        let text = text.trim().trim_end_matches(" or null");
        if let Some(item) = text.strip_prefix("list of ") {
            return Self::List(Box::new(Self::read(item)));
        }
        match text {
            "text" | "number" | "true or false" => Self::Plain,
            _ => match text.strip_prefix('`').and_then(|text| text.split_once('`')) {
                Some((name, "")) => Self::View(name.to_owned(), None),
                Some((name, rest)) => {
                    let kind = rest.strip_prefix(" of ").map(|kind| Box::new(Self::read(kind)));
                    Self::View(name.to_owned(), kind)
                }
                None => Self::Any,
            },
        }
    }

    /// With a kind in place of the name [`KIND`].
    fn with(self, kind: &Self) -> Self {
        match self {
            Self::View(name, None) if name == KIND => kind.clone(),
            Self::List(item) => Self::List(Box::new(item.with(kind))),
            other => other,
        }
    }
}

/// The name and the other columns of a row of a table that begins with a name.
fn row(line: &str) -> Option<(&str, Vec<&str>)> {
    let cells: Vec<&str> = line.strip_prefix("| `")?.trim_end().strip_suffix('|')?.split('|').map(str::trim).collect();
    let (name, rest) = cells.split_first()?;
    Some((name.strip_suffix('`')?, rest.to_vec()))
}

/// ``list of `CardView` `stories`; `PagerView` `pager` ``: types and names.
fn variables(text: &str) -> BTreeMap<String, Type> {
    let everywhere = EVERYWHERE.map(|(name, of)| (name.to_owned(), Type::read(of)));
    let own = text.split("; ").filter_map(|entry| {
        let (name, of) = entry.trim().split_once(": ")?;
        Some((name.trim_matches('`').to_owned(), Type::read(of)))
    });
    everywhere.into_iter().chain(own).collect()
}

#[cfg(test)]
mod tests;
