//! What looks like a person's name and is none: months, storms, streets, prizes, laws; and photo credits.

use super::lexicon::{PeopleLexicon, RoleClass, Title};
use super::mentions::Named;
use super::words::Words;
use crate::text::{BlockKind, Document, EntityKind, Pos};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// Capitalised nouns that make a name before them the name of something else.
#[rustfmt::skip]
const NAMESAKES: &[&str] = &[
    "Academy", "Act", "Airfield", "Airport", "Amendment", "Arena", "Association", "Avenue", "Award", "Awards",
    "Bank", "Bay", "Beach", "Boulevard", "Bridge", "Building", "Castle", "Cathedral", "Center", "Centre", "Chapel",
    "Church", "Clinic", "Co", "Co.", "College", "Committee", "Company", "Corp", "Corp.", "Corporation", "County",
    "Creek", "Cup", "Day", "Doctrine", "Drive", "Estate", "Field", "Forest", "Foundation", "Fund", "Gallery",
    "Garden", "Gardens", "Group", "Hall", "Hill", "Hills", "Holdings", "Hospital", "Hotel", "House", "Inc", "Inc.",
    "Industries", "Inn", "Institute", "Institution", "International", "Island", "Islands", "Lake", "Lane", "Law",
    "Library", "LLC", "LLP", "Ltd", "Ltd.", "Medal", "Memorial", "Mine", "Mountain", "Museum", "Observatory",
    "Palace", "Park", "Peak", "Peninsula", "Place", "Plaza", "Point", "Port", "Prison", "Prize", "Protocol",
    "Report", "River", "Road", "School", "Square", "Stadium", "Station", "Street", "Studios", "Theater", "Theatre",
    "Tower", "Towers", "Township", "Trophy", "Trust", "University", "Valley", "Village", "Wing", "Ave.", "St.",
    "Rd.", "Blvd.", "Brothers", "Sons", "Partners", "PLC", "plc", "Plc", "Television", "Party", "Press", "Industry",
    "Technology", "Union", "Chambers", "Roundabout", "Power", "Agency", "City", "Complex", "Shipyard", "Council",
    "Ministry", "Department", "Court", "League", "Championship", "Championships", "Open", "Classic", "Games",
    "Festival", "Show", "Base", "Airbase", "Barracks", "Facility", "Mosque", "Temple", "Linux", "Constellation", "News", "Times", "Post", "Telescope", "Expressway", "Highway", "Ministries",
];

/// Small nouns that do the same: "Parkinson's disease", "Moore's law".
#[rustfmt::skip]
const EPONYMS: &[&str] = &[
    "disease", "syndrome", "law", "theorem", "principle", "paradox", "razor", "constant", "effect", "prize", "medal",
    "scale", "cell", "lymphoma", "telescope", "comet",
];

/// Words before a name that make it a storm, a mountain, a church, a ship.
#[rustfmt::skip]
const KINDS_BEFORE: &[&str] = &[
    "Hurricane", "Typhoon", "Cyclone", "Storm", "Mount", "Mt.", "Mt", "Lake", "Fort", "Port", "Cape", "St.", "St",
    "Saint", "Sainte", "Hagia", "Notre", "Haghia", "Masjid", "Agence", "HMS", "USS", "Camp", "Chateau", "Château", "Castle", "Hotel", "Isle",
];

/// Whether the tokens, though marked as a person, name something else.
pub(super) fn no_person(words: Words, lexicon: &PeopleLexicon, tokens: &Range<u32>) -> bool {
    let small = tokens.clone().all(|t| !words.capital(t) && !words.text(t).contains(char::is_uppercase));
    let initials = tokens.clone().all(|t| words.text(t).trim_end_matches('.').chars().count() < 2);
    let acronym = tokens.len() == 1
        && words.all_caps(tokens.start)
        && !lexicon.is_given(words.text(tokens.start))
        && words.text(tokens.start).len() < 5;
    let coded = tokens.len() == 1 && words.text(tokens.start).contains(|c: char| c.is_ascii_digit());
    small
        || initials
        || coded
        || is_scientific(words, tokens)
        || acronym
        || begins_nation(words, lexicon, tokens)
        || (tokens.len() > 1 && lexicon.nation(words.doc.slice(words.span(tokens))).is_some())
        || tokens.clone().any(|t| words.text(t).contains(['@', '/', '#']) || words.text(t).starts_with("http"))
        || NAMESAKES.contains(&words.text(tokens.end))
        || NAMESAKES.contains(&words.text(tokens.end - 1)) && tokens.len() > 1 && !is_surname(words, lexicon, tokens)
        || is_eponym(words, tokens.end)
        || is_kind(words, lexicon, tokens)
        || (tokens.len() == 1 && is_other_word(words, lexicon, tokens.start))
}

