//! What the search found, as tiles. Finding nothing is answered with a person to call, never with an empty page.
use leptos::prelude::*;

use super::home::item_icon;
use crate::cx::Cx;
use crate::find::{Place, href};
use crate::ui::{Head, Html, Icon, Tile, Tone, link_button, page, page_heading, search_box, stack, tiles};

#[derive(Clone, Debug, Default)]
pub struct SearchData {
    /// As typed.
    pub query: String,
    pub found: Vec<Place>,
}

fn place_icon(place: Place) -> Icon {
    match place {
        Place::Comfort => Icon::LargeText,
        Place::Voice => Icon::Voice,
        Place::Languages => Icon::Languages,
        Place::Guide(item) => item_icon(item),
        Place::Tonight => Icon::Care,
        Place::Family => Icon::Family,
        Place::Helpers => Icon::Person,
        Place::MyCases => Icon::Cases,
        Place::Messages => Icon::Message,
        Place::SignIn => Icon::Lock,
        Place::Help => Icon::Phone,
        Place::Nearby => Icon::Counter,
        Place::Promises => Icon::Stop,
        Place::Accessibility => Icon::Info,
    }
}

pub(super) fn place_tile(cx: &Cx, place: Place) -> Tile {
    let key = format!("search-{}", place.key());
    let words = |key: &str| -> Html { cx.t(key).into_any() };
    Tile::new(place_icon(place), words(&key), words(&format!("{key}-note")), &href(place))
}

pub fn show(cx: &Cx, data: &SearchData) -> String {
    page(cx, Head::new(cx.t("search-title")).back("/"), || {
        let typed = data.query.clone();
        let heading = page_heading(cx, &cx.t("search-title"), None);
        let answer = if typed.is_empty() {
            view! { <p>{cx.t("search-empty")}</p> }.into_any()
        } else if data.found.is_empty() {
            view! {
                <p>{cx.t("search-none-before")}<b><bdi>{typed.clone()}</bdi></b>{cx.t("search-none-after")}</p>
                <p>{cx.t("search-none-help")}</p>
                {link_button(&cx.t("search-home"), "/", Tone::Secondary)}
            }
            .into_any()
        } else {
            tiles(data.found.iter().map(|place| place_tile(cx, *place)).collect())
        };
        stack(vec![heading, search_box(cx, &data.query), answer])
    })
}
