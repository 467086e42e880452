//! Which of the tags a page shows: those that a reader would follow.

use super::candidates::{Candidate, Standing};
use super::lexicon::TagLexicon;
use super::words::Words;
use crate::analysis::TagKind;

/// Names and phrases in so many first sentences count even when they are said only once; a single noun in the first.
const LEAD: u32 = 2;

/// Whether a tag is said more than once, or in the headline or the lead, and is more than a word of everyday news.
pub(super) fn is_worth_showing(candidate: &Candidate, title: &Words, words: &TagLexicon) -> bool {
    let lead = if candidate.is_phrase() || candidate.kind.is_some() { LEAD } else { 1 };
    let matters = candidate.total() > 1 || candidate.places[0].sentence < lead || title.has(&candidate.key);
    matters
        && candidate.standing == Standing::OwnRight
        && !is_source(candidate, words)
        && (candidate.is_phrase() || !words.is_dull(&candidate.key))
}

/// Whether it is a paper, agency or network that is not what the article is about.
fn is_source(candidate: &Candidate, words: &TagLexicon) -> bool {
    candidate.kind == Some(TagKind::Organisation)
        && words.is_press(&candidate.key)
        && (candidate.places[0].sentence > 0 || candidate.places[0].cited || candidate.total() < 2)
}

/// Whether a tag says little beside those that are shown: a name beside a longer or shorter one of its kind
/// ("Bradley Airport", "Bradley International Airport"), or what is named in two of them.
pub(super) fn repeats(candidate: &Candidate, shown: &[&Candidate]) -> bool {
    let is_name = |c: &Candidate| c.kind.is_some() || c.places[0].proper;
    let is_same =
        |other: &Candidate| other.kind == candidate.kind || other.words().next_back() == candidate.words().next_back();
    let same_name = |other: &&Candidate| {
        is_name(other)
            && is_name(candidate)
            && is_same(other)
            && (is_within(candidate, other) || is_within(other, candidate))
    };
    let named_in = |name: &&Candidate| shown.iter().filter(|other| is_within(name, other)).count() > 1;
    shown.iter().any(same_name)
        || shown.iter().any(|name| is_name(name) && is_within(name, candidate) && named_in(name))
}

/// Whether all words of a name stand in another one, whatever stands between them.
fn is_within(part: &Candidate, whole: &Candidate) -> bool {
    part.words().filter(|word| *word != "the").all(|word| whole.words().any(|other| other == word))
}
