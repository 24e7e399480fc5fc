//! The counter's side of a grant: what to read aloud, what was shown, what she said. Nothing is ticked beforehand.

use crate::acts::delegated::LetterNeed;
use crate::acts::grant_papers::Sheet;
use crate::acts::load_grant::GrantView;
use crate::acts::record_consent::{PAPERS, THERE};
use crate::cx::Cx;
use crate::pages::desk;
use crate::pages::family::{grant_tag, relation_to_elder, scopes};
use crate::pages::filing::words;
use crate::pages::{grant_ended, grant_sheets};
use crate::ui::{
    self, Choice, Field, FieldError, Form, Html, NoticeKind, Row, Tone, button, checkboxes, error_summary, form, link_button, notice,
    page_heading, para, radios, stack, status, steps, summary_list,
};
use domain::family::GrantState;
use leptos::prelude::*;

pub struct StaffGrantPage<'a> {
    pub view: &'a GrantView,
    pub shown: Vec<String>,
    pub how: String,
    /// At home: who else was there.
    pub there: Vec<String>,
    /// Whether this region wants the signed letter.
    pub letter: LetterNeed,
    /// She sits at the county's desk.
    pub county: bool,
    pub errors: Vec<FieldError>,
    /// Not sixteen yet: the guardian answers.
    pub child: bool,
    pub done: bool,
    pub moved: bool,
}

pub fn page(cx: &Cx, d: &StaffGrantPage) -> String {
    let title = cx.t("staff-grant-title");
    let back = format!("/staff/people/{}", d.view.elder.id);
    let head = desk::head(cx, &title).wrong(!d.errors.is_empty()).back_to(back, cx.t("staff-grant-back"));
    ui::page(cx, head, || {
        let mut body = vec![error_summary(cx, &d.errors)];
        if d.moved {
            body.push(status(NoticeKind::Care, &cx.t("staff-grant-moved")));
        } else if d.done {
            body.push(status(NoticeKind::Good, &cx.t("staff-grant-done")));
        }
        body.push(page_heading(cx, &title, None));
        body.push(grant_tag(cx, &d.view.grant));
        body.push(facts(cx, d));
        if d.child {
            body.push(notice(NoticeKind::Info, &cx.t("staff-grant-child-title"), para(cx.t("staff-grant-child"))));
        }
        match d.view.grant.state {
            GrantState::Requested | GrantState::WaitingForConsent => {
                body.push(answer(cx, d));
                if !d.child {
                    let words = cx.t("staff-grant-guardian-title");
                    body.push(view! { <h2>{words}</h2> }.into_any());
                    body.push(para(cx.t("staff-grant-guardian-what")));
                    body.push(link_button(&cx.t("staff-grant-guardian"), &path(d, "guardian"), Tone::Secondary));
                }
            }
            GrantState::WaitingForDecision => {
                body.push(notice(NoticeKind::Info, &cx.t("staff-grant-county-title"), para(cx.t("staff-grant-county"))));
                if d.county {
                    body.push(link_button(&cx.t("staff-grant-decide"), &path(d, "decision"), Tone::Primary));
                }
                body.push(change(cx, d, &["refuse"]));
            }
            GrantState::Active if !d.view.grant.she_was_seen() => {
                body.push(notice(NoticeKind::Care, &cx.t("staff-grant-not-seen-title"), para(cx.t("staff-grant-not-seen"))));
                if !d.child {
                    body.push(letter(cx, d));
                }
                body.push(change(cx, d, &["see", "pause", "end", "dispute"]));
            }
            GrantState::Active => {
                // A region that wants letters later, or a yes by phone: the sheet can still be added.
                if d.view.grant.letter.is_none() && !d.child && !d.view.grant.by_legal_guardian() {
                    body.push(letter(cx, d));
                }
                if d.view.grant.by_legal_guardian() {
                    body.push(para(cx.t("staff-grant-objects")));
                }
                body.push(change(cx, d, &["pause", "end", "dispute"]));
            }
            GrantState::Paused if d.view.grant.by_legal_guardian() && !d.county => {
                body.push(para(cx.t("staff-grant-county-resumes")));
                body.push(change(cx, d, &["end", "dispute"]));
            }
            GrantState::Paused => body.push(change(cx, d, &["resume", "end", "dispute"])),
            GrantState::Disputed => {
                body.push(para(cx.t("staff-grant-disputed")));
                body.push(change(cx, d, &["clear", "end"]));
            }
            _ => {
                body.push(para(cx.t("staff-grant-over")));
                body.push(grant_ended::ended(cx, &d.view.grant, &cx.t("staff-grant-elder"), d.view.helper.name.as_str()));
            }
        }
        body.push(grant_ended::agreed(cx, &d.view.grant));
        for sheet in [Sheet::Letter, Sheet::Proof] {
            body.push(grant_sheets::figures(cx, &d.view.grant, sheet, &format!("/staff/grants/{}", d.view.grant.id)));
        }
        stack(body)
    })
}

