//! Works off the outbox. A text is noted as handed over before the gateway gets it, under an id of its own that never
//! changes: where the answer is lost, by a crash or by a line that broke, it stays handed over and is not sent again.
//! Nobody gets a text twice; the notice itself stands on 「消息」 in any case, and what the gateway refuses for good or never
//! answers for goes to her village desk: a call too many is better than a decision that nobody heard of.

use crate::error::AppResult;
use crate::ports::{Change, DueText, Gateway, Handed, World};
use domain::notice::sending::{NOTICE_LIFE, next_try, worth_sending};
use jiff::SignedDuration;

/// In one run; the next run comes within seconds.
const BATCH: u64 = 50;
/// A slow gateway ends the run, so that the job is seen to work.
const RUN: SignedDuration = SignedDuration::from_secs(30);

/// A gateway that has said nothing for so long says nothing any more.
const SILENCE: SignedDuration = SignedDuration::from_hours(1);

/// Of which nobody knows whether they arrived: her village tells her.
async fn give_up_unanswered(world: &World) -> AppResult<()> {
    let now = world.now();
    let before = now.saturating_sub(SILENCE).unwrap_or(now);
    let lost = world.store.texts_unanswered(before, BATCH).await?;
    let given_up: Vec<Change> =
        lost.into_iter().map(|text| Change::TextNotSent { id: text.sms.id, tries: text.tries, next: None, at: now }).collect();
    // Every two seconds, and nearly always for nothing: then nothing is written either.
    if !given_up.is_empty() {
        world.store.commit(given_up).await?;
    }
    Ok(())
}

/// How many texts left. The first one that the gateway does not take ends the run: it is down for the others too, and if
/// that one text was at fault, the next run begins behind it.
pub async fn send_texts(world: &World, gateway: &dyn Gateway) -> AppResult<usize> {
    give_up_unanswered(world).await?;
    let (mut sent, began) = (0, world.now());
    for DueText { sms, tries } in world.store.texts_due(world.now(), BATCH).await? {
        let life = match sms.purpose.as_str() {
            "code" => SignedDuration::from_mins(i64::from(world.region.codes.value.valid_minutes)),
            // Nobody sits at the table any more when it comes later.
            "number" => SignedDuration::from_mins(i64::from(world.region.assist.beside_minutes.value)),
            _ => NOTICE_LIFE,
        };
        let (id, before) = (sms.id.clone(), world.now());
        if !worth_sending(sms.at, life, before) {
            world.store.commit(vec![Change::TextNotSent { id, tries, next: None, at: before }]).await?;
            continue;
        }
        let waited_for = matches!(sms.purpose.as_str(), "code" | "number");
        if let Some(morning) = world.region.quiet_hours.value.until(before).filter(|_| !waited_for) {
            world.store.commit(vec![Change::TextNotSent { id, tries, next: Some(morning), at: before }]).await?;
            continue;
        }
        world.store.commit(vec![Change::TextHanded { id: id.clone(), at: before }]).await?;
        let answer = gateway.send(&sms.id, &sms.to, &sms.text).await;
        let at = world.now();
        let change = match answer {
            Handed::Taken => Some(Change::TextSent { id, at }),
            Handed::NotTaken => {
                let tries = tries.saturating_add(1);
                Some(Change::TextNotSent { id, tries, next: next_try(sms.at, life, tries, at), at })
            }
            // It stays handed over, which is all that is known, until it is given up.
            Handed::Unknown => None,
        };
        world.store.commit(change.into_iter().collect()).await?;
        sent += usize::from(answer == Handed::Taken);
        if answer != Handed::Taken || world.now().duration_since(began) > RUN {
            break;
        }
    }
    Ok(sent)
}
