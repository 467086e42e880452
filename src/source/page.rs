//! What of a page is the article: litter, byline, date line, dateline and title of its lines.
//!
//! One pass over the lines of plain text or the blocks of Markdown; it looks at words only, not at markup.

use super::byline::byline;
use super::clean::Manner;
use super::dateline::{Dateline, dateline};
use super::dates::date_line;
use super::litter;
use jiff::civil::Date;

/// A line of plain text or a block of Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) kind: UnitKind,
    /// Cleaned text.
    pub(super) text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitKind {
    Paragraph,
    Heading(u8),
    List,
    /// A table, a picture, code: never litter.
    Other,
}

/// What the lines say of the article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Findings {
    pub(super) authors: Vec<String>,
    pub(super) day: Option<Date>,
    pub(super) updated: Option<Date>,
    /// The place of the dateline.
    pub(super) place: Option<String>,
    pub(super) source: Option<String>,
}

/// What becomes of each unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Judgement {
    /// For each unit the reason why it is taken out.
    pub(super) removed: Vec<Option<&'static str>>,
    /// The unit that is the title.
    pub(super) title: Option<usize>,
    /// The unit that begins with a dateline, and its length in bytes.
    pub(super) dateline: Option<(usize, usize)>,
    /// The last paragraph, when it ends with the credit of an agency, and where that begins.
    pub(super) credit: Option<(usize, usize)>,
    /// Lines of plain text that are headings.
    pub(super) headings: Vec<usize>,
    pub(super) findings: Findings,
}

/// Why the entries of a list of other articles are taken out.
const OTHERS: &str = "list of other articles";

/// Judges all units of an article; `title` is the title that front matter gives.
pub(super) fn judge(units: &[Unit], title: Option<&str>, manner: Manner) -> Judgement {
    let mut judgement = Judgement { removed: vec![None; units.len()], ..Judgement::default() };
    let litter: Vec<_> = units.iter().map(reason).collect();
    let prose: Vec<bool> = units.iter().zip(&litter).map(|(unit, litter)| litter.is_none() && is_prose(unit)).collect();
    let head = head(units, &prose);
    let tail = prose.iter().rposition(|&prose| prose).map_or(units.len(), |last| last + 1);
    let mut among_others = false;
    for (i, unit) in units.iter().enumerate() {
        among_others &= is_entry(unit);
        let at_border = i < head || i >= tail;
        judgement.removed[i] = match unit.kind {
            UnitKind::Other => None,
            _ if unit.kind != UnitKind::List && unit.text.is_empty() => Some("blank"),
            UnitKind::List => (among_others && i >= tail).then_some(OTHERS),
            _ => litter[i]
                .or_else(|| statement(&unit.text, at_border, &mut judgement.findings))
                .or_else(|| (among_others && i >= tail).then_some(OTHERS)),
        };
        among_others |= judgement.removed[i].is_some() && litter::opens_a_list_of_others(&unit.text);
    }
    judgement.title = find_title(units, &judgement.removed, title);
    if judgement.title.is_none() && title.is_none() && manner == Manner::Plain {
        judgement.title = find_title_line(units, &judgement.removed, head);
    }
    find_dateline(units, &prose, &mut judgement);
    judgement.credit = prose.iter().rposition(|&prose| prose).and_then(|i| Some((i, credit(&units[i].text)?)));
    if manner == Manner::Plain {
        judgement.headings = headings(units, &prose, &judgement);
    }
    judgement
}

/// The first unit that is running text; a title that ends as a sentence does not count.
fn head(units: &[Unit], prose: &[bool]) -> usize {
    let first = prose.iter().position(|&prose| prose).unwrap_or(units.len());
    let title = first + 1 < units.len() && prose[first + 1] && is_title(&units[first]);
    let others = || units[..first].iter().any(is_title);
    if title && !others() { first + 1 } else { first }
}

fn reason(unit: &Unit) -> Option<&'static str> {
    match unit.kind {
        UnitKind::Paragraph | UnitKind::Heading(_) => litter::reason(&unit.text),
        UnitKind::List | UnitKind::Other => None,
    }
}

