//! The two-digit number, large, and what both do with it. There is no field: it is typed nowhere.

use super::head;
use crate::acts::assist::about_key;
use crate::cx::Cx;
use crate::ui::{
    self, Choice, Field, FieldError, Form, Html, NoticeKind, Tone, button, checkboxes, error_summary, form, hooks, link_button, notice,
    page_heading, para, stack, steps,
};
use domain::assist::{Shown, Told};
use leptos::prelude::*;

pub struct NumberPage<'a> {
    pub shown: &'a Shown,
    pub told: Told,
    /// Masked.
    pub name: String,
    /// The last digits of her phone, masked in front.
    pub phone: Option<String>,
    pub errors: Vec<FieldError>,
}

pub fn page(cx: &Cx, d: &NumberPage) -> String {
    let title = cx.t("assist-compare-title");
    ui::page(cx, head(cx, &title).wrong(!d.errors.is_empty()), || {
        let number = d.shown.number.to_string();
        let act = cx.t(about_key(&d.shown.about));
        let (how, look) = match d.told {
            Told::Phone => ("assist-compare-phone", "assist-same-phone"),
            Told::Sheet => ("assist-compare-sheet", "assist-same-sheet"),
        };
        let phone = d.phone.clone().unwrap_or_default();
        let mut body = vec![
            error_summary(cx, &d.errors),
            page_heading(cx, &title, Some(&cx.tv("assist-compare-lede", &[("name", &d.name), ("act", &act)]))),
            two_digits(cx, &number),
            para(cx.tv(how, &[("phone", &phone)])),
        ];
        if d.told == Told::Sheet {
            body.push(link_button(&cx.t("assist-turned-open"), "/assist/turned", Tone::Secondary));
            body.push(link_button(&cx.t("assist-sheet-open"), "/assist/sheet", Tone::Secondary));
        }
        body.push(steps(vec![cx.t("assist-compare-step-look"), cx.t("assist-compare-step-say"), cx.t("assist-compare-step-tick")]));
        body.push(notice(NoticeKind::Care, "", para(cx.t("assist-compare-codes"))));
        let field = Field::new("same", cx.t("assist-same-label")).errors(&d.errors);
        let inner = stack(vec![
            checkboxes(cx, field, vec![Choice::new("yes", cx.t(look))], &[]),
            hooks::send_once(cx, button(&cx.t("assist-same-do"), Tone::Primary, None)),
        ]);
        body.push(form(cx, Form::post("/assist/number"), inner));
        body.push(para(cx.t("assist-differ-what")));
        body.push(form(cx, Form::post("/assist/differ"), button(&cx.t("assist-differ-do"), Tone::Warn, None)));
        stack(body)
    })
}

/// As large as it can be read across a table.
pub fn two_digits(cx: &Cx, number: &str) -> Html {
    let (words, number) = (cx.t("assist-compare-number"), number.to_owned());
    view! { <p class="two-digits" dir="ltr"><span class="unseen">{words}</span><b>{number}</b></p> }.into_any()
}
