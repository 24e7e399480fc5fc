//! The second screen at the counter: the short number from the clerk's screen, then her own PIN, twice. Read by her alone.

use super::sign_in::late;
use crate::cx::Cx;
use crate::ui::{
    self, Field, FieldError, Form, Head, NoticeKind, TextKind, Tone, bullets, button, error_summary, form, hooks, link_button, notice,
    page_heading, para, password_field, stack, text_field,
};

pub fn number(cx: &Cx, typed: &str, errors: &[FieldError], was_late: bool) -> String {
    ui::page(cx, Head::new(cx.t("second-screen-title")).wrong(!errors.is_empty()), || {
        let field = Field::new("number", cx.t("second-screen-number")).hint(cx.t("second-screen-number-hint")).value(typed).errors(errors);
        stack(vec![
            error_summary(cx, errors),
            page_heading(cx, &cx.t("second-screen-title"), Some(&cx.t("second-screen-lede"))),
            late(cx, was_late),
            form(
                cx,
                Form::post("/second-screen"),
                stack(vec![
                    text_field(cx, field, TextKind::Number),
                    hooks::send_once(cx, button(&cx.t("second-screen-open"), Tone::Primary, None)),
                ]),
            ),
        ])
    })
}

pub fn pin(cx: &Cx, masked_name: &str, errors: &[FieldError]) -> String {
    let title = cx.tv("second-screen-pin-title", &[("name", masked_name)]);
    ui::page(cx, Head::new(title.clone()).wrong(!errors.is_empty()), || {
        let first = Field::new("pin", cx.t("second-screen-pin")).hint(cx.t("second-screen-pin-hint")).errors(errors);
        let again = Field::new("pin_again", cx.t("second-screen-pin-again")).errors(errors);
        let advice = ["second-screen-pin-simple", "second-screen-pin-card", "second-screen-pin-clerk"].map(|key| cx.t(key)).to_vec();
        stack(vec![
            error_summary(cx, errors),
            page_heading(cx, &title, None),
            notice(NoticeKind::Info, "", bullets(advice)),
            form(
                cx,
                Form::post("/second-screen/pin"),
                stack(vec![
                    password_field(cx, first, true),
                    password_field(cx, again, true),
                    hooks::send_once(cx, button(&cx.t("second-screen-pin-submit"), Tone::Primary, None)),
                ]),
            ),
        ])
    })
}

pub fn done(cx: &Cx) -> String {
    ui::page(cx, Head::new(cx.t("second-screen-done-title")), || {
        stack(vec![
            page_heading(cx, &cx.t("second-screen-done-title"), Some(&cx.t("second-screen-done-lede"))),
            para(cx.t("second-screen-done-back")),
            link_button(&cx.t("second-screen-next"), "/second-screen", Tone::Secondary),
        ])
    })
}
