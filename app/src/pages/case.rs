//! One case for the person it belongs to: where it stands, what happened, what she can do now.

use crate::cx::Cx;
use crate::pages::filing::{receipt, words};
use crate::pages::my_cases::status;
use crate::pages::rating;
use crate::ui::{
    self, Form, Head, Html, Moment, NoticeKind, Row, Tone, bullets, button, form, hooks, link_button, notice, page_heading, para,
    reference, stack, summary_list, tag, timeline,
};
use domain::case::{Case, CaseAct, CaseState, Role, transition};
use jiff::civil::Date;
use leptos::prelude::*;

pub struct CasePage<'a> {
    pub case: &'a Case,
    pub undo: bool,
    /// Desk that has it now, in words.
    pub desk: String,
    pub today: Date,
}

pub fn page(cx: &Cx, d: &CasePage) -> String {
    let case = d.case;
    let name = cx.t(&format!("item-{}", case.item.slug()));
    let path = format!("/cases/{}", slug(&case.reference));
    ui::page(
        cx,
        Head::new(cx.tv("case-title", &[("reference", &case.reference)]))
            .service(name.clone())
            .back_to("/my-cases", cx.t("receipt-to-list")),
        || {
            let mut body = vec![
                page_heading(cx, &name, None),
                tag(status(case.state), &cx.t(&format!("state-{}", case.state.key()))),
                reference(&case.reference),
            ];
            body.extend(what(cx, d).into_iter().map(para));
            if let (CaseState::Returned, Some(back)) = (case.state, case.open_return()) {
                let missing = back.missing.iter().map(|m| m.words.clone()).collect();
                body.push(notice(NoticeKind::Care, &cx.t("case-missing-title"), bullets(missing)));
                // Asked once more for what the desk could have seen: she is told why.
                if let Some(leave) = &back.leave {
                    body.push(para(cx.tv("case-asked-again", &[("reason", &leave.reason)])));
                }
                let label = hooks::send_once(cx, button(&cx.t("case-answer"), Tone::Primary, None));
                body.push(form(cx, Form::post(&format!("{path}/answer")), label));
            }
            if let Some(validity) = case.validity {
                body.push(notice(NoticeKind::Good, &cx.t("validity-title"), para(words::validity(cx, case.item, validity))));
            }
            if let Some(sum) = words::paid(case) {
                let large = view! { <p class="key-sum">{cx.tv("paid-what", &[("sum", &sum)])}</p> }.into_any();
                body.push(notice(NoticeKind::Good, &cx.t("paid-title"), stack(vec![large, para(cx.t("paid-where"))])));
            }
            let due: Vec<String> = case
                .deferrals
                .iter()
                .filter(|x| x.received_at.is_none() && !case.state.closed())
                .map(|x| {
                    cx.tv("case-deferral", &[("material", &cx.t(&format!("material-{}", x.material))), ("date", &words::date(cx, x.due))])
                })
                .collect();
            if !due.is_empty() {
                body.push(notice(NoticeKind::Care, &cx.t("case-deferral-title"), bullets(due)));
                if transition(case.state, CaseAct::Supply, Role::Applicant).is_some() {
                    let label = hooks::send_once(cx, button(&cx.t("case-supply"), Tone::Primary, None));
                    body.push(form(cx, Form::post(&format!("{path}/supply")), label));
                }
            }
            body.extend(sheets(cx, case));
            body.extend(receipt::joined(cx, case));
            body.extend(actions(cx, d, &path));
            body.push(link_button(
                &cx.t("case-voice-message"),
                &format!("/voice-messages?about={}", slug(&case.reference)),
                Tone::Secondary,
            ));
            body.push(rating::link(cx, &case.reference, &name));
            body.push(heading(cx, "case-timeline"));
            body.push(timeline(cx, moments(cx, case)));
            body.push(heading(cx, "case-answers"));
            body.push(summary_list(cx, rows(cx, case)));
            stack(body)
        },
    )
}

/// Paper that is decided on by its picture and still has to come, or came.
fn sheets(cx: &Cx, case: &Case) -> Vec<Html> {
    let name = |material: &str| cx.t(&format!("material-{material}"));
    let came: Vec<String> = case
        .sheets
        .iter()
        .map(|sheet| cx.tv("case-sheet-here", &[("material", &name(&sheet.material)), ("when", &words::moment(cx, sheet.at))]))
        .collect();
    let due: Vec<String> = case.sheets_due().into_iter().map(name).collect();
    let mut out = Vec::new();
    if !due.is_empty() && !case.state.closed() {
        let card = &cx.region;
        let how = cx.tv("case-sheet-how", &[("office", &card.office_name), ("address", &card.address)]);
        out.push(notice(NoticeKind::Info, &cx.t("case-sheet-title"), stack(vec![bullets(due), para(how)])));
    }
    if !came.is_empty() {
        out.push(notice(NoticeKind::Good, &cx.t("case-sheet-came-title"), bullets(came)));
    }
    out
}

