//! Rules one by one, a readable snapshot, and properties on arbitrary input.

use proptest::prelude::*;

use super::is_space;
use crate::text::{Block, BlockKind, Document, Prose, Span};

/// Prose of one paragraph per argument.
fn prose(paragraphs: &[&str]) -> Prose {
    let mut prose = Prose::default();
    for paragraph in paragraphs {
        if !prose.text.is_empty() {
            prose.text.push_str("\n\n");
        }
        let start = prose.text.len();
        prose.text.push_str(paragraph);
        prose.blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(start, prose.text.len()) });
    }
    prose
}

/// The tokens with a space between, sentences with ` | ` between.
fn cut(text: &str) -> String {
    let prose = prose(&[text]);
    let document = Document::new(&prose);
    let line = |sentence: u32| {
        document.tokens_of(sentence).iter().map(|token| document.slice(token.span)).collect::<Vec<_>>().join(" ")
    };
    (0..document.sentences.len() as u32).map(line).collect::<Vec<_>>().join(" | ")
}

/// Asserts for each pair that the text is cut as written.
fn assert_cuts(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(cut(text), *expected, "for {text:?}");
    }
}

#[test]
fn clitics_are_tokens_of_their_own() {
    assert_cuts(&[
        ("Ukraine's and Ukraine’s", "Ukraine 's and Ukraine ’s"),
        ("I can't, won’t and isn't", "I ca n't , wo n’t and is n't"),
        ("they'll we're I've he'd I'm", "they 'll we 're I 've he 'd I 'm"),
        ("THE NAVY'S and the workers' rights", "THE NAVY 'S and the workers ' rights"),
        ("the U.S.'s and Paul Biya 's", "the U.S. 's and Paul Biya 's"),
        ("O'Neill, N'Golo and D’Souza", "O'Neill , N'Golo and D’Souza"),
    ]);
}

#[test]
fn hyphens_join_and_dashes_part() {
    assert_cuts(&[
        ("F-16 jets of al-Bashir", "F-16 jets of al-Bashir"),
        ("the U.S.-led force", "the U.S.-led force"),
        ("Paris – or Rome—or Oslo -- fell", "Paris – or Rome — or Oslo -- fell"),
        ("2019–2020, pre- and post-war", "2019 – 2020 , pre - and post-war"),
    ]);
}

#[test]
fn numbers_stay_whole() {
    assert_cuts(&[
        ("$3.5 or £1,000.50 or 20% at 10:30", "$ 3.5 or £ 1,000.50 or 20 % at 10:30"),
        ("9/11, 24/7 and/or US$5m", "9/11 , 24/7 and / or US$ 5m"),
        ("in the 1980s, the '90s and ’60s", "in the 1980s , the '90s and ’60s"),
    ]);
}

#[test]
fn marks_are_split_off() {
    assert_cuts(&[
        ("(“Hello,” [sic] he said)", "( “ Hello , ” [ sic ] he said )"),
        ("so [...] on, and... so … on", "so [...] on , and ... so … on"),
        ("AT&T, R&D, a & b", "AT&T , R&D , a & b"),
    ]);
}

#[test]
fn addresses_are_one_token() {
    assert_cuts(&[
        ("See https://a.example/x?y=(z). Then", "See https://a.example/x?y=(z) . | Then"),
        ("Mail j.doe@mail.example, or @jdoe #news.", "Mail j.doe@mail.example , or @jdoe #news ."),
        ("on www.site.example, or site.example/path, today", "on www.site.example , or site.example/path , today"),
        ("Shares of Site.example fell. It", "Shares of Site.example fell . | It"),
    ]);
}

#[test]
fn abbreviations_keep_their_stop() {
    assert_cuts(&[
        ("Mr. Li met Gen. Roe and St. Louis. Mr Li left.", "Mr. Li met Gen. Roe and St. Louis . | Mr Li left ."),
        ("J. R. R. Oak, J.K. Elm and J.Ash met.", "J. R. R. Oak , J.K. Elm and J. Ash met ."),
        ("on Jan. 5 at No. 10. No. He", "on Jan. 5 at No. 10 . | No . | He"),
        ("Mr. Roe v. Wade, i.e. Oak vs. Elm, etc. It", "Mr. Roe v. Wade , i.e. Oak vs. Elm , etc. | It"),
    ]);
}

#[test]
fn the_next_word_tells_whether_an_abbreviation_ends_the_sentence() {
    assert_cuts(&[
        ("In the U.S. President Roe spoke.", "In the U.S. President Roe spoke ."),
        ("He left the U.S. The war went on.", "He left the U.S. | The war went on ."),
        ("He works for Oak Inc. She does not.", "He works for Oak Inc. | She does not ."),
        ("at 5 p.m. Tongan time. At 6 a.m. Thailand left", "at 5 p.m. Tongan time . | At 6 a.m. | Thailand left"),
        ("at 5 p.m. Central European Time today", "at 5 p.m. Central European Time today"),
        ("at 5 p.m. AST. At 6 a.m. This time Roe left", "at 5 p.m. AST . | At 6 a.m. | This time Roe left"),
        ("at 5 p.m. Monday. At 6 a.m. Roe left", "at 5 p.m. Monday . | At 6 a.m. | Roe left"),
        ("So ends Plan B. The rest waits.", "So ends Plan B . | The rest waits ."),
    ]);
}

