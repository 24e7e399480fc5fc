//! A case is held by one clerk at a time: take it, open the next one, put it back. Taking is written down.

use super::at_desk::{self, Clerk, HOLD_MINUTES};
use super::see_desk::filter::QueueFilter;
use super::see_desk::kept_rows;
use super::{promise, tell};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{CaseRow, Change, PortError, World};
use domain::case::Case;
use domain::ids::StaffId;
use domain::judge::{Act, may};

/// This case, now.
pub async fn take_case(world: &World, caller: &Caller, reference: &str) -> AppResult<Case> {
    let clerk = Clerk::of(caller)?;
    let (found, _) = at_desk::step(world, clerk, reference).await?;
    let mut case = found.case;
    case.take(&clerk.staff.id, world.now(), HOLD_MINUTES)?;
    let note = tell::ledger(world, clerk.by(), &found.subject, "open-case", case.id.as_str(), case.item.slug(), "");
    world.store.commit(vec![Change::SaveCase(Box::new(case.clone())), note]).await?;
    Ok(case)
}

/// What is kept for her, then the most urgent case in which this clerk may act. Cases she already has open come last, so that 「下一件」 is another one.
pub async fn take_next(world: &World, caller: &Caller, filter: QueueFilter) -> AppResult<Option<Case>> {
    let clerk = Clerk::of(caller)?;
    let now = world.now();
    let today = world.today();
    let kept: Vec<CaseRow> = kept_rows(world, clerk).await?.into_iter().map(|(row, _)| row).filter(|row| filter.fits(row, today)).collect();
    let mut rows = world.store.queue(&clerk.reviewer.desk, filter.sought(today), 500).await?;
    rows.retain(|row| !kept.iter().any(|above| above.id == row.id));
    // A colleague who is here knows her better, as long as there is time.
    let here = world.store.staff_of_desk(&clerk.reviewer.desk).await?;
    let present = |id: &StaffId| here.iter().any(|other| other.id == *id && other.away_on(today).is_none());
    let anothers = |row: &CaseRow| row.step_due > today && row.kept_for.as_ref().is_some_and(present);
    let held = |row: &CaseRow| row.held_until.is_some_and(|until| until > now) && row.held_by.is_some();
    let mine = |row: &CaseRow| held(row) && row.held_by.as_ref() == Some(&clerk.staff.id);
    let free = kept.iter().chain(rows.iter().filter(|r| !anothers(r))).chain(rows.iter().filter(|r| anothers(r))).filter(|r| !held(r));
    let order = free.chain(kept.iter().chain(&rows).filter(|r| mine(r)));
    for row in order {
        let Some(mut case) = world.store.case(&row.id).await? else { continue };
        let Some(subject) = world.store.person(&case.subject).await? else { continue };
        let ties = world.store.ties(clerk.staff, &subject.id).await?;
        // Before the board there is nothing to decide.
        if promise::board_day(world, &case).is_some_and(|board| board > today)
            || may(&clerk.actor(), subject.subject(), Act::StepCase { case: &case, ties }, now).is_err()
            || case.take(&clerk.staff.id, now, HOLD_MINUTES).is_err()
        {
            continue;
        }
        let note = tell::ledger(world, clerk.by(), &subject, "open-case", case.id.as_str(), case.item.slug(), "");
        match world.store.commit(vec![Change::SaveCase(Box::new(case.clone())), note]).await {
            Ok(()) => return Ok(Some(case)),
            // A colleague was quicker: the next one, then.
            Err(PortError::Conflict(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(None)
}

/// Back into the queue for anybody.
pub async fn put_back(world: &World, caller: &Caller, reference: &str) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let found = at_desk::look(world, clerk, reference).await?;
    let mut case = found.case;
    if case.holder(world.now()) != Some(&clerk.staff.id) {
        return Err(AppError::Refused(domain::refusal::Refusal::NotHeld));
    }
    case.hold = None;
    let note = tell::ledger(world, clerk.by(), &found.subject, "put-back", case.id.as_str(), case.item.slug(), "");
    Ok(world.store.commit(vec![Change::SaveCase(Box::new(case)), note]).await?)
}
