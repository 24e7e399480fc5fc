//! The paper slip on the clerk's screen: first the short number for the second screen, then the code, large, to print.

use super::{head, key_link};
use crate::acts::issue_slip::SlipShown;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ui::{self, NoticeKind, notice, page_heading, para, stack, steps};
use jiff::Timestamp;
use leptos::prelude::*;

pub struct SlipPage<'a> {
    pub id: &'a str,
    /// Masked.
    pub name: String,
    pub person: &'a str,
    pub shown: &'a SlipShown,
    pub expires: Timestamp,
}

pub fn page(cx: &Cx, d: &SlipPage) -> String {
    let title = cx.tv("counter-slip-title", &[("name", &d.name)]);
    let back = format!("/staff/people/{}", d.person);
    ui::page(cx, head(cx, &title).back_to(back, cx.t("counter-back-person")), || {
        let mut body = vec![page_heading(cx, &title, None)];
        match d.shown {
            SlipShown::Waiting { number } => {
                body.push(steps(
                    ["counter-slip-step-screen", "counter-slip-step-number", "counter-slip-step-pin"].map(|k| cx.t(k)).to_vec(),
                ));
                body.push(big(number));
                body.push(para(cx.t("counter-slip-reload")));
                body.push(key_link(cx, &cx.t("counter-slip-pin-set"), format!("/staff/slips/{}", d.id), Some('n')));
            }
            SlipShown::Ready { code } => {
                body.push(para(cx.t("counter-slip-code-what")));
                body.push(big(code));
                body.push(para(cx.tv("counter-slip-valid", &[("date", &words::moment(cx, d.expires))])));
                body.push(para(cx.t("counter-slip-where")));
                body.push(view! { <div class="no-print">{notice(NoticeKind::Care, &cx.t("counter-slip-once"), para(cx.t("counter-slip-again")))}</div> }.into_any());
            }
            SlipShown::Over => body.push(notice(NoticeKind::Info, "", para(cx.t("counter-slip-over")))),
        }
        view! { <div class="print-large">{stack(body)}</div> }.into_any()
    })
}

fn big(number: &str) -> ui::Html {
    view! { <p class="big-number" dir="ltr">{number.to_owned()}</p> }.into_any()
}
