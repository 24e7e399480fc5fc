//! Pictures: size from the header, then decoded under limits, turned upright, shrunk to 16 megapixels at most,
//! and encoded anew. What is not pixels (EXIF with the place, XMP, comments, appended films) does not survive.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, RgbImage};

use super::{CleanPaper, MAX_PIXELS, PaperKind, PaperProblem};

/// A page of A4 at 400 dots an inch: more does not read better.
const KEPT_PIXELS: u64 = 16_000_000;
const LONGEST_SIDE: u32 = 30_000;
const THUMBNAIL_SIDE: u32 = 320;
const QUALITY: u8 = 88;
/// A PNG with no more colours than this is a drawing or a screen picture and stays PNG.
const FEW_COLOURS: usize = 256;

/// `upright`: the EXIF orientation was applied already (HEIC converter).
pub(super) fn clean(bytes: &[u8], kind: PaperKind, upright: bool) -> Result<CleanPaper, PaperProblem> {
    let format = format_of(kind).ok_or(PaperProblem::UnknownKind)?;
    if kind == PaperKind::Png {
        refuse_many_pixels(png_size(bytes)?)?;
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits());
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    refuse_many_pixels(decoder.dimensions())?;
    if !is_whole(bytes, kind) {
        return Err(PaperProblem::Broken);
    }
    // into_decoder keeps no count of the result itself.
    if decoder.total_bytes() > limits().max_alloc.unwrap_or(u64::MAX) {
        return Err(PaperProblem::TooManyPixels);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let decoded = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    let mut image = on_white(shrunk(decoded));
    if !upright {
        image.apply_orientation(orientation);
    }
    let image = image.into_rgb8();

    let thumbnail = jpeg(&thumbnail(&image), 75)?;
    let kind = if kind == PaperKind::Png && has_few_colours(&image) { PaperKind::Png } else { PaperKind::Jpeg };
    let bytes = if kind == PaperKind::Png { png(image)? } else { jpeg(&image, QUALITY)? };
    Ok(CleanPaper { kind, mime: kind.mime(), bytes, pages_hint: None, thumbnail: Some(thumbnail) })
}

fn format_of(kind: PaperKind) -> Option<ImageFormat> {
    match kind {
        PaperKind::Jpeg => Some(ImageFormat::Jpeg),
        PaperKind::Png => Some(ImageFormat::Png),
        PaperKind::WebP => Some(ImageFormat::WebP),
        PaperKind::Heic | PaperKind::Pdf => None,
    }
}

/// Width and height as the header says. A PNG's chunks are not unpacked for it.
pub(super) fn size(bytes: &[u8], kind: PaperKind) -> Option<(u32, u32)> {
    match kind {
        PaperKind::Png => png_size(bytes).ok(),
        _ => ImageReader::with_format(Cursor::new(bytes), format_of(kind)?).into_dimensions().ok(),
    }
}

/// Within the square, in its own shape. Made from the picture itself: a second copy of a photo is 36 MB.
fn thumbnail(image: &RgbImage) -> RgbImage {
    let (width, height) = image.dimensions();
    let factor = (f64::from(THUMBNAIL_SIDE) / f64::from(width.max(height))).min(1.0);
    let side = |n: u32| ((f64::from(n) * factor).round() as u32).max(1);
    image::imageops::thumbnail(image, side(width), side(height))
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    // Fifty megapixels with four bytes each, and room to work.
    limits.max_alloc = Some(256 * 1024 * 1024);
    limits
}

fn refusal(error: ImageError) -> PaperProblem {
    match error {
        ImageError::Limits(_) => PaperProblem::TooManyPixels,
        _ => PaperProblem::Broken,
    }
}

pub(super) fn refuse_many_pixels((width, height): (u32, u32)) -> Result<(), PaperProblem> {
    if width == 0 || height == 0 {
        return Err(PaperProblem::Broken);
    }
    let too_many = u64::from(width) * u64::from(height) > MAX_PIXELS || width.max(height) > LONGEST_SIDE;
    if too_many { Err(PaperProblem::TooManyPixels) } else { Ok(()) }
}

/// IHDR is always the first chunk of a PNG; reading it here leaves nothing for a decoder to unpack before the check.
fn png_size(bytes: &[u8]) -> Result<(u32, u32), PaperProblem> {
    let number = |at: usize| bytes.get(at..at + 4).map(|b| b.iter().fold(0u32, |n, x| n << 8 | u32::from(*x)));
    match (bytes.get(12..16), number(16), number(20)) {
        (Some(b"IHDR"), Some(width), Some(height)) => Ok((width, height)),
        _ => Err(PaperProblem::Broken),
    }
}

/// A photo whose upload broke off would otherwise be shown with a grey half: decoders are lenient.
fn is_whole(bytes: &[u8], kind: PaperKind) -> bool {
    match kind {
        PaperKind::Jpeg => jpeg_reaches_its_end(bytes).is_some(),
        PaperKind::WebP => {
            let size = bytes.get(4..8).map_or(u64::MAX, |b| b.iter().rev().fold(0u64, |n, x| n << 8 | u64::from(*x)));
            size + 8 <= bytes.len() as u64 + 1
        }
        _ => true,
    }
}

/// Walks the segments to the end mark (FF D9) of the picture itself, past the one of an embedded preview.
fn jpeg_reaches_its_end(bytes: &[u8]) -> Option<()> {
    let mut at = 2;
    loop {
        // To the next marker: FF, then neither a stuffed zero, a restart mark, nor filling.
        while *bytes.get(at)? != 0xff || matches!(*bytes.get(at + 1)?, 0x00 | 0x01 | 0xd0..=0xd7 | 0xff) {
            at += 1;
        }
        match bytes[at + 1] {
            0xd9 => return Some(()),
            _ => {
                let length = usize::from(*bytes.get(at + 2)?) << 8 | usize::from(*bytes.get(at + 3)?);
                at += 2 + length;
            }
        }
    }
}

pub(super) fn shrunk(image: DynamicImage) -> DynamicImage {
    let (width, height) = (u64::from(image.width()), u64::from(image.height()));
    if width * height <= KEPT_PIXELS {
        return image;
    }
    let factor = (KEPT_PIXELS as f64 / (width * height) as f64).sqrt();
    let side = |n: u64| ((n as f64 * factor) as u32).max(1);
    // Averages whole blocks: little memory, unlike the filters of `resize`.
    image.thumbnail_exact(side(width), side(height))
}

/// JPEG knows no transparency: what was see-through becomes paper, not black.
fn on_white(image: DynamicImage) -> DynamicImage {
    if !image.color().has_alpha() {
        return DynamicImage::ImageRgb8(image.into_rgb8());
    }
    let rgba = image.into_rgba8();
    let (width, height) = rgba.dimensions();
    let flat = RgbImage::from_fn(width, height, |x, y| {
        let [r, g, b, a] = rgba.get_pixel(x, y).0;
        let mix = |c: u8| ((u16::from(c) * u16::from(a) + 255 * (255 - u16::from(a))) / 255) as u8;
        image::Rgb([mix(r), mix(g), mix(b)])
    });
    DynamicImage::ImageRgb8(flat)
}

fn has_few_colours(image: &RgbImage) -> bool {
    let mut seen = std::collections::HashSet::new();
    let mut last = None;
    for pixel in image.pixels() {
        if last != Some(pixel.0) {
            last = Some(pixel.0);
            seen.insert(pixel.0);
            if seen.len() > FEW_COLOURS {
                return false;
            }
        }
    }
    true
}

fn jpeg(image: &RgbImage, quality: u8) -> Result<Vec<u8>, PaperProblem> {
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, quality).encode_image(image).map_err(refusal)?;
    Ok(out)
}

fn png(image: RgbImage) -> Result<Vec<u8>, PaperProblem> {
    let mut out = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(image).write_to(&mut out, ImageFormat::Png).map_err(refusal)?;
    Ok(out.into_inner())
}
