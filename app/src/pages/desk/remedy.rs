//! One bad word for the tier above: what she said, her telephone, the notes of the calls, what is set right.
//! Shows only what can be done next.

use super::{head, heading, key_button};
use crate::acts::promise::grouped;
use crate::acts::ratings::MOST_WORDS;
use crate::acts::ratings::set_right::ToSetRight;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::pages::rating::{level, reason, stage};
use crate::ui::help_card::dialable;
use crate::ui::{
    self, Choice, Field, FieldError, Form, Html, Icon, Moment, NoticeKind, Row, Tone, error_summary, form, icon, notice, page_heading,
    para, radios, stack, summary_list, text_area, timeline,
};
use domain::ids::StaffId;
use domain::rating::{Remedy, RemedyState};
use leptos::prelude::*;
use std::collections::BTreeMap;

pub struct RemedyPage<'a> {
    pub one: &'a ToSetRight,
    /// Name of the rated desk.
    pub desk: String,
    /// Display names of the clerks who called and set it right.
    pub names: &'a BTreeMap<StaffId, String>,
    /// What was typed, by field.
    pub typed: BTreeMap<&'static str, String>,
    pub errors: Vec<FieldError>,
    /// She had her days to answer.
    pub closes: bool,
}

pub fn page(cx: &Cx, d: &RemedyPage) -> String {
    let title = cx.tv("desk-remedy-title", &[("name", &d.one.person.name.masked())]);
    let head = head(cx, &title).wrong(!d.errors.is_empty()).back_to("/staff/ratings", cx.t("desk-remedy-back"));
    ui::page(cx, head, || {
        let mut body = vec![error_summary(cx, &d.errors), page_heading(cx, &title, None)];
        if let Some(task) = &d.one.rating.remedy {
            body.push(summary_list(cx, facts(cx, d, task)));
            body.push(notice(NoticeKind::Care, "", para(cx.t("desk-remedy-secret"))));
            body.extend(to_do(cx, d, task));
            body.extend(history(cx, d, task));
        }
        stack(body)
    })
}

fn facts(cx: &Cx, d: &RemedyPage, task: &Remedy) -> Vec<Row> {
    let (rating, person) = (&d.one.rating, &d.one.person);
    let reasons: Vec<String> = rating.said.reasons.iter().map(|r| reason(cx, *r)).collect();
    let call = match rating.said.call {
        Some(true) => "desk-remedy-call-yes",
        Some(false) => "desk-remedy-call-no",
        None => "desk-remedy-call-open",
    };
    let mut rows = vec![
        Row::new(cx.t("desk-ratings-who"), person.name.as_str()),
        Row::new(cx.t("desk-ratings-desk"), d.desk.clone()),
        Row::new(cx.t("desk-col-reference"), grouped(&rating.reference)),
        Row::new(cx.t("desk-col-item"), words::item(cx, rating.item)),
        Row::new(cx.t("desk-ratings-step"), stage(cx, rating.stage)),
        Row::new(cx.t("desk-ratings-level"), level(cx, rating.said.level)),
        Row::new(cx.t("desk-remedy-said-at"), words::moment(cx, rating.said.at)),
    ];
    if let Some(by) = words::mark(cx, Some(&rating.said.by)) {
        rows.push(Row::new(cx.t("desk-remedy-said-by"), by));
    }
    if !reasons.is_empty() {
        rows.push(Row::new(cx.t("desk-remedy-reasons"), reasons.join("、")));
    }
    if !rating.said.words.is_empty() {
        rows.push(Row::new(cx.t("desk-remedy-words"), rating.said.words.clone()));
    }
    rows.push(Row::new(cx.t("desk-remedy-call"), cx.t(call)));
    rows.push(Row::new(cx.t("desk-remedy-call-by"), words::date(cx, task.call_by)));
    rows.push(Row::new(cx.t("desk-remedy-correct-by"), words::date(cx, task.correct_by)));
    for round in &rating.earlier {
        rows.push(Row::new(cx.t("desk-remedy-again"), level(cx, round.again.level)));
    }
    if let Some(again) = &rating.again {
        rows.push(Row::new(cx.t("desk-remedy-again"), level(cx, again.level)));
    }
    rows
}

