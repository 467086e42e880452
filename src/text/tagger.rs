//! Interim rules, until the trained taggers are in: tags from suffixes and a small lexicon, persons from capitals.

use super::{Document, Entity, EntityKind, Pos, Token};

/// Sets the tags and entities of a document in English.
pub(crate) fn tag(document: &mut Document<'_>) {
    let text = &document.prose.text;
    for sentence in &document.sentences {
        let range = sentence.tokens.start as usize..sentence.tokens.end as usize;
        for (at, token) in document.tokens[range].iter_mut().enumerate() {
            token.pos = guess(token.span.of(text), at == 0);
        }
    }
    document.entities = entities(document);
}

fn guess(word: &str, first: bool) -> Pos {
    let Some(c) = word.chars().next() else { return Pos::Punct };
    if let Some(pos) = closed_class(&word.to_lowercase()) {
        return pos;
    }
    match c {
        _ if c.is_ascii_digit() => Pos::Cd,
        _ if !c.is_alphabetic() => Pos::Punct,
        _ if c.is_uppercase() && !first => Pos::Nnp,
        _ if word.ends_with("ly") => Pos::Rb,
        _ if word.ends_with("ing") => Pos::Vbg,
        _ if word.ends_with("ed") => Pos::Vbd,
        _ if ["al", "ous", "ive", "ful", "able", "ible", "ic", "ary"].iter().any(|s| word.ends_with(s)) => Pos::Jj,
        _ if c.is_uppercase() => Pos::Nnp,
        _ if word.ends_with('s') && !word.ends_with("ss") => Pos::Nns,
        _ => Pos::Nn,
    }
}

fn closed_class(word: &str) -> Option<Pos> {
    Some(match word {
        "the" | "a" | "an" | "this" | "that" | "these" | "those" | "some" | "any" | "no" | "each" | "every" | "all" => {
            Pos::Dt
        }
        "and" | "or" | "but" | "nor" => Pos::Cc,
        "of" | "in" | "on" | "at" | "by" | "for" | "with" | "from" | "as" | "after" | "before" | "into" | "over"
        | "under" | "against" | "during" | "between" | "since" | "until" | "about" | "because" | "if" | "while"
        | "although" | "despite" | "towards" | "through" => Pos::In,
        "to" => Pos::To,
        "he" | "she" | "it" | "they" | "we" | "i" | "you" | "him" | "them" | "us" | "me" => Pos::Prp,
        "his" | "her" | "its" | "their" | "our" | "my" | "your" => Pos::PrpS,
        "is" | "has" | "does" | "says" | "'s" => Pos::Vbz,
        "are" | "have" | "do" | "say" | "'re" | "'ve" => Pos::Vbp,
        "was" | "were" | "had" | "did" | "said" | "told" | "took" | "made" | "came" | "went" | "began" => Pos::Vbd,
        "be" => Pos::Vb,
        "been" => Pos::Vbn,
        "being" => Pos::Vbg,
        "will" | "would" | "can" | "could" | "may" | "might" | "should" | "must" | "'ll" => Pos::Md,
        "not" | "n't" | "however" | "also" | "now" | "then" | "there" | "here" | "very" | "recently" => Pos::Rb,
        "who" | "what" => Pos::Wp,
        "which" => Pos::Wdt,
        "when" | "where" | "how" | "why" => Pos::Wrb,
        _ => return None,
    })
}

/// Runs of capitalised words; two or more are a person, one alone a place.
fn entities(document: &Document<'_>) -> Vec<Entity> {
    let mut entities = Vec::new();
    for sentence in &document.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let start = at;
            while at < sentence.tokens.end && document.tokens[at as usize].pos == Pos::Nnp {
                at += 1;
            }
            if at > start {
                entities.push(entity(&document.tokens, start..at));
            }
            at += u32::from(at == start);
        }
    }
    entities
}

fn entity(tokens: &[Token], range: std::ops::Range<u32>) -> Entity {
    let kind = if range.len() > 1 { EntityKind::Person } else { EntityKind::Place };
    let span = tokens[range.start as usize].span.join(tokens[range.end as usize - 1].span);
    Entity { kind, tokens: range, span }
}
