//! Sentences, who is in them, and what the sentences say of them.
//!
//! A sentence is written with its names marked: `<Jane Roe>` a person, `{Acme}` an organisation, `[Narnia]` a place. Parts
//! of speech come from the small table below, so that these tests do not hang on a trained model; `word/VBD` overrides it.

use super::*;
use crate::source::PersonNote;
use crate::text::{Block, BlockKind, Entity, EntityKind, Pos, Prose, Sentence, Span, Token};

/// A marked text, taken apart.
struct Marked {
    prose: Prose,
    sentences: Vec<Sentence>,
    tokens: Vec<Token>,
    entities: Vec<Entity>,
    /// Of all entities.
    margin: i16,
}

impl Marked {
    fn new(marked: &str) -> Self {
        Self::with_margin(marked, 32)
    }

    fn with_margin(marked: &str, margin: i16) -> Self {
        let (sentences, tokens, entities) = (Vec::new(), Vec::new(), Vec::new());
        let mut it = Self { prose: Prose::default(), sentences, tokens, entities, margin };
        for paragraph in marked.split("\n\n") {
            it.paragraph(paragraph);
        }
        it
    }

    fn paragraph(&mut self, marked: &str) {
        if !self.prose.text.is_empty() {
            self.prose.text.push_str("\n\n");
        }
        let block_start = self.prose.text.len();
        let mut first = self.tokens.len() as u32;
        let mut open = None;
        for word in marked.split_whitespace() {
            let bare = word.trim_start_matches(['<', '{', '[']);
            if bare.len() < word.len() {
                open = Some((self.tokens.len() as u32, kind(&word[..1])));
            }
            let closed = bare.trim_end_matches(['>', '}', ']']);
            self.token(closed);
            if closed.len() < bare.len() {
                self.close(open.take());
            }
            if matches!(closed, "." | "?") {
                self.sentence(first);
                first = self.tokens.len() as u32;
            }
        }
        if (first as usize) < self.tokens.len() {
            self.sentence(first);
        }
        let span = Span::new(block_start, self.prose.text.len());
        self.prose.blocks.push(Block { kind: BlockKind::Paragraph, span });
    }

    fn token(&mut self, word: &str) {
        let (text, pos) = match word.split_once('/') {
            Some((text, "VBD")) => (text, Pos::Vbd),
            Some((text, "VB")) => (text, Pos::Vb),
            Some((text, "RP")) => (text, Pos::Rp),
            Some((text, _)) => (text, Pos::Jj),
            None => (word, guess(word)),
        };
        let glued = matches!(text, "'s" | "," | "." | ")" | ":") || self.prose.text.ends_with(['\n', '(']);
        if !glued && !self.prose.text.is_empty() {
            self.prose.text.push(' ');
        }
        let start = self.prose.text.len();
        self.prose.text.push_str(text);
        self.tokens.push(Token { span: Span::new(start, self.prose.text.len()), pos });
    }

    fn close(&mut self, open: Option<(u32, EntityKind)>) {
        let Some((start, kind)) = open else { return };
        let end = self.tokens.len() as u32;
        let span = self.tokens[start as usize].span.join(self.tokens[end as usize - 1].span);
        self.entities.push(Entity { kind, tokens: start..end, span, margin: self.margin });
    }

    fn sentence(&mut self, first: u32) {
        let end = self.tokens.len() as u32;
        let span = self.tokens[first as usize].span.join(self.tokens[end as usize - 1].span);
        self.sentences.push(Sentence { span, block: self.prose.blocks.len() as u32, tokens: first..end });
    }

    fn document(&self) -> Document<'_> {
        Document {
            prose: &self.prose,
            sentences: self.sentences.clone(),
            tokens: self.tokens.clone(),
            entities: self.entities.clone(),
        }
    }
}

fn kind(bracket: &str) -> EntityKind {
    match bracket {
        "<" => EntityKind::Person,
        "{" => EntityKind::Organisation,
        _ => EntityKind::Place,
    }
}

