//! The queue: most urgent first, one key opens the next case.

use super::timers::{self, Trouble};
use super::{case_path, head, key_button};
use crate::acts::promise::grouped;
use crate::acts::see_desk::{Held, Waiting};
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ui::{self, Column, Form, Html, NoticeKind, Status, Tone, form, link_button, page_heading, para, stack, status, table, tag};
use domain::case::CaseState;
use leptos::prelude::*;

pub struct QueuePage<'a> {
    pub desk: String,
    pub waiting: &'a [Waiting],
    /// 「下一件」 found nothing this clerk may do.
    pub none_left: bool,
    /// Legal guardians that wait for the county; none at other tiers.
    pub claims: Option<usize>,
    /// How the area does: for supervisors and for the county.
    pub overview: bool,
    /// What a supervisor sees beside the queue.
    pub supervisor: Option<Supervising>,
}

pub struct Supervising {
    /// Findings nobody has decided about.
    pub unusual: usize,
    pub timers: Vec<Trouble>,
    /// Whom to call when the machine stands still.
    pub machine_room: (String, String),
}

pub fn page(cx: &Cx, d: &QueuePage) -> String {
    let title = cx.tv("desk-title", &[("desk", &d.desk)]);
    ui::page(cx, head(cx, &title), || {
        let count = d.waiting.len().to_string();
        let late = d.waiting.iter().filter(|w| w.late || w.step_late).count().to_string();
        let mut body = vec![page_heading(cx, &title, Some(&cx.tv("desk-count", &[("count", &count), ("late", &late)])))];
        if let Some(s) = &d.supervisor {
            body.extend(timers::notices(cx, &s.timers, (&s.machine_room.0, &s.machine_room.1)));
            // What waits for her stands above the queue, however long that is.
            if s.unusual > 0 {
                body.push(watch_link(&cx.tv("desk-watch-waiting", &[("count", &s.unusual.to_string())])));
            }
        }
        if d.none_left {
            body.push(status(NoticeKind::Info, &cx.t("desk-none-left")));
        }
        if d.waiting.is_empty() {
            body.push(para(cx.t("desk-empty")));
        } else {
            body.push(form(cx, Form::post("/staff/next"), key_button(cx, &cx.t("desk-next"), Tone::Primary, None, Some('n'))));
            body.push(para(cx.t("desk-keys")));
            let heads = [
                ("desk-col-reference", Column::Words),
                ("desk-col-name", Column::Words),
                ("desk-col-item", Column::Words),
                ("desk-col-marks", Column::Words),
                ("desk-col-promised", Column::Words),
                ("desk-col-left", Column::Number),
            ];
            let heads = heads.map(|(key, kind)| (cx.t(key), kind)).to_vec();
            body.push(table(cx, &cx.t("desk-caption"), heads, d.waiting.iter().map(|w| row(cx, w)).collect()));
        }
        if let Some(claims) = d.claims {
            let label = cx.tv("claims-link", &[("count", &claims.to_string())]);
            body.push(link_button(&label, "/staff/claims", Tone::Secondary));
        }
        if d.overview {
            body.push(link_button(&cx.t("overview-link"), "/staff/overview", Tone::Secondary));
        }
        body.push(link_button(&cx.t("taken-in-link"), "/staff/taken-in", Tone::Secondary));
        body.push(link_button(&cx.t("desk-ratings-link"), "/staff/ratings", Tone::Secondary));
        if let Some(s) = &d.supervisor {
            body.push(link_button(&cx.t("desk-assisted-link"), "/staff/assisted", Tone::Secondary));
            if s.unusual == 0 {
                body.push(watch_link(&cx.t("desk-watch")));
            }
            body.push(link_button(&cx.t("desk-accounts"), "/staff/accounts", Tone::Secondary));
        }
        stack(body)
    })
}

fn watch_link(words: &str) -> Html {
    link_button(words, "/staff/watch", Tone::Secondary)
}

fn row(cx: &Cx, w: &Waiting) -> Vec<Html> {
    let number = grouped(&w.row.reference);
    let item = cx.t(&format!("item-{}", w.row.item.slug()));
    let day = words::date(cx, w.row.promised);
    let left = if w.late { cx.t("desk-late") } else { cx.tv("desk-days", &[("days", &w.days_left.to_string())]) };
    vec![
        view! { <a href=case_path(&w.row.reference)>{number}</a> }.into_any(),
        view! { <bdi>{w.name.clone()}</bdi> }.into_any(),
        item.into_any(),
        marks(cx, w),
        day.into_any(),
        left.into_any(),
    ]
}

/// What is special about it, in words: late, climbed, sampled, to confirm, held.
fn marks(cx: &Cx, w: &Waiting) -> Html {
    let mut all = Vec::new();
    if w.late {
        all.push(tag(Status::Refused, &cx.t("desk-mark-late")));
    }
    if w.step_late {
        all.push(tag(Status::YourTurn, &cx.t("desk-mark-step-late")));
    }
    if w.climbed {
        all.push(tag(Status::YourTurn, &cx.t("desk-mark-climbed")));
    }
    match w.row.state {
        CaseState::InForceSampled => all.push(tag(Status::Waiting, &cx.t("desk-mark-sampled"))),
        CaseState::InForceToConfirm => all.push(tag(Status::YourTurn, &cx.t("desk-mark-to-confirm"))),
        _ => {}
    }
    match w.held {
        Held::Mine => all.push(tag(Status::Draft, &cx.t("desk-mark-mine"))),
        Held::Colleague => all.push(tag(Status::Closed, &cx.t("desk-mark-held"))),
        Held::Free => {}
    }
    view! { <div class="marks">{all.into_iter().collect_view()}</div> }.into_any()
}
