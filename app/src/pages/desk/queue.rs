//! The queue: most urgent first, one key opens the next case.

use super::timers::{self, Trouble};
use super::{case_path, head, heading, key_button};
use crate::acts::find_case::Named;
use crate::acts::promise::grouped;
use crate::acts::see_desk::filter::{Only, QueueFilter};
use crate::acts::see_desk::{Held, Kept, Waiting};
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ui::{
    self, Choice, Column, Field, FieldError, Form, Html, NoticeKind, Status, TextKind, Tone, error_summary, form, link_button, notice,
    page_heading, para, select, stack, status, table, tag, text_field,
};
use domain::case::CaseState;
use domain::catalog::items::ITEMS;
use jiff::civil::Date;
use leptos::prelude::*;

pub struct QueuePage<'a> {
    pub desk: String,
    pub waiting: &'a [Waiting],
    /// What of it is shown.
    pub filter: QueueFilter,
    pub find: Find,
    /// She has noted that she is away: until when, and who stands in.
    pub away: Option<(Date, Option<String>)>,
    /// Bad words that the desks below did not deal with in time.
    pub late_ratings: usize,
    /// A board meets at this tier.
    pub board: bool,
    /// 「下一件」 found nothing this clerk may do.
    pub none_left: bool,
    /// Legal guardians that wait for the county; none at other tiers.
    pub claims: Option<usize>,
    /// How the area does: for supervisors and for the county.
    pub overview: bool,
    /// What a supervisor sees beside the queue.
    pub supervisor: Option<Supervising>,
}

