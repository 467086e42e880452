//! The topics of a list of words, each with the words that decided for it.
//!
//! Two witnesses are heard. The lexicon (`models/topics-lexicon.tsv`) has words and phrases that speak for
//! a topic; each found cue adds mass to its topic and to all that this belongs to. The word vectors say
//! how near the whole article is to the vector of each topic, which is the sum of its cues; that weighs
//! the mass. The strongest top-level topic is followed downwards as long as one child holds enough of its
//! mass, so a story with thin evidence stays general. A text without enough evidence has no topic.

use std::fmt;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::lead;
use super::lexicon::{self, Lexicon, Match};
use super::tree::{Node, Tree};
use crate::text::vectors::{Vectors, cosine};

/// Labels that order the vocabulary but mean nothing to a reader: such a topic gives way to its parent.
pub(super) const NEVER_SHOWN: [u32; 6] = [20000822, 20000209, 20000170, 20000657, 20000788, 20000717];
/// The top-level topic "politics".
const POLITICS: u32 = 11_000_000;
/// Crime and law, education, environment, health, labour, religion, society: see [`Weighing::fields`].
const FIELDS: [u32; 7] = [2_000_000, 5_000_000, 6_000_000, 7_000_000, 9_000_000, 12_000_000, 14_000_000];
/// "Disaster, accident and emergency incident".
const ACCIDENT: u32 = 3_000_000;
/// "Death and dying".
const DEATH: u32 = 20_000_810;
/// Words at the beginning in which an accident must be told that comes second to what else the article is about.
const LEAD: u32 = lead::WORDS as u32;
/// Most topics of an article.
const MOST_TOPICS: usize = 3;
/// Most words or phrases shown as evidence of a topic.
const MOST_EVIDENCE: usize = 5;
/// Words of a text so short that one cue is enough.
const SHORT: usize = 80;
/// Levels below the top-level topic that are ever shown.
const DEEPEST: u8 = 4;

/// What is wrong with a data file of the topics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadLexicon {
    pub file: &'static str,
    /// Counted from 1.
    pub line: usize,
}

impl fmt::Display for BadLexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} data: line {} is not understood", self.file, self.line)
    }
}

impl std::error::Error for BadLexicon {}

/// The lines of a data file that are neither empty nor comments, with their numbers from 1.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(i, line)| (i + 1, line)).filter(|(_, l)| !l.is_empty() && !l.starts_with('#'))
}

/// How the witnesses are weighed; see `models/README.md`.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Weighing {
    /// How strongly the vectors weigh a top-level topic's mass: `mass * exp(nearness * cosine)`.
    nearness: f32,
    /// The same for the choice between children.
    child_nearness: f32,
    /// Extra weight of the first words, which fades over some `lead_length` words.
    lead: f32,
    lead_length: f32,
    /// Least share of its parent's mass that a child must hold to be chosen.
    child_share: f32,
    /// Least mass of a child to be chosen.
    child_mass: f32,
    /// Least mass of an article's first topic.
    least_mass: f32,
    /// Least share of the first topic's score that a further top-level topic must have.
    second_share: f32,
    /// Least share of its chosen sibling's mass that a further topic of the same family must have.
    sibling_share: f32,
    /// Least mass of a further topic.
    second_mass: f32,
    /// Least mass that the cues of the first words must give an accident that is shown beside a stronger topic.
    accident_mass: f32,
    /// Extra weight of politics, which is often told in the words of what it is about: schools, courts, taxes.
    politics: f32,
    /// Weight of the fields in which politics and business are made: crime and law, education, labour, ...
    /// Whoever acts there, a minister or a company, makes the story; without one these still win.
    fields: f32,
}

impl Default for Weighing {
    fn default() -> Self {
        Self {
            nearness: 2.0,
            child_nearness: 2.0,
            lead: 1.5,
            lead_length: 80.0,
            child_share: 0.34,
            child_mass: 3.0,
            least_mass: 2.0,
            second_share: 0.4,
            sibling_share: 0.6,
            second_mass: 8.0,
            accident_mass: 9.0,
            politics: 2.0,
            fields: 0.6,
        }
    }
}

