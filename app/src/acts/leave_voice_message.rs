//! A voice message for the desk: checked, sealed, written down and told. Nothing is said to be kept before it is.

use super::{change_case, tell};
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, World};
use domain::ids::{CaseId, VoiceMessageId};
use domain::judge::{Act, may};
use domain::refusal::Refusal;
use domain::sound::{SoundProblem, VoiceMessage, Words, read_wav};

/// Messages that one person can have lying there, done ones included.
const MOST_SHOWN: u64 = 100;

/// Why a message was not kept: something about the recording, or about the person or the world.
#[derive(Debug)]
pub enum NotLeft {
    Sound(SoundProblem),
    Other(AppError),
}

impl<E: Into<AppError>> From<E> for NotLeft {
    fn from(error: E) -> Self {
        NotLeft::Other(error.into())
    }
}

/// Those in the open matter that she may listen to, newest first.
pub async fn own_messages(world: &World, caller: &Caller) -> AppResult<Vec<VoiceMessage>> {
    let subject = caller.subject().ok_or(AppError::SignIn)?;
    let now = world.now();
    may(&caller.actor(), subject.subject(), Act::LeaveMessage(None), now)?;
    let mut messages = world.store.voice_messages_of(&subject.id, MOST_SHOWN).await?;
    messages.retain(|message| may(&caller.actor(), subject.subject(), hear(message), now).is_ok());
    Ok(messages)
}

pub(super) fn hear(message: &VoiceMessage) -> Act<'_> {
    Act::HearMessage { message, case: None, ties: Default::default() }
}

/// What a message may be about: a case of this person, by its reference; nothing for a message about anything.
pub async fn about(world: &World, caller: &Caller, reference: &str) -> AppResult<Option<(CaseId, String)>> {
    if reference.is_empty() {
        return Ok(None);
    }
    let (case, _) = change_case::open_case(world, caller, reference, |item| Act::LeaveMessage(Some(item))).await?;
    Ok(Some((case.id, case.reference)))
}

pub async fn leave_voice_message(
    world: &World,
    caller: &Caller,
    reference: &str,
    sound: &[u8],
    once: Option<Change>,
) -> Result<VoiceMessage, NotLeft> {
    let subject = caller.subject().ok_or(AppError::SignIn)?;
    may(&caller.actor(), subject.subject(), Act::LeaveMessage(None), world.now())?;
    let about = about(world, caller, reference).await?;
    let rules = world.region.recordings.value;
    let clip = read_wav(sound, rules.message_seconds).and_then(|clip| clip.audible()).map_err(NotLeft::Sound)?;
    let all = world.store.voice_messages_of(&subject.id, MOST_SHOWN).await?;
    if all.iter().filter(|m| m.done.is_none()).count() >= usize::from(rules.open_messages) {
        return Err(Refusal::TooManyVoiceMessages.into());
    }
    let now = world.now();
    let message = VoiceMessage {
        id: VoiceMessageId::new(world.new_id()),
        subject: subject.id.clone(),
        village: subject.village.clone(),
        about,
        left_by: caller.by(),
        left_at: now,
        until: rules.until(now),
        seconds: clip.seconds(),
        words: if world.hearing.there() { Words::Waiting } else { Words::NotWritten },
        heard: Vec::new(),
        done: None,
        version: 0,
    };
    // The sound first: a row that names nothing would be worse than a sound that nobody names.
    world.papers.keep_sound(message.id.as_str(), clip.to_wav()).await?;
    let mut changes = vec![
        Change::SaveVoiceMessage(Box::new(message.clone())),
        tell::ledger(world, caller.by(), subject, "leave-voice-message", message.id.as_str(), "voice-message", ""),
    ];
    let reference = message.about.as_ref().map_or("", |(_, reference)| reference);
    changes.extend(tell::tell_of_helper(world, caller, "voice-message-told", reference));
    changes.extend(once);
    if let Err(error) = world.store.commit(changes).await {
        let _ = world.papers.remove(message.id.as_str()).await;
        return Err(error.into());
    }
    Ok(message)
}
