//! 「返回上一步」 above the heading of every step: a plain link, so it works without script and loses nothing.
use leptos::prelude::*;

use super::{Html, Icon, both, icon};
use crate::cx::Cx;

/// `label` may name the place (「返回我的办件」); `None` says 「返回上一步」.
pub fn back_link(cx: &Cx, href: &str, label: Option<&str>) -> Html {
    let label = label.map_or_else(|| both(cx, "ui-back"), |label| label.to_owned().into_any());
    let href = href.to_owned();
    view! { <nav class="back-link" aria-label=cx.t("ui-back-nav")><a href=href>{icon(Icon::Back)}<span>{label}</span></a></nav> }.into_any()
}

pub fn examples(cx: &Cx) -> Vec<Html> {
    vec![back_link(cx, "/", None), back_link(cx, "/cases", Some("返回我的办件"))]
}
