//! 「查一查系统里有没有」: another office's records in place of a photo. Nothing is asked before she has said yes, and the yes
//! is for this material of this application alone.

use super::keep_paper::check_material;
use super::open_draft::{Want, materials, open_draft};
use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, PortError, SharedAsked, World};
use domain::case::{Draft, DraftState};
use domain::refusal::Refusal;
use domain::shared::SharedProof;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looked {
    Found,
    Nothing,
}

/// Whoever may hand in the papers may ask: told is only whether the material is proved. The elder hears of a helper's asking.
pub async fn look_up_shared(
    world: &World,
    caller: &Caller,
    draft_id: &str,
    material: &str,
    agreed: bool,
    once: impl Fn(&str) -> Option<Change>,
) -> AppResult<Looked> {
    let (draft, subject) = open_draft(world, caller, draft_id, Want::Papers).await?;
    check_material(world, &draft, material).await?;
    let wanted = materials(world, &draft).await?.into_iter().find(|m| m.id == material).ok_or(AppError::NotFound)?;
    let source = wanted.shared().filter(|_| world.shared.there()).ok_or(AppError::NotFound)?;
    if !agreed {
        return Err(Refusal::ConsentMissing.into());
    }
    if draft.proved(material).is_some() {
        return Ok(Looked::Found);
    }
    let asked = SharedAsked { source, number: &subject.id_number, material, answers: &draft.answers };
    let found = world.shared.look_up(asked).await?;
    let told = if found.is_some() { "found" } else { "nothing" };
    let reason = format!("{material} {} agreed {told}", source.key());
    let mut also = vec![tell::ledger(world, caller.by(), subject, "look-up-shared", draft.id.as_str(), draft.item.slug(), &reason)];
    if matches!(caller, Caller::Resident { .. }) {
        also.extend(tell::tell_of_helper(world, caller, "act-looked-up", ""));
    }
    let Some(as_of) = found else {
        world.store.commit(also).await?;
        return Ok(Looked::Nothing);
    };
    also.extend(once(&format!("/file/draft/{}/papers/{material}", draft.id)));
    let now = world.now();
    let proof = SharedProof { material: material.to_owned(), source, as_of, looked_at: now, agreed_by: caller.by() };
    save(world, caller, draft, also, |draft| {
        draft.shared.retain(|other| other.material != material);
        draft.shared.push(proof.clone());
        draft.promised_later.retain(|m| m != material);
    })
    .await?;
    Ok(Looked::Found)
}

/// She takes her yes back: the material is open again.
pub async fn drop_shared(world: &World, caller: &Caller, draft_id: &str, material: &str) -> AppResult<()> {
    let (draft, subject) = open_draft(world, caller, draft_id, Want::Papers).await?;
    check_material(world, &draft, material).await?;
    if draft.proved(material).is_none() {
        return Ok(());
    }
    let note = tell::ledger(world, caller.by(), subject, "drop-shared", draft.id.as_str(), draft.item.slug(), material);
    save(world, caller, draft, vec![note], |draft| draft.shared.retain(|proof| proof.material != material)).await
}

/// Another tab may have saved in between: then it is laid over what stands there now.
async fn save(world: &World, caller: &Caller, mut draft: Draft, also: Vec<Change>, change: impl Fn(&mut Draft)) -> AppResult<()> {
    for turn in 0..4 {
        change(&mut draft);
        draft.updated_at = world.now();
        let mut changes = vec![Change::SaveDraft(Box::new(draft.clone()))];
        changes.extend(also.iter().cloned());
        match world.store.commit(changes).await {
            Ok(()) => return Ok(()),
            Err(PortError::Conflict(_)) if turn < 3 => draft = open_draft(world, caller, draft.id.as_str(), Want::Papers).await?.0,
            Err(error) => return Err(error.into()),
        }
        if draft.state != DraftState::Open {
            break;
        }
    }
    Err(Refusal::AlreadySubmitted.into())
}
