//! JPEG files without what cameras note in them.

/// The file without EXIF, XMP, IPTC and comments, its picture byte for byte the same; `None` when it is not understood.
///
/// Kept are the segments that say what the picture looks like: JFIF (`APP0`), the colour profile (`APP2`) and Adobe's
/// colour transform (`APP14`). See ITU-T T.81, annex B.
pub(super) fn without_metadata(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut kept = Vec::with_capacity(bytes.len());
    kept.extend(bytes.strip_prefix(&[0xff, 0xd8]).map(|_| [0xff, 0xd8])?);
    let mut rest = &bytes[2..];
    loop {
        let marker = match rest {
            [0xff, 0xff, ..] => {
                rest = &rest[1..];
                continue;
            }
            [0xff, marker, ..] => *marker,
            _ => return None,
        };
        // The picture itself: nothing after it is looked at.
        if marker == 0xda {
            kept.extend(rest);
            return Some(kept);
        }
        let length = usize::from(u16::from_be_bytes([*rest.get(2)?, *rest.get(3)?]));
        let segment = rest.get(..length + 2).filter(|_| length >= 2)?;
        let is_metadata = matches!(marker, 0xe1 | 0xe3..=0xed | 0xef | 0xfe) || marker == 0xe2 && !is_profile(segment);
        if !is_metadata {
            kept.extend(segment);
        }
        rest = &rest[segment.len()..];
    }
}

fn is_profile(segment: &[u8]) -> bool {
    segment[4..].starts_with(b"ICC_PROFILE\0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_camera_notes_goes_and_the_picture_stays() {
        let segment = |marker: u8, data: &[u8]| [&[0xff, marker, 0, data.len() as u8 + 2], data].concat();
        let (start, jfif, profile) = (vec![0xff, 0xd8], segment(0xe0, b"JFIF\0"), segment(0xe2, b"ICC_PROFILE\0xx"));
        let picture = [&segment(0xda, b"scan")[..], &[1, 2, 0xff, 0, 0xff, 0xd9]].concat();
        let exif = segment(0xe1, b"Exif\0\0 51 N 4 E");
        let with = [&start[..], &jfif, &exif, &profile, &segment(0xfe, b"comment"), &picture].concat();
        let without = [start, jfif, profile, picture].concat();
        assert_eq!(without_metadata(&with), Some(without.clone()));
        assert_eq!(without_metadata(&without), Some(without));
        assert_eq!(without_metadata(&with[..30]), None);
        assert_eq!(without_metadata(b"no"), None);
    }
}
