//! What the paper desk promises. The pictures are made here, bytes by bytes where a decoder would refuse to make them.
//! Long because of the pictures that no encoder would make.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::io::Cursor;
use std::path::PathBuf;
use std::time::Duration;

use image::{DynamicImage, GenericImageView, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

use super::*;
use crate::vault::Vault;

/// Left half red, right half blue, with a fine pattern so that it has many colours.
fn photo(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| {
        let shade = ((x * 7 + y * 13) % 40) as u8;
        let (x_shade, y_shade) = ((x % 30) as u8, (y % 30) as u8);
        if x < width / 2 { Rgb([200 + shade, x_shade, y_shade]) } else { Rgb([0, shade, 200 + shade]) }
    }))
}

fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    image.write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// EXIF with an orientation and a GPS block (latitude reference N), written by hand.
fn exif(orientation: u8) -> Vec<u8> {
    let mut tiff = b"MM\0\x2a\0\0\0\x08".to_vec();
    tiff.extend_from_slice(&[0, 2]);
    tiff.extend_from_slice(&[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    tiff.extend_from_slice(&[0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38]);
    tiff.extend_from_slice(&[0, 0, 0, 0]);
    tiff.extend_from_slice(&[0, 1, 0, 1, 0, 2, 0, 0, 0, 2, b'N', 0, 0, 0, 0, 0, 0, 0]);
    tiff.extend_from_slice(b"GPS-SECRET-PLACE");
    tiff
}

fn jpeg_with_exif(image: &DynamicImage, orientation: u8) -> Vec<u8> {
    let plain = encoded(image, ImageFormat::Jpeg);
    let mut body = b"Exif\0\0".to_vec();
    body.extend(exif(orientation));
    let mut out = vec![0xff, 0xd8, 0xff, 0xe1];
    out.extend(((body.len() + 2) as u16).to_be_bytes());
    out.extend(body);
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x>XMP-SECRET</x>";
    out.extend([0xff, 0xe1]);
    out.extend(((xmp.len() + 2) as u16).to_be_bytes());
    out.extend(xmp);
    out.extend(&plain[2..]);
    out
}

fn chunk(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let mut crc = !0u32;
    for byte in name.iter().chain(body) {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    let mut out = (body.len() as u32).to_be_bytes().to_vec();
    out.extend(name);
    out.extend(body);
    out.extend((!crc).to_be_bytes());
    out
}

/// A PNG that says how large it is and has nothing behind that.
fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut head = width.to_be_bytes().to_vec();
    head.extend(height.to_be_bytes());
    head.extend([8, 2, 0, 0, 0]);
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    out.extend(chunk(b"IHDR", &head));
    out.extend(chunk(b"IDAT", b"not packed data"));
    out.extend(chunk(b"IEND", b""));
    out
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|w| w == part)
}

fn is_red(image: &DynamicImage, x: u32, y: u32) -> bool {
    let [r, _, b, _] = image.get_pixel(x, y).0;
    r > 150 && b < 90
}

#[test]
fn the_place_where_a_photo_was_taken_does_not_survive() {
    let before = jpeg_with_exif(&photo(64, 48), 1);
    assert!(holds(&before, b"GPS-SECRET-PLACE") && holds(&before, b"XMP-SECRET"));
    let clean = check_paper(&before, "IMG_2034.JPG").unwrap();
    for part in [b"GPS-SECRET-PLACE".as_slice(), b"XMP-SECRET", b"Exif", b"http://ns.adobe.com"] {
        assert!(!holds(&clean.bytes, part));
        assert!(!holds(clean.thumbnail.as_ref().unwrap(), part));
    }
    assert_eq!(clean.mime, "image/jpeg");
}

#[test]
fn position_data_in_png_and_webp_does_not_survive_either() {
    let png = encoded(&photo(64, 48), ImageFormat::Png);
    let mut with_exif = png[..33].to_vec();
    with_exif.extend(chunk(b"eXIf", &exif(6)));
    with_exif.extend(chunk(b"tEXt", b"Comment\0TEXT-SECRET"));
    with_exif.extend(&png[33..]);
    let clean = check_paper(&with_exif, "a.png").unwrap();
    assert!(!holds(&clean.bytes, b"SECRET") && !holds(&clean.bytes, b"eXIf"));
    assert_eq!(image::load_from_memory(&clean.bytes).unwrap().dimensions(), (48, 64), "and it is upright");

    let webp = check_paper(&encoded(&photo(64, 48), ImageFormat::WebP), "a.webp").unwrap();
    assert_eq!(webp.kind, PaperKind::Jpeg);
}

#[test]
fn a_photo_taken_sideways_is_turned_upright() {
    let clean = check_paper(&jpeg_with_exif(&photo(64, 48), 6), "a.jpg").unwrap();
    let image = image::load_from_memory(&clean.bytes).unwrap();
    assert_eq!(image.dimensions(), (48, 64));
    assert!(is_red(&image, 24, 8), "what was left is above now");
    assert!(!is_red(&image, 24, 56));
}

#[test]
fn a_small_file_that_would_unpack_to_sixty_megapixels_is_refused_by_its_header() {
    // Its data cannot be unpacked at all: only a look at the header gives this answer.
    assert_eq!(check_paper(&png_header(10_000, 6_000), "a.png"), Err(PaperProblem::TooManyPixels));
    assert_eq!(check_paper(&png_header(u32::MAX, u32::MAX), "a.png"), Err(PaperProblem::TooManyPixels));
    assert_eq!(check_paper(&png_header(50_000, 10), "a.png"), Err(PaperProblem::TooManyPixels));
    assert_eq!(check_paper(&png_header(100, 60), "a.png"), Err(PaperProblem::Broken));
}

#[test]
fn a_jpeg_that_claims_sixty_megapixels_is_refused_by_its_header() {
    let mut jpeg = encoded(&photo(64, 48), ImageFormat::Jpeg);
    let at = jpeg.windows(2).position(|w| w == [0xff, 0xc0]).unwrap();
    jpeg[at + 5..at + 9].copy_from_slice(&[0x1d, 0x4c, 0x20, 0x8d]); // 7500 × 8333
    assert_eq!(check_paper(&jpeg, "a.jpg"), Err(PaperProblem::TooManyPixels));
}

#[test]
fn text_named_as_a_photo_is_refused_and_so_is_a_picture_named_as_a_document() {
    assert_eq!(check_paper("这是文字".as_bytes(), "照片.jpg"), Err(PaperProblem::NotWhatItSays));
    assert_eq!(check_paper(b"GIF89a......", "a.PNG"), Err(PaperProblem::NotWhatItSays));
    assert_eq!(check_paper(b"PK\x03\x04 a document", "a.docx"), Err(PaperProblem::UnknownKind));
    let png = encoded(&photo(8, 8), ImageFormat::Png);
    assert_eq!(check_paper(&png, "a.pdf"), Err(PaperProblem::NotWhatItSays));
    assert!(check_paper(&png, "sent-by-chat.jpg").is_ok(), "one picture format under another's name is daily life");
    assert!(check_paper(&png, "no extension").is_ok());
}

#[test]
fn an_empty_file_and_one_over_ten_megabytes_are_refused() {
    assert_eq!(check_paper(b"", "a.jpg"), Err(PaperProblem::Empty));
    assert_eq!(check_paper(&vec![0xff; MAX_BYTES + 1], "a.jpg"), Err(PaperProblem::TooLarge));
}

#[test]
fn a_photo_whose_upload_broke_off_is_refused_in_every_format() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let whole = encoded(&photo(200, 200), format);
        assert!(check_paper(&whole, "a").is_ok(), "{format:?}");
        for part in [whole.len() / 4, whole.len() / 2, whole.len() - 40] {
            assert_eq!(check_paper(&whole[..part], "a"), Err(PaperProblem::Broken), "{format:?} {part}");
        }
    }
    let preview = jpeg_with_exif(&photo(200, 200), 1);
    let mut film_behind = preview.clone();
    film_behind.extend(b"ftypmp42 a film that some phones append");
    let clean = check_paper(&film_behind, "a.jpg").unwrap();
    assert!(!holds(&clean.bytes, b"ftypmp42"));
}

