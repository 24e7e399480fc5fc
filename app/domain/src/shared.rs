//! What another office's records say in place of a paper: which office, of what day, and who agreed that it is looked up.
//! Only that it is there is kept; what stands in those records never comes here.

use crate::ledger::By;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Whose records are asked. Text key: `shared-source-<key>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SharedSource {
    /// 公安: household register and residence permits.
    Police,
    /// What hospitals hand on to the insurance office.
    Hospitals,
    /// 卫生健康: births.
    Births,
}

impl SharedSource {
    pub const ALL: [SharedSource; 3] = [Self::Police, Self::Hospitals, Self::Births];
    pub const fn key(self) -> &'static str {
        match self {
            Self::Police => "police",
            Self::Hospitals => "hospitals",
            Self::Births => "births",
        }
    }
}

/// A material that shared data prove, for this application only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedProof {
    pub material: String,
    pub source: SharedSource,
    /// The day the record is of.
    pub as_of: Date,
    /// When it was looked up, and on whose yes.
    pub looked_at: Timestamp,
    pub agreed_by: By,
}
