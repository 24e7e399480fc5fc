//! How many may help one elder, and whom one helper may help. The numbers are the region's; sources disagree on each.
//! Decides by counts handed in; the counting and the lock around it are the store's.

use crate::refusal::Refusal;
use crate::region::FamilyLimits;
use serde::{Deserialize, Serialize};

/// Places that are taken at this moment, the grant in question not among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Held {
    pub helpers_of_elder: u64,
    pub elders_of_helper: u64,
    /// Elders whom this helper began to help since the first day of the month.
    pub new_this_month: u64,
}

/// Which limit a further grant would pass. The elder reads who holds her places; a helper never does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LimitHit {
    HelpersOfElder,
    EldersOfHelper,
    NewThisMonth,
}

impl LimitHit {
    pub fn refusal(self) -> Refusal {
        match self {
            Self::HelpersOfElder => Refusal::NoPlaceLeft,
            Self::EldersOfHelper => Refusal::HelperIsFull,
            Self::NewThisMonth => Refusal::HelperIsFullThisMonth,
        }
    }
}

impl Held {
    /// One more?
    pub fn room_for_one(&self, limits: &FamilyLimits) -> Result<(), LimitHit> {
        if self.helpers_of_elder >= u64::from(limits.helpers_per_elder.value) {
            return Err(LimitHit::HelpersOfElder);
        }
        if self.elders_of_helper >= u64::from(limits.elders_per_helper.value) {
            return Err(LimitHit::EldersOfHelper);
        }
        if self.new_this_month >= u64::from(limits.new_helpers_per_month.value) {
            return Err(LimitHit::NewThisMonth);
        }
        Ok(())
    }
}
