//! 首问负责: the clerk of a desk who had this person's matters in hand before gets the next one, too. She may leave it to others:
//! nothing here holds a case, it only says whose it would best be.

use crate::error::AppResult;
use crate::ports::{Staff, World};
use domain::case::Case;
use domain::ids::StaffId;
use domain::review::may_review;

/// So many of her newest cases are looked through.
const CASES: u64 = 8;

/// Of the desk at which the case lies now. Somebody who is away counts while a colleague stands in for her.
pub async fn known_clerk(world: &World, case: &Case) -> AppResult<Option<StaffId>> {
    let here = world.store.staff_of_desk(&case.desk).await?;
    let able = |clerk: &&Staff| clerk.active && there(world, clerk, &here);
    for id in hands(world, case).await? {
        let Some(clerk) = here.iter().filter(able).find(|clerk| clerk.id == id) else { continue };
        let ties = world.store.ties(clerk, &case.subject).await?;
        if may_review(&clerk.reviewer(), case, ties).is_ok() {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

/// At work today, or stood in for by a colleague who is.
fn there(world: &World, clerk: &Staff, here: &[Staff]) -> bool {
    let today = world.today();
    let Some(away) = clerk.away_on(today) else { return true };
    here.iter().any(|other| away.stand_in.as_ref() == Some(&other.id) && other.away_on(today).is_none())
}

/// Whoever had this case in hand, then whoever had her newest ones, as long as they are remembered.
async fn hands(world: &World, case: &Case) -> AppResult<Vec<StaffId>> {
    let days = world.region.same_clerk_days.value;
    let mut hands: Vec<StaffId> = case.hands().into_iter().cloned().collect();
    for other in world.store.newest_cases(&case.subject, CASES).await? {
        if other.id != case.id && other.remembered(days, world.now()) {
            hands.extend(other.hands().into_iter().cloned());
        }
    }
    Ok(hands)
}
