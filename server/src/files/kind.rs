//! What a file is, told by its first bytes. The name is only asked whether it claims something else.

use super::PaperProblem;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PaperKind {
    Jpeg,
    Png,
    WebP,
    Heic,
    Pdf,
}

impl PaperKind {
    pub fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Heic => "image/heic",
            Self::Pdf => "application/pdf",
        }
    }

    fn is_picture(self) -> bool {
        self != Self::Pdf
    }

    fn by_content(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
            Some(Self::Jpeg)
        } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            Some(Self::WebP)
        } else if bytes.starts_with(b"%PDF-") {
            Some(Self::Pdf)
        } else if is_heic(bytes) {
            Some(Self::Heic)
        } else {
            None
        }
    }

    fn by_name(name: &str) -> Option<Self> {
        match name.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "jpg" | "jpeg" | "jpe" | "jfif" => Some(Self::Jpeg),
            "png" => Some(Self::Png),
            "webp" => Some(Self::WebP),
            "heic" | "heif" | "hif" => Some(Self::Heic),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }
}

/// ISO base media: box length, `ftyp`, brand, version, further brands. AVIF uses the same boxes and is not HEIC.
fn is_heic(bytes: &[u8]) -> bool {
    const BRANDS: [&[u8]; 6] = [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"];
    let (Some(length), Some(b"ftyp")) = (bytes.get(..4), bytes.get(4..8)) else {
        return false;
    };
    let length = length.iter().fold(0usize, |n, b| n << 8 | usize::from(*b));
    let brands = bytes.get(8..length.clamp(16, 256).min(bytes.len())).unwrap_or_default();
    brands.chunks_exact(4).enumerate().any(|(at, brand)| at != 1 && BRANDS.contains(&brand))
}

/// A picture named as another kind of picture is taken as what it is (phones and chat programs do that);
/// a picture named .pdf, a PDF named .jpg, or text named .jpg is refused.
pub(super) fn recognise(bytes: &[u8], name: &str) -> Result<PaperKind, PaperProblem> {
    match (PaperKind::by_content(bytes), PaperKind::by_name(name)) {
        (Some(is), Some(says)) if is.is_picture() != says.is_picture() => Err(PaperProblem::NotWhatItSays),
        (Some(is), _) => Ok(is),
        (None, Some(_)) => Err(PaperProblem::NotWhatItSays),
        (None, None) => Err(PaperProblem::UnknownKind),
    }
}
