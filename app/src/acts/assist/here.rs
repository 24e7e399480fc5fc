//! What can be done for the person beside her now: a new application, papers that are waited for, receipts of what this
//! assistant filed. Nothing else of her matters is shown.

use super::{Worker, beside};
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{Person, World};
use domain::case::{Case, CaseAct, CaseState, Role, transition};
use domain::catalog::ItemCode;
use domain::judge::{Act, may};
use domain::ledger::By;

const LOOK_BACK: u64 = 30;

pub struct Here<'a> {
    pub person: &'a Person,
    /// Returned, or with a promised paper still owed.
    pub waiting: Vec<Case>,
    /// What this assistant filed for her, newest first.
    pub filed: Vec<Case>,
}

pub async fn see_beside<'a>(world: &World, caller: &'a Caller) -> AppResult<Here<'a>> {
    let worker = Worker::of(caller)?;
    let person = beside(world, caller)?;
    // Which service it is about makes no difference to her right to stand here.
    let any = ItemCode::ALL[0];
    may(&caller.actor(), person.subject(), Act::HandInPapers(any), world.now())?;
    let (mut waiting, mut filed) = (Vec::new(), Vec::new());
    for case in world.store.newest_cases(&person.id, LOOK_BACK).await? {
        let supplies = transition(case.state, CaseAct::Supply, Role::Applicant).is_some() && case.owed().next().is_some();
        if case.state == CaseState::Returned || supplies {
            waiting.push(case.clone());
        }
        if case.filed_by.by == By::Assistant(worker.staff.id.clone()) {
            filed.push(case);
        }
    }
    Ok(Here { person, waiting, filed })
}
