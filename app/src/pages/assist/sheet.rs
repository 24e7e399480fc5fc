//! The sheet that she keeps: who was beside her, since when, the number while one waits, and whom to call. Printed large,
//! or written down by hand where there is no printer. Holds no whole name and no number of a person.

use super::head;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ui::{self, Row, Tone, link_button, page_heading, para, stack, summary_list};
use domain::assist::Organisation;
use leptos::prelude::*;

pub struct SheetPage {
    pub assistant: String,
    pub of: Organisation,
    /// Masked.
    pub name: String,
    pub now: jiff::Timestamp,
    /// Text key of the act and the number that waits for it.
    pub number: Option<(&'static str, String)>,
}

pub fn page(cx: &Cx, d: &SheetPage) -> String {
    let title = cx.t("assist-sheet-title");
    let back = if d.number.is_some() { "/assist/number" } else { "/assist/person" };
    ui::page(cx, head(cx, &title).back(back), || {
        let mut rows = vec![
            Row::new(cx.t("assist-sheet-name"), d.name.clone()),
            Row::new(cx.t("assist-sheet-who"), d.assistant.clone()),
            Row::new(cx.t("assist-sheet-of"), cx.t(d.of.key())),
            Row::new(cx.t("assist-sheet-when"), words::moment(cx, d.now)),
        ];
        if let Some((act, number)) = &d.number {
            rows.push(Row::new(cx.t("assist-sheet-act"), cx.t(act)));
            rows.push(Row::new(cx.t("assist-sheet-number"), number.clone()));
        }
        let body = stack(vec![
            page_heading(cx, &title, None),
            summary_list(cx, rows),
            para(cx.t("assist-sheet-codes")),
            para(cx.tv("assist-sheet-object", &[("phone", &cx.region.phone), ("hours", &cx.region.phone_hours)])),
            view! { <p class="no-print">{cx.t("assist-sheet-how")}</p> }.into_any(),
            view! { <div class="no-print">{link_button(&cx.t("assist-sheet-back"), back, Tone::Primary)}</div> }.into_any(),
        ]);
        view! { <div class="print-large">{body}</div> }.into_any()
    })
}
