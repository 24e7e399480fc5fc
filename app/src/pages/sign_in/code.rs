//! The six digits from the message. The same page whether the person is known or not.

use crate::cx::Cx;
use crate::ui::{
    self, Choice, Field, FieldError, Form, Head, NoticeKind, Tone, bullets, button, checkboxes, code_field, error_summary, form, hooks,
    link_button, notice, page_heading, para, stack,
};

#[derive(Debug, Default)]
pub struct CodePage {
    pub code: String,
    /// She ticked it before a mistake sent her back here.
    pub own_ticked: bool,
    /// This browser is known as her own phone already: not asked again.
    pub own_known: bool,
    pub errors: Vec<FieldError>,
}

pub fn page(cx: &Cx, d: &CodePage) -> String {
    ui::page(cx, Head::new(cx.t("sign-in-code-title")).wrong(!d.errors.is_empty()).back("/sign-in"), || {
        let code = Field::new("code", cx.t("sign-in-code-label")).value(&d.code).errors(&d.errors);
        let mut inner = vec![code_field(cx, code)];
        if !d.own_known {
            let own = Field::new("own_phone", cx.t("sign-in-code-own-question")).hint(cx.t("sign-in-code-own-hint"));
            let ticked = if d.own_ticked { vec!["1".to_owned()] } else { Vec::new() };
            inner.push(checkboxes(cx, own, vec![Choice::new("1", cx.t("sign-in-code-own"))], &ticked));
        }
        inner.push(hooks::send_once(cx, button(&cx.t("sign-in-code-submit"), Tone::Primary, None)));
        stack(vec![
            error_summary(cx, &d.errors),
            page_heading(cx, &cx.t("sign-in-code-title"), Some(&cx.t("sign-in-code-lede"))),
            form(cx, Form::post("/sign-in/code"), stack(inner)),
            notice(NoticeKind::Care, "", para(cx.t("sign-in-code-secret"))),
            not_arrived(cx),
        ])
    })
}

fn not_arrived(cx: &Cx) -> ui::Html {
    let reasons = ["sign-in-code-late-wait", "sign-in-code-late-typed", "sign-in-code-late-phone"].map(|key| cx.t(key)).to_vec();
    notice(
        NoticeKind::Info,
        &cx.t("sign-in-code-late-title"),
        stack(vec![
            bullets(reasons),
            form(cx, Form::post("/sign-in/again"), hooks::send_once(cx, button(&cx.t("sign-in-code-again"), Tone::Secondary, None))),
            link_button(&cx.t("sign-in-have-slip"), "/sign-in/slip", Tone::Secondary),
        ]),
    )
}
