//! Staff sign in with user name and password, then with a one-time password that never works twice.
//! Known and unknown user names get the same answer after the same work.

use super::limits::{Origin, admits, count, reserve};
use super::tell;
use crate::error::AppResult;
use crate::ports::{Change, PortError, Staff, World};
use domain::ids::StaffId;
use domain::ledger::By;
use domain::person::typing;

/// Costs as much to check as the password of a real account, and no password fits it.
pub const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5bm9ibw$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
/// Tries in a quarter of an hour, right ones included: of one account from one address, and from everywhere.
/// The second is larger so that a stranger cannot easily lock a clerk out.
const FROM_ONE_ADDRESS: u64 = 8;
const FROM_EVERYWHERE: u64 = 40;
const CODES: u64 = 6;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StaffNo {
    Wrong,
    TooManyTries,
    /// The password step is missing or too old.
    StartAgain,
}

/// `keep` remembers that the password was right; the one-time password is still open.
pub async fn staff_sign_in(
    world: &World,
    origin: Origin<'_>,
    user_name: &str,
    password: String,
    keep: impl FnOnce(StaffId) -> Vec<Change> + Send,
) -> AppResult<Result<(), StaffNo>> {
    let user_name = user_name_form(user_name);
    let who = world.seals.lookup("staff-name", &user_name);
    let here = world.seals.lookup("staff-name-here", &format!("{who}|{}", origin.address));
    let free = admits(world, &world.region.addresses.value, origin).await?
        && reserve(world, "staff-try", &here, FROM_ONE_ADDRESS).await?
        && reserve(world, "staff-try", &who, FROM_EVERYWHERE).await?;
    if !free {
        return Ok(Err(StaffNo::TooManyTries));
    }
    let staff = world.store.staff_by_user_name(&user_name).await?.filter(|s| s.active);
    let hash = staff.as_ref().map_or_else(|| NOBODY.to_owned(), |s| s.password_hash.clone());
    let fits = world.passwords.verify(password, hash).await?;
    match staff {
        Some(staff) if fits => {
            world.store.commit(keep(staff.id)).await?;
            Ok(Ok(()))
        }
        _ => {
            world.store.commit(count(world, origin)).await?;
            Ok(Err(StaffNo::Wrong))
        }
    }
}

/// The second step. `open` makes the changes of the new session.
pub async fn staff_check_totp(
    world: &World,
    origin: Origin<'_>,
    staff: Option<&StaffId>,
    code: &str,
    open: impl FnOnce(&Staff) -> Vec<Change> + Send,
) -> AppResult<Result<(), StaffNo>> {
    let Some(id) = staff else { return Ok(Err(StaffNo::StartAgain)) };
    if !reserve(world, "staff-code", id.as_str(), CODES).await? {
        return Ok(Err(StaffNo::TooManyTries));
    }
    let Some(staff) = world.store.staff(id).await?.filter(|s| s.active) else { return Ok(Err(StaffNo::StartAgain)) };
    let step = world.passwords.totp_step(&staff.totp_secret, &typing::squeeze(code), world.now());
    let Some(step) = step.filter(|step| *step > staff.totp_last_step) else {
        world.store.commit(count(world, origin)).await?;
        return Ok(Err(StaffNo::Wrong));
    };
    let mut changes = open(&staff);
    let county = staff.desk.county();
    changes.push(tell::ledger_of_staff(world, By::Staff(staff.id.clone()), county.as_str(), "staff-sign-in", "", ""));
    changes.push(Change::SaveStaff(Box::new(Staff { totp_last_step: step, failed_since: Vec::new(), ..staff })));
    match world.store.commit(changes).await {
        Ok(()) => Ok(Ok(())),
        // The same code in two windows: the second one is late.
        Err(PortError::Conflict(_)) => Ok(Err(StaffNo::Wrong)),
        Err(error) => Err(error.into()),
    }
}

/// User names are stored in this form.
pub fn user_name_form(typed: &str) -> String {
    typed.trim_matches([' ', '\t', '\r', '\n', '\u{3000}']).to_lowercase()
}
