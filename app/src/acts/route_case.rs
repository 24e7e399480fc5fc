//! Where a case goes next: its home desk, unless nobody there may act; then the neighbour, then upwards. Who is
//! away today may not act.

use super::known_clerk::known_clerk;
use crate::error::AppResult;
use crate::ports::World;
use domain::case::Case;
use domain::ids::AreaCode;
use domain::review::{Reviewer, Ties, choose_desk, may_review};
use std::collections::BTreeMap;

pub async fn route(world: &World, case: &mut Case) -> AppResult<()> {
    case.kept_for = None;
    if case.state.tier().is_none() {
        return Ok(());
    }
    // A site where nobody else may act gives it to her own village, as if it had come from there.
    if case.site.as_ref() == Some(&case.desk) && !somebody_may_act(world, case, &case.desk.clone()).await? {
        case.site = None;
        case.desk = case.state.tier().map_or_else(|| case.village.clone(), |step| case.home(step));
    }
    // Where its transition or its climbing laid it.
    let home = case.desk.clone();
    let neighbour = world.region.neighbour_of(home.as_str()).map(AreaCode::new);
    let mut candidates = vec![home.clone()];
    candidates.extend(neighbour.clone());
    let mut at = home.clone();
    while let Some(above) = at.tier().above() {
        at = at.at(above);
        candidates.push(at.clone());
    }
    let mut able = BTreeMap::new();
    for desk in candidates {
        let found = somebody_may_act(world, case, &desk).await?;
        able.insert(desk, found);
        // The home desk is enough in nearly every case.
        if found {
            break;
        }
    }
    case.desk = choose_desk(&home, neighbour.as_ref(), |desk| able.get(desk).copied().unwrap_or(false));
    case.kept_for = known_clerk(world, case).await?;
    Ok(())
}

async fn somebody_may_act(world: &World, case: &Case, desk: &AreaCode) -> AppResult<bool> {
    let mut there = case.clone();
    there.desk = desk.clone();
    for staff in world.store.staff_of_desk(desk).await? {
        if staff.away_on(world.today()).is_some() {
            continue;
        }
        let reviewer: Reviewer = staff.reviewer();
        let ties: Ties = world.store.ties(&staff, &case.subject).await?;
        if may_review(&reviewer, &there, ties).is_ok() {
            return Ok(true);
        }
    }
    Ok(false)
}
