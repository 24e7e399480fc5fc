//! Messages that no text carries: to read out, to ring up, to post, and to mark as delivered by whom. Above them what people
//! said for this desk: to listen to, and to mark as dealt with.

use super::{case_path, head, key_button};
use crate::acts::play_voice_message::AtDesk;
use crate::acts::tell::sentence;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::pages::voice_message::{facts, player, written};
use crate::ports::Person;
use crate::ui::help_card::dialable;
use crate::ui::{self, Form, Html, Icon, Tone, form, icon, link_button, page_heading, para, stack};
use domain::notice::Notice;
use domain::notice::way::Way;
use leptos::prelude::*;

pub fn page(cx: &Cx, waiting: &[(Person, Notice)], spoken: &[AtDesk]) -> String {
    let title = cx.t("counter-messages-title");
    ui::page(cx, head(cx, &title), || {
        let mut body = vec![page_heading(cx, &title, Some(&cx.t("counter-messages-lede")))];
        body.extend(spoken.iter().map(|one| said_for_us(cx, one)));
        if waiting.is_empty() && spoken.is_empty() {
            body.push(para(cx.t("counter-messages-none")));
        }
        let letters = waiting.iter().filter(|(_, notice)| notice.way == Way::Letter).count();
        if letters > 0 {
            let label = cx.tv("desk-letters-open", &[("count", &letters.to_string())]);
            body.push(link_button(&label, "/staff/letters", Tone::Primary));
        }
        body.extend(waiting.iter().map(|(person, notice)| to_deliver(cx, person, notice)));
        stack(body)
    })
}

/// One message, and what she wished: to be rung up, to get a letter, or that somebody comes.
fn to_deliver(cx: &Cx, person: &Person, notice: &Notice) -> Html {
    let way = notice.way.key();
    let said = sentence(cx.lang, notice.kind, &notice.args);
    let when = words::moment(cx, notice.at);
    let done = cx.tv(&format!("counter-messages-done-{way}"), &[("name", &person.name.masked())]);
    // On the telephone she hears first who rings, and that nobody wants anything of her.
    let (before, after) = match notice.way {
        Way::Call => {
            (Some(para(cx.tv("counter-messages-hello", &[("unit", &cx.region.unit_name)]))), Some(para(cx.t("counter-messages-bye"))))
        }
        _ => (None, None),
    };
    let phone = person.phone.as_ref().filter(|_| notice.way == Way::Call).map(|phone| {
        let (href, shown) = (format!("tel:{}", dialable(phone.plain())), words::grouped_phone(phone.plain()));
        view! { <a class="button button-secondary" href=href>{icon(Icon::Phone)}<span>{cx.t("counter-messages-dial")}<bdi>{shown}</bdi></span></a> }
    });
    view! {
        <section class="card message-card">
            <h2><bdi>{person.name.as_str().to_owned()}</bdi></h2>
            <p class="hint">{cx.t(&format!("counter-messages-way-{way}"))}</p>
            {phone}
            {before}
            <p class="message-said">{said}</p>
            {after}
            <p class="hint">{when}</p>
            {form(cx, Form::post(&format!("/staff/messages/{}", notice.id)), key_button(cx, &done, Tone::Secondary, None, None))}
        </section>
    }
    .into_any()
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
