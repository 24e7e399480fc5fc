//! Works off the outbox: each text goes to the gateway until the gateway has taken it. At least once: a crash between
//! the gateway's yes and our note of it sends the same text again, because no text at all would be worse.

use crate::error::AppResult;
use crate::ports::{Change, DueText, Gateway, World};
use domain::notice::sending::{NOTICE_LIFE, next_try, worth_sending};
use jiff::SignedDuration;

/// In one run; the next run comes within seconds.
const BATCH: u64 = 50;
/// A slow gateway ends the run, so that the job is seen to work.
const RUN: SignedDuration = SignedDuration::from_secs(30);

/// How many texts left. The first one that the gateway does not take ends the run: it is down for the others too, and if
/// that one text was at fault, the next run begins behind it.
pub async fn send_texts(world: &World, gateway: &dyn Gateway) -> AppResult<usize> {
    let (mut sent, began) = (0, world.now());
    for DueText { sms, tries } in world.store.texts_due(world.now(), BATCH).await? {
        let life = match sms.purpose.as_str() {
            "code" => SignedDuration::from_mins(i64::from(world.region.codes.value.valid_minutes)),
            // Nobody sits at the table any more when it comes later.
            "number" => SignedDuration::from_mins(i64::from(world.region.assist.beside_minutes.value)),
            _ => NOTICE_LIFE,
        };
        let (id, before) = (sms.id.clone(), world.now());
        let mut taken = true;
        let change = if !worth_sending(sms.at, life, before) {
            Change::TextNotSent { id, tries, next: None, at: before }
        } else if gateway.send(&sms.to, &sms.text).await.is_ok() {
            sent += 1;
            Change::TextSent { id, at: world.now() }
        } else {
            taken = false;
            let (tries, at) = (tries.saturating_add(1), world.now());
            Change::TextNotSent { id, tries, next: next_try(sms.at, life, tries, at), at }
        };
        world.store.commit(vec![change]).await?;
        if !taken || world.now().duration_since(began) > RUN {
            break;
        }
    }
    Ok(sent)
}
