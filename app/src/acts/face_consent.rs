//! A face check beside the code, where the office has a service for it: one way more, never the only one, never for a
//! child. Two tries a day; what is kept is the answer and its name, and that in the ledger alone.

use super::agree_grant::{can_answer_by_phone, open_request, said_yes};
use super::limits::attempt;
use super::load_grant::{GrantView, own_grant};
use super::tell::ledger;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{Change, FaceAnswer, FaceOutcome, PortError, World};
use domain::family::Agreement;
use domain::refusal::Refusal;
use jiff::{SignedDuration, Timestamp};

const KIND: &str = "face-consent";
/// Of one request within a day.
pub const TRIES: u64 = 2;

/// Is it shown beside the code? Only while a try is left, and where her phone may answer at all.
pub async fn face_offered(world: &World, view: &GrantView) -> AppResult<bool> {
    if !world.face.offered() || can_answer_by_phone(world, view).await?.is_err() {
        return Ok(false);
    }
    Ok(tried(world, view).await? < TRIES)
}

/// `Ok(Same)`: she has agreed. Anything else changes nothing, and the other ways stay open.
pub async fn agree_by_face(world: &World, caller: &Caller, id: &str, picture: Vec<u8>, once: Option<Change>) -> AppResult<FaceOutcome> {
    let mut view = own_grant(world, caller, id).await?;
    open_request(world, &view.grant)?;
    can_answer_by_phone(world, &view).await??;
    if !face_offered(world, &view).await? {
        return Err(Refusal::TooManyTries.into());
    }
    // Written down before it is counted, so that two pictures at once are two tries.
    world.store.commit(vec![attempt(world, KIND, &who(world, &view))]).await?;
    if tried(world, &view).await? > TRIES {
        return Err(Refusal::TooManyTries.into());
    }
    let answer = match world.face.check(&view.elder.name, &view.elder.id_number, picture).await {
        Ok(answer) => answer,
        Err(PortError::Unavailable(_)) => FaceAnswer { outcome: FaceOutcome::Unavailable, id: String::new() },
        Err(error) => return Err(error.into()),
    };
    let grant = view.grant.id.as_str().to_owned();
    let mut changes = vec![ledger(world, caller.by(), &view.elder, "check-face", &grant, &answer.id, answer.outcome.key())];
    if answer.outcome == FaceOutcome::Same {
        changes.extend(said_yes(world, caller, &mut view, Agreement::OwnFace { at: world.now(), check: answer.id }).await?);
        changes.extend(once);
    }
    world.store.commit(changes).await?;
    Ok(answer.outcome)
}

async fn tried(world: &World, view: &GrantView) -> AppResult<u64> {
    let since = world.now().saturating_sub(SignedDuration::from_hours(24)).unwrap_or(Timestamp::MIN);
    Ok(world.store.attempts(KIND, &who(world, view), since).await?)
}

fn who(world: &World, view: &GrantView) -> String {
    world.seals.lookup(KIND, view.grant.id.as_str())
}
