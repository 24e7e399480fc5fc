//! One grant, for the elder: the request with its question against fraud, the answer with a code, the pause, the end.
//! 「不同意」 is as large as 「同意」; nothing here is in a hurry.

use crate::acts::codes::SignInNo;
use crate::acts::grant_papers::Sheet;
use crate::acts::see_family::GrantSeen;
use crate::cx::Cx;
use crate::pages::family::{grant_tag, relation_to_elder, scopes};
use crate::pages::filing::words;
use crate::pages::helpers::{deeds, turns};
use crate::pages::sign_in::words as typing;
use crate::pages::{grant_ended, grant_sheets};
use crate::ui::{
    self, Choice, Field, FieldError, Form, Head, Html, NoticeKind, Tone, bullets, button, button_pair, code_field, error_summary, form,
    hooks, link_button, notice, page_heading, para, radios, stack, status,
};
use domain::family::{EndReason, GrantState, Once};
use domain::person::CodeError;
use leptos::prelude::*;

pub struct GrantPage<'a> {
    pub seen: &'a GrantSeen,
    pub errors: Vec<FieldError>,
    /// Code as typed.
    pub typed: String,
    /// The police line against fraud.
    pub fraud_line: &'a str,
    /// Comes from a tap of hers that just worked.
    pub done: bool,
    /// Comes from a tap that came too late.
    pub moved: bool,
}

pub fn unreadable(cx: &Cx, error: CodeError) -> FieldError {
    FieldError::new("code", typing::code(cx, error))
}

pub fn refused(cx: &Cx, no: SignInNo) -> FieldError {
    match no {
        SignInNo::TooManyTries => FieldError::new("code", cx.t("grant-error-too-many")),
        SignInNo::NoneAlive => FieldError::new("code", cx.t("grant-error-none")),
        // No field: on this page there may be no box for a code yet.
        SignInNo::Wait(_) | SignInNo::AddressFull => FieldError::new("", typing::no(cx, &no)),
        other => FieldError::new("code", typing::no(cx, &other)),
    }
}

pub fn page(cx: &Cx, d: &GrantPage) -> String {
    let view = &d.seen.helping.view;
    let name = view.helper.name.masked();
    let with = [("name", name.as_str())];
    let key = match view.grant.state {
        GrantState::WaitingForConsent => "requested",
        state if state.over() => "over",
        state => state.key(),
    };
    let title = cx.tv(&format!("grant-title-{key}"), &with);
    let head = Head::new(title.clone()).service(cx.t("helpers-title")).wrong(!d.errors.is_empty()).back_to("/helpers", cx.t("grant-back"));
    ui::page(cx, head, || {
        let mut body = vec![error_summary(cx, &d.errors)];
        if d.moved {
            body.push(status(NoticeKind::Care, &cx.t("grant-moved")));
        }
        if d.done && !d.moved && !view.grant.state.waits_for_her() && view.grant.state != GrantState::WaitingForDecision {
            body.push(status(NoticeKind::Good, &cx.tv(&format!("grant-done-{}", done_key(d)), &with)));
        }
        body.push(page_heading(cx, &title, None));
        match view.grant.state {
            GrantState::Requested | GrantState::WaitingForConsent => request(cx, d, &mut body),
            GrantState::WaitingForDecision => {
                body.push(notice(NoticeKind::Info, "", para(cx.tv("grant-county-looks", &with))));
                facts(cx, d, "grant-what", &mut body);
                body.push(tap(cx, d, "refuse", Tone::Warn));
            }
            GrantState::Active => {
                waiting(cx, d, &mut body);
                facts(cx, d, "grant-what-now", &mut body);
                evidence(cx, d, &mut body);
                body.push(tap(cx, d, "pause", Tone::Warn));
                body.push(tap(cx, d, "dispute", Tone::Secondary));
                body.push(deeds(cx, &name, &d.seen.helping.deeds, usize::MAX));
                body.push(turns(cx, &d.seen.helping.turns));
            }
            GrantState::Paused => {
                if view.grant.by_legal_guardian() {
                    body.push(para(cx.t("grant-county-resumes")));
                    body.push(tap(cx, d, "end", Tone::Secondary));
                } else {
                    body.push(para(cx.t("grant-paused-what")));
                    body.push(button_pair(tap(cx, d, "resume", Tone::Secondary), tap(cx, d, "end", Tone::Secondary)));
                }
                body.push(tap(cx, d, "dispute", Tone::Secondary));
                facts(cx, d, "grant-what-before", &mut body);
                evidence(cx, d, &mut body);
                body.push(deeds(cx, &name, &d.seen.helping.deeds, usize::MAX));
                body.push(turns(cx, &d.seen.helping.turns));
            }
            GrantState::Disputed => {
                body.push(para(cx.t("grant-disputed-what")));
                body.push(tap(cx, d, "end", Tone::Warn));
                body.push(deeds(cx, &name, &d.seen.helping.deeds, usize::MAX));
                body.push(turns(cx, &d.seen.helping.turns));
            }
            state => {
                body.push(grant_tag(cx, &view.grant));
                let not_proven = view.grant.ended.as_ref().is_some_and(|e| e.why == EndReason::NotProven);
                let what = if not_proven { "not-proven" } else { state.key() };
                body.push(para(cx.t(&format!("grant-over-{what}"))));
                body.push(grant_ended::ended(cx, &view.grant, &cx.t("ended-you"), &name));
                evidence(cx, d, &mut body);
                body.push(para(cx.tv(if d.seen.blocked { "grant-blocked" } else { "grant-block-what" }, &with)));
                body.push(tap(cx, d, if d.seen.blocked { "unblock" } else { "block" }, Tone::Secondary));
                body.push(deeds(cx, &name, &d.seen.helping.deeds, usize::MAX));
                body.push(turns(cx, &d.seen.helping.turns));
            }
        }
        stack(body)
    })
}

