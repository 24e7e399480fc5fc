//! One question a page. The page is made from the step's fields; nothing here knows which item it is.

use super::{city, words};
use crate::acts::hear_answer::takes_voice;
use crate::cx::Cx;
use crate::pages::talk;
use crate::ui::recorder::answer_recorder;
use crate::ui::{
    self, Choice, DateParts, Field, FieldError, Form, Head, Html, Row, TextKind, Tone, button, check_list, checkboxes, date_field,
    error_summary, form, link_button, page_heading, para, radios, select, stack, step_heading, summary_list, text_field,
};
use domain::catalog::answers::{NONE, UNSURE};
use domain::catalog::field::{RawForm, check_box};
use domain::catalog::{self, Answers, FieldKind, ItemCode, PROVINCES, Step, money};

pub struct StepPage<'a> {
    pub item: ItemCode,
    pub draft: &'a str,
    pub step: &'static Step,
    pub now: usize,
    pub all: usize,
    pub back: String,
    pub answers: &'a Answers,
    /// What was typed and could not be read, given back as it was.
    pub typed: Option<&'a RawForm>,
    pub errors: Vec<FieldError>,
    /// Known data, shown for confirmation where nothing has been answered yet.
    pub known: RawForm,
    /// Comes from the check page and goes back there.
    pub changing: bool,
    /// The person it is for has a phone on record.
    pub has_phone: bool,
    /// How long an answer may be said; nothing where nobody listens.
    pub speak: Option<u16>,
}

pub fn page(cx: &Cx, d: &StepPage) -> String {
    let slug = d.item.slug();
    let title = cx.t(&words::key(slug, &format!("{}-title", d.step.id)));
    let alone = d.step.fields.len() == 1;
    let head = Head::new(title.clone()).service(cx.t(&format!("item-{slug}"))).wrong(!d.errors.is_empty()).back(d.back.clone());
    ui::page(cx, head, || {
        if d.step.ends {
            return ending(cx, d, &title);
        }
        let mut body = vec![error_summary(cx, &d.errors), step_heading(cx, d.now, d.all, if alone { "" } else { &title })];
        let mut inner = Vec::new();
        for field in d.step.fields {
            inner.push(one(cx, d, field, alone.then(|| title.clone())));
            if let Some(seconds) = d.speak.filter(|_| takes_voice(field.kind)) {
                inner.push(answer_recorder(cx, seconds, d.draft, field.id, talk::consent(cx, seconds)));
            }
        }
        inner.push(ui::hooks::send_once(
            cx,
            button(&cx.t(if d.changing { "filing-save-change" } else { "filing-save-next" }), Tone::Primary, None),
        ));
        let action = format!("/file/draft/{}/{}", d.draft, d.step.id);
        let mut spec = Form::post(&action);
        if d.changing {
            spec = spec.hidden("then", "check");
        }
        body.push(form(cx, spec, stack(inner)));
        body.push(para(cx.t("filing-kept")));
        stack(body)
    })
}

/// This cannot be sent from here by anybody: why, and where it is done.
fn ending(cx: &Cx, d: &StepPage, title: &str) -> Html {
    let card = &cx.region;
    let rows = vec![
        Row::new(cx.t("guide-where"), format!("{}，{}", card.office_name, card.address)),
        Row::new(cx.t("guide-when"), card.hours.clone()),
        Row::new(cx.t("guide-phone"), format!("{}，{}", card.phone, card.phone_hours)),
    ];
    stack(vec![
        page_heading(cx, title, None),
        para(cx.t(&format!("item-{}-{}-why", d.item.slug(), d.step.id))),
        summary_list(cx, rows),
        link_button(&cx.t("filing-ends-back"), &d.back, Tone::Secondary),
    ])
}

