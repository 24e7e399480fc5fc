//! She moves, and says so at a counter with her card: to another village of the county, or away from it. Grants are
//! re-checked, their helpers told. What was filed stays where it is decided; away from here nothing new is filed.

use super::at_desk::{self, Clerk};
use super::load_grant::{load_grant, moved_saying};
use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, World};
use domain::family::{GrantAct, Party, recheck};
use domain::ids::{AreaCode, GrantId};
use domain::judge::{Act, may};
use domain::notice::NoticeKind;
use domain::refusal::Refusal;
use domain::review::Tier;
use std::collections::BTreeSet;

/// Where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goes {
    /// A village of this county; also back from elsewhere.
    To(AreaCode),
    Away,
}

impl Goes {
    pub const AWAY: &'static str = "away";
    /// As the form sends it.
    pub fn read(typed: &str) -> Option<Goes> {
        match typed {
            "" => None,
            Self::AWAY => Some(Goes::Away),
            code => Some(Goes::To(AreaCode::new(code))),
        }
    }
}

/// The person at the counter, for the page that asks where to.
pub async fn who_moves(world: &World, caller: &Caller, id: &str) -> AppResult<Person> {
    let clerk = Clerk::of(caller)?;
    let (person, ties) = at_desk::person(world, clerk, id).await?;
    may(&clerk.actor(), person.subject(), Act::MovePerson { ties, card_checked: true }, world.now())?;
    Ok(person)
}

pub async fn move_person(world: &World, caller: &Caller, id: &str, goes: Goes, card_checked: bool, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let (person, ties) = at_desk::person(world, clerk, id).await?;
    if let Err(refusal) = may(&clerk.actor(), person.subject(), Act::MovePerson { ties, card_checked }, world.now()) {
        at_desk::refused(world, clerk, &person, "refused-move-person", person.id.as_str(), refusal).await?;
        return Err(refusal.into());
    }
    let new = match &goes {
        Goes::To(village) if village.tier() == Tier::Village && world.region.covers(village.as_str()) => {
            // Who was never insured here is enrolled, not moved.
            if !person.insured && !left_before(world, &person).await? {
                return Err(Refusal::NotInsuredHere.into());
            }
            Person { village: village.clone(), insured: true, ..person.clone() }
        }
        Goes::Away => Person { village: person.village.county(), insured: false, ..person.clone() },
        Goes::To(_) => return Err(AppError::NotFound),
    };
    if new == person {
        return Err(Refusal::NotInThisState.into());
    }
    let given = world.store.grants_by_elder(&person.id).await?;
    let (act, pauses, reason, told) = match goes {
        Goes::To(_) => {
            let most = world.region.family.helpers_per_elder.value;
            ("move-person", recheck::after_move(&given, most), "moved", NoticeKind::GrantPaused)
        }
        Goes::Away => ("move-away", recheck::after_leaving(&given), "moved-away", NoticeKind::GrantMovedAway),
    };
    let mut changes = vec![tell::ledger(world, clerk.by(), &person, act, person.id.as_str(), "counter", "card-checked")];
    changes.extend(pause(world, clerk, &new, pauses, reason, told).await?);
    if goes != Goes::Away {
        let place = world.region.desk_name(new.village.as_str());
        changes.extend(tell::tell(world, &new, NoticeKind::PersonMoved, &[("place", place)]));
        for grant in given.iter().filter(|g| g.state.holds_a_place()) {
            let Some(helper) = world.store.person(&grant.helper).await? else { continue };
            let names = [("to", "helper".to_owned()), ("elder", new.name.masked())];
            changes.extend(tell::tell(world, &helper, NoticeKind::GrantMoved, &names));
        }
    } else if !changes.iter().any(|c| matches!(c, Change::PutNotice(_))) {
        // Nobody helps her: she is told all the same.
        changes.extend(tell::tell(world, &new, NoticeKind::GrantMovedAway, &[("to", "elder".to_owned())]));
    }
    changes.push(Change::SavePerson(Box::new(new)));
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}

/// A wrong move away is undone by moving her back.
async fn left_before(world: &World, person: &Person) -> AppResult<bool> {
    Ok(world.store.ledger_of(&person.id, 500).await?.iter().any(|row| row.line.act == "move-away"))
}

async fn pause(
    world: &World,
    clerk: Clerk<'_>,
    elder: &Person,
    ids: BTreeSet<GrantId>,
    reason: &str,
    told: NoticeKind,
) -> AppResult<Vec<Change>> {
    let mut changes = Vec::new();
    for id in ids {
        let mut view = load_grant(world, id.as_str()).await?;
        // One that ran out in this very moment is the timer's.
        if view.grant.apply(GrantAct::Pause, Party::Rule, None, world.now()).is_ok() {
            view.elder = elder.clone();
            changes.extend(moved_saying(world, clerk.by(), &view, GrantAct::Pause, reason, Some(told)));
        }
    }
    Ok(changes)
}
