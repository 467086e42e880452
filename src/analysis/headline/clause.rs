//! A sentence with its tree: who governs whom, and which words belong to whom.

use super::asides;
use super::lexicon::OFFICIAL;
use super::line::{self, Word};
use super::{tags, trees};
use crate::analysis::Person;
use crate::text::parser::{Parser, Relation, Tree};
use crate::text::{Document, Pos};

/// The words of a sentence and their tree. Subtrees are contiguous.
#[derive(Debug)]
pub(super) struct Clause<'t> {
    pub(super) words: Vec<Word<'t>>,
    tree: Tree,
    /// First and last word of the subtree of each word.
    extents: Vec<(usize, usize)>,
}

impl<'t> Clause<'t> {
    /// Parses a sentence, given by its index, without its asides.
    pub(super) fn parse(doc: &'t Document<'t>, sentence: u32, people: &[Person], parser: &Parser) -> Option<Self> {
        let mut words = asides::leave_out(line::line(doc, sentence, people));
        tags::mend(&mut words);
        let mut tree = parser.parse(words.iter().map(|word| (word.text, word.pos)))?;
        trees::mend(&words, &mut tree);
        let mut extents: Vec<(usize, usize)> = (0..tree.heads.len()).map(|i| (i, i)).collect();
        for i in 0..extents.len() {
            let mut at = i;
            // Trees are shallow: this is a handful of steps a word.
            while let Some(head) = tree.heads[at] {
                at = usize::from(head);
                extents[at] = (extents[at].0.min(i), extents[at].1.max(i));
            }
        }
        Some(Clause { words, tree, extents })
    }

    /// The verb that the sentence hangs on, or that of the clause beside a thing that it hangs on by mistake.
    pub(super) fn main_verb(&self) -> Option<usize> {
        let root = self.root()?;
        let beside = |child: &usize| {
            let subject = self.child(*child, Relation::Subject);
            matches!(self.relation(*child), Relation::Relative | Relation::Clause | Relation::Other)
                && self.is_clause(*child)
                && subject.is_some_and(|subject| self.words[subject].named())
        };
        if self.is_clause(root) { Some(root) } else { self.children(root).find(beside) }
    }

    pub(super) fn root(&self) -> Option<usize> {
        self.tree.heads.iter().position(Option::is_none)
    }

    pub(super) fn relation(&self, word: usize) -> Relation {
        self.tree.relations[word]
    }

    pub(super) fn head(&self, word: usize) -> Option<usize> {
        self.tree.heads[word].map(usize::from)
    }

    /// The words that depend on a word, in order.
    pub(super) fn children(&self, word: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let (from, to) = self.extents[word];
        (from..=to).filter(move |&i| self.head(i) == Some(word))
    }

    /// The first child with some relation.
    pub(super) fn child(&self, word: usize, relation: Relation) -> Option<usize> {
        self.children(word).find(|&child| self.relation(child) == relation)
    }

    pub(super) fn has(&self, word: usize, relations: &[Relation]) -> bool {
        self.children(word).any(|child| relations.contains(&self.relation(child)))
    }

    /// The subtree of a word.
    pub(super) fn subtree(&self, word: usize) -> std::ops::RangeInclusive<usize> {
        self.extents[word].0..=self.extents[word].1
    }

    pub(super) fn start(&self, word: usize) -> usize {
        self.extents[word].0
    }

    pub(super) fn end(&self, word: usize) -> usize {
        self.extents[word].1
    }

    /// Whether a comma or dash stands right before the subtree of a word.
    pub(super) fn set_off(&self, word: usize) -> bool {
        let before = self.start(word).checked_sub(1).map(|i| &self.words[i]);
        before.is_some_and(|before| before.comma() || before.dash())
    }

    /// Whether a word is the verb of a clause with a subject: finite, or with a finite auxiliary.
    ///
    /// A participle with a subject and without an auxiliary is a past tense that the tagger took for a participle.
    pub(super) fn is_clause(&self, word: usize) -> bool {
        let auxiliary = |child: usize| self.relation(child) == Relation::Auxiliary && self.words[child].finite();
        let subject = self.child(word, Relation::Subject).is_some_and(|subject| subject < word);
        subject
            && (self.words[word].finite()
                || self.words[word].pos == Pos::Vbn && !self.has(word, &[Relation::Auxiliary])
                || self.children(word).any(auxiliary))
    }

    /// Whether the subject is what a subject can be: a bare "minister" is only half of one, and "women" never "is".
    pub(super) fn has_whole_subject(&self, verb: usize) -> bool {
        let before = |child: &usize| *child < verb && self.relation(*child) == Relation::Subject;
        let Some(subject) = self.children(verb).rfind(before) else { return false };
        let word = &self.words[subject];
        let start = self.start(subject) == subject;
        let office = word.any(OFFICIAL) && !word.is("police");
        let bare = start && matches!(word.pos, Pos::Nn | Pos::Nnp) && !word.named() && office;
        let one = |i: usize| ["is", "was", "has"].iter().any(|form| self.words[i].is(form));
        let singular =
            one(verb) || self.children(verb).any(|child| self.relation(child) == Relation::Auxiliary && one(child));
        let many = word.pos == Pos::Nns && !word.named() && !word.is("news");
        let time = ["years", "months", "weeks", "days", "ago"].iter().any(|time| word.is(time));
        let plural = |i: usize| self.words[i].is("were") || self.words[i].is("are");
        let all = plural(verb)
            || self.children(verb).any(|child| self.relation(child) == Relation::Auxiliary && plural(child));
        let one = self.is_person(subject) && !self.has(subject, &[Relation::Conjunct]);
        let a =
            self.child(subject, Relation::Determiner).is_some_and(|a| self.words[a].is("a") || self.words[a].is("an"));
        let counted = a && !self.has(subject, &[Relation::Preposition]);
        !(bare || many && singular || (one || counted) && all || time)
    }

    /// Whether the subject of the sentence is a name.
    pub(super) fn is_about_a_name(&self) -> bool {
        self.subject().is_some_and(|subject| self.words[subject].named())
    }

    /// Whether it is a person by a single name.
    pub(super) fn is_about_a_surname(&self) -> bool {
        self.subject().is_some_and(|subject| self.is_person(subject) && self.name_start(subject) == subject)
    }

    fn subject(&self) -> Option<usize> {
        self.child(self.root()?, Relation::Subject)
    }

    /// Whether a dash that stands apart is right before the subtree of a word, or before the conjunction there.
    pub(super) fn after_dash(&self, word: usize) -> bool {
        let dash =
            |i: usize| self.words[i].dash() && self.words[i].space && self.words.get(i + 1).is_some_and(|w| w.space);
        let start = self.start(word);
        let joined = start > 1 && self.words[start - 1].pos == Pos::Cc && dash(start - 2);
        start > 0 && dash(start - 1) || joined
    }

    /// Whether there is a quotation in the sentence.
    pub(super) fn has_quotation(&self) -> bool {
        self.words.iter().any(|word| super::form::is_quote(word.text))
    }

    /// Where the name that a word belongs to begins.
    pub(super) fn name_start(&self, word: usize) -> usize {
        (0..=word).rev().find(|&i| !self.words[i].inside_name()).unwrap_or(word)
    }

    /// Whether a person's name stands here.
    pub(super) fn is_person(&self, word: usize) -> bool {
        self.words[word].entity() == Some(crate::text::EntityKind::Person)
    }
}