#[rustfmt::skip]
fn guess(word: &str) -> Pos {
    match word {
        "the" | "The" | "a" | "A" | "an" => Pos::Dt,
        "of" | "for" | "at" | "in" | "In" | "with" | "by" | "as" | "from" | "On" => Pos::In,
        "and" | "but" => Pos::Cc,
        "to" => Pos::To,
        "his" | "her" | "His" | "Her" => Pos::PrpS,
        "he" | "He" | "she" | "She" => Pos::Prp,
        "said" | "was" | "became" | "met" | "came" | "told" | "spoke" | "died" | "won" | "named" => Pos::Vbd,
        "is" | "says" => Pos::Vbz,
        "elected" | "appointed" => Pos::Vbn,
        "former" | "new" | "chief" | "late" | "young" | "French" | "Narnian" | "deputy" => Pos::Jj,
        "who" => Pos::Wp,
        "also" | "then" | "Then" | "now" => Pos::Rb,
        "'s" => Pos::Pos,
        "," | "." | "\"" | "(" | ")" | ":" | "?" => Pos::Punct,
        "two" => Pos::Cd,
        _ if word.starts_with(|c: char| c.is_ascii_digit()) => Pos::Cd,
        _ if word.starts_with(char::is_uppercase) => Pos::Nnp,
        _ if word.ends_with('s') => Pos::Nns,
        _ => Pos::Nn,
    }
}

fn people(marked: &str) -> Vec<Person> {
    let marked = Marked::new(marked);
    let mut people = find(&marked.document(), &PeopleLexicon::embedded(), &PeopleSettings::default(), None);
    people.sort_by_key(|person| person.mentions[0].span);
    people
}

/// "Name: role; role" for everyone, in the order of the text.
fn told(marked: &str) -> Vec<String> {
    let line = |person: &Person| {
        let roles: Vec<&str> = person.roles.iter().map(|role| role.text.as_str()).collect();
        if roles.is_empty() { person.name.clone() } else { format!("{}: {}", person.name, roles.join("; ")) }
    };
    people(marked).iter().map(line).collect()
}

fn check(table: &[(&str, &[&str])]) {
    for (marked, expected) in table {
        assert_eq!(told(marked), *expected, "in: {marked}");
    }
}

#[test]
fn roles_before_the_name_are_read() {
    check(&[
        ("Narnian President <Jane Roe> spoke .", &["Jane Roe: Narnian President"]),
        ("{NATO} Secretary General <Roe> spoke .", &["Roe: NATO Secretary General"]),
        ("The former [Narnia] captain <Jane Roe> won .", &["Jane Roe: former Narnia captain"]),
        ("He met Chief Executive of [Narnia] <Jane Roe> .", &["Jane Roe: Chief Executive of Narnia"]),
        ("Then actor and producer <Jane Roe> came .", &["Jane Roe: actor and producer"]),
        ("His wife <Jane> died .", &["Jane: His wife"]),
        ("<Bob Poe> 's lawyer <Jane Roe> spoke .", &["Bob Poe", "Jane Roe: Bob Poe's lawyer"]),
        ("In [Narnia] President <Jane Roe> spoke .", &["Jane Roe: President"]),
        ("U.S. Sen. <Jane Roe> spoke .", &["Jane Roe: U.S. Sen."]),
        ("Prime Minister Sir <John Roe> spoke .", &["John Roe: Prime Minister"]),
        ("It was said by palaeogeochemist/RP <Jane Roe> .", &["Jane Roe: palaeogeochemist"]),
        ("He spoke to rapper/VB <Jane Roe> .", &["Jane Roe: rapper"]),
        ("First/JJ Minister of [Narnia] <Jane Roe> spoke .", &["Jane Roe: First Minister of Narnia"]),
    ]);
}

