//! 语音版: every page can be read aloud, people read aloud on the telephone, and a phone has a voice of its own.
use leptos::prelude::*;

use crate::cx::Cx;
use crate::ui::help_card::dialable;
use crate::ui::{Head, Icon, icon, page, page_heading, para, stack, steps};

pub fn show(cx: &Cx) -> String {
    page(cx, Head::new(cx.t("voice-title")).back("/"), || {
        let phone = cx.region.phone.clone();
        let call = view! {
            <h2>{cx.t("voice-call-title")}</h2>
            <p>{cx.t("voice-call")}</p>
            <a class="button" href=format!("tel:{}", dialable(&phone))>{icon(Icon::Phone)}<span>{cx.t("voice-call-button")}<bdi>{phone.clone()}</bdi></span></a>
            <h2>{cx.t("voice-phone-title")}</h2>
        }
        .into_any();
        stack(vec![
            page_heading(cx, &cx.t("voice-title"), Some(&cx.t("voice-lede"))),
            call,
            para(cx.t("voice-phone")),
            steps(vec![cx.t("voice-phone-1"), cx.t("voice-phone-2"), cx.t("voice-phone-3")]),
            view! { <h2>{cx.t("voice-speak-title")}</h2><p>{cx.t("voice-speak")}</p> }.into_any(),
        ])
    })
}
