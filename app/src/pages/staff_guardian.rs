//! A legal guardian at the counter: which papers make her one, their photographs, and the request that goes to the county.

use crate::acts::grant_papers::{Sheet, sheets};
use crate::acts::load_grant::GrantView;
use crate::cx::Cx;
use crate::pages::staff_letter::ACCEPT;
use crate::pages::{desk, grant_sheets};
use crate::ui::{
    self, Choice, Field, FieldError, Form, Html, NoticeKind, Tone, bullets, button, checkboxes, error_summary, file_field, form, hooks,
    notice, page_heading, para, radios, stack,
};
use domain::family::Capacity;
use domain::family::claim::PROOFS;
use leptos::prelude::*;

pub struct GuardianPage<'a> {
    pub view: &'a GrantView,
    pub capacity: String,
    pub shown: Vec<String>,
    /// Working days in which the county answers, and months that its yes lasts.
    pub days: u16,
    pub months: u8,
    pub errors: Vec<FieldError>,
}

pub fn page(cx: &Cx, d: &GuardianPage) -> String {
    let back = format!("/staff/grants/{}", d.view.grant.id);
    let title = cx.t("guardian-title");
    let head = desk::head(cx, &title).wrong(!d.errors.is_empty()).back_to(back.clone(), cx.t("letter-back"));
    ui::page(cx, head, || {
        let names = [("elder", d.view.elder.name.as_str()), ("helper", d.view.helper.name.as_str())];
        let mut body = vec![error_summary(cx, &d.errors), page_heading(cx, &title, Some(&cx.tv("guardian-whose", &names)))];
        body.push(notice(NoticeKind::Care, &cx.t("guardian-first-title"), para(cx.t("guardian-first"))));
        body.push(bullets(vec![
            cx.t("guardian-bring-proof"),
            cx.t("guardian-bring-card"),
            cx.tv("guardian-county", &[("days", &d.days.to_string()), ("months", &d.months.to_string())]),
            cx.t("guardian-objection"),
        ]));
        body.push(photos(cx, d, &back));
        body.push(take(cx, d, &back));
        stack(body)
    })
}

fn photos(cx: &Cx, d: &GuardianPage, back: &str) -> Html {
    let title = cx.t("guardian-photos");
    let mut parts = vec![view! { <h2>{title}</h2> }.into_any(), grant_sheets::figures(cx, &d.view.grant, Sheet::Proof, back)];
    let mut any = false;
    for (i, paper) in sheets(&d.view.grant, Sheet::Proof).enumerate() {
        any = true;
        let label = cx.tv("guardian-photo-remove", &[("number", &(i + 1).to_string())]);
        let remove = Form::post(&format!("{back}/papers/remove")).hidden("paper", paper.id.as_str()).inline();
        parts.push(form(cx, remove, button(&label, Tone::Secondary, None)));
    }
    let label = cx.t(if any { "guardian-photo-next" } else { "guardian-photo-label" });
    let field = Field::new("paper", label).hint(cx.t("paper-hint")).errors(&d.errors);
    let tone = if any { Tone::Secondary } else { Tone::Primary };
    let inner = stack(vec![file_field(cx, field, ACCEPT), hooks::send_once(cx, button(&cx.t("guardian-photo-send"), tone, None))]);
    parts.push(form(cx, Form::post(&format!("{back}/guardian/proof")).multipart(), inner));
    stack(parts)
}

fn take(cx: &Cx, d: &GuardianPage, back: &str) -> Html {
    let title = cx.t("guardian-take-title");
    let kinds = Capacity::ALL.map(|c| Choice::new(c.key(), cx.t(&format!("guardian-capacity-{}", c.key())))).to_vec();
    let capacity = Field::new("capacity", cx.t("guardian-capacity")).hint(cx.t("guardian-capacity-hint")).errors(&d.errors);
    let papers = PROOFS.iter().map(|p| Choice::new(p, cx.t(&format!("guardian-shown-{p}")))).collect();
    let shown = Field::new("shown", cx.t("guardian-shown")).hint(cx.t("guardian-shown-hint")).errors(&d.errors);
    let inner = stack(vec![
        radios(cx, capacity, kinds, Some(&d.capacity)),
        checkboxes(cx, shown, papers, &d.shown),
        hooks::send_once(cx, button(&cx.t("guardian-take"), Tone::Primary, None)),
    ]);
    view! { <h2>{title}</h2>{form(cx, Form::post(&format!("{back}/guardian")), inner)} }.into_any()
}
