//! Marks on the page: exact output for the hard cases, and well-formedness for all.

use proptest::prelude::*;
use standfirst::config::SourceSettings;
use standfirst::source::{Article, Mark, MarkElement, RawFile, parse};
use standfirst::text::Span;

fn article(key: &str, text: &str) -> Option<Article> {
    let file = RawFile { path: key.to_owned(), key: key.to_owned(), bytes: text.as_bytes().to_vec() };
    parse(&file, &SourceSettings::default()).0
}

fn mark(article: &Article, words: &str, id: &str) -> Mark {
    let start = article.prose.text.find(words).unwrap();
    let span = Span::new(start, start + words.len());
    Mark { span, id: (!id.is_empty()).then(|| id.to_owned()), class: "m".to_owned(), element: MarkElement::Span }
}

#[test]
fn a_mark_is_split_at_emphasis_and_named_once() {
    let article = article("a.md", "The *mayor of* [Roundhill](x) went.\n").unwrap();
    let marks = [mark(&article, "mayor of Roundhill went", "s-1")];
    assert_eq!(
        article.to_html(&marks),
        "<p>The <em><span id=\"s-1\" class=\"m\">mayor of</span></em><span class=\"m\"> </span>\
         <a href=\"x\"><span class=\"m\">Roundhill</span></a><span class=\"m\"> went</span>.</p>\n"
    );
}

#[test]
fn marks_nest_and_overlap() {
    let article = article("a.txt", "One two three four.").unwrap();
    let nested = [mark(&article, "two", "p-1"), mark(&article, "One two three", "s-1")];
    assert_eq!(
        article.to_html(&nested),
        "<p><span id=\"s-1\" class=\"m\">One <span id=\"p-1\" class=\"m\">two</span> three</span> four.</p>\n"
    );
    let crossed = [mark(&article, "One two", "a"), mark(&article, "two three", "b")];
    assert_eq!(
        article.to_html(&crossed),
        "<p><span id=\"a\" class=\"m\">One <span id=\"b\" class=\"m\">two</span></span>\
         <span class=\"m\"> three</span> four.</p>\n"
    );
}

#[test]
fn marks_survive_raw_html_and_their_attributes_are_escaped() {
    let article = article("a.md", "Some <b>bold</b> words.\n").unwrap();
    let mut marked = mark(&article, "bold words", "s-1\"<");
    marked.element = MarkElement::Mark;
    assert_eq!(
        article.to_html(&[marked]),
        "<p>Some <b><mark id=\"s-1&quot;&lt;\" class=\"m\">bold</mark></b><mark class=\"m\"> words</mark>.</p>\n"
    );
}

#[test]
fn addresses_are_resolved_where_they_stand() {
    let article = article("a.md", "[a](b?x=1&y=2) <img src=\"c.png\"> [d](#e)\n").unwrap();
    let html = article.body.to_html_with(&article.prose, &[], |url| format!("/{url}").into());
    assert_eq!(html, "<p><a href=\"/b?x=1&amp;y=2\">a</a> <img src=\"/c.png\"> <a href=\"#e\">d</a></p>\n");
}

#[test]
fn spaces_that_do_not_break_are_shown_and_are_spaces_in_the_prose() {
    let article = article("a.md", "Over 5&nbsp;km long.\n").unwrap();
    assert_eq!(article.prose.text, "Over 5 km long.");
    let marks = [mark(&article, "5 km", "")];
    assert_eq!(article.to_html(&marks), "<p>Over <span class=\"m\">5\u{A0}km</span> long.</p>\n");
}

const VOID: [&str; 4] = ["br", "img", "hr", "input"];

/// The text of well-formed HTML; panics when tags do not balance.
fn text_of(html: &str) -> String {
    let mut open: Vec<&str> = Vec::new();
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let end = at + rest[at..].find('>').unwrap_or_else(|| panic!("unclosed tag in {html}"));
        let tag = &rest[at + 1..end];
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "tags balance in {html}");
        } else if !VOID.contains(&name) {
            open.push(name);
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty(), "all tags are closed in {html}");
    text.push_str(rest);
    text
}

