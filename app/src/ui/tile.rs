//! Large entries: one link, one picture, one name, one line that says what it is for. A tile always leads somewhere.
use leptos::prelude::*;

use super::{Html, Icon, icon};
use crate::cx::Cx;

pub struct Tile {
    pub icon: Icon,
    pub title: Html,
    /// May be empty (`ui::nothing()`).
    pub note: Html,
    pub href: String,
}

impl Tile {
    pub fn new(icon: Icon, title: Html, note: Html, href: &str) -> Tile {
        Tile { icon, title, note, href: href.to_owned() }
    }
}

pub fn tile(spec: Tile) -> Html {
    view! {
        <a class="tile" href=spec.href>
            <span class="tile-picture">{icon(spec.icon)}</span>
            <span class="tile-words"><b class="tile-title">{spec.title}</b><span class="tile-note" data-block=true>{spec.note}</span></span>
        </a>
    }
    .into_any()
}

/// A list of tiles; screen readers hear how many.
pub fn tiles(specs: Vec<Tile>) -> Html {
    view! { <ul class="tiles">{specs.into_iter().map(|spec| view! { <li>{tile(spec)}</li> }).collect_view()}</ul> }.into_any()
}

pub fn examples(_cx: &Cx) -> Vec<Html> {
    vec![tiles(vec![
        Tile::new(Icon::OutOfArea, "异地就医备案".into_any(), "去外地看病，先登记".into_any(), "/guide/out-of-area"),
        Tile::new(Icon::Claim, "医疗费用报销".into_any(), "自己垫了钱，来报销".into_any(), "/guide/claim"),
    ])]
}
