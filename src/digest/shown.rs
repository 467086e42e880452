//! Which names are shown, and as what, by the settings `ignore` and `aliases`.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::fold::fold_plural;

/// The settings `ignore` and `aliases`, ready for look-up; case, accents and plural make no difference.
#[derive(Debug)]
pub(crate) struct Shown<'a> {
    ignored: FxHashSet<String>,
    aliases: FxHashMap<String, &'a str>,
}

impl<'a> Shown<'a> {
    pub(crate) fn new(ignore: &[String], aliases: &'a BTreeMap<String, String>) -> Self {
        Self {
            ignored: ignore.iter().map(|name| fold_plural(name)).collect(),
            aliases: aliases.iter().map(|(from, to)| (fold_plural(from), to.as_str())).collect(),
        }
    }

    /// What to show for a name; `None` when it is to be ignored, under its own name or its alias.
    pub(crate) fn name<'n>(&self, name: &'n str) -> Option<&'n str>
    where
        'a: 'n,
    {
        if self.ignored.is_empty() && self.aliases.is_empty() {
            return Some(name);
        }
        let folded = fold_plural(name);
        let shown = self.aliases.get(&folded).copied().unwrap_or(name);
        let ignored = self.ignored.contains(&folded) || self.ignored.contains(&fold_plural(shown));
        (!ignored).then_some(shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_renames_and_an_ignored_name_is_gone_under_either_name() {
        let aliases = BTreeMap::from([("zelenskyy".to_owned(), "Volodymyr Zelensky".to_owned())]);
        let none = Shown::new(&[], &aliases);
        assert_eq!(none.name("Zelenskyy"), Some("Volodymyr Zelensky"));
        assert_eq!(none.name("Mark Rutte"), Some("Mark Rutte"));
        let ignore = ["volodymyr zelensky".to_owned()];
        assert_eq!(Shown::new(&ignore, &aliases).name("Zelenskyy"), None);
        assert_eq!(Shown::new(&ignore, &aliases).name("Volodymyr Zelensky"), None);
    }
}
