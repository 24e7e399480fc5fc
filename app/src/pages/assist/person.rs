//! What can be done for the person beside the assistant, and how it ends. Shows no other matter of hers.

use super::head;
use crate::acts::assist::here::Here;
use crate::acts::promise::grouped;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ui::{self, Form, Html, Tone, button, form, hooks, link_button, page_heading, para, stack};
use domain::case::{Case, CaseState};
use domain::catalog::items::ITEMS;
use leptos::prelude::*;

pub fn page(cx: &Cx, here: &Here) -> String {
    let name = here.person.name.masked();
    let title = cx.tv("assist-person-title", &[("name", &name)]);
    ui::page(cx, head(cx, &title), || {
        let mut body = vec![page_heading(cx, &title, Some(&cx.t("assist-person-lede")))];
        for item in ITEMS {
            let label = cx.tv("assist-file", &[("item", &cx.t(&format!("item-{}", item.code.slug())))]);
            let send = hooks::send_once(cx, button(&label, Tone::Primary, None));
            body.push(form(cx, Form::post(&format!("/file/{}", item.code.slug())), send));
        }
        if !here.waiting.is_empty() {
            body.push(heading(cx.t("assist-waiting")));
            body.extend(here.waiting.iter().map(|case| waiting(cx, case)));
        }
        if !here.filed.is_empty() {
            body.push(heading(cx.t("assist-filed")));
            body.extend(here.filed.iter().map(|case| {
                let label = cx.tv("assist-receipt", &[("reference", &grouped(&case.reference))]);
                link_button(&label, &format!("/cases/{}/receipt", case.reference), Tone::Secondary)
            }));
        }
        body.push(heading(cx.t("assist-end-title")));
        body.push(para(cx.t("assist-end-what")));
        body.push(link_button(&cx.t("assist-sheet-open"), "/assist/sheet", Tone::Secondary));
        body.push(form(cx, Form::post("/staff/intake/end"), button(&cx.t("assist-end"), Tone::Secondary, None)));
        stack(body)
    })
}

fn heading(words: String) -> Html {
    view! { <h2>{words}</h2> }.into_any()
}

/// A case that waits for her papers.
fn waiting(cx: &Cx, case: &Case) -> Html {
    let (key, door) = if case.state == CaseState::Returned { ("assist-answer", "answer") } else { ("assist-supply", "supply") };
    let label = cx.tv(key, &[("reference", &grouped(&case.reference))]);
    let sent = cx.tv("assist-waiting-since", &[("when", &words::moment(cx, case.submitted_at))]);
    stack(vec![
        para(sent),
        form(cx, Form::post(&format!("/cases/{}/{door}", case.reference)), hooks::send_once(cx, button(&label, Tone::Primary, None))),
    ])
}
