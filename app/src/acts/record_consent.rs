//! At a counter or at her home: a clerk reads the request aloud, looks at the card, and writes down what the elder says.
//! Stopping can be said by telephone; a yes and a resumption need her and her card.

use super::agree_grant::{replaced, take_place};
use super::at_desk::{self, Clerk};
use super::delegated::{LetterNeed, letter_need};
use super::load_grant::{GrantView, load_grant, moved};
use super::no_place::told_no_place;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Staff, World};
use domain::family::{Agreement, Grant, GrantAct, Party, guardian};
use domain::judge::{Act, Actor, may};
use domain::ledger::By;
use domain::refusal::Refusal;
use domain::review::{Reviewer, Ties};

/// What can be shown at the desk. The first two prove who she is.
pub const PAPERS: [&str; 5] = ["id-card", "social-card", "household-book", "birth-certificate", "helper-card"];

/// Who else was there at a visit: kept with the yes, so that it can be asked about later.
pub const THERE: [&str; 5] = ["only-us", "helper", "family", "neighbour", "village-staff"];

/// How the elder said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum How {
    /// She stands at the counter.
    #[default]
    Counter,
    /// The clerk visits her.
    Home,
    Phone,
}

impl How {
    /// As the form sends it.
    pub fn from_key(key: &str) -> Option<How> {
        Some(match key {
            "present" => How::Counter,
            "home" => How::Home,
            "phone" => How::Phone,
            _ => return None,
        })
    }
    /// Word of the ledger.
    fn reason(self) -> &'static str {
        match self {
            How::Counter => "at-counter",
            How::Home => "at-home",
            How::Phone => "by-telephone",
        }
    }
}

/// What the clerk wrote down.
#[derive(Debug, Clone, Default)]
pub struct Recorded {
    pub shown: Vec<String>,
    pub how: How,
    /// At home: who else was there.
    pub there: Vec<String>,
}

impl Recorded {
    /// Her own card; for a child what proves the guardian.
    fn card_checked(&self, child: bool) -> bool {
        if child {
            return self.how != How::Phone && guardian::proves_guardian(self.shown.iter().map(String::as_str));
        }
        self.how != How::Phone && self.shown.iter().any(|paper| paper == "id-card" || paper == "social-card")
    }
}

/// The request as a clerk may see it. Looking is written down.
pub async fn see_grant(world: &World, caller: &Caller, id: &str) -> AppResult<GrantView> {
    // Seen without a card so that the clerk can say what to bring; a tie to either of them closes the page.
    let (clerk, view) = before_grant(world, caller, id, |_, ties| Act::StopGrant { ties }).await?;
    let look = super::tell::ledger(world, by(clerk.staff), &view.elder, "see-grant", view.grant.id.as_str(), "", "");
    world.store.commit(vec![look]).await?;
    Ok(view)
}

/// The grant for a clerk who wants to do something with it, judged first. A refusal for her own family's sake, or because
/// she did an earlier step, is written down.
pub(super) async fn before_grant<'a>(
    world: &World,
    caller: &'a Caller,
    id: &str,
    act: impl for<'g> FnOnce(&'g Grant, Ties) -> Act<'g> + Send,
) -> AppResult<(Clerk<'a>, GrantView)> {
    let clerk = Clerk::of(caller)?;
    let view = load_grant(world, id).await?;
    let ties = ties_to_both(world, clerk.staff, &view).await?;
    if let Err(refusal) = may(&Actor::Staff(clerk.reviewer), view.elder.subject(), act(&view.grant, ties), world.now()) {
        at_desk::refused(world, clerk, &view.elder, "refused-grant", view.grant.id.as_str(), refusal).await?;
        return Err(refusal.into());
    }
    Ok((clerk, view))
}

