//! Time asks the elder whether a grant shall go on, and ends grants that ran out and requests that nobody answered.
//! Runs as a job, may run late or twice: the judge looks at the date itself, so nothing depends on it but order and the
//! message.

use super::load_grant::{GrantView, last_day, load_grant, moved};
use super::tell;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, PortError, World};
use domain::calendar::china_instant;
use domain::family::{Agreement, EndReason, Grant, GrantAct, GrantState, Once, Party, guardian};
use domain::ids::GrantId;
use domain::ledger::By;
use domain::notice::NoticeKind;
use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp};

/// How many grants ended.
pub async fn expire_grants(world: &World) -> AppResult<usize> {
    let now = world.now();
    let days = i64::from(world.region.family.unanswered_days.value);
    let unanswered = now.saturating_sub(SignedDuration::from_hours(24 * days)).unwrap_or(Timestamp::MIN);
    let mut ended = 0;
    for grant in world.store.grants_run_out(now, unanswered, 500).await? {
        let mut view = load_grant(world, grant.id.as_str()).await?;
        // Answered or ended since the list was made.
        if view.grant.version != grant.version || view.grant.apply(GrantAct::Expire, Party::Rule, None, now).is_err() {
            continue;
        }
        if guardian_is_over(&view) {
            view.grant.because(EndReason::GuardianOver);
        }
        match world.store.commit(moved(world, By::Rule, &view, GrantAct::Expire, "time")).await {
            Ok(()) => ended += 1,
            // Somebody answered in this moment; the next run looks again.
            Err(PortError::Conflict(_)) => {}
            Err(error) => return Err(AppError::from(error)),
        }
    }
    Ok(ended)
}

/// A guardian's yes ran as long as it could: from this day the young person answers.
fn guardian_is_over(view: &GrantView) -> bool {
    let of_age = china_instant(guardian::comes_of_age(&view.elder.id_number), Time::midnight());
    matches!(view.grant.agreement, Some(Agreement::Guardian { .. })) && of_age <= view.grant.until
}

/// Some days before a grant ends, its elder finds a request to let it go on, with the same things for the same time.
/// Silence ends it. Nothing is prolonged: a yes makes a new grant that takes the old one's place.
pub async fn ask_renewals(world: &World) -> AppResult<usize> {
    let now = world.now();
    let ahead = SignedDuration::from_hours(24 * i64::from(world.region.family.renewal_days.value));
    let before = now.checked_add(ahead).unwrap_or(Timestamp::MAX);
    let mut asked = 0;
    for grant in world.store.grants_ending(now, before, 200).await? {
        let view = load_grant(world, grant.id.as_str()).await?;
        if view.grant.version != grant.version || !view.elder.alive {
            continue;
        }
        match world.store.commit(renewal(world, &view)).await {
            Ok(()) => asked += 1,
            Err(PortError::Conflict(_)) => {}
            Err(error) => return Err(AppError::from(error)),
        }
    }
    Ok(asked)
}

fn renewal(world: &World, view: &GrantView) -> Vec<Change> {
    let GrantView { grant: old, elder, helper } = view;
    let mut marked = old.clone();
    marked.renewal_asked = true;
    let mut changes = vec![Change::SaveGrant(Box::new(marked))];
    // What was for one application is not asked again.
    if old.once != Once::No {
        return changes;
    }
    // A guardian's yes ends on the sixteenth birthday; the young person is asked by whoever wants to help then.
    let of_age = china_instant(guardian::comes_of_age(&elder.id_number), Time::midnight());
    let child = guardian::is_child(&elder.id_number, world.today());
    if child && of_age <= old.until {
        return changes;
    }
    let length = old.until.duration_since(old.agreement.as_ref().map_or(old.asked_at, |a| a.at()));
    let next = Grant {
        id: GrantId::new(world.new_id()),
        state: GrantState::Requested,
        asked_at: world.now(),
        until: old.until.checked_add(length).unwrap_or(old.until).min(if child { of_age } else { Timestamp::MAX }),
        agreement: None,
        waits_until: None,
        // The same helper and the same things: whom a clerk has seen once need not come again.
        seen_at: old.seen_at,
        renews: Some(old.id.clone()),
        renewal_asked: false,
        // Signed for the old one; a legal guardian's proof is looked at again.
        letter: None,
        papers: Vec::new(),
        claim: None,
        version: 0,
        ..old.clone()
    };
    changes.push(tell::ledger(world, By::Rule, elder, "ask-renewal", next.id.as_str(), "", "time"));
    let ends = last_day(old).to_string();
    let names =
        |to: &str| vec![("to", to.to_owned()), ("helper", helper.name.masked()), ("elder", elder.name.masked()), ("date", ends.clone())];
    changes.extend(tell::tell(world, elder, NoticeKind::GrantEnding, &names("elder")));
    changes.extend(tell::tell(world, helper, NoticeKind::GrantEnding, &names("helper")));
    changes.push(Change::SaveGrant(Box::new(next)));
    changes
}
