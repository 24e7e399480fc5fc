//! 「帮家人办」: the people she helps, one big button each, and the way to ask. Says first what this is not.

use crate::acts::see_family::Helped;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::pages::grant_ended;
use crate::ui::{
    self, Form, Head, Html, NoticeKind, Status, Tone, bullets, button, form, link_button, notice, page_heading, para, stack, status, tag,
};
use domain::family::{EndReason, Grant, GrantState, Once, Scope};
use domain::person::Relation;
use domain::refusal::Refusal;
use leptos::prelude::*;

pub struct FamilyPage<'a> {
    pub helped: &'a [Helped],
    pub verified: bool,
    /// The grant she is acting under now.
    pub acting: Option<&'a str>,
    /// She has just asked.
    pub asked: bool,
    pub left: bool,
}

pub fn page(cx: &Cx, d: &FamilyPage) -> String {
    let title = cx.t("family-title");
    ui::page(cx, Head::new(title.clone()).back_to("/", cx.t("ui-home")), || {
        let mut body = vec![page_heading(cx, &title, Some(&cx.t("family-lede"))), para(cx.t("family-not-money"))];
        if d.asked {
            let said = stack(vec![para(cx.t("family-asked")), para(cx.t("family-asked-silence"))]);
            body.push(notice(NoticeKind::Good, &cx.t("family-asked-title"), said));
        }
        if d.left {
            body.push(status(NoticeKind::Good, &cx.t("family-left")));
        }
        if !d.verified {
            body.push(notice(NoticeKind::Care, &cx.t("family-unverified-title"), para(cx.t("family-unverified"))));
        }
        if d.helped.is_empty() {
            body.push(para(cx.t("family-none")));
        } else {
            let words = cx.t("family-people");
            body.push(view! { <h2>{words}</h2> }.into_any());
            body.extend(d.helped.iter().map(|helped| card(cx, d, helped)));
        }
        if d.acting.is_some() {
            body.push(para(cx.t("family-ask-first-return")));
        } else {
            body.push(link_button(&cx.t("family-ask"), "/family/ask", if d.helped.is_empty() { Tone::Primary } else { Tone::Secondary }));
            body.push(link_button(&cx.t("family-helpers"), "/helpers", Tone::Secondary));
        }
        stack(body)
    })
}

fn card(cx: &Cx, d: &FamilyPage, helped: &Helped) -> Html {
    let grant = &helped.view.grant;
    let name = helped.view.elder.name.masked();
    let woman = helped.view.elder.id_number.is_female();
    let who = cx.tv("family-who", &[("name", &name), ("relation", &relation_to_helper(cx, grant, woman))]);
    let over = grant.state.over();
    let mut rows = vec![grant_tag(cx, grant)];
    if !over {
        rows.push(para(cx.tv("family-until", &[("date", &words::date(cx, helped.view.last_day()))])));
        rows.push(bullets(scopes(cx, grant, "")));
        if !grant.she_was_seen() && grant.agreement.is_some() {
            rows.push(para(cx.tv("family-not-seen", &[("name", &name)])));
        }
        if grant.once != Once::No {
            rows.push(para(cx.t(if grant.once == Once::Open { "family-once-open" } else { "family-once-spent" })));
        }
    }
    if over {
        rows.push(grant_ended::ended(cx, grant, &name, &cx.t("family-you")));
    }
    if grant.state == GrantState::WaitingForDecision {
        rows.push(para(cx.t("family-county-looks")));
    }
    let here = d.acting == Some(grant.id.as_str());
    if here {
        rows.push(para(cx.t("family-acting-now")));
    } else if helped.usable.is_ok() {
        let act = Form::post(&format!("/family/act/{}", grant.id));
        rows.push(form(cx, act, button(&cx.tv("family-act", &[("name", &name)]), Tone::Primary, None)));
    } else if let (Err(refusal), false) = (&helped.usable, over || grant.state == GrantState::WaitingForDecision) {
        rows.push(para(cx.t(&format!("{}-next", refusal.key()))));
        if let (Refusal::GrantNotYet, Some(from)) = (refusal, grant.waits_until) {
            rows.push(para(cx.tv("family-begins", &[("when", &words::moment(cx, from))])));
        }
    }
    if !over && d.acting.is_none() {
        let href = format!("/family/leave/{}", grant.id);
        let leave = cx.tv("family-leave", &[("name", &name)]);
        rows.push(view! { <p class="link-row"><a href=href>{leave}</a></p> }.into_any());
    }
    view! { <section class="card"><h3><bdi>{who}</bdi></h3>{stack(rows)}</section> }.into_any()
}

/// What the elder is to the helper, as one word: 「母亲」.
pub fn relation_to_helper(cx: &Cx, grant: &Grant, elder_is_woman: bool) -> String {
    Relation::from_slug(&grant.relation).map_or_else(String::new, |r| cx.t(&r.inverse().word_key(elder_is_woman)))
}

/// What the helper is to the elder: 「女儿」.
pub fn relation_to_elder(cx: &Cx, grant: &Grant, helper_is_woman: bool) -> String {
    Relation::from_slug(&grant.relation).map_or_else(String::new, |r| cx.t(&r.word_key(helper_is_woman)))
}

/// The scopes of a grant in words; `form` is `-what`, `-hers` or nothing for the short name.
pub fn scopes(cx: &Cx, grant: &Grant, form: &str) -> Vec<String> {
    Scope::ALL.into_iter().filter(|s| grant.scopes.contains(s)).map(|s| cx.t(&format!("scope-{}{form}", s.key()))).collect()
}

/// As `state_tag`; a no of the county is not hers.
pub fn grant_tag(cx: &Cx, grant: &Grant) -> Html {
    if grant.ended.as_ref().is_some_and(|ended| ended.why == EndReason::NotProven) {
        return tag(Status::Refused, &cx.t("family-state-not-proven"));
    }
    state_tag(cx, grant.state)
}

pub fn state_tag(cx: &Cx, state: GrantState) -> Html {
    let look = match state {
        GrantState::Requested | GrantState::WaitingForConsent => Status::YourTurn,
        GrantState::WaitingForDecision => Status::Waiting,
        GrantState::Active => Status::Done,
        GrantState::Paused => Status::Waiting,
        GrantState::Refused | GrantState::Disputed => Status::Refused,
        GrantState::Ended | GrantState::Expired => Status::Closed,
    };
    tag(look, &cx.t(&format!("family-state-{}", state.key())))
}