#[test]
fn a_drawing_stays_sharp_and_glass_becomes_paper() {
    let lines = DynamicImage::ImageRgb8(RgbImage::from_fn(60, 60, |x, _| if x % 10 == 0 { Rgb([0; 3]) } else { Rgb([255; 3]) }));
    assert_eq!(check_paper(&encoded(&lines, ImageFormat::Png), "a.png").unwrap().kind, PaperKind::Png);
    assert_eq!(check_paper(&encoded(&photo(60, 60), ImageFormat::Png), "a.png").unwrap().kind, PaperKind::Jpeg);

    let glass = DynamicImage::ImageRgba8(RgbaImage::from_pixel(20, 20, Rgba([0, 0, 0, 0])));
    let clean = check_paper(&encoded(&glass, ImageFormat::Png), "a.png").unwrap();
    assert_eq!(image::load_from_memory(&clean.bytes).unwrap().get_pixel(5, 5).0, [255; 4]);
}

#[test]
fn a_large_photo_is_kept_at_sixteen_megapixels_with_its_shape() {
    let image = picture::shrunk(DynamicImage::new_luma8(6_000, 4_000));
    let (width, height) = image.dimensions();
    assert!(width * height <= 16_000_000 && width * height > 15_900_000, "{width} × {height}");
    assert!((f64::from(width) / f64::from(height) - 1.5).abs() < 0.01);
    assert_eq!(picture::shrunk(DynamicImage::new_luma8(60, 40)).dimensions(), (60, 40));

    let clean = check_paper(&encoded(&photo(640, 480), ImageFormat::Jpeg), "a.jpg").unwrap();
    let small = image::load_from_memory(&clean.thumbnail.unwrap()).unwrap();
    assert_eq!(small.dimensions(), (320, 240));
}

