//! Which words of a sentence need others beside them, whatever its tree says: trees can be wrong, but that words which
//! stand side by side belong together can be seen without one.

use super::clause::Clause;
use super::lexicon::{DAY, MONTH, NOW, OFFICIAL, PERIOD, QUALIFIER, TITLE};
use super::line::{Name, Word};
use super::parts::Parts;
use super::weigh::{self, Usage};
use crate::text::parser::Relation::{Complement, Conjunct, Conjunction, Nominal, Preposition};
use crate::text::{EntityKind, Pos};

/// How much a part is missed, in log-odds, without which another is not kept.
const MISSED: f32 = 0.5;

/// Ties parts together so that no choice of them tears words apart that need each other.
pub(super) fn tie(clause: &Clause<'_>, parts: &mut Parts, usage: &Usage<'_>) {
    bind(clause, parts, usage);
    let words = &clause.words;
    for i in 1..words.len() {
        let (word, next) = (&words[i - 1], &words[i]);
        let named = is_end_of_name(words, i);
        if named || needs_next(word, next) {
            parts.require(i - 1, i);
        }
        if named || needs_last(clause, i) {
            parts.require(i, i - 1);
        }
        if next.is("-") && i + 1 < words.len() {
            parts.require(i - 1, i + 1);
            parts.require(i + 1, i - 1);
        }
        if let Some(last) = last_of_list(clause, i) {
            parts.require(i, last);
        }
        if let Some(before) = earlier_part(clause, i) {
            parts.require(i, before);
        }
    }
}

/// Binds to each part that may go what its words cannot be without: "in connection" is left out with what it was.
///
/// What the verb of the clause needs stays a part of its own: without any choice there would be no headline.
fn bind(clause: &Clause<'_>, parts: &mut Parts, usage: &Usage<'_>) {
    for at in 1..parts.all.len() {
        let part = &parts.all[at];
        let (head, parent) = (part.head, part.parent);
        if parent == Parts::ROOT || part.empty {
            continue;
        }
        let frame = weigh::frame(clause, head, usage);
        let usual = frame & 7 == 7 && frame >> 3 >= 3;
        let missed = part.missed.is_none_or(|missed| missed > MISSED);
        if needs_complement(clause, head) && missed && (usual || part.hint > Some(4.5)) {
            parts.join(at, parent);
        }
    }
}

/// Whether a preposition completes a noun, an adjective or a participle: "part of", "full of", "deaths linked to".
fn needs_complement(clause: &Clause<'_>, preposition: usize) -> bool {
    let Some(head) = clause.head(preposition).filter(|&head| head < preposition) else { return false };
    let word = &clause.words[head];
    clause.relation(preposition) == Preposition
        && (word.noun() || word.pos.is_adjective() || clause.relation(head) == Nominal)
}

fn is_time(word: &Word<'_>) -> bool {
    word.any(DAY | NOW | PERIOD | MONTH) && !word.named()
}

/// Whether both are nouns of one compound. What stands before a person is a title.
fn is_compound(word: &Word<'_>, next: &Word<'_>) -> bool {
    word.noun() && next.noun() && !next.begins_person() && !is_time(word) && !is_time(next) && !is_country(word, next)
}

/// Whether a country ends here and an organisation of it begins: "United States Supreme Court".
fn is_country(word: &Word<'_>, next: &Word<'_>) -> bool {
    word.is("States") && word.inside_name() && next.name == Name::First(EntityKind::Organisation)
}

/// Whether what was taken for a surname only ends a name: "Real Sociedad".
fn is_end_of_name(words: &[Word<'_>], i: usize) -> bool {
    let alone = words[i].begins_person() && !words.get(i + 1).is_some_and(Word::inside_name);
    alone && words[i - 1].pos.is_proper() && !words[i - 1].any(TITLE | OFFICIAL)
}

/// Whether a word cannot be kept without the next: a name, a compound, "troubled" in "troubled broker", "cut off".
fn needs_next(word: &Word<'_>, next: &Word<'_>) -> bool {
    let before_noun =
        matches!(word.pos, Pos::Jj | Pos::Cd | Pos::PrpS) && next.noun() && !next.begins_person() && !is_time(next);
    let particle = word.pos.is_verb() && next.pos == Pos::Rp;
    // "former rebel-held town", "RBS Six Nations"
    let qualifier = word.any(QUALIFIER) && matches!(next.pos, Pos::Jj | Pos::Vbn);
    let title = word.noun() && next.number() && next.text.starts_with(char::is_uppercase);
    let after_noun = word.noun() && next.pos == Pos::Jj;
    (next.inside_name() && !next.mark() && !word.mark())
        || is_compound(word, next)
        || before_noun
        || particle
        || qualifier
        || title
        || after_noun
}

/// Whether a word cannot be kept without the one before it.
fn needs_last(clause: &Clause<'_>, i: usize) -> bool {
    let (word, next) = (&clause.words[i - 1], &clause.words[i]);
    let capitals = word.pos == Pos::Jj
        && word.text.starts_with(char::is_uppercase)
        && next.pos.is_proper()
        && !next.begins_person();
    let governed = matches!(word.pos, Pos::In | Pos::Wdt | Pos::Wp) && !next.mark();
    (next.inside_name() && !next.mark() && !word.mark())
        || is_compound(word, next)
        || capitals
        || governed
        || ends_phrase(clause, i)
}

/// Whether a preposition right after a noun may belong to that noun: "the saga of a switch to rugby union". A place may
/// be that of the whole.
fn ends_phrase(clause: &Clause<'_>, i: usize) -> bool {
    const LOOSE: [&str; 3] = ["in", "at", "on"];
    let (word, next) = (&clause.words[i - 1], &clause.words[i]);
    let preposition = matches!(next.pos, Pos::In | Pos::To) && (word.noun() || word.number());
    let place =
        clause.child(i, Complement).is_some_and(|place| clause.words[place].entity() == Some(EntityKind::Place));
    preposition && !(place && LOOSE.iter().any(|loose| next.is(loose)))
}

/// The preposition before this one that the same noun governs: what a noun goes on with hangs on all before.
fn earlier_part(clause: &Clause<'_>, i: usize) -> Option<usize> {
    if clause.relation(i) != Preposition {
        return None;
    }
    let noun = clause.head(i).filter(|&noun| clause.words[noun].noun() && noun < i)?;
    clause.children(noun).rfind(|&part| part > noun && part < i && clause.relation(part) == Preposition)
}

/// The last member of the list of which a word is one in the middle: "blips, boops" says that there are no more.
fn last_of_list(clause: &Clause<'_>, i: usize) -> Option<usize> {
    if clause.relation(i) != Conjunct || !clause.set_off(i) {
        return None;
    }
    let head = clause.head(i)?;
    let later = clause.children(head).find(|&other| other > i && clause.relation(other) == Conjunct);
    let next = clause.child(i, Conjunct).or(later)?;
    let rest = std::iter::successors(Some(i), |&member| clause.child(member, Conjunct));
    rest.chain([head]).any(|member| clause.has(member, &[Conjunction])).then_some(next)
}