/// A topic of an article.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicHit {
    /// The code after `medtop:`, eight digits with leading zeros when shown.
    pub id: u32,
    /// How much of the article's evidence speaks for it, 0..1.
    pub score: f32,
    /// The words and phrases that decided for it, as ranges of the tokens given, strongest first.
    pub evidence: Vec<Range<u32>>,
}

/// The topic classifier. Build it once; it is read-only and may be shared between threads.
#[derive(Debug)]
pub struct Topics<'a> {
    vectors: Vectors<'a>,
    tree: Tree<'a>,
    lexicon: Lexicon<'a>,
    /// One vector a topic, `dims` floats each, all zeros for a topic without cues.
    prototypes: Vec<f32>,
    tops: Vec<Node>,
    weighing: Weighing,
}

impl<'a> Topics<'a> {
    /// Compiles the vocabulary (`models/iptc-topics.tsv`) and the lexicon (`models/topics-lexicon.tsv`).
    ///
    /// # Errors
    /// [`BadLexicon`] with the file and line that is not understood.
    pub fn load(vectors: Vectors<'a>, topics: &'a str, lexicon: &'a str) -> Result<Self, BadLexicon> {
        let tree = Tree::parse(topics)?;
        let lexicon = Lexicon::parse(lexicon, &tree)?;
        let tops: Vec<Node> = tree.nodes().filter(|&n| tree[n].depth == 0).collect();
        let prototypes = prototypes(&vectors, &tree, &lexicon, &tops);
        Ok(Self { vectors, tree, lexicon, prototypes, tops, weighing: Weighing::default() })
    }

