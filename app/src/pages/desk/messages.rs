//! Messages for people without a phone: to print, to read out, and to mark as delivered by whom.

use super::{head, key_button};
use crate::acts::tell::sentence;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ports::Person;
use crate::ui::{self, Form, Tone, form, page_heading, para, stack};
use domain::notice::Notice;
use leptos::prelude::*;

pub fn page(cx: &Cx, waiting: &[(Person, Notice)]) -> String {
    let title = cx.t("counter-messages-title");
    ui::page(cx, head(cx, &title), || {
        let mut body = vec![page_heading(cx, &title, Some(&cx.t("counter-messages-lede")))];
        if waiting.is_empty() {
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
