//! What has served its time goes. One table says what is kept how long and why; cases, papers, notices, grants, slips and
//! the ledger are not in it: they are records. Safe to run late or twice.

use super::reset_staff::forget_old_requests;
use crate::error::AppResult;
use crate::ports::{Change, Served, World};
use domain::ids::{PaperId, VoiceMessageId};
use jiff::{SignedDuration, Timestamp};

const DAY: i64 = 24;

/// Hours after the last use, and the reason.
pub fn hours(what: Served, own_phone_days: u16) -> (i64, &'static str) {
    match what {
        Served::Codes => (2 * DAY, "a code lives minutes; how many were sent is counted over a day"),
        Served::Attempts => (2 * DAY, "the longest limit counts over a day"),
        Served::OnceKeys => ((i64::from(own_phone_days) + 1) * DAY, "a form may be sent again as long as its session lives"),
        Served::VisitorSessions => (DAY, "nobody is signed in; what was typed before signing in must not lie about"),
        Served::StaffSessions => (DAY, "none lives longer than a working day"),
        Served::ResidentSessions => ((i64::from(own_phone_days) + 1) * DAY, "the longest is that of her own phone"),
        Served::Stashes => (DAY, "who has not come back for what she typed will type it anew"),
        Served::OwnPhones => (366 * DAY, "a phone that was not confirmed for a year may be somebody else's"),
        Served::Unsent => (30 * DAY, "who was stopped may take up her words again, or copy them, for as long as a request waits"),
        Served::SentTexts => (7 * DAY, "to answer whether a text was sent; the notice itself stays"),
        Served::Texts => (30 * DAY, "what could not be sent shows in the count of failed ones until then"),
    }
}

pub async fn clear_served(world: &World) -> AppResult<usize> {
    let own_phone_days = world.region.sessions.value.own_phone_days;
    let changes = Served::ALL.iter().map(|what| {
        let before = ago(world, hours(*what, own_phone_days).0);
        Change::Clear { what: *what, before }
    });
    // One by one: no long lock on the database while people wait.
    for change in changes {
        world.store.commit(vec![change]).await?;
    }
    forget_old_requests(world).await
}

/// Papers that no draft and no case names, and sounds of no message: bytes whose row was never written, or was taken away. A day old at least,
/// because bytes are always there a moment before their row.
pub async fn sweep_papers(world: &World) -> AppResult<usize> {
    let mut swept = 0;
    for id in world.papers.kept_before(ago(world, DAY)).await? {
        let a_paper = world.store.paper_owner(&PaperId::new(id.as_str())).await?.is_some();
        if !a_paper && world.store.voice_message(&VoiceMessageId::new(id.as_str())).await?.is_none() {
            world.papers.remove(&id).await?;
            swept += 1;
        }
    }
    Ok(swept)
}

fn ago(world: &World, hours: i64) -> Timestamp {
    world.now().saturating_sub(SignedDuration::from_hours(hours)).unwrap_or(Timestamp::MIN)
}
