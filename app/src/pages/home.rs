//! The front door: three ways to read it, six things to do, a search box. At most six entries, each leading somewhere.
use domain::catalog::ItemCode;
use domain::comfort::Mode;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::ui::{Form, Head, Html, Icon, Tile, both, form, icon, page, read_aloud, search_box, tiles};

mod picture;

/// The picture of a service; also on its guide.
pub fn item_icon(item: ItemCode) -> Icon {
    match item {
        ItemCode::Enrolment => Icon::Enrol,
        ItemCode::OutOfArea => Icon::OutOfArea,
        ItemCode::Chronic => Icon::Chronic,
        ItemCode::Claim => Icon::Claim,
    }
}

/// 大字版 is on from the first visit; one tap leads out, one tap leads back.
fn large_text(cx: &Cx) -> Html {
    let (state, button) = match cx.comfort.mode {
        Mode::Elder => ("home-large-on", "home-large-leave"),
        Mode::Standard => ("home-large-off", "home-large-enter"),
    };
    let spec = Form::post("/comfort")
        .inline()
        .hidden("mode", cx.comfort.mode.other().key())
        .hidden("size", cx.comfort.size.step().to_string())
        .hidden("back", "/");
    let press = view! { <button class="way-button" type="submit">{both(cx, button)}</button> }.into_any();
    view! { <li class="way way-wide">{icon(Icon::LargeText)}<span class="way-name">{both(cx, state)}</span>{form(cx, spec, press)}</li> }
        .into_any()
}

fn way(cx: &Cx, picture: Icon, key: &str, href: &'static str) -> Html {
    view! { <li class="way-item"><a class="way" href=href>{icon(picture)}<span class="way-name">{both(cx, key)}</span></a></li> }.into_any()
}

pub fn show(cx: &Cx) -> String {
    page(cx, Head::new(cx.t("home-title")).translated(), || {
        let entry = |picture: Icon, key: &str, href: &str| Tile::new(picture, both(cx, key), both(cx, &format!("{key}-note")), href);
        let services = ItemCode::ALL
            .into_iter()
            .map(|item| entry(item_icon(item), &format!("home-{}", item.slug()), &format!("/guide/{}", item.slug())))
            .collect();
        let own = vec![entry(Icon::Family, "home-family", "/family"), entry(Icon::Cases, "home-cases", "/my-cases")];
        view! {
            <ul class="ways" aria-label=cx.t("home-ways")>
                {large_text(cx)}
                {way(cx, Icon::Voice, "home-voice", "/voice")}
                {way(cx, Icon::Languages, "home-languages", "/languages")}
            </ul>
            <div class="welcome">
                <div><h1>{both(cx, "home-name")}</h1><p>{both(cx, "home-welcome")}</p></div>
                {picture::two_under_one_roof()}
            </div>
            <div class="home-reads">{read_aloud(cx)}</div>
            <h2>{both(cx, "home-what")}</h2>
            <div class="tiles-services">{tiles(services)}</div>
            <div class="tiles-own">{tiles(own)}</div>
            {search_box(cx, "")}
        }
        .into_any()
    })
}
