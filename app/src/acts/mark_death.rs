//! A person is recorded as dead, or that was wrong. Nothing is thrown away: sessions end, grants pause, cases stay as
//! they are. A wrong mark goes at any counter the same day, and the grants come back paused: only she lets them go on.

use super::at_desk::{self, Clerk};
use super::load_grant::{load_grant, moved};
use super::tell;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{Change, Person, World};
use domain::family::{GrantAct, GrantState, Party};
use domain::judge::{Act, may};
use domain::notice::NoticeKind;
use domain::refusal::Refusal;

/// The county has the certificate before it.
pub async fn mark_dead(world: &World, caller: &Caller, id: &str, certificate: bool, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let (person, ties) = at_desk::person(world, clerk, id).await?;
    if let Err(refusal) = may(&clerk.actor(), person.subject(), Act::MarkDead { ties, certificate }, world.now()) {
        at_desk::refused(world, clerk, &person, "refused-mark-dead", person.id.as_str(), refusal).await?;
        return Err(refusal.into());
    }
    let mut changes = vec![
        Change::SavePerson(Box::new(Person { alive: false, ..person.clone() })),
        Change::EndSessionsOfPerson { person: person.id.clone(), keep: None },
        Change::EndOwnPhones(person.id.clone()),
        tell::ledger(world, clerk.by(), &person, "mark-dead", person.id.as_str(), "counter", "certificate"),
    ];
    let now = world.now();
    let given = world.store.grants_by_elder(&person.id).await?;
    let held = world.store.grants_by_helper(&person.id).await?;
    for grant in given.into_iter().chain(held).filter(|g| g.state == GrantState::Active) {
        let mut view = load_grant(world, grant.id.as_str()).await?;
        // One that ran out in this very moment is the timer's.
        if view.grant.apply(GrantAct::Pause, Party::Rule, None, now).is_ok() {
            changes.extend(moved(world, clerk.by(), &view, GrantAct::Pause, "death"));
        }
    }
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}

/// She stands there with her card.
pub async fn undo_death(world: &World, caller: &Caller, id: &str, card_checked: bool, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let (person, ties) = at_desk::person(world, clerk, id).await?;
    if let Err(refusal) = may(&clerk.actor(), person.subject(), Act::UndoDeath { ties, card_checked }, world.now()) {
        at_desk::refused(world, clerk, &person, "refused-undo-death", person.id.as_str(), refusal).await?;
        return Err(refusal.into());
    }
    if person.alive {
        return Err(Refusal::NotInThisState.into());
    }
    let back = Person { alive: true, ..person };
    let mut changes = vec![tell::ledger(world, clerk.by(), &back, "undo-death", back.id.as_str(), "counter", "card-checked")];
    changes.extend(tell::tell(world, &back, NoticeKind::DeathUndone, &[]));
    changes.push(Change::SavePerson(Box::new(back)));
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}