    /// The vocabulary: labels, parents, top-level topics.
    pub fn tree(&self) -> &Tree<'a> {
        &self.tree
    }

    /// One to three topics of an article, surest first; none if nothing speaks for any.
    ///
    /// `words` are the tokens of the article in order, as written (Penn style: `'s` and punctuation are
    /// tokens of their own). A headline written by a human goes first.
    pub fn classify(&self, words: &[&str]) -> Vec<TopicHit> {
        let case = self.hear(words);
        let scores: Vec<(Node, f32)> = self.tops.iter().map(|&top| (top, case.score(self, top))).collect();
        let total: f32 = scores.iter().map(|(_, score)| score).sum();
        let Some(&(first, best)) = scores.iter().max_by(|a, b| a.1.total_cmp(&b.1)) else { return Vec::new() };
        if !self.is_enough(&case, first, words.len()) {
            return Vec::new();
        }
        let mut chosen = vec![(self.descend(&case, first), best / total)];
        self.add_siblings(&case, first, best / total, &mut chosen);
        for &(top, score) in scores.iter().filter(|&&(top, score)| self.is_second(&case, first, best, top, score)) {
            chosen.push((self.descend(&case, top), score / total));
        }
        // The first stays first: it is the strongest top-level topic, whatever its children hold.
        chosen[1..].sort_by(|a, b| b.1.total_cmp(&a.1));
        self.add_event(&case, words, total, &mut chosen);
        chosen.truncate(MOST_TOPICS);
        chosen.into_iter().map(|(node, score)| self.hit(&case, words, node, score)).collect()
    }

    /// Whether the article says enough to have this as its first topic: in a longer text a single cue,
    /// however often it comes, may be a name or a figure of speech.
    fn is_enough(&self, case: &Case, first: Node, words: usize) -> bool {
        let speaks = |(found, _): &&(Match, f32)| self.lexicon.votes(found.cue).iter().any(|&(n, _)| n == first);
        let cues = case.found.iter().filter(speaks).take(2).count();
        case.mass(first) >= self.weighing.least_mass && (cues > 1 || words <= SHORT)
    }

    /// Whether another top-level topic is strong enough to be shown beside the first.
    fn is_second(&self, case: &Case, first: Node, best: f32, top: Node, score: f32) -> bool {
        let strong = case.mass(top) >= self.weighing.second_mass;
        top != first && strong && score >= self.weighing.second_share * best
    }

    /// Collects the evidence for every topic.
    fn hear(&self, words: &[&str]) -> Case {
        let mut case = Case::new(self.tree.len());
        let mut seen: FxHashMap<u32, (u16, u32)> = FxHashMap::default();
        self.lexicon.scan(words, |found| {
            let (times, slot) = seen.entry(found.cue).or_default();
            *times = times.saturating_add(1);
            if *times == 1 {
                *slot = case.found.len() as u32;
                case.found.push((found, 0.0));
            }
            // The n-th time a cue is met it tells less: 1, 0.7, 0.58, ...
            let amount = self.place(found.from) / f32::from(*times).sqrt();
            case.found[*slot as usize].1 += amount;
            for &(node, mass) in self.lexicon.votes(found.cue) {
                case.masses[usize::from(node)] += amount * mass;
            }
        });
        case.vector = self.article_vector(words);
        case
    }

    /// Weight of a place in the article: news says first what it is about.
    fn place(&self, token: u32) -> f32 {
        1.0 + self.weighing.lead / (1.0 + token as f32 / self.weighing.lead_length)
    }

    fn article_vector(&self, words: &[&str]) -> Vec<f32> {
        let mut sum = vec![0.0; self.vectors.dims()];
        for (i, word) in words.iter().enumerate() {
            if word.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) {
                self.vectors.accumulate(word, self.place(i as u32), &mut sum);
            }
        }
        sum
    }

    fn prototype(&self, node: Node) -> &[f32] {
        let dims = self.vectors.dims();
        &self.prototypes[usize::from(node) * dims..][..dims]
    }

    /// The deepest topic below `node` that the evidence supports.
    fn descend(&self, case: &Case, mut node: Node) -> Node {
        while let Some(child) = self.strongest_child(case, node, |_| true) {
            let enough = case.mass(child) >= self.weighing.child_share * case.mass(node);
            if !enough || case.mass(child) < self.weighing.child_mass || self.tree[child].depth > DEEPEST {
                break;
            }
            node = child;
        }
        while NEVER_SHOWN.contains(&self.tree[node].id) {
            node = self.tree.parent(node).unwrap_or(node);
        }
        node
    }

    fn strongest_child(&self, case: &Case, node: Node, allowed: impl Fn(Node) -> bool) -> Option<Node> {
        let children = self.tree.children(node).iter().copied().filter(|&c| case.mass(c) > 0.0 && allowed(c));
        let score = |n: Node| case.mass(n) * (self.weighing.child_nearness * case.cosine(self, n)).exp();
        children.map(|c| (c, score(c))).max_by(|a, b| a.1.total_cmp(&b.1)).map(|(c, _)| c)
    }

    /// Adds a second branch of the first topic's own family, where it is nearly as strong as the first.
    fn add_siblings(&self, case: &Case, first: Node, share: f32, chosen: &mut Vec<(Node, f32)>) {
        let path: Vec<Node> = self.tree.upwards(chosen[0].0).collect();
        for &on_path in path.iter().filter(|&&n| n != first) {
            let Some(parent) = self.tree.parent(on_path) else { continue };
            let Some(other) = self.strongest_child(case, parent, |n| n != on_path) else { continue };
            let strong = case.mass(other) >= self.weighing.sibling_share * case.mass(on_path);
            if strong && case.mass(other) >= self.weighing.second_mass {
                let node = self.descend(case, other);
                if !path.contains(&node) {
                    chosen.push((node, share * case.mass(other) / case.mass(first)));
                }
            }
        }
    }

    /// Adds what the lead says has happened to whom the article is else about, right behind the first topic.
    fn add_event(&self, case: &Case, words: &[&str], total: f32, chosen: &mut Vec<(Node, f32)>) {
        let accident = || {
            let node = self.tree.find(ACCIDENT)?;
            let is_told = self.mass_in_lead(case, node) >= self.weighing.accident_mass;
            let is_new = chosen.iter().all(|&(other, _)| self.tree.top(other) != node);
            (is_told && is_new && lead::tells_of_harm(words))
                .then(|| (self.descend(case, node), case.score(self, node) / total))
        };
        let death = || Some((self.tree.find(DEATH)?, chosen[0].1 / 2.0)).filter(|_| lead::death(words).is_some());
        if let Some(event) = death().or_else(accident) {
            chosen.insert(1, event);
        }
    }

    /// What the cues that the first words have speak for a topic, there and later.
    fn mass_in_lead(&self, case: &Case, node: Node) -> f32 {
        let mass = |cue| self.lexicon.votes(cue).iter().find(|(n, _)| *n == node).map_or(0.0, |(_, mass)| *mass);
        let first = case.found.iter().filter(|(found, _)| found.from < LEAD);
        first.map(|(found, amount)| amount * mass(found.cue)).sum()
    }

    fn hit(&self, case: &Case, words: &[&str], node: Node, score: f32) -> TopicHit {
        let id = self.tree[node].id;
        if id == DEATH {
            return TopicHit { id, score, evidence: lead::death(words).into_iter().collect() };
        }
        let strength = |(found, amount): &(Match, f32)| {
            let mass = self.lexicon.votes(found.cue).iter().find(|(n, _)| *n == node).map_or(0.0, |(_, m)| *m);
            (mass * amount, found.from..found.from + found.len)
        };
        let mut evidence: Vec<(f32, Range<u32>)> = case.found.iter().map(strength).filter(|e| e.0 > 0.0).collect();
        evidence.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.start.cmp(&b.1.start)));
        evidence.truncate(MOST_EVIDENCE);
        let certainty = 1.0 - (-case.mass(node) / 6.0).exp();
        let evidence = evidence.into_iter().map(|(_, range)| range).collect();
        TopicHit { id, score: score * certainty, evidence }
    }
}

