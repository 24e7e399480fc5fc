//! Two records of one person become one: by a supervisor of the county, with a reason. Everything of the record that goes
//! moves under the one that stays; its sessions, slips and phone end. Nothing stays active without the elder's word. What was
//! moved is kept as a list, and `part_people` undoes it.

mod carry;
mod part;

pub use part::{Parting, look_at_parting, part_people};

use super::at_desk::{self, Clerk};
use super::load_grant::{GrantView, moved, moved_saying};
use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Belongings, Change, MergeRecord, Person, PortError, World};
use domain::family::recheck::{Fate, Merged, merge_grants};
use domain::family::{Grant, GrantAct, Party};
use domain::ids::PersonId;
use domain::judge::{Act, may};
use domain::notice::NoticeKind;
use domain::person::IdNumber;
use domain::refusal::Refusal;
use domain::review::Ties;
use std::collections::BTreeMap;

/// Why; a word of the ledger, where nothing that was typed may stand.
pub const REASONS: [&str; 3] = ["entered-twice", "wrong-number", "old-number"];

/// The two records and what would become of the grants; shown before anything is done.
#[derive(Debug, Clone)]
pub struct Merger {
    pub goes: Person,
    pub stays: Person,
    pub grants: Vec<Merged>,
    pub cases: usize,
    /// All that hangs on the record that goes.
    hers: Belongings,
}

/// The record that goes, for the page that asks for the number of the other.
pub async fn who_goes(world: &World, caller: &Caller, id: &str) -> AppResult<Person> {
    let clerk = Clerk::of(caller)?;
    let (goes, ties) = at_desk::person(world, clerk, id).await?;
    may(&clerk.actor(), goes.subject(), Act::MergePeople { ties }, world.now())?;
    Ok(goes)
}

