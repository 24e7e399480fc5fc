//! Everything that can be done here, one tile a service. The list is the catalogue; nothing is written twice.
use domain::catalog::items::ITEMS;
use leptos::prelude::*;

use super::search::place_tile;
use crate::cx::Cx;
use crate::find::Place;
use crate::ui::{Head, Tone, link_button, page, page_heading, stack, tiles};

pub fn show(cx: &Cx) -> String {
    page(cx, Head::new(cx.t("hall-title")).back("/"), || {
        let all = ITEMS.iter().map(|item| place_tile(cx, Place::Guide(item.code))).collect();
        stack(vec![
            page_heading(cx, &cx.t("hall-title"), Some(&cx.t("hall-lede"))),
            tiles(all),
            view! { <p>{cx.t("hall-missing")}</p> }.into_any(),
            link_button(&cx.t("hall-help"), "/help", Tone::Secondary),
        ])
    })
}
