//! A place to speak into: hidden until a script finds a microphone, so that no button is ever dead. It never starts by
//! itself and says before the first recording what becomes of the voice. Which words it shows when stands in
//! `public/talk.js`; all words are here from the start.
use leptos::prelude::*;

use super::{Html, Icon, icon, nothing};
use crate::cx::Cx;

/// What becomes of a recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speak {
    /// It goes with the form around it as soon as she has finished.
    AndSend,
    /// It stays in the form's file field; she listens to it and sends it herself.
    AndKeep,
    /// It becomes the answer to a question: shown in the field, and hers to confirm.
    AndAnswer,
}

impl Speak {
    const fn word(self) -> &'static str {
        match self {
            Speak::AndSend => "send",
            Speak::AndKeep => "keep",
            Speak::AndAnswer => "answer",
        }
    }
}

/// Stands inside a form with a file field named `sound`. `consent`: what becomes of her voice, in words.
pub fn recorder(cx: &Cx, speak: Speak, seconds: u16, consent: Html) -> Html {
    recorder_with(cx, speak, seconds, consent, nothing())
}

fn recorder_with(cx: &Cx, speak: Speak, seconds: u16, consent: Html, more: Html) -> Html {
    let start = match speak {
        Speak::AndSend => "recorder-start",
        Speak::AndKeep => "recorder-start-message",
        Speak::AndAnswer => "recorder-start-answer",
    };
    let field = match speak {
        Speak::AndSend => view! { <input type="file" name="sound" hidden=true/> }.into_any(),
        Speak::AndKeep | Speak::AndAnswer => nothing(),
    };
    let kept = (speak == Speak::AndKeep).then(|| {
        view! { <div data-say="kept" hidden=true><p>{cx.t("recorder-kept")}</p><audio controls=true aria-label=cx.t("recorder-own-sound")></audio></div> }
    });
    view! {
        <div class="recorder" data-recorder=speak.word() data-seconds=seconds.to_string() hidden=true>
            {field}
            <button class="button recorder-button" type="button">
                {icon(Icon::Microphone)}<span data-say="ready">{cx.t(start)}</span><span data-say="hearing" hidden=true>{cx.t("recorder-stop")}</span>
            </button>
            <div data-say="consent" class="recorder-consent" hidden=true>
                {consent}
                <button class="button" type="button" data-agree="">{cx.t("recorder-agree")}</button>
            </div>
            {status(cx, speak)}
            {kept}
            {more}
        </div>
    }
    .into_any()
}

/// Beside a question of a draft. `field`: the question's name in the form.
pub fn answer_recorder(cx: &Cx, seconds: u16, draft: &str, field: &str, consent: Html) -> Html {
    let answered = view! {
        <div data-say="answered" class="recorder-answered" hidden=true>
            <p>{cx.t("recorder-answered")}</p>
            <p class="recorder-value"></p>
            <button class="button" type="button" data-right="">{cx.t("recorder-right")}</button>
            <button class="button button-secondary" type="button" data-again="">{cx.t("recorder-wrong")}</button>
        </div>
        <p data-say="right" hidden=true>{cx.t("recorder-confirmed")}</p>
        <p data-say="said" class="recorder-said" hidden=true></p>
    };
    view! {
        <div class="recorder-answer" data-draft=draft.to_owned() data-field=field.to_owned() data-to="/talk/answer">
            {recorder_with(cx, Speak::AndAnswer, seconds, consent, answered.into_any())}
        </div>
    }
    .into_any()
}

/// Everything that may be said while she speaks, read out by screen readers as it appears.
fn status(cx: &Cx, speak: Speak) -> Html {
    let hearing = match speak {
        Speak::AndSend | Speak::AndAnswer => "recorder-hearing",
        Speak::AndKeep => "recorder-hearing-message",
    };
    let line = |name: &'static str, key: &str| view! { <p data-say=name hidden=true>{cx.tv(key, &[("phone", &cx.region.phone)])}</p> };
    view! {
        <div class="recorder-status" role="status">
            {line("listening", hearing)}
            {line("working", "recorder-working")}
            {line("refused", "recorder-refused")}
            {line("silent", "recorder-silent")}
            {line("failed", "recorder-failed")}
        </div>
    }
    .into_any()
}

pub fn examples(cx: &Cx) -> Vec<Html> {
    vec![recorder(cx, Speak::AndSend, 30, "录音不保存。".into_any()), recorder(cx, Speak::AndKeep, 120, "留言存 30 天。".into_any())]
}
