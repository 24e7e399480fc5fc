//! Looking at one's matters. A helper's look is written down, so that the elder can see it; nobody is messaged.

use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{CaseRow, Change, World};
use domain::case::draft::Purpose;
use domain::case::{Case, CaseAct, Draft, DraftState, Role, transition};
use domain::judge::{Act, may};

/// Everything of one person's matters that the list page shows.
#[derive(Debug, Clone)]
pub struct Matters {
    pub drafts: Vec<Draft>,
    pub cases: Vec<CaseRow>,
}

pub async fn list_matters(world: &World, caller: &Caller) -> AppResult<Matters> {
    let subject = caller.subject().ok_or(AppError::SignIn)?;
    may(&caller.actor(), subject.subject(), Act::SeeCases, world.now())?;
    let cases = world.store.cases_of(&subject.id, 200).await?;
    let drafts =
        world.store.drafts_of(&subject.id).await?.into_iter().filter(|d| d.state == DraftState::Open && still_asked(d, &cases)).collect();
    if matches!(caller, Caller::Resident { acting: Some(_), .. }) {
        world.store.commit(vec![tell::ledger(world, caller.by(), subject, "see-cases", "", "see-cases", "")]).await?;
    }
    Ok(Matters { drafts, cases })
}

/// What was begun for a case that no longer waits for it is not shown as something to do.
fn still_asked(draft: &Draft, cases: &[CaseRow]) -> bool {
    let state = |id| cases.iter().find(|row| &row.id == id).map(|row| row.state);
    let act = match draft.purpose {
        Purpose::Answer(_) => CaseAct::Resubmit,
        Purpose::Supply(_) => CaseAct::Supply,
        Purpose::New | Purpose::Tonight | Purpose::Offered => return true,
    };
    draft.adds_to().and_then(state).is_some_and(|s| transition(s, act, Role::Applicant).is_some())
}

pub async fn see_case(world: &World, caller: &Caller, reference: &str) -> AppResult<Case> {
    let (case, subject) = super::change_case::open_case(world, caller, reference, |_| Act::SeeCases).await?;
    if matches!(caller, Caller::Resident { acting: Some(_), .. }) {
        let look: Change = tell::ledger(world, caller.by(), subject, "see-case", case.id.as_str(), "see-cases", "");
        world.store.commit(vec![look]).await?;
    }
    Ok(case)
}
