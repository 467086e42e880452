//! Input that is too large, or that no folder of a repository can hold.

use std::fs;

use crate::project::Project;

const GOOD: &str = "Mayor Ada Lovelace opened a library in Springfield on Monday. It has a million books.\n";

fn project() -> Project {
    let project = Project::new();
    project.put("config.yaml", "title: Test\n");
    project.put("seeds/good.txt", GOOD);
    project
}

/// Asserts that the build fails with these problems and writes nothing.
fn assert_fails(project: &Project, code: i32, problems: &[&str]) {
    project.run(&["build"]).assert_problems(problems).assert_code(code);
    assert!(!project.path("public").exists());
}

#[test]
fn a_file_of_fifty_megabytes_is_refused_unread() {
    let project = project();
    let file = fs::File::create(project.path("seeds/huge.txt")).unwrap();
    file.set_len(50_000_000).unwrap();
    assert_fails(&project, 1, &["error: `seeds/huge.txt` is 50 MB; an article is at most 10 MB"]);
}

#[test]
fn a_line_of_a_megabyte_is_an_article_like_any_other() {
    let project = project();
    project.put("seeds/long.txt", "The council met in Springfield and said little. ".repeat(21_000));
    let run = project.run(&["build"]);
    assert!(run.assert_code(0).stderr.len() < 5_000, "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_round_in_a_circle_is_named() {
    let project = project();
    std::os::unix::fs::symlink(project.path("seeds"), project.path("seeds/again")).unwrap();
    assert_fails(&project, 1, &["error: the link `seeds/again` leads back to `seeds`, which it lies in"]);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let project = project();
    project.put("seeds/secret.txt", GOOD);
    fs::set_permissions(project.path("seeds/secret.txt"), fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(project.path("seeds/secret.txt")).is_ok() {
        eprintln!("skipped: this user may read every file");
        return;
    }
    assert_fails(&project, 1, &["error: cannot read `seeds/secret.txt`: permission denied"]);
}

#[test]
fn a_folder_named_like_an_article_is_just_a_folder() {
    let project = project();
    project.put("seeds/folder.txt/inner.txt", GOOD);
    project.run(&["build"]).assert_code(0);
    assert!(project.path("public/inner/index.html").exists());
}

#[test]
fn an_output_folder_that_cannot_be_created_is_an_input_output_error() {
    let project = project();
    project.put("file", "x");
    let run = project.run(&["build", "--output", "file/public"]);
    assert!(run.assert_code(3).stderr.contains("`file/public` cannot be the output folder"), "{}", run.stderr);
}

#[test]
fn an_error_leaves_the_last_good_site_as_it_was() {
    let project = project();
    project.run(&["build"]).assert_code(0);
    let before = project.files("public");
    project.put("seeds/good.txt", "---\ndate: someday\n---\nOther text. It says more.\n");
    project.run(&["build"]).assert_code(1);
    assert!(project.files("public") == before);
}

#[test]
fn all_problems_of_all_files_are_shown_at_once() {
    let project = project();
    project.put("seeds/a.txt", "---\ntitle: a: b\n---\nText.\n");
    project.put("seeds/b.txt", "---\ntitel: b\ndate: 2020-02-30\n---\nText that says something.\n");
    project.put("templates/article.html", "{{ nothing_here }}\n");
    let run = project.run(&["build"]);
    let errors = run.assert_code(1).stderr.matches("error: ").count();
    assert!(errors >= 3, "{}", run.stderr);
    for file in ["seeds/a.txt:2:", "seeds/b.txt:", "templates/article.html:1:"] {
        assert!(run.stderr.contains(file), "{file} is missing: {}", run.stderr);
    }
}
