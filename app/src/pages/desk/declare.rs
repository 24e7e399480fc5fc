//! A clerk names her relatives. The answer is the same for a known and an unknown number.

use super::{head, key_button};
use crate::cx::Cx;
use crate::ui::{
    self, Field, FieldError, Form, NoticeKind, TextKind, Tone, bullets, error_summary, form, page_heading, stack, status, text_field,
};

pub fn page(cx: &Cx, typed: &str, errors: &[FieldError], done: bool) -> String {
    let title = cx.t("counter-declare-title");
    ui::page(cx, head(cx, &title).wrong(!errors.is_empty()), || {
        let mut body = vec![error_summary(cx, errors), page_heading(cx, &title, Some(&cx.t("counter-declare-lede")))];
        if done {
            body.push(status(NoticeKind::Good, &cx.t("counter-declare-done")));
        }
        body.push(bullets(vec![cx.t("counter-declare-who"), cx.t("counter-declare-effect"), cx.t("counter-declare-undo")]));
        let field = Field::new("number", cx.t("counter-declare-label")).value(typed).errors(errors);
        let inner =
            stack(vec![text_field(cx, field, TextKind::IdNumber), key_button(cx, &cx.t("counter-declare-do"), Tone::Primary, None, None)]);
        body.push(form(cx, Form::post("/staff/declare"), inner));
        stack(body)
    })
}
