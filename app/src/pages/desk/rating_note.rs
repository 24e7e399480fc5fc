//! She says by telephone or at the desk how it was, and a clerk of another desk ticks it as she says it.

use super::head;
use crate::acts::promise::grouped;
use crate::acts::ratings::MOST_WORDS;
use crate::acts::ratings::note::{How, Notable};
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::pages::rating::{faces, reasons, stage};
use crate::ports::Person;
use crate::ui::{
    self, Choice, Field, FieldError, Form, NoticeKind, Tone, button, checkboxes, error_summary, form, hooks, notice, page_heading, para,
    radios, stack, status, text_area,
};

pub struct NotePage<'a> {
    pub person: &'a Person,
    pub all: &'a [Notable],
    pub typed: Typed,
    pub errors: Vec<FieldError>,
    pub kept: bool,
}

/// What the form gave, right or wrong.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    pub step: String,
    pub level: String,
    pub reasons: Vec<String>,
    pub words: String,
    pub call: String,
    pub how: String,
}

pub fn page(cx: &Cx, d: &NotePage) -> String {
    let title = cx.tv("desk-note-title", &[("name", d.person.name.as_str())]);
    let person = format!("/staff/people/{}", d.person.id);
    let head = head(cx, &title).wrong(!d.errors.is_empty()).back_to(person.clone(), cx.t("desk-note-back"));
    ui::page(cx, head, || {
        let mut body = vec![error_summary(cx, &d.errors)];
        if d.kept {
            body.push(status(NoticeKind::Good, &cx.t("desk-note-kept")));
        }
        body.push(page_heading(cx, &title, Some(&cx.t("desk-note-lede"))));
        body.push(notice(NoticeKind::Info, "", para(cx.t("desk-note-rule"))));
        if d.all.is_empty() {
            body.push(para(cx.t("desk-note-none")));
            return stack(body);
        }
        let steps = d.all.iter().map(|one| {
            let label = cx.tv("desk-note-step", &[("item", &words::item(cx, one.case.item)), ("step", &stage(cx, one.stage))]);
            Choice::new(&step_value(one), label).hint(grouped(&one.case.reference))
        });
        let hows = How::ALL.into_iter().map(|how| Choice::new(how.key(), cx.t(&format!("desk-note-how-{}", how.key()))));
        let calls = ["yes", "no"].map(|k| Choice::new(k, cx.t(&format!("rating-why-call-{k}")))).to_vec();
        let some = |value: &'_ str| (!value.is_empty()).then(|| value.to_owned());
        let field = |name: &str, key: &str| Field::new(name, cx.t(key)).errors(&d.errors);
        let inner = stack(vec![
            radios(cx, field("how", "desk-note-how"), hows.collect(), some(&d.typed.how).as_deref()),
            radios(cx, field("step", "desk-note-which"), steps.collect(), some(&d.typed.step).as_deref()),
            radios(cx, field("level", "desk-note-level"), faces(cx), some(&d.typed.level).as_deref()),
            checkboxes(cx, field("reason", "desk-note-reasons").optional(), reasons(cx), &d.typed.reasons),
            text_area(cx, field("words", "desk-note-words").value(&d.typed.words).optional(), MOST_WORDS),
            radios(cx, field("call", "desk-note-call").optional(), calls, some(&d.typed.call).as_deref()),
            hooks::send_once(cx, button(&cx.t("desk-note-do"), Tone::Primary, None)),
        ]);
        body.push(form(cx, Form::post(&format!("{person}/rating")), inner));
        stack(body)
    })
}

/// `2345883864-ended`: names the step in the form.
pub fn step_value(one: &Notable) -> String {
    format!("{}-{}", one.case.reference, one.stage.key())
}
