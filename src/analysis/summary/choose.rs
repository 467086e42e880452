//! The best few sentences within the budget, by exact search over the candidates.

use super::rank::Ranked;

/// What a term counts that another sentence of the summary has said already.
const SAID_AGAIN: f32 = 0.4;
/// Taken off for each person who is named by surname before the summary has introduced them.
const UNINTRODUCED: f32 = 0.35;
/// Taken off for each abbreviation that the article writes out and the summary does not.
const ABBREVIATED: f32 = 0.25;
/// From this share of shared terms (Jaccard), one sentence repeats the other.
pub(super) const REPEATS: f32 = 0.5;
/// Merit of using the whole budget.
const FULL: f32 = 1.1;
/// Sentences chosen by exact search; more are added one by one.
const EXACT: usize = 3;

/// The indices of the chosen sentences, in the order of the article.
pub(super) fn choose(ranked: &[Ranked], limit: usize, max_words: usize) -> Vec<u32> {
    let mut search = Search::new(ranked, max_words);
    search.extend(&mut Vec::new(), 0, limit.min(EXACT));
    let mut best = std::mem::take(&mut search.best);
    while best.len() >= EXACT && best.len() < limit && search.add_one(&mut best) {}
    best.iter().map(|&i| ranked[i].sentence).collect()
}

struct Search<'r> {
    ranked: &'r [Ranked],
    max_words: usize,
    /// What two candidates lose when both are taken; infinite when one repeats the other.
    overlap: Vec<f32>,
    best: Vec<usize>,
    best_value: f32,
}

impl<'r> Search<'r> {
    fn new(ranked: &'r [Ranked], max_words: usize) -> Self {
        let n = ranked.len();
        let mut overlap = vec![0.0; n * n];
        for i in 0..n {
            for j in i + 1..n {
                overlap[i * n + j] = shared(&ranked[i].terms, &ranked[j].terms);
            }
        }
        Self { ranked, max_words, overlap, best: Vec::new(), best_value: f32::NEG_INFINITY }
    }

    /// Tries every choice that goes on from `taken`.
    fn extend(&mut self, taken: &mut Vec<usize>, from: usize, limit: usize) {
        if taken.len() == limit {
            return;
        }
        for next in from..self.ranked.len() {
            taken.push(next);
            if let Some(value) = self.value(taken) {
                if value > self.best_value {
                    self.best_value = value;
                    self.best.clone_from(taken);
                }
                self.extend(taken, next + 1, limit);
            }
            taken.pop();
        }
    }

    /// Adds the candidate that brings most; false when none fits.
    fn add_one(&self, taken: &mut Vec<usize>) -> bool {
        let with = |i: usize| {
            let mut more = taken.clone();
            more.push(i);
            more.sort_unstable();
            self.value(&more).map(|value| (value, more))
        };
        let options = (0..self.ranked.len()).filter(|i| !taken.contains(i)).filter_map(with);
        match options.max_by(|a, b| a.0.total_cmp(&b.0)) {
            Some((_, more)) => {
                *taken = more;
                true
            }
            None => false,
        }
    }

    /// What a choice is worth; `None` when it breaks a rule. Indices ascend.
    fn value(&self, taken: &[usize]) -> Option<f32> {
        let words: usize = taken.iter().map(|&i| self.ranked[i].words as usize).sum();
        if words > self.max_words {
            return None;
        }
        let mut value = FULL * words as f32 / self.max_words as f32;
        for (n, &i) in taken.iter().enumerate() {
            let sentence = &self.ranked[i];
            let after = n > 0 && self.ranked[taken[n - 1]].sentence + 1 == sentence.sentence;
            let misleads = n > 0 && sentence.orphan && !self.ranked[taken[n - 1]].names.is_empty();
            if (sentence.follows || misleads) && !after {
                return None;
            }
            value += sentence.score - if after { 0.0 } else { sentence.lean };
            value -= UNINTRODUCED * self.unintroduced(&taken[..n], sentence, |r| &r.names) as f32;
            value -= ABBREVIATED * self.unintroduced(&taken[..n], sentence, |r| &r.short) as f32;
            value -= taken[..n].iter().map(|&j| self.overlap[j * self.ranked.len() + i]).sum::<f32>();
        }
        (value > f32::NEG_INFINITY).then_some(value)
    }
}

impl Search<'_> {
    /// How many people a sentence names by surname only, though no sentence before it names them; the same of abbreviations.
    fn unintroduced(&self, before: &[usize], sentence: &Ranked, named: fn(&Ranked) -> &Vec<(u16, bool)>) -> usize {
        let known = |name| before.iter().any(|&i| named(&self.ranked[i]).iter().any(|&(other, _)| other == name));
        named(sentence).iter().filter(|&&(name, full)| !full && !known(name)).count()
    }
}

/// What the terms that both have lose when said twice; infinite when one sentence repeats the other.
fn shared(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let (mut count, mut weight) = (0_usize, 0.0);
    for (term, w) in a {
        if b.binary_search_by_key(term, |t| t.0).is_ok() {
            count += 1;
            weight += w;
        }
    }
    let all = a.len() + b.len() - count;
    let repeats =
        count as f32 >= REPEATS * all as f32 || (count > 3 && count as f32 >= 0.75 * a.len().min(b.len()) as f32);
    if all > 0 && repeats { f32::INFINITY } else { (1.0 - SAID_AGAIN) * weight }
}
