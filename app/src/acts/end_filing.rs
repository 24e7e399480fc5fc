//! A filing that holds until it is changed: she changes it by filing anew with the old answers before her, or ends it. Made by
//! commitment it is locked for a time; then only the proof changes it, and nothing ends it.

use super::change_case::{open_case, save};
use super::delegated::may_item;
use super::{start_draft, tell};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, World};
use domain::case::{Case, CaseAct, CaseState, Draft};
use domain::judge::Act;
use domain::ledger::By;
use domain::notice::NoticeKind;
use domain::refusal::Refusal;

/// What has to be said anew each time: when it begins and ends, and how it is proved.
const ANEW: [&str; 3] = ["start", "end", "route"];

/// She ends it from today on.
pub async fn cancel_case(world: &World, caller: &Caller, reference: &str, once: Option<Change>) -> AppResult<Case> {
    let (mut case, subject) = open_case(world, caller, reference, Act::TakeBack).await?;
    case.cancel(caller.by(), world.today(), world.now())?;
    save(world, caller, &case, subject, CaseAct::Cancel, Some(NoticeKind::CaseRevoked), once.into_iter().collect()).await?;
    Ok(case)
}

/// A new application with the answers of this one; what was begun before is gone on with. The old one holds until the new one does.
pub async fn change_filing(world: &World, caller: &Caller, reference: &str) -> AppResult<Draft> {
    let (case, subject) = open_case(world, caller, reference, Act::TakeBack).await?;
    may_item(world, caller, subject, case.item, Act::File(case.item))?;
    if !case.state.in_force() || !case.item.item().is_some_and(|item| item.hers_to_end) {
        return Err(Refusal::NotInThisState.into());
    }
    let mut draft = start_draft::start_draft(world, caller, case.item).await?;
    if !draft.answers.0.is_empty() {
        return Ok(draft);
    }
    draft.answers = case.answers.clone();
    draft.answers.0.retain(|field, _| !ANEW.contains(&field.as_str()));
    draft.typed_by = case.typed_by.clone();
    draft.typed_by.retain(|field, _| draft.answers.get(field).is_some());
    draft.updated_at = world.now();
    // It was written when it was begun, in this very act.
    draft = world.store.draft(&draft.id).await?.map(|kept| Draft { version: kept.version, ..draft }).ok_or(AppError::NotFound)?;
    let note = tell::ledger(world, caller.by(), subject, "change-filing", case.id.as_str(), case.item.slug(), "");
    world.store.commit(vec![Change::SaveDraft(Box::new(draft.clone())), note]).await?;
    Ok(draft)
}

/// One place at a time: what held until changed is changed by this one, which holds from now on.
pub(super) async fn replaced_by(world: &World, subject: &Person, case: &Case) -> AppResult<Vec<Change>> {
    let lasts = |one: &Case| one.state.in_force() && one.validity.is_some_and(|validity| validity.until.is_none());
    if !case.item.item().is_some_and(|item| item.hers_to_end) || !lasts(case) {
        return Ok(Vec::new());
    }
    let mut changes = Vec::new();
    for mut old in world.store.cases_of_item(&subject.id, case.item, CaseState::IN_FORCE).await? {
        if old.id == case.id || !lasts(&old) {
            continue;
        }
        old.replace(&case.id, world.now())?;
        changes.push(tell::ledger(world, By::Rule, subject, "replace", old.id.as_str(), old.item.slug(), ""));
        changes.push(Change::SaveCase(Box::new(old)));
    }
    Ok(changes)
}

/// She undid it within its minutes: what it had replaced holds again.
pub(super) async fn reinstated_by(world: &World, subject: &Person, undone: &Case) -> AppResult<Vec<Change>> {
    let mut changes = Vec::new();
    for mut old in world.store.cases_of_item(&subject.id, undone.item, &[CaseState::Revoked]).await? {
        if old.reinstate(&undone.id, world.now()).is_ok() {
            super::route_case::route(world, &mut old).await?;
            changes.push(tell::ledger(world, By::Rule, subject, CaseAct::Reinstate.key(), old.id.as_str(), old.item.slug(), ""));
            changes.push(Change::SaveCase(Box::new(old)));
        }
    }
    Ok(changes)
}
