//! The word lists: from the raw gazetteer files to flags by word hash, and the pools that names are drawn from.

use standfirst::text::tagger::gazetteer::*;
use standfirst::text::tagger::hash;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

#[derive(Default)]
pub(crate) struct Lists {
    pub(crate) flags: BTreeMap<String, Flags>,
    /// First and last names by locale or country.
    pub(crate) firsts: BTreeMap<String, Vec<String>>,
    pub(crate) lasts: BTreeMap<String, Vec<String>>,
    /// Whole names of real people: given names and surname.
    pub(crate) people: Vec<(String, String)>,
    pub(crate) places: Vec<String>,
}

fn rows(path: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let cut = if path.extension().is_some_and(|e| e == "csv") { ',' } else { '\t' };
    text.lines().map(|l| l.split(cut).map(str::to_owned).collect()).collect()
}

pub(crate) fn capitalise(name: &str) -> String {
    let mut up = true;
    let mut out = String::new();
    for c in name.chars() {
        if up {
            out.extend(c.to_uppercase())
        } else {
            out.extend(c.to_lowercase())
        }
        up = !c.is_alphanumeric() && c != '\'';
    }
    out
}

impl Lists {
    fn add(&mut self, word: &str, flag: Flags) {
        let word: String = word.chars().map(hash::fold).collect();
        if word.chars().count() > 1 {
            *self.flags.entry(word).or_default() |= flag;
        }
    }

    /// A name, and its parts if it has several.
    fn add_parts(&mut self, name: &str, flag: Flags) {
        for part in name.split_whitespace() {
            self.add(part, flag);
            if part.contains('-') {
                part.split('-').filter(|p| p.len() > 2).for_each(|p| self.add(p, flag));
            }
        }
    }

    fn add_place(&mut self, name: &str) {
        let name = name.trim().trim_end_matches('*').trim();
        let words: Vec<&str> = name.split_whitespace().collect();
        if words.is_empty() || words.len() > 4 || !name.starts_with(char::is_alphabetic) {
            return;
        }
        match words[..] {
            [one] => self.add(one, PLACE),
            _ => words.iter().filter(|w| w.len() > 2).for_each(|w| self.add(w, PLACE_PART)),
        }
        self.places.push(capitalise_place(name));
    }

    /// Reads everything under `dir`.
    pub(crate) fn read(dir: &Path) -> Lists {
        let mut l = Lists::default();
        l.american(dir);
        l.faker(&dir.join("faker-names"));
        l.by_country(&dir.join("names-by-country"));
        l.people(dir);
        l.countries(&dir.join("countries"));
        l.compromise(&dir.join("compromise-lexicon"));
        l.roles(dir);
        for day in "january february march april may june july august september october november december monday \
                    tuesday wednesday thursday friday saturday sunday jan feb aug sept oct nov dec"
            .split(' ')
        {
            l.add(day, DATE);
        }
        let set: BTreeSet<String> = std::mem::take(&mut l.places).into_iter().collect();
        l.places = set.into_iter().collect();
        l
    }

    fn american(&mut self, dir: &Path) {
        for r in rows(&dir.join("ssa-firstnames/ssa_names_1880_2024.tsv")).iter().skip(1) {
            let total: u32 = r[3].parse().unwrap_or(0);
            if total >= 1500 {
                self.add(&r[0], if total >= 20_000 { FIRST } else { FIRST_RARE });
            }
            if total >= 5000 {
                self.firsts.entry("US".into()).or_default().push(capitalise(&r[0]));
            }
        }
        for r in rows(&dir.join("census-surnames/census2010_surnames.tsv")).iter().skip(1) {
            let rank: u32 = r[1].parse().unwrap_or(u32::MAX);
            if rank <= 40_000 {
                self.add(&r[0], if rank <= 5000 { LAST } else { LAST_RARE });
            }
            if rank <= 20_000 {
                self.lasts.entry("US".into()).or_default().push(capitalise(&r[0]));
            }
        }
    }

