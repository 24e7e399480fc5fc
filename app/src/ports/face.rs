//! Whether the face before a camera is the one on record, asked of an outside service. Only its word and the name of the
//! check come back; no picture and no measure of a face is ever kept here. Never the only way to anything.

use super::PortResult;
use async_trait::async_trait;
use domain::person::{IdNumber, Name};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaceOutcome {
    Same,
    NotSame,
    /// The service does not answer, or cannot use the picture: counts for nothing.
    Unavailable,
}

impl FaceOutcome {
    /// Word of the ledger.
    pub fn key(self) -> &'static str {
        match self {
            Self::Same => "face-same",
            Self::NotSame => "face-not-same",
            Self::Unavailable => "face-unavailable",
        }
    }
}

/// All that stays of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaceAnswer {
    pub outcome: FaceOutcome,
    /// The service's own name for this check; empty when there was none.
    pub id: String,
}

#[async_trait]
pub trait FaceCheck: Send + Sync {
    /// Is there a service at all? Without one nothing of it is shown anywhere.
    fn offered(&self) -> bool;
    /// Compares the picture with the record of this number. The picture is dropped with the call.
    async fn check(&self, name: &Name, number: &IdNumber, picture: Vec<u8>) -> PortResult<FaceAnswer>;
}
