//! The cue words and phrases, and where they stand in an article.

use std::collections::HashMap;

use super::classify::BadLexicon;
use super::stem::{exact_key, phrase_key, stem_key};
use super::tree::{Node, Tree};

/// A lexicon weight 1..4 as mass: a word that decides is worth ten mere hints.
const MASS: [f32; 5] = [0.0, 0.4, 1.0, 2.0, 4.0];
/// Longest cue, words.
const LONGEST: usize = 4;
/// Bits of the quick refusal of words that no cue begins with.
const FILTER: usize = 1 << 17;

/// What a cue speaks for: each topic, and all that it belongs to, with its mass.
pub(super) type Votes = Vec<(Node, f32)>;

/// The compiled lexicon.
#[derive(Debug)]
pub struct Lexicon<'a> {
    /// Key of each beginning of a cue -> index of the cue it completes, if it completes one.
    entries: HashMap<u64, Option<u32>, std::hash::BuildHasherDefault<Ready>>,
    filter: Vec<u64>,
    cues: Vec<Votes>,
    /// As written, with the topic and mass of each line: for the topics' own vectors.
    pub sources: Vec<(&'a str, Node, f32)>,
}

/// A cue found in an article: which, and its first token and length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match {
    pub cue: u32,
    pub from: u32,
    pub len: u32,
}

/// The keys are hashes already.
#[derive(Debug, Default)]
pub(super) struct Ready(u64);

impl std::hash::Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |h, &b| h.rotate_left(8) ^ u64::from(b));
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

impl<'a> Lexicon<'a> {
    /// Reads `topic <TAB> weight 1..4 <TAB> cue, cue, ...` lines; the file itself says how cues are written.
    ///
    /// # Errors
    /// [`BadLexicon`] with the number of the line that is not of this form or names an unknown topic.
    pub fn parse(text: &'a str, tree: &Tree<'_>) -> Result<Self, BadLexicon> {
        let filter = vec![0; FILTER / 64];
        let mut lexicon = Self { entries: HashMap::default(), filter, cues: Vec::new(), sources: Vec::new() };
        for (number, line) in super::classify::lines(text) {
            lexicon.add_line(line, tree).ok_or(BadLexicon { file: "lexicon", line: number })?;
        }
        Ok(lexicon)
    }

    fn add_line(&mut self, line: &'a str, tree: &Tree<'_>) -> Option<()> {
        let mut fields = line.split('\t');
        let node = tree.find(fields.next()?.parse().ok()?)?;
        let mass = *MASS.get(fields.next()?.parse::<usize>().ok()?)?;
        for cue in fields.next()?.split(',').map(str::trim).filter(|cue| !cue.is_empty()) {
            self.sources.push((cue.trim_start_matches('='), node, mass));
            let index = self.enter(cue)?;
            vote(&mut self.cues[index as usize], tree, node, mass);
        }
        Some(())
    }

    /// Index of the cue, which is new or was written for another topic before.
    fn enter(&mut self, cue: &str) -> Option<u32> {
        let keys = cue_keys(cue);
        let (&last, beginnings) = keys.split_last()?;
        self.filter[filter_bit(keys[0]) / 64] |= 1 << (filter_bit(keys[0]) % 64);
        for &key in beginnings {
            self.entries.entry(key).or_insert(None);
        }
        let next = self.cues.len() as u32;
        let index = *self.entries.entry(last).or_insert(None).get_or_insert(next);
        if index == next {
            self.cues.push(Vec::new());
        }
        (keys.len() <= LONGEST).then_some(index)
    }

    /// What the cue speaks for.
    pub fn votes(&self, cue: u32) -> &[(Node, f32)] {
        &self.cues[cue as usize]
    }

    /// How many cues there are.
    pub fn len(&self) -> usize {
        self.cues.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.cues.is_empty()
    }

    /// Calls `found` for every cue in the words, in order; where cues overlap the longest at the first
    /// place counts, alone.
    pub(super) fn scan(&self, words: &[&str], mut found: impl FnMut(Match)) {
        let mut at = 0;
        while at < words.len() {
            let best = self.longest(words, at, stem_key).max(self.longest(words, at, exact_key));
            if let Some((len, cue)) = best {
                found(Match { cue, from: at as u32, len });
            }
            at += best.map_or(1, |(len, _)| len as usize);
        }
    }

    /// Length and index of the longest cue that begins at this word.
    fn longest(&self, words: &[&str], at: usize, key_of: fn(&str) -> u64) -> Option<(u32, u32)> {
        let mut key = key_of(words[at]);
        if self.filter[filter_bit(key) / 64] & (1 << (filter_bit(key) % 64)) == 0 {
            return None;
        }
        let (mut best, mut len) = (None, 1);
        while let Some(&cue) = self.entries.get(&key) {
            best = cue.map(|cue| (len, cue)).or(best);
            let Some(next) = words.get(at + len as usize) else { break };
            key = phrase_key(key, key_of(next));
            len += 1;
        }
        best
    }
}

fn filter_bit(key: u64) -> usize {
    (key >> 40) as usize % FILTER
}

/// The keys of a cue's beginnings, the whole cue last.
fn cue_keys(cue: &str) -> Vec<u64> {
    let (text, key_of): (&str, fn(&str) -> u64) = match cue.strip_prefix('=') {
        Some(text) => (text, exact_key),
        None => (cue, stem_key),
    };
    let mut keys: Vec<u64> = Vec::new();
    for word in pieces(text) {
        keys.push(keys.last().map_or_else(|| key_of(word), |&before| phrase_key(before, key_of(word))));
    }
    keys
}

/// The words of a cue, cut as an article's are: "Moody's" -> "Moody", "'s".
pub(super) fn pieces(cue: &str) -> impl Iterator<Item = &str> {
    cue.split_whitespace().flat_map(|word| {
        let cut = ["'s", "'"].iter().find_map(|end| word.strip_suffix(end).map(str::len)).unwrap_or(word.len());
        let (stem, clitic) = word.split_at(cut);
        [stem, clitic].into_iter().filter(|piece| !piece.is_empty())
    })
}

/// Adds a topic's mass to it and to all that it belongs to; a cue listed for two topics of one family
/// counts once, with its greater mass, for what both belong to.
fn vote(votes: &mut Votes, tree: &Tree<'_>, node: Node, mass: f32) {
    for n in tree.upwards(node) {
        match votes.iter_mut().find(|(known, _)| *known == n) {
            Some((_, known)) => *known = known.max(mass),
            None => votes.push((n, mass)),
        }
    }
}
