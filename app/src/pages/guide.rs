//! One page per service: what it is, who may ask, what it costs, how long, which papers, and the whole way at the counter.
//! Times and sums differ by place: the page names who decides them and prints none of its own.
use domain::catalog::ItemCode;
use leptos::prelude::*;

use super::home::item_picture;
use crate::cx::Cx;
use crate::text;
use crate::ui::{
    Form, Head, Html, NoticeKind, Row, Tone, bullets, button, form, link_button, notice, page, read_aloud, stack, steps, summary_list,
};

/// How this service can be begun here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// Not built yet: the counter is the way, and the page says so.
    CounterOnly,
    /// A stranger signs in first; the address brings her back here.
    SignInFirst { href: String },
    /// Signed in: one tap opens a draft.
    Ready { once: String },
}

#[derive(Clone, Debug)]
pub struct GuideData {
    pub item: ItemCode,
    pub start: Start,
    /// Address of the way for somebody who is in hospital tonight, where the service has one.
    pub tonight: Option<String>,
}

/// `<key>-1`, `<key>-2` … as far as they go.
fn numbered(cx: &Cx, key: &str) -> Vec<String> {
    (1..=9)
        .map(|n| format!("{key}-{n}"))
        .take_while(|key| text::only(domain::lang::Lang::ZhHans, key).is_some())
        .map(|key| cx.t(&key))
        .collect()
}

fn begin(cx: &Cx, data: &GuideData) -> Html {
    let slug = data.item.slug();
    let label = cx.t("guide-start");
    let main = match &data.start {
        Start::CounterOnly => {
            notice(NoticeKind::Info, &cx.t("guide-counter-only-title"), view! { <p>{cx.t("guide-counter-only")}</p> }.into_any())
        }
        Start::SignInFirst { href } => {
            stack(vec![link_button(&label, href, Tone::Primary), view! { <p class="hint">{cx.t("guide-start-hint")}</p> }.into_any()])
        }
        Start::Ready { once } => {
            let spec = Form::post(&format!("/file/{slug}")).once(once.clone());
            stack(vec![
                form(cx, spec, button(&label, Tone::Primary, None)),
                view! { <p class="hint">{cx.t("guide-start-hint")}</p> }.into_any(),
            ])
        }
    };
    // Who acts for her elder files in the elder's name: no need of the way without a grant, which is closed to her now.
    let tonight = data.tonight.as_ref().filter(|_| cx.acting.is_none()).map(|href| {
        let body = view! { <p>{cx.t("guide-tonight")}</p>{link_button(&cx.t("guide-tonight-button"), href, Tone::Secondary)} }.into_any();
        notice(NoticeKind::Care, &cx.t("guide-tonight-title"), body)
    });
    view! { {main}{tonight} }.into_any()
}

fn counter(cx: &Cx, item: ItemCode) -> Html {
    let card = &cx.region;
    let slug = item.slug();
    let rows = vec![
        Row::new(cx.t("guide-where"), format!("{}，{}", card.office_name, card.address)),
        Row::new(cx.t("guide-when"), card.hours.clone()),
        Row::new(cx.t("guide-phone"), format!("{}，{}", card.phone, card.phone_hours)),
        Row::new(cx.t("guide-say"), cx.tv("guide-say-words", &[("name", &cx.t(&format!("guide-{slug}-name")))])),
    ];
    view! {
        <h2>{cx.t("guide-counter-title")}</h2>
        <p>{cx.t("guide-counter")}</p>
        {summary_list(cx, rows)}
        <h3>{cx.t("guide-bring")}</h3>
        {bullets(card.bring.clone())}
        <p>{cx.t("guide-cannot-come")}</p>
    }
    .into_any()
}

pub fn show(cx: &Cx, data: &GuideData) -> String {
    let slug = data.item.slug();
    let name = cx.t(&format!("guide-{slug}-name"));
    page(cx, Head::new(cx.t("guide-title")).service(name.clone()).back("/"), || {
        let facts = ["who", "cost", "time"].map(|fact| Row::new(cx.t(&format!("guide-{fact}")), cx.t(&format!("guide-{slug}-{fact}"))));
        view! {
            <div class="page-heading"><h1>{name}</h1>{read_aloud(cx)}</div>
            <div class="scene"><p class="lede">{cx.t(&format!("guide-{slug}-what"))}</p>{item_picture(cx, data.item)}</div>
            {begin(cx, data)}
            <h2>{cx.t("guide-know")}</h2>
            {summary_list(cx, facts.into())}
            <h2>{cx.t("guide-papers")}</h2>
            {bullets(numbered(cx, &format!("guide-{slug}-paper")))}
            <p>{cx.t("guide-papers-note")}</p>
            <h2>{cx.t("guide-steps")}</h2>
            {steps(numbered(cx, &format!("guide-{slug}-step")))}
            {counter(cx, data.item)}
            <p class="hint">{cx.t("guide-source")}</p>
        }
        .into_any()
    })
}
