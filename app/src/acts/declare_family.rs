//! A clerk names her relatives, so that their cases never reach her. A known and an unknown number get the same answer.

use super::at_desk::Clerk;
use super::tell;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{Change, World};
use domain::person::IdNumber;

pub async fn declare_family(world: &World, caller: &Caller, number: &IdNumber, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let county = clerk.reviewer.desk.county();
    let mut changes = vec![tell::ledger_of_staff(world, clerk.by(), county.as_str(), "declare-family", clerk.staff.id.as_str(), "")];
    if let Some(person) = world.store.person_by_number(number).await? {
        let mut staff = clerk.staff.clone();
        if !staff.declared.contains(&person.id) && staff.person.as_ref() != Some(&person.id) {
            staff.declared.push(person.id);
            changes.push(Change::SaveStaff(Box::new(staff)));
        }
    }
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}
