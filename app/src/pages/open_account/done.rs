//! The account is open; 「身份未核验」 stands on it, and what that means.

use crate::cx::Cx;
use crate::ui::{self, Head, NoticeKind, Status, Tone, bullets, link_button, notice, page_heading, stack, tag};

pub fn page(cx: &Cx, verified: bool) -> String {
    ui::page(cx, Head::new(cx.t("open-account-done-title")), || {
        let mark = if verified {
            tag(Status::Done, &cx.t("open-account-verified"))
        } else {
            tag(Status::Waiting, &cx.t("open-account-unverified"))
        };
        let facts = ["open-account-until", "open-account-how"].map(|key| cx.t(key)).to_vec();
        let mut parts = vec![page_heading(cx, &cx.t("open-account-done-title"), Some(&cx.t("open-account-done-lede"))), mark];
        if !verified {
            parts.push(notice(NoticeKind::Info, "", bullets(facts)));
        }
        parts.push(link_button(&cx.t("open-account-done-ask"), "/family/ask", Tone::Primary));
        parts.push(link_button(&cx.t("open-account-done-family"), "/family", Tone::Secondary));
        stack(parts)
    })
}
