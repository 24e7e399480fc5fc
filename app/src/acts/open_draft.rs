//! Finding a draft for whoever stands at the door. Another person's draft is not shown to exist.

use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Person, World};
use domain::case::Draft;
use domain::case::draft::Purpose;
use domain::ids::DraftId;
use domain::judge::{Act, may};

/// What the visitor wants with the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    Answers,
    /// Adding what a desk asked for needs less than filing anew.
    Papers,
}

pub async fn open_draft<'a>(world: &World, caller: &'a Caller, id: &str, want: Want) -> AppResult<(Draft, &'a Person)> {
    let subject = caller.subject().ok_or(AppError::SignIn)?;
    let draft = world.store.draft(&DraftId::new(id)).await?.ok_or(AppError::NotFound)?;
    if draft.subject != subject.id {
        return Err(AppError::NotFound);
    }
    let now = world.now();
    let actor = caller.actor();
    let asked = may(&actor, subject.subject(), Act::Apply, now);
    if want == Want::Papers && matches!(draft.purpose, Purpose::Answer(_)) && asked.is_err() {
        may(&actor, subject.subject(), Act::HandInPapers, now)?;
    } else {
        asked?;
    }
    Ok((draft, subject))
}
