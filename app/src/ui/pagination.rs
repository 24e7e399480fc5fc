//! 「上一页」「下一页」 in words, with where one is between them. No row of tiny numbers.
use leptos::prelude::*;

use super::Html;
use crate::cx::Cx;

/// `href_of(page)` gives the address of a page; pages count from 1. Nothing is shown for a single page.
pub fn pagination(cx: &Cx, now: usize, all: usize, href_of: impl Fn(usize) -> String) -> Html {
    if all <= 1 {
        return ().into_any();
    }
    let here = cx.tv("ui-page-of", &[("now", &now.to_string()), ("all", &all.to_string())]);
    let before =
        (now > 1).then(|| view! { <a class="button button-secondary" rel="prev" href=href_of(now - 1)>{cx.t("ui-page-before")}</a> });
    let after =
        (now < all).then(|| view! { <a class="button button-secondary" rel="next" href=href_of(now + 1)>{cx.t("ui-page-after")}</a> });
    view! { <nav class="pagination" aria-label=cx.t("ui-page-nav")>{before}<p>{here}</p>{after}</nav> }.into_any()
}

pub fn examples(cx: &Cx) -> Vec<Html> {
    vec![pagination(cx, 2, 3, |page| format!("/cases?page={page}"))]
}
