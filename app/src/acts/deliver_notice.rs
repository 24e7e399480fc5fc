//! Messages that no text carries: read to her in person, by telephone, or sent as a letter; and written down by whom.

use super::at_desk::Clerk;
use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, World};
use domain::judge::{Act, may};
use domain::notice::way::Way;
use domain::notice::{Delivered, Notice};
use domain::rating::kept_from;

const MOST: u64 = 500;

/// Waiting messages of her area, with whom they are for.
pub async fn waiting_notices(world: &World, caller: &Caller) -> AppResult<Vec<(Person, Notice)>> {
    let clerk = Clerk::of(caller)?;
    let mut out = Vec::new();
    for notice in world.store.undelivered(&clerk.reviewer.desk, MOST).await? {
        // Whoever was rated does not read out to her that it was looked into.
        if kept_from(&notice, &clerk.reviewer.desk) {
            continue;
        }
        let Some(person) = world.store.person(&notice.person).await? else { continue };
        if may(&clerk.actor(), person.subject(), Act::DeliverNotices, world.now()).is_ok() {
            out.push((person, notice));
        }
    }
    Ok(out)
}

/// It was read to her, in person or by telephone; or her letter left the house.
pub async fn deliver_notice(world: &World, caller: &Caller, id: &str, once: Option<Change>) -> AppResult<()> {
    let found = waiting_notices(world, caller).await?.into_iter().find(|(_, n)| n.id.as_str() == id).ok_or(AppError::NotFound)?;
    delivered(world, caller, &[found], once).await
}

/// Letters that wait, with whom they are for.
pub async fn waiting_letters(world: &World, caller: &Caller) -> AppResult<Vec<(Person, Notice)>> {
    let mut waiting = waiting_notices(world, caller).await?;
    waiting.retain(|(_, notice)| notice.way == Way::Letter);
    Ok(waiting)
}

/// A whole pile left the house. What is not hers to send, or has left already, is passed over: the rest counts.
pub async fn post_letters(world: &World, caller: &Caller, ids: &[String], once: Option<Change>) -> AppResult<()> {
    let mut letters = waiting_letters(world, caller).await?;
    letters.retain(|(_, notice)| ids.iter().any(|id| id == notice.id.as_str()));
    delivered(world, caller, &letters, once).await
}

async fn delivered(world: &World, caller: &Caller, done: &[(Person, Notice)], once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let mut changes = Vec::new();
    for (person, notice) in done {
        let delivered = Delivered { by: clerk.staff.id.clone(), at: world.now(), read_out: notice.way != Way::Letter };
        changes.push(Change::MarkNoticeDelivered { id: notice.id.clone(), delivered });
        changes.push(tell::ledger(world, clerk.by(), person, "deliver-notice", notice.id.as_str(), notice.way.key(), notice.kind.key()));
    }
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}
