//! 就近网点: first the village one lives in, then the desks around it, the nearest first, with a sketch that can be printed.
//! Asks no device where it is: a list of villages needs no permission and works on every phone.
use domain::catalog::Group;
use domain::region::DeskKind;
use domain::review::Tier;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::ui::{Head, Html, NoticeKind, Row, Status, notice, page, page_heading, para, stack, summary_list, tag};

/// A township and its villages, each with the code of its desk.
pub struct Township {
    pub code: String,
    pub name: String,
    pub villages: Vec<(String, String)>,
}

/// One desk as the list shows it.
pub struct DeskNear {
    pub name: String,
    pub address: String,
    pub hours: String,
    pub phone: String,
    pub metres: Option<u32>,
    pub minutes: Option<u32>,
    pub in_circle: bool,
    pub ramp: bool,
    pub tongues: Vec<String>,
    pub tier: Tier,
    pub kind: DeskKind,
    /// Metres east and north of where the list starts.
    pub place: Option<(i32, i32)>,
}

/// More villages than a page should list: then the township is asked for first.
const MANY: usize = 40;

/// `open`: the township she chose, where it is asked for.
pub fn choose(cx: &Cx, townships: &[Township], open: Option<&str>) -> String {
    let many = townships.iter().map(|township| township.villages.len()).sum::<usize>() > MANY;
    let chosen = open.filter(|_| many).and_then(|code| townships.iter().find(|township| township.code == code));
    let back = if chosen.is_some() { "/nearby" } else { "/help" };
    let title = cx.t("nearby-title");
    let title_here = chosen.map_or_else(|| title.clone(), |township| cx.tv("nearby-title-in", &[("name", &township.name)]));
    page(cx, Head::new(title_here).back(back), || {
        let links = |all: Vec<(String, String)>| {
            let one = |(href, name)| view! { <li><a class="link-row" href=href>{name}</a></li> };
            view! { <ul class="link-list">{all.into_iter().map(one).collect_view()}</ul> }.into_any()
        };
        let villages =
            |township: &Township| links(township.villages.iter().map(|(code, name)| (format!("/nearby/{code}"), name.clone())).collect());
        let lede = if many && chosen.is_none() { "nearby-lede-township" } else { "nearby-lede" };
        let mut body = vec![page_heading(cx, &title, Some(&cx.t(lede)))];
        match chosen {
            None if many => {
                body.push(links(townships.iter().map(|t| (format!("/nearby?in={}", t.code), t.name.clone())).collect()));
            }
            Some(township) => body.extend([view! { <h2>{township.name.clone()}</h2> }.into_any(), villages(township)]),
            None => body.extend(townships.iter().flat_map(|t| [view! { <h2>{t.name.clone()}</h2> }.into_any(), villages(t)])),
        }
        stack(body)
    })
}

pub fn show(cx: &Cx, from: &str, desks: &[DeskNear], minutes: u32) -> String {
    let title = cx.t("nearby-of");
    // Each village's page has a title of its own; its heading stays short, whatever the village is called.
    page(cx, Head::new(cx.tv("nearby-page-of", &[("name", from)])).back("/nearby"), || {
        let mut body = vec![page_heading(cx, &title, Some(&cx.tv("nearby-order", &[("name", from)])))];
        if desks.iter().any(|desk| desk.place.is_some()) {
            body.push(sketch(cx, desks));
            let minutes = minutes.to_string();
            body.push(para(cx.tv("nearby-sketch-note", &[("minutes", &minutes)])));
        }
        body.extend(desks.iter().enumerate().map(|(at, desk)| card(cx, at + 1, desk)));
        body.push(notice(NoticeKind::Info, &cx.t("nearby-cannot-title"), stack(vec![para(cx.t("nearby-cannot")), visit(cx)])));
        stack(body)
    })
}

fn visit(cx: &Cx) -> Html {
    view! { <a class="link-row" href="/guide/home-visit">{cx.t("nearby-visit")}</a> }.into_any()
}

