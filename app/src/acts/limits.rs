//! Limits by network address, and the alarm of the whole service. Halls are listed and larger; the total never refuses
//! anybody. Knows addresses only as keyed hashes.

use crate::error::AppResult;
use crate::ports::{Change, PortError, World};
use domain::sign_in::{AddressKind, AddressRules, Alarm};
use jiff::{SignedDuration, Timestamp};

/// Where a form comes from.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    /// Look-up hash of the address.
    pub address: &'a str,
    /// One of the listed halls and desks.
    pub hall: bool,
}

const KIND: &str = "sign-in";
const EVERYBODY: &str = "everybody";

/// May this address still ask for codes and try them?
pub async fn admits(world: &World, rules: &AddressRules, origin: Origin<'_>) -> AppResult<bool> {
    let count = world.store.attempts(KIND, origin.address, quarter_ago(world.now())).await?;
    let kind = if origin.hall { AddressKind::Hall } else { AddressKind::Ordinary };
    Ok(rules.admits(kind, u32::try_from(count).unwrap_or(u32::MAX)).is_ok())
}

/// To be committed with what is counted: a code sent, a wrong try.
pub fn count(world: &World, origin: Origin<'_>) -> Vec<Change> {
    [origin.address, EVERYBODY].into_iter().map(|who| attempt(world, KIND, who)).collect()
}

pub fn attempt(world: &World, kind: &str, who: &str) -> Change {
    Change::Attempt { kind: kind.to_owned(), who: who.to_owned(), at: world.now() }
}

/// More than this service expects in a quarter of an hour: for the log of the staff on duty.
pub async fn alarm(world: &World, rules: &AddressRules) -> AppResult<Option<Alarm>> {
    let count = world.store.attempts(KIND, EVERYBODY, quarter_ago(world.now())).await?;
    Ok(rules.alarm(u32::try_from(count).unwrap_or(u32::MAX)))
}

/// Writes the try down first and counts then, so that many tries at the same moment cannot all be the first.
/// `most`: tries within the last quarter of an hour, this one included.
pub async fn reserve(world: &World, kind: &str, who: &str, most: u64) -> Result<bool, PortError> {
    world.store.commit(vec![attempt(world, kind, who)]).await?;
    Ok(world.store.attempts(kind, who, quarter_ago(world.now())).await? <= most)
}

pub fn quarter_ago(now: Timestamp) -> Timestamp {
    now.saturating_sub(SignedDuration::from_mins(15)).unwrap_or(Timestamp::MIN)
}
