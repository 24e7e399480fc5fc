//! The grant, its states and its one transition table. Ending is final; a helper can only ask and end.

use crate::ids::{GrantId, PersonId, StaffId};
use crate::refusal::Refusal;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a helper may do. Phone on record, bank account, password and grants are in no scope, ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Scope {
    /// 看办件进度
    SeeCases,
    /// 代填并提交申请
    Apply,
    /// 补交材料
    HandInPapers,
    /// 同时收到消息
    ReceiveNotices,
}

impl Scope {
    pub const ALL: [Scope; 4] = [Self::SeeCases, Self::Apply, Self::HandInPapers, Self::ReceiveNotices];
    pub fn key(self) -> &'static str {
        match self {
            Self::SeeCases => "see-cases",
            Self::Apply => "apply",
            Self::HandInPapers => "hand-in-papers",
            Self::ReceiveNotices => "receive-notices",
        }
    }
    pub fn from_key(key: &str) -> Option<Scope> {
        Scope::ALL.into_iter().find(|s| s.key() == key)
    }
}

/// How she agreed, and the evidence for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Agreement {
    /// On her own signed-in phone, with a code.
    OwnPhone { at: Timestamp },
    /// Before a clerk, who recorded what was shown.
    Counter { at: Timestamp, clerk: StaffId, shown: Vec<String> },
}

/// Who moves a grant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Party {
    Elder,
    Helper,
    /// A clerk, for the elder who stands before her or telephones.
    ClerkForElder,
    /// Time.
    Rule,
}

impl Party {
    pub const ALL: [Party; 4] = [Party::Elder, Party::Helper, Party::ClerkForElder, Party::Rule];
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    pub at: Timestamp,
    pub by: Party,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum GrantState {
    Requested,
    Active,
    Paused,
    Ended,
    Expired,
    Refused,
}

impl GrantState {
    pub const ALL: &'static [GrantState] = &[Self::Requested, Self::Active, Self::Paused, Self::Ended, Self::Expired, Self::Refused];
    pub fn key(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Active => "active",
            Self::Paused => "paused",
            Self::Ended => "ended",
            Self::Expired => "expired",
            Self::Refused => "refused",
        }
    }
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|s| s.key() == key)
    }
    pub fn over(self) -> bool {
        matches!(self, Self::Ended | Self::Expired | Self::Refused)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum GrantAct {
    Agree,
    Refuse,
    Pause,
    Resume,
    End,
    Expire,
}

impl GrantAct {
    pub const ALL: &'static [GrantAct] = &[Self::Agree, Self::Refuse, Self::Pause, Self::Resume, Self::End, Self::Expire];
    pub fn key(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Refuse => "refuse",
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::End => "end",
            Self::Expire => "expire",
        }
    }
}

