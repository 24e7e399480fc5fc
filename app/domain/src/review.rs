//! Three tiers, four eyes, assignment and sampling. Pure judgements over facts; nobody is loaded here.

use crate::assist::StaffKind;
use crate::case::Case;
use crate::ids::{AreaCode, PersonId, StaffId};
use crate::ledger::By;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// Who accepts, who reviews, who decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Tier {
    Village,
    Township,
    County,
}

impl Tier {
    pub const ALL: [Tier; 3] = [Tier::Village, Tier::Township, Tier::County];
    pub fn key(self) -> &'static str {
        match self {
            Tier::Village => "village",
            Tier::Township => "township",
            Tier::County => "county",
        }
    }
    pub fn from_key(key: &str) -> Option<Tier> {
        Tier::ALL.into_iter().find(|t| t.key() == key)
    }
    pub fn above(self) -> Option<Tier> {
        match self {
            Tier::Village => Some(Tier::Township),
            Tier::Township => Some(Tier::County),
            Tier::County => None,
        }
    }
}

/// A clerk as the rules see her.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewer {
    pub id: StaffId,
    /// Herself as a resident, when known: nobody handles her own matter.
    pub person: Option<PersonId>,
    pub tier: Tier,
    pub desk: AreaCode,
    pub supervisor: bool,
    pub kind: StaffKind,
}

/// How a clerk and a person are tied, from shared data, grants and the clerk's own declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ties {
    pub same_household: bool,
    pub grant_between: bool,
    pub declared: bool,
}

impl Ties {
    pub fn any(self) -> bool {
        self.same_household || self.grant_between || self.declared
    }
}

/// Never for oneself, never for one's family.
pub fn no_conflict(clerk: &Reviewer, subject: &PersonId, ties: Ties) -> Result<(), Refusal> {
    if clerk.person.as_ref() == Some(subject) {
        return Err(Refusal::OwnMatter);
    }
    if ties.any() { Err(Refusal::OwnFamily) } else { Ok(()) }
}

/// May this clerk take a step in this case? Tier, desk, four eyes, family. Holding is checked by the case.
pub fn may_review(clerk: &Reviewer, case: &Case, ties: Ties) -> Result<(), Refusal> {
    if clerk.kind.assists() {
        return Err(Refusal::NotForAssistants);
    }
    may_look(clerk, case)?;
    no_conflict(clerk, &case.subject, ties)?;
    // Whoever typed or sent any of it, as a helper or at the counter, takes no step in it.
    let hands = || case.events.iter().map(|e| &e.by).chain([&case.filed_by.by]);
    if clerk.person.is_some() && hands().any(|by| by.person() == clerk.person.as_ref()) {
        return Err(Refusal::OwnMatter);
    }
    let filed = hands().any(|by| matches!(by, By::Counter(s) if *s == clerk.id));
    if filed || case.steps.iter().any(|s| s.by == clerk.id) {
        return Err(Refusal::DidEarlierStep);
    }
    if case.desk != clerk.desk {
        return Err(Refusal::OtherArea);
    }
    let Some(step) = case.state.tier() else { return Err(Refusal::NotInThisState) };
    // A case that climbed lies at a wider desk; that desk may do the lower step.
    if clerk.tier < step { Err(Refusal::OtherTier) } else { Ok(()) }
}

/// May this clerk open the case at all? Only inside her own area, or when the case was moved to her desk.
pub fn may_look(clerk: &Reviewer, case: &Case) -> Result<(), Refusal> {
    if clerk.kind.assists() {
        return Err(Refusal::NotForAssistants);
    }
    if clerk.desk.contains(&case.village) || clerk.desk == case.desk { Ok(()) } else { Err(Refusal::OtherArea) }
}

/// Where the case goes for its next step: the home desk, unless nobody there may act; then the neighbour,
/// then the desk above. `able(desk)` tells whether some clerk of that desk may act.
pub fn choose_desk(home: &AreaCode, neighbour: Option<&AreaCode>, mut able: impl FnMut(&AreaCode) -> bool) -> AreaCode {
    if able(home) {
        return home.clone();
    }
    if let Some(next) = neighbour.filter(|n| able(n)) {
        return next.clone();
    }
    let mut at = home.clone();
    while let Some(tier) = at.tier().above() {
        at = at.at(tier);
        if able(&at) {
            return at;
        }
    }
    at
}

/// Whether a filing decided by rule is looked at by a person. `chance` is a random value of the full range.
pub fn sampled(chance: u16, percent: u8) -> bool {
    u32::from(chance) * 100 < u32::from(percent) * 65_536
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn five_percent_of_all_chances_are_sampled() {
        let hits = (0..=u16::MAX).filter(|c| sampled(*c, 5)).count();
        assert!((3270..=3280).contains(&hits), "{hits}");
        assert!((0..=u16::MAX).all(|c| !sampled(c, 0)));
        assert!((0..=u16::MAX).all(|c| sampled(c, 100)));
    }

    #[test]
    fn where_nobody_may_act_the_case_moves_to_the_neighbour_then_upwards() {
        let home = AreaCode::new("990101001001");
        let near = AreaCode::new("990101001002");
        assert_eq!(choose_desk(&home, Some(&near), |_| true), home);
        assert_eq!(choose_desk(&home, Some(&near), |d| *d == near), near);
        assert_eq!(choose_desk(&home, Some(&near), |d| d.as_str() == "990101001"), AreaCode::new("990101001"));
        assert_eq!(choose_desk(&home, None, |_| false), AreaCode::new("990101"));
    }
}
