//! Other people's hands (帮办): an assistant finds the person beside her by her card, both sides compare a two-digit
//! number, she files or hands in, and a share of it is looked at by a supervisor. Must never search by name and never
//! act from a grant.

pub mod begin;
pub mod compare;
pub mod here;
pub mod look;
pub mod note;
pub mod object;

use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Person, PortResult, Staff, World};
use domain::assist::About;
use domain::judge::{Act, may};
use domain::ledger::By;
use domain::person::Phone;
use domain::review::Reviewer;

/// The assistant herself, whoever is beside her.
#[derive(Clone, Copy)]
struct Worker<'a> {
    staff: &'a Staff,
    reviewer: &'a Reviewer,
}

impl<'a> Worker<'a> {
    fn of(caller: &'a Caller) -> AppResult<Self> {
        let (staff, reviewer) = caller.assistant().ok_or(AppError::NotFound)?;
        Ok(Self { staff, reviewer })
    }
    fn by(self) -> By {
        By::Assistant(self.staff.id.clone())
    }
}

/// The person beside her, as long as that is believed.
fn beside<'a>(world: &World, caller: &'a Caller) -> AppResult<&'a Person> {
    let person = caller.subject().ok_or(domain::refusal::Refusal::NobodyBeside)?;
    may(&caller.actor(), person.subject(), Act::StandBeside, world.now())?;
    Ok(person)
}

/// Her phone on record; not one that is the assistant's own, where both sides of the number would be in one hand.
async fn own_phone<'a>(world: &World, staff: &Staff, person: &'a Person) -> PortResult<Option<&'a Phone>> {
    let Some(phone) = &person.phone else { return Ok(None) };
    let of_assistant = match &staff.person {
        Some(id) => world.store.person(id).await?.and_then(|p| p.phone),
        None => None,
    };
    Ok((of_assistant.as_ref() != Some(phone)).then_some(phone))
}

/// Text key of the act that a number is for.
pub fn about_key(about: &About) -> &'static str {
    match about {
        About::Intake => "assist-about-intake",
        About::Send(..) => "assist-about-send",
    }
}

#[cfg(test)]
mod tests;