pub(in crate::pages) fn one(cx: &Cx, d: &StepPage, field: &catalog::Field, heading: Option<String>) -> Html {
    let slug = d.item.slug();
    let asked = heading.is_some();
    let mut spec = Field::new(field.id, heading.unwrap_or_else(|| words::label(cx, d.item, field.id))).errors(&d.errors);
    if let Some(hint) = hint(cx, slug, field.id) {
        spec = spec.hint(hint);
    }
    if asked {
        spec = spec.as_heading();
    }
    if field.required && field.may_be_left_empty(d.has_phone) {
        spec = spec.hint(cx.t("filing-no-phone-hint")).optional();
    }
    let stored = d.answers.get(field.id).map(str::to_owned).or_else(|| d.known.get(field.id).cloned());
    let typed = d.typed.and_then(|t| t.get(field.id).cloned());
    let value = typed.clone().or_else(|| stored.clone()).unwrap_or_default();
    let unsure = stored.as_deref() == Some(UNSURE) || d.typed.is_some_and(|t| t.contains_key(&format!("{}-unsure", field.id)));
    match field.kind {
        FieldKind::Choice(_) | FieldKind::Among { .. } => {
            let options = field.kind.options(d.answers);
            let mut choices: Vec<Choice> = options
                .iter()
                .map(|o| {
                    let choice = Choice::new(o, words::option(cx, d.item, field.id, o));
                    match hint(cx, slug, &format!("{}-{o}", field.id)) {
                        Some(words) => choice.hint(words),
                        None => choice,
                    }
                })
                .collect();
            if field.unsure {
                choices.push(Choice::new(UNSURE, cx.t("filing-unsure")));
            }
            radios(cx, spec, choices, Some(value.as_str()).filter(|v| !v.is_empty()))
        }
        FieldKind::Checks(options) => {
            let boxes = options.iter().map(|o| (check_box(field.id, o), words::option(cx, d.item, field.id, o))).collect();
            let chosen = match d.typed {
                Some(form) => options.iter().map(|o| check_box(field.id, o)).filter(|name| form.contains_key(name)).collect(),
                None => value.split(',').map(|o| check_box(field.id, o)).collect::<Vec<_>>(),
            };
            check_list(cx, spec, boxes, &chosen)
        }
        FieldKind::Province => {
            let choices = PROVINCES.iter().map(|code| Choice::new(code, cx.t(&format!("province-{code}")))).collect();
            select(cx, spec, choices, Some(value.as_str()).filter(|v| !v.is_empty()))
        }
        FieldKind::City { of, .. } => {
            city::question(cx, spec, d.answers.get(of).unwrap_or_default(), field.unsure, stored.as_deref(), d.typed)
        }
        FieldKind::Date(_) => {
            let parts = match d.typed {
                Some(t) => {
                    let part = |p: &str| t.get(&format!("{}_{p}", field.id)).cloned().unwrap_or_default();
                    DateParts::new(part("year"), part("month"), part("day"))
                }
                None => match stored.as_deref().and_then(|v| v.parse::<jiff::civil::Date>().ok()) {
                    Some(day) => DateParts::new(day.year().to_string(), day.month().to_string(), day.day().to_string()),
                    None => DateParts::new("", "", ""),
                },
            };
            with_unsure(cx, field, unsure, date_field(cx, spec, &parts))
        }
        FieldKind::Line { .. }
        | FieldKind::Name
        | FieldKind::Phone
        | FieldKind::Money { .. }
        | FieldKind::Count { .. }
        | FieldKind::Digits { .. }
        | FieldKind::IdNumber => {
            let kind = match field.kind {
                FieldKind::Money { .. } => TextKind::Sum,
                FieldKind::Count { .. } | FieldKind::Digits { .. } => TextKind::Number,
                FieldKind::IdNumber => TextKind::IdNumber,
                FieldKind::Name => TextKind::OtherName,
                FieldKind::Phone => TextKind::OtherPhone,
                _ => TextKind::Plain,
            };
            let shown = match field.kind {
                _ if value == UNSURE || value == NONE => String::new(),
                // A kept sum is in 分; what was typed and could not be read is given back as it was.
                FieldKind::Money { .. } if typed.is_none() => value.parse().map_or(value, money::plain),
                _ => value,
            };
            with_unsure(cx, field, unsure, text_field(cx, spec.value(shown), kind))
        }
    }
}

/// 「不清楚」 beside a field of its own.
fn with_unsure(cx: &Cx, field: &catalog::Field, ticked: bool, control: Html) -> Html {
    if !field.unsure {
        return control;
    }
    let name = format!("{}-unsure", field.id);
    let ticked = if ticked { vec![UNSURE.to_owned()] } else { Vec::new() };
    let words = Field::new(&name, cx.t("filing-or"));
    stack(vec![control, checkboxes(cx, words, vec![Choice::new(UNSURE, cx.t("filing-unsure"))], &ticked)])
}

/// A hint, where the item's texts have one.
fn hint(cx: &Cx, slug: &str, about: &str) -> Option<String> {
    let key = words::key(slug, &format!("{about}-hint"));
    let words = cx.t(&key);
    (words != key && !words.is_empty()).then_some(words)
}
