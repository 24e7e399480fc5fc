//! One page per service: what it is, who may ask, what it costs, how long, which papers, and the whole way at the counter.
//! Papers come from the definition, promised times from the region with their source; the page has none of its own.
use domain::catalog::{Form as PaperForm, Instead, ItemCode, Material, Source};
use domain::lang::Lang;
use domain::region::{Promise, Trust};
use jiff::civil::Date;
use leptos::prelude::*;

use super::filing::words;
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

/// A promised time with its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promised {
    /// Which of the item's paces; none for the usual one.
    pub pace: Option<String>,
    pub days: u16,
    pub source: String,
    pub effective: Date,
    /// A number that nobody stands for is not printed.
    pub printed: bool,
}

impl Promised {
    pub fn of(row: &Promise, pace: Option<&str>) -> Promised {
        let printed = !matches!(row.trust, Trust::Low | Trust::Draft);
        Promised { pace: pace.map(str::to_owned), days: row.days, source: row.source.clone(), effective: row.effective, printed }
    }
}

#[derive(Clone, Debug)]
pub struct GuideData {
    pub item: ItemCode,
    pub start: Start,
    /// Promised times of the region, the usual one first.
    pub promised: Vec<Promised>,
    /// Address of the way for somebody who is in hospital tonight, where the service has one.
    pub tonight: Option<String>,
    /// 事项编码 of the region, where it is known.
    pub code: Option<String>,
}

/// `<key>-1`, `<key>-2` … as far as they go.
fn numbered(cx: &Cx, key: &str) -> Vec<String> {
    (1..=9).map(|n| format!("{key}-{n}")).take_while(|key| text::only(Lang::ZhHans, key).is_some()).map(|key| cx.t(&key)).collect()
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

/// Who, what it costs, how long, what comes of it: the words of the item, the times of the region.
fn facts(cx: &Cx, data: &GuideData) -> Vec<Row> {
    let slug = data.item.slug();
    let fact = |fact: &str| Row::new(cx.t(&format!("guide-{fact}")), cx.t(&format!("guide-{slug}-{fact}")));
    let mut rows = vec![fact("who"), fact("cost"), fact("time")];
    for promised in data.promised.iter().filter(|p| p.printed) {
        let label = promised.pace.as_ref().map_or_else(|| cx.t("guide-time"), |pace| cx.t(&format!("guide-{slug}-pace-{pace}")));
        let date = words::plain_date(cx, promised.effective);
        let said = cx.tv("guide-promised", &[("days", &promised.days.to_string()), ("source", &promised.source), ("date", &date)]);
        match rows.last_mut().filter(|_| promised.pace.is_none()) {
            Some(time) => time.answer = format!("{}{said}", time.answer),
            None => rows.push(Row::new(label, said)),
        }
    }
    rows.push(fact("result"));
    rows
}

/// What has to be there, who has it, and what may stand in for it.
fn papers(cx: &Cx, item: ItemCode) -> Vec<String> {
    let materials = item.item().map(|item| item.materials).unwrap_or_default();
    std::iter::once(cx.t("guide-paper-id")).chain(materials.iter().map(|m| paper(cx, item, m))).collect()
}

fn paper(cx: &Cx, item: ItemCode, material: &Material) -> String {
    let name = cx.t(&format!("material-{}", material.id));
    let who = words::who(item, material.id);
    let said =
        who.map_or_else(|| cx.tv("guide-paper", &[("name", &name)]), |who| cx.tv("guide-paper-for", &[("who", &who), ("name", &name)]));
    let notes = [
        ("guide-paper-shared", material.source == Source::Shared),
        ("guide-paper-hospital", material.source == Source::Hospital),
        ("guide-paper-sheet", material.form == PaperForm::Original),
        ("guide-paper-later", !material.main),
        ("guide-paper-commitment", material.instead.contains(&Instead::Commitment)),
    ];
    notes.iter().filter(|(_, so)| *so).fold(said, |said, (key, _)| format!("{said}{}", cx.t(key)))
}

fn basis(cx: &Cx, item: ItemCode) -> String {
    let all = item.item().map(|item| item.basis).unwrap_or_default();
    let list: Vec<String> = all.iter().map(|b| cx.tv("guide-basis-one", &[("source", b.source), ("date", b.date)])).collect();
    cx.tv("guide-basis", &[("list", &list.join("；"))])
}

fn counter(cx: &Cx, item: ItemCode) -> Html {
    let card = &cx.region;
    let rows = vec![
        Row::new(cx.t("guide-where"), format!("{}，{}", card.office_name, card.address)),
        Row::new(cx.t("guide-when"), card.hours.clone()),
        Row::new(cx.t("guide-phone"), format!("{}，{}", card.phone, card.phone_hours)),
        Row::new(cx.t("guide-say"), cx.tv("guide-say-words", &[("name", &words::item(cx, item))])),
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
    let name = words::item(cx, data.item);
    page(cx, Head::new(cx.t("guide-title")).service(name.clone()).back("/"), || {
        view! {
            <div class="page-heading"><h1>{name}</h1>{read_aloud(cx)}</div>
            <div class="scene"><p class="lede">{cx.t(&format!("guide-{slug}-what"))}</p>{item_picture(cx, data.item)}</div>
            {begin(cx, data)}
            <h2>{cx.t("guide-know")}</h2>
            {summary_list(cx, facts(cx, data))}
            <h2>{cx.t("guide-papers")}</h2>
            {bullets(papers(cx, data.item))}
            <p>{cx.t("guide-papers-note")}</p>
            <h2>{cx.t("guide-steps")}</h2>
            {steps(numbered(cx, &format!("guide-{slug}-step")))}
            {counter(cx, data.item)}
            <p class="hint">{basis(cx, data.item)}</p>
            {data.code.as_ref().map(|code| view! { <p class="hint">{cx.tv("guide-code", &[("code", code)])}</p> })}
        }
        .into_any()
    })
}
