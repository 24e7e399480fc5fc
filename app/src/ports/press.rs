//! From a leaflet to a PDF. There may be no font here; that is an answer and no failure, and the print page is always there.
//! What is printed is the same for everybody and holds nothing of a person.

use crate::leaflet::Leaflet;
use async_trait::async_trait;
use std::sync::Arc;

/// A finished PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    pub bytes: Arc<[u8]>,
    /// Changes with its content, as an entity tag without its quotes.
    pub mark: String,
}

/// Why there is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotPrinted {
    #[error("no font is installed")]
    NoFont,
    /// The inner text is for the log.
    #[error("the press failed: {0}")]
    Failed(String),
}

#[async_trait]
pub trait Press: Send + Sync {
    /// Kept from before, or made now. A hundred who ask at once wait for one making.
    async fn pdf(&self, leaflet: &Leaflet) -> Result<Pdf, NotPrinted>;
}

/// No font: the print page alone.
pub struct NoPress;

#[async_trait]
impl Press for NoPress {
    async fn pdf(&self, _leaflet: &Leaflet) -> Result<Pdf, NotPrinted> {
        Err(NotPrinted::NoFont)
    }
}
