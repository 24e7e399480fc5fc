//! A helper who is not insured here opens an account of her own. Says first what it can and cannot do.

pub mod code;
pub mod done;

use super::sign_in::late;
use crate::cx::Cx;
use crate::ui::{
    self, Field, FieldError, Form, Head, NoticeKind, TextKind, Tone, bullets, button, error_summary, form, hooks, link_button, notice,
    page_heading, para, stack, text_field,
};

#[derive(Debug, Default)]
pub struct OpenAccountPage {
    pub name: String,
    pub id_number: String,
    pub phone: String,
    pub errors: Vec<FieldError>,
    pub codes_off: bool,
    /// Comes from a page that was open for too long.
    pub late: bool,
}

pub fn page(cx: &Cx, d: &OpenAccountPage) -> String {
    ui::page(cx, Head::new(cx.t("open-account-title")).wrong(!d.errors.is_empty()).back("/sign-in"), || {
        let field = |name: &str, key: &str, value: &str| Field::new(name, cx.t(key)).value(value).errors(&d.errors);
        let facts = ["open-account-mark", "open-account-until", "open-account-how"].map(|key| cx.t(key)).to_vec();
        let heading = page_heading(cx, &cx.t("open-account-title"), Some(&cx.t("open-account-lede")));
        let before = notice(NoticeKind::Info, &cx.t("open-account-before"), bullets(facts));
        if d.codes_off {
            let place = [("office", cx.region.office_name.as_str()), ("address", &cx.region.address), ("phone", &cx.region.phone)];
            let counter = para(cx.tv("open-account-off", &place));
            return stack(vec![heading, notice(NoticeKind::Care, &cx.t("sign-in-off-title"), counter), before]);
        }
        stack(vec![
            error_summary(cx, &d.errors),
            heading,
            late(cx, d.late),
            before,
            form(
                cx,
                Form::post("/open-account"),
                stack(vec![
                    text_field(cx, field("name", "open-account-name", &d.name).hint(cx.t("sign-in-name-hint")), TextKind::Name),
                    text_field(
                        cx,
                        field("id_number", "open-account-number", &d.id_number).hint(cx.t("sign-in-number-hint")),
                        TextKind::IdNumber,
                    ),
                    text_field(cx, field("phone", "open-account-phone", &d.phone).hint(cx.t("open-account-phone-hint")), TextKind::Phone),
                    hooks::send_once(cx, button(&cx.t("sign-in-send"), Tone::Primary, None)),
                ]),
            ),
            link_button(&cx.t("open-account-sign-in"), "/sign-in", Tone::Secondary),
        ])
    })
}
