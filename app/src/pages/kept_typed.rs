//! What a helper typed and could not send, to be read and copied. It is hers; nothing of the elder's matters stands here.

use super::filing::words;
use super::stopped;
use crate::acts::list_helped::Helped;
use crate::cx::Cx;
use crate::ports::Unsent;
use crate::ui::{self, Head, Tone, link_button, page_heading, para, stack};
use leptos::prelude::*;

pub fn page(cx: &Cx, helped: &Helped, kept: &[Unsent]) -> String {
    let name = helped.view.elder.name.masked();
    let with = [("name", name.as_str())];
    let title = cx.tv("kept-title", &with);
    ui::page(cx, Head::new(title.clone()).service(cx.t("family-title")).back_to("/family", cx.t("kept-back")), || {
        let lede = if kept.is_empty() { "kept-none" } else { "kept-lede" };
        let mut body = vec![page_heading(cx, &title, Some(&cx.t(lede)))];
        for unsent in kept {
            let what = cx.t(&words::key(unsent.item.slug(), &format!("{}-title", unsent.step)));
            let when = cx.tv("kept-when", &[("when", &words::moment(cx, unsent.at))]);
            body.push(view! { <section class="card"><h2>{what}</h2><p>{when}</p>{stopped::words(cx, unsent)}</section> }.into_any());
        }
        if !kept.is_empty() {
            body.push(para(cx.t(if helped.usable.is_ok() { "kept-go-on" } else { "kept-wait" })));
        }
        body.push(link_button(&cx.t("kept-back"), "/family", Tone::Secondary));
        stack(body)
    })
}
