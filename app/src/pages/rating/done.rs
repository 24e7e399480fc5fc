//! Thanks, and what happens now and by when. The survey is offered below, and nothing is lost by leaving it.

use super::{face, level, path, stage};
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ui::{self, Head, Html, NoticeKind, Tone, icon, link_button, notice, page_heading, para, stack, steps};
use domain::calendar::china_date;
use domain::case::Case;
use domain::rating::{Rating, Remedy, RemedyState};
use leptos::prelude::*;

pub struct DonePage<'a> {
    pub case: &'a Case,
    pub rating: &'a Rating,
    /// It can still be changed, until then.
    pub change_until: Option<jiff::Timestamp>,
}

pub fn done(cx: &Cx, d: &DonePage) -> String {
    let title = cx.t("rating-done-title");
    let rating = d.rating;
    ui::page(cx, Head::new(title.clone()).service(words::item(cx, d.case.item)).back_to(cx.matters(), cx.t("receipt-to-list")), || {
        let said = rating.newest().level;
        let step = stage(cx, rating.stage);
        let mut body = vec![
            page_heading(cx, &title, None),
            view! { <p class="face-said">{icon(face(said))}<span>{cx.tv("rating-done-said", &[("step", &step), ("level", &level(cx, said))])}</span></p> }
                .into_any(),
        ];
        body.push(match &rating.remedy {
            Some(task) if !task.state.over() => next(cx, rating, task),
            _ if said.bad() => para(cx.tv("rating-done-still", &[("phone", &cx.region.phone)])),
            _ => para(cx.t("rating-done-good")),
        });
        body.push(para(cx.t("rating-anonymous")));
        if let Some(until) = d.change_until {
            let words = cx.tv("rating-done-change", &[("date", &words::date(cx, china_date(until)))]);
            let href = format!("{}/{}", path(&d.case.reference), rating.stage.key());
            body.push(view! { <p><a class="link-row" href=href>{words}</a></p> }.into_any());
        }
        body.push(link_button(&cx.t("rating-done-list"), cx.matters(), Tone::Primary));
        body.push(view! { <h2>{cx.t("survey-offer-title")}</h2> }.into_any());
        body.push(para(cx.t("survey-offer")));
        body.push(link_button(&cx.t("survey-begin"), "/survey/find", Tone::Secondary));
        stack(body)
    })
}

/// Who calls, who sets it right, who asks again, each with its day.
fn next(cx: &Cx, rating: &Rating, task: &Remedy) -> Html {
    let (call, correct) = (words::date(cx, task.call_by), words::date(cx, task.correct_by));
    let called = match (task.state, rating.said.call) {
        (RemedyState::Open, Some(false)) => cx.t("rating-next-no-call"),
        _ => cx.tv("rating-next-call", &[("date", &call)]),
    };
    let all = steps(vec![called, cx.tv("rating-next-correct", &[("date", &correct)]), cx.t("rating-next-again")]);
    let mut said = vec![all, para(cx.t("rating-next-who"))];
    if !rating.earlier.is_empty() {
        said.insert(0, para(cx.t("rating-next-climbed")));
    }
    notice(NoticeKind::Info, &cx.t("rating-next-title"), stack(said))
}
