//! The elder says no, pauses, lets go on, or ends. Each is one tap, holds from the commit on, and needs nobody's leave.
//! The helper's next click is refused by the judge, which looks at the grant as it is then.

use super::load_grant::{load_grant, moved, own_grant};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, PortError, World};
use domain::family::{GrantAct, Party};
use domain::judge::{Act, may};

pub async fn refuse_grant(world: &World, caller: &Caller, id: &str, once: Option<Change>) -> AppResult<()> {
    rule(world, caller, id, GrantAct::Refuse, once).await
}

pub async fn pause_grant(world: &World, caller: &Caller, id: &str, once: Option<Change>) -> AppResult<()> {
    rule(world, caller, id, GrantAct::Pause, once).await
}

pub async fn resume_grant(world: &World, caller: &Caller, id: &str, once: Option<Change>) -> AppResult<()> {
    rule(world, caller, id, GrantAct::Resume, once).await
}

pub async fn end_grant(world: &World, caller: &Caller, id: &str, once: Option<Change>) -> AppResult<()> {
    rule(world, caller, id, GrantAct::End, once).await
}

async fn rule(world: &World, caller: &Caller, id: &str, act: GrantAct, once: Option<Change>) -> AppResult<()> {
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

/// The helper stops helping.
pub async fn leave_grant(world: &World, caller: &Caller, id: &str, once: Option<Change>) -> AppResult<()> {
    let mut view = load_grant(world, id).await?;
    may(&caller.actor(), view.elder.subject(), Act::LeaveGrant(&view.grant), world.now())?;
    // A request is the elder's to answer; to the asker it looks as if it were not there.
    if view.grant.agreement.is_none() {
        return Err(AppError::NotFound);
    }
    view.grant.apply(GrantAct::End, Party::Helper, None, world.now())?;
    let mut changes = moved(world, caller.by(), &view, GrantAct::End, "helper-left");
    changes.extend(once);
    world.store.commit(changes).await?;
    Ok(())
}
