//! Whoever has said nothing some days after her case ended is asked once how it went, as she is told everything else: in 「消息」,
//! to the phone on record, or at the desk where there is none. Safe to run twice and late.

use super::of_stage;
use crate::acts::{promise, tell};
use crate::error::AppResult;
use crate::ports::{Change, PortError, World};
use domain::case::Case;
use domain::notice::NoticeKind;
use domain::rating::{Stage, over};
use jiff::SignedDuration;

const AT_ONCE: u64 = 200;

/// How many were asked.
pub async fn invite(world: &World) -> AppResult<usize> {
    let days = i64::from(world.region.ratings.invite_days.value);
    let before = world.now().saturating_sub(SignedDuration::from_hours(24 * days)).unwrap_or(jiff::Timestamp::MIN);
    let mut asked = 0;
    for id in world.store.to_invite(before, AT_ONCE).await? {
        let Some(case) = world.store.case(&id).await? else { continue };
        let told = words(world, &case).await?;
        asked += usize::from(!told.is_empty());
        // Asked or not, this case is not looked at again.
        let mut changes = vec![Change::SaveCase(Box::new(Case { invited: true, ..case }))];
        changes.extend(told);
        match world.store.commit(changes).await {
            Ok(()) | Err(PortError::Conflict(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(asked)
}

/// Nothing when she has said it, may not say it any more, or is not there to say it.
async fn words(world: &World, case: &Case) -> AppResult<Vec<Change>> {
    let late = Stage::Ended.reached(case).is_none_or(|at| over(at, world.region.ratings.rate_days.value, world.now()));
    let said = of_stage(world.store.ratings_of_case(&case.id).await?, Stage::Ended).is_some();
    let Some(person) = world.store.person(&case.subject).await?.filter(|person| person.alive && !late && !said) else {
        return Ok(Vec::new());
    };
    let args = [("item", case.item.slug().to_owned()), ("reference", promise::grouped(&case.reference))];
    Ok(tell::tell(world, &person, NoticeKind::RatingAsked, &args))
}
