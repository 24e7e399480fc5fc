//! Tonight in hospital: the place, then one page for whoever has the elder's card in hand. Nothing of the elder is shown back.

use leptos::prelude::*;

use super::city;
use crate::acts::hear_answer::TONIGHT;
use crate::cx::Cx;
use crate::pages::talk;
use crate::ui::recorder::answer_recorder;
use crate::ui::{
    self, Choice, DateParts, Field, FieldError, Form, Head, Html, NoticeKind, Row, TextKind, Tone, bullets, button, date_field,
    error_summary, form, hooks, link_button, notice, page_heading, para, radios, select, stack, summary_list, text_field,
};
use domain::catalog::PROVINCES;
use domain::catalog::field::RawForm;
use domain::place::is_municipality;

pub struct TonightPage<'a> {
    pub typed: &'a RawForm,
    pub errors: Vec<FieldError>,
    /// How long an answer may be said; nothing where nobody listens.
    pub speak: Option<u16>,
}

impl TonightPage<'_> {
    /// 「说给我听」 beside a question.
    fn said(&self, cx: &Cx, province: &str, field: &str) -> Html {
        let recorder = |seconds| answer_recorder(cx, seconds, &format!("{TONIGHT}{province}"), field, talk::consent(cx, seconds));
        self.speak.map(recorder).into_any()
    }
}

/// First: where she is. It decides which cities are offered.
pub fn place(cx: &Cx, d: &TonightPage) -> String {
    let title = cx.t("tonight-title");
    let head = Head::new(title.clone()).service(cx.t("item-out-of-area")).wrong(!d.errors.is_empty()).back("/guide/out-of-area");
    ui::page(cx, head, || {
        let provinces = PROVINCES.iter().map(|code| Choice::new(code, cx.t(&format!("province-{code}")))).collect();
        let field = Field::new("province", cx.t("item-out-of-area-province-label")).hint(cx.t("tonight-place-hint")).errors(&d.errors);
        let next = button(&cx.t("tonight-place-next"), Tone::Primary, None);
        let inner = stack(vec![select(cx, field, provinces, None), d.said(cx, "", "province"), next]);
        stack(vec![
            error_summary(cx, &d.errors),
            page_heading(cx, &title, Some(&cx.t("tonight-lede"))),
            form(cx, Form::post("/tonight").hidden("place", "1"), inner),
            how(cx),
        ])
    })
}

fn how(cx: &Cx) -> Html {
    let facts = ["tonight-how-effect", "tonight-how-told", "tonight-how-confirm", "tonight-how-nothing-shown"];
    notice(NoticeKind::Info, &cx.t("tonight-how-title"), bullets(facts.map(|key| cx.t(key)).to_vec()))
}

/// Then everything else, the cities of that province among it.
pub fn page(cx: &Cx, d: &TonightPage) -> String {
    let typed = |name: &str| d.typed.get(name).cloned().unwrap_or_default();
    ui::page(cx, Head::new(cx.t("tonight-title")).service(cx.t("item-out-of-area")).wrong(!d.errors.is_empty()).back("/tonight"), || {
        let province = typed("province");
        let kinds = ["emergency", "temporary"].map(|k| Choice::new(k, cx.t(&format!("item-out-of-area-kind-{k}")))).to_vec();
        let where_to = Row::new(cx.t("item-out-of-area-province-label"), cx.t(&format!("province-{province}"))).change("/tonight");
        let mut inner = vec![
            summary_list(cx, vec![where_to]),
            text_field(
                cx,
                Field::new("elder-name", cx.t("tonight-name")).hint(cx.t("tonight-name-hint")).value(typed("elder-name")).errors(&d.errors),
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
        ];
        if !is_municipality(&province) {
            let field = Field::new("city", cx.t("item-out-of-area-city-title")).errors(&d.errors);
            inner.push(city::question(cx, field, &province, true, None, Some(d.typed)));
            inner.push(d.said(cx, &province, "city"));
        }
        inner.extend([
            date_field(
                cx,
                Field::new("start", cx.t("item-out-of-area-start-label")).errors(&d.errors),
                &DateParts::new(typed("start_year"), typed("start_month"), typed("start_day")),
            ),
            d.said(cx, &province, "start"),
            hooks::send_once(cx, button(&cx.t("tonight-submit"), Tone::Primary, None)),
        ]);
        stack(vec![
            error_summary(cx, &d.errors),
            page_heading(cx, &cx.t("tonight-title"), Some(&cx.t("tonight-lede"))),
            how(cx),
            form(cx, Form::post("/tonight").hidden("province", province), stack(inner)),
        ])
    })
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
