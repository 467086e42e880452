//! What is known of a part that a headline leaves out, as features: by which relation and word it is joined to what it
//! belongs to, and what both are.

use super::articles;
use super::clause::Clause;
use super::lexicon::{
    AWAY, BE, COMPLETE, CONDITION, DONE, DUBIOUS, GENERIC, HAVE, HEAD_OF, HEDGE, NEEDS_MORE, OFFICIAL, OPEN_ADJ,
    OPEN_NOUN, OPINION, QUALIFIER, SAYING,
};
use super::line::Word;
use super::spare;
use super::weigh::{self, Usage};
use crate::text::parser::Relation;
use crate::text::tagger::hash::{feature, lower};
use crate::text::{EntityKind, Pos};

/// Traits that matter of a word to which something belongs.
pub(super) const TRAITS: [u64; 17] = [
    AWAY, BE, COMPLETE, CONDITION, DONE, DUBIOUS, GENERIC, HAVE, HEAD_OF, HEDGE, NEEDS_MORE, OFFICIAL, OPEN_ADJ,
    OPEN_NOUN, OPINION, QUALIFIER, SAYING,
];

/// Tells the features of a word that is left out with all that depends on it, while what it depends on is kept.
///
/// `verb` is that of the clause; `hint` what a rule of thumb thinks is lost, if it does not want the word to go.
pub(super) fn features(
    clause: &Clause<'_>,
    usage: &Usage<'_>,
    verb: usize,
    word: usize,
    hint: Option<f32>,
    mut tell: impl FnMut(u32),
) {
    let Some(head) = clause.head(word) else { return };
    let relation = clause.relation(word) as u32;
    let role = role(clause, verb, head);
    let by = lower(joint(clause, word));
    let meaning = |i: usize| usage.meaning(clause.words[i].text);
    let mut say = |template, a, b| tell(feature(template, a, b));
    say(1, 0, 0);
    say(2, relation, role * 4 + u32::from(word > head) * 2 + u32::from(clause.set_off(word)));
    say(3, relation, by);
    let frame = weigh::frame(clause, word, usage);
    say(4, frame & 7, frame >> 3);
    say(5, relation, frame & 7);
    say(6, hint.map_or(99, |hint| (hint * 4.0) as u32), u32::from(word > head));
    say(7, meaning(head), relation);
    for (i, _) in TRAITS.iter().enumerate().filter(|(_, traits)| clause.words[head].any(**traits)) {
        say(8, i as u32, relation);
    }
    say(9, definiteness(clause, head) * 16 + role, relation);
    let between = clause.children(head).filter(|&i| head < i && i < word && !clause.words[i].mark()).count() as u32;
    say(10, between.min(3) * 16 + role, relation);
    say(11, clause.words[word].pos as u32, relation);
    let next = clause.start(word) == head + 1;
    say(12, u32::from(next), relation * 16 + role);
    if let Some(governed) = clause.child(word, Relation::Complement) {
        let noun = &clause.words[governed];
        say(13, by, meaning(governed));
        say(14, role, meaning(governed));
        say(15, u32::from(spare::is_time_phrase(clause, word)), role);
        say(16, u32::from(noun.named()) + 2 * u32::from(noun.number()), role);
    }
    let (size, holds) = contents(clause, word);
    say(17, relation, size.min(3) + size / 4 % 8);
    for bit in (0..6).filter(|bit| holds >> bit & 1 == 1) {
        say(18, bit, relation);
    }
}

/// Words of a subtree, and a bit each for what is among them.
fn contents(clause: &Clause<'_>, word: usize) -> (u32, u32) {
    let negative = |word: &Word<'_>| ["not", "no", "n't", "without"].iter().any(|no| word.is(no));
    let words = clause.subtree(word).map(|i| &clause.words[i]).filter(|word| !word.mark());
    words.fold((0, 0), |(size, holds), word| {
        let has = [
            word.number(),
            word.named(),
            word.finite(),
            word.any(HEDGE | CONDITION | DUBIOUS),
            negative(word),
            word.entity() == Some(EntityKind::Place),
        ];
        (size + 1, has.iter().enumerate().fold(holds, |holds, (bit, &has)| holds | u32::from(has) << bit))
    })
}

/// What a word is to the clause of a verb.
pub(super) fn role(clause: &Clause<'_>, verb: usize, i: usize) -> u32 {
    let word = &clause.words[i];
    match clause.relation(i) {
        _ if i == verb => 0,
        _ if word.pos.is_verb() => 1,
        Relation::Subject if word.named() => 2,
        Relation::Subject => 3,
        _ if word.named() => 4,
        Relation::Object | Relation::Attribute => 5,
        Relation::Complement => 6,
        _ if word.noun() => 7,
        _ if word.pos.is_adjective() => 8,
        Relation::Preposition => 9,
        _ => 10,
    }
}

/// Whether a noun has an article, and which.
pub(super) fn definiteness(clause: &Clause<'_>, noun: usize) -> u32 {
    match clause.child(noun, Relation::Determiner).map(|i| &clause.words[i]) {
        Some(the) if the.is("the") => 1,
        Some(a) if articles::is_article(a) => 2,
        Some(_) => 3,
        None if clause.words[noun].named() => 4,
        None if clause.words[noun].pos == Pos::Nns => 5,
        None => 6,
    }
}

/// The function word by which a dependent is joined: a preposition, a conjunction, "to", "which".
fn joint<'t>(clause: &Clause<'t>, word: usize) -> &'t str {
    let function =
        matches!(clause.words[word].pos, Pos::In | Pos::To | Pos::Rb | Pos::Md | Pos::PrpS | Pos::Dt | Pos::Rp);
    let marks = |&child: &usize| {
        matches!(clause.relation(child), Relation::Marker | Relation::Auxiliary)
            || matches!(clause.words[child].pos, Pos::Wdt | Pos::Wp | Pos::Wrb)
    };
    let marker = || clause.children(word).take_while(|&child| child < word).find(marks);
    if function { clause.words[word].text } else { marker().map_or("", |marker| clause.words[marker].text) }
}
