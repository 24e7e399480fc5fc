//! The queue of a desk: most urgent first, with what is promised and what is special. Changes nothing.

use super::at_desk::Clerk;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{CaseRow, World};
use domain::case::CaseState;
use domain::ids::PersonId;
use domain::judge::{Act, may};
use std::collections::{BTreeMap, BTreeSet};

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
    let desk = domain::judge::Subject { id: &PersonId::new(""), village: &clerk.reviewer.desk, alive: true, insured: true };
    may(&clerk.actor(), desk, Act::SeeQueue, world.now())?;
    let rows = world.store.queue(&clerk.reviewer.desk, WORK, ROWS).await?;
    // All names in one question: a full page must not ask fifty times.
    let subjects: BTreeSet<PersonId> = rows.iter().map(|row| row.subject.clone()).collect();
    let people = world.store.people(&subjects.into_iter().collect::<Vec<_>>()).await?;
    let names: BTreeMap<&PersonId, String> = people.iter().map(|p| (&p.id, p.name.masked())).collect();
    let name = |row: &CaseRow| names.get(&row.subject).cloned().unwrap_or_default();
    Ok(rows.into_iter().map(|row| judged(world, clerk, name(&row), row)).collect())
}

fn judged(world: &World, clerk: Clerk<'_>, name: String, row: CaseRow) -> Waiting {
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
