//! 「我们不会……」: what we never ask and never send, and whom to call when somebody does.
use leptos::prelude::*;

use crate::cx::Cx;
use crate::ui::{Head, NoticeKind, bullets, notice, page, page_heading, stack};

pub fn show(cx: &Cx) -> String {
    page(cx, Head::new(cx.t("promises-title")).back("/"), || {
        let list = |name: &str, n: usize| bullets((1..=n).map(|i| cx.t(&format!("promises-{name}-{i}"))).collect());
        stack(vec![
            page_heading(cx, &cx.t("promises-title"), Some(&cx.t("promises-lede"))),
            list("never", 6),
            view! { <h2>{cx.t("promises-do-title")}</h2> }.into_any(),
            list("do", 4),
            notice(
                NoticeKind::Care,
                &cx.t("promises-alarm-title"),
                view! { <p>{cx.t("promises-alarm")}</p><a class="link-row" href="tel:96110">{cx.t("promises-alarm-call")}</a> }.into_any(),
            ),
        ])
    })
}