fn done_key(d: &GrantPage) -> &'static str {
    let view = &d.seen.helping.view;
    match view.grant.state {
        GrantState::Active if view.grant.waits_until.is_some() => "waits",
        GrantState::Active if !view.helper.verified() => "unverified",
        GrantState::Requested | GrantState::WaitingForConsent | GrantState::WaitingForDecision | GrantState::Active => "active",
        GrantState::Paused => "paused",
        GrantState::Disputed => "disputed",
        GrantState::Refused => "refused",
        GrantState::Ended | GrantState::Expired => "ended",
    }
}

/// Who, what, until when: the same sentences before and after.
fn facts(cx: &Cx, d: &GrantPage, what: &str, body: &mut Vec<Html>) {
    let view = &d.seen.helping.view;
    let name = view.helper.name.masked();
    let with = [("name", name.as_str())];
    let asked = view.grant.state.waits_for_her() || view.grant.state == GrantState::WaitingForDecision;
    let relation = relation_to_elder(cx, &view.grant, view.helper.id_number.is_female());
    let who = if asked { "grant-asks" } else { "grant-helps" };
    body.push(para(cx.tv(who, &[("name", &name), ("relation", &relation)])));
    if view.grant.state == GrantState::WaitingForDecision {
        body.push(para(cx.tv("grant-guardian-scopes", &with)));
    } else if view.helper.verified() {
        body.push(para(cx.tv("grant-verified", &with)));
    } else {
        body.push(notice(NoticeKind::Care, "", para(cx.tv("grant-unverified", &with))));
    }
    let heading = cx.tv(what, &with);
    body.push(view! { <h2>{heading}</h2> }.into_any());
    body.push(bullets(scopes(cx, &view.grant, "-hers")));
    let until = match view.grant.state {
        GrantState::WaitingForDecision => "grant-until-county",
        _ if asked => "grant-until",
        _ => "grant-until-now",
    };
    body.push(para(cx.tv(until, &[("date", &words::date(cx, view.last_day()))])));
    if view.grant.once != Once::No {
        body.push(para(cx.tv("grant-once", &with)));
    }
    body.push(para(cx.tv("grant-never", &with)));
    if asked {
        body.push(para(cx.t("grant-told")));
        if d.seen.replaces {
            body.push(para(cx.tv("grant-replaces", &with)));
        }
    }
}

/// How she agreed, and the sheet she signed.
fn evidence(cx: &Cx, d: &GrantPage, body: &mut Vec<Html>) {
    let grant = &d.seen.helping.view.grant;
    body.push(grant_ended::agreed(cx, grant));
    for sheet in [Sheet::Letter, Sheet::Proof] {
        body.push(grant_sheets::figures(cx, grant, sheet, &format!("/helpers/{}", grant.id)));
    }
}

/// Agreed to by phone: what opens later, and when.
fn waiting(cx: &Cx, d: &GrantPage, body: &mut Vec<Html>) {
    let grant = &d.seen.helping.view.grant;
    let name = d.seen.helping.view.helper.name.masked();
    if let Some(from) = grant.waits_until {
        let words = cx.tv("grant-waits", &[("name", &name), ("when", &words::moment(cx, from))]);
        body.push(notice(NoticeKind::Info, "", para(words)));
    }
    if !grant.she_was_seen() {
        body.push(notice(NoticeKind::Info, "", para(cx.tv("grant-not-seen", &[("name", &name)]))));
    }
}

