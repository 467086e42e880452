//! Trees that the parser got wrong in a way that shows.

use super::lexicon::{BE, HAVE, SAYING};
use super::line::Word;
use crate::text::parser::{Relation, Tree};
use crate::text::{EntityKind, Pos};
use std::ops::Range;

/// Puts right what shows.
pub(super) fn mend(words: &[Word<'_>], tree: &mut Tree) {
    mend_root(words, tree);
    mend_speaker(words, tree);
}

/// Makes ", Jo Marsh has said" at the end the root, with its speaker, where the parser has taken "Jo Marsh" for more of
/// what is said.
fn mend_speaker(words: &[Word<'_>], tree: &mut Tree) {
    let Some((speaker, said)) = speaker_at_end(words) else { return };
    let comma = speaker.start - 1;
    let name = speaker.end - 1;
    let is_child = |tree: &Tree, word: usize| tree.heads[word] == Some(said as u16);
    let right = is_child(tree, name) && tree.relations[name] == Relation::Subject;
    let Some(root) = tree.heads.iter().position(Option::is_none).filter(|_| !right) else { return };
    // The verb of what is said: the root if it stands there, else what the parser has hung on the verb of saying.
    let clause = |&i: &usize| i < comma && is_verb(words, tree, i) && is_child(tree, i);
    let Some(told) = Some(root).filter(|&root| root < comma).or_else(|| (0..comma).find(clause)) else { return };
    for i in 0..words.len() {
        let far = tree.heads[i].map(usize::from);
        let across = far.is_some_and(|head| (i < comma) != (head < comma));
        match i {
            _ if i == told || i == said => {}
            _ if i < comma && across => {
                let verb = (0..i).rev().find(|&verb| words[verb].pos.is_verb()).unwrap_or(told);
                (tree.heads[i], tree.relations[i]) = (Some(verb as u16), Relation::Object);
            }
            _ if i > name => (tree.heads[i], tree.relations[i]) = (Some(said as u16), ending(words, i)),
            _ if across || i == name => tree.heads[i] = Some(if i < speaker.start { said } else { name } as u16),
            _ => {}
        }
    }
    (tree.heads[said], tree.relations[said]) = (None, Relation::Root);
    (tree.heads[name], tree.relations[name]) = (Some(said as u16), Relation::Subject);
    (tree.heads[told], tree.relations[told]) = (Some(said as u16), Relation::Clause);
}

fn ending(words: &[Word<'_>], i: usize) -> Relation {
    if words[i].any(HAVE) { Relation::Auxiliary } else { Relation::Other }
}

/// Who said it, by name, and the verb of saying, where the sentence ends with ", Jo Marsh has said".
fn speaker_at_end(words: &[Word<'_>]) -> Option<(Range<usize>, usize)> {
    let said = words.iter().rposition(|word| !word.mark()).filter(|&said| words[said].any(SAYING))?;
    let end = if said > 0 && words[said - 1].any(HAVE) { said - 1 } else { said };
    let comma = words[..end].iter().rposition(Word::comma)?;
    let named = |word: &Word<'_>| word.entity() == Some(EntityKind::Person);
    let name = comma + 1 < end && words[comma + 1..end].iter().all(named);
    (name && words[..comma].iter().any(Word::finite)).then_some((comma + 1..end, said))
}

/// Makes the verb the root where the parser has hung it on its subject: "Navalny" in "Navalny was airlifted to Berlin".
fn mend_root(words: &[Word<'_>], tree: &mut Tree) {
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

/// Whether a word can be an auxiliary at all.
fn is_auxiliary(word: &Word<'_>) -> bool {
    word.any(BE | HAVE) || word.pos == Pos::Md || ["do", "does", "did", "to"].iter().any(|form| word.is(form))
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
        && (tree.relations[word] != Relation::Auxiliary || !is_auxiliary(&words[word]))
        && !relative
        && !children(tree, word).any(wants)
}
