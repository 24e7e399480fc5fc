//! The steps of the three tiers: accept, review, approve, refuse, confirm, pass a sample, revoke.
//! Each is one commit: the case, the ledger, and what she is told.

use super::at_desk::{self, Clerk};
use super::{promise, tell};
use crate::caller::Caller;
use crate::error::AppResult;
use crate::ports::{Change, World};
use domain::case::{Case, CaseAct};
use domain::notice::NoticeKind;
use jiff::civil::Date;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    Accept,
    /// 容缺受理: secondary materials by a date.
    AcceptWithDeferral {
        materials: Vec<String>,
        due: Option<Date>,
    },
    Review,
    Approve,
    Refuse {
        reason: String,
    },
    Confirm,
    PassSample,
    Revoke {
        reason: String,
    },
}

pub async fn decide_case(world: &World, caller: &Caller, reference: &str, decision: Decision, once: Option<Change>) -> AppResult<Case> {
    let clerk = Clerk::of(caller)?;
    let (found, role) = at_desk::step(world, clerk, reference).await?;
    let (mut case, subject) = (found.case, found.subject);
    let (now, today, by) = (world.now(), world.today(), clerk.by());
    let (act, kind) = match decision {
        Decision::Accept => {
            case.accept(&[], None, today, role, by, now)?;
            (CaseAct::Accept, NoticeKind::CaseAccepted)
        }
        Decision::AcceptWithDeferral { materials, due } => {
            case.accept(&materials, due, today, role, by, now)?;
            (CaseAct::Accept, NoticeKind::DeferralDue)
        }
        Decision::Review => {
            case.apply(CaseAct::Review, role, by, None, now)?;
            (CaseAct::Review, NoticeKind::CaseReviewed)
        }
        Decision::Approve => {
            let region = &world.region;
            let (months, lock) = (i32::from(region.temporary_months.value), i32::from(region.commitment_lock_months.value));
            case.approve(months, lock, today, role, by, now)?;
            (CaseAct::Approve, NoticeKind::CaseInForce)
        }
        Decision::Refuse { reason } => {
            case.end_with_reason(CaseAct::Refuse, &reason, role, by, now)?;
            (CaseAct::Refuse, NoticeKind::CaseRefused)
        }
        Decision::Confirm => {
            case.apply(CaseAct::Confirm, role, by, None, now)?;
            (CaseAct::Confirm, NoticeKind::CaseConfirmed)
        }
        Decision::PassSample => {
            case.apply(CaseAct::PassSample, role, by, None, now)?;
            (CaseAct::PassSample, NoticeKind::CaseConfirmed)
        }
        Decision::Revoke { reason } => {
            case.end_with_reason(CaseAct::Revoke, &reason, role, by, now)?;
            (CaseAct::Revoke, NoticeKind::CaseRevoked)
        }
    };
    if let Some(tier) = case.state.tier() {
        case.step_due = promise::step_due(world, tier);
    }
    let moved = at_desk::route(world, &mut case, &subject).await?;
    let mut words = promise::words_for(&case);
    if let (NoticeKind::DeferralDue, Some(last)) = (kind, case.deferrals.iter().map(|d| d.due).max()) {
        words.retain(|(name, _)| *name != "date");
        words.push(("date", last.to_string()));
    }
    let mut changes = vec![tell::ledger(world, clerk.by(), &subject, act.key(), case.id.as_str(), case.item.slug(), "")];
    changes.extend(moved);
    changes.extend(tell::tell_of_case(world, &subject, &case, kind, &words).await?);
    changes.extend(once);
    changes.push(Change::SaveCase(Box::new(case.clone())));
    world.store.commit(changes).await?;
    Ok(case)
}