/// Whether a unit is running text rather than a label.
fn is_prose(unit: &Unit) -> bool {
    let text = &*unit.text;
    let ended = || text.trim_end_matches(['"', '”', '’', '\'', ')', '»']).ends_with(['.', '!', '?', '…']);
    let length = text.chars().count();
    unit.kind == UnitKind::Paragraph && (length > 150 || (length >= 50 && ended() && text.split(' ').count() >= 8))
}

/// A short line that may be the name of another article.
fn is_entry(unit: &Unit) -> bool {
    match unit.kind {
        UnitKind::List => true,
        UnitKind::Paragraph | UnitKind::Heading(_) => !unit.text.ends_with('.') && unit.text.split(' ').count() <= 20,
        UnitKind::Other => false,
    }
}

/// Reads a line beside the text that states who wrote it, when, or where it comes from; gives why it is taken out.
fn statement(text: &str, at_border: bool, findings: &mut Findings) -> Option<&'static str> {
    if !at_border || text.len() > 250 {
        return None;
    }
    let mut found = findings.clone();
    let mut reason = None;
    for part in text.split([PIPE, '·', '•']).map(str::trim).filter(|part| !part.is_empty()) {
        let affiliation =
            reason == Some("byline") && part.split(' ').count() <= 4 && part.starts_with(char::is_uppercase);
        let why = single_statement(part, &mut found).or(affiliation.then_some("byline"))?;
        reason = reason.or(Some(why));
    }
    *findings = found;
    reason
}

const PIPE: char = '|';

fn single_statement(part: &str, findings: &mut Findings) -> Option<&'static str> {
    if let Some(authors) = byline(part) {
        findings.authors.extend(authors);
        return Some("byline");
    }
    let address = part.strip_prefix("Source: ").unwrap_or(part);
    if super::addresses::web(address).is_ok() {
        findings.source.get_or_insert_with(|| address.to_owned());
        return Some("address");
    }
    if let Some(day) = date_line(part).and_then(|line| line.day) {
        findings.day.get_or_insert(day);
        return Some("date");
    }
    stamp(part, findings).or_else(|| litter::reason(part))
}

/// "Published: 9 September 2016", "Updated 2 hours ago"
fn stamp(part: &str, findings: &mut Findings) -> Option<&'static str> {
    const OPENINGS: [(&str, bool); 16] = [
        ("published on", false),
        ("published at", false),
        ("first published", false),
        ("published", false),
        ("posted on", false),
        ("posted at", false),
        ("posted", false),
        ("publication date", false),
        ("date", false),
        ("last updated on", true),
        ("last updated", true),
        ("last modified", true),
        ("updated on", true),
        ("updated at", true),
        ("updated", true),
        ("modified", true),
    ];
    let lower = part.to_ascii_lowercase();
    let (opening, updated) = OPENINGS.iter().find(|(opening, _)| lower.starts_with(opening))?;
    let rest = part[opening.len()..].trim_start_matches([':', ' ']);
    if rest.len() == part.len() - opening.len() {
        return None;
    }
    let slot = if *updated { &mut findings.updated } else { &mut findings.day };
    match date_line(rest) {
        Some(line) => *slot = slot.or(line.day),
        None if rest.ends_with(" ago") && rest.split(' ').count() <= 4 => {}
        None => return None,
    }
    Some("date")
}

/// A heading of the first level that opens the text. When front matter gives the title, only a line that says
/// the same is one, of whatever kind.
fn find_title(units: &[Unit], removed: &[Option<&str>], given: Option<&str>) -> Option<usize> {
    let first = (0..units.len()).find(|&i| removed[i].is_none())?;
    let fits = match given {
        Some(given) => units[first].kind != UnitKind::List && units[first].text.to_lowercase() == given.to_lowercase(),
        None => units[first].kind == UnitKind::Heading(1),
    };
    fits.then_some(first)
}

/// The first line that is left of those before the text, if it looks like a title.
fn find_title_line(units: &[Unit], removed: &[Option<&str>], head: usize) -> Option<usize> {
    let first = (0..units.len()).find(|&i| removed[i].is_none())?;
    (first < head && head < units.len() && is_title(&units[first])).then_some(first)
}

