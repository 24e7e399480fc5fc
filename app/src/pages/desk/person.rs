//! The person at the counter: who she is, and what can be done for her with her card on the desk.

use super::{case_path, head, heading, key_button};
use crate::acts::find_people::AtCounter;
use crate::acts::promise::grouped;
use crate::cx::Cx;
use crate::pages::filing::words;
use crate::ui::{
    self, Choice, Column, Field, FieldError, Form, Html, NoticeKind, Row, TextKind, Tone, bullets, checkboxes, error_summary, form,
    link_button, notice, page_heading, para, stack, summary_list, table, text_field,
};
use domain::assist::{Look, Why};
use domain::catalog::items::ITEMS;
use leptos::prelude::*;

pub struct PersonPage<'a> {
    pub at: &'a AtCounter,
    pub village: String,
    /// A filing for her is open in this session.
    pub present: bool,
    /// Somebody else's is.
    pub other_present: bool,
    pub typed_phone: String,
    pub errors: Vec<FieldError>,
    /// She sits at the county's desk.
    pub county: bool,
    /// She may merge two records of one person.
    pub merges: bool,
    /// The counter of a hospital or bank: it takes in, and does nothing to the record.
    pub site: bool,
}

pub fn page(cx: &Cx, d: &PersonPage) -> String {
    let person = &d.at.person;
    let title = cx.tv("counter-person-title", &[("name", person.name.as_str())]);
    ui::page(cx, head(cx, &title).wrong(!d.errors.is_empty()).back_to("/staff/people", cx.t("counter-back-people")), || {
        let mut body = vec![error_summary(cx, &d.errors), page_heading(cx, &title, None), summary_list(cx, facts(cx, d))];
        if !person.alive {
            body.push(notice(NoticeKind::Care, &cx.t("counter-dead"), para(cx.t("counter-dead-what"))));
            body.push(with_card(cx, d, "alive", Vec::new()));
            return stack(body);
        }
        if !d.at.own_area {
            let where_to = para(cx.tv("counter-elsewhere-what", &[("village", &d.village)]));
            body.push(notice(NoticeKind::Info, &cx.t("counter-elsewhere"), where_to));
        }
        body.extend(filing(cx, d));
        if d.site {
            body.push(para(cx.t("counter-site-what")));
            return stack(body);
        }
        if !person.verified() {
            body.push(heading(cx, "counter-identity", None));
            body.push(para(cx.t("counter-identity-what")));
            body.push(with_card(cx, d, "identity", Vec::new()));
        }
        body.push(heading(cx, "counter-slip", None));
        body.push(para(cx.t("counter-slip-what")));
        body.push(with_card(cx, d, "slip", Vec::new()));
        if d.at.own_area {
            body.push(heading(cx, "counter-phone", None));
            body.push(bullets(vec![cx.t("counter-phone-herself"), cx.t("counter-phone-told")]));
            let field = Field::new("phone", cx.t("counter-phone-label")).value(d.typed_phone.clone()).errors(&d.errors);
            body.push(with_card(cx, d, "phone", vec![text_field(cx, field, TextKind::OtherPhone)]));
            body.extend(cases(cx, d));
            body.push(heading(cx, "desk-note-heading", None));
            body.push(para(cx.t("desk-note-heading-what")));
            body.push(link_button(&cx.t("desk-note-open"), &format!("/staff/people/{}/rating", person.id), Tone::Secondary));
            body.extend(grants(cx, d));
            body.extend(assisted(cx, d));
        }
        body.push(heading(cx, "moving-heading", None));
        body.push(para(cx.t("moving-heading-what")));
        body.push(link_button(&cx.t("moving-open"), &format!("/staff/people/{}/move", person.id), Tone::Secondary));
        if d.merges {
            body.push(heading(cx, "merge-heading", None));
            body.push(para(cx.t("merge-heading-what")));
            body.push(link_button(&cx.t("merge-open"), &format!("/staff/people/{}/merge", person.id), Tone::Secondary));
            if d.at.merged {
                body.push(heading(cx, "part-heading", None));
                body.push(para(cx.t("part-heading-what")));
                body.push(link_button(&cx.t("part-open"), &format!("/staff/people/{}/part", person.id), Tone::Secondary));
            }
        }
        if d.county {
            body.push(heading(cx, "counter-death", None));
            body.push(para(cx.t("counter-death-what")));
            body.push(with_card(cx, d, "death", Vec::new()));
        }
        stack(body)
    })
}

fn facts(cx: &Cx, d: &PersonPage) -> Vec<Row> {
    let p = &d.at.person;
    let known = if p.verified() { "counter-verified" } else { "counter-unverified" };
    vec![
        Row::new(cx.t("counter-col-name"), p.name.as_str()),
        Row::new(cx.t("counter-col-number"), p.id_number.masked()),
        Row::new(cx.t("counter-col-village"), d.village.clone()),
        Row::new(cx.t("desk-fact-phone"), p.phone.as_ref().map_or_else(|| cx.t("desk-no-phone"), |phone| phone.masked())),
        Row::new(cx.t("counter-known"), cx.t(known)),
    ]
}