const PDF: &str = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type /Pages/Count 2>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n4 0 obj<</Type /Page>>endobj\nxref\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";

#[test]
fn a_pdf_is_kept_as_it_is_and_its_pages_are_counted() {
    let clean = check_paper(PDF.as_bytes(), "出院小结.pdf").unwrap();
    assert_eq!(clean.bytes, PDF.as_bytes());
    assert_eq!((clean.mime, clean.pages_hint, clean.thumbnail), ("application/pdf", Some(2), None));
}

#[test]
fn a_broken_locked_or_disguised_pdf_is_refused() {
    assert_eq!(check_paper(&PDF.as_bytes()[..120], "a.pdf"), Err(PaperProblem::Broken));
    let locked = PDF.replace("/Root", "/Encrypt 5 0 R/Root");
    assert_eq!(check_paper(locked.as_bytes(), "a.pdf"), Err(PaperProblem::EncryptedPdf));
    let only_mentioned = PDF.replace("/Root", "/EncryptMetadata false/Root");
    assert!(check_paper(only_mentioned.as_bytes(), "a.pdf").is_ok());
    assert_eq!(check_paper(b"<html>%PDF-1.4 %%EOF", "a.pdf"), Err(PaperProblem::NotWhatItSays));
}

fn heic(width: u32, height: u32) -> Vec<u8> {
    let mut out = b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic".to_vec();
    for (w, h) in [(512, 512), (width, height)] {
        out.extend(b"\0\0\0\x14ispe\0\0\0\0");
        out.extend(u32::to_be_bytes(w));
        out.extend(u32::to_be_bytes(h));
    }
    out
}

