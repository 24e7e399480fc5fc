//! What happened, who did it, when, and what comes next: in words, newest where the reader expects it (the caller orders).
use leptos::prelude::*;

use super::{Html, Icon, icon};
use crate::cx::Cx;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Already in words: 「2026年11月22日 星期日 9:05」. May be empty for what is still to come.
    pub when: String,
    pub what: String,
    /// Second line; may be empty.
    pub detail: String,
    pub done: bool,
}

pub fn timeline(cx: &Cx, moments: Vec<Moment>) -> Html {
    let rows = moments
        .into_iter()
        .map(|moment| {
            let (class, picture, said) = if moment.done { ("moment", Icon::Done, cx.t("ui-moment-done")) } else { ("moment moment-next", Icon::Wait, cx.t("ui-moment-next")) };
            let when = (!moment.when.is_empty()).then(|| view! { <p class="moment-when">{moment.when}</p> });
            let detail = (!moment.detail.is_empty()).then(|| view! { <p>{moment.detail}</p> });
            view! { <li class=class>{icon(picture)}<div><p class="moment-what"><span class="unseen">{said}</span><b>{moment.what}</b></p>{when}{detail}</div></li> }
        })
        .collect_view();
    view! { <ol class="timeline">{rows}</ol> }.into_any()
}

pub fn examples(cx: &Cx) -> Vec<Html> {
    let moment = |when: &str, what: &str, detail: &str, done| Moment {
        when: when.to_owned(),
        what: what.to_owned(),
        detail: detail.to_owned(),
        done,
    };
    vec![timeline(
        cx,
        vec![
            moment("2026年11月22日 星期日 9:05", "您交了申请", "", true),
            moment("2026年11月23日 星期一 10:20", "村里收下了", "经办人：平安村 张师傅", true),
            moment("", "乡镇看材料", "最晚 11月25日 星期三", false),
        ],
    )]
}