/// All that an article says for the topics.
struct Case {
    masses: Vec<f32>,
    /// Each cue's first place, and how much it was met.
    found: Vec<(Match, f32)>,
    vector: Vec<f32>,
}

impl Case {
    fn new(topics: usize) -> Self {
        Self { masses: vec![0.0; topics], found: Vec::new(), vector: Vec::new() }
    }

    fn mass(&self, node: Node) -> f32 {
        self.masses[usize::from(node)]
    }

    fn cosine(&self, topics: &Topics<'_>, node: Node) -> f32 {
        cosine(&self.vector, topics.prototype(node))
    }

    fn score(&self, topics: &Topics<'_>, top: Node) -> f32 {
        let prior = match topics.tree[top].id {
            POLITICS => topics.weighing.politics,
            id if FIELDS.contains(&id) => topics.weighing.fields,
            _ => 1.0,
        };
        prior * self.mass(top) * (topics.weighing.nearness * self.cosine(topics, top)).exp()
    }
}

/// The vector of each topic: the sum of its cues and of its children's, less what all topics share.
fn prototypes(vectors: &Vectors<'_>, tree: &Tree<'_>, lexicon: &Lexicon<'_>, tops: &[Node]) -> Vec<f32> {
    let dims = vectors.dims();
    let mut sums = vec![0.0; tree.len() * dims];
    for &(cue, node, mass) in &lexicon.sources {
        let cue = unit(vectors.sum(lexicon::pieces(cue)));
        for n in tree.upwards(node) {
            let sum = &mut sums[usize::from(n) * dims..][..dims];
            sum.iter_mut().zip(&cue).for_each(|(s, c)| *s += mass * c);
        }
    }
    let mut shared = vec![0.0; dims];
    for &top in tops {
        let sum = unit(sums[usize::from(top) * dims..][..dims].to_vec());
        shared.iter_mut().zip(&sum).for_each(|(s, x)| *s += x / tops.len() as f32);
    }
    for sum in sums.chunks_mut(dims).filter(|sum| sum.iter().any(|&x| x != 0.0)) {
        let direction = unit(sum.to_vec());
        sum.iter_mut().zip(direction.iter().zip(&shared)).for_each(|(s, (d, m))| *s = d - m);
    }
    sums
}

