//! One case on the desk: facts, papers, decision, then what happened before. The order is the order of the work.

use super::decide::{self, Doing};
use super::{case_path, head, heading, notes, papers};
use crate::acts::look_at_case::CaseOnDesk;
use crate::acts::promise::grouped;
use crate::acts::see_desk::filter::QueueFilter;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::pages::my_cases::status;
use crate::ports::Staff;
use crate::ui::{
    self, FieldError, Html, Moment, NoticeKind, Row, Status, bullets, error_summary, notice, page_heading, para, stack, summary_list, tag,
    timeline,
};
use domain::case::{CaseState, Channel};
use domain::catalog::field::RawForm;
use domain::ids::StaffId;
use domain::region::Desk;
use jiff::civil::Date;
use leptos::prelude::*;

pub struct CasePage<'a> {
    pub found: &'a CaseOnDesk,
    pub village: String,
    /// The counter that took it in, where that is another desk's.
    pub taken_at: Option<&'a Desk>,
    pub today: Date,
    pub days_left: u16,
    pub doing: Doing,
    /// Whoever looks.
    pub me: &'a StaffId,
    pub supervisor: bool,
    /// To whom she may give it; asked for only when she wants to.
    pub colleagues: &'a [Staff],
    /// The part of the queue that she came from.
    pub within: QueueFilter,
    pub errors: Vec<FieldError>,
    /// What was typed and could not be used, given back as it was.
    pub typed: Option<&'a RawForm>,
}

pub fn page(cx: &Cx, d: &CasePage) -> String {
    let case = &d.found.case;
    let number = grouped(&case.reference);
    let title = cx.tv("desk-case-title", &[("reference", &number), ("name", d.found.subject.name.as_str())]);
    ui::page(cx, head(cx, &title).wrong(!d.errors.is_empty()).back_to(d.within.at("/staff", &[]), cx.t("desk-back")), || {
        let mut body = vec![error_summary(cx, &d.errors), page_heading(cx, &title, None), marks(cx, d)];
        let mut known = vec![heading(cx, "desk-answers", None), answers(cx, d), summary_list(cx, facts(cx, d))];
        known.extend(earlier(cx, d));
        // On a wide screen the papers stand beside answers and decision; a narrow one has them in this order.
        body.push(
            view! {
                <div class="desk-work">
                    <div class="desk-known">{stack(known)}</div>
                    <div class="desk-papers">{papers::section(cx, case)}</div>
                    <div class="desk-decide">{decide::panel(cx, d)}</div>
                </div>
            }
            .into_any(),
        );
        body.extend(notes::section(cx, d));
        body.extend(corrections(cx, d));
        body.push(heading(cx, "desk-timeline", None));
        body.push(timeline(cx, moments(cx, d)));
        let print = format!("{}/print", case_path(&case.reference));
        let label = cx.t("desk-print");
        body.push(view! { <p class="link-row"><a href=print>{label}</a></p> }.into_any());
        stack(body)
    })
}

fn marks(cx: &Cx, d: &CasePage) -> Html {
    let case = &d.found.case;
    let mut all = vec![tag(status(case.state), &cx.t(&format!("state-{}", case.state.key())))];
    if case.state.tier().is_some() && case.promised < d.today {
        all.push(tag(Status::Refused, &cx.t("desk-mark-late")));
    } else if case.state.tier().is_some() && case.step_due < d.today {
        all.push(tag(Status::YourTurn, &cx.t("desk-mark-step-late")));
    }
    if case.climbed() {
        all.push(tag(Status::YourTurn, &cx.t("desk-mark-climbed")));
    }
    match case.filed_by.channel {
        Channel::Assisted => all.push(tag(Status::YourTurn, &cx.t("desk-mark-assisted"))),
        Channel::Counter => all.push(tag(Status::Draft, &cx.t("desk-mark-counter"))),
        Channel::Tonight => all.push(tag(Status::YourTurn, &cx.t("desk-mark-tonight"))),
        Channel::Online => {}
    }
    view! { <div class="marks">{all.into_iter().collect_view()}</div> }.into_any()
}

