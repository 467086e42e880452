//! Where a sentence can end, and whether what is left stands.

use super::words::Words;
use crate::text::Pos;

/// Prepositions before which a sentence can end; never "of", "to", "than" or "without", which complete what is before.
const CUT_BEFORE: &[&str] = &[
    "in",
    "on",
    "at",
    "during",
    "after",
    "amid",
    "near",
    "following",
    "over",
    "through",
    "across",
    "as",
    "while",
    "when",
    "before",
    "for",
    "with",
    "from",
    "by",
    "inside",
    "above",
    "below",
    "outside",
    "around",
    "between",
    "about",
    "where",
    "because",
];
/// Words in what is cut off that the rest depends on.
pub(super) const BINDING: &[&str] = &[
    "if",
    "unless",
    "not",
    "never",
    "no",
    "without",
    "except",
    "but",
    "allegedly",
    "reportedly",
    "alleged",
    "poll",
    "polls",
    "preliminary",
    "claims",
    "claimed",
    "claim",
    "possible",
    "possibly",
    "may",
    "might",
    "could",
    "would",
    "than",
    "only",
    "rumours",
    "rumors",
    "suspected",
    "false",
    "falsely",
    "denied",
    "apparently",
    "unconfirmed",
    "projected",
];
/// Verbs that are complete without an object.
const COMPLETE: &[&str] = &[
    "died",
    "dies",
    "resigned",
    "resigns",
    "collapsed",
    "collapses",
    "crashed",
    "crashes",
    "exploded",
    "explodes",
    "erupted",
    "erupts",
    "opened",
    "opens",
    "closed",
    "closes",
    "ended",
    "ends",
    "began",
    "begins",
    "failed",
    "rose",
    "rises",
    "fell",
    "falls",
    "won",
    "wins",
    "lost",
    "loses",
    "retired",
    "retires",
    "escaped",
    "survived",
    "protested",
    "apologised",
    "apologized",
    "surrendered",
    "returned",
    "arrived",
    "landed",
    "drowned",
    "strike",
    "rallied",
    "disappeared",
    "vanished",
];
/// Words at the beginning that point to what came before, or that hold what follows open.
const BACKWARD: &[&str] = &[
    "this", "that", "these", "those", "such", "it", "there", "here", "both", "neither", "another", "others", "some",
    "many", "one", "so", "then", "also", "what", "how", "why", "who", "when", "if", "unless", "although", "though",
    "because", "while", "since", "as", "most", "two", "other",
];
/// Participles that say all after a form of "to be".
const DONE: &[&str] = &[
    "killed",
    "arrested",
    "injured",
    "wounded",
    "shot",
    "jailed",
    "elected",
    "released",
    "freed",
    "fined",
    "suspended",
    "cancelled",
    "canceled",
    "postponed",
    "evacuated",
    "rescued",
    "destroyed",
    "damaged",
    "closed",
    "banned",
    "detained",
    "hospitalised",
    "hospitalized",
    "cleared",
    "sacked",
    "fired",
    "dismissed",
    "beaten",
    "defeated",
    "signed",
    "approved",
    "rejected",
    "launched",
    "opened",
    "murdered",
    "assassinated",
    "stabbed",
    "kidnapped",
    "executed",
    "extradited",
    "deported",
    "impeached",
    "acquitted",
    "rescued",
    "reopened",
    "delayed",
    "ruled",
    "stolen",
    "abandoned",
    "adopted",
];
/// Verbs after which a clause must follow.
const SAYING: &[&str] = &[
    "said",
    "says",
    "say",
    "claims",
    "claimed",
    "maintains",
    "believes",
    "believed",
    "thinks",
    "thought",
    "insists",
    "insisted",
    "hopes",
    "hoped",
    "argues",
    "argued",
    "warned",
    "warns",
    "stated",
    "states",
    "added",
    "adds",
];

/// The kept tokens without punctuation at the end.
pub(super) fn without_end_marks<'k>(words: Words<'_, '_>, kept: &'k [u32]) -> &'k [u32] {
    let last = kept.iter().rposition(|&t| !words.punctuation(t) || matches!(words.text(t), "\"" | "”" | ")" | "%"));
    &kept[..last.map_or(0, |last| last + 1)]
}

/// Whether the sentence can end before `kept[end]`.
pub(super) fn can_end(words: Words<'_, '_>, kept: &[u32], end: usize, sentence_end: u32) -> bool {
    let (last, next) = (kept[end - 1], kept[end]);
    if words.inside_name(next) || (next..sentence_end).any(|t| words.is(t, BINDING)) && !attribution(words, next) {
        return false;
    }
    match words.pos(next) {
        _ if words.comma(next) || matches!(words.text(next), ";" | ":" | "—" | "–") => {
            after_comma(words, kept, end)
        }
        Pos::Cc => kept.get(end + 1).is_some_and(|&t| words.finite(t)) && words.is(next, &["and"]),
        // "a letter to the king", but not "an offer to resign".
        Pos::To | Pos::In if words.is(next, &["to"]) => {
            words.pos(last).is_noun() && kept.get(end + 1).is_some_and(|&t| !words.pos(t).is_verb() && !words.name(t))
        }
        Pos::In | Pos::Wrb | Pos::Vbg | Pos::Rb if words.is(next, CUT_BEFORE) => {
            words.pos(last).is_noun() || words.pos(last) == Pos::Cd || is_complete_verb(words, kept, end)
        }
        _ => false,
    }
}

