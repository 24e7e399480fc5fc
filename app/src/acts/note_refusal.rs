//! A helper or an assistant was refused: what she tried, for whom and why is written down, so that the elder can read it and nobody has to
//! believe anybody. Nothing that was typed is kept.

use super::tell;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{Change, Person, World};
use domain::family::Grant;
use domain::ids::PersonId;
use domain::ledger::By;
use domain::refusal::Refusal;

/// `what`: name of the door she stood at.
pub async fn note_refusal(world: &World, caller: &Caller, what: &str, refusal: Refusal) -> AppResult<()> {
    if let (Some(_), Some(subject)) = (caller.assistant(), caller.subject()) {
        if about_her_right(refusal) {
            let note = tell::ledger(world, caller.by(), subject, "refused", subject.id.as_str(), what, refusal.key());
            world.store.commit(vec![note]).await?;
        }
        return Ok(());
    }
    let Caller::Resident { person, acting: Some(acting), .. } = caller else { return Ok(()) };
    if about_her_right(refusal) {
        world.store.commit(vec![refused(world, &person.id, &acting.grant, &acting.elder, what, refusal)]).await?;
    }
    Ok(())
}

/// The line of one refusal.
pub(super) fn refused(world: &World, helper: &PersonId, grant: &Grant, elder: &Person, what: &str, refusal: Refusal) -> Change {
    let by = By::Helper { helper: helper.clone(), grant: grant.id.clone() };
    tell::ledger(world, by, elder, "refused", grant.id.as_str(), what, refusal.key())
}

/// She may not; as against a form that needs another look or came too late.
pub fn about_her_right(refusal: Refusal) -> bool {
    matches!(
        refusal,
        Refusal::OutOfScope
            | Refusal::OutOfItems
            | Refusal::OnlyHerself
            | Refusal::GrantNotActive
            | Refusal::GrantPaused
            | Refusal::GrantEnded
            | Refusal::GrantExpired
            | Refusal::GrantNotYet
            | Refusal::GrantDisputed
            | Refusal::GrantSpent
            | Refusal::ElderNotSeenYet
            | Refusal::IdentityNotConfirmed
            | Refusal::PersonNotAlive
            | Refusal::RelationNotAllowed
            | Refusal::LetterMissing
            | Refusal::AgentTooYoung
            | Refusal::ReservedToHerself
            | Refusal::ItemNotForAssistants
            | Refusal::NotForAssistants
            | Refusal::AssistantStopped
            | Refusal::BesideTooLong
            | Refusal::NumbersNotCompared
            | Refusal::HelperNotAssistant
    )
}
