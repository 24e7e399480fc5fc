//! The states of a grant, who moves it, and the one transition table. Ending is final; a helper can only ask and end.

use serde::{Deserialize, Serialize};

/// Who moves a grant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Party {
    Elder,
    Helper,
    /// A clerk, for the elder who stands before her or telephones.
    ClerkForElder,
    /// The county tier, where the law lets nobody else decide: a legal guardian.
    County,
    /// Time.
    Rule,
}

impl Party {
    pub const ALL: [Party; 5] = [Party::Elder, Party::Helper, Party::ClerkForElder, Party::County, Party::Rule];

    pub fn key(self) -> &'static str {
        match self {
            Self::Elder => "elder",
            Self::Helper => "helper",
            Self::ClerkForElder => "clerk",
            Self::County => "county",
            Self::Rule => "rule",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum GrantState {
    /// The request has reached the elder; she has not looked at it yet.
    Requested,
    /// She has opened it, or a clerk has taken it in for her: her answer is awaited.
    WaitingForConsent,
    /// A legal guardian's request with its proof lies with the county, and nobody else can say yes.
    WaitingForDecision,
    Active,
    Paused,
    Ended,
    Expired,
    Refused,
    /// Somebody says that this was never agreed to. Nothing works until the elder ends it or a clerk has cleared it up.
    Disputed,
}

impl GrantState {
    pub const ALL: &'static [GrantState] = &[
        Self::Requested,
        Self::WaitingForConsent,
        Self::WaitingForDecision,
        Self::Active,
        Self::Paused,
        Self::Ended,
        Self::Expired,
        Self::Refused,
        Self::Disputed,
    ];
    pub fn key(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::WaitingForConsent => "waiting-for-consent",
            Self::WaitingForDecision => "waiting-for-decision",
            Self::Active => "active",
            Self::Paused => "paused",
            Self::Ended => "ended",
            Self::Expired => "expired",
            Self::Refused => "refused",
            Self::Disputed => "disputed",
        }
    }
    /// Takes one of the places that an elder and a helper have.
    pub fn holds_a_place(self) -> bool {
        matches!(self, Self::Active | Self::Paused | Self::Disputed)
    }
    /// Nobody has answered yet, and the answer is hers (or a guardian's before a clerk).
    pub fn waits_for_her(self) -> bool {
        matches!(self, Self::Requested | Self::WaitingForConsent)
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
    /// She looks at the request, or a clerk takes it in for her.
    Open,
    /// A clerk takes in a legal guardian's request with its proof, for the county.
    TakeIn,
    Agree,
    Refuse,
    Pause,
    Resume,
    End,
    Expire,
    /// 「我没有同意过」
    Dispute,
    /// A clerk found that she did agree: the grant comes back paused, and only she lets it go on.
    Clear,
    /// A clerk has the elder before her and hears from her that it is right: nothing waits any longer.
    See,
}

impl GrantAct {
    pub const ALL: &'static [GrantAct] = &[
        Self::Open,
        Self::TakeIn,
        Self::Agree,
        Self::Refuse,
        Self::Pause,
        Self::Resume,
        Self::End,
        Self::Expire,
        Self::Dispute,
        Self::Clear,
        Self::See,
    ];
    pub fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::TakeIn => "take-in",
            Self::Agree => "agree",
            Self::Refuse => "refuse",
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::End => "end",
            Self::Expire => "expire",
            Self::Dispute => "dispute",
            Self::Clear => "clear",
            Self::See => "see",
        }
    }
}

/// The one table. `None`: not possible.
pub fn step(state: GrantState, act: GrantAct, party: Party) -> Option<GrantState> {
    use GrantState::*;
    use Party::{ClerkForElder, County, Elder, Helper, Rule};
    match (state, act, party) {
        (Requested, GrantAct::Open, Elder | ClerkForElder) => Some(WaitingForConsent),
        (Requested | WaitingForConsent, GrantAct::Agree, Elder | ClerkForElder) => Some(Active),
        (Requested | WaitingForConsent, GrantAct::Refuse, Elder | ClerkForElder) => Some(Refused),
        (Requested | WaitingForConsent, GrantAct::TakeIn, ClerkForElder) => Some(WaitingForDecision),
        (WaitingForDecision, GrantAct::Agree, County) => Some(Active),
        // Whoever is to be represented may object before it is decided, whatever her capacity.
        (WaitingForDecision, GrantAct::Refuse, County | Elder | ClerkForElder) => Some(Refused),
        // Time and records may stop, never start: a person recorded as dead pauses what she gave and what she held.
        (Active, GrantAct::Pause, Elder | ClerkForElder | Rule) => Some(Paused),
        // What the county decided goes on by the county alone, what she agreed to by her alone: `Grant::apply`.
        (Paused, GrantAct::Resume, Elder | ClerkForElder | County) => Some(Active),
        (
            Requested | WaitingForConsent | WaitingForDecision | Active | Paused | Disputed,
            GrantAct::End,
            Elder | Helper | ClerkForElder,
        ) => Some(Ended),
        (Requested | WaitingForConsent | WaitingForDecision | Active | Paused | Disputed, GrantAct::Expire, Rule) => Some(Expired),
        (Active | Paused, GrantAct::Dispute, Elder | ClerkForElder) => Some(Disputed),
        (Disputed, GrantAct::Clear, ClerkForElder) => Some(Paused),
        (Active | Paused, GrantAct::See, ClerkForElder) => Some(state),
        _ => None,
    }
}
