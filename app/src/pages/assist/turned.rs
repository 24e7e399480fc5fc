//! The assistant's device turned to the person beside her, who has no phone: who wants to do what, the number, yes and no alike.
//! She presses herself. It signs nobody in, shows nothing else of anybody, and asks for no number and no code.

use super::head;
use crate::cx::Cx;
use crate::ui::{self, Form, NoticeKind, Tone, button, form, hooks, link_button, notice, page_heading, para, stack};
use domain::assist::Organisation;

pub struct TurnedPage {
    pub assistant: String,
    pub of: Organisation,
    /// Text key of the act.
    pub act: &'static str,
    pub number: String,
}

pub fn page(cx: &Cx, d: &TurnedPage) -> String {
    let (of, act) = (cx.t(d.of.key()), cx.t(d.act));
    let title = cx.tv("assist-turned-title", &[("assistant", &d.assistant), ("act", &act)]);
    ui::page(cx, head(cx, &title).back("/assist/number"), || {
        stack(vec![
            page_heading(cx, &title, Some(&cx.tv("assist-turned-who", &[("assistant", &d.assistant), ("of", &of)]))),
            super::number::two_digits(cx, &d.number),
            para(cx.t("assist-turned-ask")),
            form(
                cx,
                Form::post("/assist/number").hidden("turned", "yes"),
                hooks::send_once(cx, button(&cx.t("assist-turned-yes"), Tone::Secondary, None)),
            ),
            form(cx, Form::post("/assist/differ"), button(&cx.t("assist-turned-no"), Tone::Secondary, None)),
            notice(NoticeKind::Care, "", para(cx.t("assist-turned-codes"))),
            link_button(&cx.t("assist-turned-back"), "/assist/number", Tone::Secondary),
        ])
    })
}
