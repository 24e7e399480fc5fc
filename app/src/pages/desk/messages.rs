//! Messages for people without a phone: to print, to read out, and to mark as delivered by whom. Above them what people
//! said for this desk: to listen to, and to mark as dealt with.

use super::{case_path, head, key_button};
use crate::acts::play_voice_message::AtDesk;
use crate::acts::tell::sentence;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::pages::voice_message::{facts, player, written};
use crate::ports::Person;
use crate::ui::{self, Form, Html, Tone, form, page_heading, para, stack};
use domain::notice::Notice;
use leptos::prelude::*;

pub fn page(cx: &Cx, waiting: &[(Person, Notice)], spoken: &[AtDesk]) -> String {
    let title = cx.t("counter-messages-title");
    ui::page(cx, head(cx, &title), || {
        let mut body = vec![page_heading(cx, &title, Some(&cx.t("counter-messages-lede")))];
        body.extend(spoken.iter().map(|one| said_for_us(cx, one)));
        if waiting.is_empty() && spoken.is_empty() {
            body.push(para(cx.t("counter-messages-none")));
        }
        body.extend(waiting.iter().map(|(person, notice)| {
            let said = sentence(cx.lang, notice.kind, &notice.args);
            let when = words::moment(cx, notice.at);
            let action = format!("/staff/messages/{}", notice.id);
            let done = cx.tv("counter-messages-done", &[("name", &person.name.masked())]);
            view! {
                <section class="card message-card">
                    <h2><bdi>{person.name.as_str().to_owned()}</bdi></h2>
                    <p class="message-said">{said}</p>
                    <p class="hint">{when}</p>
                    {form(cx, Form::post(&action), key_button(cx, &done, Tone::Secondary, None, None))}
                </section>
            }
            .into_any()
        }));
        stack(body)
    })
}

/// One voice message. Listening is written down, so the sound is loaded only when she presses.
fn said_for_us(cx: &Cx, one: &AtDesk) -> Html {
    let message = &one.message;
    let path = format!("/staff/voice-messages/{}", message.id);
    let name = one.person.name.as_str().to_owned();
    let case = message.about.as_ref().map(|(_, reference)| view! { <p><a href=case_path(reference)>{cx.t("desk-voice-case")}</a></p> });
    let done = cx.tv("desk-voice-done", &[("name", &one.person.name.masked())]);
    view! {
        <section class="card message-card">
            <h2>{cx.t("desk-voice-title")}<bdi>{name}</bdi></h2>
            {facts(cx, message)}
            {case}
            {player(cx, &path)}
            {written(cx, message)}
            {form(cx, Form::post(&path), key_button(cx, &done, Tone::Secondary, None, None))}
        </section>
    }
    .into_any()
}