/// The one table. `None`: not possible.
pub fn step(state: GrantState, act: GrantAct, party: Party) -> Option<GrantState> {
    use GrantState::*;
    use Party::{ClerkForElder, Elder, Helper, Rule};
    match (state, act, party) {
        (Requested, GrantAct::Agree, Elder | ClerkForElder) => Some(Active),
        (Requested, GrantAct::Refuse, Elder | ClerkForElder) => Some(Refused),
        (Active, GrantAct::Pause, Elder | ClerkForElder) => Some(Paused),
        (Paused, GrantAct::Resume, Elder | ClerkForElder) => Some(Active),
        (Requested | Active | Paused, GrantAct::End, Elder | Helper | ClerkForElder) => Some(Ended),
        (Requested | Active | Paused, GrantAct::Expire, Rule) => Some(Expired),
        _ => None,
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    pub id: GrantId,
    pub elder: PersonId,
    pub helper: PersonId,
    /// What the helper is to the elder, as text key (`relation-…`).
    pub relation: String,
    pub scopes: BTreeSet<Scope>,
    pub state: GrantState,
    pub asked_at: Timestamp,
    /// A request nobody answered runs out; an active grant ends then too.
    pub until: Timestamp,
    pub agreement: Option<Agreement>,
    pub ended: Option<Ended>,
    pub version: i64,
}

impl Grant {
    /// Moves the grant. Scopes, helper, elder and end never change here.
    pub fn apply(&mut self, act: GrantAct, party: Party, agreement: Option<Agreement>, now: Timestamp) -> Result<(), Refusal> {
        if act != GrantAct::Expire && now >= self.until && !self.state.over() {
            return Err(Refusal::GrantExpired);
        }
        let next = step(self.state, act, party).ok_or(Refusal::NotInThisState)?;
        if act == GrantAct::Agree {
            let Some(agreement) = agreement else { return Err(Refusal::ReasonNeeded) };
            self.agreement = Some(agreement);
        }
        if next.over() {
            self.ended = Some(Ended { at: now, by: party });
        }
        self.state = next;
        Ok(())
    }

    /// Whether the grant covers `scope` at this moment.
    pub fn covers(&self, scope: Scope, now: Timestamp) -> Result<(), Refusal> {
        self.stands(now)?;
        if self.scopes.contains(&scope) { Ok(()) } else { Err(Refusal::OutOfScope) }
    }

    /// Whether anything at all may be done under it at this moment.
    pub fn stands(&self, now: Timestamp) -> Result<(), Refusal> {
        match self.state {
            GrantState::Active if now >= self.until => Err(Refusal::GrantExpired),
            GrantState::Active => Ok(()),
            GrantState::Paused => Err(Refusal::GrantPaused),
            GrantState::Expired => Err(Refusal::GrantExpired),
            GrantState::Ended => Err(Refusal::GrantEnded),
            GrantState::Requested | GrantState::Refused => Err(Refusal::GrantNotActive),
        }
    }
}

/// Can the phone on record prove her answer? Not when it is the asker's or stands for several people.
pub fn phone_can_consent(holders_of_phone: usize, is_askers_phone: bool) -> Result<(), Refusal> {
    if holders_of_phone == 1 && !is_askers_phone { Ok(()) } else { Err(Refusal::PhoneCannotConsent) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use proptest::prelude::*;

    fn grant() -> Grant {
        Grant {
            id: GrantId::new("g"),
            elder: PersonId::new("e"),
            helper: PersonId::new("h"),
            relation: "child".into(),
            scopes: [Scope::SeeCases].into(),
            state: GrantState::Requested,
            asked_at: Timestamp::UNIX_EPOCH,
            until: Timestamp::from_second(1_000).unwrap(),
            agreement: None,
            ended: None,
            version: 0,
        }
    }

    fn agreement() -> Option<Agreement> {
        Some(Agreement::OwnPhone { at: Timestamp::UNIX_EPOCH })
    }

    proptest! {
        #[test]
        fn no_sequence_of_calls_by_a_helper_ever_enlarges_a_grant(acts in prop::collection::vec(0usize..6, 0..12), start in 0usize..6) {
            let mut g = grant();
            g.state = GrantState::ALL[start];
            let before = g.clone();
            let now = Timestamp::from_second(5).unwrap();
            let could = Scope::ALL.map(|s| g.covers(s, now).is_ok());
            for a in acts {
                let _ = g.apply(GrantAct::ALL[a], Party::Helper, agreement(), now);
                for (scope, could) in Scope::ALL.into_iter().zip(could) {
                    prop_assert!(could || g.covers(scope, now).is_err());
                }
                prop_assert_eq!(&g.scopes, &before.scopes);
                prop_assert_eq!(g.until, before.until);
                prop_assert_eq!(&g.helper, &before.helper);
            }
        }

        #[test]
        fn ending_is_final_whatever_follows(acts in prop::collection::vec((0usize..6, 0usize..4), 0..20)) {
            let mut g = grant();
            let now = Timestamp::from_second(5).unwrap();
            g.apply(GrantAct::Agree, Party::Elder, agreement(), now).unwrap();
            g.apply(GrantAct::End, Party::Elder, None, now).unwrap();
            for (a, p) in acts {
                let _ = g.apply(GrantAct::ALL[a], Party::ALL[p], agreement(), now);
                prop_assert_eq!(g.state, GrantState::Ended);
            }
        }
    }

    #[test]
    fn time_alone_stops_a_grant_even_if_no_timer_ran() {
        let mut g = grant();
        g.state = GrantState::Active;
        assert_eq!(g.covers(Scope::SeeCases, Timestamp::from_second(999).unwrap()), Ok(()));
        assert_eq!(g.covers(Scope::SeeCases, Timestamp::from_second(1_000).unwrap()), Err(Refusal::GrantExpired));
    }

    #[test]
    fn a_shared_phone_or_the_askers_phone_cannot_consent() {
        assert_eq!(phone_can_consent(1, false), Ok(()));
        assert_eq!(phone_can_consent(2, false), Err(Refusal::PhoneCannotConsent));
        assert_eq!(phone_can_consent(1, true), Err(Refusal::PhoneCannotConsent));
        assert_eq!(phone_can_consent(0, false), Err(Refusal::PhoneCannotConsent));
    }
}
