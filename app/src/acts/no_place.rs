//! A yes for which there is no place. Only the elder reads who holds her places and frees one; the asker is told once per
//! request that she would agree and has to free a place first. Before she has tried, nobody learns anything.

use super::load_grant::{GrantView, own_grant};
use super::tell;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{Change, Person, PortError, PortResult, World};
use domain::family::LimitHit;
use domain::ledger::By;
use domain::notice::NoticeKind;
use domain::refusal::Refusal;

/// Empty while she has room for one more. Only the elder ever reads this.
pub(super) async fn who_holds_her_places(world: &World, view: &GrantView) -> AppResult<Vec<GrantView>> {
    let mut holding = Vec::new();
    for grant in world.store.grants_by_elder(&view.elder.id).await? {
        if !grant.state.holds_a_place() || grant.helper == view.helper.id {
            continue;
        }
        let Some(helper) = world.store.person(&grant.helper).await? else { continue };
        holding.push(GrantView { grant, elder: view.elder.clone(), helper });
    }
    let most = usize::from(world.region.family.helpers_per_elder.value);
    Ok(if holding.len() < most { Vec::new() } else { holding })
}

/// No code goes out for a yes that has no place.
pub(super) async fn has_room(world: &World, caller: &Caller, view: &GrantView) -> AppResult<()> {
    if who_holds_her_places(world, view).await?.is_empty() {
        return Ok(());
    }
    tell_asker(world, caller, view, None).await?;
    Err(Refusal::NoPlaceLeft.into())
}

/// 「我想同意，告诉对方等一等」: from the page that shows her who holds the places.
pub async fn ask_to_wait(world: &World, caller: &Caller, id: &str, once: Option<Change>) -> AppResult<()> {
    let view = own_grant(world, caller, id).await?;
    if !view.grant.state.waits_for_her() || world.now() >= view.grant.until {
        return Err(Refusal::NotInThisState.into());
    }
    if who_holds_her_places(world, &view).await?.is_empty() {
        return Ok(());
    }
    tell_asker(world, caller, &view, once).await
}

/// Passes on what a commit said; when it was that her places are taken, the asker is told.
pub(super) async fn told_no_place(world: &World, caller: &Caller, view: &GrantView, done: PortResult<()>) -> AppResult<()> {
    match &done {
        Err(PortError::NoPlace(LimitHit::HelpersOfElder)) => tell_asker(world, caller, view, None).await?,
        Err(PortError::NoPlace(hit @ (LimitHit::EldersOfHelper | LimitHit::NewThisMonth))) => tell_full(world, &view.helper, *hit).await?,
        _ => {}
    }
    Ok(done?)
}

/// Whether this request's asker was told already.
pub(super) async fn asker_knows(world: &World, view: &GrantView) -> AppResult<bool> {
    Ok(world.store.once(&key(world, view)).await?.is_some())
}

/// Names nobody but the elder, and her masked. A request nobody answers runs out sooner than this mark.
async fn tell_asker(world: &World, caller: &Caller, view: &GrantView, once: Option<Change>) -> AppResult<()> {
    if asker_knows(world, view).await? {
        return Ok(());
    }
    let names = [("to", "helper".to_owned()), ("elder", view.elder.name.masked())];
    let mut changes = vec![
        Change::Once { key: key(world, view), location: String::new(), at: world.now() },
        tell::ledger(world, caller.by(), &view.elder, "no-place", view.grant.id.as_str(), "", Refusal::NoPlaceLeft.key()),
    ];
    changes.extend(tell::tell(world, &view.helper, NoticeKind::GrantNoPlace, &names));
    changes.extend(once);
    match world.store.commit(changes).await {
        // Told in this very moment by another tap.
        Err(PortError::Conflict(_)) => Ok(()),
        done => Ok(done?),
    }
}

/// Her own limit, told once a day and in words that name nobody: whether and who answered stays the elder's.
async fn tell_full(world: &World, helper: &Person, hit: LimitHit) -> AppResult<()> {
    let kind = match hit {
        LimitHit::NewThisMonth => NoticeKind::HelperFullThisMonth,
        _ => NoticeKind::HelperFull,
    };
    let once = world.seals.lookup("helper-full", &format!("{}|{}|{}", helper.id, kind.key(), world.today()));
    if world.store.once(&once).await?.is_some() {
        return Ok(());
    }
    let mut changes = vec![
        Change::Once { key: once, location: String::new(), at: world.now() },
        tell::ledger(world, By::Rule, helper, "helper-full", helper.id.as_str(), "", hit.refusal().key()),
    ];
    changes.extend(tell::tell(world, helper, kind, &[]));
    match world.store.commit(changes).await {
        Err(PortError::Conflict(_)) => Ok(()),
        done => Ok(done?),
    }
}

fn key(world: &World, view: &GrantView) -> String {
    world.seals.lookup("no-place", view.grant.id.as_str())
}
