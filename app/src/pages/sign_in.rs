//! Sign in with name and number; on her own phone with one button. No rule, no query.

pub mod code;
pub mod slip;
pub mod words;

use crate::cx::Cx;
use crate::ui::{
    self, Field, FieldError, Form, Head, Html, NoticeKind, TextKind, Tone, button, error_summary, form, hooks, link_button, notice,
    page_heading, para, stack, status, text_field,
};

#[derive(Debug, Default)]
pub struct SignInPage {
    pub name: String,
    pub id_number: String,
    pub errors: Vec<FieldError>,
    /// Codes reach nobody: the counter is named instead.
    pub codes_off: bool,
    /// Comes from a page that was open for too long.
    pub late: bool,
}

pub fn page(cx: &Cx, d: &SignInPage) -> String {
    ui::page(cx, Head::new(cx.t("sign-in-title")).wrong(!d.errors.is_empty()).back_to("/", cx.t("sign-in-back-home")), || {
        let mut parts = vec![error_summary(cx, &d.errors)];
        if d.codes_off {
            parts.extend([page_heading(cx, &cx.t("sign-in-title"), None), codes_off(cx)]);
        } else {
            parts.extend([page_heading(cx, &cx.t("sign-in-title"), Some(&cx.t("sign-in-lede"))), late(cx, d.late), fields(cx, d)]);
        }
        parts.extend([without_phone(cx), not_insured_here(cx)]);
        stack(parts)
    })
}

/// Why the same page stands here again, when it was open for longer than its session.
pub fn late(cx: &Cx, late: bool) -> Html {
    if late { status(NoticeKind::Info, &cx.t("sign-in-late")) } else { ui::nothing() }
}

fn fields(cx: &Cx, d: &SignInPage) -> Html {
    let name = Field::new("name", cx.t("sign-in-name")).hint(cx.t("sign-in-name-hint")).value(&d.name).errors(&d.errors);
    let number = Field::new("id_number", cx.t("sign-in-number")).hint(cx.t("sign-in-number-hint")).value(&d.id_number).errors(&d.errors);
    form(
        cx,
        Form::post("/sign-in"),
        stack(vec![
            text_field(cx, name, TextKind::Name),
            text_field(cx, number, TextKind::IdNumber),
            hooks::send_once(cx, button(&cx.t("sign-in-send"), Tone::Primary, None)),
        ]),
    )
}

/// This browser belongs to somebody who said so.
pub fn on_own_phone(cx: &Cx, masked_name: &str, errors: &[FieldError], was_late: bool) -> String {
    let title = cx.tv("sign-in-own-title", &[("name", masked_name)]);
    ui::page(cx, Head::new(title.clone()).wrong(!errors.is_empty()).back_to("/", cx.t("sign-in-back-home")), || {
        stack(vec![
            error_summary(cx, errors),
            page_heading(cx, &title, Some(&cx.t("sign-in-own-lede"))),
            late(cx, was_late),
            form(
                cx,
                Form::post("/sign-in").hidden("own", "1"),
                hooks::send_once(cx, button(&cx.t("sign-in-own-send"), Tone::Primary, None)),
            ),
            link_button(&cx.t("sign-in-own-other"), "/sign-in?who=other", Tone::Secondary),
        ])
    })
}

fn codes_off(cx: &Cx) -> Html {
    let place = [("office", cx.region.office_name.as_str()), ("address", &cx.region.address), ("phone", &cx.region.phone)];
    let body = stack(vec![para(cx.t("sign-in-off-what")), para(cx.tv("sign-in-off-counter", &place))]);
    notice(NoticeKind::Care, &cx.t("sign-in-off-title"), body)
}

fn without_phone(cx: &Cx) -> Html {
    let body = stack(vec![
        para(cx.t("sign-in-no-phone-slip")),
        link_button(&cx.t("sign-in-have-slip"), "/sign-in/slip", Tone::Secondary),
        para(cx.t("sign-in-no-phone-counter")),
    ]);
    notice(NoticeKind::Info, &cx.t("sign-in-no-phone-title"), body)
}

fn not_insured_here(cx: &Cx) -> Html {
    let body = stack(vec![para(cx.t("sign-in-helper-what")), link_button(&cx.t("sign-in-helper-link"), "/open-account", Tone::Secondary)]);
    notice(NoticeKind::Info, &cx.t("sign-in-helper-title"), body)
}
