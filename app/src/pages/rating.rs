//! 好差评 as she meets it: which steps there are, five faces, what was bad, and what happens now. One thing a page; what she
//! pressed is kept before the next page asks anything.

mod ask;
mod done;
mod why;

pub use ask::{AskPage, ask};
pub use done::{DonePage, done};
pub use why::{WhyPage, why};

use crate::acts::ratings::give::Step;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ui::{self, Choice, Head, Html, Icon, Row, Tone, link_button, page_heading, para, reference, stack, summary_list};
use domain::case::Case;
use domain::rating::{Level, Reason, Stage, Turn};
use domain::refusal::Refusal;
use leptos::prelude::*;

/// Where the ratings of a case are.
pub fn path(reference: &str) -> String {
    let number: String = reference.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("/cases/{number}/rate")
}

/// A calm link beside a case; a clerk finds none.
pub fn link(cx: &Cx, reference: &str, service: &str) -> Html {
    let words = cx.tv("rating-link", &[("item", service)]);
    (!cx.is_staff()).then(|| view! { <p><a class="link-row" href=path(reference)>{words}</a></p> }).into_any()
}

pub fn level(cx: &Cx, level: Level) -> String {
    cx.t(&format!("rating-level-{}", level.key()))
}

pub fn stage(cx: &Cx, stage: Stage) -> String {
    cx.t(&format!("rating-stage-{}", stage.key()))
}

pub fn reason(cx: &Cx, reason: Reason) -> String {
    cx.t(&format!("rating-reason-{}", reason.key()))
}

/// The five levels with their faces, the best first.
pub fn faces(cx: &Cx) -> Vec<Choice> {
    Level::ALL.iter().map(|l| Choice::new(l.key(), level(cx, *l)).icon(face(*l))).collect()
}

fn face(level: Level) -> Icon {
    match level {
        Level::VeryGood => Icon::FaceVeryGood,
        Level::Good => Icon::FaceGood,
        Level::Fair => Icon::FaceFair,
        Level::Bad => Icon::FaceBad,
        Level::VeryBad => Icon::FaceVeryBad,
    }
}

pub fn reasons(cx: &Cx) -> Vec<Choice> {
    Reason::ALL.iter().map(|r| Choice::new(r.key(), reason(cx, *r))).collect()
}

/// Every step that the case came to, with what can be said about it.
pub fn steps(cx: &Cx, case: &Case, steps: &[Step]) -> String {
    let title = cx.t("rating-steps-title");
    let service = words::item(cx, case.item);
    ui::page(cx, Head::new(title.clone()).service(service.clone()).back(case_path(case)), || {
        let mut body = vec![page_heading(cx, &title, Some(&service)), reference(&case.reference)];
        body.extend(steps.iter().map(|step| card(cx, case, step)));
        body.push(para(cx.t("rating-anonymous")));
        stack(body)
    })
}

fn card(cx: &Cx, case: &Case, step: &Step) -> Html {
    let name = stage(cx, step.stage);
    let href = format!("{}/{}", path(&case.reference), step.stage.key());
    let key = match step.turn {
        Ok(Turn::First) => "rating-step-first",
        Ok(Turn::Change) => "rating-step-change",
        Ok(Turn::Again) => "rating-step-again",
        Err(Refusal::RatedAlready) => "rating-step-other",
        Err(_) if step.rating.is_some() => "rating-step-kept",
        Err(_) => "rating-step-late",
    };
    let mut rows = vec![Row::new(cx.t("rating-step-when"), words::moment(cx, step.reached))];
    if let Some(rating) = &step.rating {
        rows.push(Row::new(cx.t("rating-step-said"), level(cx, rating.newest().level)));
    }
    let way = match step.turn {
        Ok(_) => link_button(&cx.tv(key, &[("step", &name)]), &href, Tone::Secondary),
        Err(_) => para(cx.tv(key, &[("step", &name)])),
    };
    view! { <section class="card"><h2>{name.clone()}</h2>{summary_list(cx, rows)}{way}</section> }.into_any()
}

fn case_path(case: &Case) -> String {
    let number: String = case.reference.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("/cases/{number}")
}
