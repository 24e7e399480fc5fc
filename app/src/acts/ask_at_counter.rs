//! A guardian or another helper stands at the counter without an account: with her card on the desk the clerk opens one, with
//! or without a phone, and asks in her name. The answer is recorded where every other one is; nothing is agreed to here.

use super::ask_grant::request;
use super::at_desk::{self, Clerk};
use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, Verified, World};
use domain::family::Ask;
use domain::ids::{GrantId, PersonId};
use domain::judge::{Act, may};
use domain::person::{Nationality, Phone};
use domain::refusal::Refusal;
use domain::review::Ties;

/// The number on the card is known under another name: somebody read one of them wrongly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameDiffers;

/// The elder or child for whom it is, for the page.
pub async fn who_is_helped(world: &World, caller: &Caller, id: &str) -> AppResult<Person> {
    let clerk = Clerk::of(caller)?;
    let (elder, ties) = at_desk::person(world, clerk, id).await?;
    judge(world, clerk, &elder, ties, true).await?;
    Ok(elder)
}

/// `ask`: name and number of whoever came, and what the elder is to her.
pub async fn ask_at_counter(
    world: &World,
    caller: &Caller,
    id: &str,
    ask: Ask,
    phone: Option<Phone>,
    card_checked: bool,
    once: impl FnOnce(&str) -> Option<Change> + Send,
) -> AppResult<Result<GrantId, NameDiffers>> {
    let clerk = Clerk::of(caller)?;
    let (elder, ties) = at_desk::person(world, clerk, id).await?;
    let known = world.store.person_by_number(&ask.id_number).await?;
    let ties = match &known {
        Some(helper) => {
            let more = world.store.ties(clerk.staff, &helper.id).await?;
            Ties {
                same_household: ties.same_household || more.same_household,
                grant_between: ties.grant_between || clerk.staff.person.as_ref() == Some(&helper.id),
                declared: ties.declared || more.declared,
            }
        }
        None => ties,
    };
    judge(world, clerk, &elder, ties, card_checked).await?;
    let mut changes = Vec::new();
    let helper = match known {
        Some(helper) if helper.id == elder.id => return Err(Refusal::OwnHelper.into()),
        Some(helper) if !helper.name.equals_loosely(&ask.name) => return Ok(Err(NameDiffers)),
        Some(helper) if !helper.alive => return Err(Refusal::PersonNotAlive.into()),
        Some(helper) if helper.verified() => helper,
        Some(helper) => {
            let helper = Person { verified: Verified::ByClerk, ..helper };
            changes.push(tell::ledger(world, clerk.by(), &helper, "confirm-identity", helper.id.as_str(), "counter", "card-checked"));
            changes.push(Change::SavePerson(Box::new(helper.clone())));
            helper
        }
        None => {
            let helper = Person {
                id: PersonId::new(world.new_id()),
                name: ask.name.clone(),
                id_number: ask.id_number.clone(),
                phone,
                nationality: Nationality::Other,
                village: elder.village.county(),
                insured: false,
                verified: Verified::ByClerk,
                alive: true,
                told_by: None,
                household: None,
                version: 0,
            };
            changes.push(Change::SavePerson(Box::new(helper.clone())));
            changes.push(tell::ledger(world, clerk.by(), &helper, "open-account", "", "account", "at-counter"));
            helper
        }
    };
    let (grant, asked) = request(world, caller, &helper, &elder, &ask).await?;
    changes.extend(asked);
    changes.extend(once(&format!("/staff/grants/{grant}")));
    world.store.commit(changes).await?;
    Ok(Ok(grant))
}

async fn judge(world: &World, clerk: Clerk<'_>, elder: &Person, ties: Ties, card_checked: bool) -> AppResult<()> {
    if let Err(refusal) = may(&clerk.actor(), elder.subject(), Act::RecordConsent { ties, card_checked }, world.now()) {
        at_desk::refused(world, clerk, elder, "refused-grant", elder.id.as_str(), refusal).await?;
        return Err(AppError::from(refusal));
    }
    Ok(())
}
