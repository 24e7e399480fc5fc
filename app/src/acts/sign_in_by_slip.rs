//! The code from the paper and her PIN open one session, once. For people without a phone.

use super::codes::SignInNo;
use super::limits::{Origin, admits, count};
use super::{slip_keys, tell};
use crate::error::AppResult;
use crate::ports::{Change, Person, PortError, Slip, SlipState, World};
use domain::ledger::By;
use domain::sign_in::{Pin, Slip as SlipFacts, SlipVerdict};

pub async fn sign_in_by_slip(
    world: &World,
    origin: Origin<'_>,
    typed_code: &str,
    pin: &Pin,
    open: impl FnOnce(&Person) -> Vec<Change> + Send,
) -> AppResult<Result<Person, SignInNo>> {
    if !admits(world, &world.region.addresses.value, origin).await? {
        return Ok(Err(SignInNo::AddressFull));
    }
    for _ in 0..4 {
        let Some(slip) = find(world, typed_code).await? else {
            world.store.commit(count(world, origin)).await?;
            return Ok(Err(SignInNo::SlipUnknown));
        };
        if slip.state == SlipState::Cancelled {
            return Ok(Err(SignInNo::SlipReplaced));
        }
        let matches = slip.pin_hash.as_deref() == Some(slip_keys::pin_hash(world, &slip.id, pin).as_str());
        let facts = SlipFacts { issued: slip.issued_at, wrong: slip.tries, used: slip.state == SlipState::Used };
        match world.region.slips.value.judge(world.now(), &facts, matches) {
            SlipVerdict::Right => {
                let Some(person) = world.store.person(&slip.person).await?.filter(|p| p.alive) else {
                    return Ok(Err(SignInNo::SlipUnknown));
                };
                let mut changes = vec![Change::SaveSlip(Box::new(Slip { state: SlipState::Used, ..slip.clone() }))];
                changes.extend(open(&person));
                let by = By::Herself(person.id.clone());
                changes.push(tell::ledger(world, by, &person, "sign-in", slip.id.as_str(), "session", "slip"));
                world.store.commit(changes).await?;
                return Ok(Ok(person));
            }
            SlipVerdict::Wrong { left } => {
                let mut changes = count(world, origin);
                changes.push(Change::SaveSlip(Box::new(Slip { tries: slip.tries.saturating_add(1), ..slip })));
                match world.store.commit(changes).await {
                    Ok(()) => return Ok(Err(SignInNo::SlipWrong { left })),
                    Err(PortError::Conflict(_)) => continue,
                    Err(error) => return Err(error.into()),
                }
            }
            SlipVerdict::Used => return Ok(Err(SignInNo::SlipUsed)),
            SlipVerdict::Expired => return Ok(Err(SignInNo::SlipExpired)),
            SlipVerdict::TooManyTries => return Ok(Err(SignInNo::SlipTooManyTries)),
        }
    }
    Ok(Err(SignInNo::SameMoment))
}

/// A slip without a PIN is as if it were not there.
async fn find(world: &World, typed_code: &str) -> AppResult<Option<Slip>> {
    let Some(hash) = slip_keys::slip_code_hash(world, typed_code) else { return Ok(None) };
    let found = world.store.slip_by_code(&hash).await?;
    Ok(found.filter(|slip| slip.pin_hash.is_some()))
}
