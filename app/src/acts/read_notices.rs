//! Reading messages: one's own, or an elder's where the grant says so. Only her own reading marks them as read.

use super::tell::ledger;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, World};
use domain::ids::StaffId;
use domain::judge::{Act, may};
use domain::notice::Notice;
use domain::rating::kept_from;
use std::collections::BTreeMap;

pub async fn read_notices(world: &World, caller: &Caller) -> AppResult<Vec<Notice>> {
    let subject = caller.subject().ok_or(AppError::SignIn)?;
    may(&caller.actor(), subject.subject(), Act::ReadNotices, world.now())?;
    let mut notices = world.store.notices(&subject.id, 100).await?;
    if let Some((_, clerk)) = caller.staff() {
        notices.retain(|notice| !kept_from(notice, &clerk.desk));
    }
    let own = caller.person().is_some_and(|p| p.id == subject.id);
    let changes: Vec<Change> = if own {
        let unread = notices.iter().filter(|n| n.read_at.is_none());
        unread.map(|n| Change::MarkNoticeRead { id: n.id.clone(), at: world.now() }).collect()
    } else {
        vec![ledger(world, caller.by(), subject, "read-notices", "", "receive-notices", "")]
    };
    if !changes.is_empty() {
        world.store.commit(changes).await?;
    }
    Ok(notices)
}

/// Display names of the clerks who read messages out, for the list above.
pub async fn readers(world: &World, notices: &[Notice]) -> AppResult<BTreeMap<StaffId, String>> {
    let mut names = BTreeMap::new();
    for id in notices.iter().filter_map(|n| n.delivered.as_ref()).map(|d| &d.by) {
        if !names.contains_key(id) {
            let name = world.store.staff(id).await?.map(|s| s.display_name).unwrap_or_default();
            names.insert(id.clone(), name);
        }
    }
    Ok(names)
}
