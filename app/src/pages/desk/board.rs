//! What the monthly board decides: every case that waits for it, the next board first. A list to look into, one page per case as
//! at any desk; nothing here says yes to many at once.

use super::{case_path, head};
use crate::acts::promise::grouped;
use crate::acts::see_board::ForBoard;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ui::{self, Column, Html, Status, page_heading, para, stack, table, tag};
use jiff::civil::Date;
use leptos::prelude::*;

pub fn page(cx: &Cx, waiting: &[ForBoard], next: Date, today: Date) -> String {
    let title = cx.t("desk-board-title");
    ui::page(cx, head(cx, &title).back_to("/staff", cx.t("desk-back")), || {
        let lede = cx.tv("desk-board-lede", &[("date", &words::date(cx, next)), ("count", &waiting.len().to_string())]);
        let mut body = vec![page_heading(cx, &title, Some(&lede)), para(cx.t("desk-board-how"))];
        if waiting.is_empty() {
            body.push(para(cx.t("desk-board-none")));
        } else {
            let heads = ["desk-col-reference", "desk-col-name", "desk-col-item", "desk-board-papers", "desk-board-since", "desk-board-day"];
            let heads = heads.map(|key| (cx.t(key), Column::Words)).to_vec();
            body.push(table(cx, &cx.t("desk-board-caption"), heads, waiting.iter().map(|one| row(cx, one, today)).collect()));
        }
        stack(body)
    })
}

fn row(cx: &Cx, one: &ForBoard, today: Date) -> Vec<Html> {
    let case = &one.case;
    let number = grouped(&case.reference);
    let papers = match case.lacking().is_empty() && case.owed().next().is_none() {
        true => tag(Status::Done, &cx.t("desk-board-papers-here")),
        false => tag(Status::YourTurn, &cx.t("desk-board-papers-lack")),
    };
    let day = words::date(cx, one.board);
    let now = (one.board <= today).then(|| tag(Status::YourTurn, &cx.t("desk-board-now")));
    vec![
        view! { <a href=case_path(&case.reference)>{number}</a> }.into_any(),
        view! { <bdi>{one.name.clone()}</bdi> }.into_any(),
        words::item(cx, case.item).into_any(),
        papers,
        words::date(cx, one.ready).into_any(),
        view! { <div class="marks">{day}{now}</div> }.into_any(),
    ]
}
