//! Where she is signed in, and how to end it: one by one, or everywhere.

use super::sign_in::words::moment;
use crate::cx::Cx;
use crate::ui::{
    self, Form, Head, Html, NoticeKind, Row, Status, Tone, button, form, link_button, notice, page_heading, para, stack, status,
    summary_list, tag,
};
use jiff::Timestamp;
use leptos::prelude::*;

pub struct SessionsPage {
    pub sessions: Vec<OneSession>,
    /// One was just ended.
    pub ended: bool,
    /// Nobody has confirmed her identity yet.
    pub unverified: bool,
}

pub struct OneSession {
    /// Handle for the form.
    pub id: String,
    /// Text key of the device.
    pub device: String,
    pub since: Timestamp,
    pub last_seen: Timestamp,
    /// The browser she is looking at.
    pub here: bool,
    /// Lasts for weeks: she said that it is her own phone.
    pub own_phone: bool,
}

pub fn page(cx: &Cx, d: &SessionsPage) -> String {
    ui::page(cx, Head::new(cx.t("sessions-title")).back_to("/my-cases", cx.t("sessions-back")), || {
        let mut parts = Vec::new();
        if d.ended {
            parts.push(status(NoticeKind::Good, &cx.t("sessions-ended")));
        }
        parts.push(page_heading(cx, &cx.t("sessions-title"), Some(&cx.t("sessions-lede"))));
        if d.unverified {
            parts.push(tag(Status::Waiting, &cx.t("open-account-unverified")));
        }
        parts.extend(d.sessions.iter().map(|one| session(cx, one)));
        let all = form(cx, Form::post("/sessions").hidden("all", "1"), button(&cx.t("sessions-end-all"), Tone::Warn, None));
        parts.push(notice(NoticeKind::Care, &cx.t("sessions-lost-title"), stack(vec![para(cx.t("sessions-lost")), all])));
        parts.push(link_button(&cx.t("sessions-done"), "/my-cases", Tone::Secondary));
        stack(parts)
    })
}

fn session(cx: &Cx, one: &OneSession) -> Html {
    let mut rows =
        vec![Row::new(cx.t("sessions-since"), moment(cx, one.since)), Row::new(cx.t("sessions-last"), moment(cx, one.last_seen))];
    if one.own_phone {
        rows.push(Row::new(cx.t("sessions-kind"), cx.t("sessions-own-phone")));
    }
    let name = cx.t(&one.device);
    let (title, label) = if one.here {
        (cx.tv("sessions-here", &[("device", &name)]), cx.t("sessions-end-here"))
    } else {
        (name.clone(), cx.tv("sessions-end-one", &[("device", &name)]))
    };
    let end = form(cx, Form::post("/sessions").hidden("session", &one.id), button(&label, Tone::Secondary, None));
    let rows = summary_list(cx, rows);
    view! { <section><h2>{title}</h2>{rows}{end}</section> }.into_any()
}
