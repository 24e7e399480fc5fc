//! A task whose day went by is marked, and the tier above the one that is late reads of it: which desk, since when, and nothing of
//! what was said or by whom. The rated desk reads nothing, as always.

use super::written_down;
use crate::acts::at_desk::Clerk;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{Change, PortError, World};
use domain::judge::{Act, may};
use domain::ledger::By;
use domain::rating::Rating;

const AT_ONCE: u64 = 200;

/// Safe to run twice: a marked one is not found again.
pub async fn mark_late(world: &World) -> AppResult<usize> {
    let mut marked = 0;
    for mut rating in world.store.ratings_overdue(world.today(), AT_ONCE).await? {
        let Some(person) = world.store.person(&rating.subject).await? else { continue };
        if rating.remedy.as_mut().is_none_or(|task| task.mark_late(world.today()).is_err()) {
            continue;
        }
        let note = written_down(world, By::Rule, &person, "late-rating", &rating, "");
        match world.store.commit(vec![Change::SaveRating(Box::new(rating)), note]).await {
            Ok(()) => marked += 1,
            // Somebody is dealing with it in this very moment.
            Err(PortError::Conflict(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(marked)
}

/// What the desks below did not deal with in time, the longest late first.
pub async fn late_below(world: &World, caller: &Caller) -> AppResult<Vec<Rating>> {
    let clerk = Clerk::of(caller)?;
    let mut all = Vec::new();
    for rating in world.store.ratings_late_for(&clerk.reviewer.desk, AT_ONCE).await? {
        let Some(person) = world.store.person(&rating.subject).await? else { continue };
        let ties = world.store.ties(clerk.staff, &person.id).await?;
        if may(&clerk.actor(), person.subject(), Act::HearLate { rating: &rating, ties }, world.now()).is_ok() {
            all.push(rating);
        }
    }
    Ok(all)
}