    fn faker(&mut self, dir: &Path) {
        for (file, rare) in [("faker_first_names.tsv", FIRST_RARE), ("faker_last_names.tsv", LAST_RARE)] {
            for r in rows(&dir.join(file)) {
                let locales: Vec<&str> = r[1].split(',').collect();
                let common = if locales.len() >= 4 { rare >> 1 } else { rare };
                self.add_parts(&r[0], common);
                let pools = if rare == FIRST_RARE { &mut self.firsts } else { &mut self.lasts };
                for l in locales {
                    pools.entry(l.to_owned()).or_default().push(r[0].clone());
                }
            }
        }
    }

    fn by_country(&mut self, dir: &Path) {
        for (file, flag, column) in
            [("common-forenames-by-country.csv", FIRST, 11), ("common-surnames-by-country.csv", LAST, 5)]
        {
            for r in rows(&dir.join(file)).iter().skip(1).filter(|r| r.len() > column) {
                let name = r[column].trim();
                if name.chars().all(|c| c.is_alphabetic() || " -'’".contains(c)) && name.starts_with(char::is_uppercase)
                {
                    self.add_parts(name, flag);
                    let pools = if flag == FIRST { &mut self.firsts } else { &mut self.lasts };
                    pools.entry(r[0].clone()).or_default().push(name.to_owned());
                }
            }
        }
    }

