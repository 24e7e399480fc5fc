//! The same card at the end of every page: a person to call, a counter to go to, what to bring.
//! All facts come from the region's data; this file holds none.
use leptos::prelude::*;

use super::{Html, Icon, both, bullets, icon};
use crate::cx::Cx;

/// `tel:` wants digits alone.
pub fn dialable(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

pub fn help_card(cx: &Cx) -> Html {
    let card = &cx.region;
    let facts_lang = (cx.lang != domain::lang::Lang::ZhHans).then_some("zh-Hans");
    let facts_dir = facts_lang.map(|_| "ltr");
    view! {
        <aside class="help-card" aria-labelledby="help-card-title">
            <h2 id="help-card-title">{both(cx, "ui-help-title")}</h2>
            <a class="help-phone" href=format!("tel:{}", dialable(&card.phone))>
                <span class="help-call">{icon(Icon::Phone)}<span>{both(cx, "ui-help-call")}</span></span>
                <bdi class="help-number" dir="ltr" data-block=true data-kind="phone">{card.phone.clone()}</bdi>
            </a>
            <p class="help-hours" lang=facts_lang dir=facts_dir>{card.phone_hours.clone()}</p>
            <h3>{icon(Icon::Counter)}<span>{both(cx, "ui-help-counter")}</span></h3>
            <p lang=facts_lang dir=facts_dir><b>{card.office_name.clone()}</b><br/>{card.address.clone()}<br/>{card.hours.clone()}</p>
            <h3>{icon(Icon::Paper)}<span>{both(cx, "ui-help-bring")}</span></h3>
            <div lang=facts_lang dir=facts_dir>{bullets(card.bring.clone())}</div>
        </aside>
    }
    .into_any()
}

pub fn examples(cx: &Cx) -> Vec<Html> {
    vec![help_card(cx)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_phone_link_dials_digits_only() {
        assert_eq!(dialable("0990-555 0100（演示）"), "09905550100");
    }
}
