//! A voice message goes: because she says so, or because its time is over. Row first, then sound: a message that is still
//! listed can always be played.

use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, World};
use domain::ids::VoiceMessageId;
use domain::judge::{Act, may};
use domain::ledger::By;

const AT_ONCE: u64 = 200;

/// With one tap, by herself or by the helper who left it.
pub async fn delete_voice_message(world: &World, caller: &Caller, id: &str, once: Option<Change>) -> AppResult<()> {
    let subject = caller.subject().ok_or(AppError::SignIn)?;
    let id = VoiceMessageId::new(id);
    let message = world.store.voice_message(&id).await?.ok_or(AppError::NotFound)?;
    if message.subject != subject.id {
        return Err(AppError::NotFound);
    }
    may(&caller.actor(), subject.subject(), Act::DeleteMessage(&message), world.now())?;
    let mut changes = vec![
        Change::DropVoiceMessage(id.clone()),
        tell::ledger(world, caller.by(), subject, "delete-voice-message", id.as_str(), "voice-message", ""),
    ];
    changes.extend(once);
    world.store.commit(changes).await?;
    Ok(world.papers.remove(id.as_str()).await?)
}

/// The job: what was promised to go after so many days goes. Safe to run late or twice.
pub async fn expire_voice_messages(world: &World) -> AppResult<usize> {
    let over = world.store.voice_messages_over(world.now(), AT_ONCE).await?;
    let count = over.len();
    for message in over {
        let Some(person) = world.store.person(&message.subject).await? else { continue };
        let id = message.id.as_str();
        let note = tell::ledger(world, By::Rule, &person, "expire-voice-message", id, "voice-message", "time-over");
        world.store.commit(vec![Change::DropVoiceMessage(message.id.clone()), note]).await?;
        world.papers.remove(id).await?;
    }
    Ok(count)
}