pub async fn record_consent(
    world: &World,
    caller: &Caller,
    id: &str,
    act: GrantAct,
    recorded: Recorded,
    once: Option<Change>,
) -> AppResult<()> {
    let (staff, reviewer) = caller.staff().ok_or(AppError::SignIn)?;
    let mut view = load_grant(world, id).await?;
    let ties = ties_to_both(world, staff, &view).await?;
    let child = guardian::is_child(&view.elder.id_number, world.today());
    if let Err(refusal) = judge(world, reviewer, &view, act, ties, recorded.card_checked(child)) {
        at_desk::refused(world, Clerk { staff, reviewer }, &view.elder, "refused-grant", view.grant.id.as_str(), refusal).await?;
        return Err(refusal.into());
    }
    let now = world.now();
    // Her word alone opens more than filing and papers: where the region wants it signed, first the letter.
    let opens = matches!(act, GrantAct::Agree | GrantAct::See) && !child && !view.grant.by_legal_guardian();
    if opens && view.grant.letter.is_none() && letter_need(world, &view.grant) == LetterNeed::Always {
        return Err(Refusal::LetterMissing.into());
    }
    let agreement = if act == GrantAct::Agree { Some(agreement(world, staff, &recorded, child)?) } else { None };
    // What the county decided, the county lets go on.
    let county = act == GrantAct::Resume && view.grant.by_legal_guardian();
    view.grant.apply(act, if county { Party::County } else { Party::ClerkForElder }, agreement, now)?;
    let mut changes = moved(world, by(staff), &view, act, recorded.how.reason());
    if act == GrantAct::Agree {
        changes.insert(0, take_place(world, &view));
        changes.extend(replaced(world, caller, &view).await?);
    }
    changes.extend(once);
    told_no_place(world, caller, &view, world.store.commit(changes).await).await
}

/// What stays of a yes before a clerk: where, what was shown, who was there.
fn agreement(world: &World, staff: &Staff, recorded: &Recorded, child: bool) -> Result<Agreement, Refusal> {
    let known = |of: &[&str], said: &[String]| of.iter().filter(|k| said.iter().any(|s| s == *k)).map(|k| (*k).to_owned()).collect();
    let (at, clerk, shown): (_, _, Vec<String>) = (world.now(), staff.id.clone(), known(&PAPERS, &recorded.shown));
    if child {
        return Ok(Agreement::Guardian { at, clerk, shown });
    }
    if recorded.how != How::Home {
        return Ok(Agreement::Counter { at, clerk, shown });
    }
    let there: Vec<String> = known(&THERE, &recorded.there);
    if there.is_empty() { Err(Refusal::ReasonNeeded) } else { Ok(Agreement::Home { at, clerk, shown, there }) }
}

fn judge(world: &World, clerk: &Reviewer, view: &GrantView, act: GrantAct, ties: Ties, card_checked: bool) -> Result<(), Refusal> {
    let taken_by = view.grant.claim.as_ref().map(|claim| &claim.taken_by);
    let asked = match act {
        GrantAct::Resume if view.grant.by_legal_guardian() => Act::DecideClaim { ties, taken_by },
        GrantAct::Agree | GrantAct::Resume | GrantAct::See | GrantAct::Clear => Act::RecordConsent { ties, card_checked },
        GrantAct::Refuse | GrantAct::Pause | GrantAct::End | GrantAct::Dispute => Act::StopGrant { ties },
        GrantAct::Open | GrantAct::TakeIn | GrantAct::Expire => return Err(Refusal::NotInThisState),
    };
    may(&Actor::Staff(clerk), view.elder.subject(), asked, world.now())
}

/// A clerk who belongs to the helper's family stands as close to the matter as one of the elder's.
pub(super) async fn ties_to_both(world: &World, staff: &Staff, view: &GrantView) -> AppResult<Ties> {
    let elder = world.store.ties(staff, &view.elder.id).await?;
    let helper = world.store.ties(staff, &view.helper.id).await?;
    Ok(Ties {
        same_household: elder.same_household || helper.same_household,
        grant_between: elder.grant_between || staff.person.as_ref() == Some(&view.helper.id),
        declared: elder.declared || helper.declared,
    })
}

pub(super) fn by(staff: &Staff) -> By {
    By::Counter(staff.id.clone())
}
