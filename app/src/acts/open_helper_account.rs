//! A helper who is not insured here opens an account: name, number, a code to her own phone. Her identity stays
//! unconfirmed until a clerk or shared data confirms it. A number that is already known changes nothing and shows nothing.

use super::codes::{Recipient, SignInNo, draw_code, judge_code, sms};
use super::limits::{Origin, admits, attempt, count};
use super::tell;
use crate::error::AppResult;
use crate::ports::{Change, Opening, Person, SignInFlow, Verified, World};
use crate::text;
use domain::ids::{AreaCode, PersonId};
use domain::lang::Lang;
use domain::ledger::By;
use domain::person::{Code, Nationality};
use jiff::{SignedDuration, Timestamp};

pub const PURPOSE: &str = "open-account";
const TOLD: &str = "opening-told";

/// Sends the code. The phone's holder is limited, whatever numbers are typed with it.
pub async fn ask_opening_code(
    world: &World,
    origin: Origin<'_>,
    opening: Opening,
    next: Option<String>,
    keep: impl FnOnce(SignInFlow) -> Vec<Change> + Send,
) -> AppResult<Result<(), SignInNo>> {
    if !admits(world, &world.region.addresses.value, origin).await? {
        return Ok(Err(SignInNo::AddressFull));
    }
    let who = who(world, &opening);
    let known = world.store.person_by_number(&opening.id_number).await?;
    let to = Recipient { who: &who, purpose: PURPOSE, phone: known.is_none().then_some(&opening.phone), message: "sms-open-account" };
    let mut changes = match draw_code(world, &world.region.codes.value, to).await? {
        Ok(changes) => changes,
        Err(no) => return Ok(Err(no)),
    };
    if let Some(person) = &known {
        changes.extend(warn_known(world, person).await?);
    }
    changes.extend(count(world, origin));
    changes.extend(keep(SignInFlow { number_hash: Some(who.clone()), opening: Some(opening), next, ..SignInFlow::default() }));
    world.store.commit(changes).await?;
    Ok(Ok(()))
}

/// The right code opens the account and the first session.
pub async fn open_helper_account(
    world: &World,
    origin: Origin<'_>,
    flow: &SignInFlow,
    county: &AreaCode,
    code: &Code,
    open: impl FnOnce(&Person) -> Vec<Change> + Send,
) -> AppResult<Result<Person, SignInNo>> {
    if !admits(world, &world.region.addresses.value, origin).await? {
        return Ok(Err(SignInNo::AddressFull));
    }
    let Some(opening) = &flow.opening else { return Ok(Err(SignInNo::NoneAlive)) };
    let unknown = world.store.person_by_number(&opening.id_number).await?.is_none();
    let who = who(world, opening);
    let judged = judge_code(world, &world.region.codes.value, (&who, PURPOSE), code, unknown, count(world, origin)).await?;
    let mut changes = match judged {
        Ok(changes) => changes,
        Err(no) => return Ok(Err(no)),
    };
    let person = Person {
        id: PersonId::new(world.new_id()),
        name: opening.name.clone(),
        id_number: opening.id_number.clone(),
        phone: Some(opening.phone.clone()),
        nationality: Nationality::Other,
        village: county.clone(),
        insured: false,
        verified: Verified::No,
        alive: true,
        told_by: None,
        household: None,
        version: 0,
    };
    changes.push(Change::SavePerson(Box::new(person.clone())));
    changes.extend(open(&person));
    changes.push(tell::ledger(world, By::Herself(person.id.clone()), &person, "open-account", "", "account", "helper"));
    world.store.commit(changes).await?;
    Ok(Ok(person))
}

/// Once a day at most: somebody typed her number.
async fn warn_known(world: &World, person: &Person) -> AppResult<Vec<Change>> {
    let since = world.now().saturating_sub(SignedDuration::from_hours(24)).unwrap_or(Timestamp::MIN);
    let Some(phone) = person.phone.as_ref() else { return Ok(Vec::new()) };
    if world.store.attempts(TOLD, person.id.as_str(), since).await? > 0 {
        return Ok(Vec::new());
    }
    let words = text::text(Lang::ZhHans, "sms-open-account-known");
    Ok(vec![attempt(world, TOLD, person.id.as_str()), sms(world, phone, words)])
}

fn who(world: &World, opening: &Opening) -> String {
    world.seals.lookup(PURPOSE, opening.phone.plain())
}
