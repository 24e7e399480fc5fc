//! 「可疑情况」: what was seen, in one sentence each, people masked; and one finding with what can be said about it. Says on
//! the page that none of this is a verdict.

use super::{head, heading};
use crate::acts::load_grant::GrantView;
use crate::acts::see_findings::FindingView;
use crate::cx::Cx;
use crate::pages::family::state_tag;
use crate::pages::filing::words;
use crate::ports::Person;
use crate::ui::{
    self, Field, FieldError, Form, Html, Moment, NoticeKind, Status, Tone, button, error_summary, form, link_button, notice, page_heading,
    para, stack, status, tag, text_area, timeline,
};
use domain::assist::Assisted;
use domain::family::watch::{Pattern, WatchLimits};
use domain::ids::StaffId;
use leptos::prelude::*;
use std::collections::BTreeMap;

pub fn list(cx: &Cx, all: &[FindingView], limits: WatchLimits) -> String {
    let title = cx.t("watch-title");
    ui::page(cx, head(cx, &title).back_to("/staff", cx.t("watch-back-desk")), || {
        let mut body = vec![page_heading(cx, &title, Some(&cx.t("watch-lede"))), para(cx.t("watch-no-verdict"))];
        for (open, key, none) in [(true, "watch-waiting", "watch-none-waiting"), (false, "watch-before", "watch-none-before")] {
            body.push(heading(cx, key, None));
            let some: Vec<&FindingView> = all.iter().filter(|view| view.finding.open == open).collect();
            if some.is_empty() {
                body.push(para(cx.t(none)));
            }
            body.extend(some.into_iter().map(|view| card(cx, view, limits)));
        }
        stack(body)
    })
}

fn card(cx: &Cx, view: &FindingView, limits: WatchLimits) -> Html {
    let name = whose(view);
    let href = format!("/staff/watch/{}", view.finding.id);
    let title = cx.t(&format!("watch-pattern-{}", view.finding.pattern.key()));
    let rows = stack(vec![
        para(sentence(cx, view, limits)),
        para(cx.tv("watch-seen-at", &[("when", &words::moment(cx, view.finding.at))])),
        link_button(&cx.tv("watch-open", &[("name", &name), ("what", &title)]), &href, Tone::Secondary),
    ]);
    view! { <section class="card"><h3>{title.clone()}</h3>{rows}</section> }.into_any()
}

/// Whom it is about: a resident, masked, or an assistant as residents know her.
fn whose(view: &FindingView) -> String {
    view.assistant.clone().unwrap_or_else(|| view.about.name.masked())
}

/// What was seen, with the number that made it unusual.
fn sentence(cx: &Cx, view: &FindingView, limits: WatchLimits) -> String {
    let finding = &view.finding;
    let count = finding.count.to_string();
    let days = match finding.pattern {
        Pattern::PhoneChanged => limits.phone_days,
        Pattern::AssistedDoubts => limits.look_back_days,
        _ => limits.request_days,
    };
    let helper = view.grants.first().map(|g| g.helper.name.masked()).unwrap_or_default();
    let values = [("name", whose(view)), ("count", count), ("days", days.to_string()), ("helper", helper)];
    let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
    cx.tv(&format!("watch-seen-{}", finding.pattern.key()), &values)
}

pub struct FindingPage<'a> {
    pub view: &'a FindingView,
    /// As shown to residents, by account.
    pub names: &'a BTreeMap<StaffId, String>,
    pub limits: WatchLimits,
    pub typed: String,
    pub errors: Vec<FieldError>,
    pub done: bool,
    pub moved: bool,
}

