//! Interim: the first sentences that fit.

use super::{Person, Summary, SummarySentence};
use crate::config::SummarySettings;
use crate::source::Authored;
use crate::text::{BlockKind, Document};

/// The first sentences of the paragraphs, within the limits.
pub fn summarise(doc: &Document, _people: &[Person], _written: Option<&str>, settings: &SummarySettings) -> Summary {
    let mut words = 0;
    let mut sentences = Vec::new();
    for sentence in &doc.sentences {
        if doc.prose.blocks[sentence.block as usize].kind != BlockKind::Paragraph {
            continue;
        }
        words += doc.word_count(sentence.span);
        if sentences.len() == settings.sentences || words > settings.max_words {
            break;
        }
        let text = doc.slice(sentence.span).to_owned();
        sentences.push(SummarySentence { text, span: Some(sentence.span), dropped: None });
    }
    Summary { authored: Authored::Generated, sentences }
}
