//! Who is who within one article: every mention goes to one person, every person has one entry.

use super::lexicon::{PeopleLexicon, Sex};
use super::mentions::Named;
use super::names::{Name, SURNAME};
use super::words::Words;
use crate::text::Document;

/// One person and where they are named.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The fullest name, taken apart.
    pub full: Name,
    /// The fullest name, as the article writes it.
    pub shown: String,
    pub sex: Option<Sex>,
    /// Introduced as somebody's relative.
    pub kin: bool,
    /// The mention that named the person first.
    pub first: usize,
    /// Indices into the mentions, in order.
    pub mentions: Vec<usize>,
}

/// Joins the mentions to people, in the order in which the people are first named.
pub(super) fn join(doc: &Document, lexicon: &PeopleLexicon, named: &[Named]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut owner: Vec<Option<usize>> = vec![None; named.len()];
    for index in fullest_first(named) {
        let fit = best_full_fit(&entries, &named[index], lexicon);
        owner[index] = Some(fit.unwrap_or_else(|| new_entry(&mut entries, &named[index], lexicon)));
    }
    for (index, entry) in owner.iter().enumerate().rev() {
        if let Some(entry) = entry {
            entries[*entry].first = index;
            entries[*entry].kin = named[index].kin;
        }
    }
    resolve_single_names(&mut entries, &mut owner, named, lexicon);
    for (index, entry) in owner.iter().enumerate() {
        if let Some(entry) = entry {
            entries[*entry].mentions.push(index);
        }
    }
    for entry in &mut entries {
        entry.shown = shown_name(doc, named, entry);
    }
    entries.retain(|entry| !entry.mentions.is_empty());
    entries.sort_by_key(|entry| entry.mentions[0]);
    entries
}

/// Names of two parts and more, those with most parts first, otherwise in order.
fn fullest_first(named: &[Named]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..named.len()).filter(|&i| named[i].name.is_full()).collect();
    order.sort_by_key(|&i| std::cmp::Reverse(named[i].name.parts.len()));
    order
}

fn new_entry(entries: &mut Vec<Entry>, named: &Named, lexicon: &PeopleLexicon) -> usize {
    let sex = named.sex.or_else(|| named.name.sex(lexicon));
    entries.push(Entry {
        full: named.name.clone(),
        shown: String::new(),
        sex,
        kin: named.kin,
        first: 0,
        mentions: Vec::new(),
    });
    entries.len() - 1
}

/// With more people than this, as in a list of names, misspelled names are not joined: it would cost too much.
const CROWD: usize = 300;

fn best_full_fit(entries: &[Entry], named: &Named, lexicon: &PeopleLexicon) -> Option<usize> {
    let sex = named.sex.or_else(|| named.name.sex(lexicon));
    let crowd = entries.len() > CROWD;
    let fits = entries.iter().enumerate().filter_map(|(index, entry)| {
        if crowd && entry.full.last() != named.name.last() {
            return None;
        }
        let fit = named.name.fit(&entry.full)?;
        // "her mother, Ann Jane Roe" is not the Ann Roe of whom the article tells.
        let other = named.kin != entry.kin && named.name.parts.len() != entry.full.parts.len();
        (fit == 10 || (sexes_agree(sex, entry.sex) && !other)).then_some((fit, std::cmp::Reverse(index)))
    });
    fits.max().map(|(_, std::cmp::Reverse(index))| index)
}

fn sexes_agree(a: Option<Sex>, b: Option<Sex>) -> bool {
    a.is_none() || b.is_none() || a == b
}

