//! The code from the message opens a session. For somebody unknown no code is ever right, and she is told the same.

use super::ask_sign_in_code::PURPOSE;
use super::codes::{SignInNo, judge_code};
use super::limits::{Origin, admits, count};
use super::tell;
use crate::error::AppResult;
use crate::ports::{Change, Person, SignInFlow, World};
use domain::ledger::By;
use domain::person::Code;

/// `open` makes the changes of the new session; they are committed together with the code's end.
pub async fn check_sign_in_code(
    world: &World,
    origin: Origin<'_>,
    flow: &SignInFlow,
    code: &Code,
    open: impl FnOnce(&Person) -> Vec<Change> + Send,
) -> AppResult<Result<Person, SignInNo>> {
    if !admits(world, &world.region.addresses.value, origin).await? {
        return Ok(Err(SignInNo::AddressFull));
    }
    let Some(who) = &flow.number_hash else { return Ok(Err(SignInNo::NoneAlive)) };
    let person = match &flow.person {
        Some(id) => world.store.person(id).await?.filter(|p| p.alive),
        None => None,
    };
    let judged = judge_code(world, &world.region.codes.value, (who, PURPOSE), code, person.is_some(), count(world, origin)).await?;
    let (mut changes, person) = match (judged, person) {
        (Ok(changes), Some(person)) => (changes, person),
        (Err(no), _) => return Ok(Err(no)),
        (Ok(_), None) => return Ok(Err(SignInNo::NoneAlive)),
    };
    changes.extend(open(&person));
    changes.push(tell::ledger(world, By::Herself(person.id.clone()), &person, "sign-in", "", "session", "code"));
    world.store.commit(changes).await?;
    Ok(Ok(person))
}
