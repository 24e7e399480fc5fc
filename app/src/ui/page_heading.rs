//! The one h1 of a page, with the step above it in words: 「第 2 步，共 6 步」.
use leptos::prelude::*;

use super::{Html, read_aloud};
use crate::cx::Cx;

pub fn page_heading(cx: &Cx, title: &str, lede: Option<&str>) -> Html {
    let aloud = read_aloud(cx);
    let lede = lede.map(|lede| view! { <p class="lede">{lede.to_owned()}</p> });
    view! { <div class="page-heading"><h1>{title.to_owned()}</h1>{lede}{aloud}</div> }.into_any()
}

/// The heading of a page that is about being heard itself.
pub fn page_heading_silent(title: &str) -> Html {
    view! { <div class="page-heading"><h1>{title.to_owned()}</h1></div> }.into_any()
}

/// Heading of a step. `title` empty: the question's own legend is the h1 (see `Field::as_heading`).
pub fn step_heading(cx: &Cx, now: usize, all: usize, title: &str) -> Html {
    let step = cx.tv("ui-step", &[("now", &now.to_string()), ("all", &all.to_string())]);
    let heading = (!title.is_empty()).then(|| view! { <h1>{title.to_owned()}</h1> });
    let aloud = read_aloud(cx);
    let class = if title.is_empty() { "page-heading page-heading-step" } else { "page-heading" };
    view! { <div class=class><p class="step">{step}</p>{heading}{aloud}</div> }.into_any()
}

/// A line above a question whose own legend is the h1 (see `Field::as_heading`), with the button that reads the page.
pub fn above_question(cx: &Cx, words: &str) -> Html {
    let aloud = read_aloud(cx);
    view! { <div class="page-heading page-heading-step"><p class="step">{words.to_owned()}</p>{aloud}</div> }.into_any()
}

pub fn examples(cx: &Cx) -> Vec<Html> {
    vec![
        page_heading(cx, "异地就医备案", Some("去外地看病以前，先在这里登记。")),
        step_heading(cx, 2, 6, "您要去哪里看病？"),
        above_question(cx, "异地就医备案"),
    ]
}
