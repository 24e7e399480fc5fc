//! The five levels, the three steps that can be rated, and what is prepared to be ticked under a bad level.
//! The words for each stand in the text files under its key.

use crate::case::{Case, CaseAct, CaseState, Event};
use crate::ids::{AreaCode, StaffId};
use crate::ledger::By;
use crate::review::Tier;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

macro_rules! keyed {
    ($(#[$doc:meta])* $kind:ident { $($(#[$line:meta])* $name:ident => $key:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $kind { $($(#[$line])* $name,)* }
        impl $kind {
            pub const ALL: &'static [$kind] = &[$($kind::$name,)*];
            /// Stable name in forms, tables and text keys.
            pub fn key(self) -> &'static str { match self { $($kind::$name => $key,)* } }
            pub fn from_key(key: &str) -> Option<Self> { Self::ALL.iter().copied().find(|one| one.key() == key) }
        }
    };
}
pub(super) use keyed;

keyed! {
    /// 国办发〔2019〕51号: five levels, the last two are bad.
    Level {
        VeryGood => "very-good",
        Good => "good",
        Fair => "fair",
        Bad => "bad",
        VeryBad => "very-bad",
    }
}

impl Level {
    pub fn bad(self) -> bool {
        matches!(self, Self::Bad | Self::VeryBad)
    }
}

keyed! {
    /// What can be wrong, in her words; one box each. After the indicators of the 好差评 rules, online and at a counter.
    Reason {
        Slow => "slow",
        Unclear => "unclear",
        Trips => "trips",
        Papers => "papers",
        Mistake => "mistake",
        Rude => "rude",
        Alone => "alone",
        Hard => "hard",
    }
}

keyed! {
    /// 接件, 受理, 办结.
    Stage {
        /// The receipt is shown.
        Received => "received",
        Accepted => "accepted",
        Ended => "ended",
    }
}

impl Stage {
    /// When the case came so far; none: not yet.
    pub fn reached(self, case: &Case) -> Option<Timestamp> {
        match self {
            Self::Received => Some(case.submitted_at),
            Self::Accepted => self.event(case).map(|e| e.at),
            // Decided at once by a rule: no event but the sending itself.
            Self::Ended if ended(case.state) => Some(self.event(case).map_or(case.submitted_at, |e| e.at)),
            Self::Ended => None,
        }
    }

    /// The clerk whose step it was; none where a rule or she herself did it.
    pub fn worker(self, case: &Case) -> Option<&StaffId> {
        match (self, &case.filed_by.by) {
            (Self::Received, By::Counter(clerk)) => Some(clerk),
            (Self::Received, _) => None,
            _ => self.event(case)?.by.staff(),
        }
    }

    /// Whose work it is where no clerk had a hand in it.
    pub fn desk(self, case: &Case) -> AreaCode {
        match self {
            Self::Received | Self::Accepted => case.village.at(Tier::Village),
            Self::Ended => case.village.county(),
        }
    }

    fn event(self, case: &Case) -> Option<&Event> {
        let of_it = |act: CaseAct| match self {
            Self::Received => false,
            Self::Accepted => act == CaseAct::Accept,
            Self::Ended => matches!(act, CaseAct::Approve | CaseAct::Finish | CaseAct::Refuse | CaseAct::Revoke | CaseAct::Confirm),
        };
        case.events.iter().rev().find(|e| of_it(e.act))
    }
}

/// Decided, whatever came of it. What she took back herself was not.
fn ended(state: CaseState) -> bool {
    state.in_force() || matches!(state, CaseState::Refused | CaseState::Revoked)
}
