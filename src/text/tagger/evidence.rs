//! The second stage: a document's own evidence. After all sentences are labelled once, each word knows how its other
//! occurrences in the document were labelled; those votes are features of a small second field whose weights are
//! added to the first field's scores (two-stage labelling after Krishnan and Manning 2006).

use super::hash::feature;
use super::labels::{Kind, Label, Tag, spans};
use super::ner::{self, NerModel, PAD, SCALE, Scores};
use super::{Scratch, Tagger, decode_flat};

/// Vote features of one token.
pub const FEATURES: usize = 16;

/// One token as the second stage needs it.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    lower: u32,
    class: u8,
    place: u8,
    /// Sentence case, and whether the token is first.
    setting: u8,
    capital: bool,
    scored: bool,
}

/// How the occurrences of a word (or of two words in a row) were labelled.
#[derive(Clone, Copy, Debug, Default)]
struct Votes {
    /// By [`Kind`], then outside.
    counts: [u16; 4],
    /// Last and first word of person names of several words; part of an organisation or place of several words.
    last: u16,
    first: u16,
    part: u16,
}

impl Votes {
    /// Adds a vote (or takes it back, with a negative weight).
    fn add(&mut self, slot: usize, role: Role, weight: i16) {
        let change = |n: &mut u16| *n = n.wrapping_add_signed(weight);
        change(&mut self.counts[slot]);
        match role {
            Role::Alone => {}
            Role::First => change(&mut self.first),
            Role::Last => change(&mut self.last),
            Role::Part => change(&mut self.part),
        }
    }

    /// Who leads, how clearly, on how many votes; zero without votes.
    fn code(&self) -> u32 {
        let total: u32 = self.counts.iter().map(|&n| u32::from(n)).sum();
        if total == 0 {
            return 0;
        }
        let lead = (0..4).fold(0, |b, i| if self.counts[i] > self.counts[b] { i } else { b });
        let n = u32::from(self.counts[lead]);
        let clear = if n * 10 >= total * 9 { 2 } else { u32::from(n * 10 >= total * 6) };
        let many = match n {
            0..3 => 0,
            3..9 => 1,
            _ => 2,
        };
        1 + lead as u32 * 9 + clear * 3 + many
    }

