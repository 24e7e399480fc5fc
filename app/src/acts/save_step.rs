//! One page of answers, read and kept at once. What cannot be read is told by field; the rest is still kept.

use super::open_draft::{Want, open_draft};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, PortError, World};
use domain::case::{Draft, DraftState};
use domain::catalog::FieldError;
use domain::catalog::field::RawForm;
use domain::refusal::Refusal;

/// Returns the draft with the new answers. Two tabs that save at once both find their answers in it.
pub async fn save_step(world: &World, caller: &Caller, id: &str, step: &str, form: &RawForm) -> AppResult<Draft> {
    for turn in 0.. {
        let (mut draft, subject) = open_draft(world, caller, id, Want::Answers).await?;
        let errors = fill_in(world, caller, subject, &mut draft, step, form)?;
        match world.store.commit(vec![Change::SaveDraft(Box::new(draft.clone()))]).await {
            Ok(()) if errors.is_empty() => return Ok(draft),
            Ok(()) => return Err(AppError::Fields(errors)),
            // Another tab was quicker: look again, nothing that was typed here is lost.
            Err(PortError::Conflict(_)) if turn < TURNS => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(AppError::NotFound)
}

/// How often another tab may be quicker.
const TURNS: usize = 20;

fn fill_in(world: &World, caller: &Caller, subject: &Person, draft: &mut Draft, step: &str, form: &RawForm) -> AppResult<Vec<FieldError>> {
    if draft.state != DraftState::Open {
        return Err(Refusal::AlreadySubmitted.into());
    }
    let item = draft.item.item().ok_or(AppError::NotFound)?;
    let step = item.step(step).ok_or(AppError::NotFound)?;
    let mut errors = Vec::new();
    for field in step.fields {
        match field.read_for(form, &draft.answers, world.today(), subject.phone.is_some()) {
            Ok(value) => {
                let old = draft.answers.get(field.id).map(str::to_owned);
                if old == value {
                    continue;
                }
                match value {
                    Some(value) => draft.answers.set(field.id, value),
                    None => draft.answers.clear(field.id),
                }
                // Who typed it is remembered with the answer, for the case, the desk and the receipt.
                draft.typed_by.insert(field.id.to_owned(), caller.by());
                forget_what_hangs_on(draft, field.id);
            }
            Err(error) => errors.push(error),
        }
    }
    draft.updated_at = world.now();
    Ok(errors)
}

/// Another province, another group: the city, the disease of the old one is no answer any more.
fn forget_what_hangs_on(draft: &mut Draft, changed: &str) {
    let steps = draft.item.item().map(|item| item.steps).unwrap_or_default();
    for field in steps.iter().flat_map(|s| s.fields) {
        if field.kind.hangs_on() == Some(changed) {
            draft.answers.clear(field.id);
            draft.typed_by.remove(field.id);
        }
    }
}
