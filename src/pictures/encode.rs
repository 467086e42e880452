//! From the bytes of a picture to the files that the site has: several widths, none wider than the picture itself.
//!
//! A picture is turned upright and keeps its colour profile; where it was taken and by which camera is left out.

use std::io::Cursor;

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{PngDecoder, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageResult, Limits};

use super::jpeg;

/// Widths of the files in pixels, for phones, for columns and for sharp screens.
const WIDTHS: [u32; 3] = [480, 960, 1600];

/// Nothing is made that is nearly as wide as the next.
const NEARLY: f64 = 0.85;

const QUALITY: u8 = 82;

/// Widest and highest picture that is read, in pixels.
const MAX_SIDE: u32 = 20_000;

/// Memory that reading a picture may take, in bytes.
const MAX_MEMORY: u64 = 512 * 1024 * 1024;

/// What is made of a picture.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Encoded {
    /// Of the widest file; `None` when it is not known.
    pub(super) size: Option<(u32, u32)>,
    /// The narrowest first.
    pub(super) variants: Vec<Variant>,
    /// Whether making it took long.
    pub(super) is_worth_keeping: bool,
}

/// The picture in one width; 0 when that is not known.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Variant {
    pub(super) width: u32,
    pub(super) extension: String,
    pub(super) bytes: Vec<u8>,
}

/// A picture in memory.
struct Decoded {
    image: DynamicImage,
    profile: Option<Vec<u8>>,
    /// Whether the bytes of the file may be published as they are.
    is_upright: bool,
}

/// Makes the files of a picture; `name` says what kind it is where the bytes do not.
///
/// # Errors
/// Why the picture cannot be read.
pub(super) fn encode(bytes: Vec<u8>, name: &str) -> Result<Encoded, String> {
    let format = image::guess_format(&bytes).ok();
    let made = match format {
        Some(ImageFormat::Jpeg) => jpeg(&bytes).map(Some),
        Some(ImageFormat::Png) => png(&bytes),
        Some(ImageFormat::WebP) => webp(&bytes),
        _ => Ok(None),
    };
    match made.map_err(|error| plainly(&error))? {
        Some(encoded) => Ok(encoded),
        None => as_it_is(bytes, format, name),
    }
}

/// What moves, what is drawn and what cannot be read here is copied.
fn as_it_is(bytes: Vec<u8>, format: Option<ImageFormat>, name: &str) -> Result<Encoded, String> {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    let is_drawing = || {
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).into_owned();
        head.trim_start_matches('\u{feff}').trim_start().starts_with('<') && head.contains("<svg")
    };
    let (extension, size) = match format {
        Some(ImageFormat::Gif) => ("gif", gif_size(&bytes)),
        Some(ImageFormat::WebP) => ("webp", dimensions(WebPDecoder::new(Cursor::new(&bytes)))),
        Some(ImageFormat::Png) => ("png", dimensions(PngDecoder::new(Cursor::new(&bytes)))),
        Some(ImageFormat::Avif) => ("avif", None),
        None if extension == "svg" && is_drawing() => ("svg", None),
        _ => return Err("it is not a picture of the kinds that are known".to_owned()),
    };
    let width = size.map_or(0, |(width, _)| width);
    let variants = vec![Variant { width, extension: extension.to_owned(), bytes }];
    Ok(Encoded { size, variants, is_worth_keeping: false })
}

fn dimensions<D: ImageDecoder>(decoder: ImageResult<D>) -> Option<(u32, u32)> {
    decoder.ok().map(|decoder| decoder.dimensions())
}

/// Width and height of a GIF, which stand after its signature.
fn gif_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let [a, b, c, d] = bytes.get(6..10)?.try_into().ok()?;
    Some((u16::from_le_bytes([a, b]).into(), u16::from_le_bytes([c, d]).into()))
}

fn jpeg(bytes: &[u8]) -> ImageResult<Encoded> {
    let decoded = decode(JpegDecoder::new(Cursor::new(bytes))?)?;
    let original = decoded.is_upright.then(|| jpeg::without_metadata(bytes)).flatten();
    variants(decoded, original, "jpg")
}

