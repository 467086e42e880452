//! A build that is killed leaves no torn file, and the next one completes it.

use std::collections::BTreeMap;
use std::fs;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

use crate::determinism::project_of;
use crate::project::Project;

const ARTICLES: usize = 40;

/// Moments, in thousandths of the time of an undisturbed build, at which it is killed.
const MOMENTS: [u32; 7] = [200, 500, 700, 800, 850, 900, 950];

fn kill_after(project: &Project, time: Duration) {
    let mut child = project.command(&["build"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    sleep(time);
    // It may be done already; that, too, is a moment.
    _ = child.kill();
    child.wait().unwrap();
}

fn clean_build(project: &Project) -> BTreeMap<String, Vec<u8>> {
    project.run(&["build", "--output", "clean"]).assert_code(0);
    let files = project.files("clean");
    fs::remove_dir_all(project.path("clean")).unwrap();
    files
}

fn time_of_build(project: &Project) -> Duration {
    let start = std::time::Instant::now();
    project.run(&["build", "--output", "timed"]).assert_code(0);
    let time = start.elapsed();
    fs::remove_dir_all(project.path("timed")).unwrap();
    time
}

#[test]
fn a_new_folder_is_there_whole_or_not_at_all_and_the_next_build_completes_it() {
    let project = project_of(ARTICLES);
    let expected = clean_build(&project);
    let time = time_of_build(&project);
    for moment in MOMENTS {
        kill_after(&project, time * moment / 1000);
        if project.path("public").exists() {
            assert!(project.files("public") == expected, "torn at {moment}");
        }
        project.run(&["build"]).assert_code(0);
        assert!(project.files("public") == expected, "not completed after {moment}");
        assert!(!project.path(".public.standfirst-tmp").exists());
        fs::remove_dir_all(project.path("public")).unwrap();
    }
}

#[test]
fn an_update_leaves_every_file_old_or_new_and_the_next_build_completes_it() {
    let project = project_of(ARTICLES);
    let old = clean_build(&project);
    let removed = fs::read(project.path("seeds/a-7.txt")).unwrap();
    project.run(&["build"]).assert_code(0);
    let time = time_of_build(&project);
    project.put("config.yaml", "title: Changed\n");
    fs::remove_file(project.path("seeds/a-7.txt")).unwrap();
    let new = clean_build(&project);
    assert_ne!(old.len(), new.len());
    for moment in MOMENTS {
        kill_after(&project, time * moment / 1000);
        for (path, bytes) in project.files("public") {
            let is_temporary = path.starts_with(".standfirst-tmp/");
            let is_whole = old.get(&path) == Some(&bytes) || new.get(&path) == Some(&bytes);
            assert!(is_temporary || is_whole, "{path} is torn at {moment}");
        }
        project.run(&["build"]).assert_code(0);
        assert!(project.files("public") == new, "not completed after {moment}");
        project.put("config.yaml", "title: Test\n");
        project.put("seeds/a-7.txt", &removed);
        project.run(&["build"]).assert_code(0);
        project.put("config.yaml", "title: Changed\n");
        fs::remove_file(project.path("seeds/a-7.txt")).unwrap();
    }
}
