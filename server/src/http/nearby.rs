//! Doors of 就近网点. The village is chosen from a list and stands in the address: it is a place, and nobody's own.

use super::answer::Answer;
use super::visit::{Handled, Visit};
use app::error::AppError;
use app::pages::nearby::{self, DeskNear, Township};
use domain::region::{CIRCLE_MINUTES, Near, Region};
use domain::review::Tier;

/// So many are enough to choose from; the county's own desk is always among them.
const SHOWN: usize = 5;

pub fn choose(visit: Visit) -> Handled {
    Box::pin(async move {
        let open = visit.query.get("in").map(String::as_str);
        Ok(Answer::page(nearby::choose(&visit.cx, &townships(&visit.world.region), open)))
    })
}

pub fn show(visit: Visit) -> Handled {
    Box::pin(async move {
        let region = &visit.world.region;
        let from = visit.param("desk");
        let near = region.near(from).ok_or(AppError::NotFound)?;
        let name = region.area_name(from).ok_or(AppError::NotFound)?;
        let start = region.desk(from).and_then(|desk| desk.at);
        let shown = near.iter().enumerate().filter(|(at, near)| *at < SHOWN || near.desk.tier() == Tier::County);
        let desks: Vec<DeskNear> = shown.map(|(at, near)| as_shown(near, start.filter(|_| at < SHOWN))).collect();
        Ok(Answer::page(nearby::show(&visit.cx, name, &desks, CIRCLE_MINUTES)))
    })
}

fn townships(region: &Region) -> Vec<Township> {
    let villages = |of: &str| {
        let here = region.areas_of(Tier::Village).filter(|area| area.code.at(Tier::Township).as_str() == of);
        here.map(|area| (area.code.as_str().to_owned(), area.name.clone())).collect()
    };
    let all = region.areas_of(Tier::Township);
    all.map(|area| Township { code: area.code.as_str().to_owned(), name: area.name.clone(), villages: villages(area.code.as_str()) })
        .collect()
}

fn as_shown(near: &Near<'_>, start: Option<(i32, i32)>) -> DeskNear {
    let desk = near.desk;
    DeskNear {
        name: desk.name.clone(),
        address: desk.address.clone(),
        hours: desk.hours.clone(),
        phone: desk.phone.clone(),
        metres: near.metres,
        minutes: near.minutes,
        in_circle: near.in_circle(),
        ramp: desk.ramp,
        tongues: desk.tongues.clone(),
        tier: desk.tier(),
        kind: desk.kind,
        place: start.zip(desk.at).map(|(from, at)| (at.0 - from.0, at.1 - from.1)),
    }
}
