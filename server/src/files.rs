//! Papers: what people send us is recognised by content, cleaned of position data, sealed, and kept under a random name.
//! Nothing is stored before it was checked; a person's file name is never used as a path; no more than two pictures
//! are decoded at a time.
//!
//! Pictures are decoded and encoded anew, so EXIF, XMP and everything hidden beside the pixels is gone.
//! PDF files are kept byte by byte: their metadata (author, program, sometimes a place) is NOT removed.

mod desk;
mod heic;
mod kind;
mod pdf;
mod picture;
mod store;

pub use desk::{PaperDesk, check_paper};
pub use heic::HeicTool;
pub use kind::PaperKind;
pub use store::{PaperStore, StoreError};

/// 10 MB: shown to people as 10 兆.
pub const MAX_BYTES: usize = 10 * 1024 * 1024;
/// From the header, before anything is decoded.
pub const MAX_PIXELS: u64 = 50_000_000;

/// A paper that may be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CleanPaper {
    pub kind: PaperKind,
    pub mime: &'static str,
    pub bytes: Vec<u8>,
    /// PDF only, and only when it can be counted from outside.
    pub pages_hint: Option<u32>,
    /// A JPEG of at most 320 × 320; pictures only.
    pub thumbnail: Option<Vec<u8>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum PaperRefusal {
    #[error("the file is empty")]
    Empty,
    #[error("the file is larger than 10 MB")]
    TooLarge,
    #[error("the content is not what the file's name says")]
    NotWhatItSays,
    #[error("the file is neither JPEG, PNG, WebP, HEIC nor PDF")]
    UnknownKind,
    #[error("the picture has more than 50 megapixels")]
    TooManyPixels,
    #[error("the file is damaged or incomplete")]
    Broken,
    #[error("this machine cannot read HEIC pictures")]
    HeicNotReadable,
    #[error("the PDF needs a password")]
    EncryptedPdf,
}

impl PaperRefusal {
    pub const ALL: [Self; 8] = [
        Self::Empty,
        Self::TooLarge,
        Self::NotWhatItSays,
        Self::UnknownKind,
        Self::TooManyPixels,
        Self::Broken,
        Self::HeicNotReadable,
        Self::EncryptedPdf,
    ];

    /// The end of the text key that explains it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "too-large",
            Self::NotWhatItSays => "not-what-it-says",
            Self::UnknownKind => "unknown-kind",
            Self::TooManyPixels => "too-many-pixels",
            Self::Broken => "broken",
            Self::HeicNotReadable => "heic",
            Self::EncryptedPdf => "encrypted-pdf",
        }
    }
}

#[cfg(test)]
mod tests;
