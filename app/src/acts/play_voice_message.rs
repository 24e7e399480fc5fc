//! Listening to a voice message: at home, and at the desk. Each listening is in the ledger before the first sound is given
//! out; whoever is not on the case does not learn that there is a message.

use super::at_desk::{self, Clerk};
use super::leave_voice_message::hear;
use super::tell;
use crate::caller::Caller;
use crate::error::{AppError, AppResult};
use crate::ports::{Change, Person, PortError, World};
use domain::ids::{StaffId, VoiceMessageId};
use domain::judge::{Act, may};
use domain::refusal::Refusal;
use domain::sound::{Heard, VoiceMessage};
use std::collections::{BTreeMap, BTreeSet};

const MOST: u64 = 200;

/// A message as the desk sees it.
pub struct AtDesk {
    pub message: VoiceMessage,
    pub person: Person,
}

/// One of the open matter, for herself or for the helper who left it.
pub async fn play_own(world: &World, caller: &Caller, id: &str) -> AppResult<Vec<u8>> {
    let subject = caller.subject().ok_or(AppError::SignIn)?;
    let message = world.store.voice_message(&VoiceMessageId::new(id)).await?.ok_or(AppError::NotFound)?;
    if message.subject != subject.id {
        return Err(AppError::NotFound);
    }
    may(&caller.actor(), subject.subject(), hear(&message), world.now())?;
    let note = tell::ledger(world, caller.by(), subject, "play-voice-message", id, "voice-message", "");
    world.store.commit(vec![note]).await?;
    sound(world, &message).await
}

/// Display names of the clerks who listened or dealt with it.
pub async fn clerks(world: &World, messages: &[VoiceMessage]) -> AppResult<BTreeMap<StaffId, String>> {
    let ids: BTreeSet<StaffId> = messages.iter().flat_map(|m| m.heard.iter().chain(&m.done)).map(|heard| heard.by.clone()).collect();
    let mut names = BTreeMap::new();
    for id in ids {
        let name = world.store.staff(&id).await?.map(|s| s.display_name).unwrap_or_default();
        names.insert(id, name);
    }
    Ok(names)
}

/// What waits for the ears of this desk, the longest waiting first. Her own family's is not in it.
pub async fn messages_at_desk(world: &World, caller: &Caller) -> AppResult<Vec<AtDesk>> {
    let clerk = Clerk::of(caller)?;
    let mut waiting = Vec::new();
    for message in world.store.voice_messages_at(&clerk.reviewer.desk, MOST).await? {
        let Some(person) = world.store.person(&message.subject).await? else { continue };
        if judged(world, clerk, &message, &person).await?.is_ok() {
            waiting.push(AtDesk { message, person });
        }
    }
    Ok(waiting)
}

pub async fn play_at_desk(world: &World, caller: &Caller, id: &str) -> AppResult<Vec<u8>> {
    let clerk = Clerk::of(caller)?;
    let found = at_desk(world, clerk, id, "refused-play-voice-message").await?;
    change(world, clerk, found, "play-voice-message", None, |message| message.hear(&clerk.staff.id, world.now())).await
}

/// Dealt with: it leaves the desk's list and says so at home. The sound stays until its time is over.
pub async fn close_voice_message(world: &World, caller: &Caller, id: &str, once: Option<Change>) -> AppResult<()> {
    let clerk = Clerk::of(caller)?;
    let found = at_desk(world, clerk, id, "refused-close-voice-message").await?;
    if found.message.done.is_some() {
        return Ok(());
    }
    let done = Heard { by: clerk.staff.id.clone(), at: world.now() };
    change(world, clerk, found, "close-voice-message", once, |message| message.done = Some(done.clone())).await.map(drop)
}

/// The message by its id, when this clerk may hear it.
async fn at_desk(world: &World, clerk: Clerk<'_>, id: &str, refused: &str) -> AppResult<AtDesk> {
    let message = world.store.voice_message(&VoiceMessageId::new(id)).await?.ok_or(AppError::NotFound)?;
    let person = world.store.person(&message.subject).await?.ok_or(AppError::NotFound)?;
    match judged(world, clerk, &message, &person).await? {
        Ok(()) => Ok(AtDesk { message, person }),
        Err(refusal) => {
            at_desk::refused(world, clerk, &person, refused, id, refusal).await?;
            Err(refusal.into())
        }
    }
}

async fn judged(world: &World, clerk: Clerk<'_>, message: &VoiceMessage, person: &Person) -> AppResult<Result<(), Refusal>> {
    let case = match &message.about {
        Some((case, _)) => world.store.case(case).await?,
        None => None,
    };
    let ties = world.store.ties(clerk.staff, &person.id).await?;
    Ok(may(&clerk.actor(), person.subject(), Act::HearMessage { message, case: case.as_ref(), ties }, world.now()))
}

/// Saves what `alter` did together with its ledger line. Two clerks who listen at once both find their place.
async fn change(
    world: &World,
    clerk: Clerk<'_>,
    found: AtDesk,
    act: &str,
    once: Option<Change>,
    alter: impl Fn(&mut VoiceMessage),
) -> AppResult<Vec<u8>> {
    let AtDesk { mut message, person } = found;
    for turn in 0.. {
        alter(&mut message);
        let mut changes = vec![
            Change::SaveVoiceMessage(Box::new(message.clone())),
            tell::ledger(world, clerk.by(), &person, act, message.id.as_str(), "voice-message", ""),
        ];
        changes.extend(once.clone());
        match world.store.commit(changes).await {
            Ok(()) => break,
            Err(PortError::Conflict(_)) if turn < 3 => {
                message = world.store.voice_message(&message.id).await?.ok_or(AppError::NotFound)?;
            }
            Err(error) => return Err(error.into()),
        }
    }
    sound(world, &message).await
}

async fn sound(world: &World, message: &VoiceMessage) -> AppResult<Vec<u8>> {
    world.papers.read(message.id.as_str()).await?.ok_or(AppError::NotFound)
}
