//! What was typed into a page and is no answer yet, in words: as it was typed where it cannot be read.

use super::words;
use crate::cx::Cx;
use crate::ui::Row;
use domain::catalog::answers::UNSURE;
use domain::catalog::field::{RawForm, check_box, own_line};
use domain::catalog::{Field, FieldKind, ItemCode, PROVINCES};
use jiff::civil::Date;

pub fn rows(cx: &Cx, code: ItemCode, step: &str, form: &RawForm) -> Vec<Row> {
    let Some(step) = code.item().and_then(|item| item.step(step)) else { return Vec::new() };
    let shown = step.fields.iter().filter_map(|field| Some((field, typed(cx, code, field, form)?)));
    shown.map(|(field, value)| Row::new(words::label(cx, code, field.id), value)).collect()
}

fn typed(cx: &Cx, code: ItemCode, field: &Field, form: &RawForm) -> Option<String> {
    let get = |name: &str| form.get(name).map(String::as_str).filter(|value| !value.trim_ascii().is_empty());
    let value = get(field.id);
    if value == Some(UNSURE) || form.contains_key(&format!("{}-unsure", field.id)) {
        return Some(cx.t("filing-unsure"));
    }
    match field.kind {
        FieldKind::Choice(options) => value.filter(|v| options.contains(v)).map(|v| words::answer(cx, code, field, v)),
        FieldKind::Among { table, .. } => {
            let listed = |v: &&str| table.iter().any(|(_, row)| row.contains(v));
            value.filter(listed).map(|v| words::answer(cx, code, field, v))
        }
        FieldKind::Checks(options) => {
            let ticked: Vec<&str> = options.iter().copied().filter(|o| form.contains_key(&check_box(field.id, o))).collect();
            (!ticked.is_empty()).then(|| words::answer(cx, code, field, &ticked.join(",")))
        }
        FieldKind::Province => value.filter(|v| PROVINCES.contains(v)).map(|v| words::answer(cx, code, field, v)),
        FieldKind::City { .. } => get(&own_line(field.id)).or(value).map(str::to_owned),
        FieldKind::Date(_) => date(cx, ["year", "month", "day"].map(|part| get(&format!("{}_{part}", field.id)))),
        FieldKind::Line { .. } | FieldKind::Name | FieldKind::Phone => value.map(str::to_owned),
        FieldKind::Money { .. } | FieldKind::Count { .. } | FieldKind::Digits { .. } | FieldKind::IdNumber => value.map(str::to_owned),
    }
}

/// A whole date as everywhere; half a one with gaps.
fn date(cx: &Cx, parts: [Option<&str>; 3]) -> Option<String> {
    if parts.iter().all(Option::is_none) {
        return None;
    }
    let [year, month, day] = parts.map(|part| part.and_then(|typed| typed.trim_ascii().parse::<i16>().ok()));
    let small = |number: Option<i16>| number.and_then(|n| i8::try_from(n).ok());
    if let (Some(year), Some(month), Some(day)) = (year, small(month), small(day))
        && let Ok(whole) = Date::new(year, month, day)
    {
        return Some(words::date(cx, whole));
    }
    let [year, month, day] = parts.map(|part| part.unwrap_or("__"));
    Some(cx.tv("typed-date", &[("year", year), ("month", month), ("day", day)]))
}
