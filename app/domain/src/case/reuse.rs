//! Papers that were handed in before and are offered again. Whether a material may be is the definition's; how long one stays
//! fresh is the region's. Looks at what it is given; who may see it is the judge's matter.

use super::{Case, CaseState, Draft, PaperRef};
use crate::calendar::china_date;
use crate::catalog::field::plus_months;
use crate::catalog::{Material, Reuse};
use crate::ids::PaperId;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Where a paper was handed in first, when it came from an earlier application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierPaper {
    /// The first of its copies.
    pub paper: PaperId,
    pub at: Timestamp,
    /// Number of the application it was taken from.
    pub reference: String,
}

impl PaperRef {
    /// All copies of one paper have the same.
    pub fn origin(&self) -> &PaperId {
        self.earlier.as_ref().map_or(&self.id, |earlier| &earlier.paper)
    }
    /// When it was handed in for the first time: a copy is as old as what it was copied from.
    pub fn first_at(&self) -> Timestamp {
        self.earlier.as_ref().map_or(self.added_at, |earlier| earlier.at)
    }
}

/// The papers of an earlier case that may stand for a material of this draft.
pub fn offered<'a>(material: &Material, draft: &Draft, case: &'a Case, fresh_months: u8, today: Date) -> Vec<&'a PaperRef> {
    // What was not good enough, or was found untrue, is not handed in a second time.
    let no_good = matches!(case.state, CaseState::Refused | CaseState::Revoked)
        || case.open_return().is_some_and(|back| back.missing.iter().any(|m| m.about == material.id));
    if case.subject != draft.subject || draft.adds_to() == Some(&case.id) || no_good {
        return Vec::new();
    }
    let fresh = |paper: &PaperRef| match material.reuse {
        Reuse::Never => false,
        Reuse::Offered => true,
        Reuse::Fresh => plus_months(china_date(paper.first_at()), i32::from(fresh_months)) >= today,
    };
    case.papers.iter().filter(|paper| paper.material == material.id && fresh(paper)).collect()
}

#[cfg(test)]
mod tests;
