//! What a clause can spare: for each word that depends on another, whether it stays, goes, or may go.

use super::clause::Clause;
use super::lexicon::{
    AWAY, CLOCK, COMPLETE, CONDITION, DAY, DONE, DUBIOUS, GENERIC, HAVE, HEAD_OF, HEDGE, LATE, MONTH, NEEDS_MORE, NOW,
    OPEN_ADJ, OPEN_NOUN, PASSING, PERIOD, QUALIFIER, TITLE,
};
use super::line::Word;
use super::parts::{Part, Parts};
use super::weigh::Usage;
use super::{source, ties, verdict};
use crate::text::parser::Relation::*;
use crate::text::{EntityKind, Pos};
use std::ops::RangeInclusive;

/// What becomes of a word and all that depends on it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fate {
    Stays,
    Goes,
    /// It may go; how much a rule of thumb thinks is lost without it.
    MayGo(f32),
}

/// Loss of the words before a name that say who that is.
const TITLE_LOSS: f32 = -1.0;
/// How much a part is missed, in log-odds, that may stay against the rule.
const MISSED: f32 = 0.3;
/// Loss of what a rule of thumb takes for needed.
const NEEDED: f32 = 5.0;

/// What the clause of a verb can spare.
pub(super) fn spared(clause: &Clause<'_>, verb: usize, usage: &Usage<'_>) -> Parts {
    let mut parts = Parts::new(clause, verb);
    keep(clause, usage, verb, verb, Parts::ROOT, &mut parts);
    ties::tie(clause, &mut parts, usage);
    // "…, minister Mike Lee says"
    let speaker = clause.child(verb, Subject).filter(|&speaker| clause.set_off(speaker));
    if let Some(speaker) = speaker.filter(|&speaker| source::said(clause, verb).is_some_and(|said| said < speaker)) {
        parts.source = clause.start(speaker).checked_sub(1);
    }
    parts
}

/// What the clause of `said` can spare, without the verb of saying on which it hangs.
pub(super) fn said(clause: &Clause<'_>, verb: usize, said: usize, usage: &Usage<'_>) -> Parts {
    let speaker = clause.child(verb, Subject).filter(|&speaker| speaker > said && clause.set_off(speaker));
    let Some(speaker) = speaker else { return spared(clause, said, usage) };
    // Words that belong to the clause may hang on the verb of saying by mistake.
    let mut parts = spared(clause, verb, usage);
    parts.end_before(clause.start(speaker) - 1);
    parts
}

/// Keeps a word with `part`, and what depends on it with that part or as parts of their own.
fn keep(clause: &Clause<'_>, usage: &Usage<'_>, top: usize, word: usize, part: usize, parts: &mut Parts) {
    let office = word;
    let word = named_instead(clause, office).unwrap_or(office);
    let instead = word != office && clause.head(word) != Some(office);
    parts.keep(word, part);
    let title = title(clause, word).filter(|_| !instead);
    let titled = title.as_ref().map_or(part, |words| parts.add(Part::new(*words.end(), part, TITLE_LOSS)));
    for child in clause.children(word) {
        // "of the United States" in "President of the United States Joe Biden", which hangs on the name.
        if instead && child < clause.name_start(word) {
            continue;
        }
        if let Some(end) = source::end_of_said(clause, child) {
            let said = clause.start(child)..=end;
            let part = parts.add(Part::new(child, part, 0.3));
            clause.children(child).filter(|i| said.contains(i)).for_each(|i| keep(clause, usage, top, i, part, parts));
            continue;
        }
        let in_title = title.as_ref().is_some_and(|title| title.contains(&child));
        let fate = match in_title {
            true if clause.words[child].any(TITLE) => Fate::Goes,
            true => Fate::Stays,
            false => fate(clause, top, word, child),
        };
        let with = if in_title { titled } else { part };
        let missed = |hint| verdict::missed(clause, usage, top, child, hint);
        let own = |parts: &mut Parts, hint: Option<f32>| {
            let own = parts.add(Part { missed: Some(missed(hint)), ..Part::new(child, with, hint) });
            if let Some(conjunction) = conjunction(clause, child) {
                parts.keep(conjunction, own);
            }
            own
        };
        let with = match fate {
            Fate::Goes if !in_title && !clause.words[child].mark() && missed(None) > MISSED => own(parts, None),
            Fate::Goes => {
                if let Some(conjunction) = conjunction(clause, child) {
                    parts.leave_out(conjunction);
                }
                continue;
            }
            Fate::Stays if source::is_source(clause, child) => {
                parts.source = clause.start(child).checked_sub(1).or(parts.source);
                with
            }
            Fate::Stays => with,
            Fate::MayGo(loss) => own(parts, Some(loss)),
        };
        keep(clause, usage, top, child, with, parts);
    }
}