#[test]
fn roles_after_the_name_are_read() {
    check(&[
        ("<Jane Roe> , the ministry 's spokeswoman , spoke .", &["Jane Roe: ministry's spokeswoman"]),
        ("<Jane Roe> , 45 , a teacher , spoke .", &["Jane Roe: teacher"]),
        ("<Jane Roe> , then the director of {Acme} , spoke .", &["Jane Roe: director of Acme"]),
        (
            "said <Ann Lee> , a professor of law at {Narnia University} .",
            &["Ann Lee: professor of law at Narnia University"],
        ),
        ("<Jane Roe> , who was elected speaker , spoke .", &["Jane Roe: speaker"]),
        ("<Jane Roe> is the founder of {Acme} .", &["Jane Roe: founder of Acme"]),
        ("<Jane Roe> became president of [Narnia] .", &["Jane Roe: president of Narnia"]),
        ("He appointed <Jane Roe> as minister of trade .", &["Jane Roe: minister of trade"]),
        ("<Jane Roe> replaced <Bob Poe> as minister of trade .", &["Jane Roe: minister of trade", "Bob Poe"]),
        ("<Jane Roe> ( director of {Acme} ) spoke .", &["Jane Roe: director of Acme"]),
    ]);
}

#[test]
fn reversed_and_shared_and_later_roles_are_read() {
    check(&[
        ("The club 's founder , <Jane Roe> , spoke .", &["Jane Roe: club's founder"]),
        ("A member of parliament , <Jane Roe> said no .", &["Jane Roe: member of parliament"]),
        ("One activist , <Jane Roe> , spoke .", &["Jane Roe: activist"]),
        (
            "The delegate to the House of Representatives , <Jane Roe> , spoke .",
            &["Jane Roe: delegate to the House of Representatives"],
        ),
        ("<Jane Roe> , the commissioner responsible/JJ for trade , spoke .", &["Jane Roe: commissioner"]),
        (
            "The manager of {Acme} and director of {Narnia Tourism} , <Jane Roe> , spoke .",
            &["Jane Roe: manager of Acme and director of Narnia Tourism"],
        ),
        ("He named the suspect as 21-year-old <Bob Poe> .", &["Bob Poe: suspect"]),
        ("Senators <Jane Roe> and <Bob Poe> spoke .", &["Jane Roe: Senator", "Bob Poe: Senator"]),
        ("<Jane Roe> spoke . The prime minister , <Roe> , won .", &["Jane Roe: prime minister"]),
        ("<Jane Roe> spoke . She is a painter from [Narnia] .", &["Jane Roe: painter from Narnia"]),
    ]);
}

#[test]
fn offices_that_are_held_and_one_of_many_are_roles() {
    check(&[
        ("<Jane Roe> held the post of speaker of the parliament .", &["Jane Roe: speaker of the parliament"]),
        ("<Jane Roe> left to become the Narnian ambassador .", &["Jane Roe: Narnian ambassador"]),
        ("<Jane Roe> lied during her time as head of {Acme Bank} .", &["Jane Roe: head of Acme Bank"]),
        ("<Jane Roe> , one of the founders of {Acme} , spoke .", &["Jane Roe: one of the founders of Acme"]),
        ("The new speaker is <Jane Roe> .", &["Jane Roe: new speaker"]),
        ("The new speaker is <Jane Roe> 's friend .", &["Jane Roe"]),
        ("<Jane Roe> , a tennis player with ranking 27 , spoke .", &["Jane Roe: tennis player"]),
    ]);
}

#[test]
fn brackets_offices_with_of_and_quotations_stand_before_names() {
    check(&[
        ("Member of Parliament ( MP ) <Jane Roe> spoke .", &["Jane Roe: Member of Parliament"]),
        (
            "He met members of the House of Representatives <Jane Roe> and <Bob Poe> .",
            &["Jane Roe: members of the House of Representatives", "Bob Poe: members of the House of Representatives"],
        ),
        (
            "A {Narnian Department of State} spokesperson , <Jane Roe> , spoke .",
            &["Jane Roe: Narnian Department of State spokesperson"],
        ),
        (
            "A Narnian Ministry of Health spokesperson , <Jane Roe> , spoke .",
            &["Jane Roe: Narnian Ministry of Health spokesperson"],
        ),
        ("\" No . \" quipped/JJ editor <Jane Roe> .", &["Jane Roe: editor"]),
        (
            "<Ann Lee> , spokeswoman for the <Roe> ministry , spoke .",
            &["Ann Lee: spokeswoman for the Roe ministry", "Roe"],
        ),
    ]);
}

