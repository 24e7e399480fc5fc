//! One page of answers, read and kept at once. What cannot be read is told by field; the rest is still kept.

use super::open_draft::{Want, open_draft};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, World};
use domain::case::{Draft, DraftState};
use domain::catalog::FieldKind;
use domain::catalog::field::RawForm;
use domain::refusal::Refusal;

/// Returns the draft with the new answers.
pub async fn save_step(world: &World, caller: &Caller, id: &str, step: &str, form: &RawForm) -> AppResult<Draft> {
    let (mut draft, subject) = open_draft(world, caller, id, Want::Answers).await?;
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
                forget_cities_of(&mut draft, field.id);
            }
            Err(error) => errors.push(error),
        }
    }
    draft.updated_at = world.now();
    world.store.commit(vec![Change::SaveDraft(Box::new(draft.clone()))]).await?;
    if errors.is_empty() { Ok(draft) } else { Err(AppError::Fields(errors)) }
}

/// Another province: the city of the old one is no answer any more.
fn forget_cities_of(draft: &mut Draft, province: &str) {
    let steps = draft.item.item().map(|item| item.steps).unwrap_or_default();
    for field in steps.iter().flat_map(|s| s.fields) {
        if matches!(field.kind, FieldKind::City { of, .. } if of == province) {
            draft.answers.clear(field.id);
            draft.typed_by.remove(field.id);
        }
    }
}