/// `None` for a picture that moves.
fn png(bytes: &[u8]) -> ImageResult<Option<Encoded>> {
    let decoder = PngDecoder::new(Cursor::new(bytes))?;
    if decoder.is_apng()? {
        return Ok(None);
    }
    let decoded = decode(decoder)?;
    let original = decoded.is_upright.then(|| bytes.to_vec());
    variants(decoded, original, "png").map(Some)
}

/// Becomes JPEG, or PNG where it is transparent; `None` for a picture that moves.
fn webp(bytes: &[u8]) -> ImageResult<Option<Encoded>> {
    let decoder = WebPDecoder::new(Cursor::new(bytes))?;
    if decoder.has_animation() {
        return Ok(None);
    }
    let decoded = decode(decoder)?;
    let extension = if decoded.image.color().has_alpha() { "png" } else { "jpg" };
    variants(decoded, None, extension).map(Some)
}

fn decode(mut decoder: impl ImageDecoder) -> ImageResult<Decoded> {
    let mut limits = Limits::no_limits();
    (limits.max_image_width, limits.max_image_height) = (Some(MAX_SIDE), Some(MAX_SIDE));
    limits.max_alloc = Some(MAX_MEMORY);
    limits.check_dimensions(decoder.dimensions().0, decoder.dimensions().1)?;
    limits.reserve(decoder.total_bytes())?;
    decoder.set_limits(limits)?;
    let profile = decoder.icc_profile()?;
    let orientation = decoder.orientation()?;
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(orientation);
    Ok(Decoded { image, profile, is_upright: orientation == Orientation::NoTransforms })
}

/// The picture in all widths; the widest is the `original` where that is narrow enough.
fn variants(decoded: Decoded, original: Option<Vec<u8>>, extension: &str) -> ImageResult<Encoded> {
    let Decoded { mut image, profile, .. } = decoded;
    let original = original.filter(|_| image.width() <= WIDTHS[2]);
    let mut variants = Vec::new();
    let mut size = None;
    // Each is made from the one before it, which is quicker and looks the same.
    for width in widths(image.width()).into_iter().rev() {
        let bytes = match (&original, size) {
            (Some(original), None) => original.clone(),
            _ => {
                image = resized(image, width);
                write(&image, profile.as_deref(), extension)?
            }
        };
        size.get_or_insert((image.width(), image.height()));
        variants.push(Variant { width, extension: extension.to_owned(), bytes });
    }
    variants.reverse();
    keep_smaller(&mut variants);
    Ok(Encoded { size, variants, is_worth_keeping: true })
}

/// The widths to make of a picture, the narrowest first.
fn widths(own: u32) -> Vec<u32> {
    let widest = own.min(WIDTHS[2]);
    let limit = f64::from(widest) * NEARLY;
    WIDTHS.into_iter().filter(|width| f64::from(*width) < limit).chain([widest]).collect()
}

fn resized(image: DynamicImage, width: u32) -> DynamicImage {
    if image.width() == width {
        return image;
    }
    let own = u64::from(image.width().max(1));
    // Rounded to the nearest.
    let height = (u64::from(image.height()) * u64::from(width) + own / 2) / own;
    image.resize_exact(width, u32::try_from(height).unwrap_or(u32::MAX).max(1), FilterType::CatmullRom)
}

fn write(image: &DynamicImage, profile: Option<&[u8]>, extension: &str) -> ImageResult<Vec<u8>> {
    let mut bytes = Vec::new();
    match extension {
        "jpg" => {
            let mut encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
            // A profile that cannot be written is no loss that a reader would see.
            _ = profile.map(|profile| encoder.set_icc_profile(profile.to_vec()));
            match image {
                DynamicImage::ImageLuma8(image) => image.write_with_encoder(encoder)?,
                image => image.to_rgb8().write_with_encoder(encoder)?,
            }
        }
        _ => {
            let mut encoder = PngEncoder::new(&mut bytes);
            _ = profile.map(|profile| encoder.set_icc_profile(profile.to_vec()));
            image.write_with_encoder(encoder)?;
        }
    }
    Ok(bytes)
}

