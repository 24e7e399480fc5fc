//! Messages for people without a phone: printed and read out at the desk, and written down by whom.

use super::at_desk::Clerk;
use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, World};
use domain::judge::{Act, may};
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

pub async fn deliver_notice(world: &World, caller: &Caller, id: &str, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let (person, notice) =
        waiting_notices(world, caller).await?.into_iter().find(|(_, n)| n.id.as_str() == id).ok_or(AppError::NotFound)?;
    let delivered = Delivered { by: clerk.staff.id.clone(), at: world.now(), read_out: true };
    let mut changes = vec![
        Change::MarkNoticeDelivered { id: notice.id.clone(), delivered },
        tell::ledger(world, clerk.by(), &person, "deliver-notice", notice.id.as_str(), "counter", notice.kind.key()),
    ];
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}
