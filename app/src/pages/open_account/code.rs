//! The code to her own phone. Says the same whether the number is known or not.

use crate::cx::Cx;
use crate::pages::sign_in::code::CodePage;
use crate::ui::{
    self, Field, Form, Head, NoticeKind, Tone, bullets, button, code_field, error_summary, form, hooks, link_button, notice, page_heading,
    stack,
};

pub fn page(cx: &Cx, d: &CodePage) -> String {
    ui::page(cx, Head::new(cx.t("sign-in-code-title")).wrong(!d.errors.is_empty()).back("/open-account"), || {
        let code = Field::new("code", cx.t("sign-in-code-label")).value(&d.code).errors(&d.errors);
        let late = ["sign-in-code-late-wait", "open-account-code-typed", "open-account-code-known"].map(|key| cx.t(key)).to_vec();
        stack(vec![
            error_summary(cx, &d.errors),
            page_heading(cx, &cx.t("sign-in-code-title"), Some(&cx.t("open-account-code-lede"))),
            form(
                cx,
                Form::post("/open-account/code"),
                stack(vec![code_field(cx, code), hooks::send_once(cx, button(&cx.t("open-account-code-submit"), Tone::Primary, None))]),
            ),
            notice(
                NoticeKind::Info,
                &cx.t("sign-in-code-late-title"),
                stack(vec![
                    bullets(late),
                    form(
                        cx,
                        Form::post("/sign-in/again"),
                        hooks::send_once(cx, button(&cx.t("sign-in-code-again"), Tone::Secondary, None)),
                    ),
                    link_button(&cx.t("open-account-sign-in"), "/sign-in", Tone::Secondary),
                ]),
            ),
        ])
    })
}
