//! The grant, its states and its one transition table. Ending is final; a helper can only ask and end.

use super::agreement::{Agreement, EndReason, Ended};
use super::claim::Claim;
use super::items::Items;
use crate::case::PaperRef;
use crate::catalog::ItemCode;
use crate::ids::{GrantId, PaperId, PersonId};
use crate::refusal::Refusal;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a helper may do. Phone on record, bank account, password, grants and messages about consent are in no scope, ever.
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
    /// 出示医保码
    ShowCode,
    /// 看待遇和花费
    SeeBenefits,
    /// 预约上门
    BookVisits,
    /// 代缴参保费
    PayContributions,
}

impl Scope {
    pub const ALL: [Scope; 8] = [
        Self::SeeCases,
        Self::Apply,
        Self::HandInPapers,
        Self::ReceiveNotices,
        Self::ShowCode,
        Self::SeeBenefits,
        Self::BookVisits,
        Self::PayContributions,
    ];
    /// Only what has a service behind it is offered; the others wait for theirs.
    pub const OFFERED: [Scope; 4] = [Self::SeeCases, Self::Apply, Self::HandInPapers, Self::ReceiveNotices];

    pub fn key(self) -> &'static str {
        match self {
            Self::SeeCases => "see-cases",
            Self::Apply => "apply",
            Self::HandInPapers => "hand-in-papers",
            Self::ReceiveNotices => "receive-notices",
            Self::ShowCode => "show-code",
            Self::SeeBenefits => "see-benefits",
            Self::BookVisits => "book-visits",
            Self::PayContributions => "pay-contributions",
        }
    }
    /// As a form sends it: what is not offered cannot be asked for.
    pub fn from_key(key: &str) -> Option<Scope> {
        Scope::OFFERED.into_iter().find(|s| s.key() == key)
    }
    /// Done for one service at a time, so that the elder may allow some and not others.
    pub fn per_item(self) -> bool {
        matches!(self, Self::Apply | Self::HandInPapers)
    }
    /// A yes from a phone alone reaches no further than this until a clerk has seen her: phones are borrowed.
    pub fn before_she_was_seen(self) -> bool {
        matches!(self, Self::Apply | Self::HandInPapers)
    }
}

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

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    pub id: GrantId,
    pub elder: PersonId,
    pub helper: PersonId,
    /// What the helper is to the elder, as text key (`relation-…`).
    pub relation: String,
    pub scopes: BTreeSet<Scope>,
    /// What she may apply for and hand in papers for, inside those scopes.
    #[serde(default)]
    pub items: Items,
    pub state: GrantState,
    pub asked_at: Timestamp,
    /// A request nobody answered runs out; an active grant ends then too.
    pub until: Timestamp,
    pub agreement: Option<Agreement>,
    /// Agreed to, but not in use before this moment: time to think it over.
    #[serde(default)]
    pub waits_until: Option<Timestamp>,
    /// When a clerk saw the elder and heard it from her.
    #[serde(default)]
    pub seen_at: Option<Timestamp>,
    /// For one application only, and whether it was made.
    #[serde(default)]
    pub once: Once,
    /// The running grant that this request would follow.
    #[serde(default)]
    pub renews: Option<GrantId>,
    /// She was asked whether it shall go on after its last day; silence ends it.
    #[serde(default)]
    pub renewal_asked: bool,
    /// The signed 授权委托书 that goes with it, one of `papers`.
    #[serde(default)]
    pub letter: Option<PaperId>,
    /// Photographed sheets: the letter, and what proves a legal guardian. Evidence, never shown to other helpers.
    #[serde(default)]
    pub papers: Vec<PaperRef>,
    /// A legal guardian asks in the place of somebody who cannot answer.
    #[serde(default)]
    pub claim: Option<Claim>,
    pub ended: Option<Ended>,
    pub version: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Once {
    /// As often as needed until the last day.
    #[default]
    No,
    Open,
    Spent,
}

