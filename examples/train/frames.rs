//! Which prepositions words go on with, counted in the trees of a teacher.

use standfirst::analysis::headline::weigh::{INFINITIVE, frame_key};
use standfirst::text::Pos;
use standfirst::text::tagger::gazetteer::Flags;
use standfirst::text::tagger::{Scratch, Tagger};
use std::collections::BTreeMap;

/// Uses of words, and of prepositions after them, in trees of a teacher.
pub(crate) fn count(files: &str, tagger: &Tagger) -> Vec<(u32, Flags)> {
    let mut counts = Counts::default();
    for file in files.split(',') {
        let text = std::fs::read_to_string(file).unwrap_or_else(|e| panic!("{file}: {e}"));
        let mut scratch = Scratch::default();
        text.split("\n\n").for_each(|block| counts.add(block, tagger, &mut scratch));
    }
    counts.entries()
}

#[derive(Default)]
struct Counts {
    /// By [`frame_key`] of the word alone: its uses, and whether it is a verb.
    heads: BTreeMap<u32, (u32, bool)>,
    /// By key of word and preposition: times, key of the word, preposition.
    pairs: BTreeMap<u32, (u32, u32, String)>,
    /// By class and preposition: times; and uses of a class.
    classes: BTreeMap<(bool, String), u32>,
    uses: [u32; 2],
}

impl Counts {
    fn add(&mut self, block: &str, tagger: &Tagger, scratch: &mut Scratch) {
        let rows: Vec<Vec<&str>> = block.lines().map(|line| line.split('\t').collect()).collect();
        if rows.iter().any(|row| row.len() != 3) {
            return;
        }
        let words: Vec<&str> = rows.iter().map(|row| row[0]).collect();
        tagger.tag(&words, scratch);
        let pos: Vec<Pos> = scratch.pos().iter().map(|&tag| Pos::from(tag)).collect();
        for i in (0..words.len()).filter(|&i| pos[i].is_verb() || pos[i].is_noun() || pos[i].is_adjective()) {
            let verb = pos[i].is_verb();
            self.uses[usize::from(verb)] += 1;
            self.heads.entry(frame_key(words[i], verb, "")).or_insert((0, verb)).0 += 1;
        }
        let head = |i: usize| rows[i][1].parse::<isize>().ok().and_then(|far| i.checked_add_signed(far));
        let infinitive = |i: usize| (0..i).any(|to| rows[to][2] == "aux" && words[to] == "to" && head(to) == Some(i));
        for (i, row) in rows.iter().enumerate() {
            let with = match row[2] {
                "prep" | "agent" => words[i].to_lowercase(),
                "acl" | "xcomp" | "relcl" if infinitive(i) => INFINITIVE.to_owned(),
                _ => continue,
            };
            let Some(head) = head(i) else { continue };
            if head < i && head < words.len() {
                let (verb, preposition) = (pos[head].is_verb(), with);
                let (key, word) = (frame_key(words[head], verb, &preposition), frame_key(words[head], verb, ""));
                *self.classes.entry((verb, preposition.clone())).or_default() += 1;
                self.pairs.entry(key).or_insert((0, word, preposition)).0 += 1;
            }
        }
    }

    /// The table of [`standfirst::model::Model::frames`], sorted.
    fn entries(&self) -> Vec<(u32, Flags)> {
        const LEAST: u32 = 12;
        const SHARES: [f64; 5] = [0.05, 0.1, 0.2, 0.3, 0.45];
        const LIFTS: [f64; 7] = [0.7, 1.5, 3.0, 6.0, 12.0, 25.0, 50.0];
        let steps = |steps: &[f64], value: f64| steps.iter().filter(|&&step| value >= step).count() as u32;
        let mut entries: BTreeMap<u32, Flags> =
            self.heads.iter().filter(|(_, head)| head.0 >= LEAST).map(|(&key, _)| (key, 1)).collect();
        for (&key, (times, word, preposition)) in self.pairs.iter().filter(|(_, pair)| pair.0 >= 2) {
            let (uses, verb) = self.heads.get(word).copied().unwrap_or_default();
            if uses < LEAST {
                continue;
            }
            let share = f64::from(*times) / f64::from(uses);
            let of_class = self.classes[&(verb, preposition.clone())];
            let usual = f64::from(of_class) / f64::from(self.uses[usize::from(verb)]);
            entries.insert(key, (2 + steps(&SHARES, share)) | (steps(&LIFTS, share / usual) << 3));
        }
        entries.into_iter().collect()
    }
}
