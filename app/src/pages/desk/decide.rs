//! The decision: one main button with its key, the other ways as links that open their form on the same page.

use super::case::{CasePage, why_not};
use super::{case_path, heading, key_button, key_link, returning};
use crate::acts::correct_case::AGREED;
use crate::cx::Cx;
use crate::pages::filing::{step, words};
use crate::ui::{
    Choice, DateParts, Field, Form, Html, TextKind, Tone, checkboxes, date_field, form, para, radios, stack, text_area, text_field,
};
use domain::case::CaseState;
use domain::catalog::{Outcome, money};
use domain::refusal::Refusal;
use leptos::prelude::*;

/// Which form is open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Doing {
    #[default]
    Nothing,
    Return,
    Defer,
    Refuse,
    Revoke,
    Correct(String),
    /// Below, beside the decision.
    Note,
    Allow,
    HandOver,
}

impl Doing {
    pub fn from_query(what: &str, field: &str) -> Doing {
        match what {
            "return" => Doing::Return,
            "accept-with-deferral" => Doing::Defer,
            "refuse" => Doing::Refuse,
            "revoke" => Doing::Revoke,
            "hand-over" => Doing::HandOver,
            "correct" => Doing::Correct(field.to_owned()),
            _ => Doing::Nothing,
        }
    }
}

pub fn panel(cx: &Cx, d: &CasePage) -> Html {
    let case = &d.found.case;
    if case.state.tier().is_none() {
        return ().into_any();
    }
    let mut parts = vec![heading(cx, "desk-decide", Some("decide"))];
    match (d.found.may_step, d.found.mine) {
        (Err(Refusal::HeldByColleague), _) => {
            let name = case.hold.as_ref().and_then(|h| d.found.names.get(&h.by)).cloned().unwrap_or_default();
            let until = case.hold.as_ref().map(|h| words::moment(cx, h.until)).unwrap_or_default();
            parts.push(why_not(cx, cx.tv("desk-held", &[("name", &name), ("until", &until)])));
        }
        // Hidden elsewhere; here she may look at the case and only wants to know where it lies.
        (Err(Refusal::OtherArea), _) => parts.push(why_not(cx, cx.t("desk-other-desk"))),
        (Err(refusal), _) => parts.push(why_not(cx, cx.t(refusal.key()))),
        (Ok(()), false) => {
            parts.push(para(cx.t("desk-take-why")));
            let action = format!("{}/take", case_path(&case.reference));
            parts.push(form(cx, within(d, Form::post(&action)), key_button(cx, &cx.t("desk-take"), Tone::Primary, None, Some('t'))));
        }
        (Ok(()), true) => parts.extend(open(cx, d)),
    }
    view! { <section class="decide">{stack(parts)}</section> }.into_any()
}

fn open(cx: &Cx, d: &CasePage) -> Vec<Html> {
    let case = &d.found.case;
    let mut parts = match &d.doing {
        Doing::Return => vec![returning::form_of(cx, d)],
        Doing::Defer => vec![defer(cx, d)],
        Doing::Refuse if waits_for_board(d) => ways(cx, d),
        Doing::Refuse => vec![with_reason(cx, d, "refuse")],
        Doing::Revoke => vec![with_reason(cx, d, "revoke")],
        Doing::Correct(field) => vec![correct(cx, d, field)],
        Doing::Nothing | Doing::Note | Doing::Allow | Doing::HandOver => ways(cx, d),
    };
    if !matches!(d.doing, Doing::Nothing | Doing::Note | Doing::Allow | Doing::HandOver) {
        parts.push(key_link(cx, &cx.t("desk-other-way"), format!("{}#decide", d.within.at(&case_path(&case.reference), &[])), None));
    }
    let back = format!("{}/release-hold", case_path(&case.reference));
    parts.push(form(cx, within(d, Form::post(&back)), key_button(cx, &cx.t("desk-put-back"), Tone::Secondary, None, Some('l'))));
    parts
}

fn waits_for_board(d: &CasePage) -> bool {
    d.found.board.is_some_and(|board| d.today < board)
}

/// The main button of this state and the other ways.
fn ways(cx: &Cx, d: &CasePage) -> Vec<Html> {
    let case = &d.found.case;
    let lacking = case.lacking();
    let needed = case.item.item().map(|item| item.needs(&case.answers)).unwrap_or_default();
    let main_missing = needed.iter().any(|m| m.main && lacking.contains(&m.id));
    let path = case_path(&case.reference);
    let link = |what: &str, key: char| {
        let label = words::own(cx, case.item, &format!("desk-way-{what}"));
        key_link(cx, &label, format!("{}#decide", d.within.at(&path, &[("do", what)])), Some(key))
    };
    let main = |act: &str| act_form(cx, d, act, Vec::new());
    match case.state {
        CaseState::AtVillage if main_missing => vec![para(cx.t("desk-main-missing")), link("return", 'r')],
        CaseState::AtVillage if !lacking.is_empty() => {
            vec![para(cx.t("desk-secondary-missing")), link("accept-with-deferral", 'd'), link("return", 'r')]
        }
        CaseState::AtVillage => vec![main("accept"), link("return", 'r')],
        CaseState::AtTownship => vec![main("review"), link("return", 'r')],
        // The list may be gone through beforehand; only the papers can be asked for.
        CaseState::AtCounty if waits_for_board(d) => {
            let day = d.found.board.map(|board| words::date(cx, board)).unwrap_or_default();
            vec![why_not(cx, cx.tv("desk-board-not-yet", &[("date", &day)])), link("return", 'r')]
        }
        CaseState::AtCounty => vec![act_form(cx, d, "approve", sum(cx, d)), link("return", 'r'), link("refuse", 'x')],
        CaseState::InForceToConfirm => vec![main("confirm"), link("revoke", 'x')],
        CaseState::InForceSampled => vec![main("pass-sample"), link("revoke", 'x')],
        _ => Vec::new(),
    }
}

