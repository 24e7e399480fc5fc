//! Staff: user name and password, then the one-time password. Small, quick, by keyboard.

use super::sign_in::late;
use crate::cx::Cx;
use crate::ui::{
    self, Field, FieldError, Form, Head, TextKind, Tone, button, code_field, error_summary, form, hooks, page_heading, para,
    password_field, stack, text_field,
};

pub fn page(cx: &Cx, user_name: &str, errors: &[FieldError], was_late: bool) -> String {
    ui::page(cx, Head::new(cx.t("staff-sign-in-title")).wrong(!errors.is_empty()), || {
        let user = Field::new("user_name", cx.t("staff-sign-in-user")).value(user_name).errors(errors);
        let password = Field::new("password", cx.t("staff-sign-in-password")).errors(errors);
        stack(vec![
            error_summary(cx, errors),
            page_heading(cx, &cx.t("staff-sign-in-title"), Some(&cx.t("staff-sign-in-lede"))),
            late(cx, was_late),
            form(
                cx,
                Form::post("/staff/sign-in"),
                stack(vec![
                    text_field(cx, user, TextKind::UserName),
                    password_field(cx, password, false),
                    hooks::send_once(cx, button(&cx.t("staff-sign-in-submit"), Tone::Primary, None)),
                ]),
            ),
            para(cx.t("staff-sign-in-forgot")),
        ])
    })
}

/// After a reset: nothing else before a password that only she knows.
pub fn password(cx: &Cx, errors: &[FieldError]) -> String {
    ui::page(cx, Head::new(cx.t("staff-password-title")).wrong(!errors.is_empty()), || {
        let password = Field::new("password", cx.t("staff-password-label")).hint(cx.t("staff-password-hint")).errors(errors);
        let again = Field::new("again", cx.t("staff-password-again")).errors(errors);
        stack(vec![
            error_summary(cx, errors),
            page_heading(cx, &cx.t("staff-password-title"), Some(&cx.t("staff-password-lede"))),
            form(
                cx,
                Form::post("/staff/password"),
                stack(vec![
                    password_field(cx, password, true),
                    password_field(cx, again, true),
                    hooks::send_once(cx, button(&cx.t("staff-password-submit"), Tone::Primary, None)),
                ]),
            ),
        ])
    })
}

pub fn code(cx: &Cx, errors: &[FieldError]) -> String {
    ui::page(cx, Head::new(cx.t("staff-code-title")).wrong(!errors.is_empty()).back("/staff/sign-in"), || {
        let code = Field::new("code", cx.t("staff-code-label")).hint(cx.t("staff-code-hint")).errors(errors);
        stack(vec![
            error_summary(cx, errors),
            page_heading(cx, &cx.t("staff-code-title"), None),
            form(
                cx,
                Form::post("/staff/code"),
                stack(vec![code_field(cx, code), hooks::send_once(cx, button(&cx.t("staff-code-submit"), Tone::Primary, None))]),
            ),
            para(cx.t("staff-code-lost")),
        ])
    })
}