impl Grant {
    /// Moves the grant. Scopes, items, helper, elder and end never change here.
    pub fn apply(&mut self, act: GrantAct, party: Party, agreement: Option<Agreement>, now: Timestamp) -> Result<(), Refusal> {
        if act != GrantAct::Expire && now >= self.until && !self.state.over() {
            return Err(Refusal::GrantExpired);
        }
        let next = step(self.state, act, party).ok_or(Refusal::NotInThisState)?;
        if act == GrantAct::Resume && self.by_legal_guardian() != (party == Party::County) {
            return Err(Refusal::CountyDecides);
        }
        if act == GrantAct::Agree {
            // No evidence, or not the evidence of whoever says yes.
            let Some(agreement) = agreement.filter(|a| a.fits(party)) else { return Err(Refusal::ReasonNeeded) };
            if agreement.face_to_face() {
                self.seen_at = Some(now);
            }
            self.agreement = Some(agreement);
        }
        if act == GrantAct::See {
            if self.she_was_seen() {
                return Err(Refusal::NotInThisState);
            }
            (self.seen_at, self.waits_until) = (Some(now), None);
        }
        if next.over() {
            self.ended = Some(Ended { at: now, by: party, why: EndReason::usual(self.state, act, party) });
        }
        self.state = next;
        Ok(())
    }

    /// Why it is over, where act and party alone do not tell.
    pub fn because(&mut self, why: EndReason) {
        if let Some(ended) = &mut self.ended {
            ended.why = why;
        }
    }

    /// The county said yes in her place; only the county lets it go on after a pause.
    pub fn by_legal_guardian(&self) -> bool {
        matches!(self.agreement, Some(Agreement::LegalGuardian { .. }))
    }

    /// While it runs or is decided about, the phone on record answers for nobody.
    pub fn speaks_for_her(&self) -> bool {
        !self.state.over() && (self.state == GrantState::WaitingForDecision || self.by_legal_guardian())
    }

    /// Whether the grant covers `scope` at this moment.
    pub fn covers(&self, scope: Scope, now: Timestamp) -> Result<(), Refusal> {
        self.stands(now)?;
        if !self.scopes.contains(&scope) {
            return Err(Refusal::OutOfScope);
        }
        if !self.she_was_seen() && !scope.before_she_was_seen() {
            return Err(Refusal::ElderNotSeenYet);
        }
        Ok(())
    }

    /// Whether the grant covers `scope` in the matter of one service.
    pub fn covers_item(&self, scope: Scope, item: ItemCode, now: Timestamp) -> Result<(), Refusal> {
        self.covers(scope, now)?;
        if self.items.covers(item) { Ok(()) } else { Err(Refusal::OutOfItems) }
    }

    /// A clerk has had her before her: then, or when she agreed.
    pub fn she_was_seen(&self) -> bool {
        self.seen_at.is_some() || self.agreement.as_ref().is_some_and(Agreement::face_to_face)
    }

    /// Whether a further application may be made; undoing and following the first one stays possible.
    pub fn covers_filing(&self, item: ItemCode, now: Timestamp) -> Result<(), Refusal> {
        self.covers_item(Scope::Apply, item, now)?;
        if self.once == Once::Spent { Err(Refusal::GrantSpent) } else { Ok(()) }
    }

    /// Whether anything at all may be done under it at this moment.
    pub fn stands(&self, now: Timestamp) -> Result<(), Refusal> {
        match self.state {
            GrantState::Active if now >= self.until => Err(Refusal::GrantExpired),
            GrantState::Active if self.waits_until.is_some_and(|w| now < w) => Err(Refusal::GrantNotYet),
            GrantState::Active => Ok(()),
            GrantState::Paused => Err(Refusal::GrantPaused),
            GrantState::Disputed => Err(Refusal::GrantDisputed),
            GrantState::Expired => Err(Refusal::GrantExpired),
            GrantState::Ended => Err(Refusal::GrantEnded),
            GrantState::Requested | GrantState::WaitingForConsent | GrantState::WaitingForDecision | GrantState::Refused => {
                Err(Refusal::GrantNotActive)
            }
        }
    }
}

/// Can the phone on record prove her answer? Not when it is the asker's or stands for several people.
pub fn phone_can_consent(holders_of_phone: usize, is_askers_phone: bool) -> Result<(), Refusal> {
    if holders_of_phone == 1 && !is_askers_phone { Ok(()) } else { Err(Refusal::PhoneCannotConsent) }
}

#[cfg(test)]
mod tests;
