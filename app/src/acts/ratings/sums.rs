//! What a desk learns about itself: sums, and only of words that can no longer be changed.

use crate::acts::at_desk::Clerk;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::World;
use domain::rating::Sums;
use jiff::SignedDuration;

const MOST: u64 = 10_000;

/// None while there are too few.
pub async fn own_sums(world: &World, caller: &Caller) -> AppResult<Option<Sums>> {
    let clerk = Clerk::of(caller)?;
    let rules = &world.region.ratings;
    let span = SignedDuration::from_hours(24 * i64::from(rules.change_days.value));
    let before = world.now().saturating_sub(span).unwrap_or(jiff::Timestamp::MIN);
    let settled = world.store.ratings_settled(&clerk.reviewer.desk, before, MOST).await?;
    Ok(Sums::of(&settled, rules.least_people.value))
}
