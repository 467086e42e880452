//! The digest of `init --demo`: that it is whole, builds without a word of complaint, and shows what it is there to show.

use std::path::Path;

use crate::project::{Project, files_below};

fn built() -> Project {
    let project = Project::new();
    project.run(&["init", "--demo"]).assert_code(0);
    let run = project.run(&["build", "--strict"]);
    run.assert_code(0).assert_problems(&[]);
    assert!(run.stderr.contains("built 18 articles"), "{}", run.stderr);
    project
}

/// How many articles the page of a person leads to.
fn articles_of(project: &Project, person: &str) -> usize {
    let page = std::fs::read_to_string(project.path(&format!("public/people/{person}/index.html"))).expect("a page");
    let files = project.files("public");
    let folders = files.keys().filter_map(|path| path.strip_suffix("/index.html")).filter(|path| !path.contains('/'));
    let articles = folders.filter(|folder| !["archive", "people", "search", "tags", "topics"].contains(folder));
    articles.filter(|article| page.contains(&format!("href=\"../../{article}/"))).count()
}

#[test]
fn every_file_of_the_demo_is_written() {
    let project = Project::new();
    let run = project.run(&["init", "--demo", "digest"]);
    run.assert_code(0).assert_problems(&[]);
    assert!(run.stderr.ends_with("\nNow run: standfirst build --root digest\n"), "{}", run.stderr);
    let mut written = project.files("digest");
    assert!(written.remove("templates/README.md").is_some());
    let mut demo = files_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/demo"));
    demo.retain(|path, _| path == "config.yaml" || path.starts_with("seeds/"));
    assert_eq!(written.keys().collect::<Vec<_>>(), demo.keys().collect::<Vec<_>>());
    assert!(written == demo);
}

#[test]
fn a_demo_overwrites_nothing() {
    let project = Project::new();
    project.put("seeds/apollo-13.txt", "Mine.");
    project.run(&["init", "--demo"]).assert_code(3).assert_problems(&["error: `seeds/apollo-13.txt` exists already"]);
    assert_eq!(project.files(".").len(), 1);
}

#[test]
fn people_of_the_demo_span_articles() {
    let project = built();
    for (person, articles) in [
        ("helmut-kohl", 5),
        ("francois-mitterrand", 3),
        ("margaret-thatcher", 3),
        ("nelson-mandela", 3),
        ("richard-nixon", 3),
        ("f-w-de-klerk", 2),
        ("gunter-schabowski", 2),
        ("john-f-kennedy", 2),
        ("mario-molina", 2),
    ] {
        assert_eq!(articles_of(&project, person), articles, "{person}");
    }
}

#[test]
fn bare_texts_of_the_demo_get_a_headline_and_no_date() {
    let project = built();
    for article in ["apollo-13", "heart-transplant", "ozone-nobel-prize"] {
        let page = std::fs::read_to_string(project.path(&format!("public/{article}/index.html"))).expect("a page");
        assert!(page.contains("<h1"), "{article}");
        let head = page.split("<header class=\"story-head\">").nth(1).and_then(|rest| rest.split("</header>").next());
        assert!(head.is_some_and(|head| !head.contains("<time")), "{article}");
    }
}
