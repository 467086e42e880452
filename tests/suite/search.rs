//! The search page and its index.

use crate::determinism::project_of;
use crate::project::Project;

/// The files below `search/` of the site in `public`.
fn search_files(project: &Project) -> Vec<String> {
    project.files("public/search").into_keys().collect()
}

#[test]
fn a_site_has_a_search_page_and_an_index_of_its_articles() {
    let project = project_of(3);
    project.run(&["build"]).assert_code(0);
    let files = search_files(&project);
    let count = |extension: &str| files.iter().filter(|path| path.ends_with(extension)).count();
    assert_eq!(count(".pf_fragment"), 3, "one for each article: {files:#?}");
    assert_eq!((count(".pf_index"), count(".pf_meta"), count(".pf_filter")), (1, 1, 2), "{files:#?}");
    let others: Vec<_> = files.iter().filter(|path| !path.contains(".pf_") && !path.starts_with("search.")).collect();
    let expected = ["pagefind-entry.json", "pagefind-worker.js", "pagefind.js", "wasm.en.pagefind"];
    assert_eq!(
        others,
        [&["index.html".to_owned()], &expected.map(|name| format!("pagefind/{name}"))[..]]
            .concat()
            .iter()
            .collect::<Vec<_>>()
    );
    let page = String::from_utf8(project.files("public/search").remove("index.html").unwrap()).unwrap();
    let script = files.iter().find(|path| path.starts_with("search.") && path.ends_with(".js")).expect("a script");
    let tag =
        format!(r#"<script src="../search/{script}" data-index="../search/pagefind/" data-root="../" defer></script>"#);
    assert!(page.contains(&tag), "{page}");
    assert!(page.contains("<noscript>"));
}

#[test]
fn only_the_search_page_has_a_script() {
    let project = project_of(3);
    project.run(&["build"]).assert_code(0);
    // Structured data runs nothing.
    let has_script = |(path, bytes): (String, Vec<u8>)| {
        let page = String::from_utf8_lossy(&bytes).replace("<script type=\"application/ld+json\"", "");
        (path.ends_with(".html") && page.contains("<script")).then_some(path)
    };
    let with_script: Vec<_> = project.files("public").into_iter().filter_map(has_script).collect();
    assert_eq!(with_script, ["search/index.html"]);
}

#[test]
fn search_can_be_switched_off_and_its_files_go() {
    let project = project_of(3);
    project.run(&["build"]).assert_code(0);
    assert_ne!(search_files(&project), [""; 0]);
    project.put("config.yaml", "title: Test\nsearch: false\n");
    project.run(&["build"]).assert_code(0);
    assert_eq!(search_files(&project), [""; 0]);
    let index = project.files("public").remove("index.html").unwrap();
    assert!(!String::from_utf8(index).unwrap().contains("search/"));
}

#[test]
fn a_changed_article_changes_only_its_part_of_the_index() {
    let project = project_of(3);
    project.run(&["build"]).assert_code(0);
    let before = project.files("public/search/pagefind/fragment");
    project.put("seeds/a-0.txt", "The harbour of Springfield was closed on Tuesday.\n");
    project.run(&["build"]).assert_code(0);
    let after = project.files("public/search/pagefind/fragment");
    assert_eq!(after.len(), 3);
    assert_eq!(after.iter().filter(|(path, bytes)| before.get(*path) == Some(bytes)).count(), 2);
}

#[test]
fn parts_of_an_older_index_go_even_from_a_fresh_clone() {
    let project = project_of(3);
    project.run(&["build"]).assert_code(0);
    std::fs::remove_dir_all(project.path(".standfirst")).unwrap();
    project.put("public/own.txt", "mine");
    project.put("seeds/a-0.txt", "The harbour of Springfield was closed on Tuesday.\n");
    project.run(&["build"]).assert_code(0);
    assert_eq!(project.files("public/search/pagefind/fragment").len(), 3);
    assert!(project.path("public/own.txt").exists());
}
