//! Finding and reading files, with the real disk.

use standfirst::diagnostic::{Diagnostic, Severity};
use standfirst::source::{MAX_BYTES, read_all};
use std::fs;
use std::path::Path;

fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn shown(diagnostics: &[Diagnostic]) -> Vec<(Severity, &str)> {
    diagnostics.iter().map(|problem| (problem.severity, &*problem.message)).collect()
}

#[test]
fn articles_are_read_by_key_and_all_else_is_skipped_with_a_note() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["b.txt", "a/z.MD", "a-1.markdown", ".hidden.txt", ".git/x.txt", "photo.jpg", "b.txt~"] {
        write(folder.path(), name, name);
    }
    let reading = read_all(folder.path(), "seeds/").unwrap();
    let files: Vec<_> = reading.files.iter().map(|file| (&*file.key, &*file.path)).collect();
    assert_eq!(files, [("a-1.markdown", "seeds/a-1.markdown"), ("a/z.MD", "seeds/a/z.MD"), ("b.txt", "seeds/b.txt")]);
    assert_eq!(reading.files[1].bytes, b"a/z.MD");
    assert_eq!(reading.pictures.keys().collect::<Vec<_>>(), ["photo.jpg"]);
    assert_eq!(
        shown(&reading.diagnostics),
        [
            (Severity::Note, "`seeds/.git` is skipped: a hidden folder"),
            (Severity::Note, "`seeds/.hidden.txt` is skipped: a hidden file"),
            (Severity::Note, "`seeds/b.txt~` is skipped: articles are `.txt`, `.md` or `.markdown` files"),
        ]
    );
}

#[test]
fn a_folder_that_is_not_there_is_an_error_of_the_environment() {
    let folder = tempfile::tempdir().unwrap();
    let error = read_all(&folder.path().join("seeds"), "seeds").unwrap_err();
    assert_eq!(error.to_string(), "there is no folder `seeds`; create it and put your articles into it");
    write(folder.path(), "file", "");
    let error = read_all(&folder.path().join("file"), "file").unwrap_err();
    assert_eq!(error.to_string(), "`file` is not a folder; articles are read from a folder");
}

#[test]
fn a_file_that_is_too_long_is_an_error_and_the_others_are_read() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a.txt", "x");
    let long = fs::File::create(folder.path().join("b.txt")).unwrap();
    long.set_len(5 * MAX_BYTES).unwrap();
    let reading = read_all(folder.path(), "seeds").unwrap();
    assert_eq!(reading.files.len(), 1);
    assert_eq!(shown(&reading.diagnostics), [(Severity::Error, "`seeds/b.txt` is 50 MB; an article is at most 10 MB")]);
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_loops_and_dead_links_are_errors() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let seeds = folder.path().join("seeds");
    write(folder.path(), "elsewhere/c.txt", "c");
    write(&seeds, "a/b.txt", "b");
    symlink(folder.path().join("elsewhere"), seeds.join("linked")).unwrap();
    symlink(&seeds, seeds.join("a/loop")).unwrap();
    symlink("nowhere.txt", seeds.join("dead.txt")).unwrap();
    let reading = read_all(&seeds, "seeds").unwrap();
    assert_eq!(reading.files.iter().map(|file| &*file.key).collect::<Vec<_>>(), ["a/b.txt", "linked/c.txt"]);
    assert_eq!(
        shown(&reading.diagnostics),
        [
            (Severity::Error, "the link `seeds/a/loop` leads back to `seeds`, which it lies in"),
            (Severity::Error, "cannot read `seeds/dead.txt`: it is a link that leads nowhere"),
        ]
    );
    assert_eq!(reading.diagnostics[0].hint.as_deref(), Some("remove the link"));
}
