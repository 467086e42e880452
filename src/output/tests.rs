use super::*;

/// A project in a temporary folder.
struct Project(tempfile::TempDir);

impl Project {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["seeds", "templates"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        Self(folder)
    }

    fn at(&self, path: &str) -> PathBuf {
        self.0.path().canonicalize().unwrap().join(path)
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn write_to(&self, output: &str, site: &Site) -> Result<Report, Failure> {
        let [root, seeds, templates, output] = ["", "seeds", "templates", output].map(|name| self.at(name));
        write(site, &Folders { root: &root, seeds: &seeds, templates: &templates, output: &output })
    }

    fn write(&self, files: &[(&str, &str)]) -> Result<Report, Failure> {
        self.write_to("public", &site(files))
    }

    fn refusal(&self, result: Result<Report, Failure>) -> String {
        match result {
            Err(Failure::Refused(problem)) => problem
                .message
                .replace(&format!("{}/", self.at("").display()), "")
                .replace(&self.at("").display().to_string(), ""),
            other => panic!("not refused: {other:?}"),
        }
    }

    /// Every file and link below `public`, with its text.
    fn published(&self) -> Vec<(String, String)> {
        let mut files: Vec<_> = walkdir::WalkDir::new(self.at("public"))
            .sort_by_file_name()
            .into_iter()
            .map(Result::unwrap)
            .filter(|entry| !entry.file_type().is_dir())
            .map(|entry| {
                let name = entry.path().strip_prefix(self.at("public")).unwrap().to_string_lossy().into_owned();
                (name, fs::read_to_string(entry.path()).unwrap_or_default())
            })
            .collect();
        files.sort();
        files
    }
}

fn site(files: &[(&str, &str)]) -> Site {
    let mut site = Site::default();
    for (path, text) in files {
        site.add((*path).to_owned(), text.as_bytes().to_vec(), "a test".to_owned()).unwrap();
    }
    site
}

fn pairs(files: &[(&str, &str)]) -> Vec<(String, String)> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn report(written: usize, unchanged: usize, deleted: usize) -> Report {
    Report { written, unchanged, deleted }
}

#[test]
fn a_new_folder_appears_whole_and_nothing_is_left_beside_it() {
    let project = Project::new();
    let files = [("a/b/c.html", "1"), ("index.html", "2")];
    assert_eq!(project.write(&files).unwrap(), report(2, 0, 0));
    assert_eq!(project.published(), pairs(&files));
    let mut beside: Vec<_> = fs::read_dir(project.at("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    beside.sort();
    assert_eq!(beside, [".standfirst", "public", "seeds", "templates"]);
}

#[test]
fn the_second_build_touches_only_what_changed_and_deletes_only_what_was_ours() {
    let project = Project::new();
    project.write(&[("a.html", "1"), ("b.html", "2"), ("old/c.html", "3")]).unwrap();
    project.put("public/CNAME", "example.org");
    let before = fs::metadata(project.at("public/a.html")).unwrap().modified().unwrap();
    let files = [("a.html", "1"), ("b.html", "two")];
    assert_eq!(project.write(&files).unwrap(), report(1, 1, 1));
    assert_eq!(project.published(), pairs(&[("CNAME", "example.org"), ("a.html", "1"), ("b.html", "two")]));
    assert_eq!(fs::metadata(project.at("public/a.html")).unwrap().modified().unwrap(), before);
    assert!(!project.at("public/old").exists());
    assert_eq!(project.write(&files).unwrap(), report(0, 2, 0));
}

#[test]
fn a_folder_with_foreign_files_is_refused_by_name_and_left_alone() {
    let project = Project::new();
    for name in ["a.txt", "b/c.txt", "d.txt", "e.txt", "f.txt"] {
        project.put(&format!("public/{name}"), "mine");
    }
    let before = project.published();
    let message = "the output folder `public` holds files that are not ours: `a.txt`, `b/c.txt`, `d.txt` and 2 more";
    assert_eq!(project.refusal(project.write(&[("index.html", "x")])), message);
    assert_eq!(project.published(), before);
}

#[test]
fn a_foreign_file_is_never_overwritten_even_in_a_folder_of_ours() {
    let project = Project::new();
    project.write(&[("index.html", "x")]).unwrap();
    project.put("public/about.html", "mine");
    let message = "the output folder `public` holds a file that is not ours: `about.html`";
    assert_eq!(project.refusal(project.write(&[("index.html", "y"), ("about.html", "z")])), message);
    assert_eq!(project.published(), pairs(&[("about.html", "mine"), ("index.html", "x")]));
}

#[test]
fn an_empty_folder_or_one_with_hidden_files_only_is_taken() {
    let project = Project::new();
    project.put("public/.gitkeep", "");
    assert_eq!(project.write(&[("index.html", "x")]).unwrap(), report(1, 0, 0));
    assert_eq!(project.published(), pairs(&[(".gitkeep", ""), ("index.html", "x")]));
}

#[test]
fn a_fresh_clone_without_manifest_is_adopted_when_its_index_is_marked() {
    let project = Project::new();
    let page = |text: &str| format!("<meta name=\"generator\" content=\"standfirst 1\">{text}");
    project.put("public/index.html", &page("old"));
    project.put("public/feed.xml", "old");
    project.put("public/gone/index.html", &page("gone"));
    project.put("public/mine.html", "mine");
    let new = page("new");
    let files = [("feed.xml", "new"), ("index.html", new.as_str())];
    assert_eq!(project.write(&files).unwrap(), report(2, 0, 1));
    assert_eq!(project.published(), pairs(&[("feed.xml", "new"), ("index.html", &new), ("mine.html", "mine")]));
}

#[test]
fn a_fresh_clone_without_mark_is_adopted_when_all_its_bytes_are_ours() {
    let project = Project::new();
    project.put("public/a.css", "same");
    assert_eq!(project.write(&[("a.css", "same"), ("b.css", "new")]).unwrap(), report(1, 1, 0));
    fs::remove_dir_all(project.at(".standfirst")).unwrap();
    let message = "the output folder `public` holds a file that is not ours: `a.css`";
    assert_eq!(project.refusal(project.write(&[("a.css", "other"), ("b.css", "new")])), message);
}

#[test]
fn folders_that_people_made_are_refused() {
    let project = Project::new();
    fs::create_dir_all(project.at("public")).unwrap();
    for (output, reason) in [
        ("seeds", "`seeds` cannot be the output folder: it is the seeds folder `seeds`"),
        ("seeds/out", "`seeds/out` cannot be the output folder: it lies in the seeds folder `seeds`"),
        ("templates/../seeds", "`templates/../seeds` cannot be the output folder: it is the seeds folder `seeds`"),
        (
            "templates/x/../y",
            "`templates/x/../y` cannot be the output folder: it lies in the templates folder `templates`",
        ),
        ("", "`` cannot be the output folder: it contains the seeds folder `seeds`"),
        (".standfirst/x", "`.standfirst/x` cannot be the output folder: that name is kept for what a build remembers"),
    ] {
        assert_eq!(project.refusal(project.write_to(output, &site(&[("index.html", "x")]))), reason);
    }
}

#[test]
fn the_root_folder_and_a_file_are_refused() {
    let project = Project::new();
    project.put("file", "x");
    let message = "`file` cannot be the output folder: it is not a folder";
    assert_eq!(project.refusal(project.write_to("file", &site(&[]))), message);
    let message = project.refusal(project.write_to("/", &site(&[])));
    assert!(message.contains("cannot be the output folder: it contains the seeds folder"), "{message}");
}

#[cfg(unix)]
#[test]
fn links_in_the_output_folder_are_never_followed() {
    use std::os::unix::fs::symlink;
    let project = Project::new();
    project.write(&[("index.html", "x"), ("a/b.html", "x"), ("c/d.html", "x")]).unwrap();
    for (folder, file) in [("a", "b.html"), ("c", "d.html")] {
        project.put(&format!("else-{folder}/{file}"), "precious");
        fs::remove_dir_all(project.at(&format!("public/{folder}"))).unwrap();
        symlink(project.at(&format!("else-{folder}")), project.at(&format!("public/{folder}"))).unwrap();
    }
    let message = "the output folder `public` holds a file that is not ours: `a`";
    assert_eq!(project.refusal(project.write(&[("index.html", "x"), ("a/b.html", "new")])), message);
    assert_eq!(project.write(&[("index.html", "y")]).unwrap(), report(1, 0, 0));
    for name in ["else-a/b.html", "else-c/d.html"] {
        assert_eq!(fs::read_to_string(project.at(name)).unwrap(), "precious");
    }
}

#[cfg(unix)]
#[test]
fn the_output_folder_itself_may_be_a_link() {
    let project = Project::new();
    fs::create_dir(project.at("real")).unwrap();
    std::os::unix::fs::symlink(project.at("real"), project.at("public")).unwrap();
    assert_eq!(project.write(&[("index.html", "x")]).unwrap(), report(1, 0, 0));
    assert_eq!(fs::read_to_string(project.at("real/index.html")).unwrap(), "x");
    let nowhere = Project::new();
    std::os::unix::fs::symlink(nowhere.at("nothing"), nowhere.at("public")).unwrap();
    let message = "`public` cannot be the output folder: `public` is a symbolic link to nowhere";
    assert_eq!(nowhere.refusal(nowhere.write(&[("index.html", "x")])), message);
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let project = Project::new();
    project.write(&[("a", "1"), ("b/c/d", "2")]).unwrap();
    let files = [("a/index.html", "1"), ("b", "2")];
    assert_eq!(project.write(&files).unwrap(), report(2, 0, 2));
    assert_eq!(project.published(), pairs(&files));
}

#[test]
fn a_killed_build_is_completed_by_the_next() {
    let project = Project::new();
    project.write(&[("old.html", "1"), ("same.html", "1")]).unwrap();
    // What a build leaves that was killed while it renamed: temporary files, and a manifest of old and new files.
    project.put("public/.standfirst-tmp/0", "torn");
    project.put(".public.standfirst-tmp/x", "torn");
    project.put("public/half.html", "1");
    project.put(".standfirst/public.manifest", "old.html\nsame.html\nhalf.html\nnew.html\n");
    assert_eq!(project.write(&[("new.html", "1"), ("same.html", "1")]).unwrap(), report(1, 1, 2));
    assert_eq!(project.published(), pairs(&[("new.html", "1"), ("same.html", "1")]));
    assert!(!project.at(".public.standfirst-tmp").exists());
}

#[test]
fn a_manifest_cannot_make_us_delete_outside_the_folder() {
    let project = Project::new();
    project.write(&[("index.html", "x")]).unwrap();
    project.put("precious", "x");
    project.put(".standfirst/public.manifest", "index.html\n../precious\n");
    assert_eq!(project.write(&[("index.html", "x")]).unwrap(), report(0, 1, 0));
    assert!(project.at("precious").exists());
}

#[test]
fn a_change_of_case_loses_no_file() {
    let project = Project::new();
    project.write(&[("Topics/a.html", "1")]).unwrap();
    project.write(&[("topics/a.html", "1")]).unwrap();
    assert_eq!(project.published(), pairs(&[("topics/a.html", "1")]));
}