pub fn one(cx: &Cx, d: &FindingPage) -> String {
    let finding = &d.view.finding;
    let title = cx.t(&format!("watch-pattern-{}", finding.pattern.key()));
    let head = head(cx, &title).wrong(!d.errors.is_empty()).back_to("/staff/watch", cx.t("watch-back"));
    ui::page(cx, head, || {
        let mut body = vec![error_summary(cx, &d.errors)];
        if d.moved {
            body.push(status(NoticeKind::Care, &cx.t("watch-moved")));
        } else if d.done {
            body.push(status(NoticeKind::Good, &cx.t("watch-done")));
        }
        body.push(page_heading(cx, &title, None));
        body.push(if finding.open {
            tag(Status::YourTurn, &cx.t("watch-open-tag"))
        } else {
            tag(Status::Closed, &cx.t("watch-closed-tag"))
        });
        body.push(para(sentence(cx, d.view, d.limits)));
        body.push(notice(NoticeKind::Info, "", para(cx.t("watch-no-verdict"))));
        if finding.assistant.is_some() {
            body.push(heading(cx, "watch-acts", None));
            body.extend(d.view.acts.iter().map(|(act, subject)| assisted(cx, act, subject)));
            body.push(link_button(&cx.t("watch-assisted"), "/staff/assisted", Tone::Secondary));
        } else {
            let name = d.view.about.name.masked();
            let person = format!("/staff/people/{}", d.view.about.id);
            body.push(link_button(&cx.tv("watch-person", &[("name", &name)]), &person, Tone::Secondary));
            body.push(heading(cx, "watch-grants", None));
            body.extend(d.view.grants.iter().map(|held| grant(cx, held)));
        }
        body.push(heading(cx, "watch-decide", None));
        body.push(decide(cx, d));
        body.extend(said(cx, d));
        stack(body)
    })
}

fn grant(cx: &Cx, held: &GrantView) -> Html {
    let (helper, elder) = (held.helper.name.masked(), held.elder.name.masked());
    let who = cx.tv("watch-pair", &[("helper", &helper), ("elder", &elder)]);
    let rows = stack(vec![
        state_tag(cx, held.grant.state),
        para(cx.tv("watch-asked", &[("when", &words::moment(cx, held.grant.asked_at))])),
        link_button(
            &cx.tv("watch-grant", &[("helper", &helper), ("elder", &elder)]),
            &format!("/staff/grants/{}", held.grant.id),
            Tone::Secondary,
        ),
    ]);
    view! { <section class="card"><h3>{who}</h3>{rows}</section> }.into_any()
}

/// One act of the assistant, with the person to be asked about it.
fn assisted(cx: &Cx, act: &Assisted, subject: &Person) -> Html {
    let (name, what) = (subject.name.masked(), cx.t(act.act.desk_key()));
    let rows = stack(vec![
        para(words::moment(cx, act.at)),
        link_button(&cx.tv("watch-person", &[("name", &name)]), &format!("/staff/people/{}", subject.id), Tone::Secondary),
    ]);
    let title = cx.tv("watch-act", &[("name", &name), ("what", &what)]);
    view! { <section class="card"><h3>{title}</h3>{rows}</section> }.into_any()
}

/// Why, then which: the button that was pressed names the decision.
fn decide(cx: &Cx, d: &FindingPage) -> Html {
    let field = Field::new("words", cx.t("watch-words")).hint(cx.t("watch-words-hint")).value(&d.typed).errors(&d.errors);
    let mut inner = vec![text_area(cx, field, 300)];
    for verdict in d.view.finding.verdicts() {
        inner.push(para(cx.t(&format!("watch-what-{}", verdict.key()))));
        inner.push(button(&cx.t(&format!("watch-do-{}", verdict.key())), Tone::Secondary, Some(("verdict", verdict.key()))));
    }
    form(cx, Form::post(&format!("/staff/watch/{}", d.view.finding.id)), stack(inner))
}

/// What was said before, newest first.
fn said(cx: &Cx, d: &FindingPage) -> Vec<Html> {
    if d.view.finding.said.is_empty() {
        return Vec::new();
    }
    let moments = d.view.finding.said.iter().rev().map(|said| {
        let who = d.names.get(&said.by).cloned().unwrap_or_default();
        let what = cx.tv(&format!("watch-said-{}", said.verdict.key()), &[("who", &who)]);
        Moment { when: words::moment(cx, said.at), what, detail: said.words.clone(), done: true }
    });
    vec![heading(cx, "watch-said", None), timeline(cx, moments.collect())]
}