fn card(cx: &Cx, number: usize, desk: &DeskNear) -> Html {
    let way = match (desk.metres, desk.minutes) {
        (Some(0), _) => cx.t("nearby-here"),
        (Some(metres), Some(minutes)) if metres < 3_000 => {
            cx.tv("nearby-way", &[("far", &far(cx, metres)), ("minutes", &minutes.to_string())])
        }
        (Some(metres), _) => cx.tv("nearby-far", &[("far", &far(cx, metres))]),
        _ => cx.t("nearby-unknown"),
    };
    let mut rows = vec![
        Row::new(cx.t("nearby-how-far"), way),
        Row::new(cx.t("nearby-where"), desk.address.clone()),
        Row::new(cx.t("nearby-when"), desk.hours.clone()),
        Row::new(cx.t("nearby-phone"), desk.phone.clone()),
        Row::new(cx.t("nearby-ramp"), cx.t(if desk.ramp { "nearby-ramp-yes" } else { "nearby-ramp-no" })),
    ];
    if !desk.tongues.is_empty() {
        rows.push(Row::new(cx.t("nearby-tongues"), cx.tv("nearby-tongues-what", &[("list", &desk.tongues.join("、"))])));
    }
    let groups: Vec<String> = handles(desk.tier).iter().map(|group| cx.t(&format!("hall-group-{}", group.key()))).collect();
    rows.push(Row::new(cx.t("nearby-handles"), groups.join("；")));
    if desk.kind.is_site() {
        rows.push(Row::new(cx.t("nearby-whose"), cx.t(&format!("nearby-whose-{}", desk.kind.key()))));
    }
    let circle = desk.in_circle.then(|| tag(Status::Done, &cx.t("nearby-circle")));
    let call = desk.phone.clone();
    view! {
        <section class="card">
            <h2>{format!("{number}. {}", desk.name)}</h2>
            {circle}
            {summary_list(cx, rows)}
            <a class="link-row" href=format!("tel:{call}")>{cx.tv("nearby-call", &[("phone", &call)])}</a>
        </section>
    }
    .into_any()
}

/// What is begun at a desk of this tier. Everything is taken in everywhere; what pays out of the account wants the county.
fn handles(tier: Tier) -> &'static [Group] {
    match tier {
        Tier::Village | Tier::Township => &[Group::Enrolment, Group::OutOfArea, Group::Chronic, Group::Claim, Group::Visit, Group::Birth],
        Tier::County => &Group::ALL,
    }
}

/// 「350 米」 or 「2.4 公里」.
fn far(cx: &Cx, metres: u32) -> String {
    let (key, number) = match metres {
        0..1_000 => ("nearby-metres", metres.div_ceil(50).saturating_mul(50).to_string()),
        _ => ("nearby-kilometres", format!("{}.{}", metres / 1_000, metres % 1_000 / 100)),
    };
    cx.tv(key, &[("number", &number)])
}

/// A sketch: north is up, the start in the middle, a ring for a quarter of an hour, the numbers of the list. It says nothing that
/// the list does not say.
fn sketch(cx: &Cx, desks: &[DeskNear]) -> Html {
    const HALF: f64 = 150.0;
    let reach = desks.iter().filter_map(|desk| desk.place).map(|(x, y)| f64::from(x.abs().max(y.abs()))).fold(500.0, f64::max);
    let scale = (HALF - 24.0) / reach;
    let dots = desks.iter().enumerate().filter_map(|(at, desk)| {
        let (east, north) = desk.place?;
        let (x, y) = (HALF + f64::from(east) * scale, HALF - f64::from(north) * scale);
        let class = if at == 0 { "sketch-here" } else { "sketch-desk" };
        Some(view! { <circle class=class cx=x cy=y r="13"></circle><text class="sketch-number" x=x y={y + 5.5}>{at + 1}</text> })
    });
    view! {
        <svg class="sketch" viewBox="0 0 300 300" role="img" aria-label=cx.t("nearby-sketch") focusable="false">
            <rect class="sketch-ground" width="300" height="300" rx="8"></rect>
            <path class="sketch-north" d="M280 40v-26m-7 9l7-9 7 9"></path>
            {dots.collect_view()}
        </svg>
    }
    .into_any()
}