#[test]
fn relatives_in_a_list_are_roles_of_each_or_of_none() {
    check(&[
        ("<Jane Roe> , his brother , and his mother died .", &["Jane Roe"]),
        (
            "The owners of the club , <Jane Roe> and <Bob Poe> , spoke .",
            &["Jane Roe: owners of the club", "Bob Poe: owners of the club"],
        ),
        ("<Ann Lee> had two sons , <Jim> and <Bob> .", &["Ann Lee", "Jim: son", "Bob: son"]),
        ("<Ann Lee> spoke . His two sons , <Jim> and <Bob> , came .", &["Ann Lee", "Jim: son", "Bob: son"]),
    ]);
    let found = people("<John Poe> spoke . His parents , <Mark Poe> and <Ann Poe> , died . <Poe> won .");
    assert_eq!((found[0].name.as_str(), found[0].mentions.len()), ("John Poe", 2));
}

#[test]
fn no_role_is_invented() {
    check(&[
        ("<Jane Roe> , 45 , spoke .", &["Jane Roe"]),
        ("The victim , <Jane Roe> , died .", &["Jane Roe"]),
        ("<Jane Roe> , officials said , died .", &["Jane Roe"]),
        ("<Jane Roe> was not the founder of {Acme} .", &["Jane Roe"]),
        ("He met <Jane Roe> , Finance Minister <Bob Poe> and others .", &["Jane Roe", "Bob Poe: Finance Minister"]),
        ("The critic of President <Jane Roe> spoke .", &["Jane Roe: President"]),
        ("A young woman , <Jane Roe> , spoke .", &["Jane Roe"]),
        (
            "<Jane Roe> , Labour MP ( Member of Parliament ) <Bob Poe> and others came .",
            &["Jane Roe", "Bob Poe: Labour MP"],
        ),
        ("The lawyers defending/VBD chief <Jane Roe> spoke .", &["Jane Roe: chief"]),
        ("<Jane Roe> became chairwoman of {Acme} for a term of two years .", &["Jane Roe: chairwoman of Acme"]),
        ("<Ann Lee> named/VBD Senator <Jane Roe> .", &["Ann Lee", "Jane Roe: Senator"]),
        ("<Ann Lee> , from [Narnia] , opposed/JJ Senator <Jane Roe> .", &["Ann Lee", "Jane Roe: Senator"]),
        ("<Jane Roe> became governor at 5 p.m. and spoke .", &["Jane Roe: governor"]),
    ]);
}

#[test]
fn one_person_has_one_entry_under_the_fullest_name() {
    check(&[
        ("<Roe> spoke . <Jane Roe> won . <Jane> came .", &["Jane Roe"]),
        ("<John Roe> spoke . Mrs <Roe> came .", &["John Roe", "Roe"]),
        ("<Recep Tayyip Erdoğan> spoke . <Erdogan> won .", &["Recep Tayyip Erdoğan"]),
        ("<Jane Roe> met <John Roe> .", &["Jane Roe", "John Roe"]),
        ("<Jane Roe> spoke . Her mother , <Jane Anne Roe> , died .", &["Jane Roe", "Jane Anne Roe: Her mother"]),
        ("<JANE ROE> spoke .", &["Jane Roe"]),
    ]);
}

#[test]
fn a_surname_stays_with_the_person_it_was_given_to() {
    let found = people("<John Poe> spoke . <Poe> won . <Ann Lee> met his son <Mark Poe> . <Poe> said no .");
    assert_eq!((found[0].name.as_str(), found[0].mentions.len()), ("John Poe", 3));
}

#[test]
fn a_name_found_once_is_found_everywhere() {
    let found = people("<Jane Roe> spoke . On Monday Roe came . {Roe Foundation} said no .");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].mentions.len(), 2);
}

#[test]
fn names_within_longer_entities_are_found() {
    check(&[
        ("{Narnia Governor Jane Roe} spoke .", &["Jane Roe: Narnia Governor"]),
        ("the President of the {United States Jane Roe} spoke .", &["Jane Roe: President of the United States"]),
        ("Mr Roe spoke .", &["Roe"]),
    ]);
}

