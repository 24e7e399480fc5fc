//! 语音留言: leave one for the desk, listen to one's own, take one away with one tap. Who may hear it and how long it stays
//! is said before it is recorded.
use leptos::prelude::*;
use std::collections::BTreeMap;

use crate::acts::promise::grouped;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ui::field::sound_field;
use crate::ui::recorder::{Speak, recorder};
use crate::ui::{
    self, Field, FieldError, Form, Head, Html, NoticeKind, Status, Tone, bullets, button, error_summary, form, hooks, page_heading, para,
    reference, stack, status, tag,
};
use domain::ids::StaffId;
use domain::ledger::By;
use domain::sound::{RecordingRules, VoiceMessage, Words};

pub struct VoiceMessagePage<'a> {
    pub messages: &'a [VoiceMessage],
    /// The case a new message would be about, by its reference.
    pub about: Option<String>,
    pub rules: RecordingRules,
    pub errors: Vec<FieldError>,
    /// One was just kept.
    pub kept: bool,
    /// Masked name, when the matter is somebody else's.
    pub whose: Option<String>,
    /// Display names of the clerks who listened.
    pub clerks: &'a BTreeMap<StaffId, String>,
}

pub fn page(cx: &Cx, d: &VoiceMessagePage) -> String {
    let title = match &d.whose {
        Some(name) => cx.tv("voice-message-title-of", &[("name", name)]),
        None => cx.t("voice-message-title"),
    };
    let back = d.about.as_ref().map_or_else(|| "/my-cases".to_owned(), |reference| format!("/cases/{reference}"));
    ui::page(cx, Head::new(title.clone()).wrong(!d.errors.is_empty()).back(back), || {
        let mut body = vec![error_summary(cx, &d.errors), page_heading(cx, &title, Some(&cx.t("voice-message-lede")))];
        if d.kept {
            body.push(status(NoticeKind::Good, &cx.t("voice-message-kept")));
        }
        body.push(leave(cx, d));
        body.push(view! { <h2>{cx.t("voice-message-list")}</h2> }.into_any());
        if d.messages.is_empty() {
            body.push(para(cx.t("voice-message-none")));
        }
        body.extend(d.messages.iter().map(|message| one(cx, message, d.clerks)));
        stack(body)
    })
}

fn leave(cx: &Cx, d: &VoiceMessagePage) -> Html {
    let about = d.about.clone().unwrap_or_default();
    let file = Field::new("sound", cx.t("voice-message-file")).hint(cx.t("voice-message-file-hint")).errors(&d.errors);
    let shown = d.about.as_ref().map(|number| view! { <p>{cx.t("voice-message-about")}</p>{reference(number)} });
    let inner = stack(vec![
        shown.into_any(),
        recorder(cx, Speak::AndKeep, d.rules.message_seconds, consent(cx, d.rules)),
        sound_field(cx, file),
        hooks::send_once(cx, button(&cx.t("voice-message-send"), Tone::Primary, None)),
    ]);
    let spec = Form::post("/voice-messages").multipart().hidden("about", about);
    stack(vec![form(cx, spec, inner), view! { <h2>{cx.t("voice-message-consent-title")}</h2> }.into_any(), consent(cx, d.rules)])
}

fn consent(cx: &Cx, rules: RecordingRules) -> Html {
    let (minutes, days) = ((rules.message_seconds / 60).to_string(), rules.message_days.to_string());
    bullets(vec![
        cx.tv("voice-message-consent-length", &[("minutes", &minutes)]),
        cx.t("voice-message-consent-who"),
        cx.tv("voice-message-consent-days", &[("days", &days)]),
        cx.t("voice-message-consent-delete"),
    ])
}

fn one(cx: &Cx, message: &VoiceMessage, clerks: &BTreeMap<StaffId, String>) -> Html {
    let name = |id: &StaffId| clerks.get(id).map(String::as_str).unwrap_or_default();
    let (look, state) = match (&message.done, message.heard.last()) {
        (Some(done), _) => (Status::Done, cx.tv("voice-message-done", &[("who", name(&done.by)), ("when", &words::moment(cx, done.at))])),
        (None, Some(heard)) => {
            (Status::Waiting, cx.tv("voice-message-heard", &[("who", name(&heard.by)), ("when", &words::moment(cx, heard.at))]))
        }
        (None, None) => (Status::Waiting, cx.t("voice-message-waiting")),
    };
    let path = format!("/voice-messages/{}", message.id);
    let delete = button(&cx.t("voice-message-delete"), Tone::Secondary, None);
    view! {
        <section class="card">
            {tag(look, &state)}
            {facts(cx, message)}
            {player(cx, &path)}
            {written(cx, message)}
            {form(cx, Form::post(&format!("{path}/delete")), delete)}
        </section>
    }
    .into_any()
}

/// When, how long, about what, by whom, until when.
pub fn facts(cx: &Cx, message: &VoiceMessage) -> Html {
    let when = words::moment(cx, message.left_at);
    let length = cx.tv("voice-message-seconds", &[("seconds", &message.seconds.to_string())]);
    let about = message.about.as_ref().map(|(_, number)| para(cx.tv("voice-message-of-case", &[("reference", &grouped(number))])));
    let by = matches!(message.left_by, By::Helper { .. }).then(|| para(cx.t("voice-message-by-helper")));
    let until = cx.tv("voice-message-until", &[("date", &words::date(cx, domain::calendar::china_date(message.until)))]);
    view! { <p class="moment-when">{when}</p><p>{length}</p>{about}{by}<p class="hint">{until}</p> }.into_any()
}

/// The browser's own player: it needs no script and loads nothing before it is pressed.
pub fn player(cx: &Cx, path: &str) -> Html {
    view! { <audio class="sound" controls=true preload="none" src=path.to_owned() aria-label=cx.t("voice-message-listen")></audio> }
        .into_any()
}

/// A machine's guess, and always called one.
pub fn written(cx: &Cx, message: &VoiceMessage) -> Html {
    match &message.words {
        Words::Written(said) => {
            let said = said.clone();
            view! { <p class="hint">{cx.t("voice-message-written")}</p><p><bdi>{said}</bdi></p> }.into_any()
        }
        Words::Waiting => para(cx.t("voice-message-writing")),
        Words::NotUnderstood => para(cx.t("voice-message-not-understood")),
        Words::NotWritten => para(cx.t("voice-message-not-written")),
    }
}
