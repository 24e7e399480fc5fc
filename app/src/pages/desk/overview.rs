//! How an area does: one figure at a time, as bars and as a table, with the months it is about. The numbers come finished.

mod figures;

pub use figures::{Drawn, Show, drawn, table_of_all};

use super::{head, heading};
use crate::acts::see_overview::{Seen, month_name};
use crate::cx::Cx;
use crate::ui::{self, Choice, Field, Html, Tone, bars, link_button, page_heading, para, select, stack, table};
use domain::ids::AreaCode;
use jiff::civil::Date;
use leptos::prelude::*;

pub struct OverviewPage<'a> {
    pub seen: &'a Seen,
    pub area: String,
    pub show: Show,
    /// What a desk is called.
    pub desk: &'a dyn Fn(&AreaCode) -> String,
}

pub fn page(cx: &Cx, d: &OverviewPage) -> String {
    let title = cx.tv("overview-title", &[("area", &d.area)]);
    ui::page(cx, head(cx, &title).back_to("/staff", cx.t("desk-back")), || {
        let figure = drawn(cx, d, d.show);
        let period = d.seen.period;
        let (from, to) = (month(cx, period.from), month(cx, period.to));
        let when = if d.show.of_now() { cx.t("overview-now") } else { cx.tv("overview-period", &[("from", &from), ("to", &to)]) };
        let mut body = vec![
            page_heading(cx, &title, Some(&cx.t("overview-lede"))),
            choose(cx, d),
            heading(cx, d.show.title(), Some("figure")),
            para(when),
        ];
        body.extend(figure.said.clone().map(para));
        let pair = stack(vec![
            bars(cx, "figure-bars", &figure.title, &figure.told, &figure.bars),
            table(cx, &figure.title, figure.heads, figure.rows),
        ]);
        body.push(view! { <div class="chart-pair">{pair}</div> }.into_any());
        body.push(others(cx, d));
        let query = format!("?from={}&to={}", month_name(period.from), month_name(period.to));
        body.push(heading(cx, "overview-export", None));
        body.push(para(cx.t("overview-export-what")));
        body.push(link_button(&cx.t("overview-xlsx"), &format!("/staff/overview.xlsx{query}"), Tone::Secondary));
        body.push(link_button(&cx.t("overview-csv"), &format!("/staff/overview.csv{query}"), Tone::Secondary));
        stack(body)
    })
}

/// A plain GET form: what, from when, until when.
fn choose(cx: &Cx, d: &OverviewPage) -> Html {
    let shows = Show::ALL.into_iter().map(|show| Choice::new(show.key(), cx.t(show.title()))).collect();
    let months = || -> Vec<Choice> { d.seen.months.iter().map(|m| Choice::new(&month_name(*m), month(cx, *m))).collect() };
    let (from, to) = (month_name(d.seen.period.from), month_name(d.seen.period.to));
    let fields = vec![
        select(cx, Field::new("show", cx.t("overview-show")), shows, Some(d.show.key())),
        select(cx, Field::new("from", cx.t("overview-from")), months(), Some(&from)),
        select(cx, Field::new("to", cx.t("overview-to")), months(), Some(&to)),
    ];
    view! {
        <form class="form" method="get" action="/staff/overview" accept-charset="utf-8">
            {stack(fields)}
            <button class=Tone::Primary.class() type="submit">{cx.t("overview-do")}</button>
        </form>
    }
    .into_any()
}

/// The other figures of the same months, one link each.
fn others(cx: &Cx, d: &OverviewPage) -> Html {
    let period = d.seen.period;
    let links = Show::ALL.into_iter().filter(|show| *show != d.show).map(|show| {
        let href = format!("/staff/overview?show={}&from={}&to={}", show.key(), month_name(period.from), month_name(period.to));
        view! { <li class="link-row"><a href=href>{cx.t(show.title())}</a></li> }
    });
    view! { <h2>{cx.t("overview-others")}</h2><ul class="chart-others">{links.collect_view()}</ul> }.into_any()
}

/// 「2026年11月」
fn month(cx: &Cx, day: Date) -> String {
    cx.tv("overview-month", &[("year", &day.year().to_string()), ("month", &day.month().to_string())])
}

#[cfg(test)]
mod tests;
