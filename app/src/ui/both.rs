//! One text in the reader's language with the Chinese beside it: a draft by a machine never stands alone.
//! In Chinese it is just the text.
use domain::lang::Lang;
use leptos::prelude::*;

use super::Html;
use crate::cx::Cx;
use crate::text;

pub fn both(cx: &Cx, key: &str) -> Html {
    both_with(cx, key, &[])
}

pub fn both_with(cx: &Cx, key: &str, values: &[(&str, &str)]) -> Html {
    let found = text::find(cx.lang, key, values);
    if cx.lang == Lang::ZhHans {
        return found.text.into_any();
    }
    if found.lang == Lang::ZhHans {
        return view! { <span lang="zh-Hans" dir="ltr">{found.text}</span> }.into_any();
    }
    let chinese = text::find(Lang::ZhHans, key, values).text;
    view! {
        <span class="both">
            <span class="both-own">{found.text}</span>
            <span class="both-zh" lang="zh-Hans" dir="ltr">{chinese}</span>
        </span>
    }
    .into_any()
}

pub fn examples(cx: &Cx) -> Vec<Html> {
    let uyghur = Cx { lang: Lang::Ug, ..cx.clone() };
    vec![both(cx, "ui-home"), both(&uyghur, "ui-home"), both(&uyghur, "ui-error-title")]
}
