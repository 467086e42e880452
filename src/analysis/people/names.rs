//! One name: its parts, folded, and whether two names can be of one person. Knows no document.

use super::lexicon::{PeopleLexicon, Sex};

/// A name without titles, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// Folded parts in their order, without generational suffix and nickname.
    pub parts: Vec<String>,
    /// A nickname given in quotes, folded.
    pub nickname: Option<String>,
    /// Folded "jr", "sr", "iii" …
    pub suffix: Option<String>,
}

/// How well a name fits a fuller one; higher is better.
pub(super) type Fit = u8;

/// A surname alone, or a nickname that the article gives.
pub(super) const SURNAME: Fit = 6;

impl Name {
    /// Takes the words of a name apart.
    pub(super) fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut name = Self { parts: Vec::new(), nickname: None, suffix: None };
        let mut quoted = false;
        for word in words {
            let opens = word.starts_with(['"', '“', '‘', '\'', '(']) || word == "``";
            let closes = word.ends_with(['"', '”', '’', '\'', ')']) || word == "''";
            let part = fold(word);
            if !part.is_empty() {
                name.add(part, quoted || (opens && closes));
            }
            quoted = if opens && closes && part_free(word) { !quoted } else { (quoted || opens) && !closes };
        }
        name
    }

    fn add(&mut self, part: String, quoted: bool) {
        if quoted {
            self.nickname.get_or_insert(part);
        } else if is_suffix(&part) && !self.parts.is_empty() {
            self.suffix = Some(part);
        } else {
            self.parts.push(part);
        }
    }

    pub(super) fn last(&self) -> &str {
        self.parts.last().map_or("", String::as_str)
    }

    pub(super) fn first(&self) -> &str {
        self.parts.first().map_or("", String::as_str)
    }

    pub(super) fn is_full(&self) -> bool {
        self.parts.len() >= 2
    }

    /// The sex that the given name tells.
    pub(super) fn sex(&self, lexicon: &PeopleLexicon) -> Option<Sex> {
        let given = if self.is_full() { self.parts.iter().take(2) } else { self.parts.iter().take(1) };
        given.filter(|part| part.len() > 1).find_map(|part| lexicon.sex(part))
    }

    /// How well this name fits `fuller`, which has at least as many parts; `None` when they must be two people.
    pub(super) fn fit(&self, fuller: &Name) -> Option<Fit> {
        if let (Some(a), Some(b)) = (&self.suffix, &fuller.suffix)
            && a != b
        {
            return None;
        }
        match self.parts.len() {
            0 => None,
            1 => self.fit_one(fuller),
            _ => self.fit_many(fuller),
        }
    }

    fn fit_one(&self, fuller: &Name) -> Option<Fit> {
        let word = self.first();
        if fuller.parts.len() == 1 {
            return near(word, fuller.first(), 6).then_some(10);
        }
        if fuller.last() == word || without_article(fuller.last()) == without_article(word) {
            return Some(SURNAME);
        }
        if fuller.nickname.as_deref() == Some(word) {
            return Some(SURNAME);
        }
        if fuller.first() == word {
            return Some(5);
        }
        if word.len() >= 3 && fuller.parts.iter().any(|part| part == word) {
            return Some(3);
        }
        if word.len() >= 3 && fuller.parts.iter().any(|part| part.split('-').any(|piece| piece == word)) {
            return Some(3);
        }
        near(word, fuller.last(), 6).then_some(2)
    }

    fn fit_many(&self, fuller: &Name) -> Option<Fit> {
        if self.parts == fuller.parts {
            return Some(10);
        }
        if fuller.parts.len() > self.parts.len() && fuller.parts.windows(self.parts.len()).any(|w| w == self.parts) {
            return Some(8);
        }
        if near(self.last(), fuller.last(), 6) && self.given_fits(fuller) {
            return Some(9);
        }
        if self.parts.len() >= 3 && self.parts.len() == fuller.parts.len() && self.spelled_alike(fuller) {
            return Some(9);
        }
        let swapped = self.parts.len() == 2 && fuller.parts.len() == 2 && self.first() == fuller.last();
        (swapped && self.last() == fuller.first()).then_some(5)
    }

    /// Every part equal or one letter off: "Usama bin Ladin" and "Osama bin Laden".
    fn spelled_alike(&self, other: &Name) -> bool {
        self.parts.iter().zip(&other.parts).all(|(a, b)| near(a, b, 4))
    }

    fn given_fits(&self, fuller: &Name) -> bool {
        let by_nickname =
            fuller.nickname.as_deref() == Some(self.first()) || self.nickname.as_deref() == Some(fuller.first());
        (by_nickname || given_alike(self.first(), fuller.first())) && self.middle_fits(fuller)
    }

    /// Middle names must occur in the other, in full or as an initial.
    fn middle_fits(&self, fuller: &Name) -> bool {
        let middle = |name: &Name| name.parts[1..name.parts.len() - 1].to_vec();
        let theirs = middle(fuller);
        theirs.is_empty() || middle(self).iter().all(|mine| theirs.iter().any(|part| given_alike(mine, part)))
    }
}

/// Whether one given name is the other, its initial, a short form, or a misspelling.
fn given_alike(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let initials = short.len() <= 2 && long.starts_with(&short[..1]);
    initials || (short.len() >= 3 && long.starts_with(short)) || near(short, long, 5) || is_short_form(short, long)
}

