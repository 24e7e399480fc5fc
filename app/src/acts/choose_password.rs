//! After a reset somebody else has seen her password: a clerk chooses one of her own before she does anything else.

use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Staff, World};
use domain::refusal::Refusal;
use domain::sign_in::{StaffPasswordError, check_staff_password};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordNo {
    Form(StaffPasswordError),
    /// Both boxes must say the same.
    NotTheSame,
    /// It is the one that she was given.
    AsGiven,
}

pub async fn choose_password(
    world: &World,
    caller: &Caller,
    typed: &str,
    again: &str,
    once: Option<Change>,
) -> AppResult<Result<(), PasswordNo>> {
    let (me, _) = caller.staff().ok_or(AppError::SignIn)?;
    if !me.must_choose_password {
        return Err(Refusal::NotInThisState.into());
    }
    if let Err(no) = check_staff_password(&me.user_name, typed) {
        return Ok(Err(PasswordNo::Form(no)));
    }
    if typed != again {
        return Ok(Err(PasswordNo::NotTheSame));
    }
    if world.passwords.verify(typed.to_owned(), me.password_hash.clone()).await? {
        return Ok(Err(PasswordNo::AsGiven));
    }
    let password_hash = world.passwords.hash(typed.to_owned()).await?;
    let county = me.desk.county();
    let mut changes = vec![
        Change::SaveStaff(Box::new(Staff { password_hash, must_choose_password: false, ..me.clone() })),
        tell::ledger_of_staff(world, caller.by(), county.as_str(), "choose-password", me.id.as_str(), ""),
    ];
    changes.extend(once);
    world.store.commit(changes).await?;
    Ok(Ok(()))
}
