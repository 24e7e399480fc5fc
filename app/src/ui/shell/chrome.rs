//! What stands around the main part of every page: strip, header, banner of the person being helped, footer.
use domain::comfort::Caption;
use domain::lang::Lang;
use leptos::prelude::*;

use super::home_link;
use crate::cx::{Cx, ViewerKind};
use crate::ui::{Form, Html, Icon, both, button, form, icon};

/// Strangers get the style inside the page (one round trip to the first paint); signed-in people keep it as a file.
pub(super) fn style(cx: &Cx) -> Html {
    let css = cx.assets;
    if css.css_href.is_empty() || (cx.viewer.is_none() && !css.css_inline.is_empty()) {
        view! { <style inner_html=css.css_inline></style> }.into_any()
    } else {
        view! { <link rel="stylesheet" href=css.css_href/> }.into_any()
    }
}

pub(super) fn links(cx: &Cx) -> Html {
    let assets = cx.assets;
    let manifest = (!assets.manifest_href.is_empty()).then(|| view! { <link rel="manifest" href=assets.manifest_href/> });
    let picture = (!assets.icon_href.is_empty()).then(|| view! { <link rel="icon" href=assets.icon_href/> });
    let aids = if cx.comfort.needs_script() { assets.comfort_src } else { "" };
    let scripts = [assets.boot_src, assets.read_src, assets.tones_src, aids].into_iter().filter(|src| !src.is_empty());
    let scripts = scripts.map(|src| view! { <script src=src defer=true></script> }).collect_view();
    view! { {manifest}{picture}{scripts} }.into_any()
}

pub(super) fn demo_strip(cx: &Cx) -> Html {
    if !cx.demo {
        return ().into_any();
    }
    view! { <aside class="demo-strip" aria-label=cx.t("ui-demo-label")>{both(cx, "ui-demo")}</aside> }.into_any()
}

pub(super) fn header(cx: &Cx, nav: &[(String, String)]) -> Html {
    let who = cx.viewer.as_ref().map(|viewer| {
        let leave = if viewer.kind != ViewerKind::Resident { "/staff/sign-out" } else { "/sign-out" };
        let name = viewer.display_name.clone();
        view! {
            <div class="header-who">
                <p><bdi>{name}</bdi>{cx.t("ui-signed-in")}</p>
                {form(cx, Form::post(leave).inline(), view! { <button class="header-button" type="submit">{cx.t("ui-sign-out")}</button> }.into_any())}
            </div>
        }
    });
    let links = nav
        .iter()
        .map(|(href, words)| {
            let here = (*href == cx.path).then_some("page");
            view! { <li><a href=href.clone() aria-current=here>{words.clone()}</a></li> }
        })
        .collect_view();
    let class = if nav.is_empty() { "header" } else { "header header-desk" };
    let nav = (!nav.is_empty()).then(|| view! { <nav class="desk-nav" aria-label=cx.t("ui-desk-nav")><ul>{links}</ul></nav> });
    view! {
        <header class=class>
            <div class="header-in">
                <nav class="header-row" aria-label=cx.t("ui-header-nav")>
                    {home_link(cx)}
                    <a class="header-link" href=cx.comfort_href.clone()>{icon(Icon::LargeText)}<span>{both(cx, "ui-comfort")}</span></a>
                    <a class="header-link" href="/languages">{icon(Icon::Languages)}<span>{both(cx, "ui-languages")}</span></a>
                </nav>
                {who}
                {nav}
            </div>
        </header>
    }
    .into_any()
}

/// 「您正在帮 王*（母亲） 办理」 with the way back, on every page while she helps.
pub(super) fn acting(cx: &Cx) -> Html {
    let Some(acting) = &cx.acting else { return ().into_any() };
    // A clerk acts for the person who stands before her; a helper for an elder of her family.
    let (said, label, action, stop) = if cx.is_staff() {
        (
            cx.tv("ui-present", &[("name", &acting.masked_name)]),
            "ui-present-label",
            "/staff/intake/end",
            if cx.is_assistant() { "assist-stop" } else { "ui-present-stop" },
        )
    } else {
        let relation = cx.t(&acting.relation_key);
        (
            cx.tv("ui-acting", &[("name", &acting.masked_name), ("relation", &relation)]),
            "ui-acting-label",
            "/family/return",
            "ui-acting-stop",
        )
    };
    view! {
        <section class="acting" aria-label=cx.t(label)>
            <div class="acting-in">
                <p>{icon(Icon::Family)}<strong>{said}</strong></p>
                {form(cx, Form::post(action).inline(), button(&cx.t(stop), crate::ui::Tone::Secondary, None))}
            </div>
        </section>
    }
    .into_any()
}

/// 大字幕: a strip that the script fills with what has the focus or is read. Screen readers hear the page itself.
pub(super) fn caption(cx: &Cx) -> Html {
    if cx.comfort.caption == Caption::Off {
        return ().into_any();
    }
    view! { <div class="caption" aria-hidden="true"></div> }.into_any()
}

/// What a script shows while there is no line. It stands here from the start, because then nothing can be fetched any more.
pub(super) fn offline(cx: &Cx) -> Html {
    view! { <p class="offline" role="alert" hidden=true lang=Lang::ZhHans.tag()>{cx.tv("ui-offline", &[("phone", &cx.region.phone)])}</p> }
        .into_any()
}

pub(super) fn footer(cx: &Cx) -> Html {
    let unit = cx.region.unit_name.clone();
    let links = [("/help", "ui-foot-help"), ("/promises", "ui-foot-promises"), ("/accessibility", "ui-foot-accessibility")]
        .into_iter()
        .map(|(href, key)| view! { <li><a href=href>{both(cx, key)}</a></li> })
        .collect_view();
    let id = cx.request_id.clone();
    view! {
        <footer class="footer">
            <div class="footer-in">
                <nav aria-label=cx.t("ui-foot-nav")><ul>{links}</ul></nav>
                <p lang="zh-Hans" dir="ltr">{cx.t("ui-foot-unit")}{unit}</p>
                {(!id.is_empty()).then(|| view! { <p class="footer-id" lang="zh-Hans" dir="ltr">{cx.t("ui-foot-request")}<bdi dir="ltr">{id}</bdi></p> })}
            </div>
        </footer>
    }
    .into_any()
}
