//! A paper slip for a person without a phone: begun by a clerk, its PIN set by her on the second screen, its code shown once.
//! The clerk never sees the PIN; the code alone opens nothing.

use super::at_desk::{self, Clerk};
use super::{slip_keys, tell};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, Slip, SlipState, World};
use domain::ids::SlipId;
use domain::judge::{Act, may};
use domain::notice::NoticeKind;

pub async fn issue_slip(
    world: &World,
    caller: &Caller,
    id: &str,
    card_checked: bool,
    once: impl FnOnce(&str) -> Option<Change>,
) -> AppResult<SlipId> {
    let clerk = Clerk::of(caller)?;
    let (person, ties) = at_desk::person(world, clerk, id).await?;
    if let Err(refusal) = may(&clerk.actor(), person.subject(), Act::IssueSlip { ties, card_checked }, world.now()) {
        at_desk::refused(world, clerk, &person, "refused-slip", person.id.as_str(), refusal).await?;
        return Err(refusal.into());
    }
    let slip = Slip {
        id: SlipId::new(world.new_id()),
        person: person.id.clone(),
        // Both are drawn when they are shown; until then nothing fits them.
        code_hash: world.seals.lookup("slip-none", &world.new_id()),
        screen_hash: world.seals.lookup("slip-none", &world.new_id()),
        pin_hash: None,
        issued_by: clerk.staff.id.clone(),
        issued_at: world.now(),
        tries: 0,
        state: SlipState::WaitingForPin,
        version: 0,
    };
    let mut changes = cancelled(world, clerk, &person).await?;
    changes.extend([
        Change::SaveSlip(Box::new(slip.clone())),
        tell::ledger(world, clerk.by(), &person, "issue-slip", slip.id.as_str(), "sign-in", "card-checked"),
    ]);
    let place = world.region.desk_name(clerk.reviewer.desk.as_str());
    changes.extend(tell::tell(world, &person, NoticeKind::SlipIssued, &[("place", place)]));
    changes.extend(once(&format!("/staff/slips/{}", slip.id)));
    world.store.commit(changes).await?;
    Ok(slip.id)
}

/// Only the newest slip opens anything: an older one that nobody used may lie about.
async fn cancelled(world: &World, clerk: Clerk<'_>, person: &Person) -> AppResult<Vec<Change>> {
    let mut changes = Vec::new();
    for old in world.store.slips_of(&person.id).await? {
        if matches!(old.state, SlipState::WaitingForPin | SlipState::Ready) {
            changes.push(tell::ledger(world, clerk.by(), person, "cancel-slip", old.id.as_str(), "sign-in", "replaced"));
            changes.push(Change::SaveSlip(Box::new(Slip { state: SlipState::Cancelled, ..old })));
        }
    }
    Ok(changes)
}

/// What stands on the clerk's screen.
pub enum SlipShown {
    /// Short number for the second screen. A reload shows a new one and the old is void.
    Waiting {
        number: String,
    },
    /// The code to print, this once. A reload shows a new one and the old is void.
    Ready {
        code: String,
    },
    Over,
}

pub async fn show_slip(world: &World, caller: &Caller, id: &str) -> AppResult<(Person, Slip, SlipShown)> {
    let clerk = Clerk::of(caller)?;
    let mut slip = world.store.slip(&SlipId::new(id)).await?.filter(|s| s.issued_by == clerk.staff.id).ok_or(AppError::NotFound)?;
    let person = world.store.person(&slip.person).await?.ok_or(AppError::NotFound)?;
    let shown = match slip.state {
        SlipState::WaitingForPin => {
            let number = slip_keys::new_screen_number(world);
            slip.screen_hash = slip_keys::screen_hash(world, &number).ok_or(AppError::NotFound)?;
            SlipShown::Waiting { number }
        }
        SlipState::Ready => {
            let code = slip_keys::new_slip_code(world);
            slip.code_hash = slip_keys::slip_code_hash(world, &code).ok_or(AppError::NotFound)?;
            SlipShown::Ready { code }
        }
        SlipState::Used | SlipState::Cancelled => return Ok((person, slip, SlipShown::Over)),
    };
    let mut changes = vec![Change::SaveSlip(Box::new(slip.clone()))];
    if matches!(shown, SlipShown::Ready { .. }) {
        changes.push(tell::ledger(world, clerk.by(), &person, "print-slip", slip.id.as_str(), "sign-in", ""));
    }
    world.store.commit(changes).await?;
    Ok((person, slip, shown))
}
