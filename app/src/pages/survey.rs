//! 满意度问卷: one short question a page, three large answers. Says that nobody is named and that it can be left at any moment.

use crate::cx::Cx;
use crate::ui::{
    self, Choice, Field, FieldError, Form, Head, Tone, above_question, button, error_summary, form, hooks, link_button, page_heading, para,
    radios, stack,
};
use domain::rating::{Answer, Question};

pub fn ask(cx: &Cx, question: Question, errors: &[FieldError]) -> String {
    let title = cx.t(&format!("survey-ask-{}", question.key()));
    let head = Head::new(title.clone()).service(cx.t("survey-title")).wrong(!errors.is_empty()).back_to(cx.matters(), cx.t("survey-leave"));
    ui::page(cx, head, || {
        let (place, count) = (question.place().to_string(), Question::ALL.len().to_string());
        let place = cx.tv("survey-place", &[("place", &place), ("count", &count)]);
        let choices = Answer::ALL.iter().map(|a| Choice::new(a.key(), cx.t(&format!("survey-answer-{}-{}", question.key(), a.key()))));
        let inner = stack(vec![
            radios(cx, Field::new("answer", title.clone()).hint(cx.t("survey-hint")).errors(errors).as_heading(), choices.collect(), None),
            hooks::send_once(cx, button(&cx.t("survey-send"), Tone::Primary, None)),
        ]);
        stack(vec![
            error_summary(cx, errors),
            above_question(cx, &place),
            form(cx, Form::post(&format!("/survey/{}", question.key())), inner),
            para(cx.t("survey-nobody")),
        ])
    })
}

pub fn done(cx: &Cx) -> String {
    let title = cx.t("survey-done-title");
    ui::page(cx, Head::new(title.clone()).service(cx.t("survey-title")).back_to(cx.matters(), cx.t("receipt-to-list")), || {
        stack(vec![
            page_heading(cx, &title, None),
            para(cx.t("survey-done")),
            link_button(&cx.t("rating-done-list"), cx.matters(), Tone::Primary),
        ])
    })
}
