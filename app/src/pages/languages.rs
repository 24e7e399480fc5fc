//! Choosing a language: each in its own script, one tap. Says honestly that drafts are drafts, in both languages.
use domain::lang::Lang;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::text;
use crate::ui::{Form, Head, Html, NoticeKind, both, form, notice, page, read_aloud, stack};

#[derive(Clone, Debug, Default)]
pub struct LanguagesData {
    /// Where to go back to afterwards: a path of ours without a query.
    pub back: String,
}

fn row(cx: &Cx, lang: Lang) -> Html {
    let here = lang == cx.lang;
    let class = if lang.is_vertical() { "language-name upright-word" } else { "language-name" };
    let chinese = (lang != Lang::ZhHans).then(|| view! { <span lang="zh-Hans" dir="ltr">{text::text(Lang::ZhHans, &format!("languages-name-{}", lang.tag().to_ascii_lowercase()))}</span> });
    let now = here.then(|| view! { <span class="language-now">{both(cx, "languages-now")}</span> });
    view! {
        <li>
            <button class="button button-secondary language" type="submit" name="lang" value=lang.tag() aria-current=here.then_some("true")>
                <span class=class lang=lang.tag() dir=lang.dir()>{lang.native_name()}</span>
                {chinese}
                {now}
            </button>
        </li>
    }
    .into_any()
}

pub fn show(cx: &Cx, data: &LanguagesData) -> String {
    page(cx, Head::new(cx.t("languages-title")).translated().back("/"), || {
        let rows = Lang::OFFERED.into_iter().map(|lang| row(cx, lang)).collect_view();
        let list = view! { <ul class="languages">{rows}</ul> }.into_any();
        let heading = view! { <div class="page-heading"><h1>{both(cx, "languages-title")}</h1><p class="lede">{both(cx, "languages-lede")}</p>{read_aloud(cx)}</div> }.into_any();
        let drafts = view! { <p>{both(cx, "languages-draft")}</p><p>{both(cx, "languages-law")}</p> }.into_any();
        stack(vec![
            heading,
            form(cx, Form::post("/languages").hidden("back", data.back.clone()), list),
            notice(NoticeKind::Care, "", drafts),
        ])
    })
}