/// The record that stays: by the number on her card, and then, so that the number stands on no page, by its own name.
#[derive(Debug, Clone, Copy)]
pub enum Stays<'a> {
    Number(&'a IdNumber),
    Record(&'a str),
}

/// An unknown record and the same person's are told alike: there is nothing to merge.
pub async fn look_at_merger(world: &World, caller: &Caller, id: &str, stays: Stays<'_>) -> AppResult<Option<Merger>> {
    let clerk = Clerk::of(caller)?;
    let (goes, ties) = at_desk::person(world, clerk, id).await?;
    let found = match stays {
        Stays::Number(number) => world.store.person_by_number(number).await?,
        Stays::Record(id) if world.store.merged_into(&PersonId::new(id)).await?.is_none() => world.store.person(&PersonId::new(id)).await?,
        Stays::Record(_) => None,
    };
    let Some(stays) = found.filter(|p| p.id != goes.id) else { return Ok(None) };
    judge(world, clerk, &goes, &stays, ties).await?;
    let hers = world.store.belongings(&goes.id).await?;
    let mut grants: BTreeMap<_, Grant> = hers.grants.iter().map(|g| (g.id.clone(), g.clone())).collect();
    let both = [world.store.grants_by_elder(&stays.id).await?, world.store.grants_by_helper(&stays.id).await?].concat();
    grants.extend(both.into_iter().map(|g| (g.id.clone(), g)));
    let all: Vec<Grant> = grants.into_values().collect();
    let limits = &world.region.family;
    let grants = merge_grants(&stays.id, &goes.id, &all, limits.helpers_per_elder.value, limits.elders_per_helper.value);
    let cases = world.store.cases_of(&goes.id, 10_000).await?.len();
    Ok(Some(Merger { goes, stays, grants, cases, hers }))
}

async fn judge(world: &World, clerk: Clerk<'_>, goes: &Person, stays: &Person, ties: Ties) -> AppResult<()> {
    let more = world.store.ties(clerk.staff, &stays.id).await?;
    let both = Ties {
        same_household: ties.same_household || more.same_household,
        grant_between: ties.grant_between || more.grant_between,
        declared: ties.declared || more.declared,
    };
    for person in [goes, stays] {
        if let Err(refusal) = may(&clerk.actor(), person.subject(), Act::MergePeople { ties: both }, world.now()) {
            at_desk::refused(world, clerk, person, "refused-merge-person", person.id.as_str(), refusal).await?;
            return Err(refusal.into());
        }
    }
    // What is insured must not hang under what is not, nor the living under the dead.
    let upside_down = (goes.insured && !stays.insured) || (goes.alive && !stays.alive);
    if upside_down { Err(Refusal::MergeOtherWay.into()) } else { Ok(()) }
}

/// Once more from the start when something came in between: no limit is passed and nothing is left under the old record.
pub async fn merge_people(world: &World, caller: &Caller, id: &str, stays: Stays<'_>, reason: &str, once: Option<Change>) -> AppResult<()> {
    let mut tries = 5;
    loop {
        tries -= 1;
        match try_to_merge(world, caller, id, stays, reason, once.clone()).await {
            Err(AppError::Unavailable(PortError::Conflict(_))) if tries > 0 => {
                // The same form in another tab was quicker: done.
                if world.store.merged_into(&PersonId::new(id)).await?.is_some() {
                    return Ok(());
                }
            }
            done => return done,
        }
    }
}

async fn try_to_merge(world: &World, caller: &Caller, id: &str, stays: Stays<'_>, reason: &str, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let Merger { goes, stays, grants, hers, .. } = look_at_merger(world, caller, id, stays).await?.ok_or(AppError::NotFound)?;
    let Some(reason) = REASONS.iter().find(|known| **known == reason) else { return Err(Refusal::ReasonNeeded.into()) };
    let by = clerk.by();
    let (carried, moved) = carry::carry_over(world, &goes.id, &stays.id, &hers).await?;
    let followed = world.store.merges_into(&goes.id).await?.into_iter().map(|record| record.goes).collect();
    let record = MergeRecord {
        goes: goes.id.clone(),
        stays: stays.id.clone(),
        at: world.now(),
        by: clerk.staff.id.clone(),
        phone: goes.phone.clone(),
        alive: goes.alive,
        followed,
        moved,
    };
    let seen = grants.iter().map(|merged| merged.grant.id.clone()).collect();
    let mut changes = vec![
        Change::MergePerson { record: Box::new(record), grants: seen },
        Change::EndSessionsOfPerson { person: goes.id.clone(), keep: None },
        Change::EndOwnPhones(goes.id.clone()),
    ];
    if let Some(comfort) = world.store.comfort_of(&goes.id).await?
        && world.store.comfort_of(&stays.id).await?.is_none()
    {
        changes.push(super::keep_comfort::keep(&stays.id, comfort));
    }
    changes.extend(carried);
    for merged in grants {
        changes.extend(settle(world, clerk, &stays, merged).await?);
    }
    changes.extend(tell::tell(world, &stays, NoticeKind::PersonMerged, &[]));
    changes.push(tell::ledger(world, by.clone(), &goes, "merge-person", stays.id.as_str(), "goes", reason));
    changes.push(tell::ledger(world, by, &stays, "merge-person", goes.id.as_str(), "stays", reason));
    // The record itself stays for whoever reads the ledger; it reaches nobody and signs nobody in.
    changes.push(Change::SavePerson(Box::new(Person { alive: false, phone: None, ..goes.clone() })));
    changes.push(Change::NothingLeft(goes.id));
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}

/// The grant under the record that stays, moved by the table where the rule says so.
async fn settle(world: &World, clerk: Clerk<'_>, stays: &Person, merged: Merged) -> AppResult<Vec<Change>> {
    let Merged { grant, fate } = merged;
    let load = async |id: &PersonId| -> AppResult<Person> {
        if *id == stays.id { Ok(stays.clone()) } else { world.store.person(id).await?.ok_or(AppError::NotFound) }
    };
    let mut view = GrantView { elder: load(&grant.elder).await?, helper: load(&grant.helper).await?, grant };
    let now = world.now();
    let (act, party, reason) = match fate {
        Fate::Keeps => return Ok(vec![Change::SaveGrant(Box::new(view.grant))]),
        // Its time is over: the timer's, in a moment.
        _ if now >= view.grant.until => (GrantAct::Expire, Party::Rule, "time"),
        Fate::Pauses => (GrantAct::Pause, Party::Rule, "merged"),
        Fate::EndsAsDouble => (GrantAct::End, Party::ClerkForElder, "merged-double"),
        Fate::EndsWithoutPlace => (GrantAct::End, Party::ClerkForElder, "merged-no-place"),
    };
    view.grant.apply(act, party, None, now)?;
    // Of a double she sees the one that stays; a message that "it has ended" would frighten her.
    let silent = fate == Fate::EndsAsDouble;
    Ok(match silent {
        true => moved_saying(world, clerk.by(), &view, act, reason, None),
        false => moved(world, clerk.by(), &view, act, reason),
    })
}