    /// Real people: office holders of the Factbook, named people of WordNet.
    fn people(&mut self, dir: &Path) {
        let title = |w: &&str| {
            !matches!(
                *w,
                "Ambassador"
                    | "President"
                    | "Prime"
                    | "Minister"
                    | "King"
                    | "Queen"
                    | "General"
                    | "Consul"
                    | "Charge"
                    | "Principal"
                    | "Officer"
                    | "Deputy"
                    | "Chief"
                    | "Mission"
                    | "Prince"
                    | "Vice"
                    | "Governor"
            )
        };
        for r in rows(&dir.join("leaders-factbook/factbook_people_raw.tsv")).iter().skip(1) {
            let given: Vec<&str> = r[0].split_whitespace().filter(title).collect();
            let lower = given.iter().all(|w| w.chars().any(char::is_lowercase) || w.ends_with('.'));
            if !given.is_empty() && given.len() <= 3 && lower && r[1].len() > 2 {
                let surname = r[1]
                    .split(' ')
                    .map(|w| {
                        if w.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()) {
                            capitalise(w)
                        } else {
                            prefix_case(w)
                        }
                    })
                    .collect::<Vec<_>>()
                    .join(" ");
                given.iter().for_each(|g| self.add_parts(g, FIRST_RARE));
                self.add_parts(&surname, LAST_RARE);
                self.people.push((given.join(" "), surname));
            }
        }
        for r in rows(&dir.join("roles-wordnet/wordnet31_named_people.tsv")).iter().skip(1) {
            let names: Vec<&str> = r[0].split('|').collect();
            let last = names[0];
            let full = names.iter().find(|n| n.len() > last.len() && n.ends_with(last));
            if let (Some(full), false) = (full, last.contains(' ')) {
                let given = full[..full.len() - last.len()].trim();
                if given.split(' ').all(|g| g.starts_with(char::is_uppercase)) && !given.is_empty() {
                    self.people.push((given.to_owned(), last.to_owned()));
                }
                self.add(last, LAST_RARE);
            }
        }
    }

    fn countries(&mut self, dir: &Path) {
        for r in rows(&dir.join("factbook_countries.tsv")).iter().skip(1).filter(|r| r.len() > 13) {
            for name in [&r[2], &r[3], &r[5], &r[7]] {
                self.add_place(name);
            }
            for d in [&r[9], &r[10]] {
                for w in d.split([',', ';', ' ']).map(|w| w.trim_matches(['(', ')'])) {
                    if w.starts_with(char::is_uppercase) {
                        let singular = w.trim_end_matches("(s");
                        self.add(singular, DEMONYM);
                        self.add(&format!("{singular}s"), DEMONYM);
                    }
                }
            }
            self.add_place(r[11].split([';', '(', ',']).next().unwrap_or(""));
            let list = r[12].split_once(';').map_or(r[12].as_str(), |x| x.1);
            for name in list.split([',', ';']).take(120) {
                self.add_place(name.split(['(', '[', '/']).next().unwrap_or(""));
            }
        }
    }

    fn compromise(&mut self, dir: &Path) {
        let lists = [
            ("FirstName", FIRST),
            ("MaleName", FIRST),
            ("FemaleName", FIRST),
            ("LastName", LAST),
            ("Demonym", DEMONYM),
            ("Honorific", TITLE),
            ("Actor", ROLE),
            ("SportsTeam", ORG),
            ("Organization", ORG),
        ];
        for (file, flag) in lists {
            for r in rows(&dir.join(format!("{file}.txt"))) {
                self.add_parts(&r[0], flag);
            }
        }
        for file in ["Country", "City", "Region", "Place"] {
            for r in rows(&dir.join(format!("{file}.txt"))) {
                self.add_place(&r[0]);
            }
        }
    }

    fn roles(&mut self, dir: &Path) {
        for r in rows(&dir.join("roles-wordnet/wordnet31_person_nouns.tsv")).iter().skip(1) {
            let sense: u32 = r[2].parse().unwrap_or(9);
            if sense == 1 && r[0].chars().all(|c| c.is_lowercase() || c == '-') {
                self.add(&r[0], ROLE);
                self.add(&format!("{}s", r[0]), ROLE);
            }
        }
        for w in "mr mr. mrs mrs. ms ms. dr dr. sir lord lady dame prof prof. professor sen sen. rep rep. gov gov. gen gen. \
            general col col. colonel lt lt. lieutenant sgt sgt. sergeant capt capt. captain maj maj. major admiral adm. \
            marshal president minister premier chancellor king queen prince princess emperor sultan sheikh shaikh emir \
            pope bishop archbishop cardinal rev rev. reverend father imam ayatollah mullah maulana rabbi chief judge justice \
            senator congressman congresswoman representative secretary speaker governor mayor ambassador envoy commissioner \
            chairman chairwoman chairperson director president-elect commander inspector superintendent sergeant hon hon. \
            honourable vice-president spokesman spokeswoman spokesperson coach lawmaker mp datuk tan sri tun dato tengku \
            comrade brother sister chairman brig brig. brigadier detective officer constable dr. madam madame shri smt hajj haji alhaji"
            .split_whitespace()
        {
            self.add(w, TITLE);
        }
    }

    /// Marks the words that running text writes in lower case; rare ones are seen at least twice.
    pub(crate) fn add_lower(&mut self, counts: &BTreeMap<String, u32>) {
        for (word, &n) in counts {
            if n >= 2 {
                self.add(word, if n >= 8 { LOWER } else { LOWER_RARE });
            }
        }
    }

    /// Reads clusters of meaning: word and number.
    pub(crate) fn add_clusters(&mut self, path: &Path) {
        for r in rows(path) {
            *self.flags.entry(r[0].clone()).or_default() |= r[1].parse::<u32>().unwrap() << CLUSTER_SHIFT;
        }
    }

    /// Flags by hash, sorted, for the table.
    pub(crate) fn entries(&self) -> Vec<(u32, Flags)> {
        let mut out: BTreeMap<u32, Flags> = BTreeMap::new();
        for (w, f) in &self.flags {
            *out.entry(hash::lower(w)).or_default() |= *f;
        }
        out.into_iter().collect()
    }
}

/// Words of a place name with capitals, but for small words.
fn capitalise_place(name: &str) -> String {
    if name.chars().any(char::is_uppercase) {
        return name.to_owned();
    }
    let word = |w: &str| if matches!(w, "of" | "the" | "and" | "de") { w.to_owned() } else { capitalise(w) };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// "al-BURHAN" -> "al-Burhan".
fn prefix_case(w: &str) -> String {
    let at = w.rfind('-').map_or(0, |i| i + 1);
    format!("{}{}", &w[..at], capitalise(&w[at..]))
}
