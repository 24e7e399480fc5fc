//! The front door: three ways to read it, six things to do (four in 简约版), a search box. Each entry leads somewhere.
use domain::catalog::items::ITEMS;
use domain::catalog::{Group, ItemCode};
use domain::comfort::Mode;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::ui::{Form, Head, Html, Icon, Tile, both, form, icon, page, read_aloud, search_box, tiles};

mod picture;

pub use picture::item_picture;

/// The picture of a service; also on its guide.
pub fn item_icon(item: ItemCode) -> Icon {
    match item.item().map(|item| item.group) {
        Some(Group::Enrolment) | None => Icon::Enrol,
        Some(Group::OutOfArea) => Icon::OutOfArea,
        Some(Group::Chronic) => Icon::Chronic,
        Some(Group::Claim) => Icon::Claim,
        Some(Group::Birth) => Icon::Child,
        Some(Group::Card) => Icon::Card,
        Some(Group::Visit) => Icon::Home,
    }
}

/// 大字版 is on from the first visit; one tap leads out, one tap leads back.
fn large_text(cx: &Cx) -> Html {
    let (state, button, other) = match cx.comfort.mode {
        Mode::Elder => ("home-large-on", "home-large-leave", Mode::Standard),
        Mode::Standard => ("home-large-off", "home-large-enter", Mode::Elder),
        Mode::Simple => ("comfort-simple-on", "comfort-simple-leave", Mode::Elder),
    };
    let spec = Form::post("/comfort").inline().hidden("mode", other.key()).hidden("back", "/");
    let press = view! { <button class="way-button" type="submit">{both(cx, button)}</button> }.into_any();
    view! { <li class="way way-wide">{icon(Icon::LargeText)}<span class="way-name">{both(cx, state)}</span>{form(cx, spec, press)}</li> }
        .into_any()
}

/// As long as nothing was changed she may not know that it can be: one calm line, part of the page, never over it.
fn first_look(cx: &Cx) -> Html {
    let Some(larger) = cx.comfort.size.larger().filter(|_| cx.comfort.untouched()) else { return ().into_any() };
    let spec = Form::post("/comfort").inline().hidden("size", larger.step().to_string()).hidden("back", "/");
    let press = view! { <button class="look-button" type="submit">{both(cx, "comfort-first-larger")}</button> }.into_any();
    view! {
        <section class="first-look" aria-label=cx.t("comfort-first")>
            <p>{both(cx, "comfort-first")}</p>
            {form(cx, spec, press)}
            <a class="look-button" href="/comfort?back=%2F">{both(cx, "comfort-first-more")}</a>
        </section>
    }
    .into_any()
}

fn way(cx: &Cx, picture: Icon, key: &str, href: &'static str) -> Html {
    view! { <li class="way-item"><a class="way" href=href>{icon(picture)}<span class="way-name">{both(cx, key)}</span></a></li> }.into_any()
}

pub fn show(cx: &Cx) -> String {
    page(cx, Head::new(cx.t("home-title")).translated(), || {
        let entry = |picture: Icon, key: &str, href: &str| Tile::new(picture, both(cx, key), both(cx, &format!("{key}-note")), href);
        let service = |item: ItemCode| entry(item_icon(item), &format!("home-{}", item.slug()), &format!("/guide/{}", item.slug()));
        let cases = entry(Icon::Cases, "home-cases", "/my-cases");
        let (services, own) = match cx.comfort.mode {
            // 简约版: what most people come for, and a person. Everything else is one tap or one search away.
            Mode::Simple => (
                vec![service(ItemCode::OutOfArea), service(ItemCode::Claim)],
                vec![cases, entry(Icon::Phone, "comfort-simple-help", "/help")],
            ),
            Mode::Elder | Mode::Standard => (
                ITEMS.iter().filter(|item| item.front).map(|item| service(item.code)).collect(),
                vec![entry(Icon::Family, "home-family", "/family"), cases],
            ),
        };
        view! {
            <ul class="ways" aria-label=cx.t("home-ways")>
                {large_text(cx)}
                {way(cx, Icon::Voice, "home-voice", "/voice")}
                {way(cx, Icon::Languages, "home-languages", "/languages")}
            </ul>
            {first_look(cx)}
            <div class="welcome">
                <div><h1>{both(cx, "home-name")}</h1><p>{both(cx, "home-welcome")}</p></div>
                {picture::two_under_one_roof()}
            </div>
            <div class="home-reads">{read_aloud(cx)}</div>
            <h2>{both(cx, "home-what")}</h2>
            <div class="tiles-services">{tiles(services)}</div>
            <p><a class="link-row" href="/items">{both(cx, "home-all")}</a></p>
            <div class="tiles-own">{tiles(own)}</div>
            {search_box(cx, "")}
        }
        .into_any()
    })
}
