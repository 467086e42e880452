//! Bylines: "By Jane Roe, Staff Writer".

use super::dateline::is_agency;
use super::dates;

/// Words that tell a function or a paper from a name.
#[rustfmt::skip]
const FUNCTIONS: [&str; 40] = [
    "writer", "writers", "reporter", "reporters", "correspondent", "correspondents", "editor", "editors", "contributor",
    "contributors", "columnist", "staff", "bureau", "agency", "agencies", "press", "news", "times", "post", "journalist",
    "producer", "chief", "desk", "service", "media", "online", "magazine", "herald", "tribune", "guardian", "gazette",
    "daily", "weekly", "political", "business", "sports", "special", "senior", "associate", "freelance",
];

const PARTICLES: [&str; 16] =
    ["de", "da", "di", "del", "della", "der", "den", "van", "von", "bin", "ibn", "al", "el", "la", "le", "ter"];

/// The authors that a line names, if it is a byline and nothing else. A desk or "staff" is no author.
pub(super) fn byline(line: &str) -> Option<Vec<String>> {
    const OPENINGS: [&str; 8] =
        ["written by ", "reported by ", "posted by ", "story by ", "author: ", "authors: ", "by: ", "by "];
    let opening = OPENINGS
        .iter()
        .find(|opening| line.get(..opening.len()).is_some_and(|head| head.eq_ignore_ascii_case(opening)))?;
    let rest = line[opening.len()..].trim();
    if rest.len() > 120 || rest.ends_with(['.', '?', '!', ':', ';']) && !rest.ends_with("Jr.") {
        return None;
    }
    let (names, tail) = before_affiliation(rest);
    let several = names.contains(" and ") || names.contains(" & ");
    let names = names.replace(" & ", " and ").replace(", and ", " and ");
    let mut authors = Vec::new();
    for (i, part) in names.split([',']).flat_map(|part| part.split(" and ")).map(str::trim).enumerate() {
        match (is_name(part), is_function(part)) {
            (_, true) => {}
            (true, false) if i == 0 || several => authors.push(as_a_name(part)),
            (true, false) => {}
            (false, false) => return None,
        }
    }
    let fits = tail.is_none_or(|tail| tail.split_whitespace().count() <= 6 && starts_as_a_name(tail));
    fits.then_some(authors)
}

/// Splits off "in Paris", "for The Gazette", "| The Gazette".
fn before_affiliation(rest: &str) -> (&str, Option<&str>) {
    let cut = [" | ", " - ", " – ", " — ", " / ", " in ", " for ", " at ", " of "].iter().filter_map(|mark| {
        let at = rest.find(mark)?;
        Some((at, at + mark.len()))
    });
    cut.min().map_or((rest, None), |(start, end)| (&rest[..start], Some(rest[end..].trim())))
}

fn starts_as_a_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_uppercase()) || text.starts_with("the ")
}

/// Two to five words that all begin with a capital, but for particles; or one word that is an agency.
fn is_name(part: &str) -> bool {
    let words: Vec<&str> = part.split(' ').collect();
    let first = words[0];
    if dates::weekday(first).is_some() || dates::month(first).is_some() {
        return false;
    }
    if is_agency(part) {
        return true;
    }
    let fits = |word: &str| {
        let letters = word.chars().all(|c| c.is_alphabetic() || ".'’-".contains(c));
        letters && (word.starts_with(char::is_uppercase) || PARTICLES.contains(&word))
    };
    (2..=5).contains(&words.len())
        && words.iter().all(|word| fits(word))
        && !matches!(first, "The" | "A" | "An" | "All")
}

fn is_function(part: &str) -> bool {
    let words = || part.split(' ').map(str::to_lowercase);
    !is_agency(part) && words().count() <= 6 && words().any(|word| FUNCTIONS.contains(&&*word))
}

/// A name in capitals as it is usually written.
fn as_a_name(part: &str) -> String {
    let capitals = part.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    if !capitals || is_agency(part) {
        return part.to_owned();
    }
    let mut out = String::with_capacity(part.len());
    let mut inside = false;
    for c in part.chars() {
        match inside {
            true => out.extend(c.to_lowercase()),
            false => out.push(c),
        }
        inside = c.is_alphabetic();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_functions_and_papers() {
        for (line, authors) in [
            ("By Jane Roe", &["Jane Roe"][..]),
            ("By JANE ROE", &["Jane Roe"]),
            ("BY JANE O'ROE-DOE", &["Jane O'Roe-Doe"]),
            ("By Jane Roe, Staff Writer", &["Jane Roe"]),
            ("By Jane Roe and John Doe", &["Jane Roe", "John Doe"]),
            ("By Jane Roe, John Doe and Max Moe", &["Jane Roe", "John Doe", "Max Moe"]),
            ("By Jane van der Roe, Roundhill Standard", &["Jane van der Roe"]),
            ("By Jane Roe in Roundhill", &["Jane Roe"]),
            ("By Jane Roe | The Standard", &["Jane Roe"]),
            ("By Reuters", &["Reuters"]),
            ("By Staff Reporter", &[]),
            ("Written by Jane Roe", &["Jane Roe"]),
        ] {
            assert_eq!(
                byline(line).as_deref(),
                Some(authors.iter().map(|s| s.to_string()).collect::<Vec<_>>()).as_deref(),
                "{line}"
            );
        }
    }

    #[test]
    fn prose_that_begins_with_by_is_none() {
        for line in [
            "By Tuesday the army had left",
            "By Tuesday",
            "By May Roe had left.",
            "By The River",
            "By far the best",
            "By contrast, Jane Roe left",
            "By Jane Roe's account it rained",
            "Byron Roe",
            "By ",
        ] {
            assert_eq!(byline(line), None, "{line}");
        }
    }
}
