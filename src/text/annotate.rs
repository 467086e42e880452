//! From the taggers' output to the tags and entities of a [`Document`].

use super::tagger::labels::LABELS;
use super::tagger::ner::Scores;
use super::tagger::{Evidence, Kind, Scratch, Tagger, spans};
use super::{Document, Entity, EntityKind, Pos, Token};

/// Sets the tags and entities of a document in the language of the tagger.
pub(super) fn annotate(document: &mut Document<'_>, tagger: &Tagger) {
    let text = document.prose.text.as_str();
    let words: Vec<&str> = document.tokens.iter().map(|token| token.span.of(text)).collect();
    let mut scratch = Scratch::default();
    let mut evidence = Evidence::default();
    evidence.clear();
    evidence.reserve(words.len());
    for sentence in &document.sentences {
        tagger.tag(&words[sentence.tokens.start as usize..sentence.tokens.end as usize], &mut scratch);
        evidence.push(&mut scratch);
    }
    tagger.revise(&mut scratch, &mut evidence);
    for (index, sentence) in document.sentences.iter().enumerate() {
        let tokens = &mut document.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
        for (token, tag) in tokens.iter_mut().zip(evidence.pos(index)) {
            token.pos = Pos::from(*tag);
        }
        let named =
            spans(evidence.labels(index)).filter(|&(start, end, kind)| is_name(&tokens[start..end], kind, text));
        let found = named.map(|(start, end, kind)| Entity {
            kind: entity_kind(kind),
            span: tokens[start].span.join(tokens[end - 1].span),
            margin: margin(&evidence.scores_of(index)[start..end], kind),
            tokens: sentence.tokens.start + start as u32..sentence.tokens.start + end as u32,
        });
        document.entities.extend(found);
    }
}

/// Whether the words can be a name of this kind, whatever their capitals suggest.
fn is_name(tokens: &[Token], kind: Kind, text: &str) -> bool {
    match (tokens, kind) {
        // "U. S.": initials with nothing after them.
        ([_, _, ..], Kind::Person) => !tokens.iter().all(|token| is_initial(token.span.of(text))),
        // "We" at the head of many sentences; but a person may be called You or So.
        ([only], Kind::Organisation | Kind::Place) => {
            let closed = matches!(only.pos, Pos::Prp | Pos::PrpS | Pos::Dt | Pos::Wp | Pos::Wdt | Pos::Wrb | Pos::Ex);
            let word = only.span.of(text);
            !closed || word.len() > 1 && word.chars().all(char::is_uppercase)
        }
        _ => true,
    }
}

/// The mean lead of a kind's scores over the best of all other labels.
fn margin(scores: &[Scores], kind: Kind) -> i16 {
    let own = 1 + 2 * kind as usize;
    let lead = |s: &Scores| {
        let rival = (0..LABELS).filter(|label| !(own..own + 2).contains(label)).map(|label| s[label]).max();
        i32::from(s[own].max(s[own + 1])) - i32::from(rival.unwrap_or(0))
    };
    (scores.iter().map(lead).sum::<i32>() / scores.len().max(1) as i32) as i16
}

fn is_initial(word: &str) -> bool {
    let letters = word.strip_suffix('.').unwrap_or(word);
    letters.chars().count() == 1 && letters.starts_with(char::is_uppercase)
}

fn entity_kind(kind: Kind) -> EntityKind {
    match kind {
        Kind::Person => EntityKind::Person,
        Kind::Organisation => EntityKind::Organisation,
        Kind::Place => EntityKind::Place,
    }
}