#[test]
fn people_taken_for_organisations_are_found() {
    check(&[
        ("Minister of {Information Jarek al-Roe} spoke .", &["Jarek al-Roe: Minister of Information"]),
        ("{Judge Durham Hall QC} said no .", &["Durham Hall: Judge"]),
        ("His aide Hope Roe spoke .", &["Hope Roe: His aide"]),
        ("<Narnianews/NNP 's Jane Roe> spoke .", &["Jane Roe"]),
    ]);
    let doubtful = Marked::with_margin("They mourned the death of {Qarib Roe} . The music of {Acme Roe} won .", 3);
    let found = find(&doubtful.document(), &PeopleLexicon::embedded(), &PeopleSettings::default(), None);
    assert_eq!(found.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["Qarib Roe"]);
}

#[test]
fn who_is_hardly_a_person_is_left_out() {
    for doubtful in ["The news agency <Fahrs> spoke .", "They met in <Keelo> .", "On Monday , the <Ewok> won ."] {
        let marked = Marked::with_margin(doubtful, 8);
        let found = find(&marked.document(), &PeopleLexicon::embedded(), &PeopleSettings::default(), None);
        assert!(found.is_empty(), "in: {doubtful}");
    }
    for certain in ["<Fahrs> , who spoke , won .", "President <Fahrs> won .", "They met <Jane Fahrs> in [Keelo] ."] {
        let marked = Marked::with_margin(certain, 8);
        let found = find(&marked.document(), &PeopleLexicon::embedded(), &PeopleSettings::default(), None);
        assert_eq!(found.len(), 1, "in: {certain}");
    }
}

#[test]
fn a_doubtful_name_is_kept_but_not_shown() {
    let keys = |marked: &str| -> Vec<bool> {
        let marked = Marked::with_margin(marked, 20);
        let found = find(&marked.document(), &PeopleLexicon::embedded(), &PeopleSettings::default(), None);
        found.iter().map(|person| person.key).collect()
    };
    assert_eq!(keys("<Fahrs> won ."), [false]);
    assert_eq!(keys("Oil producer <Fahrs> won ."), [false]);
    assert_eq!(keys("Narnian minister <Fahrs> won ."), [true]);
    assert_eq!(keys("<Jane Fahrs> won ."), [true]);
}

#[test]
fn what_is_named_after_people_is_no_person() {
    for marked in [
        "They met on <Karl Marx> Avenue .",
        "<Hurricane Roe> came . On Monday <Roe> died .",
        "<Murphy> 's law won .",
        "<St. Roe> came .",
        "In <January> he came .",
        "<U. S.> won .",
    ] {
        assert_eq!(told(marked), Vec::<String>::new(), "in: {marked}");
    }
}

#[test]
fn credits_are_never_key() {
    let found = people("<Jane Roe> spoke .\n\nPhoto : <Bob Poe> .\n\nBy <Ann Lee>");
    let keys: Vec<(&str, bool)> = found.iter().map(|p| (p.name.as_str(), p.key)).collect();
    assert_eq!(keys, [("Jane Roe", true), ("Bob Poe", false), ("Ann Lee", false)]);
}

#[test]
fn roles_are_verbatim_and_keep_their_place() {
    let marked = Marked::new("Senators <Jane Roe> and <Bob Poe> met <Ann Lee> , the ministry 's spokeswoman .");
    let document = marked.document();
    for person in find(&document, &PeopleLexicon::embedded(), &PeopleSettings::default(), None) {
        for role in &person.roles {
            assert_eq!(role.span.map(|span| document.slice(span)), Some(role.text.as_str()));
        }
    }
}