/// Undo or withdraw, as a page of its own behind one button.
fn actions(cx: &Cx, d: &CasePage, path: &str) -> Vec<Html> {
    let case = d.case;
    let mut out = Vec::new();
    match case.state {
        CaseState::Settling if d.undo => {
            let release = hooks::send_once(cx, button(&cx.t("case-release"), Tone::Primary, None));
            out.push(para(cx.tv("receipt-undo-until", &[("until", &words::moment(cx, case.settles_at))])));
            out.push(form(cx, Form::post(&format!("{path}/release")), release));
            out.push(form(cx, Form::post(&format!("{path}/take-back")), button(&cx.t("case-take-back"), Tone::Secondary, None)));
        }
        s if s.in_force() && d.undo => {
            out.push(link_button(&words::own(cx, case.item, "case-undo"), &format!("{path}/undo"), Tone::Secondary))
        }
        s if s.in_force() && case.item.item().is_some_and(|item| item.hers_to_end) => {
            let change = hooks::send_once(cx, button(&words::own(cx, case.item, "case-change"), Tone::Secondary, None));
            if let Some(day) = case.locked_until(d.today) {
                out.push(notice(NoticeKind::Info, "", para(cx.tv("case-locked", &[("date", &words::date(cx, day))]))));
            }
            out.push(form(cx, Form::post(&format!("{path}/change")), change));
            if case.locked_until(d.today).is_none() {
                out.push(link_button(&words::own(cx, case.item, "case-cancel"), &format!("{path}/cancel"), Tone::Secondary));
            }
        }
        CaseState::AtVillage | CaseState::AtTownship | CaseState::AtCounty | CaseState::Returned => {
            out.push(link_button(&cx.t("case-withdraw"), &format!("{path}/withdraw"), Tone::Secondary));
        }
        _ => {}
    }
    out
}

/// Where it stands and what that means; what is in force she may use, also while somebody looks at it once more.
fn what(cx: &Cx, d: &CasePage) -> Vec<String> {
    let case = d.case;
    let stands = match case.state {
        CaseState::InForce => None,
        CaseState::Revoked => Some(words::own(cx, case.item, "state-revoked-what")),
        state => Some(cx.tv(&format!("state-{}-what", state.key()), &[("desk", &d.desk), ("date", &words::date(cx, case.promised))])),
    };
    let next = if case.state.in_force() { receipt::next_words(cx, case) } else { None };
    next.into_iter().chain(stands).collect()
}

fn heading(_cx: &Cx, key: &str) -> Html {
    let words = _cx.t(key);
    view! { <h2>{words}</h2> }.into_any()
}

/// What happened, oldest first, each with who did it in words.
pub fn moments(cx: &Cx, case: &Case) -> Vec<Moment> {
    case.events
        .iter()
        .map(|e| {
            let who = words::mark(cx, Some(&e.by));
            let detail = [who, e.words.clone()].into_iter().flatten().collect::<Vec<_>>().join("。");
            Moment { when: words::moment(cx, e.at), what: words::own(cx, case.item, &format!("event-{}", e.act.key())), detail, done: true }
        })
        .collect()
}

/// What was answered, by whom where it was not she, and the papers.
pub(super) fn rows(cx: &Cx, case: &Case) -> Vec<Row> {
    let Some(item) = case.item.item() else { return Vec::new() };
    let mut rows = Vec::new();
    for field in item.path(&case.answers).iter().flat_map(|s| s.fields) {
        if let Some(value) = case.answers.get(field.id) {
            let shown = words::answer(cx, case.item, field, value);
            let shown = match words::mark(cx, case.typed_by.get(field.id)) {
                Some(mark) => format!("{shown}（{mark}）"),
                None => shown,
            };
            rows.push(Row::new(words::label(cx, case.item, field.id), shown));
        }
    }
    for m in item.needs(&case.answers) {
        rows.push(Row::new(cx.t(&format!("material-{}", m.id)), words::papers(cx, case, m.id)));
    }
    rows
}

fn slug(reference: &str) -> String {
    reference.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// Undo and withdraw each ask once more on a page of their own, and say what is lost.
pub fn ask(cx: &Cx, case: &Case, what: &str) -> String {
    let path = format!("/cases/{}", slug(&case.reference));
    let own = |key: &str| words::own(cx, case.item, key);
    let title = own(&format!("{what}-title"));
    ui::page(cx, Head::new(title.clone()).service(cx.t(&format!("item-{}", case.item.slug()))).back(path.clone()), || {
        stack(vec![
            page_heading(cx, &title, None),
            reference(&case.reference),
            para(own(&format!("{what}-what"))),
            link_button(&own(&format!("{what}-keep")), &path, Tone::Primary),
            form(cx, Form::post(&format!("{path}/{what}")), button(&own(&format!("{what}-do")), Tone::Warn, None)),
        ])
    })
}
