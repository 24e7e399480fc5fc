//! The elder says no, pauses, lets go on, or ends. Each is one tap, holds from the commit on, and needs nobody's leave.
//! The helper's next click is refused by the judge, which looks at the grant as it is then.

use super::load_grant::{load_grant, moved, own_grant};
use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, PortError, World};
use domain::family::{GrantAct, Party};
use domain::judge::{Act, may};

/// Refuse, pause, resume, end, or 「我没有同意过」; the table of grants says which of them she may do now.
pub async fn rule_grant(world: &World, caller: &Caller, id: &str, act: GrantAct, once: Option<Change>) -> AppResult<()> {
    // Stopping is never lost to whoever was quicker: it is tried again on what stands there then. Letting go on is not,
    // because she answered to what she saw.
    let mut tries = if act == GrantAct::Resume { 1 } else { 5 };
    loop {
        let mut view = own_grant(world, caller, id).await?;
        view.grant.apply(act, Party::Elder, None, world.now())?;
        let mut changes = moved(world, caller.by(), &view, act, "herself");
        changes.extend(once.clone());
        tries -= 1;
        match world.store.commit(changes).await {
            Err(PortError::Conflict(_)) if tries > 0 => {}
            done => return Ok(done?),
        }
    }
}

/// 「不再收到此人的请求」: refuses what waits and keeps further requests away.
pub async fn block_asker(world: &World, caller: &Caller, id: &str, once: Option<Change>) -> AppResult<()> {
    let mut view = own_grant(world, caller, id).await?;
    let now = world.now();
    let (elder, asker) = (view.elder.id.clone(), view.helper.id.clone());
    let mut changes = vec![Change::BlockAsker { elder, asker, at: now }];
    // What waits is refused with it; what was answered already stays as it is.
    if view.grant.apply(GrantAct::Refuse, Party::Elder, None, now).is_ok() {
        changes.extend(moved(world, caller.by(), &view, GrantAct::Refuse, "herself"));
    }
    changes.push(tell::ledger(world, caller.by(), &view.elder, "block-asker", view.grant.id.as_str(), "", "herself"));
    changes.extend(once);
    world.store.commit(changes).await?;
    Ok(())
}

/// She lets this person ask again.
pub async fn unblock_asker(world: &World, caller: &Caller, id: &str, once: Option<Change>) -> AppResult<()> {
    let view = own_grant(world, caller, id).await?;
    let (elder, asker) = (view.elder.id.clone(), view.helper.id.clone());
    let mut changes = vec![
        Change::UnblockAsker { elder, asker },
        tell::ledger(world, caller.by(), &view.elder, "unblock-asker", view.grant.id.as_str(), "", "herself"),
    ];
    changes.extend(once);
    world.store.commit(changes).await?;
    Ok(())
}

/// The helper stops helping.
pub async fn leave_grant(world: &World, caller: &Caller, id: &str, once: Option<Change>) -> AppResult<()> {
    let mut view = load_grant(world, id).await?;
    may(&caller.actor(), view.elder.subject(), Act::LeaveGrant(&view.grant), world.now())?;
    // A request is the elder's to answer; to the asker it looks as if it were not there.
    if view.grant.agreement.is_none() && view.grant.claim.is_none() {
        return Err(AppError::NotFound);
    }
    view.grant.apply(GrantAct::End, Party::Helper, None, world.now())?;
    let mut changes = moved(world, caller.by(), &view, GrantAct::End, "helper-left");
    changes.extend(once);
    world.store.commit(changes).await?;
    Ok(())
}