/// Common short forms that are no prefix of the name.
fn is_short_form(a: &str, b: &str) -> bool {
    #[rustfmt::skip]
    const FORMS: &[(&str, &str)] = &[
        ("bill", "william"), ("bob", "robert"), ("dick", "richard"), ("jim", "james"), ("jack", "john"),
        ("mike", "michael"), ("ted", "edward"), ("ted", "theodore"), ("tony", "anthony"), ("joe", "joseph"),
        ("betty", "elizabeth"), ("liz", "elizabeth"), ("kate", "katherine"), ("kate", "catherine"),
        ("peggy", "margaret"), ("meg", "margaret"), ("hank", "henry"), ("harry", "henry"), ("chuck", "charles"),
        ("charlie", "charles"), ("billy", "william"), ("bobby", "robert"), ("jimmy", "james"), ("johnny", "john"),
        ("larry", "lawrence"), ("andy", "andrew"), ("drew", "andrew"), ("nancy", "anne"), ("dave", "david"),
        ("steve", "stephen"), ("steve", "steven"), ("rick", "richard"), ("rudy", "rudolph"), ("gerry", "gerald"),
        ("jerry", "gerald"), ("jerry", "jerrold"), ("jerry", "jerome"), ("becky", "rebecca"), ("mitch", "addison"),
        ("beto", "roberto"), ("pepe", "jose"), ("paco", "francisco"), ("sasha", "alexander"), ("will", "william"),
        ("vicky", "victoria"),
    ];
    FORMS.contains(&(a, b)) || FORMS.contains(&(b, a))
}

/// Equal, or one letter apart when both are at least `long` letters.
fn near(a: &str, b: &str, long: usize) -> bool {
    a == b || (a.len() >= long && b.len() >= long && a.len().abs_diff(b.len()) <= 1 && strsim::osa_distance(a, b) <= 1)
}

/// "al-bashir" -> "bashir".
fn without_article(part: &str) -> &str {
    ["al-", "el-", "as-", "an-", "ar-", "ash-"].iter().find_map(|a| part.strip_prefix(a)).unwrap_or(part)
}

fn is_suffix(part: &str) -> bool {
    matches!(part, "jr" | "sr" | "ii" | "iii" | "iv" | "vi" | "vii" | "viii" | "xiv" | "xvi")
}

fn part_free(word: &str) -> bool {
    !word.chars().any(char::is_alphanumeric)
}

/// Lower-case ASCII letters, digits and inner hyphens: "Štefl" -> "stefl", "O'Neill" -> "oneill", "W." -> "w".
pub(super) fn fold(word: &str) -> String {
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let ascii = if word.is_ascii() { None } else { Some(deunicode::deunicode(word)) };
    let letters = ascii.as_deref().unwrap_or(word).chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-');
    letters.map(|c| c.to_ascii_lowercase()).collect::<String>().trim_matches('-').to_owned()
}

/// Calls `f` with the [folded](fold) word; ASCII words of usual length are folded without an allocation.
pub(super) fn with_folded<T>(word: &str, f: impl FnOnce(&str) -> T) -> T {
    let bare = word.strip_suffix("'s").unwrap_or(word);
    if !bare.is_ascii() || bare.len() > 48 || bare.starts_with('-') || bare.ends_with('-') {
        return f(&fold(word));
    }
    let mut buffer = [0u8; 48];
    let mut length = 0;
    for byte in bare.bytes().filter(|b| b.is_ascii_alphanumeric() || *b == b'-') {
        buffer[length] = byte.to_ascii_lowercase();
        length += 1;
    }
    f(std::str::from_utf8(&buffer[..length]).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(short: &str, full: &str) -> Option<Fit> {
        Name::new(short.split(' ')).fit(&Name::new(full.split(' ')))
    }

    #[test]
    fn names_of_one_person_fit() {
        let pairs = [
            ("Rutte", "Mark Rutte"),
            ("Mark", "Mark Rutte"),
            ("George Bush", "George W. Bush"),
            ("J. Smith", "John Smith"),
            ("Bill Clinton", "William Clinton"),
            ("Erdogan", "Recep Tayyip Erdoğan"),
            ("López Obrador", "Andrés Manuel López Obrador"),
            ("Bashir", "Omar al-Bashir"),
            ("Pat", "Pasquale \" Pat \" Di Cicco"),
            ("Stan", "Stanislav “Stan” Roe"),
            ("Afeweki", "Isaias Afewerki"),
            ("Xi", "Xi Jinping"),
            ("Martin King", "Martin King Jr."),
        ];
        for (short, full) in pairs {
            assert!(fit(short, full).is_some(), "{short} should fit {full}");
        }
    }

    #[test]
    fn names_of_two_people_do_not_fit() {
        for (a, b) in [
            ("Jane Roe", "John Roe"),
            ("Ann Smith", "Ann Smythe"),
            ("George H. Bush", "George W. Bush"),
            ("Martin King Sr.", "Martin King Jr."),
            ("Lee", "Ann Leek"),
        ] {
            assert_eq!(fit(a, b), None, "{a} and {b}");
        }
    }

    #[test]
    fn a_surname_fits_better_than_a_first_name() {
        assert!(fit("Grant", "Ulysses Grant") > fit("Grant", "Grant Hill"));
    }
}
