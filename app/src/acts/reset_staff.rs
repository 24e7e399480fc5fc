//! A new password and a new one-time secret for a clerk: two different supervisors, neither of them the clerk herself.

use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, PortError, ResetAsked, Staff, World};
use domain::ids::{PersonId, StaffId};
use domain::judge::{Act, Subject, may};
use domain::refusal::Refusal;
use domain::sign_in::reset_request_stands;
use jiff::Timestamp;

/// Shown once to the second supervisor, stored nowhere in plain.
pub struct NewAccess {
    pub user_name: String,
    pub password: String,
    pub totp_secret: String,
}

/// Accounts of the supervisor's own area.
pub async fn see_accounts(world: &World, caller: &Caller) -> AppResult<Vec<Staff>> {
    let me = supervisor(world, caller)?;
    let mut all = world.store.all_staff().await?;
    all.retain(|s| me.desk.contains(&s.desk));
    all.sort_by(|a, b| (&a.desk, &a.user_name).cmp(&(&b.desk, &b.user_name)));
    Ok(all)
}

/// The first of two: asks.
pub async fn ask_reset(world: &World, caller: &Caller, id: &StaffId, once: Option<Change>) -> AppResult<()> {
    let (me, staff) = concerned(world, caller, id).await?;
    if standing_request(&staff, world.now()).is_some() {
        return Err(Refusal::SecondSupervisor.into());
    }
    let mut changes = vec![note(world, caller, &staff, "ask-reset")];
    let asked = ResetAsked { by: me.id.clone(), at: world.now() };
    changes.push(Change::SaveStaff(Box::new(Staff { reset_asked: Some(asked), ..staff })));
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}

/// Who asked for a reset that another supervisor may still confirm.
pub fn standing_request(staff: &Staff, now: Timestamp) -> Option<&StaffId> {
    staff.reset_asked.as_ref().filter(|asked| reset_request_stands(asked.at, now)).map(|asked| &asked.by)
}

/// Requests that nobody confirmed in time are forgotten. How many there were.
pub async fn forget_old_requests(world: &World) -> AppResult<usize> {
    let mut forgotten = 0;
    for staff in world.store.all_staff().await? {
        if staff.reset_asked.is_none() || standing_request(&staff, world.now()).is_some() {
            continue;
        }
        match world.store.commit(vec![Change::SaveStaff(Box::new(Staff { reset_asked: None, ..staff }))]).await {
            Ok(()) => forgotten += 1,
            // Saved by somebody else in this moment; the next run looks again.
            Err(PortError::Conflict(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(forgotten)
}

/// The second of two: confirms. All sessions of the clerk end.
pub async fn confirm_reset(
    world: &World,
    caller: &Caller,
    id: &StaffId,
    show: impl FnOnce(&NewAccess) -> Vec<Change> + Send,
) -> AppResult<()> {
    let (me, staff) = concerned(world, caller, id).await?;
    match standing_request(&staff, world.now()) {
        None => return Err(Refusal::NotInThisState.into()),
        Some(first) if *first == me.id => return Err(Refusal::SecondSupervisor.into()),
        Some(_) => {}
    }
    let new =
        NewAccess { user_name: staff.user_name.clone(), password: new_password(world), totp_secret: world.passwords.new_totp_secret() };
    let password_hash = world.passwords.hash(new.password.clone()).await?;
    let mut changes = show(&new);
    changes.push(note(world, caller, &staff, "confirm-reset"));
    changes.push(Change::EndSessionsOfStaff(staff.id.clone()));
    changes.push(Change::SaveStaff(Box::new(Staff {
        password_hash,
        totp_secret: new.totp_secret,
        totp_last_step: 0,
        reset_asked: None,
        must_choose_password: true,
        failed_since: Vec::new(),
        ..staff
    })));
    Ok(world.store.commit(changes).await?)
}

fn supervisor<'a>(world: &World, caller: &'a Caller) -> AppResult<&'a Staff> {
    let (me, _) = caller.staff().ok_or(AppError::SignIn)?;
    // An account of staff is nobody's matter: the judge looks at the supervisor alone.
    let nobody = PersonId::new("");
    let subject = Subject { id: &nobody, village: &me.desk, alive: true, insured: true };
    may(&caller.actor(), subject, Act::Supervise, world.now())?;
    Ok(me)
}

async fn concerned<'a>(world: &World, caller: &'a Caller, id: &StaffId) -> AppResult<(&'a Staff, Staff)> {
    let me = supervisor(world, caller)?;
    let staff = world.store.staff(id).await?.filter(|s| me.desk.contains(&s.desk)).ok_or(AppError::NotFound)?;
    if staff.id == me.id {
        return Err(Refusal::SecondSupervisor.into());
    }
    Ok((me, staff))
}

fn note(world: &World, caller: &Caller, staff: &Staff, act: &str) -> Change {
    tell::ledger_of_staff(world, caller.by(), staff.desk.county().as_str(), act, staff.id.as_str(), "")
}

/// Four groups of four, without letters and digits that look alike: about 72 bits.
pub fn new_password(world: &World) -> String {
    const LETTERS: &[u8; 23] = b"34679acdefghjkmnpqrtwxy";
    let mut out = String::new();
    let mut drawn = 0;
    while drawn < 16 {
        let mut byte = [0u8; 1];
        world.chance.fill(&mut byte);
        if byte[0] < 253 {
            if drawn > 0 && drawn % 4 == 0 {
                out.push('-');
            }
            out.push(char::from(LETTERS[usize::from(byte[0]) % LETTERS.len()]));
            drawn += 1;
        }
    }
    out
}