fn facts(cx: &Cx, d: &CasePage) -> Vec<Row> {
    let (case, person) = (&d.found.case, &d.found.subject);
    let left = cx.tv("desk-days", &[("days", &d.days_left.to_string())]);
    let day = words::date(cx, case.promised);
    let promised = match case.state.tier() {
        Some(_) if case.promised >= d.today => cx.tv("desk-promised-left", &[("date", &day), ("left", &left)]),
        _ => day,
    };
    let phone = person.phone.as_ref().map_or_else(|| cx.t("desk-no-phone"), |p| p.masked());
    let mut rows = vec![
        Row::new(cx.t("desk-fact-item"), cx.t(&format!("item-{}", case.item.slug()))),
        Row::new(cx.t("desk-fact-person"), format!("{}  {}", person.name.as_str(), person.id_number.masked())),
        Row::new(cx.t("desk-fact-village"), d.village.clone()),
        Row::new(cx.t("desk-fact-phone"), phone),
        Row::new(cx.t("desk-fact-filed"), filed(cx, d)),
        Row::new(cx.t("desk-fact-sent"), words::moment(cx, case.submitted_at)),
        Row::new(cx.t("desk-fact-promised"), promised),
    ];
    if let Some(desk) = &d.taken_at {
        rows.push(Row::new(cx.t("desk-fact-taken-at"), cx.tv("desk-taken-at", &[("desk", &desk.name), ("phone", &desk.phone)])));
    }
    if case.state.tier().is_some() {
        rows.push(Row::new(cx.t("desk-fact-step"), words::date(cx, case.step_due)));
    }
    if let Some(board) = d.found.board {
        rows.push(Row::new(cx.t("desk-fact-board"), words::date(cx, board)));
    }
    if let Some(key) = &case.commitment {
        rows.push(Row::new(cx.t("commitment-title"), cx.t(key)));
    }
    if let Some(validity) = case.validity {
        rows.push(Row::new(cx.t("validity-title"), words::validity(cx, case.item, validity)));
    }
    if let Some(sum) = words::paid(case) {
        rows.push(Row::new(cx.t("paid-title"), sum));
    }
    rows
}

/// Whoever filed without a grant stands there with her name: the elder is asked whether she knows her.
fn filed(cx: &Cx, d: &CasePage) -> String {
    let mark = words::mark(cx, Some(&d.found.case.filed_by.by)).unwrap_or_else(|| cx.t("desk-by-herself"));
    let Some(filer) = &d.found.filer else { return mark };
    let identity = cx.t(if filer.verified() { "desk-filer-verified" } else { "desk-filer-unverified" });
    cx.tv("desk-filer", &[("name", filer.name.as_str()), ("mark", &mark), ("identity", &identity)])
}

/// Returns and promised papers before this step: what was asked, what is owed.
fn earlier(cx: &Cx, d: &CasePage) -> Vec<Html> {
    let case = &d.found.case;
    let mut out = Vec::new();
    for back in &case.returns {
        let title = cx.tv("desk-returned-at", &[("when", &words::moment(cx, back.at))]);
        let kind = if back.answered_at.is_some() { NoticeKind::Info } else { NoticeKind::Care };
        let mut said: Vec<String> = back.missing.iter().map(|m| m.words.clone()).collect();
        said.extend(back.leave.as_ref().map(|leave| notes::allowed(cx, d, leave)));
        out.push(notice(kind, &title, bullets(said)));
    }
    if !case.deferrals.is_empty() && !case.state.closed() {
        let list = case
            .deferrals
            .iter()
            .map(|x| {
                let key = if x.received_at.is_some() { "desk-deferral-came" } else { "desk-deferral-open" };
                cx.tv(key, &[("material", &cx.t(&format!("material-{}", x.material))), ("date", &words::date(cx, x.due))])
            })
            .collect();
        out.push(notice(NoticeKind::Care, &cx.t("desk-deferrals"), bullets(list)));
    }
    out
}

