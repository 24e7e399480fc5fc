//! The county and legal guardians: what waits, and one request with its proof, to be decided yes or no with a reason.

use crate::acts::grant_papers::Sheet;
use crate::acts::load_grant::GrantView;
use crate::cx::Cx;
use crate::pages::family::{relation_to_elder, scopes};
use crate::pages::filing::words;
use crate::pages::{desk, grant_sheets};
use crate::ui::{
    self, Choice, Column, Field, FieldError, Form, NoticeKind, Row, Tone, button, error_summary, form, hooks, notice, page_heading, para,
    radios, stack, summary_list, table,
};
use domain::family::ClaimNo;
use jiff::civil::Date;
use leptos::prelude::*;

pub fn list(cx: &Cx, waiting: &[GrantView]) -> String {
    let title = cx.t("claims-title");
    ui::page(cx, desk::head(cx, &title).back_to("/staff", cx.t("claims-back")), || {
        let mut body = vec![page_heading(cx, &title, Some(&cx.t("claims-lede")))];
        if waiting.is_empty() {
            body.push(para(cx.t("claims-none")));
            return stack(body);
        }
        let heads = ["claims-elder", "claims-helper", "claims-since"].map(|key| (cx.t(key), Column::Words)).to_vec();
        let rows = waiting
            .iter()
            .map(|view| {
                let since = view.grant.claim.as_ref().map_or_else(String::new, |c| words::moment(cx, c.taken_at));
                let href = format!("/staff/grants/{}/decision", view.grant.id);
                vec![
                    view! { <a href=href><bdi>{view.elder.name.masked()}</bdi></a> }.into_any(),
                    view! { <bdi>{view.helper.name.masked()}</bdi> }.into_any(),
                    since.into_any(),
                ]
            })
            .collect();
        body.push(table(cx, &title, heads, rows));
        stack(body)
    })
}

pub struct DecisionPage<'a> {
    pub view: &'a GrantView,
    pub taken_by: String,
    /// The last day of a yes.
    pub until: Date,
    pub reason: String,
    pub errors: Vec<FieldError>,
}

pub fn page(cx: &Cx, d: &DecisionPage) -> String {
    let title = cx.t("claim-title");
    let head = desk::head(cx, &title).wrong(!d.errors.is_empty()).back_to("/staff/claims", cx.t("claim-back"));
    ui::page(cx, head, || {
        let base = format!("/staff/grants/{}", d.view.grant.id);
        let mut body = vec![error_summary(cx, &d.errors), page_heading(cx, &title, None), summary_list(cx, facts(cx, d))];
        body.push(notice(NoticeKind::Care, &cx.t("claim-look-title"), para(cx.t("claim-look"))));
        body.push(grant_sheets::figures(cx, &d.view.grant, Sheet::Proof, &base));
        let (yes, no) = (cx.t("claim-yes-title"), cx.t("claim-no-title"));
        let reasons = ClaimNo::ALL.map(|r| Choice::new(r.key(), cx.t(&format!("guardian-no-{}", r.key())))).to_vec();
        let field = Field::new("reason", cx.t("claim-reason")).hint(cx.t("claim-reason-hint")).errors(&d.errors);
        let path = format!("{base}/decision");
        let agree = hooks::send_once(cx, button(&cx.t("claim-yes"), Tone::Secondary, None));
        let refuse = stack(vec![radios(cx, field, reasons, Some(&d.reason)), button(&cx.t("claim-no"), Tone::Secondary, None)]);
        body.push(
            view! {
                <h2>{yes}</h2>
                {para(cx.tv("claim-until", &[("date", &words::date(cx, d.until))]))}
                {form(cx, Form::post(&path).hidden("answer", "yes"), agree)}
                <h2>{no}</h2>
                {form(cx, Form::post(&path).hidden("answer", "no"), refuse)}
            }
            .into_any(),
        );
        stack(body)
    })
}

fn facts(cx: &Cx, d: &DecisionPage) -> Vec<Row> {
    let view = d.view;
    let who = |p: &crate::ports::Person| format!("{} {}", p.name.as_str(), p.id_number.masked());
    let identity = if view.helper.verified() { "staff-grant-verified" } else { "staff-grant-unverified" };
    let mut rows = vec![
        Row::new(cx.t("claims-elder"), who(&view.elder)),
        Row::new(cx.t("claims-helper"), who(&view.helper)),
        Row::new(cx.t("staff-grant-relation"), relation_to_elder(cx, &view.grant, view.helper.id_number.is_female())),
        Row::new(cx.t("staff-grant-identity"), cx.t(identity)),
        Row::new(cx.t("claim-scopes"), scopes(cx, &view.grant, "").join("、")),
    ];
    if let Some(claim) = &view.grant.claim {
        let shown = claim.shown.iter().map(|p| cx.t(&format!("guardian-shown-{p}"))).collect::<Vec<_>>().join("、");
        rows.push(Row::new(cx.t("claim-capacity"), cx.t(&format!("guardian-capacity-{}", claim.capacity.key()))));
        rows.push(Row::new(cx.t("guardian-shown"), shown));
        rows.push(Row::new(cx.t("claims-since"), words::moment(cx, claim.taken_at)));
        rows.push(Row::new(cx.t("claim-taken-by"), d.taken_by.clone()));
    }
    rows
}
