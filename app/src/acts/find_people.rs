//! A clerk finds the person before her: by name inside her own area, by the whole number of the card inside the county.

use super::assist::object::{AssistedSeen, assisted_for};
use super::at_desk::{self, Clerk};
use super::tell;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{CaseRow, Person, World};
use domain::family::Grant;
use domain::judge::{Act, Actor, may};
use domain::person::IdNumber;
use domain::refusal::Refusal;
use domain::review::Ties;

const MOST: u64 = 20;

pub async fn find_people(world: &World, caller: &Caller, typed: &str) -> AppResult<Vec<Person>> {
    let clerk = Clerk::of(caller)?;
    let words = domain::catalog::field::outer_trim(typed);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = world.store.find_people(&clerk.reviewer.desk, words, MOST).await?;
    if let Ok(number) = IdNumber::parse(words, world.today()) {
        let exact = world.store.person_by_number(&number).await?;
        found.extend(exact.filter(|p| !found.iter().any(|f| f.id == p.id)));
    }
    found.retain(|p| reach(world, clerk, p, Ties::default()).is_ok());
    Ok(found)
}

/// Her own area; beyond it, inside the county, only what the card on the desk is needed for.
fn reach(world: &World, clerk: Clerk<'_>, person: &Person, ties: Ties) -> Result<(), Refusal> {
    let card = Act::ConfirmIdentity { ties, card_checked: true };
    let alive_again = Act::UndoDeath { ties, card_checked: true };
    let taking_in = Actor::Counter { clerk: clerk.reviewer, present: &person.id, card_checked: true, ties };
    may(&clerk.actor(), person.subject(), Act::LookAtPerson, world.now())
        // A hospital's counter takes in, and does no more with a card.
        .or_else(|_| may(&taking_in, person.subject(), Act::BeginIntake, world.now()))
        .or_else(|_| may(&clerk.actor(), person.subject(), card, world.now()))
        .or_else(|refusal| if person.alive { Err(refusal) } else { may(&clerk.actor(), person.subject(), alive_again, world.now()) })
}

pub struct AtCounter {
    pub person: Person,
    /// Inside her own area she also sees the cases.
    pub own_area: bool,
    pub cases: Vec<CaseRow>,
    /// Grants she is asked for or gave, for the consent at the counter.
    pub grants: Vec<(Grant, Person)>,
    /// What assistants did for her, so that an objection finds its act.
    pub assisted: Vec<AssistedSeen>,
    /// Another record was merged into hers.
    pub merged: bool,
}

/// The page of a person at the counter. Each look is written down; own family is served by a colleague.
pub async fn look_at_person(world: &World, caller: &Caller, id: &str) -> AppResult<AtCounter> {
    let clerk = Clerk::of(caller)?;
    let (person, ties) = at_desk::person(world, clerk, id).await?;
    reach(world, clerk, &person, ties)?;
    if let Err(refusal) = domain::review::no_conflict(clerk.reviewer, &person.id, ties) {
        at_desk::refused(world, clerk, &person, "refused-look", person.id.as_str(), refusal).await?;
        return Err(refusal.into());
    }
    let own_area = may(&clerk.actor(), person.subject(), Act::LookAtPerson, world.now()).is_ok();
    let note = tell::ledger(world, clerk.by(), &person, "look-at-person", person.id.as_str(), "counter", "");
    world.store.commit(vec![note]).await?;
    let (mut cases, mut grants, mut assisted) = (Vec::new(), Vec::new(), Vec::new());
    if own_area {
        cases = world.store.cases_of(&person.id, 20).await?;
        assisted = assisted_for(world, &person.id).await?;
        for grant in world.store.grants_by_elder(&person.id).await?.into_iter().filter(|g| !g.state.over()) {
            if let Some(helper) = world.store.person(&grant.helper).await? {
                grants.push((grant, helper));
            }
        }
    }
    let merged = !world.store.merges_into(&person.id).await?.is_empty();
    Ok(AtCounter { person, own_area, cases, grants, assisted, merged })
}
