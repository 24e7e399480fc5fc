//! Sends a sign-in code to the phone on record. Known and unknown people, wrong names and people without a phone
//! get the same answer after the same work.

use super::codes::{Recipient, SignInNo, draw_code};
use super::limits::{Origin, admits, count};
use crate::error::AppResult;
use crate::ports::{Change, Person, SignInFlow, World};
use domain::person::{IdNumber, Name};
use jiff::SignedDuration;

pub const PURPOSE: &str = "sign-in";
/// How long a browser may skip name and number.
const OWN_PHONE_DAYS: i64 = 365;

/// `keep` turns the flow into the changes that let the next page find it.
pub async fn ask_sign_in_code(
    world: &World,
    origin: Origin<'_>,
    name: &Name,
    number: &IdNumber,
    flow: SignInFlow,
    keep: impl FnOnce(SignInFlow) -> Vec<Change> + Send,
) -> AppResult<Result<(), SignInNo>> {
    let who = who(world, name, number);
    let found = world.store.person_by_number(number).await?.filter(|p| p.alive && p.name.equals_loosely(name));
    send(world, origin, who, found.as_ref(), flow, keep).await
}

/// 「这是我自己的手机」: name and number are known from last time.
pub async fn ask_code_on_own_phone(
    world: &World,
    origin: Origin<'_>,
    person: &Person,
    flow: SignInFlow,
    keep: impl FnOnce(SignInFlow) -> Vec<Change> + Send,
) -> AppResult<Result<(), SignInNo>> {
    send(world, origin, who(world, &person.name, &person.id_number), Some(person), flow, keep).await
}

/// Once more to whom the last code was meant for.
pub async fn ask_again(
    world: &World,
    origin: Origin<'_>,
    flow: SignInFlow,
    keep: impl FnOnce(SignInFlow) -> Vec<Change> + Send,
) -> AppResult<Result<(), SignInNo>> {
    let Some(who) = flow.number_hash.clone() else { return Ok(Err(SignInNo::NoneAlive)) };
    let person = match &flow.person {
        Some(id) => world.store.person(id).await?,
        None => None,
    };
    send(world, origin, who, person.as_ref(), flow, keep).await
}

/// Whose phone this browser says it is.
pub async fn owner_of_phone(world: &World, cookie_hash: Option<&str>) -> AppResult<Option<Person>> {
    let Some(hash) = cookie_hash else { return Ok(None) };
    let Some(own) = world.store.own_phone(hash).await? else { return Ok(None) };
    if world.now().duration_since(own.since) > SignedDuration::from_hours(OWN_PHONE_DAYS * 24) {
        return Ok(None);
    }
    Ok(world.store.person(&own.person).await?.filter(|p| p.alive))
}

/// Name and number together: who does not know her name cannot use up her codes.
fn who(world: &World, name: &Name, number: &IdNumber) -> String {
    world.seals.lookup(PURPOSE, &format!("{}|{}", number.plain(), name.loose()))
}

async fn send(
    world: &World,
    origin: Origin<'_>,
    who: String,
    person: Option<&Person>,
    flow: SignInFlow,
    keep: impl FnOnce(SignInFlow) -> Vec<Change> + Send,
) -> AppResult<Result<(), SignInNo>> {
    if !admits(world, &world.region.addresses.value, origin).await? {
        return Ok(Err(SignInNo::AddressFull));
    }
    let reachable = person.filter(|p| p.alive && p.phone.is_some());
    let to = Recipient { who: &who, purpose: PURPOSE, phone: reachable.and_then(|p| p.phone.as_ref()), message: "sms-sign-in" };
    let mut changes = match draw_code(world, &world.region.codes.value, to).await? {
        Ok(changes) => changes,
        Err(no) => return Ok(Err(no)),
    };
    changes.extend(count(world, origin));
    let flow =
        SignInFlow { number_hash: Some(who.clone()), person: reachable.map(|p| p.id.clone()), next: flow.next, ..SignInFlow::default() };
    changes.extend(keep(flow));
    world.store.commit(changes).await?;
    Ok(Ok(()))
}
