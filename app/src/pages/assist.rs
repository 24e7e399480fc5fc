//! Screens of 帮办人员: find the person by her card, look at card and face, compare the number, then the ordinary filing
//! pages. Made for a village table: one thing a page, large, readable by both. No list of people, ever.

use crate::cx::Cx;
use crate::ui::{Form, Head, Html, Tone, button, form, hooks, para, stack};
use domain::ids::DraftId;

pub mod find;
pub mod number;
pub mod person;
pub mod sheet;
pub mod turned;

/// The head of every page here: one place to go back to.
fn head(cx: &Cx, title: &str) -> Head {
    Head::new(title.to_owned()).service(cx.t("assist-service"))
}

/// In place of a send button, as long as the number for this draft was not compared.
pub fn number_first(cx: &Cx, draft: &DraftId) -> Html {
    let action = format!("/assist/send/{draft}");
    stack(vec![
        para(cx.t("assist-before-send")),
        form(cx, Form::post(&action), hooks::send_once(cx, button(&cx.t("assist-before-send-do"), Tone::Primary, None))),
    ])
}