#[test]
fn notes_of_a_human_replace_who_was_found() {
    let marked = Marked::new("Narnian President <Jane Roe> met <Bob Poe> . Lee won .");
    let document = marked.document();
    let found = find(&document, &PeopleLexicon::embedded(), &PeopleSettings::default(), None);
    let note = |name: &str, role: Option<&str>| PersonNote { name: name.into(), role: role.map(Into::into) };
    let people = apply_notes(&document, found, &[note("Ann Lee", Some("winner")), note("Jane Roe", None)]);
    let told: Vec<(&str, bool, usize, usize)> =
        people.iter().map(|p| (p.name.as_str(), p.key, p.mentions.len(), p.roles.len())).collect();
    assert_eq!(told, [("Ann Lee", true, 1, 1), ("Jane Roe", true, 1, 1), ("Bob Poe", false, 1, 0)]);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_makes_it_panic(picks in proptest::collection::vec(0usize..36, 1..60), breaks in 2usize..9) {
        let words = [
            "<Jane Roe>", "<Roe>", "{United States Jane Roe}", "[Narnia]", "President", "of", "the", ",", ".", "'s", "and", "who",
            "is", "was", "elected", "as", "said", "minister", "Senators", "His", "wife", "Mr", "Jane", "45", "(", ")", "including",
            "former", "She", "a", "Photo", ":", "By", "to", "become", "Board",
        ];
        let text: Vec<String> = picks
            .iter()
            .enumerate()
            .map(|(place, pick)| format!("{}{}", words[*pick], if place % breaks == 0 { "\n\n" } else { " " }))
            .collect();
        let text = text.concat();
        let clean: Vec<&str> = text.split("\n\n").filter(|block| !block.trim().is_empty()).collect();
        let marked = Marked::new(&clean.join("\n\n"));
        let document = marked.document();
        let lexicon = PeopleLexicon::embedded();
        let people = find(&document, &lexicon, &PeopleSettings::default(), Some("Roe wins"));
        crate::analysis::contradictions::single_office_conflicts(&document, &people, &lexicon);
        for person in &people {
            proptest::prop_assert!(!person.mentions.is_empty());
            for mention in &person.mentions {
                proptest::prop_assert!(!document.slice(mention.span).is_empty());
            }
        }
    }
}

mod contradictions {
    use super::*;
    use crate::analysis::contradictions::single_office_conflicts;

    fn conflicts(marked: &str) -> Vec<String> {
        let marked = Marked::new(marked);
        let (document, lexicon) = (marked.document(), PeopleLexicon::embedded());
        let people = find(&document, &lexicon, &PeopleSettings::default(), None);
        let conflicts = single_office_conflicts(&document, &people, &lexicon);
        conflicts
            .iter()
            .map(|c| format!("{}: {} / {}", c.office, people[c.first.0].name, people[c.second.0].name))
            .collect()
    }

    #[test]
    fn one_office_with_two_holders_is_told() {
        let text = "He met {NATO} Secretary General <Jane Roe> . {NATO} Secretary General <Poe> spoke .";
        assert_eq!(conflicts(text), ["NATO Secretary General: Jane Roe / Poe"]);
        let text = "French President <Jane Roe> spoke . <Bob Poe> , the president of [France] , won .";
        assert_eq!(conflicts(text), ["French President: Jane Roe / Bob Poe"]);
    }

    #[test]
    fn the_place_of_an_office_is_its_words() {
        let text = "On Monday he met {NATO} Secretary General <Jane Roe> . {NATO} Secretary General <Poe> spoke .";
        let marked = Marked::new(text);
        let (document, lexicon) = (marked.document(), PeopleLexicon::embedded());
        let people = find(&document, &lexicon, &PeopleSettings::default(), None);
        let conflict = &single_office_conflicts(&document, &people, &lexicon)[0];
        let words = [conflict.first.1, conflict.second.1].map(|span| document.slice(span));
        assert_eq!(words, ["NATO Secretary General Jane Roe", "NATO Secretary General Poe"]);
    }

    #[test]
    fn time_scope_and_plurals_explain_two_holders() {
        for text in [
            "French President <Jane Roe> spoke . The former French President <Bob Poe> won .",
            "French President <Jane Roe> spoke . Narnian President <Bob Poe> won .",
            "President <Jane Roe> met President <Bob Poe> .",
            "French President <Jane Roe> spoke . In 1999 French President <Bob Poe> died .",
            "Narnian senator <Jane Roe> met Narnian senator <Bob Poe> .",
            "They saw statues of US President <Jane Roe> . The memorial of US President <Bob Poe> came .",
        ] {
            assert_eq!(conflicts(text), Vec::<String>::new(), "in: {text}");
        }
    }
}
