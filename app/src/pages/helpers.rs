//! 「谁在帮我办」: each grant in plain sentences, what was done and when, and one tap to pause.

use crate::acts::assist::object::AssistedSeen;
use crate::acts::promise::grouped;
use crate::acts::see_family::{Deed, Helping, Turn};
use crate::cx::Cx;
use crate::pages::family::{grant_tag, relation_to_elder, scopes};
use crate::pages::filing::words;
use crate::text;
use crate::ui::{
    self, Form, Head, Html, Moment, NoticeKind, Tone, bullets, button, form, link_button, notice, page_heading, para, stack, timeline,
};
use domain::assist::{Look, Why};
use domain::family::GrantState;
use domain::lang::Lang;
use leptos::prelude::*;

/// So many deeds stand on the card; all others on the grant's own page.
const SHORT: usize = 3;

pub fn page(cx: &Cx, all: &[Helping], beside: &[AssistedSeen]) -> String {
    let title = cx.t("helpers-title");
    ui::page(cx, Head::new(title.clone()).back_to("/", cx.t("ui-home")), || {
        let mut body = vec![page_heading(cx, &title, Some(&cx.t("helpers-lede")))];
        let of = |states: &[GrantState]| all.iter().filter(|h| states.contains(&h.view.grant.state)).collect::<Vec<_>>();
        if !all.iter().any(|h| !h.view.grant.state.over()) {
            body.push(para(cx.t("helpers-none")));
            body.push(para(cx.t("helpers-how")));
        }
        for (key, states) in [
            ("helpers-waiting", &[GrantState::Requested, GrantState::WaitingForConsent, GrantState::WaitingForDecision][..]),
            ("helpers-now", &[GrantState::Active]),
            ("helpers-paused", &[GrantState::Paused, GrantState::Disputed]),
            ("helpers-before", &[GrantState::Ended, GrantState::Expired, GrantState::Refused]),
        ] {
            let some = of(states);
            if !some.is_empty() {
                let words = cx.t(key);
                body.push(view! { <h2>{words}</h2> }.into_any());
                body.extend(some.into_iter().map(|helping| card(cx, helping)));
            }
        }
        body.extend(assisted(cx, beside));
        body.push(link_button(&cx.t("helpers-family"), "/family", Tone::Secondary));
        stack(body)
    })
}

/// What 帮办人员 did with her beside them, and how she says that she asked nobody.
fn assisted(cx: &Cx, beside: &[AssistedSeen]) -> Vec<Html> {
    if beside.is_empty() {
        return Vec::new();
    }
    let moments = beside
        .iter()
        .map(|one| {
            let act = cx.t(one.act.act.key());
            let reference = one.act.reference.as_deref().map(|r| cx.tv("helpers-assisted-reference", &[("reference", &grouped(r))]));
            let detail = match &one.act.look {
                Look::Waiting(Why::Objected) => cx.t("helpers-assisted-objected"),
                Look::NotRight { .. } => cx.t("helpers-assisted-wrong"),
                _ => reference.unwrap_or_default(),
            };
            let what = cx.tv("helpers-assisted-who", &[("who", &one.assistant), ("act", &act)]);
            Moment { when: words::moment(cx, one.act.at), what, detail, done: true }
        })
        .collect();
    let title = cx.t("helpers-assisted");
    let object = cx.tv("helpers-assisted-object", &[("phone", &cx.region.phone), ("hours", &cx.region.phone_hours)]);
    vec![view! { <h2>{title}</h2> }.into_any(), timeline(cx, moments), notice(NoticeKind::Care, "", para(object))]
}

