//! Colours, pipes and where things are said.

use std::process::Stdio;

use crate::project::Project;

fn faulty() -> Project {
    let project = Project::new();
    project.put("config.yaml", "titel: x\n");
    project
}

#[test]
fn there_are_no_colours_unless_they_are_forced() {
    let project = faulty();
    let coloured = |variables: &[(&str, &str)]| {
        let output = project.command(&["build"]).envs(variables.iter().copied()).output().unwrap();
        String::from_utf8(output.stderr).unwrap().contains('\u{1b}')
    };
    assert!(!coloured(&[]));
    assert!(coloured(&[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "0")]));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let project = Project::new();
    project.run(&["init"]).assert_code(0);
    let article = "seeds/1969-07-21-moon-landing.md";
    let files = vec![article; 300];
    let mut child = project
        .command(&[&["analyze", "--format", "json"], files.as_slice()].concat())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let run = project.read(child.wait_with_output().unwrap());
    run.assert_code(0);
    assert_eq!(run.stderr, "");
}

#[test]
fn messages_go_to_standard_error_and_results_to_standard_output() {
    let project = Project::new();
    project.run(&["init"]).assert_code(0);
    let run = project.run(&["build"]);
    assert_eq!(run.assert_code(0).stdout, "");
    assert!(run.stderr.starts_with("built 1 article, "), "{}", run.stderr);
    assert_eq!(project.run(&["build", "--quiet"]).assert_code(0).stderr, "");
    let run = project.run(&["analyze", "--format", "json", "seeds/1969-07-21-moon-landing.md"]);
    assert_eq!(run.assert_code(0).stderr, "");
    assert!(run.stdout.starts_with(r#"{"source":"seeds/1969-07-21-moon-landing.md","language":"en","text":"#));
}
