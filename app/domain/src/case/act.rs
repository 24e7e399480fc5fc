//! What can happen to a case, by whom, and where it leads: one total table.
//! Who a person is allowed to be is `judge`'s matter; here only role and state count.

use super::state::CaseState::{self, *};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CaseAct {
    Submit,
    /// 「不再修改，马上送出」, or the ten minutes are over.
    Release,
    /// Back to an editable draft inside the ten minutes.
    TakeBack,
    /// Undo a filing that was in force at once, inside the ten minutes.
    Undo,
    Withdraw,
    /// She ends what holds until changed.
    Cancel,
    /// A newer one holds in its place.
    Replace,
    /// The newer one was undone at once: it holds again as if nothing had been.
    Reinstate,
    Accept,
    Return,
    /// The applicant handed in what was missing.
    Resubmit,
    Review,
    Approve,
    /// 即办件: the village has done it, and nobody above decides.
    Finish,
    Refuse,
    /// The village confirms a filing made without a grant.
    Confirm,
    /// A sample was right.
    PassSample,
    /// A sample or a confirmation found the filing untrue.
    Revoke,
    /// A slip of the pen was set right.
    Correct,
    /// Overdue: moved to the desk above.
    Climb,
    /// A deferred material arrived.
    Supply,
    /// A deferred material did not arrive in time.
    Lapse,
    /// The sheet itself came, by post or over a counter; its picture was decided on.
    SheetCame,
}

impl CaseAct {
    pub const ALL: &'static [CaseAct] = &[
        Self::Submit,
        Self::Release,
        Self::TakeBack,
        Self::Undo,
        Self::Withdraw,
        Self::Cancel,
        Self::Replace,
        Self::Reinstate,
        Self::Accept,
        Self::Return,
        Self::Resubmit,
        Self::Review,
        Self::Approve,
        Self::Finish,
        Self::Refuse,
        Self::Confirm,
        Self::PassSample,
        Self::Revoke,
        Self::Correct,
        Self::Climb,
        Self::Supply,
        Self::Lapse,
        Self::SheetCame,
    ];
    /// Name in the ledger and in text keys (`event-…`).
    pub fn key(self) -> &'static str {
        match self {
            Self::Submit => "submit",
            Self::Release => "release",
            Self::TakeBack => "take-back",
            Self::Undo => "undo",
            Self::Withdraw => "withdraw",
            Self::Cancel => "cancel",
            Self::Replace => "replace",
            Self::Reinstate => "reinstate",
            Self::Accept => "accept",
            Self::Return => "return",
            Self::Resubmit => "resubmit",
            Self::Review => "review",
            Self::Approve => "approve",
            Self::Finish => "finish",
            Self::Refuse => "refuse",
            Self::Confirm => "confirm",
            Self::PassSample => "pass-sample",
            Self::Revoke => "revoke",
            Self::Correct => "correct",
            Self::Climb => "climb",
            Self::Supply => "supply",
            Self::Lapse => "lapse",
            Self::SheetCame => "sheet-came",
        }
    }
}

/// In which role somebody acts on a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// The elder, her helper inside a grant, or the counter for her.
    Applicant,
    Village,
    Township,
    County,
    /// A timer or a rule; never a person.
    Rule,
}

impl Role {
    pub const ALL: &'static [Role] = &[Self::Applicant, Self::Village, Self::Township, Self::County, Self::Rule];
}

impl From<crate::review::Tier> for Role {
    fn from(tier: crate::review::Tier) -> Self {
        match tier {
            crate::review::Tier::Village => Role::Village,
            crate::review::Tier::Township => Role::Township,
            crate::review::Tier::County => Role::County,
        }
    }
}

