//! The doors of voice messages: at home and at the desk.

use super::answer::Answer;
use super::sound;
use super::visit::{Handled, Visit};
use app::acts::leave_voice_message::{self as leave, NotLeft};
use app::acts::{drop_voice_message, play_voice_message as play};
use app::error::{AppError, AppResult};
use app::pages::voice_message::{self, VoiceMessagePage};
use app::ui::FieldError;
use axum::http::{HeaderValue, header};
use domain::refusal::Refusal;

/// Players ask for parts; some play nothing that is not given in parts.
fn whole_or_part(visit: &Visit, bytes: Vec<u8>) -> Answer {
    let mut response = sound::answer(bytes.into(), visit.range.as_deref(), sound::NEVER_KEPT);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("audio/wav"));
    Answer::made(response)
}

pub fn list(visit: Visit) -> Handled {
    Box::pin(async move {
        let about = visit.query.get("about").cloned().unwrap_or_default();
        Ok(Answer::page(page(&visit, &about, Vec::new()).await?))
    })
}

async fn page(visit: &Visit, about: &str, errors: Vec<FieldError>) -> AppResult<String> {
    let (world, caller) = (&visit.world, &visit.caller);
    let messages = leave::own_messages(world, caller).await?;
    let clerks = play::clerks(world, &messages).await?;
    let subject = caller.subject().ok_or(AppError::SignIn)?;
    let own = caller.person().is_some_and(|p| p.id == subject.id);
    let data = VoiceMessagePage {
        messages: &messages,
        about: leave::about(world, caller, about).await?.map(|(_, reference)| reference),
        rules: world.region.recordings.value,
        errors,
        kept: visit.query.contains_key("kept"),
        whose: (!own).then(|| subject.name.masked()),
        clerks: &clerks,
    };
    Ok(voice_message::page(&visit.cx, &data))
}

pub fn leave(mut visit: Visit) -> Handled {
    Box::pin(async move {
        let about = visit.form.get("about").to_owned();
        let sound = visit.upload.take().map(|upload| upload.bytes).unwrap_or_default();
        let to = "/voice-messages?kept=yes";
        let left = leave::leave_voice_message(&visit.world, &visit.caller, &about, &sound, visit.once(to)).await;
        let key = match left {
            Ok(_) => return Ok(Answer::see(to)),
            Err(NotLeft::Sound(problem)) => problem.key(),
            Err(NotLeft::Other(AppError::Refused(refusal @ Refusal::TooManyVoiceMessages))) => refusal.key(),
            Err(NotLeft::Other(error)) => return Err(error),
        };
        let error = FieldError::new("sound", app::pages::talk::said(&visit.cx, key));
        Ok(Answer::again(page(&visit, &about, vec![error]).await?))
    })
}

pub fn listen(visit: Visit) -> Handled {
    Box::pin(async move {
        let bytes = play::play_own(&visit.world, &visit.caller, visit.param("message")).await?;
        Ok(whole_or_part(&visit, bytes))
    })
}

pub fn delete(visit: Visit) -> Handled {
    Box::pin(async move {
        let to = "/voice-messages";
        drop_voice_message::delete_voice_message(&visit.world, &visit.caller, visit.param("message"), visit.once(to)).await?;
        Ok(Answer::see(to))
    })
}

pub fn sound_at_desk(visit: Visit) -> Handled {
    Box::pin(async move {
        let bytes = play::play_at_desk(&visit.world, &visit.caller, visit.param("message")).await?;
        Ok(whole_or_part(&visit, bytes))
    })
}

pub fn done_at_desk(visit: Visit) -> Handled {
    Box::pin(async move {
        let to = "/staff/messages";
        play::close_voice_message(&visit.world, &visit.caller, visit.param("message"), visit.once(to)).await?;
        Ok(Answer::see(to))
    })
}
