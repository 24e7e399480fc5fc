//! The elder agrees, on her own phone with a fresh code. A phone that others hold, or the asker holds, proves nothing.

use super::codes::{Recipient, SignInNo, draw_code_saying, judge_code};
use super::load_grant::{GrantView, moved, own_grant};
use super::no_place::{has_room, told_no_place};
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{Change, Person, Place, SessionOf, World};
use domain::calendar::china_instant;
use domain::family::{Agreement, EndReason, Grant, GrantAct, GrantState, Party, guardian, phone_can_consent};
use domain::ids::NoticeId;
use domain::notice::way::Way;
use domain::notice::{Notice, NoticeKind};
use domain::person::Code;
use domain::refusal::Refusal;
use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp};

const PURPOSE: &str = "consent";

/// Can she answer here, or only at a counter?
pub async fn can_answer_by_phone(world: &World, view: &GrantView) -> AppResult<Result<(), Refusal>> {
    if guardian::is_child(&view.elder.id_number, world.today()) {
        return Ok(Err(Refusal::PhoneCannotConsent));
    }
    // While somebody speaks for her by law, or the county looks at it, a code proves nobody's will.
    if world.store.grants_by_elder(&view.elder.id).await?.iter().any(Grant::speaks_for_her) {
        return Ok(Err(Refusal::PhoneCannotConsent));
    }
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
    has_room(world, caller, &view).await?;
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
    changes.extend(said_yes(world, caller, &mut view, Agreement::OwnPhone { at: world.now() }).await?);
    changes.extend(once);
    told_no_place(world, caller, &view, world.store.commit(changes).await).await?;
    Ok(Ok(()))
}

/// Everything that goes with a yes on her own phone, however she proved that it was she.
pub(super) async fn said_yes(world: &World, caller: &Caller, view: &mut GrantView, agreement: Agreement) -> AppResult<Vec<Change>> {
    let now = world.now();
    let reason = if from_where(caller) == NEW_BROWSER { NEW_BROWSER } else { agreement.key() };
    view.grant.apply(GrantAct::Agree, Party::Elder, Some(agreement), now)?;
    view.grant.waits_until = begins(world, view).await?;
    let mut changes = vec![take_place(world, view)];
    changes.extend(moved(world, caller.by(), view, GrantAct::Agree, reason));
    changes.push(visit(world, view));
    changes.extend(replaced(world, caller, view).await?);
    Ok(changes)
}

/// The yes came from a phone that she has called her own, or from a browser that nobody knows.
fn from_where(caller: &Caller) -> &'static str {
    match caller.session().map(|s| &s.of) {
        Some(SessionOf::Resident { own_phone: true, .. }) => "own-phone",
        _ => NEW_BROWSER,
    }
}

/// The word of the ledger for it; whoever watches for unusual patterns reads it there.
pub const NEW_BROWSER: &str = "new-browser";

/// A first yes by phone waits a day, unless shared data know that they belong together or an earlier yes has held.
/// What the asker herself says about the relation counts for nothing here.
async fn begins(world: &World, view: &GrantView) -> AppResult<Option<Timestamp>> {
    let household = |p: &Person| p.household.clone().filter(|h| !h.is_empty());
    if household(&view.elder).is_some() && household(&view.elder) == household(&view.helper) {
        return Ok(None);
    }
    let now = world.now();
    let wait = SignedDuration::from_hours(i64::from(world.region.family.first_wait_hours.value));
    let held = |g: &Grant| {
        let agreed = g.agreement.as_ref().and_then(|a| a.at().checked_add(wait).ok());
        g.helper == view.helper.id && g.id != view.grant.id && g.state != GrantState::Disputed && agreed.is_some_and(|at| at <= now)
    };
    if world.store.grants_by_elder(&view.elder.id).await?.iter().any(held) {
        return Ok(None);
    }
    Ok(now.checked_add(wait).ok())
}

/// A place with this elder and with this helper, or no grant.
pub(super) fn take_place(world: &World, view: &GrantView) -> Change {
    let today = world.today();
    Change::TakePlace(Box::new(Place {
        elder: view.elder.id.clone(),
        helper: view.helper.id.clone(),
        limits: world.region.family.clone(),
        month_from: china_instant(today.first_of_month(), Time::midnight()),
    }))
}

/// The village tells her of a yes by phone once more in person: phones are borrowed.
fn visit(world: &World, view: &GrantView) -> Change {
    let by = super::promise::working_days(world, world.region.family.visit_working_days.value);
    Change::PutNotice(Box::new(Notice {
        id: NoticeId::new(world.new_id()),
        person: view.elder.id.clone(),
        kind: NoticeKind::GrantByPhone,
        at: world.now(),
        args: [("helper".to_owned(), view.helper.name.masked())].into(),
        way: Way::Hand,
        by_hand: Some(by),
        read_at: None,
        delivered: None,
    }))
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
        if act == GrantAct::End {
            old.because(EndReason::Replaced);
        }
        changes.push(super::tell::ledger(world, caller.by(), &new.elder, "end-grant", old.id.as_str(), "", "replaced"));
        changes.push(Change::SaveGrant(Box::new(old)));
    }
    Ok(changes)
}

pub(super) fn open_request(world: &World, grant: &Grant) -> Result<(), Refusal> {
    if !grant.state.waits_for_her() {
        return Err(Refusal::NotInThisState);
    }
    if world.now() < grant.until { Ok(()) } else { Err(Refusal::GrantExpired) }
}

/// A code for one request is no code for another.
fn who(world: &World, view: &GrantView) -> String {
    world.seals.lookup(PURPOSE, &format!("{}|{}", view.elder.id, view.grant.id))
}
