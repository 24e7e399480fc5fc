//! Dates that are promised, numbers that are drawn, words that go with a case. Values come from the region's data.

use crate::ports::World;
use domain::calendar::china_date;
use domain::case::steps::BirthRules;
use domain::case::{Case, Draft};
use domain::catalog::money::yuan;
use domain::catalog::{Answers, Item, Pace};
use domain::reference::Reference;
use domain::review::{Tier, sampled};
use jiff::civil::Date;

/// Regional values for the birth of a case; the promise runs from today.
pub fn birth_rules(world: &World, item: &Item, draft: &Draft) -> BirthRules {
    let region = &world.region;
    let mut chance = [0u8; 2];
    world.chance.fill(&mut chance);
    BirthRules {
        undo_minutes: i64::from(region.undo_minutes.value),
        temporary_months: i32::from(region.temporary_months.value),
        commitment_lock_months: i32::from(region.commitment_lock_months.value),
        promised: promised(world, item, &draft.answers),
        step_due: step_due(world, Tier::Village),
        confirm_due: working_days(world, region.confirm_working_days.value),
        sampled: sampled(u16::from_le_bytes(chance), region.sample_percent.value),
        today: world.today(),
    }
}

/// By when an application with these answers is decided.
pub fn promised(world: &World, item: &Item, answers: &Answers) -> Date {
    let region = &world.region;
    match (item.pace)(answers) {
        Pace::Usual => working_days(world, region.promised_days(item.code)),
        Pace::Named(pace) => working_days(world, region.promise_at(item.code, pace).map_or(0, |row| row.days)),
        // Ready when the three tiers have seen it; the board's day, or the working day after.
        Pace::Board => board_from(world, working_days(world, region.step_days.value.sum())),
    }
}

/// The first board that is not before `ready`.
pub fn board_from(world: &World, ready: Date) -> Date {
    world.region.next_board(ready, |day| world.calendar.add_working_days(day, 0).unwrap_or(day))
}

/// The board that decides a case which waits for one at the county.
pub fn board_day(world: &World, case: &Case) -> Option<Date> {
    case.ready_for_board().map(|ready| board_from(world, ready))
}

/// When the step of a tier is late.
pub fn step_due(world: &World, tier: Tier) -> Date {
    working_days(world, world.region.step_days(tier))
}

/// The same for a case: what waits for the board is not late before the board has met.
pub fn step_due_of(world: &World, case: &Case, tier: Tier) -> Date {
    let due = step_due(world, tier);
    board_day(world, case).map_or(due, |board| due.max(board))
}

/// A working day from today. The start checks that the calendar covers the years; should one be missing all the
/// same, the promise is the earliest possible and never later than what was said.
pub fn working_days(world: &World, days: u16) -> Date {
    let today = china_date(world.now());
    world.calendar.add_working_days(today, days).unwrap_or(today)
}

pub fn new_reference(world: &World) -> String {
    let mut bytes = [0u8; 16];
    world.chance.fill(&mut bytes);
    Reference::from_random(bytes).digits().to_owned()
}

/// A reference as typed or as in a path.
pub fn read_reference(typed: &str) -> Option<String> {
    Reference::parse(typed).ok().map(|r| r.digits().to_owned())
}

/// 「347 825 6472」
pub fn grouped(reference: &str) -> String {
    Reference::parse(reference).map_or_else(|_| reference.to_owned(), |r| r.groups().join(" "))
}

/// Values for a notice about a case. Nothing personal.
pub fn words_for(case: &Case) -> Vec<(&'static str, String)> {
    let mut words =
        vec![("reference", grouped(&case.reference)), ("item", case.item.slug().to_owned()), ("date", case.promised.to_string())];
    words.extend(case.paid.map(|fen| ("sum", yuan(fen))));
    words
}
