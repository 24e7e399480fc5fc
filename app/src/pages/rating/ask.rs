//! Five large faces, each with its words: one question, one tap, one button. After something was set right, what was done
//! stands above them.

use super::{case_path, faces, path};
use crate::acts::ratings::give::Step;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ui::{
    self, Field, FieldError, Form, Head, NoticeKind, Tone, above_question, button, error_summary, form, hooks, notice, para, radios, stack,
};
use domain::case::Case;
use domain::rating::Turn;
use leptos::prelude::*;

pub struct AskPage<'a> {
    pub case: &'a Case,
    pub step: &'a Step,
    pub errors: Vec<FieldError>,
}

pub fn ask(cx: &Cx, d: &AskPage) -> String {
    let again = d.step.turn == Ok(Turn::Again);
    let key = d.step.stage.key();
    let title = if again { cx.t("rating-ask-again") } else { cx.t(&format!("rating-ask-{key}")) };
    let service = words::item(cx, d.case.item);
    let head = Head::new(title.clone()).service(service.clone()).wrong(!d.errors.is_empty()).back(case_path(d.case));
    ui::page(cx, head, || {
        let mut body = vec![error_summary(cx, &d.errors), above_question(cx, &service)];
        let rating = d.step.rating.as_ref();
        let noted = rating.and_then(|r| r.remedy.as_ref()).and_then(|task| task.set_right.as_ref()).filter(|_| again);
        if let Some(noted) = noted {
            let said = noted.words.clone();
            let words = stack(vec![view! { <p><bdi>{said}</bdi></p> }.into_any(), para(words::moment(cx, noted.at))]);
            body.push(notice(NoticeKind::Info, &cx.t("rating-set-right"), words));
        }
        let field = Field::new("level", title.clone()).hint(cx.t("rating-ask-hint")).errors(&d.errors).as_heading();
        let chosen = rating.filter(|_| !again).map(|r| r.said.level.key());
        let inner =
            stack(vec![radios(cx, field, faces(cx), chosen), hooks::send_once(cx, button(&cx.t("rating-send"), Tone::Primary, None))]);
        body.push(form(cx, Form::post(&format!("{}/{key}", path(&d.case.reference))), inner));
        body.push(para(cx.t("rating-anonymous")));
        stack(body)
    })
}