/// "A. millepora" and "SARS-CoV": a species after its initial, and a word with three capitals and small letters.
fn is_scientific(words: Words, tokens: &Range<u32>) -> bool {
    let (first, last) = (words.text(tokens.start), words.text(tokens.end - 1));
    let species = tokens.len() == 2 && first.len() == 2 && first.ends_with('.') && !words.capital(tokens.end - 1);
    let capitals = first.chars().filter(|c| c.is_uppercase()).count();
    let mixed = tokens.len() == 1 && capitals > 2 && last.chars().any(char::is_lowercase);
    species || mixed
}

/// "Sri" of "Sri Lanka".
fn begins_nation(words: Words, lexicon: &PeopleLexicon, tokens: &Range<u32>) -> bool {
    let inside = (tokens.end as usize) < words.doc.tokens.len();
    inside && lexicon.nation(words.doc.slice(words.span(&(tokens.start..tokens.end + 1)))).is_some()
}

/// "Hall" in "Judge Jane Hall": a namesake that is a common surname, where title or given name speak for it.
fn is_surname(words: Words, lexicon: &PeopleLexicon, tokens: &Range<u32>) -> bool {
    #[rustfmt::skip]
    const SURNAMES: &[&str] = &[
        "Hall", "Park", "Lane", "Church", "Hill", "Hills", "Field", "Day", "Law", "Power", "Forest", "Street", "Post",
        "Bridge", "Bank", "House", "Lake", "Port", "Castle", "Place", "Garden",
    ];
    let before = tokens.start.wrapping_sub(1);
    let titled =
        lexicon.title(words.text(before)).is_some() || lexicon.role(words.text(before)) == Some(RoleClass::Office);
    let placed =
        words.article(before) || matches!(words.pos(before), Pos::In | Pos::To) && !words.is(before, &["by", "with"]);
    let given = tokens.clone().take(tokens.len() - 1).any(|t| lexicon.is_given(words.text(t)));
    SURNAMES.contains(&words.text(tokens.end - 1)) && (titled || given && !placed)
}

fn is_eponym(words: Words, next: u32) -> bool {
    let noun = if words.possessive(next) { next + 1 } else { next };
    EPONYMS.contains(&words.text(noun))
}

fn is_kind(words: Words, lexicon: &PeopleLexicon, tokens: &Range<u32>) -> bool {
    let before = tokens.start.checked_sub(1).map_or("", |b| words.text(b));
    let first = words.text(tokens.start);
    let storm = tokens.len() > 1 && KINDS_BEFORE.contains(&first) && lexicon.sex(first).is_none();
    storm || (KINDS_BEFORE.contains(&before) && before != "Castle" && before != "Hotel")
}

