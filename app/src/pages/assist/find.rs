//! Who is beside the assistant: the whole number on her card, then card and face. Knows no search by name.

use super::head;
use crate::cx::Cx;
use crate::ui::{
    self, Choice, Field, FieldError, Form, NoticeKind, Row, TextKind, Tone, bullets, button, checkboxes, error_summary, form, link_button,
    notice, page_heading, para, stack, summary_list, text_field,
};

pub struct FindPage {
    pub typed: String,
    pub errors: Vec<FieldError>,
    /// Somebody is still beside her, masked.
    pub present: Option<String>,
    /// A supervisor has stopped the account.
    pub stopped: bool,
    /// The last intake ended because the numbers differed.
    pub differed: bool,
}

pub fn page(cx: &Cx, d: &FindPage) -> String {
    let title = cx.t("assist-title");
    ui::page(cx, head(cx, &title).wrong(!d.errors.is_empty()), || {
        let mut body = vec![error_summary(cx, &d.errors), page_heading(cx, &title, Some(&cx.t("assist-lede")))];
        if d.stopped {
            body.push(notice(NoticeKind::Care, &cx.t("assist-stopped-title"), para(cx.t("assist-stopped"))));
            return stack(body);
        }
        if d.differed {
            body.push(notice(NoticeKind::Care, &cx.t("assist-differed-title"), para(cx.t("assist-differed"))));
        }
        if let Some(name) = &d.present {
            body.push(link_button(&cx.tv("assist-go-on", &[("name", name)]), "/assist/person", Tone::Primary));
            return stack(body);
        }
        let field =
            Field::new("id_number", cx.t("assist-number-label")).hint(cx.t("assist-number-hint")).value(d.typed.clone()).errors(&d.errors);
        let inner = stack(vec![text_field(cx, field, TextKind::IdNumber), button(&cx.t("assist-find"), Tone::Primary, None)]);
        body.push(form(cx, Form::post("/assist"), inner));
        body.push(notice(
            NoticeKind::Info,
            &cx.t("assist-rules-title"),
            bullets(["assist-rule-present", "assist-rule-codes", "assist-rule-family"].map(|key| cx.t(key)).to_vec()),
        ));
        stack(body)
    })
}

pub struct FacePage {
    pub name: String,
    /// As she typed it from the card; sent again so that the act begins with the whole number.
    pub number: String,
    pub village: String,
    pub errors: Vec<FieldError>,
}

/// Card and face: both boxes, nothing ticked beforehand.
pub fn face(cx: &Cx, d: &FacePage) -> String {
    let title = cx.t("assist-face-title");
    ui::page(cx, head(cx, &title).wrong(!d.errors.is_empty()).back("/assist"), || {
        let rows = vec![
            Row::new(cx.t("assist-face-name"), d.name.clone()),
            Row::new(cx.t("assist-face-number"), d.number.clone()),
            Row::new(cx.t("assist-face-village"), d.village.clone()),
        ];
        let card = Field::new("card", cx.t("assist-card-label")).errors(&d.errors);
        let face = Field::new("face", cx.t("assist-face-label")).errors(&d.errors);
        let inner = stack(vec![
            checkboxes(cx, card, vec![Choice::new("yes", cx.t("assist-card-yes"))], &[]),
            checkboxes(cx, face, vec![Choice::new("yes", cx.t("assist-face-yes"))], &[]),
            para(cx.t("assist-face-then")),
            button(&cx.t("assist-begin"), Tone::Primary, None),
        ]);
        stack(vec![
            error_summary(cx, &d.errors),
            page_heading(cx, &title, Some(&cx.t("assist-face-lede"))),
            summary_list(cx, rows),
            form(cx, Form::post("/assist/begin").hidden("id_number", d.number.as_str()), inner),
            para(cx.t("assist-face-not")),
            link_button(&cx.t("assist-other"), "/assist", Tone::Secondary),
        ])
    })
}