/// The state an act leads to; `None`: not possible here for this role.
/// `Submit` is the birth of a case and not in this table. A wider tier may do a lower tier's step only after
/// the case climbed to its desk; then it acts in the role of the step.
pub fn transition(state: CaseState, act: CaseAct, role: Role) -> Option<CaseState> {
    use CaseAct::*;
    use Role::{Applicant, County, Rule, Township, Village};
    match (state, act, role) {
        (Settling, Release, Applicant | Rule) => Some(AtVillage),
        (Settling, TakeBack | Withdraw, Applicant) => Some(Withdrawn),
        (AtVillage, Accept, Village) => Some(AtTownship),
        (AtVillage, Finish, Village) => Some(InForce),
        (AtVillage, Return, Village) => Some(Returned),
        (AtTownship, Return, Township) => Some(Returned),
        (AtCounty, Return, County) => Some(Returned),
        (Returned, Resubmit, Applicant) => Some(AtVillage),
        (AtTownship, Review, Township) => Some(AtCounty),
        (AtCounty, Approve, County) => Some(InForce),
        (AtCounty, CaseAct::Refuse, County) => Some(Refused),
        (AtVillage | Returned | AtTownship | AtCounty, Withdraw, Applicant) => Some(Withdrawn),
        (InForce | InForceSampled | InForceToConfirm, Undo, Applicant) => Some(Revoked),
        (InForce | InForceSampled | InForceToConfirm, Cancel, Applicant) => Some(Revoked),
        (InForce | InForceSampled | InForceToConfirm, Replace, Rule) => Some(Revoked),
        (Revoked, Reinstate, Rule) => Some(InForce),
        (InForceToConfirm, Confirm, Village) => Some(InForce),
        (InForceToConfirm, Revoke, Village) => Some(Revoked),
        (InForceSampled, PassSample, County) => Some(InForce),
        (InForceSampled, Revoke, County) => Some(Revoked),
        (AtVillage, Correct, Village) | (AtTownship, Correct, Township) | (AtCounty, Correct, County) => Some(state),
        (AtVillage | AtTownship | AtCounty | InForceToConfirm, Climb, Rule) => Some(state),
        (AtVillage | AtTownship | AtCounty | InForceSampled, Supply, Applicant) => Some(state),
        // Decided already: a person looks at what came, as at a sample.
        (InForce, Supply, Applicant) => Some(InForceSampled),
        (AtTownship | AtCounty, Lapse, Rule) => Some(Returned),
        (InForce | InForceSampled, Lapse, Rule) => Some(Revoked),
        // Decided or not, paper is still on its way.
        (AtVillage | AtTownship | AtCounty | InForce | InForceSampled, SheetCame, Village | Township | County) => Some(state),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// The golden table: every allowed (state, act, role). Whatever is not here is refused.
    fn golden() -> BTreeSet<(CaseState, CaseAct, Role)> {
        use CaseAct::*;
        use Role::*;
        let rows: &[(&[CaseState], &[CaseAct], &[Role])] = &[
            (&[Settling], &[Release], &[Applicant, Rule]),
            (&[Settling], &[TakeBack, Withdraw], &[Applicant]),
            (&[AtVillage], &[Accept, Finish, Return, Correct], &[Village]),
            (&[AtTownship], &[Review, Return, Correct], &[Township]),
            (&[AtCounty], &[Approve, CaseAct::Refuse, Return, Correct], &[County]),
            (&[Returned], &[Resubmit], &[Applicant]),
            (&[AtVillage, Returned, AtTownship, AtCounty], &[Withdraw], &[Applicant]),
            (&[InForce, InForceSampled, InForceToConfirm], &[Undo, Cancel], &[Applicant]),
            (&[InForce, InForceSampled, InForceToConfirm], &[Replace], &[Rule]),
            (&[Revoked], &[Reinstate], &[Rule]),
            (&[InForceToConfirm], &[Confirm, Revoke], &[Village]),
            (&[InForceSampled], &[PassSample, Revoke], &[County]),
            (&[AtVillage, AtTownship, AtCounty, InForceToConfirm], &[Climb], &[Rule]),
            (&[AtVillage, AtTownship, AtCounty, InForce, InForceSampled], &[Supply], &[Applicant]),
            (&[AtTownship, AtCounty, InForce, InForceSampled], &[Lapse], &[Rule]),
            (&[AtVillage, AtTownship, AtCounty, InForce, InForceSampled], &[SheetCame], &[Village, Township, County]),
        ];
        let mut all = BTreeSet::new();
        for (states, acts, roles) in rows {
            for s in *states {
                for a in *acts {
                    for r in *roles {
                        all.insert((*s, *a, *r));
                    }
                }
            }
        }
        all
    }

    #[test]
    fn exactly_the_golden_rows_are_allowed() {
        let golden = golden();
        for s in CaseState::ALL {
            for a in CaseAct::ALL {
                for r in Role::ALL {
                    assert_eq!(transition(*s, *a, *r).is_some(), golden.contains(&(*s, *a, *r)), "{s:?} {a:?} {r:?}");
                }
            }
        }
    }

    #[test]
    fn every_state_is_reached_and_every_open_state_has_a_way_out() {
        let mut reached: BTreeSet<_> = [Settling, InForce, InForceSampled, InForceToConfirm].into();
        loop {
            let next: BTreeSet<_> = reached
                .iter()
                .flat_map(|s| CaseAct::ALL.iter().flat_map(move |a| Role::ALL.iter().filter_map(move |r| transition(*s, *a, *r))))
                .collect();
            let before = reached.len();
            reached.extend(next);
            if reached.len() == before {
                break;
            }
        }
        assert_eq!(reached.len(), CaseState::ALL.len());
        for s in CaseState::ALL {
            let out = CaseAct::ALL
                .iter()
                .filter(|a| **a != CaseAct::Reinstate)
                .any(|a| Role::ALL.iter().any(|r| transition(*s, *a, *r).is_some_and(|t| t != *s)));
            assert_eq!(out, !s.closed(), "{s:?}");
        }
    }

    #[test]
    fn a_closed_case_never_moves_again_unless_what_took_its_place_is_undone() {
        for s in CaseState::ALL.iter().filter(|s| s.closed()) {
            for a in CaseAct::ALL {
                for r in Role::ALL {
                    let given_back = (*s, *a, *r) == (CaseState::Revoked, CaseAct::Reinstate, Role::Rule);
                    assert_eq!(transition(*s, *a, *r).is_some(), given_back);
                }
            }
        }
    }
}