/// 「按编号找办件」: what was typed, what is wrong with it, and what was found where several end like it.
#[derive(Default)]
pub struct Find {
    pub typed: String,
    pub errors: Vec<FieldError>,
    pub found: Vec<Named>,
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
    ui::page(cx, head(cx, &title).wrong(!d.find.errors.is_empty()), || {
        let count = d.waiting.len().to_string();
        let late = d.waiting.iter().filter(|w| w.late || w.step_late).count().to_string();
        let lede = cx.tv("desk-count", &[("count", &count), ("late", &late)]);
        let mut body = vec![error_summary(cx, &d.find.errors), page_heading(cx, &title, Some(&lede))];
        if let Some((until, stand_in)) = &d.away {
            body.push(notice(NoticeKind::Care, "", para(away_words(cx, *until, stand_in.as_deref()))));
        }
        if d.late_ratings > 0 {
            body.push(link_button(
                &cx.tv("desk-late-ratings", &[("count", &d.late_ratings.to_string())]),
                "/staff/ratings",
                Tone::Secondary,
            ));
        }
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
        if d.filter.narrows() {
            body.push(notice(NoticeKind::Info, "", stack(vec![para(shown(cx, d.filter)), all_link(cx)])));
        }
        if d.waiting.is_empty() {
            body.push(para(cx.t(if d.filter.narrows() { "desk-filter-empty" } else { "desk-empty" })));
        } else {
            let next = d.filter.pairs().into_iter().fold(Form::post("/staff/next"), |form, (name, value)| form.hidden(name, value));
            body.push(form(cx, next, key_button(cx, &cx.t("desk-next"), Tone::Primary, None, Some('n'))));
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
            body.push(table(cx, &cx.t("desk-caption"), heads, d.waiting.iter().map(|w| row(cx, d.filter, w)).collect()));
            body.push(link_button(&cx.t("desk-print-all"), d.filter.at("/staff/print", &[]).as_str(), Tone::Secondary));
        }
        if !d.waiting.is_empty() || d.filter.narrows() {
            body.push(filter(cx, d.filter));
        }
        body.push(find(cx, &d.find));
        if d.board {
            body.push(link_button(&cx.t("desk-board-link"), "/staff/board", Tone::Secondary));
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
        body.push(link_button(&cx.t("desk-away-link"), "/staff/away", Tone::Secondary));
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

fn away_words(cx: &Cx, until: Date, stand_in: Option<&str>) -> String {
    let day = words::date(cx, until);
    match stand_in {
        Some(name) => cx.tv("desk-away-stood-in", &[("date", &day), ("name", name)]),
        None => cx.tv("desk-away-alone", &[("date", &day)]),
    }
}

/// A whole number leads to its case; its end to the one that ends so, or to a list.
fn find(cx: &Cx, d: &Find) -> Html {
    let field = Field::new("number", cx.t("desk-find-label")).hint(cx.t("desk-find-hint")).value(d.typed.clone()).errors(&d.errors);
    let inner = stack(vec![text_field(cx, field, TextKind::Number), key_button(cx, &cx.t("desk-find-do"), Tone::Secondary, None, None)]);
    let mut parts = vec![heading(cx, "desk-find-title", None), form(cx, Form::post("/staff"), inner)];
    if !d.found.is_empty() {
        let heads = ["desk-col-reference", "desk-col-name", "desk-col-item"].map(|key| (cx.t(key), Column::Words)).to_vec();
        let row = |one: &Named| {
            let number = grouped(&one.row.reference);
            vec![
                view! { <a href=case_path(&one.row.reference)>{number}</a> }.into_any(),
                view! { <bdi>{one.name.clone()}</bdi> }.into_any(),
                cx.t(&format!("item-{}", one.row.item.slug())).into_any(),
            ]
        };
        parts.push(table(cx, &cx.t("desk-find-found"), heads, d.found.iter().map(row).collect()));
    }
    stack(parts)
}

/// 「只看」: one service, or what is special; by GET, so that the address can be kept.
fn filter(cx: &Cx, now: QueueFilter) -> Html {
    let any = Choice::new("all", cx.t("desk-filter-any"));
    let items = ITEMS.iter().map(|item| Choice::new(item.code.slug(), cx.t(&format!("item-{}", item.code.slug()))));
    let only = Only::ALL.map(|only| Choice::new(only.key(), cx.t(&format!("desk-only-{}", only.key())))).to_vec();
    let item = select(
        cx,
        Field::new("item", cx.t("desk-filter-item")),
        std::iter::once(any).chain(items).collect(),
        Some(now.item.map_or("all", |item| item.slug())),
    );
    let only = select(cx, Field::new("only", cx.t("desk-filter-only")), only, Some(now.only.key()));
    let inner = stack(vec![item, only, key_button(cx, &cx.t("desk-filter-do"), Tone::Secondary, None, None)]);
    let form = view! { <form class="form" method="get" action="/staff" accept-charset="utf-8">{inner}</form> }.into_any();
    stack(vec![heading(cx, "desk-filter-title", None), form])
}

fn shown(cx: &Cx, filter: QueueFilter) -> String {
    let item = filter.item.map_or_else(|| cx.t("desk-filter-any"), |item| cx.t(&format!("item-{}", item.slug())));
    cx.tv("desk-filter-shown", &[("item", &item), ("only", &cx.t(&format!("desk-only-{}", filter.only.key())))])
}

fn all_link(cx: &Cx) -> Html {
    view! { <p><a class="link-row" href="/staff">{cx.t("desk-filter-all")}</a></p> }.into_any()
}

fn watch_link(words: &str) -> Html {
    link_button(words, "/staff/watch", Tone::Secondary)
}

fn row(cx: &Cx, filter: QueueFilter, w: &Waiting) -> Vec<Html> {
    let number = grouped(&w.row.reference);
    let item = cx.t(&format!("item-{}", w.row.item.slug()));
    let day = words::date(cx, w.row.promised);
    let left = if w.late { cx.t("desk-late") } else { cx.tv("desk-days", &[("days", &w.days_left.to_string())]) };
    vec![
        view! { <a href=filter.at(&case_path(&w.row.reference), &[])>{number}</a> }.into_any(),
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
    match &w.kept {
        Kept::Known => all.push(tag(Status::YourTurn, &cx.t("desk-mark-known"))),
        Kept::StandsIn(name) => all.push(tag(Status::YourTurn, &cx.tv("desk-mark-stands-in", &[("name", name)]))),
        Kept::Open => {}
    }
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
