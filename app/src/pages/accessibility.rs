//! The accessibility statement: what we built to, what we checked, what is missing. Claims no conformance.
use leptos::prelude::*;

use crate::cx::Cx;
use crate::ui::{Head, bullets, page, page_heading, para, stack};

pub fn show(cx: &Cx) -> String {
    page(cx, Head::new(cx.t("accessibility-title")).back("/"), || {
        let list = |name: &str, n: usize| bullets((1..=n).map(|i| cx.t(&format!("accessibility-{name}-{i}"))).collect());
        let title = |key: &str| view! { <h2>{cx.t(key)}</h2> }.into_any();
        stack(vec![
            page_heading(cx, &cx.t("accessibility-title"), Some(&cx.t("accessibility-lede"))),
            title("accessibility-built-title"),
            list("built", 3),
            title("accessibility-can-title"),
            list("can", 9),
            title("accessibility-gap-title"),
            list("gap", 5),
            title("accessibility-tell-title"),
            para(cx.t("accessibility-tell")),
        ])
    })
}
