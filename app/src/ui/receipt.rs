//! The receipt after sending: number, what happens next, by when, whom to ask, how to keep it. Can be opened again and printed.
use leptos::prelude::*;

use super::{Html, Icon, icon, read_aloud, reference, spoken_reference};
use crate::cx::Cx;

/// One thing that will happen, and by when (already in words).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    pub what: String,
    pub by: String,
}

pub fn receipt(cx: &Cx, title: &str, number: &str, next: Vec<NextStep>) -> Html {
    let label = cx.t("ui-receipt-number");
    let rows = next.into_iter().map(|step| view! { <li><span>{step.what}</span>" "<b>{step.by}</b></li> }).collect_view();
    view! {
        <section class="receipt">
            {icon(Icon::Done)}
            <h1>{title.to_owned()}</h1>
            {read_aloud(cx)}
            <p class="receipt-label">{label}</p>
            <p aria-hidden="true">{reference(number)}</p>
            <p class="unseen">{spoken_reference(number)}</p>
        </section>
        <section>
            <h2>{cx.t("ui-receipt-next")}</h2>
            <ol class="steps">{rows}</ol>
            <p>{cx.t("ui-receipt-keep")}</p>
        </section>
    }
    .into_any()
}

pub fn examples(cx: &Cx) -> Vec<Html> {
    let next = vec![
        NextStep { what: "村医保员看一遍材料。".to_owned(), by: "2026年11月25日 星期三以前".to_owned() },
        NextStep { what: "结果发到您的手机。".to_owned(), by: "2026年12月4日 星期五以前".to_owned() },
    ];
    vec![receipt(cx, "备案申请已经提交", "3478256477", next)]
}
