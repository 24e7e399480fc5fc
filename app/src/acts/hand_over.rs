//! 转给同事: a case goes to a named colleague of the desk where it lies, by whoever has it in hand or by a supervisor of the area. It
//! is put first in the colleague's queue; nothing is decided by it, and others may still take it when she does not come to it.

use super::at_desk::{self, Clerk, OnDesk};
use super::tell;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{Change, Staff, World};
use domain::case::Case;
use domain::judge::{Act, may};
use domain::refusal::Refusal;
use domain::review::may_review;

/// To whom it may go: those of its desk who are there today and may take its step.
pub async fn colleagues(world: &World, caller: &Caller, reference: &str) -> AppResult<Vec<Staff>> {
    let clerk = Clerk::of(caller)?;
    let found = judged(world, clerk, reference).await?;
    able(world, &found.case, clerk).await
}

pub async fn hand_over(world: &World, caller: &Caller, reference: &str, to: &str, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let OnDesk { mut case, subject, .. } = judged(world, clerk, reference).await?;
    let all = able(world, &case, clerk).await?;
    let to = all.into_iter().find(|other| other.id.as_str() == to).ok_or(Refusal::ColleagueNotChosen)?;
    case.hand_over(to.id.clone());
    let line = tell::ledger(world, clerk.by(), &subject, "hand-over", case.id.as_str(), case.item.slug(), to.id.as_str());
    let mut changes = vec![Change::SaveCase(Box::new(case)), line];
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}

/// The case, when it is hers to give away.
async fn judged(world: &World, clerk: Clerk<'_>, reference: &str) -> AppResult<OnDesk> {
    let found = at_desk::look(world, clerk, reference).await?;
    let act = Act::HandOver { case: &found.case, ties: found.ties };
    may(&clerk.actor(), found.subject.subject(), act, world.now())?;
    Ok(found)
}

async fn able(world: &World, case: &Case, clerk: Clerk<'_>) -> AppResult<Vec<Staff>> {
    let mut able = Vec::new();
    for other in world.store.staff_of_desk(&case.desk).await? {
        if other.id == clerk.staff.id || !other.active || other.away_on(world.today()).is_some() {
            continue;
        }
        let ties = world.store.ties(&other, &case.subject).await?;
        if may_review(&other.reviewer(), case, ties).is_ok() {
            able.push(other);
        }
    }
    Ok(able)
}
