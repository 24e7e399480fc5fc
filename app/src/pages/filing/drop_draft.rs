//! Throwing a draft away is a page of its own: a first tap never destroys anything.

use crate::cx::Cx;
use crate::ui::{self, Form, Head, Tone, button, form, link_button, page_heading, para, stack};

pub fn page(cx: &Cx, draft: &str, item_slug: &str) -> String {
    ui::page(cx, Head::new(cx.t("drop-title")).service(cx.t(&format!("item-{item_slug}"))).back("/my-cases"), || {
        stack(vec![
            page_heading(cx, &cx.t("drop-title"), None),
            para(cx.t("drop-what")),
            link_button(&cx.t("drop-keep"), "/my-cases", Tone::Primary),
            form(cx, Form::post(&format!("/file/draft/{draft}/drop")), button(&cx.t("drop-do"), Tone::Warn, None)),
        ])
    })
}
