//! The helper stops helping: what that means, then one button.

use crate::acts::list_helped::Helped;
use crate::cx::Cx;
use crate::ui::{self, Form, Head, Tone, button, form, link_button, page_heading, para, stack};

pub fn page(cx: &Cx, helped: &Helped) -> String {
    let name = helped.view.elder.name.masked();
    let with = [("name", name.as_str())];
    let title = cx.tv("leave-title", &with);
    ui::page(cx, Head::new(title.clone()).service(cx.t("family-title")).back("/family"), || {
        stack(vec![
            page_heading(cx, &title, None),
            para(cx.tv("leave-what", &with)),
            para(cx.t("leave-again")),
            form(cx, Form::post(&format!("/family/leave/{}", helped.view.grant.id)), button(&cx.tv("leave-do", &with), Tone::Warn, None)),
            link_button(&cx.t("leave-stay"), "/family", Tone::Secondary),
        ])
    })
}
