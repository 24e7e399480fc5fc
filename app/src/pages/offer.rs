//! 免申即享: what she is entitled to, from where we know it, and two buttons of equal weight. Stands behind sign-in: it names
//! the disease.

use super::filing::{earlier, words};
use crate::cx::Cx;
use crate::ui::{
    self, Form, Head, Html, NoticeKind, Row, Tone, bullets, button, button_pair, form, hooks, link_button, notice, page_heading, para,
    stack, summary_list,
};
use domain::case::{Draft, DraftState};

pub struct OfferPage<'a> {
    pub draft: &'a Draft,
    /// A helper may say yes for her, never no.
    pub may_decline: bool,
    /// Masked when it is not herself.
    pub whose: String,
}

pub fn page(cx: &Cx, d: &OfferPage) -> String {
    let title = cx.t("offer-title");
    let head = Head::new(title.clone()).service(words::item(cx, d.draft.item)).back_to("/my-cases", cx.t("messages-cases"));
    ui::page(cx, head, || {
        let mut body = vec![page_heading(cx, &title, None)];
        body.extend(match d.draft.state {
            DraftState::Dropped => declined(cx),
            _ => offered(cx, d),
        });
        stack(body)
    })
}

fn offered(cx: &Cx, d: &OfferPage) -> Vec<Html> {
    let item = d.draft.item;
    let mut rows = vec![Row::new(cx.t("check-whose"), d.whose.clone())];
    for field in item.item().map(|item| item.path(&d.draft.answers)).unwrap_or_default().iter().flat_map(|step| step.fields) {
        if let Some(value) = d.draft.answers.get(field.id) {
            rows.push(Row::new(words::label(cx, item, field.id), words::answer(cx, item, field, value)));
        }
    }
    let mut known: Vec<String> = d.draft.shared.iter().map(|proof| earlier::found(cx, "shared-found", proof)).collect();
    known.dedup();
    known.push(cx.t("offer-only-this"));
    let here = format!("/offers/{}", d.draft.id);
    let yes = button(&cx.t("offer-yes"), Tone::Secondary, Some(("answer", "yes")));
    let answer = if d.may_decline {
        button_pair(yes, button(&cx.t("offer-no"), Tone::Secondary, Some(("answer", "no"))))
    } else {
        stack(vec![yes, para(cx.t("offer-no-herself"))])
    };
    vec![
        para(cx.t("offer-what")),
        summary_list(cx, rows),
        notice(NoticeKind::Info, &cx.t("offer-known"), bullets(known)),
        notice(NoticeKind::Good, &cx.t("offer-then"), bullets(vec![cx.t("offer-at-once"), cx.t("offer-visit"), cx.t("offer-looked-at")])),
        form(cx, Form::post(&here), hooks::send_once(cx, answer)),
        para(cx.tv("offer-wrong", &[("phone", &cx.region.phone)])),
        para(cx.tv("offer-offline", &[("office", &cx.region.office_name), ("address", &cx.region.address)])),
    ]
}

fn declined(cx: &Cx) -> Vec<Html> {
    vec![
        notice(NoticeKind::Info, &cx.t("offer-declined-title"), para(cx.t("offer-declined"))),
        link_button(&cx.t("messages-cases"), "/my-cases", Tone::Primary),
    ]
}
