//! What a clerk does for the person who stands before her with her card: confirm who she is, change the phone on record.
//! Nothing here is possible without the card on the desk, and nothing for the clerk's own family. With a new phone the
//! grants that only the old one agreed to wait: the phone that said yes is gone.

use super::at_desk::{self, Clerk};
use super::load_grant::{load_grant, moved_saying};
use super::tell;
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{Change, Person, Verified, World};
use domain::family::{GrantAct, Party, recheck};
use domain::judge::{Act, Actor, may};
use domain::notice::NoticeKind;
use domain::person::Phone;

/// 「身份未核验」 ends here.
pub async fn confirm_identity(world: &World, caller: &Caller, id: &str, card_checked: bool, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let (mut person, ties) = at_desk::person(world, clerk, id).await?;
    if let Err(refusal) = may(&clerk.actor(), person.subject(), Act::ConfirmIdentity { ties, card_checked }, world.now()) {
        at_desk::refused(world, clerk, &person, "refused-confirm-identity", person.id.as_str(), refusal).await?;
        return Err(refusal.into());
    }
    if person.verified() {
        return Ok(());
    }
    person.verified = Verified::ByClerk;
    let mut changes = vec![tell::ledger(world, clerk.by(), &person, "confirm-identity", person.id.as_str(), "counter", "card-checked")];
    changes.extend(tell::tell(world, &person, NoticeKind::IdentityConfirmed, &[]));
    changes.extend(once);
    changes.push(Change::SavePerson(Box::new(person)));
    Ok(world.store.commit(changes).await?)
}

/// Only herself with her card. The old number is told, and everything signed in by it ends.
pub async fn change_phone(world: &World, caller: &Caller, id: &str, new: Phone, card_checked: bool, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let (old, ties) = at_desk::person(world, clerk, id).await?;
    let actor = Actor::Counter { clerk: clerk.reviewer, present: &old.id, card_checked, ties };
    if let Err(refusal) = may(&actor, old.subject(), Act::ChangeKeyData, world.now()) {
        at_desk::refused(world, clerk, &old, "refused-change-phone", old.id.as_str(), refusal).await?;
        return Err(refusal.into());
    }
    let new = Person { phone: Some(new), ..old.clone() };
    let mut changes = vec![
        Change::SavePerson(Box::new(new.clone())),
        Change::EndOwnPhones(old.id.clone()),
        Change::EndSessionsOfPerson { person: old.id.clone(), keep: None },
        tell::ledger(world, clerk.by(), &old, "change-phone", old.id.as_str(), "counter", "card-checked"),
    ];
    // Both numbers hear of it by text, whatever she chose: if it was not she, the old phone is the only one to say so.
    changes.extend(tell::tell(world, &Person { told_by: None, ..old.clone() }, NoticeKind::PhoneChanged, &[]));
    let now = world.now();
    for id in recheck::after_new_phone(&world.store.grants_by_elder(&old.id).await?) {
        let mut view = load_grant(world, id.as_str()).await?;
        // One that ran out in this very moment is the timer's. What she is told goes to the new number.
        if view.grant.apply(GrantAct::Pause, Party::Rule, None, now).is_ok() {
            view.elder = new.clone();
            changes.extend(moved_saying(world, clerk.by(), &view, GrantAct::Pause, "phone-changed", Some(NoticeKind::GrantNewPhone)));
        }
    }
    // The new number is told too; one notice is enough.
    changes.extend(
        tell::tell(world, &Person { told_by: None, ..new }, NoticeKind::PhoneChanged, &[])
            .into_iter()
            .filter(|c| matches!(c, Change::PutSms(_))),
    );
    changes.extend(once);
    Ok(world.store.commit(changes).await?)
}