#[test]
fn quotes_and_brackets_close_with_the_sentence() {
    assert_cuts(&[
        ("“It is.” He left. (So did she.) We stay.", "“ It is . ” | He left . | ( So did she . ) | We stay ."),
        ("\"It is.\" \"No.\" They left.", "\" It is . \" | \" No . \" | They left ."),
        ("He said \" never again. \" Roe left.", "He said \" never again . \" | Roe left ."),
        ("So it ended. \"", "So it ended . \""),
        ("Out.[1][2] In. ‘Yes.’ No", "Out . [1] [2] | In . | ‘ Yes . ’ | No"),
    ]);
}

#[test]
fn a_question_in_quotes_does_not_end_the_sentence_around_it() {
    assert_cuts(&[
        ("“Why?” he asked. “Why?” Mark Rutte asked.", "“ Why ? ” he asked . | “ Why ? ” Mark Rutte asked ."),
        ("“Why?” The president left.", "“ Why ? ” | The president left ."),
        ("What?! No!!", "What ?! | No !!"),
    ]);
}

#[test]
fn ellipses_end_a_sentence_only_before_a_capital() {
    assert_cuts(&[
        ("It was... odd. I... I left... They stay", "It was ... odd . | I ... I left ... | They stay"),
        ("Well . . . maybe", "Well . . . maybe"),
    ]);
}

#[test]
fn a_lost_space_does_not_hide_the_end() {
    assert_cuts(&[
        ("This is the end.Next came more.", "This is the end . | Next came more ."),
        ("in 2019.The rest. It fell.”Then", "in 2019 . | The rest . | It fell . ” | Then"),
    ]);
}

#[test]
fn list_numbers_do_not_end_a_sentence() {
    assert_cuts(&[("1. First of all. Then", "1. First of all . | Then"), ("am 5. Mai. Dann", "am 5. Mai . | Dann")]);
}

#[test]
fn other_scripts_have_sentences() {
    assert_cuts(&[
        ("彼は来た。私は行く。", "彼 は 来 た 。 | 私 は 行 く 。"),
        ("यह है। वह है।", "यह है । | वह है ।"),
        ("من أنت؟ أنا هنا.", "من أنت ؟ | أنا هنا ."),
        ("Привет. Как дела?", "Привет . | Как дела ?"),
    ]);
}

#[test]
fn a_block_ends_a_sentence_without_a_stop() {
    let prose = prose(&["A heading", "A sentence"]);
    let document = Document::new(&prose);
    let blocks: Vec<_> = document.sentences.iter().map(|s| (s.block, document.slice(s.span))).collect();
    assert_eq!(blocks, [(0, "A heading"), (1, "A sentence")]);
}

#[test]
fn look_ups_agree_with_each_other() {
    let prose = prose(&["He didn't go, Mr. Roe's wife said. (Why?)", "No."]);
    let document = Document::new(&prose);
    assert_eq!(document.word_count(document.sentences[0].span), 7);
    assert_eq!(document.word_count(Span::new(0, prose.text.len())), 9);
    for token in 0..document.tokens.len() as u32 {
        let sentence = &document.sentences[document.sentence_of(token) as usize];
        assert!(sentence.tokens.contains(&token));
        assert_eq!(document.tokens_in(document.tokens[token as usize].span), token..token + 1);
    }
    assert_eq!(document.tokens_in(document.sentences[1].span), document.sentences[1].tokens);
    assert_eq!(document.span_of(document.sentences[1].tokens.clone()), document.sentences[1].span);
}

/// Pieces that news is made of, so that random texts are full of hard cases.
fn pieces() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "U.S.", "The", "he", "Mr.", "No.", "10", "'s", "n't", "’", "'", "\"", ".", "...", "…", "?", "!", "(", ")", "[",
        "]", "[1]", "-", "--", "—", "@", "#", "/", "http://", "www.", "a.b", "5", ",", ":", "é", "。", "न्", "日本",
        "$", "%", "&", "\u{a0}", "\u{200b}", "\u{301}", "\t", "J.", "p.m.", "😀", "“", "”", "«", "»", "I", "end",
    ];
    let piece = prop_oneof![prop::sample::select(PIECES).prop_map(str::to_owned), "\\PC{0,3}"];
    prop::collection::vec((piece, any::<bool>()), 0..24)
        .prop_map(|parts| parts.into_iter().map(|(piece, space)| if space { piece + " " } else { piece }).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sentences_tile_the_blocks_and_tokens_tile_the_sentences(texts in prop::collection::vec(pieces(), 1..4)) {
        let paragraphs: Vec<&str> = texts.iter().map(String::as_str).collect();
        let prose = prose(&paragraphs);
        let document = Document::new(&prose);
        let mut end = 0;
        for token in &document.tokens {
            prop_assert!(!token.span.is_empty() && token.span.start >= end);
            let gap = &prose.text[end as usize..token.span.start as usize];
            prop_assert!(gap.chars().all(is_space), "lost: {:?}", gap);
            prop_assert!(!document.slice(token.span).is_empty());
            end = token.span.end;
        }
        prop_assert!(prose.text[end as usize..].chars().all(is_space));
        let mut next = 0;
        for sentence in &document.sentences {
            prop_assert_eq!(sentence.tokens.start, next);
            prop_assert!(sentence.tokens.end > next);
            next = sentence.tokens.end;
            prop_assert_eq!(document.span_of(sentence.tokens.clone()), sentence.span);
            prop_assert!(prose.blocks[sentence.block as usize].span.contains(sentence.span));
        }
        prop_assert_eq!(next as usize, document.tokens.len());
    }
}
