//! Pictures of papers that say nothing: a white sheet with grey lines. Nobody's document was ever photographed for this.

use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage};

const WIDTH: u32 = 420;
const HEIGHT: u32 = 594;
pub(super) const KINDS: usize = 5;

pub(super) fn draw(kind: usize) -> Result<Vec<u8>, String> {
    let mut sheet = RgbImage::from_pixel(WIDTH, HEIGHT, Rgb([250, 249, 245]));
    let dark = Rgb([70, 74, 80]);
    let mut bar = |x: u32, y: u32, w: u32, h: u32, ink: Rgb<u8>| {
        for px in x..(x + w).min(WIDTH) {
            for py in y..(y + h).min(HEIGHT) {
                sheet.put_pixel(px, py, ink);
            }
        }
    };
    bar(120, 40, 180, 16, dark);
    for line in 0..(9 + kind as u32) {
        let short = (line * 37 + kind as u32 * 53) % 90;
        bar(50, 96 + line * 32, 320 - short, 7, Rgb([150, 153, 158]));
    }
    // A seal as a ring, so that a clerk has something to zoom in on.
    let (cx, cy, r) = (310i64, 500i64, 46i64);
    for (x, y, pixel) in sheet.enumerate_pixels_mut() {
        let d = (i64::from(x) - cx).pow(2) + (i64::from(y) - cy).pow(2);
        if d <= r * r && d >= (r - 6) * (r - 6) {
            *pixel = Rgb([178, 44, 40]);
        }
    }
    let mut out = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut out, 72)
        .write_image(sheet.as_raw(), WIDTH, HEIGHT, ExtendedColorType::Rgb8)
        .map_err(|e| e.to_string())?;
    Ok(out)
}
