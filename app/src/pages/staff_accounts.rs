//! Accounts of the area, for supervisors: who asks for a reset, who confirms it, and the new access, shown once.

use crate::cx::Cx;
use crate::pages::desk;
use crate::ui::{
    self, Column, Form, Html, NoticeKind, Row, Status, Tone, button, form, notice, page_heading, para, stack, summary_list, table, tag,
};
use leptos::prelude::*;

pub struct AccountsPage {
    pub accounts: Vec<Account>,
    pub new_access: Option<ShownOnce>,
}

pub struct Account {
    pub id: String,
    pub user_name: String,
    pub display_name: String,
    /// Text key of the tier.
    pub tier: &'static str,
    pub desk: String,
    pub supervisor: bool,
    pub active: bool,
    pub step: ResetStep,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResetStep {
    /// One's own account: two others must do it.
    Own,
    None,
    /// I asked: another supervisor confirms.
    AskedByMe,
    /// A colleague asked: I may confirm.
    AskedByOther,
}

pub struct ShownOnce {
    pub user_name: String,
    pub password: String,
    pub totp_secret: String,
}

pub fn page(cx: &Cx, d: &AccountsPage) -> String {
    ui::page(cx, desk::head(cx, &cx.t("accounts-title")).back_to("/staff", cx.t("accounts-back")), || {
        let heads = ["accounts-user", "accounts-name", "accounts-tier", "accounts-desk", "accounts-state", "accounts-reset"];
        let heads = heads.map(|key| (cx.t(key), Column::Words)).to_vec();
        let mut parts = vec![page_heading(cx, &cx.t("accounts-title"), Some(&cx.t("accounts-lede")))];
        parts.extend(d.new_access.as_ref().map(|new| once(cx, new)));
        parts.push(table(cx, &cx.t("accounts-caption"), heads, d.accounts.iter().map(|one| row(cx, one)).collect()));
        stack(parts)
    })
}

fn row(cx: &Cx, one: &Account) -> Vec<Html> {
    let tier = cx.t(one.tier);
    let tier = if one.supervisor { cx.tv("accounts-supervisor", &[("tier", &tier)]) } else { tier };
    let state = if one.active { tag(Status::Done, &cx.t("accounts-active")) } else { tag(Status::Closed, &cx.t("accounts-closed")) };
    let words = |text: &str| para(text);
    let away = format!("/staff/away/{}", one.id);
    let label = cx.tv("accounts-away", &[("user", &one.user_name)]);
    let ways = stack(vec![reset(cx, one), view! { <p><a class="link-row" href=away>{label}</a></p> }.into_any()]);
    vec![words(&one.user_name), words(&one.display_name), words(&tier), words(&one.desk), state, ways]
}

fn reset(cx: &Cx, one: &Account) -> Html {
    let action = format!("/staff/accounts/{}/reset", one.id);
    let send = |step: &str, key: &str| {
        let label = cx.tv(key, &[("user", &one.user_name)]);
        form(cx, Form::post(&action).inline(), button(&label, Tone::Secondary, Some(("step", step))))
    };
    match one.step {
        ResetStep::Own => para(cx.t("accounts-own")),
        ResetStep::None => send("ask", "accounts-ask"),
        ResetStep::AskedByMe => para(cx.t("accounts-asked-by-me")),
        ResetStep::AskedByOther => stack(vec![para(cx.t("accounts-asked-by-other")), send("confirm", "accounts-confirm")]),
    }
}

fn once(cx: &Cx, new: &ShownOnce) -> Html {
    let rows = vec![
        Row::new(cx.t("accounts-user"), &new.user_name),
        Row::new(cx.t("accounts-new-password"), &new.password),
        Row::new(cx.t("accounts-new-secret"), &new.totp_secret),
    ];
    notice(NoticeKind::Care, &cx.t("accounts-new-title"), stack(vec![para(cx.t("accounts-new-once")), summary_list(cx, rows)]))
}
