//! 代别处收的件: what this counter handed on, where it lies now, and whom to call there. No link into a case: it is not this desk's.

use super::head;
use crate::acts::promise::grouped;
use crate::acts::see_taken_in::TakenIn;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ui::{self, Column, Html, page_heading, para, stack, table};
use leptos::prelude::*;

pub fn page(cx: &Cx, all: &[TakenIn]) -> String {
    let title = cx.t("taken-in-title");
    ui::page(cx, head(cx, &title).back_to("/staff", cx.t("desk-back")), || {
        let mut body = vec![page_heading(cx, &title, Some(&cx.t("taken-in-lede")))];
        if all.is_empty() {
            body.push(para(cx.t("taken-in-none")));
        } else {
            let heads =
                ["desk-col-reference", "desk-col-name", "desk-col-item", "counter-col-state", "desk-col-promised", "taken-in-col-desk"];
            let heads = heads.map(|key| (cx.t(key), Column::Words)).to_vec();
            body.push(table(cx, &title, heads, all.iter().map(|one| row(cx, one)).collect()));
        }
        stack(body)
    })
}

fn row(cx: &Cx, one: &TakenIn) -> Vec<Html> {
    vec![
        grouped(&one.row.reference).into_any(),
        view! { <bdi>{one.name.clone()}</bdi> }.into_any(),
        cx.t(&format!("item-{}", one.row.item.slug())).into_any(),
        cx.t(&format!("state-{}", one.row.state.key())).into_any(),
        words::date(cx, one.row.promised).into_any(),
        cx.tv("taken-in-desk", &[("desk", &one.desk), ("phone", &one.phone)]).into_any(),
    ]
}