/// A comma ends what can stand alone when no list goes on after it.
fn after_comma(words: Words<'_, '_>, kept: &[u32], end: usize) -> bool {
    let Some(&next) = kept.get(end + 1) else { return true };
    let list = kept[end + 1..].iter().take(9).any(|&t| words.is(t, &["and", "or"]))
        && (words.pos(next).is_noun() || words.pos(next) == Pos::Cd || words.pos(next).is_adjective());
    let earlier = kept[..end].iter().rev().take(8).any(|&t| words.comma(t));
    match words.pos(next) {
        Pos::Vbg
        | Pos::Vbn
        | Pos::Wdt
        | Pos::Wp
        | Pos::WpS
        | Pos::Wrb
        | Pos::In
        | Pos::Cc
        | Pos::Dt
        | Pos::Rb
        | Pos::Prp => true,
        _ => !list && !earlier,
    }
}

/// ", police said", ", according to a statement".
fn attribution(words: Words<'_, '_>, comma: u32) -> bool {
    let next = comma + 1;
    let said =
        |t: u32| (t as usize) < words.doc.tokens.len() && words.is(t, &["said", "says", "announced", "confirmed"]);
    words.comma(comma) && (1..5).any(|n| said(next + n))
}

fn is_complete_verb(words: Words<'_, '_>, kept: &[u32], end: usize) -> bool {
    let last = kept[end - 1];
    if words.is(last, COMPLETE) {
        return true;
    }
    let passive = end >= 2 && words.is(kept[end - 2], &["was", "were", "been", "is", "are", "be", "being"]);
    match words.pos(last) {
        Pos::Vbn | Pos::Vbd => passive && words.is(last, DONE),
        Pos::Jj => passive && words.is(last, &["dead", "missing", "guilty", "safe", "alive", "stable"]),
        Pos::Rb => words
            .is(last, &["again", "together", "early", "home", "abroad", "online", "live", "twice", "once", "alone"]),
        _ => false,
    }
}

/// Whether the tokens make a clause: a subject with a noun, then a verb that carries it, and an end that is one.
pub(super) fn is_clause(words: Words<'_, '_>, tokens: &[u32]) -> bool {
    let Some(verb) = tokens.iter().position(|&t| words.finite(t)) else { return false };
    let subject = tokens[..verb].iter().any(|&t| words.pos(t).is_noun());
    let [first, .., last] = tokens else { return false };
    let begins = !matches!(words.pos(*first), Pos::Prp | Pos::PrpS | Pos::In | Pos::Cc | Pos::To | Pos::Punct)
        && !words.is(*first, BACKWARD)
        && !words.finite(*first);
    let own = !tokens[..verb].iter().any(|&t| words.is(t, &["who", "which", "that", "whose", "what", "where", "when"]));
    let modal_alone = words.pos(tokens[verb]) == Pos::Md && verb + 1 == tokens.len();
    subject && begins && own && !modal_alone && ends(words, tokens, *last) && is_complete(words, &tokens[verb..])
}

/// Whether each clause that is begun has its verb: after "that", "which" or "how", and after a verb of saying.
fn is_complete(words: Words<'_, '_>, tokens: &[u32]) -> bool {
    tokens.iter().enumerate().all(|(i, &t)| {
        let opens = matches!(words.pos(t), Pos::Wdt | Pos::Wp | Pos::Wrb)
            || words.is(t, &["that", "if", "whether", "because", "while", "when"]) && words.pos(t) != Pos::Dt
            || words.is(t, SAYING);
        !opens || tokens[i + 1..].iter().any(|&t| words.finite(t)) || words.is(t, SAYING) && i + 1 == tokens.len()
    })
}

fn ends(words: Words<'_, '_>, tokens: &[u32], last: u32) -> bool {
    match words.pos(last) {
        Pos::Nn | Pos::Nns | Pos::Nnp | Pos::Nnps | Pos::Cd | Pos::Rp | Pos::Prp => {
            !words.is(last, &["mr", "mrs", "ms", "dr", "gen", "sen"])
        }
        Pos::Punct => matches!(words.text(last), "\"" | "”" | ")" | "%"),
        Pos::Jj => {
            is_complete_verb(words, tokens, tokens.len())
                || words.is(last, &["guilty", "dead", "alive", "positive", "injured"])
        }
        pos if pos.is_verb() || pos == Pos::Rb => is_complete_verb(words, tokens, tokens.len()),
        _ => false,
    }
}

/// Whether all quotation marks and brackets are in pairs.
pub(super) fn is_closed(words: Words<'_, '_>, tokens: &[u32]) -> bool {
    let count = |any: &[&str]| tokens.iter().filter(|&&t| any.contains(&words.text(t))).count();
    let mark = |t: u32| {
        words.punctuation(t) && !matches!(words.text(t), "\"" | "“" | "”" | "''" | "``" | "‘" | "’" | "%" | "$" | "£")
    };
    let doubled = tokens.windows(2).any(|pair| mark(pair[0]) && mark(pair[1]));
    !doubled
        && count(&["\"", "''", "``"]) % 2 == 0
        && count(&["“"]) == count(&["”"])
        && count(&["‘"]) <= count(&["’"])
        && count(&["("]) == count(&[")"])
        && count(&["["]) == count(&["]"])
}
