//! Waiting until files change: many changes in a short time are one.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

/// Editors write a file in several steps; a change is over when nothing has happened for so long.
const QUIET: Duration = Duration::from_millis(100);

/// Changes without pause are looked at after so many times [`QUIET`] all the same.
const PATIENCE: usize = 10;

/// Folders and files that are being watched.
pub(crate) struct Watched {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    folders: Vec<Folder>,
    files: Vec<PathBuf>,
    /// The folders in which those stand; nothing else in them matters.
    above: Vec<PathBuf>,
}

/// A folder that is watched with all below it, whenever it is there.
struct Folder {
    path: PathBuf,
    is_watched: bool,
}

/// Watches `folders` with all that is below them, and `files`; any of them may not be there yet.
///
/// # Errors
/// When the system does not let files be watched.
pub(crate) fn watch(folders: &[&Path], files: &[&Path]) -> notify::Result<Watched> {
    let (sender, events) = channel();
    let watcher = notify::recommended_watcher(sender)?;
    let folder = |path: &&Path| Folder { path: real(path), is_watched: false };
    let folders: Vec<_> = folders.iter().map(folder).collect();
    let files: Vec<_> = files.iter().map(|path| real(path)).collect();
    // What is not there, or is replaced as a whole, is seen from the folder above.
    let named = folders.iter().map(|folder| &folder.path).chain(&files);
    let above: BTreeSet<PathBuf> = named.filter_map(|path| path.parent()).map(Path::to_owned).collect();
    let mut watched = Watched { watcher, events, folders, files, above: above.into_iter().collect() };
    for above in watched.above.iter().filter(|above| above.is_dir()) {
        watched.watcher.watch(above, RecursiveMode::NonRecursive)?;
    }
    watched.enter()?;
    Ok(watched)
}

/// The path under which events name what is at `path`, whether it is there or not.
fn real(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    match (path.parent().and_then(|parent| parent.canonicalize().ok()), path.file_name()) {
        (Some(parent), Some(name)) => parent.join(name),
        _ => path,
    }
}

impl Watched {
    /// Waits for a change; `false` when there will be none any more.
    pub(crate) fn wait(&mut self) -> bool {
        loop {
            match self.events.recv() {
                Ok(event) if self.matters(&event) => break,
                Ok(_) => {}
                Err(_) => return false,
            }
        }
        for _ in 0..PATIENCE {
            match self.settle() {
                Settled::Quiet => break,
                Settled::Going => {}
                Settled::Over => return false,
            }
        }
        // A folder that cannot be watched is watched when it changes next.
        _ = self.enter();
        true
    }

    /// Takes what happens within [`QUIET`].
    fn settle(&mut self) -> Settled {
        let mut settled = Settled::Quiet;
        let deadline = std::time::Instant::now() + QUIET;
        loop {
            match self.events.recv_timeout(deadline.saturating_duration_since(std::time::Instant::now())) {
                Ok(event) if self.matters(&event) => settled = Settled::Going,
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => return settled,
                Err(RecvTimeoutError::Disconnected) => return Settled::Over,
            }
        }
    }

    /// Begins to watch the folders that have come to be.
    fn enter(&mut self) -> notify::Result<()> {
        for folder in self.folders.iter_mut().filter(|folder| !folder.is_watched && folder.path.is_dir()) {
            self.watcher.watch(&folder.path, RecursiveMode::Recursive)?;
            folder.is_watched = true;
        }
        Ok(())
    }

    /// Whether an event is a change of what is watched; reading is none.
    fn matters(&mut self, event: &notify::Result<Event>) -> bool {
        // An error may mean that events were lost.
        let Ok(event) = event else { return true };
        let is_read = matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write));
        if is_read {
            return false;
        }
        for folder in &mut self.folders {
            // It may have been replaced by another of the same name, of which nothing is known.
            let is_replaced = event.paths.contains(&folder.path) && !matches!(event.kind, EventKind::Access(_));
            folder.is_watched &= !is_replaced;
        }
        event.need_rescan() || event.paths.iter().any(|path| self.is_ours(path))
    }

    /// Unless it is a neighbour of what is watched; a path that was reached over a link has any name.
    fn is_ours(&self, path: &PathBuf) -> bool {
        let is_neighbour = path.parent().is_some_and(|above| self.above.iter().any(|other| above == other));
        let is_within = || self.folders.iter().any(|folder| path.starts_with(&folder.path));
        !is_neighbour || self.files.contains(path) || is_within()
    }
}

enum Settled {
    Quiet,
    Going,
    Over,
}

impl std::fmt::Debug for Watched {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Watched").field("files", &self.files).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// Whether a change is seen in good time.
    fn is_seen(watched: Watched) -> Option<Watched> {
        let (sender, receiver) = channel();
        std::thread::spawn(move || {
            let mut watched = watched;
            watched.wait();
            _ = sender.send(watched);
        });
        receiver.recv_timeout(Duration::from_secs(10)).ok()
    }

    #[test]
    fn changes_are_seen_also_in_folders_that_were_not_there() {
        let top = tempfile::tempdir().unwrap();
        let top = top.path();
        let (seeds, templates, config) = (top.join("seeds"), top.join("templates"), top.join("config.yaml"));
        fs::create_dir_all(seeds.join("deep")).unwrap();
        let watched = watch(&[&seeds, &templates], &[&config]).unwrap();
        fs::write(seeds.join("deep/a.txt"), "text").unwrap();
        let watched = is_seen(watched).expect("an article");
        fs::write(&config, "title: x").unwrap();
        let watched = is_seen(watched).expect("the configuration");
        fs::create_dir(&templates).unwrap();
        let watched = is_seen(watched).expect("a new folder");
        fs::write(templates.join("a.html"), "x").unwrap();
        let watched = is_seen(watched).expect("a file in a new folder");
        fs::remove_dir_all(&templates).unwrap();
        let watched = is_seen(watched).expect("a folder less");
        fs::create_dir(&templates).unwrap();
        let watched = is_seen(watched).expect("a folder again");
        fs::write(templates.join("b.html"), "x").unwrap();
        is_seen(watched).expect("a file in a folder that is there again");
    }

    #[test]
    fn reading_and_other_files_are_no_change() {
        let top = tempfile::tempdir().unwrap();
        let top = top.path();
        let (seeds, config) = (top.join("seeds"), top.join("config.yaml"));
        fs::create_dir(&seeds).unwrap();
        fs::write(seeds.join("a.txt"), "text").unwrap();
        let watched = watch(&[&seeds], &[&config]).unwrap();
        fs::read(seeds.join("a.txt")).unwrap();
        fs::write(top.join("other.txt"), "text").unwrap();
        let mut watched = watched;
        let mut seen = 0;
        while let Ok(event) = watched.events.recv_timeout(Duration::from_millis(50)) {
            seen += usize::from(watched.matters(&event));
        }
        assert_eq!(seen, 0);
    }
}
