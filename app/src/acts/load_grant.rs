//! A grant with its two people, and what goes with every change of it: ledger, elder told, helper told.
//! Somebody else's grant is not shown to exist.

use super::ask_grant::scope_keys;
use super::promise;
use super::tell::{ledger, tell};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, Unsent, World};
use crate::text;
use domain::calendar::china_date;
use domain::family::{Grant, GrantAct};
use domain::ids::GrantId;
use domain::judge::{Act, may};
use domain::lang::Lang;
use domain::ledger::By;
use domain::notice::NoticeKind;
use jiff::SignedDuration;

#[derive(Debug, Clone)]
pub struct GrantView {
    pub grant: Grant,
    pub elder: Person,
    pub helper: Person,
}

impl GrantView {
    /// Last day of the grant, in China.
    pub fn last_day(&self) -> jiff::civil::Date {
        last_day(&self.grant)
    }
}

pub fn last_day(grant: &Grant) -> jiff::civil::Date {
    china_date(grant.until.saturating_sub(SignedDuration::from_secs(1)).unwrap_or(grant.until))
}

pub(super) async fn load_grant(world: &World, id: &str) -> AppResult<GrantView> {
    let grant = world.store.grant(&GrantId::new(id)).await?.ok_or(AppError::NotFound)?;
    let elder = world.store.person(&grant.elder).await?.ok_or(AppError::NotFound)?;
    let helper = world.store.person(&grant.helper).await?.ok_or(AppError::NotFound)?;
    Ok(GrantView { grant, elder, helper })
}

/// The grant under which a helper typed something, with its elder.
pub async fn of_helper(world: &World, unsent: &Unsent) -> AppResult<Option<(Grant, Person)>> {
    let view = load_grant(world, unsent.grant.as_str()).await?;
    Ok((view.grant.helper == unsent.helper).then_some((view.grant, view.elder)))
}

/// The grant, for the elder herself.
pub async fn own_grant(world: &World, caller: &Caller, id: &str) -> AppResult<GrantView> {
    let view = load_grant(world, id).await?;
    may(&caller.actor(), view.elder.subject(), Act::RuleGrant, world.now())?;
    Ok(view)
}

/// Everything that is written when a grant has moved: the grant, the ledger, both people told.
pub(super) fn moved(world: &World, by: By, view: &GrantView, act: GrantAct, reason: &str) -> Vec<Change> {
    moved_saying(world, by, view, act, reason, told(&view.grant, act))
}

/// The same in other words than the usual ones of the act.
pub(super) fn moved_saying(world: &World, by: By, view: &GrantView, act: GrantAct, reason: &str, kind: Option<NoticeKind>) -> Vec<Change> {
    let GrantView { grant, elder, helper } = view;
    let word = format!("{}-grant", act.key());
    let mut changes =
        vec![Change::SaveGrant(Box::new(grant.clone())), ledger(world, by, elder, &word, grant.id.as_str(), &scope_keys(grant), reason)];
    let Some(kind) = kind else { return changes };
    let date = match act {
        // The day by which the county answers.
        GrantAct::TakeIn => promise::working_days(world, world.region.family.guardian_working_days.value),
        _ => view.last_day(),
    };
    let no = grant.claim.as_ref().and_then(|claim| claim.no);
    let no = no.map(|no| text::text(Lang::ZhHans, &format!("guardian-no-{}", no.key()))).unwrap_or_default();
    let no = no.trim_end_matches('。').to_owned();
    let names = |to: &str| {
        vec![
            ("to", to.to_owned()),
            ("helper", helper.name.masked()),
            ("elder", elder.name.masked()),
            ("date", date.to_string()),
            ("act", no.clone()),
        ]
    };
    changes.extend(tell(world, elder, kind, &names("elder")));
    // Who asked does not learn from us whether a number belongs to somebody; a guardian who was taken in stood there.
    if grant.agreement.is_some() || grant.claim.is_some() {
        changes.extend(tell(world, helper, kind, &names("helper")));
    }
    changes
}

fn told(grant: &Grant, act: GrantAct) -> Option<NoticeKind> {
    Some(match act {
        // A look changes nothing for anybody.
        GrantAct::Open => return None,
        GrantAct::TakeIn => NoticeKind::GuardianTaken,
        GrantAct::Agree if grant.by_legal_guardian() => NoticeKind::GuardianStarted,
        GrantAct::Refuse if grant.claim.as_ref().is_some_and(|claim| claim.no.is_some()) => NoticeKind::GuardianRefused,
        GrantAct::Agree => NoticeKind::GrantStarted,
        GrantAct::Refuse => NoticeKind::GrantRefused,
        GrantAct::Pause => NoticeKind::GrantPaused,
        GrantAct::Resume => NoticeKind::GrantResumed,
        GrantAct::End | GrantAct::Expire => NoticeKind::GrantEnded,
        GrantAct::Dispute => NoticeKind::GrantDisputed,
        GrantAct::Clear => NoticeKind::GrantPaused,
        GrantAct::See => NoticeKind::GrantSeen,
    })
}
