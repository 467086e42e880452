use super::*;

fn parse_all(source: &str) -> Yaml<'_> {
    parse("a.yaml", source, 0..source.len()).expect("valid YAML")
}

fn problem(source: &str) -> (String, u32, u32) {
    let diagnostic = parse("a.yaml", source, 0..source.len()).expect_err("a problem");
    let place = diagnostic.place.expect("a place");
    (diagnostic.message, place.line, place.column)
}

fn at(place: &Place) -> (u32, u32, u32) {
    (place.line, place.column, place.width)
}

#[test]
fn places_of_keys_and_values_are_exact() {
    let yaml = parse_all("title: Été à Paris # note\npeople:\n  max: five\n  ignore: [Ann, 'Bo B']\n");
    let entries = yaml.entries().unwrap();
    assert_eq!(at(&yaml.place(entries[0].key_id)), (1, 1, 5));
    assert_eq!(at(&yaml.place(entries[0].value.id)), (1, 8, 11));
    let Value::Map(people) = &entries[1].value.value else { panic!("a map") };
    assert_eq!(at(&yaml.place(people[0].value.id)), (3, 8, 4));
    let Value::List(names) = &people[1].value.value else { panic!("a list") };
    assert_eq!(at(&yaml.place(names[0].id)), (4, 12, 3));
    assert_eq!(at(&yaml.place(names[1].id)), (4, 17, 6));
}

#[test]
fn places_count_lines_of_the_whole_file() {
    let source = "---\r\ntitle: x\r\nmax: 3\r\n---\r\nbody";
    let yaml = parse("a.md", source, 5..23).unwrap();
    assert_eq!(at(&yaml.place(yaml.entries().unwrap()[1].key_id)), (3, 1, 3));
    assert_eq!(yaml.place(yaml.entries().unwrap()[1].key_id).source_line, "max: 3");
}

#[test]
fn scalars_keep_the_text_they_were_written_with() {
    let yaml = parse_all("a: 1.10\nb: 0x1F\nc: True\nd: 'x'\ne: [1]\nf:\n");
    let texts: Vec<_> = yaml.entries().unwrap().iter().map(|entry| yaml.text_of(&entry.value)).collect();
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(texts, [some("1.10"), some("0x1F"), some("True"), some("x"), None, None]);
}

#[test]
fn an_empty_text_or_a_lone_comment_is_null() {
    for source in ["", "\n\n", "# only a comment\n", "---\n"] {
        assert_eq!(parse_all(source).entries().unwrap(), [], "{source:?}");
    }
}

#[test]
fn keys_are_text_even_when_they_look_like_numbers() {
    assert_eq!(parse_all("2024: a\nnull: b\n").entries().unwrap()[0].key, "2024");
}

#[test]
fn a_repeated_key_names_both_places() {
    let diagnostic = parse("a.yaml", "a: 1\nb: 2\na: 3\n", 0..15).unwrap_err();
    assert_eq!(diagnostic.message, "`a` is given twice");
    assert_eq!(diagnostic.place.unwrap().line, 3);
    assert_eq!(diagnostic.related[0].1.line, 1);
}

#[test]
fn unknown_keys_suggest_the_nearest_known_one() {
    let yaml = parse_all("titel: x\nqqqq: y\n");
    let hints: Vec<_> =
        yaml.entries().unwrap().iter().map(|e| yaml.unknown_key(e, &["title", "date"]).hint.unwrap()).collect();
    assert_eq!(hints, ["did you mean `title`?", "known keys: `title`, `date`"]);
}

#[test]
fn wrong_types_say_what_was_found() {
    let yaml = parse_all("max: [1]\n");
    let diagnostic = yaml.wrong_type("max", &yaml.entries().unwrap()[0].value, "a whole number");
    assert_eq!(diagnostic.message, "`max` must be a whole number, found a list");
}

#[test]
fn broken_yaml_is_explained_at_its_place() {
    let cases = [
        ("title: a: b\n", "broken YAML: a second `: ` on one line", 1, 9),
        ("a: 1\n\tb: 2\n", "broken YAML: a tab indents this line", 2, 1),
        ("a: @b\n", "broken YAML: a character that cannot begin a value", 1, 4),
        ("a: \"open\nb: 2\n", "broken YAML: a quote is not closed", 2, 5),
        ("a: 1\njust words\nb: 2\n", "broken YAML: a line without `: `", 3, 1),
        ("a: [1, 2\nb: 3\n", "broken YAML: a list in brackets is not closed", 2, 2),
        ("a: *b\n", "broken YAML: no `&name` stands before this `*name`", 1, 4),
        ("a: !include x\n", "tags such as `!name` are not understood", 1, 4),
        ("a: 1\n---\nb: 2\n", "the YAML holds a second document", 1, 1),
    ];
    for (source, message, line, column) in cases {
        assert_eq!(problem(source), (message.to_owned(), line, column), "{source:?}");
    }
}

#[test]
fn bombs_are_refused_quickly() {
    let mut aliases = String::from("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for i in 1..12 {
        aliases += &format!("a{i}: &a{i} [{}]\n", vec![format!("*a{}", i - 1); 9].join(","));
    }
    assert_eq!(problem(&aliases).0, "the YAML expands too many aliases (`*name`)");
    let wide = format!("a: &a [{}]\nb: &b [{}]\nc: [*b,*b,*b]\n", ["x"; 2000].join(","), ["*a"; 2000].join(","));
    assert_eq!(problem(&wide).0, "the YAML expands too many aliases (`*name`)");
    let long = format!("a: &a {}\nb: [{}]\n", "x".repeat(500_000), ["*a"; 2000].join(","));
    assert_eq!(problem(&long).0, "the YAML expands too many aliases (`*name`)");
    assert_eq!(problem(&format!("a: {}", "[".repeat(50_000))).0, "the YAML is nested too deeply");
    assert_eq!(problem(&"# long\n".repeat(200_000)).0, "the YAML is longer than a mebibyte");
}

#[test]
fn values_become_json_in_order() {
    let yaml = parse_all("b: 1\na: [x, 2.5, null, true]\n");
    assert_eq!(yaml.root.value.to_json().to_string(), r#"{"b":1,"a":["x",2.5,null,true]}"#);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(source in "[ a-c:#\\-\\[\\]{}\"'&*!|>\u{e9}\u{85}\n\t\r]{0,60}") {
        if let Ok(yaml) = parse("a", &source, 0..source.len()) {
            for entry in yaml.entries().unwrap_or_default() {
                yaml.place(entry.key_id);
                yaml.place(entry.value.id);
                yaml.text_of(&entry.value);
            }
        }
    }
}
