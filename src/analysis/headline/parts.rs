//! A clause as a tree of parts: words that are kept or left out together.

use super::clause::Clause;

/// Most parts of a clause; what depends on further ones stays or goes with them. A set of parts is a `u64`.
pub(super) const MOST: usize = 64;

/// Words that are kept or left out together, if the part stays that they belong to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    /// The word that the others depend on.
    pub(super) head: usize,
    /// The part that this one belongs to: never a later one; the root's is itself.
    pub(super) parent: usize,
    /// How much a rule of thumb thinks is lost without it; none if it wants it to go.
    pub(super) hint: Option<f32>,
    /// How much an editor would miss it, in log-odds, if that is known.
    pub(super) missed: Option<f32>,
    /// How much speaks for keeping it, in log-odds; negative if more speaks for leaving it out.
    pub(super) merit: f32,
    /// Whether its words have gone over to another part.
    pub(super) empty: bool,
}

impl Part {
    /// `head` with what depends on it, within the part `parent`.
    pub(super) fn new(head: usize, parent: usize, hint: impl Into<Option<f32>>) -> Self {
        Self { head, parent, hint: hint.into(), missed: None, merit: 0.0, empty: false }
    }
}

/// The parts of a clause.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    /// The root first, and every part after the one that it belongs to.
    pub(super) all: Vec<Part>,
    /// The part that each word of the sentence belongs to, if it can be kept at all.
    pub(super) owner: Vec<Option<u8>>,
    /// The comma before whose word it is, which stays.
    pub(super) source: Option<usize>,
}

impl Parts {
    /// The part of the verb.
    pub(super) const ROOT: usize = 0;

    pub(super) fn new(clause: &Clause<'_>, verb: usize) -> Self {
        let root = Part::new(verb, Self::ROOT, 0.0);
        Self { all: vec![root], owner: vec![None; clause.words.len()], source: None }
    }

    /// Adds a part; gives its number, or that of its parent if there are too many.
    pub(super) fn add(&mut self, part: Part) -> usize {
        if self.all.len() == MOST {
            return part.parent;
        }
        self.all.push(part);
        self.all.len() - 1
    }

    /// Keeps a word only with another, if both can be kept at all.
    pub(super) fn require(&mut self, word: usize, other: usize) {
        let (Some(part), Some(needed)) = (self.owner[word], self.owner[other]) else { return };
        let (part, needed) = (usize::from(part), usize::from(needed));
        if self.is_within(part, needed) {
            return;
        }
        if self.is_within(needed, part) {
            return self.join(needed, part);
        }
        // The branch that comes later goes under the other; the needed one, if it does, becomes one with it.
        let (own, other) = (self.branch(part, needed), self.branch(needed, part));
        if other < own {
            self.all[own].parent = other;
            self.join(needed, other);
        } else {
            self.all[other].parent = own;
            self.join(needed, own);
        }
    }

    /// Whether a part is another or belongs to it, near or far.
    fn is_within(&self, part: usize, outer: usize) -> bool {
        self.upwards(part).any(|part| part == outer)
    }

    /// A part and all that it belongs to, up to the root.
    fn upwards(&self, part: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(part), |&part| (part != Self::ROOT).then(|| self.all[part].parent))
    }

    /// The outermost part round `part` that is not also round `other`.
    fn branch(&self, part: usize, other: usize) -> usize {
        self.upwards(part).take_while(|&outer| !self.is_within(other, outer)).last().unwrap_or(part)
    }

    /// Makes all parts from `inner` up to `outer` one with `outer`.
    pub(super) fn join(&mut self, inner: usize, outer: usize) {
        let joined: Vec<usize> = self.upwards(inner).take_while(|&part| part != outer).collect();
        for owner in self.owner.iter_mut().flatten().filter(|owner| joined.contains(&usize::from(**owner))) {
            *owner = outer as u8;
        }
        for part in &mut self.all {
            if joined.contains(&part.parent) {
                part.parent = outer;
            }
        }
        // Nothing is left that could be chosen.
        joined.into_iter().for_each(|part| self.all[part].empty = true);
    }

    /// What a rule of thumb thinks is lost without a word and what depends on it, if they are a part.
    pub(super) fn hint(&self, word: usize) -> Option<f32> {
        self.all.iter().find(|part| part.head == word).and_then(|part| part.hint)
    }

    /// Lets a word stay and go with a part.
    pub(super) fn keep(&mut self, word: usize, part: usize) {
        self.owner[word] = Some(part as u8);
    }

    /// Leaves out a word.
    pub(super) fn leave_out(&mut self, word: usize) {
        self.owner[word] = None;
    }

    /// Leaves out all words from one on.
    pub(super) fn end_before(&mut self, word: usize) {
        self.owner[word..].fill(None);
    }

    /// Which words a set of parts keeps.
    pub(super) fn kept(&self, set: u64) -> Vec<bool> {
        self.owner.iter().map(|owner| owner.is_some_and(|part| set >> part & 1 == 1)).collect()
    }
}
