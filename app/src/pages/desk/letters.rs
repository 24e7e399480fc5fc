//! All letters of a desk in one print, a sheet each, in large type; and one button when the pile is out of the house.
//! On paper stands no number of a person: an envelope is opened by whoever is at home.

use super::{head, key_button};
use crate::acts::tell::sentence;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ports::Person;
use crate::ui::{self, Form, Html, Tone, form, page_heading, para, stack};
use domain::lang::Lang;
use domain::notice::Notice;
use leptos::prelude::*;

pub fn page(cx: &Cx, letters: &[(Person, Notice)], area: &dyn Fn(&Person) -> String) -> String {
    let title = cx.t("desk-letters-title");
    ui::page(cx, head(cx, &title).back_to("/staff/messages", cx.t("desk-letters-back")), || {
        let lede = if letters.is_empty() { "desk-letters-none" } else { "desk-letters-lede" };
        let mut body = vec![view! { <div class="no-print">{page_heading(cx, &title, Some(&cx.t(lede)))}</div> }.into_any()];
        body.extend(letters.iter().map(|(person, notice)| letter(cx, person, notice, area)));
        if !letters.is_empty() {
            let ids = letters.iter().map(|(_, n)| view! { <input type="hidden" name="letter" value=n.id.to_string()/> }).collect_view();
            let done = cx.tv("desk-letters-done", &[("count", &letters.len().to_string())]);
            let inner = stack(vec![ids.into_any(), key_button(cx, &done, Tone::Primary, None, None)]);
            body.push(view! { <div class="no-print">{form(cx, Form::post("/staff/letters"), inner)}</div> }.into_any());
        }
        stack(body)
    })
}

fn letter(cx: &Cx, person: &Person, notice: &Notice, area: &dyn Fn(&Person) -> String) -> Html {
    // The clerk's screen may speak another language; the letter is in hers, and that is Chinese until she can choose.
    let said = sentence(Lang::ZhHans, notice.kind, &notice.args);
    let card = &cx.region;
    let call = cx.tv("desk-letters-call", &[("phone", &card.phone), ("hours", &card.phone_hours)]);
    view! {
        <article class="card post-letter">
            <p class="post-to"><bdi>{area(person)}</bdi><br/><strong><bdi>{person.name.as_str().to_owned()}</bdi></strong></p>
            <p>{cx.t("desk-letters-hello")}</p>
            <p class="message-said">{said}</p>
            {para(cx.t("desk-letters-safe"))}
            {para(call)}
            <p class="post-end">{card.unit_name.clone()}<br/>{words::plain_date(cx, domain::calendar::china_date(notice.at))}</p>
        </article>
    }
    .into_any()
}