/// Leaves out narrower files that are no smaller than a wider one.
fn keep_smaller(variants: &mut Vec<Variant>) {
    let mut least = usize::MAX;
    let mut kept: Vec<bool> = variants
        .iter()
        .rev()
        .map(|variant| {
            let is_smaller = variant.bytes.len() < least;
            least = least.min(variant.bytes.len());
            is_smaller
        })
        .collect();
    variants.retain(|_| kept.pop().unwrap_or(true));
}

/// An error of the library in the words of these messages.
fn plainly(error: &image::ImageError) -> String {
    match error {
        image::ImageError::Limits(_) => {
            format!("it is wider or higher than {MAX_SIDE} pixels, or takes too much memory")
        }
        image::ImageError::Unsupported(_) => "it is of a kind that is not known".to_owned(),
        _ => "it is damaged".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::RgbImage;

    /// A picture with a pattern, so that it is neither empty nor larger than needed.
    fn picture(width: u32, height: u32) -> DynamicImage {
        let pixel = |x: u32, y: u32| image::Rgb([(x * 7 % 256) as u8, (y * 5 % 256) as u8, ((x + y) % 256) as u8]);
        DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, pixel))
    }

    fn bytes(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        image.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn widths_of(encoded: &Encoded) -> Vec<u32> {
        encoded.variants.iter().map(|variant| variant.width).collect()
    }

    #[test]
    fn nothing_is_made_wider_than_the_picture_or_nearly_as_wide_as_the_next() {
        assert_eq!(widths(300), [300]);
        assert_eq!(widths(500), [500]);
        assert_eq!(widths(800), [480, 800]);
        assert_eq!(widths(1000), [480, 1000]);
        assert_eq!(widths(1600), [480, 960, 1600]);
        assert_eq!(widths(4000), [480, 960, 1600]);
    }

    #[test]
    fn every_file_has_the_width_that_it_says() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let encoded = encode(bytes(&picture(1200, 30), format), "x").unwrap();
            assert_eq!(encoded.size, Some((1200, 30)), "{format:?}");
            assert_eq!(widths_of(&encoded).last(), Some(&1200), "{format:?}");
            for variant in &encoded.variants {
                let image = image::load_from_memory(&variant.bytes).unwrap();
                assert_eq!(image.width(), variant.width, "{format:?}");
            }
        }
    }

    #[test]
    fn a_small_picture_stays_as_it_is() {
        for (format, extension) in [(ImageFormat::Jpeg, "jpg"), (ImageFormat::Png, "png")] {
            let small = bytes(&picture(40, 20), format);
            let encoded = encode(small.clone(), "x").unwrap();
            assert_eq!(encoded.variants, [Variant { width: 40, extension: extension.into(), bytes: small }]);
        }
    }

    #[test]
    fn what_is_not_known_is_refused_and_damage_is_told() {
        assert_eq!(encode(b"hello".to_vec(), "x.jpg").unwrap_err(), "it is not a picture of the kinds that are known");
        let mut cut = bytes(&picture(40, 20), ImageFormat::Png);
        cut.truncate(60);
        assert_eq!(encode(cut, "x.png").unwrap_err(), "it is damaged");
    }

    #[test]
    fn moving_and_drawn_pictures_are_copied() {
        let gif = [&b"GIF89a"[..], &[3, 0, 2, 0], b"rest"].concat();
        let encoded = encode(gif.clone(), "x.gif").unwrap();
        assert_eq!(encoded.size, Some((3, 2)));
        assert_eq!(encoded.variants, [Variant { width: 3, extension: "gif".into(), bytes: gif }]);
        let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec();
        let encoded = encode(svg.clone(), "a/x.svg").unwrap();
        assert_eq!(encoded.size, None);
        assert_eq!(encoded.variants, [Variant { width: 0, extension: "svg".into(), bytes: svg }]);
    }
}