/// All places taken: she sees by whom, and frees one herself.
fn full(cx: &Cx, d: &GrantPage, body: &mut Vec<Html>) {
    let rows = d.seen.full.iter().map(|held| {
        let name = held.helper.name.masked();
        link_button(&cx.tv("grant-full-open", &[("name", &name)]), &format!("/helpers/{}", held.grant.id), Tone::Secondary)
    });
    let mut inner = vec![para(cx.t("grant-full-what"))];
    inner.extend(rows);
    let name = d.seen.helping.view.helper.name.masked();
    if d.seen.asker_knows {
        inner.push(para(cx.tv("grant-full-told", &[("name", &name)])));
    }
    body.push(notice(NoticeKind::Care, &cx.tv("grant-full-title", &[("count", &d.seen.full.len().to_string())]), stack(inner)));
}

/// The question before any yes. 「有」 leads to the sentence that helps, never to a code.
fn urged(cx: &Cx, d: &GrantPage) -> Html {
    let answers = ["no", "yes"].map(|a| Choice::new(a, cx.t(&format!("grant-urged-{a}")))).to_vec();
    let field = Field::new("urged", cx.t("grant-urged")).hint(cx.t("grant-urged-hint")).errors(&d.errors);
    radios(cx, field, answers, None)
}

fn request(cx: &Cx, d: &GrantPage, body: &mut Vec<Html>) {
    let grant = &d.seen.helping.view.grant;
    if grant.renews.is_some() {
        let name = d.seen.helping.view.helper.name.masked();
        body.push(notice(NoticeKind::Info, "", para(cx.tv("grant-renews", &[("name", &name)]))));
    }
    facts(cx, d, "grant-what", body);
    let fraud = stack(vec![
        para(cx.t("grant-fraud")),
        para(cx.tv("grant-fraud-call", &[("line", d.fraud_line)])),
        para(cx.t("grant-code-is-secret")),
    ]);
    body.push(notice(NoticeKind::Stop, &cx.t("grant-fraud-title"), fraud));
    body.push(link_button(&cx.t("grant-learn"), "/learn", Tone::Secondary));
    if !d.seen.full.is_empty() {
        full(cx, d, body);
        if !d.seen.asker_knows {
            body.push(tap(cx, d, "wait", Tone::Secondary));
        }
        body.push(tap(cx, d, "refuse", Tone::Secondary));
    } else if d.seen.by_phone.is_err() {
        body.push(notice(NoticeKind::Info, &cx.t("grant-only-counter-title"), para(cx.t("grant-only-counter"))));
        body.push(tap(cx, d, "refuse", Tone::Secondary));
    } else if d.seen.code_out {
        let heading = cx.t("grant-code-title");
        body.push(view! { <h2>{heading}</h2> }.into_any());
        body.push(para(cx.t("grant-code-sent")));
        let name = d.seen.helping.view.helper.name.masked();
        let agree = Form::post(&path(d, "agree"));
        let field = code_field(cx, Field::new("code", cx.t("grant-code")).value(&d.typed).errors(&d.errors));
        let yes = button(&cx.tv("grant-yes", &[("name", &name)]), Tone::Secondary, None);
        body.push(form(cx, agree, stack(vec![field, hooks::send_once(cx, yes)])));
        body.push(tap(cx, d, "refuse", Tone::Secondary));
        body.push(form(
            cx,
            Form::post(&path(d, "code")).hidden("urged", "no").inline(),
            button(&cx.t("grant-send-again"), Tone::Secondary, None),
        ));
    } else {
        let send = stack(vec![urged(cx, d), button(&cx.t("grant-yes-send"), Tone::Secondary, None)]);
        body.push(form(cx, Form::post(&path(d, "code")), send));
        body.push(tap(cx, d, "refuse", Tone::Secondary));
        if d.seen.by_face {
            body.push(link_button(&cx.t("grant-by-face"), &path(d, "face"), Tone::Secondary));
        }
    }
    body.push(tap(cx, d, "block", Tone::Secondary));
    body.push(link_button(&cx.t("grant-back"), "/helpers", Tone::Secondary));
}

fn path(d: &GrantPage, act: &str) -> String {
    format!("/helpers/{}/{act}", d.seen.helping.view.grant.id)
}

/// One button that does one thing.
fn tap(cx: &Cx, d: &GrantPage, act: &str, tone: Tone) -> Html {
    let name = d.seen.helping.view.helper.name.masked();
    let key = if act == "refuse" { "grant-no".to_owned() } else { format!("grant-{act}") };
    form(cx, Form::post(&path(d, act)), button(&cx.tv(&key, &[("name", &name)]), tone, None))
}
