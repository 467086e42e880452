//! The form for people: a card an article.

use std::io::{self, Write};

use crate::analysis::{Analysis, HeadlineOrigin, Person};
use crate::source::Article;

/// Columns of the card.
const WIDTH: usize = 92;
/// Columns of the labels at the left.
const LABEL: usize = 10;
/// Columns of the longest name that is aligned.
const NAME: usize = 28;

/// Writes one article.
pub(super) fn write(article: &Article, analysis: &Analysis, colour: bool, out: &mut impl Write) -> io::Result<()> {
    let pen = Pen { colour };
    let words = article.prose.text.split_whitespace().count();
    let origin = match analysis.headline.origin {
        HeadlineOrigin::FrontMatter => "headline from front matter",
        HeadlineOrigin::Heading => "headline from the text",
        HeadlineOrigin::Generated => "headline generated",
    };
    writeln!(out, "{}", pen.dim(&format!("{} · {} · {words} words · {origin}", article.path, analysis.language)))?;
    writeln!(out, "{}", pen.bold(&analysis.headline.text))?;
    writeln!(out)?;
    let sentences: Vec<_> = analysis.summary.sentences.iter().map(|sentence| sentence.text.as_str()).collect();
    pen.paragraph("Summary", &sentences.join(" "), out)?;
    people(&pen, &analysis.people, out)?;
    let topics: Vec<_> = analysis.topics.iter().map(|topic| format!("{} ({:.2})", topic.label, topic.score)).collect();
    pen.paragraph("Topics", &topics.join(", "), out)?;
    let tags: Vec<_> = analysis.tags.iter().filter(|tag| tag.shown).map(|tag| tag.label.as_str()).collect();
    pen.paragraph("Tags", &tags.join(", "), out)?;
    writeln!(out)
}

/// Key people a line each with their roles, the others in one paragraph.
fn people(pen: &Pen, people: &[Person], out: &mut impl Write) -> io::Result<()> {
    let mut label = "People";
    let key: Vec<_> = people.iter().filter(|person| person.key).collect();
    let longest = key.iter().map(|person| person.name.chars().count()).max().unwrap_or(0).min(NAME);
    for person in &key {
        let roles: Vec<_> = person.roles.iter().map(|role| role.text.as_str()).collect();
        let line = format!("{:longest$}  {}", person.name, roles.join("; "));
        pen.line(label, line.trim_end(), out)?;
        label = "";
    }
    let others: Vec<_> = people.iter().filter(|person| !person.key).map(|person| person.name.as_str()).collect();
    pen.paragraph(if key.is_empty() { "People" } else { "  others" }, &others.join(", "), out)
}

/// Writes with or without colours.
struct Pen {
    colour: bool,
}

impl Pen {
    fn styled(&self, code: &str, text: &str) -> String {
        let text: String = text.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect();
        if self.colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text }
    }

    fn bold(&self, text: &str) -> String {
        self.styled("1", text)
    }

    fn dim(&self, text: &str) -> String {
        self.styled("2", text)
    }

    fn line(&self, label: &str, text: &str, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "{}{}", self.styled("36", &format!("{label:LABEL$}")), self.styled("0", text))
    }

    /// Text broken into lines at spaces; nothing when there is none.
    fn paragraph(&self, label: &str, text: &str, out: &mut impl Write) -> io::Result<()> {
        let mut label = label;
        for line in wrap(text, WIDTH - LABEL) {
            self.line(label, &line, out)?;
            label = "";
        }
        Ok(())
    }
}

fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut room = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        match lines.last_mut() {
            Some(line) if length < room => {
                line.push(' ');
                line.push_str(word);
                room -= length + 1;
            }
            _ => {
                lines.push(word.to_owned());
                room = width.saturating_sub(length);
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_never_exceed_the_width() {
        assert_eq!(wrap("one two  three four", 9), ["one two", "three", "four"]);
        assert_eq!(wrap("unbreakable", 3), ["unbreakable"]);
        assert_eq!(wrap("", 3), [""; 0]);
    }
}
