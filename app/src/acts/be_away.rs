//! AB角: a clerk notes that she is away and who stands in; a supervisor does it for whoever fell ill. What is kept for her shows
//! at the stand-in's desk in these days and is hers again afterwards. Moves no case and lends no right.

use super::at_desk::Clerk;
use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Staff, World};
use domain::absence::Absence;
use domain::ids::{PersonId, StaffId};
use domain::judge::{Act, Subject, may};
use domain::refusal::Refusal;
use jiff::civil::Date;

/// One clerk's absence as its page shows it.
pub struct AwayOf {
    pub whose: Staff,
    /// It is about herself.
    pub own: bool,
    /// Who could stand in: clerks of her desk.
    pub colleagues: Vec<Staff>,
    /// For whom she has said that she would stand in.
    pub stands_in_for: Vec<Staff>,
}

/// Somebody who is away or is going to be, for a supervisor.
pub struct AwayRow {
    pub whose: Staff,
    pub absence: Absence,
    /// None: nobody stands in, or he is away himself.
    pub stand_in: Option<Staff>,
}

async fn judged(world: &World, clerk: Clerk<'_>, whose: Option<&str>) -> AppResult<Staff> {
    let id = whose.map_or_else(|| clerk.staff.id.clone(), StaffId::new);
    let staff = world.store.staff(&id).await?.filter(|staff| staff.active).ok_or(AppError::NotFound)?;
    let (nobody, reviewer) = (PersonId::new(""), staff.reviewer());
    let subject = Subject { id: &nobody, village: &clerk.reviewer.desk, alive: true, insured: true };
    may(&clerk.actor(), subject, Act::SetAway(&reviewer), world.now())?;
    Ok(staff)
}

pub async fn away_of(world: &World, caller: &Caller, whose: Option<&str>) -> AppResult<AwayOf> {
    let clerk = Clerk::of(caller)?;
    let staff = judged(world, clerk, whose).await?;
    let here = colleagues(world, &staff).await?;
    let today = world.today();
    let for_her = |other: &&Staff| other.away.as_ref().is_some_and(|a| !a.over(today) && a.stand_in.as_ref() == Some(&staff.id));
    Ok(AwayOf {
        own: staff.id == clerk.staff.id,
        stands_in_for: here.iter().filter(for_her).cloned().collect(),
        colleagues: here,
        whose: staff,
    })
}

/// Clerks of her desk, without herself and without assistants.
async fn colleagues(world: &World, staff: &Staff) -> AppResult<Vec<Staff>> {
    let mut here = world.store.staff_of_desk(&staff.desk).await?;
    here.retain(|other| other.id != staff.id && !other.kind.assists());
    Ok(here)
}

/// From when until when, and who stands in; `None`: nobody.
pub async fn set_away(
    world: &World,
    caller: &Caller,
    whose: Option<&str>,
    days: (Date, Date),
    stand_in: Option<&str>,
    once: Option<Change>,
) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let staff = judged(world, clerk, whose).await?;
    let absence = Absence::new(days.0, days.1, stand_in.map(StaffId::new), clerk.staff.id.clone(), world.today())?;
    let here = colleagues(world, &staff).await?;
    let meets = |other: &Staff| other.away.as_ref().is_some_and(|theirs| theirs.meets(&absence));
    if let Some(wanted) = &absence.stand_in
        && !here.iter().any(|other| other.id == *wanted && !meets(other))
    {
        return Err(Refusal::StandInNot.into());
    }
    // Somebody counts on her in these days.
    if here.iter().any(|other| meets(other) && other.away.as_ref().and_then(|a| a.stand_in.as_ref()) == Some(&staff.id)) {
        return Err(Refusal::StandsIn.into());
    }
    let said = format!("{} {}", absence.from, absence.until);
    save(world, clerk, Staff { away: Some(absence), ..staff }, "set-away", &said, once).await
}

/// Back, or it was noted by mistake.
pub async fn come_back(world: &World, caller: &Caller, whose: Option<&str>, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let staff = judged(world, clerk, whose).await?;
    save(world, clerk, Staff { away: None, ..staff }, "end-away", "", once).await
}

async fn save(world: &World, clerk: Clerk<'_>, staff: Staff, act: &str, said: &str, once: Option<Change>) -> AppResult<()> {
    let county = staff.desk.county();
    let note = tell::ledger_of_staff(world, clerk.by(), county.as_str(), act, staff.id.as_str(), said);
    let mut changes = vec![Change::SaveStaff(Box::new(staff)), note];
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}

/// Everybody of her area who is away or is going to be; none for whoever does not supervise.
pub async fn who_is_away(world: &World, caller: &Caller) -> AppResult<Option<Vec<AwayRow>>> {
    let clerk = Clerk::of(caller)?;
    let nobody = PersonId::new("");
    let subject = Subject { id: &nobody, village: &clerk.reviewer.desk, alive: true, insured: true };
    if may(&clerk.actor(), subject, Act::Supervise, world.now()).is_err() {
        return Ok(None);
    }
    let (all, today) = (world.store.all_staff().await?, world.today());
    let hers = |staff: &&Staff| staff.active && clerk.reviewer.desk.contains(&staff.desk);
    let row = |staff: &Staff| {
        let absence = staff.away.clone().filter(|away| !away.over(today))?;
        let there = |other: &&Staff| Some(&other.id) == absence.stand_in.as_ref() && other.active && other.away_on(today).is_none();
        let stand_in = all.iter().find(there).cloned();
        Some(AwayRow { whose: staff.clone(), absence, stand_in })
    };
    let mut rows: Vec<AwayRow> = all.iter().filter(hers).filter_map(row).collect();
    rows.sort_by_key(|row| row.absence.from);
    Ok(Some(rows))
}

/// For whom this clerk stands in today.
pub async fn stands_in_for(world: &World, clerk: &Staff) -> AppResult<Vec<Staff>> {
    let today = world.today();
    if clerk.away_on(today).is_some() {
        return Ok(Vec::new());
    }
    let mut here = world.store.staff_of_desk(&clerk.desk).await?;
    here.retain(|other| other.away_on(today).is_some_and(|away| away.stand_in.as_ref() == Some(&clerk.id)));
    Ok(here)
}
