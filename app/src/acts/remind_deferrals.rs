//! A promised paper (容缺受理) is due soon: its owner is told once more, on the working day before or on the day itself, and not on
//! the day she promised it. Whoever saves the case in between wins, and the next run looks again.

use super::{promise, tell};
use crate::error::AppResult;
use crate::ports::{Change, PortError, World};
use domain::calendar::china_date;
use domain::ledger::By;
use domain::notice::NoticeKind;

const AT_ONCE: u64 = 200;

pub async fn remind_deferrals(world: &World) -> AppResult<usize> {
    let (today, until) = (world.today(), promise::working_days(world, 1));
    let mut reminded = 0;
    for id in world.store.deferrals_near(until, AT_ONCE).await? {
        let Some(mut case) = world.store.case(&id).await? else { continue };
        let Some(subject) = world.store.person(&case.subject).await? else { continue };
        if case.events.last().is_some_and(|event| china_date(event.at) >= today) {
            continue;
        }
        let Some(due) = case.remind(until) else { continue };
        let mut words = promise::words_for(&case);
        words.retain(|(name, _)| *name != "date");
        words.push(("date", due.to_string()));
        let mut changes = tell::tell_of_case(world, &subject, &case, NoticeKind::DeferralSoon, &words).await?;
        changes.push(tell::ledger(world, By::Rule, &subject, "remind-deferral", case.id.as_str(), case.item.slug(), ""));
        changes.push(Change::SaveCase(Box::new(case)));
        match world.store.commit(changes).await {
            Ok(()) => reminded += 1,
            Err(PortError::Conflict(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(reminded)
}
