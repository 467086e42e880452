//! The same inputs give the same bytes.

use std::path::Path;

use crate::project::{Project, files_below};

/// A project with so many articles that share people and topics.
pub(crate) fn project_of(articles: usize) -> Project {
    let project = Project::new();
    project.put("config.yaml", "title: Test\n");
    for number in 0..articles {
        project.put(&format!("seeds/a-{number}.txt"), article(number));
    }
    project
}

fn article(number: usize) -> String {
    let names = ["Ada Lovelace", "Grace Hopper", "Alan Turing", "Edsger Dijkstra", "Barbara Liskov"];
    let (one, two) = (names[number % 5], names[(number / 5) % 5]);
    format!(
        "Mayor {one} opened library number {number} in Springfield on Monday. \"We have waited long for it,\" {one} said.\n\n\
         The architect {two} told reporters that the building cost {number} million dollars. Critics called it late.\n"
    )
}

#[test]
fn one_thread_and_sixteen_write_the_same_bytes() {
    let project = project_of(120);
    project.run(&["build", "--threads", "1", "--output", "one"]).assert_code(0);
    project.run(&["build", "--threads", "16", "--output", "sixteen"]).assert_code(0);
    let one = project.files("one");
    assert!(one.len() > 120);
    assert!(one == project.files("sixteen"), "the two sites differ");
}

// A program without search writes no search page.
#[test]
#[cfg_attr(not(feature = "search"), ignore)]
fn the_committed_site_is_what_build_writes() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let committed = files_below(&repository.join("public"));
    let project = Project::new();
    for folder in ["seeds", "templates"] {
        for (path, bytes) in files_below(&repository.join(folder)) {
            project.put(&format!("{folder}/{path}"), bytes);
        }
    }
    project.put("config.yaml", std::fs::read(repository.join("config.yaml")).unwrap());
    project.run(&["build"]).assert_code(0);
    let built = project.files("public");
    assert_eq!(built.keys().collect::<Vec<_>>(), committed.keys().collect::<Vec<_>>(), "run `standfirst build`");
    let differing: Vec<_> =
        built.iter().filter(|(path, bytes)| committed.get(*path) != Some(bytes)).map(|(path, _)| path).collect();
    assert!(differing.is_empty(), "run `standfirst build`: {differing:?}");
}
