//! Finding a draft for whoever stands at the door. Another person's draft is not shown to exist.

use super::delegated::may_item;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Person, World};
use domain::case::Draft;
use domain::case::draft::Purpose;
use domain::catalog::Material;
use domain::ids::DraftId;
use domain::judge::Act;

/// What the visitor wants with the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    Answers,
    /// Adding what a desk asked for needs less than filing anew.
    Papers,
    /// Throwing it away.
    Drop,
}

/// The materials this draft asks for: all that the answers call for, or only what is still owed.
pub async fn materials(world: &World, draft: &Draft) -> AppResult<Vec<Material>> {
    let item = draft.item.item().ok_or(AppError::NotFound)?;
    let mut all = item.needs(&draft.answers);
    if let Purpose::Supply(case) = &draft.purpose {
        let case = world.store.case(case).await?.ok_or(AppError::NotFound)?;
        all.retain(|m| case.owed().any(|owed| owed == m.id));
    }
    Ok(all)
}

pub async fn open_draft<'a>(world: &World, caller: &'a Caller, id: &str, want: Want) -> AppResult<(Draft, &'a Person)> {
    let subject = caller.subject().ok_or(AppError::SignIn)?;
    let draft = world.store.draft(&DraftId::new(id)).await?.ok_or(AppError::NotFound)?;
    // An offer has a page of its own: nothing in it is typed.
    if draft.subject != subject.id || draft.purpose == Purpose::Offered {
        return Err(AppError::NotFound);
    }
    let act = if want == Want::Drop { Act::TakeBack(draft.item) } else { Act::Apply(draft.item) };
    let asked = may_item(world, caller, subject, draft.item, act);
    if want == Want::Papers && draft.adds_to().is_some() && asked.is_err() {
        may_item(world, caller, subject, draft.item, Act::HandInPapers(draft.item))?;
    } else {
        asked?;
    }
    Ok((draft, subject))
}
