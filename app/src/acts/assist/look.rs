//! 帮办抽查: a supervisor looks at acts of assistants. Right, or not right with a note: then the assistant is stopped
//! until a supervisor has cleared it up. Own matters and own family are a colleague's to look at.

use crate::acts::at_desk::Clerk;
use crate::acts::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, Staff, World};
use domain::assist::{Assistant, Assisted, StaffKind, Stopped, Verdict};
use domain::ids::{AssistedId, PersonId, StaffId};
use domain::judge::{Act, Subject, may};

const MOST: u64 = 50;

pub struct ToLookAt {
    pub act: Assisted,
    pub assistant: Option<Staff>,
    pub subject: Person,
}

pub struct LookList {
    pub waiting: Vec<ToLookAt>,
    pub stopped: Vec<Staff>,
}

/// The list of her area; what she is tied to is left to a colleague.
pub async fn list_assisted(world: &World, caller: &Caller) -> AppResult<LookList> {
    let clerk = Clerk::of(caller)?;
    supervises(world, clerk)?;
    let mut waiting = Vec::new();
    for act in world.store.assisted_waiting(&clerk.reviewer.desk, MOST).await? {
        let Some(subject) = world.store.person(&act.subject).await? else { continue };
        let ties = world.store.ties(clerk.staff, &subject.id).await?;
        if may(&clerk.actor(), subject.subject(), Act::LookAtAssisted { ties }, world.now()).is_ok() {
            let assistant = world.store.staff(&act.assistant).await?;
            waiting.push(ToLookAt { act, assistant, subject });
        }
    }
    waiting.sort_by_key(|w| (w.act.why(), w.act.at));
    let stopped = world.store.all_staff().await?.into_iter().filter(|s| stopped(s).is_some() && clerk.reviewer.desk.contains(&s.desk));
    Ok(LookList { waiting, stopped: stopped.collect() })
}

pub fn stopped(staff: &Staff) -> Option<&Stopped> {
    staff.kind.assistant().and_then(|a| a.stopped.as_ref())
}

/// Accounts belong to no resident; the judge asks for one, and any place in her own area serves.
fn supervises(world: &World, clerk: Clerk<'_>) -> AppResult<()> {
    let nobody = PersonId::new("");
    let subject = Subject { id: &nobody, village: &clerk.reviewer.desk, alive: true, insured: true };
    Ok(may(&clerk.actor(), subject, Act::Supervise, world.now())?)
}

pub async fn look_at_assisted(world: &World, caller: &Caller, id: &str, verdict: Verdict, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    supervises(world, clerk)?;
    let mut act = world.store.assisted(&AssistedId::new(id)).await?.ok_or(AppError::NotFound)?;
    let subject = world.store.person(&act.subject).await?.ok_or(AppError::NotFound)?;
    let ties = world.store.ties(clerk.staff, &subject.id).await?;
    may(&clerk.actor(), subject.subject(), Act::LookAtAssisted { ties }, world.now())?;
    let wrong = matches!(verdict, Verdict::NotRight(_));
    act.judge(verdict, clerk.staff.id.clone(), world.now())?;
    let found = if wrong { "not-right" } else { "right" };
    let mut changes = vec![tell::ledger(world, clerk.by(), &subject, "look-at-assisted", act.id.as_str(), "assist", found)];
    if wrong && let Some(staff) = world.store.staff(&act.assistant).await? {
        changes.extend(stop(world, clerk, staff, &act.id));
    }
    changes.push(Change::SaveAssisted(Box::new(act)));
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}

/// Her account stays, her sessions end: what she does next begins with a sentence that says why nothing goes on.
fn stop(world: &World, clerk: Clerk<'_>, mut staff: Staff, act: &AssistedId) -> Vec<Change> {
    let StaffKind::Assistant(Assistant { stopped, .. }) = &mut staff.kind else { return Vec::new() };
    stopped.get_or_insert(Stopped { at: world.now(), by: clerk.staff.id.clone(), act: act.clone() });
    let county = staff.desk.county();
    vec![
        Change::EndSessionsOfStaff(staff.id.clone()),
        tell::ledger_of_staff(world, clerk.by(), county.as_str(), "stop-assistant", staff.id.as_str(), "act-not-right"),
        Change::SaveStaff(Box::new(staff)),
    ]
}

/// Cleared up: she may help again.
pub async fn clear_assistant(world: &World, caller: &Caller, id: &str, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    supervises(world, clerk)?;
    let found = world.store.staff(&StaffId::new(id)).await?.filter(|s| clerk.reviewer.desk.contains(&s.desk));
    let mut staff = found.ok_or(AppError::NotFound)?;
    let StaffKind::Assistant(assistant) = &mut staff.kind else { return Err(AppError::NotFound) };
    if assistant.stopped.take().is_none() {
        return Ok(());
    }
    let county = staff.desk.county();
    let note = tell::ledger_of_staff(world, clerk.by(), county.as_str(), "clear-assistant", staff.id.as_str(), "cleared-up");
    let mut changes = vec![note, Change::SaveStaff(Box::new(staff))];
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}
