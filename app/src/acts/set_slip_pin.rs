//! The second screen at the counter: she alone chooses the PIN of her slip. The clerk never sees it.

use super::codes::SignInNo;
use super::limits::{Origin, admits, count};
use super::{slip_keys, tell};
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, Slip, SlipState, World};
use domain::ids::SlipId;
use domain::ledger::By;
use domain::sign_in::{Pin, PinError};
use jiff::SignedDuration;

const SCREEN_MINUTES: i64 = 30;

/// The slip whose short number stands on the clerk's screen.
pub async fn open_second_screen(
    world: &World,
    origin: Origin<'_>,
    typed: &str,
    keep: impl FnOnce(SlipId) -> Vec<Change> + Send,
) -> AppResult<Result<(), SignInNo>> {
    if !admits(world, &world.region.addresses.value, origin).await? {
        return Ok(Err(SignInNo::AddressFull));
    }
    let found = match slip_keys::screen_hash(world, typed) {
        Some(hash) => world.store.slip_by_screen(&hash).await?.filter(|slip| waits(world, slip)),
        None => None,
    };
    let Some(slip) = found else {
        world.store.commit(count(world, origin)).await?;
        return Ok(Err(SignInNo::ScreenUnknown));
    };
    world.store.commit(keep(slip.id)).await?;
    Ok(Ok(()))
}

/// The slip that waits for its PIN and whose it is.
pub async fn waiting_slip(world: &World, id: &SlipId) -> AppResult<Option<(Slip, Person)>> {
    let Some(slip) = world.store.slip(id).await?.filter(|slip| waits(world, slip)) else { return Ok(None) };
    Ok(world.store.person(&slip.person).await?.map(|person| (slip, person)))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PinNo {
    First(PinError),
    /// The second typing is another number.
    Different,
}

pub async fn set_slip_pin(world: &World, id: &SlipId, typed: &str, again: &str, done: Vec<Change>) -> AppResult<Result<(), PinNo>> {
    let (slip, person) = waiting_slip(world, id).await?.ok_or(AppError::NotFound)?;
    let pin = match Pin::choose(typed, &person.id_number) {
        Ok(pin) => pin,
        Err(error) => return Ok(Err(PinNo::First(error))),
    };
    if Pin::read(again).as_ref() != Ok(&pin) {
        return Ok(Err(PinNo::Different));
    }
    let hash = slip_keys::pin_hash(world, &slip.id, &pin);
    let mut changes = done;
    changes.push(tell::ledger(world, By::Herself(person.id.clone()), &person, "set-slip-pin", slip.id.as_str(), "slip", ""));
    changes.push(Change::SaveSlip(Box::new(Slip { pin_hash: Some(hash), state: SlipState::Ready, ..slip })));
    world.store.commit(changes).await?;
    Ok(Ok(()))
}

fn waits(world: &World, slip: &Slip) -> bool {
    let age = world.now().duration_since(slip.issued_at);
    slip.state == SlipState::WaitingForPin && age < SignedDuration::from_mins(SCREEN_MINUTES)
}