/// Gives every single name to the person it fits best.
///
/// Of several people with one surname it is the one to whom the surname alone was given before, as newspapers keep to
/// it once it is settled, unless another has just been named in full; else the one introduced first. Relatives of
/// somebody ("her son") come last.
fn resolve_single_names(
    entries: &mut Vec<Entry>,
    owner: &mut [Option<usize>],
    named: &[Named],
    lexicon: &PeopleLexicon,
) {
    let mut trails: Vec<Trail> = vec![Trail::default(); entries.len()];
    for index in 0..named.len() {
        let sentence = named[index].sentence;
        if let Some(entry) = owner[index] {
            trails[entry].full = Some((sentence, index));
            continue;
        }
        let fits = single_fits(entries, &named[index]);
        let best = fits.max_by_key(|&(entry, fit)| {
            (
                fit,
                trails[entry].claim(sentence, entries[entry].kin),
                std::cmp::Reverse(entries[entry].first),
                std::cmp::Reverse(entry),
            )
        });
        let entry = best.map_or_else(|| new_entry(entries, &named[index], lexicon), |(entry, _)| entry);
        trails.resize(entries.len(), Trail::default());
        trails[entry].short += 1;
        trails[entry].last_short = index + 1;
        owner[index] = Some(entry);
    }
}

/// Where a person was named so far.
#[derive(Clone, Copy, Debug, Default)]
struct Trail {
    /// Sentence and mention in which the full name stood last.
    full: Option<(u32, usize)>,
    /// How often the short name was theirs, and the last such mention (+ 1).
    short: usize,
    last_short: usize,
}

impl Trail {
    /// How strong the claim to a short name in `sentence` is; compare within one surname.
    fn claim(&self, sentence: u32, kin: bool) -> (bool, usize, bool) {
        let just_named = self.full.is_some_and(|(at, _)| at <= sentence && sentence - at <= 1) && !kin;
        let last = if just_named { self.full.map_or(0, |(_, mention)| mention + 1) } else { 0 };
        (self.short >= 3, last.max(self.last_short), !kin)
    }
}

/// The entries that a single name can belong to. A surname counts the same whether it is alone or a nickname.
fn single_fits<'e>(entries: &'e [Entry], named: &'e Named) -> impl Iterator<Item = (usize, u8)> + 'e {
    entries.iter().enumerate().filter_map(|(index, entry)| {
        let fit = named.name.fit(&entry.full)?;
        let fit =
            if fit == 10 && named.sex.is_some() && !sexes_agree(named.sex, entry.sex) { return None } else { fit };
        (fit > SURNAME || sexes_agree(named.sex, entry.sex)).then_some((index, fit))
    })
}

/// The fullest way in which the article writes the name; among equals the most frequent, then the first.
fn shown_name(doc: &Document, named: &[Named], entry: &Entry) -> String {
    let words = Words { doc };
    let rank = |index: usize| {
        let Named { name, tokens, .. } = &named[index];
        let spelled = name.parts.iter().filter(|part| part.len() > 1).count();
        let extra = name.parts.len() + name.suffix.iter().len() + name.nickname.iter().len();
        let shouted = tokens.clone().all(|t| words.all_caps(t));
        let times = entry.mentions.iter().filter(|&&i| named[i].name == *name).count();
        (spelled, extra, !shouted, times, std::cmp::Reverse(index))
    };
    let best = entry.mentions.iter().copied().max_by_key(|&index| rank(index));
    let shown = best.map_or("", |index| doc.slice(words.span(&named[index].tokens)));
    if entry.full.is_full() && !shown.chars().any(char::is_lowercase) { quiet(shown) } else { shown.to_owned() }
}

/// "JANE ROE" -> "Jane Roe"; short words such as initials stay.
fn quiet(name: &str) -> String {
    let word = |word: &str| {
        if word.chars().count() < 3 {
            return word.to_owned();
        }
        let mut inner = false;
        let small = |c: char| {
            let out: String = if inner { c.to_lowercase().collect() } else { c.to_string() };
            inner = c.is_alphabetic();
            out
        };
        word.chars().map(small).collect()
    };
    name.split(' ').map(word).collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shouted_names_are_shown_quietly() {
        assert_eq!(quiet("JANE ROE-SMITH"), "Jane Roe-Smith");
        assert_eq!(quiet("JK ROE"), "JK Roe");
    }
}