    fn roles(&self) -> u32 {
        let some = |n: u16| u32::from(n > 0) + u32::from(n > 4);
        some(self.last) * 6 + some(self.first) * 2 + u32::from(self.part > 0)
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Role {
    #[default]
    Alone,
    First,
    Last,
    Part,
}

/// A reusable buffer for one document; after [`Tagger::tag_document`] it holds the result.
#[derive(Debug, Default)]
pub struct Evidence {
    seen: Vec<Seen>,
    scores: Vec<Scores>,
    labels: Vec<Label>,
    roles: Vec<Role>,
    pos: Vec<Tag>,
    /// First token of each sentence, and one past the last.
    ends: Vec<usize>,
    table: Vec<(u32, Votes)>,
    filled: usize,
}

impl Evidence {
    /// Empties the buffer.
    pub fn clear(&mut self) {
        self.seen.clear();
        self.scores.clear();
        self.labels.clear();
        self.roles.clear();
        self.pos.clear();
        self.ends.clear();
        self.ends.push(0);
    }

    /// Makes room for so many tokens more.
    pub fn reserve(&mut self, tokens: usize) {
        self.seen.reserve(tokens);
        self.scores.reserve(tokens);
        self.labels.reserve(tokens);
        self.pos.reserve(tokens);
    }

    /// How many sentences there are.
    pub fn len(&self) -> usize {
        self.ends.len().saturating_sub(1)
    }

    /// Whether there are no sentences.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The labels of a sentence.
    pub fn labels(&self, sentence: usize) -> &[Label] {
        &self.labels[self.ends[sentence]..self.ends[sentence + 1]]
    }

    /// The scores of all labels for the tokens of a sentence; after [`Tagger::revise`] those of both stages.
    pub fn scores_of(&self, sentence: usize) -> &[Scores] {
        &self.scores[self.ends[sentence]..self.ends[sentence + 1]]
    }

    /// The parts of speech of a sentence.
    pub fn pos(&self, sentence: usize) -> &[Tag] {
        &self.pos[self.ends[sentence]..self.ends[sentence + 1]]
    }

    /// Whether each token of the document was scored (see [`ner::scored`]).
    pub fn scored(&self) -> impl Iterator<Item = bool> + '_ {
        self.seen.iter().map(|s| s.scored)
    }

    /// The first-stage scores of all tokens.
    pub fn scores(&self) -> &[Scores] {
        &self.scores
    }

    /// First token of each sentence, and one past the last.
    pub fn ends(&self) -> &[usize] {
        &self.ends
    }

    /// Takes over the sentence that was just tagged.
    pub fn push(&mut self, scratch: &mut Scratch) {
        let view = scratch.view();
        let case = view.case as u8;
        let n = view.words.len() - 2 * PAD;
        self.seen.extend((0..n).map(|i| {
            let w = &view.words[i + PAD];
            Seen {
                lower: w.lower,
                class: w.class,
                place: view.runs[i + PAD].place(),
                setting: case * 2 + u8::from(i == 0),
                capital: w.capital,
                scored: ner::scored(view.words, i + PAD),
            }
        }));
        self.scores.extend_from_slice(scratch.scores());
        self.pos.extend_from_slice(scratch.pos());
        self.labels.extend_from_slice(scratch.labels());
        self.ends.push(self.seen.len());
    }

    fn slot(&mut self, key: u32) -> &mut Votes {
        if (self.filled + 1) * 2 > self.table.len() {
            self.grow();
        }
        let at = find(&self.table, key);
        if self.table[at].0 == 0 {
            self.table[at].0 = key;
            self.filled += 1;
        }
        &mut self.table[at].1
    }

    fn grow(&mut self) {
        let old = std::mem::take(&mut self.table);
        self.table = vec![(0, Votes::default()); (old.len() * 2).max(256)];
        for (key, votes) in old.into_iter().filter(|s| s.0 != 0) {
            let at = find(&self.table, key);
            self.table[at] = (key, votes);
        }
    }

    /// Counts the votes of all sentences.
    pub fn count(&mut self) {
        self.table.fill((0, Votes::default()));
        self.filled = 0;
        self.set_roles();
        for t in 0..self.seen.len() {
            if self.seen[t].capital && self.voter(t) {
                let (slot, role, weight) = (self.vote(t), self.roles[t], self.weight(t));
                self.slot(self.seen[t].lower.max(1)).add(slot, role, weight);
            }
            if let Some((key, slot)) = self.pair(t) {
                let weight = self.weight(t);
                self.slot(key).add(slot, Role::Alone, weight);
            }
        }
    }

    /// How much the vote of the token at `t` counts, 1 to 4: by how far its kind leads in the first stage.
    fn weight(&self, t: usize) -> i16 {
        let s = &self.scores[t];
        let kinds = [s[1].max(s[2]), s[3].max(s[4]), s[5].max(s[6]), s[0]];
        let own = self.vote(t);
        let rival = (0..4).filter(|&k| k != own).map(|k| kinds[k]).max().unwrap_or(0);
        1 + ((kinds[own] - rival) / (2 * SCALE as i16)).clamp(0, 3)
    }

    fn set_roles(&mut self) {
        self.roles.clear();
        self.roles.resize(self.labels.len(), Role::Alone);
        for w in self.ends.windows(2) {
            for (start, end, kind) in spans(&self.labels[w[0]..w[1]]).filter(|s| s.1 - s.0 > 1) {
                let part = if kind == Kind::Person { Role::Alone } else { Role::Part };
                self.roles[w[0] + start..w[0] + end].fill(part);
                if kind == Kind::Person {
                    self.roles[w[0] + start] = Role::First;
                    self.roles[w[0] + end - 1] = Role::Last;
                }
            }
        }
    }

    /// Headlines and first words say little about what is *not* a name.
    fn voter(&self, t: usize) -> bool {
        self.labels[t] != Label::O || self.seen[t].setting == 0
    }

    fn vote(&self, t: usize) -> usize {
        self.labels[t].kind().map_or(3, |k| k as usize)
    }

    /// Key and vote of the pair that begins at `t`, if both words have capitals and stand in one sentence.
    fn pair(&self, t: usize) -> Option<(u32, usize)> {
        let next = self.seen.get(t + 1)?;
        if !self.seen[t].capital || !next.capital || next.setting & 1 == 1 {
            return None;
        }
        let same = self.labels[t + 1].is_inside();
        let slot = if same { self.vote(t) } else { 3 };
        Some((feature(220, self.seen[t].lower, next.lower), slot))
    }

    fn look(&self, key: u32) -> Votes {
        if self.table.is_empty() { Votes::default() } else { self.table[find(&self.table, key)].1 }
    }

    /// The votes on the word at `t` by its other occurrences.
    fn votes(&self, t: usize) -> Votes {
        if !self.seen[t].capital {
            return Votes::default();
        }
        let mut v = self.look(self.seen[t].lower.max(1));
        if self.voter(t) {
            v.add(self.vote(t), self.roles[t], -self.weight(t));
        }
        v
    }

    fn pair_code(&self, t: usize) -> u32 {
        let Some((key, slot)) = self.pair(t) else { return 0 };
        let mut v = self.look(key);
        v.add(slot, Role::Alone, -self.weight(t));
        v.code()
    }

    /// Writes the vote features of the token at `t` of the sentence `start..end`; zero where there is no evidence.
    pub fn features(&self, t: usize, start: usize, end: usize, out: &mut [u32; FEATURES]) {
        let v = self.votes(t);
        let (code, roles) = (v.code(), v.roles());
        let side = |on: bool, at: usize| if on { self.votes(at) } else { Votes::default() };
        let (before, after) = (side(t > start, t.wrapping_sub(1)), side(t + 1 < end, t + 1));
        let (b, a) = (before.code(), after.code());
        let pairs = [if t > start { self.pair_code(t - 1) } else { 0 }, self.pair_code(t)];
        let label = self.labels[t] as u32;
        let s = &self.seen[t];
        let on = |test: bool, key: u32| if test { key } else { 0 };
        let own = code != 0;
        *out = [
            on(own, feature(200, code, 0)),
            on(own, feature(201, code, roles)),
            on(own, feature(202, code, label)),
            on(own || b != 0, feature(203, code, b)),
            on(own || a != 0, feature(204, code, a)),
            on(b != 0, feature(205, b, before.roles())),
            on(a != 0, feature(206, a, after.roles())),
            on(own, feature(207, code, u32::from(s.setting))),
            on(pairs[0] != 0, feature(208, pairs[0], 0)),
            on(pairs[1] != 0, feature(209, pairs[1], 0)),
            on(own, feature(210, roles << 8 | before.roles(), after.roles())),
            on(own, feature(212, code << 8 | roles, u32::from(s.place))),
            on(own, feature(213, code, u32::from(s.class))),
            on(own, feature(214, roles << 8 | label, u32::from(s.place))),
            on(pairs != [0, 0], feature(215, pairs[0], pairs[1])),
            on(true, feature(216, label, u32::from(s.place))),
        ];
    }
}

/// The keys that are not zero, which many are.
fn set(keys: &mut [u32; FEATURES]) -> &[u32] {
    let mut count = 0;
    for at in 0..FEATURES {
        keys[count] = keys[at];
        count += usize::from(keys[at] != 0);
    }
    &keys[..count]
}

fn find(table: &[(u32, Votes)], key: u32) -> usize {
    let mask = table.len() - 1;
    let mut at = key as usize & mask;
    while table[at].0 != 0 && table[at].0 != key {
        at = (at + 1) & mask;
    }
    at
}

impl Tagger {
    /// Tags a document, sentence by sentence and then by its own evidence; the result is in `doc`.
    pub fn tag_document<T: AsRef<[S]>, S: AsRef<str>>(
        &self,
        sentences: &[T],
        scratch: &mut Scratch,
        doc: &mut Evidence,
    ) {
        doc.clear();
        for s in sentences {
            self.tag(s.as_ref(), scratch);
            doc.push(scratch);
        }
        self.revise(scratch, doc);
    }

    /// The second stage for the sentences in `doc`.
    pub fn revise(&self, scratch: &mut Scratch, doc: &mut Evidence) {
        doc.count();
        let mut keys = [0; FEATURES];
        for i in 0..doc.len() {
            let (start, end) = (doc.ends[i], doc.ends[i + 1]);
            for t in (start..end).filter(|&t| doc.seen[t].scored) {
                doc.features(t, start, end, &mut keys);
                let extra = self.votes.score(set(&mut keys));
                doc.scores[t].iter_mut().zip(extra).for_each(|(s, e)| *s += e);
            }
        }
        // All features look at the first labels, so these are replaced only now.
        for i in 0..doc.len() {
            let range = doc.ends[i]..doc.ends[i + 1];
            let seen = &doc.seen[range.clone()];
            decode_flat(|t| seen[t].scored, &doc.scores[range.clone()], &self.votes, scratch, &mut doc.labels[range]);
        }
    }
}

/// The second field has the same form as the first.
pub type VoteModel = NerModel;
