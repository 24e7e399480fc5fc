//! The button 「读给我听」: a plain form that leads to a page with the sound of this one. Where scripts run, `public/read.js`
//! takes it over and plays the page in its place, sentence by sentence. Nothing sounds before somebody presses it.
use leptos::prelude::*;

use super::Html;
use crate::cx::Cx;

/// Reads the whole page it stands on.
pub fn read_aloud(cx: &Cx) -> Html {
    form(cx, &cx.t("ui-read-aloud"), None)
}

/// Reads words that cannot be asked for again by the page's address: what is wrong with a form, why something was refused.
pub fn read_words(cx: &Cx, words: &str) -> Html {
    form(cx, &cx.t("ui-read-aloud"), Some(words.to_owned()))
}

fn form(cx: &Cx, name: &str, words: Option<String>) -> Html {
    let page = if cx.here.is_empty() { cx.path.clone() } else { cx.here.clone() };
    let words = words.map(|words| {
        let csrf = (!cx.csrf.is_empty()).then(|| view! { <input type="hidden" name="csrf" value=cx.csrf.clone()/> });
        view! { {csrf}<input type="hidden" name="words" value=words/> }
    });
    let trouble = cx.tv("reading-trouble", &[("phone", &cx.region.phone)]);
    view! {
        <form class="read-aloud" data-silent="" method="post" action="/read" data-trouble=trouble data-wait=cx.t("reading-wait")>
            <input type="hidden" name="page" value=page/>
            {words}
            <button class="button button-secondary" type="submit">{name.to_owned()}</button>
        </form>
    }
    .into_any()
}

pub fn examples(cx: &Cx) -> Vec<Html> {
    vec![read_aloud(cx), read_words(cx, "身份证号码要有 18 位，现在是 17 位。")]
}