struct Folder(PathBuf);
impl Folder {
    fn new() -> Self {
        let path = std::env::temp_dir().join(format!("yibao-files-{}", crate::passwords::new_object_id().unwrap()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// A stand-in for the converter.
    fn script(&self, text: &str) -> PathBuf {
        use std::os::unix::fs::PermissionsExt;
        let path = self.0.join("converter");
        std::fs::write(&path, format!("#!/bin/sh\n{text}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).unwrap();
        path
    }

    fn work(&self) -> PathBuf {
        self.0.join("work")
    }

    fn leftovers(&self) -> usize {
        std::fs::read_dir(self.work()).map_or(0, |d| d.count())
    }
}
impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[tokio::test]
async fn a_heic_photo_without_a_converter_gets_its_own_answer() {
    assert_eq!(check_paper(&heic(4032, 3024), "IMG_1.HEIC"), Err(PaperProblem::HeicNotReadable));
    assert_eq!(PaperDesk::new(None).check(heic(4032, 3024), "IMG_1.HEIC").await, Err(PaperProblem::HeicNotReadable));
    let avif = b"\0\0\0\x18ftypavif\0\0\0\0mif1avif";
    assert_eq!(check_paper(avif, "a.avif"), Err(PaperProblem::UnknownKind));
}

#[tokio::test]
async fn a_heic_photo_is_converted_and_leaves_nothing_behind() {
    let dir = Folder::new();
    std::fs::write(dir.0.join("ready.jpg"), jpeg_with_exif(&photo(64, 48), 6)).unwrap();
    let tool = dir.script(&format!("cp {}/ready.jpg \"$4\"", dir.0.display()));
    let desk = PaperDesk::new(Some(HeicTool::new(tool, &dir.work(), Duration::from_secs(20))));
    let clean = desk.check(heic(64, 48), "IMG_1.HEIC").await.unwrap();
    assert_eq!(clean.kind, PaperKind::Jpeg);
    assert!(!holds(&clean.bytes, b"SECRET"));
    assert_eq!(image::load_from_memory(&clean.bytes).unwrap().dimensions(), (64, 48), "the converter has turned it already");
    assert_eq!(dir.leftovers(), 0);
    assert_eq!(desk.check(heic(10_000, 6_000), "a.heic").await, Err(PaperProblem::TooManyPixels));
}

/// 96 × 64 and with a GPS block, made with heif-enc from the picture of `photo`. Which of the two answers is right
/// depends on the machine; both are checked, and in both nothing stays behind.
#[tokio::test]
async fn a_real_heic_photo_is_read_where_the_converter_is_installed() {
    let dir = Folder::new();
    let real = include_bytes!("tests/with_place.heic").to_vec();
    assert!(holds(&real, b"GPS-SECRET-PLACE"));
    let tool = HeicTool::find(&dir.work());
    let installed = tool.is_some();
    match PaperDesk::new(tool).check(real, "IMG_7.HEIC").await {
        Ok(clean) => {
            assert!(installed && !holds(&clean.bytes, b"GPS-SECRET-PLACE"));
            let image = image::load_from_memory(&clean.bytes).unwrap();
            assert_eq!(image.dimensions(), (96, 64));
            assert!(is_red(&image, 8, 32) && !is_red(&image, 88, 32));
        }
        Err(refusal) => assert_eq!((refusal, installed), (PaperProblem::HeicNotReadable, false)),
    }
    assert_eq!(dir.leftovers(), 0);
}

#[tokio::test]
async fn a_converter_that_fails_or_hangs_is_given_up_and_leaves_nothing_behind() {
    let dir = Folder::new();
    for script in ["exit 1", "exit 0", "sleep 60"] {
        let tool = HeicTool::new(dir.script(script), &dir.work(), Duration::from_millis(300));
        let desk = PaperDesk::new(Some(tool));
        assert_eq!(desk.check(heic(64, 48), "a.heic").await, Err(PaperProblem::HeicNotReadable), "{script}");
        assert_eq!(dir.leftovers(), 0, "{script}");
        assert_eq!(desk.free_places(), 2, "{script}");
    }
}

/// How many of six papers were looked at side by side, and how often somebody came or went.
async fn side_by_side(width: u32, height: u32) -> (i32, usize) {
    let dir = Folder::new();
    let log = dir.0.join("log");
    let tool = dir.script(&format!("echo in >> {0}; sleep 0.2; echo out >> {0}; exit 1", log.display()));
    let desk = PaperDesk::new(Some(HeicTool::new(tool, &dir.work(), Duration::from_secs(20))));
    let look = || {
        let desk = desk.clone();
        async move { desk.check(heic(width, height), "a.heic").await }
    };
    for one in (0..6).map(|_| tokio::spawn(look())).collect::<Vec<_>>() {
        one.await.unwrap().unwrap_err();
    }
    let said = std::fs::read_to_string(&log).unwrap();
    let (mut inside, mut most) = (0, 0);
    for line in said.lines() {
        inside += if line == "in" { 1 } else { -1 };
        most = most.max(inside);
    }
    (most, said.lines().count())
}

#[tokio::test]
async fn no_more_than_two_papers_are_looked_at_at_a_time_and_a_large_one_alone() {
    assert_eq!(side_by_side(64, 48).await, (2, 12));
    assert_eq!(side_by_side(3_000, 4_000).await, (1, 12));
}

#[test]
fn the_size_is_known_before_anything_is_decoded() {
    for (kind, format) in [(PaperKind::Jpeg, ImageFormat::Jpeg), (PaperKind::Png, ImageFormat::Png), (PaperKind::WebP, ImageFormat::WebP)] {
        let whole = encoded(&photo(90, 60), format);
        assert_eq!(picture::size(&whole, kind), Some((90, 60)), "{kind:?}");
        assert_eq!(picture::size(&whole[..8], kind), None, "{kind:?}");
    }
    assert_eq!(picture::size(PDF.as_bytes(), PaperKind::Pdf), None);
}

#[tokio::test]
async fn what_lies_in_the_store_is_sealed_nameless_and_synced() {
    let dir = Folder::new();
    let vault = Vault::in_memory().unwrap();
    let store = PaperStore::local(&dir.0.join("papers"), vault.clone()).unwrap();
    assert!(store.described().contains("fsync: true"), "{}", store.described());
    let plain = PDF.as_bytes().to_vec();
    let id = store.put(plain.clone()).await.unwrap();
    let file = dir.0.join("papers").join(&id[..2]).join(&id);
    let kept = std::fs::read(&file).unwrap();
    assert!(!holds(&kept, b"Catalog") && !holds(&kept, b"%PDF"));
    assert_eq!(store.get(&id).await.unwrap(), plain);

    // The same bytes under another id do not open: nobody can swap one person's paper for another's.
    let other = store.put(b"other".to_vec()).await.unwrap();
    std::fs::write(dir.0.join("papers").join(&other[..2]).join(&other), &kept).unwrap();
    assert!(matches!(store.get(&other).await, Err(StoreError::Vault(_))));

    store.delete(&id).await.unwrap();
    store.delete(&id).await.unwrap();
    assert!(matches!(store.get(&id).await, Err(StoreError::NotFound)));
    assert!(!file.exists());
    store.works().await.unwrap();
}

#[tokio::test]
async fn no_id_leads_out_of_the_store() {
    let store = PaperStore::in_memory(Vault::in_memory().unwrap());
    for id in ["", "../../etc/passwd", "ABCDEF", "0123456789abcdef0123456789abcde/", "0123456789abcdef0123456789abcdef0"] {
        assert!(matches!(store.get(id).await, Err(StoreError::NotFound)), "{id}");
        assert!(matches!(store.delete(id).await, Err(StoreError::NotFound)), "{id}");
    }
}
