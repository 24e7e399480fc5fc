//! The queue of a desk: most urgent first, with what is promised and what is special. Changes nothing.

use super::at_desk::Clerk;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{CaseRow, World};
use domain::case::CaseState;
use domain::judge::{Act, may};

/// States in which a desk has work.
pub const WORK: &[CaseState] =
    &[CaseState::AtVillage, CaseState::InForceToConfirm, CaseState::AtTownship, CaseState::AtCounty, CaseState::InForceSampled];
const ROWS: u64 = 50;

#[derive(Debug, Clone)]
pub struct Waiting {
    pub row: CaseRow,
    /// Masked.
    pub name: String,
    /// Working days until the promise; none left when it is today or over.
    pub days_left: u16,
    /// The promise to her is broken.
    pub late: bool,
    /// Only this desk's own time is over.
    pub step_late: bool,
    /// The desk below did not manage in time.
    pub climbed: bool,
    pub held: Held,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    Free,
    Mine,
    Colleague,
}

pub async fn see_desk(world: &World, caller: &Caller) -> AppResult<Vec<Waiting>> {
    let clerk = Clerk::of(caller)?;
    // The queue belongs to no single person; the judge asks for one, and any in her own area serves.
    let desk = domain::judge::Subject { id: &domain::ids::PersonId::new(""), village: &clerk.reviewer.desk, alive: true, insured: true };
    may(&clerk.actor(), desk, Act::SeeQueue, world.now())?;
    let mut waiting = Vec::new();
    for row in world.store.queue(&clerk.reviewer.desk, WORK, ROWS).await? {
        let name = world.store.person(&row.subject).await?.map(|p| p.name.masked()).unwrap_or_default();
        waiting.push(judged(world, clerk, row, name));
    }
    Ok(waiting)
}

fn judged(world: &World, clerk: Clerk<'_>, row: CaseRow, name: String) -> Waiting {
    let today = world.today();
    let held = match (&row.held_by, row.held_until) {
        (Some(by), Some(until)) if until > world.now() => {
            if *by == clerk.staff.id {
                Held::Mine
            } else {
                Held::Colleague
            }
        }
        _ => Held::Free,
    };
    Waiting {
        name,
        days_left: world.calendar.working_days_between(today, row.promised).unwrap_or(0),
        late: row.promised < today,
        step_late: row.promised >= today && row.step_due < today,
        climbed: row.state.tier().is_some_and(|step| row.desk.tier() > step),
        held,
        row,
    }
}