/// Each answer with who typed it; a slip of the pen has its link beside it.
fn answers(cx: &Cx, d: &CasePage) -> Html {
    let case = &d.found.case;
    let Some(item) = case.item.item() else { return ui::nothing() };
    let may_correct = d.found.mine && !matches!(case.state, CaseState::InForceSampled | CaseState::InForceToConfirm);
    let open: Vec<&str> = if may_correct { case.correctable().iter().map(|f| f.id).collect() } else { Vec::new() };
    let rows = item
        .path(&case.answers)
        .into_iter()
        .flat_map(|s| s.fields)
        .filter_map(|field| {
            let value = case.answers.get(field.id)?;
            let shown = words::answer(cx, case.item, field, value);
            let typed = words::mark(cx, case.typed_by.get(field.id));
            let label = words::label(cx, case.item, field.id);
            let corrected = case.corrections.iter().any(|c| c.field == field.id).then(|| tag(Status::Draft, &cx.t("desk-corrected")));
            let typed = typed.map(|mark| tag(Status::Draft, &mark));
            let asked = [("do", "correct"), ("field", field.id)];
            let href = format!("{}#decide", d.within.at(&case_path(&case.reference), &asked));
            let change = open.contains(&field.id).then(|| {
                let words = cx.t("desk-correct-link");
                let hidden = label.clone();
                view! { <dd class="summary-change"><a href=href>{words}<span class="unseen">{hidden}</span></a></dd> }
            });
            Some(view! {
                <div class="summary-row"><dt>{label.clone()}</dt>
                    <dd class="summary-answer"><bdi>{shown}</bdi>" "{typed}{corrected}</dd>{change}</div>
            })
        })
        .collect_view();
    view! { <dl class="summary-list">{rows}</dl> }.into_any()
}

fn corrections(cx: &Cx, d: &CasePage) -> Vec<Html> {
    let case = &d.found.case;
    let Some(item) = case.item.item() else { return Vec::new() };
    if case.corrections.is_empty() {
        return Vec::new();
    }
    let shown = |id: &str, value: &str| item.field(id).map_or_else(|| value.to_owned(), |f| words::answer(cx, case.item, f, value));
    let list = case
        .corrections
        .iter()
        .map(|c| {
            let by = d.found.names.get(&c.by).cloned().unwrap_or_default();
            let values = [
                ("when", words::moment(cx, c.at)),
                ("by", by),
                ("field", words::label(cx, case.item, &c.field)),
                ("old", shown(&c.field, &c.old)),
                ("new", shown(&c.field, &c.new)),
                ("how", cx.t(&format!("desk-agreed-{}", c.agreed_how))),
            ];
            let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
            cx.tv("desk-correction", &values)
        })
        .collect();
    vec![heading(cx, "desk-corrections", None), bullets(list)]
}

fn moments(cx: &Cx, d: &CasePage) -> Vec<Moment> {
    d.found
        .case
        .events
        .iter()
        .map(|e| {
            let name = e.by.staff().and_then(|id| d.found.names.get(id)).filter(|n| !n.is_empty()).cloned();
            let who = name.or_else(|| words::mark(cx, Some(&e.by)));
            let detail = [who, e.words.clone()].into_iter().flatten().collect::<Vec<_>>().join(cx.t("desk-joint").as_str());
            Moment {
                when: words::moment(cx, e.at),
                what: words::own(cx, d.found.case.item, &format!("event-{}", e.act.key())),
                detail,
                done: true,
            }
        })
        .collect()
}

/// A note when nothing can be done here now.
pub(super) fn why_not(cx: &Cx, words: String) -> Html {
    notice(NoticeKind::Info, &cx.t("desk-not-now"), para(words))
}
