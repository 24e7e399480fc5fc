//! Two records of one person become one: by a supervisor of the county, with a reason. Everything of the record that goes
//! moves under the one that stays; its sessions, slips and phone end. Nothing stays active without the elder's word.
//! It cannot be undone by a button: the page says whom to call.

use super::at_desk::{self, Clerk};
use super::load_grant::{GrantView, moved, moved_saying};
use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, Slip, SlipState, Staff, World};
use domain::case::Case;
use domain::family::recheck::{Fate, Merged, merge_grants};
use domain::family::{Grant, GrantAct, Party};
use domain::ids::PersonId;
use domain::judge::{Act, may};
use domain::ledger::By;
use domain::notice::{Notice, NoticeKind};
use domain::person::IdNumber;
use domain::refusal::Refusal;
use domain::review::Ties;
use std::collections::BTreeMap;

/// More than anybody has.
const ALL: u64 = 10_000;

/// Why; a word of the ledger, where nothing that was typed may stand.
pub const REASONS: [&str; 3] = ["entered-twice", "wrong-number", "old-number"];

/// The two records and what would become of the grants; shown before anything is done.
#[derive(Debug, Clone)]
pub struct Merger {
    pub goes: Person,
    pub stays: Person,
    pub grants: Vec<Merged>,
    pub cases: usize,
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
    let mut grants: BTreeMap<_, Grant> = BTreeMap::new();
    for person in [&goes.id, &stays.id] {
        let both = [world.store.grants_by_elder(person).await?, world.store.grants_by_helper(person).await?].concat();
        grants.extend(both.into_iter().map(|g| (g.id.clone(), g)));
    }
    let all: Vec<Grant> = grants.into_values().collect();
    let limits = &world.region.family;
    let grants = merge_grants(&stays.id, &goes.id, &all, limits.helpers_per_elder.value, limits.elders_per_helper.value);
    let cases = world.store.cases_of(&goes.id, ALL).await?.len();
    Ok(Some(Merger { goes, stays, grants, cases }))
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

pub async fn merge_people(world: &World, caller: &Caller, id: &str, stays: Stays<'_>, reason: &str, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let Merger { goes, stays, grants, .. } = look_at_merger(world, caller, id, stays).await?.ok_or(AppError::NotFound)?;
    let Some(reason) = REASONS.iter().find(|known| **known == reason) else { return Err(Refusal::ReasonNeeded.into()) };
    let (now, by) = (world.now(), clerk.by());
    let mut changes = vec![
        tell::ledger(world, by.clone(), &goes, "merge-person", stays.id.as_str(), "goes", reason),
        tell::ledger(world, by, &stays, "merge-person", goes.id.as_str(), "stays", reason),
        Change::EndSessionsOfPerson { person: goes.id.clone(), keep: None },
        Change::EndOwnPhones(goes.id.clone()),
    ];
    for slip in world.store.slips_of(&goes.id).await? {
        if matches!(slip.state, SlipState::WaitingForPin | SlipState::Ready) {
            changes.push(Change::SaveSlip(Box::new(Slip { state: SlipState::Cancelled, ..slip })));
        }
    }
    for merged in grants {
        changes.extend(settle(world, clerk, &stays, merged).await?);
    }
    changes.extend(cases(world, &goes, &stays).await?);
    for draft in world.store.drafts_of(&goes.id).await? {
        changes.push(Change::SaveDraft(Box::new(domain::case::Draft { subject: stays.id.clone(), ..draft })));
    }
    for notice in world.store.notices(&goes.id, ALL).await? {
        changes.push(Change::PutNotice(Box::new(Notice { person: stays.id.clone(), ..notice })));
    }
    for staff in world.store.all_staff().await? {
        changes.extend(relative(staff, &goes.id, &stays.id));
    }
    changes.extend(tell::tell(world, &stays, NoticeKind::PersonMerged, &[]));
    // The record itself stays for whoever reads the ledger; it reaches nobody and signs nobody in.
    changes.push(Change::SavePerson(Box::new(Person { alive: false, phone: None, ..goes.clone() })));
    changes.push(Change::MergePerson { goes: goes.id, stays: stays.id, at: now });
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

/// Her cases, those she filed for somebody else tonight, and those she has a hand in as a helper.
async fn cases(world: &World, goes: &Person, stays: &Person) -> AppResult<Vec<Change>> {
    let mut ids: Vec<_> = world.store.cases_of(&goes.id, ALL).await?.into_iter().map(|row| row.id).collect();
    ids.extend(world.store.cases_filed_by(&goes.id, ALL).await?.into_iter().map(|row| row.id));
    for grant in world.store.grants_by_helper(&goes.id).await? {
        ids.extend(world.store.cases_of(&grant.elder, ALL).await?.into_iter().map(|row| row.id));
    }
    ids.sort();
    ids.dedup();
    let mut changes = Vec::new();
    for id in ids {
        let Some(mut case) = world.store.case(&id).await? else { continue };
        let before = case.clone();
        rename(&mut case, &goes.id, &stays.id);
        if case != before {
            changes.push(Change::SaveCase(Box::new(case)));
        }
    }
    Ok(changes)
}

fn rename(case: &mut Case, goes: &PersonId, stays: &PersonId) {
    if case.subject == *goes {
        case.subject.clone_from(stays);
    }
    let hands = case.typed_by.values_mut().chain(case.papers.iter_mut().map(|p| &mut p.added_by));
    for by in hands.chain(case.events.iter_mut().map(|e| &mut e.by)).chain([&mut case.filed_by.by]) {
        match by {
            By::Herself(person) | By::Bystander(person) | By::Helper { helper: person, .. } if person == goes => person.clone_from(stays),
            _ => {}
        }
    }
}

/// A clerk who is this person, or declared her as family, stays as close to her as before.
fn relative(staff: Staff, goes: &PersonId, stays: &PersonId) -> Option<Change> {
    let mut changed = staff.clone();
    for person in changed.declared.iter_mut().chain(changed.person.as_mut()) {
        if person == goes {
            person.clone_from(stays);
        }
    }
    (changed != staff).then(|| Change::SaveStaff(Box::new(changed)))
}
