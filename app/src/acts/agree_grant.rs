//! The elder agrees, on her own phone with a fresh code. A phone that others hold, or the asker holds, proves nothing.

use super::codes::{Recipient, SignInNo, draw_code_saying, judge_code};
use super::load_grant::{GrantView, moved, own_grant};
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{Change, World};
use domain::family::{Agreement, Grant, GrantAct, GrantState, Party, phone_can_consent};
use domain::person::Code;
use domain::refusal::Refusal;
use jiff::{SignedDuration, Timestamp};

const PURPOSE: &str = "consent";

/// Can she answer here, or only at a counter?
pub async fn can_answer_by_phone(world: &World, view: &GrantView) -> AppResult<Result<(), Refusal>> {
    let Some(phone) = &view.elder.phone else { return Ok(Err(Refusal::PhoneCannotConsent)) };
    let holders = world.store.holders_of_phone(phone).await?;
    Ok(phone_can_consent(holders, view.helper.phone.as_ref() == Some(phone)))
}

/// Was a code sent for this grant that may still be alive? The page then asks for it.
pub async fn code_is_out(world: &World, view: &GrantView) -> AppResult<bool> {
    let life = SignedDuration::from_mins(i64::from(world.region.codes.value.valid_minutes));
    let since = world.now().saturating_sub(life).unwrap_or(Timestamp::MIN);
    Ok(world.store.codes(&who(world, view), PURPOSE, since).await?.iter().any(|c| !c.used))
}

/// Sends the code. Its message names the act and the helper before the digits.
pub async fn send_consent_code(world: &World, caller: &Caller, id: &str, once: Option<Change>) -> AppResult<Result<(), SignInNo>> {
    let view = own_grant(world, caller, id).await?;
    open_request(world, &view.grant)?;
    can_answer_by_phone(world, &view).await??;
    let helper = view.helper.name.masked();
    let who = who(world, &view);
    let to = Recipient { who: &who, purpose: PURPOSE, phone: view.elder.phone.as_ref(), message: "sms-consent" };
    let mut changes = match draw_code_saying(world, &world.region.codes.value, to, &[("helper", &helper)]).await? {
        Ok(changes) => changes,
        Err(no) => return Ok(Err(no)),
    };
    changes.extend(once);
    world.store.commit(changes).await?;
    Ok(Ok(()))
}

pub async fn agree_grant(world: &World, caller: &Caller, id: &str, code: &Code, once: Option<Change>) -> AppResult<Result<(), SignInNo>> {
    let mut view = own_grant(world, caller, id).await?;
    open_request(world, &view.grant)?;
    can_answer_by_phone(world, &view).await??;
    let judged = judge_code(world, &world.region.codes.value, (&who(world, &view), PURPOSE), code, true, Vec::new()).await?;
    let mut changes = match judged {
        Ok(changes) => changes,
        Err(no) => return Ok(Err(no)),
    };
    let now = world.now();
    view.grant.apply(GrantAct::Agree, Party::Elder, Some(Agreement::OwnPhone { at: now }), now)?;
    changes.extend(moved(world, caller.by(), &view, GrantAct::Agree, "own-phone"));
    changes.extend(replaced(world, caller, &view).await?);
    changes.extend(once);
    world.store.commit(changes).await?;
    Ok(Ok(()))
}

/// A newer yes to the same helper takes the place of the older one: what holds is what she was shown last. Her other
/// requests that still wait end with it, so that two answers in the same moment cannot both hold.
pub(super) async fn replaced(world: &World, caller: &Caller, new: &GrantView) -> AppResult<Vec<Change>> {
    let now = world.now();
    let mut changes = Vec::new();
    for mut old in world.store.grants_by_elder(&new.elder.id).await? {
        let same = old.helper == new.helper.id && old.id != new.grant.id;
        if !same || old.state.over() {
            continue;
        }
        let (act, party) = if now < old.until { (GrantAct::End, Party::Elder) } else { (GrantAct::Expire, Party::Rule) };
        old.apply(act, party, None, now)?;
        changes.push(super::tell::ledger(world, caller.by(), &new.elder, "end-grant", old.id.as_str(), "", "replaced"));
        changes.push(Change::SaveGrant(Box::new(old)));
    }
    Ok(changes)
}

fn open_request(world: &World, grant: &Grant) -> Result<(), Refusal> {
    match grant.state {
        GrantState::Requested if world.now() < grant.until => Ok(()),
        GrantState::Requested => Err(Refusal::GrantExpired),
        _ => Err(Refusal::NotInThisState),
    }
}

/// A code for one request is no code for another.
fn who(world: &World, view: &GrantView) -> String {
    world.seals.lookup(PURPOSE, &format!("{}|{}", view.elder.id, view.grant.id))
}
