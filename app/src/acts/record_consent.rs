//! At a counter: a clerk reads the request aloud, looks at the card, and writes down what the elder says.
//! Stopping can be said by telephone; a yes and a resumption need her and her card.

use super::agree_grant::{replaced, take_place};
use super::load_grant::{GrantView, load_grant, moved};
use super::no_place::told_no_place;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Staff, World};
use domain::family::{Agreement, GrantAct, Party, guardian};
use domain::judge::{Act, Actor, may};
use domain::ledger::By;
use domain::refusal::Refusal;
use domain::review::{Reviewer, Ties};

/// What can be shown at the desk. The first two prove who she is.
pub const PAPERS: [&str; 5] = ["id-card", "social-card", "household-book", "birth-certificate", "helper-card"];

/// What the clerk wrote down.
#[derive(Debug, Clone, Default)]
pub struct Recorded {
    pub shown: Vec<String>,
    /// She telephoned; else she stands there.
    pub by_phone: bool,
}

impl Recorded {
    /// Her own card; for a child what proves the guardian.
    fn card_checked(&self, child: bool) -> bool {
        if child {
            return !self.by_phone && guardian::proves_guardian(self.shown.iter().map(String::as_str));
        }
        !self.by_phone && self.shown.iter().any(|paper| paper == "id-card" || paper == "social-card")
    }
}

/// The request as a clerk may see it. Looking is written down.
pub async fn see_grant(world: &World, caller: &Caller, id: &str) -> AppResult<GrantView> {
    let (staff, reviewer) = caller.staff().ok_or(AppError::SignIn)?;
    let view = load_grant(world, id).await?;
    // Seen without a card so that the clerk can say what to bring; a tie to either of them closes the page.
    let ties = ties_to_both(world, staff, &view).await?;
    may(&Actor::Staff(reviewer), view.elder.subject(), Act::StopGrant { ties }, world.now())?;
    let look = super::tell::ledger(world, by(staff), &view.elder, "see-grant", view.grant.id.as_str(), "", "");
    world.store.commit(vec![look]).await?;
    Ok(view)
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
    judge(world, reviewer, &view, act, ties, recorded.card_checked(child))?;
    let now = world.now();
    let reason = if recorded.by_phone { "by-telephone" } else { "at-counter" };
    let agreement = (act == GrantAct::Agree).then(|| {
        let shown = PAPERS.iter().filter(|p| recorded.shown.iter().any(|s| s == *p)).map(|p| (*p).to_owned()).collect();
        let clerk = staff.id.clone();
        if child { Agreement::Guardian { at: now, clerk, shown } } else { Agreement::Counter { at: now, clerk, shown } }
    });
    view.grant.apply(act, Party::ClerkForElder, agreement, now)?;
    let mut changes = moved(world, by(staff), &view, act, reason);
    if act == GrantAct::Agree {
        changes.insert(0, take_place(world, &view));
        changes.extend(replaced(world, caller, &view).await?);
    }
    changes.extend(once);
    told_no_place(world, caller, &view, world.store.commit(changes).await).await
}

fn judge(world: &World, clerk: &Reviewer, view: &GrantView, act: GrantAct, ties: Ties, card_checked: bool) -> Result<(), Refusal> {
    let asked = match act {
        GrantAct::Agree | GrantAct::Resume | GrantAct::See | GrantAct::Clear => Act::RecordConsent { ties, card_checked },
        GrantAct::Refuse | GrantAct::Pause | GrantAct::End | GrantAct::Dispute => Act::StopGrant { ties },
        GrantAct::Expire => return Err(Refusal::NotInThisState),
    };
    may(&Actor::Staff(clerk), view.elder.subject(), asked, world.now())
}

/// A clerk who belongs to the helper's family stands as close to the matter as one of the elder's.
async fn ties_to_both(world: &World, staff: &Staff, view: &GrantView) -> AppResult<Ties> {
    let elder = world.store.ties(staff, &view.elder.id).await?;
    let helper = world.store.ties(staff, &view.helper.id).await?;
    Ok(Ties {
        same_household: elder.same_household || helper.same_household,
        grant_between: elder.grant_between || staff.person.as_ref() == Some(&view.helper.id),
        declared: elder.declared || helper.declared,
    })
}

fn by(staff: &Staff) -> By {
    By::Counter(staff.id.clone())
}
