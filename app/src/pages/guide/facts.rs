//! The words of a guide, one list each: facts, papers, steps, the counter, the basis. The guide's page, its print page and its
//! leaflet all take them from here. Nothing of a person, and no markup.

use domain::catalog::{Form as PaperForm, Instead, ItemCode, Material, Source};
use domain::lang::Lang;

use super::GuideData;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::text;

type Rows = Vec<(String, String)>;

/// The item's steps, as far as they go.
pub fn steps(cx: &Cx, item: ItemCode) -> Vec<String> {
    let keys = (1..=9).map(|n| format!("guide-{}-step-{n}", item.slug()));
    keys.take_while(|key| text::only(Lang::ZhHans, key).is_some()).map(|key| cx.t(&key)).collect()
}

/// Who, what it costs, how long, what comes of it: the words of the item, the times of the region.
pub fn facts(cx: &Cx, data: &GuideData) -> Rows {
    let slug = data.item.slug();
    let fact = |fact: &str| (cx.t(&format!("guide-{fact}")), cx.t(&format!("guide-{slug}-{fact}")));
    let mut rows = vec![fact("who"), fact("cost"), fact("time")];
    for promised in data.promised.iter().filter(|p| p.printed) {
        let label = promised.pace.as_ref().map_or_else(|| cx.t("guide-time"), |pace| cx.t(&format!("guide-{slug}-pace-{pace}")));
        let date = words::plain_date(cx, promised.effective);
        let said = cx.tv("guide-promised", &[("days", &promised.days.to_string()), ("source", &promised.source), ("date", &date)]);
        match rows.last_mut().filter(|_| promised.pace.is_none()) {
            Some((_, time)) => time.push_str(&said),
            None => rows.push((label, said)),
        }
    }
    rows.push(fact("result"));
    rows
}

/// What has to be there, who has it, and what may stand in for it.
pub fn papers(cx: &Cx, item: ItemCode) -> Vec<String> {
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

pub fn basis(cx: &Cx, item: ItemCode) -> String {
    let all = item.item().map(|item| item.basis).unwrap_or_default();
    let list: Vec<String> = all.iter().map(|b| cx.tv("guide-basis-one", &[("source", b.source), ("date", b.date)])).collect();
    cx.tv("guide-basis", &[("list", &list.join("；"))])
}

/// The county's own counter: where, when, its telephone, and the sentence that is enough there.
pub fn counter(cx: &Cx, item: ItemCode) -> Rows {
    let card = &cx.region;
    vec![
        (cx.t("guide-where"), format!("{}，{}", card.office_name, card.address)),
        (cx.t("guide-when"), card.hours.clone()),
        (cx.t("guide-phone"), format!("{}，{}", card.phone, card.phone_hours)),
        (cx.t("guide-say"), cx.tv("guide-say-words", &[("name", &words::item(cx, item))])),
    ]
}

pub fn code(cx: &Cx, data: &GuideData) -> Option<String> {
    data.code.as_ref().map(|code| cx.tv("guide-code", &[("code", code)]))
}
