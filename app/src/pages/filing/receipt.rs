//! Shown only when the case is on disk: its number, what happens next, by when, whom to ask.

use super::words;
use crate::cx::Cx;
use crate::pages::rating;
use crate::ui::{
    self, Form, Head, Html, NextStep, NoticeKind, Row, Tone, button, form, hooks, link_button, notice, para, receipt, stack, summary_list,
};
use domain::case::{Case, CaseAct, CaseState, Joined};
use domain::ledger::By;
use domain::review::Tier;

pub struct ReceiptPage<'a> {
    pub case: &'a Case,
    /// The undo window is still open.
    pub undo: bool,
    /// Where she chose the desk herself: its name, address and telephone.
    pub desk: Option<[String; 3]>,
}

pub fn page(cx: &Cx, d: &ReceiptPage) -> String {
    let case = d.case;
    let path = format!("/cases/{}", slug(&case.reference));
    let title = cx.t(match case.state {
        CaseState::Revoked | CaseState::Withdrawn => "receipt-title-gone",
        _ => "receipt-title-sent",
    });
    let title = if case.state.in_force() { words::own(cx, case.item, "receipt-title-in-force") } else { title };
    ui::page(
        cx,
        Head::new(title.clone())
            .service(cx.t(&format!("item-{}", case.item.slug())))
            .back_to(cx.matters(), cx.t(if cx.is_assistant() { "receipt-assist-to-person" } else { "receipt-to-list" })),
        || {
            let promised = words::date(cx, case.promised);
            let mut body = vec![receipt(cx, &title, &case.reference, next_steps(cx, case, &promised))];
            if let Some([name, address, phone]) = &d.desk {
                let said = cx.tv("receipt-desk", &[("desk", name), ("address", address), ("phone", phone)]);
                body.push(notice(NoticeKind::Info, &cx.t("receipt-desk-title"), para(said)));
            }
            body.extend(joined(cx, case));
            if let Some(mark) = words::mark(cx, Some(&case.filed_by.by)) {
                body.push(para(cx.tv("receipt-filed-by", &[("who", &mark)])));
            }
            if matches!(case.filed_by.by, By::Assistant(_)) {
                let said = cx.tv("receipt-assistant", &[("phone", &cx.region.phone)]);
                body.push(notice(NoticeKind::Info, "", para(said)));
            }
            let typed = words::typed_by_helper(cx, case);
            if !typed.is_empty() {
                body.push(para(cx.tv("receipt-typed-by-helper", &[("fields", &typed.join("、"))])));
            }
            if let Some(validity) = case.validity {
                body.push(notice(NoticeKind::Good, &cx.t("validity-title"), para(words::validity(cx, case.item, validity))));
            }
            // What was sent is hers to take back, not an assistant's.
            if cx.is_assistant() {
                body.push(para(cx.t("receipt-assist-print")));
            } else if d.undo && case.state == CaseState::Settling {
                let until = words::moment(cx, case.settles_at);
                body.push(notice(
                    NoticeKind::Info,
                    &cx.t("receipt-undo-title"),
                    stack(vec![
                        para(cx.tv("receipt-undo-until", &[("until", &until)])),
                        form(
                            cx,
                            Form::post(&format!("{path}/release")).inline(),
                            hooks::send_once(cx, button(&cx.t("case-release"), Tone::Primary, None)),
                        ),
                        form(cx, Form::post(&format!("{path}/take-back")).inline(), button(&cx.t("case-take-back"), Tone::Secondary, None)),
                    ]),
                ));
            } else if d.undo && case.state.in_force() {
                let until = words::moment(cx, case.settles_at);
                body.push(notice(
                    NoticeKind::Info,
                    &cx.t("receipt-undo-title"),
                    stack(vec![
                        para(cx.tv("receipt-undo-in-force", &[("until", &until)])),
                        link_button(&words::own(cx, case.item, "case-undo"), &format!("{path}/undo"), Tone::Secondary),
                    ]),
                ));
            }
            body.push(if cx.is_assistant() {
                link_button(&cx.t("receipt-assist-to-person"), cx.matters(), Tone::Primary)
            } else {
                link_button(&cx.t("receipt-see-case"), &path, Tone::Secondary)
            });
            body.push(rating::link(cx, &case.reference, &words::item(cx, case.item)));
            body.push(para(cx.tv("receipt-ask", &[("phone", &cx.region.phone), ("hours", &cx.region.phone_hours)])));
            stack(body)
        },
    )
}

/// What went out with the same form: one receipt for all, each with its number.
pub(in crate::pages) fn joined(cx: &Cx, case: &Case) -> Option<Html> {
    let one = |other: &Joined| Row::new(words::item(cx, other.item), crate::acts::promise::grouped(&other.reference));
    let rows: Vec<Row> = case.joined.iter().map(one).collect();
    (!rows.is_empty()).then(|| notice(NoticeKind::Info, &cx.t("receipt-joined"), summary_list(cx, rows)))
}

fn next_steps(cx: &Cx, case: &Case, promised: &str) -> Vec<NextStep> {
    let step = |key: &str, by: String| NextStep { what: cx.t(key), by };
    match case.state {
        s if s.in_force() => next_words(cx, case).into_iter().map(|what| NextStep { what, by: cx.t("receipt-step-use-by") }).collect(),
        CaseState::Revoked | CaseState::Withdrawn | CaseState::Refused => Vec::new(),
        _ if case.village_yes() == CaseAct::Finish => {
            let village = case.home(Tier::Village).tier() == Tier::Village;
            let key = if village { "receipt-step-one-desk" } else { "receipt-step-chosen-desk" };
            vec![step(key, cx.tv("receipt-step-county-by", &[("date", promised)]))]
        }
        _ => vec![
            // Sent at once, or the ten minutes are over: nothing is waited for any more.
            step("receipt-step-village", if case.state == CaseState::Settling { cx.t("receipt-step-village-by") } else { String::new() }),
            step("receipt-step-township", String::new()),
            step("receipt-step-county", cx.tv("receipt-step-county-by", &[("date", promised)])),
        ],
    }
}

/// What she does once it is decided, by the definition.
pub(in crate::pages) fn next_words(cx: &Cx, case: &Case) -> Option<String> {
    case.item.item().map(|item| cx.t((item.next)(&case.answers)))
}

fn slug(reference: &str) -> String {
    reference.chars().filter(|c| c.is_ascii_alphanumeric()).collect()
}
