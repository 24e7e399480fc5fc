//! The queue of a desk: most urgent first, with what is promised and what is special. Changes nothing.

pub mod filter;

use self::filter::QueueFilter;
use super::at_desk::Clerk;
use super::be_away::stands_in_for;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{CaseRow, World};
use domain::case::CaseState;
use domain::ids::{CaseId, PersonId, StaffId};
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
    pub kept: Kept,
}

/// Whose it would best be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    Open,
    /// She had the person's matters in hand before.
    Known,
    /// A colleague did, who is away: by the name that residents see.
    StandsIn(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    Free,
    Mine,
    Colleague,
}

pub async fn see_desk(world: &World, caller: &Caller, filter: QueueFilter) -> AppResult<Vec<Waiting>> {
    let clerk = Clerk::of(caller)?;
    // The queue belongs to no single person; the judge asks for one, and any in her own area serves.
    let desk = domain::judge::Subject { id: &PersonId::new(""), village: &clerk.reviewer.desk, alive: true, insured: true };
    may(&clerk.actor(), desk, Act::SeeQueue, world.now())?;
    let today = world.today();
    let mut kept = kept_rows(world, clerk).await?;
    kept.retain(|(row, _)| filter.fits(row, today));
    let above: BTreeSet<CaseId> = kept.iter().map(|(row, _)| row.id.clone()).collect();
    let mut others = world.store.queue(&clerk.reviewer.desk, filter.sought(today), ROWS).await?;
    others.retain(|row| !above.contains(&row.id));
    let rows: Vec<(CaseRow, Kept)> = kept.into_iter().chain(others.into_iter().map(|row| (row, Kept::Open))).collect();
    // All names in one question: a full page must not ask fifty times.
    let subjects: BTreeSet<PersonId> = rows.iter().map(|(row, _)| row.subject.clone()).collect();
    let people = world.store.people(&subjects.into_iter().collect::<Vec<_>>()).await?;
    let names: BTreeMap<&PersonId, String> = people.iter().map(|p| (&p.id, p.name.masked())).collect();
    let name = |row: &CaseRow| names.get(&row.subject).cloned().unwrap_or_default();
    Ok(rows.into_iter().map(|(row, kept)| judged(world, clerk, name(&row), row, kept)).collect())
}

/// What stands above the others: kept for her, and for colleagues in whose place she is here today. Where she may not act herself
/// it is not put before her: whoever stands in lends no right.
pub(super) async fn kept_rows(world: &World, clerk: Clerk<'_>) -> AppResult<Vec<(CaseRow, Kept)>> {
    let away = stands_in_for(world, clerk.staff).await?;
    let whose: Vec<StaffId> = std::iter::once(&clerk.staff.id).chain(away.iter().map(|other| &other.id)).cloned().collect();
    let rows = world.store.queue_kept(&clerk.reviewer.desk, &whose, WORK, ROWS).await?;
    let other = |row: &CaseRow| away.iter().find(|other| row.kept_for.as_ref() == Some(&other.id)).map(|other| other.display_name.clone());
    // Whole records only of what is kept for somebody else, and all of them in two questions.
    let foreign: Vec<&CaseRow> = rows.iter().filter(|row| other(row).is_some()).collect();
    let may_step = may_step(world, clerk, &foreign).await?;
    let shown = rows.into_iter().filter_map(|row| match other(&row) {
        None => Some((row, Kept::Known)),
        Some(name) => may_step.contains(&row.id).then_some((row, Kept::StandsIn(name))),
    });
    Ok(shown.collect())
}

/// Those of these cases that she may move on by herself.
async fn may_step(world: &World, clerk: Clerk<'_>, rows: &[&CaseRow]) -> AppResult<BTreeSet<CaseId>> {
    let (ids, subjects): (Vec<CaseId>, BTreeSet<PersonId>) = rows.iter().map(|row| (row.id.clone(), row.subject.clone())).unzip();
    let people = world.store.people(&subjects.into_iter().collect::<Vec<_>>()).await?;
    let mut hers = BTreeSet::new();
    for case in world.store.cases(&ids).await? {
        let Some(subject) = people.iter().find(|person| person.id == case.subject) else { continue };
        let ties = world.store.ties(clerk.staff, &subject.id).await?;
        if may(&clerk.actor(), subject.subject(), Act::StepCase { case: &case, ties }, world.now()).is_ok() {
            hers.insert(case.id);
        }
    }
    Ok(hers)
}

fn judged(world: &World, clerk: Clerk<'_>, name: String, row: CaseRow, kept: Kept) -> Waiting {
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
        climbed: row.state.tier().is_some_and(|step| row.desk.tier() > step) && !chooses_its_desk(&row),
        held,
        kept,
        row,
    }
}

/// It may lie at a wider desk because she asked for that one; only the page of the case can tell whether it climbed.
fn chooses_its_desk(row: &CaseRow) -> bool {
    row.item.item().is_some_and(|item| item.tiers().len() > 1 && item.one_desk())
}
