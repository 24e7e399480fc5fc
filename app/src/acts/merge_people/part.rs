//! A merge was wrong: the two records are two people again. Each signs in under her own number, gets back what was moved, and
//! every grant of either waits for its elder. What the merge ended stays ended and is asked for anew.

use super::super::at_desk::{self, Clerk};
use super::super::load_grant::{GrantView, moved};
use super::super::tell;
use super::carry;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, MergeRecord, Person, World};
use domain::family::{Grant, GrantAct, GrantState, Party};
use domain::ids::PersonId;
use domain::judge::{Act, may};
use domain::notice::NoticeKind;
use std::collections::BTreeMap;

/// Word of the ledger.
const REASON: &str = "two-people";

/// The record that stayed, and those that can be parted from it.
#[derive(Debug, Clone)]
pub struct Parting {
    pub stays: Person,
    pub merged: Vec<(MergeRecord, Person)>,
}

/// For the supervisor of the county who may merge.
pub async fn look_at_parting(world: &World, caller: &Caller, id: &str) -> AppResult<Parting> {
    let clerk = Clerk::of(caller)?;
    let (stays, ties) = at_desk::person(world, clerk, id).await?;
    may(&clerk.actor(), stays.subject(), Act::MergePeople { ties }, world.now())?;
    let mut merged = Vec::new();
    for record in world.store.merges_into(&stays.id).await? {
        let Some(goes) = world.store.person(&record.goes).await? else { continue };
        merged.push((record, goes));
    }
    Ok(Parting { stays, merged })
}

pub async fn part_people(world: &World, caller: &Caller, id: &str, goes: &str, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let Parting { stays, merged } = look_at_parting(world, caller, id).await?;
    let goes = PersonId::new(goes);
    let (record, gone) = merged.into_iter().find(|(record, _)| record.goes == goes).ok_or(AppError::NotFound)?;
    let ties = world.store.ties(clerk.staff, &goes).await?;
    if let Err(refusal) = may(&clerk.actor(), gone.subject(), Act::MergePeople { ties }, world.now()) {
        at_desk::refused(world, clerk, &gone, "refused-part-person", gone.id.as_str(), refusal).await?;
        return Err(refusal.into());
    }
    // The record may have come under this one by a later merge.
    let record = MergeRecord { stays: stays.id.clone(), ..record };
    let back = Person { alive: record.alive, phone: record.phone.clone(), ..gone };
    let by = clerk.by();
    let mut changes = vec![
        Change::PartPerson(Box::new(record.clone())),
        // Whoever is signed in may be the other one.
        Change::EndSessionsOfPerson { person: stays.id.clone(), keep: None },
        Change::EndOwnPhones(stays.id.clone()),
    ];
    changes.extend(carry::give_back(world, &record).await?);
    changes.extend(grants(world, clerk, &record, &stays, &back).await?);
    for (person, other, word) in [(&back, &stays, "goes"), (&stays, &back, "stays")] {
        changes.extend(tell::tell(world, person, NoticeKind::PersonParted, &[]));
        changes.push(tell::ledger(world, by.clone(), person, "part-person", other.id.as_str(), word, REASON));
    }
    changes.push(Change::SavePerson(Box::new(back)));
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}

/// Each under its own person again; what runs waits for its elder, whichever of the two it was agreed with.
async fn grants(world: &World, clerk: Clerk<'_>, record: &MergeRecord, stays: &Person, back: &Person) -> AppResult<Vec<Change>> {
    let both = [world.store.grants_by_elder(&stays.id).await?, world.store.grants_by_helper(&stays.id).await?].concat();
    let all: BTreeMap<_, Grant> = both.into_iter().map(|g| (g.id.clone(), g)).collect();
    let mut changes = Vec::new();
    for (id, mut grant) in all {
        let before = grant.clone();
        for (side, list) in [(&mut grant.elder, &record.moved.given), (&mut grant.helper, &record.moved.held)] {
            if *side == stays.id && list.contains(&id) {
                side.clone_from(&back.id);
            }
        }
        let mut view = GrantView {
            elder: person(world, stays, back, &grant.elder).await?,
            helper: person(world, stays, back, &grant.helper).await?,
            grant,
        };
        if view.grant.state == GrantState::Active && view.grant.apply(GrantAct::Pause, Party::Rule, None, world.now()).is_ok() {
            changes.extend(moved(world, clerk.by(), &view, GrantAct::Pause, "parted"));
        } else if view.grant != before {
            changes.push(Change::SaveGrant(Box::new(view.grant)));
        }
    }
    Ok(changes)
}

async fn person(world: &World, stays: &Person, back: &Person, id: &PersonId) -> AppResult<Person> {
    match [stays, back].into_iter().find(|p| p.id == *id) {
        Some(known) => Ok(known.clone()),
        None => world.store.person(id).await?.ok_or(AppError::NotFound),
    }
}
