//! Trees that the parser got wrong in a way that shows.

use super::line::Word;
use crate::text::Pos;
use crate::text::parser::{Relation, Tree};

/// Makes the verb the root where the parser has hung it on its subject: "Navalny" in "Navalny was airlifted to Berlin".
pub(super) fn mend(words: &[Word<'_>], tree: &mut Tree) {
    let Some(root) = tree.heads.iter().position(Option::is_none).filter(|&root| !is_verb(words, tree, root)) else {
        return;
    };
    let thing = words[root].noun() || words[root].number() || words[root].named();
    let Some(verb) = (root + 1..words.len()).find(|&i| is_predicate(words, tree, i)).filter(|_| thing) else { return };
    // What follows belongs to the verb, what stands before it stays with the subject.
    for i in verb + 1..words.len() {
        if tree.heads[i].is_some_and(|head| usize::from(head) < verb) {
            tree.heads[i] = Some(verb as u16);
        }
    }
    tree.heads[verb] = None;
    tree.relations[verb] = Relation::Root;
    tree.heads[root] = Some(verb as u16);
    tree.relations[root] = Relation::Subject;
}

fn children(tree: &Tree, word: usize) -> impl Iterator<Item = usize> + '_ {
    (0..tree.heads.len()).filter(move |&i| tree.heads[i].map(usize::from) == Some(word))
}

fn is_verb(words: &[Word<'_>], tree: &Tree, word: usize) -> bool {
    let auxiliary = |i: usize| tree.relations[i] == Relation::Auxiliary && words[i].finite();
    words[word].finite() || children(tree, word).any(auxiliary)
}

/// A finite verb without a subject, and not that of a relative clause, to which nothing before it belongs but adverbs.
fn is_predicate(words: &[Word<'_>], tree: &Tree, word: usize) -> bool {
    let wants = |i: usize| {
        let relation = tree.relations[i];
        let pronoun = matches!(words[i].pos, Pos::Wdt | Pos::Wp | Pos::WpS | Pos::Wrb);
        i < word && (relation == Relation::Subject || relation == Relation::Marker || pronoun)
    };
    let verb = words[word].pos.is_verb() || words[word].pos == Pos::Md;
    let relative = word > 0 && (matches!(words[word - 1].pos, Pos::Wdt | Pos::Wp) || words[word - 1].is("that"));
    verb && is_verb(words, tree, word)
        && tree.relations[word] != Relation::Auxiliary
        && !relative
        && !children(tree, word).any(wants)
}