fn is_other_word(words: Words, lexicon: &PeopleLexicon, token: u32) -> bool {
    #[rustfmt::skip]
    const OTHER: &[&str] = &[
        "God", "Allah", "Jesus", "Christ", "Lord", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "Sir",
        "Madam", "Covid", "COVID-19", "Covid-19", "Twitter", "Facebook", "Google", "Islam", "Koran", "Quran",
        "Bible", "Nobel", "I", "He", "She", "It", "We", "They", "You", "Hon", "Ebola", "Zika", "Omicron", "Brexit",
        "Internet", "Reuters", "Xinhua", "Wikinews", "Wikipedia", "YouTube", "Instagram", "WhatsApp", "Ndebele",
        "Politico", "Netflix", "Spotify", "Newsweek", "Axios", "TikTok", "Assembly", "Staff", "Motors", "Electric", "Election", "Elections", "Dynamics",
        "Act", "Secretary", "Chief", "President", "Minister", "Senator", "Governor", "Chairman", "Commissioner", "Prosecutor",
        "Ambassador", "Congressman", "Spokesman", "Director", "Officer", "Representative",
         "Linux", "Interfax", "Fars", "Tasnim", "Agence",
    ];
    let text = words.text(token);
    let nation = lexicon.nation(text).is_some() && lexicon.sex(text).is_none();
    let role = lexicon.role(text).is_some() && lexicon.sex(text).is_none() && words.pos(token) != Pos::Nnp;
    let courtesy = matches!(lexicon.title(text), Some(Title::Courtesy(_)));
    let closed = !matches!(
        words.pos(token),
        Pos::Nnp
            | Pos::Nnps
            | Pos::Nn
            | Pos::Nns
            | Pos::Jj
            | Pos::Fw
            | Pos::Vb
            | Pos::Vbd
            | Pos::Vbg
            | Pos::Vbn
            | Pos::Vbz
            | Pos::Vbp
            | Pos::Rb
    );
    text.chars().count() < 2 || nation || role || courtesy || closed || words.calendar(token) || OTHER.contains(&text)
}

/// Whether the name stands in a picture's credit or a byline.
pub(super) fn credit(words: Words, sentence: u32, tokens: &Range<u32>) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "image", "images", "photo", "photos", "picture", "photograph", "photographs", "credit", "credits",
        "reporting", "editing", "writing", "illustration", "video", "pic", "graphic", "file photo", "screenshot",
    ];
    let Some(sentence) = words.doc.sentences.get(sentence as usize) else { return false };
    let block = words.doc.prose.blocks.get(sentence.block as usize);
    let first = sentence.tokens.start;
    let opens_block = block.is_some_and(|b| b.span.start == sentence.span.start);
    let byline = opens_block
        && words.is(first, &["by"])
        && sentence.tokens.len() <= 9
        && !sentence.tokens.clone().any(|t| words.verb(t) || words.text(t) == ",");
    let from = tokens.start.saturating_sub(4).max(first);
    let credited = (from..tokens.start).any(|t| {
        let next = words.text(t + 1);
        words.is(t, WORDS) && (matches!(next, ":" | "/") || next.eq_ignore_ascii_case("by"))
    });
    byline || credited || block.is_some_and(|b| b.kind == BlockKind::Caption && byline)
}

/// Throws out single names that the document oftener uses for a place or an organisation, and names of storms.
pub(super) fn outvoted(doc: &Document, lexicon: &PeopleLexicon, found: &mut Vec<Named>) {
    let words = Words { doc };
    let mut votes: FxHashMap<&str, (u32, u32)> = FxHashMap::default();
    for entity in doc.entities.iter().filter(|e| e.tokens.len() == 1) {
        let vote = votes.entry(words.text(entity.tokens.start)).or_default();
        if entity.kind == EntityKind::Person { vote.0 += 1 } else { vote.1 += 1 }
    }
    for window in doc.tokens.windows(2) {
        if matches!(doc.slice(window[0].span), "Hurricane" | "Typhoon" | "Cyclone" | "Storm") {
            votes.entry(doc.slice(window[1].span)).or_default().1 += 1000;
        }
    }
    let full: FxHashSet<String> =
        found.iter().filter(|n| n.name.is_full()).flat_map(|n| n.name.parts.clone()).collect();
    let supported = |named: &Named| full.contains(&named.name.parts[0]);
    found.retain(|named| {
        let text = words.text(named.tokens.start);
        let (person, other) = votes.get(text).copied().unwrap_or((1, 0));
        let unknown = lexicon.sex(text).is_none() && named.title.is_empty();
        named.tokens.len() > 1 || supported(named) || (other <= person) || (other < 1000 && !unknown)
    });
}
