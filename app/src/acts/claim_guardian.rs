//! A legal guardian for somebody who cannot decide alone: taken in at any counter with proof, decided by the county, by
//! another clerk than the one who took it in. Nothing here prolongs: the county's yes ends after the region's months at most.

use super::agree_grant::{replaced, take_place};
use super::at_desk::Clerk;
use super::grant_papers::{Sheet, sheets};
use super::load_grant::{GrantView, load_grant, moved};
use super::record_consent::{before_grant, by};
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{Change, World};
use domain::calendar::china_instant;
use domain::family::claim::{PROOFS, proves_legal_guardian};
use domain::family::{Agreement, Capacity, Claim, ClaimNo, GrantAct, GrantState, Party, guardian, last_day};
use domain::judge::{Act, Subject, may};
use domain::refusal::Refusal;
use jiff::ToSpan;
use jiff::civil::{Date, Time};

const ROWS: u64 = 100;

/// The papers lie on the desk and were photographed; from here it is the county's.
pub async fn take_claim(
    world: &World,
    caller: &Caller,
    id: &str,
    capacity: Capacity,
    shown: &[String],
    once: Option<Change>,
) -> AppResult<()> {
    let seen = proves_legal_guardian(shown.iter().map(String::as_str));
    let (clerk, mut view) =
        before_grant(world, caller, id, |grant, ties| Act::TakeClaim { ties, proof_seen: seen && sheets(grant, Sheet::Proof).count() > 0 })
            .await?;
    // For a child the guardian answers at the counter itself.
    if guardian::is_child(&view.elder.id_number, world.today()) {
        return Err(Refusal::NotInThisState.into());
    }
    let now = world.now();
    view.grant.apply(GrantAct::TakeIn, Party::ClerkForElder, None, now)?;
    let shown = PROOFS.iter().filter(|p| shown.iter().any(|s| s == *p)).map(|p| (*p).to_owned()).collect();
    view.grant.claim = Some(Claim { capacity, shown, taken_at: now, taken_by: clerk.staff.id.clone(), no: None });
    let mut changes = moved(world, by(clerk.staff), &view, GrantAct::TakeIn, capacity.key());
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}

/// The county's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    Yes,
    No(ClaimNo),
}

pub async fn decide_claim(world: &World, caller: &Caller, id: &str, answer: Answered, once: Option<Change>) -> AppResult<()> {
    let (clerk, mut view) = for_county(world, caller, id).await?;
    let now = world.now();
    let Some(claim) = view.grant.claim.clone() else { return Err(Refusal::NotInThisState.into()) };
    let mut changes = match answer {
        Answered::Yes => {
            view.grant.until = view.grant.until.min(china_instant(day_after(&view, world), Time::midnight()));
            let agreement =
                Agreement::LegalGuardian { at: now, taken_by: claim.taken_by, clerk: clerk.staff.id.clone(), shown: claim.shown };
            view.grant.apply(GrantAct::Agree, Party::County, Some(agreement), now)?;
            let mut changes = vec![take_place(world, &view)];
            changes.extend(moved(world, clerk.by(), &view, GrantAct::Agree, "legal-guardian"));
            changes.extend(replaced(world, caller, &view).await?);
            changes
        }
        Answered::No(no) => {
            view.grant.claim = Some(Claim { no: Some(no), ..claim });
            view.grant.apply(GrantAct::Refuse, Party::County, None, now)?;
            moved(world, clerk.by(), &view, GrantAct::Refuse, no.key())
        }
    };
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}

/// The last day of a yes that is said today.
pub fn last_day_of_yes(world: &World, view: &GrantView) -> Date {
    view.last_day().min(last_day(world.today(), world.region.family.guardian_months.value))
}

fn day_after(view: &GrantView, world: &World) -> Date {
    last_day_of_yes(world, view).checked_add(1.day()).unwrap_or(Date::MAX)
}

/// One claim, for the page on which the county decides.
pub async fn see_claim(world: &World, caller: &Caller, id: &str) -> AppResult<(GrantView, String)> {
    let (clerk, view) = for_county(world, caller, id).await?;
    let taken_by = match &view.grant.claim {
        Some(claim) => world.store.staff(&claim.taken_by).await?.map(|s| s.display_name).unwrap_or_default(),
        None => return Err(crate::error::AppError::NotFound),
    };
    let look = super::tell::ledger(world, clerk.by(), &view.elder, "see-claim", view.grant.id.as_str(), "", "");
    world.store.commit(vec![look]).await?;
    Ok((view, taken_by))
}

async fn for_county<'a>(world: &World, caller: &'a Caller, id: &str) -> AppResult<(Clerk<'a>, GrantView)> {
    before_grant(world, caller, id, |grant, ties| Act::DecideClaim { ties, taken_by: grant.claim.as_ref().map(|c| &c.taken_by) }).await
}

/// What lies with the county, the longest waiting first; nothing at other tiers.
pub async fn list_claims(world: &World, caller: &Caller) -> AppResult<Vec<GrantView>> {
    let clerk = Clerk::of(caller)?;
    let nobody = domain::ids::PersonId::new("");
    let desk = Subject { id: &nobody, village: &clerk.reviewer.desk, alive: true, insured: true };
    may(&clerk.actor(), desk, Act::SeeQueue, world.now())?;
    let mut waiting = Vec::new();
    for grant in world.store.grants_in(&clerk.reviewer.desk, GrantState::WaitingForDecision, ROWS).await? {
        waiting.push(load_grant(world, grant.id.as_str()).await?);
    }
    Ok(waiting)
}
