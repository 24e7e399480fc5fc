//! 窗口代办: a clerk files for the person before her. From 「已核对本人证件」 until the end the ordinary filing pages are hers;
//! each answer is marked as typed at the counter. The session changes hands by rotation, in the same commit.

use super::at_desk::{self, Clerk};
use super::tell;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{Change, Present, SessionOf, World};
use domain::judge::{Act, Actor, may};

pub async fn begin_intake(
    world: &World,
    caller: &Caller,
    id: &str,
    card_checked: bool,
    session: impl FnOnce(SessionOf) -> Vec<Change>,
) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let (person, ties) = at_desk::person(world, clerk, id).await?;
    let actor = Actor::Counter { clerk: clerk.reviewer, present: &person.id, card_checked, ties };
    if let Err(refusal) = may(&actor, person.subject(), Act::BeginIntake, world.now()) {
        at_desk::refused(world, clerk, &person, "refused-intake", person.id.as_str(), refusal).await?;
        return Err(refusal.into());
    }
    let present = Some(Present { person: person.id.clone(), card_checked, beside: None });
    let mut changes = session(SessionOf::Staff { staff: clerk.staff.id.clone(), present });
    changes.push(tell::ledger(world, clerk.by(), &person, "begin-intake", person.id.as_str(), "counter", "card-checked"));
    Ok(world.store.commit(changes).await?)
}

pub async fn end_intake(world: &World, caller: &Caller, session: impl FnOnce(SessionOf) -> Vec<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let Some(person) = caller.subject() else { return Ok(()) };
    let mut changes = session(SessionOf::Staff { staff: clerk.staff.id.clone(), present: None });
    changes.push(tell::ledger(world, clerk.by(), person, "end-intake", person.id.as_str(), "counter", ""));
    Ok(world.store.commit(changes).await?)
}
