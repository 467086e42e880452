//! What the first words tell to have happened, where the rest of the article is in the words of something else: an
//! obituary in those of a life, an accident of a player in those of the game.

use std::ops::Range;

/// How many words are the first.
pub(super) const WORDS: usize = 60;
/// Words behind "died" that may tell of age, place or cause, and words before it that may tell of the age.
const BEHIND: usize = 20;
const BEFORE: usize = 6;
/// Ages at which people have obituaries.
const AGES: Range<u32> = 30..115;

/// The words that tell of a death in the lead of an obituary: a single person's, and no violent one.
pub(super) fn death(words: &[&str]) -> Option<Range<u32>> {
    let lead = &words[..words.len().min(WORDS)];
    if lead.iter().any(|word| is_violent(word) || is_crowd(word)) {
        return None;
    }
    let death = (0..lead.len()).find_map(|at| Some(at..at + length_of_death(&lead[at..])?))?;
    let behind = &words[death.end..words.len().min(death.end + BEHIND)];
    let before = &lead[death.start.saturating_sub(BEFORE)..death.start];
    let is_obituary =
        behind.iter().any(|word| is_peaceful(word)) || behind.iter().chain(before).any(|word| is_age(word));
    is_obituary.then_some(death.start as u32..death.end as u32)
}

/// Whether somebody or something came to harm.
pub(super) fn tells_of_harm(words: &[&str]) -> bool {
    let is_harm = |word: &&str| {
        matches!(
            *word,
            "killed"
                | "killing"
                | "died"
                | "dead"
                | "death"
                | "deaths"
                | "injured"
                | "injuries"
                | "missing"
                | "victims"
                | "survivors"
                | "casualties"
                | "homeless"
                | "destroyed"
                | "destroying"
                | "damaged"
                | "damage"
                | "evacuated"
                | "displaced"
                | "disaster"
                | "emergency"
        )
    };
    words.iter().take(WORDS).any(is_harm)
}

fn length_of_death(words: &[&str]) -> Option<usize> {
    match words {
        ["died" | "dies", ..] => Some(1),
        ["passed", "away", ..] => Some(2),
        _ => None,
    }
}

fn is_age(word: &str) -> bool {
    word.parse().is_ok_and(|age| AGES.contains(&age))
}

/// Where or of what people die who have obituaries.
fn is_peaceful(word: &str) -> bool {
    matches!(
        word,
        "age"
            | "aged"
            | "home"
            | "sleep"
            | "hospital"
            | "Hospital"
            | "hospice"
            | "cancer"
            | "illness"
            | "disease"
            | "causes"
            | "complications"
            | "peacefully"
            | "failure"
    )
}

fn is_violent(word: &str) -> bool {
    matches!(
        word,
        "killed"
            | "killing"
            | "shot"
            | "shooting"
            | "stabbed"
            | "murder"
            | "murdered"
            | "attack"
            | "bomb"
            | "bombing"
            | "explosion"
            | "blast"
            | "crash"
            | "crashed"
            | "collided"
            | "collision"
            | "collapsed"
            | "accident"
            | "fire"
            | "drowned"
            | "arrested"
            | "police"
            | "injured"
    )
}

/// Whether a word tells of several people.
fn is_crowd(word: &str) -> bool {
    matches!(
        word,
        "people"
            | "patients"
            | "passengers"
            | "victims"
            | "others"
            | "deaths"
            | "workers"
            | "men"
            | "women"
            | "babies"
            | "children"
            | "study"
    )
}

#[cfg(test)]
mod tests {
    use super::{death, tells_of_harm};

    fn words(text: &str) -> Vec<&str> {
        text.split(' ').collect()
    }

    #[test]
    fn an_obituary_tells_of_one_death_by_age_place_or_illness() {
        assert_eq!(death(&words("The cellist Ann Poe , 87 , died on Sunday .")), Some(7..8));
        assert_eq!(death(&words("The cellist Ann Poe passed away at her home in Ghent .")), Some(4..6));
        assert_eq!(death(&words("The cellist Ann Poe died on Sunday .")), None);
    }

    #[test]
    fn violent_deaths_and_those_of_many_are_no_obituaries() {
        assert_eq!(death(&words("A cyclist , 44 , died in hospital after a crash .")), None);
        assert_eq!(death(&words("Two patients died of the disease on Sunday .")), None);
    }
    #[test]
    fn a_crash_without_harm_may_be_one_of_the_market() {
        assert!(tells_of_harm(&words("The bus crashed and four pupils were injured .")));
        assert!(!tells_of_harm(&words("Shares in the maker of planes crashed on Monday .")));
    }
}