/// The words before a person's name that say what they are: "World number one", "The United Kingdom's Queen".
fn title(clause: &Clause<'_>, head: usize) -> Option<RangeInclusive<usize>> {
    // In a list "host and philanthropist Ann Lee" the last member is no more than the others.
    let alone = clause.relation(head) != Conjunct;
    let name = (alone && clause.is_person(head)).then(|| clause.name_start(head))?;
    let mut before = clause.children(head).take_while(|&child| child < name).peekable();
    before.peek()?;
    let plain = |child: usize| matches!(clause.relation(child), Compound | Adjective | Determiner | Possessor | Number);
    let start = clause.start(head);
    (before.all(plain) && !clause.words[name - 1].comma()).then(|| start..=name - 1)
}

/// The name in place of the office: "Kalusha Bwalya" in "Zambia's technical director, Kalusha Bwalya, is", "Don Imus" in
/// "radio personality and philanthropist Don Imus", "Bernie Sanders" in "Senator from Vermont Bernie Sanders".
fn named_instead(clause: &Clause<'_>, word: usize) -> Option<usize> {
    if clause.relation(word) != Subject || clause.words[word].named() {
        return None;
    }
    if let Some(last) = clause.children(word).rfind(|&child| clause.relation(child) == Conjunct) {
        let last = std::iter::successors(Some(last), |&word| clause.child(word, Conjunct)).last()?;
        let bare = !clause.has(word, &[Determiner, Possessor, Number]) && clause.words[word].pos == Pos::Nn;
        return (bare && clause.is_person(last)).then_some(last);
    }
    let office = !clause.has(word, &[Determiner]);
    let beside = |name: &usize| clause.is_person(*name) && (office || clause.set_off(*name));
    let apposed = clause.child(word, Apposition).filter(beside);
    let governed = || {
        // "followers of Ann Lee" are others.
        if clause.words[word].pos == Pos::Nns {
            return None;
        }
        let of = |i: usize| i > word && ["of", "from"].iter().any(|of| clause.words[i].is(of));
        let from = clause.child(word, Preposition).filter(|&child| office && of(child))?;
        let name = Some(clause.end(from)).filter(|&name| clause.is_person(name))?;
        (clause.name_start(name) > from + 1).then_some(name)
    };
    apposed.or_else(governed)
}

fn fate(clause: &Clause<'_>, top: usize, head: usize, child: usize) -> Fate {
    let word = &clause.words[child];
    if word.any(NOW) && clause.children(child).all(|i| clause.words[i].mark()) && clause.relation(child) != Possessor {
        return Fate::Goes;
    }
    if source::said(clause, head) == Some(child) {
        return Fate::Stays;
    }
    if source::is_source(clause, child) {
        let sure = source::is_sure(clause, child, clause.start(head)..=clause.start(child));
        return if sure { Fate::Goes } else { Fate::Stays };
    }
    if clause.after_dash(child) {
        return Fate::Goes;
    }
    if word.is("according") {
        let doubtful = clause.subtree(child).any(|i| clause.words[i].any(DUBIOUS));
        return if doubtful || clause.has_quotation() { Fate::Stays } else { Fate::MayGo(1.0) };
    }
    // "Hiding women behind veils is …": what is done is all that such a subject says.
    if clause.words[head].pos == Pos::Vbg && clause.relation(head) == Subject && word.pos != Pos::Punct {
        return Fate::MayGo(NEEDED);
    }
    match clause.relation(child) {
        Subject if beside_name(clause, head, child) => Fate::Goes,
        Compound if is_country(clause, head, child) => Fate::MayGo(0.4),
        Compound | Adjective => before_noun(clause, head, child),
        Auxiliary if head == top && perfect(clause, head, child) => Fate::Goes,
        Apposition => match clause.set_off(child) {
            true => Fate::Goes,
            false => Fate::Stays,
        },
        Relative | Nominal => to_noun(clause, head, child),
        Adverbial => adverbial(clause, top, head, child),
        Adverb => adverb(clause, top, head, child),
        Measure if clause.words[head].is("ago") || clause.relation(head) == Adverb => Fate::Stays,
        Measure if is_time(clause, child) && !is_past(clause, child) => Fate::Goes,
        // "at 10 a.m. local time"
        Measure if word.is("time") => Fate::Goes,
        Measure if word.entity() == Some(EntityKind::Person) => Fate::Stays,
        Measure => Fate::MayGo(NEEDED),
        Preposition => preposition(clause, top, head, child),
        Agent if matches!(clause.relation(head), Nominal | Relative) => Fate::MayGo(NEEDED),
        Agent => Fate::MayGo(0.8),
        Conjunct => conjunct(clause, head, child),
        Conjunction if child == clause.start(head) && clause.children(head).next() == Some(child) => Fate::Goes,
        Determiner if word.any(TITLE) => Fate::Goes,
        Possessor if is_time(clause, child) => Fate::Goes,
        Other => Fate::Goes,
        _ => Fate::Stays,
    }
}

