//! Tonight in hospital: one page for whoever has the elder's card in hand. Nothing of the elder is shown back.

use crate::cx::Cx;
use crate::ui::{
    self, Choice, DateParts, Field, FieldError, Form, Head, NoticeKind, TextKind, Tone, bullets, button, date_field, error_summary, form,
    hooks, link_button, notice, page_heading, para, radios, select, stack, text_field,
};
use domain::catalog::PROVINCES;
use domain::catalog::field::RawForm;

pub struct TonightPage<'a> {
    pub typed: &'a RawForm,
    pub errors: Vec<FieldError>,
}

pub fn page(cx: &Cx, d: &TonightPage) -> String {
    let typed = |name: &str| d.typed.get(name).cloned().unwrap_or_default();
    ui::page(
        cx,
        Head::new(cx.t("tonight-title")).service(cx.t("item-out-of-area")).wrong(!d.errors.is_empty()).back("/guide/out-of-area"),
        || {
            let kinds = ["emergency", "temporary"].map(|k| Choice::new(k, cx.t(&format!("item-out-of-area-kind-{k}")))).to_vec();
            let provinces = PROVINCES.iter().map(|code| Choice::new(code, cx.t(&format!("province-{code}")))).collect();
            let inner = stack(vec![
                text_field(
                    cx,
                    Field::new("elder-name", cx.t("tonight-name"))
                        .hint(cx.t("tonight-name-hint"))
                        .value(typed("elder-name"))
                        .errors(&d.errors),
                    TextKind::OtherName,
                ),
                text_field(
                    cx,
                    Field::new("elder-number", cx.t("tonight-number")).value(typed("elder-number")).errors(&d.errors),
                    TextKind::IdNumber,
                ),
                radios(
                    cx,
                    Field::new("kind", cx.t("tonight-kind")).errors(&d.errors),
                    kinds,
                    Some(typed("kind").as_str()).filter(|v| !v.is_empty()),
                ),
                select(
                    cx,
                    Field::new("province", cx.t("item-out-of-area-province-label")).errors(&d.errors),
                    provinces,
                    Some(typed("province").as_str()).filter(|v| !v.is_empty()),
                ),
                text_field(
                    cx,
                    Field::new("city", cx.t("item-out-of-area-city-label")).value(typed("city")).errors(&d.errors),
                    TextKind::Plain,
                ),
                date_field(
                    cx,
                    Field::new("start", cx.t("item-out-of-area-start-label")).errors(&d.errors),
                    &DateParts::new(typed("start_year"), typed("start_month"), typed("start_day")),
                ),
                hooks::send_once(cx, button(&cx.t("tonight-submit"), Tone::Primary, None)),
            ]);
            stack(vec![
                error_summary(cx, &d.errors),
                page_heading(cx, &cx.t("tonight-title"), Some(&cx.t("tonight-lede"))),
                notice(
                    NoticeKind::Info,
                    &cx.t("tonight-how-title"),
                    bullets(vec![
                        cx.t("tonight-how-effect"),
                        cx.t("tonight-how-told"),
                        cx.t("tonight-how-confirm"),
                        cx.t("tonight-how-nothing-shown"),
                    ]),
                ),
                form(cx, Form::post("/tonight"), inner),
            ])
        },
    )
}

/// The same page whether the card is known here or not.
pub fn done(cx: &Cx) -> String {
    ui::page(cx, Head::new(cx.t("tonight-done-title")).service(cx.t("item-out-of-area")), || {
        stack(vec![
            page_heading(cx, &cx.t("tonight-done-title"), None),
            bullets(vec![cx.t("tonight-done-match"), cx.t("tonight-done-no-match"), cx.t("tonight-done-told")]),
            para(cx.tv("receipt-ask", &[("phone", &cx.region.phone), ("hours", &cx.region.phone_hours)])),
            link_button(&cx.t("tonight-done-home"), "/", Tone::Primary),
        ])
    })
}
