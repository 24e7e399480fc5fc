//! The summary of a filing, large, for her to read and sign at the counter. On paper only this stays.

use super::{case_path, head};
use crate::acts::look_at_case::CaseOnDesk;
use crate::acts::promise::grouped;
use crate::cx::Cx;
use crate::pages::case::rows as answered;
use crate::pages::filing::words;
use crate::ui::{self, Html, Row, page_heading, para, reference, stack, summary_list};
use leptos::prelude::*;

pub fn page(cx: &Cx, found: &CaseOnDesk) -> String {
    let title = cx.t("desk-print-title");
    ui::page(cx, head(cx, &title).back_to(case_path(&found.case.reference), cx.t("desk-back-case")), || {
        let heading = page_heading(cx, &title, None);
        let how = view! { <p class="no-print">{cx.t("desk-print-how")}</p> }.into_any();
        view! { <div class="print-large">{stack(vec![heading, sheet(cx, found), how])}</div> }.into_any()
    })
}

/// All of a part of the queue in one print, a sheet each.
pub fn pile(cx: &Cx, all: &[CaseOnDesk], back: &str) -> String {
    let title = cx.t("desk-pile-title");
    ui::page(cx, head(cx, &title).back_to(back, cx.t("desk-back")), || {
        let lede = if all.is_empty() { cx.t("desk-empty") } else { cx.tv("desk-pile-lede", &[("count", &all.len().to_string())]) };
        let mut body = vec![view! { <div class="no-print">{page_heading(cx, &title, Some(&lede))}</div> }.into_any()];
        body.extend(all.iter().map(|found| {
            let title = cx.t("desk-print-title");
            view! { <article class="card print-large one-sheet"><h2>{title}</h2>{sheet(cx, found)}</article> }.into_any()
        }));
        stack(body)
    })
}

/// What she reads and signs.
fn sheet(cx: &Cx, found: &CaseOnDesk) -> Html {
    let case = &found.case;
    let name = cx.t(&format!("item-{}", case.item.slug()));
    let mut rows = vec![
        Row::new(cx.t("desk-fact-item"), name),
        Row::new(cx.t("desk-fact-person"), format!("{}  {}", found.subject.name.as_str(), found.subject.id_number.masked())),
    ];
    // She signs for it, so she reads which of it somebody else typed.
    rows.extend(answered(cx, case));
    rows.push(Row::new(cx.t("desk-fact-sent"), words::moment(cx, case.submitted_at)));
    rows.push(Row::new(cx.t("desk-fact-promised"), words::date(cx, case.promised)));
    let mut body = vec![reference(&grouped(&case.reference)), summary_list(cx, rows)];
    if let Some(key) = &case.commitment {
        body.push(para(cx.t(key)));
    }
    body.push(para(cx.t("desk-print-read")));
    let (sign, day, clerk) = (cx.t("desk-print-sign"), cx.t("desk-print-day"), cx.t("desk-print-clerk"));
    body.push(view! { <dl class="sign-lines"><div><dt>{sign}</dt><dd></dd></div><div><dt>{day}</dt><dd></dd></div><div><dt>{clerk}</dt><dd></dd></div></dl> }.into_any());
    stack(body)
}
