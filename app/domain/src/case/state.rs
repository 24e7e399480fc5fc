//! Where a case stands. Every state is reachable and every open state has a way out; tests prove both.

use crate::review::Tier;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CaseState {
    /// Submitted, and for ten minutes still in the applicant's hands.
    Settling,
    AtVillage,
    /// Back with the applicant, with everything that is missing.
    Returned,
    AtTownship,
    AtCounty,
    /// In force, nothing left to do.
    InForce,
    /// In force; a person looks at it once more: a sample, or a promised paper came after the decision.
    InForceSampled,
    /// In force without a grant; the village confirms within its days.
    InForceToConfirm,
    Refused,
    Withdrawn,
    /// Was in force and is no longer: undone, or found untrue.
    Revoked,
}

impl CaseState {
    pub const ALL: &'static [CaseState] = &[
        Self::Settling,
        Self::AtVillage,
        Self::Returned,
        Self::AtTownship,
        Self::AtCounty,
        Self::InForce,
        Self::InForceSampled,
        Self::InForceToConfirm,
        Self::Refused,
        Self::Withdrawn,
        Self::Revoked,
    ];
    /// Stable name in the database and in text keys (`state-…`).
    pub fn key(self) -> &'static str {
        match self {
            Self::Settling => "settling",
            Self::AtVillage => "at-village",
            Self::Returned => "returned",
            Self::AtTownship => "at-township",
            Self::AtCounty => "at-county",
            Self::InForce => "in-force",
            Self::InForceSampled => "in-force-sampled",
            Self::InForceToConfirm => "in-force-to-confirm",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Revoked => "revoked",
        }
    }
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|s| s.key() == key)
    }
    /// The tier whose step is open, if a desk has work with it.
    pub fn tier(self) -> Option<Tier> {
        match self {
            Self::AtVillage | Self::InForceToConfirm => Some(Tier::Village),
            Self::AtTownship => Some(Tier::Township),
            Self::AtCounty | Self::InForceSampled => Some(Tier::County),
            _ => None,
        }
    }
    pub const IN_FORCE: &'static [CaseState] = &[Self::InForce, Self::InForceSampled, Self::InForceToConfirm];
    pub fn in_force(self) -> bool {
        Self::IN_FORCE.contains(&self)
    }
    /// Nothing can happen any more.
    pub fn closed(self) -> bool {
        matches!(self, Self::Refused | Self::Withdrawn | Self::Revoked)
    }
}
