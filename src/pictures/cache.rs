//! What was made of pictures, kept by a hash of their bytes: a small text for each, and a file for each width.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::encode::{Encoded, Variant};

/// The first line of the texts: what was made in another way is made anew.
const VERSION: &str = "standfirst pictures 1";

/// A hash of the bytes that is the same on every machine: FNV-1a of 128 bits over words of eight bytes.
pub(super) fn hash(bytes: &[u8]) -> u128 {
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let mix = |hash: u128, word: u64| (hash ^ u128::from(word)).wrapping_mul(PRIME).rotate_left(29);
    let mut hash = mix(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d, bytes.len() as u64);
    let mut words = bytes.chunks_exact(8);
    for word in &mut words {
        hash = mix(hash, word.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)));
    }
    let rest = words.remainder().iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
    mix(mix(hash, rest), 0)
}

/// What is kept under a hash; `None` when it is not there as a whole.
pub(super) fn load(folder: &Path, hash: u128) -> Option<Encoded> {
    let text = fs::read_to_string(folder.join(format!("{hash:032x}.txt"))).ok()?;
    let mut lines = text.lines();
    if lines.next()? != VERSION {
        return None;
    }
    let (width, height) = lines.next()?.split_once(' ')?;
    let size = Some((width.parse().ok()?, height.parse().ok()?));
    let variant = |line: &str| {
        let mut words = line.split(' ');
        let (width, extension, length) = (words.next()?, words.next()?, words.next()?);
        let bytes = fs::read(folder.join(file_name(hash, width.parse().ok()?, extension))).ok()?;
        let is_whole = length.parse() == Ok(bytes.len());
        is_whole.then_some(Variant { width: width.parse().ok()?, extension: extension.to_owned(), bytes })
    };
    let variants = lines.map(variant).collect::<Option<Vec<_>>>().filter(|variants| !variants.is_empty())?;
    Some(Encoded { size, variants, is_worth_keeping: true })
}

/// Keeps what was made.
pub(super) fn save(folder: &Path, hash: u128, encoded: &Encoded) -> io::Result<()> {
    let Some((width, height)) = encoded.size else { return Ok(()) };
    fs::create_dir_all(folder)?;
    let mut text = format!("{VERSION}\n{width} {height}\n");
    for Variant { width, extension, bytes } in &encoded.variants {
        put(folder, &file_name(hash, *width, extension), bytes)?;
        text += &format!("{width} {extension} {}\n", bytes.len());
    }
    put(folder, &format!("{hash:032x}.txt"), text.as_bytes())
}

/// Deletes what is kept of other pictures than these, as far as that is possible.
pub fn forget_others(folder: &Path, hashes: &BTreeSet<u128>) {
    for entry in fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
        let name = entry.file_name();
        let hash = name.to_str().and_then(|name| name.split(['-', '.']).next());
        let hash = hash.filter(|hash| hash.len() == 32).and_then(|hash| u128::from_str_radix(hash, 16).ok());
        if hash.is_some_and(|hash| !hashes.contains(&hash)) {
            // What stays takes room and does no harm.
            _ = fs::remove_file(entry.path());
        }
    }
}

fn file_name(hash: u128, width: u32, extension: &str) -> String {
    format!("{hash:032x}-{width}.{extension}")
}

/// Writes a file in one step.
fn put(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.persist(folder.join(name))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back_and_what_was_cut_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let variant = |width, bytes: &[u8]| Variant { width, extension: "png".to_owned(), bytes: bytes.to_vec() };
        let encoded = Encoded {
            size: Some((4, 2)),
            variants: vec![variant(2, b"ab"), variant(4, b"abcd")],
            is_worth_keeping: true,
        };
        assert_eq!(load(folder.path(), 7), None);
        save(folder.path(), 7, &encoded).unwrap();
        assert_eq!(load(folder.path(), 7), Some(encoded));
        assert_eq!(load(folder.path(), 8), None);
        fs::write(folder.path().join(file_name(7, 4, "png")), "abc").unwrap();
        assert_eq!(load(folder.path(), 7), None);
    }

    #[test]
    fn the_hash_tells_bytes_apart() {
        let texts: [&[u8]; 6] = [b"", b"\0", b"\0\0", b"abcdefgh", b"abcdefghi", b"abcdefgi"];
        let hashes: std::collections::BTreeSet<u128> = texts.iter().map(|text| hash(text)).collect();
        assert_eq!(hashes.len(), texts.len());
        assert_eq!(hash(b"abcdefgh"), hash(b"abcdefgh"));
    }
}