/// "United States" in "United States Supreme Court".
fn is_country(clause: &Clause<'_>, head: usize, child: usize) -> bool {
    let name = clause.name_start(head);
    clause.words[child].is("States") && child + 1 == name && name > 0 && clause.words[child].inside_name()
}

/// A party before its candidate that the parser took for a second subject.
fn beside_name(clause: &Clause<'_>, verb: usize, child: usize) -> bool {
    let next = clause.children(verb).find(|&next| next > child && next < verb && clause.relation(next) != Other);
    let subject = next.filter(|&next| clause.relation(next) == Subject && clause.is_person(next));
    subject.is_some_and(|next| !(clause.end(child)..clause.start(next)).any(|i| clause.words[i].comma()))
}

/// "has" in "has posted", where the participle is also a past tense.
fn perfect(clause: &Clause<'_>, verb: usize, auxiliary: usize) -> bool {
    const SAME: [&str; 21] = [
        "won", "said", "made", "held", "bought", "sold", "told", "found", "lost", "met", "put", "set", "hit", "cut",
        "left", "paid", "led", "sent", "built", "bid", "brought",
    ];
    let participle = &clause.words[verb];
    let has = ["has", "have", "had"].iter().any(|form| clause.words[auxiliary].is(form));
    let alone =
        clause.children(verb).filter(|&child| matches!(clause.relation(child), Auxiliary | Negation)).count() == 1;
    let same = participle.text.ends_with("ed") || SAME.iter().any(|form| participle.is(form));
    has && alone && same && matches!(participle.pos, Pos::Vbn | Pos::Vbd)
}

/// Words before nouns: adjectives can go if they do not change what is said.
fn before_noun(clause: &Clause<'_>, head: usize, child: usize) -> Fate {
    let word = &clause.words[child];
    let plain = matches!(word.pos, Pos::Jj | Pos::Vbn | Pos::Vbg);
    match () {
        _ if clause.relation(child) == Compound || word.named() || !plain => Fate::Stays,
        // "round 3"
        _ if clause.words[head].number() => Fate::Stays,
        // "phone-tap evidence"
        _ if word.text.contains('-') => Fate::MayGo(NEEDED),
        _ if word.any(QUALIFIER | HEDGE | HEAD_OF | OPEN_ADJ) => Fate::Stays,
        _ if word.text.contains(|c: char| c.is_ascii_digit()) => Fate::Stays,
        // "a share worth £52", "anything new"
        _ if child > head => Fate::MayGo(NEEDED),
        _ if child > 0 && (word.text.starts_with(char::is_uppercase) || clause.words[child - 1].number()) => {
            Fate::MayGo(NEEDED)
        }
        _ => Fate::MayGo(2.4),
    }
}

/// Clauses about a noun.
fn to_noun(clause: &Clause<'_>, head: usize, child: usize) -> Fate {
    let noun = &clause.words[head];
    let vague = noun.any(GENERIC | OPEN_NOUN | HEAD_OF) || !noun.noun();
    match clause.relation(child) {
        Relative if clause.has(child, &[Marker]) => Fate::MayGo(NEEDED),
        _ if clause.set_off(child) => Fate::Goes,
        Nominal if is_what_becomes(clause, head, child) => Fate::MayGo(NEEDED),
        _ if vague || is_needed(clause, head, child) => Fate::MayGo(NEEDED),
        Relative if noun.named() => Fate::MayGo(0.0),
        Relative => Fate::MayGo(1.2),
        _ if clause.has(child, &[Auxiliary, Marker]) => Fate::MayGo(1.5),
        _ => Fate::MayGo(0.8),
    }
}

