//! The words that tell people and roles: person nouns, titles, given names, nations. Knows no document.

use rustc_hash::FxHashMap;

/// The word lists, ready for look-up. Built once and passed in; all keys are lower-case.
#[derive(Debug, Default)]
pub struct PeopleLexicon {
    roles: FxHashMap<&'static str, RoleClass>,
    titles: FxHashMap<&'static str, Title>,
    /// `None` for names that both sexes bear.
    given: FxHashMap<&'static str, Option<Sex>>,
    nations: FxHashMap<String, String>,
}

/// What kind of role a person noun heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RoleClass {
    /// An office or rank: "minister", "captain".
    Office,
    /// An occupation or membership: "economist", "member".
    Work,
    /// A relation by blood or marriage: "mother".
    Family,
    /// A relation that says nothing without the other person: "rival".
    Relation,
    /// A person, but no role: "victim".
    Plain,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sex {
    Female,
    Male,
}

/// A word before a name that does not belong to the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Title {
    /// A courtesy, no role: "Mr", "Sir".
    Courtesy(Option<Sex>),
    /// An abbreviated or borne office, which is a role too: "Sen.", "Pope".
    Office(Option<Sex>),
}

#[rustfmt::skip]
const TITLES: &[(&str, Title)] = {
    use {Sex::{Female, Male}, Title::{Courtesy, Office}};
    &[
        ("mr", Courtesy(Some(Male))), ("messrs", Courtesy(Some(Male))), ("mister", Courtesy(Some(Male))),
        ("mrs", Courtesy(Some(Female))), ("ms", Courtesy(Some(Female))), ("miss", Courtesy(Some(Female))),
        ("mme", Courtesy(Some(Female))), ("madame", Courtesy(Some(Female))), ("mlle", Courtesy(Some(Female))),
        ("madam", Courtesy(Some(Female))), ("monsieur", Courtesy(Some(Male))), ("herr", Courtesy(Some(Male))),
        ("frau", Courtesy(Some(Female))), ("señor", Courtesy(Some(Male))), ("señora", Courtesy(Some(Female))),
        ("sir", Courtesy(Some(Male))), ("dame", Courtesy(Some(Female))), ("lord", Courtesy(Some(Male))),
        ("lady", Courtesy(Some(Female))), ("dr", Courtesy(None)), ("drs", Courtesy(None)), ("hon", Courtesy(None)),
        ("honourable", Courtesy(None)), ("honorable", Courtesy(None)), ("shri", Courtesy(Some(Male))),
        ("smt", Courtesy(Some(Female))), ("alhaji", Courtesy(Some(Male))), ("hajj", Courtesy(None)),
        ("haji", Courtesy(Some(Male))), ("hajia", Courtesy(Some(Female))), ("datuk", Courtesy(None)),
        ("dato", Courtesy(Some(Male))), ("datin", Courtesy(Some(Female))), ("tun", Courtesy(None)),
        ("ustaz", Courtesy(Some(Male))), ("comrade", Courtesy(None)), ("cde", Courtesy(None)),
        ("monsignor", Courtesy(Some(Male))), ("monsenor", Courtesy(Some(Male))), ("msgr", Courtesy(Some(Male))),
        ("engr", Courtesy(None)),
        ("prof", Office(None)), ("rev", Office(None)), ("fr", Office(Some(Male))), ("gen", Office(None)),
        ("lt", Office(None)), ("col", Office(None)), ("maj", Office(None)), ("capt", Office(None)),
        ("cpt", Office(None)), ("sgt", Office(None)), ("cpl", Office(None)), ("cmdr", Office(None)),
        ("adm", Office(None)), ("brig", Office(None)), ("pvt", Office(None)), ("sen", Office(None)),
        ("sens", Office(None)), ("rep", Office(None)), ("reps", Office(None)), ("gov", Office(None)),
        ("govs", Office(None)), ("pres", Office(None)), ("atty", Office(None)), ("supt", Office(None)),
        ("det", Office(None)), ("insp", Office(None)), ("adv", Office(None)), ("pm", Office(None)),
        ("pope", Office(Some(Male))), ("king", Office(Some(Male))), ("queen", Office(Some(Female))),
        ("prince", Office(Some(Male))), ("princess", Office(Some(Female))), ("emperor", Office(Some(Male))),
        ("empress", Office(Some(Female))), ("sultan", Office(Some(Male))), ("emir", Office(Some(Male))),
        ("sheikh", Office(Some(Male))), ("sheik", Office(Some(Male))), ("sheikha", Office(Some(Female))),
        ("shaikh", Office(Some(Male))), ("ayatollah", Office(Some(Male))), ("mullah", Office(Some(Male))),
        ("maulana", Office(Some(Male))), ("duke", Office(Some(Male))), ("duchess", Office(Some(Female))),
        ("baroness", Office(Some(Female))), ("father", Office(Some(Male))), ("sister", Office(Some(Female))),
    ]
};

impl PeopleLexicon {
    /// The lists that are embedded in the binary.
    pub fn embedded() -> Self {
        let lines = |text: &'static str| text.lines().filter(|line| !line.starts_with('#'));
        let pairs = |text: &'static str| lines(text).filter_map(|line| line.split_once('\t'));
        Self {
            roles: pairs(include_str!("../../../models/roles.txt")).filter_map(role_entry).collect(),
            titles: TITLES.iter().copied().collect(),
            given: pairs(include_str!("../../../models/given-names.txt")).flat_map(given_entries).collect(),
            nations: pairs(include_str!("../../../models/nations.txt")).flat_map(nation_entries).collect(),
        }
    }

