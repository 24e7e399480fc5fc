//! What this counter took in for people of other desks (通办): where each stands and who decides it, so that whoever asks again
//! here gets an answer. Never opens a case: that is her own desk's.

use super::at_desk::Clerk;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{CaseRow, World};
use domain::ids::PersonId;
use domain::judge::{Act, Subject, may};

const ROWS: u64 = 50;

#[derive(Debug, Clone)]
pub struct TakenIn {
    pub row: CaseRow,
    /// Masked.
    pub name: String,
    /// The desk it lies with, and who answers the telephone there.
    pub desk: String,
    pub phone: String,
}

pub async fn see_taken_in(world: &World, caller: &Caller) -> AppResult<Vec<TakenIn>> {
    let clerk = Clerk::of(caller)?;
    let desk = Subject { id: &PersonId::new(""), village: &clerk.reviewer.desk, alive: true, insured: true };
    may(&clerk.actor(), desk, Act::SeeQueue, world.now())?;
    let rows = world.store.taken_in(&clerk.reviewer.desk, ROWS).await?;
    let people = world.store.people(&rows.iter().map(|row| row.subject.clone()).collect::<Vec<_>>()).await?;
    let region = &world.region;
    let seen = |row: CaseRow| TakenIn {
        name: people.iter().find(|person| person.id == row.subject).map(|person| person.name.masked()).unwrap_or_default(),
        desk: region.desk_name(row.desk.as_str()),
        phone: region.nearest_desk(row.desk.as_str()).map_or_else(|| region.hotline.number.clone(), |desk| desk.phone.clone()),
        row,
    };
    Ok(rows.into_iter().map(seen).collect())
}
