//! Sign in with a paper slip: the number on the paper and her own PIN, on one page.

use crate::cx::Cx;
use crate::ui::{
    self, Field, FieldError, Form, Head, NoticeKind, TextKind, Tone, button, error_summary, form, hooks, notice, page_heading, para,
    password_field, stack, text_field,
};

#[derive(Debug, Default)]
pub struct SlipPage {
    pub code: String,
    pub errors: Vec<FieldError>,
    /// Comes from a page that was open for too long.
    pub late: bool,
}

pub fn page(cx: &Cx, d: &SlipPage) -> String {
    ui::page(cx, Head::new(cx.t("slip-title")).wrong(!d.errors.is_empty()).back("/sign-in"), || {
        let code = Field::new("slip", cx.t("slip-code")).hint(cx.t("slip-code-hint")).value(&d.code).errors(&d.errors);
        let pin = Field::new("pin", cx.t("slip-pin")).hint(cx.t("slip-pin-hint")).errors(&d.errors);
        stack(vec![
            error_summary(cx, &d.errors),
            page_heading(cx, &cx.t("slip-title"), Some(&cx.t("slip-lede"))),
            super::late(cx, d.late),
            form(
                cx,
                Form::post("/sign-in/slip"),
                stack(vec![
                    text_field(cx, code, TextKind::Number),
                    password_field(cx, pin, false),
                    hooks::send_once(cx, button(&cx.t("slip-submit"), Tone::Primary, None)),
                ]),
            ),
            notice(NoticeKind::Info, &cx.t("slip-where-title"), para(cx.t("slip-where"))),
        ])
    })
}
