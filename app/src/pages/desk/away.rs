//! 「外出和代办」: from when until when, and who stands in; and for supervisors who of their area is away.

use super::{head, heading, key_button};
use crate::acts::be_away::{AwayOf, AwayRow};
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ui::{
    self, Choice, Column, DateParts, Field, FieldError, Form, Html, NoticeKind, Tone, bullets, date_field, error_summary, form,
    link_button, notice, page_heading, para, radios, stack, status, table,
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Nobody stands in.
pub const NOBODY: &str = "nobody";

pub struct AwayPage<'a> {
    pub of: &'a AwayOf,
    /// Name of her desk.
    pub desk: String,
    /// For supervisors.
    pub all: Option<&'a [AwayRow]>,
    pub typed: BTreeMap<String, String>,
    pub errors: Vec<FieldError>,
    /// It was noted just now.
    pub kept: bool,
}

pub fn page(cx: &Cx, d: &AwayPage) -> String {
    let title = if d.of.own { cx.t("away-title") } else { cx.tv("away-title-of", &[("name", &d.of.whose.display_name)]) };
    ui::page(cx, head(cx, &title).wrong(!d.errors.is_empty()).back_to("/staff", cx.t("desk-back")), || {
        let mut body = vec![error_summary(cx, &d.errors), page_heading(cx, &title, Some(&cx.t("away-lede")))];
        if d.kept {
            body.push(status(NoticeKind::Good, &cx.t("away-kept")));
        }
        body.extend(now(cx, d));
        if !d.of.stands_in_for.is_empty() {
            let names = d.of.stands_in_for.iter().filter_map(|other| {
                let away = other.away.as_ref()?;
                Some(span(cx, "away-stands-in-for", &other.display_name, away.from, away.until))
            });
            body.push(heading(cx, "away-others", None));
            body.push(bullets(names.collect()));
        }
        body.push(heading(cx, "away-note", None));
        body.push(asked(cx, d));
        if let Some(all) = d.all {
            body.push(heading(cx, "away-all", None));
            body.push(everybody(cx, all));
        }
        stack(body)
    })
}

fn span(cx: &Cx, key: &str, name: &str, from: jiff::civil::Date, until: jiff::civil::Date) -> String {
    cx.tv(key, &[("name", name), ("from", &words::plain_date(cx, from)), ("until", &words::plain_date(cx, until))])
}

/// What stands there already, and the way back.
fn now(cx: &Cx, d: &AwayPage) -> Option<Html> {
    let away = d.of.whose.away.as_ref()?;
    let name = d.of.colleagues.iter().find(|other| away.stand_in.as_ref() == Some(&other.id)).map(|other| other.display_name.clone());
    let said = span(cx, "away-now", "", away.from, away.until);
    let who = name.map_or_else(|| cx.t("away-now-nobody"), |name| cx.tv("away-now-stand-in", &[("name", &name)]));
    let back = form(cx, Form::post(&path(d)).hidden("back", "yes"), key_button(cx, &cx.t("away-back-do"), Tone::Secondary, None, None));
    Some(notice(NoticeKind::Info, &said, stack(vec![para(who), back])))
}

fn path(d: &AwayPage) -> String {
    if d.of.own { "/staff/away".to_owned() } else { format!("/staff/away/{}", d.of.whose.id) }
}

fn asked(cx: &Cx, d: &AwayPage) -> Html {
    let typed = |name: &str| d.typed.get(name).cloned().unwrap_or_default();
    let date = |name: &'static str| {
        let part = |part: &str| typed(&format!("{name}_{part}"));
        let field = Field::new(name, cx.t(&format!("away-{name}"))).errors(&d.errors);
        date_field(cx, field, &DateParts::new(part("year"), part("month"), part("day")))
    };
    let mut who: Vec<Choice> = d.of.colleagues.iter().map(|other| Choice::new(other.id.as_str(), other.display_name.clone())).collect();
    who.push(Choice::new(NOBODY, cx.t("away-nobody")).hint(cx.t("away-nobody-hint")));
    let field = Field::new("stand-in", cx.tv("away-stand-in", &[("desk", &d.desk)])).errors(&d.errors);
    let inner = vec![
        date("from"),
        date("until"),
        radios(cx, field, who, d.typed.get("stand-in").map(String::as_str)),
        para(cx.t("away-rules")),
        key_button(cx, &cx.t("away-do"), Tone::Primary, None, Some('a')),
    ];
    form(cx, Form::post(&path(d)), stack(inner))
}

fn everybody(cx: &Cx, all: &[AwayRow]) -> Html {
    if all.is_empty() {
        return stack(vec![para(cx.t("away-all-none")), para(cx.t("away-all-how")), accounts(cx)]);
    }
    let heads = ["away-col-who", "away-col-days", "away-col-stand-in"].map(|key| (cx.t(key), Column::Words)).to_vec();
    let row = |one: &AwayRow| {
        let days = span(cx, "away-days", "", one.absence.from, one.absence.until);
        let who = one.stand_in.as_ref().map_or_else(|| cx.t("away-now-nobody"), |other| other.display_name.clone());
        let href = format!("/staff/away/{}", one.whose.id);
        let name = one.whose.display_name.clone();
        vec![view! { <a href=href>{name}</a> }.into_any(), days.into_any(), who.into_any()]
    };
    stack(vec![table(cx, &cx.t("away-all"), heads, all.iter().map(row).collect()), para(cx.t("away-all-how")), accounts(cx)])
}

fn accounts(cx: &Cx) -> Html {
    link_button(&cx.t("desk-accounts"), "/staff/accounts", Tone::Secondary)
}
