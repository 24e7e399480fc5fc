//! Messages of one person, newest first. Read by herself, by a helper whose grant says so, or by a clerk beside her.

use crate::acts::tell::sentence;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::pages::message_way;
use crate::pages::rating;
use crate::ui::{self, Head, Html, Status, Tone, link_button, nothing, page_heading, para, stack, tag};
use domain::ids::StaffId;
use domain::notice::way::Way;
use domain::notice::{Notice, NoticeKind};
use leptos::prelude::*;
use std::collections::BTreeMap;

pub struct MessagesPage<'a> {
    pub notices: &'a [Notice],
    /// Masked name when they are somebody else's.
    pub whose: Option<String>,
    /// Display names of the clerks who read messages out.
    pub readers: &'a BTreeMap<StaffId, String>,
}

pub fn page(cx: &Cx, d: &MessagesPage) -> String {
    let title = match &d.whose {
        Some(name) => cx.tv("messages-title-of", &[("name", name)]),
        None => cx.t("messages-title"),
    };
    ui::page(cx, Head::new(title.clone()).back_to("/my-cases", cx.t("messages-cases")), || {
        let mut body = vec![page_heading(cx, &title, Some(&cx.t("messages-lede")))];
        if d.notices.is_empty() {
            body.push(para(cx.t("messages-none")));
        }
        body.extend(d.notices.iter().map(|notice| message(cx, notice, d.readers)));
        body.push(para(cx.t("messages-no-links")));
        body.push(link_button(&cx.t("messages-cases"), "/my-cases", Tone::Secondary));
        // How she is told is hers to say, also before a clerk; a helper may only read.
        if d.whose.is_none() || cx.is_staff() {
            body.push(view! { <p><a class="link-row" href=message_way::PATH>{cx.t("messages-way")}</a></p> }.into_any());
        }
        // Her own voice: a clerk who reads out is not the one to ask it here.
        if !cx.is_staff() {
            body.push(view! { <p><a class="link-row" href="/survey/find">{cx.t("survey-link")}</a></p> }.into_any());
        }
        stack(body)
    })
}

fn message(cx: &Cx, notice: &Notice, readers: &BTreeMap<StaffId, String>) -> Html {
    let new = if notice.read_at.is_none() { tag(Status::YourTurn, &cx.t("messages-new")) } else { nothing() };
    let read_out = notice.delivered.as_ref().map(|d| {
        let who = readers.get(&d.by).map(String::as_str).unwrap_or_default();
        let key = match (d.read_out, notice.way) {
            (false, _) => "messages-posted",
            (true, Way::Call) => "messages-rung",
            (true, _) => "messages-read-out",
        };
        para(cx.tv(key, &[("who", who), ("when", &words::moment(cx, d.at))]))
    });
    let when = words::moment(cx, notice.at);
    // The words hold no link; the page she reads them on may. A clerk who reads out says nothing for her.
    let number = notice.args.get("reference").filter(|_| notice.kind == NoticeKind::RatingAsked && !cx.is_staff());
    let rate = number.map(|number| link_button(&cx.t("messages-rate"), &rating::path(number), Tone::Secondary));
    view! {
        <section class="card">
            {new}
            <p class="moment-when">{when}</p>
            {para(sentence(cx.lang, notice.kind, &notice.args))}
            {read_out}
            {rate}
        </section>
    }
    .into_any()
}