/// "to be a fight" in "expects the clash to be a fight", "declared the rates to be a cause".
fn is_what_becomes(clause: &Clause<'_>, noun: usize, verb: usize) -> bool {
    let to = clause.children(verb).any(|i| clause.relation(i) == Auxiliary && clause.words[i].is("to"));
    let be = clause.words[verb].is("be") || clause.children(verb).any(|i| clause.words[i].is("be"));
    to && be && clause.relation(noun) == Object
}

/// Clauses that were only taken for clauses about the noun: "people marched", "his statement was drafted abroad", "had a
/// bucket thrown over him", "no chance of history repeating itself".
fn is_needed(clause: &Clause<'_>, noun: usize, verb: usize) -> bool {
    let word = &clause.words[verb];
    let finite = |i: usize| clause.relation(i) == Auxiliary && clause.words[i].finite();
    let subject = clause.child(verb, Subject);
    let clausal = subject.is_none() && (word.pos == Pos::Vbd || clause.children(verb).any(finite));
    let governor = clause.head(noun);
    let action = std::iter::successors(governor, |&at| clause.head(at)).find(|&at| clause.words[at].pos.is_verb());
    let caused = action.is_some_and(|action| clause.words[action].any(HAVE)) && word.pos == Pos::Vbn;
    let gerund = governor.is_some_and(|governor| clause.words[governor].pos == Pos::In) && word.pos == Pos::Vbg;
    clausal || caused || gerund
}

/// Clauses that say when, why or under which condition.
fn adverbial(clause: &Clause<'_>, top: usize, head: usize, child: usize) -> Fate {
    let mut markers = clause
        .children(child)
        .filter(|&marker| matches!(clause.relation(marker), Marker | Adverb | Preposition) && marker < child);
    let condition = |marker: usize| clause.words[marker].any(CONDITION) || clause.words[marker].is("if");
    if markers.any(condition) {
        return Fate::Stays;
    }
    let bare = !clause.has(child, &[Marker, Adverb, Auxiliary, Preposition]);
    let finite = clause.words[child].finite() || clause.children(child).any(|i| clause.words[i].finite());
    let before = head == top && child < head;
    let purpose = clause.words[child].pos == Pos::Vb;
    match () {
        _ if before => Fate::Goes,
        // ", killing three": what came of it.
        _ if clause.set_off(child) && clause.words[child].pos == Pos::Vbg => Fate::MayGo(0.0),
        _ if clause.set_off(child) => Fate::Goes,
        // What is said without "that", taken for a circumstance.
        _ if finite && (bare || !clause.has(child, &[Marker, Adverb])) => Fate::MayGo(NEEDED),
        _ if purpose && clause.words[head].any(NEEDS_MORE) => Fate::MayGo(NEEDED),
        _ if purpose => Fate::MayGo(1.0),
        _ => Fate::MayGo(0.3),
    }
}

fn adverb(clause: &Clause<'_>, top: usize, head: usize, child: usize) -> Fate {
    let word = &clause.words[child];
    let governed = clause.words[head].pos;
    match () {
        _ if word.any(HEDGE | QUALIFIER | CONDITION) || matches!(governed, Pos::Cd | Pos::In) => Fate::Stays,
        _ if matches!(word.pos, Pos::Rbr | Pos::Rbs | Pos::Rp | Pos::Wrb | Pos::Jjr | Pos::Jjs) => Fate::Stays,
        _ if is_past(clause, child) => Fate::Stays,
        _ if word.any(PASSING | NOW) || head == top && child < head => Fate::Goes,
        _ if word.any(AWAY | LATE) => Fate::MayGo(NEEDED),
        _ if is_time(clause, child) => Fate::Goes,
        _ if governed.is_verb() => Fate::MayGo(1.6),
        _ => Fate::MayGo(0.8),
    }
}

