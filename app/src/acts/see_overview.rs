//! How an area does, in numbers: for its supervisors and for the county. Holds no person and opens no case; what leaves the
//! house as a file is written down.

use super::at_desk::Clerk;
use super::tell;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::World;
use domain::ids::{AreaCode, PersonId};
use domain::judge::{Act, Subject, may};
use domain::tally::Overview;
use jiff::ToSpan;
use jiff::civil::Date;

/// Months that can be chosen, the present one among them.
const MONTHS: i16 = 36;
/// Months that are shown when nobody chose.
const USUALLY: i32 = 12;

/// First and last month, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub from: Date,
    pub to: Date,
}

#[derive(Debug, Clone)]
pub struct Seen {
    pub area: AreaCode,
    pub period: Period,
    /// That can be chosen, the present one first.
    pub months: Vec<Date>,
    pub overview: Overview,
}

/// A supervisor of a township sees hers and what lies below, the county everything.
pub fn may_see(world: &World, caller: &Caller) -> AppResult<AreaCode> {
    let clerk = Clerk::of(caller)?;
    // Numbers are nobody's matter: the judge looks at the clerk alone.
    let nobody = Subject { id: &PersonId::new(""), village: &clerk.reviewer.desk, alive: true, insured: true };
    may(&clerk.actor(), nobody, Act::SeeOverview, world.now())?;
    Ok(clerk.reviewer.desk.clone())
}

/// `from` and `to`: months as sent, `2026-11`. What is no month, or lies outside, is as if nobody had chosen.
pub async fn see_overview(world: &World, caller: &Caller, from: &str, to: &str) -> AppResult<Seen> {
    let area = may_see(world, caller)?;
    let months = months(world.today());
    let period = period(&months, from, to);
    let sums = world.store.tallied(&area, period.from, period.to).await?;
    Ok(Seen { overview: Overview::of(&sums, world.today()), area, period, months })
}

/// The same, to be taken away as a file.
pub async fn export_overview(world: &World, caller: &Caller, from: &str, to: &str) -> AppResult<Seen> {
    let seen = see_overview(world, caller, from, to).await?;
    let clerk = Clerk::of(caller)?;
    let county = clerk.reviewer.desk.county();
    let note = tell::ledger_of_staff(world, clerk.by(), county.as_str(), "export-overview", seen.area.as_str(), "overview");
    world.store.commit(vec![note]).await?;
    Ok(seen)
}

/// As it is sent: `2026-11`.
pub fn month_name(month: Date) -> String {
    format!("{:04}-{:02}", month.year(), month.month())
}

fn months(today: Date) -> Vec<Date> {
    let this = today.first_of_month();
    (0..MONTHS).filter_map(|back| this.checked_sub(i32::from(back).months()).ok()).collect()
}

/// Chosen the wrong way round, they are turned.
fn period(months: &[Date], from: &str, to: &str) -> Period {
    let chosen = |name: &str| months.iter().find(|month| month_name(**month) == name).copied();
    let this = months.first().copied().unwrap_or(Date::ZERO);
    let to = chosen(to).unwrap_or(this);
    let usual = to.checked_sub((USUALLY - 1).months()).unwrap_or(to);
    let from = chosen(from).unwrap_or(usual);
    Period { from: from.min(to), to: from.max(to) }
}

#[cfg(test)]
mod tests;
