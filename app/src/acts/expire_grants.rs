//! Time ends grants that ran out and requests that nobody answered. Runs as a job, may run late or twice:
//! the judge looks at the date itself, so nothing depends on it but order and the message.

use super::load_grant::{load_grant, moved};
use crate::error::{AppError, AppResult};
use crate::ports::{PortError, World};
use domain::family::{GrantAct, Party};
use domain::ledger::By;
use jiff::{SignedDuration, Timestamp};

/// How many grants ended.
pub async fn expire_grants(world: &World) -> AppResult<usize> {
    let now = world.now();
    let days = i64::from(world.region.family.unanswered_days.value);
    let unanswered = now.saturating_sub(SignedDuration::from_hours(24 * days)).unwrap_or(Timestamp::MIN);
    let mut ended = 0;
    for grant in world.store.grants_run_out(now, unanswered, 500).await? {
        let mut view = load_grant(world, grant.id.as_str()).await?;
        // Answered or ended since the list was made.
        if view.grant.version != grant.version || view.grant.apply(GrantAct::Expire, Party::Rule, None, now).is_err() {
            continue;
        }
        match world.store.commit(moved(world, By::Rule, &view, GrantAct::Expire, "time")).await {
            Ok(()) => ended += 1,
            // Somebody answered in this moment; the next run looks again.
            Err(PortError::Conflict(_)) => {}
            Err(error) => return Err(AppError::from(error)),
        }
    }
    Ok(ended)
}
