//! How to use the site and how to reach a person. Also in the minority languages, beside the Chinese.
use leptos::prelude::*;

use crate::cx::Cx;
use crate::ui::{Head, both, page, read_aloud};

pub fn show(cx: &Cx) -> String {
    page(cx, Head::new(cx.t("help-title")).translated().back("/"), || {
        let part = |name: &'static str| {
            view! { <h2>{both(cx, &format!("help-{name}-title"))}</h2><p>{both(cx, &format!("help-{name}"))}</p> }
        };
        view! {
            <div class="page-heading"><h1>{both(cx, "help-title")}</h1><p class="lede">{both(cx, "help-lede")}</p>{read_aloud(cx)}</div>
            {["phone", "counter", "signin", "nophone", "family", "later", "wrong", "fraud"].into_iter().map(part).collect_view()}
            <ul class="link-list">
                <li><a class="link-row" href="/learn">{both(cx, "help-link-learn")}</a></li>
                <li><a class="link-row" href="/nearby">{both(cx, "help-link-nearby")}</a></li>
                <li><a class="link-row" href="/comfort">{both(cx, "help-link-comfort")}</a></li>
                <li><a class="link-row" href="/voice">{both(cx, "help-link-voice")}</a></li>
                <li><a class="link-row" href="/talk">{both(cx, "ui-talk")}</a></li>
                {cx.viewer.is_some().then(|| view! { <li><a class="link-row" href="/voice-messages">{both(cx, "help-link-voice-message")}</a></li> })}
                <li><a class="link-row" href="/promises">{both(cx, "ui-foot-promises")}</a></li>
            </ul>
        }
        .into_any()
    })
}
