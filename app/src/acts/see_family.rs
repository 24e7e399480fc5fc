//! 「谁在帮我办」: who helps me, and what was done. Reads only.

use super::agree_grant::{can_answer_by_phone, code_is_out};
use super::assist::object::{AssistedSeen, assisted_for};
use super::face_consent::face_offered;
use super::load_grant::{GrantView, moved, own_grant};
use super::no_place::{asker_knows, who_holds_her_places};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{LedgerRow, PortError, World};
use domain::family::{Grant, GrantAct, GrantState, Party};
use domain::judge::{Act, may};
use domain::ledger::By;
use domain::refusal::Refusal;
use jiff::Timestamp;

/// What a helper did under one grant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    pub at: Timestamp,
    /// Ledger word: `see-cases`, `submit` …
    pub act: String,
}

#[derive(Debug, Clone)]
pub struct Helping {
    pub view: GrantView,
    pub deeds: Vec<Deed>,
    /// How it came to be as it is: agreed, paused, ended; by whom and in which way.
    pub turns: Vec<Turn>,
}

/// One move of the grant itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    pub at: Timestamp,
    /// Ledger word: `pause-grant`.
    pub act: String,
    /// Ledger word: `by-telephone`.
    pub how: String,
}

/// All who help her, ask to, or did; newest first, what waits for her answer on top.
pub async fn list_helpers(world: &World, caller: &Caller) -> AppResult<Vec<Helping>> {
    let person = caller.person().ok_or(AppError::SignIn)?;
    may(&caller.actor(), person.subject(), Act::ReadNotices, world.now())?;
    let ledger = world.store.ledger_of(&person.id, 500).await?;
    let mut all = Vec::new();
    let grants = world.store.grants_by_elder(&person.id).await?;
    let helpers = world.store.people(&grants.iter().map(|g| g.helper.clone()).collect::<Vec<_>>()).await?;
    for grant in grants {
        let Some(helper) = helpers.iter().find(|p| p.id == grant.helper).cloned() else { continue };
        let (deeds, turns) = (deeds_under(&ledger, &grant), turns_of(&ledger, &grant));
        all.push(Helping { view: GrantView { grant, elder: person.clone(), helper }, deeds, turns });
    }
    all.sort_by_key(|h| (rank(h.view.grant.state), std::cmp::Reverse(h.view.grant.asked_at)));
    Ok(all)
}

/// What assistants did beside her, newest first.
pub async fn list_assisted(world: &World, caller: &Caller) -> AppResult<Vec<AssistedSeen>> {
    let person = caller.person().ok_or(AppError::SignIn)?;
    may(&caller.actor(), person.subject(), Act::ReadNotices, world.now())?;
    assisted_for(world, &person.id).await
}

fn rank(state: GrantState) -> u8 {
    match state {
        GrantState::Requested | GrantState::WaitingForConsent | GrantState::WaitingForDecision => 0,
        GrantState::Active => 1,
        GrantState::Paused | GrantState::Disputed => 2,
        GrantState::Ended | GrantState::Expired | GrantState::Refused => 3,
    }
}

/// Newest first; the same look several times in one minute is one look.
fn deeds_under(ledger: &[LedgerRow], grant: &Grant) -> Vec<Deed> {
    let mut deeds: Vec<Deed> = ledger
        .iter()
        .filter(|row| matches!(&row.line.by, By::Helper { grant: id, .. } if *id == grant.id))
        .map(|row| Deed { at: row.at, act: row.line.act.clone() })
        .collect();
    deeds.dedup_by(|a, b| a.act == b.act && a.at.as_second() / 60 == b.at.as_second() / 60);
    deeds
}

/// Newest first. A clerk's look at the request is no move.
fn turns_of(ledger: &[LedgerRow], grant: &Grant) -> Vec<Turn> {
    let moved = GrantAct::ALL.iter().map(|act| format!("{}-grant", act.key())).collect::<Vec<_>>();
    let hers = ledger.iter().filter(|row| row.line.object == grant.id.as_str() && !row.line.reason.is_empty());
    let turns = hers.filter(|row| moved.contains(&row.line.act));
    turns.map(|row| Turn { at: row.at, act: row.line.act.clone(), how: row.line.reason.clone() }).collect()
}

/// Everything the page of one grant shows to the elder.
#[derive(Debug, Clone)]
pub struct GrantSeen {
    pub helping: Helping,
    pub by_phone: Result<(), Refusal>,
    pub code_out: bool,
    /// A face check is offered beside the code.
    pub by_face: bool,
    /// Her requests are kept away.
    pub blocked: bool,
    /// All her places are taken: by whom, and each grant, so that she can free one.
    pub full: Vec<GrantView>,
    /// The asker was told that she has to free a place first.
    pub asker_knows: bool,
    /// An older grant of the same helper that a yes would replace.
    pub replaces: bool,
}

pub async fn see_own_grant(world: &World, caller: &Caller, id: &str) -> AppResult<GrantSeen> {
    let mut view = own_grant(world, caller, id).await?;
    view = opened(world, caller, view).await?;
    // A wait that is over is not shown any more.
    view.grant.waits_until.take_if(|from| *from <= world.now());
    let ledger = world.store.ledger_of(&view.elder.id, 500).await?;
    let (deeds, turns) = (deeds_under(&ledger, &view.grant), turns_of(&ledger, &view.grant));
    let waits = view.grant.state.waits_for_her();
    let by_phone = if waits { can_answer_by_phone(world, &view).await? } else { Ok(()) };
    let code_out = waits && by_phone.is_ok() && code_is_out(world, &view).await?;
    let by_face = waits && face_offered(world, &view).await?;
    let replaces = waits
        && world
            .store
            .grants_by_elder(&view.elder.id)
            .await?
            .iter()
            .any(|old| old.helper == view.helper.id && matches!(old.state, GrantState::Active | GrantState::Paused));
    let blocked = world.store.blocked_askers(&view.elder.id).await?.contains(&view.helper.id);
    let full = if waits { who_holds_her_places(world, &view).await? } else { Vec::new() };
    let asker_knows = !full.is_empty() && asker_knows(world, &view).await?;
    Ok(GrantSeen { helping: Helping { view, deeds, turns }, by_phone, code_out, by_face, replaces, blocked, full, asker_knows })
}

/// From now on her answer is awaited. Whoever moved it in the same moment is shown as she left it.
async fn opened(world: &World, caller: &Caller, view: GrantView) -> AppResult<GrantView> {
    let mut open = view.clone();
    if open.grant.apply(GrantAct::Open, Party::Elder, None, world.now()).is_err() {
        return Ok(view);
    }
    match world.store.commit(moved(world, caller.by(), &open, GrantAct::Open, "herself")).await {
        Ok(()) | Err(PortError::Conflict(_)) => own_grant(world, caller, view.grant.id.as_str()).await,
        Err(error) => Err(error.into()),
    }
}
