//! What every act of a clerk begins with: who she is, the case or person by its name, what ties her to it.
//! Refuses what is not hers before anything is shown.

use super::{promise, route_case, tell};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, Staff, World};
use domain::case::{Case, Role};
use domain::ids::PersonId;
use domain::judge::{Act, Actor, may};
use domain::ledger::By;
use domain::refusal::Refusal;
use domain::review::{Reviewer, Ties};

/// How long a case stays with the clerk who opened it, when nothing is sent.
pub const HOLD_MINUTES: i64 = 15;

/// The clerk herself, whoever stands before her.
#[derive(Clone, Copy)]
pub struct Clerk<'a> {
    pub staff: &'a Staff,
    pub reviewer: &'a Reviewer,
}

impl<'a> Clerk<'a> {
    pub fn of(caller: &'a Caller) -> AppResult<Clerk<'a>> {
        let (staff, reviewer) = caller.staff().ok_or(AppError::SignIn)?;
        Ok(Clerk { staff, reviewer })
    }
    pub fn by(&self) -> By {
        By::Staff(self.staff.id.clone())
    }
    pub fn actor(&self) -> Actor<'a> {
        Actor::Staff(self.reviewer)
    }
}

/// A case of her own area, with the person it belongs to.
pub struct OnDesk {
    pub case: Case,
    pub subject: Person,
    pub ties: Ties,
}

/// The case by its reference, when she may look at it at all.
pub async fn look(world: &World, clerk: Clerk<'_>, reference: &str) -> AppResult<OnDesk> {
    let wanted = promise::read_reference(reference).ok_or(AppError::NotFound)?;
    let case = world.store.case_by_reference(&wanted).await?.ok_or(AppError::NotFound)?;
    let subject = world.store.person(&case.subject).await?.ok_or(AppError::NotFound)?;
    may(&clerk.actor(), subject.subject(), Act::OpenCase(&case), world.now())?;
    let ties = world.store.ties(clerk.staff, &subject.id).await?;
    Ok(OnDesk { case, subject, ties })
}

/// The case and the role in which she takes its open step. A refusal in somebody's matter is written down.
pub async fn step(world: &World, clerk: Clerk<'_>, reference: &str) -> AppResult<(OnDesk, Role)> {
    let found = look(world, clerk, reference).await?;
    let judged = may(&clerk.actor(), found.subject.subject(), Act::StepCase { case: &found.case, ties: found.ties }, world.now())
        .and_then(|()| found.case.free_for(&clerk.staff.id, world.now()))
        .and_then(|()| found.case.role_for(clerk.reviewer.tier).ok_or(Refusal::NotInThisState));
    match judged {
        Ok(role) => Ok((found, role)),
        Err(refusal) => {
            refused(world, clerk, &found.subject, "refused-step", found.case.id.as_str(), refusal).await?;
            Err(refusal.into())
        }
    }
}

/// A person served at a desk, and what ties the clerk to her. Of a merged record the one that stays.
pub async fn person(world: &World, clerk: Clerk<'_>, id: &str) -> AppResult<(Person, Ties)> {
    let id = PersonId::new(id);
    let id = world.store.merged_into(&id).await?.unwrap_or(id);
    let person = world.store.person(&id).await?.ok_or(AppError::NotFound)?;
    let ties = world.store.ties(clerk.staff, &person.id).await?;
    Ok((person, ties))
}

/// Own matter, own family, an earlier step: trying it is written down, whoever tried.
pub async fn refused(world: &World, clerk: Clerk<'_>, subject: &Person, act: &str, object: &str, refusal: Refusal) -> AppResult<()> {
    if matches!(refusal, Refusal::OwnMatter | Refusal::OwnFamily | Refusal::DidEarlierStep) {
        world.store.commit(vec![tell::ledger(world, clerk.by(), subject, act, object, "staff", refusal.key())]).await?;
    }
    Ok(())
}

/// Where the case goes next; a move away from its own desk is written down.
pub async fn route(world: &World, case: &mut Case, subject: &Person) -> AppResult<Vec<Change>> {
    let planned = case.desk.clone();
    route_case::route(world, case).await?;
    if case.desk == planned {
        return Ok(Vec::new());
    }
    Ok(vec![tell::ledger(world, By::Rule, subject, "move-case", case.id.as_str(), case.desk.as_str(), "nobody-may-act")])
}
