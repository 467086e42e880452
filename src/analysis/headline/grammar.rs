//! Whether words make a headline: a beginning that stands alone, nothing that points elsewhere, an end that is one.

use super::lexicon::{
    AWAY, BACKWARD, BE, COMPLETE, DAY, FIRST_PERSON, GENERIC, HAVE, NEEDS_MORE, NOW, SAYING, THIRD_PERSON, TITLE,
};
use super::line::Word;
use crate::text::Pos;

/// Whether the words, which are a clause with its subject and verb, can be a headline.
///
/// `complete` says that the last word has lost nothing that it needs.
pub(super) fn is_headline(words: &[Word<'_>], complete: bool) -> bool {
    const OUTSIDE: [&str; 7] = [":", ";", "?", "!", "*", "/", "|"];
    words.len() >= 3
        && begins(words)
        && ends(words, complete)
        && is_closed(words)
        && !points_back(words)
        && clauses_have_verbs(words)
        && !says_a_thing(words)
        && !has_lone_comma(words)
        && !words.windows(2).any(|pair| is_odd(&pair[0], &pair[1]))
        && !pronoun_first(words)
        && !words.iter().any(|word| word.any(NOW) || word.is("s"))
        && !words.iter().any(|word| word.any(FIRST_PERSON) && word.text != "US" || OUTSIDE.contains(&word.text))
}

/// Whether the words are a thing that can be the whole headline, when no clause can.
pub(super) fn is_label(words: &[Word<'_>]) -> bool {
    words.len() >= 4 && words.last().is_some_and(|last| last.noun() || last.closing()) && is_headline(words, false)
}

/// "his Bruce Davey", "in Michael Martin", "so poor", "is it has been announced": something between or after is gone.
fn is_odd(word: &Word<'_>, next: &Word<'_>) -> bool {
    let person = next.begins_person();
    let so = word.is("so") && matches!(next.pos, Pos::Jj | Pos::Rb);
    let torn = word.any(BE) && next.is("it") || word.is("not") && next.is("but");
    so || torn || person && (word.pos == Pos::PrpS || word.is("in")) || word.is("of") && next.finite() && !next.noun()
}

/// A pronoun before anything that it could stand for.
fn pronoun_first(words: &[Word<'_>]) -> bool {
    let pronoun = words.iter().position(|word| word.any(THIRD_PERSON) || word.pos == Pos::Prp);
    let noun = words.iter().position(Word::noun);
    pronoun.is_some_and(|pronoun| noun.is_none_or(|noun| pronoun < noun))
}

fn ends(words: &[Word<'_>], complete: bool) -> bool {
    let last = &words[words.len() - 1];
    match last.pos {
        Pos::Punct => last.closing(),
        Pos::In | Pos::To => last.any(AWAY) && !last.is("to") && !last.is("of") && !last.is("from"),
        Pos::Dt => last.is("each") || last.is("all"),
        Pos::Cc | Pos::Md | Pos::Pos | Pos::PrpS | Pos::Wdt | Pos::Wp | Pos::WpS | Pos::Wrb => false,
        Pos::Vbd | Pos::Vbz | Pos::Vbp | Pos::Vbn | Pos::Vb | Pos::Vbg => complete || ends_with_verb(words),
        pos if pos.is_noun() => !last.any(TITLE) && !last.is("thanks") && !last.is("part"),
        Pos::Cd => !words[words.len() - 2].is("including"),
        Pos::Rb => {
            !["simply", "just", "only", "even", "partly", "mainly", "largely", "not"].iter().any(|open| last.is(open))
        }
        _ => !last.any(TITLE | HAVE | NEEDS_MORE),
    }
}

/// A verb at the end needs no object, or is passive.
fn ends_with_verb(words: &[Word<'_>]) -> bool {
    let (last, before) = (&words[words.len() - 1], &words[..words.len() - 1]);
    let passive = last.pos == Pos::Vbn && before.iter().rev().take(4).any(|word| word.any(BE));
    !last.any(HAVE | NEEDS_MORE)
        && (last.any(COMPLETE) || passive || last.any(SAYING) && before.iter().any(Word::comma))
}

/// Whether every clause that "that" begins has its verb.
fn clauses_have_verbs(words: &[Word<'_>]) -> bool {
    let that = words.iter().rposition(|word| word.is("that") && word.pos != Pos::Dt);
    that.is_none_or(|that| words[that + 1..].iter().any(Word::finite))
}

/// "Lee, known in both countries performed": one comma between subject and verb, and no list.
fn has_lone_comma(words: &[Word<'_>]) -> bool {
    let verb = words.iter().position(Word::finite).unwrap_or(0);
    let subject = &words[..verb];
    subject.iter().filter(|word| word.comma()).count() == 1 && !subject.iter().any(|word| word.pos == Pos::Cc)
}

/// "He has said his family": the clause that is said has lost its verb.
fn says_a_thing(words: &[Word<'_>]) -> bool {
    const SAYS: [&str; 14] = [
        "said", "says", "say", "believes", "believe", "believed", "thinks", "think", "hopes", "hope", "insists",
        "insisted", "claimed", "warned",
    ];
    let says = words.iter().rposition(|word| word.pos.is_verb() && SAYS.iter().any(|says| word.is(says)));
    says.is_some_and(|says| {
        let after = &words[says + 1..];
        let thing = after.iter().any(|word| word.noun());
        thing && !after.iter().any(|word| word.finite() || word.pos.is_verb() || matches!(word.pos, Pos::In | Pos::To))
    })
}

/// "the country", "the two": something that only what came before says.
fn points_back(words: &[Word<'_>]) -> bool {
    words.iter().enumerate().any(|(i, word)| {
        let the = i > 0 && (words[i - 1].is("the") || words[i - 1].is("this") || words[i - 1].is("these"));
        let more = words.get(i + 1).is_some_and(|next| next.noun() || next.is("of") || next.is("that"));
        the && word.any(GENERIC) && !more && !words[..i].iter().any(names_it)
    })
}

/// A name, or an adjective of a place such as "Japanese".
fn names_it(word: &Word<'_>) -> bool {
    word.named() || word.pos.is_proper() || word.pos == Pos::Jj && word.text.starts_with(char::is_uppercase)
}

fn begins(words: &[Word<'_>]) -> bool {
    let first = &words[0];
    let quantity = words.iter().take(3).skip(1).any(Word::number);
    let begins = match first.pos {
        Pos::Dt | Pos::Cd | Pos::Vbn | Pos::Pdt => true,
        Pos::Vbg => words[1].noun() || words[1].pos.is_adjective(),
        Pos::Jjr => quantity || words[1].noun(),
        Pos::Rb | Pos::In | Pos::Rbr | Pos::Jjs => quantity,
        pos => pos.is_noun() || pos.is_adjective(),
    };
    let the_more = first.is("the") && words[1].pos == Pos::Jjr;
    let some_of = words[1].is("of") && !first.is("most");
    begins
        && !the_more
        && !first.any(DAY)
        && (!first.any(BACKWARD) || some_of)
        && (first.text.starts_with(char::is_alphanumeric))
}

/// Whether all quotation marks and brackets are in pairs.
pub(super) fn is_closed(words: &[Word<'_>]) -> bool {
    let count = |any: &[&str]| words.iter().filter(|word| any.contains(&word.text)).count();
    let after_letter = |word: &&Word<'_>| matches!(word.text, "'" | "’") && word.pos != Pos::Pos;
    let open = count(&["‘", "`"]) + words.iter().filter(|word| word.text == "'" && word.space).count();
    count(&["\""]) % 2 == 0
        && count(&["''", "``"]) % 2 == 0
        && count(&["“"]) == count(&["”"])
        && count(&["("]) == count(&[")"])
        && count(&["["]) == count(&["]"])
        && open <= words.iter().filter(after_letter).count()
}
