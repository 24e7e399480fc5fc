//! The job that puts words under voice messages. One message at a time and in short pieces, so that somebody who speaks at
//! the same moment waits for one piece and not for two minutes.

use super::hear_words::{Unheard, hear_clip};
use crate::error::AppResult;
use crate::ports::{Change, PortError, World};
use domain::sound::{VoiceMessage, Words, read_wav};

const PIECE_SECONDS: usize = 15;

pub async fn write_voice_messages(world: &World) -> AppResult<usize> {
    if !world.hearing.there() {
        return Ok(0);
    }
    let Some(message) = world.store.voice_messages_to_write(1).await?.pop() else { return Ok(0) };
    let Some(words) = words(world, &message).await? else { return Ok(0) };
    let written = VoiceMessage { words, ..message };
    match world.store.commit(vec![Change::SaveVoiceMessage(Box::new(written))]).await {
        Ok(()) => Ok(1),
        // A clerk listened meanwhile, or she took it away: the next run sees how it stands.
        Err(PortError::Conflict(_)) => Ok(0),
        Err(error) => Err(error.into()),
    }
}

/// Nothing when others speak at this moment: they come first.
async fn words(world: &World, message: &VoiceMessage) -> AppResult<Option<Words>> {
    let Some(sound) = world.papers.read(message.id.as_str()).await? else { return Ok(Some(Words::NotUnderstood)) };
    let Ok(clip) = read_wav(&sound, u16::MAX) else { return Ok(Some(Words::NotUnderstood)) };
    let mut written = String::new();
    for piece in clip.pieces(PIECE_SECONDS) {
        match hear_clip(world, piece).await {
            Ok(words) if written.is_empty() => written = words,
            Ok(words) => {
                written.push('，');
                written.push_str(&words);
            }
            Err(Unheard::Nothing | Unheard::Sound(_)) => {}
            Err(Unheard::Busy | Unheard::TooOften | Unheard::NoEngine) => return Ok(None),
            Err(Unheard::Failed(error)) => return Err(error.into()),
        }
    }
    Ok(Some(if written.is_empty() { Words::NotUnderstood } else { Words::Written(written) }))
}