fn markdown() -> impl Strategy<Value = String> {
    const PIECES: [&str; 30] = [
        "*",
        "**",
        "[x](y)",
        "[",
        "](z \"t\")",
        "`c`",
        "\n",
        "\n\n",
        "\n> ",
        "\n- ",
        "\n# ",
        "\n\n|a|b|\n|-|-|\n|c|d|\n",
        "[^1]",
        "\n\n[^1]: note ",
        "<b>",
        "</i>",
        "\n\n<div>\n\n",
        "\n\n<table><tr>\n\n",
        "<script>",
        "<a href='q'>",
        "&nbsp;",
        "&#xFDD0;1:2&#xFDD1;",
        "  \n",
        "![i](j)",
        "<",
        "🚀\u{AD}",
        "\n\nShare this article\n\n",
        "PARIS (AP) — A",
        "---\n",
        "<!-- ",
    ];
    let piece = prop_oneof!["[a-zé ]{1,8}", proptest::sample::select(PIECES.to_vec()).prop_map(str::to_owned)];
    proptest::collection::vec(piece, 1..30).prop_map(|pieces| pieces.concat())
}

/// Blocks tile the prose, with a blank line between them, and each is tidy.
fn check_prose(article: &Article) {
    let text = &article.prose.text;
    let mut end = 0;
    for (i, block) in article.prose.blocks.iter().enumerate() {
        let words = block.span.of(text);
        assert!(!words.is_empty() && words.trim() == words, "{words:?}");
        assert!(!words.contains('\n') && !words.contains("  "), "{words:?}");
        assert_eq!(&text[end..block.span.start as usize], if i == 0 { "" } else { "\n\n" });
        end = block.span.end as usize;
    }
    assert_eq!(end, text.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_marks_on_any_markdown_keep_the_page_well_formed(
        text in markdown(),
        marks in proptest::collection::vec((0_u32..120, 0_u32..60, any::<bool>()), 0..8),
    ) {
        let Some(article) = article("a.md", &text) else { return Ok(()) };
        check_prose(&article);
        let marks: Vec<Mark> = marks.iter().enumerate().map(|(i, &(start, length, named))| Mark {
            span: Span { start, end: start + length },
            id: named.then(|| format!("s-{i}")),
            class: String::new(),
            element: if named { MarkElement::Mark } else { MarkElement::Span },
        }).collect();
        let marked = article.to_html(&marks);
        prop_assert_eq!(text_of(&marked), text_of(&article.to_html(&[])));
        for i in 0..marks.len() {
            let times = marked.matches(&format!("id=\"s-{i}\"")).count();
            prop_assert!(times <= 1, "once");
        }
    }

    #[test]
    fn all_prose_is_on_the_page_in_order(text in markdown()) {
        let Some(article) = article("a.md", &text) else { return Ok(()) };
        let marks: Vec<Mark> = article.prose.blocks.iter().map(|block| Mark {
            span: block.span, id: None, class: "block".to_owned(), element: MarkElement::Mark,
        }).collect();
        let html = article.to_html(&marks);
        let parts = html.split("<mark class=\"block\">").skip(1);
        let shown: String = parts.map(|part| part.split("</mark>").next().unwrap_or_default()).collect();
        let shown = shown.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        let squeeze = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(squeeze(&shown), squeeze(&article.prose.text));
    }

    #[test]
    fn no_bytes_make_it_panic(
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
        key in "(a\\.md|2016-1.-09-x\\.txt|a\\.txt)",
    ) {
        let file = RawFile { path: key.clone(), key, bytes };
        if let Some(article) = parse(&file, &SourceSettings::default()).0 {
            check_prose(&article);
            text_of(&article.to_html(&[]));
        }
    }

    #[test]
    fn no_plain_text_loses_a_word(lines in proptest::collection::vec("[A-Za-z,. -]{0,90}", 0..12)) {
        let text = lines.join("\n");
        let Some(article) = article("a.txt", &text) else { return Ok(()) };
        check_prose(&article);
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
        let title = article.meta.title.as_ref().map_or(0, |title| letters(&title.text));
        let removed: usize = article.removed.iter().map(|removed| letters(&removed.text)).sum();
        prop_assert_eq!(letters(&text), letters(&article.prose.text) + title + removed);
    }

    #[test]
    fn places_stand_on_the_words_of_the_span(text in markdown(), at in 0_usize..100) {
        let Some(article) = article("a.md", &text) else { return Ok(()) };
        let letters: Vec<_> = article.prose.text.match_indices(|c: char| c.is_ascii_lowercase()).collect();
        let Some((start, letter)) = letters.get(at % letters.len().max(1)) else { return Ok(()) };
        let range = article.source_range(Span::new(*start, start + 1));
        prop_assert_eq!(&article.source[range], *letter);
    }

    #[test]
    fn no_front_matter_makes_it_panic(yaml in "[a-z:\\[\\]{}&*#'\"!|> \n-]{0,80}") {
        let _ = article("a.md", &format!("---\ntitle: x\n{yaml}\n---\nText.\n"));
    }
}