/// Whether a word names a point in time; "in two hours" is none.
fn is_time(clause: &Clause<'_>, word: usize) -> bool {
    const SEASONS: [&str; 5] = ["spring", "summer", "autumn", "winter", "season"];
    let text = &clause.words[word];
    let unit = is_unit(text) || text.any(PERIOD);
    const NEAR: [&str; 8] = ["last", "next", "past", "previous", "same", "early", "late", "recent"];
    let far = |child: usize| {
        let adjective = clause.relation(child) == Adjective;
        clause.relation(child) == Number || adjective && !NEAR.iter().any(|near| clause.words[child].is(near))
    };
    let counted = clause.children(word).any(far);
    let season = clause.relation(word) == Possessor && SEASONS.iter().any(|season| text.is(season));
    let named = text.entity() == Some(EntityKind::Person);
    !named && (season || text.any(DAY | NOW | CLOCK) || text.any(MONTH) && text.pos != Pos::Md || unit && !counted)
}

fn is_unit(word: &Word<'_>) -> bool {
    const UNITS: [&str; 9] = ["week", "weeks", "month", "months", "year", "years", "day", "days", "hours"];
    UNITS.iter().any(|unit| word.is(unit))
}

/// Whether a preposition governs a point in time.
pub(super) fn is_time_phrase(clause: &Clause<'_>, preposition: usize) -> bool {
    clause.child(preposition, Complement).is_some_and(|governed| is_time(clause, governed))
}

/// "Twenty years ago", "In 1987": what happened then is not what happened now.
fn is_past(clause: &Clause<'_>, part: usize) -> bool {
    const LONG: [&str; 7] = ["years", "months", "decades", "centuries", "decade", "century", "weeks"];
    let mut words = clause.subtree(part).map(|i| &clause.words[i]);
    let long = words.clone().any(|word| LONG.iter().any(|long| word.is(long)));
    words.any(|word| word.is("ago") && long || is_year(word))
}

fn is_year(word: &Word<'_>) -> bool {
    word.number() && word.text.len() == 4 && word.text.starts_with(['1', '2'])
}

fn preposition(clause: &Clause<'_>, top: usize, head: usize, child: usize) -> Fate {
    let word = &clause.words[child];
    if word.any(CONDITION) {
        return Fate::Stays;
    }
    if head == top && child < head {
        return if is_past(clause, child) { Fate::Stays } else { Fate::Goes };
    }
    let which = |governed: usize| matches!(clause.words[governed].pos, Pos::Wdt | Pos::Wp);
    if clause.relation(head) == Preposition || clause.child(child, Complement).is_some_and(which) {
        return Fate::Stays;
    }
    let governor = &clause.words[head];
    // "the three months to September"
    if is_unit(governor) && clause.has(head, &[Number]) {
        return Fate::Stays;
    }
    let time = clause.child(child, Complement).is_some_and(|governed| is_time(clause, governed));
    let time = time && !is_past(clause, child);
    let counted = if clause.subtree(child).any(|i| clause.words[i].number()) { 1.0 } else { 0.0 };
    match () {
        _ if time && !word.is("of") => {
            if governor.pos.is_verb() {
                Fate::Goes
            } else {
                Fate::MayGo(0.3)
            }
        }
        _ if governor.pos.is_verb() => Fate::MayGo(to_verb(clause, head, child).map_or(NEEDED, |loss| loss + counted)),
        _ if is_title(clause, head, child) => Fate::Stays,
        _ if !governor.noun() => Fate::MayGo(NEEDED),
        _ if word.is("of") && governor.any(OPEN_NOUN | HEAD_OF) => Fate::Stays,
        _ if word.is("in") && (governor.is("shares") || governor.is("stake")) => Fate::Stays,
        _ if word.is("of") => Fate::MayGo(if governor.named() { 1.0 } else { NEEDED }),
        _ if governor.any(OPEN_NOUN) || is_ranked(clause, head) => Fate::MayGo(3.0),
        _ if word.any(AWAY) => Fate::MayGo(1.2 + counted),
        _ => Fate::MayGo(counted + if governor.named() { 0.2 } else { 0.6 }),
    }
}

/// "its last conference", "the biggest club": the last or biggest of what?
fn is_ranked(clause: &Clause<'_>, noun: usize) -> bool {
    const ORDER: [&str; 6] = ["first", "last", "only", "second", "third", "final"];
    let ranks = |child: usize| {
        let word = &clause.words[child];
        clause.relation(child) == Adjective && (word.pos == Pos::Jjs || ORDER.iter().any(|order| word.is(order)))
    };
    clause.children(noun).any(ranks)
}

