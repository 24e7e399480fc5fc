//! Changing the person: into an elder's matters under a grant, and back. The session is rotated by the caller of these
//! acts; its changes come in and are committed together with the ledger line.

use super::load_grant::{GrantView, load_grant};
use super::note_refusal::{about_her_right, refused};
use super::tell::ledger;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, World};
use domain::family::{Items, Scope};
use domain::judge::{Act, Actor, may};
use domain::ledger::By;
use domain::refusal::Refusal;
use jiff::Timestamp;

/// Where helping begins: the first page that this grant opens.
pub async fn act_for(world: &World, caller: &Caller, id: &str, session: Vec<Change>) -> AppResult<GrantView> {
    let person = caller.person().ok_or(AppError::SignIn)?;
    let view = load_grant(world, id).await?;
    let actor = Actor::Helper { id: &person.id, verified: person.verified(), grant: &view.grant };
    // Any one thing that the grant names; the judge says why if not even that is possible.
    let scopes = view.grant.scopes.iter().copied();
    let acts = scopes.filter_map(|scope| act_of(scope, &view.grant.items));
    let judged = acts.map(|act| may(&actor, view.elder.subject(), act, world.now()));
    if let Err(refusal) = judged.reduce(|one, other| one.or(other)).unwrap_or(Err(Refusal::OutOfScope)) {
        if about_her_right(refusal) {
            let line = refused(world, &person.id, &view.grant, &view.elder, "act-for", refusal);
            world.store.commit(vec![line]).await?;
        }
        return Err(refusal.into());
    }
    let by = By::Helper { helper: person.id.clone(), grant: view.grant.id.clone() };
    let mut changes = session;
    changes.push(ledger(world, by, &view.elder, "act-for", view.grant.id.as_str(), "", ""));
    world.store.commit(changes).await?;
    Ok(view)
}

/// Back to herself. Always possible, also when the grant is over.
pub async fn return_to_self(world: &World, caller: &Caller, session: Vec<Change>) -> AppResult<()> {
    let mut changes = session;
    if let Caller::Resident { acting: Some(acting), .. } = caller {
        changes.push(ledger(world, caller.by(), &acting.elder, "return-to-self", acting.grant.id.as_str(), "", ""));
    }
    world.store.commit(changes).await?;
    Ok(())
}

fn act_of(scope: Scope, items: &Items) -> Option<Act<'static>> {
    Some(match scope {
        Scope::SeeCases => Act::SeeCases,
        Scope::Apply => Act::Apply(items.any()?),
        Scope::HandInPapers => Act::HandInPapers(items.any()?),
        Scope::ReceiveNotices => Act::ReadNotices,
        // Nothing is built behind these, so nobody was asked for them.
        Scope::ShowCode | Scope::SeeBenefits | Scope::BookVisits | Scope::PayContributions => Act::SeeCases,
    })
}

/// The first page for her: a path of this site.
pub fn first_page(view: &GrantView, now: Timestamp) -> &'static str {
    let has = |scope| view.grant.covers(scope, now).is_ok();
    if has(Scope::SeeCases) {
        "/my-cases"
    } else if has(Scope::ReceiveNotices) && !has(Scope::Apply) {
        "/messages"
    } else {
        "/"
    }
}
