//! Answers as people read them. The one place where a stored value becomes words.

use crate::cx::Cx;
use crate::text;
use domain::case::{Case, Validity};
use domain::catalog::answers::{NONE, UNSURE};
use domain::catalog::{Field, FieldKind, ItemCode, money};
use domain::lang::Lang;
use domain::ledger::By;
use jiff::civil::Date;

/// The text key of something of a service: its own, else that of a part of a joined matter, else that of what all services share
/// (`item-contact-title`).
pub fn key(slug: &str, about: &str) -> String {
    let parts = ItemCode::from_slug(slug).and_then(ItemCode::item).map(|item| item.parts).unwrap_or_default();
    let slugs = std::iter::once(slug).chain(parts.iter().map(|part| part.item.slug()));
    let mut own = slugs.map(|slug| format!("item-{slug}-{about}"));
    own.find(|key| text::only(Lang::ZhHans, key).is_some()).unwrap_or_else(|| format!("item-{about}"))
}

/// An option of a choice.
pub fn option(cx: &Cx, item: ItemCode, field: &str, option: &str) -> String {
    cx.t(&key(item.slug(), &format!("{field}-{option}")))
}

/// For whom a paper is, where only some need it.
pub fn who(item: ItemCode, material: &str) -> Option<String> {
    let own = format!("item-{}-{material}-who", item.slug());
    text::only(Lang::ZhHans, &own).or_else(|| text::only(Lang::ZhHans, &format!("material-{material}-who")))
}

/// Label of a field.
pub fn label(cx: &Cx, item: ItemCode, field: &str) -> String {
    cx.t(&key(item.slug(), &format!("{field}-label")))
}

/// A service by its name.
pub fn item(cx: &Cx, item: ItemCode) -> String {
    cx.t(&format!("item-{}", item.slug()))
}

/// Words that a service may say in its own way (`item-<slug>-<key>`), else the words for all of them.
pub fn own(cx: &Cx, item: ItemCode, key: &str) -> String {
    let own = format!("item-{}-{key}", item.slug());
    if text::only(Lang::ZhHans, &own).is_some() { cx.t(&own) } else { cx.t(key) }
}

/// From when until when it holds.
pub fn validity(cx: &Cx, item: ItemCode, validity: Validity) -> String {
    let until = validity.until.map_or_else(|| own(cx, item, "validity-until-changed"), |day| date(cx, day));
    cx.tv("validity-span", &[("from", &date(cx, validity.from)), ("until", &until)])
}

/// The sum that is paid, where the case brings one.
pub fn paid(case: &Case) -> Option<String> {
    case.paid.map(money::yuan)
}

/// A stored answer in words.
pub fn answer(cx: &Cx, item: ItemCode, field: &Field, value: &str) -> String {
    if value == UNSURE {
        return cx.t("filing-unsure");
    }
    if value == NONE {
        return cx.t("filing-none");
    }
    match field.kind {
        FieldKind::Choice(_) | FieldKind::Among { .. } => option(cx, item, field.id, value),
        FieldKind::Checks(_) => {
            let some = value.split(',').map(|one| option(cx, item, field.id, one));
            some.collect::<Vec<_>>().join("、")
        }
        FieldKind::Money { .. } => value.parse().map_or_else(|_| value.to_owned(), money::yuan),
        FieldKind::Province => cx.t(&format!("province-{value}")),
        FieldKind::Date(_) => value.parse().map_or_else(|_| value.to_owned(), |day| date(cx, day)),
        FieldKind::Phone => grouped_phone(value),
        FieldKind::Line { .. } | FieldKind::City { .. } | FieldKind::Name => value.to_owned(),
        FieldKind::Count { .. } | FieldKind::Digits { .. } | FieldKind::IdNumber => value.to_owned(),
    }
}

/// Papers of one material in a case: how many there are, else whether they were promised for later.
pub fn papers(cx: &Cx, case: &Case, material: &str) -> String {
    match case.papers.iter().filter(|p| p.material == material).count() {
        0 if case.proved(material).is_some() => cx.t("shared-state"),
        0 if case.deferrals.iter().any(|d| d.material == material) => cx.t("papers-later"),
        0 => cx.t("papers-none"),
        count => cx.tv("papers-count", &[("count", &count.to_string())]),
    }
}

/// 「2026年11月22日 星期日」
pub fn date(cx: &Cx, day: Date) -> String {
    let weekday = format!("{:?}", day.weekday()).to_lowercase();
    text::put(
        cx.lang,
        "date-with-weekday",
        &[
            ("year", &day.year().to_string()),
            ("month", &day.month().to_string()),
            ("day", &day.day().to_string()),
            ("weekday", &cx.t(&format!("weekday-{weekday}"))),
        ],
    )
}

/// 「2026年11月22日」
pub fn plain_date(cx: &Cx, day: Date) -> String {
    let (year, month, day) = (day.year().to_string(), day.month().to_string(), day.day().to_string());
    text::put(cx.lang, "date-plain", &[("year", &year), ("month", &month), ("day", &day)])
}

/// Day and clock of a moment, in China.
pub fn moment(cx: &Cx, at: jiff::Timestamp) -> String {
    let here = domain::calendar::china_datetime(at);
    let clock = format!("{}:{:02}", here.hour(), here.minute());
    text::put(
        cx.lang,
        "date-with-clock",
        &[("year", &here.year().to_string()), ("month", &here.month().to_string()), ("day", &here.day().to_string()), ("clock", &clock)],
    )
}

pub fn grouped_phone(plain: &str) -> String {
    match (plain.get(..3), plain.get(3..7), plain.get(7..)) {
        (Some(a), Some(b), Some(c)) => format!("{a} {b} {c}"),
        _ => plain.to_owned(),
    }
}

/// What a helper typed in it, by the labels of the questions.
pub fn typed_by_helper(cx: &Cx, case: &Case) -> Vec<String> {
    let helpers = |field: &Field| matches!(case.typed_by.get(field.id), Some(By::Helper { .. }));
    let item = case.item.item();
    let fields = item.map(|item| item.path(&case.answers)).unwrap_or_default().into_iter().flat_map(|step| step.fields);
    fields.filter(|field| helpers(field)).map(|field| label(cx, case.item, field.id)).collect()
}

/// Who typed or did something, as a short mark: nothing for herself.
pub fn mark(cx: &Cx, by: Option<&By>) -> Option<String> {
    match by? {
        By::Herself(_) | By::Rule => None,
        By::Helper { .. } => Some(cx.t("by-helper")),
        By::Bystander(_) => Some(cx.t("by-bystander")),
        By::Counter(_) => Some(cx.t("by-counter")),
        By::Assistant(_) => Some(cx.t("by-assistant")),
        By::Staff(_) => Some(cx.t("by-staff")),
    }
}
