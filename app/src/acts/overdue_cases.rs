//! What time does to cases: an overdue one climbs, a promised paper is reminded of, and one that did not come ends its grace.
//! Safe to run twice and late; whoever saves in between wins, and the next run looks again.

use super::{at_desk, promise, tell};
use crate::error::AppResult;
use crate::ports::{Change, Person, PortError, World};
use crate::text;
use domain::calendar::china_date;
use domain::case::{Case, CaseAct, CaseState};
use domain::lang::Lang;
use domain::ledger::By;
use domain::notice::NoticeKind;

const AT_ONCE: u64 = 200;

/// Every case whose step was due before today goes to the desk above; at the county it stays and is marked.
pub async fn climb_overdue(world: &World) -> AppResult<usize> {
    let mut climbed = 0;
    for id in world.store.overdue(world.today(), AT_ONCE).await? {
        let Some((mut case, subject)) = load(world, &id).await? else { continue };
        let Some(step) = case.state.tier() else { continue };
        let higher = case.desk.tier().above();
        let above = higher.unwrap_or(step);
        if case.step_due >= world.today() || case.climb(promise::step_due(world, above), world.now()).is_err() {
            continue;
        }
        let mut changes = at_desk::route(world, &mut case, &subject).await?;
        // At the county there is no desk above to tell her of; the queue shows it as late.
        if higher.is_some() {
            changes.extend(tell::tell_of_case(world, &subject, &case, NoticeKind::CaseLate, &promise::words_for(&case)).await?);
        }
        climbed += usize::from(save(world, case, &subject, CaseAct::Climb.key(), changes).await?);
    }
    Ok(climbed)
}

/// A promised paper is due on the next working day at the latest: its owner is told once more, but not on the day she promised it.
pub async fn remind_deferrals(world: &World) -> AppResult<usize> {
    let (today, until) = (world.today(), promise::working_days(world, 1));
    let mut reminded = 0;
    for id in world.store.deferrals_near(until, AT_ONCE).await? {
        let Some((mut case, subject)) = load(world, &id).await? else { continue };
        if case.events.last().is_some_and(|event| china_date(event.at) >= today) {
            continue;
        }
        let Some(due) = case.remind(until) else { continue };
        let mut words = promise::words_for(&case);
        words.retain(|(name, _)| *name != "date");
        words.push(("date", due.to_string()));
        let changes = tell::tell_of_case(world, &subject, &case, NoticeKind::DeferralSoon, &words).await?;
        reminded += usize::from(save(world, case, &subject, "remind-deferral", changes).await?);
    }
    Ok(reminded)
}

/// Promised materials that did not come by their day.
pub async fn lapse_deferrals(world: &World) -> AppResult<usize> {
    let mut lapsed = 0;
    for id in world.store.deferrals_due(world.today(), AT_ONCE).await? {
        let Some((mut case, subject)) = load(world, &id).await? else { continue };
        let words = |material: &str| {
            let name = text::text(Lang::ZhHans, &format!("material-{material}"));
            text::find(Lang::ZhHans, "desk-lapsed-words", &[("material", &name)]).text
        };
        if case.lapse(words, world.today(), world.now()).is_err() {
            continue;
        }
        let kind = if case.state == CaseState::Returned { NoticeKind::CaseReturned } else { NoticeKind::CaseRevoked };
        let changes = tell::tell_of_case(world, &subject, &case, kind, &promise::words_for(&case)).await?;
        lapsed += usize::from(save(world, case, &subject, CaseAct::Lapse.key(), changes).await?);
    }
    Ok(lapsed)
}

async fn load(world: &World, id: &domain::ids::CaseId) -> AppResult<Option<(Case, Person)>> {
    let Some(case) = world.store.case(id).await? else { return Ok(None) };
    let subject = world.store.person(&case.subject).await?;
    Ok(subject.map(|subject| (case, subject)))
}

/// `false`: somebody saved the case in this very moment.
async fn save(world: &World, case: Case, subject: &Person, act: &str, mut changes: Vec<Change>) -> AppResult<bool> {
    changes.push(tell::ledger(world, By::Rule, subject, act, case.id.as_str(), case.item.slug(), ""));
    changes.push(Change::SaveCase(Box::new(case)));
    match world.store.commit(changes).await {
        Ok(()) => Ok(true),
        Err(PortError::Conflict(_)) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
