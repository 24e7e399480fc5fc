//! Everything that can be done here, one tile a service, the kindred ones together. The list is the catalogue; nothing is written twice.
use domain::catalog::Group;
use domain::catalog::items::ITEMS;
use leptos::prelude::*;

use super::search::place_tile;
use crate::cx::Cx;
use crate::find::Place;
use crate::ui::{Head, Html, Tone, link_button, page, page_heading, stack, tiles};

fn group(cx: &Cx, group: Group) -> Html {
    let some = ITEMS.iter().filter(|item| item.group == group).map(|item| place_tile(cx, Place::Guide(item.code))).collect();
    let title = cx.t(&format!("hall-group-{}", group.key()));
    view! { <h2>{title}</h2>{tiles(some)} }.into_any()
}

pub fn show(cx: &Cx) -> String {
    page(cx, Head::new(cx.t("hall-title")).back("/"), || {
        let mut body = vec![page_heading(cx, &cx.t("hall-title"), Some(&cx.t("hall-lede")))];
        body.extend(Group::ALL.into_iter().map(|one| group(cx, one)));
        body.push(view! { <p>{cx.t("hall-missing")}</p> }.into_any());
        body.push(link_button(&cx.t("hall-nearby"), "/nearby", Tone::Secondary));
        body.push(link_button(&cx.t("hall-help"), "/help", Tone::Secondary));
        stack(body)
    })
}
