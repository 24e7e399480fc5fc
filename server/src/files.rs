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

pub use app::ports::PaperProblem;
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

#[cfg(test)]
mod tests;
