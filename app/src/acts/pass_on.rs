//! AB角: what lies at a desk where nobody may act on it today goes where somebody may, long before its time runs out. Moves cases and
//! decides nothing; what a clerk has open stays where it is.

use super::at_desk;
use super::see_desk::WORK;
use crate::error::AppResult;
use crate::ports::{Change, Person, PortError, Sought, Staff, World};
use domain::ids::{AreaCode, CaseId, PersonId};
use std::collections::{BTreeMap, BTreeSet};

/// Of one desk in one run, the most urgent first; what lies below has more time, and is looked at when these are done.
const AT_ONCE: u64 = 500;

/// How many cases went elsewhere. The ledger tells each of their owners.
pub async fn pass_on(world: &World) -> AppResult<usize> {
    let mut moved = 0;
    for desk in thinned(world).await? {
        let rows = world.store.queue(&desk, Sought::all(WORK), AT_ONCE).await?;
        let ids: Vec<CaseId> = rows.iter().map(|row| row.id.clone()).collect();
        let subjects: BTreeSet<PersonId> = rows.into_iter().map(|row| row.subject).collect();
        let people = world.store.people(&subjects.into_iter().collect::<Vec<_>>()).await?;
        let people: BTreeMap<&PersonId, &Person> = people.iter().map(|person| (&person.id, person)).collect();
        for mut case in world.store.cases(&ids).await? {
            let Some(subject) = people.get(&case.subject).filter(|_| case.holder(world.now()).is_none()) else { continue };
            let mut changes = at_desk::route(world, &mut case, subject).await?;
            if case.desk == desk {
                continue;
            }
            changes.push(Change::SaveCase(Box::new(case)));
            match world.store.commit(changes).await {
                Ok(()) => moved += 1,
                // Somebody saved it in this very moment.
                Err(PortError::Conflict(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
    Ok(moved)
}

/// Desks of which a clerk is away today: only there may a case have nobody left who may act.
async fn thinned(world: &World) -> AppResult<BTreeSet<AreaCode>> {
    let staff = world.store.all_staff().await?;
    let away = |clerk: &&Staff| clerk.active && !clerk.kind.assists() && clerk.away_on(world.today()).is_some();
    Ok(staff.iter().filter(away).map(|clerk| clerk.desk.clone()).collect())
}
