//! Tables, for staff screens. They scroll in a box of their own, so the page never scrolls sideways.
use leptos::prelude::*;

use super::Html;
use crate::cx::Cx;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Words,
    Number,
}

/// `caption` names the table for everybody. Each row holds as many cells as there are heads.
pub fn table(_cx: &Cx, caption: &str, heads: Vec<(String, Column)>, rows: Vec<Vec<Html>>) -> Html {
    let kinds: Vec<Column> = heads.iter().map(|(_, kind)| *kind).collect();
    let class = |kind: Column| (kind == Column::Number).then_some("number");
    let heads = heads.into_iter().map(|(head, kind)| view! { <th scope="col" class=class(kind)>{head}</th> }).collect_view();
    let rows = rows
        .into_iter()
        .map(|cells| {
            let cells =
                cells.into_iter().zip(kinds.iter().copied()).map(|(cell, kind)| view! { <td class=class(kind)>{cell}</td> }).collect_view();
            view! { <tr>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label=caption.to_owned()>
            <table><caption>{caption.to_owned()}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

pub fn examples(cx: &Cx) -> Vec<Html> {
    let row = |name: &str, days: &str| vec![name.to_owned().into_any(), "异地就医备案".into_any(), days.to_owned().into_any()];
    vec![table(
        cx,
        "今天要看的办件",
        vec![("姓名".to_owned(), Column::Words), ("事项".to_owned(), Column::Words), ("还剩几天".to_owned(), Column::Number)],
        vec![row("王*", "2"), row("买*", "3")],
    )]
}