/// The next step, and nothing that is not its turn.
fn to_do(cx: &Cx, d: &RemedyPage, task: &Remedy) -> Vec<Html> {
    let path = format!("/staff/ratings/{}", d.one.rating.id);
    let open = matches!(task.state, RemedyState::Open | RemedyState::Called);
    let typed = |name: &str| d.typed.get(name).cloned().unwrap_or_default();
    let mut parts = Vec::new();
    if open {
        parts.push(heading(cx, "desk-remedy-call-title", None));
        parts.push(telephone(cx, d));
        let reached = Field::new("reached", cx.t("desk-remedy-reached")).errors(&d.errors);
        let choices = ["yes", "no"].map(|k| Choice::new(k, cx.t(&format!("desk-remedy-reached-{k}")))).to_vec();
        let said = Field::new("said", cx.t("desk-remedy-call-words")).value(typed("said")).errors(&d.errors);
        let inner = stack(vec![
            radios(cx, reached, choices, d.typed.get("reached").map(String::as_str)),
            text_area(cx, said, MOST_WORDS),
            key_button(cx, &cx.t("desk-remedy-call-do"), Tone::Secondary, None, None),
        ]);
        parts.push(form(cx, Form::post(&format!("{path}/call")), inner));
    }
    if task.state == RemedyState::Called || open && d.one.rating.said.call == Some(false) {
        parts.push(heading(cx, "desk-remedy-correct-title", None));
        let done = Field::new("done", cx.t("desk-remedy-correct-words"))
            .hint(cx.t("desk-remedy-correct-hint"))
            .value(typed("done"))
            .errors(&d.errors);
        let inner =
            stack(vec![text_area(cx, done, MOST_WORDS), key_button(cx, &cx.t("desk-remedy-correct-do"), Tone::Primary, None, None)]);
        parts.push(form(cx, Form::post(&format!("{path}/correct")), inner));
    }
    if task.state == RemedyState::Corrected {
        parts.push(para(cx.t("desk-remedy-waits")));
        if d.closes {
            parts.push(form(
                cx,
                Form::post(&format!("{path}/close")),
                key_button(cx, &cx.t("desk-remedy-close"), Tone::Secondary, None, None),
            ));
        }
    }
    parts
}

/// Hers, whole: this page is for calling her.
fn telephone(cx: &Cx, d: &RemedyPage) -> Html {
    match &d.one.person.phone {
        Some(phone) => {
            let (href, shown) = (format!("tel:{}", dialable(phone.plain())), words::grouped_phone(phone.plain()));
            view! { <a class="button" href=href>{icon(Icon::Phone)}<span>{cx.t("desk-remedy-dial")}<bdi>{shown}</bdi></span></a> }
                .into_any()
        }
        None => para(cx.t("desk-remedy-no-phone")),
    }
}

/// What was done, oldest first.
fn history(cx: &Cx, d: &RemedyPage, task: &Remedy) -> Vec<Html> {
    let name = |id: &StaffId| d.names.get(id).cloned().unwrap_or_default();
    let mut moments = Vec::new();
    // What the tier below did in vain comes first.
    for task in d.one.rating.earlier.iter().map(|round| &round.remedy).chain([task]) {
        for call in &task.calls {
            let key = if call.reached { "desk-remedy-did-reach" } else { "desk-remedy-did-try" };
            let what = cx.tv(key, &[("who", &name(&call.by))]);
            moments.push(Moment { when: words::moment(cx, call.at), what, detail: call.words.clone(), done: true });
        }
        if let Some(noted) = &task.set_right {
            let what = cx.tv("desk-remedy-did-correct", &[("who", &name(&noted.by))]);
            moments.push(Moment { when: words::moment(cx, noted.at), what, detail: noted.words.clone(), done: true });
        }
    }
    if moments.is_empty() { Vec::new() } else { vec![heading(cx, "desk-remedy-history", None), timeline(cx, moments)] }
}
