//! What waits for the monthly board at the county, each case with its day. A list to look into, one by one: nothing here decides.

use super::at_desk::Clerk;
use super::promise;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::World;
use domain::case::{Case, CaseState};
use domain::catalog::{ItemCode, Pace};
use domain::ids::{CaseId, PersonId};
use domain::judge::{Act, Subject, may};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const MOST: u64 = 500;

/// One case that waits.
pub struct ForBoard {
    pub case: Case,
    /// Masked.
    pub name: String,
    /// At the county since.
    pub ready: Date,
    pub board: Date,
}

pub async fn see_board(world: &World, caller: &Caller) -> AppResult<Vec<ForBoard>> {
    let clerk = Clerk::of(caller)?;
    let nobody = PersonId::new("");
    let subject = Subject { id: &nobody, village: &clerk.reviewer.desk, alive: true, insured: true };
    may(&clerk.actor(), subject, Act::SeeQueue, world.now())?;
    let rows = world.store.queue_of(&clerk.reviewer.desk, CaseState::AtCounty, &ITEMS, MOST).await?;
    let ids: Vec<CaseId> = rows.into_iter().map(|row| row.id).collect();
    let mut waiting = Vec::new();
    for case in world.store.cases(&ids).await? {
        if let (Some(ready), Some(board)) = (case.ready_for_board(), promise::board_day(world, &case)) {
            waiting.push(ForBoard { name: String::new(), ready, board, case });
        }
    }
    let ids: Vec<PersonId> = waiting.iter().map(|one| one.case.subject.clone()).collect();
    let people = world.store.people(&ids).await?;
    let names: BTreeMap<_, _> = people.iter().map(|p| (&p.id, p.name.masked())).collect();
    for one in &mut waiting {
        one.name = names.get(&one.case.subject).cloned().unwrap_or_default();
    }
    waiting.sort_by_key(|one| (one.board, one.ready, one.case.submitted_at));
    Ok(waiting)
}

/// Services that a board decides on some road.
static ITEMS: LazyLock<Vec<ItemCode>> = LazyLock::new(|| {
    let waits = |item: &ItemCode| item.item().is_some_and(|item| item.walked().iter().any(|a| (item.pace)(a) == Pace::Board));
    ItemCode::ALL.into_iter().filter(waits).collect()
});
