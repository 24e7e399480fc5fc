//! 「我的办件」: what is begun, what is on its way, what is decided. The next thing to do comes first.

use crate::cx::Cx;
use crate::pages::filing::words;
use crate::pages::rating;
use crate::ports::CaseRow;
use crate::text;
use crate::ui::{self, Head, Html, Row, Status, Tone, link_button, page_heading, para, stack, summary_list, tag};
use domain::case::draft::Purpose;
use domain::case::{CaseState, Draft};
use leptos::prelude::*;

pub struct MyCasesPage<'a> {
    pub drafts: &'a [Draft],
    pub cases: &'a [CaseRow],
    /// Masked name when it is somebody else's list.
    pub whose: Option<String>,
}

pub fn page(cx: &Cx, d: &MyCasesPage) -> String {
    let title = match &d.whose {
        Some(name) => cx.tv("my-cases-title-of", &[("name", name)]),
        None => cx.t("my-cases-title"),
    };
    ui::page(cx, Head::new(title.clone()).back_to("/", cx.t("my-cases-home")), || {
        let mut body = vec![page_heading(cx, &title, None)];
        if d.drafts.is_empty() && d.cases.is_empty() {
            body.push(para(cx.t("my-cases-none")));
            body.push(link_button(&cx.t("my-cases-start"), "/items", Tone::Primary));
        }
        let (offers, drafts): (Vec<_>, Vec<_>) = d.drafts.iter().partition(|draft| draft.purpose == Purpose::Offered);
        for (words, some) in [("my-cases-offers", offers), ("my-cases-drafts", drafts)] {
            if !some.is_empty() {
                let words = cx.t(words);
                body.push(view! { <h2>{words}</h2> }.into_any());
                body.extend(some.into_iter().map(|draft| draft_card(cx, draft)));
            }
        }
        if !d.cases.is_empty() {
            let words = cx.t("my-cases-sent");
            body.push(view! { <h2>{words}</h2> }.into_any());
            body.extend(d.cases.iter().map(|row| case_card(cx, row)));
        }
        body.push(link_button(&cx.t("my-cases-messages"), "/messages", Tone::Secondary));
        stack(body)
    })
}

fn draft_card(cx: &Cx, draft: &Draft) -> Html {
    if draft.purpose == Purpose::Offered {
        return offer_card(cx, draft);
    }
    // A draft for promised papers leads on to its list by itself.
    let href = format!("/file/draft/{}/check", draft.id);
    let name = cx.t(&format!("item-{}", draft.item.slug()));
    let (kind, own) = match draft.purpose {
        Purpose::Answer(_) => ("my-cases-draft-answer", false),
        Purpose::Supply(_) => ("my-cases-draft-supply", false),
        Purpose::New | Purpose::Tonight | Purpose::Offered => ("my-cases-draft", true),
    };
    let drop = own.then(|| view! { <p class="link-row"><a href=format!("/file/draft/{}/drop", draft.id)>{cx.t("my-cases-drop")}</a></p> });
    let rows = vec![Row::new(cx.t("my-cases-last"), words::moment(cx, draft.updated_at))];
    view! {
        <section class="card">
            <h3>{name}</h3>
            {tag(Status::Draft, &cx.t(kind))}
            {summary_list(cx, rows)}
            {link_button(&cx.t("my-cases-go-on"), &href, Tone::Primary)}
            {drop}
        </section>
    }
    .into_any()
}

/// What she may have by a nod.
fn offer_card(cx: &Cx, draft: &Draft) -> Html {
    view! {
        <section class="card">
            <h3>{words::item(cx, draft.item)}</h3>
            {tag(Status::YourTurn, &cx.t("my-cases-offer"))}
            {link_button(&cx.t("my-cases-offer-open"), &format!("/offers/{}", draft.id), Tone::Primary)}
        </section>
    }
    .into_any()
}

fn case_card(cx: &Cx, row: &CaseRow) -> Html {
    let slug: String = row.reference.chars().filter(char::is_ascii_alphanumeric).collect();
    let name = cx.t(&format!("item-{}", row.item.slug()));
    let label = text::put(cx.lang, "my-cases-open", &[("reference", &crate::acts::promise::grouped(&row.reference))]);
    let rate = rating::link(cx, &row.reference, &name);
    let sent = words::moment(cx, row.submitted_at);
    let mut rows =
        vec![Row::new(cx.t("my-cases-number"), crate::acts::promise::grouped(&row.reference)), Row::new(cx.t("my-cases-sent-at"), sent)];
    if !row.state.in_force() && !row.state.closed() {
        rows.push(Row::new(cx.t("my-cases-promised"), words::date(cx, row.promised)));
    }
    let tone = if row.state == CaseState::Returned { Tone::Primary } else { Tone::Secondary };
    view! {
        <section class="card">
            <h3>{name}</h3>
            {tag(status(row.state), &cx.t(&format!("state-{}", row.state.key())))}
            {summary_list(cx, rows)}
            {link_button(&label, &format!("/cases/{slug}"), tone)}
            {rate}
        </section>
    }
    .into_any()
}

/// How a state looks. Words always stand beside the colour.
pub fn status(state: CaseState) -> Status {
    match state {
        CaseState::Settling | CaseState::AtVillage | CaseState::AtTownship | CaseState::AtCounty => Status::Waiting,
        CaseState::Returned => Status::YourTurn,
        CaseState::InForce | CaseState::InForceSampled | CaseState::InForceToConfirm => Status::Done,
        CaseState::Refused | CaseState::Revoked => Status::Refused,
        CaseState::Withdrawn => Status::Closed,
    }
}
