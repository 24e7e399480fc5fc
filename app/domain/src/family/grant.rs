//! The grant: who, for whom, what, until when, and whether it covers a thing at a moment. How it moves stands in `states`.

use super::agreement::{Agreement, EndReason, Ended};
use super::claim::Claim;
use super::items::Items;
use super::scope::Scope;
use super::states::{GrantAct, GrantState, Party, step};
use crate::case::PaperRef;
use crate::catalog::ItemCode;
use crate::ids::{GrantId, PaperId, PersonId};
use crate::refusal::Refusal;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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
    /// A request as it reaches her: nothing allowed, nothing answered.
    pub fn request(id: GrantId, elder: PersonId, helper: PersonId, asked_at: Timestamp, until: Timestamp) -> Grant {
        Grant {
            id,
            elder,
            helper,
            relation: String::new(),
            scopes: BTreeSet::new(),
            items: Items::default(),
            state: GrantState::Requested,
            asked_at,
            until,
            agreement: None,
            waits_until: None,
            seen_at: None,
            once: Once::No,
            renews: None,
            renewal_asked: false,
            letter: None,
            papers: Vec::new(),
            claim: None,
            ended: None,
            version: 0,
        }
    }

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