/// "Voice over Internet Telephony", "The Passion of the Christ": a name that nobody found.
fn is_title(clause: &Clause<'_>, head: usize, preposition: usize) -> bool {
    let proper = |i: usize| clause.words[i].pos.is_proper() && !clause.words[i].named();
    // "Commission on Presidential Debates", of which half was found.
    let body = clause.words[head].entity() == Some(EntityKind::Organisation)
        && preposition == head + 1
        && ["on", "for", "of"].iter().any(|joint| clause.words[preposition].is(joint));
    let complement = clause.child(preposition, Complement);
    proper(head) && complement.is_some_and(proper)
        || body && complement.is_some_and(|i| clause.words[i].pos.is_proper())
}

/// What a verb loses without a preposition; nothing if it cannot be without.
fn to_verb(clause: &Clause<'_>, verb: usize, preposition: usize) -> Option<f32> {
    let governor = &clause.words[verb];
    let passive = clause.children(verb).any(|child| clause.relation(child) == Auxiliary && is_be(clause, child));
    let content = clause.has(verb, &[Object, Attribute, OpenClause, Clause]);
    let first = clause.children(verb).find(|&child| child > verb && clause.relation(child) == Preposition);
    let away = if clause.words[preposition].any(AWAY) { 0.8 } else { 0.0 };
    match () {
        _ if first != Some(preposition) => Some(0.2 + away),
        _ if governor.any(NEEDS_MORE) => None,
        _ if content => Some(0.4 + away),
        _ if governor.any(COMPLETE | DONE) || passive => Some(0.8 + away),
        _ => None,
    }
}

fn is_be(clause: &Clause<'_>, word: usize) -> bool {
    clause.words[word].any(super::lexicon::BE)
}

/// Further members of a list. A second verb can go; a second subject cannot: the verb agrees with both.
fn conjunct(clause: &Clause<'_>, head: usize, child: usize) -> Fate {
    let verbs = clause.words[head].pos.is_verb() && clause.words[child].pos.is_verb();
    let own = clause.has(child, &[Subject]);
    let shares = !clause.has(head, &[Object, Attribute, Preposition, Clause, OpenClause])
        && clause.has(child, &[Object, Preposition]);
    let object = std::iter::successors(Some(head), |&word| clause.head(word))
        .map(|word| clause.relation(word))
        .find(|&relation| relation != Conjunct);
    let between = clause.head(head).is_some_and(|governor| clause.words[governor].is("between"));
    // "K2-18b, a planet": no member of a list.
    let apposed = clause.set_off(child) && clause.has(child, &[Determiner]) && !clause.has(head, &[Conjunction]);
    match object {
        _ if apposed && !verbs => Fate::Goes,
        _ if verbs && own => Fate::Goes,
        _ if verbs && shares => Fate::Stays,
        _ if verbs => Fate::MayGo(0.0),
        Some(Complement) if is_of_several(clause, head) => Fate::Stays,
        // "David and Louise Turpin"
        _ if clause.is_person(child) && clause.name_start(child) < child && clause.start(head) == head => Fate::Stays,
        Some(Object | Complement | Attribute) if !between && alike(&clause.words[head], &clause.words[child]) => {
            Fate::MayGo(1.5)
        }
        _ => Fate::Stays,
    }
}

/// "the states of Idaho, Michigan and Ohio"
fn is_of_several(clause: &Clause<'_>, member: usize) -> bool {
    let first =
        std::iter::successors(Some(member), |&word| clause.head(word)).find(|&word| clause.relation(word) != Conjunct);
    let of = first.and_then(|first| clause.head(first)).filter(|&of| clause.words[of].is("of"));
    let noun = of.and_then(|of| clause.head(of)).map(|noun| &clause.words[noun]);
    noun.is_some_and(|noun| noun.pos == Pos::Nns && !noun.any(HEAD_OF | OPEN_NOUN))
}

/// Whether two nouns are members of one list; "Leeds" and "festivals" in "Leeds and Reading festivals" are not.
fn alike(one: &Word<'_>, other: &Word<'_>) -> bool {
    one.noun() && one.named() == other.named() && one.pos.is_proper() == other.pos.is_proper()
}

/// The conjunction before a further member of a list.
fn conjunction(clause: &Clause<'_>, part: usize) -> Option<usize> {
    let head = clause.head(part).filter(|_| clause.relation(part) == Conjunct)?;
    clause.children(head).rfind(|&child| child < part && clause.relation(child) == Conjunction)
}