/// Where the item pays: how much, at most what was asked for.
fn sum(cx: &Cx, d: &CasePage) -> Vec<Html> {
    let case = &d.found.case;
    let Some(Outcome::Money { of }) = case.item.item().map(|item| item.outcome) else { return Vec::new() };
    let asked = case.answers.get(of).and_then(|fen| fen.parse().ok()).map(money::yuan).unwrap_or_default();
    let typed = d.typed.and_then(|t| t.get("sum").cloned()).unwrap_or_default();
    let field = Field::new("sum", words::label(cx, case.item, "sum")).hint(cx.tv("desk-sum-hint", &[("sum", &asked)]));
    vec![text_field(cx, field.value(typed).errors(&d.errors), TextKind::Sum)]
}

/// The form of an act, with both ends: on to the next case, or back to the queue. Where one desk does it all, accepting it is
/// having done it, and the buttons say so.
pub(super) fn act_form(cx: &Cx, d: &CasePage, act: &str, mut inner: Vec<Html>) -> Html {
    let case = &d.found.case;
    let said = if act == "accept" { case.village_yes().key() } else { act };
    let label = |key: String| words::own(cx, case.item, &key);
    let next = key_button(cx, &label(format!("desk-do-{said}")), Tone::Primary, Some("next"), Some('a'));
    let queue = key_button(cx, &label(format!("desk-do-{said}-stop")), Tone::Secondary, Some("queue"), Some('s'));
    inner.push(stack(vec![next, queue]));
    form(cx, within(d, Form::post(&format!("{}/{act}", case_path(&case.reference)))), stack(inner))
}

/// 「下一件」 comes from the part of the queue that she looks at.
pub(super) fn within(d: &CasePage, form: Form) -> Form {
    d.within.pairs().into_iter().fold(form, |form, (name, value)| form.hidden(name, value))
}

/// 容缺受理: which secondary materials, by when.
fn defer(cx: &Cx, d: &CasePage) -> Html {
    let case = &d.found.case;
    let lacking = case.lacking();
    let chosen: Vec<String> =
        lacking.iter().filter(|m| d.typed.is_some_and(|t| t.contains_key(&format!("later-{m}")))).map(|m| (*m).to_owned()).collect();
    let rows = lacking
        .iter()
        .map(|m| {
            let name = format!("later-{m}");
            let ticked = if chosen.iter().any(|c| c == m) { vec!["yes".to_owned()] } else { Vec::new() };
            let label = cx.tv("desk-later", &[("material", &cx.t(&format!("material-{m}")))]);
            checkboxes(cx, Field::new(&name, cx.t("desk-later-label")), vec![Choice::new("yes", label)], &ticked)
        })
        .collect();
    let part = |p: &str| d.typed.and_then(|t| t.get(&format!("due_{p}")).cloned()).unwrap_or_default();
    let hint = cx.tv("desk-due-hint", &[("date", &words::date(cx, case.promised))]);
    let due = Field::new("due", cx.t("desk-due")).hint(hint).errors(&d.errors);
    let parts = DateParts::new(part("year"), part("month"), part("day"));
    act_form(cx, d, "accept-with-deferral", vec![para(cx.t("desk-defer-how")), stack(rows), date_field(cx, due, &parts)])
}

fn with_reason(cx: &Cx, d: &CasePage, act: &str) -> Html {
    let typed = d.typed.and_then(|t| t.get("reason").cloned());
    let prepared = cx.tv(&format!("desk-reason-{act}"), &[("item", &words::item(cx, d.found.case.item))]);
    let field = Field::new("reason", cx.t("desk-reason")).hint(cx.t("desk-reason-hint")).value(typed.unwrap_or(prepared)).errors(&d.errors);
    act_form(cx, d, act, vec![text_area(cx, field, 300)])
}

/// A slip of the pen: the same field as in the filing, and how she said yes.
fn correct(cx: &Cx, d: &CasePage, id: &str) -> Html {
    let case = &d.found.case;
    let found = case.correctable().into_iter().find(|f| f.id == id);
    let (Some(item), Some(field)) = (case.item.item(), found) else { return para(cx.t("desk-correct-not")) };
    let Some(step) = item.steps.iter().find(|s| s.fields.iter().any(|f| f.id == id)) else { return para(cx.t("desk-correct-not")) };
    let as_page = step::StepPage {
        item: case.item,
        draft: "",
        step,
        now: 0,
        all: 0,
        back: String::new(),
        answers: &case.answers,
        typed: d.typed,
        errors: d.errors.clone(),
        known: Default::default(),
        changing: false,
        has_phone: d.found.subject.phone.is_some(),
        speak: None,
    };
    let agreed = d.typed.and_then(|t| t.get("agreed")).map(String::as_str);
    let choices = AGREED.iter().map(|how| Choice::new(how, cx.t(&format!("desk-agreed-{how}")))).collect();
    let inner = vec![
        para(cx.t("desk-correct-how")),
        step::one(cx, &as_page, field, None),
        radios(cx, Field::new("agreed", cx.t("desk-agreed")).errors(&d.errors), choices, agreed),
        key_button(cx, &cx.t("desk-do-correct"), Tone::Primary, None, Some('a')),
    ];
    form(cx, within(d, Form::post(&format!("{}/correct", case_path(&case.reference)))).hidden("field", id), stack(inner))
}
