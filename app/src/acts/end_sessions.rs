//! She sees where she is signed in and ends one session or all of them.

use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, Session, SessionOf, World};
use domain::ids::SessionId;
use domain::judge::{Act, may};
use domain::sign_in::SessionKind;

/// Her living sessions, the newest sign of life first.
pub async fn see_sessions(world: &World, caller: &Caller) -> AppResult<Vec<Session>> {
    let person = guard(world, caller)?;
    let mut sessions = world.store.sessions_of(&person.id).await?;
    sessions.retain(|s| alive(world, s));
    sessions.sort_by_key(|s| std::cmp::Reverse(s.last_seen));
    Ok(sessions)
}

pub async fn end_session(world: &World, caller: &Caller, id: &SessionId, once: Option<Change>) -> AppResult<()> {
    let person = guard(world, caller)?;
    if !world.store.sessions_of(&person.id).await?.iter().any(|s| s.id == *id) {
        return Err(AppError::NotFound);
    }
    let mut changes = vec![Change::EndSession(id.clone()), note(world, caller, person, "one")];
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}

/// Everywhere, this browser too. No browser keeps the right to ask only for the code.
pub async fn end_all_sessions(world: &World, caller: &Caller) -> AppResult<()> {
    let person = guard(world, caller)?;
    world
        .store
        .commit(vec![
            Change::EndSessionsOfPerson { person: person.id.clone(), keep: None },
            Change::EndOwnPhones(person.id.clone()),
            note(world, caller, person, "all"),
        ])
        .await?;
    Ok(())
}

fn guard<'a>(world: &World, caller: &'a Caller) -> AppResult<&'a Person> {
    let person = caller.person().ok_or(AppError::SignIn)?;
    may(&caller.actor(), person.subject(), Act::SeeOwnSessions, world.now())?;
    Ok(person)
}

fn note(world: &World, caller: &Caller, person: &Person, reason: &str) -> Change {
    tell::ledger(world, caller.by(), person, "end-sessions", "", "session", reason)
}

fn alive(world: &World, session: &Session) -> bool {
    let kind = match session.of {
        SessionOf::Resident { own_phone: true, .. } => SessionKind::OwnPhone,
        _ => SessionKind::Resident,
    };
    world.region.sessions.value.alive(kind, session.created_at, session.last_seen, world.now())
}