fn facts(cx: &Cx, d: &StaffGrantPage) -> Html {
    let view = d.view;
    let identity = if view.helper.verified() { "staff-grant-verified" } else { "staff-grant-unverified" };
    let relation = relation_to_elder(cx, &view.grant, view.helper.id_number.is_female());
    summary_list(
        cx,
        vec![
            Row::new(cx.t("staff-grant-elder"), format!("{} {}", view.elder.name.as_str(), view.elder.id_number.masked())),
            Row::new(cx.t("staff-grant-helper"), format!("{} {}", view.helper.name.as_str(), view.helper.id_number.masked())),
            Row::new(cx.t("staff-grant-relation"), relation),
            Row::new(cx.t("staff-grant-identity"), cx.t(identity)),
            Row::new(cx.t("staff-grant-asked"), words::moment(cx, view.grant.asked_at)),
            Row::new(cx.t("staff-grant-until"), words::date(cx, view.last_day())),
        ],
    )
}

/// Read aloud, look at the papers, write down yes or no: both buttons alike.
fn answer(cx: &Cx, d: &StaffGrantPage) -> Html {
    let view = d.view;
    let helper = view.helper.name.as_str();
    let relation = relation_to_elder(cx, &view.grant, view.helper.id_number.is_female());
    let scopes = scopes(cx, &view.grant, "").join("、");
    let date = words::date(cx, view.last_day());
    let values = [("helper", helper), ("relation", relation.as_str()), ("scopes", scopes.as_str()), ("date", date.as_str())];
    let aloud = (1..=5).map(|n| cx.tv(&format!("staff-grant-aloud-{n}"), &values)).collect();
    let no = Form::post(&path(d, "refuse"));
    let yes = stack(vec![place(cx, d), papers(cx, d), button(&cx.t("staff-grant-agree"), Tone::Secondary, None)]);
    let title = cx.t("staff-grant-aloud");
    let said = cx.t("staff-grant-answer");
    view! {
        <h2>{title}</h2>
        {steps(aloud)}
        {(!d.child).then(|| letter(cx, d))}
        <h2>{said}</h2>
        {form(cx, Form::post(&path(d, "agree")), yes)}
        {form(cx, no.hidden("how", "present"), button(&cx.t("staff-grant-refuse"), Tone::Secondary, None))}
    }
    .into_any()
}

/// The sheet to be signed: print it, photograph it. Says whether this region can do without.
fn letter(cx: &Cx, d: &StaffGrantPage) -> Html {
    let title = cx.t("staff-grant-letter-title");
    let what = match &d.letter {
        _ if d.view.grant.letter.is_some() => cx.t("staff-grant-letter-here"),
        LetterNeed::Always => cx.t("staff-grant-letter-needed"),
        LetterNeed::Never => cx.t("staff-grant-letter-optional"),
        LetterNeed::For(items) => {
            let names: Vec<String> = items.iter().map(|item| cx.t(&format!("item-{}", item.slug()))).collect();
            cx.tv("staff-grant-letter-some", &[("items", &names.join("、"))])
        }
    };
    view! {
        <h2>{title}</h2>
        {para(what)}
        {link_button(&cx.t("staff-grant-letter-print"), &path(d, "letter"), Tone::Secondary)}
        {link_button(&cx.t("staff-grant-letter-photo"), &path(d, "letter/photo"), Tone::Secondary)}
    }
    .into_any()
}

/// At the counter or at her home; there, who else was in the room.
fn place(cx: &Cx, d: &StaffGrantPage) -> Html {
    let ways = ["present", "home"].map(|way| Choice::new(way, cx.t(&format!("staff-grant-how-{way}")))).to_vec();
    let how = Field::new("how", cx.t("staff-grant-where")).errors(&d.errors);
    let there = THERE.iter().map(|who| Choice::new(who, cx.t(&format!("staff-grant-there-{who}")))).collect();
    let field = Field::new("there", cx.t("staff-grant-there")).hint(cx.t("staff-grant-there-hint")).errors(&d.errors);
    stack(vec![radios(cx, how, ways, Some(&d.how)), checkboxes(cx, field, there, &d.there)])
}

/// Pause, resume, end, because she says so. The button that was pressed names the act.
fn change(cx: &Cx, d: &StaffGrantPage, acts: &[&str]) -> Html {
    let ways = ["present", "home", "phone"].map(|way| Choice::new(way, cx.t(&format!("staff-grant-how-{way}")))).to_vec();
    let how = Field::new("how", cx.t("staff-grant-how")).errors(&d.errors);
    let mut body =
        vec![notice(NoticeKind::Info, "", para(cx.t("staff-grant-how-hint"))), radios(cx, how, ways, Some(&d.how)), papers(cx, d)];
    body.extend(acts.iter().map(|act| button(&cx.t(&format!("staff-grant-{act}")), Tone::Secondary, Some(("act", act)))));
    form(cx, Form::post(&path(d, "change")), stack(body))
}

fn papers(cx: &Cx, d: &StaffGrantPage) -> Html {
    let choices = PAPERS.iter().map(|paper| Choice::new(paper, cx.t(&format!("staff-grant-shown-{paper}")))).collect();
    let field = Field::new("shown", cx.t("staff-grant-shown"))
        .hint(cx.t(if d.child { "staff-grant-child-hint" } else { "staff-grant-shown-hint" }))
        .errors(&d.errors);
    checkboxes(cx, field, choices, &d.shown)
}

fn path(d: &StaffGrantPage, act: &str) -> String {
    format!("/staff/grants/{}/{act}", d.view.grant.id)
}
