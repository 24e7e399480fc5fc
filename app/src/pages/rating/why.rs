//! It was bad: what exactly, in ticks and in her own words, and whether she wants to be called. All of it may be left out; her
//! level is kept already.

use super::{path, reasons};
use crate::acts::ratings::{MOST_WORDS, Why};
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ui::{
    self, Choice, Field, Form, Head, NoticeKind, Tone, button, checkboxes, form, hooks, link_button, page_heading, para, radios, stack,
    status, text_area,
};
use domain::case::Case;
use domain::rating::Stage;

pub struct WhyPage<'a> {
    pub case: &'a Case,
    pub stage: Stage,
    /// What she said before.
    pub why: Why,
    /// The telephone on record, masked; none: there is none to call.
    pub phone: Option<String>,
}

pub fn why(cx: &Cx, d: &WhyPage) -> String {
    let title = cx.t("rating-why-title");
    let here = format!("{}/{}", path(&d.case.reference), d.stage.key());
    ui::page(cx, Head::new(title.clone()).service(words::item(cx, d.case.item)).back(here.clone()), || {
        let ticked: Vec<String> = d.why.reasons.iter().map(|r| r.key().to_owned()).collect();
        let mut inner = vec![
            checkboxes(cx, Field::new("reason", cx.t("rating-why-reasons")).optional(), reasons(cx), &ticked),
            text_area(
                cx,
                Field::new("words", cx.t("rating-why-words")).hint(cx.t("rating-why-words-hint")).value(&d.why.words).optional(),
                MOST_WORDS,
            ),
        ];
        inner.push(match &d.phone {
            Some(phone) => {
                let field = Field::new("call", cx.t("rating-why-call")).hint(cx.tv("rating-why-call-hint", &[("phone", phone)])).optional();
                let choices = ["yes", "no"].map(|k| Choice::new(k, cx.t(&format!("rating-why-call-{k}")))).to_vec();
                radios(cx, field, choices, d.why.call.map(|call| if call { "yes" } else { "no" }))
            }
            None => para(cx.t("rating-why-no-phone")),
        });
        inner.push(hooks::send_once(cx, button(&cx.t("rating-why-send"), Tone::Primary, None)));
        stack(vec![
            status(NoticeKind::Good, &cx.t("rating-kept")),
            page_heading(cx, &title, Some(&cx.t("rating-why-lede"))),
            form(cx, Form::post(&format!("{here}/why")), stack(inner)),
            link_button(&cx.t("rating-why-leave"), &format!("{here}/done"), Tone::Secondary),
        ])
    })
}