/// One form: what is needed, the card, one button. `what` names door, texts and the box.
fn with_card(cx: &Cx, d: &PersonPage, what: &str, mut inner: Vec<Html>) -> Html {
    let (label, checked) = match what {
        "death" => ("counter-death-label", "counter-death-seen"),
        _ => ("counter-card-label", "counter-card-checked"),
    };
    let card = Field::new(&format!("card-{what}"), cx.t(label)).errors(&d.errors);
    inner.push(checkboxes(cx, card, vec![Choice::new("yes", cx.t(checked))], &[]));
    inner.push(key_button(cx, &cx.t(&format!("counter-{what}-do")), Tone::Secondary, None, None));
    form(cx, Form::post(&format!("/staff/people/{}/{what}", d.at.person.id)), stack(inner))
}

/// 窗口代办.
fn filing(cx: &Cx, d: &PersonPage) -> Vec<Html> {
    let mut parts = vec![heading(cx, "counter-intake", None)];
    if d.present {
        parts.push(para(cx.t("counter-intake-open")));
        // Of another desk's people: what every desk of the county takes in.
        for item in ITEMS.iter().filter(|item| d.at.own_area || item.anywhere) {
            let label = cx.tv("counter-file", &[("item", &cx.t(&format!("item-{}", item.code.slug())))]);
            parts.push(form(cx, Form::post(&format!("/file/{}", item.code.slug())), key_button(cx, &label, Tone::Primary, None, None)));
        }
        if d.at.own_area {
            parts.push(link_button(&cx.t("counter-her-cases"), "/my-cases", Tone::Secondary));
        }
        parts.push(form(cx, Form::post("/staff/intake/end"), key_button(cx, &cx.t("counter-intake-end"), Tone::Secondary, None, None)));
    } else if d.other_present {
        parts.push(notice(NoticeKind::Care, "", para(cx.t("counter-intake-other"))));
    } else {
        parts.push(para(cx.t("counter-intake-what")));
        parts.push(with_card(cx, d, "intake", Vec::new()));
    }
    parts
}

fn cases(cx: &Cx, d: &PersonPage) -> Vec<Html> {
    if d.at.cases.is_empty() {
        return Vec::new();
    }
    let heads = ["desk-col-reference", "desk-col-item", "counter-col-state", "counter-print"].map(|k| (cx.t(k), Column::Words)).to_vec();
    let rows = d
        .at
        .cases
        .iter()
        .map(|row| {
            let number = grouped(&row.reference);
            let number_again = number.clone();
            vec![
                view! { <a href=case_path(&row.reference)>{number}</a> }.into_any(),
                cx.t(&format!("item-{}", row.item.slug())).into_any(),
                cx.t(&format!("state-{}", row.state.key())).into_any(),
                view! { <a href=format!("{}/print", case_path(&row.reference))>{cx.tv("counter-print-of", &[("reference", &number_again)])}</a> }.into_any(),
            ]
        })
        .collect();
    vec![heading(cx, "counter-cases", None), table(cx, &cx.t("counter-cases"), heads, rows)]
}

fn grants(cx: &Cx, d: &PersonPage) -> Vec<Html> {
    let mut parts = vec![heading(cx, "counter-grants", None), para(cx.t("counter-grants-guardian"))];
    for (grant, helper) in &d.at.grants {
        let relation = cx.t(&format!("relation-{}", grant.relation));
        let label = cx.tv("counter-grant", &[("name", helper.name.as_str()), ("relation", &relation)]);
        parts.push(link_button(&label, &format!("/staff/grants/{}", grant.id), Tone::Secondary));
    }
    parts.push(para(cx.t("counter-ask-heading-what")));
    parts.push(link_button(&cx.t("counter-ask-open"), &format!("/staff/people/{}/helper", d.at.person.id), Tone::Secondary));
    parts
}

/// 「我没有让人办」, beside the act it is about.
fn assisted(cx: &Cx, d: &PersonPage) -> Vec<Html> {
    if d.at.assisted.is_empty() {
        return Vec::new();
    }
    let mut parts = vec![heading(cx, "desk-objection", None), para(cx.t("desk-objection-what"))];
    for one in &d.at.assisted {
        let (when, act) = (words::moment(cx, one.act.at), cx.t(one.act.act.desk_key()));
        let what = para(cx.tv("desk-objection-one", &[("when", &when), ("who", &one.assistant), ("act", &act)]));
        let said = match &one.act.look {
            Look::Waiting(Why::Objected) => para(cx.t("desk-objection-noted")),
            Look::NotRight { .. } => para(cx.t("desk-objection-wrong")),
            _ => {
                let action = format!("/staff/people/{}/assisted/{}", d.at.person.id, one.act.id);
                form(cx, Form::post(&action).inline(), key_button(cx, &cx.t("desk-objection-do"), Tone::Secondary, None, None))
            }
        };
        parts.push(view! { <section class="check-row">{what}{said}</section> }.into_any());
    }
    parts
}
