//! One page per service: what it is, who may ask, what it costs, how long, which papers, and the whole way at the counter.
//! Papers come from the definition, promised times from the region with their source; the page has none of its own.
pub mod facts;
pub mod leaflet;
pub mod print;

use domain::catalog::ItemCode;
use domain::region::{Promise, Trust};
use jiff::civil::Date;
use leptos::prelude::*;

use super::filing::words;
use super::home::item_picture;
use crate::cx::Cx;
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
    /// Bytes of its PDF; none where none can be made here.
    pub pdf: Option<usize>,
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

fn rows(all: Vec<(String, String)>) -> Vec<Row> {
    all.into_iter().map(|(what, answer)| Row::new(what, answer)).collect()
}

fn counter(cx: &Cx, item: ItemCode) -> Html {
    view! {
        <h2>{cx.t("guide-counter-title")}</h2>
        <p>{cx.t("guide-counter")}</p>
        {summary_list(cx, rows(facts::counter(cx, item)))}
        <h3>{cx.t("guide-bring")}</h3>
        {bullets(cx.region.bring.clone())}
        <p>{cx.t("guide-cannot-come")}</p>
    }
    .into_any()
}

/// The way to paper: a page to print, and a file where one can be made.
fn on_paper(cx: &Cx, data: &GuideData) -> Html {
    let path = format!("/guide/{}", data.item.slug());
    view! {
        <h2>{cx.t("guide-print-title")}</h2>
        <p>{cx.t("guide-print")}</p>
        {link_button(&cx.t("guide-print-button"), &format!("{path}/print"), Tone::Secondary)}
        {data.pdf.map(|bytes| print::download(cx, &path, bytes))}
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
            {summary_list(cx, rows(facts::facts(cx, data)))}
            <h2>{cx.t("guide-papers")}</h2>
            {bullets(facts::papers(cx, data.item))}
            <p>{cx.t("guide-papers-note")}</p>
            <h2>{cx.t("guide-steps")}</h2>
            {steps(facts::steps(cx, data.item))}
            {counter(cx, data.item)}
            {on_paper(cx, data)}
            <p class="hint">{facts::basis(cx, data.item)}</p>
            {facts::code(cx, data).map(|code| view! { <p class="hint">{code}</p> })}
        }
        .into_any()
    })
}