fn is_title(unit: &Unit) -> bool {
    let text = &*unit.text;
    let words = || text.split(' ').count();
    let opens = || text.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "\"'“‘«¿¡$£€#".contains(c));
    unit.kind == UnitKind::Paragraph
        && text.len() <= 140
        && opens()
        && (2..=20).contains(&words())
        && (!text.ends_with(['.', ',', ';', ':', '…', '-', '–', '—']) || ends_in_initials(text))
        && !text.contains(". ")
        && date_line(text).is_none()
        && dateline(text).is_none_or(|found| found.length < text.len())
}

/// Short lines that stand alone between two paragraphs and are no sentence.
fn headings(units: &[Unit], prose: &[bool], judgement: &Judgement) -> Vec<usize> {
    let kept: Vec<usize> =
        (0..units.len()).filter(|&i| judgement.removed[i].is_none() && judgement.title != Some(i)).collect();
    let between = |trio: &&[usize]| prose[trio[0]] && prose[trio[2]] && is_heading(&units[trio[1]]);
    kept.windows(3).filter(between).map(|trio| trio[1]).collect()
}

fn is_heading(unit: &Unit) -> bool {
    const UNFINISHED: [&str; 14] =
        ["as", "and", "or", "the", "a", "an", "of", "to", "in", "for", "with", "that", "by", "from"];
    let text = unit.text.trim_end_matches(['’', '\'', ')']);
    let last = text.rsplit(' ').next().unwrap_or_default();
    is_title(unit)
        && text.len() <= 70
        && text.split(' ').count() <= 9
        && !text.ends_with(['?', '!', '.', '"', '”'])
        && !UNFINISHED.contains(&last)
}

/// "U.S."
fn ends_in_initials(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default();
    last.len() >= 4 && last.split_terminator('.').all(|part| part.len() == 1 && part.starts_with(char::is_uppercase))
}

/// The dateline of the first paragraph, or of a line of its own before it.
fn find_dateline(units: &[Unit], prose: &[bool], judgement: &mut Judgement) {
    let free = |&i: &usize| judgement.removed[i].is_none() && judgement.title != Some(i);
    let paragraphs = (0..units.len()).filter(free).filter(|&i| units[i].kind == UnitKind::Paragraph);
    let Some((i, line)) = first_dateline(units, prose, paragraphs) else { return };
    if is_transcript(units, i) {
        return;
    }
    judgement.findings.place = line.place;
    judgement.findings.day = judgement.findings.day.or(line.day);
    match line.length == units[i].text.len() {
        true => judgement.removed[i] = Some("dateline"),
        false => judgement.dateline = Some((i, line.length)),
    }
}

/// Looks at the paragraphs up to the first that is running text.
fn first_dateline(
    units: &[Unit],
    prose: &[bool],
    paragraphs: impl Iterator<Item = usize>,
) -> Option<(usize, Dateline)> {
    for i in paragraphs.take(4) {
        if let Some(line) = dateline(&units[i].text) {
            return Some((i, line));
        }
        if prose[i] {
            return None;
        }
    }
    None
}

/// Where "(Reporting by Jane Roe; Editing by John Doe)" begins at the end of a paragraph.
fn credit(text: &str) -> Option<usize> {
    let start = text.strip_suffix('.').unwrap_or(text).strip_suffix(')')?.rfind(" (")?;
    let inside = text[start + 2..].to_lowercase();
    let openings = ["reporting by ", "editing by ", "additional reporting by ", "writing by ", "compiled by "];
    (start > 0 && openings.iter().any(|opening| inside.starts_with(opening))).then_some(start)
}

/// Whether several paragraphs begin with the name of a speaker in capitals, as this one does.
fn is_transcript(units: &[Unit], first: usize) -> bool {
    let speaker = |unit: &Unit| {
        let name = unit.text.split_once(": ").map(|(name, _)| name);
        name.is_some_and(|name| {
            name.len() <= 40 && name.chars().any(char::is_uppercase) && !name.chars().any(char::is_lowercase)
        })
    };
    speaker(&units[first]) && units[first + 1..].iter().any(speaker)
}
