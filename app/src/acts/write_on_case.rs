//! A desk's own words on a case: a note for colleagues, a supervisor's leave for one more return. Nothing is decided here.

use super::at_desk::{self, Clerk};
use super::return_case::MOST_WORDS;
use super::tell;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{Change, World};
use domain::judge::{Act, may};

pub async fn note(world: &World, caller: &Caller, reference: &str, words: &str, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let found = at_desk::look(world, clerk, reference).await?;
    let act = Act::NoteOnCase { case: &found.case, ties: found.ties };
    may(&clerk.actor(), found.subject.subject(), act, world.now())?;
    let mut case = found.case;
    case.note(clerk.staff.id.clone(), short(words), world.now())?;
    // What it says stays on the case: the ledger is read by more people.
    let line = tell::ledger(world, clerk.by(), &found.subject, "note-on-case", case.id.as_str(), case.item.slug(), "");
    let mut changes = vec![Change::SaveCase(Box::new(case)), line];
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}

pub async fn allow_return(world: &World, caller: &Caller, reference: &str, reason: &str, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let found = at_desk::look(world, clerk, reference).await?;
    let act = Act::AllowReturn { case: &found.case, ties: found.ties };
    if let Err(refusal) = may(&clerk.actor(), found.subject.subject(), act, world.now()) {
        at_desk::refused(world, clerk, &found.subject, "refused-allow-return", found.case.id.as_str(), refusal).await?;
        return Err(refusal.into());
    }
    let mut case = found.case;
    case.allow_return(clerk.staff.id.clone(), short(reason), world.now())?;
    let line = tell::ledger(world, clerk.by(), &found.subject, "allow-return", case.id.as_str(), case.item.slug(), "");
    let mut changes = vec![Change::SaveCase(Box::new(case)), line];
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}

/// The box takes no more; whoever sends more anyway loses its end, not all of it.
fn short(words: &str) -> String {
    words.chars().take(MOST_WORDS).collect()
}