fn card(cx: &Cx, helping: &Helping) -> Html {
    let grant = &helping.view.grant;
    let name = helping.view.helper.name.masked();
    let with = [("name", name.as_str())];
    let relation = relation_to_elder(cx, grant, helping.view.helper.id_number.is_female());
    let who = cx.tv("helpers-who", &[("name", &name), ("relation", &relation)]);
    let href = format!("/helpers/{}", grant.id);
    let mut rows = vec![grant_tag(cx, grant)];
    if !grant.state.over() {
        rows.push(para(cx.tv("helpers-can", &with)));
        rows.push(bullets(scopes(cx, grant, "-hers")));
        rows.push(para(cx.tv("helpers-until", &[("date", &words::date(cx, helping.view.last_day()))])));
        if !helping.view.helper.verified() {
            rows.push(para(cx.tv("helpers-unverified", &with)));
        }
    }
    match grant.state {
        GrantState::Requested | GrantState::WaitingForConsent | GrantState::WaitingForDecision => {
            rows.push(link_button(&cx.tv("helpers-answer", &with), &href, Tone::Primary))
        }
        GrantState::Active => {
            rows.push(deeds(cx, &name, &helping.deeds, SHORT));
            let pause = Form::post(&format!("{href}/pause"));
            rows.push(form(cx, pause, button(&cx.tv("helpers-pause", &with), Tone::Warn, None)));
            rows.push(link_button(&cx.tv("helpers-open", &with), &href, Tone::Secondary));
        }
        // Who stopped it, when and in which way: a clerk by telephone, say.
        _ => {
            rows.extend(helping.turns.first().map(|turn| para(last_turn(cx, turn))));
            rows.push(link_button(&cx.tv("helpers-open", &with), &href, Tone::Secondary));
        }
    }
    view! { <section class="card"><h3><bdi>{who}</bdi></h3>{stack(rows)}</section> }.into_any()
}

/// Who did what and when, newest first.
pub fn deeds(cx: &Cx, name: &str, deeds: &[Deed], at_most: usize) -> Html {
    if deeds.is_empty() {
        return para(cx.tv("helpers-no-deeds", &[("name", name)]));
    }
    let moments = deeds
        .iter()
        .take(at_most)
        .map(|deed| Moment { when: words::moment(cx, deed.at), what: did(cx, &deed.act), detail: String::new(), done: true })
        .collect();
    let title = cx.tv("helpers-deeds", &[("name", name)]);
    view! { <p class="moments-title"><b>{title}</b></p>{timeline(cx, moments)} }.into_any()
}

/// 「2026年3月2日：代办暂停了。您打来电话，窗口的人替您办的」
fn last_turn(cx: &Cx, turn: &Turn) -> String {
    let (when, what, how) = (words::moment(cx, turn.at), turned(cx, turn), how(cx, turn));
    cx.tv(if how.is_empty() { "turn-last" } else { "turn-last-how" }, &[("when", &when), ("what", &what), ("how", &how)])
}

/// How the grant came to be as it is, newest first.
pub fn turns(cx: &Cx, turns: &[Turn]) -> Html {
    if turns.is_empty() {
        return ui::nothing();
    }
    let moment = |turn: &Turn| Moment { when: words::moment(cx, turn.at), what: turned(cx, turn), detail: how(cx, turn), done: true };
    let title = cx.t("turn-title");
    view! { <p class="moments-title"><b>{title}</b></p>{timeline(cx, turns.iter().map(moment).collect())} }.into_any()
}

fn turned(cx: &Cx, turn: &Turn) -> String {
    cx.t(&format!("turn-{}", turn.act))
}

/// In which way; nothing where no sentence is known for it.
fn how(cx: &Cx, turn: &Turn) -> String {
    let key = format!("turn-how-{}", turn.how);
    text::only(Lang::ZhHans, &key).map(|_| cx.t(&key)).unwrap_or_default()
}

/// A ledger word as a sentence; one that has no sentence yet is still shown.
fn did(cx: &Cx, act: &str) -> String {
    let key = format!("helpers-did-{act}");
    let known = text::only(Lang::ZhHans, &key).is_some();
    cx.t(if known { &key } else { "helpers-did-other" })
}