fn unit(mut vector: Vec<f32>) -> Vec<f32> {
    let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-9);
    vector.iter_mut().for_each(|x| *x /= length);
    vector
}

#[cfg(test)]
mod tests {
    use super::*;

    static VECTORS: &[u8] = include_bytes!("../../../models/vectors.bin");
    static IPTC: &str = include_str!("../../../models/iptc-topics.tsv");
    static LEXICON: &str = include_str!("../../../models/topics-lexicon.tsv");

    fn topics() -> Topics<'static> {
        Topics::load(Vectors::from_bytes(VECTORS).unwrap(), IPTC, LEXICON).unwrap()
    }

    fn labels(text: &str) -> Vec<&'static str> {
        let topics = topics();
        let words: Vec<&str> = text.split_whitespace().collect();
        let hits = topics.classify(&words);
        hits.iter().map(|hit| topics.tree[topics.tree.find(hit.id).unwrap()].label).collect()
    }

    #[test]
    fn plain_news_is_told_apart() {
        let quake =
            "A magnitude 6.4 earthquake struck the coast on Tuesday , injuring 25 people ; aftershocks followed .";
        assert_eq!(labels(quake), ["earthquake"]);
        let match_report =
            "The striker scored twice in the Champions League as the goalkeeper was sent off before half-time .";
        assert_eq!(labels(match_report)[0], "soccer");
        let bank = "The central bank raised interest rates by a quarter point to fight inflation , economists said .";
        assert!(["macro economics", "interest rate", "central bank"].contains(&labels(bank)[0]));
        let space = "NASA launched a spacecraft to the space station with two astronauts on board .";
        assert_eq!(labels(space)[0], "space exploration");
    }

    #[test]
    fn nothing_is_said_of_what_says_nothing() {
        assert!(labels("").is_empty());
        assert!(labels("It was there and then it was not , as he had often told her .").is_empty());
        let once = format!("Google {}", "and then it was not so at all ".repeat(20));
        assert!(labels(&once).is_empty());
    }

    #[test]
    fn evidence_points_at_the_words() {
        let words: Vec<&str> = "On Friday the House of Commons voted for the bill .".split(' ').collect();
        let hits = topics().classify(&words);
        let shown: Vec<String> =
            hits[0].evidence.iter().map(|r| words[r.start as usize..r.end as usize].join(" ")).collect();
        assert_eq!(shown[0], "House of Commons");
        assert!(hits[0].score > 0.0 && hits[0].score <= 1.0);
    }

    #[test]
    fn longer_cues_win_and_spelling_matters() {
        let topics = topics();
        let found = |text: &str| {
            let words: Vec<&str> = text.split(' ').collect();
            let mut all = Vec::new();
            topics.lexicon.scan(&words, |m| all.push((m.from, m.len)));
            all
        };
        assert_eq!(found("the stock markets of Europe"), [(1, 2)]);
        assert_eq!(found("the Labour of love")[0], (1, 1));
        assert!(found("the labour of love").is_empty());
    }

    #[test]
    fn bad_files_are_refused_by_line() {
        let vectors = Vectors::from_bytes(VECTORS).unwrap();
        let bad = |lexicon| Topics::load(vectors, IPTC, lexicon).unwrap_err();
        assert_eq!(bad("# x\n99\t2\tword"), BadLexicon { file: "lexicon", line: 2 });
        assert_eq!(bad("15000000\t9\tword").line, 1);
        assert_eq!(bad("15000000\t2\ta b c d e").line, 1);
        assert!(Topics::load(vectors, "1\t2\torphan", "").is_err());
    }

    #[test]
    fn the_tree_is_whole() {
        let topics = topics();
        let tree = topics.tree();
        assert_eq!(tree.nodes().filter(|&n| tree.parent(n).is_none()).count(), 17);
        assert!(NEVER_SHOWN.iter().all(|&id| tree.find(id).is_some_and(|n| tree.parent(n).is_some())));
        assert!(FIELDS.iter().chain([&POLITICS]).all(|&id| tree.find(id).is_some_and(|n| tree[n].depth == 0)));
    }
}
