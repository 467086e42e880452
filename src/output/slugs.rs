//! Where the published slugs are kept; what they mean is not known here.

use std::io;

use super::{Folders, folder, state};

/// The text that was kept for the output folder; empty when there is none.
///
/// # Errors
/// When the disk fails.
pub fn load_slugs(folders: &Folders<'_>) -> io::Result<String> {
    Ok(state::read(&path(folders)?)?.unwrap_or_default())
}

/// Keeps a text for the output folder.
///
/// # Errors
/// When the disk fails.
pub fn save_slugs(folders: &Folders<'_>, text: &str) -> io::Result<()> {
    state::save(&path(folders)?, text)
}

fn path(folders: &Folders<'_>) -> io::Result<std::path::PathBuf> {
    Ok(state::path_of(&folder::resolve(folders.root)?, &folder::resolve(folders.output)?, "slugs"))
}