    /// The class of a person noun in the singular, however it is capitalised.
    pub(super) fn role(&self, word: &str) -> Option<RoleClass> {
        with_lower(word, |lower| self.role_lower(lower))
    }

    /// Whether a word in singular or plural is an office or a title, such as "president" or "Dr.".
    pub(crate) fn is_office(&self, word: &str) -> bool {
        self.role(word) == Some(RoleClass::Office)
            || self.plural_role(word).is_some_and(|(class, _)| class == RoleClass::Office)
            || self.title(word).is_some()
    }

    /// Whether a word in the singular says what somebody is: "senator", "wife", "victim".
    pub(crate) fn is_person_noun(&self, word: &str) -> bool {
        self.role(word).is_some()
    }

    fn role_lower(&self, lower: &str) -> Option<RoleClass> {
        if let Some(class) = self.roles.get(lower) {
            return Some(*class);
        }
        const AFFIXES: [&str; 4] = ["-elect", "-designate", "-emeritus", "-general"];
        if let Some(stem) = AFFIXES.iter().find_map(|affix| lower.strip_suffix(affix)) {
            return self.roles.get(stem).copied();
        }
        const SCIENCES: [&str; 7] =
            ["ologist", "ographer", "ochemist", "ophysicist", "ojournalist", "mechanicist", "ometrician"];
        if SCIENCES.iter().any(|ending| lower.len() > ending.len() + 1 && lower.ends_with(ending)) {
            return Some(RoleClass::Work);
        }
        let (_, last) = lower.rsplit_once('-')?;
        self.roles.get(last).copied()
    }

    /// The class of a person noun in the plural, and the length in bytes of its singular when that is a prefix of it.
    pub(super) fn plural_role(&self, word: &str) -> Option<(RoleClass, Option<usize>)> {
        with_lower(word, |lower| {
            if lower == "children" {
                return Some((RoleClass::Family, None));
            }
            if let Some(stem) = lower.strip_suffix("men") {
                return self.roles.get(format!("{stem}man").as_str()).map(|class| (*class, None));
            }
            let stem = lower.strip_suffix('s')?;
            if let Some(class) = self.roles.get(stem) {
                return Some((*class, Some(stem.len())));
            }
            let class = self.roles.get(stem.strip_suffix("es")?)?;
            Some((*class, None))
        })
    }

    pub(super) fn title(&self, word: &str) -> Option<Title> {
        with_lower(word.trim_end_matches('.'), |lower| self.titles.get(lower).copied())
    }

    /// The sex of those who bear a given name, when nearly all are of one.
    pub(super) fn sex(&self, given: &str) -> Option<Sex> {
        with_lower(given, |lower| self.given.get(lower).copied().flatten())
    }

    /// Whether it is a given name.
    pub(crate) fn is_given(&self, word: &str) -> bool {
        with_lower(word, |lower| self.given.get(lower).map(|_| ())).is_some()
    }

    /// Country or adjective of nationality -> the adjective, lower-case.
    pub(crate) fn nation(&self, phrase: &str) -> Option<&str> {
        with_lower(phrase, |lower| self.nations.get(lower).map(String::as_str))
    }
}

fn role_entry((word, class): (&'static str, &'static str)) -> Option<(&'static str, RoleClass)> {
    let class = match class {
        "o" => RoleClass::Office,
        "w" => RoleClass::Work,
        "f" => RoleClass::Family,
        "r" => RoleClass::Relation,
        "p" => RoleClass::Plain,
        _ => return None,
    };
    Some((word, class))
}

fn given_entries((sex, names): (&'static str, &'static str)) -> impl Iterator<Item = (&'static str, Option<Sex>)> {
    let sex = match sex {
        "f" => Some(Sex::Female),
        "m" => Some(Sex::Male),
        _ => None,
    };
    names.split(' ').map(move |name| (name, sex))
}

fn nation_entries((name, adjective): (&'static str, &'static str)) -> impl Iterator<Item = (String, String)> {
    let adjective = if adjective.is_empty() { name } else { adjective }.to_lowercase();
    [(name.to_lowercase(), adjective.clone()), (adjective.clone(), adjective)].into_iter()
}

/// Calls `f` with the word in lower case; ASCII words are taken as they are or, of usual length, lowered without an
/// allocation.
fn with_lower<T>(word: &str, f: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        return f(word);
    }
    let mut buffer = [0u8; 48];
    if word.is_ascii() && word.len() <= buffer.len() {
        let lower = &mut buffer[..word.len()];
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        return f(std::str::from_utf8(lower).ok()?);
    }
    f(&word.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn person_nouns_are_found_in_singular_and_plural() {
        let lexicon = PeopleLexicon::embedded();
        assert_eq!(lexicon.role("Minister"), Some(RoleClass::Office));
        assert_eq!(lexicon.role("President-elect"), Some(RoleClass::Office));
        assert_eq!(lexicon.role("ex-captain"), Some(RoleClass::Office));
        assert_eq!(lexicon.role("victim"), Some(RoleClass::Plain));
        assert_eq!(lexicon.role("table"), None);
        assert_eq!(lexicon.plural_role("Senators"), Some((RoleClass::Office, Some(7))));
        assert_eq!(lexicon.plural_role("tables"), None);
    }

    #[test]
    fn nations_and_their_adjectives_are_one() {
        let lexicon = PeopleLexicon::embedded();
        assert_eq!(lexicon.nation("France"), Some("french"));
        assert_eq!(lexicon.nation("French"), Some("french"));
        assert_eq!(lexicon.nation("Narnia"), None);
    }
}
