//! What a desk writes on a case beside the decision: notes for colleagues, and the supervisor's leave for one more return.

use super::case::CasePage;
use super::decide::{Doing, within};
use super::{case_path, heading, key_button, key_link};
use crate::acts::return_case::MOST_WORDS;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ui::{Choice, Field, Form, Html, Tone, bullets, form, para, radios, stack, text_area};
use domain::case::desk_words::{MOST_NOTES, ReturnLeave};

pub fn section(cx: &Cx, d: &CasePage) -> Vec<Html> {
    let case = &d.found.case;
    let mut parts = vec![heading(cx, "desk-remarks", Some("notes")), para(cx.t("desk-remarks-who"))];
    if !case.notes.is_empty() {
        let line = |note: &domain::case::desk_words::DeskNote| {
            let (when, who) = (words::moment(cx, note.at), name(d, &note.by));
            cx.tv("desk-remark-line", &[("when", &when), ("who", &who), ("words", &note.words)])
        };
        parts.push(bullets(case.notes.iter().map(line).collect()));
    }
    if case.notes.len() < MOST_NOTES {
        parts.push(one_box(cx, d, "note", "remark", Some("desk-remark-hint")));
    }
    parts.extend(hand_over(cx, d));
    if let Some(leave) = &case.return_leave {
        parts.push(para(allowed(cx, d, leave)));
        if leave.by == *d.me {
            parts.push(para(cx.t("desk-allow-own")));
        }
    } else if d.supervisor && case.wants_return_leave() {
        parts.push(heading(cx, "desk-allow", None));
        parts.push(para(cx.t("desk-allow-why")));
        parts.push(one_box(cx, d, "allow-return", "allow", None));
    }
    parts
}

/// A link first: whom it may go to is looked up only when somebody wants it.
fn hand_over(cx: &Cx, d: &CasePage) -> Vec<Html> {
    let path = case_path(&d.found.case.reference);
    if d.found.case.state.tier().is_none() || !(d.found.mine || d.supervisor) {
        return Vec::new();
    }
    if d.doing != Doing::HandOver {
        let href = format!("{}#hand-over", d.within.at(&path, &[("do", "hand-over")]));
        return vec![key_link(cx, &cx.t("desk-hand-over-link"), href, None)];
    }
    let mut parts = vec![heading(cx, "desk-hand-over-title", Some("hand-over"))];
    if d.colleagues.is_empty() {
        parts.push(para(cx.t("desk-hand-over-nobody")));
        return parts;
    }
    let choices = d.colleagues.iter().map(|other| Choice::new(other.id.as_str(), other.display_name.clone())).collect();
    let inner = stack(vec![
        radios(cx, Field::new("colleague", cx.t("desk-hand-over-label")).errors(&d.errors), choices, None),
        key_button(cx, &cx.t("desk-hand-over-do"), Tone::Secondary, None, None),
    ]);
    parts.push(para(cx.t("desk-hand-over-why")));
    parts.push(form(cx, within(d, Form::post(&format!("{path}/hand-over"))), inner));
    parts
}

/// Who allowed it, when and why.
pub fn allowed(cx: &Cx, d: &CasePage, leave: &ReturnLeave) -> String {
    let (when, who) = (words::moment(cx, leave.at), name(d, &leave.by));
    cx.tv("desk-allow-given", &[("who", &who), ("when", &when), ("reason", &leave.reason)])
}

fn name(d: &CasePage, id: &domain::ids::StaffId) -> String {
    d.found.names.get(id).cloned().unwrap_or_default()
}

/// One box and its button; what was typed stays when it was not taken.
fn one_box(cx: &Cx, d: &CasePage, act: &str, field: &str, hint: Option<&str>) -> Html {
    let typed = d.typed.and_then(|t| t.get(field).cloned()).unwrap_or_default();
    let mut words = Field::new(field, cx.t(&format!("desk-{field}-label"))).value(typed).errors(&d.errors);
    if let Some(key) = hint {
        words = words.hint(cx.t(key));
    }
    let inner =
        stack(vec![text_area(cx, words, MOST_WORDS), key_button(cx, &cx.t(&format!("desk-{field}-do")), Tone::Secondary, None, None)]);
    form(cx, within(d, Form::post(&format!("{}/{act}", case_path(&d.found.case.reference)))), inner)
}
