//! The search box: a plain GET form that understands slips of the pen and other names.
use leptos::prelude::*;

use super::{Html, Icon, both, icon};
use crate::cx::Cx;

pub fn search_box(cx: &Cx, query: &str) -> Html {
    view! {
        <form class="search-box" role="search" method="get" action="/search" accept-charset="utf-8">
            <label for="f-q">{both(cx, "ui-search-label")}</label>
            <div class="search-row">
                <input id="f-q" type="text" name="q" value=query.to_owned() maxlength="60" enterkeyhint="search" autocomplete="off"/>
                <button class="button button-secondary" type="submit">{icon(Icon::Search)}<span>{both(cx, "ui-search-button")}</span></button>
            </div>
            <a class="button button-secondary search-talk" href="/talk">{icon(Icon::Microphone)}<span>{both(cx, "ui-talk")}</span></a>
        </form>
    }
    .into_any()
}

pub fn examples(cx: &Cx) -> Vec<Html> {
    vec![search_box(cx, ""), search_box(cx, "一保")]
}
